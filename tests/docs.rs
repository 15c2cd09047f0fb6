//! Holds the documents to the repository: what they name is there.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Folders whose files the documents name.
const FOLDERS: [&str; 10] = [
    ".ci/",
    ".github/",
    "crates/",
    "docs/",
    "migrations/",
    "src/",
    "static/",
    "surveys/",
    "templates/",
    "tests/",
];

/// What can be named in a file, as in `src/error.rs::Problem`.
const KINDS: [&str; 8] = [
    "fn ",
    "struct ",
    "enum ",
    "trait ",
    "type ",
    "const ",
    "static ",
    "macro_rules! ",
];

/// The documents, with their texts.
fn documents() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "md") {
                found.push(path);
            }
        }
    }
    let root = Path::new(ROOT);
    let mut paths = Vec::new();
    for folder in ["docs", "crates", "migrations", "surveys"] {
        walk(&root.join(folder), &mut paths);
    }
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        paths.extend(Some(path).filter(|path| path.extension().is_some_and(|kind| kind == "md")));
    }
    let read = |path: PathBuf| (path.clone(), fs::read_to_string(path).unwrap());
    paths.into_iter().map(read).collect()
}

/// What stands between backticks on one line, outside of blocks of code.
fn code(text: &str) -> Vec<&str> {
    let outside = text.split("```").step_by(2);
    let lines = outside.flat_map(str::lines);
    lines
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}

/// Whether a file defines something.
fn defines(source: &str, name: &str) -> bool {
    KINDS.iter().any(|kind| {
        let words = format!("{kind}{name}");
        let found = source.split(&words).skip(1);
        let mut after = found.map(|rest| rest.chars().next().unwrap_or(' '));
        after.any(|next| !next.is_alphanumeric() && next != '_')
    })
}

#[test]
fn every_file_and_function_that_a_document_names_is_there() {
    let (mut named, mut missing) = (0, Vec::new());
    for (document, text) in documents() {
        let paths = code(&text)
            .into_iter()
            .filter(|code| FOLDERS.iter().any(|folder| code.starts_with(folder)));
        for path in paths.filter(|path| !path.contains(['*', '{', ' '])) {
            named += 1;
            let (file, item) = path.split_once("::").unwrap_or((path, ""));
            // A crate's own document names its files from where it stands.
            let places = [Path::new(ROOT), document.parent().unwrap()];
            let there = |place: &Path| match fs::read_to_string(place.join(file)) {
                Ok(source) => item.is_empty() || defines(&source, item),
                Err(_) => item.is_empty() && place.join(file).is_dir(),
            };
            if !places.into_iter().any(there) {
                missing.push(format!("{}: {path}", document.display()));
            }
        }
    }
    assert!(named > 100, "only {named} names were found");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut dead = Vec::new();
    for (document, text) in documents() {
        let targets = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        let files = targets.filter(|target| !target.contains("://") && !target.starts_with('#'));
        for target in files {
            let file = target.split('#').next().unwrap();
            if !document.parent().unwrap().join(file).exists() {
                dead.push(format!("{}: {target}", document.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn the_architecture_maps_every_room_and_every_crate() {
    let map = fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).unwrap();
    let library = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).unwrap();
    let rooms = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for room in rooms {
        assert!(
            map.contains(&format!("`{room}`")),
            "{room} is not on the map"
        );
    }
    for entry in fs::read_dir(Path::new(ROOT).join("crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            map.contains(&format!("`crates/{name}`")),
            "{name} is not on the map"
        );
    }
}
