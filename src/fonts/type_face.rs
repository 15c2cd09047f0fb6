//! A font to draw with and to measure with.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script, ttf_parser};

/// One font, to draw with and to measure with.
pub struct TypeFace {
    /// As documents take it.
    pub font: Font,
    pub(super) bold: bool,
    face: Face<'static>,
    /// For European scripts, which nearly all text is in.
    plan: ShapePlan,
}

impl TypeFace {
    pub(super) fn of(bytes: &'static [u8], index: u32) -> Option<Self> {
        let face = Face::from_slice(bytes, index)?;
        let (direction, latin) = (Direction::LeftToRight, Some(script::LATIN));
        Some(Self {
            font: Font::new(bytes.into(), index)?,
            bold: face.weight().to_number() >= ttf_parser::Weight::SemiBold.to_number(),
            plan: ShapePlan::new(&face, direction, latin, None, &[]),
            face,
        })
    }

    pub(super) fn has(&self, c: char) -> bool {
        // Tables of characters may name glyph 0, which stands for a missing one.
        self.face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
    }

    /// The glyphs of a word from left to right, kerned; ranges count from its start, lengths are in parts of the size.
    pub fn shape(&self, word: &str, from_right: bool) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        let shaped = if word.chars().all(|c| c < '\u{590}') {
            buffer.set_direction(Direction::LeftToRight);
            buffer.set_script(script::LATIN);
            rustybuzz::shape_with_plan(&self.face, &self.plan, buffer)
        } else {
            buffer.guess_segment_properties();
            buffer.set_direction(match from_right {
                true => Direction::RightToLeft,
                false => Direction::LeftToRight,
            });
            rustybuzz::shape(&self.face, &[], buffer)
        };
        let clusters = shaped.glyph_infos().iter();
        let mut starts: Vec<usize> = clusters.map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let infos = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyph = |(info, at): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
            let start = info.cluster as usize;
            // Several glyphs of one cluster share its text.
            let next = starts.partition_point(|other| *other <= start);
            let end = starts.get(next).copied().unwrap_or(word.len());
            let part = |units: i32| units as f32 / self.face.units_per_em() as f32;
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
}
