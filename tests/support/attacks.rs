//! Attacks on anonymity that were once won, through the product and on any database.

use super::adversary::{crowd, vote};
use super::record::letters;
use super::{Browser, Town, files};
use actix_web::test;
use diesel::RunQueryDsl;
use gutcheck::error::Outcome;
use gutcheck::store::outbox::Kind;
use gutcheck::store::wave::{self as stored, State};
use gutcheck::store::{Db, ballot, invitation, outbox, sheet};
use gutcheck::{mail, wave};

/// Whoever makes a second promise with the number or the root of a first is refused by the database itself, so that
/// a number leads to one wave for ever.
pub fn two_promises_never_share_a_number(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(&crowd(8));
    let [one, other] = [town.launch("anonymous"), town.launch("confidential")];
    assert_ne!(letters(&town, &one), letters(&town, &other));
    for what in ["number", "root"] {
        let forge = format!(
            "UPDATE promise SET {what} = (SELECT p.{what} FROM promise p WHERE p.wave = '{one}') \
             WHERE wave = '{other}'"
        );
        let forge = |c: &mut Db| Ok(diesel::sql_query(&forge).execute(c)?);
        assert!(town.app.store.write(forge).is_err(), "{what}");
    }
    for id in [&one, &other] {
        let known = wave::public(&town.app, &letters(&town, id)).unwrap();
        assert_eq!(known.wave.id, *id);
    }
}

/// P13: nobody releases a wave. On the promised day its keys, ballots, links and lists are gone, and who used one.
pub async fn a_wave_that_nobody_releases_is_gone(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(&crowd(8));
    let id = town.launch("anonymous");
    town.wait(5, 0);
    vote(&town, &id, |_| {});
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let key_files = || {
        let files = files(&town.folder.join("keys")).into_iter();
        files
            .filter(|path| path.display().to_string().contains(id.as_str()))
            .count()
    };
    let warned = || {
        let mails = town.mails_to("hr@harbour.example");
        mails
            .iter()
            .filter(|mail| mail.message.subject.contains("is not released"))
            .count()
    };
    // It closes on 10 June, so all of it is to end on 10 July.
    for (days, mails) in [(20, 0), (1, 1), (9, 1), (2, 2)] {
        town.wait(days, 0);
        assert_eq!(
            (key_files(), warned()),
            (2, mails),
            "after {days} more days"
        );
    }
    let read = |c: &mut Db| stored::wave(c, &id);
    assert_eq!(town.app.store.read(read).unwrap().state, State::Closed);
    town.wait(3, 0);
    assert_eq!(key_files(), 0);
    let gone = |c: &mut Db| -> Outcome<bool> {
        let slips = invitation::of_wave(c, &id)?;
        let links = slips
            .iter()
            .all(|one| one.token_hash.is_none() && one.blinded_hash.is_none());
        let ballots = ballot::of_wave(c, &id)?;
        let sealed = ballots
            .iter()
            .all(|one| one.sealed.is_none() && one.signature.is_none());
        let reminders = [Kind::Reminder, Kind::LastCall];
        let reminded: Vec<bool> = reminders
            .into_iter()
            .map(|kind| outbox::has(c, &id, kind))
            .collect::<Outcome<_>>()?;
        let lists = sheet::of_wave(c, &id)?.is_empty();
        Ok(links && sealed && lists && reminded == [false, false] && ballots.len() == 8)
    };
    assert!(town.app.store.read(gone).unwrap());
    assert_eq!(town.app.store.read(read).unwrap().state, State::Lapsed);
    assert!(wave::count(&town.app, &id, "Hanna").is_err());
    let page = format!("/wave/{}", letters(&town, &id));
    Browser::new(&service)
        .get(&page)
        .await
        .says("Nobody published the results of this wave");
    let kinds = mail::standing(&town.app, &id).unwrap();
    assert!(kinds.iter().all(|one| !Kind::REMINDERS.contains(&one.kind)));
}
