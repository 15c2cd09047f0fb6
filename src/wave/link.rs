use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::invitation::{self, Invitation};
use crate::store::slip::{self, Slip};
use crate::store::{Db, ballot, frozen};

/// What a member answers by: a link that was mailed to one person, or one on paper that is nobody's own.
pub(super) enum Link {
    Mailed(Invitation),
    Printed(Slip),
}

impl Link {
    /// The link whose secret has this hash.
    pub fn find(c: &mut Db, token_hash: &str) -> Outcome<Option<Self>> {
        if let Some(mailed) = invitation::by_token(c, token_hash)? {
            return Ok(Some(Self::Mailed(mailed)));
        }
        Ok(slip::by_token(c, token_hash)?.map(Self::Printed))
    }

    pub fn wave(&self) -> &WaveId {
        match self {
            Self::Mailed(Invitation { wave, .. }) | Self::Printed(Slip { wave, .. }) => wave,
        }
    }

    pub fn cell(&self) -> i32 {
        match self {
            Self::Mailed(Invitation { cell, .. }) | Self::Printed(Slip { cell, .. }) => *cell,
        }
    }

    pub fn is_printed(&self) -> bool {
        matches!(self, Self::Printed(_))
    }

    /// Notes what is signed for the link, if it may be.
    pub fn use_for(&self, c: &mut Db, hash: &str, replace: bool) -> Outcome<bool> {
        match self.signed() {
            // Another node may have been asked the same at the same time.
            None => self.issue(c, hash),
            Some(signed) if signed == hash => Ok(true),
            Some(_) if replace => self.replace(c, hash),
            Some(_) => Ok(false),
        }
    }

    fn signed(&self) -> Option<&str> {
        match self {
            Self::Mailed(Invitation { blinded_hash, .. })
            | Self::Printed(Slip { blinded_hash, .. }) => blinded_hash.as_deref(),
        }
    }

    fn issue(&self, c: &mut Db, hash: &str) -> Outcome<bool> {
        Ok(match self {
            Self::Mailed(Invitation { id, .. }) => {
                invitation::issue(c, id, hash)?
                    || invitation::blinded_hash(c, id)?.as_deref() == Some(hash)
            }
            Self::Printed(Slip { id, .. }) => {
                slip::issue(c, id, hash)? || slip::blinded_hash(c, id)?.as_deref() == Some(hash)
            }
        })
    }

    fn replace(&self, c: &mut Db, hash: &str) -> Outcome<bool> {
        let Self::Mailed(Invitation { id, wave, cell, .. }) = self else {
            return Ok(false);
        };
        // One after the other, so that one missing ballot is not replaced twice.
        frozen::hold(c, wave, *cell)?;
        Ok(self.replaceable(c)? && invitation::replace(c, id, hash)?)
    }

    /// Whether a ballot of the group is really missing, and this link has not replaced one. Nobody can tell whose
    /// it is. A slip replaces none: how many ballots a person has could not be told then.
    pub fn replaceable(&self, c: &mut Db) -> Outcome<bool> {
        let Self::Mailed(mailed) = self else {
            return Ok(false);
        };
        let (wave, cell) = (&mailed.wave, mailed.cell);
        let signatures = invitation::signatures(c, wave, cell)? + slip::used(c, wave, cell)?;
        Ok(!mailed.replaced && ballot::in_cell(c, wave, cell)? < signatures)
    }
}
