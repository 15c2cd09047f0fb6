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

/// The conversation that a report asks for: begin, look, take one topic, what the pattern asks for, commit, end. What
/// the survey does not ask for has no step; its minutes go to the topic.
pub(super) fn guide(
    scores: &UnitScores,
    commits: bool,
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
    let mut look = step(10, "guide-look", &["guide-look-read", "guide-look-ask"], 2);
    let said = Sentence::new("guide-look-headline").with("headline", headline);
    look.lines.insert(1, said.in_lang(lang));
    let together = scores.pattern.map(|found| {
        let by_pattern = format!("guide-pattern-{}", found.key());
        step(10, "guide-together", &[&by_pattern], 3)
    });
    let agreed: &[&str] = match commits {
        true => &[
            "guide-commit-what",
            "guide-commit-done",
            "guide-commit-write",
        ],
        false => &["guide-commit-what", "guide-commit-done"],
    };
    let begin = ["guide-begin-why", "guide-begin-rules"];
    let minutes = 15 + if together.is_none() { 10 } else { 0 };
    let mut steps = vec![
        step(5, "guide-begin", &begin, 0),
        look,
        topic_step(topic, minutes, lang),
    ];
    steps.extend(together);
    steps.push(step(15, "guide-commit", agreed, 6));
    let end = ["guide-end-round", "guide-end-date"];
    steps.push(step(5, "guide-end", &end, 1));
    steps
}

/// The conversation of a team that has no figures of its own to look at.
pub fn plain_guide(lang: Lang) -> Vec<GuideStep> {
    let step = |minutes, title: &str, keys: &[&str], room| GuideStep {
        minutes,
        title: lang.text(title),
        lines: keys.iter().map(|key| lang.text(key)).collect(),
        room,
    };
    vec![
        step(
            5,
            "guide-begin",
            &["guide-plain-why", "guide-begin-rules"],
            0,
        ),
        step(
            20,
            "guide-plain-round",
            &["guide-plain-ask", "guide-plain-listen"],
            4,
        ),
        topic_step(None, 20, lang),
        step(
            10,
            "guide-commit",
            &["guide-commit-what", "guide-commit-done"],
            6,
        ),
        step(5, "guide-end", &["guide-end-round", "guide-end-date"], 1),
    ]
}

fn topic_step(topic: Option<&Topic>, minutes: usize, lang: Lang) -> GuideStep {
    let mut lines = Vec::new();
    if let Some(topic) = topic {
        lines.push(topic.worded("guide-topic-differs", "guide-topic-lowest", lang));
    }
    for key in ["guide-topic-examples", "guide-topic-good"] {
        lines.push(lang.text(key));
    }
    GuideStep {
        minutes,
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
    fn a_team_without_figures_has_a_conversation_of_an_hour_too() {
        for lang in Lang::ALL {
            let guide = plain_guide(lang);
            assert_eq!(guide.iter().map(|step| step.minutes).sum::<usize>(), 60);
            let lines = guide.iter().flat_map(|step| &step.lines);
            lines.for_each(|line| assert!(!line.starts_with('['), "{line}"));
        }
    }

    #[test]
    fn the_conversation_takes_an_hour_in_every_language_and_pattern() {
        let patterns = Pattern::ALL.map(Some).into_iter().chain([None]);
        for pattern in patterns {
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
                let guide = guide(&scores, pattern.is_some(), "headline", None, lang);
                assert_eq!(guide.iter().map(|step| step.minutes).sum::<usize>(), 60);
                let lines = guide.iter().flat_map(|step| &step.lines);
                assert!(lines.clone().count() > 8);
                lines.for_each(|line| assert!(!line.starts_with('['), "{line}"));
            }
        }
    }
}
