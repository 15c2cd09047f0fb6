//! Notices of mails that came back, as mail servers write them.

mod mailbox;
mod mime;
mod report;
mod words;

#[cfg(test)]
mod tests;

pub use mailbox::mails;

use crate::store::Moment;
use chrono::{DateTime, Utc};
use mime::{DEEPEST, Entity, Head, Leaf};
use words::Verdict;

/// A mail that could not be delivered, as some mail server says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    /// What may be the Message-ID of the mail that came back, or the identifier of its envelope, without angle
    /// brackets; the likeliest first.
    pub ids: Vec<String>,
    /// Where the notice was sent to, in lower case: each mail may have a return address of its own.
    pub sent_to: Vec<String>,
    /// Whom the mail did not reach, in lower case.
    pub recipients: Vec<String>,
    /// Such as `5.1.1` (RFC 3463); empty if the notice has none.
    pub status: String,
    /// When the notice was written.
    pub at: Option<Moment>,
}

/// Letters of a notice that are read for what it says; it may have the mail itself below.
const MOST_TEXT: usize = 256 * 1024;

/// Addresses that are taken from a text at the most.
const MOST_ADDRESSES: usize = 20;

/// The fields that name to whom a mail came.
const TO: [&str; 9] = [
    "to",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-delivered-to",
    "apparently-to",
    "original-recipient",
    "received",
];

/// Which mails could not be delivered for good, if that is what a mail says: one, or all those of a digest.
/// Delays, answers of machines and people, complaints, and all other mails say nothing of the kind.
pub fn bounces(mail: &[u8]) -> Vec<Bounce> {
    let mut found = Vec::new();
    read(&mime::lines(mail), &[], 0, &mut found);
    found
}

fn read(mail: &[u8], sent_to: &[String], depth: usize, found: &mut Vec<Bounce>) {
    let mail = Entity::read(mail);
    let report_type = mail.parameter("report-type").unwrap_or_default();
    let is_report = mail.kind() == "multipart/report";
    let head = mail.head.clone();
    let sent_to: Vec<String> = sent_to.iter().cloned().chain(receivers(&head)).collect();
    let leaves = mail.leaves();
    let other = [
        "message/feedback-report",
        "message/disposition-notification",
    ];
    let is_other = leaves
        .iter()
        .any(|leaf| other.contains(&leaf.kind.as_str()));
    let named_other =
        !report_type.is_empty() && !report_type.eq_ignore_ascii_case("delivery-status");
    if is_other || named_other || depth > DEEPEST {
        return;
    }
    let by_machine = words::is_by_machine(&head) || words::has_null_sender(&head);
    let before = found.len();
    for leaf in leaves
        .iter()
        .filter(|leaf| leaf.is_mail() && (leaf.in_digest || wraps(leaf, by_machine)))
    {
        read(&leaf.content, &sent_to, depth + 1, found);
    }
    if found.len() > before {
        return;
    }
    let mut reports = leaves.iter().filter(|leaf| leaf.is_report()).peekable();
    let failed = match reports.peek() {
        Some(_) if !is_report && !by_machine => None,
        Some(_) => reports.find_map(|leaf| report::failed(&leaf.text())),
        None => said(&head, &leaves),
    };
    let Some(report::Failed { recipients, status }) = failed else {
        return;
    };
    found.push(Bounce {
        ids: identifiers(&head, &leaves),
        sent_to,
        recipients,
        status,
        at: DateTime::parse_from_rfc2822(head.value("date"))
            .ok()
            .map(|at| at.with_timezone(&Utc).into()),
    });
}

/// Some servers attach the notice that they got to one of their own; people who attach one ask what it means.
fn wraps(leaf: &Leaf<'_>, by_machine: bool) -> bool {
    let attached = Entity::read(&leaf.content);
    by_machine && attached.kind() == "multipart/report"
}

/// What a notice says that has no part for machines.
fn said(head: &Head, leaves: &[Leaf<'_>]) -> Option<report::Failed> {
    let text: String = leaves
        .iter()
        .filter(|leaf| leaf.kind == "text/plain" || leaf.kind == "text/html")
        .map(Leaf::text)
        .collect();
    let own = words::before_original(&text);
    let recipients = match words::verdict(head, own) {
        Verdict::No => return None,
        // Only a mail that it names, then.
        Verdict::Maybe => Vec::new(),
        Verdict::Yes => {
            let named = head.values("x-failed-recipients").flat_map(addresses);
            named.chain(addresses(own)).collect()
        }
    };
    Some(report::Failed {
        recipients,
        status: report::code(own),
    })
}

/// What may name the mail that came back: what the report says, the mail itself, or what the notice answers to.
fn identifiers(head: &Head, leaves: &[Leaf<'_>]) -> Vec<String> {
    let mut ids = Vec::new();
    for leaf in leaves {
        match () {
            () if leaf.is_report() => ids.extend(report::identifiers(&leaf.text())),
            () if leaf.is_mail() || leaf.kind == "text/rfc822-headers" => {
                let (head, _) = Head::take(leaf.content.trim_ascii_start());
                ids.extend(head.values("message-id").flat_map(in_brackets));
            }
            () if leaf.kind.starts_with("text/") => ids.extend(quoted(&leaf.text())),
            () => {}
        }
    }
    ids.extend(head.values("in-reply-to").flat_map(in_brackets));
    // The last one is what is answered, those before it are what that answered.
    let referred = head.values("references").flat_map(in_brackets);
    ids.extend(referred.collect::<Vec<_>>().into_iter().rev());
    ids
}

/// The Message-IDs of a text that quotes a header.
fn quoted(text: &str) -> Vec<String> {
    let low = text.to_ascii_lowercase();
    let places = low.match_indices("message-id:");
    let id = places.filter_map(|(at, name)| {
        let rest = text.get(at + name.len()..)?.trim_start();
        let word = rest.split_whitespace().next()?;
        Some(word.trim_matches(['<', '>', ',', ';']).to_owned())
    });
    id.take(MOST_ADDRESSES).collect()
}

fn in_brackets(field: &str) -> Vec<String> {
    let words = field.split(['<', '>', ' ', ',']);
    let ids = words.filter(|word| word.contains('@'));
    ids.map(str::to_owned).collect()
}

/// To whom a mail came.
fn receivers(head: &Head) -> Vec<String> {
    let fields = TO.iter().flat_map(|name| head.values(name));
    fields.flat_map(addresses).collect()
}

/// The addresses that stand in a text, in lower case.
fn addresses(text: &str) -> Vec<String> {
    let outside = |letter: char| letter.is_whitespace() || "<>()[]\"',;:".contains(letter);
    let words = text.split(outside);
    let addresses = words.filter(|word| {
        let (local, host) = word.rsplit_once('@').unwrap_or_default();
        !local.is_empty() && !host.is_empty()
    });
    let plain = |word: &str| word.trim_end_matches(['.', '!', '?']).to_lowercase();
    addresses.take(MOST_ADDRESSES).map(plain).collect()
}

impl Leaf<'_> {
    fn is_report(&self) -> bool {
        ["message/delivery-status", "message/global-delivery-status"].contains(&self.kind.as_str())
    }

    fn is_mail(&self) -> bool {
        let kinds = [
            "message/rfc822",
            "message/global",
            "message/global-headers",
            "message/rfc822-headers",
        ];
        kinds.contains(&self.kind.as_str())
    }

    fn text(&self) -> String {
        let most = self.content.get(..MOST_TEXT).unwrap_or(&self.content);
        String::from_utf8_lossy(most).into_owned()
    }
}
