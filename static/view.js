// Words and their places: fills in the templates of a page, and knows which button does what. Nothing here sends
// or stores anything, and no secret is named here (a test holds this file to that).

const page = globalThis.document?.body;
const values = {};
let lang, draw, said, progress;
// The page of the form that is seen, the statements with and without an answer, and the one that was looked for last
let turned, all, gaps, sought;

// Buttons and forms name what they do. The fragment of the address is the link, so a way inside the page must not
// replace it, and Enter on an answer would send the form before it is complete.
function listen(actions) {
  const known = [...page.querySelectorAll("[data-do=lang]")].map((button) => button.lang);
  lang = navigator.languages.map((code) => code.slice(0, 2)).find((code) => known.includes(code)) ?? known[0];
  page.addEventListener("click", (event) => {
    const target = event.target.closest("a[href^='#'], button[data-do]");
    const { lang, dataset } = target ?? {};
    if (dataset?.do === "lang") speak(lang);
    else if (dataset?.do === "copy") copy(target.closest("section").querySelector("code").textContent);
    else (actions[dataset?.do] ?? TURNS[dataset?.do])?.(target);
    if (!target?.hash) return;
    event.preventDefault();
    document.getElementById(target.hash.slice(1)).focus();
  });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    const { do: wish } = event.target.dataset;
    if (wish === "complete" && gaps.length === all.length) say("empty");
    else actions[wish](event.target);
  });
  page.addEventListener("input", ({ target: { form } }) => {
    if (form.dataset.do !== "complete") return;
    const { draft, receipt } = actions.draft(Object.fromEntries(new FormData(form)));
    if (receipt) thank(receipt); // sent from another tab
    else progress(draft);
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
  });
}

const copy = (text) => navigator.clipboard.writeText(text.replace(/ /g, "")).then(() => say("copied"));

function show(view, change, more) {
  Object.assign(values, change);
  page.dataset.view = view;
  said = "";
  draw = () => {
    put("[data-page]", stamp(view));
    more?.();
  };
  speak(lang);
}

function speak(code) {
  lang = document.documentElement.lang = code;
  for (const button of page.querySelectorAll("[data-do=lang]")) button.ariaCurrent = button.lang === lang;
  draw();
  say(said);
  const title = page.querySelector("h1");
  document.title = title.textContent;
  title.focus();
}

function say(name) {
  said = name;
  put("[role=status]", ...name ? [stamp(name)] : []);
}

const put = (place, ...parts) => page.querySelector(place).replaceChildren(...parts);

// A copy of a template with its [names] filled in
function stamp(name, more) {
  const all = { ...values, ...more };
  const part = document.getElementById(`${name}-${lang}`).content.cloneNode(true);
  for (const element of part.querySelectorAll("*")) {
    const { when } = element.dataset;
    if (when && !all[when]) element.remove();
    for (const node of [...element.attributes, ...element.childNodes])
      node.nodeValue &&= node.nodeValue.replace(/\[(\w+)\]/g, (_, name) => plain(all[name]) ?? "");
  }
  return part;
}

// Days, moments and texts in the reader's language
function plain(value) {
  const [day, time] = `${value}`.match(/^\d{4}-\d\d-\d\d(T[\d:]+Z)?$/) ?? [];
  const clock = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
  const how = { day: "numeric", month: "long", year: "numeric", ...time && clock };
  if (day) return new Date(time ? day : day + "T12:00").toLocaleString(lang === "en" ? "en-GB" : lang, how);
  return value instanceof Object ? value[lang] ?? Object.values(value)[0] : value;
}

const judged = ({ group }, id) => group.commitments.find((one) => one.item === id);
// A place for a commitment is asked for only where the group has one.
const asked = (wave) => wave.form.items.filter(({ id, slot }) => !slot || judged(wave, id));

// The form with a draft. What is skipped is an answer too: nobody has to say that they cannot say.
function fillIn(wave, draft) {
  tell(wave);
  all = asked(wave).sort((one, other) => one.topic - other.topic);
  turned = 0;
  sought = undefined;
  const left = () => all.filter(({ id }) => !draft[id]);
  const restored = left().length < all.length;
  progress = (now) => {
    draft = now;
    gaps = left();
    const [count, missing, next] = [all.length, gaps.length, all.indexOf(gaps[0]) + 1];
    const counts = { count, missing, next, done: count - missing, whole: !missing };
    put(".progress", stamp("progress", counts));
    put("[data-open]", stamp("open", counts));
    if (restored) put("[data-resume]", stamp("resume", counts));
    if (said === "empty") say("");
  };
  const topics = [...new Set(all.map(({ topic }) => topic))];
  show("form", { pages: topics.length + 1 }, () => {
    drawGroup(wave);
    drawItems(wave, topics);
    const { elements } = page.querySelector("form");
    for (const name in draft) elements[name].value = draft[name];
    progress(draft);
    turn(turned, !turned);
  });
}

// A page for each topic. Its name is not said: it would lead.
function drawItems(wave, topics) {
  put("[data-items]", ...topics.map((topic, at) => stamp("leaf", { at: at + 1 })));
  const leaves = page.querySelectorAll("[data-leaf]");
  for (const item of all) leaves[topics.indexOf(item.topic)].append(drawItem(wave, item));
  put("[data-questions]", ...wave.form.questions.map((question) => stamp("question", question)));
}

function drawItem(wave, item) {
  const one = judged(wave, item.id);
  const promised = one && { [one.side]: true, ...one, promised: true };
  const place = { number: all.indexOf(item) + 1, count: all.length };
  const whole = { ...item, ...wave.form.scales[item.scale], ...promised, ...place };
  const part = stamp("item", whole);
  const options = whole.options.map((label, at) => stamp("option", { ...whole, label, value: at + 1 }));
  part.querySelector(".options").append(...options);
  return part;
}

const TURNS = { back: () => turn(turned - 1), on: () => turn(turned + 1), missing: seek };

// All pages are in the form all the time; one is seen.
function turn(to, quiet) {
  const leaves = [...page.querySelectorAll("[data-leaf]")];
  turned = Math.max(0, Math.min(to, leaves.length - 1));
  leaves.forEach((one, at) => one.hidden = at !== turned);
  page.querySelector("[data-first]").hidden = turned;
  put("[data-turns]", stamp("turns", { at: turned + 1, back: turned, on: turned < leaves.length - 1 }));
  if (quiet) return;
  leaves[turned].scrollIntoView();
  leaves[turned].focus({ preventScroll: true });
}

// To the next statement without an answer, from the first on again after the last
function seek() {
  const from = all.indexOf(sought);
  sought = gaps.find((item) => all.indexOf(item) > from) ?? gaps[0];
  const field = document.getElementById(`${sought?.id}-1`);
  const leaves = [...page.querySelectorAll("[data-leaf]")];
  turn(field ? leaves.findIndex((one) => one.contains(field)) : leaves.length);
  field?.focus();
}

// Who is asked, who reads, and what has changed since the first mail
function drawGroup({ group: { members, leaders, organisation, new: fresh }, chain }) {
  const people = (list) => list.length ? list.map((one) => stamp("person", one)) : [stamp("nobody")];
  put("[data-members]", ...people(members.map((name) => ({ name, fresh: fresh.includes(name) }))));
  put("[data-leaders]", ...people(leaders.map((name) => ({ name }))));
  put("[data-readers]", ...people(organisation.map((one) => ({ [one.role]: true, ...one }))));
  if (chain.length) put("[data-changes]", ...chain.map((line) => JSON.parse(line)).map((one) => stamp(one.what, one)));
}

// Who asks. Addresses are only told: this page leads to no other server (`verify` holds it to that).
function introduce({ organisation, words, contact_name, contact, imprint, privacy }) {
  Object.assign(values, { asks: organisation, words, contact_name, contact, imprint, privacy });
}

// What is promised, for all templates
function tell({ terms, cell, form, code, root, closes, invited, chain, tip, group }) {
  introduce(terms.asker ?? {});
  const { needed, keys } = terms.trustees ?? {};
  const [names, joined] = [keys?.map((one) => one.name).join(", "), group?.new.length];
  Object.assign(values, terms, cell, form, { wave: terms.title, code: short(code), root: letters(root), closes, invited });
  Object.assign(values, { report: false, nothing: false, [terms.members_get]: true });
  Object.assign(values, { needed, trustees: keys?.length, names, joined, chain: chain.length, tip: short(letters(tip)) });
}

const thank = (receipt) =>
  show("thanks", { receipt: receipt.match(/.{8}/g).join(" "), clipboard: !values.kiosk && navigator.clipboard });

const short = (letters) => letters.toUpperCase().match(/.{1,4}/g).join("-");
