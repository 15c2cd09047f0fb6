//! Where the columns lie and how their heads are set.

use super::HeatMap;
use super::heads::{BASE, Head, SLOPE};
use crate::chart::Width;

/// Space between two cells.
const SEAM: f64 = 3.0;
/// Cells are never wider than this.
const WIDEST: f64 = 116.0;

/// The columns of cells.
pub(super) struct Columns {
    /// Left and right edge of each cell.
    pub(super) cells: Vec<(f64, f64)>,
    pub(super) heads: Heads,
}

/// How the heads stand above their columns.
pub(super) enum Heads {
    /// In lines as wide as the cells.
    Wrapped(Vec<Head>),
    /// On a slope, where a word is wider than its cell.
    Turned(Vec<Head>),
    /// As numbers below a list of them, where there is no room for a slope either.
    Numbered,
}

impl Columns {
    /// Columns between two edges, with the heads that fit there.
    pub(super) fn fit(chart: &HeatMap<'_>, left: f64, right: f64) -> Self {
        let gaps = gaps(chart);
        let all_gaps = gaps.last().copied().unwrap_or_default();
        let full = (right - left - all_gaps) / chart.columns.len() as f64;
        let heads = Heads::choose(chart, full.min(WIDEST) - SEAM - 4.0);
        let width = match &heads {
            Heads::Turned(heads) => sloping(heads, &gaps, full, right - left),
            Heads::Wrapped(_) | Heads::Numbered => full,
        };
        let width = width.min(WIDEST);
        let starts = (0_u8..).map(|number| left + width * f64::from(number));
        let cells = starts
            .zip(gaps)
            .map(|(start, gap)| (start + gap, start + gap + width - SEAM))
            .collect();
        Self { cells, heads }
    }

    pub(super) fn left(&self) -> f64 {
        self.cells.first().map_or(0.0, |cell| cell.0)
    }

    pub(super) fn right(&self) -> f64 {
        self.cells.last().map_or(0.0, |cell| cell.1)
    }
}

impl Heads {
    /// The heads that fit above cells with so much room.
    fn choose(chart: &HeatMap<'_>, room: f64) -> Self {
        let columns = chart.columns.iter();
        if columns
            .clone()
            .all(|column| Head::fits(chart, column, room))
        {
            let wrapped = columns.map(|column| Head::wrapped(chart, column, room));
            Self::Wrapped(wrapped.collect())
        } else if chart.frame.width == Width::Wide {
            Self::Turned(columns.map(|column| Head::turned(chart, column)).collect())
        } else {
            Self::Numbered
        }
    }
}

/// The space that lies before each column because columns turned round stand apart.
fn gaps(chart: &HeatMap<'_>) -> Vec<f64> {
    let gap = match chart.frame.width {
        Width::Wide => 12.0,
        Width::Narrow => 8.0,
    };
    let mut before = chart
        .columns
        .first()
        .is_some_and(|first| first.high_is_worse);
    let mut sum = 0.0;
    let mut gaps = Vec::new();
    for column in chart.columns {
        if column.high_is_worse != before {
            before = column.high_is_worse;
            sum += gap;
        }
        gaps.push(sum);
    }
    gaps
}

/// The widest columns, up to `full`, whose sloping heads end within `room`.
fn sloping(heads: &[Head], gaps: &[f64], full: f64, room: f64) -> f64 {
    let centres = (0_u8..).map(|number| f64::from(number) + 0.5);
    let limits = centres
        .zip(heads.iter().zip(gaps))
        .map(|(centre, (head, gap))| {
            (room - gap - SLOPE.cosine * (head.length() + BASE) - head.thickness()) / centre
        });
    limits.fold(full, f64::min)
}
