//! The published vectors of the protocol's cryptography, in the browser that has to follow them.

use crate::stage::stage;
use crate::window::Window;
use serde_json::{Value, json};

/// What the script of a page exports, bytes out of hexadecimal digits and back, and what stands in for randomness.
const TOOLS: &str = concat!(
    r#"
    const script = await import(document.querySelector("script[type=module]").src);
    const { amend, blind, checkPromise, checkSheet, finish, letters, makeBallot, plaintext, readLink, seal, sealShared } = script;
    const { ends, keyLetters, makeKey, mayOpen, openBox, openKey, openShares, readKey } = script;
    const bytes = (hex) => Uint8Array.from(hex.replace(/^0x/, "").match(/../g) ?? [], (pair) => parseInt(pair, 16));
    const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, 0)).join("");
"#,
    include_str!("given.js")
);

/// Blinding with the inverse as the factor gives the factor as the inverse.
const BLIND: &str = r#"
    const n = BigInt(given.n);
    const input = bytes(given.msg_prefix + given.msg);
    const size = given.n.replace(/^0x/, "").length;
    const wide = (number) => BigInt(number).toString(16).padStart(size, 0);
    const by = (factor) => fixed([given.salt, wide(factor)], [], () => blind(n, input));
    const { inv: r } = await by(given.inv);
    const draft = await by(r);
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
    const [key, info, aad, text] = given.bytes.map(bytes);
    return hex(await fixed([], [given.ephemeral], () => seal(key, info, aad, text)));
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
    let given = json!({
        "ephemeral": { "d": secret, "point": &sealed[..130] },
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

/// The vectors of our own format hold this script and the programs in Rust to each other.
#[actix_web::test]
async fn the_vectors_of_the_protocol_hold_on_the_answer_page_and_on_the_trustees_page() {
    let vectors = abp2();
    for (path, view, part, script) in [
        ("/a", "code", "ballot", include_str!("abp2.js")),
        ("/trustee", "home", "trustee", include_str!("trustee.js")),
    ] {
        let window = page(path, view).await;
        let made = run(&window, script, &vectors[part]["given"]).await;
        assert_eq!(made, vectors[part]["made"], "{path}");
        window.close().await;
    }
}

#[actix_web::test]
async fn a_promise_that_says_who_asks_is_read_as_its_vector_has_it() {
    let vector: Value =
        serde_json::from_str(include_str!("../reference/asker_vector.json")).unwrap();
    let mut given = abp2()["ballot"]["given"].clone();
    given["vector"] = vector.clone();
    let window = page("/a", "code").await;
    let made = run(&window, include_str!("asker.js"), &given).await;
    for part in ["root", "number", "asker"] {
        assert_eq!(made[part], vector[part], "{part}");
    }
    assert_eq!(made["refused"], 2);
    window.close().await;
}

#[actix_web::test]
async fn a_promise_that_breaks_a_rule_is_refused_though_its_letters_are_right() {
    let vectors = abp2();
    let window = page("/a", "code").await;
    let told = run(
        &window,
        include_str!("rules.js"),
        &vectors["ballot"]["given"],
    )
    .await;
    assert_eq!(told["sound"], json!([]));
    let found = told["found"].as_object().unwrap();
    assert_eq!(found.len(), 24);
    for (name, pair) in found {
        // What was promised and what was found; a fault of the script itself is one text.
        assert_eq!(pair.as_array().unwrap().len(), 2, "{name}: {pair}");
    }
    window.close().await;
}

const TIME: &str = r#"
    const link = readLink(location.href);
    const promise = await (await fetch("/promise", { method: "POST", body: JSON.stringify(link) })).json();
    const begun = performance.now();
    const wave = await checkPromise(link, promise);
    const checked = performance.now() - begun;
    if (given) {
        const keys = given.map(({ name, point }) => ({ name, key: toB64(bytes(point)) }));
        wave.terms.trustees = { needed: 2, keys };
    }
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
    return { median: (times[9] + times[10]) / 2, sealed, checked };
"#;

#[actix_web::test]
async fn sealing_and_blinding_a_ballot_takes_less_than_a_blink() {
    let vectors = abp2();
    let window = page(&stage().links.answer, "form").await;
    // 3 048 bytes of answers and a tag of 16; the ephemeral key of 65, or a box of 113 and a mark of 16 a trustee.
    for (trustees, more, limit) in [
        (&Value::Null, 65, 60.0),
        (
            &vectors["ballot"]["given"]["trustees"],
            3 * (113 + 16),
            120.0,
        ),
    ] {
        let measured = run(&window, TIME, trustees).await;
        assert_eq!(measured["sealed"], 3048 + 16 + more);
        let median = measured["median"].as_f64().unwrap();
        let checked = &measured["checked"];
        println!(
            "seal, blind and finish: {median:.1} ms (median of 20); the promise: {checked} ms"
        );
        assert!(median < limit, "{median} ms");
    }
    window.close().await;
}

const OPEN: &str = r#"
    const { file, phrase, info, box, x } = given;
    const key = await openKey(file, phrase);
    const list = new Uint8Array(2000 * 117);
    for (let at = 0; at < list.length; at += 117) list.set(bytes(box), at);
    const begun = performance.now();
    const shares = await openShares(key, bytes(info + x), list, () => {});
    return { time: performance.now() - begun, opened: shares.filter((byte, at) => at % 33 === 0 && byte === 1).length };
"#;

#[actix_web::test]
async fn a_trustees_part_in_ten_thousand_ballots_takes_less_than_a_minute() {
    let vectors = abp2();
    let (given, made) = (&vectors["trustee"]["given"], &vectors["trustee"]["made"]);
    let given = json!({
        "file": made["file"],
        "phrase": given["phrase"],
        "info": given["info"],
        "x": "02",
        "box": plain(&given["ballots"])[..2 * 117],
    });
    let window = page("/trustee", "home").await;
    let measured = run(&window, OPEN, &given).await;
    assert_eq!(measured["opened"], 2000);
    let seconds = measured["time"].as_f64().unwrap() / 200.0;
    println!("10 000 shares: {seconds:.1} s, from 2 000");
    assert!(seconds < 60.0, "{seconds} s");
    window.close().await;
}

fn abp2() -> Value {
    serde_json::from_str(include_str!("../reference/abp2_vectors.json")).unwrap()
}

pub async fn page(link: &str, view: &str) -> Window {
    let window = Window::open(360, 740, false).await;
    window.open_link(link, view).await;
    window
}

/// What a script returns that was `given` something; what it throws fails the test.
pub async fn run(window: &Window, script: &str, given: &Value) -> Value {
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
