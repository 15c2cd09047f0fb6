//! What is kept for how long, for everybody with an account.

use super::reply::{Failure, on};
use super::viewer::Holder;
use crate::app::App;
use crate::error::Outcome;
use crate::retention::{self, Kind, Term, counted};
use crate::text::Lang;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct RetentionPage {
    rules: Vec<Rule>,
    /// The day of the last night, once there was one.
    night: Option<String>,
    /// What went then.
    gone: Vec<String>,
}

#[derive(Serialize)]
struct Rule {
    kind: &'static str,
    term: String,
}

/// The order of the page: people first, then what they said, then what the server notes.
const ORDER: [Kind; 8] = [
    Kind::Leavers,
    Kind::LeaderAnswers,
    Kind::Comments,
    Kind::Waves,
    Kind::Uploads,
    Kind::Undo,
    Kind::Mails,
    Kind::Acts,
];

/// GET `/retention`.
pub async fn show(app: web::Data<App>, holder: Holder) -> Result<HttpResponse, Failure> {
    let lang = holder.visit.lang;
    let view = on(&app, move |app| page(app, lang)).await?;
    holder.visit.html(&app, "retention.html", &view)
}

fn page(app: &App, lang: Lang) -> Outcome<RetentionPage> {
    let night = retention::last_night(app)?;
    let rule = |kind: Kind| Rule {
        kind: kind.as_str(),
        term: words(retention::term(app, kind), lang),
    };
    Ok(RetentionPage {
        rules: ORDER.map(rule).into(),
        gone: night
            .as_ref()
            .map(|night| gone(&night.counts, lang))
            .unwrap_or_default(),
        night: night.map(|night| lang.day(night.day)),
    })
}

fn words(term: Term, lang: Lang) -> String {
    let (key, number) = match term {
        Term::Days(days) => ("retention-days", days),
        Term::Months(months) => ("retention-months", months),
        Term::Kept => return lang.text("retention-kept"),
    };
    lang.say(
        key,
        &[(
            "count".into(),
            usize::try_from(number).unwrap_or_default().into(),
        )],
    )
}

/// What went in a night, in words.
pub fn gone(counts: &str, lang: Lang) -> Vec<String> {
    let one = |(kind, count): (Kind, usize)| {
        let key = format!("retention-gone-{}", kind.as_str());
        lang.say(&key, &[("count".into(), count.into())])
    };
    counted(counts).into_iter().map(one).collect()
}
