// Words and their places: fills in the templates of a page, and knows which button does what. Nothing here sends
// or stores anything, and no secret is named here (a test holds this file to that).

const page = globalThis.document?.body;
const values = {};
let lang, draw, said, progress;

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
    else actions[dataset?.do]?.(target);
    if (!target?.hash) return;
    event.preventDefault();
    document.getElementById(target.hash.slice(1)).focus();
  });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    actions[event.target.dataset.do](event.target);
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
  const how = { dateStyle: "long", timeStyle: time && "short" };
  if (day) return new Date(time ? day : day + "T12:00").toLocaleString(lang === "en" ? "en-GB" : lang, how);
  return value instanceof Object ? value[lang] ?? Object.values(value)[0] : value;
}

const judged = ({ group }, id) => group.commitments.find((one) => one.item === id);
// A place for a commitment is asked for only where the group has one.
const asked = (wave) => wave.form.items.filter(({ id, slot }) => !slot || judged(wave, id));
const unanswered = (wave, draft) => asked(wave).filter(({ id }) => !draft[id]);

// The form with a draft, and with what is still missing marked if that is wanted
function fillIn(wave, draft, marked) {
  const wanted = marked ? unanswered(wave, draft) : [];
  tell(wave);
  progress = (now) => {
    draft = now;
    const count = asked(wave).length;
    put(".progress", stamp("progress", { count, done: count - unanswered(wave, draft).length }));
  };
  show("form", {}, () => {
    drawGroup(wave);
    drawItems(wave, wanted);
    const { elements } = page.querySelector("form");
    for (const name in draft) elements[name].value = draft[name];
    progress(draft);
  });
  page.querySelector("#faults")?.focus();
}

function drawItems(wave, wanted) {
  const { questions, scales } = wave.form;
  const faults = wanted.length ? [stamp("faults", { count: wanted.length })] : [];
  const parts = asked(wave).map((item, at, { length: count }) => {
    const [wrong, one] = [wanted.includes(item), judged(wave, item.id)];
    const promised = one && { [one.side]: true, ...one, promised: true };
    const place = { number: at + 1, count, wrong, mark: wrong ? "item-wrong" : "" };
    const all = { ...item, ...scales[item.scale], ...promised, ...place };
    const part = stamp("item", all);
    const options = all.options.map((label, at) => stamp("option", { ...all, label, value: at + 1 }));
    part.querySelector(".options").append(...options);
    if (wrong) faults[0].querySelector("ul").append(stamp("fault", all));
    return part;
  });
  put("[data-items]", ...faults, ...parts, ...questions.map((question) => stamp("question", question)));
}

// Who is asked, who reads, and what has changed since the first mail
function drawGroup({ group: { members, leaders, organisation, new: fresh }, chain }) {
  const people = (list) => list.length ? list.map((one) => stamp("person", one)) : [stamp("nobody")];
  put("[data-members]", ...people(members.map((name) => ({ name, fresh: fresh.includes(name) }))));
  put("[data-leaders]", ...people(leaders.map((name) => ({ name }))));
  put("[data-readers]", ...people(organisation.map((one) => ({ [one.role]: true, ...one }))));
  if (chain.length) put("[data-changes]", ...chain.map((line) => JSON.parse(line)).map((one) => stamp(one.what, one)));
}

// What is promised, for all templates
function tell({ terms, cell, form, code, root, closes, invited, chain, tip, group }) {
  const { needed, keys } = terms.trustees ?? {};
  const [names, joined] = [keys?.map((one) => one.name).join(", "), group?.new.length];
  Object.assign(values, terms, cell, form, { wave: terms.title, code: short(code), root: letters(root), closes, invited });
  Object.assign(values, { report: false, nothing: false, [terms.members_get]: true });
  Object.assign(values, { needed, trustees: keys?.length, names, joined, chain: chain.length, tip: short(letters(tip)) });
}

const thank = (receipt) =>
  show("thanks", { receipt: receipt.match(/.{8}/g).join(" "), clipboard: !values.kiosk && navigator.clipboard });

const short = (letters) => letters.toUpperCase().match(/.{1,4}/g).join("-");
