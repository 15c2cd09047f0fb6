use crate::answer::Answers;
use crate::app::App;
use crate::ballot::client::Booth;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::survey::{Role, Survey};
use crate::wave::{self, Cast, Issued, SealedBallot};

/// The parts of a member's link, after the `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub root: String,
    pub cell: i32,
    pub token: String,
}

impl Slip {
    /// Reads what stands after the `#`.
    pub fn parse(fragment: &str) -> Option<Self> {
        let mut parts = fragment.splitn(3, '.');
        Some(Self {
            root: parts.next()?.to_owned(),
            cell: parts.next()?.parse().ok()?,
            token: parts.next()?.to_owned(),
        })
    }

    /// The path of the link.
    pub fn path(&self) -> String {
        format!("/a#{}.{}.{}", self.root, self.cell, self.token)
    }
}

/// Answers as the answer page does: seals, has the ballot signed blindly, casts it.
pub fn vote(
    app: &App,
    wave: &WaveId,
    slip: &Slip,
    survey: &Survey,
    fields: &[(String, String)],
) -> Outcome<()> {
    let answers = Answers::from_fields(survey, Role::Member, fields)
        .map_err(|faults| Problem::Fault(format!("demo: {} answers are no good", faults.len())))?;
    let promised = wave::promised(app, &slip.root, slip.cell)?;
    let fault = |error: &dyn std::fmt::Display| Problem::fault("demo", error.to_string());
    let mut random = app.random.fork();
    let draft = Booth::read(&promised.terms, &promised.cell)
        .and_then(|booth| booth.seal(&answers.canonical(survey, Role::Member), &mut random))
        .map_err(|error| fault(&error))?;
    let signature = match wave::issue(app, &slip.token, draft.blinded(), false)? {
        Issued::Signature(signature) => draft.finish(&signature).map_err(|error| fault(&error))?,
        other => {
            return Err(Problem::Fault(format!(
                "demo: a signature came to {other:?}"
            )));
        }
    };
    let id = draft.id.to_string();
    let ballot = SealedBallot {
        wave: wave.clone(),
        cell: slip.cell,
        prefix: draft.prefix,
        signature,
        sealed: draft.sealed,
    };
    match wave::cast(app, &id, ballot)? {
        Cast::Stored(_) => Ok(()),
        other => Err(Problem::Fault(format!("demo: a ballot came to {other:?}"))),
    }
}
