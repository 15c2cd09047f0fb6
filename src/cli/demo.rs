use super::{DemoArgs, print, serve};
use crate::app::{App, Clock, Parts, Random};
use crate::config::Config;
use crate::demo;
use crate::error::{Outcome, Problem};
use crate::survey::Library;

/// Furnishes an invented organisation and serves it, or prints what its people answer.
pub(super) fn run(args: DemoArgs) -> Outcome<()> {
    if let Some(quarter) = args.answers {
        return answers(quarter);
    }
    let temporary = args.data.is_none();
    let folder = args.data.unwrap_or_else(|| {
        std::env::temp_dir().join(format!("gutcheck-demo-{}", std::process::id()))
    });
    let shown = serve_from(&folder, &args.listen);
    if temporary {
        std::fs::remove_dir_all(&folder).map_err(|error| Problem::fault("demo folder", error))?;
    }
    shown
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
