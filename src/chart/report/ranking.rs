use crate::chart::{Frame, RangeRow, RangeWords, Ranges, Svg, Width};
use crate::report::Ranking;
use crate::text::{Lang, Sentence};

/// The teams with something worse than in most; `None` where no team can be told from another.
pub fn ranking(found: &Ranking, width: Width, lang: Lang) -> Option<Svg> {
    let mut rows: Vec<RangeRow> = Vec::new();
    for team in &found.rows {
        for (number, topic) in team.topics.iter().enumerate() {
            let aria = Sentence::new("chart-ranking-row")
                .with("team", team.name.as_str())
                .with("title", topic.title.as_str())
                .with("expected", topic.expected.to_string())
                .with("lo", topic.lo.to_string())
                .with("hi", topic.hi.to_string())
                .with("mean", topic.mean.to_string());
            rows.push(RangeRow {
                label: match number {
                    0 => team.name.clone(),
                    _ => String::new(),
                },
                note: topic.title.clone(),
                at: topic.expected as f64,
                range: (topic.lo as f64, topic.hi as f64),
                mean: topic.mean as f64,
                reversed: topic.high_is_worse,
                aria: aria.in_lang(lang),
            });
        }
    }
    if rows.is_empty() {
        return None;
    }
    let text = |key: &str| lang.text(&format!("chart-ranking-{key}"));
    let ranges = Ranges {
        frame: Frame {
            name: "ranking",
            title: &found.sentence,
            subtitle: &text("subtitle"),
            description: &text("description"),
            width,
        },
        words: RangeWords {
            worse: &text("worse"),
            better: &text("better"),
            range: &text("range"),
            mean: &text("mean"),
        },
        rows: &rows,
    };
    Some(ranges.draw())
}
