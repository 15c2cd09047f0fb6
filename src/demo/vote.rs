use crate::answer::Answers;
use crate::app::App;
use crate::ballot::client::Booth;
use crate::ballot::random;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::survey::{Role, Survey};
use crate::wave::{self, Cast, Issued, SealedBallot};

/// The parts of a member's link, after the `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailed {
    pub root: String,
    pub cell: i32,
    pub token: String,
}

impl Mailed {
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
    link: &Mailed,
    survey: &Survey,
    fields: &[(String, String)],
) -> Outcome<()> {
    let answers = Answers::from_fields(survey, Role::Member, fields)
        .map_err(|faults| Problem::broken(format!("demo: {} answers are no good", faults.len())))?;
    let promised = wave::promised(app, &link.root, link.cell)?;
    let draft = Booth::read(&promised.root, &promised.terms, &promised.cell)
        .and_then(|booth| {
            booth.seal(
                &answers.canonical(survey, Role::Member),
                &mut random::system(),
            )
        })
        .map_err(|error| Problem::fault("demo", error))?;
    let signature = match wave::issue(app, &link.token, draft.blinded())? {
        Issued::Signature(signature) => {
            let finished = draft.finish(&signature);
            finished.map_err(|error| Problem::fault("demo", error))?
        }
        other => {
            return Err(Problem::broken(format!(
                "demo: a signature came to {other:?}"
            )));
        }
    };
    let ballot = SealedBallot {
        wave: wave.clone(),
        cell: link.cell,
        prefix: draft.prefix,
        signature,
        sealed: draft.sealed,
    };
    match wave::cast(app, ballot)? {
        Cast::Stored(_) => Ok(()),
        other => Err(Problem::broken(format!("demo: a ballot came to {other:?}"))),
    }
}
