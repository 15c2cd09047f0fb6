use super::{DemoArgs, print, serve};
use crate::app::{App, Clock, Parts, Random};
use crate::config::Config;
use crate::demo;
use crate::error::{Outcome, Problem};
use crate::survey::Library;
use std::path::PathBuf;

/// Furnishes an invented organisation and serves it, or prints what its people answer.
pub(super) fn run(args: DemoArgs) -> Outcome<()> {
    if let Some(quarter) = args.answers {
        return answers(quarter);
    }
    let temporary = args.data.is_none();
    let folder = match args.data {
        Some(folder) => folder,
        None => new_folder()?,
    };
    let shown = serve_from(&folder, &args.listen);
    if temporary {
        std::fs::remove_dir_all(&folder).map_err(|error| Problem::fault("demo folder", error))?;
    }
    shown
}

/// A folder for this account alone that nobody could have made before: its name is not known, and one that is there is
/// not taken.
fn new_folder() -> Outcome<PathBuf> {
    let name: [u8; 16] = Random::system().bytes();
    let name = format!("gutcheck-demo-{:032x}", u128::from_be_bytes(name));
    let folder = std::env::temp_dir().join(name);
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(&folder)
        .map_err(|error| Problem::fault(folder.display().to_string(), error))?;
    Ok(folder)
}

fn answers(quarter: usize) -> Outcome<()> {
    let library = Library::load(None).map_err(|faults| Problem::fault("surveys", faults))?;
    print(&demo::sheet(&library, quarter)?)
}

fn serve_from(folder: &std::path::Path, listen: &str) -> Outcome<()> {
    let flags = vec![
        ("data", folder.display().to_string()),
        ("listen", listen.to_owned()),
        ("public_url", format!("http://{listen}")),
        ("grace_hours", "0".to_owned()),
    ];
    let config = Config::load(None, |_| None, &flags)?;
    let clock = Clock::standing(chrono::Utc::now().into());
    let mut app = App::build(
        config,
        Parts {
            clock,
            random: Random::system(),
            demo: true,
        },
    )?;
    let links = demo::furnish(&mut app)?;
    print(&format!(
        "\nGutcheck shows the invented organisation Nordwind on {}\n\n\
         HR signs in         {}\n\
         An HR partner       {}\n\
         An auditor          {}\n\
         A leader signs in   {}\n\
         A head of teams     {}\n\
         A member answers    {}\n\
         The leader answers  {}\n\
         All mails           {}\n\n\
         Stop with Ctrl-C; nothing is kept.\n",
        app.config.link("/"),
        links.hr,
        links.partner,
        links.auditor,
        links.leader,
        links.head,
        links.answer,
        links.leader_form,
        app.config.link("/mailbox"),
    ))?;
    serve::run(app)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_folder_of_a_demo_is_a_new_one_each_time_and_for_this_account_alone() {
        let folders = [new_folder().unwrap(), new_folder().unwrap()];
        assert_ne!(folders[0], folders[1]);
        for folder in folders {
            let mode = folder.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
            std::fs::remove_dir(folder).unwrap();
        }
    }
}
