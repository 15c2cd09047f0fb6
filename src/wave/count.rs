use super::groups::{self, Census, number, rule};
use super::leaders;
use super::open::{Opened, open_all};
use super::promise;
use super::settle::settle;
use super::trustees::Opener;
use super::{share, word};
use crate::app::App;
use crate::ballot::random;
use crate::ballot::seal::{OpeningKey, OpeningPublicKey};
use crate::disclosure::{self, Ballots, People, RawTally, Release, Released, Stored};
use crate::error::{Outcome, Problem};
use crate::ids::{CommentId, LeaderFormId, PersonId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::ballot;
use crate::store::outbox::{self, Kind, Mail};
use crate::store::reading::{self, Reading};
use crate::store::result::{self, Comment};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, invitation, trustee};
use crate::survey::Survey;
use crate::text::Sentence;
use chrono::Duration;
use data_encoding::HEXLOWER;
use rand::seq::SliceRandom;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Opens the sealed ballots of a closed wave in memory, clips what may be shown, and publishes it once.
/// Opened answers are never written. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the wave is not closed, too few trustees have opened their shares, or too few have answered for
/// anything to be shown.
pub fn count(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let wave = app.store.read(|c| wave::wave(c, id))?;
    if wave.state != State::Closed {
        return Err(Problem::refused("problem-wave-not-closed"));
    }
    let now = app.now();
    if wave.destroy_after.is_some_and(|after| after <= now) {
        return Err(Problem::refused("problem-wave-lapsed"));
    }
    if wave.ballots_root.is_none() {
        settle(app, id)?;
    }
    let (wave, root, survey, asked, ballots) = app.store.read(|c| {
        let wave = wave::wave(c, id)?;
        let survey = wave::survey(c, &wave)?;
        let census = Census::read(c, id)?;
        let shown = census.shown_shortly_before(c, &wave)?;
        let root = promise::root(c, id)?;
        Ok((wave, root, survey, (census, shown), ballot::of_wave(c, id)?))
    })?;
    let (census, shown) = asked;
    let key = sound_key(app, &wave)?;
    let opener = app
        .store
        .read(|c| Opener::read(c, &wave, key, ballots.len()))?;
    tracing::info!(wave = %id, "the ballots of a wave are being opened");
    // Twice, and nothing is written unless both agree.
    let pass = || {
        let cells = census.asked.cells.len();
        let opened = open_all((&opener, &root), &wave, &survey, cells, &ballots)?;
        let release = publishable(&wave, &census, &shown, &opened)?;
        let stored = disclosure::encode(&release);
        let stored = stored.map_err(|error| Problem::fault("release", error))?;
        Outcome::Ok((opened, release, stored))
    };
    let (opened, release, stored) = pass()?;
    let result_hash = hash(&stored);
    if hash(&pass()?.2) != result_hash {
        return Err(Problem::broken("two counts of one wave differ"));
    }
    let spoilt = i32::try_from(ballots.len() - opened.ballots);
    let spoilt = spoilt.map_err(|error| Problem::fault("release", error))?;
    let comments = comments(app, &wave, &survey, &release, opened);
    app.store.write(|c| {
        let grace = Duration::hours(i64::from(app.config.grace_hours));
        let published = wave::Release {
            released: now,
            // The grace never lasts longer than was promised.
            destroy_after: wave
                .destroy_after
                .map_or(now + grace, |promised| promised.min(now + grace)),
            result_hash,
            spoilt,
        };
        if !wave::release(c, id, &published)? {
            return Err(Problem::refused("problem-wave-not-closed"));
        }
        groups::set_atoms(c, id, release.groups())?;
        trustee::forget_uploads(c, id)?;
        result::publish(c, id, &stored.header, &stored.atoms)?;
        comments
            .iter()
            .try_for_each(|comment| result::add_comment(c, comment))?;
        act::note(c, now, by, Act::Released, id.as_str())?;
        // Whoever leads a team by now reads its report.
        let leads = leaders::list(c, id)?;
        leaders::follow(app, c, &wave, &leads)?;
        announce(app, c, id)?;
        share::at_release(app, c, &wave)?;
        word::tell(c, id, now)
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
    app.keys.self_test(&wave.id.bytes(), &public)?;
    Ok(app.keys.opening(&wave.id.bytes())?)
}

fn publishable(
    wave: &Wave,
    census: &Census,
    shown: &[People],
    opened: &Opened,
) -> Outcome<Released<Release>> {
    let few = || {
        let few = Sentence::new("problem-wave-unanswered")
            .with("answers", opened.ballots)
            .with("needed", number(wave.k));
        Problem::Refused(few)
    };
    let tallies = &opened.tallies;
    let ballots = Ballots {
        shape: &opened.shape,
        came: &census.came(|cell| tallies.get(cell).map_or(0, RawTally::n)),
        tallies,
        shown,
    };
    let release = disclosure::release(&census.asked, &ballots, rule(wave)?);
    let release = release.map_err(|error| Problem::fault("release", error))?;
    match release.groups().atoms().is_empty() {
        true => Err(few()),
        false => Ok(release),
    }
}

/// The open texts in random order, each with the group it is shown with; those that cannot be shown are gone.
fn comments(
    app: &App,
    wave: &Wave,
    survey: &Survey,
    release: &Released<Release>,
    opened: Opened,
) -> Vec<Comment> {
    let mut texts = opened.texts;
    // The order of the ballots would tell which texts are of one person.
    texts.shuffle(&mut random::system());
    let comment = |(cell, question, words)| {
        let circle = release.groups().comment_group(cell)?;
        Some(Comment {
            id: CommentId::new(app.seed()),
            wave: wave.id.clone(),
            question: survey.questions.get::<usize>(question)?.id.clone(),
            circle: i32::try_from(circle).ok()?,
            words,
        })
    };
    texts.into_iter().filter_map(comment).collect()
}

/// Tells all who lead, each once, what there is for them to read: of several pages the one that says most.
fn announce(app: &App, c: &mut Db, id: &WaveId) -> Outcome<()> {
    let mut told: BTreeMap<PersonId, (Reading, LeaderFormId)> = BTreeMap::new();
    let forms = invitation::leader_forms(c, id)?.into_iter();
    for form in forms.filter(|form| form.reads) {
        if invitation::team_led(c, &form.person, id, form.node)?.is_none() {
            continue;
        }
        let one = (reading::of_node(c, id, form.node)?, form.id);
        match told.get_mut(&form.person) {
            Some(known) if known.0 <= one.0 => {}
            Some(known) => *known = one,
            None => {
                told.insert(form.person, one);
            }
        }
    }
    let now = app.now();
    let mail =
        |(_, form): &(_, LeaderFormId)| Mail::new(Kind::Results, form.as_str(), Some(id), now);
    outbox::queue(c, &told.values().map(mail).collect::<Vec<_>>())
}
