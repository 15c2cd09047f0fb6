use super::super::*;
use super::{Dice, random_tally, released};
use std::sync::Arc;

fn example() -> Released<Release> {
    let mut dice = Dice(3);
    released(&[6, 12].map(|size| random_tally(&mut dice, size)))
}

fn shape() -> Arc<Shape> {
    Arc::new(Shape::single(&[5]))
}

#[test]
fn a_release_comes_back_from_storage_as_it_was() {
    let stored = encode(&example()).unwrap();
    assert_eq!(decode(&stored, &shape()).unwrap(), example());
}

#[test]
fn stored_results_that_break_a_rule_are_refused() {
    let sound = encode(&example()).unwrap();
    let row = |n: usize, sure: usize, c: usize, items: &str| {
        let head = r#"{"home":1,"kind":"team","cells":[0],"asked":6,"replaced":0,"guarded":false"#;
        format!(r#"{head},"n":{n},"sure":{sure},"c":{c},"items":[{items}]}}"#)
    };
    let first = |atom: String| Stored {
        atoms: [&[atom], &sound.atoms[1..]].concat(),
        ..sound.clone()
    };
    let header = |from: &str, to: &str| {
        assert!(sound.header.contains(from), "{}", sound.header);
        Stored {
            header: sound.header.replacen(from, to, 1),
            ..sound.clone()
        }
    };
    assert!(decode(&first(row(6, 6, 2, "[[2,2,1,0,0],1]")), &shape()).is_ok());
    for (why, damaged) in [
        ("has 4 people", first(row(6, 4, 2, "null"))),
        ("has 7 people", first(row(8, 7, 2, "null"))),
        ("hides too little", first(row(6, 6, 1, "null"))),
        ("hides too little", first(row(6, 6, 4, "null"))),
        ("breaks the rule", first(row(6, 6, 2, "[[6,0,0,0,0],0]"))),
        ("do not add up", first(row(6, 6, 2, "[[2,2,1,0,0],0]"))),
        ("breaks the rule", first(row(6, 6, 2, "[[2,2,0,0,0],2]"))),
        ("another survey", first(row(6, 6, 2, "[[3,3],0]"))),
        ("another survey", first(row(6, 6, 2, ""))),
        ("smallest group is 4", header("\"k\":5", "\"k\":4")),
        ("format 3", header("\"version\":2", "\"version\":3")),
        (
            "parents before their children",
            header("[null,0,0]", "[null,1,0]"),
        ),
        ("counted twice", header("\"nowhere\":[]", "\"nowhere\":[1]")),
        ("comments belong", header("[2,[1]]", "[2,[7]]")),
        (
            "other atoms",
            Stored {
                atoms: sound.atoms[..1].to_vec(),
                ..sound.clone()
            },
        ),
    ] {
        let refused = decode(&damaged, &shape()).unwrap_err().to_string();
        assert!(refused.contains(why), "{refused:?} does not say {why:?}");
    }
}

#[test]
fn nothing_finer_than_an_atom_is_stored() {
    let mut dice = Dice(4);
    let asked = super::departments(&[3, 4, 9]);
    assert_eq!(asked.cells.len(), 2, "two small teams are one group");
    let tallies = [7, 9].map(|size| random_tally(&mut dice, size));
    let came = [7, 9].map(super::ballots_of);
    let ballots = Ballots {
        shape: &tallies[0].shape(),
        came: &came,
        tallies: &tallies,
        shown: &[],
    };
    let stored = encode(&release(&asked, &ballots, super::rule()).unwrap()).unwrap();
    let header: serde_json::Value = serde_json::from_str(&stored.header).unwrap();
    assert_eq!(stored.atoms.len(), 2);
    assert_eq!(
        header["leaves"],
        serde_json::json!([[1, 3], [2, 4], [3, 9]])
    );
    assert_eq!(
        header["cells"],
        serde_json::json!([["pool", [1, 2]], ["team", [3]]])
    );
}
