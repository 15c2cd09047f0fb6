use super::changes_view::ChangesCard;
use super::counting_view::Counting;
use super::eyes::EyesCard;
use super::groups_view::{Group, total};
use super::leaders::LeadersCard;
use super::mail_view::MailCard;
use super::repeat_view::RepeatCard;
use super::slips::SlipsCard;
use super::times::Zone;
use super::trustees_view::TrusteesCard;
use super::waves::Values;
use crate::app::App;
use crate::ballot::promise::short;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::roster;
use crate::store::wave::{State, Wave};
use crate::survey::Role;
use crate::text::Lang;
use crate::wave::{self, PERIODS, PlanForm, settles};
use crate::web::report::share::SharesCard;
use serde::Serialize;

/// A wave's console.
#[derive(Serialize)]
pub struct WavePage {
    id: String,
    title: String,
    state: &'static str,
    state_label: String,
    survey: String,
    minutes: u8,
    leader_items: usize,
    member_items: usize,
    /// Commitments that members may have to judge besides.
    judged: usize,
    smallest: i32,
    opens: String,
    closes: String,
    /// The opening lies in the past.
    due: bool,
    zone: &'static str,
    /// People on today's roster, who would be asked.
    people: usize,
    values: Values,
    groups: Vec<Group>,
    /// What would become of each team, for a draft.
    counting: Option<Counting>,
    /// How many answered, in a sentence.
    answered: String,
    invited: usize,
    unreached: usize,
    counted: Option<String>,
    released: Option<String>,
    destroy_after: Option<String>,
    destroyed: Option<String>,
    promise: &'static str,
    /// The number of the promise and its letters, once it is made.
    short: Option<String>,
    root: Option<String>,
    /// Groups that have their issuing key.
    keys: usize,
    /// When the last ballots are taken, until their list is final.
    settles: Option<String>,
    key_tested: Option<String>,
    key_sound: Option<bool>,
    /// Who opens the answers; none if the server does.
    trustees: Option<TrusteesCard>,
    /// Where trustees make and use their keys.
    trustee_page: String,
    /// What was changed and may be; none before the promise is made.
    changes: Option<ChangesCard>,
    /// How many get a mail if it is called off.
    told: usize,
    /// The wave from which the trustees of a draft and their keys come.
    carried: Option<String>,
    /// Who was asked as a leader; none if nobody was.
    leaders: Option<LeadersCard>,
    /// Links on paper; none where everybody has an address.
    slips: Option<SlipsCard>,
    /// The reports that members read.
    shares: SharesCard,
    mail: MailCard,
    repeat: Option<RepeatCard>,
    /// Months that a wave can be repeated after.
    periods: [i32; 4],
    /// What takes a second survey lead; none where one is enough.
    eyes: Option<EyesCard>,
    error: Option<String>,
}

impl WavePage {
    /// What is known of a wave; `sent` is a refused change, `error` the reason for the last refusal, `sought` the
    /// team that HR looks for, `me` who looks.
    pub fn read(
        app: &App,
        id: &WaveId,
        sent: Option<Values>,
        error: Option<String>,
        (sought, me): (&str, &str),
        lang: Lang,
    ) -> Outcome<Self> {
        let known = wave::overview(app, id)?;
        let zone = Zone::of(app)?;
        let (wave, survey) = (known.wave, known.survey);
        let state = wave.state.as_str();
        let number = known.promise.as_ref().map(|(number, _)| short(number));
        let words = |moment| zone.words(moment, lang);
        let when = |moment: Option<_>| moment.map(words);
        Ok(Self {
            id: id.to_string(),
            state,
            state_label: lang.text(&format!("hr-state-{state}")),
            survey: survey.title.text(lang.code()).to_owned(),
            minutes: survey.minutes,
            leader_items: survey.statements(Role::Leader),
            member_items: survey.statements(Role::Member),
            judged: survey.slots().count(),
            smallest: wave.k,
            opens: words(wave.opens),
            closes: words(wave.closes),
            due: wave.opens <= app.now(),
            zone: zone.name(),
            people: roster::headcount(app)?,
            values: match sent {
                Some(sent) => sent,
                None => Values::from(&PlanForm {
                    survey: survey.id,
                    title: wave.title.clone(),
                    opens: zone.field(wave.opens),
                    closes: zone.field(wave.closes),
                    promise: wave.promise.as_str().to_owned(),
                    readers: wave::readers(wave.auditors_read),
                    members: wave::members(wave.members_read),
                    opening: wave::opening_form(app, id)?,
                }),
            },
            answered: total(&wave, &known.cells, lang),
            counting: Counting::read(app, &wave, zone, sought, lang)?,
            invited: known.cells.iter().map(|cell| cell.invited).sum(),
            unreached: known.cells.iter().map(|cell| cell.unreached).sum(),
            groups: known
                .cells
                .iter()
                .map(|cell| Group::new(cell, lang))
                .collect(),
            counted: when(wave.participation_at),
            released: when(wave.released),
            destroy_after: when(wave.destroy_after),
            destroyed: wave.key_destroyed.map(|day| lang.day(day)),
            promise: wave.promise.as_str(),
            short: number.clone(),
            root: known.promise.as_ref().map(|(_, root)| root.clone()),
            keys: known.keys,
            settles: match wave.ballots_root {
                None => Some(words(settles(&wave))),
                Some(_) => None,
            },
            key_tested: when(wave.key_tested),
            key_sound: wave.key_sound,
            trustees: TrusteesCard::read(app, &wave, lang)?,
            trustee_page: app.config.link("/trustee"),
            changes: match &known.promise {
                Some((_, root)) => Some(ChangesCard::read(app, root, zone, lang)?),
                None => None,
            },
            told: wave::to_be_told(app, id)?,
            carried: carried(app, &wave)?,
            leaders: LeadersCard::read(app, &wave)?,
            shares: SharesCard::read(app, id, lang)?,
            slips: SlipsCard::read(app, id, number.as_deref(), lang)?,
            mail: MailCard::read(app, &wave, lang)?,
            repeat: RepeatCard::read(app, &wave, zone, lang)?,
            eyes: EyesCard::read(app, &wave, me, zone, lang)?,
            periods: PERIODS,
            title: wave.title,
            error,
        })
    }
}

/// What people call the wave before, if a draft has its trustees.
fn carried(app: &App, wave: &Wave) -> Outcome<Option<String>> {
    let (State::Draft, Some(previous)) = (wave.state, &wave.previous) else {
        return Ok(None);
    };
    let (now, then) = (
        wave::opening_form(app, &wave.id)?,
        wave::opening_form(app, previous)?,
    );
    let keys = |form: &wave::OpeningForm| {
        let rows = form.rows().map(|(_, key)| key.to_owned());
        rows.filter(|key| !key.is_empty()).collect::<Vec<_>>()
    };
    let old = keys(&then);
    let carried = now.by_trustees() && keys(&now).iter().any(|key| old.contains(key));
    Ok(match carried {
        true => Some(wave::overview(app, previous)?.wave.title),
        false => None,
    })
}
