//! The life of a wave, a verb a file: plan, freeze, prepare, launch, issue, cast, stop, close, settle,
//! count, destroy, retake; what the promise lets HR change meanwhile: extend, add somebody, hand a leader's form on,
//! call off; and the series that repeats it.

mod add_person;
mod amend;
mod answer;
mod asked;
mod calendar;
mod call_off;
mod cast;
mod close;
mod count;
mod destroy;
mod extend;
mod form;
mod freeze;
mod group_advice;
mod group_gaps;
mod group_preview;
mod groups;
mod hand_on;
mod issue;
mod launch;
mod leaders;
mod link;
mod list;
mod log_tips;
mod look;
mod meanwhile;
mod open;
mod overview;
mod participation;
mod plan;
mod prepare;
mod promise;
mod public;
mod remind_leaders;
mod remind_of_end;
mod retake;
mod second_look;
mod series;
mod settle;
mod share;
mod sheet;
mod slips;
mod stop;
mod test_key;
mod tree;
mod trustees;
mod word;

pub use crate::disclosure::Participation;
pub use crate::store::invitation::LeaderForm;
pub use add_person::{AddForm, Candidate, add_person, candidates};
pub use answer::{Answered, answer_as_leader, answer_as_member};
pub use asked::{FirstMail, Invitee, invitee, invitees};
pub use calendar::usual_span;
pub use call_off::{call_off, to_be_told};
pub use cast::{Cast, SealedBallot, cast};
pub use close::close;
pub use count::count;
pub use destroy::destroy;
pub use extend::{ExtendForm, extend};
pub use form::{Form, Standing, leader_fields, leader_form, member_form};
pub use freeze::freeze;
pub use group_advice::take_advice;
pub use group_gaps::Gaps;
pub use group_preview::{Choosing, Counting, Reads, TeamGroup, choose, preview_groups};
pub use hand_on::{hand_on, may_change as may_hand_on};
pub use issue::{Block, Issued, issue};
pub use launch::launch;
pub use leaders::{Lead, LeaderCounts, leader_counts, leaders};
pub use list::{auditors_read, list};
pub use log_tips::broken_log_tips;
pub use look::{Look, look};
pub use meanwhile::Meanwhile;
pub use overview::{Answered as AnsweredCount, CellCount, Overview, overview, participation_of};
pub use participation::take_participation;
pub use plan::{ALWAYS, AUDITORS, PlanForm, drop_draft, members, plan, readers, replan};
pub use prepare::prepare;
pub use public::{Promised, Public, promised, public, receipts, record};
pub use remind_leaders::remind_leaders;
pub use remind_of_end::remind_of_end;
pub use retake::retake;
pub use second_look::{
    LaunchRequest, confirm_launch, launch_or_ask, launch_request, role_readers, send_back,
};
pub use series::{
    PERIODS, Repetition, Turn, all_series, end_series, launches_itself, make_next, pause_series,
    repeat, repetition, roster_taken, skip_turn,
};
pub use settle::{settle, settles};
pub use share::{SharedWith, Sharing, end_share, end_share_of, share, shared, shares, sharing};
pub use sheet::{Group, group};
pub use slips::{Paper, Pile, Print, Slips, print_slips, slips};
pub use stop::{Stopping, Wish, stop_mails, stopping};
pub use test_key::test_key;
pub use trustees::{
    Asked, OpeningForm, Refused, Task, admit, ask, ballots, canary_box, hand_in, opening_form,
    prove, prove_canary, sweep as sweep_tickets, trustees, upload_size,
};
