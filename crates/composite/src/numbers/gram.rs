//! One pass over a matrix's columns at once, and the products of all pairs of them: what entropy, CRITIC, TOPSIS and principal components start from.
//!
//! Rows are walked in memory order, eight at a time, with every column's sum in a register or the nearest cache: for 10,000 rows of 50 numbers
//! the memory is read once a pass. Sums run in the order of rows, so they are the same bytes everywhere.

use super::{GREATEST, NumbersError, SMALLEST, at_least, count};
use crate::Matrix;

/// Rows of a block: enough to load each sum once for eight products, few enough for the block to stay in the nearest cache.
const BLOCK: usize = 8;

/// What one pass tells of every column.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    pub(crate) least: Vec<f64>,
    pub(crate) most: Vec<f64>,
    pub(crate) sums: Vec<f64>,
    pub(crate) squares: Vec<f64>,
}

/// Least, most, sum and sum of squares of every column.
///
/// # Errors
/// No row, or a missing cell.
pub(crate) fn profile(matrix: &Matrix) -> Result<Profile, NumbersError> {
    at_least(1, matrix.rows())?;
    let columns = matrix.columns();
    let mut least = vec![f64::INFINITY; columns];
    let mut most = vec![f64::NEG_INFINITY; columns];
    let mut sums = vec![0.0; columns];
    let mut squares = vec![0.0; columns];
    for row in 0..matrix.rows() {
        let cells = matrix.row(row);
        let places = least.iter_mut().zip(&mut most).zip(sums.iter_mut().zip(&mut squares));
        for (cell, ((least, most), (sum, square))) in cells.iter().zip(places) {
            *least = if *cell < *least { *cell } else { *least };
            *most = if *cell > *most { *cell } else { *most };
            *sum += cell;
            *square += cell * cell;
        }
    }
    // A missing cell makes its column's sum of squares no number: looking for the cell costs a second pass only then.
    let sizes = least.iter().zip(&most).map(|(least, most)| f64::max(-least, *most));
    let odd = |(size, square): (f64, &f64)| {
        !square.is_finite() || size > GREATEST || (size < SMALLEST && size != 0.0)
    };
    if sizes.zip(&squares).any(odd) {
        super::matrix_there(matrix)?;
    }
    Ok(Profile { least, most, sums, squares })
}

impl Profile {
    /// The first column whose values are all the same.
    pub(crate) fn varying(&self) -> Result<(), NumbersError> {
        for (column, (least, most)) in self.least.iter().zip(&self.most).enumerate() {
            if least >= most {
                return Err(NumbersError::Constant { column, value: *least });
            }
        }
        Ok(())
    }

    /// The mean of each column; of a constant one, that constant.
    pub(crate) fn means(&self, rows: usize) -> Vec<f64> {
        let of = |(sum, (least, most)): (&f64, (&f64, &f64))| {
            if least >= most { *least } else { sum / count(rows) }
        };
        self.sums.iter().zip(self.least.iter().zip(&self.most)).map(of).collect()
    }
}

/// Sums of products of deviations from `means`, for each pair of columns, each column times its factor: a symmetric matrix.
pub(crate) fn deviation_products(matrix: &Matrix, means: &[f64], factors: &[f64]) -> Matrix {
    let columns = matrix.columns();
    let mut products = Matrix::of(columns, vec![0.0; columns * columns]);
    let mut block = vec![0.0; BLOCK * columns];
    let mut row = 0;
    while row < matrix.rows() {
        let rows = BLOCK.min(matrix.rows() - row);
        // Rows that the last block lacks are zeros, which add nothing.
        block[rows * columns..].fill(0.0);
        for (offset, deviations) in block.chunks_exact_mut(columns).take(rows).enumerate() {
            let cells = matrix.row(row + offset).iter().zip(means).zip(factors);
            for (deviation, ((cell, mean), factor)) in deviations.iter_mut().zip(cells) {
                *deviation = (cell - mean) * factor;
            }
        }
        add_block(&mut products, &block, columns);
        row += rows;
    }
    for left in 0..columns {
        for right in left + 1..columns {
            let product = products.row(left)[right];
            products.row_mut(right)[left] = product;
        }
    }
    products
}

/// Adds a block's products to the upper half.
fn add_block(products: &mut Matrix, block: &[f64], columns: usize) {
    let rows: [&[f64]; BLOCK] = std::array::from_fn(|row| &block[row * columns..][..columns]);
    for left in 0..columns {
        let sums = &mut products.row_mut(left)[left..];
        let width = sums.len();
        // Slices of one known length let the compiler drop every check inside the loop.
        let heads = rows.map(|row| row[left]);
        let tails = rows.map(|row| &row[left..][..width]);
        for (right, sum) in sums.iter_mut().enumerate() {
            let product = |row: usize| heads[row] * tails[row][right];
            let front = (product(0) + product(1)) + (product(2) + product(3));
            let back = (product(4) + product(5)) + (product(6) + product(7));
            *sum += front + back;
        }
    }
}

/// Correlations of all pairs of columns, each multiplied by its factor before, and the sum of squared deviations of each scaled column.
pub(crate) fn correlations_of_scaled(
    matrix: &Matrix,
    profile: &Profile,
    factors: &[f64],
) -> (Matrix, Vec<f64>) {
    let mut products = deviation_products(matrix, &profile.means(matrix.rows()), factors);
    let squares: Vec<f64> = (0..matrix.columns()).map(|column| products.row(column)[column]).collect();
    correlate(&mut products, &squares);
    (products, squares)
}

/// Products of deviations to correlations, in place.
pub(crate) fn correlate(products: &mut Matrix, squares: &[f64]) {
    let roots: Vec<f64> = squares.iter().map(|square| square.sqrt()).collect();
    for left in 0..roots.len() {
        for (right, cell) in products.row_mut(left).iter_mut().enumerate() {
            *cell = if left == right { 1.0 } else { (*cell / (roots[left] * roots[right])).clamp(-1.0, 1.0) };
        }
    }
}
