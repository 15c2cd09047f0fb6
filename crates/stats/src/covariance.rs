use super::interval::StatsError;

/// Variances and covariances of k items with n - 1, symmetric.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariance {
    /// k rows of k.
    rows: Vec<Vec<f64>>,
}

/// One team's people who answered all of k items: how many, the sum of each item, and the sums of products,
/// row by row from the diagonal on. Sums of whole numbers are exact, so teams can be added in any order.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamSums {
    n: f64,
    sums: Vec<f64>,
    /// Row by row, from the diagonal on.
    products: Vec<Vec<f64>>,
}

/// The covariances of items within teams and between them (Geldhof, Preacher & Zyphur 2014).
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    pub people: f64,
    pub teams: usize,
    /// The size of a typical team (Searle), N less the sum of squares over N, over G - 1.
    pub n0: f64,
    /// Pooled within teams.
    pub within: Covariance,
    /// Of all people, whatever their team.
    pub total: Covariance,
    /// Mean squares between teams.
    pub mean_squares: Covariance,
    /// What teams differ in beyond their people: (mean squares - within) / n0; not a proper covariance with few
    /// teams.
    pub between: Covariance,
}

impl Covariance {
    /// `cell(i, j)` for i <= j.
    pub fn of(k: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let row = |i: usize| (i..k).map(|j| cell(i, j)).collect();
        Self::mirrored(&(0..k).map(row).collect::<Vec<_>>())
    }

    /// From rows that begin at the diagonal, each shorter by one than the one before.
    fn mirrored(upper: &[Vec<f64>]) -> Self {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(upper.len());
        for (i, own) in upper.iter().enumerate() {
            // What stands left of the diagonal stands above it in the rows before.
            let left = rows.iter().filter_map(|before| before.get(i)).copied();
            let row = left.chain(own.iter().copied()).collect();
            rows.push(row);
        }
        Self { rows }
    }

    /// The same with each covariance changed.
    fn map(&self, change: impl Fn(f64) -> f64) -> Self {
        let row = |row: &Vec<f64>| row.iter().map(|cell| change(*cell)).collect();
        Self {
            rows: self.rows.iter().map(row).collect(),
        }
    }

    /// Two of the same items, covariance by covariance.
    fn zip(&self, other: &Self, with: impl Fn(f64, f64) -> f64) -> Self {
        let row = |(own, other): (&Vec<f64>, &Vec<f64>)| {
            let both = own.iter().zip(other);
            both.map(|(own, other)| with(*own, *other)).collect()
        };
        Self {
            rows: self.rows.iter().zip(&other.rows).map(row).collect(),
        }
    }

    /// How many items it is of.
    pub fn k(&self) -> usize {
        self.rows.len()
    }

    /// An item's covariances with all, its own variance among them.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// The covariance of two items; `None` for one that is not there.
    pub fn get(&self, i: usize, j: usize) -> Option<f64> {
        self.rows.get(i)?.get(j).copied()
    }

    /// `None` where one of the items has no variance, or is not there.
    pub fn correlation(&self, i: usize, j: usize) -> Option<f64> {
        correlation(self.get(i, j)?, self.get(i, i)?, self.get(j, j)?)
    }

    /// The correlations as a matrix; `None` where an item has no variance.
    pub fn standardised(&self) -> Option<Self> {
        let variances = self.variances();
        let row = |(own, row): (&f64, &Vec<f64>)| {
            let others = row.iter().zip(&variances);
            others
                .map(|(cell, other)| correlation(*cell, *own, *other))
                .collect::<Option<Vec<_>>>()
        };
        let rows = variances.iter().zip(&self.rows).map(row);
        Some(Self {
            rows: rows.collect::<Option<_>>()?,
        })
    }

    /// The variance of the sum of all items; exactly 0 where they cancel out but for rounding.
    pub fn total(&self) -> f64 {
        let total: f64 = self.rows.iter().flatten().sum();
        let size: f64 = self.rows.iter().flatten().map(|cell| cell.abs()).sum();
        if total.abs() <= 1e-13 * size {
            0.0
        } else {
            total
        }
    }

    /// The covariance of an item with the sum of all; `None` for one that is not there.
    pub fn with_total(&self, item: usize) -> Option<f64> {
        Some(self.rows.get(item)?.iter().sum())
    }

    pub fn variances(&self) -> Vec<f64> {
        let diagonal = self.rows.iter().enumerate();
        diagonal
            .filter_map(|(i, row)| row.get(i).copied())
            .collect()
    }

    /// The same without one item; `None` for one that is not there.
    pub fn without(&self, item: usize) -> Option<Self> {
        let mut rows = self.rows.clone();
        if item >= rows.len() {
            return None;
        }
        rows.remove(item);
        rows.iter_mut().for_each(|row| {
            row.remove(item);
        });
        Some(Self { rows })
    }
}

impl TeamSums {
    /// `products` row by row from the diagonal on.
    ///
    /// # Errors
    /// When there are not k(k + 1)/2 products for k sums, or one of the numbers is not finite.
    pub fn new(n: f64, sums: Vec<f64>, products: &[f64]) -> Result<Self, StatsError> {
        let k = sums.len();
        if products.len() != k * (k + 1) / 2 {
            return Err(StatsError::OtherItems {
                one: k,
                other: products.len(),
            });
        }
        let unknown = [&[n], sums.as_slice(), products].concat();
        if let Some(unknown) = unknown.iter().find(|number| !number.is_finite()) {
            return Err(StatsError::NotANumber {
                mean: *unknown,
                variance: *unknown,
            });
        }
        let mut left = products;
        let mut rows = Vec::with_capacity(k);
        for length in (1..=k).rev() {
            let (row, rest) = left.split_at(length);
            rows.push(row.to_vec());
            left = rest;
        }
        Ok(Self {
            n,
            sums,
            products: rows,
        })
    }

    /// From people who answered all of `items`.
    ///
    /// # Errors
    /// When somebody has another number of answers, or one of them is not finite.
    pub fn of(rows: &[Vec<f64>], items: usize) -> Result<Self, StatsError> {
        let mut sums = vec![0.0; items];
        let mut products = vec![0.0; items * (items + 1) / 2];
        for row in rows {
            if row.len() != items {
                return Err(StatsError::OtherItems {
                    one: items,
                    other: row.len(),
                });
            }
            sums.iter_mut().zip(row).for_each(|(sum, own)| *sum += own);
            let from_own = row.iter().enumerate();
            let pairs =
                from_own.flat_map(|(i, own)| row.iter().skip(i).map(move |other| own * other));
            products
                .iter_mut()
                .zip(pairs)
                .for_each(|(sum, own)| *sum += own);
        }
        Self::new(rows.len() as f64, sums, &products)
    }

    pub fn n(&self) -> f64 {
        self.n
    }

    /// The sum of each item.
    pub fn sums(&self) -> &[f64] {
        &self.sums
    }

    /// What `figure` makes of each pair of items' sum of products and their two sums.
    fn pairs(&self, figure: impl Fn(f64, f64, f64) -> f64) -> Covariance {
        let row = |(i, (products, own)): (usize, (&Vec<f64>, &f64))| {
            let others = self.sums.iter().skip(i);
            let pairs = products.iter().zip(others);
            pairs
                .map(|(product, other)| figure(*product, *own, *other))
                .collect()
        };
        let rows = self.products.iter().zip(&self.sums).enumerate();
        Covariance::mirrored(&rows.map(row).collect::<Vec<_>>())
    }

    /// The sums of products about the team's own means. The products of sums are whole where the sums are, so
    /// nothing cancels in them; what only rounding leaves is taken for nothing.
    fn scatter(&self) -> Covariance {
        self.pairs(|product, one, other| {
            let (own, of_sums) = (self.n * product, one * other);
            let apart = own - of_sums;
            if apart.abs() <= 1e-14 * own.abs().max(of_sums.abs()) {
                return 0.0;
            }
            apart / self.n
        })
    }

    /// n, sum and sum of squares of the sum over all items.
    pub fn score(&self) -> (f64, f64, f64) {
        let all = self.pairs(|product, _, _| product);
        (
            self.n,
            self.sums.iter().sum(),
            all.rows.iter().flatten().sum(),
        )
    }

    /// The covariance of the items; `None` below two people.
    pub fn covariance(&self) -> Option<Covariance> {
        (self.n > 1.0).then(|| self.scatter().map(|cell| cell / (self.n - 1.0)))
    }
}

impl Levels {
    /// `None` unless there are two teams and more people than teams, or if the teams have different numbers of items.
    /// Teams without people do not count.
    pub fn of(teams: &[TeamSums]) -> Option<Self> {
        let teams: Vec<&TeamSums> = teams.iter().filter(|team| team.n > 0.0).collect();
        let k = teams.first()?.sums.len();
        let alike = teams.iter().all(|team| team.sums.len() == k);
        let groups = teams.len() as f64;
        let people: f64 = teams.iter().map(|team| team.n).sum();
        if groups < 2.0 || people <= groups || !alike {
            return None;
        }
        let sizes: f64 = teams.iter().map(|team| team.n * team.n).sum();
        let n0 = (people - sizes / people) / (groups - 1.0);
        let add = |sum: Covariance, own: Covariance| sum.zip(&own, |sum, own| sum + own);
        let over = |figure: &dyn Fn(&TeamSums) -> Covariance| {
            teams.iter().map(|team| figure(team)).reduce(add)
        };
        let inside = over(&TeamSums::scatter)?;
        let of_means = over(&|team| outer(&team.sums, |one, other| one * other / team.n))?;
        let sums = teams.iter().fold(vec![0.0; k], |sums, team| {
            let both = sums.iter().zip(&team.sums);
            both.map(|(sum, own)| sum + own).collect()
        });
        let of_all = outer(&sums, |one, other| one * other / people);
        let outside = of_means.zip(&of_all, |means, all| means - all);
        let within = inside.map(|cell| cell / (people - groups));
        let mean_squares = outside.map(|cell| cell / (groups - 1.0));
        Some(Self {
            people,
            teams: teams.len(),
            n0,
            total: inside.zip(&outside, |inside, outside| {
                (inside + outside) / (people - 1.0)
            }),
            between: mean_squares.zip(&within, |between, within| (between - within) / n0),
            within,
            mean_squares,
        })
    }
}

/// What `figure` makes of the sums of each two items.
fn outer(sums: &[f64], figure: impl Fn(f64, f64) -> f64) -> Covariance {
    let row = |one: &f64| sums.iter().map(|other| figure(*one, *other)).collect();
    Covariance {
        rows: sums.iter().map(row).collect(),
    }
}

/// The correlation of two things with that covariance and those variances, from -1 to 1; `None` where one of
/// them does not vary.
pub(super) fn correlation(covariance: f64, a: f64, b: f64) -> Option<f64> {
    (a > 0.0 && b > 0.0).then(|| (covariance / (a.sqrt() * b.sqrt())).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_within_and_between_teams_add_up_to_all_people() {
        let teams = [
            vec![vec![1.0, 2.0], vec![3.0, 3.0], vec![2.0, 5.0]],
            vec![vec![4.0, 4.0], vec![5.0, 4.0]],
        ];
        let all = TeamSums::of(&teams.concat(), 2)
            .unwrap()
            .covariance()
            .unwrap();
        let levels = Levels::of(&teams.map(|rows| TeamSums::of(&rows, 2).unwrap())).unwrap();
        for (i, j) in [(0, 0), (0, 1), (1, 1)] {
            let of = |part: &Covariance| part.get(i, j).unwrap();
            let parts = 3.0 * of(&levels.within) + of(&levels.mean_squares);
            assert!((parts - 4.0 * of(&all)).abs() < 1e-12);
            assert!((of(&levels.total) - of(&all)).abs() < 1e-12);
        }
    }

    #[test]
    fn an_item_that_never_varies_within_teams_has_no_variance_there() {
        let team = |value: f64| {
            let rows = [vec![value, 1.0], vec![value, 2.0], vec![value, 4.0]];
            TeamSums::of(&rows, 2).unwrap()
        };
        let levels = Levels::of(&[team(0.1), team(0.7)]).unwrap();
        assert_eq!(levels.within.get(0, 0), Some(0.0));
        assert_eq!(levels.within.correlation(0, 1), None);
        assert_eq!(levels.within.standardised(), None);
    }

    #[test]
    fn sheets_and_sums_that_do_not_fit_are_refused() {
        let ragged = [vec![1.0, 2.0], vec![3.0]];
        let refused = StatsError::OtherItems { one: 2, other: 1 };
        assert_eq!(TeamSums::of(&ragged, 2), Err(refused));
        let too_few = StatsError::OtherItems { one: 2, other: 2 };
        assert_eq!(
            TeamSums::new(2.0, vec![1.0, 2.0], &[1.0, 2.0]),
            Err(too_few)
        );
        assert!(TeamSums::new(2.0, vec![f64::NAN], &[1.0]).is_err());
        let team = |items: usize| {
            let rows = [vec![1.0; items], vec![2.0; items]];
            TeamSums::of(&rows, items).unwrap()
        };
        assert_eq!(Levels::of(&[team(2), team(3)]), None);
    }

    #[test]
    fn an_item_that_is_not_there_has_no_figures() {
        let items = Covariance::of(2, |i, j| if i == j { 2.0 } else { 1.0 });
        assert_eq!(items.get(0, 2), None);
        assert_eq!(items.with_total(2), None);
        assert_eq!(items.correlation(2, 2), None);
        assert_eq!(items.without(2), None);
        assert_eq!(items.without(0).unwrap().variances(), [2.0]);
        assert_eq!(crate::item_rest(&items, 2), None);
        assert_eq!(crate::item_total(&items, 2), None);
    }

    #[test]
    fn an_unknown_covariance_is_no_correlation_of_0() {
        let items = Covariance::of(3, |i, j| match (i, j) {
            (0, 0) => f64::NAN,
            _ if i == j => 2.0,
            _ => 1.0,
        });
        assert_eq!(items.standardised(), None);
    }
}
