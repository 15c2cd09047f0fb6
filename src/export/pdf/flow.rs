//! Puts the parts of a document on pages.

use super::sheet::{BOTTOM, MARGIN, Mark, Meaning, Place, Placed, ROOM, Shade, Sheets, Tree};
use super::table;
use super::type_face::{TypeFace, printable, wrap};
use super::{Block, Document, Figure};
use krilla::tagging::ListNumbering;

/// How a text looks.
#[derive(Clone, Copy)]
pub struct Style {
    pub size: f32,
    pub bold: bool,
    pub shade: Shade,
    pub leading: f32,
}

const fn style(size: f32, bold: bool, shade: Shade) -> Style {
    Style {
        size,
        bold,
        shade,
        leading: size * 1.42,
    }
}

const TITLE: Style = style(22.0, true, Shade::Text);
const HEADING: Style = style(14.0, true, Shade::Text);
const SMALLER: Style = style(11.5, true, Shade::Text);
const LEAD: Style = style(12.5, true, Shade::Text);
const PLAIN: Style = style(10.0, false, Shade::Text);
const MUTED: Style = style(9.0, false, Shade::Muted);

/// Indent of a list.
const INDENT: f32 = 16.0;
/// Distance between lines to write on.
const RULE: f32 = 24.0;
/// A heading is not left alone at the foot of a page.
const COMPANY: f32 = 64.0;

/// Lays a document out.
pub fn lay_out(document: &Document) -> Sheets {
    let mut flow = Flow {
        sheets: Sheets::default(),
        y: MARGIN,
    };
    flow.turn();
    flow.heading(1, &document.title, TITLE);
    flow.paragraph(&document.subtitle, MUTED);
    flow.y += 8.0;
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        if let Block::Heading(..) = block {
            let company = match blocks.peek() {
                Some(Block::Figure(figure)) => height(figure).min(BOTTOM - MARGIN - COMPANY),
                _ => 0.0,
            };
            flow.need(COMPANY + company);
        }
        flow.block(block);
    }
    flow.sheets
}

/// Pages that fill up.
pub struct Flow {
    pub sheets: Sheets,
    /// The height that is reached on the last page.
    pub y: f32,
}

impl Flow {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                let style = if *level < 3 { HEADING } else { SMALLER };
                self.y += style.size * 0.8;
                self.heading(*level, text, style);
            }
            Block::Lead(text) => self.paragraph(text, LEAD),
            Block::Paragraph(text) => self.paragraph(text, PLAIN),
            Block::Muted(text) => self.paragraph(text, MUTED),
            Block::Bullets(items) => self.list(items, ListNumbering::Disc),
            Block::Numbered(items) => self.list(items, ListNumbering::Decimal),
            Block::Table(table) => table::table(self, table),
            Block::Figure(figure) => self.figure(figure),
            Block::Lines(count) => self.lines(*count),
            Block::PageBreak => self.turn(),
        }
    }

    fn heading(&mut self, level: u16, text: &str, style: Style) {
        if printable(text).trim().is_empty() {
            return;
        }
        self.sheets.outline.push(Place {
            level,
            text: printable(text),
            page: self.page(),
            y: self.y,
        });
        let lines = self.text(text, style, MARGIN, ROOM);
        let meaning = Meaning::Heading(level, printable(text));
        self.sheets.tree.push(Tree::Group(meaning, lines));
        self.y += 4.0;
    }

    fn paragraph(&mut self, text: &str, style: Style) {
        let lines = self.text(text, style, MARGIN, ROOM);
        self.sheets
            .tree
            .push(Tree::Group(Meaning::Paragraph, lines));
        self.y += 5.0;
    }

    fn list(&mut self, items: &[String], numbering: ListNumbering) {
        let mut all = Vec::new();
        for (number, item) in (1..).zip(items) {
            let label = match numbering {
                ListNumbering::Decimal => format!("{number}."),
                _ => "\u{2022}".to_owned(),
            };
            self.need(PLAIN.leading);
            let label = self.line(&label, PLAIN, MARGIN + 2.0);
            let body = self.text(item, PLAIN, MARGIN + INDENT, ROOM - INDENT);
            self.y += 2.0;
            all.push(Tree::Group(
                Meaning::Item,
                vec![
                    Tree::Group(Meaning::Label, vec![label]),
                    Tree::Group(Meaning::Body, body),
                ],
            ));
        }
        self.sheets
            .tree
            .push(Tree::Group(Meaning::List(numbering), all));
        self.y += 4.0;
    }

    fn figure(&mut self, figure: &Figure) {
        let height = height(figure);
        self.need(height);
        let mark = Mark::Picture {
            svg: figure.svg.clone(),
            x: MARGIN,
            y: self.y,
            width: ROOM * height / full_height(figure),
            height,
        };
        let mark = self.put(mark, true);
        let meaning = Meaning::Figure(printable(&figure.alt));
        self.sheets.tree.push(Tree::Group(meaning, vec![mark]));
        self.y += height + 8.0;
    }

    fn lines(&mut self, count: usize) {
        for _ in 0..count {
            self.need(RULE);
            self.y += RULE;
            self.rule(Shade::Muted, MARGIN, ROOM);
        }
        self.y += 8.0;
    }

    /// Lines of text from the height that is reached; ends below them.
    pub fn text(&mut self, text: &str, style: Style, x: f32, room: f32) -> Vec<Tree> {
        let mut marks = Vec::new();
        for line in wrap(text, style.size, style.bold, room) {
            self.need(style.leading);
            marks.push(self.line(&line, style, x));
            self.y += style.leading;
        }
        marks
    }

    /// One line at the height that is reached, which stays.
    pub fn line(&mut self, text: &str, style: Style, x: f32) -> Tree {
        let mark = Mark::Text {
            text: printable(text),
            size: style.size,
            bold: style.bold,
            shade: style.shade,
            x,
            y: self.y + style.leading * 0.76,
        };
        self.put(mark, true)
    }

    /// A line that ends at `right`.
    pub fn line_to(&mut self, text: &str, style: Style, right: f32) -> Tree {
        let width = TypeFace::weighing(style.bold).width(&printable(text), style.size);
        self.line(text, style, right - width)
    }

    /// A horizontal rule at the height that is reached.
    pub fn rule(&mut self, shade: Shade, x: f32, width: f32) {
        let y = self.y;
        self.put(Mark::Rule { shade, x, y, width }, false);
    }

    pub fn put(&mut self, mark: Mark, said: bool) -> Tree {
        let page = self.page();
        let place = self.sheets.pages.last_mut().map_or(0, |marks| {
            marks.push(Placed { mark, said });
            marks.len() - 1
        });
        Tree::Mark(page, place)
    }

    /// Goes to a new page if there is less room than that on this one.
    pub fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.turn();
        }
    }

    pub fn turn(&mut self) {
        self.sheets.pages.push(Vec::new());
        self.y = MARGIN;
    }

    fn page(&self) -> usize {
        self.sheets.pages.len().saturating_sub(1)
    }
}

fn full_height(figure: &Figure) -> f32 {
    let (width, height) = figure.size;
    (f64::from(ROOM) * height / width.max(1.0)) as f32
}

/// As high as it is at the width of the text, but never higher than a page.
fn height(figure: &Figure) -> f32 {
    full_height(figure).clamp(1.0, BOTTOM - MARGIN - COMPANY)
}
