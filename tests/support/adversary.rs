//! Somebody with the whole database who wants to know who cast which ballot.

use super::Town;
use gutcheck::answer::Answers;
use gutcheck::ballot::client::Booth;
use gutcheck::ballot::random;
use gutcheck::ballot::secret::InvitationSecret;
use gutcheck::ids::WaveId;
use gutcheck::store::{invitation, promise};
use gutcheck::survey::Role;
use gutcheck::wave::{self, Cast, Issued, SealedBallot};
use rand::seq::SliceRandom;

/// Who cast which ballot, which nobody but this test knows.
pub struct Truth {
    /// The invitation.
    pub invitation: String,
    /// The ballot's 32 bytes.
    pub ballot: [u8; 32],
    /// The answer to every statement.
    pub answer: u8,
}

/// One team of so many people.
pub fn crowd(people: usize) -> String {
    let mut csv = String::from("team,e-mail,name,role\nCrowd,boss@crowd.example,Boss,leader\n");
    for number in 0..people {
        csv.push_str(&format!(
            "Crowd,m{number}@crowd.example,Member {number},member\n"
        ));
    }
    csv
}

/// Lets everybody vote once, in an order that has nothing to do with any list, and calls `between` after
/// each.
pub fn vote(town: &Town, id: &WaveId, mut between: impl FnMut(usize)) -> Vec<Truth> {
    let app = &town.app;
    let mut invitations = app.store.read(|c| invitation::of_wave(c, id)).unwrap();
    invitations.shuffle(&mut app.random.fork());
    let root = app.store.read(|c| promise::of_wave(c, id)).unwrap();
    let root = root.unwrap().root;
    let keys = app.keys.issuing(&id.bytes()).unwrap();
    let survey = town.survey();
    let mut truth = Vec::new();
    for (number, invitation) in invitations.into_iter().enumerate() {
        let answer = if app.random.bytes::<1>()[0] < 128 {
            2
        } else {
            4
        };
        let fields: Vec<_> = survey
            .form(Role::Member)
            .filter(|(_, item)| !survey.is_slot(item))
            .map(|(_, item)| (item.id.clone(), answer.to_string()))
            .collect();
        let answers = Answers::from_fields(survey, Role::Member, &fields).unwrap();
        let promised = wave::promised(app, &root, invitation.cell).unwrap();
        let booth = Booth::read(&promised.root, &promised.terms, &promised.cell).unwrap();
        let draft = booth
            .seal(
                &answers.canonical(survey, Role::Member),
                &mut random::system(),
            )
            .unwrap();
        let secret = InvitationSecret::derive(&keys.mail, &invitation.id.bytes()).text();
        let issued = wave::issue(app, &secret, draft.blinded()).unwrap();
        let Issued::Signature(signed) = issued else {
            panic!("{issued:?}")
        };
        let ballot = SealedBallot {
            wave: id.clone(),
            cell: invitation.cell,
            prefix: draft.prefix,
            signature: draft.finish(&signed).unwrap(),
            sealed: draft.sealed.clone(),
        };
        let cast = wave::cast(app, ballot).unwrap();
        assert_eq!(cast, Cast::Stored(draft.id));
        truth.push(Truth {
            invitation: invitation.id.to_string(),
            ballot: *draft.id.bytes(),
            answer,
        });
        between(number);
    }
    truth
}

/// How many are found out by whoever takes the first of one order for the first of the other, and so on.
pub fn found_out(truth: &[Truth], invitations: &[String], ballots: &[Vec<u8>]) -> usize {
    assert_eq!(
        (invitations.len(), ballots.len()),
        (truth.len(), truth.len())
    );
    let right = |(invitation, ballot): (&String, &Vec<u8>)| {
        truth
            .iter()
            .any(|one| one.invitation == *invitation && one.ballot.as_slice() == ballot)
    };
    invitations
        .iter()
        .zip(ballots)
        .filter(|pair| right(*pair))
        .count()
}

/// How many the best of so many guesses may find out by luck alone: one finds out Poisson(1) of a crowd, and more
/// than this comes once in 100 000 runs.
pub fn by_luck(guesses: u32) -> usize {
    const RARE: f64 = 1e-5;
    let mut exactly = (-1.0_f64).exp();
    let mut more = 1.0 - exactly;
    let mut found = 0;
    while f64::from(guesses) * more > RARE {
        found += 1;
        exactly /= found as f64;
        more -= exactly;
    }
    found
}
