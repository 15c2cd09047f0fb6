/// Different people, by the numbers their wave gives them, in ascending order.
pub type People = Vec<u32>;

/// Everybody who is in one of some groups.
pub(super) fn union<'a>(groups: impl IntoIterator<Item = &'a People>) -> People {
    let mut all: People = groups.into_iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How many people are in one of two groups and not in the other.
pub(super) fn differing(a: &People, b: &People) -> usize {
    let both = a.iter().filter(|one| b.binary_search(one).is_ok()).count();
    a.len() + b.len() - 2 * both
}
