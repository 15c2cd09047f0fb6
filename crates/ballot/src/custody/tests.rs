use super::*;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A key ring in a directory of its own that goes away with it.
struct Ring(KeyRing);

impl Ring {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("gutcheck-keys-{}-{number}", std::process::id());
        Self(KeyRing::open(std::env::temp_dir().join(name)).unwrap())
    }

    /// All files but the lock, by name.
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0.directory).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name != "lock").collect();
        names.sort();
        names
    }

    /// The two files of the wave.
    fn pair(&self) -> [PathBuf; 2] {
        FILES.map(|name| self.0.directory.join(name))
    }

    /// A draft of a file, as a process leaves it that is killed.
    fn leave_half(&self, name: &str) {
        let path = self.0.directory.join(format!("{name}.0a1b.new"));
        fs::write(path, b"half a key").unwrap();
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0.directory);
    }
}

const WAVE: [u8; 16] = [9; 16];
/// Its two files.
const FILES: [&str; 2] = [
    "09144gj289144gj289144gj289.issuing",
    "09144gj289144gj289144gj289.opening",
];

fn made(ring: &Ring) -> WaveKeys {
    let keys = WaveKeys::generate();
    ring.0.create(&WAVE, &keys).unwrap();
    keys
}

fn assert_kept(ring: &Ring, keys: &WaveKeys) {
    let opening = ring.0.opening(&WAVE).unwrap();
    assert_eq!(opening.to_bytes(), keys.opening.to_bytes());
    let issuing = ring.0.issuing(&WAVE).unwrap();
    assert_eq!(issuing.mail.expose(), keys.issuing.mail.expose());
    assert_eq!(ring.files(), FILES, "no draft stays");
}

#[test]
fn keys_are_read_back_as_they_were_written() {
    let ring = Ring::new();
    let keys = made(&ring);
    assert_kept(&ring, &keys);
}

#[test]
fn ballots_are_handed_out_without_the_file_that_opens_them() {
    let ring = Ring::new();
    let keys = made(&ring);
    let [issuing, opening] = ring.pair();
    let has = |path: &Path, secret: &[u8; 32]| {
        let bytes = fs::read(path).unwrap();
        bytes.windows(32).any(|part| part == secret)
    };
    let (opens, hands_out) = (keys.opening.to_bytes(), keys.issuing.mail.expose());
    assert!(has(&opening, &opens) && !has(&opening, hands_out));
    assert!(has(&issuing, hands_out) && !has(&issuing, &opens));
    fs::remove_file(opening).unwrap();
    assert_eq!(ring.0.issuing(&WAVE).unwrap().mail.expose(), hands_out);
}

#[test]
fn keys_are_never_overwritten() {
    let ring = Ring::new();
    let first = made(&ring);
    let again = ring.0.create(&WAVE, &WaveKeys::generate());
    assert!(
        matches!(again, Err(CustodyError::Exists { .. })),
        "{again:?}"
    );
    assert_kept(&ring, &first);
}

#[test]
fn a_lost_file_is_asked_for_and_the_other_one_stays() {
    for lost in [0, 1] {
        let ring = Ring::new();
        made(&ring);
        let path = &ring.pair()[lost];
        fs::remove_file(path).unwrap();
        let again = ring.0.create(&WAVE, &WaveKeys::generate());
        let asked = matches!(&again, Err(CustodyError::Missing { path: asked }) if asked == path);
        assert!(asked, "{again:?}");
        assert_eq!(ring.files(), [FILES[1 - lost]]);
    }
}

#[test]
fn what_a_killed_process_left_blocks_nothing_and_is_gone() {
    let killed: [fn(&Ring); 4] = [
        |ring| ring.leave_half(FILES[1]),
        |ring| FILES.iter().for_each(|name| ring.leave_half(name)),
        |ring| (0..2).for_each(|_| ring.leave_half(FILES[0])),
        // Between the names of the two files.
        |ring| {
            made(ring);
            fs::remove_file(&ring.pair()[0]).unwrap();
            ring.leave_half(FILES[0]);
        },
    ];
    for leave in killed {
        let ring = Ring::new();
        leave(&ring);
        let keys = made(&ring);
        assert_kept(&ring, &keys);
        ring.0.self_test(&WAVE, keys.opening.public()).unwrap();
    }

    let ring = Ring::new();
    ring.leave_half(FILES[0]);
    ring.leave_half("server.key");
    ring.0.server_key().unwrap();
    ring.0.destroy(&WAVE).unwrap();
    assert_eq!(ring.files(), ["server.key"]);
}

#[test]
fn nodes_that_launch_together_get_the_keys_of_one() {
    let ring = Ring::new();
    let node = || ring.0.create(&WAVE, &WaveKeys::generate()).is_ok();
    let made: Vec<bool> = thread::scope(|scope| {
        let nodes: Vec<_> = (0..8).map(|_| scope.spawn(node)).collect();
        nodes.into_iter().map(|node| node.join().unwrap()).collect()
    });
    assert_eq!(made.iter().filter(|made| **made).count(), 1);
    let public = ring.0.opening(&WAVE).unwrap().public().clone();
    ring.0.self_test(&WAVE, &public).unwrap();
}

#[test]
fn destroyed_keys_leave_nothing_and_can_be_destroyed_again() {
    let ring = Ring::new();
    made(&ring);
    let kept = ring.pair().map(|path| {
        let name = path.extension().unwrap().to_str().unwrap();
        let kept = path.with_file_name(format!("kept-{name}"));
        fs::hard_link(&path, &kept).unwrap();
        let length = fs::metadata(&kept).unwrap().len();
        (kept, length)
    });
    ring.0.destroy(&WAVE).unwrap();
    for (kept, length) in kept {
        let zeros = vec![0; usize::try_from(length).unwrap()];
        let found = fs::read(&kept).unwrap();
        assert_eq!(found, zeros, "overwritten, not only removed");
        fs::remove_file(kept).unwrap();
    }
    for missing in [
        ring.0.issuing(&WAVE).map(drop),
        ring.0.opening(&WAVE).map(drop),
    ] {
        assert!(matches!(missing, Err(CustodyError::Missing { .. })));
    }
    assert_eq!(ring.files(), [""; 0]);
    ring.0.destroy(&WAVE).unwrap();
}

#[test]
fn the_self_test_tells_the_right_keys_from_others_in_both_files() {
    let (ring, other) = (Ring::new(), Ring::new());
    let keys = made(&ring);
    ring.0.self_test(&WAVE, keys.opening.public()).unwrap();
    let wrong = ring.0.self_test(&WAVE, OpeningKey::generate().public());
    let mismatch = matches!(wrong, Err(CustodyError::Mismatch { .. }));
    assert!(mismatch, "{wrong:?}");

    made(&other);
    for at in [0, 1] {
        let path = &ring.pair()[at];
        let mine = fs::read(path).unwrap();
        fs::copy(&other.pair()[at], path).unwrap();
        let wrong = ring.0.self_test(&WAVE, keys.opening.public());
        let named = matches!(&wrong, Err(CustodyError::Mismatch { path: named }) if named == path);
        assert!(named, "{wrong:?}");
        fs::write(path, mine).unwrap();
    }
    ring.0.self_test(&WAVE, keys.opening.public()).unwrap();
}

#[test]
fn a_damaged_key_file_is_refused() {
    let ring = Ring::new();
    made(&ring);
    let [_, path] = ring.pair();
    let whole = fs::read(&path).unwrap();
    let zero_scalar = [OPENING, &[0; 64]].concat();
    for bytes in [&whole[1..], &whole[..whole.len() - 1], &[], &zero_scalar] {
        fs::write(&path, bytes).unwrap();
        let read = ring.0.opening(&WAVE);
        assert!(
            matches!(read, Err(CustodyError::Damaged { .. })),
            "{read:?}"
        );
    }
}

#[test]
fn servers_that_start_together_get_one_key() {
    let ring = Ring::new();
    let starter = || *ring.0.server_key().unwrap().expose();
    let keys: Vec<[u8; 32]> = thread::scope(|scope| {
        let starters: Vec<_> = (0..8).map(|_| scope.spawn(starter)).collect();
        let starters = starters.into_iter();
        starters.map(|starter| starter.join().unwrap()).collect()
    });
    assert!(keys.iter().all(|key| key == &keys[0]));
    assert_eq!(ring.0.server_key().unwrap().expose(), &keys[0]);
    assert_eq!(ring.files(), ["server.key"]);
}

/// P9. A picture of the memory holds whatever a generator has as its state. There is none: what makes a key is
/// given nothing, and two that start from the same state differ.
#[test]
fn a_picture_of_the_memory_before_a_launch_gives_no_key_made_after_it() {
    let launch: fn() -> WaveKeys = WaveKeys::generate;
    let [one, other] = [(); 2].map(|()| thread::spawn(launch).join().unwrap());
    assert_ne!(one.opening.to_bytes(), other.opening.to_bytes());
    assert_ne!(one.issuing.mail.expose(), other.issuing.mail.expose());
    let server: fn() -> ServerKey = ServerKey::generate;
    assert_ne!(server().expose(), server().expose());
    // Nobody brings a generator into the dependencies unseen.
    let manifest = include_str!("../../Cargo.toml");
    let used = manifest.split("[dev-dependencies]").next().unwrap();
    for generator in ["chacha", "thread_rng", "std_rng", "small_rng"] {
        assert!(!used.contains(generator), "{generator}");
    }
}

#[cfg(unix)]
mod modes {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn keys_are_for_their_owner_alone() {
        let ring = Ring::new();
        made(&ring);
        ring.0.server_key().unwrap();
        assert_eq!(mode(&ring.0.directory), 0o700);
        let [issuing, opening] = ring.pair();
        let others = ["server.key", "lock"].map(|name| ring.0.directory.join(name));
        for path in [issuing, opening].iter().chain(&others) {
            assert_eq!(mode(path), 0o600, "{}", path.display());
        }
    }

    #[test]
    fn keys_that_others_may_read_are_refused_with_the_command_that_mends_it() {
        let ring = Ring::new();
        made(&ring);
        for path in ring.pair() {
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        }
        let [issuing, opening] = ring.pair();
        for (path, read) in [
            (issuing, ring.0.issuing(&WAVE).map(drop)),
            (opening, ring.0.opening(&WAVE).map(drop)),
        ] {
            let error = read.unwrap_err().to_string();
            let mend = format!("chmod 600 '{}'", path.display());
            assert!(error.contains(&mend), "{error}");
        }

        fs::set_permissions(&ring.0.directory, fs::Permissions::from_mode(0o755)).unwrap();
        let error = KeyRing::open(&ring.0.directory).unwrap_err().to_string();
        assert!(error.contains("chmod 700"), "{error}");
    }
}
