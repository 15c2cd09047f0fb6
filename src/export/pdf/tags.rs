//! Says what the drawn marks mean: the structure and the bookmarks.

use super::marks::{Mark, Tree};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{BBox, Identifier, Placement, Tag, TagGroup, TagTree};
use std::collections::BTreeMap;
use std::num::NonZeroU16;

/// What was drawn of every leaf.
#[derive(Default)]
pub(super) struct Drawn {
    leaves: BTreeMap<usize, Vec<Identifier>>,
    /// The page that a leaf begins on and the bounds of its first mark.
    places: BTreeMap<usize, (usize, [f32; 4])>,
}

impl Drawn {
    pub(super) fn add(&mut self, leaf: usize, identifier: Identifier, page: usize, mark: &Mark) {
        self.leaves.entry(leaf).or_default().push(identifier);
        self.places
            .entry(leaf)
            .or_insert_with(|| (page, mark.bounds()));
    }
}

/// The bookmarks: the title and the headings of level 2, which hold those of level 3.
pub(super) fn outline(tree: &[Tree], drawn: &Drawn) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for part in tree {
        let Tree::Heading(level, title, leaf) = part else {
            continue;
        };
        let Some((page, [left, top, ..])) = drawn.places.get(leaf) else {
            continue;
        };
        let at = XyzDestination::new(*page, Point::from_xy(*left, *top));
        let node = OutlineNode::new(title.clone(), at);
        match &mut open {
            Some(above) if *level > 2 => above.push_child(node),
            _ => {
                if let Some(above) = open.replace(node.with_open(true)) {
                    outline.push_child(above);
                }
            }
        }
    }
    if let Some(last) = open {
        outline.push_child(last);
    }
    outline
}

/// The structure of the document.
pub(super) fn structure(tree: Vec<Tree>, mut drawn: Drawn, lang: &str) -> TagTree {
    let mut root = TagTree::new().with_lang(Some(lang.to_owned()));
    for part in tree {
        root.push(group(part, &mut drawn));
    }
    root
}

fn group(tree: Tree, drawn: &mut Drawn) -> TagGroup {
    let (tag, leaf) = match tree {
        Tree::Group(tag, parts) => {
            let mut group = TagGroup::new(tag);
            for part in parts {
                group.push(self::group(part, drawn));
            }
            return group;
        }
        Tree::Leaf(tag, leaf) => (tag, leaf),
        Tree::Heading(level, title, leaf) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            (Tag::Hn(level, Some(title)).into(), leaf)
        }
        Tree::Figure(alt, leaf) => {
            let place = drawn.places.get(&leaf);
            let bounds = place.and_then(|(page, [left, top, right, bottom])| {
                let rect = Rect::from_ltrb(*left, *top, *right, *bottom)?;
                Some(BBox::new(*page, rect))
            });
            let figure = Tag::Figure(Some(alt)).with_bbox(bounds);
            let figure = figure.with_placement(Some(Placement::Block));
            (figure.into(), leaf)
        }
    };
    let mut group = TagGroup::new(tag);
    for identifier in drawn.leaves.remove(&leaf).unwrap_or_default() {
        group.push(identifier);
    }
    group
}
