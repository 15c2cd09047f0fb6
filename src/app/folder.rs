use crate::error::{Outcome, Problem};
use std::fs::{self, DirBuilder};
use std::path::Path;

/// Makes the folder for the database, the keys and kept mails, for this account alone. One that is there already is
/// closed to others, and refused if it, or the link that leads to it, is somebody else's.
pub(super) fn make_private(folder: &Path) -> Outcome<()> {
    let fault = |error| Problem::fault(folder.display().to_string(), error);
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(fault)?;
    #[cfg(unix)]
    owned::close(folder)?;
    Ok(())
}

#[cfg(unix)]
mod owned {
    use super::{Outcome, Path, Problem, fs};
    use crate::app::Random;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};

    /// # Errors
    /// A fault that says whose it is.
    pub(super) fn close(folder: &Path) -> Outcome<()> {
        let fault = |error| Problem::fault(folder.display().to_string(), error);
        let (behind, itself) = (
            fs::metadata(folder).map_err(fault)?,
            fs::symlink_metadata(folder).map_err(fault)?,
        );
        let me = me(folder)?;
        if !is_ours([behind.uid(), itself.uid()], me) {
            return Err(Problem::broken(format!(
                "{} belongs to another account, which could read and change everything in it: name a folder of your \
                 own in `data`, or run the program as that account",
                folder.display()
            )));
        }
        // What belongs to root is root's to close.
        match behind.uid() == me && behind.mode() & 0o077 != 0 {
            true => fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(fault),
            false => Ok(()),
        }
    }

    /// Whether a folder, and the link that leads to it, are this account's or root's, which can read all anyway.
    pub(super) fn is_ours(owners: [u32; 2], me: u32) -> bool {
        owners.iter().all(|owner| [me, 0].contains(owner))
    }

    /// The number of this account: that of whoever owns a file it makes.
    fn me(folder: &Path) -> Outcome<u32> {
        let name: [u8; 16] = Random::system().bytes();
        let probe = folder.join(format!(".probe-{:032x}", u128::from_be_bytes(name)));
        let fault = |error| Problem::fault(probe.display().to_string(), error);
        let mut options = fs::OpenOptions::new();
        let options = options.write(true).create_new(true).mode(0o600);
        let file = options.open(&probe).map_err(fault)?;
        let owner = file.metadata().map_err(fault)?.uid();
        fs::remove_file(&probe).map_err(fault)?;
        Ok(owner)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_folder_that_was_there_is_closed_to_others_also_behind_a_link_of_ours() {
        let base = std::env::temp_dir().join(format!("gutcheck-folder-{}", std::process::id()));
        let (open, link) = (base.join("open"), base.join("link"));
        fs::create_dir_all(&open).unwrap();
        fs::set_permissions(&open, fs::Permissions::from_mode(0o777)).unwrap();
        symlink(&open, &link).unwrap();
        make_private(&link).unwrap();
        let mode = open.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        assert_eq!(
            fs::read_dir(&open).unwrap().count(),
            0,
            "nothing is left in it"
        );
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn a_folder_or_a_link_of_another_account_is_not_taken() {
        let (me, other) = (1000, 1001);
        for (owners, ours) in [
            ([me, me], true),
            ([0, me], true),
            ([me, 0], true),
            ([other, me], false),
            ([me, other], false),
        ] {
            assert_eq!(owned::is_ours(owners, me), ours, "{owners:?}");
        }
        assert!(!owned::is_ours([other, 0], 0), "root takes no one's either");
    }
}
