use super::percent;
use crate::scoring::Judgement;
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// From here on a commitment counts as kept, and below the other as not kept; between them as partly kept.
/// These are the thirds of the scale.
const KEPT: f64 = 2.0 / 3.0;
const NOT_KEPT: f64 = 1.0 / 3.0;

/// How the members judge one commitment.
#[derive(Clone, Debug, Serialize)]
pub struct Judged {
    /// `kept`, `partly` or `not`; `open` where capping leaves open which.
    pub verdict: &'static str,
    /// The verdict in one sentence.
    pub sentence: String,
    /// Their mean: 0 is not kept, 50 partly, 100 kept.
    pub score: i64,
    /// Members who judged it.
    pub base: usize,
    /// Percent who say kept, partly, not, each in its steps; only for twenty answers or more.
    pub shares: Option<[i64; 3]>,
}

/// Words a judgement.
pub fn judged(found: &Judgement, lang: Lang) -> Judged {
    let (low, high) = (verdict(found.kept.lo), verdict(found.kept.hi));
    let (verdict, key) = match (low, high) {
        ("kept", "kept") => ("kept", "commitment-judged-kept"),
        ("partly", "partly") => ("partly", "commitment-judged-partly"),
        ("not", "not") => ("not", "commitment-judged-not"),
        _ => ("open", "commitment-judged-open"),
    };
    let score = percent(found.kept.middle());
    Judged {
        verdict,
        sentence: Sentence::new(key)
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

fn verdict(mean: f64) -> &'static str {
    match mean {
        mean if mean >= KEPT => "kept",
        mean if mean <= NOT_KEPT => "not",
        _ => "partly",
    }
}

/// How many commitments the teams of an organisation kept, as their members judge; never what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CommitmentCounts {
    /// By verdict.
    pub kept: usize,
    pub partly: usize,
    pub not: usize,
    /// Handed to members, but too few answered for a verdict.
    pub hidden: usize,
}

impl CommitmentCounts {
    /// Counts one commitment that was judged in the wave.
    pub fn count(&mut self, found: Option<&Judgement>) {
        let place = match found.map(|found| verdict(found.kept.middle())) {
            Some("kept") => &mut self.kept,
            Some("not") => &mut self.not,
            Some(_) => &mut self.partly,
            None => &mut self.hidden,
        };
        *place += 1;
    }

    /// Commitments with a verdict.
    pub fn judged(&self) -> usize {
        self.kept + self.partly + self.not
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Interval;

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
        assert_eq!(verdict(0.8, 1.0), "kept");
        assert_eq!(verdict(0.4, 0.6), "partly");
        assert_eq!(verdict(0.0, 0.3), "not");
        assert_eq!(verdict(0.6, 0.7), "open");
    }

    #[test]
    fn every_commitment_is_counted_once() {
        let mut counts = CommitmentCounts::default();
        for one in [
            None,
            Some(found(0.9, 0.9)),
            Some(found(0.5, 0.5)),
            Some(found(0.1, 0.1)),
        ] {
            counts.count(one.as_ref());
        }
        assert_eq!((counts.judged(), counts.hidden), (3, 1));
    }
}
