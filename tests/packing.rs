//! The reports of all teams as one file: packed once, whoever asks how often, and whoever dies.

mod support;

#[test]
fn clicks_at_the_same_time_on_two_nodes_pack_the_reports_once() {
    support::packing::clicks_at_once(None);
}

#[test]
fn what_a_dead_node_was_packing_is_packed_by_another_one() {
    support::packing::a_dead_node(None);
}

#[test]
fn a_packing_that_kills_its_nodes_is_given_up_and_can_be_asked_for_again() {
    support::packing::a_deadly_packing(None);
}
