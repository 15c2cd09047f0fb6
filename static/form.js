// Comfort for the survey form. Without it everything works as well.
// The draft stays on this device and is removed once the answers are sent.
"use strict";

const key = "gutcheck-draft:" + location.pathname;

const survey = document.querySelector("form.survey");
const form = document.querySelector("form[data-draft]");
if (document.querySelector("[data-clear-draft]")) forget();
if (survey) survey.addEventListener("keydown", stay);
if (form) {
  if (!document.getElementById("faults")) restore(form);
  const show = progress(form);
  form.addEventListener("input", () => { keep(form); show(); });
  show();
  document.getElementById("faults")?.focus();
}

// Enter on an answer would send the form before it is complete.
function stay(event) {
  if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
}

function fields(form) {
  return [...new FormData(form)].filter(([name]) => name !== "csrf");
}

function keep(form) {
  try { localStorage.setItem(key, JSON.stringify(fields(form))); } catch { /* a full or forbidden store */ }
}

function restore(form) {
  let draft = [];
  try { draft = JSON.parse(localStorage.getItem(key)) ?? []; } catch { return; }
  for (const [name, value] of draft) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

function forget() {
  try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
}

// A slim line that stays at the top: how many of the statements have an answer.
function progress(form) {
  const items = [...form.querySelectorAll("fieldset.item")];
  const line = document.createElement("div");
  const label = document.createElement("span");
  const bar = document.createElement("progress");
  line.className = "progress";
  bar.max = items.length;
  bar.setAttribute("aria-label", form.dataset.progress);
  line.append(label, bar);
  form.prepend(line);
  return () => {
    const done = items.filter((item) => item.querySelector("input:checked")).length;
    label.textContent = `${done} / ${items.length}`;
    bar.value = done;
  };
}
