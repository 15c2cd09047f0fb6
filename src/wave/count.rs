use super::settle::settle;
use crate::answer::Answers;
use crate::app::App;
use crate::ballot::seal::{OpeningKey, OpeningPublicKey, open};
use crate::disclosure::{self, Node, RawTally, Release, Released, Rule, Stored};
use crate::error::{Outcome, Problem};
use crate::ids::{CommentId, MailId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::ballot::{self, Ballot};
use crate::store::frozen;
use crate::store::outbox::{self, Kind};
use crate::store::result::{self, Comment};
use crate::store::wave::{self, Promise, State, Wave};
use crate::store::{Db, invitation};
use crate::survey::{Role, Survey};
use crate::text::Sentence;
use chrono::Duration;
use data_encoding::HEXLOWER;
use rand::seq::SliceRandom;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::thread::{self, ScopedJoinHandle};

/// Opens the sealed ballots of a closed wave in memory, clips what may be shown, and publishes it once.
/// Opened answers are never written. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is not closed or too few have answered for anything to be shown.
pub fn count(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let wave = app.store.read(|c| wave::wave(c, id))?;
    if wave.state != State::Closed {
        return Err(Problem::refused("problem-wave-not-closed"));
    }
    if wave.ballots_root.is_none() {
        settle(app, id)?;
    }
    let (wave, survey, nodes, ballots) = app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        let survey = wave::survey(c, &wave)?;
        Ok((wave, survey, frozen::nodes(c, id)?, ballot::of_wave(c, id)?))
    })?;
    let key = sound_key(app, &wave)?;
    // Twice, and nothing is written unless both agree.
    let pass = || {
        let opened = open_all(&key, &wave, &survey, &ballots)?;
        let release = publishable(&wave, &survey, &nodes, &opened)?;
        let stored = disclosure::encode(&release);
        let stored = stored.map_err(|error| Problem::fault("release", error))?;
        Outcome::Ok((opened, release, stored))
    };
    let (opened, release, stored) = pass()?;
    let result_hash = hash(&stored);
    if hash(&pass()?.2) != result_hash {
        return Err(Problem::Fault("two counts of one wave differ".to_owned()));
    }
    let comments = comments(app, &wave, &survey, &release, &opened);
    let now = app.now();
    app.store.write(|c| {
        let grace = Duration::hours(i64::from(app.config.grace_hours));
        let released = Wave {
            state: State::Released,
            released: Some(now),
            destroy_after: Some(now + grace),
            result_hash: Some(result_hash),
            spoilt: i32::try_from(ballots.len() - opened.len()).ok(),
            ..wave
        };
        if !wave::change(c, &released, State::Closed)? {
            return Err(Problem::refused("problem-wave-not-closed"));
        }
        result::publish(c, id, &stored.header, &stored.atoms)?;
        comments
            .iter()
            .try_for_each(|comment| result::add_comment(c, comment))?;
        act::note(c, now, by, Act::Released, id.as_str())?;
        announce(app, c, id, &release)
    })
}

/// SHA-256 over what is published, in hexadecimal digits.
fn hash(stored: &Stored) -> String {
    let mut hash = Sha256::new_with_prefix(&stored.header);
    for atom in &stored.atoms {
        hash.update([0]);
        hash.update(atom);
    }
    HEXLOWER.encode(&hash.finalize())
}

/// The opening key, if it is the one that ballots were sealed to: only then is a ballot that does not open
/// the fault of whoever sealed it.
fn sound_key(app: &App, wave: &Wave) -> Outcome<OpeningKey> {
    let public = OpeningPublicKey::from_bytes(wave.opening_key.as_deref().unwrap_or_default())
        .map_err(|error| Problem::fault("key", error))?;
    app.keys
        .self_test(&wave.id, &public, &mut app.random.fork())?;
    Ok(app.keys.read(&wave.id)?.opening)
}

/// The answers with the number of the cell they count for.
type Opened = Vec<(i32, Answers)>;

fn open_all(key: &OpeningKey, wave: &Wave, survey: &Survey, ballots: &[Ballot]) -> Outcome<Opened> {
    let one = |ballot: &Ballot| {
        let sealed = ballot.sealed.as_deref()?;
        let plain = open(key, &wave.id.bytes(), ballot.cell.unsigned_abs(), sealed).ok()?;
        let answers = Answers::from_canonical(survey, Role::Member, &plain).ok()?;
        Some((ballot.cell, answers))
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = ballots.len().div_ceil(cores).max(1);
    let opened: Opened = thread::scope(|scope| {
        let parts = ballots.chunks(share);
        let work = parts.map(|part| scope.spawn(move || part.iter().filter_map(one).collect()));
        let work: Vec<ScopedJoinHandle<'_, Opened>> = work.collect();
        work.into_iter()
            .flat_map(|part| part.join().unwrap_or_default())
            .collect()
    });
    // The server sealed the ballots of a confidential wave itself, so each of them opens. Those of an
    // anonymous one can hold anything, and must not keep the others from being counted.
    let broken = ballots.len() - opened.len();
    if broken > 0 && wave.promise == Promise::Confidential {
        return Err(Problem::Refused(
            Sentence::new("problem-wave-broken").with("broken", broken),
        ));
    }
    Ok(opened)
}

fn publishable(
    wave: &Wave,
    survey: &Survey,
    nodes: &[frozen::Node],
    opened: &Opened,
) -> Outcome<Released<Release>> {
    let fault = |error| Problem::fault("release", error);
    let rule = Rule::new(
        wave.k.unsigned_abs() as usize,
        wave.c.unsigned_abs() as usize,
    )
    .map_err(fault)?;
    if opened.len() < rule.k() {
        let few = Sentence::new("problem-wave-unanswered")
            .with("answers", opened.len())
            .with("needed", rule.k());
        return Err(Problem::Refused(few));
    }
    let options: Vec<usize> = survey
        .items
        .iter()
        .map(|item| survey.scale_of(item).map_or(0, |scale| scale.options.len()))
        .collect();
    let mut tree = Vec::with_capacity(nodes.len());
    let mut tallies = Vec::with_capacity(nodes.len());
    for node in nodes {
        let mut tally = RawTally::new(&options);
        let own = opened.iter().filter(|(cell, _)| *cell == node.no);
        let mut count = 0;
        for (_, answers) in own {
            tally.add(&answers.values(survey)).map_err(fault)?;
            count += 1;
        }
        tree.push(Node {
            parent: node.parent.map(|no| no.unsigned_abs() as usize),
            own: count,
        });
        tallies.push(tally);
    }
    disclosure::release(&tree, &tallies, rule).map_err(fault)
}

/// The open texts in random order, each with the smallest group it may be shown with.
fn comments(
    app: &App,
    wave: &Wave,
    survey: &Survey,
    release: &Released<Release>,
    opened: &Opened,
) -> Vec<Comment> {
    let mut comments = Vec::new();
    for (cell, answers) in opened {
        let Some(atom) = release.partition().atom_of(cell.unsigned_abs() as usize) else {
            continue;
        };
        for (question, words) in answers
            .texts()
            .filter(|(_, words)| !words.trim().is_empty())
        {
            let Some(question) = survey.questions.get(question) else {
                continue;
            };
            comments.push(Comment {
                id: CommentId::new(app.seed()),
                wave: wave.id.clone(),
                question: question.id.clone(),
                atom: i32::try_from(atom).unwrap_or(i32::MAX),
                words: words.to_owned(),
            });
        }
    }
    comments.shuffle(&mut *app.random.lock());
    comments
}

/// Tells the leaders of the teams that are shown, each once, that there are results.
fn announce(app: &App, c: &mut Db, id: &WaveId, release: &Released<Release>) -> Outcome<()> {
    let mut told: BTreeMap<_, _> = BTreeMap::new();
    for form in invitation::leader_forms(c, id)? {
        if release.node(form.node.unsigned_abs() as usize).is_some() {
            told.entry(form.person).or_insert(form.id);
        }
    }
    for form in told.values() {
        let mail = MailId::new(app.seed());
        outbox::queue(c, mail, Kind::Results, form.as_str(), app.now())?;
    }
    Ok(())
}
