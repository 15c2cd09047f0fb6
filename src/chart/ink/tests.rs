use super::*;

type Scheme = fn(Ink) -> RGBColor;
const SCHEMES: [Scheme; 2] = [Ink::light, Ink::dark];

#[test]
fn every_ink_has_a_light_colour_and_a_class_of_its_own() {
    for (at, ink) in Ink::ALL.iter().enumerate() {
        for other in &Ink::ALL[..at] {
            assert_ne!(ink.light(), other.light(), "{ink:?} and {other:?}");
            assert_ne!(ink.class(), other.class(), "{ink:?} and {other:?}");
        }
    }
}

/// The colours stand in the stylesheet of pages and in the program; both must be the same.
#[test]
fn the_stylesheet_has_exactly_the_colours_of_the_inks() {
    let css = include_str!("../../../static/chart.css");
    let parts = css.split_once("@media (prefers-color-scheme: dark)");
    let (light, dark) = parts.unwrap();
    for (part, scheme) in [light, dark].into_iter().zip(SCHEMES) {
        let found = part.lines().map(str::trim);
        let mut found: Vec<&str> = found.filter(|line| line.contains("{ fill:")).collect();
        let mut meant = Ink::ALL.map(|ink| {
            let colour = hex(scheme(ink));
            format!(".{} {{ fill: {colour}; }}", ink.class())
        });
        found.sort_unstable();
        meant.sort_unstable();
        assert_eq!(found, meant);
    }
}

#[test]
fn texts_can_be_read_on_their_areas_in_both_schemes() {
    let shares = [
        Ink::StrongNo,
        Ink::No,
        Ink::Middle,
        Ink::Yes,
        Ink::StrongYes,
        Ink::Much,
    ];
    let mut pairs: Vec<(Ink, Ink)> = shares.map(|ink| (ink, ink.lettering())).to_vec();
    pairs.extend([
        (Ink::Background, Ink::Foreground),
        (Ink::Background, Ink::Muted),
        (Ink::Background, Ink::Team),
        (Ink::Background, Ink::Leader),
        (Ink::Pill, Ink::Foreground),
        (Ink::Step1, Ink::OnLow),
        (Ink::Step2, Ink::OnLow),
        (Ink::Step3, Ink::OnLow),
        (Ink::Step4, Ink::OnLow),
        (Ink::Step5, Ink::OnHigh),
        (Ink::Step6, Ink::OnHigh),
    ]);
    for scheme in SCHEMES {
        for (area, text) in &pairs {
            let found = contrast(scheme(*area), scheme(*text));
            assert!(found >= 4.5, "{text:?} on {area:?}: {found}");
        }
    }
}

/// Contrast as WCAG 2.2 defines it.
fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
    let [red, green, blue] = [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn contrast_is_that_of_the_standard() {
    let (black, white) = (RGBColor(0, 0, 0), RGBColor(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(RGBColor(118, 118, 118), white) - 4.54).abs() < 0.005);
}
