use super::row::{GapRow, Verdict};
use super::unit::of_kind;
use crate::scoring::{ItemScore, Pattern, UnitScores};
use crate::survey::{DimensionKind, Role, Survey};
use crate::text::{Lang, Sentence};

/// What to do with a report, made from what it shows: show it, take one topic, what the pattern asks for, and
/// one change on each side.
pub(super) fn next_steps(scores: &UnitScores, topic: Option<&Topic>, lang: Lang) -> Vec<String> {
    let mut steps = vec![lang.text("report-next-show")];
    steps.extend(topic.map(|topic| topic.sentence(lang)));
    if scores.pattern != Pattern::NoClearPattern {
        steps.push(lang.text(&format!("report-next-{}", scores.pattern.key())));
    }
    if 3 * scores.n < 2 * scores.invited {
        let silent = Sentence::new("report-next-silent").with("silent", scores.invited - scores.n);
        steps.push(silent.in_lang(lang));
    }
    steps.push(lang.text("report-next-commit"));
    steps
}

/// What to begin a conversation with.
pub(super) struct Topic {
    /// Name of the dimension.
    pub title: String,
    /// Wording of a statement, without its full stop.
    pub item: String,
    /// The two sides differ by more than answer noise; else it is the dimension that stands lowest.
    pub differs: bool,
}

impl Topic {
    fn sentence(&self, lang: Lang) -> String {
        let key = match self.differs {
            true => "report-next-gap",
            false => "report-next-lowest",
        };
        let sentence = Sentence::new(key).with("title", self.title.as_str());
        sentence.with("item", self.item.as_str()).in_lang(lang)
    }
}

/// The topic to begin with: the largest difference that is more than noise, else the one that stands lowest.
/// `gaps` are the core dimensions, the largest difference first.
pub(super) fn topic(
    survey: &Survey,
    scores: &UnitScores,
    gaps: &[GapRow],
    lang: Lang,
) -> Option<Topic> {
    let called = gaps
        .iter()
        .find(|row| row.verdict.is_some_and(Verdict::is_gap));
    let lowest = || gaps.iter().min_by_key(|row| (row.team, &row.id));
    let row = called.or_else(lowest)?;
    let (_, scored) = of_kind(survey, scores, DimensionKind::Core)
        .find(|(dimension, _)| dimension.id == row.id)?;
    let item = match called {
        Some(_) => furthest(&scored.items),
        None => weakest(&scored.items),
    };
    let item = survey.items.get(item?.item)?.wording(Role::Member)?;
    Some(Topic {
        title: row.title.clone(),
        item: item.text(lang.code()).trim_end_matches('.').to_owned(),
        differs: called.is_some(),
    })
}

/// Where leader and members lie furthest apart.
fn furthest(items: &[ItemScore]) -> Option<&ItemScore> {
    let apart = |item: &ItemScore| Some((item.leader? - item.members?).abs());
    items
        .iter()
        .filter(|item| apart(item).is_some())
        .max_by(|a, b| apart(a).unwrap_or(0.0).total_cmp(&apart(b).unwrap_or(0.0)))
}

/// Where the members' mean is lowest.
fn weakest(items: &[ItemScore]) -> Option<&ItemScore> {
    let shown = items.iter().filter(|item| item.members.is_some());
    shown.min_by(|a, b| {
        a.members
            .unwrap_or(5.0)
            .total_cmp(&b.members.unwrap_or(5.0))
    })
}
