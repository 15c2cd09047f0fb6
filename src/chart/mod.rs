//! Charts as SVG, drawn with plotters. A page embeds them inline under a content security policy
//! without inline styles: colours go by class (`static/chart.css`, light and dark), and the fill
//! attributes hold the light colours for a place without that stylesheet. Texts come in translated;
//! no font is needed on the server.

mod canvas;
mod diverging;
mod dumbbell;
mod file;
mod heat_map;
mod histogram;
mod ink;
mod legend;
mod line;
mod pen;
mod ranges;
pub mod report;
mod shares;
mod swatches;
#[cfg(test)]
mod tests;
mod text;
mod three_way;
mod trends;

pub use canvas::{Frame, Width};
pub use diverging::{Diverging, DivergingRow};
pub use dumbbell::{Dumbbell, DumbbellPanel, DumbbellRow, DumbbellWords};
pub use file::PictureError;
pub use heat_map::{HeatColumn, HeatMap, HeatRow, HeatWords};
pub use histogram::{Histogram, HistogramRow};
pub(crate) use ink::Ink;
pub use ranges::{RangeRow, RangeWords, Ranges};
pub use three_way::{ThreeWay, ThreeWayRow, Tone};
pub use trends::{TrendPanel, TrendPoint, TrendWords, Trends, Wave};

use crate::text::Markup;

/// A finished SVG element, safe to embed in a page as it stands: every text is escaped, and it
/// holds no script, no style element and no style attribute. Only this room makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Svg {
    markup: String,
    /// Width and height in pixels.
    size: (f64, f64),
}

impl Markup for Svg {
    /// The markup, from `<svg` to `</svg>`.
    fn markup(&self) -> &str {
        &self.markup
    }
}
