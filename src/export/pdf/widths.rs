//! Widths of columns.

use super::Table;
use super::line::{Line, words};
use super::marks::ROOM;
use crate::fonts::Fonts;

/// The width of every column, which together are as wide as the text: by weight, but none narrower
/// than its longest word and `pads` if there is room for all of them.
pub(super) fn widths(fonts: &Fonts, table: &Table, size: f32, pads: f32) -> Vec<f32> {
    let weights: Vec<f32> = table.columns.iter().map(|column| column.weight).collect();
    let longest = |place: usize| longest(fonts, table, place) * size + pads;
    let needs: Vec<f32> = (0..weights.len()).map(longest).collect();
    if needs.iter().sum::<f32>() > ROOM {
        return shared(&weights, &vec![false; weights.len()], &needs);
    }
    let mut fixed = vec![false; weights.len()];
    loop {
        let widths = shared(&weights, &fixed, &needs);
        let mut narrow = false;
        for ((fixed, width), need) in fixed.iter_mut().zip(&widths).zip(&needs) {
            if !*fixed && width < need {
                *fixed = true;
                narrow = true;
            }
        }
        if !narrow {
            return widths;
        }
    }
}

/// The longest word of a column in parts of the size.
fn longest(fonts: &Fonts, table: &Table, place: usize) -> f32 {
    let head = table.columns.get(place).map(|column| column.head.as_str());
    let cells = table
        .rows
        .iter()
        .filter_map(|row| Some(row.get(place)?.as_str()));
    let width = |word: &str| Line::whole(fonts, word, true).width;
    let texts = head.into_iter().chain(cells);
    texts.flat_map(words).map(width).fold(0.0, f32::max)
}

/// Fixed columns have what they need; the others share the rest by weight.
fn shared(weights: &[f32], fixed: &[bool], needs: &[f32]) -> Vec<f32> {
    let columns = || weights.iter().zip(fixed).zip(needs);
    let taken: f32 = columns()
        .map(|((_, fixed), need)| if *fixed { *need } else { 0.0 })
        .sum();
    let all: f32 = columns()
        .map(|((weight, fixed), _)| if *fixed { 0.0 } else { *weight })
        .sum();
    let width = |((weight, fixed), need): ((&f32, &bool), &f32)| {
        if *fixed {
            *need
        } else {
            (ROOM - taken) * weight / all
        }
    };
    columns().map(width).collect()
}
