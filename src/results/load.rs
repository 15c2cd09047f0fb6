use crate::answer::Answers;
use crate::app::{App, Weigh};
use crate::ballot::promise::short;
use crate::disclosure::{self, Kind, Shape, Stored};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::report::{self, Moves, NodeName, PageHead, UnitReport};
use crate::scoring::{self, GapSpread, LeaderAnswers, Parameters, Source, UnitScores};
use crate::store::frozen::Node;
use crate::store::invitation::LeaderForm;
use crate::store::result::Comment;
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, frozen, invitation, number, people, promise, result};
use crate::survey::{Role, Survey};
use crate::text::Lang;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A released wave with all that its reports are made of.
pub struct Loaded {
    pub wave: Wave,
    /// The day of the release.
    pub released_on: NaiveDate,
    /// What the organisation is called.
    pub owner: String,
    pub nodes: Vec<Node>,
    pub comments: Vec<Comment>,
    /// The root of the promise; none for waves of a version that made none.
    pub root: Option<String>,
    /// Its short number, as mails and the public page print it.
    number: Option<String>,
    pub scores: scoring::Wave,
    /// By node, those who read what all below it say, by the numbers they have as leaders.
    pub heads: BTreeMap<usize, Vec<usize>>,
    /// Somebody who led people in it has been erased.
    pub leader_erased: bool,
}

/// About how much memory the counts of an item in an atom take, and a node, in bytes.
const ITEM: usize = 120;
const NODE: usize = 300;

/// How many waves back the parameters of a wave may come from.
const REACH: usize = 4;

impl Loaded {
    /// Reads a wave; not found before its release.
    pub fn read(app: &App, id: &WaveId) -> Outcome<Arc<Self>> {
        // A wave may take its parameters from one before it that is released later.
        // Whose results they are can be renamed.
        let version = app.house()?.face.version;
        let name = format!(
            "results {id} {} {version}",
            app.store.read(result::edition)?
        );
        let load = || app.store.read(|c| Self::load(c, id, REACH));
        app.cache.get_or(&name, load)
    }

    fn load(c: &mut Db, id: &WaveId, reach: usize) -> Outcome<Self> {
        let wave = wave::wave(c, id)?;
        if wave.state != State::Released {
            return Err(Problem::NotFound);
        }
        let undated = || Problem::broken("the wave is released, but not when");
        let released_on = wave.released.ok_or_else(undated)?.date();
        let survey = wave::survey(c, &wave)?;
        let (header, atoms) = result::published(c, id)?;
        let shape = Arc::new(Shape::of(&survey));
        let release = disclosure::decode(&Stored { header, atoms }, &shape)
            .map_err(|error| Problem::fault("stored results", error))?;
        let promised = promise::of_wave(c, id)?;
        let (root, number) = promised
            .map(|promise| (promise.root, promise.number))
            .unzip();
        let nodes = frozen::nodes(c, id)?;
        let forms = invitation::leader_forms(c, id)?;
        let Leaders { by_node, heads } = Leaders::of(&survey, &forms, &nodes)?;
        let mut scores = scoring::Wave::new(survey, release, by_node)
            .map_err(|error| Problem::fault("scores", error))?;
        if scores.parameters.source() != Source::Wave {
            let earlier = earlier(c, &wave, reach)?;
            earlier.iter().for_each(|earlier| scores.look_back(earlier));
        }
        Ok(Self {
            comments: result::comments(c, id)?,
            leader_erased: invitation::leader_was_erased(c, id)?,
            root,
            number,
            owner: people::organisation(c)?
                .map(|known| known.name)
                .unwrap_or_default(),
            scores,
            heads,
            wave,
            released_on,
            nodes,
        })
    }

    /// What every page of the wave begins with.
    pub fn head(&self, lang: Lang) -> PageHead {
        PageHead {
            wave: self.wave.title.clone(),
            promise: self.wave.promise.as_str(),
            short: self.number.as_deref().map(short),
            root: self.root.clone(),
            owner: self.owner.clone(),
            released_on: self.released_on,
            released: lang.day(self.released_on),
        }
    }

    /// The scores of a node, if it may be shown.
    pub fn unit(&self, node: usize) -> Outcome<Option<UnitScores>> {
        let scores = self.scores.unit(node);
        scores.map_err(|error| Problem::fault("scores", error))
    }

    /// The scores of teams that are counted together: against all who lead one of them where HR chose so; small teams
    /// that came together by their sizes alone have no leader in common.
    pub fn together(&self, atom: usize) -> Outcome<Option<UnitScores>> {
        let known = self.scores.release.groups().atoms().get(atom);
        let scores = match known.map(|known| known.kind) {
            Some(Kind::Joint) => self.scores.joint(atom),
            _ => self.scores.atom(atom),
        };
        scores.map_err(|error| Problem::fault("scores", error))
    }

    /// How the gaps of the leaders below a node are spread, by dimension. Once a leader is erased it is shown no more:
    /// beside what was read before, it would tell what they answered.
    pub fn gaps_below(&self, node: usize) -> Outcome<Vec<Option<GapSpread>>> {
        if self.leader_erased {
            return Ok(Vec::new());
        }
        let spread = self.scores.gaps_below(node, &self.heads);
        spread.map_err(|error| Problem::fault("scores", error))
    }

    /// What people call the nodes.
    pub fn names(&self) -> Vec<NodeName> {
        let name = |node: &Node| NodeName {
            name: node.name.clone(),
            own: node.own,
        };
        self.nodes.iter().map(name).collect()
    }

    /// Words the scores of a node; `moves` is what moved since the last comparable wave.
    pub fn report(&self, scores: &UnitScores, moves: Option<&Moves<'_>>, lang: Lang) -> UnitReport {
        let source = self.scores.parameters.source();
        report::unit(&self.scores.survey, scores, moves, source, lang)
    }
}

impl Weigh for Loaded {
    fn bytes(&self) -> usize {
        let atoms = self.scores.release.groups().atoms().len();
        let comments = self.comments.iter().map(|comment| comment.words.len());
        atoms * self.scores.survey.items.len() * ITEM
            + self.nodes.len() * NODE
            + comments.sum::<usize>()
    }
}

/// The parameters of the wave before, if it was released.
fn earlier(c: &mut Db, wave: &Wave, reach: usize) -> Outcome<Option<Parameters>> {
    let (Some(previous), Some(reach)) = (&wave.previous, reach.checked_sub(1)) else {
        return Ok(None);
    };
    match Loaded::load(c, previous, reach) {
        Ok(loaded) => Ok(Some(loaded.scores.parameters)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Those who lead, with a number for each person.
struct Leaders {
    /// Those who sent their form.
    by_node: Vec<Vec<LeaderAnswers>>,
    heads: BTreeMap<usize, Vec<usize>>,
}

impl Leaders {
    fn of(survey: &Survey, forms: &[LeaderForm], nodes: &[Node]) -> Outcome<Self> {
        let people: BTreeSet<&PersonId> = forms.iter().map(|form| &form.person).collect();
        let numbers: BTreeMap<&PersonId, usize> = people.into_iter().zip(0..).collect();
        let mut found = Self {
            by_node: vec![Vec::new(); nodes.len()],
            heads: BTreeMap::new(),
        };
        for form in forms {
            let (node, who) = (number(form.node), numbers.get(&form.person));
            let who = who.copied().unwrap_or_default();
            if nodes.get(node).is_some_and(|node| node.people.is_none()) {
                found.heads.entry(node).or_default().push(who);
            }
            let Some(answers) = form.answers.as_deref() else {
                continue;
            };
            let answers = Answers::from_json(survey, Role::Leader, answers)
                .map_err(|error| Problem::fault("leader's answers", error))?;
            let values = answers.values(survey);
            if let Some(of_node) = found.by_node.get_mut(node) {
                of_node.push(LeaderAnswers { who, values });
            }
        }
        Ok(found)
    }
}
