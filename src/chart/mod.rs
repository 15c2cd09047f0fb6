//! Charts as SVG, drawn with plotters. A page embeds them inline under a content security policy
//! without inline styles: colours go by class (`static/chart.css`, light and dark), and the fill
//! attributes hold the light colours for a place without that stylesheet. Texts come in translated;
//! no font is needed on the server.

mod diverging;
mod dumbbell;
mod file;
mod heading;
mod heat_map;
mod ink;
#[cfg(test)]
mod inspect;
mod key;
mod line;
mod pen;
pub mod report;
mod shares;
mod sheet;
mod swatches;
mod text;
mod three_way;
mod trends;

pub use diverging::{Diverging, DivergingRow};
pub use dumbbell::{Dumbbell, DumbbellRow, DumbbellWords, Width};
pub use file::{PictureError, READING};
pub use heat_map::{HeatColumn, HeatMap, HeatRow, HeatWords};
pub use three_way::{ThreeWay, ThreeWayRow, Tone};
pub use trends::{TrendPanel, TrendPoint, TrendWords, Trends, Wave};

use crate::text::Markup;

/// A finished SVG element, safe to embed in a page as it stands: every text is escaped, and it
/// holds no script, no style element and no style attribute. Only this room makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg(String);

impl Markup for Svg {
    /// The markup, from `<svg` to `</svg>`.
    fn markup(&self) -> &str {
        &self.0
    }
}
