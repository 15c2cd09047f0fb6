use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::Db;
use crate::store::invitation::{self, Invitation};
use crate::store::slip::{self, Slip};

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

    /// Notes what is signed for the link, if it may be.
    pub fn use_for(&self, c: &mut Db, hash: &str) -> Outcome<bool> {
        match self.signed() {
            // Another node may have been asked the same at the same time.
            None => self.issue(c, hash),
            Some(signed) => Ok(signed == hash),
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
}
