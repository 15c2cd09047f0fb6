use super::super::*;
use super::{Dice, random_tally};

#[test]
fn no_derivable_group_is_smaller_than_k() {
    let mut dice = Dice(1);
    for _ in 0..4_000 {
        let nodes = dice.tree();
        let rule = Rule::new(5 + dice.below(6), 1 + dice.below(2)).unwrap();
        let partition = Partition::of(&nodes, rule).unwrap();
        let total = sizes(&nodes);
        for residual in residuals(&nodes, &partition) {
            assert!(
                residual == 0 || residual >= rule.k(),
                "{residual} of {nodes:?}"
            );
        }
        for (node, size) in total.iter().enumerate() {
            let Some(atoms) = partition.published(node) else {
                continue;
            };
            assert!(*size >= rule.k());
            assert_eq!(
                *size,
                atoms
                    .iter()
                    .map(|&atom| partition.atoms()[atom].n)
                    .sum::<usize>()
            );
        }
        for (index, atom) in partition.atoms().iter().enumerate() {
            assert!(atom.n >= rule.k());
            assert_eq!(
                atom.n,
                atom.nodes
                    .iter()
                    .map(|&node| nodes[node].own)
                    .sum::<usize>()
            );
            assert!(
                atom.nodes
                    .iter()
                    .all(|&node| partition.atom_of(node) == Some(index))
            );
        }
        let grouped: usize = partition.atoms().iter().map(|atom| atom.n).sum();
        assert_eq!(
            grouped,
            if total[0] >= rule.k() { total[0] } else { 0 },
            "everyone is in one atom"
        );
    }
}

#[test]
fn the_choice_depends_on_sizes_and_not_on_answers() {
    let mut dice = Dice(2);
    let rule = Rule::new(5, 2).unwrap();
    for _ in 0..100 {
        let nodes = dice.tree();
        let tallies: Vec<_> = nodes
            .iter()
            .map(|node| random_tally(&mut dice, node.own))
            .collect();
        let one = release(&nodes, &tallies, rule).unwrap();
        let others: Vec<_> = nodes
            .iter()
            .map(|node| random_tally(&mut dice, node.own))
            .collect();
        let other = release(&nodes, &others, rule).unwrap();
        assert_eq!(one.partition(), other.partition());
        assert_eq!(one.partition(), &Partition::of(&nodes, rule).unwrap());
    }
}

#[test]
fn of_equal_teams_the_first_is_hidden() {
    let teams = [(None, 2), (Some(0), 6), (Some(0), 6), (Some(0), 9)];
    let nodes: Vec<_> = teams.map(|(parent, own)| Node { parent, own }).into();
    let partition = Partition::of(&nodes, Rule::new(5, 2).unwrap()).unwrap();
    assert_eq!(partition.published(1), None);
    assert_eq!(
        partition.atoms()[0],
        Atom {
            home: 0,
            nodes: vec![0, 1],
            n: 8
        }
    );
    assert_eq!(partition.published(0), Some(&[0, 1, 2][..]));
}

#[test]
fn a_team_of_exactly_k_is_shown_and_one_below_is_not() {
    let nodes: Vec<_> = [(None, 0), (Some(0), 5), (Some(0), 5), (None, 4)]
        .map(|(parent, own)| Node { parent, own })
        .into();
    let partition = Partition::of(&nodes, Rule::new(5, 2).unwrap()).unwrap();
    assert_eq!(partition.published(0), Some(&[0, 1][..]));
    assert_eq!(partition.published(2), Some(&[1][..]));
    assert_eq!((partition.published(3), partition.atom_of(3)), (None, None));
}

#[test]
fn a_parent_after_its_child_is_refused() {
    let nodes = [Node {
        parent: Some(0),
        own: 9,
    }];
    let refused = Partition::of(&nodes, Rule::new(5, 2).unwrap());
    assert_eq!(
        refused,
        Err(DisclosureError::ParentAfterChild { node: 0, parent: 0 })
    );
}

fn sizes(nodes: &[Node]) -> Vec<usize> {
    let mut sizes: Vec<_> = nodes.iter().map(|node| node.own).collect();
    for node in (0..nodes.len()).rev() {
        if let Some(parent) = nodes[node].parent {
            sizes[parent] += sizes[node];
        }
    }
    sizes
}

/// What a reader gets by taking away from each published node the published ones right below it.
fn residuals(nodes: &[Node], partition: &Partition) -> Vec<usize> {
    let sizes = sizes(nodes);
    let shown = |node: usize| partition.published(node).is_some();
    let mut residuals = sizes.clone();
    for node in (0..nodes.len()).filter(|&node| shown(node)) {
        let mut above = nodes[node].parent;
        while above.is_some_and(|node| !shown(node)) {
            above = nodes[above.unwrap()].parent;
        }
        if let Some(above) = above {
            residuals[above] -= sizes[node];
        }
    }
    (0..nodes.len())
        .filter(|&node| shown(node))
        .map(|node| residuals[node])
        .collect()
}
