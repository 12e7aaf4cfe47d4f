//! Principal components of indicators: how many dimensions the data really have, what loads on each, and scores made of them.

use super::gram::profile;
use super::scales::{Scaling, scalings};
use super::symmetric::{Eigen, symmetric_eigen};
use super::varimax::varimax;
use super::{Correlation, Direction, Divisor, NumbersError, Scale, at_least, correlations, covariances};
use crate::Matrix;

/// What the components are taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Standardised indicators.
    #[default]
    Correlation,
    /// Indicators as they are: only when all have one unit.
    Covariance(Divisor),
}

/// How many components are kept; always at least one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Keep {
    /// Those whose eigenvalue is above the mean eigenvalue, which is 1 for correlations (Kaiser).
    #[default]
    Kaiser,
    /// As few as explain this share of the variance together.
    Share(f64),
    /// So many.
    Count(usize),
    /// The rule of the OECD/JRC handbook: eigenvalue above the mean, at least a tenth of the variance each; and as many more as it takes to
    /// explain 60 % together.
    Oecd,
}

/// Whether kept components are turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rotation {
    /// As they are.
    #[default]
    Unrotated,
    /// Varimax, rows scaled to length 1 while turning.
    Varimax,
}

/// Indicators by kept components.
pub type Loadings = Matrix;

/// The components of a matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// All eigenvalues, from the greatest down.
    pub eigenvalues: Vec<f64>,
    /// The share of the variance that each kept component explains, after rotation.
    pub shares: Vec<f64>,
    /// The correlation of each indicator (row) with each kept component; after rotation if there is one.
    pub loadings: Loadings,
    /// What each standardised indicator (row) counts in the score of each kept component; such scores have variance 1.
    pub coefficients: Matrix,
    scalings: Vec<Scaling>,
}

/// The principal components of the indicators (columns).
///
/// # Errors
/// Fewer than two rows, a missing cell, a constant column, or a share outside 0 to 1.
pub fn components(
    matrix: &Matrix,
    basis: Basis,
    keep: Keep,
    rotation: Rotation,
) -> Result<Components, NumbersError> {
    let profile = profile(matrix)?;
    profile.varying()?;
    let (table, divisor) = match basis {
        Basis::Correlation => (correlations(matrix, Correlation::Pearson)?, Divisor::Sample),
        Basis::Covariance(divisor) => (covariances(matrix, divisor)?, divisor),
    };
    let eigen = symmetric_eigen(&table)?;
    let kept = kept(&eigen.values, keep)?;

    let (loadings, coefficients) = loaded(&table, &eigen, kept, rotation);
    let total: f64 = eigen.values.iter().sum();
    let shares = explained(&table, &loadings).into_iter().map(|variance| variance / total).collect();
    let benefits = vec![Direction::Benefit; matrix.columns()];
    let scalings = scalings(matrix, &profile, &benefits, Scale::Z(divisor))?;
    Ok(Components { eigenvalues: eigen.values, shares, loadings, coefficients, scalings })
}

impl Components {
    /// The scores of rows on each kept component, with variance 1; the rows are in the units of the matrix the components were taken of.
    ///
    /// # Panics
    /// When the matrix has not the columns of that one.
    #[must_use]
    pub fn scores(&self, matrix: &Matrix) -> Matrix {
        assert_eq!(matrix.columns(), self.scalings.len(), "scores are of the same indicators");
        let kept = self.shares.len();
        let mut scores = Matrix::of(kept, vec![0.0; kept * matrix.rows()]);
        for row in 0..matrix.rows() {
            let standard =
                matrix.row(row).iter().zip(&self.scalings).map(|(cell, scaling)| scaling.of(*cell));
            for (indicator, value) in standard.enumerate() {
                let coefficients = self.coefficients.row(indicator);
                for (score, coefficient) in scores.row_mut(row).iter_mut().zip(coefficients) {
                    *score += value * coefficient;
                }
            }
        }
        scores
    }

    /// One score a row: the component scores weighted by the variance that each explains, as Chinese yearbook studies build it. `Scores::Standard`
    /// gives every component variance 1 before it is weighted, `Scores::Principal` its eigenvalue (unrotated components only have one).
    #[must_use]
    pub fn composite(&self, matrix: &Matrix, scores: Scores) -> Vec<f64> {
        let (kept, all) = (self.shares.iter().sum::<f64>(), self.eigenvalues.iter().sum::<f64>());
        let weight = |share: &f64| match scores {
            Scores::Standard => share / kept,
            Scores::Principal => share / kept * (share * all).sqrt(),
        };
        let weights: Vec<f64> = self.shares.iter().map(weight).collect();
        let table = self.scores(matrix);
        (0..table.rows())
            .map(|row| table.row(row).iter().zip(&weights).map(|(score, weight)| score * weight).sum())
            .collect()
    }
}

/// How wide each component's scores are before they are added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scores {
    /// Variance 1, as factor scores in statistics programs.
    #[default]
    Standard,
    /// Variance equal to the explained variance: eigenvector times standardised indicators.
    Principal,
}

/// The Kaiser–Meyer–Olkin measure of whether indicators share factors, from 0 to 1: overall, and of each indicator. What
/// correlates with nothing has 0.
///
/// # Errors
/// As for [`correlations`], fewer than two columns, or columns that follow from others.
pub fn sampling_adequacy(matrix: &Matrix) -> Result<(f64, Vec<f64>), NumbersError> {
    at_least(2, matrix.columns())?;
    let table = correlations(matrix, Correlation::Pearson)?;
    let eigen = symmetric_eigen(&table)?;
    let size = table.columns();
    if eigen.values.iter().any(|value| *value <= 1e-12) {
        return Err(NumbersError::Dependent);
    }

    let inverse = |row: usize, column: usize| -> f64 {
        let (left, right) = (eigen.vectors.row(row), eigen.vectors.row(column));
        left.iter().zip(right).zip(&eigen.values).map(|((a, b), value)| a * b / value).sum()
    };
    let diagonal: Vec<f64> = (0..size).map(|place| inverse(place, place)).collect();
    let (mut simple, mut partial) = (vec![0.0; size], vec![0.0; size]);
    for row in 0..size {
        for column in (0..size).filter(|column| *column != row) {
            let correlation = table.row(row)[column];
            let rest = inverse(row, column);
            simple[row] += correlation * correlation;
            partial[row] += rest * rest / (diagonal[row] * diagonal[column]);
        }
    }
    let share =
        |(simple, partial): (&f64, &f64)| if *simple > 0.0 { simple / (simple + partial) } else { 0.0 };
    let each = simple.iter().zip(&partial).map(share).collect();
    Ok((share((&simple.iter().sum(), &partial.iter().sum())), each))
}

fn kept(eigenvalues: &[f64], keep: Keep) -> Result<usize, NumbersError> {
    let total: f64 = eigenvalues.iter().sum();
    let mean = total / super::count(eigenvalues.len());
    let reaching = |share: f64| {
        let mut sum = 0.0;
        let short = eigenvalues.iter().take_while(|value| {
            sum += *value;
            sum < share * total * (1.0 - 1e-12)
        });
        short.count() + 1
    };
    let kept = match keep {
        Keep::Kaiser => eigenvalues.iter().filter(|value| **value > mean).count(),
        Keep::Share(share) if !(0.0..=1.0).contains(&share) => return Err(NumbersError::Share { share }),
        Keep::Share(share) => reaching(share),
        Keep::Count(count) => count,
        Keep::Oecd => {
            let strong = eigenvalues.iter().filter(|value| **value > mean && **value >= 0.1 * total).count();
            strong.max(reaching(0.6))
        }
    };
    // A component without variance has no score.
    let with_variance = eigenvalues.iter().filter(|value| **value > 1e-12 * eigenvalues[0]).count();
    Ok(kept.clamp(1, with_variance.max(1)))
}

/// Loadings and score coefficients of the first components.
fn loaded(table: &Matrix, eigen: &Eigen, kept: usize, rotation: Rotation) -> (Loadings, Matrix) {
    let size = table.columns();
    let mut loadings = Matrix::of(kept, vec![0.0; kept * size]);
    let mut coefficients = loadings.clone();
    for row in 0..size {
        let deviation = table.row(row)[row].sqrt();
        for component in 0..kept {
            let (root, entry) = (eigen.values[component].sqrt(), eigen.vectors.row(row)[component]);
            loadings.row_mut(row)[component] = entry * root / deviation;
            coefficients.row_mut(row)[component] = entry * deviation / root;
        }
    }
    if rotation == Rotation::Unrotated || kept == 1 {
        return (loadings, coefficients);
    }
    let (turned, rotation) = varimax(&loadings);
    (turned, product(&coefficients, &rotation))
}

/// The variance that each component explains: of indicator i, the squared loading times its variance.
fn explained(table: &Matrix, loadings: &Loadings) -> Vec<f64> {
    let of = |component: usize| {
        loadings
            .column(component)
            .enumerate()
            .map(|(row, loading)| loading * loading * table.row(row)[row])
            .sum()
    };
    (0..loadings.columns()).map(of).collect()
}

fn product(left: &Matrix, right: &Matrix) -> Matrix {
    let mut product = Matrix::of(right.columns(), vec![0.0; left.rows() * right.columns()]);
    for row in 0..left.rows() {
        for (middle, factor) in left.row(row).iter().enumerate() {
            for (cell, other) in product.row_mut(row).iter_mut().zip(right.row(middle)) {
                *cell += factor * other;
            }
        }
    }
    product
}
