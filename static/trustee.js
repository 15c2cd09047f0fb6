// A trustee's key and what it is for. The key is made, kept and used on this machine; the server gets its public
// part, proofs that whoever asks holds it, and the opened shares of the ballots of a wave that is over.

const PUBLIC = "gutcheck-trustee-1.";
const KIND = "trustee key 1";
const ROUNDS = 600000;
const SHORTEST = 16;
const [BOX, SHARE] = [113, 32];
// Ballots that are opened at the same time; between them the browser draws how far it is.
const AT_ONCE = 200;

// A refusal: the template that says it
const refuse = (problem) => { throw Object.assign(Error(problem), { problem }); };
const or = (problem) => () => refuse(problem);

const stretched = (phrase, salt, rounds) => stretch(utf8(phrase.normalize("NFC")), salt, rounds, 256);

async function decrypt(raw, iv, additionalData, sealed) {
  const key = await load(raw, "AES-GCM", "decrypt");
  return bytes(await subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed));
}

// A new key as it is kept: sealed by a passphrase
export async function makeKey(name, phrase) {
  const { publicKey, privateKey } = await subtle.generateKey(CURVE, true, ["deriveBits"]);
  const point = bytes(await subtle.exportKey("raw", publicKey));
  const { d } = await subtle.exportKey("jwk", privateKey);
  const [salt, iv] = [random(16), random(12)];
  const sealed = join(iv, await encrypt(await stretched(phrase, salt, ROUNDS), iv, point, fromB64(d)));
  return { gutcheck: KIND, name, public: PUBLIC + toB64(point), salt: toB64(salt), rounds: ROUNDS, sealed: toB64(sealed) };
}

// The three blocks of the paper copy
export const keyLetters = (file) =>
  [file.public.slice(PUBLIC.length), file.salt, file.sealed].map((part) => letters(fromB64(part)));

function fromLetters(text, length) {
  const int = [...text].reduce((int, letter) => 32n * int + BigInt(LETTERS.indexOf(letter)), 0n);
  return toBytes(int >> BigInt(5 * text.length - 8 * length), length);
}

const readLetters = (text) => text.toLowerCase().replace(/o/g, 0).replace(/[il]/g, 1).replace(/[\s-]/g, "");

// A key file, or its paper copy typed in
export function readKey(text) {
  const typed = readLetters(text);
  const [, ...blocks] = typed.match(/^([\da-tv-z]{104})([\da-tv-z]{26})([\da-tv-z]{96})$/) ?? [];
  if (blocks.length) {
    const [point, salt, sealed] = blocks.map((block, at) => toB64(fromLetters(block, [65, 16, 60][at])));
    return { gutcheck: KIND, name: "", public: PUBLIC + point, salt, rounds: ROUNDS, sealed };
  }
  try {
    const file = JSON.parse(text);
    const sound = file.gutcheck === KIND && file.public.startsWith(PUBLIC) && file.rounds >= 1 && file.rounds <= 1e8;
    return sound && file.salt && file.sealed ? file : refuse("file");
  } catch {
    return refuse("file");
  }
}

// The key in a file, which cannot be taken out of the browser's hands again
export async function openKey(file, phrase) {
  const [point, salt, sealed] = [file.public.slice(PUBLIC.length), file.salt, file.sealed].map(fromB64);
  const raw = await stretched(phrase, salt, file.rounds);
  const d = await decrypt(raw, sealed.slice(0, 12), point, sealed.slice(12)).catch(or("phrase"));
  const [x, y] = [point.slice(1, 33), point.slice(33)].map(toB64);
  const jwk = { kty: "EC", crv: "P-256", x, y, d: toB64(d) };
  return { point, secret: await subtle.importKey("jwk", jwk, CURVE, false, ["deriveBits"]).catch(or("file")) };
}

// Open: RFC 9180, section 6.1
export async function openBox({ point, secret }, info, aad, box) {
  const enc = box.slice(0, 65);
  return decrypt(...await schedule(secret, enc, enc, point, info), aad, box.slice(65));
}

// For each ballot a box and its cell; for each one 1 and its share, or zeros where the box does not open
export async function openShares(key, info, list, tell) {
  const count = list.length / (BOX + 4);
  const shares = bytes(count * (SHARE + 1));
  const one = async (at) => {
    const ballot = list.slice(at * (BOX + 4), (at + 1) * (BOX + 4));
    const share = await openBox(key, info, ballot.slice(BOX), ballot.slice(0, BOX)).catch(() => {});
    if (share) shares.set([1, ...share], at * (SHARE + 1));
  };
  for (let at = 0; at < count; at += AT_ONCE) {
    await tell(at, count);
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, more) => one(at + more)));
  }
  return shares;
}

// Where the changes lead to, each of which the promise has to allow: the end of answering, and the `whole` one that
// stood before somebody closed early
export function ends(terms, chain) {
  let [closes, whole, early, off] = [terms.closes, terms.closes, false, false];
  for (const line of chain) {
    const { what, closes: to } = JSON.parse(line);
    hold(!off && (!early || what === "call-off" || what === "lead"), "over", line);
    if (what === "call-off") off = true;
    if (what === "add" || what === "lead" || off) continue;
    hold(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(to), "Z", to);
    early = what === "close";
    if (early) hold(to < closes && to >= terms.opens, closes, to);
    else hold(what === "extend" && to > closes && to <= terms.latest_close, terms.latest_close, line);
    closes = to;
    if (!early) whole = to;
  }
  return { closes, whole, off };
}

// Whether answers have ended by the clock of this machine. The changes are the server's word, so an early close counts
// only for whoever was told the last link of their chain by somebody else.
export function mayOpen({ closes, whole, off, tip }, now, told = "") {
  if (off) refuse("off");
  if (now < new Date(closes)) refuse("early");
  const heard = readLetters(told);
  if (now < new Date(whole) && !(heard.length >= 16 && tip.startsWith(heard))) refuse("closed");
}

let file, key, named, facts, busy;

const ACTIONS = {
  home: () => show("home"),
  make: () => show("make"),
  use: () => show("use"),
  create: attempt(create),
  print: () => print(),
  enter: attempt(enter),
  again: attempt(look),
  prove: attempt(prove),
  open: attempt(open),
};

// Does one thing at a time, and says in the page why it was refused.
function attempt(act) {
  return async (from) => {
    if (busy) return;
    busy = true;
    page.querySelector("[data-fault]")?.replaceChildren();
    say("busy");
    try {
      await act(from.elements);
    } catch (error) {
      const problem = Array.isArray(error) ? "broken" : error.problem ?? "unable";
      if (!page.querySelector("[data-fault]")) show("stopped");
      say("");
      put("[data-fault]", stamp(`fault-${document.getElementById(`fault-${problem}-${lang}`) ? problem : "network"}`));
      page.querySelector("[data-fault] > *").focus();
    }
    busy = false;
  };
}

async function create({ name, phrase, again }) {
  if (!name.value.trim()) refuse("nameless");
  if ([...phrase.value].length < SHORTEST) refuse("short");
  if (phrase.value !== again.value) refuse("differ");
  file = await makeKey(name.value.trim(), phrase.value);
  const [point, salt, sealed] = keyLetters(file).map(short);
  const today = new Date().toISOString().slice(0, 10);
  show("made", { ...file, point, salt, sealed, today }, drawKey);
}

function drawKey() {
  const text = JSON.stringify(file);
  const code = qrCode(text, { ecc: "M", border: 4 });
  const dots = code.data.flatMap((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : ""));
  page.querySelector("svg").setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
  page.querySelector("svg path").setAttribute("d", dots.join(""));
  page.querySelector("a[download]").href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
}

async function enter({ kept, typed, phrase, wave }) {
  const text = kept.files[0] ? await kept.files[0].text() : typed.value;
  file = readKey(text);
  named = readLetters(wave.value.replace(/^.*\/wave\/([^/?#]*).*$/, "$1"));
  if (!/^([\da-tv-z]{16}|[\da-tv-z]{40}|[\da-tv-z]{52})$/.test(named)) refuse("number");
  key = await openKey(file, phrase.value);
  await look();
}

// What the server says of the wave, held to the number that was typed
async function look() {
  const asked = await ask("ask", { wave: named, key: toB64(key.point) });
  const { root, code, terms } = await checkTerms(named, asked.terms, fromB64(asked.cells));
  const { closes, whole, off } = ends(terms, asked.chain);
  const tip = letters((await amend(root, terms, {}, asked.chain)).tip);
  const { keys, needed } = terms.trustees;
  const x = keys.findIndex((one) => one.key === toB64(key.point)) + 1;
  if (!x) refuse("unknown");
  const w = fromHex(terms.wave_bytes);
  facts = { x, w, root, closes, whole, off, tip, list: asked.list };
  const change = { ...terms, closes, whole, code: short(code), ballots: asked.ballots, needed, count: keys.length };
  Object.assign(change, { tip: asked.chain.length && short(tip), early: new Date() < new Date(whole) && closes < whole });
  for (const task of ["prove", "wait", "open", "over"]) change[task] = asked.task === task;
  change.mine = asked.done.includes(keys[x - 1].name);
  show("wave", { ...change, trustees: true }, () => put("[data-trustees]", ...keys.map(({ name }) =>
    stamp("trustee", { name, done: asked.done.includes(name), you: name === keys[x - 1].name }))));
}

// What a box is sealed for: a proof, a trial or a ballot of this wave. None opens as another.
const about = (what, root = []) => join(what, facts.w, root, [facts.x]);

// A short-lived right to act, for whoever can open what only this key opens
async function ticket() {
  const { challenge } = await ask("ask", { wave: named, key: toB64(key.point) });
  const nonce = await openBox(key, about("abp2 trustee"), bytes(0), fromB64(challenge)).catch(or("challenge"));
  return (await ask("prove", { wave: named, key: toB64(key.point), nonce: toB64(nonce) })).ticket;
}

async function prove() {
  const right = { ticket: await ticket() };
  const { box } = await ask("canary", right);
  const share = await openBox(key, about("abp2 canary", facts.root), bytes(4), fromB64(box)).catch(or("canary"));
  await ask("canary", { ...right, share: toB64(share) });
  show("proved");
}

async function open() {
  mayOpen(facts, new Date(), page.querySelector("[name=tip]")?.value);
  const right = await ticket();
  show("opening");
  const list = await ask("ballots", { ticket: right });
  const tell = (done, count) => {
    put("[data-progress]", stamp("progress", { done, count }));
    return new Promise((drawn) => setTimeout(drawn, 1));
  };
  const shares = await openShares(key, about("abp2", facts.root), list, tell);
  const { right: fit, wrong } = await ask("shares", shares, right);
  show("opened", { fit, wrong, list: facts.list });
}

// Cookies, language and referrer stay here.
async function ask(path, content, right) {
  const binary = content instanceof Uint8Array;
  const headers = { "content-type": binary ? "application/octet-stream" : "application/json", "accept-language": "*" };
  if (right) headers["x-ticket"] = right;
  const body = binary ? content : JSON.stringify(content);
  const how = { method: "POST", headers, body, credentials: "omit", redirect: "error" };
  const reply = await fetch("/trustee/" + path, how).catch(or("network"));
  if (reply.headers.get("content-type") === "application/octet-stream") return bytes(await reply.arrayBuffer());
  const said = await reply.json().catch(or("network"));
  return said.problem ? refuse(said.problem) : said;
}

if (page?.dataset.trustee === "") {
  listen(ACTIONS);
  show("home");
}
