//! The technology achievement of 23 countries, with which the OECD/JRC handbook (2008) shows principal components.

use festoon_composite::Matrix;
use festoon_composite::numbers::{Basis, Components, Divisor, Keep, Rotation, components, covariances};
use festoon_composite::weights::{ComponentWeights, component_weights};

/// Patents, royalties, internet, exports, telephones, electricity, schooling, university; Finland first.
const COUNTRIES: [[f64; 8]; 23] = [
    [187.0, 125.6, 200.2, 50.7, 3.08, 4.15, 10.0, 27.4],
    [289.0, 130.0, 179.1, 66.2, 3.0, 4.07, 12.0, 13.9],
    [271.0, 156.6, 125.8, 59.7, 3.1, 4.14, 11.4, 15.3],
    [994.0, 64.6, 49.0, 80.8, 3.0, 3.86, 9.5, 10.0],
    [779.0, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2],
    [189.0, 151.2, 136.0, 50.9, 3.02, 3.77, 9.4, 9.5],
    [82.0, 134.0, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9],
    [31.0, 38.6, 108.0, 48.7, 2.94, 4.18, 11.6, 14.2],
    [75.0, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3],
    [8.0, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2],
    [235.0, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4],
    [103.0, 20.2, 193.6, 19.0, 3.12, 4.39, 11.9, 11.2],
    [106.0, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3],
    [72.0, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6],
    [103.0, 13.0, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1],
    [165.0, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6],
    [205.0, 33.6, 36.4, 58.9, 2.97, 3.8, 7.9, 12.6],
    [74.0, 43.6, 43.2, 45.0, 2.96, 3.74, 9.6, 11.0],
    [42.0, 8.6, 21.0, 53.4, 2.86, 3.62, 7.3, 15.6],
    [13.0, 9.8, 30.4, 51.0, 3.0, 3.65, 7.2, 13.0],
    [28.0, 4.2, 25.0, 51.7, 2.75, 3.68, 9.5, 8.2],
    [26.0, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7],
    [105.0, 4.0, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6],
];

fn countries() -> Matrix {
    Matrix::of(8, COUNTRIES.concat())
}

/// Refuses what misses the handbook by more than one unit of its last decimal: it had more decimals of telephones and electricity than it prints.
fn near(own: &[f64], handbook: &[f64], unit: f64) {
    let same =
        own.len() == handbook.len() && own.iter().zip(handbook).all(|(a, b)| (a - b).abs() <= 1.5 * unit);
    assert!(same, "{own:?} is not near {handbook:?}");
}

fn four_rotated() -> Components {
    components(&countries(), Basis::Correlation, Keep::Count(4), Rotation::Varimax)
        .expect("no cell is missing and no column constant")
}

#[test]
fn the_variance_is_spread_over_components_as_in_the_handbook() {
    let found = four_rotated();
    let parts: Vec<f64> = found.eigenvalues.iter().map(|value| value / 8.0 * 100.0).collect();
    near(&parts, &[41.9, 21.8, 12.3, 11.1, 6.0, 3.7, 2.2, 0.9], 0.1);
}

#[test]
fn rotated_loadings_are_those_of_the_handbook() {
    let found = four_rotated();
    let mut columns: Vec<Vec<f64>> =
        (0..4).map(|component| found.loadings.column(component).collect()).collect();
    // Which component comes first is a matter of taste; patents, royalties, internet and university each lead one.
    columns.sort_by_key(|column| [2, 0, 7, 1].map(|leader| column[leader].abs() < 0.75));
    let handbook = [
        [0.07, 0.13, 0.79, -0.64, 0.37, 0.82, 0.88, 0.08],
        [0.97, 0.07, -0.21, 0.56, 0.17, -0.04, 0.23, 0.04],
        [0.06, -0.07, 0.21, -0.04, 0.38, 0.25, -0.09, 0.96],
        [0.06, 0.93, 0.42, 0.36, 0.68, 0.35, 0.09, 0.04],
    ];
    for (own, handbook) in columns.iter().zip(handbook) {
        near(own, &handbook, 0.01);
    }
}

#[test]
fn weights_by_groups_are_those_of_the_handbook() {
    let found = four_rotated();
    let weights = component_weights(&found.loadings, ComponentWeights::Grouped).unwrap();
    near(&weights, &[0.17, 0.15, 0.11, 0.06, 0.08, 0.13, 0.13, 0.16], 0.01);
}

#[test]
fn scores_of_rotated_components_have_variance_one_and_no_correlation() {
    let found = four_rotated();
    let table = covariances(&found.scores(&countries()), Divisor::Sample).unwrap();
    for row in 0..4 {
        let right: Vec<f64> = (0..4).map(|column| if row == column { 1.0 } else { 0.0 }).collect();
        near(table.row(row), &right, 1e-12);
    }
}
