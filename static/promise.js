// What a wave promises: read from a link, recomputed from what the server says, and held to its rules.

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const TERMS = "protocol wave wave_bytes title asker survey form page script hierarchy k c opens closes latest_close destroys_by"
  + " opening_key trustees disclosure not_asked members_get log_tip";
const ASKER = "organisation words contact_name contact imprint privacy";
const CELL = "cell label kind leaves invited spare slips shared modulus exponent sheet";

// Bytes as letters that nobody mistakes for others
export function letters(from) {
  const length = Math.ceil(from.length * 8 / 5);
  const int = toInt(from) << BigInt(5 * length - 8 * from.length);
  return int.toString(32).padStart(length, 0).replace(/./g, (digit) => LETTERS[parseInt(digit, 32)]);
}

// Dear to compute, so that nobody finds two promises with one number
export const number = async (root) => letters(await stretch(root, utf8("gutcheck"), 600000, 80));

async function stretch(secret, salt, iterations, length) {
  const key = await load(secret, "PBKDF2", "deriveBits");
  return bytes(await subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, key, length));
}

// Throws what was promised and what was found.
const hold = (holds, ...pair) => { if (!holds) throw pair; };
const same = (...pair) => hold(pair[0] === pair[1], ...pair);
const only = (object, names) => Object.keys(object).forEach((name) => hold(names.split(" ").includes(name), "?", name));

// RFC 6962, section 2.1
const leaf = (text) => hash(256, [0], text);
const node = (left, right) => hash(256, [1], left, right);

// Holds the terms and the root of the cells to the letters of a link.
async function checkTerms(named, text, cells) {
  const root = await node(await leaf(text), cells);
  const code = await number(root);
  same(named, named.length === 16 ? code : letters(root).slice(0, named.length));
  const terms = JSON.parse(text);
  only(terms, TERMS);
  only(terms.asker ?? {}, ASKER);
  same("abp2", terms.protocol);
  hold(terms.k >= 5, "k >= 5", terms.k);
  hold(["report", "nothing"].includes(terms.members_get), "report / nothing", terms.members_get);
  const { opening_key, trustees } = terms;
  const { needed, keys = [] } = trustees ?? {};
  const distinct = new Set(keys.flatMap(({ name, key }) => [name, key])).size === 2 * keys.length;
  const sound = needed >= 2 && needed <= keys.length && keys.length <= 9 && distinct;
  hold(trustees ? sound && !opening_key : opening_key, "opening_key / trustees", needed);
  return { root, code, terms };
}

export async function checkPromise(link, promise) {
  let cells = await leaf(promise.cell);
  for (const [side, other] of promise.path)
    cells = await (side === "left" ? node(fromB64(other), cells) : node(cells, fromB64(other)));
  const { root, code, terms } = await checkTerms(link.root, promise.terms, cells);
  const [cell, form] = [promise.cell, promise.form].map((text) => JSON.parse(text));
  const n = toInt(fromB64(cell.modulus));
  only(cell, CELL);
  same(link.cell, cell.cell);
  hold(cell.invited >= terms.k, "invited >= k", cell.invited);
  hold(!cell.slips || cell.slips <= cell.invited, "slips <= invited", cell.slips);
  same("65537, 2048", `${cell.exponent}, ${n.toString(2).length}`);
  same(terms.form, toHex(await hash(256, promise.form)));
  return { root, code, terms, cell, form, n, ...await amend(root, terms, cell, promise.chain) };
}

// What stands after the amendments for this group. Whether each is lawful is for `verify` to say.
async function amend(root, terms, cell, chain) {
  let [tip, closes, sheet, places] = [root, terms.closes, cell.sheet, 0];
  for (const line of chain) {
    const one = JSON.parse(line);
    tip = await hash(256, [2], tip, line);
    closes = one.closes ?? closes;
    if (one.cell !== cell.cell) continue;
    const old = places;
    ({ places = old, sheet } = one);
    hold(places >= old && places <= cell.spare, "places <= spare", places);
  }
  hold(closes <= terms.latest_close, terms.latest_close, closes);
  return { chain, tip, closes, sheet, invited: cell.invited + places };
}

// Who is asked, who reads, and what is judged of the commitments after the wave before
export async function checkSheet({ root, terms, cell }, { sheet, chain }) {
  const now = await amend(root, terms, cell, chain);
  same(now.sheet, toHex(await hash(256, sheet)));
  const group = JSON.parse(sheet);
  same(now.invited, group.members.length);
  return { ...now, group };
}
