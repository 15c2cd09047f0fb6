// Answers of an anonymous wave: sealed here, and signed by a server that cannot see them.
// All words stand in the page. Opening it asks for the promise, and for the commitments to judge where the promise
// says that there are some: only that request and the one for the signature tell whose link it is.

const { subtle } = crypto;
const bytes = (from) => new Uint8Array(from);
const utf8 = (text) => new TextEncoder().encode(text);
const join = (...parts) => bytes(parts.flatMap((part) => [...(typeof part === "string" ? utf8(part) : part)]));
const random = (length) => crypto.getRandomValues(bytes(length));
const toHex = (from) => [...from].map((byte) => byte.toString(16).padStart(2, 0)).join("");
const fromHex = (text) => bytes(text.match(/../g).map((pair) => parseInt(pair, 16)));
const toB64 = (from) => btoa(String.fromCharCode(...from)).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");
const fromB64 = (text) => bytes([...atob(text.replace(/-/g, "+").replace(/_/g, "/"))].map((c) => c.charCodeAt()));
// OS2IP and I2OSP: RFC 8017, section 4
const toInt = (from) => BigInt("0x" + toHex(from));
const toBytes = (int, length) => fromHex(int.toString(16).padStart(2 * length, 0));
const hash = async (bits, ...parts) => bytes(await subtle.digest("SHA-" + bits, join(...parts)));
const short = (letters) => letters.toUpperCase().match(/.{1,4}/g).join("-");

// A link's fragment or a typed code
export function readLink(text) {
  const plain = text.split("#").pop().toLowerCase().replace(/[\s-]/g, "").replace(/o/g, 0).replace(/[il]/g, 1);
  const [, root, cell, token] = plain.match(/^([\da-tv-z]{12,52})\.(\d{1,9})\.([\da-tv-z]{26})$/) ?? [];
  return root && { root, cell: +cell, token };
}

// RFC 6962, section 2.1; the root as Crockford's letters
export async function promiseRoot({ terms, cell, path }) {
  let node = await hash(256, [0], cell);
  for (const [side, other] of path)
    node = await (side === "left" ? hash(256, [1], fromB64(other), node) : hash(256, [1], node, fromB64(other)));
  const root = toInt(await hash(256, [1], await hash(256, [0], terms), node)) << 4n;
  return root.toString(32).padStart(52, 0).replace(/./g, (digit) => "0123456789abcdefghjkmnpqrstvwxyz"[parseInt(digit, 32)]);
}

// Holds the promise to the letters of the mail; throws what was expected and what found.
export async function checkPromise(link, promise) {
  const same = (...pair) => { if (pair[0] !== pair[1]) throw pair; };
  same(short(link.root), short((await promiseRoot(promise)).slice(0, link.root.length)));
  const [terms, cell, form] = ["terms", "cell", "form"].map((name) => JSON.parse(promise[name]));
  const n = toInt(fromB64(cell.modulus));
  same("abp1", terms.protocol);
  same(link.cell, cell.cell);
  same(terms.form, toHex(await hash(256, promise.form)));
  same("65537, 2048", cell.exponent + ", " + n.toString(2).length);
  return { terms, cell, form, n };
}

// What this group judges of the commitments after the wave before; its hash is in the promise.
async function readCommitments(wave) {
  const { cell, form } = wave;
  const { sheet } = cell.commitments ? await ask("POST", "/commitments", { token: link.token }) : {};
  const found = sheet ? toHex(await hash(256, sheet)) : undefined;
  if (found !== cell.commitments) throw [cell.commitments, found ?? "?"];
  wave.judged = Object.fromEntries((sheet ? JSON.parse(sheet).commitments : []).map((one) => [one.item, one]));
  wave.asked = form.items.filter(({ id, slot }) => !slot || wave.judged[id]);
}

// All ballots of a wave have one length.
export function plaintext({ items, questions }, answers) {
  return join(items.map(({ id }) => +answers[id] || 0), ...questions.map((question) => {
    const text = utf8((answers[question.id] ?? "").replace(/\t/g, " ").replace(/[^\P{Cc}\n]/gu, "").trim());
    return join(text, bytes(question.bytes - text.length));
  }));
}

async function hmac(key, ...parts) {
  const secret = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return bytes(await subtle.sign("HMAC", secret, join(...parts)));
}

// LabeledExtract and LabeledExpand: RFC 9180, section 4
const extract = (suite, salt, label, ikm) => hmac(salt, "HPKE-v1", suite, label, ikm);
const expand = async (suite, prk, label, info, length) =>
  (await hmac(prk, [0, length], "HPKE-v1", suite, label, info, [1])).slice(0, length);

// RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM
export async function seal(pkR, info, aad, pt, ephemeral) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { publicKey, privateKey } = ephemeral ?? await subtle.generateKey(curve, false, ["deriveBits"]);
  const enc = bytes(await subtle.exportKey("raw", publicKey));
  const peer = await subtle.importKey("raw", pkR, curve, false, []);
  const dh = bytes(await subtle.deriveBits({ name: "ECDH", public: peer }, privateKey, 256));
  // Encap, section 4.1; to HMAC an empty salt is 32 zeros
  const kem = join("KEM", [0, 16]);
  const prk = await extract(kem, bytes(32), "eae_prk", dh);
  const shared = await expand(kem, prk, "shared_secret", join(enc, pkR), 32);
  // KeySchedule, section 5.1
  const hpke = join("HPKE", [0, 16, 0, 1, 0, 2]);
  const psk = await extract(hpke, bytes(32), "psk_id_hash", "");
  const context = join([0], psk, await extract(hpke, bytes(32), "info_hash", info));
  const secret = await extract(hpke, shared, "secret", "");
  const raw = await expand(hpke, secret, "key", context, 32);
  const iv = await expand(hpke, secret, "base_nonce", context, 12);
  const key = await subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  return join(enc, bytes(await subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad }, key, pt)));
}

// x^65537 mod n
function raise(x, n) {
  let y = x;
  for (let i = 0; i < 16; i++) y = y * y % n;
  return x * y % n;
}

function invert(x, n) {
  let [a, b, u, v] = [x, n, 1n, 0n];
  while (b) [a, b, u, v] = [b, a % b, v, u - a / b * v];
  if (a > 1n) throw Error("common factor");
  return (u + n) % n;
}

// EMSA-PSS: RFC 8017, sections 9.1.1 and B.2.1
async function encode(input, length, salt) {
  const h = await hash(384, bytes(8), await hash(384, input), salt);
  const mask = [];
  while (mask.length < length - 49) mask.push(...await hash(384, h, [0, 0, 0, mask.length / 48]));
  const db = join(bytes(length - 50 - salt.length), [1], salt).map((byte, at) => byte ^ mask[at]);
  db[0] &= 127;
  return toInt(join(db, h, [188]));
}

// Blind: RFC 9474, section 4.2
export async function blind(n, input, { salt = random(48), r = 0n } = {}) {
  const length = n.toString(16).length / 2;
  const m = await encode(input, length, salt);
  invert(m, n);
  while (!r || r >= n) r = toInt(random(length));
  return { m, inv: invert(r, n), blinded: toBytes(m * raise(r, n) % n, length) };
}

// Finalize: RFC 9474, section 4.4. The encoded text is known, so to verify is to compare.
export function finish(n, { m, inv }, signature) {
  const s = toInt(signature) * BigInt(inv) % n;
  return 2 * signature.length === n.toString(16).length && raise(s, n) === BigInt(m) && toBytes(s, signature.length);
}

// The write-ahead record: sent again, it is the same ballot again.
export async function makeBallot({ terms, cell: { cell }, form, n }, answers) {
  const c = toBytes(BigInt(cell), 4);
  const info = join("abp1", fromHex(terms.wave_bytes));
  const sealed = await seal(fromB64(terms.opening_key), info, c, plaintext(form, answers));
  const prefix = random(32);
  const input = join(prefix, info, c, await hash(256, sealed));
  const { m, inv, blinded } = await blind(n, input);
  const cast = { wave: terms.wave, cell, prefix: toB64(prefix), sealed: toB64(sealed) };
  return { id: toHex(await hash(256, input)), cast, blinded: toB64(blinded), m: `${m}`, inv: `${inv}` };
}

const page = globalThis.document?.querySelector("[data-ballot]");
const values = {};
let link, wave, slot, lang, said, kept = {};

const ACTIONS = {
  lang: changeLang,
  type: typeCode,
  complete,
  send: () => send(),
  replace: () => send(true),
  reload: () => location.reload(),
  copy: () => navigator.clipboard.writeText(kept.receipt).then(() => say("copied")),
};

function begin() {
  const known = [...page.querySelectorAll("[data-do=lang]")].map((button) => button.lang);
  try { lang = sessionStorage.lang; } catch { /* forbidden storage */ }
  lang ??= navigator.languages.map((code) => code.slice(0, 2)).find((code) => known.includes(code)) ?? known[0];
  page.addEventListener("click", click);
  page.addEventListener("submit", submit);
  page.addEventListener("input", keepDraft);
  page.addEventListener("keydown", stay);
  addEventListener("hashchange", ACTIONS.reload);
  start().catch(() => show("unable"));
}

async function start() {
  link = readLink(location.hash);
  if (!link) return show("code", { wrong: location.hash.length > 1 });
  slot = "gutcheck-ballot:" + toHex(await hash(256, "slot", link.token));
  values.root = link.root;
  keep({});
  if (kept.receipt) return thank();
  show("loading");
  const promise = await ask("GET", `/promise/${link.root}/${link.cell}`);
  if (promise.problem) return show("problem-" + promise.problem);
  try {
    wave = await checkPromise(link, promise);
    await readCommitments(wave);
  } catch (pair) {
    const [expected, found] = Array.isArray(pair) ? pair : [short(link.root), "?"];
    return show("broken", { expected, found });
  }
  const { terms, cell, form } = wave;
  const dates = { opens: new Date(terms.opens), closes: new Date(terms.closes) };
  Object.assign(values, terms, cell, form, dates, { wave: terms.title, short: short(link.root.slice(0, 12)) });
  if (kept.ballot) return show(kept.ballot.alarm ? "alarm" : "finish");
  if (promise.state !== "open") return show("problem-" + promise.state);
  keep({ draft: kept.draft ?? {} });
  show("form");
}

function submit(event) {
  event.preventDefault();
  ACTIONS[event.target.dataset.do](event.target);
}

// The fragment of the address is the link, so a way inside the page must not replace it.
function click(event) {
  const target = event.target.closest("a[href^='#'], button[data-do]");
  if (target?.dataset.do) ACTIONS[target.dataset.do](target);
  if (!target?.hash) return;
  event.preventDefault();
  document.getElementById(target.hash.slice(1)).focus();
}

// Enter on an answer would send the form before it is complete.
function stay(event) {
  if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
}

function keepDraft({ target }) {
  if (target.form.dataset.do !== "complete") return;
  keep({ draft: Object.fromEntries(new FormData(target.form)) });
  if (kept.receipt) return thank(); // sent from another tab
  progress();
}

function typeCode({ elements }) {
  const typed = elements.code.value;
  const found = readLink(typed);
  if (found) location.hash = Object.values(found).join(".");
  else show("code", { wrong: true, typed });
}

function changeLang(button) {
  lang = button.lang;
  try { sessionStorage.lang = lang; } catch { /* forbidden storage */ }
  const again = said;
  show(page.dataset.view);
  if (again) say(again);
}

function complete() {
  if (!missing().length) return send();
  draw(missing());
  page.querySelector("#faults").focus();
}

const missing = () => wave.asked.filter(({ id }) => !kept.draft[id]);

async function send(replace) {
  keep({});
  if (kept.receipt) return thank();
  show("sending");
  try {
    await deliver(replace);
  } catch {
    show("problem-refused");
  }
}

// Written down before the first request; sent again, it is the same ballot and the same signature.
async function deliver(replace) {
  say("seal");
  const ballot = kept.ballot ?? await makeBallot(wave, kept.draft);
  ballot.replace ||= replace;
  keep({ ballot });
  if (!ballot.signature) {
    say("sign");
    const { blinded, replace = false } = ballot;
    const reply = await ask("POST", "/issue", { token: link.token, blinded, replace });
    if (reply.problem) return show("problem-" + reply.problem, { replaceable: reply.replaceable });
    const signature = finish(wave.n, ballot, fromB64(reply.signature));
    Object.assign(ballot, signature ? { signature: toB64(signature) } : { alarm: true });
    keep({ ballot });
    if (ballot.alarm) return show("alarm");
  }
  say("cast");
  const { receipt, problem } = await ask("PUT", "/ballot/" + ballot.id, { ...ballot.cast, signature: ballot.signature });
  if (receipt !== ballot.id) return show("problem-" + (problem ?? "refused"));
  keep({ receipt });
  thank();
}

function thank() {
  show("thanks", { receipt: kept.receipt.match(/.{8}/g).join(" "), clipboard: navigator.clipboard });
}

// Asks until there is an answer. Cookies, language and referrer stay here.
async function ask(method, path, content, wait = 1) {
  try {
    const body = JSON.stringify(content);
    const headers = { "content-type": "application/json", "accept-language": "*" };
    const reply = await fetch(path, { method, headers, body, cache: "no-store", credentials: "omit", redirect: "error" });
    if (reply.status !== 429 && reply.status < 500) return await reply.json();
  } catch { /* no connection */ }
  say(page.dataset.view + "-waiting");
  await new Promise((done) => setTimeout(done, 1000 * wait));
  return ask(method, path, content, Math.min(2 * wait, 60));
}

// Draft, then ballot, then nothing but the receipt. Forbidden storage lasts as long as the page.
function keep(change) {
  try {
    if (!values.fleeting) kept = JSON.parse(localStorage.getItem(slot)) ?? {};
    kept = { ...kept, ...change };
    if (kept.receipt) kept = { receipt: kept.receipt };
    localStorage.setItem(slot, JSON.stringify(kept));
  } catch {
    values.fleeting = true;
    kept = { ...kept, ...change };
  }
}

function show(view, change) {
  Object.assign(values, change);
  page.dataset.view = view;
  document.documentElement.lang = lang;
  for (const button of page.querySelectorAll("[data-do=lang]")) button.ariaCurrent = button.lang === lang;
  put("[data-page]", stamp(view, values));
  said = put("[role=status]");
  if (view === "form") draw([]);
  const title = page.querySelector("h1");
  document.title = title.textContent;
  title.focus();
}

function say(name) {
  said = name;
  put("[role=status]", stamp(name, values));
}

// The form, with what is still missing marked
function draw(wanted) {
  const { form: { questions, scales }, asked: items } = wave;
  const faults = wanted.length ? [stamp("faults", { count: wanted.length })] : [];
  const parts = items.map((item, at) => {
    const wrong = wanted.includes(item) ? "-wrong" : "";
    const all = { ...item, ...scales[item.scale], ...promised(wave.judged[item.id]), number: at + 1, count: items.length };
    const part = stamp("item" + wrong, all);
    const options = all.options.map((label, at) => stamp("option" + wrong, { ...all, label, value: at + 1 }));
    part.querySelector(".options").append(...options);
    if (wrong) faults[0].querySelector("ul").append(stamp("fault", all));
    return part;
  });
  put("[data-items]", ...faults, ...parts, ...questions.map((question) => stamp("question", question)));
  const { elements } = page.querySelector("form");
  for (const name in kept.draft) elements[name].value = kept.draft[name];
  progress();
}

function promised(one) {
  if (!one) return {};
  const day = (text) => text && new Date(text + "T12:00").toLocaleDateString(locale(), { dateStyle: "long" });
  const [due, first_due, renegotiated] = [one.due, one.first_due, one.renegotiated].map(day);
  return { ...one, [one.side]: true, promised: true, due, first_due, renegotiated };
}

function progress() {
  const count = wave.asked.length;
  put(".progress", stamp("progress", { count, done: count - missing().length }));
}

const put = (place, ...parts) => page.querySelector(place).replaceChildren(...parts);

// A copy of a template with its [names] filled in
function stamp(name, values) {
  const part = document.getElementById(`${name}-${lang}`).content.cloneNode(true);
  for (const element of part.querySelectorAll("*")) {
    const { when } = element.dataset;
    if (when && !values[when]) element.remove();
    for (const node of [...element.attributes, ...element.childNodes])
      node.nodeValue &&= node.nodeValue.replace(/\[(\w+)\]/g, (_, name) => plain(values[name]) ?? "");
  }
  return part;
}

const locale = () => lang === "en" ? "en-GB" : lang;

function plain(value) {
  if (value instanceof Date) return value.toLocaleString(locale(), { dateStyle: "long", timeStyle: "short" });
  return value instanceof Object ? value[lang] ?? Object.values(value)[0] : value;
}

if (page) begin();
