//! Ballots: sealing, blind signatures, identifiers, the promise, link secrets, the custody of a wave's
//! keys, and the checking of what a server publishes. No database, no web server.
//!
//! Formats, with `||` for concatenation, `W` the 16 bytes of the wave's identifier, `R` the 32 of the root
//! of its promise, and `C` the number of the cell as four bytes, most significant first:
//!
//! - sealed ballot: HPKE encapsulated key (65 bytes) `||` ciphertext `||` tag (16 bytes), with the info
//!   `"abp2" || W || R` and the additional data `C`; where trustees open the wave, see [`trustee`];
//! - what is signed: prefix (32 random bytes) `|| "abp2" || W || C || R ||` SHA-256(sealed ballot), by RSA
//!   blind signatures (RFC 9474, RSABSSA-SHA384-PSS, the prefix being its randomizer);
//! - ballot id: SHA-256 of what is signed;
//! - secret of a link: HMAC-SHA256(key, label `||` identifier), its first 16 bytes or all 32.
//!
//! Nothing in a ballot is derived from an invitation or its secret.

mod aead;
pub mod amend;
pub mod audit;
pub mod client;
pub mod custody;
pub mod hash;
pub mod hpke;
pub mod id;
mod key_file;
pub mod letters;
pub mod merkle;
pub mod program;
pub mod promise;
pub mod random;
pub mod seal;
pub mod secret;
mod shamir;
pub mod stop;
pub mod trustee;
pub mod trustee_key;
#[cfg(test)]
mod vectors;
pub mod verify;
pub mod wrap;

/// Domain separation: the name and version of the ballot protocol.
const PROTOCOL: &[u8; 4] = b"abp2";

/// Issuing keys, one for each cell: the server signs blinded ballots with them and later checks the
/// signatures that people cast.
pub use gutcheck_blind_rsa::{
    BYTES as KEY_BYTES, Blinding, EXPONENT, Error as SigningError, PublicKey as IssuingPublicKey,
    SecretKey as IssuingKey, in_range,
};
