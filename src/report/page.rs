use super::{
    CodebookRow, CommitmentCounts, GuideStep, Judged, LeadersBelow, OrganisationReport, Ranking,
    Relations, Spread, Trend, UnitReport,
};
use crate::ids::{CommitmentId, WaveId};
use chrono::NaiveDate;
use serde::Serialize;

/// What the pages of a released wave have in common.
#[derive(Serialize)]
pub struct PageHead {
    /// What people call the wave.
    pub wave: String,
    /// What respondents were promised.
    pub promise: &'static str,
    /// The root of the promise, which is the address of the wave's public page.
    pub root: Option<String>,
    /// The number of the promise.
    pub short: Option<String>,
    /// Whose organisation it is.
    pub owner: String,
    /// The day of the release.
    pub released_on: NaiveDate,
    /// The same in words.
    pub released: String,
}

crate::text::keyed! {
    /// What a page of a node is about.
    PageKind {
        /// The team by itself.
        Own = "own",
        /// The teams with which it was asked in one group.
        Together = "together",
        /// No figures, and why.
        Nothing = "nothing",
        /// All teams below, together.
        Below = "below",
    }
}

/// A leader's page of one team, or of all teams below, in one wave.
#[derive(Serialize)]
pub struct TeamPage {
    /// What it is about.
    pub kind: PageKind,
    /// Name of the team.
    pub team: String,
    #[serde(flatten)]
    pub head: PageHead,
    /// The report; `None` where nothing may be shown.
    pub report: Option<UnitReport>,
    /// The wave that the changes in the report are counted from.
    pub since: Option<String>,
    /// Why nothing is shown; `None` where there is a report.
    pub withheld: Option<String>,
    /// The other teams that it is counted with, in a sentence; `None` for a team by itself.
    pub together: Option<String>,
    /// Who was asked since the wave before in which the team was shown; `None` if there is none.
    pub members: Option<String>,
    /// The waves side by side, if there are several.
    pub trend: Option<Trend>,
    /// Comments of members under the questions that they answer; `None` where fewer than ten people would be behind
    /// them, or nothing is asked.
    pub comments: Option<Vec<Comments>>,
    /// Every statement of the survey.
    pub codebook: Vec<CodebookRow>,
    /// How the answers to single statements are spread; `None` for fewer than twenty answers.
    pub spread: Option<Spread>,
    /// The commitments made after the wave before, as the members judge them.
    pub judged: Vec<CommitmentView>,
    /// How the leaders below see the work, compared with their teams; `None` for a team.
    pub leaders: Option<LeadersBelow>,
    /// Whose people are missing in it, in sentences; empty if nobody's are.
    pub without: String,
    /// The conversation without figures, where none are shown; else empty.
    pub plain_guide: Vec<GuideStep>,
}

/// What members wrote to one open question.
#[derive(Clone, Debug, Serialize)]
pub struct Comments {
    /// The question.
    pub question: String,
    /// In alphabetical order, so that nothing tells who wrote when.
    pub comments: Vec<String>,
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
    /// What is needed from the other side, if anything.
    pub needed: Option<String>,
    /// By when.
    pub due: String,
    /// That and when it was renegotiated, as a sentence.
    pub renegotiated: Option<String>,
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
    #[serde(flatten)]
    pub head: PageHead,
    /// The table.
    pub report: OrganisationReport,
    /// A part of it has a leader to compare with.
    pub has_gaps: bool,
    /// Whose people are missing in the whole; `None` if nobody's are.
    pub without: Option<String>,
    /// Why some parts are counted together or not shown.
    pub rules: String,
    /// Every statement of the survey.
    pub codebook: Vec<CodebookRow>,
    /// The organisation as one unit, without a leader.
    pub whole: Option<UnitReport>,
    /// The waves side by side, if there are several.
    pub trend: Option<Trend>,
    /// Who was asked since the wave before; `None` if there is none.
    pub members: Option<String>,
    /// The wave that changes are counted from.
    pub since: Option<String>,
    /// The teams most worth a conversation.
    pub ranking: Option<Ranking>,
    /// What goes with what the work leads to.
    pub relations: Option<Relations>,
    /// How many of the commitments that members judged were kept.
    pub commitments: CommitmentCounts,
}
