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
