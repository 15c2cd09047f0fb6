// An address or a code, whatever mail programs, filters and fingers have made of it. This goes from text to text: it can
// give back nothing but letters that it was given, one after the other, and has no way out (a test holds it to that).

// What the text may have been before, one step back after the other
function* before(text) {
  for (let step = 0; step < 5; step++) {
    yield text;
    let last = text;
    try { text = decodeURIComponent(text); } catch { /* a lone % */ }
    text = text.replace(/%23|_a-(25)*23|&num;|&#35;|\/a(?=[\da-z]{40}\.)/gi, "#").replace(/%2e|&period;/gi, ".");
    if (text === last) break;
  }
  // Quoted-printable, and addresses that a filter keeps in base64
  yield text.replace(/=\r?\n/g, "").replace(/=([\da-f]{2})/gi, (_, code) => String.fromCharCode(`0x${code}`));
  for (const [run] of text.matchAll(/[\w+/-]{80,}/g))
    try { yield atob(run.replace(/-/g, "+").replace(/_/g, "/")); } catch { /* something else */ }
}

// The same without what was put in between, the least first
const WITHOUT = [/$^/g, /[ \t]*\r?\n[ \t>|]*(?=\S)/g, /[\s>|]/g, /[\s_>|]/g];

const PARTS = /(?:^|[^\da-tv-z])([\da-tv-z]{40}|[\da-tv-z]{16})\.(\d{1,9})\.([\da-tv-z]{26})(?![\da-tv-z])/;

export function readLink(text) {
  const found = [];
  for (let one of before(text)) {
    one = one.normalize("NFKC").replace(/[\p{Pd}\p{Cf}\p{Mn}\u2212]/gu, "").replace(/[\u3002\u00b7]/g, ".");
    one = one.toLowerCase().replace(/o/g, 0).replace(/[il]/g, 1);
    for (const between of WITHOUT) {
      const [, root, cell, token] = one.replace(between, "").match(PARTS) ?? [];
      if (root) found.push({ root, cell: +cell, token });
    }
  }
  // A root that was cut in two may end in what looks like a whole one.
  return found.find(({ root }) => root.length > 16) ?? found[0];
}

// The number of a promise alone, in groups
export const readNumber = (text) => readLink(`${text}.0.${"0".repeat(26)}`)?.root;
