use crate::error::{Outcome, Problem};
use crate::text::Sentence;
use std::fmt;

/// The contrast that WCAG 2.2 (1.4.3, AA) asks of text.
const NEEDED: f64 = 4.5;

/// What links and other accents stand on in `static/app.css`, in the light and in the dark scheme: page, cards, and
/// notices that warn, refuse or confirm.
const LIGHT: [Colour; 5] = [
    Colour([0xf5, 0xf7, 0xf8]),
    WHITE,
    Colour([0xfd, 0xf1, 0xdc]),
    Colour([0xfc, 0xeb, 0xea]),
    Colour([0xe4, 0xf3, 0xe8]),
];
const DARK: [Colour; 5] = [
    Colour([0x0b, 0x11, 0x1c]),
    NIGHT,
    Colour([0x3a, 0x2e, 0x0f]),
    Colour([0x3f, 0x1f, 0x1d]),
    Colour([0x14, 0x30, 0x1d]),
];
const WHITE: Colour = Colour([0xff; 3]);
const BLACK: Colour = Colour([0; 3]);
/// A card in the dark scheme.
const NIGHT: Colour = Colour([0x13, 0x1c, 0x2b]);

/// How much of an accent is in the ground of a notice.
const TINT: f64 = 0.1;
const TINT_DARK: f64 = 0.15;

/// A colour of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#0b6b60`, with or without `#`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let mut bytes = [0; 3];
        let digits = digits.to_ascii_lowercase();
        data_encoding::HEXLOWER
            .decode_mut(
                Some(digits.as_bytes()).filter(|digits| digits.len() == 6)?,
                &mut bytes,
            )
            .ok()?;
        Some(Self(bytes))
    }

    /// Relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours, from 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// So much of this colour, the rest of another.
    fn over(self, part: f64, ground: Self) -> Self {
        let mixed = |(own, ground): (u8, u8)| {
            let mixed = f64::from(own) * part + f64::from(ground) * (1.0 - part);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it lies between two bytes"
            )]
            let byte = mixed.round() as u8;
            byte
        };
        let ([r, g, b], [x, y, z]) = (self.0, ground.0);
        Self([(r, x), (g, y), (b, z)].map(mixed))
    }

    /// The least contrast that it has as an accent.
    fn least(self, grounds: &[Self], tint: Self) -> f64 {
        let all = grounds.iter().chain([&tint]);
        all.map(|ground| self.contrast(*ground))
            .fold(f64::INFINITY, f64::min)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", data_encoding::HEXLOWER.encode(&self.0))
    }
}

/// An accent that can be read on everything it stands on, in both schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    light: Colour,
    dark: Colour,
}

impl Accent {
    /// An accent for the light scheme and one for the dark; without the second, the first is made lighter until it
    /// can be read there.
    ///
    /// # Errors
    /// A refusal with the contrast that was measured and the one that is needed, for the field `accent` or
    /// `accent_dark`.
    pub fn new(light: Colour, dark: Option<Colour>) -> Result<Self, (&'static str, Sentence)> {
        let dark = dark.unwrap_or_else(|| derived(light));
        let schemes = [
            ("accent", "problem-accent-light", light.in_light()),
            ("accent_dark", "problem-accent-dark", dark.in_dark()),
        ];
        match schemes.into_iter().find(|(_, _, least)| *least < NEEDED) {
            Some((field, key, least)) => Err((field, pale(key, least))),
            None => Ok(Self { light, dark }),
        }
    }

    /// Both colours as they are stored; the second is empty where it is derived from the first.
    pub fn written(&self, given: &str) -> (String, String) {
        let dark = match given.trim() {
            "" => String::new(),
            _ => self.dark.to_string(),
        };
        (self.light.to_string(), dark)
    }

    /// The accent in the light and in the dark scheme.
    pub fn colours(&self) -> [String; 2] {
        [self.light.to_string(), self.dark.to_string()]
    }

    /// The accent in the dark scheme.
    pub fn dark(&self) -> Colour {
        self.dark
    }

    /// The stylesheet that puts it in place of ours. What is written on a button is white in the light scheme and
    /// black in the dark: an accent that can be read on our grounds leaves both enough contrast.
    pub fn stylesheet(&self) -> String {
        let rule = |accent: Colour, tint: Colour, on: Colour| {
            format!(":root{{--accent:{accent};--accent-soft:{tint};--on-accent:{on}}}")
        };
        let light = rule(self.light, self.light.tint(), WHITE);
        let dark = rule(self.dark, self.dark.tint_dark(), BLACK);
        format!("{light}\n@media (prefers-color-scheme:dark){{{dark}}}\n")
    }
}

impl Colour {
    fn tint(self) -> Self {
        self.over(TINT, WHITE)
    }

    fn tint_dark(self) -> Self {
        self.over(TINT_DARK, NIGHT)
    }

    fn in_light(self) -> f64 {
        self.least(&LIGHT, self.tint())
    }

    fn in_dark(self) -> f64 {
        self.least(&DARK, self.tint_dark())
    }
}

/// The same hue, as much lighter as the dark scheme needs.
fn derived(light: Colour) -> Colour {
    let steps = (0..=20).map(|step| WHITE.over(f64::from(step) / 20.0, light));
    let mut readable = steps.filter(|colour| colour.in_dark() >= NEEDED);
    readable.next().unwrap_or(WHITE)
}

/// That a contrast is too low; rounded down, so that it never reads like enough.
fn pale(key: &'static str, least: f64) -> Sentence {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "contrasts lie between 1 and 21"
    )]
    let tenths = (least * 10.0).floor() as usize;
    Sentence::new(key)
        .with("whole", tenths / 10)
        .with("tenths", tenths % 10)
}

/// Reads the fields of an accent; nothing if there is none.
///
/// # Errors
/// A refusal with the field it is about.
pub fn read(light: &str, dark: &str) -> Result<Option<Accent>, (&'static str, Sentence)> {
    let given = |field, text: &str| match text.trim() {
        "" => Ok(None),
        text => Colour::read(text)
            .map(Some)
            .ok_or((field, Sentence::new("problem-colour"))),
    };
    match (given("accent", light)?, given("accent_dark", dark)?) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(("accent", Sentence::new("problem-accent-alone"))),
        (Some(light), dark) => Accent::new(light, dark).map(Some),
    }
}

impl Accent {
    /// The accent that was stored.
    ///
    /// # Errors
    /// A fault if it would not be taken today.
    pub fn stored(light: &str, dark: &str) -> Outcome<Option<Self>> {
        read(light, dark).map_err(|(field, why)| Problem::fault(field, why.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn refusal(light: &str, dark: &str) -> (&'static str, String) {
        let (field, sentence) = read(light, dark).unwrap_err();
        (field, sentence.in_lang(Lang::En))
    }

    #[test]
    fn contrast_is_what_wcag_says() {
        let grey = Colour::read("#767676").unwrap();
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
        assert!((grey.contrast(WHITE) - 4.54).abs() < 0.005);
        assert!((WHITE.contrast(grey) - 4.54).abs() < 0.005);
    }

    #[test]
    fn a_colour_is_six_digits_and_nothing_else() {
        for good in ["#0b6b60", "0B6B60", " #0b6b60 "] {
            assert_eq!(Colour::read(good).unwrap().to_string(), "#0b6b60");
        }
        for bad in [
            "", "#", "#0b6", "0b6b6", "0b6b600", "red", "#0b6b6g", "url(x)", "0b6b6é",
        ] {
            assert_eq!(Colour::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_pale_accent_is_refused_with_what_was_measured_and_what_is_needed() {
        let (field, sentence) = refusal("#ffcc00", "");
        assert_eq!(field, "accent");
        assert!(
            sentence.contains("1.3") && sentence.contains("4.5"),
            "{sentence}"
        );
    }

    #[test]
    fn an_accent_that_only_the_dark_pages_swallow_is_refused_there() {
        let (field, sentence) = refusal("#0b6b60", "#0b6b60");
        assert_eq!(field, "accent_dark");
        assert!(
            sentence.contains("dark") && sentence.contains("4.5"),
            "{sentence}"
        );
        assert_eq!(refusal("", "#4fd1bd").0, "accent");
    }

    #[test]
    fn without_one_for_dark_pages_it_is_made_lighter_until_it_can_be_read_there() {
        for text in ["#0b6b60", "#000000", "#7a0019", "#1a237e", "#5b2a86"] {
            let accent = read(text, "").unwrap().unwrap();
            assert!(accent.dark.in_dark() >= NEEDED, "{text}");
            assert!(accent.light.in_light() >= NEEDED, "{text}");
            let sheet = accent.stylesheet();
            assert!(sheet.contains(&format!("--accent:{text};")), "{sheet}");
            assert!(
                sheet.contains(&format!("--accent:{};", accent.dark)),
                "{sheet}"
            );
        }
    }

    #[test]
    fn whatever_accent_is_taken_buttons_can_be_read() {
        let mut taken = 0;
        for number in 0..6 * 6 * 6 {
            let [r, g, b] = [36, 6, 1].map(|place| 51 * (number / place % 6) as u8);
            if let Ok(accent) = Accent::new(Colour([r, g, b]), None) {
                taken += 1;
                assert!(accent.light.contrast(WHITE) >= NEEDED);
                assert!(accent.dark.contrast(BLACK) >= NEEDED);
            }
        }
        assert!(taken > 30, "{taken}");
    }

    #[test]
    fn the_grounds_are_those_of_the_stylesheet() {
        let sheet = String::from_utf8(crate::assets::bytes("app.css").unwrap()).unwrap();
        let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
        for (part, grounds) in [(light, LIGHT), (dark, DARK)] {
            for (name, ground) in ["bg", "surface", "warning", "error", "success"]
                .iter()
                .zip(grounds)
            {
                let line = format!("--{name}: {ground};");
                assert!(part.contains(&line), "{line}");
            }
        }
    }
}
