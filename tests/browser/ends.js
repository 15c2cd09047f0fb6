// What the trustees' page makes of changes that a server claims, and when it opens.
const terms = { opens: "2026-11-22T08:00:00Z", closes: "2026-12-02T17:00:00Z", latest_close: "2026-12-16T17:00:00Z" };
const line = (what, closes) => JSON.stringify({ what, closes, day: "2026-12-01" });
const [add, lead, off] = [line("add"), line("lead"), line("call-off")];
const [longer, early] = [line("extend", "2026-12-09T17:00:00Z"), line("close", "2026-11-30T12:00:00Z")];
const read = (...chain) => { try { return ends(terms, chain); } catch (pair) { return pair.length; } };
const tip = "k7q29mxt4hda8wzn".padEnd(52, "0");
const may = (now, told, ...chain) => {
  try { mayOpen({ ...ends(terms, chain), tip }, new Date(now), told); return "opens"; } catch ({ problem }) { return problem; }
};
return {
  plain: read(add, lead),
  longer: read(add, longer),
  early: read(longer, line("close", "2026-12-05T12:00:00Z"), lead),
  off: read(early, off).off,
  unlawful: [
    read(line("extend", "2026-12-20T17:00:00Z")), read(line("extend", terms.closes)), read(line("close", terms.closes)),
    read(line("close", "2026-11-01T00:00:00Z")), read(early, longer), read(early, early), read(early, add), read(off, off),
    read(line("close", "2026-11-30")), read(line("other", "2026-12-09T17:00:00Z")), read(line("extend")),
  ],
  opening: [
    may("2026-12-02T16:59:59Z"), may(terms.closes), may(terms.closes, "", longer), may("2026-12-09T17:00:00Z", "", longer),
    may("2026-11-30T11:00:00Z", tip, early), may("2026-11-30T13:00:00Z", "", early), may("2026-11-30T13:00:00Z", tip.slice(0, 15), early),
    may("2026-11-30T13:00:00Z", "K7Q2-9MXT-4HDA-8WZN", early), may("2026-11-30T13:00:00Z", "A7Q2-9MXT-4HDA-8WZN", early),
    may("2026-12-02T17:00:00Z", "", early), may("2027-01-01T00:00:00Z", tip, off),
  ],
};
