//! What nobody gets by a detour: rights, the end of an account, and words of others.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use gutcheck::access;
use gutcheck::ids::{CommitmentId, PersonId};
use gutcheck::retention::{self, Reader};
use gutcheck::roster::{self, AddressForm};
use gutcheck::store::act::{self, Kind};
use gutcheck::store::commitment::{self, Commitment, Side};
use gutcheck::store::people;
use gutcheck::text::Lang;
use serde_json::Value;
use support::chapters::went_to;
use support::departments::{browser, departments, invite, nodes, town};
use support::{Browser, Town};

const LEADER: &str = "lead.cranes@harbour.example";

#[actix_web::test]
async fn a_session_from_before_an_invitation_has_no_part_in_its_rights() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&departments());
    let mut before = browser(&town, &service, LEADER).await;
    assert_eq!(before.get("/teams").await.status, StatusCode::OK);
    invite(&town, LEADER, &["administrator"], &[]);
    for page in ["/accounts", "/teams", "/account"] {
        went_to(&before.get(page).await, "/sign-in");
    }
}

#[actix_web::test]
async fn a_survey_lead_erases_nobody_with_an_account() {
    let (town, _) = town();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut lead = browser(&town, &service, "lea@harbour.example").await;
    let ada = access::holder(&town.app, "ada@harbour.example").unwrap();
    let path = format!("/data/{ada}");
    let page = lead.get(&path).await;
    page.says("Ask an administrator");
    page.keeps_silent_about("name=\"sure\"");
    let sure = [("sure", "yes")];
    let refused = lead.post(&format!("{path}/erase"), &sure).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Ask an administrator");
    assert!(access::holder(&town.app, "ada@harbour.example").is_ok());
    let mut hr = browser(&town, &service, "hr@harbour.example").await;
    hr.get(&path).await.says("name=\"sure\"");
    let erased = hr.post(&format!("{path}/erase"), &sure).await;
    went_to(&erased, "/data?erased=1");
    assert!(access::holder(&town.app, "ada@harbour.example").is_err());
}

/// Takes a list as the roster.
fn import(town: &Town, list: &str) {
    let staged = roster::stage(&town.app, list.as_bytes()).unwrap();
    roster::apply(&town.app, &staged, "").unwrap();
}

#[actix_web::test]
async fn no_import_is_taken_back_that_brought_back_whoever_has_an_account_now() {
    let town = Town::new(None);
    town.settle(&departments());
    let list = departments();
    let lines = list.lines().filter(|line| !line.contains("cranes0@"));
    import(&town, &lines.collect::<Vec<_>>().join("\n"));
    import(&town, &list);
    let back = invite(&town, "cranes0@harbour.example", &["administrator"], &[]);
    assert!(roster::undo(&town.app, "").is_err());
    let person = town.app.store.read(|c| people::person(c, &back));
    assert!(person.unwrap().active);
}

#[actix_web::test]
async fn an_administrator_who_is_shut_out_does_not_count_as_one_who_can_come_in() {
    let town = Town::new(None);
    town.settle(&departments());
    let ada = invite(&town, "ada@harbour.example", &["administrator"], &[]);
    town.run_due();
    let link = town.link_to("ada@harbour.example", "/password/");
    let token = link.rsplit('/').next().unwrap();
    let password = "tin kettle over seven hills";
    access::set_password(&town.app, &access::Knock::inside(), token, password).unwrap();
    let hanna = access::holder(&town.app, "hr@harbour.example").unwrap();
    let is_last = || retention::erasure(&town.app, &hanna).unwrap().last;
    assert!(!is_last());
    let out = town.app.store.write(|c| people::set_active(c, &ada, false));
    out.unwrap();
    assert!(is_last());
}

fn who(town: &Town, email: &str) -> PersonId {
    let found = town.app.store.read(|c| people::person_by_email(c, email));
    found.unwrap().unwrap().id
}

/// What a reader gets of somebody.
fn copy(town: &Town, email: &str, reader: Reader) -> Value {
    let copy = retention::copy(&town.app, &who(town, email), reader, "", Lang::En);
    serde_json::to_value(copy.unwrap()).unwrap()
}

#[actix_web::test]
async fn what_a_team_agreed_is_only_in_the_copy_of_whoever_leads_it_now() {
    let (town, [wave, _]) = town();
    let all = nodes(&town, &wave).into_iter();
    let mut cranes = all.filter(|node| node.name == "Cranes");
    let promise = Commitment {
        id: CommitmentId::new([1; 16]),
        team: cranes.next().unwrap().team.unwrap(),
        wave,
        side: Side::Leader,
        what: "Plans a week ahead".to_owned(),
        whom: "All".to_owned(),
        done: "Each has a date".to_owned(),
        needed: String::new(),
        due: town.app.now().date(),
        made: town.app.now(),
        first_due: None,
        renegotiated: None,
        judged_in: None,
        slot: None,
    };
    let added = town.app.store.write(|c| commitment::add(c, &promise));
    added.unwrap();
    let holds = |reader| {
        let copy = copy(&town, LEADER, reader).to_string();
        copy.contains("Plans a week ahead")
    };
    assert!(holds(Reader::Own));
    assert!(!holds(Reader::Lead) && !holds(Reader::Administrator));
    let leader = who(&town, LEADER);
    roster::deactivate(&town.app, &leader, "").unwrap();
    assert!(!holds(Reader::Own), "it is another leader's now");
}

#[actix_web::test]
async fn no_copy_for_others_tells_who_wants_no_mails() {
    let town = Town::new(None);
    town.settle(&departments());
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.launch("anonymous");
    let [wants, none] = ["cranes1@harbour.example", "cranes0@harbour.example"];
    let stop = town.link_to_stop(none);
    let mut member = Browser::new(&service);
    member.post(&stop, &[("wish", "none")]).await;
    town.run_due();
    let known = |email, reader| {
        let copy = copy(&town, email, reader);
        [copy["invitations"].clone(), copy["wants_no_mails"].clone()]
    };
    for reader in [Reader::Lead, Reader::Administrator] {
        assert_eq!(known(wants, reader), known(none, reader));
    }
    assert_ne!(known(wants, Reader::Own), known(none, Reader::Own));
    let [own, _] = known(none, Reader::Own);
    assert_ne!(own, known(wants, Reader::Own)[0], "an answer was sent");
}

#[actix_web::test]
async fn whoever_changes_an_address_reads_that_nothing_tells_the_old_one_and_the_log_says_who_did()
{
    let town = Town::new(None);
    town.settle(&departments());
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.launch("anonymous");
    let mut hr = browser(&town, &service, "hr@harbour.example").await;
    let leader = who(&town, LEADER);
    let page = hr.get(&format!("/hr/roster/people/{leader}")).await;
    page.says("nothing tells the old one");
    let form = AddressForm {
        email: "other@harbour.example".to_owned(),
    };
    let by = access::holder(&town.app, "hr@harbour.example").unwrap();
    roster::correct_address(&town.app, &leader, &form, by.as_str()).unwrap();
    let log = town.app.store.read(act::log).unwrap();
    let last = log.last().unwrap();
    assert_eq!(last.kind, Some(Kind::Readdressed));
    assert_eq!(
        (&*last.actor, &*last.subject),
        (by.as_str(), leader.as_str())
    );
}
