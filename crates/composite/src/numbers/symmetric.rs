//! Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: slow for hundreds of columns, exact to the last digits for tens,
//! and the same on every machine.

use super::{NumbersError, matrix_there};
use crate::Matrix;

/// Eigenvalues from the greatest down, and their vectors of length 1 as columns. A vector's sign is chosen so that its entries sum to zero or
/// more: for indicators that mostly go together, more is then more.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// From the greatest down.
    pub values: Vec<f64>,
    /// Column k belongs to value k.
    pub vectors: Matrix,
}

/// Rounds over all pairs; ten are more than any matrix has been seen to need.
const SWEEPS: usize = 60;

/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// # Errors
/// A missing cell, a matrix that is not square or not symmetric (to 1e-9 of its greatest entry).
pub fn symmetric_eigen(matrix: &Matrix) -> Result<Eigen, NumbersError> {
    let size = matrix.columns();
    if matrix.rows() != size {
        return Err(NumbersError::Lengths { left: matrix.rows(), right: size });
    }
    matrix_there(matrix)?;
    let greatest =
        (0..size).flat_map(|row| matrix.row(row)).fold(0.0, |most: f64, cell| most.max(cell.abs()));
    for row in 0..size {
        for column in 0..row {
            if (matrix.row(row)[column] - matrix.row(column)[row]).abs() > 1e-9 * greatest {
                return Err(NumbersError::NotSymmetric { row, column });
            }
        }
    }

    let mut turned = matrix.clone();
    // Vectors are kept as rows while they are turned, since a rotation mixes two of them.
    let mut vectors = identity(size);
    for _ in 0..SWEEPS {
        if outside_diagonal(&turned) <= f64::EPSILON * f64::EPSILON * greatest * greatest {
            break;
        }
        for first in 0..size {
            for second in first + 1..size {
                turn(&mut turned, &mut vectors, first, second);
            }
        }
    }
    Ok(sorted(&turned, &vectors))
}

/// Makes the entry of one pair zero.
fn turn(turned: &mut Matrix, vectors: &mut Matrix, first: usize, second: usize) {
    let off = turned.row(first)[second];
    if off == 0.0 {
        return;
    }
    let half = (turned.row(second)[second] - turned.row(first)[first]) / (2.0 * off);
    // The smaller of the two tangents; a huge quotient would overflow when squared.
    let tangent = if half.abs() > 1e150 {
        0.5 / half
    } else {
        half.signum() / (half.abs() + (half * half + 1.0).sqrt())
    };
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;

    for row in 0..turned.rows() {
        let cells = turned.row_mut(row);
        let (a, b) = (cells[first], cells[second]);
        cells[first] = cosine * a - sine * b;
        cells[second] = sine * a + cosine * b;
    }
    mix(turned, first, second, cosine, sine);
    turned.row_mut(first)[second] = 0.0;
    turned.row_mut(second)[first] = 0.0;
    mix(vectors, first, second, cosine, sine);
}

/// Turns two rows into each other.
fn mix(matrix: &mut Matrix, first: usize, second: usize, cosine: f64, sine: f64) {
    for column in 0..matrix.columns() {
        let (a, b) = (matrix.row(first)[column], matrix.row(second)[column]);
        matrix.row_mut(first)[column] = cosine * a - sine * b;
        matrix.row_mut(second)[column] = sine * a + cosine * b;
    }
}

fn outside_diagonal(matrix: &Matrix) -> f64 {
    let mut squares = 0.0;
    for row in 0..matrix.rows() {
        for cell in &matrix.row(row)[..row] {
            squares += cell * cell;
        }
    }
    squares
}

fn sorted(turned: &Matrix, vectors: &Matrix) -> Eigen {
    let size = turned.columns();
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|left, right| turned.row(*right)[*right].total_cmp(&turned.row(*left)[*left]));

    let mut columns = Matrix::of(size, vec![0.0; size * size]);
    for (place, from) in order.iter().enumerate() {
        let vector = vectors.row(*from);
        let sign = if vector.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
        for (row, entry) in vector.iter().enumerate() {
            columns.row_mut(row)[place] = sign * entry;
        }
    }
    Eigen { values: order.iter().map(|place| turned.row(*place)[*place]).collect(), vectors: columns }
}

fn identity(size: usize) -> Matrix {
    let mut identity = Matrix::of(size, vec![0.0; size * size]);
    for place in 0..size {
        identity.row_mut(place)[place] = 1.0;
    }
    identity
}
