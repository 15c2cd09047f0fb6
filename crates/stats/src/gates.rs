use super::interval::Interval;

/// Fewest teams among which a team's percentile is shown (this and all below: judgement).
pub const PERCENTILE_TEAMS: usize = 20;
const SURFACE_TEAMS: usize = 100;
const DRIVER_TEAMS: usize = 50;
const DRIVER_TEAMS_PER_PREDICTOR: usize = 10;
const CORRELATION_TEAMS: usize = 20;
const SCATTER_TEAMS: usize = 10;

/// How much of the relation of predictors to an outcome may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationShown {
    /// Relative weights with their intervals.
    Drivers,
    /// Correlations with Fisher intervals.
    Correlations,
    /// Points without a figure.
    Scatter,
    Nothing,
}

impl RelationShown {
    /// For that many teams and predictors, and the 95 % interval of R² if it is defined.
    pub fn of(teams: usize, predictors: usize, r_squared: Option<Interval>) -> Self {
        let enough = teams >= DRIVER_TEAMS.max(DRIVER_TEAMS_PER_PREDICTOR * predictors);
        if enough && r_squared.is_some_and(|interval| interval.lo > 0.0) {
            Self::Drivers
        } else if teams >= CORRELATION_TEAMS {
            Self::Correlations
        } else if teams >= SCATTER_TEAMS {
            Self::Scatter
        } else {
            Self::Nothing
        }
    }
}

/// Whether a response surface may be shown: enough teams, and leaders who differ at least half as much as the
/// means of members do (both variances in squared points).
pub fn surface_shown(teams: usize, leader_variance: f64, member_variance: f64) -> bool {
    teams >= SURFACE_TEAMS && leader_variance >= member_variance / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_need_teams_and_a_share_explained_above_chance() {
        let above = Some(Interval { lo: 0.01, hi: 0.3 });
        let chance = Some(Interval { lo: 0.0, hi: 0.3 });
        assert_eq!(RelationShown::of(50, 5, above), RelationShown::Drivers);
        assert_eq!(RelationShown::of(59, 6, above), RelationShown::Correlations);
        assert_eq!(
            RelationShown::of(99, 5, chance),
            RelationShown::Correlations
        );
        assert_eq!(RelationShown::of(99, 5, None), RelationShown::Correlations);
        assert_eq!(RelationShown::of(19, 5, above), RelationShown::Scatter);
        assert_eq!(RelationShown::of(9, 5, above), RelationShown::Nothing);
    }
}
