use super::clipped::Group;
use super::{CaseError, figure, object};
use gutcheck_stats::{
    Basis, Comparison, Difference, Family, Gap, Judged, Side, TopicFigures, Word, compare,
    declared_noise, leader_gap, moved,
};
use serde::Deserialize;
use serde_json::{Map, Value};

type Figures = Map<String, Value>;

/// A case of comparisons: gaps or moves of one family, or means, from clipped counts.
#[derive(Debug)]
pub struct Comparisons {
    pub id: String,
    parameters: Parameters,
    topics: Topics,
}

#[derive(Debug, Deserialize)]
struct File {
    id: String,
    parameters: Parameters,
    #[serde(flatten)]
    topics: Topics,
}

/// What the survey declares.
#[derive(Debug, Deserialize)]
struct Parameters {
    /// Of any two items of a person.
    correlation: f64,
    reliability: f64,
    /// Of a person's score on a topic, in squared points.
    scale_variance: f64,
    /// The difference below which two figures are called alike, in points.
    alike: f64,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", content = "topics", rename_all = "lowercase")]
enum Topics {
    Gap(Vec<GapTopic>),
    Moved(Vec<MovedTopic>),
    Mean(Vec<MeanTopic>),
}

#[derive(Debug, Deserialize)]
struct GapTopic {
    #[serde(flatten)]
    group: Group,
    /// u0; `None` for the one that the survey declares.
    item_noise: Option<f64>,
    /// The keyed answers of each leader.
    #[serde(default)]
    leaders: Vec<Vec<Option<f64>>>,
}

#[derive(Debug, Deserialize)]
struct MovedTopic {
    /// Who were invited to either wave.
    people: usize,
    item_noise: Option<f64>,
    before: Group,
    after: Group,
}

#[derive(Debug, Deserialize)]
struct MeanTopic {
    #[serde(flatten)]
    group: Group,
    /// The share of the variance of a score that is no answer noise.
    alpha: f64,
}

impl Comparisons {
    /// Reads a case from its JSON; `None` if it has no `kind`, as cases of other statistics.
    ///
    /// # Errors
    /// When the JSON has one but is not such a case.
    pub fn read(json: &str) -> Result<Option<Self>, CaseError> {
        let fault = |error| {
            CaseError(format!(
                "the case is not JSON with the fields id, kind (gap, moved or mean), parameters and topics: {error}"
            ))
        };
        let value: Value = serde_json::from_str(json).map_err(fault)?;
        if value.get("kind").is_none() {
            return Ok(None);
        }
        let file: File = serde_json::from_value(value).map_err(fault)?;
        Ok(Some(Self {
            id: file.id,
            parameters: file.parameters,
            topics: file.topics,
        }))
    }

    /// Figures by topic, `null` for one that has none, and for gaps and moves of the `overall` mean.
    pub fn figures(&self) -> Result<Value, CaseError> {
        match &self.topics {
            Topics::Gap(topics) => self.gaps(topics),
            Topics::Moved(topics) => self.moves(topics),
            Topics::Mean(topics) => self.means(topics),
        }
    }

    fn gaps(&self, topics: &[GapTopic]) -> Result<Value, CaseError> {
        let options = options(topics.iter().map(|topic| &topic.group))?;
        let gap = |topic: &GapTopic| -> Result<Option<(Gap, f64)>, CaseError> {
            let Some(members) = self.printed(&topic.group, options)? else {
                return Ok(None);
            };
            let gap = leader_gap(&members, &topic.leaders).map_err(refused)?;
            Ok(gap.map(|gap| (gap, self.noise(topic.item_noise, topic.group.items()))))
        };
        let gaps: Vec<_> = topics.iter().map(gap).collect::<Result<_, _>>()?;
        let differences = gaps
            .iter()
            .map(|gap| gap.map(|(gap, u0)| (gap.difference, u0)));
        let (judged, overall) = self.judged(differences.collect(), options)?;
        let entry = |(gap, judged): (&Option<(Gap, f64)>, Option<Judged>)| {
            let (Some((gap, _)), Some(judged)) = (gap, judged) else {
                return Value::Null;
            };
            let chance = judged.chance_range(gap.members);
            let mut found = of_topic(&judged, words_of_gap(&judged));
            found.extend([
                ("leader".to_owned(), figure(gap.leader)),
                ("members".to_owned(), figure(gap.members)),
                ("chance_low".to_owned(), figure(chance.lo)),
                ("chance_high".to_owned(), figure(chance.hi)),
            ]);
            Value::Object(found)
        };
        let overall = overall.map(|mean| Value::Object(of_family(&mean, words_of_gap(&mean))));
        Ok(object([
            ("topics", gaps.iter().zip(judged).map(entry).collect()),
            ("overall", overall.unwrap_or(Value::Null)),
        ]))
    }

    fn moves(&self, topics: &[MovedTopic]) -> Result<Value, CaseError> {
        let waves = topics
            .iter()
            .flat_map(|topic| [&topic.before, &topic.after]);
        let options = options(waves)?;
        let difference = |topic: &MovedTopic| -> Result<Option<(Difference, f64)>, CaseError> {
            let printed = |wave: &Group| self.printed(wave, options);
            let (Some(before), Some(after)) = (printed(&topic.before)?, printed(&topic.after)?)
            else {
                return Ok(None);
            };
            let found = moved(&before, &after, topic.people).map_err(refused)?;
            Ok(found.map(|found| (found, self.noise(topic.item_noise, topic.after.items()))))
        };
        let differences = topics.iter().map(difference).collect::<Result<_, _>>()?;
        let (judged, overall) = self.judged(differences, options)?;
        let topic = |judged: &Judged| Value::Object(of_topic(judged, words_of_move(judged)));
        let entry = |judged: Option<Judged>| judged.map_or(Value::Null, |judged| topic(&judged));
        let overall = overall.map(|mean| Value::Object(of_family(&mean, words_of_move(&mean))));
        Ok(object([
            ("topics", judged.into_iter().map(entry).collect()),
            ("overall", overall.unwrap_or(Value::Null)),
        ]))
    }

    fn means(&self, topics: &[MeanTopic]) -> Result<Value, CaseError> {
        let options = options(topics.iter().map(|topic| &topic.group))?;
        let entry = |topic: &MeanTopic| -> Result<Value, CaseError> {
            let basis = topic.group.basis(topic.alpha, options);
            let printed = topic.group.figures(self.parameters.correlation, &basis)?;
            Ok(printed.map_or(Value::Null, |printed| mean(&printed, &basis)))
        };
        let topics: Vec<Value> = topics.iter().map(entry).collect::<Result<_, _>>()?;
        Ok(object([("topics", Value::from(topics))]))
    }

    fn printed(&self, group: &Group, options: usize) -> Result<Option<TopicFigures>, CaseError> {
        let basis = group.basis(self.parameters.reliability, options);
        group.figures(self.parameters.correlation, &basis)
    }

    fn noise(&self, given: Option<f64>, items: usize) -> f64 {
        let Parameters {
            reliability,
            scale_variance,
            ..
        } = self.parameters;
        given.unwrap_or_else(|| declared_noise(items, reliability, scale_variance))
    }

    /// The differences that there are as one family, each at its place, and their mean.
    fn judged(
        &self,
        differences: Vec<Option<(Difference, f64)>>,
        options: usize,
    ) -> Result<(Vec<Option<Judged>>, Option<Judged>), CaseError> {
        let present: Vec<_> = differences.iter().flatten().copied().collect();
        let compared: Vec<Comparison> = compare(&present).map_err(refused)?;
        let span = options as f64 - 1.0;
        let family = Family::of(&compared, span, self.parameters.alike);
        let mut topics = family.topics.into_iter();
        let placed = differences
            .iter()
            .map(|own| own.and_then(|_| topics.next()));
        Ok((placed.collect(), family.mean))
    }
}

fn refused(error: gutcheck_stats::StatsError) -> CaseError {
    CaseError(error.to_string())
}

/// How many options the items of all topics have.
fn options<'a>(groups: impl Iterator<Item = &'a Group>) -> Result<usize, CaseError> {
    let mut options = groups.flat_map(Group::options);
    let first = options.next().filter(|first| *first > 1);
    first.filter(|first| options.all(|other| other == *first)).ok_or_else(|| {
        let fault = "give the counts of at least one item in topics, all of one scale with two options or more";
        CaseError(fault.to_owned())
    })
}

fn of_topic(judged: &Judged, words: [&str; 2]) -> Figures {
    let mut found = of_family(judged, words);
    let comparison = &judged.comparison;
    found.extend([
        ("u".to_owned(), figure(comparison.noise)),
        ("e_df".to_owned(), figure(comparison.answers.df)),
        ("c_df".to_owned(), figure(comparison.coverage.df)),
    ]);
    found
}

fn of_family(judged: &Judged, [evidence, class]: [&str; 2]) -> Figures {
    let comparison = &judged.comparison;
    let entries = [
        ("points", figure(comparison.points)),
        ("e2", figure(comparison.answers.variance)),
        ("c2", figure(comparison.coverage.variance)),
        ("h", figure(comparison.half)),
        ("se", figure(judged.se)),
        ("df", figure(judged.df)),
        ("t", figure(judged.t)),
        ("p", figure(judged.p)),
        ("low", figure(judged.interval.lo)),
        ("high", figure(judged.interval.hi)),
        ("within", Value::from(judged.within)),
        ("adjusted", figure(judged.adjusted)),
        ("evidence", Value::from(evidence)),
        ("class", Value::from(class)),
    ];
    entries
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect()
}

/// The evidence for a gap, and what it is called.
fn words_of_gap(judged: &Judged) -> [&'static str; 2] {
    match judged.word() {
        Word::Clear(Side::Higher) => ["clear", "over"],
        Word::Clear(Side::Lower) => ["clear", "under"],
        Word::Likely(Side::Higher) => ["likely", "over"],
        Word::Likely(Side::Lower) => ["likely", "under"],
        Word::Alike => ["none", "alike"],
        Word::CannotTell => ["none", "uncertain"],
    }
}

/// The evidence for a move, and what it is called.
fn words_of_move(judged: &Judged) -> [&'static str; 2] {
    match judged.word_of_move() {
        Word::Clear(Side::Higher) => ["clear", "up"],
        Word::Clear(Side::Lower) => ["clear", "down"],
        Word::Likely(Side::Higher) => ["likely", "up"],
        Word::Likely(Side::Lower) => ["likely", "down"],
        Word::Alike | Word::CannotTell => ["none", "uncertain"],
    }
}

fn mean(printed: &TopicFigures, basis: &Basis) -> Value {
    let precision = &printed.precision;
    let (said, again) = (precision.said(), precision.again(basis));
    object([
        ("mean", figure(precision.mean.middle())),
        (
            "half",
            figure((precision.mean.hi - precision.mean.lo) / 2.0),
        ),
        ("moderated", figure(precision.variance)),
        ("df", figure(precision.df)),
        ("said_low", figure(said.lo)),
        ("said_high", figure(said.hi)),
        ("bound_low", figure(precision.bounds.lo)),
        ("bound_high", figure(precision.bounds.hi)),
        ("again_se", figure(precision.again_error(basis).se)),
        ("again_low", figure(again.lo)),
        ("again_high", figure(again.hi)),
    ])
}
