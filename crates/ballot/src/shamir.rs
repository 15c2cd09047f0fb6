//! Shamir's secret sharing (Shamir 1979, "How to share a secret"), byte by byte over GF(256) with the
//! polynomial of AES, x⁸ + x⁴ + x³ + x + 1. Nothing branches or looks up by a secret.

use rand::CryptoRng;
use secrecy::zeroize::Zeroizing;

/// Bytes of a secret and of each share of it.
pub const SHARE: usize = 32;

/// A secret or one share of it; it is wiped from memory when dropped.
pub type Share = Zeroizing<[u8; SHARE]>;

/// Splits a secret into `count` shares, of which any `needed` give it back and fewer tell nothing. The
/// share of holder i, from 1, is the value at i of a random polynomial whose value at 0 is the secret.
pub fn split(secret: &[u8; SHARE], needed: u8, count: u8, rng: &mut impl CryptoRng) -> Vec<Share> {
    let mut coefficients = vec![Zeroizing::new(*secret)];
    for _ in 1..needed {
        let mut random = Zeroizing::new([0; SHARE]);
        rng.fill_bytes(random.as_mut_slice());
        coefficients.push(random);
    }
    // Horner's rule, from the highest power down.
    let value = |at: u8| {
        let start = Zeroizing::new([0; SHARE]);
        coefficients.iter().rev().fold(start, |mut sum, next| {
            for (sum, next) in sum.iter_mut().zip(next.iter()) {
                *sum = times(*sum, at) ^ next;
            }
            sum
        })
    };
    (1..=count).map(value).collect()
}

/// The weights with which the shares of these holders add up to the polynomial's value at `at`
/// (Lagrange); the holders are different.
pub fn weights(holders: &[u8], at: u8) -> Vec<u8> {
    let weight = |&holder: &u8| {
        let others = holders.iter().filter(|&&other| other != holder);
        others.fold(1, |product, &other| {
            times(product, times(other ^ at, inverse(other ^ holder)))
        })
    };
    holders.iter().map(weight).collect()
}

/// The sum of the shares, each times its weight.
pub fn combine<'a>(weights: &[u8], shares: impl IntoIterator<Item = &'a Share>) -> Share {
    let mut sum = Zeroizing::new([0; SHARE]);
    for (&weight, share) in weights.iter().zip(shares) {
        for (sum, byte) in sum.iter_mut().zip(share.iter()) {
            *sum ^= times(*byte, weight);
        }
    }
    sum
}

fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    for _ in 0..8 {
        product ^= a & (b & 1).wrapping_neg();
        a = a << 1 ^ 0x1b & (a >> 7).wrapping_neg();
        b >>= 1;
    }
    product
}

/// The 254th power: the inverse of everything but 0.
fn inverse(a: u8) -> u8 {
    let square = |a| times(a, a);
    let mut product = 1;
    let mut power = a;
    for _ in 1..8 {
        power = square(power);
        product = times(product, power);
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha20Rng;

    #[test]
    fn the_field_is_that_of_aes() {
        // FIPS 197, section 4.2, and its multiplicative inverses.
        assert_eq!(times(0x57, 0x83), 0xc1);
        assert_eq!(times(0x57, 0x13), 0xfe);
        assert_eq!(inverse(0x53), 0xca);
        for a in 1..=255 {
            assert_eq!(times(a, inverse(a)), 1, "{a}");
        }
    }

    #[test]
    fn any_of_as_many_holders_as_are_needed_give_the_secret_back() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let secret: [u8; SHARE] = rng.random();
        for count in 2..=6_u8 {
            for needed in 2..=count {
                let shares = split(&secret, needed, count, &mut rng);
                for chosen in subsets(count, needed) {
                    let weights = weights(&chosen, 0);
                    let given = chosen
                        .iter()
                        .map(|&holder| &shares[usize::from(holder) - 1]);
                    assert_eq!(*combine(&weights, given), secret, "{chosen:?} of {count}");
                }
            }
        }
    }

    #[test]
    fn other_holders_shares_follow_from_as_many_as_are_needed() {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let shares = split(&rng.random(), 3, 5, &mut rng);
        let third = combine(
            &weights(&[1, 2, 5], 3),
            [&shares[0], &shares[1], &shares[4]],
        );
        assert_eq!(third, shares[2]);
    }

    #[test]
    fn fewer_holders_than_are_needed_are_as_likely_to_hold_any_secret() {
        // For every secret there is exactly one polynomial of degree 1 through one share.
        let share = 0xa7_u8;
        let mut seen = [false; 256];
        for coefficient in 0..=255_u8 {
            seen[usize::from(share ^ times(coefficient, 1))] = true;
        }
        assert!(seen.iter().all(|&seen| seen));
    }

    fn subsets(count: u8, size: u8) -> Vec<Vec<u8>> {
        let all = (0_u32..1 << count).filter(|set| set.count_ones() == u32::from(size));
        let members = |set: u32| (1..=count).filter(|at| set >> (at - 1) & 1 == 1).collect();
        all.map(members).collect()
    }
}
