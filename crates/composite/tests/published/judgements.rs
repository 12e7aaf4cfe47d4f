//! Saaty's two classic tables of judgements, from “The Analytic Hierarchy Process” (1980).

use festoon_composite::Matrix;
use festoon_composite::weights::{Consistency, Derivation, Judgements, RandomIndex, ahp};

use super::printed;

/// The wealth of seven nations.
const NATIONS: [f64; 21] = [
    4.0,
    9.0,
    6.0,
    6.0,
    5.0,
    5.0, //
    7.0,
    5.0,
    5.0,
    3.0,
    4.0, //
    1.0 / 5.0,
    1.0 / 5.0,
    1.0 / 7.0,
    1.0 / 5.0, //
    1.0,
    1.0 / 3.0,
    1.0 / 3.0, //
    1.0 / 3.0,
    1.0 / 3.0, //
    2.0,
];

/// Six criteria for the choice of a school.
const SCHOOL: [f64; 15] = [
    4.0,
    3.0,
    1.0,
    3.0,
    4.0, //
    7.0,
    3.0,
    1.0 / 5.0,
    1.0, //
    1.0 / 5.0,
    1.0 / 5.0,
    1.0 / 6.0, //
    1.0,
    1.0 / 3.0, //
    3.0,
];

#[test]
fn the_wealth_of_seven_nations_is_judged_consistently() {
    let judgements = Judgements::by_upper_half(7, &NATIONS).unwrap();
    let wealth = ahp(&judgements, Derivation::Eigenvector, RandomIndex::Saaty).unwrap();
    printed(&wealth.weights, &[0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094], 3);
    printed(&[wealth.largest_eigenvalue, wealth.index, wealth.ratio], &[7.61, 0.10, 0.08], 2);
    assert_eq!(wealth.consistency(), Consistency::Acceptable);
}

#[test]
fn the_choice_of_a_school_is_judged_doubtfully() {
    let judgements = Judgements::by_upper_half(6, &SCHOOL).unwrap();
    let school = ahp(&judgements, Derivation::Eigenvector, RandomIndex::Saaty).unwrap();
    printed(&school.weights, &[0.32, 0.14, 0.03, 0.13, 0.24, 0.14], 2);
    assert_eq!(school.consistency(), Consistency::Doubtful);
}

#[test]
fn judgements_printed_with_two_decimals_are_still_reciprocal() {
    let cells = vec![1.0, 3.0, 8.0, 0.33, 1.0, 6.0, 0.13, 0.17, 1.0];
    let printed = Judgements::of(Matrix::of(3, cells), festoon_composite::weights::PRINTED).unwrap();
    assert_eq!(printed.size(), 3);
}
