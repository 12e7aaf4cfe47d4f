//! Weights from the loadings of principal components: an indicator counts by how much of the kept variance it carries.

use super::{WeightError, shares, told};
use crate::Matrix;
use crate::numbers::Loadings;

/// How loadings become weights; published studies use all of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComponentWeights {
    /// Each indicator belongs to the component on which it loads most; its weight there is its share of the component's squared loadings, times
    /// the component's share of the explained variance. G. Nicoletti, S. Scarpetta and O. Boylaud (OECD, 2000), taken up by the OECD/JRC handbook.
    #[default]
    Grouped,
    /// The same over all kept components: shares of the communalities.
    Communalities,
    /// |loading| / √eigenvalue of each component, weighted by the variance explained, usual in Chinese studies.
    AbsoluteCoefficients,
    /// The same with signs; an indicator whose coefficient comes out negative is an error.
    Coefficients,
    /// |loading| on the first component alone.
    FirstLoadings,
    /// Squared loading on the first component alone.
    FirstSquaredLoadings,
}

/// Weights from loadings: indicators are rows, kept components columns.
///
/// # Errors
/// Loadings that are all zero, or a negative coefficient.
pub fn component_weights(loadings: &Loadings, way: ComponentWeights) -> Result<Vec<f64>, WeightError> {
    let explained: Vec<f64> =
        (0..loadings.columns()).map(|k| loadings.column(k).map(|loading| loading * loading).sum()).collect();
    let rows = || (0..loadings.rows()).map(|row| loadings.row(row));
    match way {
        ComponentWeights::Grouped => told(&rows().map(greatest_square).collect::<Vec<f64>>()),
        ComponentWeights::Communalities => {
            told(&rows().map(|row| row.iter().map(|loading| loading * loading).sum()).collect::<Vec<f64>>())
        }
        ComponentWeights::AbsoluteCoefficients => {
            let absolute: Vec<f64> = (0..loadings.rows())
                .flat_map(|row| loadings.row(row).iter().map(|loading| loading.abs()))
                .collect();
            told(&coefficients(&Matrix::of(loadings.columns(), absolute), &explained))
        }
        ComponentWeights::Coefficients => shares(&coefficients(loadings, &explained)),
        ComponentWeights::FirstLoadings => told(&rows().map(|row| row[0].abs()).collect::<Vec<f64>>()),
        ComponentWeights::FirstSquaredLoadings => {
            told(&rows().map(|row| row[0] * row[0]).collect::<Vec<f64>>())
        }
    }
}

/// A share of squared loadings times a share of variance is the squared loading over the whole variance, since the one is divided by what the
/// other is multiplied with.
fn greatest_square(row: &[f64]) -> f64 {
    row.iter().map(|loading| loading * loading).fold(0.0, f64::max)
}

fn coefficients(loadings: &Matrix, explained: &[f64]) -> Vec<f64> {
    let of = |row: usize| {
        // A component's coefficient times its variance: l / √λ · λ.
        loadings.row(row).iter().zip(explained).map(|(loading, variance)| loading * variance.sqrt()).sum()
    };
    (0..loadings.rows()).map(of).collect()
}
