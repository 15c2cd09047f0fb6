use super::MEAN_SHARE;
use super::error::Comparison;
use crate::interval::Interval;
use crate::precision::LEVEL;
use crate::standard_error::StandardError;
use crate::student::t_upper_tail;

/// Below this adjusted p a difference is clear.
const CLEAR: f64 = 0.05;
/// Below this adjusted p it is likely; it is too where its own interval is off zero.
const LIKELY: f64 = 0.20;
/// The level of the test on either side that "within" is.
const WITHIN: f64 = 0.05;

/// All topics of one leader or team that are looked at together, in the order they were given, and their mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    pub topics: Vec<Judged>,
    /// The mean of all; `None` below two topics.
    pub mean: Option<Judged>,
}

/// A difference with its interval and what may be said of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    pub comparison: Comparison,
    pub se: f64,
    pub df: f64,
    pub t: f64,
    /// Two-sided, of this difference alone; never shown without `adjusted`.
    pub p: f64,
    /// p over the family.
    pub adjusted: f64,
    /// 95 %, for the difference of true scores, by itself: off zero exactly when `p` is below .05.
    pub interval: Interval,
    /// It is smaller than what the survey calls alike, whichever direction it has (5 % on either side).
    pub within: bool,
}

/// Which way a difference goes: the leader sees it higher, or it went up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Higher,
    Lower,
}

/// What may be said of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Clear(Side),
    Likely(Side),
    /// No difference to be seen, and none as large as the survey's threshold.
    Alike,
    CannotTell,
}

impl Family {
    /// Judges differences that are looked at together. `span` is the length of the scale, H - L, at which
    /// intervals are cut; `alike` is the difference below which a survey calls two figures alike. Both in points.
    ///
    /// The set of all topics is tested by the mean at 1 % or the smallest p at 4 %, every smaller set by
    /// Bonferroni (closed testing, Marcus, Peritz & Gabriel 1976). Once the set of all is rejected at most m - 1
    /// topics are without a difference, so Holm (1979) begins at m - 1.
    pub fn of(topics: &[Comparison], span: f64, alike: f64) -> Self {
        let judge = |comparison: &Comparison| Judged::alone(*comparison, span, alike);
        let mean = Comparison::mean(topics).map(|mean| judge(&mean));
        let topics: Vec<Judged> = topics.iter().map(judge).collect();
        let Some(mean) = mean else {
            return Self { topics, mean };
        };
        let all = mean.p / MEAN_SHARE;
        Self {
            topics: adjusted(topics, all),
            mean: Some(Judged {
                adjusted: all.min(1.0),
                ..mean
            }),
        }
    }
}

/// Two topics or more with their p adjusted; `all` is the p of their mean over its share.
fn adjusted(topics: Vec<Judged>, all: f64) -> Vec<Judged> {
    let m = topics.len() as f64;
    let mut ordered: Vec<(usize, Judged)> = topics.into_iter().enumerate().collect();
    ordered.sort_by(|(_, a), (_, b)| a.p.total_cmp(&b.p));
    let mut largest = 0.0_f64;
    let mut left = m;
    for (_, topic) in &mut ordered {
        let own = match left == m {
            true => ((m - 1.0) * topic.p).max(all.min(m * topic.p / (1.0 - MEAN_SHARE))),
            false => left * topic.p,
        };
        largest = largest.max(own);
        topic.adjusted = largest.min(1.0);
        left -= 1.0;
    }
    ordered.sort_by_key(|(at, _)| *at);
    ordered.into_iter().map(|(_, topic)| topic).collect()
}

impl Judged {
    /// As the only one of its family.
    fn alone(comparison: Comparison, span: f64, alike: f64) -> Self {
        let error = comparison.error();
        let at = Interval::point(comparison.points);
        let test = error.test(at);
        // |G| + t SE < alike, without looking for t.
        let inside = (alike - comparison.points.abs()) / error.se;
        let whole = Interval {
            lo: -span,
            hi: span,
        };
        Self {
            comparison,
            se: error.se,
            df: error.df,
            t: test.t,
            p: test.p,
            adjusted: test.p,
            interval: error.around(at, LEVEL).within(whole),
            within: t_upper_tail(inside, error.df) < WITHIN,
        }
    }

    /// What may be said of a gap. Clear is off zero by itself; alike and cannot tell hold zero.
    pub fn word(&self) -> Word {
        let side = match self.comparison.points > 0.0 {
            true => Side::Higher,
            false => Side::Lower,
        };
        if self.adjusted < CLEAR {
            Word::Clear(side)
        } else if self.adjusted < LIKELY || self.p < 1.0 - LEVEL {
            Word::Likely(side)
        } else if self.within {
            Word::Alike
        } else {
            Word::CannotTell
        }
    }

    /// What may be said of a move: two waves are never called alike.
    pub fn word_of_move(&self) -> Word {
        match self.word() {
            Word::Alike => Word::CannotTell,
            word => word,
        }
    }

    /// The smallest difference of the printed figures whose interval would be off zero, in points.
    pub fn smallest(&self) -> f64 {
        let error = StandardError {
            se: self.se,
            df: self.df,
        };
        error.margin(LEVEL)
    }

    /// As far from `around`, the mean that is compared with, as chance can put the other one. The other lies
    /// outside it exactly when the interval is off zero.
    pub fn chance_range(&self, around: f64) -> Interval {
        Interval {
            lo: around - (self.interval.hi - self.comparison.points),
            hi: around + (self.comparison.points - self.interval.lo),
        }
    }
}
