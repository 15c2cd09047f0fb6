use super::{
    CodebookRow, CommitmentCounts, Judged, OrganisationReport, Ranking, Relations, Spread, Trend,
    UnitReport,
};
use crate::ids::{CommitmentId, WaveId};
use chrono::NaiveDate;
use serde::Serialize;

/// A leader's page of one team in one wave.
#[derive(Serialize)]
pub struct TeamPage {
    /// Name of the team.
    pub team: String,
    /// What people call the wave.
    pub wave: String,
    /// What respondents were promised.
    pub promise: &'static str,
    /// The root of the promise, which is the address of the wave's public page.
    pub root: Option<String>,
    /// The number of the promise.
    pub short: String,
    /// Whose organisation it is.
    pub owner: String,
    /// The day of the release.
    pub released_on: NaiveDate,
    /// The same in words.
    pub released: String,
    /// The report; `None` where nothing may be shown.
    pub report: Option<UnitReport>,
    /// The wave that the changes in the report are counted from.
    pub since: Option<String>,
    /// Why nothing is shown.
    pub withheld: String,
    /// The other teams that it is counted with, in a sentence; empty for a team by itself.
    pub together: String,
    /// Who was asked since the wave before in which the team was shown; empty if there is none.
    pub members: String,
    /// The waves side by side, if there are several.
    pub trend: Option<Trend>,
    /// Comments of members in no order; `None` where fewer than ten people would be behind them.
    pub comments: Option<Vec<String>>,
    /// Every statement of the survey.
    pub codebook: Vec<CodebookRow>,
    /// How the answers to single statements are spread; `None` for fewer than twenty answers.
    pub spread: Option<Spread>,
    /// What was promised after the wave before, as the members judge it.
    pub judged: Vec<CommitmentView>,
}

/// One commitment as a leader reads it.
#[derive(Clone, Debug, Serialize)]
pub struct CommitmentView {
    /// Identifier.
    pub id: CommitmentId,
    /// `leader` or `team`.
    pub side: &'static str,
    /// What.
    pub what: String,
    /// For whom.
    pub whom: String,
    /// What done looks like.
    pub done: String,
    /// What is needed from the other side; may be empty.
    pub needed: String,
    /// By when.
    pub due: String,
    /// Whether it was renegotiated, as a sentence.
    pub moved: String,
    /// What becomes of it, or became, as a sentence.
    pub standing: String,
    /// How the members judge it, once they have.
    pub judged: Option<Judged>,
    /// Its date can be moved.
    pub may_move: bool,
    /// It can be taken back.
    pub may_take_back: bool,
}

/// HR's page of a released wave.
#[derive(Serialize)]
pub struct OrganisationPage {
    /// Identifier of the wave.
    pub id: WaveId,
    /// What people call the wave.
    pub wave: String,
    /// What respondents were promised.
    pub promise: &'static str,
    /// The root of the promise, which is the address of the wave's public page.
    pub root: Option<String>,
    /// The number of the promise.
    pub short: String,
    /// Whose organisation it is.
    pub owner: String,
    /// The day of the release.
    pub released_on: NaiveDate,
    /// The same in words.
    pub released: String,
    /// The table.
    pub report: OrganisationReport,
    /// Whose people are missing in the whole; empty if nobody's are.
    pub without: String,
    /// Why some parts are counted together or not shown.
    pub rules: String,
    /// Every statement of the survey.
    pub codebook: Vec<CodebookRow>,
    /// The organisation as one unit, without a leader.
    pub whole: Option<UnitReport>,
    /// The waves side by side, if there are several.
    pub trend: Option<Trend>,
    /// Who was asked since the wave before.
    pub members: String,
    /// The wave that changes are counted from.
    pub since: Option<String>,
    /// The teams most worth a conversation.
    pub ranking: Option<Ranking>,
    /// What goes with what the work leads to.
    pub relations: Option<Relations>,
    /// How the commitments that its members judged were kept.
    pub commitments: CommitmentCounts,
}
