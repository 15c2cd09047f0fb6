//! Who comes in as a trustee, and who does not.

use crate::support::files;
use crate::support::trustees::{harbour, launch, post, read, three};
use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::store::promise;
use gutcheck::store::wave::State;
use memchr::memmem;
use serde_json::json;

#[actix_web::test]
async fn whoever_cannot_read_the_challenge_gets_no_further() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let [stranger, ..] = three();
    let (id, letters) = launch(&town, &trustees);

    // A wave that is not and a key that is none of its trustees' are answered alike.
    let unknown = (StatusCode::NOT_FOUND, json!({ "problem": "unknown" }));
    assert_eq!(stranger.ask(&service, &letters).await, unknown);
    let other = "0".repeat(52);
    assert_eq!(trustees[0].ask(&service, &other).await, unknown);
    let alone = town.launch("anonymous");
    let of_alone = town.app.store.read(|c| promise::of_wave(c, &alone));
    let of_alone = of_alone.unwrap().unwrap().root;
    assert_eq!(trustees[0].ask(&service, &of_alone).await, unknown);

    // A wrong proof, and the ticket of nobody.
    let proof = json!({ "wave": letters, "key": trustees[0].point(), "nonce": "A".repeat(43) });
    let refused = (StatusCode::FORBIDDEN, json!({ "problem": "refused" }));
    assert_eq!(post(&service, "prove", &proof).await, refused);
    let no_ticket = (StatusCode::FORBIDDEN, json!({ "problem": "ticket" }));
    let asked = json!({ "ticket": "A".repeat(43) });
    for path in ["canary", "ballots"] {
        assert_eq!(post(&service, path, &asked).await, no_ticket);
    }

    // A share of somebody else's, and a ticket that has run out. Only its hash is ever stored.
    let right = trustees[0].enter(&service, &letters).await;
    for share in [[0; 32].as_slice(), &[]] {
        let (status, said) = right.canary(&service, share).await;
        let refused = (status, &said["problem"]);
        assert_eq!(refused, (StatusCode::UNPROCESSABLE_ENTITY, &"share".into()));
    }
    let known = files(&town.folder)
        .into_iter()
        .map(|file| std::fs::read(file).unwrap());
    for content in known {
        assert_eq!(memmem::find(&content, right.ticket.as_bytes()), None);
    }
    let (status, said) = right.hand_in(&service, &[]).await;
    assert_eq!(
        (status, &said["problem"]),
        (StatusCode::CONFLICT, &"task".into())
    );
    town.wait(0, 1);
    let ticket = json!({ "ticket": right.ticket });
    assert_eq!(post(&service, "canary", &ticket).await, no_ticket);
    assert_eq!(read(&town, &id).state, State::Proving);

    // Guesses are slowed down, however slow the machine is at refusing them.
    let mut guesses = 0;
    while stranger.ask(&service, &letters).await.0 != StatusCode::TOO_MANY_REQUESTS {
        guesses += 1;
        assert!(guesses < 600, "nobody slows the guesses down");
    }
}
