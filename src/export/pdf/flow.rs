//! Turns the parts of a document into strips and their structure.

use super::letters::said;
use super::line::{Line, wrap};
use super::marks::{MARGIN, Mark, ROOM, Style, TALL, Tree};
use super::strip::Strip;
use super::{Block, Document, PdfError, figure, list, logo, table};
use crate::chart::Ink;
use crate::fonts::Fonts;
use krilla::tagging::{ListNumbering, Tag};

const fn style(size: f32, leading: f32, bold: bool, ink: Ink) -> Style {
    Style {
        size,
        leading,
        bold,
        ink,
    }
}

const TITLE: Style = style(22.0, 28.0, true, Ink::Foreground);
const SUBTITLE: Style = style(10.5, 15.0, false, Ink::Muted);
const HEADING: Style = style(14.0, 18.5, true, Ink::Foreground);
const SMALLER: Style = style(11.0, 15.5, true, Ink::Foreground);
const LEAD: Style = style(12.5, 18.0, false, Ink::Foreground);
pub(super) const PLAIN: Style = style(10.0, 14.6, false, Ink::Foreground);
const MUTED: Style = style(8.8, 12.6, false, Ink::Muted);

/// Space above a paragraph.
pub(super) const GAP: f32 = 6.0;
/// Distance between ruled lines, and as many as fit a page.
const RULED: f32 = 24.0;
const MOST_RULED: usize = (TALL / RULED) as usize;
/// Space below them.
const BELOW_RULED: f32 = 10.0;

/// A document as strips from top to bottom.
pub(super) struct Flow<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) strips: Vec<Strip>,
    /// Heads that are repeated.
    pub(super) heads: Vec<Strip>,
    pub(super) tree: Vec<Tree>,
    /// How many leaves the structure has.
    leaves: usize,
    /// Level of the last heading.
    level: u16,
}

/// Lays a document out, without pages.
pub(super) fn flow<'a>(document: &Document, fonts: &'a Fonts) -> Result<Flow<'a>, PdfError> {
    let mut flow = Flow {
        fonts,
        strips: Vec::new(),
        heads: Vec::new(),
        tree: Vec::new(),
        leaves: 0,
        level: 1,
    };
    if let Some(logo) = &document.logo {
        logo::logo(&mut flow, logo)?;
    }
    flow.heading(1, &document.title, TITLE, 0.0);
    flow.paragraph(&document.subtitle, SUBTITLE, 5.0);
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        let before = flow.strips.len();
        flow.block(block)?;
        if flow.strips.len() > before && binds(block, blocks.peek().copied()) {
            flow.bind();
        }
    }
    Ok(flow)
}

/// Whether a part stands on the page of the next one.
fn binds(block: &Block, next: Option<&Block>) -> bool {
    matches!(
        (block, next),
        (Block::Heading(_) | Block::Subheading(_), Some(_))
            | (Block::Lead(_), Some(Block::Figure(_) | Block::Table(_)))
            | (Block::Bullets(_), Some(Block::Lines(_)))
    )
}

impl Flow<'_> {
    fn block(&mut self, block: &Block) -> Result<(), PdfError> {
        match block {
            Block::Heading(text) => self.heading(2, text, HEADING, 20.0),
            Block::Subheading(text) => self.heading(3, text, SMALLER, 13.0),
            Block::Paragraph(text) => self.paragraph(text, PLAIN, GAP),
            Block::Lead(text) => self.paragraph(text, LEAD, 10.0),
            Block::Muted(text) => self.paragraph(text, MUTED, GAP),
            Block::Bullets(items) => list::list(self, items, ListNumbering::Disc),
            Block::Numbered(items) => list::list(self, items, ListNumbering::Decimal),
            Block::Table(table) => table::table(self, table),
            Block::Figure(figure) => figure::figure(self, figure)?,
            Block::PageBreak => self.turn(),
            Block::Lines(count) => self.lines(*count),
        }
        Ok(())
    }

    fn heading(&mut self, level: u16, text: &str, style: Style, before: f32) {
        let lines = self.wrap(text, style, ROOM);
        let title = said(text);
        if lines.is_empty() || title.is_empty() {
            return;
        }
        // A level that is left out would be a gap in the structure.
        self.level = level.min(self.level + 1);
        let leaf = self.leaf();
        self.tree.push(Tree::Heading(self.level, title, leaf));
        let mut strips = stacked(lines, style, MARGIN, leaf);
        if let Some(first) = strips.first_mut() {
            first.before = before;
        }
        strips.iter_mut().for_each(|strip| strip.keep = true);
        if let Some(last) = strips.last_mut() {
            last.keep = false;
        }
        self.strips.extend(strips);
    }

    /// A text of the full width; nothing for a blank one.
    fn paragraph(&mut self, text: &str, style: Style, before: f32) {
        let lines = self.wrap(text, style, ROOM);
        let leaf = self.leaf();
        let mut strips = stacked(lines, style, MARGIN, leaf);
        if let Some(first) = strips.first_mut() {
            first.before = before;
            self.strips.extend(strips);
            self.tree.push(Tree::Leaf(Tag::P.into(), leaf));
        }
    }

    /// Lines of at most `room`.
    pub(super) fn wrap(&self, text: &str, style: Style, room: f32) -> Vec<Line> {
        wrap(self.fonts, text, style.bold, room / style.size)
    }

    /// The number of a new leaf.
    pub(super) const fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    fn turn(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.keep = false;
        }
        self.strips.push(Strip {
            page_break: true,
            ..Strip::default()
        });
    }

    fn lines(&mut self, count: usize) {
        let count = count.min(MOST_RULED);
        for number in 1..=count {
            let mut strip = Strip::of_height(RULED);
            strip.keep = number < count;
            strip.add_artifact(rule(Ink::Muted, RULED - 0.5, 0.5));
            self.strips.push(strip);
        }
        self.space(BELOW_RULED);
    }

    /// Space below what was added last; it falls away at the end of a page.
    pub(super) fn space(&mut self, height: f32) {
        self.strips.push(Strip {
            before: height,
            ..Strip::default()
        });
    }

    /// Keeps what was added last with what comes next.
    fn bind(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.keep = !last.page_break;
        }
    }
}

/// A horizontal line as wide as the text.
pub(super) const fn rule(ink: Ink, y: f32, height: f32) -> Mark {
    Mark::Area {
        ink,
        x: MARGIN,
        y,
        width: ROOM,
        height,
    }
}

/// A strip for each line; the first two stay together, and so do the last two.
pub(super) fn stacked(lines: Vec<Line>, style: Style, x: f32, leaf: usize) -> Vec<Strip> {
    let count = lines.len();
    let strip = |(number, line): (usize, Line)| {
        let mut strip = Strip::of_height(style.leading);
        strip.keep = number < count && (number == 1 || number + 1 == count);
        strip.write(line, style, (x, 0.0), leaf);
        strip
    };
    (1..).zip(lines).map(strip).collect()
}
