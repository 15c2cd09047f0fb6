//! The life of a wave, a verb a file: plan, freeze, launch, cast, close, count, destroy, retake.

mod cast;
mod close;
mod count;
mod destroy;
mod form;
mod freeze;
mod launch;
mod list;
mod overview;
mod participation;
mod plan;
mod retake;
mod tree;

pub use cast::{Cast, answer_as_leader, cast};
pub use close::close;
pub use count::count;
pub use destroy::destroy;
pub use form::{Form, Standing, leader_fields, leader_form, member_form};
pub use freeze::freeze;
pub use launch::launch;
pub use list::list;
pub use overview::{CellCount, Overview, overview};
pub use participation::take_participation;
pub use plan::{PlanForm, drop_draft, plan, replan};
pub use retake::retake;
