//! Which characters the bytes of a file stand for.

use super::{guess, workbook};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use std::fmt;

/// How the text of a file is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// A workbook, whose text has one encoding only.
    Workbook,
    /// Text with an encoding.
    Text(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// The one that every program should use.
    pub const UTF8: Self = Self::Text(UTF_8);

    /// Those that somebody may choose from, the likely ones first.
    pub const OFFERED: [&'static encoding_rs::Encoding; 22] = [
        UTF_8,
        encoding_rs::WINDOWS_1252,
        encoding_rs::WINDOWS_1250,
        encoding_rs::WINDOWS_1251,
        encoding_rs::MACINTOSH,
        encoding_rs::WINDOWS_1253,
        encoding_rs::WINDOWS_1254,
        encoding_rs::WINDOWS_1255,
        encoding_rs::WINDOWS_1256,
        encoding_rs::WINDOWS_1257,
        encoding_rs::WINDOWS_1258,
        encoding_rs::ISO_8859_2,
        encoding_rs::KOI8_R,
        encoding_rs::KOI8_U,
        encoding_rs::SHIFT_JIS,
        encoding_rs::EUC_JP,
        encoding_rs::GBK,
        encoding_rs::BIG5,
        encoding_rs::EUC_KR,
        encoding_rs::WINDOWS_874,
        UTF_16LE,
        UTF_16BE,
    ];

    /// What it is called in a form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Text(encoding) => encoding.name(),
        }
    }

    /// The one with this name, if it is offered.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::OFFERED.into_iter().find(|one| one.name() == name);
        found.map(Self::Text)
    }

    /// Whether a file shows by itself that it is written so.
    pub fn is_certain(self) -> bool {
        match self {
            Self::Workbook => true,
            Self::Text(encoding) => [UTF_8, UTF_16LE, UTF_16BE].contains(&encoding),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            "workbook" => f.write_str("Excel"),
            "UTF-16LE" => f.write_str("UTF-16 LE"),
            "UTF-16BE" => f.write_str("UTF-16 BE"),
            "macintosh" => f.write_str("Mac Roman"),
            "Shift_JIS" => f.write_str("Shift JIS"),
            name => match name.strip_prefix("windows-") {
                Some(number) => write!(f, "Windows-{number}"),
                None => f.write_str(name),
            },
        }
    }
}

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// The file announces, looks like, or is said to be in an encoding that its bytes break.
    Broken(Encoding),
    /// There are zero bytes, as in a picture, or a workbook cannot be opened.
    Binary,
}

/// The text of a file: in the encoding that is wished for, else by its byte order mark, else UTF-16 where the zero
/// bytes say so, else UTF-8 if it is valid, else what its letters look most like. A workbook's first sheet becomes
/// text with commas.
///
/// # Errors
/// [`NotText`] if the bytes break the encoding found, or the text has a zero character in it.
pub fn decode(bytes: &[u8], wish: Option<Encoding>) -> Result<(String, Encoding), NotText> {
    if workbook::is(bytes) {
        let rows = workbook::to_csv(bytes).ok_or(NotText::Binary)?;
        return Ok((rows, Encoding::Workbook));
    }
    let (found, body) = detect(bytes);
    let encoding = match wish {
        Some(Encoding::Text(wish)) => wish,
        _ => found,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(body);
    let text = text.ok_or(NotText::Broken(Encoding::Text(encoding)))?;
    if text.contains('\0') {
        return Err(NotText::Binary);
    }
    Ok((text.into_owned(), Encoding::Text(encoding)))
}

/// The encoding, and the bytes after the byte order mark.
fn detect(bytes: &[u8]) -> (&'static encoding_rs::Encoding, &[u8]) {
    match bytes {
        [0xEF, 0xBB, 0xBF, body @ ..] => (UTF_8, body),
        [0xFF, 0xFE, body @ ..] => (UTF_16LE, body),
        [0xFE, 0xFF, body @ ..] => (UTF_16BE, body),
        _ => (without_mark(bytes), bytes),
    }
}

/// In UTF-16 most characters of a roster have a zero for their high byte: all zeros are then at odd
/// places (little end first) or all at even ones.
fn without_mark(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let zeros = |first: usize| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|&&byte| byte == 0)
    };
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    let many = |count: usize| count > 0 && count >= bytes.len() / 4;
    if even == 0 && many(odd) {
        UTF_16LE
    } else if odd == 0 && many(even) {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        guess::guess(bytes)
    }
}
