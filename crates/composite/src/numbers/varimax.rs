//! Varimax rotation: components turned so that each indicator loads on few of them.
//!
//! H. F. Kaiser, “The varimax criterion for analytic rotation in factor analysis”, Psychometrika 23 (1958): plane by plane, rows scaled to
//! length 1 while turning.

use super::count;
use crate::Matrix;

/// Rounds over all planes; the angle of the last round tells that it has settled long before.
const ROUNDS: usize = 1000;

/// The rotated loadings (indicators by components) and the rotation itself. Each rotated component's sign is chosen so that its loadings sum
/// to zero or more.
pub(super) fn varimax(loadings: &Matrix) -> (Matrix, Matrix) {
    let kept = loadings.columns();
    let lengths: Vec<f64> = (0..loadings.rows())
        .map(|row| loadings.row(row).iter().map(|cell| cell * cell).sum::<f64>().sqrt())
        .collect();
    let mut turned = loadings.clone();
    for (row, length) in lengths.iter().enumerate() {
        turned.row_mut(row).iter_mut().for_each(|cell| *cell /= if *length > 0.0 { *length } else { 1.0 });
    }

    let mut rotation = Matrix::of(kept, vec![0.0; kept * kept]);
    for place in 0..kept {
        rotation.row_mut(place)[place] = 1.0;
    }
    for _ in 0..ROUNDS {
        let mut widest: f64 = 0.0;
        for first in 0..kept {
            for second in first + 1..kept {
                let angle = angle(&turned, first, second);
                turn(&mut turned, first, second, angle);
                turn(&mut rotation, first, second, angle);
                widest = widest.max(angle.abs());
            }
        }
        if widest < 1e-14 {
            break;
        }
    }

    for (row, length) in lengths.iter().enumerate() {
        turned.row_mut(row).iter_mut().for_each(|cell| *cell *= length);
    }
    for column in 0..kept {
        if turned.column(column).sum::<f64>() < 0.0 {
            flip(&mut turned, column);
            flip(&mut rotation, column);
        }
    }
    (turned, rotation)
}

/// The angle in one plane that makes the squared loadings differ most.
fn angle(turned: &Matrix, first: usize, second: usize) -> f64 {
    let (mut sum_u, mut sum_v, mut difference, mut product) = (0.0, 0.0, 0.0, 0.0);
    for (x, y) in turned.column(first).zip(turned.column(second)) {
        let (u, v) = (x * x - y * y, 2.0 * x * y);
        sum_u += u;
        sum_v += v;
        difference += u * u - v * v;
        product += 2.0 * u * v;
    }
    let rows = count(turned.rows());
    let above = product - 2.0 * sum_u * sum_v / rows;
    let below = difference - (sum_u * sum_u - sum_v * sum_v) / rows;
    if above.abs() <= 1e-15 * below.abs() && below >= 0.0 {
        return 0.0;
    }
    libm::atan2(above, below) / 4.0
}

fn turn(matrix: &mut Matrix, first: usize, second: usize, angle: f64) {
    let (cosine, sine) = (libm::cos(angle), libm::sin(angle));
    for row in 0..matrix.rows() {
        let cells = matrix.row_mut(row);
        let (x, y) = (cells[first], cells[second]);
        cells[first] = x * cosine + y * sine;
        cells[second] = y * cosine - x * sine;
    }
}

fn flip(matrix: &mut Matrix, column: usize) {
    for row in 0..matrix.rows() {
        let cell = &mut matrix.row_mut(row)[column];
        *cell = -*cell;
    }
}
