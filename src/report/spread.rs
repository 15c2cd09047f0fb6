use crate::disclosure::Shares;
use crate::scoring::Wave;
use crate::survey::{DimensionKind, Role};
use crate::text::Lang;
use serde::Serialize;

/// How the answers to the statements of the core dimensions are spread; only for twenty answers or more.
#[derive(Clone, Debug, Serialize)]
pub struct Spread {
    /// Disagree, in between and agree; or all five options, for forty answers or more.
    pub options: Vec<String>,
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
    /// Percent of each option, each in its steps, so that they need not add up to 100.
    pub shares: Vec<i64>,
    /// The same below the middle, in the middle and above it.
    pub bands: [i64; 3],
    /// Answers.
    pub base: usize,
}

/// How the answers in a node are spread; `None` where that may not be shown.
pub fn spread(wave: &Wave, node: usize, lang: Lang) -> Option<Spread> {
    let asked = wave.survey.form(Role::Member);
    let row = |(index, item): (usize, &crate::survey::Item)| {
        let (shares, base): (Shares, usize) = wave.shares(node, index)?;
        Some(SpreadRow {
            id: item.id.clone(),
            text: item.wording(Role::Member)?.text(lang.code()).to_owned(),
            shares: shares
                .percent()
                .iter()
                .map(|share| share.round() as i64)
                .collect(),
            bands: shares.bands().map(|share| share.round() as i64),
            base,
        })
    };
    let core = Some(DimensionKind::Core);
    let asked = asked.filter(|(_, item)| wave.survey.kind_of(item) == core);
    let mut rows: Vec<SpreadRow> = asked.filter_map(row).collect();
    let order = |row: &SpreadRow| {
        let [below, _, above] = row.bands;
        (above, row.shares.last().copied(), -below)
    };
    rows.sort_by_key(|row| std::cmp::Reverse(order(row)));
    let first = wave.survey.item(&rows.first()?.id)?.1;
    let options = &wave.survey.scale_of(first)?.options;
    let options = options
        .iter()
        .map(|option| option.text(lang.code()).to_owned());
    let bands = ["below", "middle", "above"];
    let bands = bands.map(|band| lang.text(&format!("report-band-{band}")));
    Some(Spread {
        options: match rows.first()?.shares.len() {
            3 => bands.into(),
            _ => options.collect(),
        },
        rows,
    })
}
