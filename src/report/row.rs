use super::agreement::{AgreementRow, agreement};
use super::change::{ChangeRow, Moves, change};
use super::whole;
use crate::scoring::{DimensionScores, Estimate, Gap, UnitScores};
use crate::stats::{self, ALPHA};
use crate::survey::{Dimension, DimensionKind};
use crate::text::{Lang, Sentence};
use serde::Serialize;
use std::collections::BTreeMap;

crate::text::keyed! {
    /// What may be said about a gap of leader minus members.
    Verdict {
        /// The leader sees more of it.
        Over = "over",
        /// The members see more of it.
        Under = "under",
        /// Both see it alike.
        Close = "close",
        Uncertain = "uncertain",
    }
}

impl Verdict {
    /// The two sides differ by more than answer noise.
    pub fn is_gap(self) -> bool {
        matches!(self, Self::Over | Self::Under)
    }
}

impl From<stats::Verdict> for Verdict {
    fn from(found: stats::Verdict) -> Self {
        match found {
            stats::Verdict::Over => Self::Over,
            stats::Verdict::Under => Self::Under,
            stats::Verdict::Close => Self::Close,
            stats::Verdict::Uncertain => Self::Uncertain,
        }
    }
}

/// One dimension from both sides; whole numbers are from 0 to 100.
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
    /// 95 % interval of the members' mean, outwards in its steps.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// The leader's score.
    pub leader: Option<i64>,
    /// Leader minus members, of the rounded scores.
    pub gap: Option<i64>,
    /// What may be said about the gap; `None` where it was not tested.
    pub verdict: Option<Verdict>,
    /// The verdict in one sentence.
    pub sentence: String,
    /// What the interval rests on.
    pub basis: String,
    /// Answers to its item with the fewest.
    pub base: usize,
    /// A value was capped.
    pub capped: bool,
    /// How far the members agree; only for a team counted by itself.
    pub agreement: Option<AgreementRow>,
    /// Since the last comparable wave.
    pub change: Option<ChangeRow>,
    /// Every figure by name, in points from 1 to 5; those of the members in their steps.
    pub figures: BTreeMap<&'static str, f64>,
}

/// Puts a dimension into words; `None` where too little of it is shown.
pub(super) fn row(
    dimension: &Dimension,
    scored: &DimensionScores,
    unit: &UnitScores,
    moves: Option<&Moves<'_>>,
    lang: Lang,
) -> Option<GapRow> {
    let members = scored.members?;
    let title = dimension.title.text(lang.code()).to_owned();
    let team = members.printed().round() as i64;
    let interval = members.interval();
    let leader = scored.leader.map(whole);
    let gap = leader.map(|leader| leader - team);
    let none = || lang.text("report-gap-none");
    let sentence = gap.map(|gap| gap_sentence(dimension.kind, scored.gap, &title, gap, unit, lang));
    let moved = moves.and_then(|moves| Some((moves, moves.of(scored.dimension)?)));
    Some(GapRow {
        id: dimension.id.clone(),
        about: dimension.about.text(lang.code()).to_owned(),
        team,
        lo: interval.lo.round() as i64,
        hi: interval.hi.round() as i64,
        leader,
        gap,
        verdict: scored.gap.map(|gap| gap.verdict.into()),
        sentence: sentence.unwrap_or_else(none),
        basis: basis(&members, unit, lang),
        base: members.precision.n,
        capped: members.capped,
        agreement: scored
            .agreement
            .and_then(|found| agreement(&found, &title, lang)),
        change: moved.map(|(moves, found)| change(moves, found, &title, unit.n, lang)),
        figures: figures(scored, &members, moved.map(|(_, found)| found)),
        title,
    })
}

fn gap_sentence(
    kind: DimensionKind,
    tested: Option<Gap>,
    title: &str,
    gap: i64,
    unit: &UnitScores,
    lang: Lang,
) -> String {
    let key = match tested.map(|gap| (Verdict::from(gap.verdict), gap.p)) {
        Some((verdict, _)) if verdict.is_gap() && kind == DimensionKind::Trap => {
            format!("report-trap-{}", verdict.key())
        }
        Some((Verdict::Uncertain, p)) if p < ALPHA => "report-gap-small".to_owned(),
        Some((verdict, _)) => format!("report-gap-{}", verdict.key()),
        None => "report-gap-untested".to_owned(),
    };
    Sentence::new(key)
        .with("title", title)
        .with("gap", gap.unsigned_abs() as usize)
        .with("n", unit.n)
        .with("invited", unit.invited)
        .in_lang(lang)
}

/// What the interval of a mean rests on, and how far those who did not answer could move it.
fn basis(members: &Estimate, unit: &UnitScores, lang: Lang) -> String {
    let precision = &members.precision;
    let bounds = members.outwards(precision.bounds);
    let sentence = match (precision.census(), members.capped) {
        (true, true) => Sentence::new("report-basis-capped"),
        (true, false) => Sentence::new("report-basis-exact"),
        (false, _) => Sentence::new("report-basis-partial")
            .with("silent", unit.invited.saturating_sub(precision.people))
            .with("invited", unit.invited)
            .with("lo", format!("{:.0}", bounds.lo))
            .with("hi", format!("{:.0}", bounds.hi)),
    };
    sentence.in_lang(lang)
}

fn figures(
    scored: &DimensionScores,
    members: &Estimate,
    change: Option<&crate::scoring::Change>,
) -> BTreeMap<&'static str, f64> {
    let precision = &members.precision;
    let range = members.outwards_in_points(precision.mean);
    let interval = members.outwards_in_points(precision.interval);
    let bounds = members.outwards_in_points(precision.bounds);
    let mut figures = BTreeMap::from([
        ("mean", members.mean()),
        ("mean_low", range.lo),
        ("mean_high", range.hi),
        ("interval_low", interval.lo),
        ("interval_high", interval.hi),
        ("bound_low", bounds.lo),
        ("bound_high", bounds.hi),
        ("variance", precision.variance),
    ]);
    if let Some(leader) = scored.leader {
        figures.insert("leader", leader);
    }
    if let Some(gap) = &scored.gap {
        figures.extend([
            ("gap", gap.points),
            ("gap_low", gap.interval.lo),
            ("gap_high", gap.interval.hi),
            ("gap_p", gap.p),
        ]);
    }
    if let Some(agreement) = &scored.agreement {
        figures.extend([
            ("sd_low", agreement.sd.lo),
            ("sd_high", agreement.sd.hi),
            ("rwg_slight_skew_low", agreement.slight_skew.lo),
            ("rwg_slight_skew_high", agreement.slight_skew.hi),
            ("rwg_uniform_low", agreement.uniform.lo),
            ("rwg_uniform_high", agreement.uniform.hi),
        ]);
    }
    if let Some(change) = change {
        figures.extend([
            ("change", change.points),
            ("change_low", change.outwards().lo),
            ("change_high", change.outwards().hi),
            ("change_detectable", change.detectable),
            ("change_p", change.p),
        ]);
    }
    figures
}
