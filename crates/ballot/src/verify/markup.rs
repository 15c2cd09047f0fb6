//! Reads the text of a page and of its styles. Neither is read as a browser reads it: whatever could be code, or
//! could send something, is refused wherever it stands. The promised page has nothing of the kind.

use super::{Check, ensure};

/// What can run code, lead elsewhere, or load something only when a person does something.
const FORBIDDEN: [&str; 13] = [
    "<iframe",
    "<frame",
    "<object",
    "<embed",
    "<base",
    "<style",
    "<video",
    "<audio",
    "<picture",
    "<source",
    "<use",
    "http-equiv",
    "javascript:",
];
/// Attributes that can do so. What begins with `on` is a handler.
const ATTRIBUTES: [&str; 8] = [
    "style",
    "loading",
    "srcset",
    "imagesrcset",
    "formaction",
    "ping",
    "background",
    "poster",
];
/// What styles can load something with, or hide it behind: a page that loads a picture as soon as an answer is
/// chosen tells the answer.
const LOADS: [&str; 6] = ["url", "src(", "image(", "image-set", "@import", "\\"];

/// A file that a page names, on the page's own server, and what it has browsers check of it.
pub(super) struct Reference<'a> {
    pub address: &'a str,
    pub integrity: &'a str,
}

/// That nothing in a page runs code besides its script, leads elsewhere, or loads something by what is chosen in it.
pub(super) fn is_inert(page: &str) -> Check {
    let page = page.to_ascii_lowercase();
    if let Some(found) = FORBIDDEN.iter().find(|found| page.contains(**found)) {
        return Err(format!("it contains \"{found}\"."));
    }
    if let Some(found) = ATTRIBUTES.iter().find(|name| has_attribute(&page, name)) {
        return Err(format!("an element of it has \"{found}\"."));
    }
    ensure(!has_handler(&page), || {
        "an element of it runs code of its own.".to_owned()
    })?;
    ensure(stays(&page), || "it leads to another server.".to_owned())
}

/// That styles load nothing.
pub(super) fn loads_nothing(styles: &[u8]) -> Check {
    let styles = std::str::from_utf8(styles).map_err(|_| "they are no text.".to_owned())?;
    let styles = styles.to_ascii_lowercase();
    let found = LOADS.iter().find(|found| styles.contains(**found));
    found.map_or(Ok(()), |found| Err(format!("they contain \"{found}\".")))
}

/// The only script of a page.
pub(super) fn script(page: &str) -> Result<Reference<'_>, String> {
    let tags = tags(page, "<script");
    let [(tag, content)] = tags.as_slice() else {
        return Err(format!("it has {} scripts.", tags.len()));
    };
    ensure(
        content.to_ascii_lowercase().starts_with("</script>"),
        || "it has a script in itself.".to_owned(),
    )?;
    let attributes = attributes(tag).ok_or("the tag of its script is not plain.")?;
    reference(&attributes, "src", "script")
}

/// The only styles of a page. Besides them it may link to its icon, and to nothing else.
pub(super) fn styles(page: &str) -> Result<Reference<'_>, String> {
    let mut found = None;
    for (tag, _) in tags(page, "<link") {
        let attributes = attributes(tag).ok_or("the tag of its styles is not plain.")?;
        match value(&attributes, "rel") {
            Some("icon") => {}
            Some("stylesheet") if found.is_none() => {
                found = Some(reference(&attributes, "href", "styles")?);
            }
            Some("stylesheet") => return Err("it has several styles.".to_owned()),
            _ => return Err("it links to what is neither its icon nor its styles.".to_owned()),
        }
    }
    found.ok_or_else(|| "it has no styles.".to_owned())
}

type Attributes<'a> = Vec<(&'a str, &'a str)>;

/// The insides of all tags of a kind, each with what comes after it.
fn tags<'a>(page: &'a str, start: &str) -> Vec<(&'a str, &'a str)> {
    let lower = page.to_ascii_lowercase();
    let starts = lower.match_indices(start);
    let starts = starts.map(|(at, start)| page.get(at + start.len()..).unwrap_or_default());
    starts
        .map(|rest| rest.split_once('>').unwrap_or((rest, "")))
        .collect()
}

fn reference<'a>(
    attributes: &Attributes<'a>,
    name: &str,
    what: &str,
) -> Result<Reference<'a>, String> {
    let (Some(address), Some(integrity)) =
        (value(attributes, name), value(attributes, "integrity"))
    else {
        return Err(format!("its {what} has no address or no fingerprint."));
    };
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || b"/._-".contains(&letter);
    let here = address.starts_with('/') && !address.starts_with("//") && address.bytes().all(plain);
    ensure(here, || {
        format!("its {what} has the address \"{address}\".")
    })?;
    Ok(Reference { address, integrity })
}

fn value<'a>(attributes: &Attributes<'a>, name: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| *value)
}

/// The attributes of a tag; `None` unless they are written as `name` or `name="value"`, each name once.
fn attributes(tag: &str) -> Option<Attributes<'_>> {
    let mut attributes: Attributes<'_> = Vec::new();
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

/// Whether there is something like ` name =` in the page.
fn has_attribute(page: &str, name: &str) -> bool {
    page.match_indices(name).any(|(at, _)| {
        let before = page.get(..at).unwrap_or_default();
        let after = page.get(at + name.len()..).unwrap_or_default();
        starts_attribute(before) && after.trim_ascii_start().starts_with('=')
    })
}

/// Whether there is something like ` onclick=` in the page.
fn has_handler(page: &str) -> bool {
    page.match_indices("on").any(|(at, _)| {
        let before = page.get(..at).unwrap_or_default();
        let after = page.get(at..).unwrap_or_default();
        let after = after.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        starts_attribute(before) && after.trim_ascii_start().starts_with('=')
    })
}

fn starts_attribute(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_whitespace() || "\"'/".contains(c))
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
