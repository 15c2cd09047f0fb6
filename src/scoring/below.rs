use super::leader::dimension_score;
use super::wave::Wave;
use crate::disclosure::{self, Read};
use crate::stats::StatsError;
use std::collections::BTreeMap;

/// Gaps of several leaders in columns ten points of 100 wide: the middle one around 0, the outermost with all beyond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapSpread {
    /// Teams by column, the most negative first.
    pub counts: Vec<usize>,
}

impl GapSpread {
    /// How many columns there are.
    pub const COLUMNS: usize = 11;

    /// The column of a gap in points from 1 to 5.
    fn column(points: f64) -> usize {
        let middle = Self::COLUMNS as i64 / 2;
        let tens = ((25.0 * points).round() / 10.0).round() as i64;
        (tens.clamp(-middle, middle) + middle).unsigned_abs() as usize
    }

    /// Adds gaps that are shown together.
    fn add(&mut self, gaps: impl Iterator<Item = f64>) {
        let mut counts = vec![0; Self::COLUMNS];
        for column in gaps.map(Self::column) {
            if let Some(count) = counts.get_mut(column) {
                *count += 1;
            }
        }
        let levelled = disclosure::levelled(counts);
        let both = self.counts.iter_mut().zip(levelled);
        both.for_each(|(sum, more)| *sum += more);
    }

    /// How many teams it is of.
    pub fn teams(&self) -> usize {
        self.counts.iter().sum()
    }

    /// In how many the leader sees less, and in how many more, by five points at least.
    pub fn sides(&self) -> (usize, usize) {
        let middle = Self::COLUMNS / 2;
        let sum = |part: Option<&[usize]>| part.into_iter().flatten().sum();
        (
            sum(self.counts.get(..middle)),
            sum(self.counts.get(middle + 1..)),
        )
    }
}

/// The gap of one team on one dimension, and which of its leaders it is of.
struct TeamGap {
    points: f64,
    leaders: Vec<usize>,
}

impl Wave {
    /// How the gaps of the leaders below a node are spread, by dimension; `None` where they are of too few leaders.
    /// `heads` are those who read at each node.
    ///
    /// # Errors
    /// When a leader's sheet does not fit the survey.
    pub fn gaps_below(
        &self,
        node: usize,
        heads: &BTreeMap<usize, Vec<usize>>,
    ) -> Result<Vec<Option<GapSpread>>, StatsError> {
        let tree = self.release.groups().tree();
        let mut found: Vec<BTreeMap<usize, TeamGap>> = Vec::new();
        found.resize_with(self.survey.dimensions.len(), BTreeMap::new);
        for (leaf, leaders) in self.leaders.iter().enumerate() {
            let alone = self.release.groups().read_of(leaf) == Read::Own;
            if leaders.is_empty() || !alone || !tree.is_within(leaf, node) {
                continue;
            }
            let Some(means) = self.means_of_node(leaf)? else {
                continue;
            };
            for (dimension, judged) in self.gaps(leaf, &means)?.into_iter().enumerate() {
                let scored = leaders.iter().filter(|leader| {
                    dimension_score(&self.survey, dimension, &leader.values).is_some()
                });
                let leaders = scored.map(|leader| leader.who).collect();
                if let (Some(judged), Some(teams)) = (judged, found.get_mut(dimension)) {
                    let points = judged.comparison.points;
                    teams.insert(leaf, TeamGap { points, leaders });
                }
            }
        }
        let spread = |teams: BTreeMap<usize, TeamGap>| {
            let led = teams.iter();
            let led = led
                .map(|(leaf, gap)| (*leaf, gap.leaders.clone()))
                .collect();
            let mut shown = disclosure::spreads(tree, &led, heads);
            let sets = shown.get_mut(node).and_then(Option::take)?;
            let mut spread = GapSpread {
                counts: vec![0; GapSpread::COLUMNS],
            };
            for set in sets {
                let gaps = set.iter().filter_map(|leaf| teams.get(leaf));
                spread.add(gaps.map(|gap| gap.points));
            }
            Some(spread)
        };
        Ok(found.into_iter().map(spread).collect())
    }
}
