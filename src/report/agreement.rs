use super::points_near;
use crate::scoring::Agreement;
use crate::stats::{Band, band};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// How far the members of a team agree on a dimension.
#[derive(Clone, Debug, Serialize)]
pub struct AgreementRow {
    /// How far a typical answer lies from the mean, in points of the scale from 0 to 100.
    pub spread: i64,
    /// The same in words.
    pub sentence: String,
}

/// Puts the agreement on a dimension into words: its band against a slightly skewed null distribution, or two bands
/// where capping leaves open which it is. `None` if it has none.
pub(super) fn agreement(found: &Agreement, title: &str, lang: Lang) -> Option<AgreementRow> {
    let (low, high) = (band(found.slight_skew.lo)?, band(found.slight_skew.hi)?);
    let key = match low == high {
        true => "report-agreement",
        false => "report-agreement-between",
    };
    Some(AgreementRow {
        spread: points_near(found.sd.middle()),
        sentence: Sentence::new(key)
            .with("title", title)
            .with("low", lang.text(word(low)))
            .with("high", lang.text(word(high)))
            .in_lang(lang),
    })
}

fn word(band: Band) -> &'static str {
    match band {
        Band::Lack => "report-agreement-lack",
        Band::Weak => "report-agreement-weak",
        Band::Moderate => "report-agreement-moderate",
        Band::Strong => "report-agreement-strong",
        Band::VeryStrong => "report-agreement-very-strong",
    }
}
