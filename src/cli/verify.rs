use crate::answer::published_form;
use crate::app::FixedPage;
use crate::ballot::program::{self, Product, VerifyArgs};
use crate::error::{Outcome, Problem};
use crate::survey::Survey;
use crate::text::Pages;

/// Checks the public record of a wave, as `gutcheck-verify` does, the form against the survey file, and the answer
/// page against the one that this release makes.
pub(super) fn run(args: &VerifyArgs) -> Outcome<()> {
    let pages = Pages::load().map_err(|error| Problem::fault("templates", error))?;
    let product = Product {
        form_of,
        page: FixedPage::answer(&pages)?.hash,
    };
    program::verify(args, Some(&product)).map_err(Problem::broken)
}

fn form_of(survey: &str) -> Result<String, String> {
    let survey = Survey::parse(survey, "survey").map_err(|faults| faults.to_string())?;
    Ok(published_form(&survey))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_survey_file_is_the_one_that_is_published() {
        let source = include_str!("../../surveys/team-pulse.toml");
        let survey = Survey::parse(source, "survey").unwrap();
        assert_eq!(form_of(source), Ok(published_form(&survey)));
        assert!(form_of("who = \"are you\"").is_err());
    }
}
