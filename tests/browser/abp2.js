// What the answer page's script makes of the inputs in abp2_vectors.json.
const { wave, wave_bytes, info, cell, needed, form } = given;
const [aad, text] = [bytes(given.aad), bytes(given.text)];
const made = {};

const promise = { terms: given.terms, cell: given.cells[given.index], path: given.path, form, chain: given.chain };
const read = await checkPromise({ root: given.link, cell }, promise);
await checkPromise({ root: given.number, cell }, promise);
made.root = hex(read.root);
made.letters = letters(read.root);
made.number = read.code;
made.tip = hex(read.tip);
made.invited = (await checkSheet(read, given)).invited;

const keys = given.trustees.map(({ name, point }) => ({ name, key: toB64(bytes(point)) }));
const opening_key = toB64(bytes(given.opening.point));
const [first] = given.ephemeral;
const dealt = [given.content_key, given.coefficients];
made.sealed = hex(await fixed([], [first], () => seal(bytes(given.opening.point), bytes(info), aad, text)));
made.shared = hex(await fixed(dealt, given.ephemeral, () => sealShared({ needed, keys }, bytes(info), aad, text)));
made.plaintext = hex(plaintext(JSON.parse(form), given.answers));

const [n, d] = [given.rsa.n, given.rsa.d].map((number) => BigInt("0x" + number));
async function ballot(opening, randoms, pairs) {
  const terms = { wave, wave_bytes, ...opening };
  const all = [...randoms, given.prefix, given.salt, given.r];
  const whole = { root: read.root, terms, cell: { cell }, form: JSON.parse(form), n };
  const { id, cast, blinded, ...draft } = await fixed(all, pairs, () => makeBallot(whole, given.answers));
  const asked = BigInt("0x" + hex(Uint8Array.from(atob(blinded.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt())));
  const signed = bytes(power(asked, d, n).toString(16).padStart(512, 0));
  return { id, cast: { ...cast, signature: toB64(finish(n, draft, signed)) }, blinded };
}
made.ballot = await ballot({ opening_key }, [], [first]);
made.shared_ballot = await ballot({ trustees: { needed, keys } }, dealt, given.ephemeral);
made.links = given.links.map((link) => readLink(link) ?? null);
return made;
