//! Which characters the bytes of an uploaded file stand for.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::fmt;

/// How the text of a file is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// The file announces, or looks like, an encoding that its bytes break.
    #[error("this file is not valid {0}: save it as \"CSV UTF-8\" and upload that file")]
    Broken(Encoding),
    /// There are zero bytes, as in a workbook or a picture.
    #[error("this is not a text file: save the sheet as \"CSV UTF-8\" and upload that file")]
    Binary,
}

/// The text of a file: by its byte order mark, else UTF-16 where the zero bytes say so, else UTF-8 if it
/// is valid, else Windows-1252, which every byte is.
///
/// # Errors
/// [`NotText`] if the bytes break the encoding found, or the text has a zero character in it.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    let (encoding, body) = detect(bytes);
    let text = match encoding {
        Encoding::Utf8 => std::str::from_utf8(body).ok().map(str::to_owned),
        Encoding::Utf16Le => strict(UTF_16LE, body),
        Encoding::Utf16Be => strict(UTF_16BE, body),
        Encoding::Windows1252 => strict(WINDOWS_1252, body),
    };
    let text = text.ok_or(NotText::Broken(encoding))?;
    if text.contains('\0') {
        return Err(NotText::Binary);
    }
    Ok((text, encoding))
}

/// The encoding, and the bytes after the byte order mark.
fn detect(bytes: &[u8]) -> (Encoding, &[u8]) {
    match bytes {
        [0xEF, 0xBB, 0xBF, body @ ..] => (Encoding::Utf8, body),
        [0xFF, 0xFE, body @ ..] => (Encoding::Utf16Le, body),
        [0xFE, 0xFF, body @ ..] => (Encoding::Utf16Be, body),
        _ => (without_mark(bytes), bytes),
    }
}

/// In UTF-16 most characters of a roster have a zero for their high byte: all zeros are then at odd
/// places (little end first) or all at even ones.
fn without_mark(bytes: &[u8]) -> Encoding {
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
        Encoding::Utf16Le
    } else if odd == 0 && many(even) {
        Encoding::Utf16Be
    } else if std::str::from_utf8(bytes).is_ok() {
        Encoding::Utf8
    } else {
        Encoding::Windows1252
    }
}

fn strict(encoding: &'static encoding_rs::Encoding, body: &[u8]) -> Option<String> {
    encoding
        .decode_without_bom_handling_and_without_replacement(body)
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "team;name\nNordwind/Küche;Zoë Groß – €\n";

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn one_text_is_read_the_same_from_every_encoding() {
        let with_mark = format!("\u{feff}{TEXT}");
        let windows = b"team;name\nNordwind/K\xFCche;Zo\xEB Gro\xDF \x96 \x80\n".to_vec();
        for (bytes, encoding) in [
            (TEXT.into(), Encoding::Utf8),
            (with_mark.clone().into_bytes(), Encoding::Utf8),
            (utf16(&with_mark, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&with_mark, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16Be),
            (windows, Encoding::Windows1252),
        ] {
            assert_eq!(decode(&bytes), Ok((TEXT.to_owned(), encoding)));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let lone_surrogate = [0xFF, 0xFE, 0x00, 0xD8];
        assert_eq!(
            decode(&lone_surrogate),
            Err(NotText::Broken(Encoding::Utf16Le))
        );
        assert_eq!(
            decode(b"\xFE\xFF\0t\0"),
            Err(NotText::Broken(Encoding::Utf16Be))
        );
        assert_eq!(
            decode(b"\xEF\xBB\xBFK\xFCche"),
            Err(NotText::Broken(Encoding::Utf8))
        );
        assert_eq!(decode(b"team\0name and much more"), Err(NotText::Binary));
        assert_eq!(
            decode(b"PK\x03\x04\0\0\x08\0\0\0\0\0\xFFxyzxyzxyz"),
            Err(NotText::Binary)
        );
    }

    #[test]
    fn an_empty_file_is_empty_text() {
        assert_eq!(decode(b""), Ok((String::new(), Encoding::Utf8)));
    }
}
