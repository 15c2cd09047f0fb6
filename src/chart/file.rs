//! Charts as files of their own.

use super::Svg;
use super::ink::{Ink, hex};
use crate::fonts::FAMILY;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// A chart that cannot be made a picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("the chart cannot be read: {0}")]
    Unreadable(#[from] resvg::usvg::Error),
    #[error("the picture has no size")]
    Empty,
    #[error("the picture cannot be written: {0}")]
    Unwritten(String),
}

impl Svg {
    /// The chart as an SVG file: with its size, its font and both schemes' colours.
    pub fn standalone(&self) -> String {
        let sized = self.sized();
        let (head, rest) = sized.split_once('>').unwrap_or((&sized, ""));
        let mut style = format!("text{{font-family:'{FAMILY}',system-ui,sans-serif}}");
        style.push_str("@media(prefers-color-scheme:dark){");
        for ink in Ink::ALL {
            style.push_str(&format!(".{}{{fill:{}}}", ink.class(), hex(ink.dark())));
        }
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head}>\n<style>{style}}}</style>{rest}\n"
        )
    }

    /// The chart as a PNG file in the light colours, `scale` times its size.
    ///
    /// # Errors
    /// When it cannot be drawn, which a chart of this room always can.
    pub fn png(&self, scale: f32, reading: &Options<'_>) -> Result<Vec<u8>, PictureError> {
        let tree = Tree::from_str(&self.sized(), reading)?;
        let size = tree
            .size()
            .to_int_size()
            .scale_by(scale)
            .ok_or(PictureError::Empty)?;
        let mut picture = Pixmap::new(size.width(), size.height()).ok_or(PictureError::Empty)?;
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut picture.as_mut(),
        );
        let written = picture.encode_png();
        written.map_err(|error| PictureError::Unwritten(error.to_string()))
    }

    /// The markup with its size in pixels instead of the width of the page.
    fn sized(&self) -> String {
        let (width, height) = self.size;
        let size = format!("width=\"{width}\" height=\"{height}\"");
        self.markup.replacen("width=\"100%\"", &size, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Frame, ThreeWay, ThreeWayRow, Tone, Width};
    use crate::fonts::Fonts;
    use roxmltree::Document;

    fn chart() -> Svg {
        let row = ThreeWayRow {
            label: "Grüße & „Fragen“ <b>".to_owned(),
            note: String::new(),
            shares: Some([30.0, 30.0, 40.0]),
            reason: String::new(),
            aria: "row".to_owned(),
        };
        let chart = ThreeWay {
            frame: Frame {
                name: "x",
                title: "Title",
                subtitle: "Subtitle",
                description: "Description",
                width: Width::Wide,
            },
            words: ["a", "b", "c"],
            tone: Tone::Kept,
            rows: &[row],
        };
        chart.draw()
    }

    #[test]
    fn a_file_of_its_own_has_its_size_and_both_schemes() {
        let file = chart().standalone();
        let document = Document::parse(&file).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("width"), Some("800"));
        assert_eq!(
            root.attribute("height"),
            Some(chart().size.1.to_string().as_str())
        );
        let style = document
            .descendants()
            .find(|node| node.has_tag_name("style"))
            .unwrap();
        assert!(style.text().unwrap().contains(".ch-fg{fill:#e5e9f0}"));
    }

    #[test]
    fn a_picture_shows_the_text_and_the_bars_in_the_size_asked_for() {
        let (_, height) = chart().size;
        let bytes = chart()
            .png(2.0, &Fonts::load(None).unwrap().pictures)
            .unwrap();
        let picture = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(
            (picture.width(), f64::from(picture.height())),
            (1600, 2.0 * height)
        );
        let count = |red, green, blue| {
            let pixels = picture.pixels().iter();
            let same = pixels.filter(|p| (p.red(), p.green(), p.blue()) == (red, green, blue));
            same.count()
        };
        assert!(count(155, 201, 206) > 5_000, "the bar is there");
        assert!(count(31, 41, 51) > 500, "the letters are there");
    }
}
