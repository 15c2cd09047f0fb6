//! The six steps of the scale.

use crate::chart::ink::Ink;

/// Where the steps begin, in whole points. They lie alike around 50, so that a column that is
/// turned round has the same steps.
const STARTS: [u8; 6] = [0, 20, 35, 50, 65, 80];

/// The inks of a cell and of the number in it. The step is that of the number as it is shown.
pub(super) fn inks(score: f64, high_is_worse: bool) -> (Ink, Ink) {
    let shown = score.round();
    let reached = STARTS.iter().filter(|start| f64::from(**start) <= shown);
    let step = reached.count().saturating_sub(1);
    shade(if high_is_worse { 5 - step } else { step })
}

/// The inks of a step from 0, the poorest, to 5, and of the text on it.
pub(super) const fn shade(step: usize) -> (Ink, Ink) {
    match step {
        0 => (Ink::Step1, Ink::OnLow),
        1 => (Ink::Step2, Ink::OnLow),
        2 => (Ink::Step3, Ink::OnLow),
        3 => (Ink::Step4, Ink::OnLow),
        4 => (Ink::Step5, Ink::OnHigh),
        _ => (Ink::Step6, Ink::OnHigh),
    }
}

/// The first and last whole point of each step, from low to high.
pub(super) fn ranges() -> Vec<String> {
    let ends = STARTS.iter().skip(1).map(|next| next - 1).chain([100]);
    let ranges = STARTS.iter().zip(ends);
    ranges
        .map(|(start, end)| format!("{start}\u{2013}{end}"))
        .collect()
}
