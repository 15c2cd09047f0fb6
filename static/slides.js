// One slide at a time: arrows, space, Home and End; Escape leads back to the report. Without this script the slides
// stand one below the other, and their links lead from one to the next.
"use strict";

const slides = [...document.querySelectorAll(".slide")];
const back = document.querySelector("[data-back]");
const current = () => Math.max(slides.findIndex((slide) => `#${slide.id}` === location.hash), 0);

function show() {
  const at = current();
  slides.forEach((slide, no) => { slide.hidden = no !== at; });
  slides[at].focus({ preventScroll: true });
  scrollTo(0, 0);
}

const go = (to) => location.replace(`#${slides[Math.min(Math.max(to, 0), slides.length - 1)].id}`);

const keys = {
  ArrowRight: () => current() + 1,
  ArrowDown: () => current() + 1,
  PageDown: () => current() + 1,
  " ": ({ shiftKey }) => current() + (shiftKey ? -1 : 1),
  ArrowLeft: () => current() - 1,
  ArrowUp: () => current() - 1,
  PageUp: () => current() - 1,
  Home: () => 0,
  End: () => slides.length - 1,
};

addEventListener("hashchange", show);
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return;
  if (key === "Escape") location.assign(back.href);
  // Space follows a button, and arrows belong to what they scroll.
  if (!keys[key] || target.closest("button, summary, [role=region]")) return;
  event.preventDefault();
  go(keys[key](event));
});
show();
