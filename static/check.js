// Checks a wave in the reader's own browser: what was promised, the list of ballots, and that a receipt is in it.
// What is entered here stays here: only files that everybody can read are asked for.

const form = globalThis.document?.querySelector("form[data-check]");

// RFC 6962, section 2.1
async function tree(leaves) {
  if (leaves.length < 2) return leaves[0] ?? hash(256);
  let half = 1;
  while (2 * half < leaves.length) half *= 2;
  return node(await tree(leaves.slice(0, half)), await tree(leaves.slice(half)));
}

// What was promised: the root of its texts, its number, and the last link of what was changed since
export async function promised({ terms, cells, amendments }) {
  const root = await node(await leaf(terms), await tree(await Promise.all(cells.map(leaf))));
  let tip = root;
  for (const line of amendments.lines) tip = await hash(256, [2], tip, line);
  return { root: letters(root), number: await number(root), tip: letters(tip).slice(0, 16) };
}

// The root over a list of receipts; none of a list that is out of order or names a ballot twice
export async function listed(receipts) {
  if (receipts.some((one, at) => !/^[\da-f]{64}$/.test(one) || one <= receipts[at - 1])) return "";
  return toHex(await tree(await Promise.all(receipts.map((one) => leaf(fromHex(one))))));
}

// Letters as people read and copy them
const bare = (text) => text.toLowerCase().replace(/o/g, 0).replace(/[il]/g, 1).replace(/[^\da-z]/g, "");
const digits = (text) => text.toLowerCase().replace(/[^\da-f]/g, "");

// Whether a number, a link or the letters of a promise are those of this one
export function names(typed, { root, number }) {
  const [, run] = typed.match(/#([\da-z]{40})\./i) ?? [];
  const said = bare(run ?? typed.split(".")[0]);
  return said.length >= 40 ? root.startsWith(said) : said === number;
}

// Receipts that the answer page has left on this device
function kept() {
  try {
    const slots = Object.entries(localStorage).filter(([name]) => name.startsWith("gutcheck-ballot:"));
    return slots.map(([, text]) => JSON.parse(text).receipt).filter(Boolean);
  } catch {
    return [];
  }
}

async function look() {
  const { root, tip, list } = form.dataset;
  const [record, receipts] = await Promise.all([get("record.json"), list ? get("ballots.txt") : ""]);
  const found = await promised(JSON.parse(record));
  const said = [found.root === root && found.tip === tip ? "promise" : "promise-not"];
  const typed = form.elements.number.value.trim();
  if (typed) said.push(names(typed, found) ? "number" : "number-not");
  if (!list) return [...said, "later"];
  const all = receipts.trim().split("\n").filter(Boolean);
  said.push(await listed(all) === list ? "list" : "list-not");
  const receipt = digits(form.elements.receipt.value);
  const own = receipt ? [receipt] : kept();
  if (receipt && receipt.length !== 64) said.push("receipt-part");
  else if (own.some((one) => all.includes(one))) said.push(receipt ? "receipt" : "kept");
  else if (own.length) said.push(receipt ? "receipt-not" : "kept-not");
  return said;
}

async function get(name) {
  const reply = await fetch(`/wave/${form.dataset.root}/${name}`, { credentials: "omit" });
  if (!reply.ok) throw Error(reply.status);
  return reply.text();
}

function say(...said) {
  for (const part of document.querySelectorAll("[data-said]")) part.hidden = !said.includes(part.dataset.said);
}

async function begin(event) {
  event.preventDefault();
  say("busy");
  const said = await look().catch(() => ["unable"]);
  const wrong = said.some((one) => one.endsWith("-not") && !one.startsWith("kept"));
  say(...said, ...said.includes("unable") ? [] : [wrong ? "stop" : "holds"]);
}

// Moments by the reader's own clock
const CLOCK = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
for (const time of globalThis.document?.querySelectorAll("time") ?? [])
  time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, CLOCK);

if (form) {
  form.hidden = false;
  form.addEventListener("submit", begin);
}
