use super::agreement::{AgreementRow, agreement};
use super::change::{ChangeRow, Moves, change};
use super::gap::{GapWords, Verdict, gap_words};
use super::unit::{Symptom, symptom};
use super::whole;
use crate::scoring::{DimensionScores, Estimate, UnitScores, score_0_100};
use crate::stats::Judged;
use crate::survey::{Dimension, Survey};
use crate::text::{Lang, Sentence};
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// Where their mean would be if everybody answered once more, 95 %, outwards in its steps.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// The leader's score.
    pub leader: Option<i64>,
    /// Leader minus members, of the rounded scores.
    pub gap: Option<i64>,
    /// 95 % interval of the gap; an end never crosses zero by rounding.
    pub gap_lo: Option<i64>,
    /// Its upper end.
    pub gap_hi: Option<i64>,
    /// What may be said about the gap; `None` where it was not tested.
    pub verdict: Option<Verdict>,
    /// The gap is smaller than what the survey calls alike.
    pub within: bool,
    /// The verdict in one sentence.
    pub sentence: String,
    /// Where chance alone could put the leader, around the members' mean, from 0 to 100.
    pub chance: Option<[f64; 2]>,
    /// What the interval rests on.
    pub basis: String,
    /// Answers to its item with the fewest.
    pub base: usize,
    /// A value was capped.
    pub capped: bool,
    /// Its statements, in the order of the survey; reversed ones are turned.
    pub items: Vec<Symptom>,
    /// How far the members agree; only for a team counted by itself.
    pub agreement: Option<AgreementRow>,
    /// The mean of everybody in the organisation; `None` where nothing is compared with it.
    pub organisation: Option<i64>,
    /// Since the last comparable wave.
    pub change: Option<ChangeRow>,
    /// Every figure by name, in points from 1 to 5; those of the members in their steps.
    pub figures: BTreeMap<&'static str, f64>,
}

/// Puts a dimension into words; `None` where too little of it is shown.
pub(super) fn row(
    survey: &Survey,
    dimension: &Dimension,
    scored: &DimensionScores,
    unit: &UnitScores,
    moves: Option<&Moves<'_>>,
    lang: Lang,
) -> Option<GapRow> {
    let members = scored.members?;
    let title = dimension.title.text(lang.code()).to_owned();
    let team = members.printed().round() as i64;
    let again = members.outwards(members.again);
    let leader = scored.leader.map(whole);
    let gap = leader.map(|leader| leader - team);
    let words = scored
        .gap
        .zip(gap)
        .map(|(judged, gap)| gap_words(survey, dimension.kind, &title, (&judged, gap), lang));
    let items = scored.items.iter();
    let moved = moves.and_then(|moves| Some((moves, moves.of(scored.dimension)?)));
    let GapWords {
        verdict,
        within,
        ends,
        sentence,
    } = words.unwrap_or_else(|| GapWords::untested(gap, lang));
    Some(GapRow {
        id: dimension.id.clone(),
        about: dimension.about.text(lang.code()).to_owned(),
        team,
        lo: again.lo.round() as i64,
        hi: again.hi.round() as i64,
        leader,
        gap,
        gap_lo: ends.map(|(lo, _)| lo),
        gap_hi: ends.map(|(_, hi)| hi),
        verdict,
        within,
        sentence,
        chance: scored.gap.map(|judged| chance(&judged, &members)),
        basis: basis(&members, unit, lang),
        base: members.precision.n,
        capped: members.capped,
        items: items
            .filter_map(|item| symptom(survey, item, lang))
            .collect(),
        agreement: scored
            .agreement
            .and_then(|found| agreement(&found, &title, lang)),
        organisation: None,
        change: moved.map(|(moves, found)| change(moves, found, &title, unit.n, lang)),
        figures: figures(scored, &members, moved.map(|(_, found)| found)),
        title,
    })
}

fn chance(judged: &Judged, members: &Estimate) -> [f64; 2] {
    let range = judged.chance_range(members.mean());
    [range.lo, range.hi].map(|end| score_0_100(end).clamp(0.0, 100.0))
}

/// What the interval of a mean rests on, and how far those who did not answer could move it.
fn basis(members: &Estimate, unit: &UnitScores, lang: Lang) -> String {
    let precision = &members.precision;
    let bounds = members.outwards(precision.bounds);
    let said = members.outwards(precision.said());
    let sentence = match (precision.census(), members.capped) {
        (true, true) => Sentence::new("report-basis-capped")
            .with("lo", format!("{:.0}", said.lo))
            .with("hi", format!("{:.0}", said.hi)),
        (true, false) => {
            Sentence::new("report-basis-exact").with("mean", format!("{:.0}", members.printed()))
        }
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
    change: Option<&Judged>,
) -> BTreeMap<&'static str, f64> {
    let precision = &members.precision;
    let range = members.outwards_in_points(precision.mean);
    let said = members.outwards_in_points(precision.said());
    let again = members.outwards_in_points(members.again);
    let bounds = members.outwards_in_points(precision.bounds);
    let mut figures = BTreeMap::from([
        ("mean", members.mean()),
        ("mean_low", range.lo),
        ("mean_high", range.hi),
        ("interval_low", said.lo),
        ("interval_high", said.hi),
        ("again_low", again.lo),
        ("again_high", again.hi),
        ("bound_low", bounds.lo),
        ("bound_high", bounds.hi),
        ("variance", precision.variance),
    ]);
    if let Some(leader) = scored.leader {
        figures.insert("leader", leader);
    }
    if let Some(gap) = &scored.gap {
        figures.extend(gap_figures(gap));
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
            ("change", change.comparison.points),
            ("change_low", change.interval.lo),
            ("change_high", change.interval.hi),
            ("change_p", change.p),
            ("change_p_adjusted", change.adjusted),
            ("change_detectable", change.smallest()),
        ]);
    }
    figures
}

/// A gap by name, in points: its evidence is 2 if clear, 1 if likely, else 0; `gap_within` is 1 if it is smaller than
/// what the survey calls alike.
pub(super) fn gap_figures(gap: &Judged) -> [(&'static str, f64); 7] {
    [
        ("gap", gap.comparison.points),
        ("gap_low", gap.interval.lo),
        ("gap_high", gap.interval.hi),
        ("gap_p", gap.p),
        ("gap_p_adjusted", gap.adjusted),
        ("gap_evidence", Verdict::from(gap.word()).evidence()),
        ("gap_within", f64::from(u8::from(gap.within))),
    ]
}
