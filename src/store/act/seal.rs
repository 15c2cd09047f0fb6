//! The key of the log and the place of its last entry, both outside the database. They come with the connection: a
//! thread has them while it works with one, so that whoever notes an act need not carry them.

use crate::ballot::secret::LogKey;
use crate::error::{Outcome, Problem};
use data_encoding::HEXLOWER;
use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// What the log of acts is sealed with.
pub struct Seal {
    key: LogKey,
    tip: PathBuf,
}

/// The number of an entry and its seal.
pub(super) type Tip = (i64, String);

#[derive(Default)]
struct Scope {
    seal: Option<Arc<Seal>>,
    noted: Option<Tip>,
    anew: bool,
}

thread_local! {
    static SCOPE: RefCell<Scope> = RefCell::default();
}

impl Seal {
    /// Under a key, with the last entry kept in a file.
    pub fn new(key: LogKey, tip: PathBuf) -> Self {
        Self { key, tip }
    }

    /// Keeps the last entry, unless a later one is kept. With `anew` the log began with it.
    fn keep(&self, (no, seal): &Tip, anew: bool) -> std::io::Result<()> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&self.tip)?;
        file.lock()?;
        if anew || read(&mut file)?.is_none_or(|(kept, _)| kept < *no) {
            file.seek(SeekFrom::Start(0))?;
            // Always as long as before, so that it is never half there.
            file.write_all(format!("{no:020} {seal}\n").as_bytes())?;
            file.sync_data()?;
        }
        Ok(())
    }

    fn kept(&self) -> std::io::Result<Option<Tip>> {
        match File::open(&self.tip) {
            Ok(mut file) => {
                file.lock_shared()?;
                read(&mut file)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn read(file: &mut File) -> std::io::Result<Option<Tip>> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let parts = text.trim_end().split_once(' ');
    Ok(parts.and_then(|(no, seal)| Some((no.parse().ok()?, seal.to_owned()))))
}

/// Does some work with a connection that has this seal. If it succeeds, what it noted last is kept.
pub(in crate::store) fn with<T>(
    seal: Option<&Arc<Seal>>,
    work: impl FnOnce() -> Outcome<T>,
) -> Outcome<T> {
    let mine = Scope {
        seal: seal.cloned(),
        ..Scope::default()
    };
    let before = SCOPE.replace(mine);
    let done = work();
    let Scope { noted, anew, .. } = SCOPE.replace(before);
    if let (Ok(_), Some(seal), Some(tip)) = (&done, seal, noted)
        && let Err(error) = seal.keep(&tip, anew)
    {
        let file = seal.tip.display();
        tracing::error!(%file, %error, "the end of the log of acts could not be kept");
    }
    done
}

/// The seal over a text.
pub(super) fn over(text: &str) -> Outcome<String> {
    SCOPE.with_borrow(|scope| {
        let seal = scope.seal.as_ref();
        let seal = seal.ok_or_else(|| Problem::broken("the log of acts has no key"))?;
        let mac = crate::ballot::hash::hmac(seal.key.expose(), &[text.as_bytes()]);
        Ok(HEXLOWER.encode(&mac))
    })
}

/// Remembers the last entry until the transaction is committed.
pub(super) fn noted(tip: Tip) {
    SCOPE.with_borrow_mut(|scope| scope.noted = Some(tip));
}

/// What is to be noted next begins a new log.
pub(super) fn anew() {
    SCOPE.with_borrow_mut(|scope| scope.anew = true);
}

/// The last entry that was kept.
pub(super) fn kept() -> Outcome<Option<Tip>> {
    let seal = SCOPE.with_borrow(|scope| scope.seal.clone().filter(|_| !scope.anew));
    let kept = seal.map_or(Ok(None), |seal| seal.kept());
    kept.map_err(|error| Problem::fault("the end of the log of acts", error))
}
