use super::*;

#[test]
fn texts_that_are_apart_keep_their_places() {
    let texts = [(10.0, 20.0), (50.0, 20.0)];
    assert_eq!(apart(&texts, 4.0, (0.0, 100.0)), [10.0, 50.0]);
}

#[test]
fn texts_that_touch_move_apart_within_the_bounds() {
    let texts = [(-5.0, 20.0), (2.0, 20.0)];
    assert_eq!(apart(&texts, 4.0, (0.0, 100.0)), [0.0, 24.0]);
    let texts = [(85.0, 20.0), (90.0, 20.0)];
    assert_eq!(apart(&texts, 4.0, (0.0, 100.0)), [56.0, 80.0]);
}

#[test]
fn a_share_of_none_in_whole_percent_has_an_area_and_no_number() {
    let shares = [(Ink::Step2, 0.4), (Ink::Step5, 0.0), (Ink::Middle, 99.6)];
    let shares = side_by_side(&shares, 0.0, 3.0, percent);
    assert_eq!(shares.len(), 2);
    assert_eq!((shares[0].inside(), shares[0].outside()), (None, None));
    assert_eq!(shares[1].inside(), Some("100 %"));
}
