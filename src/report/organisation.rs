use super::gap::{Verdict, ends};
use super::group::Group;
use super::instrument::{InstrumentRow, instrument};
use super::row::gap_figures;
use super::step::Step;
use super::{points_near, whole};
use crate::scoring::{Estimate, Wave};
use crate::stats::Judged;
use crate::survey::{Dimension, DimensionKind, Survey};
use crate::text::{Lang, Sentence};
use serde::Serialize;
use std::collections::BTreeMap;

/// The organisation in one table.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationReport {
    /// Names of the columns: core dimensions, then those where high is worse.
    pub columns: Vec<Head>,
    /// The organisation first, then its parts in the order of the tree.
    pub rows: Vec<Row>,
    /// How well the items of each dimension work together; empty with too few people or teams.
    pub instrument: Vec<InstrumentRow>,
    /// How many sheets look filled in without reading; only for 100 sheets or more.
    pub careless: Option<String>,
}

/// The head of a column.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Identifier of the dimension.
    pub id: String,
    /// Its name.
    pub title: String,
    /// High is worse.
    pub high_is_worse: bool,
}

/// One part of the organisation.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Name.
    pub name: String,
    /// The node whose report says more; `None` for the organisation, and where no leader reads one.
    pub node: Option<usize>,
    /// 0 for the organisation.
    pub depth: usize,
    /// Names of the teams counted together.
    pub merged: Vec<String>,
    /// Different people asked.
    pub invited: usize,
    /// Answer sheets counted.
    pub n: usize,
    /// At least so many different people sent them.
    pub sure: usize,
    /// Whose people are missing in it, in a sentence; empty if nobody's are.
    pub without: String,
    /// The mean of the core dimensions, from 0 to 100.
    pub overall: Option<i64>,
    /// One for each column.
    pub cells: Vec<Option<Cell>>,
    /// Leader minus members, one for each column; empty where nobody leads it by themselves.
    pub gaps: Vec<Option<GapCell>>,
}

/// A gap; whole numbers are of 100.
#[derive(Clone, Debug, Serialize)]
pub struct GapCell {
    /// Leader minus members.
    pub gap: i64,
    /// 95 % interval; an end never crosses zero by rounding.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// What may be said about it.
    pub verdict: Verdict,
    /// Its step on the colour scale: poor where the leader sees it better than the members; `None` for what cannot be
    /// told from chance.
    pub step: Option<Step>,
    /// Every figure by name, in points from 1 to 5.
    pub figures: BTreeMap<&'static str, f64>,
}

/// The members' mean on one dimension, from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The mean.
    pub team: i64,
    /// Where it would be if everybody answered once more, 95 %, outwards in its steps.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// A value was capped.
    pub capped: bool,
    /// The mean, what all who were asked would have said, and what they would say again, as ranges.
    pub figures: [f64; 5],
    /// Its step on the colour scale.
    pub step: Step,
}

impl Row {
    /// How many answered, in words.
    pub fn answers(&self, lang: Lang) -> String {
        let key = match self.n > self.sure {
            true => "organisation-answers-sheets",
            false => "organisation-answers",
        };
        Sentence::new(key)
            .with("n", self.n)
            .with("sure", self.sure)
            .with("invited", self.invited)
            .in_lang(lang)
    }
}

/// The table of the organisation's groups.
pub fn organisation(wave: &Wave, groups: Vec<Group>, lang: Lang) -> OrganisationReport {
    let columns = column_heads(&wave.survey, lang);
    let rows = groups.into_iter().map(|group| row(group, &columns));
    OrganisationReport {
        rows: rows.collect(),
        columns: columns.into_iter().map(|(_, head)| head).collect(),
        instrument: instrument(wave, lang),
        careless: wave.release.organisation().careless().map(|careless| {
            Sentence::new("report-careless")
                .with("percent", careless.percent)
                .with("sheets", careless.sheets)
                .in_lang(lang)
        }),
    }
}

/// The dimensions that the organisation's table shows, by their places in the survey.
pub(super) fn column_heads(survey: &Survey, lang: Lang) -> Vec<(usize, Head)> {
    let shown = |kind| {
        matches!(
            kind,
            DimensionKind::Core | DimensionKind::Trap | DimensionKind::Symptoms
        )
    };
    let head = |dimension: &Dimension| Head {
        id: dimension.id.clone(),
        title: dimension.title.text(lang.code()).to_owned(),
        high_is_worse: dimension.kind != DimensionKind::Core,
    };
    let dimensions = survey.dimensions.iter().enumerate();
    let shown = dimensions.filter(|(_, dimension)| shown(dimension.kind));
    shown.map(|(number, one)| (number, head(one))).collect()
}

fn row(group: Group, columns: &[(usize, Head)]) -> Row {
    let means = &group.means;
    let members = |dimension: usize| means.dimensions.get(dimension)?.as_ref();
    let cells = columns.iter();
    Row {
        n: means.n,
        sure: means.sure,
        without: group.without,
        invited: means.invited,
        overall: means.overall.map(whole),
        cells: cells
            .map(|(dimension, head)| Some(cell(members(*dimension)?, head)))
            .collect(),
        gaps: gaps(&group.gaps, columns),
        node: group.page,
        name: group.name,
        depth: group.depth,
        merged: group.merged,
    }
}

fn gaps(judged: &[Option<Judged>], columns: &[(usize, Head)]) -> Vec<Option<GapCell>> {
    if judged.is_empty() {
        return Vec::new();
    }
    let of = |(dimension, head): &(usize, Head)| {
        let found = judged.get(*dimension)?.as_ref()?;
        Some(gap_cell(found, head))
    };
    columns.iter().map(of).collect()
}

fn gap_cell(judged: &Judged, head: &Head) -> GapCell {
    let verdict = Verdict::from(judged.word());
    let (lo, hi) = ends(judged);
    let step = match verdict {
        Verdict::Over => Some(0),
        Verdict::LikelyOver => Some(35),
        Verdict::LikelyUnder => Some(50),
        Verdict::Under => Some(100),
        Verdict::Alike | Verdict::CannotTell => None,
    };
    GapCell {
        gap: points_near(judged.comparison.points),
        lo,
        hi,
        verdict,
        step: step.map(|place| Step::of(place, head.high_is_worse)),
        figures: gap_figures(judged).into(),
    }
}

fn cell(members: &Estimate, head: &Head) -> Cell {
    let team = members.printed().round() as i64;
    let said = members.outwards(members.precision.said());
    let again = members.outwards(members.again);
    Cell {
        team,
        lo: again.lo.round() as i64,
        hi: again.hi.round() as i64,
        capped: members.capped,
        figures: [members.printed(), said.lo, said.hi, again.lo, again.hi],
        step: Step::of(team, head.high_is_worse),
    }
}
