mod server;

use super::*;
use crate::amend::{Amendment, link};
use crate::letters;
use crate::program::mock::serve;
use crate::promise::{in_link, moment, short};
use crate::seal::OpeningKey;
use crate::trustee_key::{public_text, read_public};
use server::{AFTER, Wave};
use std::sync::{Arc, Mutex};

struct Town {
    keys: Vec<OpeningKey>,
    wave: Arc<Mutex<Wave>>,
    origin: String,
}

impl Town {
    fn new(ballots: usize) -> Self {
        let keys: Vec<OpeningKey> = (0..3).map(|_| OpeningKey::generate()).collect();
        let wave = Arc::new(Mutex::new(Wave::new(&keys, ballots)));
        let shared = Arc::clone(&wave);
        let origin = serve(move |request| shared.lock().unwrap().answer(request));
        Self { keys, wave, origin }
    }

    fn letters(&self) -> String {
        self.wave.lock().unwrap().root.to_string()
    }

    fn seat_as(&self, key: &OpeningKey, letters: &str) -> Result<Seat, String> {
        let key = OpeningKey::from_bytes(key.to_bytes().as_slice()).unwrap();
        let address = WaveAddress::read(&format!("{}/wave/{letters}", self.origin)).unwrap();
        Seat::take(address, key)
    }

    fn seat(&self, trustee: usize) -> Seat {
        self.seat_as(&self.keys[trustee], &self.letters()).unwrap()
    }

    fn set(&self, change: impl FnOnce(&mut Wave)) {
        change(&mut self.wave.lock().unwrap());
    }
}

#[test]
fn two_of_three_prove_their_keys_and_open_a_wave_by_command() {
    let town = Town::new(40);
    for trustee in [0, 2] {
        let said = prove(&town.seat(trustee)).unwrap();
        assert!(said.contains("You have proved"), "{said}");
    }
    assert_eq!(town.wave.lock().unwrap().proved, [1, 3]);
    town.set(|wave| wave.task = "wait");
    assert!(prove(&town.seat(0)).is_ok(), "it was done");
    assert!(prove(&town.seat(1)).is_err(), "too late");
    assert!(
        open(&town.seat(0), moment(AFTER), None).is_err(),
        "too early"
    );

    town.set(|wave| wave.task = "open");
    let letters = town.letters();
    let said = facts(&town.seat(1));
    for fact in [
        "Wave      Q4 2026",
        "Opened by 2 of: trustee 0; trustee 1; trustee 2",
        "You are   trustee 1",
        "Closes    2026-12-02T17:00:00Z\n",
    ] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
    let seats = [
        town.seat(1),
        town.seat_as(&town.keys[2], in_link(&letters)).unwrap(),
    ];
    let mut opened = Vec::new();
    for seat in &seats {
        let said = open(seat, moment(AFTER), None).unwrap();
        assert!(
            said.starts_with("40 parts of ballots are opened and handed over. Destroy"),
            "{said}"
        );
        opened.push(town.wave.lock().unwrap().opened());
    }
    assert_eq!(opened, [0, 40], "one alone opens nothing");
    assert!(facts(&town.seat(0)).contains("trustee 0; trustee 1, done; trustee 2, done"));
}

#[test]
fn nothing_is_opened_before_the_end_nor_where_the_promise_is_another() {
    let town = Town::new(3);
    town.set(|wave| wave.task = "open");
    let before = moment("2026-12-02T16:59:59Z");
    let refused = open(&town.seat(0), before, None).unwrap_err();
    assert!(
        refused.contains("answers are taken until 2026-12-02T17:00:00Z"),
        "{refused}"
    );
    assert!(open(&town.seat(0), None, None).is_err(), "without a clock");

    // Extended, with somebody added meanwhile.
    let later = Amendment::Extend {
        closes: "2026-12-09T17:00:00Z".to_owned(),
        day: "2026-12-01".to_owned(),
    };
    let added = Amendment::Add {
        cell: 0,
        places: 1,
        sheet: "0".repeat(64),
        day: "2026-12-01".to_owned(),
    };
    town.set(|wave| wave.chain = vec![later.line(), added.line()]);
    assert!(open(&town.seat(0), moment(AFTER), None).is_err());
    assert!(
        town.seat(0)
            .closes()
            .contains("2026-12-02T17:00:00Z was promised")
    );
    assert!(open(&town.seat(0), moment("2026-12-09T17:00:00Z"), None).is_ok());

    let too_late = Amendment::Extend {
        closes: "2026-12-20T17:00:00Z".to_owned(),
        day: "2026-12-01".to_owned(),
    };
    town.set(|wave| wave.chain = vec![too_late.line()]);
    let letters = town.letters();
    let refused = town.seat_as(&town.keys[0], &letters).err().unwrap();
    assert!(
        refused.contains("what the promise does not allow"),
        "{refused}"
    );
    let off = Amendment::CallOff {
        day: "2026-12-01".to_owned(),
    };
    town.set(|wave| wave.chain = vec![off.line()]);
    let refused = open(&town.seat(0), moment(AFTER), None).unwrap_err();
    assert!(refused.contains("called off"), "{refused}");

    town.set(|wave| (wave.chain, wave.lies) = (Vec::new(), true));
    let refused = town.seat_as(&town.keys[0], &letters).err().unwrap();
    assert!(
        refused.contains("another promise than the address says"),
        "{refused}"
    );
    town.set(|wave| wave.lies = false);
    let stranger = town
        .seat_as(&OpeningKey::generate(), &letters)
        .err()
        .unwrap();
    assert!(
        stranger.contains("knows no wave of this address"),
        "{stranger}"
    );
}

/// The chain comes from the server: what it says of an early end is not enough to open anything.
#[test]
fn a_close_that_the_server_makes_up_opens_nothing_before_the_promised_end() {
    let town = Town::new(3);
    let closed = |closes: &str, before: &[Amendment]| {
        let day = closes[..10].to_owned();
        let closes = closes.to_owned();
        let close = Amendment::Close { closes, day };
        let lines = before.iter().map(Amendment::line);
        town.set(|wave| wave.chain = lines.chain([close.line()]).collect());
    };
    town.set(|wave| wave.task = "open");
    closed("2026-11-30T12:00:00Z", &[]);
    let now = moment("2026-11-30T13:00:00Z");
    let refused = open(&town.seat(0), now, None).unwrap_err();
    assert!(
        refused.contains("HR closed this wave early, on 2026-11-30T12:00:00Z"),
        "{refused}"
    );
    assert!(
        refused.contains("Wait until 2026-12-02T17:00:00Z"),
        "{refused}"
    );
    assert!(open(&town.seat(0), moment("2026-11-30T11:00:00Z"), None).is_err());
    assert_eq!(town.wave.lock().unwrap().uploads.len(), 0);

    // Of another chain than this one somebody was told, or not enough of it.
    let tip = {
        let wave = town.wave.lock().unwrap();
        short(&letters::of_bytes(&link(wave.root.bytes(), &wave.chain[0])))
    };
    let told = facts(&town.seat(0));
    assert!(
        told.contains(&format!("Changes   1, the last link is {tip}")),
        "{told}"
    );
    for wrong in [
        &short(&town.letters()),
        "K7Q2-9MXT-4HDA-8WZN",
        &tip[..14],
        "",
    ] {
        let refused = open(&town.seat(0), now, Some(wrong)).unwrap_err();
        assert!(
            refused.contains("not those that you were told of"),
            "{wrong}: {refused}"
        );
    }
    assert_eq!(town.wave.lock().unwrap().uploads.len(), 0);
    for right in [&tip[..19], &tip.to_lowercase()] {
        assert!(open(&town.seat(0), now, Some(right)).is_ok(), "{right}");
    }
    assert!(open(&town.seat(1), moment(AFTER), None).is_ok());

    // An end to which the wave was extended stands until it is over as well.
    let extend = Amendment::Extend {
        closes: "2026-12-09T17:00:00Z".to_owned(),
        day: "2026-12-01".to_owned(),
    };
    closed("2026-12-05T12:00:00Z", &[extend]);
    assert!(open(&town.seat(2), moment("2026-12-06T12:00:00Z"), None).is_err());
    assert!(open(&town.seat(2), moment("2026-12-09T17:00:00Z"), None).is_ok());
}

#[test]
fn a_trustee_is_told_the_fingerprint_of_the_list() {
    let town = Town::new(2);
    town.set(|wave| wave.task = "open");
    let said = open(&town.seat(0), moment(AFTER), None).unwrap();
    let list = format!("the list that you opened, {}.", "0a".repeat(32));
    assert!(said.contains(&list), "{said}");
}

#[test]
fn a_part_that_a_sender_spoilt_is_told_and_spoils_nothing_else() {
    let town = Town::new(5);
    town.set(|wave| {
        wave.task = "open";
        wave.ballots[2].1[5] ^= 1;
    });
    let said = open(&town.seat(0), moment(AFTER), None).unwrap();
    assert!(
        said.starts_with("4 parts of ballots are opened and handed over. 1 did not open"),
        "{said}"
    );
    open(&town.seat(1), moment(AFTER), None).unwrap();
    assert_eq!(town.wave.lock().unwrap().opened(), 4);
    open(&town.seat(2), moment(AFTER), None).unwrap();
    assert_eq!(town.wave.lock().unwrap().opened(), 5, "the others open it");
}

#[test]
fn a_key_is_written_once_for_its_owner_and_printed_so_that_it_comes_back_from_paper() {
    let name = format!("gutcheck-trustee-{}.json", std::process::id());
    let path = std::env::temp_dir().join(name);
    let _ = std::fs::remove_file(&path);
    let phrase = "correct horse battery";
    assert!(make("works council", &path, "too short").is_err() && !path.exists());
    assert!(make(" ", &path, phrase).is_err());
    let sheet = make("works council", &path, phrase).unwrap();
    let file = KeyFile::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = make("works council", &path, phrase).unwrap_err();
    assert!(again.contains("never overwritten"), "{again}");
    std::fs::remove_file(&path).unwrap();

    let key = file.open(phrase).unwrap();
    assert!(sheet.contains(&public_text(key.public())));
    assert_eq!(read_public(&file.public).as_ref(), Some(key.public()));
    let blocks = sheet.lines().skip_while(|line| *line != "Public");
    let letters = blocks.filter(|line| line.starts_with("  "));
    let paper = KeyFile::read(&letters.collect::<Vec<_>>().join("\n")).unwrap();
    assert_eq!(paper.open(phrase).unwrap().to_bytes(), key.to_bytes());
    // Dark corners on a light ground.
    let corner = "    █▀▀▀▀▀█ ";
    assert!(
        sheet.lines().any(|line| line.starts_with(corner)),
        "{sheet}"
    );
}
