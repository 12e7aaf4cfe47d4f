//! Laws, tried on many drawn matrices.

use festoon_composite::Matrix;
use festoon_composite::numbers::{
    Alpha, Basis, Correlation, Keep, Order, Rotation, Scale, Ties, components, correlations, cronbach, ranks,
    symmetric_eigen,
};
use festoon_composite::ranking::{
    Averaging, CopelandScore, Mean, Weighting, borda, copeland, majorities, topsis, weighted_mean,
};
use festoon_composite::weights::{
    ComponentWeights, CriticChoices, Derivation, Judgements, RandomIndex, ShareBounds, ZeroShares, ahp,
    benefit_of_the_doubt, coefficient_of_variation, component_weights, critic, entropy, standard_deviation,
};
use proptest::prelude::*;

use super::{DIRECTIONS, close};

/// Rows of three positive cells; drawn ones are never constant.
fn rows() -> impl Strategy<Value = Vec<[f64; 3]>> {
    prop::collection::vec(prop::array::uniform3(0.01_f64..1000.0), 4..40)
}

fn matrix(rows: &[[f64; 3]]) -> Matrix {
    Matrix::of(3, rows.concat())
}

fn to_one(weights: &[f64]) {
    close(&[weights.iter().sum()], &[1.0]);
    assert!(weights.iter().all(|weight| *weight >= 0.0), "{weights:?}");
}

/// 1, 2, 3 and on to so many.
fn places(many: usize) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(1.0), |place| Some(place + 1.0)).take(many)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn weights_sum_to_one_and_none_is_below_zero(rows in rows()) {
        let matrix = matrix(&rows);
        to_one(&entropy(&matrix, ZeroShares::Refuse).unwrap().weights);
        to_one(&critic(&matrix, &DIRECTIONS, CriticChoices::default()).unwrap().weights);
        to_one(&standard_deviation(&matrix).unwrap());
        to_one(&coefficient_of_variation(&matrix).unwrap());
        let found = components(&matrix, Basis::Correlation, Keep::Count(2), Rotation::Varimax).unwrap();
        to_one(&component_weights(&found.loadings, ComponentWeights::Grouped).unwrap());
        to_one(&component_weights(&found.loadings, ComponentWeights::AbsoluteCoefficients).unwrap());
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows()) {
        let backwards: Vec<[f64; 3]> = rows.iter().rev().copied().collect();
        let (here, there) = (matrix(&rows), matrix(&backwards));
        let same = |of: &dyn Fn(&Matrix) -> Vec<f64>| close(&of(&here), &of(&there));
        same(&|m| entropy(m, ZeroShares::Refuse).unwrap().weights);
        same(&|m| critic(m, &DIRECTIONS, CriticChoices::default()).unwrap().weights);
        let turned = |m: &Matrix| {
            let mut scores = topsis(m, &[0.5, 0.3, 0.2], &DIRECTIONS, Scale::Vector, Weighting::Values).unwrap().closeness;
            scores.sort_by(f64::total_cmp);
            scores
        };
        same(&turned);
    }

    #[test]
    fn units_do_not_matter(rows in rows(), units in prop::array::uniform3(0.001_f64..1000.0)) {
        let other: Vec<[f64; 3]> = rows.iter().map(|row| std::array::from_fn(|column| row[column] * units[column])).collect();
        let (here, there) = (matrix(&rows), matrix(&other));
        let same = |of: &dyn Fn(&Matrix) -> Vec<f64>| close(&of(&here), &of(&there));
        same(&|m| entropy(m, ZeroShares::Refuse).unwrap().weights);
        same(&|m| critic(m, &DIRECTIONS, CriticChoices::default()).unwrap().weights);
        same(&|m| coefficient_of_variation(m).unwrap());
        for scale in [Scale::Vector, Scale::MinMax, Scale::MaxRatio, Scale::SumRatio] {
            same(&|m| topsis(m, &[0.5, 0.3, 0.2], &DIRECTIONS, scale, Weighting::Values).unwrap().closeness);
        }
        same(&|m| copeland(m, &[0.5, 0.3, 0.2], &DIRECTIONS, CopelandScore::Wins).unwrap());
    }

    #[test]
    fn more_is_never_worse(row in prop::array::uniform3(0.01_f64..1000.0), column in 0_usize..3, more in 0.0_f64..10.0) {
        let mut better = row;
        better[column] += more;
        for mean in [Mean::Arithmetic, Mean::Geometric, Mean::Harmonic, Mean::Power(-2.0), Mean::Power(3.0)] {
            let of = |row: &[f64]| weighted_mean(row, &[0.5, 0.3, 0.2], Averaging { mean, ..Averaging::default() }).unwrap();
            prop_assert!(of(&better) >= of(&row) * (1.0 - 1e-12));
        }
    }

    #[test]
    fn a_lower_power_gives_a_lower_mean_between_least_and_greatest(row in prop::array::uniform3(0.01_f64..1000.0)) {
        let powers = [Mean::Power(-3.0), Mean::Harmonic, Mean::Geometric, Mean::Arithmetic, Mean::Power(2.0)];
        let means = powers.map(|mean| weighted_mean(&row, &[1.0; 3], Averaging { mean, ..Averaging::default() }).unwrap());
        prop_assert!(means.windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-12)));
        let least = row.iter().copied().fold(f64::INFINITY, f64::min);
        let most = row.iter().copied().fold(0.0, f64::max);
        prop_assert!(means[0] >= least * (1.0 - 1e-12) && means[4] <= most * (1.0 + 1e-12));
    }

    #[test]
    fn ranks_with_mean_ties_sum_to_what_places_sum_to(values in prop::collection::vec(0_u8..6, 1..30)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let sum: f64 = places(values.len()).sum();
        close(&[ranks(&values, Order::Descending, Ties::Mean).iter().sum()], &[sum]);
        let mut first = ranks(&values, Order::Ascending, Ties::First);
        first.sort_by(f64::total_cmp);
        close(&first, &places(values.len()).collect::<Vec<f64>>());
    }

    #[test]
    fn majorities_of_a_pair_sum_to_one_and_votes_to_a_constant(rows in rows()) {
        let matrix = matrix(&rows);
        let table = majorities(&matrix, &[0.5, 0.3, 0.2], &DIRECTIONS).unwrap();
        for left in 0..rows.len() {
            for right in 0..rows.len() {
                close(&[table.row(left)[right] + table.row(right)[left]], &[1.0]);
            }
        }
        let points = borda(&matrix, &[0.5, 0.3, 0.2], &DIRECTIONS).unwrap();
        close(&[points.iter().sum()], &[places(rows.len() - 1).sum()]);
        let wins = copeland(&matrix, &[0.5, 0.3, 0.2], &DIRECTIONS, CopelandScore::WinsLessLosses).unwrap();
        close(&[wins.iter().sum()], &[0.0]);
    }

    #[test]
    fn eigenvectors_are_what_the_matrix_only_stretches(rows in rows()) {
        let table = correlations(&matrix(&rows), Correlation::Spearman).unwrap();
        let eigen = symmetric_eigen(&table).unwrap();
        close(&[eigen.values.iter().sum()], &[3.0]);
        for (place, value) in eigen.values.iter().enumerate() {
            let vector: Vec<f64> = eigen.vectors.column(place).collect();
            let image: Vec<f64> = (0..3).map(|row| table.row(row).iter().zip(&vector).map(|(a, b)| a * b).sum()).collect();
            close(&image, &vector.iter().map(|entry| entry * value).collect::<Vec<f64>>());
        }
    }

    #[test]
    fn judgements_made_of_weights_give_the_weights_back(weights in prop::array::uniform4(0.05_f64..1.0)) {
        let sum: f64 = weights.iter().sum();
        let right = weights.map(|weight| weight / sum);
        let cells = (0..16).map(|place| weights[place / 4] / weights[place % 4]).collect();
        let judgements = Judgements::of(Matrix::of(4, cells), 0.0).unwrap();
        for derivation in [Derivation::Eigenvector, Derivation::GeometricMean, Derivation::ColumnMean] {
            let found = ahp(&judgements, derivation, RandomIndex::Saaty).unwrap();
            close(&found.weights, &right);
            close(&[found.largest_eigenvalue, found.ratio], &[4.0, 0.0]);
        }
        let together = Judgements::together(&[judgements.clone(), judgements], &[1.0, 2.0]).unwrap();
        close(&ahp(&together, Derivation::Eigenvector, RandomIndex::Saaty).unwrap().weights, &right);
    }

    #[test]
    fn in_doubt_somebody_leads_and_bounds_are_kept(rows in rows()) {
        let bounds = [ShareBounds { least: 0.1, most: 0.6 }; 3];
        let free = benefit_of_the_doubt(&matrix(&rows), &[ShareBounds::FREE; 3]).unwrap();
        let bound = benefit_of_the_doubt(&matrix(&rows), &bounds).unwrap();
        close(&[free.scores.iter().copied().fold(0.0, f64::max)], &[1.0]);
        for row in 0..rows.len() {
            prop_assert!(bound.scores[row] <= free.scores[row] + 1e-8);
            close(&[bound.shares.row(row).iter().sum()], &[1.0]);
            prop_assert!(bound.shares.row(row).iter().all(|share| (0.1 - 1e-7..=0.6 + 1e-7).contains(share)));
        }
    }

    #[test]
    fn a_column_repeated_measures_one_thing_perfectly(values in prop::collection::vec(0.0_f64..10.0, 4..20)) {
        let matrix = Matrix::of(3, values.iter().flat_map(|value| [*value; 3]).collect());
        close(&[cronbach(&matrix, Alpha::Raw).unwrap(), cronbach(&matrix, Alpha::Standardised).unwrap()], &[1.0, 1.0]);
    }
}
