use super::rule::Rule;

/// How many of a group have answered, while its wave is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participation {
    FewerThan(usize),
    Exactly(usize),
    AtLeast(usize),
}

/// Total participation is told in steps of so many percent.
const STEP: usize = 5;

impl Participation {
    /// What may be told of `answered` of `asked` people: neither that nobody did nor that everybody did. `None`
    /// for a group so small that even that would tell of single people.
    pub fn of(asked: usize, answered: usize, rule: Rule) -> Option<Self> {
        let (k, c) = (rule.k(), rule.c());
        let most = asked.checked_sub(c).filter(|most| *most >= k)?;
        Some(match answered {
            few if few < k => Self::FewerThan(k),
            many if many >= most => Self::AtLeast(most),
            some => Self::Exactly(some),
        })
    }

    /// The share of all who were asked, in percent, in steps of 5; half a step goes up. `None` for fewer than k
    /// answers, and for a wave so small that a share would tell of single people.
    pub fn share(asked: usize, answered: usize, rule: Rule) -> Option<usize> {
        let told = match Self::of(asked, answered, rule)? {
            Self::FewerThan(_) => return None,
            Self::Exactly(told) | Self::AtLeast(told) => told,
        };
        Some((200 * told / asked + STEP) / (2 * STEP) * STEP)
    }
}
