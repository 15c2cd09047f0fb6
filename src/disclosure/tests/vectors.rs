use super::super::atoms::guarded;
use super::super::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Vector {
    k: usize,
    c: usize,
    parents: Vec<Option<usize>>,
    people: BTreeMap<usize, People>,
    hosts: BTreeMap<usize, usize>,
    out: Vec<usize>,
    freeze: Freeze,
    ballots: Vec<usize>,
    replaced: Vec<People>,
    count: Count,
    last_wave_groups: Vec<People>,
    guarded: Guarded,
}

#[derive(Deserialize, PartialEq, Debug)]
struct Freeze {
    cells: Vec<OfCell>,
    not_asked: Vec<usize>,
}

#[derive(Deserialize, PartialEq, Debug)]
struct OfCell {
    home: usize,
    kind: Kind,
    leaves: Vec<usize>,
    people: People,
}

#[derive(Deserialize, PartialEq, Debug)]
struct Count {
    atoms: Vec<OfAtom>,
    counted_nowhere: Vec<usize>,
    own_report: BTreeMap<usize, usize>,
    figures: Vec<Figure>,
}

#[derive(Deserialize, PartialEq, Debug)]
struct OfAtom {
    home: usize,
    kind: Kind,
    cells: Vec<usize>,
    ballots: usize,
    sure: usize,
    c: usize,
}

#[derive(Deserialize, PartialEq, Debug)]
struct Figure {
    atoms: Vec<usize>,
    without: Vec<usize>,
}

#[derive(Deserialize, PartialEq, Debug)]
struct Guarded {
    atoms: Vec<bool>,
    nodes: Vec<bool>,
}

/// The folder of `GUTCHECK_VECTORS`, or the one that comes with the sources.
fn folder() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/disclosure");
    std::env::var_os("GUTCHECK_VECTORS").map_or(own, PathBuf::from)
}

#[test]
fn groups_are_those_of_the_vectors() {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    assert!(files.len() >= 30, "{} in {:?}", files.len(), folder());
    for file in files {
        let vector: Vector = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        check(&file.display().to_string(), vector);
    }
}

fn check(name: &str, vector: Vector) {
    let rule = Rule::new(vector.k, vector.c).unwrap();
    let tree = Tree::new(vector.parents).unwrap();
    let with = vector
        .hosts
        .iter()
        .map(|(&leaf, &host)| (leaf, Choice::With(host)));
    let choices = with
        .chain(vector.out.iter().map(|&leaf| (leaf, Choice::Out)))
        .collect();
    let found = Cells::of(&tree, &vector.people, &choices, rule).unwrap();
    let cell = |cell: &Cell| OfCell {
        home: cell.home,
        kind: cell.kind,
        leaves: cell.leaves.clone(),
        people: cell.people.clone(),
    };
    let freeze = Freeze {
        cells: found.cells.iter().map(cell).collect(),
        not_asked: found.not_asked,
    };
    assert_eq!(freeze, vector.freeze, "{name}");
    let came = vector.ballots.iter().zip(&vector.replaced);
    let came: Vec<Came> = came
        .map(|(&ballots, replaced)| Came {
            ballots,
            replaced: replaced.clone(),
        })
        .collect();
    let sizes = vector
        .people
        .iter()
        .map(|(&leaf, people)| (leaf, people.len()));
    let asked = Asked {
        tree,
        leaves: sizes.collect(),
        cells: found.cells,
    };
    let groups = Groups::of(&asked, &came, &vector.last_wave_groups, rule).unwrap();
    assert_eq!(counted(&asked, &groups), vector.count, "{name}");
    let nodes = (0..asked.tree.len()).map(|node| {
        let sum = groups.sums[node].as_ref();
        sum.is_some_and(|sum| sum.guarded)
    });
    let guard = Guarded {
        atoms: groups.guarded.clone(),
        nodes: nodes.collect(),
    };
    assert_eq!(guard, vector.guarded, "{name}");
}

fn counted(asked: &Asked, groups: &Groups) -> Count {
    let atom = |atom: &atoms::Atom| OfAtom {
        home: atom.home,
        kind: atom.kind,
        cells: atom.cells.clone(),
        ballots: atom.n,
        sure: atom.sure,
        c: atom.c,
    };
    let own = |&leaf: &usize| Some((leaf, groups.own_report(leaf)?));
    let figure = |node| Figure {
        atoms: groups.figure(node).to_vec(),
        without: groups.without(node),
    };
    Count {
        atoms: groups.atoms().iter().map(atom).collect(),
        counted_nowhere: groups.nowhere().to_vec(),
        own_report: asked.leaves.keys().filter_map(own).collect(),
        figures: (0..asked.tree.len()).map(figure).collect(),
    }
}

#[test]
fn a_figure_is_guarded_if_it_differs_from_a_shown_group_by_one_to_k_less_one() {
    let rule = Rule::new(5, 2).unwrap();
    let six: People = (0..6).collect();
    for (shown, expected) in [
        ((0..6).collect(), false),
        ((0..5).collect(), true),
        ((2..8).collect(), true),
        ((0..10).collect(), true),
        ((0..11).collect(), false),
        ((3..9).collect::<People>(), false),
    ] {
        assert_eq!(
            guarded(&six, std::slice::from_ref(&shown), rule),
            expected,
            "{shown:?}"
        );
    }
}
