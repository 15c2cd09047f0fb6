use super::UnitReport;
use super::row::GapRow;
use crate::scoring::GapSpread;
use crate::survey::{DimensionKind, Survey};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// How the leaders below a node see the work, compared with their teams: of several together, never of one.
#[derive(Clone, Debug, Serialize)]
pub struct LeadersBelow {
    /// What is shown, or why nothing is.
    pub sentence: String,
    /// The heads of the columns, the most negative first.
    pub columns: Vec<String>,
    /// One for each dimension that is shown.
    pub rows: Vec<GapsRow>,
}

/// The gaps on one dimension.
#[derive(Clone, Debug, Serialize)]
pub struct GapsRow {
    /// Identifier of the dimension.
    pub id: String,
    /// Its name.
    pub title: String,
    /// High is worse.
    pub high_is_worse: bool,
    /// Teams by column; where nearly all stood in one, a few are moved towards the middle.
    pub counts: Vec<usize>,
    /// The same in one sentence.
    pub sentence: String,
}

/// Puts into words how the gaps below a node are spread, by dimension.
pub fn leaders_below(survey: &Survey, spreads: &[Option<GapSpread>], lang: Lang) -> LeadersBelow {
    let dimensions = survey.dimensions.iter().zip(spreads);
    let row = |(dimension, spread): (&crate::survey::Dimension, &Option<GapSpread>)| {
        let spread = spread.as_ref()?;
        let title = dimension.title.text(lang.code()).to_owned();
        let (under, over) = spread.sides();
        Some(GapsRow {
            id: dimension.id.clone(),
            sentence: Sentence::new("below-gaps-row")
                .with("title", title.as_str())
                .with("teams", spread.teams())
                .with("over", over)
                .with("under", under)
                .in_lang(lang),
            title,
            high_is_worse: dimension.kind != DimensionKind::Core,
            counts: spread.counts.clone(),
        })
    };
    let rows: Vec<GapsRow> = dimensions.filter_map(row).collect();
    LeadersBelow {
        sentence: match rows.is_empty() {
            true => Sentence::new("below-gaps-few").with("leaders", crate::disclosure::LEADERS),
            false => Sentence::new("below-gaps-shown"),
        }
        .in_lang(lang),
        columns: (0..GapSpread::COLUMNS)
            .map(|column| head(column, lang))
            .collect(),
        rows,
    }
}

/// What a column holds, in points of 100.
fn head(column: usize, lang: Lang) -> String {
    let middle = GapSpread::COLUMNS as i64 / 2;
    let tens = column as i64 - middle;
    let (lo, hi) = match tens {
        0 => (-4, 4),
        1.. => (10 * tens - 5, 10 * tens + 4),
        _ => (10 * tens - 4, 10 * tens + 5),
    };
    let words = match tens {
        _ if tens == -middle => Sentence::new("below-gaps-least"),
        _ if tens == middle => Sentence::new("below-gaps-most"),
        _ => Sentence::new("team-interval"),
    };
    words
        .with("lo", lang.signed(lo))
        .with("hi", lang.signed(hi))
        .in_lang(lang)
}

/// The report of all teams below a node, for whoever is above their leaders: it is about several leaders, so nothing
/// in it says "you".
pub fn below(report: UnitReport, lang: Lang) -> UnitReport {
    let headline = headline(&report.gaps, lang);
    let untold = |row: GapRow| GapRow {
        sentence: String::new(),
        ..row
    };
    UnitReport {
        headline,
        pattern: None,
        question: None,
        next: Vec::new(),
        guide: Vec::new(),
        gaps: report.gaps.into_iter().map(untold).collect(),
        traps: report.traps.into_iter().map(untold).collect(),
        chaos: report.chaos.map(untold),
        involvement: report.involvement.map(|found| super::Involvement {
            sentence: lang.text(&format!("below-involvement-{}", found.direction.key())),
            ..found
        }),
        ..report
    }
}

/// Of the topics that stand lowest and highest, which is lower; named only where their ranges leave no doubt.
pub(super) fn headline(gaps: &[GapRow], lang: Lang) -> String {
    let at = |figure: Option<i64>| -> Vec<&GapRow> {
        let rows = gaps.iter();
        rows.filter(|row| Some(row.team) == figure).collect()
    };
    // Printed figures that are equal are named together.
    let low = at(gaps.iter().map(|row| row.team).min());
    let high = at(gaps.iter().map(|row| row.team).max());
    let titles = |rows: &[&GapRow]| {
        let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
        lang.listed(&titles)
    };
    let least = high.iter().map(|row| row.lo).min();
    match low.iter().map(|row| row.hi).max().zip(least) {
        Some((most, least)) if most < least => Sentence::new("below-headline")
            .with("low", titles(&low))
            .with("high", titles(&high))
            .with("count", high.len())
            .in_lang(lang),
        _ => lang.text("below-headline-even"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_leave_no_gap_and_do_not_overlap() {
        let heads: Vec<String> = (0..GapSpread::COLUMNS)
            .map(|column| head(column, Lang::En))
            .collect();
        let expected = [
            "\u{2212}45 and below",
            "\u{2212}44 to \u{2212}35",
            "\u{2212}34 to \u{2212}25",
            "\u{2212}24 to \u{2212}15",
            "\u{2212}14 to \u{2212}5",
            "\u{2212}4 to +4",
            "+5 to +14",
            "+15 to +24",
            "+25 to +34",
            "+35 to +44",
            "+45 and above",
        ];
        assert_eq!(heads, expected);
    }
}
