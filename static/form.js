// Comfort for the survey form: a page for each topic, a draft, and what is still open. Without it everything works as
// well. The draft stays on this device and is removed once the answers are sent.
"use strict";

const key = "gutcheck-draft:" + location.pathname;

const survey = document.querySelector("form.survey");
const form = document.querySelector("form[data-draft]");
// The statement that was looked for last
let sought;
if (document.querySelector("[data-clear-draft]")) forget();
if (survey) survey.addEventListener("keydown", stay);
if (form) begin();

// Enter on an answer would send the form before it is complete.
function stay(event) {
  if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
}

function begin() {
  const faults = document.getElementById("faults");
  const resumed = !faults && restore();
  const pages = leaves();
  form.addEventListener("input", (event) => { keep(); mend(event.target); progress(); });
  document.addEventListener("click", (event) => {
    const { dataset, hash } = event.target.closest("button, a") ?? {};
    if (!dataset) return;
    if ("on" in dataset) pages.turn(1);
    if ("back" in dataset) pages.turn(-1);
    if ("missing" in dataset) pages.show(missing());
    if ("forget" in dataset) { forget(); form.reset(); resume(false); progress(); }
    if (hash && form.contains(event.target)) pages.show(document.getElementById(hash.slice(1)));
  });
  for (const part of form.querySelectorAll(".progress, [data-turns]")) part.hidden = false;
  progress();
  resume(resumed);
  const wrong = form.querySelector("[aria-invalid]");
  if (wrong) pages.show(wrong);
  faults?.focus();
}

function fields() {
  return [...new FormData(form)].filter(([name]) => name !== "csrf");
}

function keep() {
  try { localStorage.setItem(key, JSON.stringify(fields())); } catch { /* a full or forbidden store */ }
}

// Whether there was a draft
function restore() {
  let draft = [];
  try { draft = JSON.parse(localStorage.getItem(key)) ?? []; } catch { /* nothing that can be read */ }
  for (const [name, value] of draft) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  return draft.some(([, value]) => value);
}

function forget() {
  try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
}

// One page is seen, all are sent. What stands before the form is seen with the first.
function leaves() {
  const all = [...form.querySelectorAll("[data-leaf]")];
  let at = 0;
  function go(to) {
    at = Math.max(0, Math.min(to, all.length - 1));
    all.forEach((leaf, place) => { leaf.hidden = place !== at; });
    document.querySelector("[data-first]").hidden = at > 0;
    form.querySelector("[data-back]").hidden = at === 0;
    form.querySelector("[data-on]").hidden = at === all.length - 1;
    say("[data-turns] [data-said]", { at: at + 1, pages: all.length });
  }
  go(0);
  return {
    turn(by) {
      go(at + by);
      all[at].scrollIntoView();
      all[at].focus({ preventScroll: true });
    },
    show(field) {
      go(field ? all.findIndex((leaf) => leaf.contains(field)) : all.length);
      (field ?? all[at]).focus();
    },
  };
}

function items() {
  return [...form.querySelectorAll("fieldset.item")];
}

function unanswered() {
  return items().filter((item) => !item.querySelector("input:checked"));
}

// The first answer of the next statement that has none, from the first on again after the last
function missing() {
  const [all, gaps] = [items(), unanswered()];
  const from = all.indexOf(sought);
  sought = gaps.find((item) => all.indexOf(item) > from) ?? gaps[0];
  return sought?.querySelector("input");
}

// A slim line that stays at the top: how many of the statements have an answer.
function progress() {
  const [count, missing] = [items().length, unanswered().length];
  say(".progress [data-said]", { count, done: count - missing });
  const bar = form.querySelector(".progress progress");
  [bar.max, bar.value] = [count, count - missing];
  form.querySelector(".progress [data-missing]").hidden = !missing;
}

function resume(resumed) {
  const [all, gaps] = [items(), unanswered()];
  const part = document.querySelector("[data-resume]");
  part.hidden = !resumed;
  say("[data-resume] p", { count: all.length, done: all.length - gaps.length });
  say("[data-resume] [data-missing]", { count: all.length, next: all.indexOf(gaps[0]) + 1 || all.length });
}

// Fills in what stands in brackets.
function say(place, named) {
  const part = document.querySelector(place);
  part.dataset.words ??= part.textContent;
  part.textContent = part.dataset.words.replace(/\[(\w+)\]/g, (_, name) => named[name]);
}

// What was wrong and has been changed is wrong no more.
function mend(field) {
  const item = field.closest(".item");
  if (!item?.querySelector(".error")) return;
  item.classList.remove("item-wrong");
  item.querySelector(".error").remove();
  for (const part of item.querySelectorAll("[aria-invalid]")) part.removeAttribute("aria-invalid");
  const faults = document.getElementById("faults");
  for (const way of faults?.querySelectorAll("a") ?? [])
    if (item.contains(document.getElementById(way.hash.slice(1)))) way.closest("li").remove();
  if (!faults?.querySelector("li")) faults?.remove();
}
