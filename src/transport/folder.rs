//! Mails as files. They hold links that sign in and links that answer, so they are for this account alone.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Makes the folder for this account alone. One that somebody else has made stays as it is, unless it is `own`.
pub(super) fn make(folder: &Path, own: bool) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    if own {
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        fs::set_permissions(folder, mode)?;
    }
    Ok(())
}

/// Writes a mail, in the place of an earlier attempt if there is one.
pub(super) fn write(path: &Path, text: &[u8]) -> io::Result<()> {
    // The mode is that of a new file, so an old one goes first.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn mails_in_a_folder_are_for_this_account_alone() {
        let top = std::env::temp_dir().join(format!("gutcheck-mails-{}", std::process::id()));
        let folder = top.join("mail");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let open = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
        make(&folder, true).unwrap();
        assert_eq!((mode(&top), mode(&folder)), (0o700, 0o700));
        let mail = folder.join("1.eml");
        for text in ["first", "second"] {
            write(&mail, text.as_bytes()).unwrap();
            assert_eq!(
                (mode(&mail), fs::read_to_string(&mail).unwrap()),
                (0o600, text.to_owned())
            );
            open(&mail, 0o644).unwrap();
        }
        open(&folder, 0o755).unwrap();
        make(&folder, false).unwrap();
        assert_eq!(mode(&folder), 0o755);
        make(&folder, true).unwrap();
        assert_eq!(mode(&folder), 0o700);
        fs::remove_dir_all(&top).unwrap();
    }
}
