//! What no record can show.

use super::Checks;
use super::promise::Promised;
use crate::audit::Record;

/// What nobody can check in any wave, and why.
const ALWAYS: [(&str, &str); 3] = [
    (
        "Nobody kept a copy of the keys.",
        "no record can show that. You have to trust those who run the server.",
    ),
    (
        "The people who are asked exist.",
        "HR makes the list: invented members can surround a real one. The names on the form are shown to \
         the members so that they notice.",
    ),
    (
        "Nobody can tell who did not answer.",
        "until the keys are destroyed the database knows whose link was used, and so does a mail server, \
         because reminders go to the others only, unless HR reminds everybody.",
    ),
];

/// What nobody can check in an anonymous wave besides.
const ANONYMOUS: [(&str, &str); 4] = [
    (
        "Nobody watched the answers come in.",
        "whoever logs the traffic at the server or in front of it and keeps a copy of the opening key can \
         tell who answered what; PostgreSQL's own log keeps the order of arrival too. You have to trust \
         those who run the server.",
    ),
    (
        "Nobody answered in the place of those who were silent.",
        "the server holds the keys that sign ballots. The counts are public: compare them with what you \
         know of your group.",
    ),
    (
        "Nobody was given another page or script.",
        "a record shows what the server gives to you, and not what it gave to others.",
    ),
    (
        "Nobody is recognised by what they answered.",
        "the style of a comment, a group that agrees in everything, or two waves close together when \
         somebody left can tell, and no program sees that.",
    ),
];

/// Says what the record cannot show.
pub(super) fn check(checks: &mut Checks, record: &Record, promised: &Promised) {
    if record.ballots.is_some() {
        checks.skip(
            "No ballot was left out.",
            "only those who sent one can tell: their receipt has to stand in the list. It proves that the \
             ballot is listed, and not how it was counted.",
        );
    }
    if promised.terms.trustees.is_some() {
        checks.skip(
            "No trustee gave their key away.",
            "as many together as are needed can open ballots whenever they have them. The list says who they are.",
        );
        checks.skip(
            "The trustees opened nothing while people still answered.",
            "a server that hides an extension from them can have them open, at the promised end, what has come so \
             far. Ask each for the fingerprint of the list they opened, and give it with --list.",
        );
    }
    if !promised.is_anonymous() {
        checks.skip(
            "Nobody saw who answered what.",
            "the wave is confidential, not anonymous: the server has every answer before it is sealed.",
        );
    }
    let more = ANONYMOUS.iter().filter(|_| promised.is_anonymous());
    for (claim, why) in ALWAYS.iter().chain(more) {
        checks.skip(*claim, *why);
    }
}
