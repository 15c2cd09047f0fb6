//! Holds the map of the rooms: who may import whom, who may know diesel, and how large a file may be.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "architecture/rooms.rs"]
mod rooms;

use rooms::ROOMS;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that wire everything together.
const WIRING: &[&str] = &["cli", "main", "lib"];

const COMMON: &[&str] = &["ids", "error", "text"];

/// What stands beside the product, and what of the workspace each of them may depend on.
const CRATES: &[(&str, &[&str])] = &[
    ("ballot", &["../blind-rsa"]),
    ("blind-rsa", &[]),
    ("lab", &[PRODUCT]),
    ("stats", &[]),
];

/// How a crate names the product.
const PRODUCT: &str = "../..";

/// What makes a crate one that nobody builds and reads in an hour.
const HEAVY: &[&str] = &["actix", "diesel", "libsqlite3", "pq-sys", "tera"];

/// The files of the product.
fn source_files() -> Vec<PathBuf> {
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The folders under `crates/`, by their names.
fn crates() -> BTreeMap<String, PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(folder, &mut files);
    files
}

fn room(path: &Path) -> String {
    let inside = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms that a file names behind `crate::`, outside its tests.
fn imports(source: &str) -> BTreeSet<String> {
    let code = source
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let parts = code.split("crate::").skip(1);
    parts
        .map(|part| {
            part.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

#[test]
fn a_room_imports_only_what_the_map_allows() {
    let map: BTreeMap<_, _> = ROOMS.iter().copied().collect();
    let mut broken = Vec::new();
    for path in source_files() {
        let room = room(&path);
        if WIRING.contains(&room.as_str()) || path.ends_with("tests.rs") {
            continue;
        }
        let allowed = map
            .get(room.as_str())
            .unwrap_or_else(|| panic!("{room} is not on the map"));
        for import in imports(&fs::read_to_string(&path).unwrap()) {
            let fine = import == room
                || import.is_empty()
                || COMMON.contains(&import.as_str())
                || allowed.contains(&import.as_str());
            if !fine {
                broken.push(format!("{} imports {import}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_crate_depends_only_on_what_the_map_allows() {
    let map: BTreeMap<_, _> = CRATES.iter().copied().collect();
    for (name, folder) in crates() {
        let allowed = map
            .get(name.as_str())
            .unwrap_or_else(|| panic!("crates/{name} is not on the map"));
        let is_light = !allowed.contains(&PRODUCT);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let tables = ["dependencies", "dev-dependencies", "build-dependencies"].into_iter();
        let tables = tables.filter_map(|kind| manifest.get(kind)?.as_table());
        for (dependency, how) in tables.flatten() {
            let path = how.get("path").and_then(|path| path.as_str());
            let may_be_here = path.is_none_or(|path| allowed.contains(&path));
            let is_heavy = HEAVY.iter().any(|heavy| dependency.starts_with(heavy));
            assert!(
                may_be_here && !(is_light && is_heavy),
                "crates/{name} depends on {dependency}"
            );
        }
    }
}

#[test]
fn only_the_store_and_the_identifiers_know_diesel() {
    for path in source_files()
        .iter()
        .filter(|path| !["store", "ids"].contains(&room(path).as_str()))
    {
        let source = fs::read_to_string(path).unwrap();
        assert!(
            !source.contains("diesel"),
            "{} knows diesel",
            path.display()
        );
    }
}

#[test]
fn a_raw_answer_cannot_be_written_out() {
    for (file, kind) in [
        ("answer/mod.rs", "struct Answers"),
        ("disclosure/raw.rs", "struct RawTally"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
        let source = fs::read_to_string(path).unwrap();
        let before = source.split(kind).next().unwrap();
        let derives = before.rsplit("#[derive").next().unwrap();
        assert!(
            !derives.contains("Serialize") && !derives.contains("Debug"),
            "{kind} in {file}"
        );
    }
}

#[test]
fn no_source_file_is_longer_than_400_lines() {
    let beside = crates().into_values();
    let beside = beside.flat_map(|folder| rust_files(&folder));
    for path in source_files().into_iter().chain(beside) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
}

#[test]
fn no_template_switches_escaping_off() {
    fn walk(folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path);
            } else if path.extension().is_some_and(|kind| kind == "html") {
                let source = fs::read_to_string(&path).unwrap();
                let pipes = source.replace("| ", "|");
                assert!(!pipes.contains("|safe"), "{} uses safe", path.display());
            }
        }
    }
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
}

/// Who audits the scripts reads what seals, promises and sends, and can leave this file to the test.
#[test]
fn what_reads_a_mangled_link_goes_from_text_to_text() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/link.js");
    let source = fs::read_to_string(path).unwrap();
    let lines = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.collect::<Vec<_>>().join("\n");
    let words = code.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: BTreeSet<&str> = words.collect();
    for word in [
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "import",
        "Worker",
        "postMessage",
        "eval",
        "Function",
        "document",
        "window",
        "globalThis",
        "self",
        "location",
        "history",
        "navigator",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "cookie",
        "caches",
        "crypto",
        "page",
        "kept",
        "values",
        "wave",
        "show",
        "ask",
        "put",
        "setTimeout",
        "constructor",
    ] {
        assert!(!words.contains(word), "static/link.js names {word}");
    }
}

#[test]
fn what_fills_in_the_words_of_a_page_names_no_secret_and_no_way_out() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/view.js");
    let source = fs::read_to_string(path).unwrap();
    let lines = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.collect::<Vec<_>>().join("\n");
    for word in [
        // Ways out
        "fetch",
        "XMLHttp",
        "Socket",
        "EventSource",
        "Beacon",
        "import",
        "Worker",
        "postMessage",
        "eval",
        "Function(",
        ".src",
        ".href",
        ".action",
        "innerHTML",
        "createElement",
        "setAttribute",
        "location",
        "history",
        "open(",
        "submit(",
        "submitter",
        "globalThis[",
        "window",
        // Stores
        "Storage",
        "indexedDB",
        "cookie",
        "caches",
        // Secrets and what makes them
        "link",
        "token",
        "kept",
        "ballot",
        "crypto",
        "subtle",
        "random",
        "prefix",
        "blind",
        "seal(",
    ] {
        assert!(!code.contains(word), "static/view.js names {word}");
    }
}
