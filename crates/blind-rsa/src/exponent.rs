//! The inverse of the public exponent.

use crate::EXPONENT;

/// The public exponent, a prime.
const E: u64 = EXPONENT as u64;

/// Turns an even number m, most significant byte first, into the inverse of e modulo m, if there is one;
/// if e divides m, the result is not an inverse.
///
/// The inverse is (k·m + 1) / e for the k that makes the division exact, -1/m modulo e. All divisors are
/// constants, which an optimizing compiler turns into products, so the time does not depend on the number.
pub fn inverse(number: &mut [u8]) {
    let rest = number
        .iter()
        .fold(0, |rest, byte| (rest << 8 | u64::from(*byte)) % E);
    // By Fermat, rest to the power e - 2 is its inverse: 65535 has sixteen bits, all set.
    let (inverse, _) = (0..16).fold((1, rest), |(power, square), _| {
        (power * square % E, square * square % E)
    });
    let k = (E - inverse) % E;
    // k·m + 1, with what goes beyond the bytes of m left in `carry`: below k + 1.
    let carry = number.iter_mut().rev().fold(1, |carry, byte| {
        let sum = u64::from(*byte) * k + carry;
        *byte = (sum & 0xff) as u8;
        sum >> 8
    });
    number.iter_mut().fold(carry, |rest, byte| {
        let part = rest << 8 | u64::from(*byte);
        *byte = ((part / E) & 0xff) as u8;
        part % E
    });
}
