//! Merkle trees as in RFC 6962, section 2.1, with SHA-256.

use crate::hash::sha256;

pub use crate::hash::Hash;

/// On which side of the way to the root a sibling stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The sibling comes first.
    Left,
    /// The sibling comes second.
    Right,
}

/// The hash of a leaf.
pub fn leaf(content: &[u8]) -> Hash {
    sha256(&[&[0], content])
}

/// The hash of a node.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[1], left, right])
}

/// The root over the hashes of leaves; of none it is the hash of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => sha256(&[]),
        [only] => *only,
        many => {
            let (left, right) = many.split_at(largest_power_below(many.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The siblings on the way from the leaf at `index` up to the root; empty if there is no such leaf.
pub fn path(leaves: &[Hash], index: usize) -> Vec<(Side, Hash)> {
    if leaves.len() < 2 || index >= leaves.len() {
        return Vec::new();
    }
    let middle = largest_power_below(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut below, sibling) = if index < middle {
        (path(left, index), (Side::Right, root(right)))
    } else {
        (path(right, index - middle), (Side::Left, root(left)))
    };
    below.push(sibling);
    below
}

fn largest_power_below(length: usize) -> usize {
    length.next_power_of_two() / 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;

    /// The eight leaves of the test vectors that Certificate Transparency publishes for RFC 6962.
    fn leaves() -> Vec<Hash> {
        let texts = [
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ];
        texts
            .iter()
            .map(|text| leaf(&HEXLOWER.decode(text.as_bytes()).unwrap()))
            .collect()
    }

    #[test]
    fn roots_are_those_that_certificate_transparency_publishes() {
        let leaves = leaves();
        for (count, expected) in [
            (
                0,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
            (
                1,
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            ),
            (
                2,
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            ),
            (
                5,
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            ),
            (
                8,
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
            ),
        ] {
            assert_eq!(
                HEXLOWER.encode(&root(&leaves[..count])),
                expected,
                "{count}"
            );
        }
    }

    #[test]
    fn the_path_of_every_leaf_leads_to_the_root() {
        let leaves = leaves();
        for count in 1..=leaves.len() {
            for index in 0..count {
                let way = path(&leaves[..count], index).into_iter();
                let top = way.fold(leaves[index], |below, (side, sibling)| match side {
                    Side::Left => node(&sibling, &below),
                    Side::Right => node(&below, &sibling),
                });
                assert_eq!(top, root(&leaves[..count]), "{index} of {count}");
            }
        }
    }
}
