//! Ballots: sealing, identifiers, link secrets and the custody of a wave's keys. No database, no web.
//!
//! Formats, with `||` for concatenation, `W` the 16 bytes of the wave's identifier and `C` the number
//! of the cell as four bytes, most significant first:
//!
//! - sealed ballot: HPKE encapsulated key (65 bytes) `||` ciphertext `||` tag (16 bytes), with the info
//!   `"abp1" || W` and the additional data `C`;
//! - ballot id: SHA-256(prefix (32 random bytes) `|| "abp1" || W || C ||` SHA-256(sealed ballot));
//! - secret of a link: HMAC-SHA256(key, label `||` identifier), its first 16 bytes or all 32.
//!
//! Nothing in a ballot is derived from an invitation or its secret.

pub mod custody;
pub mod id;
mod key_file;
pub mod seal;
pub mod secret;

/// Domain separation: the name and version of the ballot protocol.
const PROTOCOL: &[u8; 4] = b"abp1";
