use crate::chart::{Dumbbell, DumbbellRow, DumbbellWords, Frame, Svg, Width};
use crate::report::{GapRow, UnitReport, Verdict};
use crate::text::{Lang, Sentence};

/// Where leader and team differ: the headline of a team's report.
pub fn gap(report: &UnitReport, width: Width, lang: Lang) -> Svg {
    let text = |key: &str| lang.text(key);
    let rows: Vec<DumbbellRow> = report.gaps.iter().map(|gap| row(gap, lang)).collect();
    let words = ["team", "leader", "gap", "interval", "verdict"];
    let words = words.map(|word| text(&format!("chart-{word}")));
    let [team, leader, gap, interval_key, verdict_key] = &words;
    Dumbbell {
        frame: Frame {
            name: "gap",
            title: &report.headline,
            subtitle: &report.answered,
            description: &text("chart-description"),
            width,
        },
        scale_ends: (&text("chart-low"), &text("chart-high")),
        words: DumbbellWords {
            team,
            leader,
            gap,
            interval_key,
            verdict_key,
        },
        rows: &rows,
    }
    .draw()
}

fn row(gap: &GapRow, lang: Lang) -> DumbbellRow {
    let leader = gap.leader.map(|leader| leader.to_string());
    let aria = Sentence::new("chart-row")
        .with("title", gap.title.as_str())
        .with("team", gap.team.to_string())
        .with("lo", gap.lo.to_string())
        .with("hi", gap.hi.to_string())
        .with("leader", leader.unwrap_or_else(|| "–".to_owned()));
    DumbbellRow {
        label: gap.title.clone(),
        team: gap.team as f64,
        lo: gap.lo as f64,
        hi: gap.hi as f64,
        leader: gap.leader.map(|leader| leader as f64),
        gap: gap.gap.map(|gap| gap as f64),
        verdict: gap.verdict.is_some_and(Verdict::is_gap),
        aria: aria.in_lang(lang),
    }
}
