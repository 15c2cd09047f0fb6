//! The public page of a wave: what was promised, and what everybody can check.

use super::asker::AskerView;
use super::assets;
use super::changes;
use super::download::attachment;
use super::id::{Id, Root};
use super::reply::{Failure, on};
use super::visit::Guest;
use crate::app::App;
use crate::ballot::audit::Counts;
use crate::ballot::letters;
use crate::ballot::promise::{CellTerms, TrusteeKey, TrusteeTerms, moment, short};
use crate::error::Outcome;
use crate::store::Moment;
use crate::store::wave::Promise;
use crate::survey::{Item, Role, Survey};
use crate::text::Lang;
use crate::wave::{self, Look, OpeningForm, Public};
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The page's script reads what is public of the wave, and asks this server only.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[derive(Serialize)]
pub(super) struct WavePage {
    title: String,
    /// Who asks.
    asker: Option<AskerView>,
    anonymous: bool,
    state_label: String,
    short: String,
    root: String,
    state: &'static str,
    asked: Asked,
    kept: Kept,
    opens: Time,
    /// The end that holds now, the one that was promised, the latest to which it can be extended, and when the keys go at the latest.
    closes: Time,
    promised_close: Time,
    latest_close: Time,
    destroys_by: Time,
    /// What was changed since, in words, and the letters of the last link of the chain.
    changes: Vec<String>,
    tip: String,
    tip_letters: String,
    /// The day on which it was called off.
    called_off: Option<String>,
    smallest: i32,
    /// The members always get the report of their group.
    members_read: bool,
    /// The last entry of the log of acts when the promise was made.
    log_tip: Option<String>,
    groups: Vec<Group>,
    /// How many of the invited draw a link on paper.
    slips: i32,
    /// Groups in which too few answered to be counted anywhere.
    nowhere: Vec<String>,
    /// The list of ballots is final, and these are the counts of all groups.
    total: Option<Counts>,
    sound: bool,
    ballots_root: Option<String>,
    result_hash: Option<String>,
    /// Ballots that hold no sound form.
    spoilt: i32,
    destroyed: Option<String>,
    destroy_after: Option<String>,
    /// The answer page of this server is the promised one, or nobody answers any more.
    same_page: bool,
    /// Who opens the answers; none if the server does.
    trustees: Option<Trustees>,
    link: String,
    /// What checks the wave in the reader's browser.
    script: String,
    /// The wave is a draft: its number and its groups are as they would be.
    draft: bool,
}

/// What is asked, and how many are.
#[derive(Serialize)]
struct Asked {
    minutes: u8,
    people: i32,
    statements: Vec<String>,
    questions: Vec<String>,
    leaders: Vec<String>,
}

impl Asked {
    fn new(survey: &Survey, people: i32, lang: Lang) -> Self {
        let mut statements: Vec<_> = survey
            .form(Role::Member)
            .map(|(_, item)| item)
            .filter(|item| !survey.is_slot(item))
            .collect();
        statements.sort_by_key(|item| item.dimension);
        let said = |item: &Item| {
            item.wording(Role::Member)
                .map(|text| text.text(lang.code()).to_owned())
        };
        let questions = |role| {
            let questions = survey.questions_for(role);
            questions
                .map(|(_, question)| question.text.text(lang.code()).to_owned())
                .collect()
        };
        Self {
            minutes: survey.minutes,
            people,
            statements: statements.into_iter().filter_map(said).collect(),
            questions: questions(Role::Member),
            leaders: questions(Role::Leader),
        }
    }
}

/// For how many months what is read of a wave is kept after its end; 0 for no end.
#[derive(Serialize)]
struct Kept {
    results: u32,
    comments: u32,
    leaders: u32,
}

impl Kept {
    fn of(app: &App) -> Self {
        let results = app.config.keep_waves_months;
        let months = |part| if part == 0 { results } else { part };
        Self {
            results,
            comments: months(app.config.keep_comments_months),
            leaders: months(app.config.keep_leader_answers_months),
        }
    }
}

/// A moment, which a script of the page says by the reader's own clock.
#[derive(Clone, Serialize)]
struct Time {
    at: String,
    words: String,
}

impl Time {
    fn of(at: Moment, lang: Lang) -> Self {
        Self {
            at: at.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            words: lang.moment(at.utc()),
        }
    }
}

#[derive(Serialize)]
struct Trustees {
    needed: usize,
    /// How many keys can be lost.
    spare: usize,
    keys: Vec<TrusteeKey>,
}

impl From<TrusteeTerms> for Trustees {
    fn from(terms: TrusteeTerms) -> Self {
        let needed = terms.needed as usize;
        Self {
            needed,
            spare: terms.keys.len().saturating_sub(needed),
            keys: terms.keys,
        }
    }
}

impl Trustees {
    fn planned(opening: &OpeningForm) -> Self {
        let needed = opening.needed().parse().unwrap_or_default();
        let key = |(name, key): (&str, &str)| TrusteeKey {
            name: name.to_owned(),
            key: key.rsplit('.').next().unwrap_or_default().to_owned(),
        };
        let named = opening.rows().filter(|(name, _)| !name.is_empty());
        let keys: Vec<TrusteeKey> = named.map(key).collect();
        Self {
            spare: keys.len().saturating_sub(needed),
            needed,
            keys,
        }
    }
}

/// People who count together: one cell, or, as soon as the list of ballots is final, several.
#[derive(Serialize)]
struct Group {
    label: String,
    counts: Counts,
}

/// GET `/wave/{root}`.
pub async fn show(
    app: web::Data<App>,
    Guest(visit): Guest,
    Id(Root(root)): Id<Root>,
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let page = on(&app, move |app| {
        WavePage::new(app, wave::public(app, &root)?, lang)
    });
    let mut response = visit.html(&app, "wave.html", &page.await?)?;
    let policy = HeaderValue::from_static(CONTENT_POLICY);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

/// GET `/wave/{root}/record.json`: everything that can be checked, for `gutcheck verify`.
pub async fn record(
    app: web::Data<App>,
    Id(Root(root)): Id<Root>,
) -> Result<HttpResponse, Failure> {
    let record = on(&app, move |app| wave::record(app, &root)).await?;
    Ok(HttpResponse::Ok().json(record))
}

/// GET `/wave/{root}/ballots.txt`: the identifiers of all ballots, a line each.
pub async fn ballots(
    app: web::Data<App>,
    Id(Root(root)): Id<Root>,
) -> Result<HttpResponse, Failure> {
    let ids = on(&app, move |app| wave::receipts(app, &root)).await?;
    let lines: String = ids.iter().map(|id| format!("{id}\n")).collect();
    Ok(attachment(
        "ballots.txt",
        "text/plain; charset=utf-8",
        lines.into_bytes(),
    ))
}

impl WavePage {
    fn new(app: &App, known: Public, lang: Lang) -> Outcome<Self> {
        let asked = |cell: &CellTerms| Counts {
            cells: vec![cell.cell],
            invited: cell.invited,
            spare: known.amended.taken(cell.cell),
            ..Counts::default()
        };
        let slips = known.cell_terms.iter().map(|cell| cell.slips).sum();
        let final_list = known.wave.ballots_root.is_some();
        let counts = match final_list {
            true => known.counts.clone(),
            false => known.cell_terms.iter().map(asked).collect(),
        };
        let named = |cells: &[i32]| {
            let cells = known
                .cell_terms
                .iter()
                .filter(|one| cells.contains(&one.cell));
            let labels: Vec<&str> = cells.map(|cell| cell.label.as_str()).collect();
            labels.join(", ")
        };
        let nowhere = known.cells.iter().filter(|cell| {
            let counted = |counts: &Counts| counts.cells.contains(&cell.no);
            !counts.iter().any(counted)
        });
        let nowhere = nowhere.map(|cell| named(&[cell.no])).collect();
        let group = |counts: Counts| Group {
            label: named(&counts.cells),
            counts,
        };
        let groups: Vec<Group> = counts.into_iter().map(group).collect();
        let people = known
            .cell_terms
            .iter()
            .map(|cell| cell.invited + known.amended.taken(cell.cell));
        let asked = Asked::new(&known.survey, people.sum(), lang);
        let words = |text: &str| match moment(text) {
            Some(at) => Time::of(at.and_utc().into(), lang),
            None => Time {
                at: String::new(),
                words: text.to_owned(),
            },
        };
        let changes = changes::words(&known, lang, |at| lang.moment(at.utc()));
        let called_off = known.called_off().map(|day| changes::day(&day, lang));
        let (wave, promise, terms) = (known.wave, known.promise, known.terms);
        let state = wave.state.as_str();
        let tip: String = letters::of_bytes(&known.amended.tip)
            .chars()
            .take(16)
            .collect();
        Ok(Self {
            slips,
            anonymous: terms.protocol == "abp2",
            state_label: lang.text(&format!("hr-state-{state}")),
            short: short(&promise.number),
            script: assets::url("wave.js"),
            link: app.config.link(&format!("/wave/{}", promise.root)),
            root: promise.root,
            state,
            asked,
            kept: Kept::of(app),
            opens: words(&terms.opens),
            closes: Time::of(wave.closes, lang),
            promised_close: words(&terms.closes),
            latest_close: words(&terms.latest_close),
            destroys_by: words(&terms.destroys_by),
            changes,
            tip: short(&tip),
            tip_letters: tip,
            called_off,
            smallest: wave.k,
            log_tip: terms.log_tip.clone(),
            members_read: wave.members_read,
            sound: groups.iter().all(|group| group.counts.hold()),
            total: final_list.then(|| groups.iter().map(|group| &group.counts).sum()),
            groups,
            nowhere,
            ballots_root: wave.ballots_root,
            result_hash: wave.result_hash,
            spoilt: wave.spoilt.unwrap_or_default(),
            destroyed: wave.key_destroyed.map(|day| lang.day(day)),
            destroy_after: wave.destroy_after.map(|moment| lang.day(moment.date())),
            same_page: final_list || terms.page == app.answer_page.hash,
            asker: AskerView::new(terms.asker.unwrap_or_default(), lang),
            trustees: terms.trustees.map(Trustees::from),
            title: wave.title,
            draft: false,
        })
    }

    /// The page of a draft as it would be, with a number that stands for no promise.
    pub fn draft(app: &App, look: Look, opening: &OpeningForm, lang: Lang) -> Self {
        let (wave, state) = (look.wave, "frozen");
        let words = |moment: Moment| Time::of(moment, lang);
        let people: usize = look.groups.iter().map(|(_, people)| people).sum();
        let people = i32::try_from(people).unwrap_or(i32::MAX);
        let group = |(label, invited): (String, usize)| Group {
            label,
            counts: Counts {
                invited: i32::try_from(invited).unwrap_or(i32::MAX),
                ..Counts::default()
            },
        };
        Self {
            slips: 0,
            anonymous: wave.promise == Promise::Anonymous,
            state_label: lang.text("hr-state-draft"),
            short: "TEST-TEST-TEST-TEST".to_owned(),
            link: String::new(),
            script: assets::url("wave.js"),
            root: String::new(),
            state,
            asked: Asked::new(&look.survey, people, lang),
            kept: Kept::of(app),
            opens: words(wave.opens),
            closes: words(wave.closes),
            promised_close: words(wave.closes),
            latest_close: words(look.ends.0),
            destroys_by: words(look.ends.1),
            changes: Vec::new(),
            tip: String::new(),
            tip_letters: String::new(),
            called_off: None,
            smallest: wave.k,
            log_tip: None,
            members_read: wave.members_read,
            sound: true,
            total: None,
            groups: look.groups.into_iter().map(group).collect(),
            nowhere: Vec::new(),
            ballots_root: None,
            result_hash: None,
            spoilt: 0,
            destroyed: None,
            destroy_after: None,
            same_page: true,
            asker: AskerView::new(look.asker, lang),
            trustees: opening.by_trustees().then(|| Trustees::planned(opening)),
            title: wave.title,
            draft: true,
        }
    }
}
