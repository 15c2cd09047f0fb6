use super::Config;
use crate::error::{Outcome, Problem};

/// Refuses to keep parts of a wave for longer than the wave.
pub(super) fn check(config: &Config) -> Outcome<()> {
    for (name, months) in [
        ("keep_comments_months", config.keep_comments_months),
        (
            "keep_leader_answers_months",
            config.keep_leader_answers_months,
        ),
    ] {
        if config.keep_waves_months > 0 && months > config.keep_waves_months {
            return Err(Problem::broken(format!(
                "{name} is {months}, but a wave goes as a whole after keep_waves_months = {}; \
                 set {name} to no more than that, or to 0 for as long as the wave",
                config.keep_waves_months
            )));
        }
    }
    Ok(())
}
