use crate::survey::{Role, Survey};
use crate::text::Lang;
use serde::Serialize;

/// One statement of a survey, for whoever reads a file of figures.
#[derive(Clone, Debug, Serialize)]
pub struct CodebookRow {
    /// Identifier of the item.
    pub item: String,
    /// Identifier of its dimension.
    pub dimension: String,
    /// Name of the dimension.
    pub title: String,
    /// The wording is the opposite of the dimension.
    pub reversed: bool,
    /// The leader's wording; `None` if leaders are not asked.
    pub leader: Option<String>,
    /// The members' wording; `None` if members are not asked.
    pub member: Option<String>,
}

/// Every statement of a survey, in the order shown.
pub fn codebook(survey: &Survey, lang: Lang) -> Vec<CodebookRow> {
    let row = |item: &crate::survey::Item| {
        let dimension = survey.dimensions.get(item.dimension)?;
        let wording = |role| {
            let wording = item.wording(role)?;
            Some(wording.text(lang.code()).to_owned())
        };
        Some(CodebookRow {
            item: item.id.clone(),
            dimension: dimension.id.clone(),
            title: dimension.title.text(lang.code()).to_owned(),
            reversed: item.reversed,
            leader: wording(Role::Leader),
            member: wording(Role::Member),
        })
    };
    survey.items.iter().filter_map(row).collect()
}
