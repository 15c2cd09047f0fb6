//! Mails against a mail server that fails in every way there is: none is lost, and none is doubled without
//! need.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::test::init_service;
use gutcheck::ids::WaveId;
use gutcheck::mail;
use gutcheck::store::outbox::{Delivery, Reason};
use std::time::Duration;
use support::chapters::{hr_again, went_to};
use support::forms::roster;
use support::nodes::copies;
use support::sink::{Accepted, Fault, Options, Phase, Sink, Tls};
use support::{Browser, FIRST, Town};

/// Fifteen members and three leaders of the roster.
const MAILS: usize = 18;

const ONE: (&str, &str) = ("mail_connections", "1");

fn plain(sink: &Sink) -> String {
    format!("smtp://127.0.0.1:{}", sink.port())
}

fn sending(sink: &Sink) -> (Town, WaveId) {
    started(Town::mailing(&plain(sink), &[ONE]))
}

fn started(town: Town) -> (Town, WaveId) {
    town.settle(&roster());
    let id = town.launch("confidential");
    (town, id)
}

/// Lets an hour go by in minutes, so that every attempt that is due takes place.
fn an_hour(town: &Town) {
    for _ in 0..60 {
        town.app
            .clock
            .set(town.app.now() + chrono::Duration::minutes(1));
        town.run_due();
    }
}

/// How many invitations and leaders' forms stand there.
fn at(town: &Town, id: &WaveId, state: Delivery) -> i64 {
    let standing = mail::standing(&town.app, id).unwrap();
    let first = standing.iter().filter(|one| FIRST.contains(&one.kind));
    first.map(|one| one.at(&[state])).sum()
}

fn to<'a>(mails: &'a [Accepted], address: &str) -> Vec<&'a Accepted> {
    mails.iter().filter(|mail| mail.to == address).collect()
}

#[test]
fn a_mail_that_fails_before_the_final_dot_arrives_exactly_once() {
    use Fault::{Answer, Drop, DropAfter250, DropAtConnect, Greet, Slow};
    let faults = [
        DropAtConnect,
        Greet(421),
        Greet(554),
        Answer(Phase::Ehlo, 421),
        Drop(Phase::Ehlo),
        Answer(Phase::Mail, 421),
        Answer(Phase::Mail, 451),
        Answer(Phase::Mail, 550),
        Drop(Phase::Mail),
        Answer(Phase::Rcpt, 450),
        Drop(Phase::Rcpt),
        Answer(Phase::Data, 452),
        Drop(Phase::Data),
        Drop(Phase::Body),
        Answer(Phase::Dot, 421),
        Answer(Phase::Dot, 452),
        DropAfter250,
        Slow(Duration::from_millis(200)),
    ];
    for fault in faults {
        let sink = Sink::start(Options::default());
        // The second mail, or the one after the next connection, meets the fault again.
        sink.fail([fault, Fault::None, fault]);
        let (town, id) = sending(&sink);
        an_hour(&town);
        let copies = copies(&sink);
        assert_eq!(copies.len(), MAILS, "{fault:?}");
        assert!(copies.values().all(|copies| *copies == 1), "{fault:?}");
        assert_eq!(at(&town, &id, Delivery::Sent), MAILS as i64, "{fault:?}");
    }
}

#[test]
fn a_mail_whose_answer_was_lost_is_sent_at_most_once_more_and_hr_can_see_it() {
    let sink = Sink::start(Options::default());
    sink.fail([
        Fault::Drop(Phase::Dot),
        Fault::None,
        Fault::Drop(Phase::Dot),
    ]);
    let (town, id) = sending(&sink);
    let waiting = &mail::standing(&town.app, &id).unwrap()[0].counts;
    assert!(
        waiting
            .iter()
            .any(|count| count.reason == Some(Reason::Unanswered))
    );
    an_hour(&town);
    let lost = sink.lost_after_dot();
    assert_eq!(lost.len(), 2);
    for (mail, copies) in copies(&sink) {
        let most = 1 + lost.get(&mail).copied().unwrap_or_default();
        assert!((1..=most).contains(&copies), "{copies} of {mail}");
    }
    assert_eq!(at(&town, &id, Delivery::Sent), MAILS as i64);
    let standing = mail::standing(&town.app, &id).unwrap();
    let counts = standing.iter().flat_map(|one| &one.counts);
    let doubtful = counts.filter(|count| count.doubtful > 0);
    assert_eq!(doubtful.map(|count| count.mails).sum::<i64>(), 2);
}

#[test]
fn a_mail_whose_answer_is_always_lost_ends_as_uncertain() {
    let sink = Sink::start(Options::default());
    let crane = "crane1@harbour.example";
    sink.fail_for(crane, Some(Fault::Drop(Phase::Dot)));
    let (town, id) = sending(&sink);
    (0..8).for_each(|_| town.wait(1, 0));
    assert_eq!(at(&town, &id, Delivery::Uncertain), 1);
    let copies = to(&sink.accepted(), crane).len();
    let lost: usize = sink.lost_after_dot().values().sum();
    assert!(copies <= 1 + lost, "{copies} for {lost} lost answers");
}

#[test]
fn a_refused_address_is_not_tried_again_and_counts_as_asked_all_the_same() {
    let sink = Sink::start(Options::default());
    let crane = "crane1@harbour.example";
    sink.fail_for(crane, Some(Fault::Answer(Phase::Rcpt, 550)));
    let (town, id) = sending(&sink);
    town.wait(0, 2);
    assert_eq!(at(&town, &id, Delivery::Refused), 1);
    let lost = mail::unreachable(&town.app, &id).unwrap();
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].email.as_deref(), Some(crane));
    let counted = |town: &Town| {
        let cells = gutcheck::wave::overview(&town.app, &id).unwrap().cells;
        let sum = |of: fn(&gutcheck::wave::CellCount) -> usize| cells.iter().map(of).sum::<usize>();
        (sum(|cell| cell.invited), sum(|cell| cell.unreached))
    };
    assert_eq!(counted(&town), (15, 1));

    // The address is mended, and HR has the mail sent again.
    sink.fail_for(crane, None);
    mail::again(&town.app, &id, "Hanna").unwrap();
    town.wait(0, 2);
    assert_eq!(to(&sink.accepted(), crane).len(), 1);
    assert_eq!(counted(&town), (15, 0));
    assert!(mail::unreachable(&town.app, &id).unwrap().is_empty());
    assert!(copies(&sink).values().all(|copies| *copies == 1));
}

#[test]
fn a_mail_that_the_server_does_not_want_is_refused_for_good() {
    let sink = Sink::start(Options::default());
    let crane = "crane1@harbour.example";
    sink.fail_for(crane, Some(Fault::Answer(Phase::Dot, 554)));
    let (town, id) = sending(&sink);
    an_hour(&town);
    assert_eq!(at(&town, &id, Delivery::Refused), 1);
    assert_eq!(copies(&sink).len(), MAILS - 1);
}

#[test]
fn while_the_mail_server_is_away_mails_wait_and_then_all_arrive_once() {
    let sink = Sink::start(Options {
        away: true,
        ..Options::default()
    });
    let (town, id) = sending(&sink);
    an_hour(&town);
    assert_eq!(at(&town, &id, Delivery::Queued), MAILS as i64);
    sink.come_back();
    (0..5).for_each(|_| an_hour(&town));
    assert_eq!(copies(&sink).len(), MAILS);
    assert!(copies(&sink).values().all(|copies| *copies == 1));
}

#[test]
fn connections_are_kept_and_are_never_more_than_allowed() {
    let sink = Sink::start(Options::default());
    started(Town::mailing(&plain(&sink), &[("mail_connections", "3")]));
    let (all, together) = sink.connections();
    assert_eq!(sink.accepted().len(), MAILS);
    assert!(
        all <= 3 && together <= 3,
        "{all} connections, {together} together"
    );
}

#[test]
fn no_domain_gets_more_mails_a_minute_than_set() {
    let sink = Sink::start(Options::default());
    let town = Town::mailing(&plain(&sink), &[("mail_per_minute", "5"), ONE]);
    town.settle(&roster());
    town.launch("confidential");
    let mut before = 0;
    for minute in 0..4 {
        let accepted = sink.accepted().len();
        assert_eq!(accepted - before, [5, 5, 5, 3][minute], "minute {minute}");
        before = accepted;
        town.app
            .clock
            .set(town.app.now() + chrono::Duration::minutes(1));
        town.run_due();
    }
}

#[test]
fn a_sign_in_overtakes_invitations_that_wait() {
    let sink = Sink::start(Options::default());
    let town = Town::mailing(&plain(&sink), &[("mail_per_minute", "1"), ONE]);
    town.settle(&roster());
    town.launch("confidential");
    let knock = gutcheck::access::Knock::inside();
    gutcheck::access::ask(&town.app, &knock, "carla@harbour.example", "browser").unwrap();
    town.run_due();
    let last = sink.accepted().pop().unwrap();
    assert!(last.body.contains("/sign-in/link/"), "{}", last.body);
}

#[test]
fn passwords_and_mails_travel_encrypted_or_not_at_all() {
    let login = Some(("gut".to_owned(), "check!".to_owned()));
    for (tls, scheme, query) in [
        (Tls::Implicit, "smtps", ""),
        (Tls::Upgraded, "smtp", "?tls=required"),
    ] {
        let sink = Sink::start(Options {
            tls,
            login: login.clone(),
            ..Options::default()
        });
        let trust = std::env::temp_dir().join(format!("gutcheck-{}-{scheme}.pem", sink.port()));
        std::fs::write(&trust, sink.certificate()).unwrap();
        let trusted = [("mail_certificates", trust.to_str().unwrap())];
        let url = |password| format!("{scheme}://gut:{password}@localhost:{}{query}", sink.port());

        // Who is not known to be the mail server gets nothing.
        let (town, id) = started(Town::mailing(&url("check!"), &[]));
        assert_eq!(sink.accepted().len(), 0);
        let waiting = &mail::standing(&town.app, &id).unwrap()[0].counts;
        assert!(
            waiting
                .iter()
                .any(|count| count.reason == Some(Reason::Encryption))
        );

        let (town, id) = started(Town::mailing(&url("wrong"), &trusted));
        assert_eq!(sink.accepted().len(), 0);
        let waiting = &mail::standing(&town.app, &id).unwrap()[0].counts;
        assert!(
            waiting
                .iter()
                .any(|count| count.reason == Some(Reason::Login))
        );

        started(Town::mailing(&url("check!"), &trusted));
        let accepted = sink.accepted();
        assert_eq!(accepted.len(), MAILS);
        assert!(accepted.iter().all(|mail| mail.encrypted));
        assert!(
            accepted
                .iter()
                .all(|mail| mail.user.as_deref() == Some("gut"))
        );
        std::fs::remove_file(trust).unwrap();
    }
}

#[test]
fn without_starttls_nothing_is_sent_where_it_is_required() {
    let sink = Sink::start(Options::default());
    let url = format!("{}?tls=required", plain(&sink));
    let (town, id) = started(Town::mailing(&url, &[]));
    assert_eq!(at(&town, &id, Delivery::Queued), MAILS as i64);
    assert_eq!(sink.accepted().len(), 0);
}

#[test]
fn two_nodes_send_a_thousand_mails_once_each_and_what_a_dead_one_had_taken() {
    support::nodes::share_the_work(None);
}

#[actix_web::test]
async fn the_console_says_why_a_mail_did_not_arrive_and_its_button_sends_it_again() {
    let sink = Sink::start(Options::default());
    let crane = "crane1@harbour.example";
    sink.fail_for(crane, Some(Fault::Answer(Phase::Rcpt, 550)));
    let (town, id) = sending(&sink);
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr_again(&mut hr).await;
    let console = format!("/hr/waves/{id}");
    let page = hr.get(&console).await;
    page.says("One mail was refused:");
    page.says("does not know the address");
    page.says(crane);
    sink.fail_for(crane, None);
    went_to(
        &hr.post(&format!("{console}/mail-again"), &[]).await,
        &console,
    );
    town.run_due();
    assert_eq!(to(&sink.accepted(), crane).len(), 1);
    let page = hr.get(&console).await;
    page.keeps_silent_about("was refused");
    page.keeps_silent_about(crane);
    hr.get("/hr/log")
        .await
        .says("Mails of Q2 2026 were sent again");
}

#[actix_web::test]
async fn nobody_is_asked_again_when_the_wave_is_closed() {
    let sink = Sink::start(Options::default());
    let crane = "crane1@harbour.example";
    sink.fail_for(crane, Some(Fault::Answer(Phase::Rcpt, 550)));
    let (town, id) = sending(&sink);
    gutcheck::wave::close(&town.app, &id, "Hanna").unwrap();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr_again(&mut hr).await;
    let page = hr.get(&format!("/hr/waves/{id}")).await;
    page.says("One mail was refused:");
    page.keeps_silent_about("Send these mails again");
    mail::again(&town.app, &id, "Hanna").unwrap();
    assert_eq!(at(&town, &id, Delivery::Refused), 1);
}
