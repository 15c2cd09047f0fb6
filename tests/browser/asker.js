// A promise that says who asks is read by the answer page's script as its vector has it.
const promise = { ...given, terms: given.vector.terms, cell: given.cells[given.index], chain: [] };
const read = await checkPromise({ root: given.vector.link, cell: given.cell }, promise);
const other = { ...promise, terms: promise.terms.replace("We ask", "We do not ask") };
const refused = await checkPromise({ root: given.vector.link, cell: given.cell }, other).catch((pair) => pair.length);
return { root: letters(read.root), number: read.code, asker: read.terms.asker, refused };
