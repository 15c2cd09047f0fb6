//! What the colours of a chart stand for.

use plotters::style::RGBColor;

/// The meaning of a mark; it decides the class and with it the colour. All inks are fills: lines
/// are drawn as thin rectangles, so that one rule a class is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Background,
    Foreground,
    Muted,
    Grid,
    Team,
    Band,
    Leader,
    Link,
    Pill,
}

impl Ink {
    pub(super) const ALL: [Self; 9] = [
        Self::Background,
        Self::Foreground,
        Self::Muted,
        Self::Grid,
        Self::Team,
        Self::Band,
        Self::Leader,
        Self::Link,
        Self::Pill,
    ];

    /// The class that `static/chart.css` colours.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Background => "ch-bg",
            Self::Foreground => "ch-fg",
            Self::Muted => "ch-muted",
            Self::Grid => "ch-grid",
            Self::Team => "ch-team",
            Self::Band => "ch-band",
            Self::Leader => "ch-leader",
            Self::Link => "ch-link",
            Self::Pill => "ch-pill",
        }
    }

    /// The colour in the light scheme. Every ink has a colour of its own: plotters knows colours
    /// and no classes, so [`super::pen::fragment`] finds the class by the colour.
    pub(super) const fn light(self) -> RGBColor {
        match self {
            Self::Background => RGBColor(255, 255, 255),
            Self::Foreground => RGBColor(31, 41, 51),
            Self::Muted => RGBColor(82, 96, 109),
            Self::Grid => RGBColor(226, 230, 236),
            Self::Team => RGBColor(0, 104, 168),
            Self::Band => RGBColor(199, 222, 236),
            Self::Leader => RGBColor(184, 76, 0),
            Self::Link => RGBColor(123, 135, 148),
            Self::Pill => RGBColor(246, 231, 218),
        }
    }

    /// The light colour as plotters writes it, `#RRGGBB`.
    pub(super) fn hex(self) -> String {
        let RGBColor(red, green, blue) = self.light();
        format!("#{red:02X}{green:02X}{blue:02X}")
    }
}
