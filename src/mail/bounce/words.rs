//! Notices without a part for machines: what mail servers say in words. A delay, an absence or a complaint that is
//! taken for a failure is worse than a failure that is missed.

use super::mime::Head;

/// How sure it is that a text says that a mail has failed for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does not.
    No,
    /// It says so in the words of no mail server that is known; enough if it names a mail of ours.
    Maybe,
    /// It says so in the words of a known mail server.
    Yes,
}

/// Who writes notices: the name before the `@`, and what stands before the address.
const DAEMONS: [&str; 13] = [
    "mailer-daemon",
    "mailer_daemon",
    "mailerdaemon",
    "mail-daemon",
    "mail_daemon",
    "maildaemon",
    "mdaemon",
    "postmaster",
    "post_master",
    "post-master",
    "mailsystem",
    "mail-delivery",
    "microsoftexchange",
];
const NAMES: [&str; 7] = [
    "mail deliver",
    "mail system",
    "mailer-daemon",
    "mailer daemon",
    "system administrator",
    "mail administrator",
    "postmaster",
];

/// What mail servers write about a failure for good, in lower case, blanks being one blank:
const FIRST: [&str; 52] = [
    // Exim and whoever has its words: GMX, IONOS, mail.ru, Zoho
    "message that you sent could not be delivered to",
    "message could not be delivered to one of its recipients",
    "message could not be delivered to one or more",
    // qmail and its kin: Yahoo, James, CommuniGate
    "i wasn't able to deliver your message",
    "this is the qmail-send program",
    "this is the deliver program",
    "unable to deliver your message to",
    "unable to deliver message to",
    "failed to deliver to",
    "following address(es) could not be delivered",
    "following addresses could not be delivered",
    // Postfix, sendmail, DragonFly, OpenSMTPD
    "message returned below could not be delivered",
    "your message could not be delivered to",
    "addresses had permanent",
    "addresses had delivery errors",
    "addresses had delivery problems",
    "addresses had fatal errors",
    "there was an error delivering your mail to",
    "error has occurred while attempting to deliver a message for",
    // Gmail and its groups
    "following recipient failed permanently",
    "following recipients failed permanently",
    "your message wasn't delivered",
    "your message couldn't be delivered",
    "the group you tried to contact",
    // Exchange and Microsoft 365
    "did not reach some or all of the intended recipients",
    "did not reach the following recipient",
    "recipient(s) could not be reached",
    "recipient(s) cannot be reached",
    "delivery has failed to these recipients",
    "delivery to the following recipients failed",
    "delivery to the following recipient(s) failed",
    "oder gruppen ist fehlgeschlagen",
    "oder verteilerlisten ist fehlgeschlagen",
    // Domino, Notes, Courier, GroupWise, MDaemon
    "was not delivered to:",
    "failure reasons ----",
    "following recipients cannot be delivered",
    "message that you sent was undeliverable to",
    "had permanent fatal delivery errors",
    // Amazon, AOL, mobile networks
    "error occurred while trying to deliver the mail to",
    "because they are not accepting mail",
    "rejected by a remote mail server",
    "message could not be delivered to mobile",
    "error: invalid user address",
    // Filters in front of mail servers
    "could not be delivered because of",
    "your message could not be sent",
    "had trouble delivering your message",
    // Small ones
    "unknown user: ",
    "mailbox exceeds allowed size",
    "undeliverable to ",
    // German, French
    "konnte nicht zugestellt werden",
    "nicht zugestellt werden konnte",
    "pu \u{ea}tre transmis",
];

/// What is said of a mail that is still under way, has arrived, or was never meant to be told of here.
const NEVER: [&str; 47] = [
    "warning message only",
    "this is a warning",
    "warning:",
    "not yet",
    "delivered yet",
    "delivery yet",
    "delay",
    "will be retried",
    "will retry",
    "be tried again",
    "will continue",
    "continue trying",
    "continue to try",
    "keep trying",
    "keep retrying",
    "still trying",
    "still being",
    "still undelivered",
    "attempts will be made",
    "need to resend",
    "no need to send",
    "no action is required",
    "need to take any action",
    "transient non-fatal",
    "(transient failure)",
    "after more than",
    "remains in the queue",
    "still in the queue",
    "still in queue",
    "wird weiterhin",
    "noch nicht",
    "verz\u{f6}gert",
    "en retard",
    "a\u{fa}n no",
    "in ritardo",
    "successfully delivered",
    "has been delivered",
    "successfully relayed",
    "abuse report",
    "feedback-type",
    "out of office",
    "out of the office",
    "on vacation",
    "automatic reply",
    "automatische antwort",
    "abwesenheit",
    "read receipt",
];

/// What stands in a notice of failure of whatever mail server.
const LOOSE: [&str; 44] = [
    "returned mail",
    "undeliver",
    "non-deliver",
    "nondeliver",
    "not deliver",
    "not be deliver",
    "n't be deliver",
    "n't deliver",
    "not able to deliver",
    "unable to deliver",
    "failure notice",
    "delivery fail",
    "has failed",
    "delivery error",
    "delivery problem",
    "mail system error",
    "permanent error",
    "permanent failure",
    "permanent fatal",
    "returned to sender",
    "returning message",
    "user unknown",
    "unknown user",
    "no such user",
    "unknown recipient",
    "recipient unknown",
    "mailbox unavailable",
    "not exist",
    "n't exist",
    "mailbox not found",
    "mailbox full",
    "mailbox is full",
    "over quota",
    "quota exceeded",
    "could not be sent",
    "was rejected",
    "unzustellbar",
    "nicht zugestellt",
    "fehlgeschlagen",
    "unbekannter empf",
    "non remis",
    "pas pu",
    "no se pudo",
    "mancata consegna",
];

/// What makes it doubtful.
const SOFT: [&str; 14] = [
    "temporar",
    "transient",
    "retry",
    "try again",
    "trying",
    "queue",
    "warning",
    "quarantin",
    "virus",
    "infected",
    "complain",
    "confirm",
    "vor\u{fc}bergehend",
    "challenge",
];

/// How the fields begin with which a mail that is given back begins, below whatever line of hyphens.
const RETURNED: [&str; 7] = [
    "return-path:",
    "received:",
    "message-id:",
    "dkim-signature:",
    "x-originating-ip:",
    "delivered-to:",
    "envelope-to:",
];
const MARKS: [&str; 9] = [
    "copy of ",
    "original mail",
    "original message",
    "returned message",
    "unsent message",
    "message follows",
    "message header",
    "below this line",
    "below the next line",
];

/// Whether a mail server writes here.
pub fn is_by_machine(head: &Head) -> bool {
    let from = head.value("from").to_lowercase();
    let (name, address) = from.rsplit_once('<').unwrap_or(("", &from));
    let local = address.split('@').next().unwrap_or_default().trim();
    let named = |names: &[&str], text: &str| names.iter().any(|name| text.contains(name));
    named(&DAEMONS, local) || named(&NAMES, name)
}

/// Whether the mail server that gave a mail away wanted no answer to it.
pub fn has_null_sender(head: &Head) -> bool {
    head.value("return-path").replace(' ', "") == "<>"
}

/// What stands before the mail that is given back.
pub fn before_original(text: &str) -> &str {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let low = line.trim().to_lowercase();
        let is_mark = low.starts_with(['-', '=', '_', '*', '|']) || low.ends_with([':', '.']);
        let marked = is_mark && low.len() < 100 && MARKS.iter().any(|mark| low.contains(mark));
        let quoted =
            RETURNED.iter().any(|name| low.starts_with(name)) && !line.starts_with([' ', '\t']);
        if at > 0 && (marked || quoted) {
            return text.get(..at).unwrap_or(text);
        }
        at += line.len();
    }
    text
}

/// Whether a text, without the mail that is given back, says that a mail failed for good.
pub fn verdict(head: &Head, text: &str) -> Verdict {
    let subject = head.value("subject").to_lowercase();
    let words = text.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    // Who says that no more attempts are made has failed.
    let said = words
        .join(" ")
        .replace('\u{2019}', "'")
        .replace("not continue", "");
    let one = |of: &[&str], text: &str| of.iter().any(|words| text.contains(words));
    if one(&NEVER, &said) || one(&NEVER, &subject) || is_by_absent(head) {
        return Verdict::No;
    }
    let by_machine = is_by_machine(head);
    let forwarded = ["re:", "aw:", "fw:", "fwd:", "wg:"];
    let by_person =
        forwarded.iter().any(|mark| subject.starts_with(mark)) || head.has("in-reply-to");
    let trusted = by_machine || has_null_sender(head) || !by_person;
    let begin: String = said.chars().take(800).collect();
    if trusted && one(&FIRST, &begin) || by_machine && head.has("x-failed-recipients") {
        return Verdict::Yes;
    }
    let failed = one(&LOOSE, &said) || one(&LOOSE, &subject) || has_final_code(&said);
    let soft = one(&SOFT, &said) || one(&SOFT, &subject);
    match by_machine && failed && !soft {
        true => Verdict::Maybe,
        false => Verdict::No,
    }
}

/// Whoever is away lets a program answer, under their own name.
fn is_by_absent(head: &Head) -> bool {
    let by_program = [
        "x-autoreply",
        "x-autorespond",
        "x-vacation",
        "x-auto-reply-from",
    ];
    let automatic = head.value("auto-submitted").to_lowercase();
    let precedence = head.value("precedence").to_lowercase();
    let away = by_program.iter().any(|name| head.has(name))
        || automatic.contains("vacation")
        || precedence.contains("auto_reply");
    let answers = automatic.starts_with("auto-replied") || head.has("x-auto-response-suppress");
    away || answers && !is_by_machine(head) && !head.has("x-failed-recipients")
}

/// Such as `550 5.1.1`, or `554` at the beginning of an answer.
fn has_final_code(said: &str) -> bool {
    let codes = ["550", "551", "552", "553", "554"];
    said.split_whitespace()
        .any(|word| codes.contains(&word.trim_end_matches([':', '-'])))
}
