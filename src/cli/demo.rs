use super::{print, serve};
use crate::app::{App, Clock, Parts, Random};
use crate::config::Config;
use crate::demo;
use crate::error::{Outcome, Problem};
use std::path::PathBuf;

/// Furnishes an invented organisation and serves it.
pub fn run(listen: &str, data: Option<PathBuf>) -> Outcome<()> {
    let temporary = data.is_none();
    let folder = data.unwrap_or_else(|| {
        std::env::temp_dir().join(format!("gutcheck-demo-{}", std::process::id()))
    });
    let shown = serve_from(&folder, listen);
    if temporary {
        std::fs::remove_dir_all(&folder).map_err(|error| Problem::fault("demo folder", error))?;
    }
    shown
}

fn serve_from(folder: &std::path::Path, listen: &str) -> Outcome<()> {
    let flags = vec![
        ("data", folder.display().to_string()),
        ("listen", listen.to_owned()),
        ("public_url", format!("http://{listen}")),
        ("grace_hours", "0".to_owned()),
    ];
    let config = Config::load(None, |_| None, &flags)?;
    let clock = Clock::standing(chrono::Utc::now().naive_utc());
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
         A leader signs in   {}\n\
         A member answers    {}\n\
         The leader answers  {}\n\
         All mails           {}\n\n\
         Stop with Ctrl-C; nothing is kept.\n",
        app.config.link("/"),
        links.hr,
        links.leader,
        links.answer,
        links.leader_form,
        app.config.link("/mailbox"),
    ))?;
    serve::run(app)
}
