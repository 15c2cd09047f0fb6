use super::account;
use super::batch::Batch;
use super::template::{self, Personal};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{MailId, WaveId};
use crate::store::outbox::{Kind, Reason};
use crate::store::people::Person;
use crate::store::wave::Promise;
use crate::text::{Lang, Sentence};
use crate::transport::Message;
use std::collections::BTreeMap;

/// The mails of a wave that can be looked at and tried out before it opens.
pub const SAMPLES: [Kind; 6] = [
    Kind::Invitation,
    Kind::Reminder,
    Kind::LastCall,
    Kind::LeaderForm,
    Kind::LeaderReminder,
    Kind::Results,
];

/// Stands for a number and a secret that do not exist.
const NUMBER: &str = "TEST-TEST-TEST-TEST";
const SECRET: &str = "test-test-test-test-test-test-te";

/// A mail of a wave as it would reach somebody in a team with so many people. Its links lead to the page `preview`
/// and say that they are a test.
///
/// # Errors
/// Not found for mails that have no sample.
pub fn sample(
    app: &App,
    wave: &WaveId,
    kind: Kind,
    (team, invited): (&str, usize),
    (to, lang): (&Person, Lang),
    preview: &str,
) -> Outcome<Message> {
    if !SAMPLES.contains(&kind) {
        return Err(Problem::NotFound);
    }
    let batch = Batch::open(app, BTreeMap::new())?;
    let facts = batch.facts(wave)?;
    // At the address of the account, which need not be the one on the roster.
    let to = account::holder(&batch, &to.id)?.ok_or(Problem::NotFound)?;
    let person = Person {
        locale: lang.code().to_owned(),
        ..to
    };
    let typed = Kind::TO_MEMBERS.contains(&kind) && facts.wave.promise == Promise::Anonymous;
    let personal = Personal {
        name: person.name.clone(),
        link: preview.to_owned(),
        code: typed.then(|| format!("{NUMBER}.0.{SECRET}")),
        stop: Some(preview.to_owned()),
    };
    let about = (team, i32::try_from(invited).unwrap_or(i32::MAX));
    let public = format!("/hr/waves/{wave}/preview/public?lang={}", lang.code());
    let public = app.config.link(&public);
    let stand_in = (NUMBER, public.as_str());
    let template = template::sample(&batch, kind, &facts, about, (&person, &personal), stand_in)?;
    let (subject, text, html) = template.fill(&personal);
    Ok(Message {
        subject: Sentence::new("mail-test-subject")
            .with("subject", subject)
            .in_lang(lang),
        text: format!("{}\n\n{text}", lang.text("mail-test")),
        html,
        letterhead: batch.letterhead.clone(),
        message_id: format!("<{}@{}>", MailId::new(app.seed()), app.config.mail_host()),
        stop: None,
        email: person.email.clone().unwrap_or_default(),
        name: person.name,
    })
}

/// Sends a mail at once and past the queue, so that it is known here and now whether the mail server takes it: why
/// it does not, if so.
pub fn send_now(app: &App, message: &Message) -> Outcome<Option<Reason>> {
    let mut connection = app.mailer.connection()?;
    let sent = connection.send(message, app.now());
    connection.end();
    Ok(sent.err().map(|error| error.reason))
}
