use super::tidy;
use std::cmp::Ordering;

/// Parts of a whole as whole percents, which add up to 100 (largest remainders: Hare & Niemeyer). What has no
/// part has no percent, and no percent is off by more than one point.
///
/// Parts mirrored around their middle give percents mirrored likewise. So where remainders are equal, the larger
/// part is rounded up, then the one nearer to the middle, then the one on the heavier side. Where two equal parts
/// on either side of the middle compete for the last point, both get it or neither does, and the middle makes up
/// for it.
pub(super) fn shares<const N: usize>(parts: [f64; N]) -> [i64; N] {
    let whole: f64 = parts.iter().sum();
    if whole <= 0.0 {
        return [0; N];
    }
    let exact = parts.map(|part| tidy(100.0 * part / whole));
    let mut shares = exact.map(|share| share.floor() as i64);
    let missing = (100 - shares.iter().sum::<i64>()).unsigned_abs() as usize;
    for place in rounded_up(&exact, missing) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    shares
}

/// The places of the `missing` percents that are rounded up.
fn rounded_up(exact: &[f64], missing: usize) -> Vec<usize> {
    let last = exact.len().saturating_sub(1);
    let side = |place: usize| (2 * place).cmp(&last);
    let weight = |place: usize| -> f64 {
        let beside = exact.iter().enumerate();
        let beside = beside.filter(|(other, _)| side(*other) == side(place));
        tidy(beside.map(|(_, share)| share).sum())
    };
    let claim = |(place, share): (usize, &f64)| {
        let off_middle = (2 * place).abs_diff(last) as f64;
        let remainder = tidy(share - share.floor());
        (place, [remainder, *share, -off_middle, weight(place)])
    };
    let mut claims: Vec<(usize, [f64; 4])> = exact.iter().enumerate().map(claim).collect();
    claims.sort_by(|(_, a), (_, b)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
    let (up, down) = claims.split_at(missing.min(claims.len()));
    let mut places: Vec<usize> = up.iter().map(|(place, _)| *place).collect();
    let rivals = up.last().zip(down.first());
    if let Some((_, (other, _))) = rivals.filter(|((_, a), (_, b))| a == b) {
        let middle = last / 2;
        match places.contains(&middle) {
            true => {
                places.retain(|place| *place != middle);
                places.push(*other);
            }
            false => {
                places.pop();
                places.push(middle);
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn shares_are_the_nearest_whole_percents_that_add_up() {
        assert_eq!(shares([1.0, 1.0, 1.0]), [33, 34, 33]);
        assert_eq!(shares([2.0, 3.0, 1.0, 0.0, 5.0]), [18, 27, 9, 0, 46]);
        assert_eq!(shares([0.875, 0.0, 0.125]), [88, 0, 12]);
        assert_eq!(shares([1.0, 6.0, 1.0]), [12, 76, 12]);
        assert_eq!(shares([1.0, 4.0, 1.0]), [17, 66, 17]);
        assert_eq!(shares([0.0; 3]), [0; 3]);
    }

    /// Every way in which up to twelve people can choose among three options, and up to nine among five.
    #[test]
    fn shares_add_up_to_a_hundred_are_never_negative_and_mirror_their_parts() {
        let mut seen = 0;
        let mut hold = |parts: &[usize]| {
            let counts: Vec<f64> = parts.iter().map(|part| *part as f64).collect();
            match *counts {
                [a, b, c] => sound([a, b, c]),
                [a, b, c, d, e] => sound([a, b, c, d, e]),
                _ => unreachable!(),
            }
            seen += 1;
        };
        for people in 1..=12 {
            each(3, people, &mut Vec::new(), &mut hold);
        }
        for people in 1..=9 {
            each(5, people, &mut Vec::new(), &mut hold);
        }
        assert!(seen > 2_000, "{seen}");
    }

    fn each(
        options: usize,
        people: usize,
        parts: &mut Vec<usize>,
        hold: &mut impl FnMut(&[usize]),
    ) {
        let range = if options == 1 {
            people..=people
        } else {
            0..=people
        };
        for part in range {
            parts.push(part);
            match options {
                1 => hold(parts),
                _ => each(options - 1, people - part, parts, hold),
            }
            parts.pop();
        }
    }

    fn sound<const N: usize>(parts: [f64; N]) {
        let whole: f64 = parts.iter().sum();
        let found = shares(parts);
        assert_eq!(found.iter().sum::<i64>(), 100, "{parts:?}");
        for (part, share) in parts.iter().zip(found) {
            let exact = 100.0 * part / whole;
            assert!(
                (share as f64 - exact).abs() <= 1.0 + 1e-9,
                "{parts:?} {found:?}"
            );
            assert!(
                share >= 0 && (*part > 0.0 || share == 0),
                "{parts:?} {found:?}"
            );
        }
        let mut mirrored = parts;
        mirrored.reverse();
        let mut expected = found;
        expected.reverse();
        assert_eq!(shares(mirrored), expected, "{parts:?}");
    }
}
