//! Bad input is told with its place and what would be right.

use festoon_composite::Matrix;
use festoon_composite::numbers::{
    Direction, Estimator, NumbersError, QuantileRule, Scale, mean, quantile, skewness, symmetric_eigen,
};
use festoon_composite::ranking::{
    Averaging, Link, Mean, Missing, Preference, RankingError, Weighting, chained_growth, promethee, saw,
    topsis, vikor, weighted_mean, wpm,
};
use festoon_composite::weights::{
    CriticChoices, Derivation, Envelopment, Judgements, RandomIndex, ShareBounds, WeightError, ZeroShares,
    ahp, benefit_of_the_doubt, critic, efficiencies, entropy, shares,
};

use super::{DIRECTIONS, three};

/// The table of three with one other cell.
fn with(row: usize, column: usize, value: f64) -> Matrix {
    let mut table = three();
    table.row_mut(row)[column] = value;
    table
}

#[test]
fn a_constant_column_is_named_with_its_value() {
    let mut table = three();
    (0..3).for_each(|row| table.row_mut(row)[2] = 7.0);
    let constant = NumbersError::Constant { column: 2, value: 7.0 };
    let weights = critic(&table, &DIRECTIONS, CriticChoices::default());
    assert_eq!(weights, Err(WeightError::Numbers(constant.clone())));
    let scores = topsis(&table, &[1.0; 3], &DIRECTIONS, Scale::MinMax, Weighting::Values);
    assert_eq!(scores, Err(RankingError::Numbers(constant.clone())));
    assert_eq!(vikor(&table, &[1.0; 3], &DIRECTIONS, 0.5), Err(RankingError::Numbers(constant.clone())));
    assert_eq!(
        skewness(&[7.0; 5], Estimator::default()).map_err(|error| error.in_column(2)),
        Err(constant.clone())
    );
    assert_eq!(constant.to_string(), "column 3: every value is 7, and it should vary");
    // Entropy gives such a column no weight, and that is its meaning.
    assert!(entropy(&table, ZeroShares::Refuse).unwrap().weights[2].abs() == 0.0);
}

#[test]
fn a_missing_cell_is_named_by_row_and_column() {
    let missing = NumbersError::Missing { row: 1, column: 2 };
    for value in [f64::NAN, f64::INFINITY] {
        let table = with(1, 2, value);
        assert_eq!(entropy(&table, ZeroShares::Refuse), Err(WeightError::Numbers(missing.clone())));
        let scores = saw(&table, &[1.0; 3], &DIRECTIONS, Scale::Vector);
        assert_eq!(scores, Err(RankingError::Numbers(missing.clone())));
    }
    assert_eq!(mean(&[1.0, f64::NAN]), Err(NumbersError::Missing { row: 1, column: 0 }));
    assert_eq!(missing.to_string(), "row 2, column 3: a number is missing");
}

#[test]
fn a_value_below_zero_has_no_geometric_mean() {
    let geometric = Averaging { mean: Mean::Geometric, ..Averaging::default() };
    let refused = weighted_mean(&[1.0, -2.0], &[1.0, 1.0], geometric).unwrap_err().in_row(4);
    assert_eq!(refused, RankingError::Numbers(NumbersError::Negative { row: 4, column: 1, value: -2.0 }));
    let zero = weighted_mean(&[1.0, 0.0], &[1.0, 1.0], geometric).unwrap_err();
    assert_eq!(zero, RankingError::Numbers(NumbersError::NotPositive { row: 0, column: 1, value: 0.0 }));
    let product = wpm(&with(2, 1, 0.0), &[1.0; 3], &DIRECTIONS, Scale::AsIs).unwrap_err();
    assert_eq!(product.to_string(), "row 3, column 2: 0 should be above zero");
}

#[test]
fn entropy_refuses_what_has_no_share() {
    let below = entropy(&with(0, 0, -4.0), ZeroShares::CountNothing).unwrap_err();
    assert_eq!(below.to_string(), "row 1, column 1: -4 should be zero or more");
    let zero = entropy(&with(0, 0, 0.0), ZeroShares::Refuse).unwrap_err();
    assert_eq!(zero.to_string(), "row 1, column 1: 0 should be above zero");
    let zeros = entropy(&Matrix::of(1, vec![0.0; 3]), ZeroShares::CountNothing).unwrap_err();
    assert_eq!(zeros, WeightError::Numbers(NumbersError::ZeroDenominator { column: 0 }));
    let same = entropy(&Matrix::of(1, vec![2.0; 3]), ZeroShares::Refuse).unwrap_err();
    assert_eq!(same, WeightError::NothingDiffers);
}

#[test]
fn weights_below_zero_or_summing_to_zero_are_refused() {
    assert_eq!(shares(&[0.0, 0.0]), Err(WeightError::ZeroSum));
    assert_eq!(shares(&[0.5, -0.5]), Err(WeightError::Weight { column: 1, value: -0.5 }));
    let scores = saw(&three(), &[0.0; 3], &DIRECTIONS, Scale::MinMax);
    assert_eq!(scores, Err(RankingError::Weights(WeightError::ZeroSum)));
    let short = saw(&three(), &[1.0; 2], &DIRECTIONS, Scale::MinMax);
    assert_eq!(short, Err(RankingError::Numbers(NumbersError::Lengths { left: 3, right: 2 })));
}

#[test]
fn too_little_of_a_row_has_no_mean() {
    let from = Averaging { missing: Missing::RenormaliseFrom(0.5), ..Averaging::default() };
    let refused = weighted_mean(&[1.0, f64::NAN, f64::NAN, f64::NAN], &[1.0; 4], from).unwrap_err().in_row(2);
    assert_eq!(refused, RankingError::TooMissing { row: 2, present: 0.25, needed: 0.5 });
    let all = Averaging { missing: Missing::Renormalise, ..Averaging::default() };
    assert!(weighted_mean(&[f64::NAN], &[1.0], all).is_err());
}

#[test]
fn judgements_that_are_not_reciprocal_are_named_with_what_would_be() {
    let table = Matrix::of(2, vec![1.0, 4.0, 0.5, 1.0]);
    let refused = Judgements::of(table, 0.05).unwrap_err();
    assert_eq!(refused, WeightError::NotReciprocal { row: 1, column: 0, given: 0.5, right: 0.25 });
    assert_eq!(refused.to_string(), "row 2, column 1: 0.5 should be 0.25, one over the opposite judgement");
    let diagonal = Judgements::of(Matrix::of(1, vec![2.0]), 0.05).unwrap_err();
    assert_eq!(diagonal, WeightError::NotReciprocal { row: 0, column: 0, given: 2.0, right: 1.0 });
}

#[test]
fn judgements_in_a_circle_are_told_with_the_one_that_fits_worst() {
    let circle = Judgements::by_upper_half(3, &[9.0, 1.0 / 9.0, 9.0]).unwrap();
    let found = ahp(&circle, Derivation::Eigenvector, RandomIndex::Saaty).unwrap();
    assert_eq!(format!("{:.2} {:.2}", found.largest_eigenvalue, found.ratio), "10.11 6.13");
    let refused = found.insisted().unwrap_err().to_string();
    assert!(refused.starts_with(
        "the judgements contradict each other: the consistency ratio is 6.13, and should be at most 0.1; row 1, column "
    ));
    assert!(refused.ends_with("the others ask for about 1.00"), "{refused}");
}

#[test]
fn more_than_fifteen_criteria_have_no_random_index_of_saaty() {
    let all_equal = Judgements::of(Matrix::of(16, vec![1.0; 256]), 0.0).unwrap();
    let refused = ahp(&all_equal, Derivation::Eigenvector, RandomIndex::Saaty);
    assert_eq!(refused, Err(WeightError::NoRandomIndex { size: 16 }));
    assert!(ahp(&all_equal, Derivation::Eigenvector, RandomIndex::AlonsoLamata).is_ok());
}

#[test]
fn bounds_of_shares_must_leave_room_for_one() {
    let table = three();
    let crossed = [ShareBounds { least: 0.5, most: 0.2 }, ShareBounds::FREE, ShareBounds::FREE];
    let refused = benefit_of_the_doubt(&table, &crossed).unwrap_err();
    assert_eq!(refused, WeightError::Bounds { column: 0, least: 0.5, most: 0.2 });
    let narrow = [ShareBounds { least: 0.0, most: 0.3 }; 3];
    assert!(matches!(benefit_of_the_doubt(&table, &narrow), Err(WeightError::BoundSums { .. })));
    let asked = [ShareBounds { least: 0.1, most: 1.0 }; 3];
    let bare = benefit_of_the_doubt(&with(1, 1, 0.0), &asked).unwrap_err();
    assert_eq!(bare, WeightError::Numbers(NumbersError::NotPositive { row: 1, column: 1, value: 0.0 }));
}

#[test]
fn a_frontier_refuses_units_that_differ_in_number_or_are_below_zero() {
    let (inputs, outputs) = (Matrix::of(1, vec![1.0, 2.0]), Matrix::of(1, vec![1.0, -2.0]));
    let refused = efficiencies(&inputs, &outputs, Envelopment::default()).unwrap_err();
    assert_eq!(refused, WeightError::Numbers(NumbersError::Negative { row: 1, column: 1, value: -2.0 }));
    let uneven = efficiencies(&inputs, &Matrix::of(1, vec![1.0]), Envelopment::default()).unwrap_err();
    assert_eq!(uneven, WeightError::Numbers(NumbersError::Lengths { left: 2, right: 1 }));
}

#[test]
fn rows_that_are_all_the_same_have_no_order() {
    let same = Matrix::of(2, vec![1.0, 2.0, 1.0, 2.0]);
    let directions = [Direction::Benefit; 2];
    let scores = topsis(&same, &[1.0; 2], &directions, Scale::Vector, Weighting::Values);
    assert_eq!(scores, Err(RankingError::AllSame));
}

#[test]
fn growth_from_zero_is_named_by_its_period() {
    let years = Matrix::of(2, vec![1.0, 0.0, 2.0, 3.0]);
    let refused = chained_growth(&years, &[0.5; 2], &[Direction::Benefit; 2], Link::default()).unwrap_err();
    assert_eq!(refused, RankingError::Numbers(NumbersError::NotPositive { row: 0, column: 1, value: 0.0 }));
}

#[test]
fn thresholds_shares_and_tables_out_of_range_are_refused() {
    let crossing = [Preference::Linear { indifference: 2.0, preference: 1.0 }; 3];
    let refused = promethee(&three(), &[1.0; 3], &DIRECTIONS, &crossing).unwrap_err();
    assert_eq!(refused, RankingError::Thresholds { column: 0 });
    let majority = vikor(&three(), &[1.0; 3], &DIRECTIONS, 1.5).unwrap_err();
    assert_eq!(majority, RankingError::Parameter { value: 1.5, least: 0.0, most: 1.0 });
    assert_eq!(quantile(&[1.0], 1.5, QuantileRule::default()), Err(NumbersError::Share { share: 1.5 }));
    let lopsided = symmetric_eigen(&Matrix::of(2, vec![1.0, 2.0, 3.0, 1.0])).unwrap_err();
    assert_eq!(lopsided, NumbersError::NotSymmetric { row: 1, column: 0 });
}
