use super::promise::context;
use super::trustees::Opener;
use crate::answer::Answers;
use crate::ballot::promise::Root;
use crate::disclosure::{DisclosureError, RawTally, Shape};
use crate::error::{Outcome, Panic, Problem};
use crate::store::ballot::Ballot;
use crate::store::number;
use crate::store::wave::{Promise, Wave};
use crate::survey::{Role, Survey};
use crate::text::Sentence;
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};

/// What the ballots of a wave say, without who said it: answers only as sums.
pub(super) struct Opened {
    /// How the answers are counted.
    pub shape: Arc<Shape>,
    /// How many ballots were opened.
    pub ballots: usize,
    /// By the number of the cell.
    pub tallies: Vec<RawTally>,
    /// The cell, the question's index and the words.
    pub texts: Vec<(usize, usize, String)>,
}

/// Opens and tallies the ballots, in the order of their list, on all processors. `cells` is how many the wave has.
///
/// # Errors
/// A refusal if a ballot of a confidential wave does not open.
pub(super) fn open_all(
    (opener, root): (&Opener, &Root),
    wave: &Wave,
    survey: &Survey,
    cells: usize,
    ballots: &[Ballot],
) -> Outcome<Opened> {
    let shape = Arc::new(Shape::of(survey));
    let read = |plain: Vec<u8>| Answers::from_canonical(survey, Role::Member, &plain).ok();
    let tally = |first: usize, share: &[Ballot]| -> Result<Opened, DisclosureError> {
        let mut opened = Opened::nothing(&shape, cells);
        for (place, ballot) in (first..).zip(share) {
            let plain = plaintext((opener, root), wave, place, ballot);
            if let Some(answers) = plain.and_then(read) {
                opened.add(survey, number(ballot.cell), &answers)?;
            }
        }
        Ok(opened)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = ballots.len().div_ceil(cores).max(1);
    let mut opened = Opened::nothing(&shape, cells);
    thread::scope(|scope| {
        let work = (0..).step_by(share).zip(ballots.chunks(share));
        let work = work.map(|(first, share)| scope.spawn(move || tally(first, share)));
        let work: Vec<ScopedJoinHandle<'_, _>> = work.collect();
        for part in work {
            let part = part.join().map_err(Panic::of)?;
            opened.merge(part.map_err(|error| Problem::fault("tally", error))?);
        }
        Outcome::Ok(())
    })?;
    // The server sealed the ballots of a confidential wave itself, so each of them opens. Those of an
    // anonymous one can hold anything, and must not keep the others from being counted.
    let broken = ballots.len() - opened.ballots;
    if broken > 0 && wave.promise == Promise::Confidential {
        return Err(Problem::Refused(
            Sentence::new("problem-wave-broken").with("broken", broken),
        ));
    }
    Ok(opened)
}

fn plaintext(
    (opener, root): (&Opener, &Root),
    wave: &Wave,
    place: usize,
    ballot: &Ballot,
) -> Option<Vec<u8>> {
    let sealed = ballot.sealed.as_deref()?;
    opener.open(&context(&wave.id, root, ballot.cell), place, sealed)
}

impl Opened {
    fn nothing(shape: &Arc<Shape>, cells: usize) -> Self {
        Self {
            shape: Arc::clone(shape),
            ballots: 0,
            tallies: vec![RawTally::new(shape); cells],
            texts: Vec::new(),
        }
    }

    fn add(
        &mut self,
        survey: &Survey,
        cell: usize,
        answers: &Answers,
    ) -> Result<(), DisclosureError> {
        if let Some(tally) = self.tallies.get_mut(cell) {
            tally.add(&answers.values(survey))?;
            self.ballots += 1;
        }
        let said = answers
            .texts()
            .filter(|(_, words)| !words.trim().is_empty());
        let texts = said.map(|(question, words)| (cell, question, words.to_owned()));
        self.texts.extend(texts);
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.ballots += other.ballots;
        self.texts.extend(other.texts);
        for (mine, theirs) in self.tallies.iter_mut().zip(&other.tallies) {
            mine.absorb(theirs);
        }
    }
}
