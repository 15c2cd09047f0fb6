//! What the machine-readable part of a notice says (RFC 3464, RFC 6533).

use super::addresses;

/// A recipient whom a mail did not reach for good.
pub struct Failed {
    pub recipients: Vec<String>,
    /// Such as `5.1.1`; empty if there is none.
    pub status: String,
}

/// How the fields begin that name a recipient.
const RECIPIENTS: [&str; 3] = [
    "Original-Recipient",
    "Final-Recipient",
    "X-Actual-Recipient",
];

/// The first recipient whom the mail did not reach for good.
pub fn failed(report: &str) -> Option<Failed> {
    // The fields of the notice, then those of each recipient, with blank lines between.
    let unfolded = report.replace("\n ", " ").replace("\n\t", " ");
    let block = unfolded.split("\n\n").find(|block| is_failure(block))?;
    let recipients = RECIPIENTS.iter().filter_map(|name| field(block, name));
    let status = match status(field(block, "Status").unwrap_or_default()) {
        empty if empty.is_empty() => code(field(block, "Diagnostic-Code").unwrap_or_default()),
        given => given,
    };
    Some(Failed {
        recipients: recipients.flat_map(addresses).collect(),
        status,
    })
}

/// Given up; and, of those who leave that field out, a status that is final. Who will try again has not failed.
fn is_failure(block: &str) -> bool {
    let status = status(field(block, "Status").unwrap_or_default());
    if field(block, "Will-Retry-Until").is_some() || status.starts_with('2') {
        return false;
    }
    match field(block, "Action").map(str::to_lowercase) {
        Some(action) => ["fail", "expired"]
            .iter()
            .any(|word| action.starts_with(word)),
        None => status.starts_with('5'),
    }
}

/// The identifiers that the fields of a report name: those of the mail, then that of its envelope.
pub fn identifiers(report: &str) -> impl Iterator<Item = String> {
    let names = [
        "Original-Message-ID",
        "X-Original-Message-ID",
        "Original-Envelope-ID",
    ];
    let values = names.into_iter().filter_map(|name| field(report, name));
    values.map(|id| id.trim_matches(['<', '>']).to_owned())
}

fn field<'a>(block: &'a str, wanted: &str) -> Option<&'a str> {
    let mut fields = block.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = fields.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))?;
    Some(value.trim())
}

/// The number without what is said about it.
fn status(field: &str) -> String {
    let numbers = field.split(|letter: char| letter != '.' && !letter.is_ascii_digit());
    numbers.into_iter().next().unwrap_or_default().to_owned()
}

/// The first status that stands in a sentence, one that is final before others.
pub fn code(text: &str) -> String {
    let numbers = text.split(|letter: char| letter != '.' && !letter.is_ascii_digit());
    let mut codes: Vec<&str> = numbers
        .map(|number| number.trim_end_matches('.'))
        .filter(|number| {
            let parts: Vec<&str> = number.split('.').collect();
            let digits = |part: &&str| (1..=3).contains(&part.len());
            parts.len() == 3 && parts.iter().all(digits) && number.starts_with(['4', '5'])
        })
        .filter(|number| number.get(1..2) == Some("."))
        .collect();
    codes.sort_by_key(|code| !code.starts_with('5'));
    codes.first().map(ToString::to_string).unwrap_or_default()
}
