// Which promises the script refuses although their letters are right: each changes the sound one in one place.
const sound = (name) => JSON.parse(name === "terms" ? given.terms : given.cells[given.index]);

// The letters of what is promised, as the refusal of wrong ones tells them
async function lettered(terms, cell, more) {
  const promise = { ...given, terms: JSON.stringify(terms), cell: JSON.stringify(cell), chain: [], ...more };
  const wrong = { root: "0".repeat(40), cell: cell.cell };
  const root = await checkPromise(wrong, promise).catch(([, found]) => found);
  return checkPromise({ root, cell: given.cell }, promise);
}

async function refusal(run) {
  try {
    await run();
  } catch (pair) {
    return Array.isArray(pair) ? pair.map(String) : [`${pair}`];
  }
  return [];
}

const refused = {};
const terms = (name, change) => refused[name] = (() => lettered({ ...sound("terms"), ...change }, sound("cell")));
const cell = (name, change) => refused[name] = (() => lettered(sound("terms"), { ...sound("cell"), ...change }));
const { trustees } = sound("terms");
const [first, second] = trustees.keys;
const opening_key = first.key;
terms("an unknown field in the terms", { members: "all" });
terms("an unknown field in who asks", { asker: { organisation: "Nordwind", more: 1 } });
terms("another protocol", { protocol: "abp1" });
terms("groups of four", { k: 4 });
terms("an unknown word for what members get", { members_get: "all" });
terms("a key beside the trustees", { opening_key });
terms("neither key nor trustees", { trustees: undefined });
terms("one trustee who opens alone", { trustees: { ...trustees, needed: 1 } });
terms("more trustees needed than there are", { trustees: { ...trustees, needed: 4 } });
terms("one key for two trustees", { trustees: { needed: 2, keys: [first, { ...second, key: first.key }] } });
terms("one name for two trustees", { trustees: { needed: 2, keys: [first, { ...second, name: first.name }] } });
terms("trustees without keys", { trustees: {}, opening_key });
terms("another form", { form: given.wave_bytes });
cell("an unknown field in the group", { members: 5 });
cell("another group", { cell: 2 });
cell("a group below k", { invited: 4 });
cell("more links on paper than people", { slips: 6 });
cell("another exponent", { exponent: 3 });
cell("a short modulus", { modulus: toB64(bytes(given.rsa.n).slice(1)) });
refused["a close after the latest"] = () => lettered(sound("terms"), sound("cell"),
  { chain: [JSON.stringify({ what: "extend", closes: "2027-01-01T00:00:00Z", day: "2026-11-12" })] });
const read = await checkPromise({ root: given.link, cell: given.cell }, { ...given, cell: given.cells[given.index] });
const [add] = given.chain;
const sheet = (name, more) => refused[name] = () => checkSheet(read, { ...given, ...more });
sheet("another sheet", { sheet: given.sheet.replace("Fay", "Kay") });
sheet("the sheet of an amendment that is not shown", { chain: [] });
sheet("more places than are spare", { chain: [add.replace('"places":1', '"places":2')] });
const short_sheet = given.sheet.replace(',"Fay"]', ']');
const digest = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(short_sheet))));
sheet("fewer names than people", { sheet: short_sheet, chain: [add.replace(/"sheet":"\w+"/, `"sheet":"${digest}"`)] });

const found = {};
for (const [name, run] of Object.entries(refused)) found[name] = await refusal(run);
return { found, sound: await refusal(() => lettered(sound("terms"), sound("cell"))) };
