// What the vectors of our own format need besides what a page's script exports.
const toB64 = (from) => btoa(String.fromCharCode(...from)).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");

async function pair({ d, point }, extractable = false) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const [x, y] = [point.slice(2, 66), point.slice(66)].map((half) => toB64(bytes(half)));
  const jwk = { kty: "EC", crv: "P-256", x, y };
  const publicKey = await crypto.subtle.importKey("jwk", jwk, curve, true, []);
  const whole = { ...jwk, d: toB64(bytes(d)) };
  return { publicKey, privateKey: await crypto.subtle.importKey("jwk", whole, curve, extractable, ["deriveBits"]) };
}

// Runs with these bytes and pairs of keys in place of random ones, in the order in which they are asked for.
async function fixed(randoms, pairs, run) {
  const real = Crypto.prototype.getRandomValues;
  Crypto.prototype.getRandomValues = () => bytes(randoms.shift());
  crypto.subtle.generateKey = async (_, extractable) => pair(pairs.shift(), extractable);
  [randoms, pairs] = [[...randoms], [...pairs]];
  try {
    const made = await run();
    if (randoms.length + pairs.length) throw Error("not all that was given was asked for");
    return made;
  } finally {
    Crypto.prototype.getRandomValues = real;
    delete crypto.subtle.generateKey;
  }
}

function power(x, e, n) {
  let y = 1n;
  for (; e; e >>= 1n, x = x * x % n) if (e & 1n) y = y * x % n;
  return y;
}
