//! Blind RSA signatures (RFC 9474, RSABSSA-SHA384-PSS): a server signs what it cannot see, with a key of
//! 2048 bits and the exponent 65537.
//!
//! The arithmetic is that of AWS-LC; all calls to it are in `raw.rs`, the one file with unsafe code.
//! Everything that touches a secret key runs in constant time, every signature is computed on a base that
//! a random factor hides, and none leaves before it has been checked.
//!
//! The randomizer of the RFC is not made here: it is the beginning of the input, which is a caller's.

#[expect(unsafe_code, reason = "the calls to AWS-LC, and nothing else")]
mod raw;

mod client;
mod exponent;
mod pss;
mod server;

pub use client::{Blinding, PublicKey};
pub use server::{SecretKey, in_range};

use std::fmt;

/// Bytes of a modulus, a blinded value and a signature.
pub const BYTES: usize = 256;

/// The public exponent of every key.
pub const EXPONENT: u32 = 65_537;

/// A modulus, a blinded value or a signature, most significant byte first.
pub type Block = [u8; BYTES];

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The bytes are no RSA key of 2048 bits with the exponent 65537.
    NoKey,
    /// The number to be signed is not between 2 and the modulus less 2; no client that follows the
    /// protocol sends one.
    OutOfRange,
    /// The signature came out wrong and is held back: a wrong one can give the key away.
    Fault,
    /// What came back is not a signature of the key on what was blinded.
    NotSigned,
    /// The machine has no memory or no thread left.
    Exhausted,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoKey => "these bytes are no RSA key of 2048 bits",
            Self::OutOfRange => "the blinded value is out of the range of the key",
            Self::Fault => {
                "the key made a signature that does not verify: key or machine is damaged"
            }
            Self::NotSigned => {
                "the server did not sign what was blinded: send nothing and ask who runs the server why"
            }
            Self::Exhausted => "no memory is left, or no thread",
        })
    }
}

impl std::error::Error for Error {}

/// The example in the README, as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(test)]
mod tests;
