// Answers of an anonymous wave: sealed here, and signed by a server that cannot see them. Only the requests for the
// group's sheet and for a signature tell whose link it is.

// All ballots of a wave have one length.
export function plaintext({ items, questions }, answers) {
  return join(items.map(({ id }) => +answers[id] || 0), ...questions.map((question) => {
    const text = utf8((answers[question.id] ?? "").replace(/\t/g, " ").replace(/[^\P{Cc}\n]/gu, "").trim());
    return join(text, bytes(question.bytes - text.length));
  }));
}

// The write-ahead record: sent again, it is the same ballot again.
export async function makeBallot({ root, terms, cell: { cell }, form, n }, answers) {
  const [w, c, text] = [fromHex(terms.wave_bytes), toBytes(cell, 4), plaintext(form, answers)];
  const info = join("abp2", w, root);
  const sealed = terms.trustees
    ? await sealShared(terms.trustees, info, c, text)
    : await seal(fromB64(terms.opening_key), info, c, text);
  const prefix = random(32);
  const input = join(prefix, "abp2", w, c, root, await hash(256, sealed));
  const { m, inv, blinded } = await blind(n, input);
  const cast = { wave: terms.wave, cell, prefix: toB64(prefix), sealed: toB64(sealed) };
  return { id: toHex(await hash(256, input)), cast, blinded: toB64(blinded), m: `${m}`, inv: `${inv}` };
}

let link, wave, slot, kept = {};

const start = () => open().catch(() => show("unable"));

// For the next person, with the number that the device was opened with and nothing else
function begin() {
  link = wave = slot = undefined;
  kept = {};
  forgetAll();
  Object.assign(values, { kiosk, own: !kiosk, number: named(), whole: !named() });
  start();
}

const ACTIONS = {
  type: typeCode,
  draft: (draft) => keep({ draft }),
  forget: () => fillIn(wave, keep({ draft: {} }).draft),
  complete: send,
  send,
  reload: () => location.reload(),
  ...AT_A_KIOSK,
};

async function open() {
  if (!kiosk) link = readLink(location.href);
  if (!link) return show("code", { wrong: !kiosk && /[#%]./.test(location.href) });
  if (!kiosk) clean(link);
  slot = "gutcheck-ballot:" + toHex(await hash(256, "slot", link.token));
  values.root = link.root;
  keep({});
  if (kept.receipt) return thank(kept.receipt);
  show("loading");
  const promise = await ask("/promise", { root: link.root, cell: link.cell });
  if (promise.problem) return show("problem-" + promise.problem);
  try {
    wave = await checkPromise(link, promise);
    tell(wave);
    if (kept.ballot) return show(kept.ballot.signature === false ? "alarm" : "finish");
    if (promise.state !== "open") return show("problem-" + promise.state, keep({ draft: undefined }));
    const group = await ask("/group", { token: link.token });
    if (group.problem) return show("problem-" + group.problem);
    Object.assign(wave, await checkSheet(wave, group));
  } catch (pair) {
    const [promised, found] = pair.map ? pair : [link.root, "?"];
    return show("broken", { promised, found });
  }
  fillIn(wave, keep({ draft: kept.draft ?? {} }).draft);
}

function typeCode({ elements }) {
  const typed = elements.code.value;
  const found = readLink(typed) ?? (named() && readLink(named() + "." + typed));
  if (!found) return show("code", { wrong: true, typed });
  if (kiosk) link = found;
  else clean(found);
  start();
}

const clean = (found) => history.replaceState(0, "", "/a#" + Object.values(found).join("."));

async function send() {
  keep({});
  if (kept.receipt) return thank(kept.receipt);
  show("sending");
  try {
    await deliver();
  } catch {
    show("problem-refused");
  }
}

// Written down before the first request; sent again, it is the same ballot and the same signature.
async function deliver() {
  say("seal");
  const ballot = kept.ballot ?? await makeBallot(wave, kept.draft);
  keep({ ballot });
  if (ballot.signature === undefined) {
    say("sign");
    const { problem, signature } = await ask("/issue", { token: link.token, blinded: ballot.blinded });
    if (problem) return show("problem-" + problem);
    const signed = finish(wave.n, ballot, fromB64(signature));
    ballot.signature = signed && toB64(signed);
    keep({ ballot });
  }
  if (!ballot.signature) return show("alarm");
  say("cast");
  const { receipt, problem } = await ask("/ballot", { ...ballot.cast, signature: ballot.signature });
  if (receipt !== ballot.id) return show("problem-" + (problem ?? "refused"));
  keep({ receipt });
  thank(receipt);
}

// Asks until there is an answer. Cookies, language and referrer stay here.
async function ask(path, content, wait = 1) {
  try {
    const headers = { "content-type": "application/json", "accept-language": "*" };
    const how = { method: "POST", headers, credentials: "omit", redirect: "error" };
    const reply = await fetch(path, { ...how, body: JSON.stringify(content) });
    if (reply.status !== 429 && reply.status < 500) return await reply.json();
  } catch { /* no connection */ }
  say(page.dataset.view + "-waiting");
  await new Promise((done) => setTimeout(done, 1000 * wait));
  return ask(path, content, Math.min(2 * wait, 60));
}

// Draft, then ballot, then nothing but the receipt. Forbidden storage lasts as long as the page.
function keep(change) {
  if (kiosk) return kept = change.receipt ? change : { ...kept, ...change };
  try {
    if (!values.fleeting) kept = JSON.parse(localStorage[slot] ?? "{}");
    kept = { ...kept, ...change };
    if (kept.receipt) kept = { receipt: kept.receipt };
    localStorage[slot] = JSON.stringify(kept);
  } catch {
    values.fleeting = true;
    kept = { ...kept, ...change };
  }
  return kept;
}

if (page?.dataset.ballot === "") {
  addEventListener("hashchange", ACTIONS.reload);
  listen(ACTIONS);
  if (kiosk) openKiosk(begin);
  begin();
}
