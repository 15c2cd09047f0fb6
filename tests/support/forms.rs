//! What people of the story fill in.

use gutcheck::survey::{Item, Role, ScaleKind, Survey};

/// Twelve members in three teams, one of them too small to be shown.
pub fn roster() -> String {
    let mut csv = String::from("team;e-mail;name;role;locale;time zone\n");
    let mut line = |team: &str, name: &str, role: &str, locale: &str| {
        let email = format!("{}@harbour.example", name.to_lowercase());
        csv.push_str(&format!(
            "Harbour/{team};{email};{name};{role};{locale};Europe/Berlin\n"
        ));
    };
    line("Cranes", "Carla", "leader", "en");
    line("Pilots", "Piet", "leader", "de");
    line("Kitchen", "Kim", "leader", "en");
    (1..=7).for_each(|n| line("Cranes", &format!("Crane{n}"), "member", "en"));
    (1..=6).for_each(|n| line("Pilots", &format!("Pilot{n}"), "member", "de"));
    (1..=2).for_each(|n| line("Kitchen", &format!("Cook{n}"), "member", "en"));
    csv
}

fn value(survey: &Survey, item: &Item, favourable: &str) -> String {
    let scale = survey.scale_of(item).unwrap();
    let turned = |value: &str| (6 - value.parse::<u8>().unwrap()).to_string();
    match scale.kind {
        ScaleKind::TwoSided => "3".to_owned(),
        ScaleKind::Kept => "none".to_owned(),
        ScaleKind::Agreement if item.reversed => turned(favourable),
        ScaleKind::Agreement => favourable.to_owned(),
    }
}

/// A form filled in with one keyed value throughout.
pub fn filled<'a>(survey: &'a Survey, role: Role, favourable: &str) -> Vec<(&'a str, String)> {
    survey
        .form(role)
        .map(|(_, item)| (item.id.as_str(), value(survey, item, favourable)))
        .collect()
}

/// The lines of a mail that are links.
pub fn links(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with("http"))
        .collect()
}

pub fn pairs<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}
