use super::gap::Verdict;
use super::row::GapRow;
use super::unit::{UnitReport, of_kind};
use crate::scoring::{ItemScore, Pattern, UnitScores};
use crate::survey::{DimensionKind, Role, Survey};
use crate::text::{Lang, Sentence};

/// What to do with a report, made from what it shows: show it, take one topic, what the pattern asks for, and
/// one change on each side.
pub(super) fn next_steps(scores: &UnitScores, topic: Option<&Topic>, lang: Lang) -> Vec<String> {
    let mut steps = vec![lang.text("report-next-show")];
    steps.extend(topic.map(|topic| topic.sentence(lang)));
    let clear = scores
        .pattern
        .filter(|found| *found != Pattern::NoClearPattern);
    steps.extend(clear.map(|found| lang.text(&format!("report-next-{}", found.key()))));
    if 3 * scores.n < 2 * scores.invited {
        let silent = Sentence::new("report-next-silent")
            .with("silent", scores.invited.saturating_sub(scores.n));
        steps.push(silent.in_lang(lang));
    }
    steps.push(lang.text("report-next-commit"));
    steps
}

/// From which figure on a topic is called good, of 100.
const GOOD: i64 = 60;

impl UnitReport {
    /// What the members see most of, and how much; several that stand equally high are named together. Nothing on
    /// which the two sides differ is called good, and nothing that stands low.
    pub fn best(&self, lang: Lang) -> Option<(String, i64)> {
        let differs = |row: &GapRow| row.verdict.is_some_and(Verdict::is_gap);
        let good = |row: &&GapRow| row.team >= GOOD && !differs(row);
        let rows: Vec<&GapRow> = self.gaps.iter().filter(good).collect();
        let most = rows.iter().map(|row| row.team).max()?;
        let rows = rows.iter().filter(|row| row.team == most);
        let titles: Vec<&str> = rows.map(|row| row.title.as_str()).collect();
        Some((lang.listed(&titles), most))
    }
}

/// What to begin a conversation with.
pub(super) struct Topic {
    /// Name of the dimension; of several that stand equally low.
    pub title: String,
    /// How many those are.
    count: usize,
    /// Wording of a statement in quotes, without its full stop; of several with equal figures.
    pub item: String,
    /// The first of them.
    first: String,
    /// The two sides differ on it, clearly or probably; else it is the dimension that stands lowest.
    pub differs: bool,
}

impl Topic {
    /// What to ask the team.
    pub fn question(&self, lang: Lang) -> String {
        let question = Sentence::new("report-question").with("item", self.first.as_str());
        question.in_lang(lang)
    }

    fn sentence(&self, lang: Lang) -> String {
        self.worded("report-next-gap", "report-next-lowest", lang)
    }

    /// What there is to say about it: `differs` where the two sides differ on it, else `lowest`.
    pub fn worded(&self, differs: &'static str, lowest: &'static str, lang: Lang) -> String {
        let key = match self.differs {
            true => differs,
            false => lowest,
        };
        Sentence::new(key)
            .with("title", self.title.as_str())
            .with("count", self.count)
            .with("item", self.item.as_str())
            .in_lang(lang)
    }
}

/// The topic to begin with: the one with the strongest evidence of a difference, else the one that stands lowest.
/// `gaps` are the core dimensions, the strongest evidence first.
pub(super) fn topic(
    survey: &Survey,
    scores: &UnitScores,
    gaps: &[GapRow],
    lang: Lang,
) -> Option<Topic> {
    let called = gaps
        .iter()
        .find(|row| row.verdict.is_some_and(Verdict::is_gap));
    let lowest = || gaps.iter().min_by_key(|row| row.team);
    let row = called.or_else(lowest)?;
    // What stands equally low is named together.
    let rows = gaps.iter().filter(|one| match called {
        Some(called) => one.id == called.id,
        None => one.team == row.team,
    });
    let titles: Vec<&str> = rows.map(|row| row.title.as_str()).collect();
    let (_, scored) = of_kind(survey, scores, DimensionKind::Core)
        .find(|(dimension, _)| dimension.id == row.id)?;
    let items = match called {
        Some(_) => most(&scored.items, |item| {
            Some((item.leader? - item.members?).abs())
        }),
        None => most(&scored.items, |item| Some(-item.members?)),
    };
    let words = items.iter().filter_map(|item| {
        let wording = survey.items.get(item.item)?.wording(Role::Member)?;
        Some(wording.text(lang.code()).trim_end_matches('.'))
    });
    let words: Vec<&str> = words.collect();
    let quoted = words.iter().map(|words| {
        let quoted = Sentence::new("listed-quoted").with("what", *words);
        quoted.in_lang(lang)
    });
    let quoted: Vec<String> = quoted.collect();
    Some(Topic {
        title: lang.listed(&titles),
        count: titles.len(),
        first: (*words.first()?).to_owned(),
        item: lang.listed(&quoted),
        differs: called.is_some(),
    })
}

/// The items with the largest figure, all of those that are equal.
fn most(items: &[ItemScore], figure: impl Fn(&ItemScore) -> Option<f64>) -> Vec<&ItemScore> {
    let largest = items.iter().filter_map(&figure).fold(f64::MIN, f64::max);
    let equal = |item: &&ItemScore| figure(item).is_some_and(|own| own > largest - 1e-9);
    items.iter().filter(equal).collect()
}
