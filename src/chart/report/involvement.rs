use super::three;
use crate::chart::{Frame, Svg, ThreeWay, ThreeWayRow, Tone, Width};
use crate::report::{Involvement, SHARED, UnitReport};
use crate::text::{Lang, Sentence};

/// Is the leader's part too small, right or too large: the members above the leader.
pub fn involvement(report: &UnitReport, found: &Involvement, width: Width, lang: Lang) -> Svg {
    let words =
        ["little", "right", "much"].map(|word| lang.text(&format!("team-involvement-{word}")));
    let words = words.each_ref().map(String::as_str);
    let note = Sentence::new("chart-involvement-answers")
        .with("n", report.n)
        .with("invited", report.invited);
    let hidden = Sentence::new("chart-involvement-hidden").with("needed", SHARED);
    let team = ThreeWayRow {
        note: note.in_lang(lang),
        reason: hidden.in_lang(lang),
        ..row("chart-team", found.shares, words, lang)
    };
    let led = found.leader_shares.is_some();
    let leader = led.then(|| row("chart-leader", found.leader_shares, words, lang));
    let rows: Vec<ThreeWayRow> = std::iter::once(team).chain(leader).collect();
    ThreeWay {
        frame: Frame {
            name: "involvement",
            title: &found.sentence,
            subtitle: &lang.text("chart-involvement-subtitle"),
            description: &lang.text("chart-involvement-description"),
            width,
        },
        words,
        tone: Tone::Involvement,
        rows: &rows,
    }
    .draw()
}

fn row(side: &str, shares: Option<[i64; 3]>, words: [&str; 3], lang: Lang) -> ThreeWayRow {
    let label = lang.text(side);
    let said = shares.map(|shares| three(&label, shares, words, lang));
    ThreeWayRow {
        note: String::new(),
        shares: shares.map(|shares| shares.map(|share| share as f64)),
        reason: String::new(),
        aria: said.unwrap_or_else(|| label.clone()),
        label,
    }
}
