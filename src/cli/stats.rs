use super::print;
use crate::case::{Case, CaseError, figures};
use crate::error::{Outcome, Problem};
use serde_json::json;
use std::path::Path;

/// Prints our figures for a case; its CSV lies beside it.
pub(super) fn run(path: &Path) -> Outcome<()> {
    let read = |path: &Path| {
        std::fs::read_to_string(path)
            .map_err(|error| CaseError(format!("{}: {error}", path.display())))
    };
    let computed = read(path).and_then(|text| {
        let case = Case::read(&text, |name| read(&path.with_file_name(name)))?;
        Ok(json!({ "id": case.id, "figures": figures(&case)? }))
    });
    let computed = computed.map_err(|error| Problem::fault(&path.display().to_string(), error))?;
    print(&format!("{computed:#}\n"))
}
