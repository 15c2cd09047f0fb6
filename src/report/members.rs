use crate::text::{Lang, Sentence};

/// How many people of a unit were asked and answered in two waves.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Asked in the later wave.
    pub now: usize,
    /// Asked in the earlier wave.
    pub then: usize,
    /// Asked in both.
    pub both: usize,
    /// Answered in the later wave, for sure and at most.
    pub answered_now: (usize, usize),
    /// Answered in the earlier wave, for sure and at most.
    pub answered_then: (usize, usize),
    /// So few joined or left that the two waves are not of the same people, though nearly.
    pub nearly: bool,
}

impl Asked {
    /// The least and the greatest number of people who can have answered both times. It follows from sizes
    /// that are shown anyway; who or how many it was nobody knows, because answers are anonymous.
    fn answered_both(&self) -> (usize, usize) {
        let sure = |answers: usize, asked: usize| answers.saturating_sub(asked - self.both);
        let now = sure(self.answered_now.0, self.now);
        let then = sure(self.answered_then.0, self.then);
        let most = self.both.min(self.answered_now.1).min(self.answered_then.1);
        ((now + then).saturating_sub(self.both).min(most), most)
    }
}

/// Who was asked since an earlier wave, and how many can have answered both times.
pub fn members(asked: &Asked, since: &str, lang: Lang) -> String {
    let (joined, left) = (asked.now - asked.both, asked.then - asked.both);
    let who = match joined + left {
        0 => Sentence::new("report-members-same").with("asked", asked.now),
        _ => Sentence::new("report-members-changed")
            .with("asked", asked.now)
            .with("both", asked.both)
            .with("joined", joined)
            .with("left", left),
    };
    let mut who = who.with("since", since).in_lang(lang);
    if asked.nearly {
        who = format!("{who} {}", lang.text("report-members-nearly"));
    }
    let answered = match asked.answered_both() {
        (_, 0) => return who,
        (least, most) if least == most => Sentence::new("report-members-both").with("both", most),
        (least, most) => Sentence::new("report-members-between")
            .with("least", least)
            .with("most", most),
    };
    format!("{who} {}", answered.in_lang(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(now: (usize, usize), then: (usize, usize), both: usize) -> Asked {
        Asked {
            now: now.1,
            then: then.1,
            both,
            answered_now: (now.0, now.0),
            answered_then: (then.0, then.0),
            nearly: false,
        }
    }

    #[test]
    fn the_bounds_hold_for_every_way_in_which_people_can_have_answered() {
        // People 0..both were asked both times, the others once.
        for both in 0..4_usize {
            for (joined, left) in [(0, 0), (1, 0), (0, 2), (2, 1)] {
                let (now, then) = (both + joined, both + left);
                let mut seen = std::collections::BTreeMap::<_, (usize, usize)>::new();
                for a in 0_u32..1 << now {
                    for b in 0_u32..1 << then {
                        let twice = (a & b & ((1 << both) - 1)).count_ones() as usize;
                        let sizes = (a.count_ones() as usize, b.count_ones() as usize);
                        let (least, most) = seen.entry(sizes).or_insert((twice, twice));
                        (*least, *most) = ((*least).min(twice), (*most).max(twice));
                    }
                }
                for ((a, b), bounds) in seen {
                    let asked = asked((a, now), (b, then), both);
                    assert_eq!(asked.answered_both(), bounds, "{asked:?}");
                }
            }
        }
    }

    #[test]
    fn nobody_is_said_to_have_answered_twice_who_may_not_have() {
        let say = |asked| members(&asked, "Q2", Lang::En);
        assert_eq!(
            say(asked((7, 9), (8, 9), 9)),
            "The same 9 people were asked in Q2. Between 6 and 7 of them answered both times; \
             nobody can know more, because answers are anonymous."
        );
        assert_eq!(
            say(asked((9, 9), (9, 9), 9)),
            "The same 9 people were asked in Q2. 9 of them answered both times."
        );
        assert_eq!(
            say(asked((6, 9), (6, 8), 7)),
            "Of the 9 people asked, 7 were asked in Q2 too; 2 joined and 1 left. Between 2 and 6 \
             of them answered both times; nobody can know more, because answers are anonymous."
        );
    }
}
