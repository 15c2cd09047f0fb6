//! Holds the translation files to each other, and the templates and the code to them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, kind: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, kind: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, kind, found);
            } else if path.extension().is_some_and(|known| known == kind) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
        kind,
        &mut found,
    );
    found
}

/// Every message of a language with the names of its arguments.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(&format!("templates/i18n/{lang}"), "ftl") {
        let mut current = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((key, _)) = line.split_once(" =").filter(|_| starts) {
                current = key.to_owned();
                assert!(!messages.contains_key(key), "{key} stands twice in {lang}");
                messages.insert(current.clone(), BTreeSet::new());
            }
            let names = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                    .collect()
            });
            if let Some(known) = messages.get_mut(&current) {
                known.extend(names);
            }
        }
    }
    messages
}

#[test]
fn english_and_german_have_the_same_messages_with_the_same_arguments() {
    let (english, german) = (messages("en"), messages("de"));
    assert!(english.len() > 100);
    for (key, arguments) in &english {
        assert_eq!(german.get(key), Some(arguments), "{key}");
    }
    let more: Vec<_> = german
        .keys()
        .filter(|key| !english.contains_key(*key))
        .collect();
    assert!(more.is_empty(), "only in German: {more:?}");
}

#[test]
fn every_message_that_a_template_asks_for_exists() {
    let messages = messages("en");
    let mut asked = 0;
    for path in files("templates", "html")
        .into_iter()
        .chain(files("templates", "txt"))
    {
        let source = fs::read_to_string(&path).unwrap();
        for part in source.split("| t").collect::<Vec<_>>().windows(2) {
            let [before, after] = part else { continue };
            let literal = before
                .trim_end()
                .strip_suffix('"')
                .and_then(|text| text.rsplit('"').next());
            let Some(key) = literal else { continue };
            asked += 1;
            let Some(arguments) = messages.get(key) else {
                panic!("{} asks for {key}", path.display());
            };
            let given = after
                .strip_prefix('(')
                .and_then(|rest| rest.split(")").next())
                .unwrap_or_default();
            for name in arguments {
                let fits = given
                    .split(',')
                    .any(|one| one.trim().starts_with(&format!("{name}=")));
                assert!(
                    fits || given.contains(&format!("{name}=")),
                    "{}: {key} lacks {name}",
                    path.display()
                );
            }
        }
    }
    assert!(asked > 100, "{asked}");
}

#[test]
fn every_message_that_the_code_names_exists() {
    let messages = messages("en");
    for path in files("src", "rs") {
        let source = fs::read_to_string(&path).unwrap();
        for start in ["refused(\"", "Sentence::new(\"", "lang.text(\""] {
            for part in source.split(start).skip(1) {
                let key = part.split('"').next().unwrap_or_default();
                assert!(messages.contains_key(key), "{} names {key}", path.display());
            }
        }
    }
}
