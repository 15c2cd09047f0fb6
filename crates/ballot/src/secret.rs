//! The secrets in links, derived from a key so that a reminder carries the same one and none is stored.

use crate::hash::{Hash, hmac, sha256};
use crate::letters::LETTERS;
use crate::random;
use data_encoding::HEXLOWER;
use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretBox};

/// HMAC-SHA256(key, label || identifier).
///
/// Identifiers all have 16 bytes, so two labels can never give the same message.
pub fn derive(key: &[u8; 32], label: &str, id: &[u8; 16]) -> Hash {
    hmac(key, &[label.as_bytes(), id])
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name(SecretBox<[u8; 32]>);

        impl $name {
            /// A new key, made by the operating system.
            pub fn generate() -> Self {
                Self::generate_with(&mut random::system())
            }

            /// A new key of 32 of these random bytes.
            pub fn generate_with(rng: &mut impl CryptoRng) -> Self {
                Self(SecretBox::init_with_mut(|bytes: &mut [u8; 32]| rng.fill_bytes(bytes)))
            }

            /// The key made of these bytes.
            pub fn from_bytes(bytes: &[u8; 32]) -> Self {
                Self(SecretBox::new(Box::new(*bytes)))
            }

            /// The bytes, to be kept in a key file.
            pub fn expose(&self) -> &[u8; 32] {
                self.0.expose_secret()
            }
        }
    )+};
}

keys! {
    /// The key of one wave from which the secrets of its links are derived.
    MailKey,
    /// The server's own secret.
    ServerKey,
    /// The key under which the log of acts is written.
    LogKey,
}

macro_rules! secrets {
    ($($(#[$doc:meta])* $name:ident: $length:literal bytes, $label:literal under $key:ty;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name(SecretBox<[u8; $length]>);

        impl $name {
            /// The secret that belongs to this identifier.
            pub fn derive(key: &$key, id: &[u8; 16]) -> Self {
                let whole = Zeroizing::new(derive(key.expose(), $label, id));
                Self(SecretBox::init_with_mut(|bytes: &mut [u8; $length]| {
                    bytes.iter_mut().zip(whole.iter()).for_each(|(to, from)| *to = *from);
                }))
            }

            /// Reads the text of a link or what somebody typed; `None` if it cannot be a secret.
            pub fn parse(text: &str) -> Option<Self> {
                let bytes = Zeroizing::new(LETTERS.decode(text.as_bytes()).ok()?);
                Some(Self(SecretBox::new(Box::new(bytes.as_slice().try_into().ok()?))))
            }

            /// The text for a link: lower-case base32 without letters that look alike.
            pub fn text(&self) -> String {
                LETTERS.encode(self.0.expose_secret())
            }

            /// SHA-256 in hexadecimal digits: all that may be stored.
            pub fn hash(&self) -> String {
                HEXLOWER.encode(&sha256(&[self.0.expose_secret()]))
            }
        }
    )+};
}

secrets! {
    /// The secret in the link of an invitation, 26 letters.
    InvitationSecret: 16 bytes, "inv" under MailKey;
    /// The secret in a link on paper, 26 letters; it is used as that of an invitation is.
    SlipSecret: 16 bytes, "slip" under MailKey;
    /// The secret in the link to a leader's form, 26 letters.
    LeaderSecret: 16 bytes, "lead" under MailKey;
    /// The secret in a link to sign in, 52 letters.
    SignInSecret: 32 bytes, "sign-in" under ServerKey;
    /// The secret in the link by which the members of a group read its report, 52 letters.
    ShareSecret: 32 bytes, "share" under ServerKey;
}

impl SignInSecret {
    /// Eight letters and digits, none of which look alike, that stand for the secret in the browser that asked for it.
    pub fn code(&self) -> String {
        let digest = sha256(&[b"code", self.0.expose_secret()]);
        LETTERS.encode(digest.get(..5).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: [u8; 16] = [
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ];

    #[test]
    fn secrets_are_the_keyed_hashes_the_protocol_says() {
        // Computed with Python's hmac and hashlib.
        let mail = MailKey::from_bytes(&[1; 32]);
        let invitation = InvitationSecret::derive(&mail, &ID);
        assert_eq!(invitation.text(), "7b3g7mra4c1tsjyxn8v3x8xdq8");
        assert_eq!(
            invitation.hash(),
            "3ff4d8f7c11dbf2bb56a5d5a5a2842790a4c424f0b05f715a286949a2af91215"
        );
        let leader = LeaderSecret::derive(&mail, &ID);
        assert_eq!(leader.text(), "xyjm4bvhgfs1vw622yfrnbckr0");
        let sign_in = SignInSecret::derive(&ServerKey::from_bytes(&[1; 32]), &ID);
        assert_eq!(
            sign_in.text(),
            "gxwzf5k08g734zk1v1sa00s04crshfc9kgtwzya85th429c4rwe0"
        );
    }

    #[test]
    fn a_mistyped_letter_that_looks_alike_gives_the_same_secret() {
        let secret = InvitationSecret::derive(&MailKey::from_bytes(&[3; 32]), &ID);
        let text = secret.text();
        for (right, wrong) in [
            ("0", "o"),
            ("0", "O"),
            ("1", "l"),
            ("1", "i"),
            ("1", "I"),
            ("1", "L"),
        ] {
            let typed = InvitationSecret::parse(&text.replace(right, wrong));
            assert_eq!(typed.map(|typed| typed.hash()), Some(secret.hash()));
        }
        let shouted = InvitationSecret::parse(&text.to_uppercase());
        assert_eq!(shouted.map(|typed| typed.hash()), Some(secret.hash()));
    }

    #[test]
    fn text_that_is_no_secret_is_refused() {
        let zeros = "0".repeat(26);
        assert!(InvitationSecret::parse(&zeros).is_some());
        let wrong = [
            String::new(),
            "0".repeat(25),
            "0".repeat(27),
            "0".repeat(52),
            "u".repeat(26),
            format!("{}1", "0".repeat(25)),
            format!("{} ", "0".repeat(25)),
            "ä".repeat(13),
        ];
        for text in wrong {
            assert!(InvitationSecret::parse(&text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_printed_secret_shows_nothing_of_itself() {
        let key = MailKey::from_bytes(&[1; 32]);
        let shown = format!("{key:?} {:?}", InvitationSecret::derive(&key, &ID));
        assert!(
            !shown.contains("7b3g") && !shown.contains("[1, 1"),
            "{shown}"
        );
    }
}
