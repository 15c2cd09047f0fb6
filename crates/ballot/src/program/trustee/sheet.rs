//! What a trustee prints of a new key.

use crate::trustee_key::KeyFile;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use std::fmt::Write as _;
use std::path::Path;

/// Groups of letters in a line.
const IN_LINE: usize = 13;

/// The public text, and what brings the key back from paper: the whole file as a code, and its letters.
pub fn of(key: &KeyFile, file: &Path) -> Result<String, String> {
    let code = QrCode::new(key.text()).map_err(|error| format!("the code: {error}"))?;
    // What is printed is what is dark: for ink on paper.
    let code = code.render::<Dense1x2>().build();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} holds the key of {}. Give this text to those who plan the wave:\n\n{}\n\n\
         Print what follows, and keep it apart from the passphrase. File or paper with the passphrase is the\n\
         key; if both are lost, nobody can replace you.\n\n{}\n",
        file.display(),
        key.name,
        key.public,
        code
    );
    for (name, letters) in ["Public", "Salt", "Sealed"].iter().zip(key.paper()) {
        let _ = writeln!(out, "{name}\n{}", in_fours(&letters));
    }
    Ok(out)
}

fn in_fours(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    let lines = groups
        .chunks(IN_LINE)
        .map(|line| format!("  {}\n", line.join(" ")));
    lines.collect()
}
