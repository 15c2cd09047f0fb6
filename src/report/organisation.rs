use super::{GapRow, UnitReport, whole};
use crate::scoring::UnitScores;
use crate::survey::{DimensionKind, Survey};
use crate::text::Lang;
use serde::Serialize;

/// A part of the organisation: the whole, a department, a team, or small teams counted together.
pub struct Group {
    /// Name as people know it.
    pub name: String,
    /// 0 for the organisation.
    pub depth: usize,
    /// Names of the teams counted together, if this is the rest of a department.
    pub merged: Vec<String>,
    /// Invited members.
    pub invited: usize,
    /// Scores and report; `None` where nothing may be shown.
    pub shown: Option<(UnitScores, UnitReport)>,
}

/// The organisation in one table.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationReport {
    /// Names of the columns: core dimensions, then those where high is worse.
    pub columns: Vec<Head>,
    /// The organisation first, then its parts in the order of the tree.
    pub rows: Vec<Row>,
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
    /// 0 for the organisation.
    pub depth: usize,
    /// Names of the teams counted together.
    pub merged: Vec<String>,
    /// Invited members.
    pub invited: usize,
    /// Answers counted; `None` where nothing may be shown.
    pub n: Option<usize>,
    /// The mean of the core dimensions, from 0 to 100.
    pub overall: Option<i64>,
    /// One for each column.
    pub cells: Vec<Option<Cell>>,
}

/// The members' mean on one dimension, from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The mean.
    pub team: i64,
    /// 95 % interval.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// A value was capped.
    pub capped: bool,
    /// Which of six steps of the colour scale it is on, 0 to 5.
    pub step: i64,
}

/// Lays the parts of the organisation under each other.
pub fn organisation(survey: &Survey, groups: Vec<Group>, lang: Lang) -> OrganisationReport {
    let shown = |kind| {
        matches!(
            kind,
            DimensionKind::Core | DimensionKind::Trap | DimensionKind::Symptoms
        )
    };
    let columns: Vec<Head> = survey
        .dimensions
        .iter()
        .filter(|dimension| shown(dimension.kind))
        .map(|dimension| Head {
            id: dimension.id.clone(),
            title: dimension.title.text(lang.code()).to_owned(),
            high_is_worse: dimension.kind != DimensionKind::Core,
        })
        .collect();
    let rows = groups
        .into_iter()
        .map(|group| row(group, &columns))
        .collect();
    OrganisationReport { columns, rows }
}

fn row(group: Group, columns: &[Head]) -> Row {
    let report = group.shown.as_ref().map(|(_, report)| report);
    let cell = |head: &Head| {
        let report = report?;
        let mut rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
        rows.find(|row| row.id == head.id)
            .map(|row| cell(row, head))
    };
    Row {
        name: group.name,
        depth: group.depth,
        merged: group.merged,
        invited: group.invited,
        n: report.map(|report| report.n),
        overall: group
            .shown
            .as_ref()
            .and_then(|(scores, _)| scores.overall)
            .map(whole),
        cells: columns.iter().map(cell).collect(),
    }
}

fn cell(row: &GapRow, head: &Head) -> Cell {
    let good = if head.high_is_worse {
        100 - row.team
    } else {
        row.team
    };
    Cell {
        team: row.team,
        lo: row.lo,
        hi: row.hi,
        capped: row.capped,
        step: (good * 6 / 100).clamp(0, 5),
    }
}
