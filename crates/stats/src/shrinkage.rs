use super::centred::Centred;

/// The answers of one team on one scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TeamMean {
    pub n: usize,
    pub mean: f64,
    /// With n - 1; 0 for one answer.
    pub variance: f64,
    /// The share of the team whose mean is wanted that answered; 0 if what is wanted is the mean of the process
    /// that makes such teams.
    pub response: f64,
}

/// Team means drawn towards the mean of all teams, for ranking and screening; never a team's own figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrinkage {
    /// Variance within teams, in squared points.
    pub within: f64,
    /// The size of team that counts for all (Searle, Casella & McCulloch 1992).
    pub size: f64,
    /// Variance between teams, (MSB - MSW)/size and at least 0: at 0 no team can be told from another. The same
    /// as DerSimonian & Laird's (1986) with equal error variances.
    pub between: f64,
    /// Mean of teams, weighted by the inverse of their variance.
    pub mean: f64,
    pub se: f64,
    /// Σ n(x̄ - mean of people)²/within, or Cochran's Q; `None` if all answers are equal.
    pub q: Option<f64>,
    /// In the order of the teams.
    pub teams: Vec<Shrunken>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shrunken {
    /// The share of the team's own mean: between/(between + error of the mean).
    pub weight: f64,
    pub mean: f64,
}

impl TeamMean {
    /// From single answers; `None` without any.
    pub fn of(answers: &[f64]) -> Option<Self> {
        let centred = Centred::of(answers)?;
        Some(Self {
            n: answers.len(),
            mean: centred.mean,
            variance: match answers.len() {
                1 => 0.0,
                n => centred.squares / (n as f64 - 1.0),
            },
            response: 0.0,
        })
    }
}

/// Empirical Bayes with the variances of a one-way analysis (Efron & Morris 1975). `None` below two teams, if
/// no team has two answers, or if a figure is no number.
pub fn shrink(teams: &[TeamMean]) -> Option<Shrinkage> {
    let sum = |figure: &dyn Fn(&TeamMean) -> f64| -> f64 { teams.iter().map(figure).sum() };
    let people = sum(&|team| team.n as f64);
    let (df_between, df_within) = (teams.len() as f64 - 1.0, people - teams.len() as f64);
    if df_between < 1.0 || df_within < 1.0 || teams.iter().any(|team| team.n == 0) {
        return None;
    }
    let centre = sum(&|team| team.n as f64 * team.mean) / people;
    let squares = sum(&|team| team.n as f64 * (team.mean - centre).powi(2));
    let within = sum(&|team| (team.n as f64 - 1.0) * team.variance) / df_within;
    if !squares.is_finite() || !within.is_finite() {
        return None;
    }
    let size = (people - sum(&|team| (team.n as f64).powi(2)) / people) / df_between;
    let between = ((squares / df_between - within) / size).max(0.0);
    let error = |team: &TeamMean| within / team.n as f64 * (1.0 - team.response);
    // Without differences between teams, people count alike; the inverse may divide by 0 then.
    let weight = |team: &TeamMean| match between > 0.0 {
        true => 1.0 / (between + error(team)),
        false => team.n as f64,
    };
    let weights = sum(&weight);
    let mean = sum(&|team| weight(team) * team.mean) / weights;
    let own = |team: &TeamMean| match between > 0.0 {
        true => between / (between + error(team)),
        false => 0.0,
    };
    let shrunken = |team: &TeamMean| Shrunken {
        weight: own(team),
        mean: mean + own(team) * (team.mean - mean),
    };
    Some(Shrinkage {
        within,
        size,
        between,
        mean,
        se: sum(&|team| weight(team).powi(2) * (between + error(team))).sqrt() / weights,
        q: Some(squares / within).filter(|q| !q.is_nan()),
        teams: teams.iter().map(shrunken).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(answers: &[f64], response: f64) -> TeamMean {
        TeamMean {
            response,
            ..TeamMean::of(answers).unwrap()
        }
    }

    #[test]
    fn a_team_that_answered_in_full_keeps_its_mean() {
        let teams = [
            team(&[1.0, 2.0], 1.0),
            team(&[4.0, 5.0], 0.5),
            team(&[3.0, 3.0], 0.5),
        ];
        let found = shrink(&teams).unwrap().teams;
        assert!((found[0].weight, found[0].mean) == (1.0, 1.5));
        assert!(found[1].weight < 1.0);
    }

    #[test]
    fn unanimous_teams_are_shrunk_without_dividing_by_zero() {
        let alike = shrink(&[team(&[4.2; 3], 0.0), team(&[4.2; 2], 1.0)]).unwrap();
        assert_eq!((alike.between, alike.mean, alike.q), (0.0, 4.2, None));
        let apart = shrink(&[team(&[1.0; 3], 0.0), team(&[5.0; 2], 0.0)]).unwrap();
        assert!(apart.teams.iter().all(|team| team.weight == 1.0));
        assert_eq!(shrink(&[team(&[1.0], 0.0), team(&[5.0], 0.0)]), None);
    }

    #[test]
    fn teams_of_unknown_variance_are_not_called_alike() {
        let mut unknown = team(&[1.0, 2.0], 0.0);
        unknown.variance = f64::NAN;
        assert_eq!(shrink(&[unknown, team(&[4.0, 5.0], 0.0)]), None);
    }
}
