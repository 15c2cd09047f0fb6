//! The identifier of a ballot, which is also the receipt of the person who cast it.

use crate::PROTOCOL;
use crate::hash::{Hash, sha256};
use crate::seal::{Context, Purpose};
use data_encoding::HEXLOWER;
use std::fmt;

/// SHA-256 over a random prefix, the wave, the cell, the promise and the sealed ballot: whoever holds the
/// ballot can recompute it, and it tells nothing about the answers or the person.
///
/// It prints as 64 hexadecimal digits, but only when asked to: its `Debug` hides it from logs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BallotId([u8; 32]);

/// What is signed for a ballot, of which its identifier is the hash. The prefix is random and made for
/// this ballot alone.
pub fn signed_input(prefix: &[u8; 32], context: &Context, sealed: &[u8]) -> Vec<u8> {
    signed_input_of(prefix, context, &sha256(&[sealed]))
}

/// The same for somebody who knows the hash of the sealed ballot only.
pub fn signed_input_of(prefix: &[u8; 32], context: &Context, sealed_hash: &Hash) -> Vec<u8> {
    let Context { wave, root, .. } = context;
    let cell = context.about();
    [prefix.as_slice(), PROTOCOL, wave, &cell, root, sealed_hash].concat()
}

impl BallotId {
    /// The identifier of the ballot for which this is signed.
    pub fn of(signed_input: &[u8]) -> Self {
        Self(sha256(&[signed_input]))
    }

    /// The 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for BallotId {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for BallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for BallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotId(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTEXT: Context = Context {
        wave: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        root: [3; 32],
        cell: 5,
    };

    #[test]
    fn the_identifier_is_the_hash_the_protocol_says() {
        // Computed with Python's hashlib.
        let id = BallotId::of(&signed_input(&[7; 32], &CONTEXT, b"sealed ballot"));
        assert_eq!(
            id.to_string(),
            "2798838c9d89fcecf118336052275d501bbd77c0e7301ff3161ba2224e776e8f"
        );
        assert_eq!(BallotId::from(*id.bytes()), id);
    }

    #[test]
    fn a_printed_identifier_shows_nothing_of_itself() {
        let id = BallotId::of(&signed_input(&[7; 32], &CONTEXT, b"sealed ballot"));
        assert_eq!(format!("{id:?}"), "BallotId(hidden)");
    }
}
