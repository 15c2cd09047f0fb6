//! One key file: a line that says what it is, then keys of 32 bytes each.

use crate::custody::CustodyError;
use secrecy::zeroize::Zeroizing;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

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

/// Writes a new file, whole or not at all.
///
/// The draft is also the lock: only one process can make it, and it becomes the file by its renaming.
pub fn create(path: &Path, header: &[u8], keys: &[&[u8; 32]]) -> Result<(), CustodyError> {
    let draft = draft_of(path);
    let file = create_private(&draft)?;
    finish(file, &draft, path, header, keys).inspect_err(|_| {
        // The first error is the one to report; a draft that stays is found at the next attempt.
        let _ = wipe(&draft);
    })
}

/// Where a file is written before it gets its name.
pub fn draft_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".new");
    name.into()
}

fn create_private(draft: &Path) -> Result<File, CustodyError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(draft).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => CustodyError::Unfinished {
            path: draft.to_owned(),
        },
        _ => CustodyError::io("write", draft)(error),
    })
}

fn finish(
    mut file: File,
    draft: &Path,
    path: &Path,
    header: &[u8],
    keys: &[&[u8; 32]],
) -> Result<(), CustodyError> {
    if path.try_exists().map_err(CustodyError::io("read", path))? {
        return Err(CustodyError::Exists {
            path: path.to_owned(),
        });
    }
    file.write_all(header)
        .and_then(|()| keys.iter().try_for_each(|key| file.write_all(*key)))
        .and_then(|()| file.sync_all())
        .map_err(CustodyError::io("write", draft))?;
    fs::rename(draft, path).map_err(CustodyError::io("write", path))?;
    sync_directory(path)
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

/// Overwrites a file and its draft with zeros and removes them; files that are gone are no error.
pub fn destroy(path: &Path) -> Result<(), CustodyError> {
    wipe(path)?;
    wipe(&draft_of(path))?;
    sync_directory(path)
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
