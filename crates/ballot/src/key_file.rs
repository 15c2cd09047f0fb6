//! One key file: a line that says what it is, then 32 bytes of each key.

use crate::custody::CustodyError;
use crate::random;
use data_encoding::HEXLOWER;
use rand::Rng;
use secrecy::zeroize::Zeroizing;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// What the name of a draft ends in.
const DRAFT: &str = ".new";

/// Makes a directory (mode 0700) if it is not there; refuses one that other accounts may enter.
pub fn make_directory(path: &Path) -> Result<(), CustodyError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(CustodyError::io("make the directory", path))?;
    let found = fs::metadata(path).map_err(CustodyError::io("read", path))?;
    refuse_exposed(path, &found, "700")
}

/// Whoever has it is the only one to change files of the directory. The system takes it back from a process
/// that ends, however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of a directory.
    pub fn of(directory: &Path) -> Result<Self, CustodyError> {
        let path = directory.join("lock");
        let file = private().create(true).truncate(false).open(&path);
        let file = file.map_err(CustodyError::io("write", &path))?;
        file.lock().map_err(CustodyError::io("lock", &path))?;
        Ok(Self { _file: file })
    }
}

/// What a file is to hold.
pub struct NewFile<'a> {
    /// Its name.
    pub path: &'a Path,
    /// The line that says what it is.
    pub header: &'a [u8],
    /// The keys.
    pub keys: &'a [&'a [u8; 32]],
}

/// Writes new files, none of which is there yet, each whole or not at all, in their order. A process that is killed leaves a draft of the
/// last one at least as long as not all are there.
pub fn create(_: &Lock, files: &[NewFile<'_>]) -> Result<(), CustodyError> {
    let drafts: Vec<PathBuf> = files.iter().map(|file| draft_of(file.path)).collect();
    let mut pairs = files.iter().zip(&drafts);
    let written = pairs.clone().try_for_each(|(file, draft)| {
        write(draft, file.header, file.keys)?;
        sync_directory(draft)
    });
    let named = written.and_then(|()| {
        pairs.try_for_each(|(NewFile { path, .. }, draft)| {
            fs::rename(draft, path).map_err(CustodyError::io("write", path))?;
            sync_directory(path)
        })
    });
    named.inspect_err(|_| {
        // The first error is the one to report. Drafts go last: as long as one is there, the next attempt
        // replaces what is there too.
        let made = files.iter().map(|file| file.path);
        let all = made.chain(drafts.iter().map(PathBuf::as_path));
        all.for_each(|path| drop(wipe(path)));
    })
}

/// Whether there is a file of that name.
pub fn exists(path: &Path) -> Result<bool, CustodyError> {
    path.try_exists().map_err(CustodyError::io("read", path))
}

/// Drafts of a file that were begun and not finished.
pub fn drafts(_: &Lock, path: &Path) -> Result<Vec<PathBuf>, CustodyError> {
    let (Some(directory), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(Vec::new());
    };
    let io = || CustodyError::io("read", directory);
    let start = format!("{}.", name.to_string_lossy());
    let mut drafts = Vec::new();
    for entry in fs::read_dir(directory).map_err(io())? {
        let found = entry.map_err(io())?.file_name();
        let found = found.to_string_lossy();
        if found.starts_with(&start) && found.ends_with(DRAFT) {
            drafts.push(directory.join(&*found));
        }
    }
    Ok(drafts)
}

/// Reads the keys of a file.
pub fn read<const N: usize>(
    path: &Path,
    header: &[u8],
) -> Result<Zeroizing<[[u8; 32]; N]>, CustodyError> {
    let mut file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => CustodyError::Missing {
            path: path.to_owned(),
        },
        _ => CustodyError::io("read", path)(error),
    })?;
    let found = file.metadata().map_err(CustodyError::io("read", path))?;
    refuse_exposed(path, &found, "600")?;

    let damaged = || CustodyError::Damaged {
        path: path.to_owned(),
    };
    // Room for the whole file at once: a growing buffer would leave copies in freed memory.
    let mut bytes = Zeroizing::new(vec![0; header.len() + N * 32]);
    if found.len() != bytes.len() as u64 {
        return Err(damaged());
    }
    file.read_exact(&mut bytes)
        .map_err(CustodyError::io("read", path))?;
    let body = bytes.strip_prefix(header).ok_or_else(damaged)?;
    let mut keys = Zeroizing::new([[0; 32]; N]);
    for (key, bytes) in keys.iter_mut().zip(body.chunks_exact(32)) {
        key.copy_from_slice(bytes);
    }
    Ok(keys)
}

/// Overwrites a file and its drafts with zeros and removes them; files that are gone are no error.
pub fn destroy(lock: &Lock, path: &Path) -> Result<(), CustodyError> {
    wipe(path)?;
    for draft in drafts(lock, path)? {
        wipe(&draft)?;
    }
    sync_directory(path)
}

/// Where a file is written before it gets its name. Nobody else has this name, so nothing that somebody left
/// behind is in the way.
fn draft_of(path: &Path) -> PathBuf {
    let mut unique = [0; 8];
    random::system().fill_bytes(&mut unique);
    let mut name = OsString::from(path);
    name.push(format!(".{}{DRAFT}", HEXLOWER.encode(&unique)));
    name.into()
}

fn write(draft: &Path, header: &[u8], keys: &[&[u8; 32]]) -> Result<(), CustodyError> {
    let written = private().create_new(true).open(draft).and_then(|mut file| {
        file.write_all(header)?;
        keys.iter().try_for_each(|key| file.write_all(*key))?;
        file.sync_all()
    });
    written.map_err(CustodyError::io("write", draft))
}

/// Opens files for writing that are for their owner alone.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn wipe(path: &Path) -> Result<(), CustodyError> {
    let zeroed = OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|mut file| {
            let length = file.metadata()?.len();
            std::io::copy(&mut std::io::repeat(0).take(length), &mut file)?;
            file.sync_all()
        });
    match zeroed.and_then(|()| fs::remove_file(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(CustodyError::io("destroy", path)),
    }
}

/// Makes a name that was added or removed last through a power cut.
fn sync_directory(file: &Path) -> Result<(), CustodyError> {
    #[cfg(unix)]
    if let Some(directory) = file.parent() {
        File::open(directory)
            .and_then(|opened| opened.sync_all())
            .map_err(CustodyError::io("write", directory))?;
    }
    Ok(())
}

#[cfg(unix)]
fn refuse_exposed(path: &Path, found: &Metadata, mend: &'static str) -> Result<(), CustodyError> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    Err(CustodyError::Exposed {
        path: path.to_owned(),
        mode,
        mend,
    })
}

#[cfg(not(unix))]
fn refuse_exposed(_: &Path, _: &Metadata, _: &'static str) -> Result<(), CustodyError> {
    Ok(())
}
