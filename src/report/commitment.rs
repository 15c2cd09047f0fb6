use super::percent;
use crate::scoring::Judgement;
use crate::stats::Interval;
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// From here on a commitment counts as kept, and below the other as not kept; between them as partly kept.
/// These are the thirds of the scale.
const KEPT: f64 = 2.0 / 3.0;
const NOT_KEPT: f64 = 1.0 / 3.0;

crate::text::keyed! {
    /// Whether a commitment was kept.
    CommitmentVerdict {
        Kept = "kept",
        Partly = "partly",
        Not = "not",
        /// Capping leaves open which.
        Open = "open",
    }
}

impl CommitmentVerdict {
    /// The verdict of a mean that is known as a range.
    fn of(mean: Interval) -> Self {
        match (mean.lo, mean.hi) {
            (lo, _) if lo >= KEPT => Self::Kept,
            (_, hi) if hi <= NOT_KEPT => Self::Not,
            (lo, hi) if lo > NOT_KEPT && hi < KEPT => Self::Partly,
            _ => Self::Open,
        }
    }
}

/// How the members judge one commitment.
#[derive(Clone, Debug, Serialize)]
pub struct Judged {
    /// The verdict.
    pub verdict: CommitmentVerdict,
    /// The verdict in one sentence.
    pub sentence: String,
    /// Their mean: 0 is not kept, 50 partly, 100 kept.
    pub score: i64,
    /// Members who judged it.
    pub base: usize,
    /// Percent who say kept, partly, not, each in its steps; only for twenty answers or more.
    pub shares: Option<[i64; 3]>,
}

/// Puts a judgement into words.
pub fn judged(found: &Judgement, lang: Lang) -> Judged {
    let verdict = CommitmentVerdict::of(found.kept);
    let score = percent(found.kept.middle());
    Judged {
        verdict,
        sentence: Sentence::new(format!("commitment-judged-{}", verdict.key()))
            .with("n", found.base)
            .with("score", score.unsigned_abs() as usize)
            .in_lang(lang),
        score,
        base: found.base,
        shares: found
            .shares
            .map(|[not, partly, kept]| [kept, partly, not].map(percent)),
    }
}

/// How many commitments the teams of an organisation kept, as their members judge; never what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CommitmentCounts {
    /// By verdict.
    pub kept: usize,
    pub partly: usize,
    pub not: usize,
    pub open: usize,
    /// Put to the members, but answered by too few for a verdict.
    pub hidden: usize,
}

impl CommitmentCounts {
    /// Counts one commitment that was judged in the wave, by the verdict that its leader reads.
    pub fn count(&mut self, found: Option<&Judgement>) {
        let verdict = found.map(|found| CommitmentVerdict::of(found.kept));
        *match verdict {
            Some(CommitmentVerdict::Kept) => &mut self.kept,
            Some(CommitmentVerdict::Partly) => &mut self.partly,
            Some(CommitmentVerdict::Not) => &mut self.not,
            Some(CommitmentVerdict::Open) => &mut self.open,
            None => &mut self.hidden,
        } += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lo: f64, hi: f64) -> Judgement {
        Judgement {
            base: 8,
            kept: Interval { lo, hi },
            shares: None,
        }
    }

    #[test]
    fn a_verdict_is_given_only_where_capping_leaves_none_other() {
        let verdict = |lo, hi| judged(&found(lo, hi), Lang::En).verdict;
        assert_eq!(verdict(0.8, 1.0), CommitmentVerdict::Kept);
        assert_eq!(verdict(0.4, 0.6), CommitmentVerdict::Partly);
        assert_eq!(verdict(0.0, 0.3), CommitmentVerdict::Not);
        assert_eq!(verdict(0.6, 0.7), CommitmentVerdict::Open);
    }

    #[test]
    fn hr_counts_a_commitment_as_kept_where_the_leader_reads_that_it_was() {
        for (lo, hi) in [(0.5, 0.9), (0.6, 0.7), (0.1, 0.4), (0.7, 0.8), (0.0, 0.2)] {
            let found = found(lo, hi);
            let mut counts = CommitmentCounts::default();
            counts.count(Some(&found));
            let verdict = judged(&found, Lang::En).verdict;
            assert_eq!(
                counts.kept == 1,
                verdict == CommitmentVerdict::Kept,
                "{lo} to {hi}"
            );
            assert_eq!(
                counts.not == 1,
                verdict == CommitmentVerdict::Not,
                "{lo} to {hi}"
            );
            assert_eq!(
                counts.open == 1,
                verdict == CommitmentVerdict::Open,
                "{lo} to {hi}"
            );
        }
    }

    #[test]
    fn no_share_of_those_who_judged_is_negative() {
        let judgement = Judgement {
            shares: Some([0.1, 0.0, 0.9]),
            ..found(0.8, 0.9)
        };
        assert_eq!(judged(&judgement, Lang::En).shares, Some([90, 0, 10]));
    }

    #[test]
    fn every_commitment_is_counted_once() {
        let mut counts = CommitmentCounts::default();
        for one in [
            None,
            Some(found(0.9, 0.9)),
            Some(found(0.5, 0.5)),
            Some(found(0.1, 0.1)),
            Some(found(0.6, 0.7)),
        ] {
            counts.count(one.as_ref());
        }
        let expected = CommitmentCounts {
            kept: 1,
            partly: 1,
            not: 1,
            open: 1,
            hidden: 1,
        };
        assert_eq!(counts, expected);
    }
}
