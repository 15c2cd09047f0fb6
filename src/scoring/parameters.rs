use super::comparison::has_gap;
use super::reading::Reading;
use crate::disclosure::{Release, Released, ScaleFigures};
use crate::stats::{self, Basis, PRIOR_DF, StatsError};
use crate::survey::{Dimension, DimensionKind, Survey};

/// What the figures of teams rest on besides their own answers, for each dimension: correlations between items,
/// reliability and variance within teams. All of it is of the organisation as a whole, and public.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters(Vec<DimensionParameters>);

/// Where a parameter comes from, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The answers of this wave.
    Wave,
    /// The last wave that had enough of them.
    Earlier,
    /// The survey file.
    Declared,
}

/// Those of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionParameters {
    dimension: String,
    pub reliability: f64,
    pub correlations: Correlations,
    /// Of `reliability` and `correlations`, the worst of them.
    pub relations_from: Source,
    reading: Option<Reading>,
    /// The pooled variance of a person's score within teams.
    variance: Option<f64>,
    pub variance_from: Source,
    /// u0, the variance of the noise of one answer to an item, in squared points: what gaps are compared with. Only
    /// of dimensions on which leaders are compared.
    pub noise: f64,
    pub noise_from: Source,
    /// What the survey declares of it, and whether leaders are compared at all.
    declared: (f64, Source),
}

/// Correlations between the items of a dimension, within teams.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Correlations {
    items: Vec<String>,
    /// A row for each item.
    matrix: Vec<Vec<f64>>,
}

impl Parameters {
    /// From the wave's own answers where they suffice, else from the wave before, else as the survey declares.
    pub fn of(survey: &Survey, release: &Released<Release>, earlier: Option<&Self>) -> Self {
        let dimensions = survey.dimensions.iter().enumerate();
        let of = |known| DimensionParameters::of(survey, known, release, earlier);
        Self(dimensions.map(of).collect())
    }

    /// Those of a dimension, by its index.
    ///
    /// # Errors
    /// When there is no such dimension.
    pub fn of_dimension(&self, dimension: usize) -> Result<&DimensionParameters, StatsError> {
        self.0.get(dimension).ok_or(StatsError::NoParameters)
    }

    /// Where the worst of them come from, over the dimensions that are means.
    pub fn source(&self) -> Source {
        let keyed = |one: &&DimensionParameters| one.reading == Some(Reading::Keyed);
        let means = self.0.iter().filter(keyed);
        let sources = means.map(|one| {
            one.relations_from
                .max(one.variance_from)
                .max(one.noise_from)
        });
        sources.max().unwrap_or(Source::Declared)
    }

    /// Whether some of them, of any dimension, come from an earlier wave.
    pub fn lean(&self) -> bool {
        let mut all = self.0.iter();
        all.any(|one| {
            let from = [one.relations_from, one.variance_from, one.noise_from];
            from.contains(&Source::Earlier)
        })
    }

    /// Takes the noise of gaps over: `pooled` by dimension where this wave's teams suffice, else that of an earlier
    /// wave, else what the survey declares.
    pub(super) fn take_noise(&mut self, pooled: &[Option<f64>], earlier: Option<&Self>) {
        for (one, pooled) in self.0.iter_mut().zip(pooled) {
            let before = earlier.and_then(|earlier| earlier.named(&one.dimension));
            let before = before.filter(|before| before.noise_from != Source::Declared);
            let own = pooled.map(|noise| (noise, Source::Wave));
            let before = || before.map(|before| (before.noise, Source::Earlier));
            (one.noise, one.noise_from) = own.or_else(before).unwrap_or(one.declared);
        }
    }

    fn named(&self, dimension: &str) -> Option<&DimensionParameters> {
        self.0.iter().find(|one| one.dimension == dimension)
    }
}

impl DimensionParameters {
    fn of(
        survey: &Survey,
        (dimension, known): (usize, &Dimension),
        release: &Released<Release>,
        earlier: Option<&Parameters>,
    ) -> Self {
        let earlier = earlier.and_then(|earlier| earlier.named(&known.id));
        let own = release.organisation().scale(dimension);
        let before = earlier.filter(|one| one.relations_from != Source::Declared);
        let (correlations, from) = Correlations::of(survey, dimension, own, before);
        let (reliability, reliability_from) = reliability(survey, dimension, own, before);
        let reading = Reading::of(survey, dimension);
        let spread = release.organisation().spread(dimension);
        let all: Vec<usize> = (0..correlations.items.len()).collect();
        let spread = spread.map(|sd| (sd * sd * correlations.together(&all), Source::Wave));
        let before = earlier.filter(|one| one.variance_from != Source::Declared);
        let before = before.and_then(|one| Some((one.variance?, Source::Earlier)));
        let declared = reading.map(|one| (one.declared(survey, dimension), Source::Declared));
        let variance = spread.or(before).or(declared).filter(|_| reading.is_some());
        let declared_noise = declared_noise(survey, dimension);
        Self {
            dimension: known.id.clone(),
            reliability,
            correlations,
            relations_from: from.max(reliability_from),
            reading,
            variance: variance.map(|(variance, _)| variance),
            variance_from: variance.map_or(Source::Declared, |(_, from)| from),
            noise: declared_noise.0,
            noise_from: declared_noise.1,
            declared: declared_noise,
        }
    }

    /// What the precision of a mean rests on.
    ///
    /// # Errors
    /// For a dimension that is never a mean.
    pub(super) fn basis(&self) -> Result<Basis, StatsError> {
        let reading = self.reading.ok_or(StatsError::NoParameters)?;
        Ok(Basis {
            pooled: self.variance()?,
            prior_df: PRIOR_DF,
            reliability: self.reliability,
            scale: reading.scale(),
        })
    }

    /// The pooled variance of a person's score, in squared points.
    ///
    /// # Errors
    /// For a dimension that is never a mean.
    pub fn variance(&self) -> Result<f64, StatsError> {
        self.variance.ok_or(StatsError::NoParameters)
    }
}

/// What a survey declares of the noise of answers; of no concern where leaders are not compared.
fn declared_noise(survey: &Survey, dimension: usize) -> (f64, Source) {
    let items = survey.items_of(dimension).count();
    let scoring = &survey.scoring;
    let noise = stats::declared_noise(items, scoring.reliability, scoring.scale_variance);
    let kind = survey.dimensions.get(dimension).map(|known| known.kind);
    let from = match kind.is_some_and(has_gap) {
        true => Source::Declared,
        false => Source::Wave,
    };
    (noise, from)
}

/// Within-team alpha, if the items are signs of one thing; a list of symptoms has no reliability.
fn reliability(
    survey: &Survey,
    dimension: usize,
    own: Option<&ScaleFigures>,
    before: Option<&DimensionParameters>,
) -> (f64, Source) {
    let kind = survey.dimensions.get(dimension).map(|known| known.kind);
    let declared = survey.scoring.reliability;
    if !matches!(kind, Some(DimensionKind::Core | DimensionKind::Trap)) {
        return (declared, Source::Wave);
    }
    let k = survey.items_of(dimension).count();
    let own = own.and_then(|own| own.reliability(k));
    let own = own.map(|own| (own, Source::Wave));
    let before = before.map(|before| (before.reliability, Source::Earlier));
    own.or(before).unwrap_or((declared, Source::Declared))
}

impl Correlations {
    /// From this wave, where a pair of which too much is capped takes the mean of the others, else pair by pair from
    /// the one before, else as the survey declares; and the worst of these.
    fn of(
        survey: &Survey,
        dimension: usize,
        own: Option<&ScaleFigures>,
        before: Option<&DimensionParameters>,
    ) -> (Self, Source) {
        let items = survey.items_of(dimension);
        let items: Vec<String> = items.map(|(_, item)| item.id.clone()).collect();
        let mut from = Source::Wave;
        let mut between = |i: usize, j: usize| {
            if i == j {
                return 1.0;
            }
            let own = own.and_then(|own| own.correlation(i, j).or(own.mean_correlation()));
            let pair = items.get(i).zip(items.get(j));
            let before = || before?.correlations.named(pair?);
            let (found, source) = match (own, before()) {
                (Some(own), _) => (own, Source::Wave),
                (None, Some(before)) => (before, Source::Earlier),
                (None, None) => (survey.scoring.inter_item_correlation, Source::Declared),
            };
            from = from.max(source);
            found
        };
        let k = items.len();
        let mut matrix = Vec::with_capacity(k);
        for i in 0..k {
            matrix.push((0..k).map(|j| between(i, j)).collect());
        }
        (Self { items, matrix }, from)
    }

    /// The correlation of two items by their places in the dimension; 1 of an item with itself.
    pub fn between(&self, i: usize, j: usize) -> f64 {
        let known = self.matrix.get(i).and_then(|row| row.get(j));
        known.copied().unwrap_or(f64::from(i == j))
    }

    /// The variance of the mean of some items, by their places, of which each has variance 1.
    pub fn together(&self, places: &[usize]) -> f64 {
        let pairs = places
            .iter()
            .flat_map(|&i| places.iter().map(move |&j| (i, j)));
        let sum: f64 = pairs.map(|(i, j)| self.between(i, j)).sum();
        let k = places.len().max(1) as f64;
        (sum / (k * k)).max(0.0)
    }

    fn named(&self, (a, b): (&String, &String)) -> Option<f64> {
        let place = |item| self.items.iter().position(|known| known == item);
        Some(self.between(place(a)?, place(b)?))
    }
}
