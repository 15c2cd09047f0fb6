//! Holds the README to the program.

use gutcheck::config::SETTINGS;

const README: &str = include_str!("../README.md");

#[test]
fn the_readme_lists_every_setting_with_its_default() {
    for setting in SETTINGS {
        let default = match setting.default {
            "" => String::new(),
            default => format!("`{default}`"),
        };
        let line = format!(
            "| `{}` | `{}` | {default} | {} |",
            setting.name,
            setting.variable(),
            setting.doc.trim()
        );
        assert!(
            README.contains(&line),
            "the README lacks this line:\n{line}"
        );
    }
}

#[test]
fn the_readme_maps_every_room() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs");
    let rooms = std::fs::read_to_string(source).unwrap();
    let rooms = rooms
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for room in rooms.filter(|room| !["error", "ids"].contains(room)) {
        assert!(
            README.contains(&format!("`{room}`")),
            "{room} is not on the README's map"
        );
    }
}
