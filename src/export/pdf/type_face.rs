//! The two fonts of a document, read once.

use super::PdfError;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};
use std::sync::LazyLock;

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| {
    Some(Fonts {
        regular: TypeFace::of(notosans::REGULAR_TTF)?,
        bold: TypeFace::of(notosans::BOLD_TTF)?,
    })
});

/// The fonts of the program.
pub(super) fn fonts() -> Result<&'static Fonts, PdfError> {
    FONTS.as_ref().ok_or(PdfError::Font)
}

/// Noto Sans in two weights.
pub(super) struct Fonts {
    regular: TypeFace,
    bold: TypeFace,
}

impl Fonts {
    pub(super) const fn weighing(&self, bold: bool) -> &TypeFace {
        if bold { &self.bold } else { &self.regular }
    }

    /// Whether both weights have a character.
    pub(super) fn have(&self, c: char) -> bool {
        self.regular.has(c) && self.bold.has(c)
    }
}

/// One font, to draw with and to measure with.
pub(super) struct TypeFace {
    pub(super) font: Font,
    face: Face<'static>,
    plan: ShapePlan,
}

impl TypeFace {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let face = Face::from_slice(bytes, 0)?;
        Some(Self {
            font: Font::new(bytes.into(), 0)?,
            plan: ShapePlan::new(
                &face,
                Direction::LeftToRight,
                Some(script::LATIN),
                None,
                &[],
            ),
            face,
        })
    }

    fn has(&self, c: char) -> bool {
        // Tables of characters may name glyph 0, which stands for a missing one.
        self.face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
    }

    /// The glyph that stands for a character; its advance is in parts of the size.
    pub(super) fn glyph(&self, c: char) -> Option<(GlyphId, f32)> {
        let glyph = self.face.glyph_index(c)?;
        let advance = f32::from(self.face.glyph_hor_advance(glyph)?);
        Some((GlyphId::new(glyph.0.into()), advance / self.em()))
    }

    /// The glyphs of a word, kerned; ranges count from its start, lengths are in parts of the size.
    pub(super) fn shape(&self, word: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.face, &self.plan, buffer);
        let starts = shaped
            .glyph_infos()
            .iter()
            .map(|info| info.cluster as usize);
        let starts: Vec<usize> = starts.collect();
        let infos = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyph = |(info, at): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
            let start = info.cluster as usize;
            // Clusters ascend, and several glyphs of one cluster share its text.
            let next = starts.partition_point(|other| *other <= start);
            let end = starts.get(next).copied().unwrap_or(word.len());
            let part = |units: i32| units as f32 / self.em();
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                part(at.x_advance),
                part(at.x_offset),
                part(at.y_offset),
                part(at.y_advance),
                start..end,
                None,
            )
        };
        infos.map(glyph).collect()
    }

    fn em(&self) -> f32 {
        self.face.units_per_em() as f32
    }
}
