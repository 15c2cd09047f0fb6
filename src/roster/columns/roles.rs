use super::words::{has_any, plain};
use crate::survey::Role;

/// The most different words that are taken for roles: with more of them a column says something else.
pub const MOST_WORDS: usize = 40;

const LEADER: &[&str] = &[
    "leader",
    "lead",
    "leitung",
    "leiter",
    "leiterin",
    "fuhrungskraft",
    "fuehrungskraft",
    "manager",
    "managerin",
    "supervisor",
    "head",
    "chef",
    "cheffe",
    "boss",
    "teamleiter",
    "teamleiterin",
    "teamlead",
    "teamleitung",
    "teamleader",
    "responsable",
    "jefe",
    "jefa",
    "lider",
    "capo",
    "responsabile",
    "leidinggevende",
    "teamleider",
    "director",
    "vorgesetzter",
    "vorgesetzte",
    "abteilungsleiter",
    "abteilungsleiterin",
    "gruppenleiter",
    "gruppenleiterin",
];

const YES: &[&str] = &[
    "yes", "true", "1", "y", "x", "ja", "j", "wahr", "oui", "vrai", "si", "sì", "s", "vero", "waar",
];

/// The role that a word stands for where nobody has said otherwise; anything else is a member.
pub fn role_of(word: &str) -> Role {
    let word = plain(word);
    let negated = has_any(
        &word,
        &[
            "no",
            "not",
            "non",
            "kein",
            "keine",
            "deputy",
            "stellvertretung",
            "assistant",
            "assistenz",
        ],
    );
    if YES.contains(&word.as_str()) || (has_any(&word, LEADER) && !negated) {
        Role::Leader
    } else {
        Role::Member
    }
}
