// The cryptography of the answer page and of the trustees' page. Nothing here keeps or sends anything.

const { subtle } = crypto;
const bytes = (from) => new Uint8Array(from);
const utf8 = (text) => new TextEncoder().encode(text);
const join = (...parts) => bytes(parts.flatMap((part) => [...(typeof part === "string" ? utf8(part) : part)]));
const random = (length) => crypto.getRandomValues(bytes(length));
const toHex = (from) => [...from].map((byte) => byte.toString(16).padStart(2, 0)).join("");
const fromHex = (text) => bytes(text.match(/../g).map((pair) => parseInt(pair, 16)));
const toB64 = (from) => btoa(String.fromCharCode(...from)).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");
const fromB64 = (text) => bytes([...atob(text.replace(/-/g, "+").replace(/_/g, "/"))].map((c) => c.charCodeAt()));
const CURVE = { name: "ECDH", namedCurve: "P-256" };
// OS2IP and I2OSP: RFC 8017, section 4
const toInt = (from) => BigInt("0x" + toHex(from));
const toBytes = (int, length) => fromHex(int.toString(16).padStart(2 * length, 0));
const hash = async (bits, ...parts) => bytes(await subtle.digest("SHA-" + bits, join(...parts)));

const load = (raw, how, ...uses) => subtle.importKey("raw", raw, how, false, uses);

async function hmac(raw, ...parts) {
  const key = await load(raw, { name: "HMAC", hash: "SHA-256" }, "sign");
  return bytes(await subtle.sign("HMAC", key, join(...parts)));
}

async function encrypt(raw, iv, additionalData, text) {
  const key = await load(raw, "AES-GCM", "encrypt");
  return bytes(await subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, text));
}

// LabeledExtract and LabeledExpand: RFC 9180, section 4; to HMAC an empty salt is 32 zeros
const extract = (suite, label, ikm, salt = bytes(32)) => hmac(salt, "HPKE-v1", suite, label, ikm);
const expand = async (suite, prk, label, info, length) =>
  (await hmac(prk, [0, length], "HPKE-v1", suite, label, info, [1])).slice(0, length);

// The key and nonce of DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM in base mode
async function schedule(privateKey, peer, enc, pkR, info) {
  const point = await load(peer, CURVE);
  const dh = bytes(await subtle.deriveBits({ name: "ECDH", public: point }, privateKey, 256));
  // ExtractAndExpand, section 4.1
  const kem = join("KEM", [0, 16]);
  const prk = await extract(kem, "eae_prk", dh);
  const shared = await expand(kem, prk, "shared_secret", join(enc, pkR), 32);
  // KeySchedule, section 5.1
  const hpke = join("HPKE", [0, 16, 0, 1, 0, 2]);
  const psk = await extract(hpke, "psk_id_hash", "");
  const context = join([0], psk, await extract(hpke, "info_hash", info));
  const secret = await extract(hpke, "secret", "", shared);
  return [await expand(hpke, secret, "key", context, 32), await expand(hpke, secret, "base_nonce", context, 12)];
}

// Seal: RFC 9180, section 6.1
export async function seal(pkR, info, aad, text) {
  const { publicKey, privateKey } = await subtle.generateKey(CURVE, false, ["deriveBits"]);
  const enc = bytes(await subtle.exportKey("raw", publicKey));
  return join(enc, await encrypt(...await schedule(privateKey, pkR, enc, pkR, info), aad, text));
}

// A fresh key seals the text. Each trustee can open one share of it, and `needed` shares give it; by its mark a share
// is known to be right.
export async function sealShared({ needed, keys }, info, aad, text) {
  const [key, coefficients, boxes, marks] = [random(32), random(32 * (needed - 1)), [], []];
  for (const [at, one] of keys.entries()) {
    const x = [at + 1];
    const share = shareAt(x, key, coefficients);
    boxes.push(await seal(fromB64(one.key), join(info, x), aad, share));
    marks.push((await hash(256, "abp2 share", info, aad, x, share)).slice(0, 16));
  }
  return join(...boxes, ...marks, await encrypt(key, bytes(12), join(info, aad), text));
}

// Shamir's polynomial over GF(256) at x, a byte at a time; at 0 it is the secret
const shareAt = (x, secret, coefficients) => secret.map((byte, at) => {
  let y = 0;
  for (let i = coefficients.length - 32 + at; i >= 0; i -= 32) y = times(y ^ coefficients[i], x);
  return y ^ byte;
});

// Modulo x^8 + x^4 + x^3 + x + 1
function times(a, b) {
  let product = 0;
  for (; b > 0; b >>= 1, a = a << 1 ^ (a & 128 && 283)) if (b & 1) product ^= a;
  return product;
}

// x^65537 mod n
function raise(x, n) {
  let y = x;
  for (let i = 0; i < 16; i++) y = y * y % n;
  return x * y % n;
}

function invert(x, n) {
  let [a, b, u, v] = [x, n, 1n, 0n];
  while (b) [a, b, u, v] = [b, a % b, v, u - a / b * v];
  if (a > 1n) throw Error("common factor");
  return (u + n) % n;
}

// EMSA-PSS: RFC 8017, sections 9.1.1 and B.2.1
async function encode(input, length, salt) {
  const h = await hash(384, bytes(8), await hash(384, input), salt);
  const mask = [];
  while (mask.length < length - 49) mask.push(...await hash(384, h, [0, 0, 0, mask.length / 48]));
  const db = join(bytes(length - 50 - salt.length), [1], salt).map((byte, at) => byte ^ mask[at]);
  db[0] &= 127;
  return toInt(join(db, h, [188]));
}

// Blind: RFC 9474, section 4.2
export async function blind(n, input) {
  const length = n.toString(16).length / 2;
  const m = await encode(input, length, random(48));
  invert(m, n);
  let r = 0n;
  while (!r || r >= n) r = toInt(random(length));
  return { m, inv: invert(r, n), blinded: toBytes(m * raise(r, n) % n, length) };
}

// Finalize: RFC 9474, section 4.4. The encoded text is known, so to verify is to compare.
export function finish(n, { m, inv }, signature) {
  const s = toInt(signature) * BigInt(inv) % n;
  return 2 * signature.length === n.toString(16).length && raise(s, n) === BigInt(m) && toBytes(s, signature.length);
}
