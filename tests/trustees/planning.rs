//! Trustees in a plan, in the wave after it, and in one that repeats.

use crate::hr;
use crate::support::trustees::{harbour, launch, plan, read, three};
use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::ballot::trustee_key::public_text;
use gutcheck::ids::WaveId;
use gutcheck::store::wave::State;
use gutcheck::store::{promise, trustee};
use gutcheck::wave;

#[actix_web::test]
async fn a_plan_with_trustees_that_cannot_be_is_refused_with_what_is_wrong() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr(&town, &service).await;
    let page = hr.get("/hr/waves/new").await;
    page.says("nobody can open the answers any more");
    let [one, two] = [0, 1].map(|at| public_text(three()[at].key.public()));
    let both = [
        ("trustee-1-name", "Works council"),
        ("trustee-1-key", one.as_str()),
        ("trustee-2-name", "HR"),
        ("trustee-2-key", two.as_str()),
    ];
    let change = |changed: &[(&'static str, &'static str)]| {
        let mut fields = vec![
            ("survey", "team-diagnostic"),
            ("title", "Q2 2026"),
            ("opens", "2026-06-02T09:00"),
            ("closes", "2026-06-10T18:00"),
            ("promise", "anonymous"),
            ("opens_by", "trustees"),
            ("needed", "2"),
        ];
        fields.extend(both);
        for (name, value) in changed {
            fields.retain(|(known, _)| known != name);
            fields.push((name, value));
        }
        fields
            .into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect::<Vec<_>>()
    };
    let cases: [(&[(&str, &str)], &str); 9] = [
        (
            &[("trustee-2-name", ""), ("trustee-2-key", "")],
            "have to be two at the least",
        ),
        (&[("needed", "3")], "a number from 2 to 2"),
        (&[("needed", "1")], "a number from 2 to 2"),
        (&[("needed", "")], "a number from 2 to 2"),
        (&[("trustee-2-key", "")], "The public part of HR"),
        (
            &[("trustee-2-key", "gutcheck-trustee-1.AAAA")],
            "The public part of HR",
        ),
        (&[("trustee-2-name", "")], "Trustee 2 has a key and no name"),
        (&[("trustee-2-name", "works  Council")], "is entered twice"),
        (
            &[("promise", "confidential")],
            "trustees would protect nothing",
        ),
    ];
    for (changed, refusal) in cases {
        let fields = change(changed);
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let page = hr.post("/hr/waves", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
        page.says(refusal);
        // What was filled in stays.
        page.says(&one);
    }
    let fields = change(&[]);
    let mut fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fields.retain(|(name, _)| *name != "trustee-2-key");
    fields.push(("trustee-2-key", &one));
    hr.post("/hr/waves", &fields)
        .await
        .says("has the key of somebody else");
    assert!(wave::list(&town.app).unwrap().is_empty());
}

#[actix_web::test]
async fn a_draft_can_change_its_trustees_and_the_wave_after_it_has_the_same() {
    let town = harbour(None);
    let trustees = three();
    let read = |id: &WaveId| town.app.store.read(|c| trustee::of_wave(c, id)).unwrap();
    let names = |id: &WaveId| -> Vec<String> { read(id).into_iter().map(|one| one.name).collect() };
    let id = wave::plan(&town.app, &plan(&town, &trustees)).unwrap();
    wave::replan(&town.app, &id, &plan(&town, &trustees[1..])).unwrap();
    assert_eq!(names(&id), ["Data protection", "HR"]);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    assert!(wave::replan(&town.app, &id, &plan(&town, &trustees)).is_err());
    assert_eq!(names(&id), ["Data protection", "HR"]);
    let next = wave::retake(&town.app, &id).unwrap();
    assert_eq!(names(&next), names(&id));
    wave::replan(&town.app, &next, &town.plan("anonymous")).unwrap();
    assert!(read(&next).is_empty());
    wave::replan(&town.app, &next, &plan(&town, &trustees)).unwrap();
    wave::drop_draft(&town.app, &next).unwrap();
    assert!(read(&next).is_empty());
}

#[actix_web::test]
async fn a_wave_that_repeats_fixes_its_roster_early_enough_for_its_trustees_to_prove_their_keys() {
    let town = harbour(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let trustees = three();
    let (first, letters) = launch(&town, &trustees);
    for one in &trustees[..2] {
        one.prove(&service, &letters).await;
    }
    wave::repeat(&town.app, &first, 3, "Hanna").unwrap();
    // It opens on 1 September.
    town.wait(86, 0);
    let next = wave::list(&town.app).unwrap().remove(0).id;
    assert_eq!(read(&town, &next).state, State::Draft);
    town.wait(2, 0);
    assert_eq!(read(&town, &next).state, State::Proving);
    let letters = town.app.store.read(|c| promise::of_wave(c, &next));
    let letters = letters.unwrap().unwrap().root;
    for one in &trustees[1..] {
        assert_eq!(one.prove(&service, &letters).await.0, StatusCode::OK);
    }
    town.run_due();
    assert_eq!(read(&town, &next).state, State::Frozen);
    town.wait(4, 0);
    assert_eq!(read(&town, &next).state, State::Open);
}
