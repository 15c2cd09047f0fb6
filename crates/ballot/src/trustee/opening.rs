//! What becomes of the shares that trustees upload.

use super::{Parts, Trustees, Upload};
use crate::seal::{Context, Purpose};
use crate::shamir::{self, Share};

/// How the shares of one trustee fit the ballots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Ballots whose sender says that this is the share.
    pub right: usize,
    /// The others.
    pub wrong: usize,
}

impl Fit {
    /// Whether it is the trustee who is wrong. The sender of a ballot can make one share of it look wrong, so a
    /// few are put down to their senders.
    pub fn refused(&self) -> bool {
        self.wrong > self.right
    }
}

/// Compares the shares of a trustee, counted from 1, with the ballots in the order of their list.
pub fn judge(
    trustees: &Trustees,
    holder: u8,
    ballots: &[(Context, &[u8])],
    upload: &Upload,
) -> Fit {
    let mut fit = Fit::default();
    for (at, (context, sealed)) in ballots.iter().enumerate() {
        let right = || {
            let (parts, share) = (trustees.parts(sealed)?, upload.share(at)?);
            Some(parts.fits(context, holder, &share))
        };
        match right() {
            Some(true) => fit.right += 1,
            _ => fit.wrong += 1,
        }
    }
    fit
}

/// The answers in a ballot by the shares of some trustees, each with their number from 1; `None` if they are
/// too few, or if its sender spoilt it. Shares that do not fit are left aside, and where more trustees came than
/// are needed, any of them do.
pub fn open_ballot(
    trustees: &Trustees,
    purpose: &impl Purpose,
    parts: &Parts<'_>,
    shares: &[(u8, Option<&Share>)],
) -> Option<Vec<u8>> {
    let given = shares
        .iter()
        .filter_map(|(holder, share)| Some((*holder, (*share)?)));
    let fitting = given.filter(|(holder, share)| parts.fits(purpose, *holder, share));
    let mut fitting: Vec<(u8, &Share)> = fitting.collect();
    fitting.sort_by_key(|(holder, _)| *holder);
    fitting.dedup_by_key(|(holder, _)| *holder);
    first_that_opens(&fitting, trustees.needed(), &mut Vec::new(), &|chosen| {
        let holders: Vec<u8> = chosen.iter().map(|(holder, _)| *holder).collect();
        let shares = chosen.iter().map(|(_, share)| *share);
        let key = shamir::combine(&shamir::weights(&holders, 0), shares);
        parts.open(purpose, &key)
    })
}

/// Tries all ways to choose so many, in order. With nine trustees they are 126 at the most.
fn first_that_opens<T: Copy, R>(
    from: &[T],
    missing: usize,
    chosen: &mut Vec<T>,
    open: &dyn Fn(&[T]) -> Option<R>,
) -> Option<R> {
    if missing == 0 {
        return open(chosen);
    }
    let (first, rest) = from.split_first()?;
    chosen.push(*first);
    let opened = first_that_opens(rest, missing - 1, chosen, open);
    chosen.pop();
    opened.or_else(|| first_that_opens(rest, missing, chosen, open))
}
