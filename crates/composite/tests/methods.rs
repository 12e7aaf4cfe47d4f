//! What every method keeps to, whatever the numbers: weights sum to 1, units and the order of rows do not matter, more is never worse, and nothing
//! that is not a number comes out.

#[path = "methods/laws.rs"]
mod laws;
#[path = "methods/never_without_a_number.rs"]
mod never_without_a_number;
#[path = "methods/refusals.rs"]
mod refusals;
#[path = "methods/small_cases.rs"]
mod small_cases;

use festoon_composite::Matrix;
use festoon_composite::numbers::Direction;

/// Benefits and a cost.
const DIRECTIONS: [Direction; 3] = [Direction::Benefit, Direction::Cost, Direction::Benefit];

/// Three alternatives by three criteria, the second a cost.
fn three() -> Matrix {
    Matrix::of(3, vec![4.0, 2.0, 10.0, 6.0, 3.0, 20.0, 8.0, 6.0, 40.0])
}

/// Refuses lists that differ by more than rounding.
fn close(own: &[f64], right: &[f64]) {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * (1.0 + b.abs());
    assert!(own.len() == right.len() && own.iter().zip(right).all(near), "{own:?} is not {right:?}");
}
