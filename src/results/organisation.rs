use super::commitments;
use super::load::Loaded;
use super::past;
use crate::app::{App, Weigh};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::report::{self, Moves, OrganisationPage, Trend, UnitReport};
use crate::store::result;
use crate::store::wave::{self, State};
use crate::text::{Lang, Sentence};
use std::sync::Arc;

/// The released waves: identifier and title, the latest first.
pub fn released(app: &App) -> Outcome<Vec<(WaveId, String)>> {
    let waves = app.store.read(wave::waves)?.into_iter();
    let released = waves.filter(|wave| wave.state == State::Released);
    Ok(released.map(|wave| (wave.id, wave.title)).collect())
}

/// The organisation in a released wave.
pub fn organisation(app: &App, id: &WaveId, lang: Lang) -> Outcome<OrganisationPage> {
    let loaded = Loaded::read(app, id)?;
    let whole = Whole::of(app, &loaded, lang)?;
    let names = loaded.names();
    let groups = report::groups(&loaded.scores, &names, lang);
    let groups = groups.map_err(|error| Problem::fault("scores", error))?;
    let ranking = report::ranking(&loaded.scores, &groups, lang);
    let relations = report::relations(&loaded.scores, &groups, lang);
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    let report = report::organisation(&loaded.scores, groups, lang);
    Ok(OrganisationPage {
        id: id.clone(),
        has_gaps: report.rows.iter().any(|row| !row.gaps.is_empty()),
        head: loaded.head(lang),
        report,
        whole: whole.report,
        trend: whole.trend,
        members: whole.members,
        since: whole.since,
        codebook: report::codebook(&loaded.scores.survey, lang),
        ranking,
        relations,
        without: Some(report::without(
            loaded.scores.release.groups(),
            &names,
            0,
            lang,
        ))
        .filter(|missing| !missing.is_empty()),
        commitments: app.store.read(|c| commitments::counts(c, &loaded))?,
        rules: Sentence::new("report-rules").with("k", k).in_lang(lang),
    })
}

/// What a released wave says of all together, in a few sentences.
pub struct Said {
    /// The finding, by rule.
    pub headline: String,
    /// How many of how many answered.
    pub answered: String,
    /// What moved since the wave before by more than chance.
    pub moved: Vec<String>,
}

impl Weigh for Said {
    fn bytes(&self) -> usize {
        let moved = self.moved.iter().map(String::len).sum::<usize>();
        self.headline.len() + self.answered.len() + moved
    }
}

/// What a released wave says of all together.
pub fn said(app: &App, id: &WaveId, lang: Lang) -> Outcome<Arc<Said>> {
    let edition = app.store.read(result::edition)?;
    let name = format!("said {id} {edition} {}", lang.code());
    app.cache.get_or(&name, || {
        let loaded = Loaded::read(app, id)?;
        let whole = Whole::of(app, &loaded, lang)?.report;
        let Some(report) = whole.map(|report| report::below(report, lang)) else {
            return Ok(Said {
                headline: lang.text("report-headline-none"),
                answered: String::new(),
                moved: Vec::new(),
            });
        };
        let rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
        let changes = rows.filter_map(|row| row.change.as_ref());
        let moved = changes.filter(|change| change.is_visible());
        Ok(Said {
            moved: moved.map(|change| change.sentence.clone()).collect(),
            headline: report.headline,
            answered: report.answered,
        })
    })
}

/// The organisation as one unit, over its waves.
#[derive(Default)]
struct Whole {
    report: Option<UnitReport>,
    trend: Option<Trend>,
    members: Option<String>,
    since: Option<String>,
}

impl Whole {
    fn of(app: &App, loaded: &Loaded, lang: Lang) -> Outcome<Self> {
        let Some(root) = loaded.nodes.first() else {
            return Ok(Self::default());
        };
        let scores = loaded.unit(0)?;
        let earlier = past::earlier(app, loaded, 0, root.team.as_ref())?;
        let moved = past::moved(app, loaded, 0, &earlier)?;
        let moves = moved
            .as_ref()
            .map(|(since, changes)| Moves { since, changes });
        let report = scores
            .as_ref()
            .map(|scores| loaded.report(scores, moves.as_ref(), lang));
        Ok(Self {
            trend: past::trend(loaded, report.as_ref(), &earlier, lang),
            members: past::members(scores.as_ref(), &earlier, lang),
            since: moved.map(|(since, _)| since),
            report,
        })
    }
}
