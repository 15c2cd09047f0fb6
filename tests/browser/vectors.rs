//! The published vectors of the protocol's cryptography, in the browser that has to follow them.

use crate::stage::stage;
use crate::window::Window;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde_json::{Value, json};

/// What the script of the answer page exports, and numbers and bytes out of hexadecimal digits.
const TOOLS: &str = r#"
    const { blind, checkPromise, finish, makeBallot, readLink, seal } =
        await import(document.querySelector("script[type=module]").src);
    const bytes = (hex) => Uint8Array.from(hex.replace(/^0x/, "").match(/../g) ?? [], (pair) => parseInt(pair, 16));
    const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, 0)).join("");
"#;

/// Blinding with the inverse as the factor gives the factor as the inverse.
const BLIND: &str = r#"
    const n = BigInt(given.n);
    const input = bytes(given.msg_prefix + given.msg);
    const salt = bytes(given.salt);
    const { inv: r } = await blind(n, input, { salt, r: BigInt(given.inv) });
    const draft = await blind(n, input, { salt, r });
    const signed = bytes(given.blind_sig);
    const altered = signed.map((byte, at) => byte ^ (at === 9));
    return {
        blinded: hex(draft.blinded),
        signature: hex(finish(n, draft, signed)),
        refused: !finish(n, draft, altered) && !finish(n, draft, signed.slice(1)),
    };
"#;

#[actix_web::test]
async fn the_vectors_of_rfc_9474_hold_in_chromium() {
    let vectors = include_str!("../../crates/blind-rsa/tests/rfc9474_vectors.json");
    let vectors: Vec<Value> = serde_json::from_str(vectors).unwrap();
    assert_eq!(vectors.len(), 4);
    let window = page("/a", "code").await;
    for vector in &vectors {
        let name = &vector["name"];
        let made = run(&window, BLIND, vector).await;
        assert_eq!(made["blinded"], plain(&vector["blinded_msg"]), "{name}");
        assert_eq!(made["signature"], plain(&vector["sig"]), "{name}");
        assert_eq!(made["refused"], true, "{name}");
    }
    window.close().await;
}

const SEAL: &str = r#"
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const { d, ...point } = given.ephemeral;
    const publicKey = await crypto.subtle.importKey("jwk", point, curve, true, []);
    const privateKey = await crypto.subtle.importKey("jwk", given.ephemeral, curve, false, ["deriveBits"]);
    const [key, info, aad, text] = given.bytes.map(bytes);
    return hex(await seal(key, info, aad, text, { publicKey, privateKey }));
"#;

/// The vector of mode 0, KEM 0x0010, KDF 0x0001, AEAD 0x0002 in the `test-vectors.json` that RFC 9180
/// refers to (cfrg/draft-irtf-cfrg-hpke at 5f503c5). Its ephemeral key is that of its `ikmE`.
#[actix_web::test]
async fn the_cfrg_vector_of_hpke_holds_in_chromium() {
    let sealed = "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e\
                  0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0\
                  58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d2917424\
                  65e902cd216f8908da49f8f96f";
    let secret = "90345e3a1d116c1dd39ae76d95ab858c142223a63e44f8f85318cfa91a84858e";
    let coordinate = |hex: &str| BASE64URL_NOPAD.encode(&HEXLOWER.decode(hex.as_bytes()).unwrap());
    let given = json!({
        "ephemeral": {
            "kty": "EC",
            "crv": "P-256",
            "x": coordinate(&sealed[2..66]),
            "y": coordinate(&sealed[66..130]),
            "d": coordinate(secret),
        },
        "bytes": [
            "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f\
             853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c",
            "4f6465206f6e2061204772656369616e2055726e",
            "436f756e742d30",
            "4265617574792069732074727574682c20747275746820626561757479",
        ],
    });
    let window = page("/a", "code").await;
    assert_eq!(run(&window, SEAL, &given).await, sealed);
    window.close().await;
}

const TIME: &str = r#"
    const link = readLink(location.hash);
    const promise = await (await fetch(`/promise/${link.root}/${link.cell}`)).json();
    const wave = await checkPromise(link, promise);
    const answers = Object.fromEntries(wave.form.items.map(({ id }) => [id, "3"]));
    const times = [];
    let sealed;
    for (let run = 0; run < 20; run++) {
        const begun = performance.now();
        const ballot = await makeBallot(wave, answers);
        finish(wave.n, ballot, new Uint8Array(256).fill(7));
        times.push(performance.now() - begun);
        sealed = atob(ballot.cast.sealed.replace(/-/g, "+").replace(/_/g, "/")).length;
    }
    times.sort((a, b) => a - b);
    return { median: (times[9] + times[10]) / 2, sealed };
"#;

#[actix_web::test]
async fn sealing_and_blinding_a_ballot_takes_less_than_a_blink() {
    let window = page(&stage().links.answer, "form").await;
    let measured = run(&window, TIME, &Value::Null).await;
    // 3 048 bytes of answers, the ephemeral key of 65 and the tag of 16.
    assert_eq!(measured["sealed"], 3048 + 65 + 16);
    let median = measured["median"].as_f64().unwrap();
    println!("seal, blind and finish: {median:.1} ms (median of 20)");
    assert!(median < 50.0, "{median} ms");
    window.close().await;
}

async fn page(link: &str, view: &str) -> Window {
    let window = Window::open(360, 740, false).await;
    window.open_link(link, view).await;
    window
}

/// What a script returns that was `given` something; what it throws fails the test.
async fn run(window: &Window, script: &str, given: &Value) -> Value {
    let whole = format!(
        "const [given, done] = arguments; \
         (async () => {{ {TOOLS} {script} }})().then(done, (error) => done({{ error: `${{error}}` }}))"
    );
    let said = window.client.execute_async(&whole, vec![given.clone()]);
    let said = said.await.unwrap();
    assert_eq!(said.get("error"), None);
    said
}

fn plain(hex: &Value) -> &str {
    hex.as_str().unwrap().trim_start_matches("0x")
}
