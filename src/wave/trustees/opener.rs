use super::{Bench, shares};
use crate::ballot::seal::{Context, OpeningKey, open};
use crate::ballot::trustee::{Share, Trustees, Upload, open_ballot};
use crate::error::{Outcome, Problem};
use crate::store::Db;
use crate::store::trustee as stored;
use crate::store::wave::Wave;
use crate::text::Sentence;

/// What opens the ballots of a wave.
pub enum Opener {
    /// The key that the server holds.
    Server(OpeningKey),
    /// The shares of so many trustees.
    Trustees(Trustees, Vec<(u8, Upload)>),
}

impl Opener {
    /// What opens a wave with so many ballots, whose key file holds this key.
    ///
    /// # Errors
    /// A refusal if too few trustees have handed in their shares.
    pub fn read(c: &mut Db, wave: &Wave, key: OpeningKey, ballots: usize) -> Outcome<Self> {
        let Some(bench) = Bench::read(c, &wave.id)? else {
            return Ok(Self::Server(key));
        };
        let uploads = stored::uploads(c, &wave.id)?;
        if uploads.len() < bench.needed {
            let few = Sentence::new("problem-trustees-shares")
                .with("came", uploads.len())
                .with("needed", bench.needed);
            return Err(Problem::Refused(few));
        }
        let uploads = uploads
            .iter()
            .map(|upload| shares::unseal(&key, wave, upload, ballots));
        Ok(Self::Trustees(
            bench.keys()?,
            uploads.collect::<Outcome<_>>()?,
        ))
    }

    /// The answers in a ballot, which has this place in the list; `None` if its sender spoilt it.
    pub fn open(&self, context: &Context, place: usize, sealed: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Server(key) => open(key, context, sealed).ok(),
            Self::Trustees(trustees, uploads) => {
                let share = |(holder, upload): &(u8, Upload)| (*holder, upload.share(place));
                let shares: Vec<(u8, Option<Share>)> = uploads.iter().map(share).collect();
                let shares: Vec<(u8, Option<&Share>)> = shares
                    .iter()
                    .map(|(holder, share)| (*holder, share.as_ref()))
                    .collect();
                let parts = trustees.parts(sealed)?;
                open_ballot(trustees, context, &parts, &shares)
            }
        }
    }
}
