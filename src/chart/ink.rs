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
    /// The ground of a hatch.
    Stripe,
    /// The steps of a scale, from poorer to better.
    Step1,
    Step2,
    Step3,
    Step4,
    Step5,
    Step6,
    /// Text on the first four steps.
    OnLow,
    /// Text on the last two steps.
    OnHigh,
    /// Shares: answers from disagreement to agreement, and what is too much.
    StrongNo,
    No,
    Middle,
    Yes,
    StrongYes,
    Much,
    /// Text on weak and on strong shares. The strong ones are the darker in the light scheme and
    /// the brighter in the dark one.
    OnWeak,
    OnStrong,
}

impl Ink {
    pub(super) const ALL: [Self; 26] = [
        Self::Background,
        Self::Foreground,
        Self::Muted,
        Self::Grid,
        Self::Team,
        Self::Band,
        Self::Leader,
        Self::Link,
        Self::Pill,
        Self::Stripe,
        Self::Step1,
        Self::Step2,
        Self::Step3,
        Self::Step4,
        Self::Step5,
        Self::Step6,
        Self::OnLow,
        Self::OnHigh,
        Self::StrongNo,
        Self::No,
        Self::Middle,
        Self::Yes,
        Self::StrongYes,
        Self::Much,
        Self::OnWeak,
        Self::OnStrong,
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
            Self::Stripe => "ch-stripe",
            Self::Step1 => "ch-step-1",
            Self::Step2 => "ch-step-2",
            Self::Step3 => "ch-step-3",
            Self::Step4 => "ch-step-4",
            Self::Step5 => "ch-step-5",
            Self::Step6 => "ch-step-6",
            Self::OnLow => "ch-on-low",
            Self::OnHigh => "ch-on-high",
            Self::StrongNo => "ch-no-2",
            Self::No => "ch-no-1",
            Self::Middle => "ch-middle",
            Self::Yes => "ch-yes-1",
            Self::StrongYes => "ch-yes-2",
            Self::Much => "ch-much",
            Self::OnWeak => "ch-on-weak",
            Self::OnStrong => "ch-on-strong",
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
            Self::Stripe => RGBColor(246, 248, 250),
            Self::Step1 => RGBColor(238, 244, 250),
            Self::Step2 => RGBColor(208, 226, 242),
            Self::Step3 => RGBColor(163, 202, 230),
            Self::Step4 => RGBColor(111, 169, 214),
            Self::Step5 => RGBColor(38, 104, 166),
            Self::Step6 => RGBColor(8, 56, 112),
            Self::OnLow => RGBColor(16, 32, 48),
            Self::OnHigh => RGBColor(254, 254, 254),
            Self::StrongNo => RGBColor(166, 86, 20),
            Self::No => RGBColor(226, 178, 112),
            Self::Middle => RGBColor(198, 205, 214),
            Self::Yes => RGBColor(116, 184, 196),
            Self::StrongYes => RGBColor(12, 106, 124),
            Self::Much => RGBColor(134, 84, 152),
            Self::OnWeak => RGBColor(17, 33, 49),
            Self::OnStrong => RGBColor(253, 253, 253),
        }
    }

    /// The colour in the dark scheme.
    pub(super) const fn dark(self) -> RGBColor {
        match self {
            Self::Background => RGBColor(19, 28, 43),
            Self::Foreground => RGBColor(229, 233, 240),
            Self::Muted => RGBColor(169, 180, 194),
            Self::Grid => RGBColor(47, 59, 79),
            Self::Team => RGBColor(98, 181, 240),
            Self::Band => RGBColor(36, 64, 90),
            Self::Leader => RGBColor(255, 157, 92),
            Self::Link => RGBColor(107, 122, 144),
            Self::Pill => RGBColor(74, 53, 39),
            Self::Stripe => RGBColor(26, 37, 54),
            Self::Step1 => RGBColor(31, 46, 67),
            Self::Step2 => RGBColor(32, 63, 95),
            Self::Step3 => RGBColor(34, 83, 128),
            Self::Step4 => RGBColor(43, 105, 160),
            Self::Step5 => RGBColor(102, 176, 228),
            Self::Step6 => RGBColor(191, 227, 251),
            Self::OnLow => RGBColor(241, 245, 249),
            Self::OnHigh => RGBColor(8, 21, 33),
            Self::StrongNo => RGBColor(228, 148, 86),
            Self::No => RGBColor(138, 88, 46),
            Self::Middle => RGBColor(84, 98, 120),
            Self::Yes => RGBColor(28, 108, 122),
            Self::StrongYes => RGBColor(92, 194, 204),
            Self::Much => RGBColor(194, 152, 218),
            Self::OnWeak => RGBColor(246, 249, 252),
            Self::OnStrong => RGBColor(10, 20, 32),
        }
    }

    /// The ink of a text on a share of this ink.
    pub(super) const fn lettering(self) -> Self {
        match self {
            Self::StrongNo | Self::StrongYes | Self::Much => Self::OnStrong,
            Self::No | Self::Middle | Self::Yes => Self::OnWeak,
            _ => Self::Foreground,
        }
    }

    /// The light colour as plotters writes it, `#RRGGBB`.
    pub(super) fn hex(self) -> String {
        hex(self.light()).to_uppercase()
    }
}

/// A colour as a stylesheet writes it, `#rrggbb`.
pub(super) fn hex(RGBColor(red, green, blue): RGBColor) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests;
