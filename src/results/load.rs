use crate::answer::Answers;
use crate::app::App;
use crate::disclosure::{self, NodeTally, Release, Released, Stored};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::report::{self, UnitReport};
use crate::scoring::{self, LeaderAnswers, Pool, UnitScores};
use crate::store::frozen::{Cell, Node};
use crate::store::invitation::LeaderForm;
use crate::store::result::Comment;
use crate::store::wave::{self, State, Wave};
use crate::store::{frozen, invitation, promise, result};
use crate::survey::{Role, Survey};
use crate::text::Lang;

/// A released wave with all that its reports are made of.
pub struct Loaded {
    pub wave: Wave,
    pub survey: Survey,
    pub nodes: Vec<Node>,
    pub cells: Vec<Cell>,
    pub forms: Vec<LeaderForm>,
    pub comments: Vec<Comment>,
    pub release: Released<Release>,
    /// The root of the promise; none for waves of a version that made none.
    pub root: Option<String>,
    pool: Pool,
}

impl Loaded {
    /// Reads a wave; not found before its release.
    pub fn read(app: &App, id: &WaveId) -> Outcome<Self> {
        app.store.read(|c| {
            let wave = wave::wave(c, id)?;
            if wave.state != State::Released {
                return Err(Problem::NotFound);
            }
            let survey = wave::survey(c, &wave)?;
            let (header, atoms) = result::published(c, id)?;
            let release = disclosure::decode(&Stored { header, atoms })
                .map_err(|error| Problem::fault("stored results", error))?;
            Ok(Self {
                pool: Pool::of(&survey, &release),
                nodes: frozen::nodes(c, id)?,
                cells: frozen::cells(c, id)?,
                forms: invitation::leader_forms(c, id)?,
                comments: result::comments(c, id)?,
                root: promise::of_wave(c, id)?.map(|promise| promise.root),
                wave,
                survey,
                release,
            })
        })
    }

    /// The day of the release.
    pub fn released_on(&self, lang: Lang) -> String {
        let released = self.wave.released;
        released.map(|at| lang.day(at.date())).unwrap_or_default()
    }

    /// Scores and report of a node, if it may be shown.
    pub fn unit(&self, node: usize, lang: Lang) -> Outcome<Option<(UnitScores, UnitReport)>> {
        let leaders = self.leaders(node)?;
        let tally = self.release.node(node);
        tally
            .map(|tally| self.scored(&tally, self.invited(node), &leaders, lang))
            .transpose()
    }

    /// Scores and report of the rest of a department that is counted together.
    pub fn atom(&self, atom: usize, lang: Lang) -> Outcome<Option<(UnitScores, UnitReport)>> {
        let tally = self.release.atom(atom);
        tally
            .map(|tally| self.scored(&tally, self.invited_in_atom(atom), &[], lang))
            .transpose()
    }

    fn scored(
        &self,
        tally: &Released<NodeTally>,
        invited: usize,
        leaders: &[LeaderAnswers],
        lang: Lang,
    ) -> Outcome<(UnitScores, UnitReport)> {
        let scores = scoring::unit(&self.survey, tally, invited, &self.pool, leaders)
            .map_err(|error| Problem::fault("scores", error))?;
        let report = report::unit(&self.survey, &scores, lang);
        Ok((scores, report))
    }

    fn leaders(&self, node: usize) -> Outcome<Vec<LeaderAnswers>> {
        let sent = self
            .forms
            .iter()
            .filter(|form| form.node.unsigned_abs() as usize == node);
        sent.filter_map(|form| form.answers.as_deref())
            .map(|answers| {
                let answers = Answers::from_json(&self.survey, Role::Leader, answers)
                    .map_err(|error| Problem::fault("leader's answers", error))?;
                Ok(LeaderAnswers {
                    values: answers.values(&self.survey),
                })
            })
            .collect()
    }

    /// Invited members of a node and all below it.
    pub fn invited(&self, node: usize) -> usize {
        self.invited_where(|home| self.is_within(home, node))
    }

    /// Invited members of an atom.
    pub fn invited_in_atom(&self, atom: usize) -> usize {
        let nodes = self
            .release
            .partition()
            .atoms()
            .get(atom)
            .map(|atom| atom.nodes.as_slice());
        self.invited_where(|home| nodes.is_some_and(|nodes| nodes.contains(&home)))
    }

    fn invited_where(&self, counts: impl Fn(usize) -> bool) -> usize {
        let cells = self
            .cells
            .iter()
            .filter(|cell| counts(cell.no.unsigned_abs() as usize));
        // A replaced ballot may have arrived after all, so there can be more answers than invited people.
        let people = |cell: &Cell| cell.invited.max(cell.ballots.unwrap_or_default());
        cells.map(|cell| people(cell).unsigned_abs() as usize).sum()
    }

    /// Whether a node is `top` or below it.
    pub fn is_within(&self, node: usize, top: usize) -> bool {
        let mut at = Some(node);
        while let Some(no) = at {
            if no == top {
                return true;
            }
            at = self
                .nodes
                .get(no)
                .and_then(|node| node.parent)
                .map(|no| no.unsigned_abs() as usize);
        }
        false
    }
}
