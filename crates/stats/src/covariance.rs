/// Variances and covariances of k items with n - 1, symmetric.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariance {
    k: usize,
    /// Row by row.
    cells: Vec<f64>,
}

/// One team's people who answered all of k items: how many, the sum of each item, and the sums of products,
/// row by row from the diagonal on. Sums of whole numbers are exact, so teams can be added in any order.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamSums {
    pub n: f64,
    pub sums: Vec<f64>,
    pub products: Vec<f64>,
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
        let all = (0..k).flat_map(|i| (0..k).map(move |j| (i.min(j), i.max(j))));
        Self {
            k,
            cells: all.map(|(i, j)| cell(i, j)).collect(),
        }
    }

    /// How many items it is of.
    pub fn k(&self) -> usize {
        self.k
    }

    /// The covariance of two items; 0 for one that is not there.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        let cell = self.cells.get(i * self.k + j).filter(|_| j < self.k);
        cell.copied().unwrap_or(0.0)
    }

    /// `None` where one of the items has no variance.
    pub fn correlation(&self, i: usize, j: usize) -> Option<f64> {
        correlation(self.get(i, j), self.get(i, i), self.get(j, j))
    }

    /// The correlations as a matrix; `None` where an item has no variance.
    pub fn standardised(&self) -> Option<Self> {
        let flat = (0..self.k).any(|i| self.get(i, i) <= 0.0);
        let cell = |i, j| self.correlation(i, j).unwrap_or(0.0);
        (!flat).then(|| Self::of(self.k, cell))
    }

    /// The variance of the sum of all items; exactly 0 where they cancel out but for rounding.
    pub fn total(&self) -> f64 {
        let total: f64 = self.cells.iter().sum();
        let size: f64 = self.cells.iter().map(|cell| cell.abs()).sum();
        if total.abs() <= 1e-13 * size {
            0.0
        } else {
            total
        }
    }

    /// The covariance of an item with the sum of all.
    pub fn with_total(&self, item: usize) -> f64 {
        (0..self.k).map(|other| self.get(item, other)).sum()
    }

    pub fn variances(&self) -> Vec<f64> {
        (0..self.k).map(|item| self.get(item, item)).collect()
    }

    /// The same without one item.
    pub fn without(&self, item: usize) -> Self {
        let skip = |i: usize| if i < item { i } else { i + 1 };
        Self::of(self.k.saturating_sub(1), |i, j| self.get(skip(i), skip(j)))
    }
}

impl TeamSums {
    /// From people who answered all items.
    pub fn of(rows: &[Vec<f64>]) -> Self {
        let k = rows.first().map_or(0, Vec::len);
        let sum = |value: &dyn Fn(&[f64]) -> Option<f64>| {
            rows.iter().filter_map(|row| value(row)).sum::<f64>()
        };
        let pairs = (0..k).flat_map(|i| (i..k).map(move |j| (i, j)));
        Self {
            n: rows.len() as f64,
            sums: (0..k).map(|i| sum(&|row| row.get(i).copied())).collect(),
            products: pairs
                .map(|(i, j)| sum(&|row| Some(row.get(i)? * row.get(j)?)))
                .collect(),
        }
    }

    fn sum(&self, item: usize) -> f64 {
        self.sums.get(item).copied().unwrap_or(0.0)
    }

    fn product(&self, i: usize, j: usize) -> f64 {
        let k = self.sums.len();
        let row = i * k - i * i.saturating_sub(1) / 2;
        self.products.get(row + j - i).copied().unwrap_or(0.0)
    }

    /// The sum of products about the team's own means. The products of sums are whole where the sums are, so
    /// nothing cancels in them; what only rounding leaves is taken for nothing.
    fn scatter(&self, i: usize, j: usize) -> f64 {
        let (own, of_sums) = (self.n * self.product(i, j), self.sum(i) * self.sum(j));
        let apart = own - of_sums;
        if apart.abs() <= 1e-14 * own.abs().max(of_sums.abs()) {
            return 0.0;
        }
        apart / self.n
    }

    /// n, sum and sum of squares of the sum over all items.
    pub fn score(&self) -> (f64, f64, f64) {
        let k = self.sums.len();
        let pairs = (0..k).flat_map(|i| (i..k).map(move |j| (i, j)));
        let square = |(i, j)| self.product(i, j) * if i == j { 1.0 } else { 2.0 };
        (self.n, self.sums.iter().sum(), pairs.map(square).sum())
    }

    /// The covariance of the items; `None` below two people.
    pub fn covariance(&self) -> Option<Covariance> {
        let k = self.sums.len();
        (self.n > 1.0).then(|| Covariance::of(k, |i, j| self.scatter(i, j) / (self.n - 1.0)))
    }
}

impl Levels {
    /// `None` unless there are two teams and more people than teams. Teams without people do not count.
    pub fn of(teams: &[TeamSums]) -> Option<Self> {
        let teams: Vec<&TeamSums> = teams.iter().filter(|team| team.n > 0.0).collect();
        let k = teams.first()?.sums.len();
        let groups = teams.len() as f64;
        let people: f64 = teams.iter().map(|team| team.n).sum();
        if groups < 2.0 || people <= groups {
            return None;
        }
        let over = |figure: &dyn Fn(&TeamSums) -> f64| -> f64 {
            teams.iter().map(|team| figure(team)).sum()
        };
        let n0 = (people - over(&|team| team.n * team.n) / people) / (groups - 1.0);
        let inside = |i, j| over(&|team| team.scatter(i, j));
        let outside = |i, j| {
            let sums = over(&|team| team.sum(i)) * over(&|team| team.sum(j));
            over(&|team| team.sum(i) * team.sum(j) / team.n) - sums / people
        };
        let within = Covariance::of(k, |i, j| inside(i, j) / (people - groups));
        let mean_squares = Covariance::of(k, |i, j| outside(i, j) / (groups - 1.0));
        Some(Self {
            people,
            teams: teams.len(),
            n0,
            total: Covariance::of(k, |i, j| (inside(i, j) + outside(i, j)) / (people - 1.0)),
            between: Covariance::of(k, |i, j| (mean_squares.get(i, j) - within.get(i, j)) / n0),
            within,
            mean_squares,
        })
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
        let all = TeamSums::of(&teams.concat()).covariance().unwrap();
        let levels = Levels::of(&teams.map(|rows| TeamSums::of(&rows))).unwrap();
        for (i, j) in [(0, 0), (0, 1), (1, 1)] {
            let parts = 3.0 * levels.within.get(i, j) + levels.mean_squares.get(i, j);
            assert!((parts - 4.0 * all.get(i, j)).abs() < 1e-12);
            assert!((levels.total.get(i, j) - all.get(i, j)).abs() < 1e-12);
        }
    }

    #[test]
    fn an_item_that_never_varies_within_teams_has_no_variance_there() {
        let team =
            |value: f64| TeamSums::of(&[vec![value, 1.0], vec![value, 2.0], vec![value, 4.0]]);
        let levels = Levels::of(&[team(0.1), team(0.7)]).unwrap();
        assert_eq!(levels.within.get(0, 0), 0.0);
        assert_eq!(levels.within.correlation(0, 1), None);
        assert_eq!(levels.within.standardised(), None);
    }
}
