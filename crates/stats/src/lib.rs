//! Pure mathematics on numbers: means and their intervals, the gap between leader and members, change between
//! waves, agreement, reliability. Nothing here knows what a survey is.
//!
//! Two questions are kept apart. *Coverage*: what would the whole team have said? Its error vanishes when
//! everyone answered. *Signal*: is the gap beyond the noise of answering? Its error does not.
//! `comparison` answers both with one interval from the items themselves.

mod agreement;
mod agreement_critical;
mod agreement_table;
mod beta;
mod careless;
mod centred;
mod change;
mod comparison;
mod correlation;
mod covariance;
mod direction;
mod discovery;
mod driver_bootstrap;
mod drivers;
mod eigen;
mod fisher;
mod gap;
mod gates;
mod histogram;
mod holm;
mod hypergeometric;
mod icc;
mod interval;
mod moments;
mod normal;
mod omega;
mod percentile;
mod precision;
mod profile;
mod rank;
mod regression;
mod reliability;
mod score;
mod shrinkage;
mod standard_error;
mod student;
mod surface;

pub use agreement::{Band, Null, ad_mean, ad_median, awg, band, rwg, rwg_j, rwg_j_raw};
pub use agreement_critical::{Critical, critical};
pub use agreement_table::{Threshold, five_options};
pub use beta::clopper_pearson;
pub use careless::{CarelessFlags, RawAnswer, Runs, runs};
pub use change::{Change, change};
pub use comparison::{
    Comparison, Difference, Family, Gap, ItemNoise, Judged, Part, Side, TopicFigures, Word,
    compare, declared_noise, leader_gap, moved, pooled_noise,
};
pub use correlation::{Correlation, fisher_interval, pearson};
pub use covariance::{Covariance, Levels, TeamSums};
pub use discovery::benjamini_hochberg;
pub use driver_bootstrap::{WeightBootstrap, WeightDifference, bootstrap_weights};
pub use drivers::{DriverCorrelations, olkin_finn};
pub use fisher::{f_quantile, f_upper_tail};
pub use gap::{ALPHA, Leaders, Signal, Verdict, equivalence_p, gap, signal, verdict};
pub use gates::{PERCENTILE_TEAMS, RelationShown, surface_shown};
pub use histogram::Histogram;
pub use holm::holm;
pub use hypergeometric::{CountInterval, Hypergeometric, favourable_interval};
pub use icc::{Anova, Group, IccIntervals, SizeBucket, by_size, mean_reliability};
pub use interval::{
    Interval, Moderated, PRIOR_DF, Sample, StatsError, Turnout, pool, pooled_variance,
};
pub use moments::{mean, median, variance};
pub use omega::{NoFactor, OneFactor};
pub use percentile::{Standing, quantile};
pub use precision::{Basis, Precision};
pub use profile::ProfileSimilarity;
pub use rank::spearman;
pub use regression::{Estimate, FTest, Regression};
pub use reliability::{alpha, error_of_mean, feldt, item_rest, item_total, mean_correlation};
pub use score::{half_rule, mean_of_answered};
pub use shrinkage::{Shrinkage, Shrunken, TeamMean, shrink};
pub use standard_error::{Equivalence, StandardError, Test};
pub use student::{t_quantile, t_upper_tail};
pub use surface::{SURFACE, difference_reliability, response_surface};
