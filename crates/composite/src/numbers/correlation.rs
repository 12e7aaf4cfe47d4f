//! How far two columns go together: by value, by rank, or by pairs in the same order.

use super::gram::{correlate, deviation_products, profile};
use super::kendall::{kendall_a, kendall_b};
use super::moments::{Divisor, is_constant, plain_mean};
use super::{NumbersError, Order, Ties, all_there, at_least, ranks};
use crate::Matrix;

/// Which coefficient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correlation {
    /// Of the values.
    #[default]
    Pearson,
    /// Of the ranks, ties having their mean.
    Spearman,
    /// τ-b: pairs in the same order less pairs in the opposite one, tied pairs taken out of the denominator.
    Kendall,
    /// τ-a: the same over all pairs.
    KendallA,
}

/// The correlation of two columns, from −1 to 1.
///
/// # Errors
/// Fewer than two values, columns of two lengths, a missing value, or a constant column (the second is column 1).
pub fn correlation(left: &[f64], right: &[f64], kind: Correlation) -> Result<f64, NumbersError> {
    if left.len() != right.len() {
        return Err(NumbersError::Lengths { left: left.len(), right: right.len() });
    }
    at_least(2, left.len())?;
    for (column, values) in [left, right].into_iter().enumerate() {
        all_there(values).map_err(|error| error.in_column(column))?;
        if is_constant(values) {
            return Err(NumbersError::Constant { column, value: values[0] });
        }
    }
    Ok(match kind {
        Correlation::Pearson => pearson(left, right),
        Correlation::Spearman => {
            pearson(&ranks(left, Order::Ascending, Ties::Mean), &ranks(right, Order::Ascending, Ties::Mean))
        }
        Correlation::Kendall => kendall_b(left, right),
        Correlation::KendallA => kendall_a(left, right),
    })
}

/// The correlations of all pairs of columns: symmetric, 1 on the diagonal.
///
/// # Errors
/// As for [`correlation`].
pub fn correlations(matrix: &Matrix, kind: Correlation) -> Result<Matrix, NumbersError> {
    at_least(2, matrix.rows())?;
    let profile = profile(matrix)?;
    profile.varying()?;
    let columns = matrix.columns();
    match kind {
        Correlation::Pearson => Ok(of_values(matrix)),
        Correlation::Spearman => {
            let mut ranked = matrix.clone();
            for column in 0..columns {
                let values: Vec<f64> = matrix.column(column).collect();
                for (row, rank) in ranks(&values, Order::Ascending, Ties::Mean).into_iter().enumerate() {
                    ranked.row_mut(row)[column] = rank;
                }
            }
            Ok(of_values(&ranked))
        }
        Correlation::Kendall | Correlation::KendallA => {
            let values: Vec<Vec<f64>> = (0..columns).map(|column| matrix.column(column).collect()).collect();
            let mut table = Matrix::of(columns, vec![1.0; columns * columns]);
            for left in 0..columns {
                for right in left + 1..columns {
                    let tau = correlation(&values[left], &values[right], kind)?;
                    table.row_mut(left)[right] = tau;
                    table.row_mut(right)[left] = tau;
                }
            }
            Ok(table)
        }
    }
}

/// The covariances of all pairs of columns, variances on the diagonal.
///
/// # Errors
/// Fewer than two rows, or a missing cell.
pub fn covariances(matrix: &Matrix, divisor: Divisor) -> Result<Matrix, NumbersError> {
    at_least(2, matrix.rows())?;
    let profile = profile(matrix)?;
    let ones = vec![1.0; matrix.columns()];
    let mut products = deviation_products(matrix, &profile.means(matrix.rows()), &ones);
    for row in 0..products.rows() {
        for cell in products.row_mut(row) {
            *cell /= divisor.of(matrix.rows());
        }
    }
    Ok(products)
}

/// Pearson's of a matrix whose columns are known to vary.
fn of_values(matrix: &Matrix) -> Matrix {
    let profile = profile(matrix).expect("the cells were looked through before");
    let ones = vec![1.0; matrix.columns()];
    let mut products = deviation_products(matrix, &profile.means(matrix.rows()), &ones);
    let squares: Vec<f64> = (0..matrix.columns()).map(|column| products.row(column)[column]).collect();
    correlate(&mut products, &squares);
    products
}

fn pearson(left: &[f64], right: &[f64]) -> f64 {
    let (left_mean, right_mean) = (plain_mean(left), plain_mean(right));
    let (mut product, mut left_square, mut right_square) = (0.0, 0.0, 0.0);
    for (left, right) in left.iter().zip(right) {
        let (left, right) = (left - left_mean, right - right_mean);
        product += left * right;
        left_square += left * left;
        right_square += right * right;
    }
    (product / (left_square.sqrt() * right_square.sqrt())).clamp(-1.0, 1.0)
}
