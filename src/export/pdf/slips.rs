//! Slips to be cut apart and drawn like lots: six to a sheet, each pile on sheets of its own with a slip on top that
//! says whose it is.

use super::draw::draw;
use super::letters::said;
use super::line::wrap;
use super::logo::sized;
use super::marks::{HEIGHT, Mark, Placed, Tree, WIDTH};
use super::{Document, Logo, PdfError};
use crate::chart::Ink;
use crate::fonts::Fonts;
use chrono::NaiveDate;
use krilla::tagging::Tag;
use qrcode::{Color, EcLevel, QrCode};
use resvg::usvg::Tree as Picture;
use std::fmt::Write;

/// The grid: slips side by side and one below the other, with an edge of paper around them.
const ACROSS: usize = 2;
const DOWN: usize = 3;
const SIDE: f32 = 24.0;
const TOP: f32 = 28.0;
const BOTTOM: f32 = 56.0;
const WIDE: f32 = (WIDTH - 2.0 * SIDE) / ACROSS as f32;
const TALL: f32 = (HEIGHT - TOP - BOTTOM) / DOWN as f32;

/// Within a slip: its edge, the code that cameras read with the white around it, and the gap beside that.
const EDGE: f32 = 13.0;
const CODE: f32 = 100.0;
const GAP: f32 = 8.0;
/// White modules that a camera needs around a code.
const QUIET: usize = 4;
/// The logo at the right of a slip's head.
const LOGO: (f32, f32) = (84.0, 24.0);

/// A size, the distance of baselines, and the weight.
type Look = (f32, f32, bool);
const OWNER: Look = (8.2, 11.0, false);
const TITLE: Look = (12.0, 15.0, true);
const PLAIN: Look = (8.8, 11.4, false);
const TYPED: Look = (10.6, 14.0, true);
const SMALL: Look = (7.8, 9.9, false);
const PILE: Look = (15.0, 19.0, true);

/// What is to be printed; all texts come in translated.
#[derive(Debug, Clone)]
pub struct SlipSheets {
    /// Of the file.
    pub title: String,
    pub lang: String,
    /// The organisation.
    pub owner: String,
    pub logo: Option<Logo>,
    /// Stands on every slip: what the wave is called, how to answer and until when, and what is promised.
    pub wave: String,
    pub how: Vec<String>,
    pub promised: Vec<String>,
    pub created: NaiveDate,
    pub piles: Vec<SlipPile>,
}

/// The slips of one group.
#[derive(Debug, Clone)]
pub struct SlipPile {
    pub group: String,
    /// What stands below it on the slip on top.
    pub notes: Vec<String>,
    pub slips: Vec<PaperSlip>,
}

/// One slip.
#[derive(Debug, Clone)]
pub struct PaperSlip {
    /// What a camera reads.
    pub link: String,
    /// What is typed, line by line.
    pub typed: Vec<String>,
}

/// Prints slips.
///
/// # Errors
/// When a link is too long for a code that cameras read.
pub fn slips(sheets: &SlipSheets, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let mut press = Press {
        fonts,
        pages: Vec::new(),
        tree: Vec::new(),
        leaves: 0,
        place: 0,
    };
    for pile in &sheets.piles {
        press.turn();
        press.cover(pile);
        for slip in &pile.slips {
            press.slip(sheets, slip)?;
        }
    }
    let document = Document {
        title: sheets.title.clone(),
        subtitle: String::new(),
        lang: sheets.lang.clone(),
        author: sheets.owner.clone(),
        logo: None,
        running: sheets.title.clone(),
        created: sheets.created,
        blocks: Vec::new(),
    };
    draw(&document, press.fonts, &press.pages, press.tree)
}

struct Press<'a> {
    fonts: &'a Fonts,
    pages: Vec<Vec<Placed>>,
    tree: Vec<Tree>,
    /// How many leaves the structure has.
    leaves: usize,
    /// How many slips the last sheet has.
    place: usize,
}

impl Press<'_> {
    /// Begins a sheet, with lines to cut along.
    fn turn(&mut self) {
        let line = |x, y, width, height| Placed {
            mark: Mark::Area {
                ink: Ink::Muted,
                x,
                y,
                width,
                height,
            },
            leaf: None,
        };
        let (across, down) = (WIDE * ACROSS as f32, TALL * DOWN as f32);
        let mut cuts: Vec<Placed> = (0..=ACROSS)
            .map(|at| line(SIDE + WIDE * at as f32, TOP, 0.4, down))
            .collect();
        cuts.extend((0..=DOWN).map(|at| line(SIDE, TOP + TALL * at as f32, across, 0.4)));
        self.pages.push(cuts);
        self.place = 0;
    }

    /// The upper left corner of the next slip.
    fn next(&mut self) -> (f32, f32) {
        if self.place == ACROSS * DOWN {
            self.turn();
        }
        let (column, row) = (self.place % ACROSS, self.place / ACROSS);
        self.place += 1;
        (SIDE + WIDE * column as f32, TOP + TALL * row as f32)
    }

    fn cover(&mut self, pile: &SlipPile) {
        let (x, y) = self.next();
        let (x, room) = (x + EDGE, WIDE - 2.0 * EDGE);
        let leaf = self.leaves;
        let mut below = self.write(&pile.group, PILE, (x, y + EDGE), room);
        self.tree.push(Tree::Heading(1, said(&pile.group), leaf));
        for note in &pile.notes {
            below = self.paragraph(note, PLAIN, (x, below + 5.0), room);
        }
    }

    fn slip(&mut self, sheets: &SlipSheets, slip: &PaperSlip) -> Result<(), PdfError> {
        let (x, y) = self.next();
        let (x, room) = (x + EDGE, WIDE - 2.0 * EDGE);
        let right = x + room;
        let logo = self.logo(sheets, (right, y + EDGE))?;
        let beside = room - logo;
        let below = self.paragraph(&sheets.owner, OWNER, (x, y + EDGE), beside);
        let top = self.paragraph(&sheets.wave, TITLE, (x, below), beside) + 4.0;
        let picture = Picture::from_str(&qr(&slip.link)?, &self.fonts.pictures)?;
        self.put(Placed {
            mark: Mark::Picture {
                picture: Box::new(picture),
                x,
                y: top,
                width: CODE,
                height: CODE,
            },
            leaf: None,
        });
        let beside = (x + CODE + GAP, room - CODE - GAP);
        let mut below = top;
        for line in &sheets.how {
            below = self.paragraph(line, PLAIN, (beside.0, below), beside.1) + 4.0;
        }
        below = below.max(top + CODE) + 3.0;
        for line in &slip.typed {
            below = self.paragraph(line, TYPED, (x, below), room);
        }
        below += 3.0;
        for line in &sheets.promised {
            below = self.paragraph(line, SMALL, (x, below), room) + 1.5;
        }
        Ok(())
    }

    /// Puts the logo where it ends at the right; the width that it takes. Whoever does not see it reads the owner's name.
    fn logo(&mut self, sheets: &SlipSheets, (right, y): (f32, f32)) -> Result<f32, PdfError> {
        let Some(logo) = &sheets.logo else {
            return Ok(0.0);
        };
        let (image, width, height) = sized(logo, LOGO.0, LOGO.1)?;
        self.put(Placed {
            mark: Mark::Logo {
                image,
                x: right - width,
                y,
                width,
                height,
            },
            leaf: None,
        });
        Ok(width + GAP)
    }

    /// A paragraph; where the next one may begin.
    fn paragraph(&mut self, text: &str, look: Look, at: (f32, f32), room: f32) -> f32 {
        let leaf = self.leaves;
        let below = self.write(text, look, at, room);
        if self.leaves > leaf {
            self.tree.push(Tree::Leaf(Tag::P.into(), leaf));
        }
        below
    }

    /// Lines below one another as a new leaf; none for a blank text.
    fn write(
        &mut self,
        text: &str,
        (size, leading, bold): Look,
        (x, y): (f32, f32),
        room: f32,
    ) -> f32 {
        let lines = wrap(self.fonts, text, bold, room / size);
        let leaf = (!lines.is_empty()).then_some(self.leaves);
        self.leaves += usize::from(leaf.is_some());
        let mut below = y;
        for line in lines {
            let mark = Mark::Text {
                line,
                size,
                ink: Ink::Foreground,
                x,
                y: below + size,
            };
            self.put(Placed { mark, leaf });
            below += leading;
        }
        below
    }

    fn put(&mut self, placed: Placed) {
        if let Some(page) = self.pages.last_mut() {
            page.push(placed);
        }
    }
}

/// A text as a picture that cameras read, with the white around it.
pub(super) fn qr(text: &str) -> Result<String, PdfError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| PdfError::Code)?;
    let (width, modules) = (code.width(), code.to_colors());
    let size = width + 2 * QUIET;
    let mut path = String::new();
    for (row, line) in modules.chunks(width).enumerate() {
        for (column, _) in (0..).zip(line).filter(|(_, color)| **color == Color::Dark) {
            let (x, y) = (column + QUIET, row + QUIET);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" width=\"{size}\" height=\"{size}\">\
         <path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}
