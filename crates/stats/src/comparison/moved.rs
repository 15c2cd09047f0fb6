use super::difference::Difference;
use super::error::Part;
use super::gap::TopicFigures;
use super::noise::ItemNoise;
use crate::interval::StatsError;
use crate::precision::Precision;
use crate::standard_error::StandardError;

/// How a group's mean of one topic moved between two anonymous waves, later minus earlier. The items of both waves stand in the same order, `None` where one was not asked or is
/// not shown. `people` were invited to either wave. `None` when no item was shown both times.
///
/// c² = V1 + V2 + O with the degrees of freedom of Welch (1947) for V1 + V2. Who answered both times is unknown,
/// so O bounds the covariance of the errors, whose factor is both/(n1 n2) - 1/N (Tam 1984). With 70 % of answers
/// in both waves even the worst case needs none.
///
/// # Errors
/// When the waves have different numbers of items, or fewer people than were invited to one of them.
pub fn moved(
    before: &TopicFigures,
    after: &TopicFigures,
    people: usize,
) -> Result<Option<Difference>, StatsError> {
    let (first, second) = (&before.precision, &after.precision);
    if before.items.len() != after.items.len() {
        return Err(StatsError::OtherItems {
            one: before.items.len(),
            other: after.items.len(),
        });
    }
    let invited = first.invited.max(second.invited);
    if people < invited {
        return Err(StatsError::FewerPeopleThanInvited { people, invited });
    }
    let both = before.items.iter().zip(&after.items);
    let differences: Vec<f64> = both
        .filter_map(|(before, after)| Some((*after)? - (*before)?))
        .collect();
    let weight = 1.0 / first.n as f64 + 1.0 / second.n as f64;
    let coverage = StandardError::of_difference(first.coverage(), second.coverage())
        .with_added(overlap(first, second, people));
    Ok(ItemNoise::of(&differences, weight).map(|noise| Difference {
        points: second.mean.middle() - first.mean.middle(),
        noise,
        coverage: Part::of(coverage),
        half: before.half() + after.half(),
        rounding: before.rounding() + after.rounding(),
    }))
}

/// 2 s1 s2 (1/N - m/(n1 n2)) for the fewest m who can have answered both times; 0 where they cover each other.
fn overlap(before: &Precision, after: &Precision, people: usize) -> f64 {
    let most_answered = |wave: &Precision| 10 * wave.n >= 7 * wave.invited;
    if most_answered(before) && most_answered(after) {
        return 0.0;
    }
    let both = (before.n + after.n).saturating_sub(people) as f64;
    let invited = before.invited.max(after.invited) as f64;
    let uncovered = 1.0 / invited - both / (before.n as f64 * after.n as f64);
    2.0 * (before.variance * after.variance).sqrt() * uncovered.max(0.0)
}
