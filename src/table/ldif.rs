//! What a directory prints (LDIF, RFC 2849): an entry after the other, each attribute on a line of its own.

use csv::WriterBuilder;
use data_encoding::BASE64;

/// The entries as text with commas, one a line; `None` if it is nothing of the kind.
pub fn to_csv(text: &str) -> Option<String> {
    let first = text.lines().find(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#') && !line.starts_with("version:")
    })?;
    if !first.starts_with("dn:") {
        return None;
    }
    let unfolded = text.replace("\r\n", "\n").replace("\n ", "");
    let mut names: Vec<String> = Vec::new();
    let mut entries: Vec<Vec<(String, String)>> = Vec::new();
    for line in unfolded.lines() {
        let Some((name, value)) = attribute(line) else {
            continue;
        };
        if name == "dn" {
            entries.push(Vec::new());
        }
        if !names.contains(&name) {
            names.push(name.clone());
        }
        entries.last_mut()?.push((name, value));
    }
    let mut rows = Vec::new();
    let mut writer = WriterBuilder::new().from_writer(&mut rows);
    writer.write_record(&names).ok()?;
    for entry in &entries {
        let cell = |name: &String| {
            let found = entry.iter().find(|(given, _)| given == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        // Without an address or a name it is a folder and nobody.
        let is_person = ["mail", "givenname", "sn", "uid"].iter().any(|name| {
            entry
                .iter()
                .any(|(given, _)| given.eq_ignore_ascii_case(name))
        });
        if is_person {
            writer.write_record(names.iter().map(cell)).ok()?;
        }
    }
    writer.flush().ok()?;
    drop(writer);
    String::from_utf8(rows).ok()
}

/// Name and value of an attribute: `cn: Ida`, or `cn:: SWRh` where it has more than plain letters.
fn attribute(line: &str) -> Option<(String, String)> {
    if line.starts_with('#') {
        return None;
    }
    let (name, value) = line.split_once(':')?;
    // A name may have options behind it, as in `cn;lang-de`.
    let name = name.split(';').next()?.trim().to_owned();
    let value = match value.strip_prefix(':') {
        Some(coded) => {
            let bytes = BASE64.decode(coded.trim().as_bytes()).ok()?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        None => value.trim().to_owned(),
    };
    (name != "version" && name != "search" && name != "result").then(|| {
        let one_line = value.replace(['\r', '\n', '\0'], " ");
        (name, one_line)
    })
}
