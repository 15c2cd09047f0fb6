//! What the colours of a chart stand for: the one palette of page, SVG, PDF and workbook.

use crate::report::Step;
use plotters::style::RGBColor;

macro_rules! inks {
    ($($(#[$about:meta])* $ink:ident $class:literal $light:literal $dark:literal,)+) => {
        /// The meaning of a mark; it decides the class and with it the colour. All inks are fills: lines are
        /// drawn as thin rectangles, so that one rule a class is enough.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Ink {
            $($(#[$about])* $ink,)+
        }

        impl Ink {
            pub(super) const ALL: [Self; [$($class),+].len()] = [$(Self::$ink),+];

            /// The class that `static/chart.css` colours.
            pub(super) const fn class(self) -> &'static str {
                match self {
                    $(Self::$ink => $class,)+
                }
            }

            /// The colour in the light scheme. Every ink has a colour of its own: plotters knows colours and no
            /// classes, so [`super::pen::fragment`] finds the class by the colour.
            pub(crate) const fn light(self) -> RGBColor {
                match self {
                    $(Self::$ink => rgb($light),)+
                }
            }

            /// The colour in the dark scheme.
            pub(super) const fn dark(self) -> RGBColor {
                match self {
                    $(Self::$ink => rgb($dark),)+
                }
            }
        }
    };
}

inks! {
    Background "ch-bg" 0xffffff 0x131c2b,
    Foreground "ch-fg" 0x1f2933 0xe5e9f0,
    Muted "ch-muted" 0x52606d 0xa9b4c2,
    Grid "ch-grid" 0xe2e6ec 0x2f3b4f,
    Team "ch-team" 0x0068a8 0x62b5f0,
    Band "ch-band" 0xc7deec 0x24405a,
    Leader "ch-leader" 0xb84c00 0xff9d5c,
    Link "ch-link" 0x7b8794 0x6b7a90,
    Pill "ch-pill" 0xf6e7da 0x4a3527,
    /// The ground of a hatch.
    Stripe "ch-stripe" 0xf6f8fa 0x1a2536,
    /// From poor to good, the stronger the further from the middle, and much stronger where it is poor, so that
    /// problems draw the eye: the steps of a scale, and answers from disagreement to agreement.
    Step1 "ch-step-1" 0x8e1f5c 0xf092be,
    Step2 "ch-step-2" 0xcf7fa6 0xa3437a,
    Step3 "ch-step-3" 0xf3dbe6 0x4a2a3d,
    Step4 "ch-step-4" 0xe6f0f0 0x1d333a,
    Step5 "ch-step-5" 0xc3dfe1 0x21474f,
    Step6 "ch-step-6" 0x9bc9ce 0x2a5f68,
    /// Answers in the middle.
    Middle "ch-middle" 0xc6cdd6 0x546278,
    /// Too much, beside too little.
    Much "ch-much" 0x484e9e 0x9ea6f0,
    /// Text on weak and on strong colours. The strong ones are the darker in the light scheme and the brighter
    /// in the dark one.
    OnWeak "ch-on-weak" 0x112131 0xf6f9fc,
    OnStrong "ch-on-strong" 0xfdfdfd 0x0a1420,
}

impl Ink {
    /// The ink of a step of the colour scale.
    pub(crate) fn of_step(step: Step) -> Self {
        match step.number() {
            1 => Self::Step1,
            2 => Self::Step2,
            3 => Self::Step3,
            4 => Self::Step4,
            5 => Self::Step5,
            _ => Self::Step6,
        }
    }

    /// The ink of a text on this one.
    pub(crate) const fn lettering(self) -> Self {
        match self {
            Self::Step1 | Self::Much => Self::OnStrong,
            Self::Step2 | Self::Step3 | Self::Step4 | Self::Step5 | Self::Step6 | Self::Middle => {
                Self::OnWeak
            }
            _ => Self::Foreground,
        }
    }

    /// The light colour as plotters writes it, `#RRGGBB`.
    pub(super) fn hex(self) -> String {
        hex(self.light()).to_uppercase()
    }
}

const fn rgb(hex: u32) -> RGBColor {
    let [_, red, green, blue] = hex.to_be_bytes();
    RGBColor(red, green, blue)
}

/// A colour as a stylesheet writes it, `#rrggbb`.
pub(super) fn hex(RGBColor(red, green, blue): RGBColor) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests;
