use serde::Serialize;

/// Where the steps begin, in whole points. They lie alike around 50, so that a column in which high is worse has
/// the same steps turned round.
const STARTS: [i64; Step::COUNT] = [0, 20, 35, 50, 65, 80];

/// A step of the colour scale of scores, from 1, the poorest, to 6, the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Step(u8);

impl Step {
    /// How many there are.
    pub const COUNT: usize = 6;

    /// All of them, the poorest first.
    pub const ALL: [Self; Self::COUNT] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6)];

    /// The step of a score as it is shown, in whole points from 0 to 100.
    pub fn of(score: i64, high_is_worse: bool) -> Self {
        let reached = STARTS.iter().filter(|start| **start <= score).count() as u8;
        let step = reached.max(1);
        Self(if high_is_worse { 7 - step } else { step })
    }

    /// Its number, from 1 to 6.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The first and the last whole point of each step, from low to high.
    pub fn ranges() -> [(i64, i64); Self::COUNT] {
        let mut ends = STARTS.iter().skip(1).map(|next| next - 1);
        STARTS.map(|start| (start, ends.next().unwrap_or(100)))
    }
}
