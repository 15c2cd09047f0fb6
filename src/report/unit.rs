use super::{percent, whole};
use crate::scoring::{Calibration, DimensionScores, Estimate, ItemScore, UnitScores};
use crate::stats::Verdict;
use crate::survey::{Dimension, DimensionKind, Role, Survey};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// The report of one team.
#[derive(Clone, Debug, Serialize)]
pub struct UnitReport {
    /// The finding, by rule.
    pub headline: String,
    /// How many of how many answered, and what that means.
    pub answered: String,
    /// Answers counted.
    pub n: usize,
    /// Invited members.
    pub invited: usize,
    /// The five core dimensions, the largest difference first.
    pub gaps: Vec<GapRow>,
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
}

/// One dimension from both sides; all figures from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct GapRow {
    /// Identifier of the dimension.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The members' mean.
    pub team: i64,
    /// 95 % interval of the members' mean.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// The leader's score.
    pub leader: Option<i64>,
    /// Leader minus members, of the rounded scores.
    pub gap: Option<i64>,
    /// `over`, `under`, `close`, `uncertain`, or `none` without a leader's form.
    pub verdict: &'static str,
    /// The verdict in one sentence.
    pub sentence: String,
    /// What the interval rests on.
    pub basis: String,
    /// Answers to the item with the fewest.
    pub base: usize,
    /// A value was capped.
    pub capped: bool,
}

/// One item from both sides; all figures from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct Symptom {
    /// Identifier of the item.
    pub id: String,
    /// The members' wording.
    pub text: String,
    /// The members' mean.
    pub team: i64,
    /// Percent who agree.
    pub agree: i64,
    /// The leader's answer.
    pub leader: Option<i64>,
}

/// The leader's involvement as the members judge it.
#[derive(Clone, Debug, Serialize)]
pub struct Involvement {
    /// Percent of answers: too little, right, too much; only for ten people or more.
    pub shares: Option<[i64; 3]>,
    /// `too-little`, `right`, `too-much` or `open`.
    pub direction: &'static str,
    /// The result in one sentence.
    pub sentence: String,
}

/// Words the scores of one unit.
pub fn unit(survey: &Survey, scores: &UnitScores, lang: Lang) -> UnitReport {
    let rows = |kind| -> Vec<GapRow> {
        let of_kind = each(survey, scores, kind);
        of_kind
            .filter_map(|(dimension, scored)| row(dimension, scored, scores, lang))
            .collect()
    };
    let items = |kind| -> Vec<Symptom> {
        let of_kind = each(survey, scores, kind);
        of_kind
            .flat_map(|(_, scored)| &scored.items)
            .filter_map(|item| symptom(survey, item, lang))
            .collect()
    };
    let mut gaps = rows(DimensionKind::Core);
    gaps.sort_by_key(|row| std::cmp::Reverse(row.gap.map_or(-1, i64::abs)));
    let mut symptoms = items(DimensionKind::Symptoms);
    symptoms.sort_by_key(|symptom| std::cmp::Reverse(symptom.team));
    let traps = rows(DimensionKind::Trap);
    let chaos = rows(DimensionKind::Symptoms).into_iter().next();
    UnitReport {
        headline: headline(&gaps, lang),
        answered: answered(scores.n, scores.invited, lang),
        n: scores.n,
        invited: scores.invited,
        capped: chaos
            .iter()
            .chain(&gaps)
            .chain(&traps)
            .any(|row| row.capped),
        gaps,
        traps,
        chaos,
        symptoms,
        involvement: each(survey, scores, DimensionKind::Calibration)
            .find_map(|(_, scored)| scored.calibration.as_ref())
            .map(|calibration| involvement(calibration, lang)),
        pillars: items(DimensionKind::Pillar),
    }
}

fn each<'a>(
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

fn row(
    dimension: &Dimension,
    scored: &DimensionScores,
    unit: &UnitScores,
    lang: Lang,
) -> Option<GapRow> {
    let members = scored.members?;
    let title = dimension.title.text(lang.code()).to_owned();
    let team = whole(members.mean);
    let leader = scored.leader.map(whole);
    let gap = leader.map(|leader| leader - team);
    let verdict = scored.gap.map(|gap| gap.verdict);
    let word = verdict.map_or("none", name);
    Some(GapRow {
        id: dimension.id.clone(),
        about: dimension.about.text(lang.code()).to_owned(),
        team,
        lo: whole(members.lo),
        hi: whole(members.hi),
        leader,
        gap,
        verdict: word,
        sentence: gap.map_or_else(
            || lang.text("report-gap-none"),
            |gap| gap_sentence(dimension.kind, verdict, &title, gap, unit, lang),
        ),
        basis: basis(&members, unit, lang),
        base: members.base,
        capped: members.capped,
        title,
    })
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Over => "over",
        Verdict::Under => "under",
        Verdict::Close => "close",
        Verdict::Uncertain => "uncertain",
    }
}

fn gap_sentence(
    kind: DimensionKind,
    verdict: Option<Verdict>,
    title: &str,
    gap: i64,
    unit: &UnitScores,
    lang: Lang,
) -> String {
    let key = match (verdict, kind) {
        (Some(Verdict::Over), DimensionKind::Trap) => "report-trap-over",
        (Some(Verdict::Under), DimensionKind::Trap) => "report-trap-under",
        (Some(Verdict::Over), _) => "report-gap-over",
        (Some(Verdict::Under), _) => "report-gap-under",
        (Some(Verdict::Close), _) => "report-gap-close",
        (Some(Verdict::Uncertain), _) => "report-gap-uncertain",
        (None, _) => "report-gap-untested",
    };
    Sentence::new(key)
        .with("title", title)
        .with("gap", usize::try_from(gap.abs()).unwrap_or_default())
        .with("n", unit.n)
        .with("invited", unit.invited)
        .in_lang(lang)
}

/// What the interval of a mean rests on, and what the silent could change.
fn basis(members: &Estimate, unit: &UnitScores, lang: Lang) -> String {
    let silent = unit.invited.saturating_sub(members.base);
    let sentence = match (members.census, members.capped) {
        (true, true) => Sentence::new("report-basis-capped"),
        (true, false) => Sentence::new("report-basis-exact"),
        (false, _) => Sentence::new("report-basis-partial")
            .with("silent", silent)
            .with("invited", unit.invited)
            .with("lo", whole(members.bound_lo).to_string())
            .with("hi", whole(members.bound_hi).to_string()),
    };
    sentence.in_lang(lang)
}

fn symptom(survey: &Survey, item: &ItemScore, lang: Lang) -> Option<Symptom> {
    let asked = survey.items.get(item.item)?;
    Some(Symptom {
        id: asked.id.clone(),
        text: asked.wording(Role::Member)?.text(lang.code()).to_owned(),
        team: whole(item.members?),
        agree: percent(item.favourable?),
        leader: item.leader.map(whole),
    })
}

/// A direction is named when capping leaves no doubt about its sign and it is a quarter or more.
/// The cut of a quarter is a judgement.
fn involvement(calibration: &Calibration, lang: Lang) -> Involvement {
    const CLEAR: f64 = 0.25;
    let range = &calibration.range;
    let direction = match () {
        () if range.hi <= -CLEAR => "too-little",
        () if range.lo >= CLEAR => "too-much",
        () if range.lo > -CLEAR && range.hi < CLEAR && mostly_right(calibration) => "right",
        () => "open",
    };
    let key = match direction {
        "too-little" => "report-involvement-too-little",
        "too-much" => "report-involvement-too-much",
        "right" => "report-involvement-right",
        _ => "report-involvement-open",
    };
    Involvement {
        shares: calibration.shares.map(|shares| {
            let (little, much) = (percent(shares.too_little), percent(shares.too_much));
            [little, 100 - little - much, much]
        }),
        direction,
        sentence: lang.text(key),
    }
}

/// A balance near zero is only "right" when the two sides do not merely cancel out.
fn mostly_right(calibration: &Calibration) -> bool {
    calibration.shares.is_none_or(|shares| shares.right >= 0.5)
}

fn headline(gaps: &[GapRow], lang: Lang) -> String {
    let called = |verdict| gaps.iter().find(|row| row.verdict == verdict);
    let sentence = if let Some(row) = called("over") {
        Sentence::new("report-headline-over").with("title", row.title.as_str())
    } else if let Some(row) = called("under") {
        Sentence::new("report-headline-under").with("title", row.title.as_str())
    } else if gaps.iter().all(|row| row.verdict == "none") {
        Sentence::new("report-headline-none")
    } else if gaps.iter().all(|row| row.verdict == "close") {
        Sentence::new("report-headline-close")
    } else {
        Sentence::new("report-headline-uncertain")
    };
    sentence.in_lang(lang)
}

fn answered(n: usize, invited: usize, lang: Lang) -> String {
    let key = if n == invited {
        "report-answered-all"
    } else {
        "report-answered-some"
    };
    Sentence::new(key)
        .with("n", n)
        .with("invited", invited)
        .in_lang(lang)
}
