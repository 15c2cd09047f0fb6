use super::next::Topic;
use crate::scoring::UnitScores;
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// One part of a conversation about a report that a team leads by itself, in 60 minutes altogether.
#[derive(Clone, Debug, Serialize)]
pub struct GuideStep {
    /// How long it takes.
    pub minutes: usize,
    /// What it is called.
    pub title: String,
    /// What to do, one sentence a line.
    pub lines: Vec<String>,
    /// Ruled lines to write on, in print.
    pub room: usize,
}

/// The conversation that a report asks for: begin, look, take one topic, what the pattern asks for, commit, end.
pub(super) fn guide(
    scores: &UnitScores,
    headline: &str,
    topic: Option<&Topic>,
    lang: Lang,
) -> Vec<GuideStep> {
    let step = |minutes, title: &str, keys: &[&str], room| GuideStep {
        minutes,
        title: lang.text(title),
        lines: keys.iter().map(|key| lang.text(key)).collect(),
        room,
    };
    let by_pattern = format!("guide-pattern-{}", scores.pattern.key());
    let mut look = step(10, "guide-look", &["guide-look-read", "guide-look-ask"], 2);
    let said = Sentence::new("guide-look-headline").with("headline", headline);
    look.lines.insert(1, said.in_lang(lang));
    vec![
        step(
            5,
            "guide-begin",
            &["guide-begin-why", "guide-begin-rules"],
            0,
        ),
        look,
        topic_step(topic, lang),
        step(10, "guide-together", &[&by_pattern], 3),
        step(
            15,
            "guide-commit",
            &[
                "guide-commit-what",
                "guide-commit-done",
                "guide-commit-write",
            ],
            6,
        ),
        step(5, "guide-end", &["guide-end-round", "guide-end-date"], 1),
    ]
}

fn topic_step(topic: Option<&Topic>, lang: Lang) -> GuideStep {
    let mut lines = Vec::new();
    if let Some(topic) = topic {
        let key = match topic.differs {
            true => "guide-topic-differs",
            false => "guide-topic-lowest",
        };
        let named = Sentence::new(key)
            .with("title", topic.title.as_str())
            .with("item", topic.item.as_str());
        lines.push(named.in_lang(lang));
    }
    for key in ["guide-topic-examples", "guide-topic-good"] {
        lines.push(lang.text(key));
    }
    GuideStep {
        minutes: 15,
        title: lang.text("guide-topic"),
        lines,
        room: 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Pattern;

    #[test]
    fn the_conversation_takes_an_hour_in_every_language_and_pattern() {
        for pattern in Pattern::ALL {
            for lang in Lang::ALL {
                let scores = UnitScores {
                    n: 6,
                    sure: 6,
                    invited: 8,
                    dimensions: Vec::new(),
                    overall: None,
                    mean_gap: None,
                    pattern,
                };
                let guide = guide(&scores, "headline", None, lang);
                assert_eq!(guide.iter().map(|step| step.minutes).sum::<usize>(), 60);
                let lines = guide.iter().flat_map(|step| &step.lines);
                assert!(lines.clone().count() > 9);
                lines.for_each(|line| assert!(!line.starts_with('['), "{line}"));
            }
        }
    }
}
