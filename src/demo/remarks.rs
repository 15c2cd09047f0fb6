//! What a few people in the larger teams write under the open question.

use super::cast::{Cast, Person};

/// Team, wave counted from 0, written in German, and the words.
type Remark = (&'static str, usize, bool, &'static str);

/// What this person writes in this wave: of those who answer in a team, the first who writes the language.
pub fn of(cast: &Cast, person: &Person, quarter: usize) -> Option<&'static str> {
    let mut written = REMARKS.iter().filter(|(team, wave, german, _)| {
        *team == person.team && *wave == quarter && *german == person.german
    });
    let answering = cast.answering(&person.team, quarter);
    let mut writers = answering
        .iter()
        .filter(|other| other.german == person.german);
    let writes = writers.next() == Some(&person);
    written.next().filter(|_| writes).map(|(.., words)| *words)
}

const REMARKS: &[Remark] = &[
    (
        "North",
        0,
        true,
        "Bei meinem letzten Angebot wurde jede Zeile geprüft, bei anderen schaut niemand hin. Geärgert \
        hat es mich trotzdem erst, als der Kunde sich beschwert hat und ich Rückendeckung wollte.",
    ),
    (
        "North",
        0,
        false,
        "When I was asked for the third time where the Hansen offer stood. I did expect cover when it \
        went out late, though.",
    ),
    (
        "North",
        1,
        true,
        "Eigentlich nie, ich sehe meine Führungskraft kaum. Verteidigt hat mich im Frühjahr auch niemand.",
    ),
    (
        "North",
        1,
        false,
        "Every weekly call is about the same five people. I would take some of that attention.",
    ),
    (
        "North",
        2,
        true,
        "Beim Rahmenvertrag. Da stand sie jeden Tag an meinem Platz, und als es schiefging, war es meins.",
    ),
    (
        "North",
        3,
        true,
        "Ich habe die Preisfreigabe als Misstrauen empfunden. Hinterher war ich froh, dass sie dabei war.",
    ),
    (
        "Marketing",
        0,
        true,
        "Bei der Messeplanung. Ich wollte freie Hand, und als der Stand zu teuer wurde, sollte \
        Nadia das der Geschäftsführung erklären.",
    ),
    (
        "Marketing",
        0,
        false,
        "I was annoyed by the questions about the campaign budget. They were fair, I had not done the sums.",
    ),
    (
        "Marketing",
        1,
        true,
        "Kommt vor, meistens bei Texten. Da würde mir ein Gespräch vorher mehr helfen als Korrekturen danach.",
    ),
    (
        "Marketing",
        1,
        false,
        "With the website relaunch: I did not show the draft because I did not want opinions, and then \
        I wanted help with the complaints.",
    ),
    (
        "Marketing",
        2,
        true,
        "In diesem Quartal nicht. Die Planung am Montag hat viel geklärt.",
    ),
    (
        "Marketing",
        2,
        false,
        "Not this time. We went through the plan twice before we booked anything.",
    ),
    (
        "Marketing",
        3,
        true,
        "Bei der neuen Kampagne fragt sie viel. Ich merke, dass ich sie erst rufe, wenn es brennt.",
    ),
    (
        "Logistics",
        0,
        true,
        "Als der Tourenplan kontrolliert wurde. Bei der Verspätung danach hätte ich mir aber \
        Rückendeckung gewünscht.",
    ),
    (
        "Logistics",
        0,
        false,
        "When my stock count was checked again. To be honest, it was wrong.",
    ),
    (
        "Logistics",
        1,
        true,
        "Zu viel nicht, eher im Gegenteil: Vorgaben kommen per Zuruf und gelten bis mittags.",
    ),
    (
        "Logistics",
        1,
        false,
        "Too involved, no. Nobody tells us which delivery comes first.",
    ),
    (
        "Logistics",
        2,
        true,
        "Wir räumen nur noch auf. Wenn etwas liegen bleibt, heißt es, das hätten wir selbst sehen müssen.",
    ),
    (
        "Logistics",
        2,
        false,
        "The priorities changed three times in one week. After that I stopped asking and hoped for the best.",
    ),
    (
        "Logistics",
        3,
        true,
        "Ich weiß gerade nicht, wofür ich zuständig bin. Da ist es schwer, sich gegängelt zu fühlen.",
    ),
];
