//! What the tests read from a drawn chart.

use super::ink::Ink;
use super::text::{Lettering, Weight};
use roxmltree::{Document, Node};

pub(super) const HOSTILE: &str = "</text><script>alert(1)</script><style>*{}</style>\" style=\"x\" 'a' & \u{0}\u{1b}\u{ffff} fill=\"#0068A8\"";

/// Left, top, right and bottom in CSS pixels.
pub(super) type Bounds = (f64, f64, f64, f64);

/// The texts below a node.
pub(super) fn texts<'a>(node: Node<'a, '_>) -> Vec<&'a str> {
    let texts = node.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .filter_map(|text| text.text())
        .map(str::trim)
        .collect()
}

/// The group under this sentence.
pub(super) fn group<'a>(document: &'a Document<'_>, sentence: &str) -> Node<'a, 'a> {
    let mut titles = document
        .descendants()
        .filter(|node| node.has_tag_name("title") && node.text() == Some(sentence));
    titles.next().unwrap().parent().unwrap()
}

/// The marks of a class below a node, without its texts.
pub(super) fn marks<'a>(node: Node<'a, 'a>, class: &str) -> Vec<Node<'a, 'a>> {
    let marks = node.descendants().filter(|node| !node.has_tag_name("text"));
    marks
        .filter(|node| node.attribute("class") == Some(class))
        .collect()
}

/// The text below a node with these words.
pub(super) fn find<'a>(node: Node<'a, 'a>, words: &str) -> Node<'a, 'a> {
    let mut texts = node.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .find(|text| text.text().map(str::trim) == Some(words))
        .unwrap()
}

/// Where a mark or text lies on the canvas; the width of a text is an estimate.
pub(super) fn bounds(node: Node<'_, '_>) -> Bounds {
    let number = |name| -> f64 { node.attribute(name).unwrap().parse::<f64>().unwrap() / 8.0 };
    let corners = match node.tag_name().name() {
        "rect" => {
            let (x, y) = (number("x"), number("y"));
            vec![(x, y), (x + number("width"), y + number("height"))]
        }
        "circle" => {
            let (x, y, r) = (number("cx"), number("cy"), number("r"));
            vec![(x - r, y - r), (x + r, y + r)]
        }
        "polygon" => corners(node.attribute("points").unwrap()),
        _ => {
            let size = number("font-size");
            let weight = match node.attribute("font-weight") {
                None => Weight::Regular,
                Some("600") => Weight::SemiBold,
                Some(_) => Weight::Bold,
            };
            let lettering = Lettering::new(size, Ink::Foreground).weighing(weight);
            let width = lettering.width(node.text().unwrap().trim());
            let left = match node.attribute("text-anchor") {
                Some("middle") => number("x") - width / 2.0,
                Some("end") => number("x") - width,
                _ => number("x"),
            };
            let (top, bottom) = (number("y") - size / 2.0, number("y") + size / 2.0);
            vec![
                (left, top),
                (left + width, top),
                (left, bottom),
                (left + width, bottom),
            ]
        }
    };
    let corners = corners.into_iter().map(|corner| turned(node, corner));
    corners.fold(
        (
            f64::INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        ),
        |(left, top, right, bottom), (x, y)| (left.min(x), top.min(y), right.max(x), bottom.max(y)),
    )
}

fn corners(points: &str) -> Vec<(f64, f64)> {
    let pixels = |text: &str| text.parse::<f64>().unwrap() / 8.0;
    let pairs = points
        .split_whitespace()
        .map(|pair| pair.split_once(',').unwrap());
    pairs.map(|(x, y)| (pixels(x), pixels(y))).collect()
}

/// A point of the node after the rotation that its ancestors ask for.
fn turned(node: Node<'_, '_>, (x, y): (f64, f64)) -> (f64, f64) {
    let mut transforms = node
        .ancestors()
        .filter_map(|node| node.attribute("transform"));
    let Some(rotation) = transforms.find_map(|transform| transform.strip_prefix("rotate(")) else {
        return (x, y);
    };
    let numbers = rotation.trim_end_matches(')').split(' ');
    let numbers: Vec<f64> = numbers.map(|number| number.parse().unwrap()).collect();
    let (sine, cosine) = numbers[0].to_radians().sin_cos();
    let (x, y) = (x - numbers[1], y - numbers[2]);
    (
        numbers[1] + x * cosine - y * sine,
        numbers[2] + x * sine + y * cosine,
    )
}

/// Holds that every mark and text lies on the canvas.
pub(super) fn assert_inside(svg: &str) {
    let document = Document::parse(svg).unwrap();
    let canvas = document.root_element().attribute("viewBox").unwrap();
    let canvas: Vec<f64> = canvas
        .split(' ')
        .map(|side| side.parse().unwrap())
        .collect();
    let drawn = document
        .descendants()
        .filter(|node| node.has_attribute("fill"));
    for node in drawn.filter(|node| node.attribute("width") != Some("100%")) {
        let (left, top, right, bottom) = bounds(node);
        let inside = 0.0 <= left && 0.0 <= top && right <= canvas[2] && bottom <= canvas[3];
        assert!(inside, "{:?} lies at {:?}", node.text(), bounds(node));
    }
}

/// Holds that a chart of hostile texts has no element and no attribute that they ask for.
pub(super) fn assert_harmless(svg: &str) {
    let document = Document::parse(svg).unwrap();
    for node in document.descendants().filter(Node::is_element) {
        let known = [
            "svg", "g", "title", "desc", "rect", "circle", "polygon", "text",
        ];
        assert!(known.contains(&node.tag_name().name()), "{node:?}");
        assert!(!node.has_attribute("style"));
    }
    for forbidden in ["<style", "style=\"", "<script"] {
        assert!(!svg.contains(forbidden));
    }
}

/// Holds that texts have at least 12 px and that the stylesheet knows every mark in both schemes.
pub(super) fn assert_styled(svg: &str) {
    let css = include_str!("../../static/chart.css");
    let document = Document::parse(svg).unwrap();
    for node in document
        .descendants()
        .filter(|node| node.has_attribute("fill"))
    {
        let class = node.attribute("class").unwrap();
        let rules = css.matches(&format!(".{class} {{")).count();
        assert_eq!(rules, 2, "{class} needs a light and a dark rule");
        if let Some(size) = node.attribute("font-size") {
            assert!(size.parse::<f64>().unwrap() / 8.0 >= 12.0);
        }
    }
}

/// Holds that title and description name the chart.
pub(super) fn assert_named(svg: &str, title: &str, description: &str) {
    let document = Document::parse(svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let named = root.attribute("aria-labelledby").unwrap().split(' ');
    let said: Vec<&str> = named
        .map(|id| {
            let mut nodes = document.descendants();
            let named = nodes.find(|node| node.attribute("id") == Some(id));
            named.unwrap().text().unwrap()
        })
        .collect();
    assert_eq!(said, [title, description]);
}

/// A chart of hostile texts is like any other: it does no harm, stays on its canvas and has its colours by class.
#[track_caller]
pub(super) fn assert_sound(svg: &str) {
    assert_harmless(svg);
    assert_inside(svg);
    assert_styled(svg);
}

/// A chart with nothing in it has its title and subtitle, and is named and described.
#[track_caller]
pub(super) fn assert_headed(svg: &str, heading: [&str; 2], description: &str) {
    let document = Document::parse(svg).unwrap();
    assert_eq!(texts(document.root()), heading);
    let [title, _] = heading;
    assert_named(svg, title, description);
}
