//! Invented organisations: people with true scores, the answers they give on the day, and what is printed of them
//! after clipping.

use gutcheck_stats::{Basis, Difference, Interval, PRIOR_DF, Precision, Sample, TopicFigures};
use gutcheck_stats::{leader_gap, pooled_noise, pooled_variance};

pub const TOPICS: usize = 5;
pub const ITEMS: usize = 5;
/// How much easier an item is than the others, for leader and members alike, in points.
const EASE: [f64; ITEMS] = [-0.2, -0.1, 0.0, 0.1, 0.2];
/// A sheet of keyed answers, 1 to 5.
type Sheet = [[u8; ITEMS]; TOPICS];
/// How many gave each answer.
pub type Counts = [usize; 5];

/// How people of a team see it, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Nearly everybody agrees fully.
    Ceiling,
    Middle,
    /// Half see it one way and half the other.
    Polarised,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Ceiling, Self::Middle, Self::Polarised];

    /// The noise of one answer to one item (standard deviation).
    fn noise(self) -> f64 {
        match self {
            Self::Middle => 0.8,
            Self::Ceiling | Self::Polarised => 0.6,
        }
    }

    /// Where one person stands, topic by topic: half of the differences between people are in all of them.
    fn person(self, dice: &mut Dice) -> [f64; TOPICS] {
        let (level, spread) = match self {
            Self::Ceiling => (4.6, 0.5),
            Self::Middle => (3.2, 0.6),
            Self::Polarised if (dice.share() < 0.5) => (1.8, 0.3),
            Self::Polarised => (4.2, 0.3),
        };
        let all = dice.bell();
        [0; TOPICS].map(|_| level + spread * (all + dice.bell()) / 2.0_f64.sqrt())
    }
}

/// The expected answer, over all items of a topic, of somebody who stands at a place and answers with a noise.
struct Expected(Vec<f64>);

impl Expected {
    const FROM: f64 = -6.0;
    const STEP: f64 = 0.01;

    fn with_noise(noise: f64) -> Self {
        let above = |own: f64, limit: f64| 1.0 - normal_below((limit - own) / noise);
        let item = |own: f64| {
            1.0 + [1.5, 2.5, 3.5, 4.5]
                .map(|limit| above(own, limit))
                .iter()
                .sum::<f64>()
        };
        let topic = |own: f64| EASE.iter().map(|ease| item(own + ease)).sum::<f64>() / ITEMS as f64;
        let places = (0..1_800).map(|at| Self::FROM + f64::from(at) * Self::STEP);
        Self(places.map(topic).collect())
    }

    fn of(&self, own: f64) -> f64 {
        let at = (own - Self::FROM) / Self::STEP;
        let below = at as usize;
        self.0[below] + at.fract() * (self.0[below + 1] - self.0[below])
    }

    /// Where somebody stands whose expected answer is `score`.
    fn place(&self, score: f64) -> f64 {
        let above = self
            .0
            .partition_point(|expected| *expected < score)
            .clamp(1, self.0.len() - 1);
        let (low, high) = (self.0[above - 1], self.0[above]);
        Self::FROM + Self::STEP * (above as f64 - 1.0 + (score - low) / (high - low))
    }
}

/// How a population's teams and their leaders answer.
pub struct Population {
    pub kind: Kind,
    pub n: usize,
    pub invited: usize,
    members: Expected,
    leaders: Expected,
    leaders_noise: f64,
}

/// One team on the day.
pub struct Team {
    counts: [[Counts; ITEMS]; TOPICS],
    /// Sums over its people of the products of their differences from the team's mean, item by item of a topic.
    products: [[[f64; ITEMS]; ITEMS]; TOPICS],
    leader: [Vec<Option<f64>>; TOPICS],
}

impl Population {
    /// Leaders answer with `noise` times the error variance of members.
    pub fn new(kind: Kind, n: usize, invited: usize, noise: f64) -> Self {
        let leaders_noise = kind.noise() * noise.sqrt();
        Self {
            kind,
            n,
            invited,
            members: Expected::with_noise(kind.noise()),
            leaders: Expected::with_noise(leaders_noise),
            leaders_noise,
        }
    }

    /// A team whose leader stands `gaps` points above the true mean of all its members, topic by topic, as far as
    /// the scale goes; with the true gaps.
    pub fn team(&self, gaps: [f64; TOPICS], dice: &mut Dice) -> (Team, [f64; TOPICS]) {
        let people: Vec<[f64; TOPICS]> =
            (0..self.invited).map(|_| self.kind.person(dice)).collect();
        let mut truth = [0.0; TOPICS];
        let mut leader: [Vec<Option<f64>>; TOPICS] = Default::default();
        for (topic, truth) in truth.iter_mut().enumerate() {
            let expected = people.iter().map(|own| self.members.of(own[topic]));
            let mean = expected.sum::<f64>() / self.invited as f64;
            let wanted = (mean + gaps[topic]).clamp(1.02, 4.98);
            // A mean closer to the end of the scale than a leader is placed keeps its leader.
            let wanted = if gaps[topic] == 0.0 { mean } else { wanted };
            *truth = wanted - mean;
            let place = self.leaders.place(wanted);
            leader[topic] = answers(place, self.leaders_noise, dice)
                .map(|answer| Some(f64::from(answer)))
                .to_vec();
        }
        let noise = self.kind.noise();
        let sheets: Vec<Sheet> = people[..self.n]
            .iter()
            .map(|own| own.map(|own| answers(own, noise, dice)))
            .collect();
        (Team::of(&sheets, leader), truth)
    }
}

fn answers(own: f64, noise: f64, dice: &mut Dice) -> [u8; ITEMS] {
    EASE.map(|ease| (own + ease + noise * dice.bell()).round().clamp(1.0, 5.0) as u8)
}

impl Team {
    fn of(sheets: &[Sheet], leader: [Vec<Option<f64>>; TOPICS]) -> Self {
        let mut counts = [[[0; 5]; ITEMS]; TOPICS];
        let mut products = [[[0.0; ITEMS]; ITEMS]; TOPICS];
        let n = sheets.len() as f64;
        for topic in 0..TOPICS {
            let mut sums = [0.0; ITEMS];
            for sheet in sheets {
                for item in 0..ITEMS {
                    let answer = usize::from(sheet[topic][item]);
                    counts[topic][item][answer - 1] += 1;
                    sums[item] += answer as f64;
                    for other in 0..ITEMS {
                        products[topic][item][other] +=
                            (answer * usize::from(sheet[topic][other])) as f64;
                    }
                }
            }
            for item in 0..ITEMS {
                for other in 0..ITEMS {
                    products[topic][item][other] -= sums[item] * sums[other] / n;
                }
            }
        }
        let counts = counts.map(|topic| topic.map(clipped));
        Self {
            counts,
            products,
            leader,
        }
    }
}

/// A category with more than n - 2 people gives the surplus to its neighbour towards the middle.
pub fn clipped(mut counts: Counts) -> Counts {
    let cap = counts.iter().sum::<usize>() - 2;
    if let Some(full) = counts.iter().position(|count| *count > cap) {
        counts[neighbour(full)] += counts[full] - cap;
        counts[full] = cap;
    }
    counts
}

fn neighbour(option: usize) -> usize {
    if option < 2 { option + 1 } else { option - 1 }
}

fn capped(counts: &Counts) -> bool {
    let cap = counts.iter().sum::<usize>() - 2;
    counts.contains(&cap)
}

/// The range of the mean over all answers that are clipped to the counts.
fn range(counts: &Counts) -> Interval {
    let n = counts.iter().sum::<usize>();
    let sum: usize = counts
        .iter()
        .zip(1..)
        .map(|(count, value)| count * value)
        .sum();
    let (mut lo, mut hi) = (sum as f64, sum as f64);
    for (option, count) in counts.iter().enumerate() {
        if *count == n - 2 {
            let shift =
                counts[neighbour(option)] as f64 * (option as f64 - neighbour(option) as f64);
            lo += shift.min(0.0);
            hi += shift.max(0.0);
        }
    }
    Interval {
        lo: lo / n as f64,
        hi: hi / n as f64,
    }
}

fn variance(counts: &Counts) -> f64 {
    let n = counts.iter().sum::<usize>() as f64;
    let (mut sum, mut squares) = (0.0, 0.0);
    for (count, value) in counts.iter().zip(1..) {
        sum += *count as f64 * f64::from(value);
        squares += *count as f64 * f64::from(value * value);
    }
    (squares - sum * sum / n) / (n - 1.0)
}

/// How figures are printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Steps {
    /// As they are.
    None,
    /// Topic means in fives of 100; items at the nearest answer below ten people, else in tens. The spread of fewer
    /// than ten people is not printed: the organisation's stands for it.
    Printed,
}

/// The gaps of the teams of one organisation, each with the organisation's noise of the topic.
pub fn gaps(teams: &[Team], invited: usize, steps: Steps) -> Vec<[(Difference, f64); TOPICS]> {
    let topics: [Vec<(Difference, f64)>; TOPICS] =
        std::array::from_fn(|topic| topic_gaps(teams, topic, invited, steps));
    (0..teams.len())
        .map(|team| std::array::from_fn(|topic| topics[topic][team]))
        .collect()
}

fn topic_gaps(
    teams: &[Team],
    topic: usize,
    invited: usize,
    steps: Steps,
) -> Vec<(Difference, f64)> {
    let correlations = correlations(teams, topic);
    let own: Vec<f64> = teams
        .iter()
        .map(|team| scale_variance(&team.counts[topic], &correlations))
        .collect();
    let n = teams[0].counts[topic][0].iter().sum::<usize>();
    let pooled = pooled_variance(own.iter().map(|variance| (n, *variance))).unwrap();
    let basis = Basis {
        pooled,
        prior_df: PRIOR_DF,
        reliability: 0.8,
        scale: Interval { lo: 1.0, hi: 5.0 },
    };
    let gap = |(team, own): (&Team, &f64)| {
        let printed = Printed {
            invited,
            steps,
            variance: *own,
        };
        let printed = printed.topic(&team.counts[topic], &basis);
        let leaders = std::slice::from_ref(&team.leader[topic]);
        leader_gap(&printed, leaders).unwrap().unwrap().difference
    };
    let gaps: Vec<Difference> = teams.iter().zip(&own).map(gap).collect();
    let noise = pooled_noise(gaps.iter().map(|gap| gap.noise)).unwrap();
    gaps.into_iter().map(|gap| (gap, noise)).collect()
}

/// How one topic of a team is printed.
pub struct Printed {
    pub invited: usize,
    pub steps: Steps,
    /// Of a person's score.
    pub variance: f64,
}

impl Printed {
    pub fn topic(&self, counts: &[Counts; ITEMS], basis: &Basis) -> TopicFigures {
        let n = counts[0].iter().sum::<usize>();
        let ranges = counts.map(|counts| range(&counts));
        let mut mean = Interval {
            lo: ranges.iter().map(|range| range.lo).sum::<f64>() / ITEMS as f64,
            hi: ranges.iter().map(|range| range.hi).sum::<f64>() / ITEMS as f64,
        };
        let mut items = ranges.map(|range| range.middle());
        let (mut step, mut variance) = (0.0, self.variance);
        if self.steps == Steps::Printed {
            step = 0.2;
            let moved = rounded(mean.middle(), step) - mean.middle();
            mean.lo += moved;
            mean.hi += moved;
            let few = n < 10;
            items = items.map(|item| rounded(item, if few { 1.0 } else { 0.4 }));
            variance = if few { basis.pooled } else { variance };
        }
        let sample = Sample::new(n, self.invited, mean, variance).unwrap();
        TopicFigures {
            precision: Precision::of(&[sample], basis).unwrap(),
            items: items.map(Some).to_vec(),
            step,
        }
    }
}

/// To whole steps from the low end of the scale; half a step rounds up.
fn rounded(points: f64, step: f64) -> f64 {
    1.0 + ((points - 1.0) / step + 0.5 + 1e-9).floor() * step
}

/// The variance of a person's score from those of the items and the organisation's correlations.
fn scale_variance(counts: &[Counts; ITEMS], correlations: &[[f64; ITEMS]; ITEMS]) -> f64 {
    let sd = counts.map(|counts| variance(&counts).sqrt());
    let mut sum = 0.0;
    for i in 0..ITEMS {
        for j in 0..ITEMS {
            sum += correlations[i][j] * sd[i] * sd[j];
        }
    }
    sum / (ITEMS * ITEMS) as f64
}

/// Within teams, pair by pair over the teams in which neither item is capped, in steps of .05; .40 where that leaves
/// fewer than 50 people or 10 teams.
fn correlations(teams: &[Team], topic: usize) -> [[f64; ITEMS]; ITEMS] {
    let pair = |i: usize, j: usize| {
        let free = |team: &&Team| {
            [i, j]
                .iter()
                .all(|item| !capped(&team.counts[topic][*item]))
        };
        let free: Vec<&Team> = teams.iter().filter(free).collect();
        let people: usize = free
            .iter()
            .map(|team| team.counts[topic][i].iter().sum::<usize>())
            .sum();
        let sum = |i: usize, j: usize| {
            free.iter()
                .map(|team| team.products[topic][i][j])
                .sum::<f64>()
        };
        let r = sum(i, j) / (sum(i, i) * sum(j, j)).sqrt();
        if free.len() < 10 || people < 50 || r.is_nan() {
            0.4
        } else {
            (r * 20.0).round() / 20.0
        }
    };
    std::array::from_fn(|i| std::array::from_fn(|j| if i == j { 1.0 } else { pair(i, j) }))
}

/// Numbers at random, the same for the same seed (SplitMix64: Steele, Lea & Flood 2014). A cipher would take most
/// of the time of the tests.
pub struct Dice(pub u64);

impl Dice {
    /// From 0 to below 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From the standard normal distribution (Box & Muller 1958).
    pub fn bell(&mut self) -> f64 {
        let size = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        size * (std::f64::consts::TAU * self.share()).cos()
    }
}

fn normal_below(z: f64) -> f64 {
    1.0 - gutcheck_stats::t_upper_tail(z, f64::INFINITY)
}
