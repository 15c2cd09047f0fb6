use super::*;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A key ring in a directory of its own that goes away with it.
struct Ring(KeyRing);

impl Ring {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("gutcheck-keys-{}-{number}", std::process::id());
        Self(KeyRing::open(std::env::temp_dir().join(name)).unwrap())
    }

    fn files(&self) -> usize {
        fs::read_dir(&self.0.directory).unwrap().count()
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0.directory);
    }
}

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

const WAVE: [u8; 16] = [9; 16];

#[test]
fn keys_are_read_back_as_they_were_written() {
    let ring = Ring::new();
    let keys = WaveKeys::generate(&mut rng(1));
    ring.0.create(&WAVE, &keys).unwrap();
    let read = ring.0.read(&WAVE).unwrap();
    assert_eq!(read.opening.to_bytes(), keys.opening.to_bytes());
    assert_eq!(read.mail.expose(), keys.mail.expose());
    assert_eq!(ring.files(), 1, "no draft stays");
}

#[test]
fn keys_are_never_overwritten() {
    let ring = Ring::new();
    let first = WaveKeys::generate(&mut rng(1));
    ring.0.create(&WAVE, &first).unwrap();
    let again = ring.0.create(&WAVE, &WaveKeys::generate(&mut rng(2)));
    assert!(
        matches!(again, Err(CustodyError::Exists { .. })),
        "{again:?}"
    );
    let read = ring.0.read(&WAVE).unwrap();
    assert_eq!(read.mail.expose(), first.mail.expose());
    assert_eq!(ring.files(), 1, "no draft stays");
}

#[test]
fn destroyed_keys_leave_nothing_and_can_be_destroyed_again() {
    let ring = Ring::new();
    ring.0
        .create(&WAVE, &WaveKeys::generate(&mut rng(1)))
        .unwrap();
    let path = ring.0.wave_file(&WAVE);
    let kept = path.with_extension("link");
    fs::hard_link(&path, &kept).unwrap();
    let length = fs::metadata(&kept).unwrap().len();

    ring.0.destroy(&WAVE).unwrap();
    assert_eq!(
        fs::read(&kept).unwrap(),
        vec![0; length as usize],
        "overwritten, not only removed"
    );
    assert!(matches!(
        ring.0.read(&WAVE),
        Err(CustodyError::Missing { .. })
    ));
    fs::remove_file(kept).unwrap();
    assert_eq!(ring.files(), 0);
    ring.0.destroy(&WAVE).unwrap();
}

#[test]
fn an_unfinished_draft_is_named_and_is_destroyed_with_the_wave() {
    let ring = Ring::new();
    fs::write(key_file::draft_of(&ring.0.wave_file(&WAVE)), b"half a key").unwrap();
    let error = ring
        .0
        .create(&WAVE, &WaveKeys::generate(&mut rng(1)))
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains(&format!("{}.key.new was begun", letters::of_id(WAVE))),
        "{error}"
    );
    ring.0.destroy(&WAVE).unwrap();
    assert_eq!(ring.files(), 0);
}

#[test]
fn the_self_test_tells_the_right_key_from_another() {
    let ring = Ring::new();
    let keys = WaveKeys::generate(&mut rng(1));
    ring.0.create(&WAVE, &keys).unwrap();
    ring.0
        .self_test(&WAVE, keys.opening.public(), &mut rng(2))
        .unwrap();
    let other = OpeningKey::generate(&mut rng(3));
    let mismatch = ring.0.self_test(&WAVE, other.public(), &mut rng(4));
    assert!(
        matches!(mismatch, Err(CustodyError::Mismatch { .. })),
        "{mismatch:?}"
    );
}

#[test]
fn a_damaged_key_file_is_refused() {
    let ring = Ring::new();
    ring.0
        .create(&WAVE, &WaveKeys::generate(&mut rng(1)))
        .unwrap();
    let path = ring.0.wave_file(&WAVE);
    let whole = fs::read(&path).unwrap();
    let zero_scalar = [WAVE_HEADER, &[0; 64]].concat();
    for bytes in [&whole[1..], &whole[..whole.len() - 1], &[], &zero_scalar] {
        fs::write(&path, bytes).unwrap();
        let read = ring.0.read(&WAVE);
        assert!(
            matches!(read, Err(CustodyError::Damaged { .. })),
            "{read:?}"
        );
    }
}

#[test]
fn servers_that_start_together_get_one_key() {
    let ring = Ring::new();
    let ring_of_all = &ring.0;
    let keys: Vec<[u8; 32]> = thread::scope(|scope| {
        let starters: Vec<_> = (0..8)
            .map(|seed| {
                scope.spawn(move || *ring_of_all.server_key(&mut rng(seed)).unwrap().expose())
            })
            .collect();
        starters
            .into_iter()
            .map(|starter| starter.join().unwrap())
            .collect()
    });
    assert!(keys.iter().all(|key| key == &keys[0]));
    assert_eq!(ring.0.server_key(&mut rng(99)).unwrap().expose(), &keys[0]);
    assert_eq!(ring.files(), 1);
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
        ring.0
            .create(&WAVE, &WaveKeys::generate(&mut rng(1)))
            .unwrap();
        ring.0.server_key(&mut rng(2)).unwrap();
        assert_eq!(mode(&ring.0.directory), 0o700);
        assert_eq!(mode(&ring.0.wave_file(&WAVE)), 0o600);
        assert_eq!(mode(&ring.0.directory.join("server.key")), 0o600);
    }

    #[test]
    fn keys_that_others_may_read_are_refused_with_the_command_that_mends_it() {
        let ring = Ring::new();
        ring.0
            .create(&WAVE, &WaveKeys::generate(&mut rng(1)))
            .unwrap();
        let path = ring.0.wave_file(&WAVE);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let error = ring.0.read(&WAVE).unwrap_err().to_string();
        assert!(
            error.contains(&format!("chmod 600 '{}'", path.display())),
            "{error}"
        );

        fs::set_permissions(&ring.0.directory, fs::Permissions::from_mode(0o755)).unwrap();
        let error = KeyRing::open(&ring.0.directory).unwrap_err().to_string();
        assert!(error.contains("chmod 700"), "{error}");
    }
}
