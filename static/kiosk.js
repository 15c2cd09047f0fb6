// A device on which many people answer, one after the other: what one of them entered is gone before the next one
// comes. Nothing is stored, nothing stands in the history, and whoever walks away is forgotten too.

const kiosk = globalThis.location?.pathname === "/kiosk";
// Seconds without a touch: until the device asks whether anybody is there, and how long it waits then.
const [PATIENCE, COUNTDOWN] = [150, 30];
let quiet = 0, forget;

const AT_A_KIOSK = { next: () => forget(), full: () => document.documentElement.requestFullscreen() };
// The number that the device was opened with
const named = () => kiosk && readNumber(location.hash);

function openKiosk(begin) {
  forget = begin;
  page.dataset.kiosk = "";
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, stir, { capture: true, passive: true });
  // A way out of the page would be a way past the next person's slip.
  page.addEventListener("click", (event) => {
    if (event.target.closest("a:not([href^='#'])")) event.preventDefault();
  });
  setInterval(tick, 1000);
}

function stir() {
  if (quiet > PATIENCE && said === "leaving") say("");
  quiet = 0;
}

// What is on its way has to arrive, and an empty page has nothing to forget.
export function tick() {
  const { view } = page.dataset;
  const empty = view === "code" && !page.querySelector("#code")?.value;
  if (empty || view === "sending" || view === "loading") return void (quiet = 0);
  quiet += 1;
  if (view === "thanks" && quiet < PATIENCE) quiet = PATIENCE;
  values.seconds = PATIENCE + COUNTDOWN - quiet;
  if (values.seconds <= 0) forget();
  else if (quiet > PATIENCE) say("leaving");
}

// The page as it was before the first person came
function forgetAll() {
  quiet = 0;
  for (const name in values) delete values[name];
  progress = undefined;
  put("[data-page]");
}
