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
    let mut rows = vec![row(&lang.text("chart-team"), found.shares, words, lang)];
    for team in &mut rows {
        team.note = note.in_lang(lang);
        team.reason = hidden.in_lang(lang);
    }
    if found.leader_shares.is_some() {
        rows.push(row(
            &lang.text("chart-leader"),
            found.leader_shares,
            words,
            lang,
        ));
    }
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

fn row(label: &str, shares: Option<[i64; 3]>, words: [&str; 3], lang: Lang) -> ThreeWayRow {
    ThreeWayRow {
        label: label.to_owned(),
        note: String::new(),
        shares: shares.map(|shares| shares.map(|share| share as f64)),
        reason: String::new(),
        aria: shares.map_or_else(
            || label.to_owned(),
            |shares| three(label, shares, words, lang),
        ),
    }
}
