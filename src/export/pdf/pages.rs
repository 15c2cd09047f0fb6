//! Puts strips on pages.

use super::marks::{BOTTOM, Placed, TOP};
use super::strip::{Strip, height};

/// The marks of every page. There is at least one page.
pub(super) fn pages(strips: Vec<Strip>, heads: &[Strip]) -> Vec<Vec<Placed>> {
    let mut pages = Pages {
        pages: vec![Vec::new()],
        y: TOP,
        heads,
    };
    let mut group = Vec::new();
    for strip in strips {
        let kept = strip.keep;
        group.push(strip);
        if !kept {
            pages.place(std::mem::take(&mut group));
        }
    }
    pages.place(group);
    // A break or a space at the end begins no page.
    if pages.pages.len() > 1 && pages.pages.last().is_some_and(Vec::is_empty) {
        pages.pages.pop();
    }
    pages.pages
}

/// Pages that fill up.
struct Pages<'a> {
    pages: Vec<Vec<Placed>>,
    /// The height that is reached on the last page.
    y: f32,
    heads: &'a [Strip],
}

impl Pages<'_> {
    /// Places strips that are to stand on one page, and on several if one is too small.
    fn place(&mut self, group: Vec<Strip>) {
        let Some(first) = group.first() else { return };
        if first.page_break || self.y + first.before + height(&group) > BOTTOM {
            self.turn(first.head);
        }
        for strip in group {
            let before = if self.y > TOP { strip.before } else { 0.0 };
            if self.y + before + strip.height > BOTTOM {
                self.turn(strip.head);
            }
            self.y += if self.y > TOP { strip.before } else { 0.0 };
            self.put(strip);
        }
    }

    /// Begins a page if the last one is not empty.
    fn turn(&mut self, head: Option<usize>) {
        if self.y > TOP {
            self.pages.push(Vec::new());
            self.y = TOP;
            if let Some(head) = head.and_then(|head| self.heads.get(head)) {
                self.put(head.clone());
            }
        }
    }

    fn put(&mut self, strip: Strip) {
        let y = self.y;
        let lowered = |placed: Placed| Placed {
            mark: placed.mark.lowered(y),
            leaf: placed.leaf,
        };
        if let Some(page) = self.pages.last_mut() {
            page.extend(strip.marks.into_iter().map(lowered));
        }
        self.y += strip.height;
    }
}
