use super::shares::shares;
use crate::scoring::Wave;
use crate::survey::{DimensionKind, Role};
use crate::text::Lang;
use serde::Serialize;

/// How the answers to the statements of the core dimensions are spread; only for ten people or more.
#[derive(Clone, Debug, Serialize)]
pub struct Spread {
    /// The options, from strongly disagree to strongly agree.
    pub options: [String; 5],
    /// The most agreed with first.
    pub rows: Vec<SpreadRow>,
}

/// How the answers to one statement are spread.
#[derive(Clone, Debug, Serialize)]
pub struct SpreadRow {
    /// Identifier of the item.
    pub id: String,
    /// The members' wording.
    pub text: String,
    /// Percent of each option, from strongly disagree to strongly agree; they add up to 100.
    pub shares: [i64; 5],
    /// Answers.
    pub base: usize,
}

impl SpreadRow {
    /// Percent who agree.
    pub fn agree(&self) -> i64 {
        let [.., tend, strongly] = self.shares;
        tend + strongly
    }
}

/// How the answers in a node are spread; `None` where that may not be shown.
pub fn spread(wave: &Wave, node: usize, lang: Lang) -> Option<Spread> {
    let asked = wave.survey.form(Role::Member);
    let row = |(index, item): (usize, &crate::survey::Item)| {
        let counts: [usize; 5] = wave.distribution(node, index)?.try_into().ok()?;
        Some(SpreadRow {
            id: item.id.clone(),
            text: item.wording(Role::Member)?.text(lang.code()).to_owned(),
            shares: shares(counts.map(|count| count as f64)),
            base: counts.iter().sum(),
        })
    };
    let core = Some(DimensionKind::Core);
    let asked = asked.filter(|(_, item)| wave.survey.kind_of(item) == core);
    let mut rows: Vec<SpreadRow> = asked.filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.agree(), row.shares[4])));
    let first = wave.survey.item(&rows.first()?.id)?.1;
    let options = &wave.survey.scale_of(first)?.options;
    let options = options
        .iter()
        .map(|option| option.text(lang.code()).to_owned());
    Some(Spread {
        options: options.collect::<Vec<_>>().try_into().ok()?,
        rows,
    })
}
