use crate::load::fault;
use crate::machine;
use crate::organisation::{self, SURVEY, open_wave, set_up};
use crate::vote::Vote;
use gutcheck::answer::canonical_size;
use gutcheck::app::App;
use gutcheck::ballot::client::Booth;
use gutcheck::ballot::custody::IssuingKeys;
use gutcheck::ballot::random;
use gutcheck::ballot::secret::InvitationSecret;
use gutcheck::error::{Outcome, Problem};
use gutcheck::ids::WaveId;
use gutcheck::store::invitation::{self, Invitation};
use gutcheck::store::wave::Promise;
use gutcheck::store::{ballot, promise};
use gutcheck::survey::Role;
use gutcheck::wave;
use std::collections::{BTreeMap, BTreeSet};

/// Teams, and so issuing keys.
const TEAMS: usize = 16;

/// Everybody who is invited to an open wave.
pub struct Voters {
    wave: WaveId,
    keys: IssuingKeys,
    invitations: Vec<Invitation>,
    booths: BTreeMap<i32, Booth>,
    /// A form without an answer: what is in a ballot makes no difference to its size.
    answers: Vec<u8>,
}

impl Voters {
    /// Sets up an organisation of so many members and opens a wave for them.
    pub fn invite(app: &App, members: usize) -> Outcome<Self> {
        set_up(app, organisation::members(TEAMS, members))?;
        let (wave, _) = open_wave(app, Promise::Anonymous)?;
        let survey = app.library.get(SURVEY).ok_or(Problem::NotFound)?;
        let (promise, invitations) = app
            .store
            .read(|c| Ok((promise::of_wave(c, &wave)?, invitation::of_wave(c, &wave)?)))?;
        let root = promise.ok_or(Problem::NotFound)?.root;
        let cells: BTreeSet<i32> = invitations.iter().map(|voter| voter.cell).collect();
        let booth = |cell| {
            let promised = wave::promised(app, &root, cell)?;
            let booth =
                Booth::read(&promised.root, &promised.terms, &promised.cell).map_err(fault)?;
            Ok::<_, Problem>((cell, booth))
        };
        Ok(Self {
            keys: app.keys.issuing(&wave.bytes())?,
            answers: vec![0; canonical_size(survey, Role::Member)],
            wave,
            invitations,
            booths: cells.into_iter().map(booth).collect::<Outcome<_>>()?,
        })
    }

    /// Seals and blinds the ballots of a round on all processors, as browsers do on their own machines.
    pub fn seal(&self, round: usize, count: usize) -> Outcome<Vec<Vote>> {
        let voters = self.invitations.chunks(count).nth(round);
        machine::on_all_cores(voters.unwrap_or_default(), |voter| self.vote(voter))
    }

    fn vote(&self, voter: &Invitation) -> Outcome<Vote> {
        let booth = self.booths.get(&voter.cell).ok_or(Problem::NotFound)?;
        let draft = booth.seal(&self.answers, &mut random::system());
        let draft = draft.map_err(fault)?;
        let token = InvitationSecret::derive(&self.keys.mail, &voter.id.bytes()).text();
        Ok(Vote::new(&self.wave, voter.cell, &token, draft))
    }

    /// How many ballots are in the database.
    pub fn stored(&self, app: &App) -> Outcome<usize> {
        Ok(app.store.read(|c| ballot::ids(c, &self.wave))?.len())
    }
}
