//! Several files as one ZIP archive.

use ::zip::result::ZipError;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipWriter};
use std::collections::HashSet;
use std::io::{Seek, Write};

/// What a name holds; systems count characters or bytes, extension included.
const CHARACTERS: usize = 120;
const BYTES: usize = 240;
/// The longest extension, with its dot, that outlasts a cut.
const EXTENSION: usize = 10;

/// The files, deflated, under names that every system takes: without folders and control
/// characters, unique whatever the case, of at most 120 characters, with letters of all languages.
/// The same files make the same bytes.
///
/// # Errors
///
/// [`ZipError`] if a file or the archive exceeds 4 GiB.
pub fn archive<W: Write + Seek>(
    to: W,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<W, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut taken = HashSet::new();
    let mut archive = ZipWriter::new(to);
    for (name, content) in files {
        archive.start_file(free(&harmless(&name), &mut taken), options)?;
        archive.write_all(&content)?;
    }
    archive.finish()
}

/// The name without what a system could take for a folder, a device or a hidden file.
fn harmless(name: &str) -> String {
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = name.chars().map(|c| if odd(c) { '_' } else { c }).collect();
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let device = matches!(stem.as_str(), "" | "con" | "prn" | "aux" | "nul")
        || stem
            .strip_prefix("com")
            .or(stem.strip_prefix("lpt"))
            .is_some_and(|port| port.chars().count() == 1);
    if device {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// The name cut to its length, with a number before the extension if it is taken.
fn free(name: &str, taken: &mut HashSet<String>) -> String {
    let dot = name.rfind('.').filter(|dot| name.len() - dot <= EXTENSION);
    let (stem, extension) = name.split_at(dot.unwrap_or(name.len()));
    let mut number = String::new();
    let mut count = 1_usize;
    loop {
        let end = format!("{number}{extension}");
        let mut kept = String::new();
        for c in stem.chars().take(CHARACTERS - end.chars().count()) {
            if kept.len() + c.len_utf8() + end.len() > BYTES {
                break;
            }
            kept.push(c);
        }
        let name = kept + &end;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        count += 1;
        number = format!(" ({count})");
    }
}

#[cfg(test)]
mod tests {
    use super::archive;
    use ::zip::ZipArchive;
    use std::io::{Cursor, Read};

    /// The names in the archive that is made of files with these names.
    fn names(wanted: &[&str]) -> Vec<String> {
        let files = wanted.iter().map(|name| ((*name).to_owned(), Vec::new()));
        let packed = archive(Cursor::new(Vec::new()), files).unwrap();
        let archive = ZipArchive::new(packed).unwrap();
        let names = (0..archive.len()).map(|index| archive.name_for_index(index));
        names
            .map(|name| name.unwrap().unwrap().into_owned())
            .collect()
    }

    #[test]
    fn files_come_back_whole_and_the_same_bytes_each_time() {
        let files = || {
            [("Küche.csv", b"a;b".to_vec()), ("leer", Vec::new())]
                .into_iter()
                .map(|(name, content)| (name.to_owned(), content))
        };
        let packed = || {
            archive(Cursor::new(Vec::new()), files())
                .unwrap()
                .into_inner()
        };
        let bytes = packed();
        assert_eq!(packed(), bytes);
        let mut read = ZipArchive::new(Cursor::new(bytes)).unwrap();
        for (name, content) in files() {
            let mut found = Vec::new();
            read.by_name(&name)
                .unwrap()
                .read_to_end(&mut found)
                .unwrap();
            assert_eq!(found, content);
        }
    }

    #[test]
    fn every_system_takes_the_names() {
        let wanted = [
            "../../etc/passwd",
            "a\\b:c\n.csv",
            "..",
            "",
            "con.txt",
            "LPT1",
        ];
        let expected = [
            "_.._etc_passwd",
            "a_b_c_.csv",
            "_",
            "_ (2)",
            "_con.txt",
            "_LPT1",
        ];
        assert_eq!(names(&wanted), expected);
    }

    #[test]
    fn names_are_unique_whatever_the_case() {
        let wanted = ["Küche.csv", "KÜCHE.csv", "küche.csv", "a"];
        let expected = ["Küche.csv", "KÜCHE (2).csv", "küche (3).csv", "a"];
        assert_eq!(names(&wanted), expected);
    }

    #[test]
    fn long_names_keep_their_extension() {
        let (long, wide) = ("ä".repeat(300) + ".xlsx", "漢".repeat(300) + ".pdf");
        let names = names(&[&long, &long, &wide, &format!("a.{}", "x".repeat(300))]);
        assert_eq!(names[0].chars().count(), 120);
        assert!(names[0].ends_with("ä.xlsx") && names[1].ends_with("ä (2).xlsx"));
        assert!(names[2].ends_with("漢.pdf"));
        assert!(
            names
                .iter()
                .all(|n| n.len() <= 240 && n.chars().count() <= 120)
        );
    }
}
