use serde::Serialize;

/// A report as JSON, to be read by people too.
///
/// # Errors
/// When a report cannot be written, which its types rule out.
pub fn json(report: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec_pretty(report)
}
