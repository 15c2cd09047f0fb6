use super::change::Moves;
use super::gap::{MeanGap, Verdict, mean_gap};
use super::guide::{GuideStep, guide};
use super::involvement::{Involvement, involvement};
use super::next::{next_steps, topic};
use super::profile::{ProfileRow, profile};
use super::row::{GapRow, row};
use super::{percent, whole};
use crate::disclosure::{COMMENTED, SHARED};
use crate::scoring::{DimensionScores, ItemScore, Pattern, Source, UnitScores};
use crate::survey::{Dimension, DimensionKind, Role, Survey, Wording};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// The report of one team.
#[derive(Clone, Debug, Serialize)]
pub struct UnitReport {
    /// The finding, by rule.
    pub headline: String,
    /// The same, written to leader and team alike.
    #[serde(skip)]
    pub shared_headline: String,
    /// It is read by leader and team alike.
    #[serde(skip)]
    pub shared: bool,
    /// How many of how many answered, and what that means.
    pub answered: String,
    /// Answer sheets counted.
    pub n: usize,
    /// At least so many different people sent them.
    pub sure: usize,
    /// Different people asked.
    pub invited: usize,
    /// The mean of the core dimensions in points from 1 to 5, in steps.
    pub overall: Option<f64>,
    /// How leader and team work together; `None` where the survey does not ask for it.
    pub pattern: Option<PatternRow>,
    /// What 0 and 100 stand for.
    pub ends: [String; 2],
    /// Leader and members may make commitments, which the next wave judges.
    pub commits: bool,
    /// The gap over all core dimensions; `None` where fewer than two have one.
    pub mean_gap: Option<MeanGap>,
    /// The core dimensions, those with the strongest evidence of a difference first.
    pub gaps: Vec<GapRow>,
    /// How to read several ranges at once; `None` where there are not several.
    pub reading: Option<String>,
    /// The two traps; high is worse.
    pub traps: Vec<GapRow>,
    /// The chaos index as a whole; high is worse.
    pub chaos: Option<GapRow>,
    /// Its symptoms, the worst first.
    pub symptoms: Vec<Symptom>,
    /// How the leader's part is judged.
    pub involvement: Option<Involvement>,
    /// Customers, satisfaction, results.
    pub pillars: Vec<Symptom>,
    /// A value was capped so that nobody's answer can be read from it.
    pub capped: bool,
    /// What is left out, and why.
    pub withheld: Vec<String>,
    /// One question to ask the team; `None` where nothing is shown to ask about.
    pub question: Option<String>,
    /// What to do with it.
    pub next: Vec<String>,
    /// The conversation about it, part by part.
    pub guide: Vec<GuideStep>,
    /// Both sides over all core dimensions.
    pub profile: Option<ProfileRow>,
    /// What the intervals rest on besides the unit's own answers.
    pub parameters: String,
}

/// How leader and team work together, in one word and a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct PatternRow {
    /// Which it is.
    pub id: Pattern,
    /// The word.
    pub title: String,
    /// What it means.
    pub sentence: String,
}

/// One item from both sides; all figures from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct Symptom {
    /// Identifier of the item.
    pub id: String,
    /// The members' wording.
    pub text: String,
    /// It is worded the other way round, and its figures are turned.
    pub reversed: bool,
    /// The members' mean.
    pub team: i64,
    /// Percent who agree, where shares are told.
    pub agree: Option<i64>,
    /// The leader's answer.
    pub leader: Option<i64>,
    /// The members' mean in points from 1 to 5 and the share who agree.
    pub figures: (f64, Option<f64>),
}

/// Puts the scores of a unit into words; `moves` is what moved since the last comparable wave, and `source` where the
/// parameters of the intervals come from.
pub fn unit(
    survey: &Survey,
    scores: &UnitScores,
    moves: Option<&Moves<'_>>,
    source: Source,
    lang: Lang,
) -> UnitReport {
    let rows = |kind| -> Vec<GapRow> {
        let scored = of_kind(survey, scores, kind);
        scored
            .filter_map(|(dimension, scored)| row(survey, dimension, scored, scores, moves, lang))
            .collect()
    };
    let items = |kind| -> Vec<Symptom> {
        let scored = of_kind(survey, scores, kind);
        scored
            .flat_map(|(_, scored)| &scored.items)
            .filter_map(|item| symptom(survey, item, lang))
            .collect()
    };
    let mut gaps = rows(DimensionKind::Core);
    let evidence = |row: &GapRow| row.figures.get("gap_p").copied().unwrap_or(2.0);
    gaps.sort_by(|a, b| evidence(a).total_cmp(&evidence(b)));
    let mut symptoms = items(DimensionKind::Symptoms);
    symptoms.sort_by_key(|symptom| std::cmp::Reverse(symptom.team));
    let traps = rows(DimensionKind::Trap);
    let chaos = rows(DimensionKind::Symptoms).into_iter().next();
    let all = chaos.iter().chain(&gaps).chain(&traps);
    let capped = all.into_iter().any(|row| row.capped);
    let topic = topic(survey, scores, &gaps, lang);
    let mean_gap = scores
        .mean_gap
        .map(|judged| mean_gap(survey, &judged, lang));
    let finding = |stem| headline(stem, mean_gap.as_ref(), &gaps, &traps, lang);
    let shared_headline = finding("report-shared");
    let headline = finding("report-headline");
    UnitReport {
        guide: guide(scores, commits(survey), &headline, topic.as_ref(), lang),
        headline,
        shared_headline,
        shared: false,
        answered: answered(scores, lang),
        n: scores.n,
        sure: scores.sure,
        invited: scores.invited,
        overall: scores.overall,
        pattern: scores.pattern.map(|id| pattern(id, lang)),
        ends: ends(survey, lang),
        commits: commits(survey),
        withheld: withheld(survey, scores, capped, lang),
        question: topic.as_ref().map(|topic| topic.question(lang)),
        next: next_steps(scores, topic.as_ref(), lang),
        profile: profile(survey, scores, lang),
        parameters: lang.text(parameters(source)),
        capped,
        reading: mean_gap.is_some().then(|| reading(&gaps, lang)),
        mean_gap,
        gaps,
        traps,
        chaos,
        symptoms,
        involvement: of_kind(survey, scores, DimensionKind::Calibration)
            .find_map(|(_, scored)| scored.calibration.as_ref())
            .map(|calibration| involvement(calibration, lang)),
        pillars: items(DimensionKind::Pillar),
    }
}

impl UnitReport {
    /// The same report for leader and team alike: what stands out is not written to the leader.
    pub fn share(&mut self) {
        self.headline.clone_from(&self.shared_headline);
        self.shared = true;
    }

    /// The same report without what everybody in the organisation says.
    pub fn alone(&mut self) {
        let rows = self.gaps.iter_mut().chain(&mut self.traps);
        rows.for_each(|row| row.organisation = None);
    }
}

/// The scores of the dimensions of a kind.
pub(super) fn of_kind<'a>(
    survey: &'a Survey,
    scores: &'a UnitScores,
    kind: DimensionKind,
) -> impl Iterator<Item = (&'a Dimension, &'a DimensionScores)> {
    let named =
        |scored: &'a DimensionScores| Some((survey.dimensions.get(scored.dimension)?, scored));
    scores
        .dimensions
        .iter()
        .filter_map(named)
        .filter(move |(dimension, _)| dimension.kind == kind)
}

pub(super) fn symptom(survey: &Survey, item: &ItemScore, lang: Lang) -> Option<Symptom> {
    let asked = survey.items.get(item.item)?;
    let members = item.members?;
    Some(Symptom {
        id: asked.id.clone(),
        text: asked.wording(Role::Member)?.text(lang.code()).to_owned(),
        reversed: asked.reversed,
        team: whole(members),
        agree: item.favourable.map(percent),
        leader: item.leader.map(whole),
        figures: (members, item.favourable),
    })
}

/// What stands out: a clear topic, else a clear difference over all of them or on a trap, else what is likely, in the
/// same order.
fn headline(
    stem: &str,
    mean: Option<&MeanGap>,
    gaps: &[GapRow],
    traps: &[GapRow],
    lang: Lang,
) -> String {
    let row = |rows: &[GapRow], stem: &str, wanted: fn(Verdict) -> bool| {
        let mut judged = rows.iter().filter_map(|row| Some((row, row.verdict?)));
        let (row, verdict) = judged.find(|(_, verdict)| wanted(*verdict))?;
        let said = Sentence::new(format!("{stem}-{}", verdict.key()));
        Some(said.with("title", row.title.as_str()))
    };
    let overall = |wanted: fn(Verdict) -> bool| {
        let verdict = mean.map(|mean| mean.verdict)?;
        let said = || Sentence::new(format!("{stem}-mean-{}", verdict.key()));
        wanted(verdict).then(said)
    };
    let finding = |wanted: fn(Verdict) -> bool| {
        row(gaps, stem, wanted)
            .or_else(|| overall(wanted))
            .or_else(|| row(traps, &format!("{stem}-trap"), wanted))
    };
    let all = |verdict| gaps.iter().all(|row| row.verdict == verdict);
    let rest = || {
        let what = match () {
            () if all(None) => "none",
            () if all(Some(Verdict::Alike)) => "alike",
            () => "cannot_tell",
        };
        Sentence::new(format!("{stem}-{what}"))
    };
    finding(Verdict::is_clear)
        .or_else(|| finding(Verdict::is_gap))
        .unwrap_or_else(rest)
        .in_lang(lang)
}

/// Said once where several ranges stand together.
fn reading(gaps: &[GapRow], lang: Lang) -> String {
    let compared = gaps.iter().filter(|row| row.verdict.is_some()).count();
    Sentence::new("report-gap-reading")
        .with("topics", compared)
        .in_lang(lang)
}

fn answered(scores: &UnitScores, lang: Lang) -> String {
    let UnitScores {
        n, sure, invited, ..
    } = *scores;
    let key = match () {
        () if n > sure => "report-answered-sheets",
        () if sure == invited => "report-answered-all",
        () => "report-answered-some",
    };
    Sentence::new(key)
        .with("n", n)
        .with("sure", sure)
        .with("invited", invited)
        .in_lang(lang)
}

/// What 0 and 100 stand for: the ends of the scale of all core statements, if they have one.
fn ends(survey: &Survey, lang: Lang) -> [String; 2] {
    let core = survey.items.iter().filter(|item| {
        let of = survey.dimensions.get(item.dimension);
        of.is_some_and(|of| of.kind == DimensionKind::Core)
    });
    let mut scales: Vec<usize> = core.map(|item| item.scale).collect();
    scales.dedup();
    let only = match scales.as_slice() {
        [only] => survey.scales.get(*only),
        _ => None,
    };
    let label = |key: &str, option: Option<&Wording>| match option {
        Some(option) => Sentence::new(format!("chart-{key}"))
            .with("label", option.text(lang.code()))
            .in_lang(lang),
        None => lang.text(&format!("chart-{key}-of-several")),
    };
    let options = only.map_or(&[][..], |scale| scale.options.as_slice());
    [label("low", options.first()), label("high", options.last())]
}

fn commits(survey: &Survey) -> bool {
    let mut kinds = survey.dimensions.iter().map(|dimension| dimension.kind);
    kinds.any(|kind| kind == DimensionKind::Commitment)
}

fn pattern(id: Pattern, lang: Lang) -> PatternRow {
    let key = id.key();
    PatternRow {
        id,
        title: lang.text(&format!("report-pattern-{key}")),
        sentence: lang.text(&format!("report-pattern-{key}-means")),
    }
}

/// What is left out of a unit's report, and why.
fn withheld(survey: &Survey, scores: &UnitScores, capped: bool, lang: Lang) -> Vec<String> {
    let mut reasons = Vec::new();
    let asked = |item: &&ItemScore| {
        let item = survey.items.get(item.item);
        item.is_some_and(|item| item.wording(Role::Member).is_some())
    };
    let items = scores.dimensions.iter().flat_map(|scored| &scored.items);
    let hidden = items
        .filter(asked)
        .filter(|item| item.members.is_none())
        .count();
    if hidden > 0 {
        let items = Sentence::new("report-left-out-items").with("items", hidden);
        reasons.push(items.in_lang(lang));
    }
    if scores.n < SHARED {
        let few = Sentence::new("report-left-out-few")
            .with("needed", SHARED)
            .with("comments", COMMENTED);
        reasons.push(few.in_lang(lang));
    }
    if capped {
        reasons.push(lang.text("report-left-out-capped"));
    }
    reasons
}

fn parameters(source: Source) -> &'static str {
    match source {
        Source::Wave => "report-parameters-wave",
        Source::Earlier => "report-parameters-earlier",
        Source::Declared => "report-parameters-declared",
    }
}
