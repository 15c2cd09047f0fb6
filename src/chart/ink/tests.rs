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
        let rules = part.lines().filter(|line| line.contains("{ fill:"));
        let mut found: Vec<(&str, &str)> = rules.flat_map(colours).collect();
        let meant = Ink::ALL.map(|ink| (ink.class(), hex(scheme(ink))));
        let mut meant: Vec<(&str, &str)> = meant
            .iter()
            .map(|(class, colour)| (*class, colour.as_str()))
            .collect();
        found.sort_unstable();
        meant.sort_unstable();
        assert_eq!(found, meant);
    }
}

/// The class of a rule, which the selector ends with, and each different colour in it.
fn colours(rule: &str) -> Vec<(&str, &str)> {
    let (selector, colours) = rule.split_once(" {").unwrap();
    let class = selector.rsplit('.').next().unwrap();
    let mut colours: Vec<&str> = colours
        .split([' ', ';'])
        .filter(|word| word.starts_with('#'))
        .collect();
    colours.dedup();
    colours.into_iter().map(|colour| (class, colour)).collect()
}

/// A cell of a table has the text that the palette has for its step.
#[test]
fn cells_of_tables_have_the_texts_of_their_steps() {
    let css = include_str!("../../../static/chart.css");
    for ink in Step::ALL.map(Ink::of_step) {
        let text = ink.lettering().class();
        let mut rules = css
            .lines()
            .filter(|line| line.contains(&format!(".{text} {{")));
        assert!(rules.all(|rule| rule.contains(&format!("td.{},", ink.class()))));
    }
}

#[test]
fn texts_can_be_read_on_their_areas_in_both_schemes() {
    let areas = Step::ALL.map(Ink::of_step).into_iter();
    let areas = areas.chain([Ink::Middle, Ink::Much]);
    let mut pairs: Vec<(Ink, Ink)> = areas.map(|ink| (ink, ink.lettering())).collect();
    pairs.extend([
        (Ink::Background, Ink::Foreground),
        (Ink::Background, Ink::Muted),
        (Ink::Background, Ink::Team),
        (Ink::Background, Ink::Leader),
        (Ink::Pill, Ink::Foreground),
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
