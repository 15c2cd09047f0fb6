/// A file's name from what it is about: letters of ASCII, digits and hyphens, so that every system takes it.
pub fn file_name(parts: &[&str], kind: &str) -> String {
    let letters = parts.join("-").to_lowercase();
    let letters = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")]
        .into_iter()
        .fold(letters, |text, (from, to)| text.replace(from, to));
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(80).collect();
    format!("{name}.{kind}")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn every_system_takes_the_name() {
        assert_eq!(
            file_name(&["Küche / Süd", "Q3 2026"], "pdf"),
            "kueche-sued-q3-2026.pdf"
        );
        assert_eq!(file_name(&["../..\"x\n"], "csv"), "x.csv");
        assert!(file_name(&[&"x".repeat(500)], "csv").len() < 90);
    }
}
