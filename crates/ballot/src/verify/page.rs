//! The answer page and its script.
//!
//! The page is searched as text and not read as a browser reads it: whatever could be code anywhere, even
//! where browsers take it for text, is refused. The promised page has nothing of the kind.

use super::{Check, Checks, Served, ensure, has_hash};
use crate::audit::Record;
use crate::hash::sha256;
use crate::promise::Terms;
use data_encoding::BASE64;

/// What can run code or lead elsewhere besides scripts.
const FORBIDDEN: [&str; 7] = [
    "<iframe",
    "<frame",
    "<object",
    "<embed",
    "<base",
    "http-equiv",
    "javascript:",
];

/// The address of the page's one script on the page's own server: a path. `None` if the page does not have
/// exactly one script or its address is not of that kind.
pub fn script_address(page: &str) -> Option<String> {
    Some(script(page).ok()?.address.to_owned())
}

/// Checks the page and the script of the record, and those the server gives.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    terms: &Terms,
    served: Option<Served<'_>>,
) {
    checks.add(
        "The answer page in the record is the promised one.",
        has_hash(record.page.as_bytes(), &terms.page),
    );
    checks.add(
        "The script in the record is the promised one.",
        has_hash(record.script.as_bytes(), &terms.script),
    );
    checks.add(
        "The answer page runs this script, lets browsers check it, and runs nothing else.",
        runs_only(&record.page, record.script.as_bytes()),
    );
    let page = "The answer page that the server gives is the promised one.";
    let script = "The script that the server gives is the promised one.";
    match served {
        Some(served) => {
            checks.add(page, has_hash(served.page, &terms.page));
            checks.add(script, has_hash(served.script, &terms.script));
        }
        None => {
            let why = "only a record was read, or the wave is over and nobody answers any more.";
            checks.skip(page, why);
            checks.skip(script, why);
        }
    }
}

fn runs_only(page: &str, promised: &[u8]) -> Check {
    let tag = script(page)?;
    let integrity = format!("sha256-{}", BASE64.encode(&sha256(&[promised])));
    ensure(tag.integrity == integrity, || {
        format!(
            "it has browsers check for {}, but the script is {integrity}.",
            tag.integrity
        )
    })?;
    let page = page.to_ascii_lowercase();
    if let Some(found) = FORBIDDEN.iter().find(|found| page.contains(**found)) {
        return Err(format!("it contains \"{found}\"."));
    }
    ensure(!has_handler(&page), || {
        "an element of it runs code of its own.".to_owned()
    })?;
    ensure(stays(&page), || "it leads to another server.".to_owned())
}

struct Script<'a> {
    address: &'a str,
    integrity: &'a str,
}

/// The only script of a page.
fn script(page: &str) -> Result<Script<'_>, String> {
    let lower = page.to_ascii_lowercase();
    let starts: Vec<_> = lower.match_indices("<script").collect();
    let [(at, start)] = starts.as_slice() else {
        return Err(format!("it has {} scripts.", starts.len()));
    };
    let rest = page.get(at + start.len()..).unwrap_or_default();
    let (tag, content) = rest.split_once('>').unwrap_or((rest, ""));
    ensure(
        content.to_ascii_lowercase().starts_with("</script>"),
        || "it has a script in itself.".to_owned(),
    )?;
    let attributes = attributes(tag).ok_or("the tag of its script is not plain.")?;
    let value = |name: &str| attributes.iter().find(|(known, _)| *known == name);
    let (Some((_, address)), Some((_, integrity))) = (value("src"), value("integrity")) else {
        return Err("its script has no address or no fingerprint.".to_owned());
    };
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || b"/._-".contains(&letter);
    let here = address.starts_with('/') && !address.starts_with("//") && address.bytes().all(plain);
    ensure(here, || {
        format!("its script has the address \"{address}\".")
    })?;
    Ok(Script { address, integrity })
}

/// The attributes of a tag; `None` unless they are written as `name` or `name="value"`, each name once.
fn attributes(tag: &str) -> Option<Vec<(&str, &str)>> {
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    let mut rest = tag;
    while !rest.trim_ascii_start().is_empty() {
        let text = rest.trim_ascii_start();
        let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '-');
        let (name, after) = text.split_at(end.unwrap_or(text.len()));
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"')?,
            None => ("", after),
        };
        let apart = text.len() < rest.len() && (after.is_empty() || after.starts_with([' ', '\n']));
        if name.is_empty() || !apart || attributes.iter().any(|(known, _)| *known == name) {
            return None;
        }
        attributes.push((name, value));
        rest = after;
    }
    Some(attributes)
}

/// Whether there is something like ` onclick=` in the page.
fn has_handler(page: &str) -> bool {
    page.match_indices("on").any(|(at, _)| {
        let before = page.get(..at).unwrap_or_default();
        let after = page.get(at..).unwrap_or_default();
        let after = after.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        before.ends_with(|c: char| c.is_ascii_whitespace() || "\"'/".contains(c))
            && after.trim_ascii_start().starts_with('=')
    })
}

/// Whether every address in the page is a path on this server or a place in the page.
fn stays(page: &str) -> bool {
    let starts = ["src", "href", "action"].into_iter();
    let mut after = starts.flat_map(|name| page.split(name).skip(1));
    after.all(|after| {
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            return true;
        };
        match value.trim_ascii_start().strip_prefix("\"/") {
            Some(path) => !path.starts_with(['/', '\\']),
            None => value.starts_with("\"#"),
        }
    })
}
