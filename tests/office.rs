//! What is exported, opened by other programs: LibreOffice, and Poppler's pdftotext, pdfinfo and pdffonts.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::config::Config;
use gutcheck::demo;
use gutcheck::export::{self, Reader, pdf, workbook};
use gutcheck::fonts::Fonts;
use gutcheck::report::{OrganisationPage, TeamPage};
use gutcheck::results;
use gutcheck::store::wave;
use gutcheck::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(None).unwrap());

/// A team of ten or more, a smaller one, and the organisation, in the demo's last finished quarter.
struct Shown {
    folder: PathBuf,
    large: TeamPage,
    small: TeamPage,
    organisation: OrganisationPage,
}

static SHOWN: LazyLock<Shown> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gutcheck-office-{}", std::process::id()));
    let flags = vec![("data", folder.join("data").display().to_string())];
    let parts = Parts {
        clock: Clock::standing(chrono::Utc::now().into()),
        random: Random::seeded([3; 32]),
        demo: true,
    };
    let mut app = App::build(Config::load(None, |_| None, &flags).unwrap(), parts).unwrap();
    demo::furnish(&mut app).unwrap();
    let id = app.store.read(wave::waves).unwrap()[1].id.clone();
    let page = |name: &str| {
        let teams = results::teams_shown(&app, &id).unwrap();
        let pages = teams
            .iter()
            .map(|one| results::team(&app, &one.team, &id, one.node, Lang::De).unwrap());
        pages.into_iter().find(|page| page.team == name).unwrap()
    };
    Shown {
        large: page("North"),
        small: page("Platform"),
        organisation: results::organisation(&app, &id, Lang::De).unwrap(),
        folder,
    }
});

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = SHOWN.folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn run(program: &str, arguments: &[&str], file: &Path) -> String {
    let done = Command::new(program).args(arguments).arg(file).output();
    let done = done.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(
        done.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// The text of a PDF, after its tags and fonts were looked at, and another program found no fault with it.
fn read(file: &Path) -> String {
    let info = run("pdfinfo", &[], file);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(
        info.contains("Page size:       595.28 x 841.89 pts (A4)"),
        "{info}"
    );
    let fonts = run("pdffonts", &[], file);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty(), "{fonts}");
    for row in rows {
        let columns: Vec<&str> = row.split_whitespace().rev().collect();
        assert_eq!(
            (columns[4], columns[2]),
            ("yes", "yes"),
            "embedded, with its letters: {fonts}"
        );
    }
    let checker = std::env::var("GUTCHECK_TEST_PDF_CHECKER");
    let checker = checker.unwrap_or_else(|_| panic!("GUTCHECK_TEST_PDF_CHECKER names outloud"));
    run(&checker, &["--fail-on", "error"], file);
    let out = file.with_extension("txt");
    let to = out.display().to_string();
    let done = Command::new("pdftotext")
        .arg("-layout")
        .arg(file)
        .arg(&to)
        .status()
        .unwrap();
    assert!(done.success());
    fs::read_to_string(out).unwrap()
}

#[test]
fn a_leaders_pdf_says_what_the_page_says_and_has_room_to_write() {
    let document = export::team_document(&SHOWN.small, Reader::Leader, Lang::De);
    let text = read(&keep(
        "leader.pdf",
        &pdf::render(&document, &FONTS).unwrap(),
    ));
    let report = SHOWN.small.report.as_ref().unwrap();
    let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [&report.headline, &report.next[0], &report.guide[0].lines[0]] {
        assert!(words.contains(sentence.as_str()), "{sentence}\n{words}");
    }
    assert!(words.contains(&SHOWN.small.judged[0].what[..30]));
    let foot = |line: &&str| line.contains("Nordwind") && line.replace(' ', "").contains("1/");
    assert_eq!(
        text.lines().filter(foot).count(),
        1,
        "pages are numbered: {text}"
    );
}

#[test]
fn hrs_pdf_of_a_team_has_neither_commitments_nor_comments() {
    for page in [&SHOWN.small, &SHOWN.large] {
        let document = export::team_document(page, Reader::Hr, Lang::De);
        let text = read(&keep("hr.pdf", &pdf::render(&document, &FONTS).unwrap()));
        let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for own in page
            .judged
            .iter()
            .map(|one| &one.what)
            .chain(page.comments.iter().flatten().flat_map(|one| &one.comments))
        {
            let start: String = own.chars().take(25).collect();
            assert!(!words.contains(&start), "{start}");
        }
    }
}

#[test]
fn the_organisations_pdf_is_tagged_and_its_charts_are_text() {
    let document = export::organisation_document(&SHOWN.organisation, Lang::De);
    let text = read(&keep(
        "organisation.pdf",
        &pdf::render(&document, &FONTS).unwrap(),
    ));
    assert!(text.contains("Nordwind") && text.contains("Ausrichtung"));
}

/// `tests/office.py` looks into the files and lets LibreOffice open them.
#[test]
fn libreoffice_opens_the_workbooks_and_reads_the_same_numbers() {
    let books = [
        ("team.xlsx", export::team_book(&SHOWN.large, Lang::De)),
        ("small.xlsx", export::team_book(&SHOWN.small, Lang::En)),
        (
            "organisation.xlsx",
            export::organisation_book(&SHOWN.organisation, Lang::De),
        ),
    ];
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/office.py");
    for (name, book) in books {
        let file = keep(name, &workbook::write(&book).unwrap());
        let done = Command::new("python3")
            .arg(script)
            .arg(&file)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{name}: {said}");
    }
}
