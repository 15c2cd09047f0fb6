//! One-time passwords of apps: RFC 6238 with SHA-1, six digits and half minutes, which all apps know.

use crate::store::Moment;
use aws_lc_rs::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;
use subtle::ConstantTimeEq;

/// Bytes of a secret.
pub(super) const SECRET: usize = 20;

/// Seconds for which a code is shown.
const STEP: i64 = 30;

/// The half minute of a moment.
pub(super) fn step(now: Moment) -> i64 {
    now.utc().timestamp() / STEP
}

/// The half minute to which a code belongs: this one, or one beside it, since clocks differ.
pub(super) fn matching(secret: &[u8], code: &str, now: Moment) -> Option<i64> {
    let now = step(now);
    [now, now - 1, now + 1].into_iter().find(|step| {
        let right = code_at(secret, *step);
        bool::from(right.as_bytes().ct_eq(code.as_bytes()))
    })
}

/// The code of a half minute.
pub(super) fn code_at(secret: &[u8], step: i64) -> String {
    format!("{:06}", truncated(secret, step) % 1_000_000)
}

/// RFC 4226, 5.3: four bytes of the hash, from where its last half byte says.
fn truncated(secret: &[u8], step: i64) -> u32 {
    let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = sign(&key, &step.to_be_bytes());
    let hash = tag.as_ref();
    let from = hash.last().map_or(0, |last| usize::from(last & 0xf));
    let four = hash.iter().skip(from).take(4);
    four.fold(0, |number, &byte| number << 8 | u32::from(byte)) & 0x7fff_ffff
}

/// What an app reads from a QR code.
pub(super) fn uri(secret: &str, organisation: &str, account: &str) -> String {
    let issuer = encoded(&format!("Gutcheck {organisation}"));
    let account = encoded(account);
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
}

fn encoded(text: &str) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// A QR code as the outline of its dark squares, and how many squares it is wide with its margin; `None` for a text
/// that does not fit.
pub(super) fn qr(text: &str) -> Option<(String, usize)> {
    const MARGIN: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let size = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % size + MARGIN, place / size + MARGIN);
            write!(path, "M{x} {y}h1v1h-1z").ok()?;
        }
    }
    Some((path, size + 2 * MARGIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_6238_hold() {
        // Appendix B, SHA-1, with eight digits.
        let secret = b"12345678901234567890";
        for (time, code) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ] {
            assert_eq!(truncated(secret, time / STEP) % 100_000_000, code, "{time}");
        }
    }

    #[test]
    fn the_examples_of_rfc_4226_hold() {
        // Appendix D.
        let secret = b"12345678901234567890";
        for (count, code) in [
            (0, "755224"),
            (1, "287082"),
            (2, "359152"),
            (3, "969429"),
            (9, "520489"),
        ] {
            assert_eq!(code_at(secret, count), code);
        }
    }

    #[test]
    fn a_clock_may_be_wrong_by_half_a_minute_and_no_more() {
        let secret = b"12345678901234567890";
        let now: Moment = "2026-11-22T09:00:00".parse().unwrap();
        let code = code_at(secret, step(now));
        let later = |seconds| now + chrono::Duration::seconds(seconds);
        assert_eq!(matching(secret, &code, later(59)), Some(step(now)));
        assert_eq!(matching(secret, &code, later(-30)), Some(step(now)));
        assert_eq!(matching(secret, &code, later(60)), None);
        assert_eq!(matching(secret, &code, later(-31)), None);
        assert_eq!(matching(secret, "", now), None);
    }

    #[test]
    fn an_address_with_signs_is_one_label_of_the_app() {
        let uri = uri("ABC", "Ha & Co", "a+b@x.example");
        assert_eq!(
            uri,
            "otpauth://totp/Gutcheck%20Ha%20%26%20Co:a%2Bb%40x%2Eexample?secret=ABC&issuer=Gutcheck%20Ha%20%26%20Co"
        );
    }
}
