use super::observed::{Observed, shown};
use super::reading::Reading;
use crate::disclosure::{NodeTally, Release, Released, ScaleFigures};
use crate::stats::{Basis, PRIOR_DF, pooled_variance};
use crate::survey::{DimensionKind, Survey};

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
    /// Of `reliability` and `correlations`.
    pub relations_from: Source,
    /// By reading: the pooled variance of a person's score within teams.
    variances: Vec<(Reading, f64)>,
    pub variance_from: Source,
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
        let atoms: Vec<_> = (0..release.partition().atoms().len())
            .filter_map(|atom| release.atom(atom))
            .collect();
        let of = |dimension| DimensionParameters::of(survey, dimension, release, &atoms, earlier);
        Self((0..survey.dimensions.len()).map(of).collect())
    }

    /// Those of a dimension, by its index.
    pub fn get(&self, dimension: usize) -> Option<&DimensionParameters> {
        self.0.get(dimension)
    }

    /// Where the worst of them come from, over the dimensions that are means.
    pub fn source(&self) -> Source {
        let means = self.0.iter().filter(|one| one.keyed_variance().is_some());
        let sources = means.map(|one| one.relations_from.max(one.variance_from));
        sources.max().unwrap_or(Source::Declared)
    }

    fn named(&self, dimension: &str) -> Option<&DimensionParameters> {
        self.0.iter().find(|one| one.dimension == dimension)
    }
}

impl DimensionParameters {
    fn of(
        survey: &Survey,
        dimension: usize,
        release: &Released<Release>,
        atoms: &[&Released<NodeTally>],
        earlier: Option<&Parameters>,
    ) -> Self {
        let id = survey
            .dimensions
            .get(dimension)
            .map(|known| known.id.clone());
        let id = id.unwrap_or_default();
        let earlier = earlier.and_then(|earlier| earlier.named(&id));
        let mut parameters = Self::relations(survey, dimension, release, earlier);
        for &reading in readings(survey, dimension) {
            let own = pooled(survey, dimension, atoms, reading, &parameters.correlations);
            let before = || earlier.filter(|one| one.variance_from != Source::Declared);
            let before = || before()?.variance(reading);
            let known = own.map(|own| (own, Source::Wave));
            let known = known.or_else(|| Some((before()?, Source::Earlier)));
            let (variance, from) =
                known.unwrap_or_else(|| (reading.declared(survey, dimension), Source::Declared));
            parameters.variances.push((reading, variance));
            parameters.variance_from = from;
        }
        parameters.dimension = id;
        parameters
    }

    fn relations(
        survey: &Survey,
        dimension: usize,
        release: &Released<Release>,
        earlier: Option<&Self>,
    ) -> Self {
        let items: Vec<String> = survey
            .items_of(dimension)
            .map(|(_, item)| item.id.clone())
            .collect();
        let own = release.organisation().scale(dimension);
        let (matrix, reliability, from) = match (own, earlier) {
            (Some(own), _) => {
                let reliability = Some(own.reliability()).filter(|_| reflective(survey, dimension));
                let reliability = reliability.unwrap_or(survey.scoring.reliability);
                (own_matrix(own, items.len()), reliability, Source::Wave)
            }
            (None, Some(earlier)) if earlier.relations_from != Source::Declared => {
                let matrix = earlier.correlations.arranged(&items, survey);
                (matrix, earlier.reliability, Source::Earlier)
            }
            (None, _) => {
                let matrix = Correlations::default().arranged(&items, survey);
                (matrix, survey.scoring.reliability, Source::Declared)
            }
        };
        Self {
            dimension: String::new(),
            reliability,
            correlations: Correlations { items, matrix },
            relations_from: from,
            variances: Vec::new(),
            variance_from: from,
        }
    }

    /// What the precision of a mean in this reading rests on.
    pub(super) fn basis(&self, reading: Reading) -> Basis {
        Basis {
            pooled: self.variance(reading).unwrap_or_default(),
            prior_df: PRIOR_DF,
            reliability: self.reliability,
            scale: reading.scale(),
        }
    }

    /// The pooled variance of keyed scores, in squared points; `None` for calibration.
    pub fn keyed_variance(&self) -> Option<f64> {
        self.variance(Reading::Keyed)
    }

    fn variance(&self, reading: Reading) -> Option<f64> {
        let known = self.variances.iter().find(|(known, _)| *known == reading);
        known.map(|(_, variance)| *variance)
    }
}

/// Whether the items are signs of one thing; a list of symptoms has no reliability.
fn reflective(survey: &Survey, dimension: usize) -> bool {
    let kind = survey.dimensions.get(dimension).map(|known| known.kind);
    matches!(kind, Some(DimensionKind::Core | DimensionKind::Trap))
}

fn readings(survey: &Survey, dimension: usize) -> &'static [Reading] {
    match survey.dimensions.get(dimension).map(|known| known.kind) {
        Some(DimensionKind::Calibration) => &Reading::INVOLVEMENT,
        Some(DimensionKind::Commitment) => &[],
        _ => &[Reading::Keyed],
    }
}

fn pooled(
    survey: &Survey,
    dimension: usize,
    atoms: &[&Released<NodeTally>],
    reading: Reading,
    correlations: &Correlations,
) -> Option<f64> {
    let observed = atoms.iter().filter_map(|atom| {
        let shown = shown(survey, dimension, atom, &|_| true)?;
        Observed::of(&shown, reading, correlations)
    });
    pooled_variance(observed.map(|seen| (seen.base, seen.variance)))
}

fn own_matrix(own: &ScaleFigures, k: usize) -> Vec<Vec<f64>> {
    let row = |i| (0..k).map(|j| own.correlation(i, j)).collect();
    (0..k).map(row).collect()
}

impl Correlations {
    /// The correlation of two items by their places in the dimension; 1 of an item with itself.
    pub fn between(&self, i: usize, j: usize) -> f64 {
        let known = self.matrix.get(i).and_then(|row| row.get(j));
        known.copied().unwrap_or(f64::from(i == j))
    }

    /// The same for other items in their order; pairs that are not in it are as the survey declares.
    fn arranged(&self, items: &[String], survey: &Survey) -> Vec<Vec<f64>> {
        let place = |item: &String| self.items.iter().position(|known| known == item);
        let between = |a: &String, b: &String| match (place(a), place(b)) {
            _ if a == b => 1.0,
            (Some(i), Some(j)) => self.between(i, j),
            _ => survey.scoring.inter_item_correlation,
        };
        let row = |a| items.iter().map(|b| between(a, b)).collect();
        items.iter().map(row).collect()
    }
}
