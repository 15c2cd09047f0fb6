use super::three;
use crate::chart::{Frame, Svg, ThreeWay, ThreeWayRow, Tone, Width};
use crate::report::{CommitmentVerdict, CommitmentView, SHARED};
use crate::text::{Lang, Sentence};

/// Were the commitments kept, as the members judge: a bar for each.
pub fn kept(judged: &[CommitmentView], width: Width, lang: Lang) -> Svg {
    let words = ["kept", "partly", "not"].map(|word| lang.text(&format!("chart-kept-{word}")));
    let words = words.each_ref().map(String::as_str);
    let is_kept = |one: &&CommitmentView| {
        one.judged
            .as_ref()
            .is_some_and(|found| found.verdict == CommitmentVerdict::Kept)
    };
    let rows: Vec<ThreeWayRow> = judged.iter().map(|one| row(one, words, lang)).collect();
    let title = Sentence::new("chart-kept-title")
        .with("kept", judged.iter().filter(is_kept).count())
        .with("all", judged.len());
    let subtitle = Sentence::new("chart-kept-subtitle").with("needed", SHARED);
    ThreeWay {
        frame: Frame {
            name: "commitments",
            title: &title.in_lang(lang),
            subtitle: &subtitle.in_lang(lang),
            description: &lang.text("chart-kept-description"),
            width,
        },
        words,
        tone: Tone::Kept,
        rows: &rows,
    }
    .draw()
}

fn row(one: &CommitmentView, words: [&str; 3], lang: Lang) -> ThreeWayRow {
    let found = one.judged.as_ref();
    let shares = found.and_then(|found| found.shares);
    let side = Sentence::new("commitment-side")
        .with("side", one.side)
        .in_lang(lang);
    let label = format!("{side}: {}", one.what);
    let mean = found.map(|found| {
        let mean = Sentence::new("chart-kept-mean").with("score", found.score.to_string());
        mean.in_lang(lang)
    });
    ThreeWayRow {
        note: found.map_or_else(String::new, |found| {
            Sentence::new("chart-kept-answers")
                .with("n", found.base)
                .in_lang(lang)
        }),
        shares: shares.map(|shares| shares.map(|share| share as f64)),
        reason: mean.unwrap_or_else(|| lang.text("chart-not-shown")),
        aria: match shares {
            Some(shares) => three(&label, shares, words, lang),
            None => format!("{label}: {}", one.standing),
        },
        label,
    }
}
