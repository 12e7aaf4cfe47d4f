//! The analytic hierarchy process: weights from judgements of pairs, and how far the judgements contradict each other.
//!
//! T. L. Saaty, “The Analytic Hierarchy Process” (1980): a_ij says how many times i outweighs j; the weights are the principal eigenvector, the
//! consistency index is (λ − n) / (n − 1), and its ratio to that of random judgements should not be above 0.1.

use super::{WeightError, shares};
use crate::Matrix;
use crate::numbers::{NumbersError, at_least, count, elementary, matrix_there};

/// The ratio above which judgements should be looked at again.
pub const ACCEPTED_RATIO: f64 = 0.1;

/// By how much a judgement and its opposite may miss their product of 1 when both are printed with two decimals: 0.13 stands for 1/8.
pub const PRINTED: f64 = 0.05;

/// Judgements of all pairs of a few criteria: positive, 1 on the diagonal, and a_ji = 1 / a_ij.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgements(Matrix);

/// How weights are derived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Derivation {
    /// The principal eigenvector (Saaty).
    #[default]
    Eigenvector,
    /// Geometric means of rows (方根法).
    GeometricMean,
    /// Means of columns that are divided by their sums (和法).
    ColumnMean,
}

/// The mean consistency index of random judgements, which differs from source to source.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum RandomIndex {
    /// Saaty 1980, up to 15: 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59.
    #[default]
    Saaty,
    /// Saaty's later table, up to 15: 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59.
    SaatyLater,
    /// The mixture usual in Chinese textbooks: as 1980 up to 10, as later from 11.
    Textbook,
    /// J. A. Alonso and M. T. Lamata (2006), for any size: a mean λ of 2.7699 n − 4.3513.
    AlonsoLamata,
    /// This value.
    Given(f64),
}

/// A judgement that fits badly with the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Misfit {
    /// Whose row.
    pub row: usize,
    /// Against whom.
    pub column: usize,
    /// What was judged.
    pub given: f64,
    /// What the weights say.
    pub right: f64,
}

/// Weights and how consistent the judgements are.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// They sum to 1.
    pub weights: Vec<f64>,
    /// λ: n for judgements without contradiction, more otherwise.
    pub largest_eigenvalue: f64,
    /// CI = (λ − n) / (n − 1).
    pub index: f64,
    /// RI, what CI would be for random judgements; 0 for one or two criteria.
    pub random_index: f64,
    /// CR = CI / RI; 0 for one or two criteria, which cannot contradict each other.
    pub ratio: f64,
    /// The judgement that fits worst, if any misses at all.
    pub worst: Option<Misfit>,
}

/// Whether a ratio can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consistency {
    /// The ratio is at most 0.1.
    Acceptable,
    /// The ratio is above 0.1: the judgements should be looked at again.
    Doubtful,
}

impl Judgements {
    /// Judgements from a whole table. `rounding` is the part by which a_ij · a_ji may miss 1, such as [`PRINTED`].
    ///
    /// # Errors
    /// A table that is not square; a cell missing or not above zero; a diagonal that is not 1; a cell that is not one over its opposite.
    pub fn of(table: Matrix, rounding: f64) -> Result<Self, WeightError> {
        if table.rows() != table.columns() {
            return Err(NumbersError::Lengths { left: table.rows(), right: table.columns() }.into());
        }
        matrix_there(&table)?;
        for row in 0..table.rows() {
            for (column, value) in table.row(row).iter().enumerate() {
                if *value <= 0.0 {
                    return Err(NumbersError::NotPositive { row, column, value: *value }.into());
                }
            }
        }
        for row in 0..table.rows() {
            let own = table.row(row)[row];
            if (own - 1.0).abs() > 1e-9 {
                return Err(WeightError::NotReciprocal { row, column: row, given: own, right: 1.0 });
            }
            for column in 0..row {
                let (given, opposite) = (table.row(row)[column], table.row(column)[row]);
                let product = given * opposite;
                let allowed = 1.0 + rounding + 1e-9;
                if product > allowed || product < 1.0 / allowed {
                    return Err(WeightError::NotReciprocal { row, column, given, right: 1.0 / opposite });
                }
            }
        }
        Ok(Self(table))
    }

    /// Judgements from the upper half, row by row without the diagonal: the rest follows.
    ///
    /// # Errors
    /// Not n (n − 1) / 2 judgements; one missing or not above zero.
    pub fn by_upper_half(size: usize, upper: &[f64]) -> Result<Self, WeightError> {
        at_least(1, size)?;
        let needed = size * (size - 1) / 2;
        if upper.len() != needed {
            return Err(NumbersError::Lengths { left: upper.len(), right: needed }.into());
        }
        let mut table = Matrix::of(size, vec![1.0; size * size]);
        let mut judgements = upper.iter();
        for row in 0..size {
            for (column, given) in (row + 1..size).zip(&mut judgements) {
                table.row_mut(row)[column] = *given;
                table.row_mut(column)[row] = 1.0 / given;
            }
        }
        Self::of(table, 0.0)
    }

    /// Several experts' judgements as one: the geometric mean of each cell, which alone keeps cells reciprocal. J. Aczél and T. L. Saaty,
    /// “Procedures for synthesizing ratio judgements”, Journal of Mathematical Psychology 27 (1983).
    ///
    /// # Errors
    /// No expert, experts with different numbers of criteria, not one weight an expert, or weights that sum to zero.
    pub fn together(experts: &[Self], weights: &[f64]) -> Result<Self, WeightError> {
        at_least(1, experts.len())?;
        if experts.len() != weights.len() {
            return Err(NumbersError::Lengths { left: experts.len(), right: weights.len() }.into());
        }
        let weights = shares(weights)?;
        let size = experts[0].size();
        let mut table = Matrix::of(size, vec![1.0; size * size]);
        for expert in experts {
            if expert.size() != size {
                return Err(NumbersError::Lengths { left: expert.size(), right: size }.into());
            }
        }
        for row in 0..size {
            for column in (0..size).filter(|column| *column != row) {
                let logarithms = experts.iter().zip(&weights);
                let mean = logarithms
                    .map(|(expert, weight)| weight * elementary::ln(expert.0.row(row)[column]))
                    .sum();
                table.row_mut(row)[column] = elementary::exp(mean);
            }
        }
        Ok(Self(table))
    }

    /// The whole table.
    #[must_use]
    pub fn table(&self) -> &Matrix {
        &self.0
    }

    /// How many criteria.
    #[must_use]
    pub fn size(&self) -> usize {
        self.0.columns()
    }
}

/// Weights of the criteria, and how consistent the judgements are. That they contradict each other is not an error here: see
/// [`Priorities::consistency`] and [`Priorities::insisted`].
///
/// # Errors
/// More criteria than the table of random indexes has.
pub fn ahp(
    judgements: &Judgements,
    derivation: Derivation,
    random: RandomIndex,
) -> Result<Priorities, WeightError> {
    let table = &judgements.0;
    let weights = match derivation {
        Derivation::Eigenvector => eigenvector(table),
        Derivation::GeometricMean => geometric_means(table),
        Derivation::ColumnMean => column_means(table),
    };
    let quotients = product(table, &weights).into_iter().zip(&weights).map(|(image, weight)| image / weight);
    let size = count(table.columns());
    let largest_eigenvalue = quotients.sum::<f64>() / size;

    let random_index = random.of(table.columns())?;
    let (index, ratio) = if table.columns() <= 2 {
        (0.0, 0.0)
    } else {
        // Rounding may bring λ a last bit below n.
        let index = ((largest_eigenvalue - size) / (size - 1.0)).max(0.0);
        (index, index / random_index)
    };
    let worst = worst(table, &weights);
    Ok(Priorities { weights, largest_eigenvalue, index, random_index, ratio, worst })
}

impl Priorities {
    /// Whether the ratio can stand.
    #[must_use]
    pub fn consistency(&self) -> Consistency {
        if self.ratio > ACCEPTED_RATIO { Consistency::Doubtful } else { Consistency::Acceptable }
    }

    /// The same, for whoever takes no doubtful weights.
    ///
    /// # Errors
    /// A ratio above 0.1, with the judgement that fits worst and what would fit.
    pub fn insisted(self) -> Result<Self, WeightError> {
        match (self.consistency(), self.worst) {
            (Consistency::Doubtful, Some(Misfit { row, column, given, right })) => {
                Err(WeightError::Inconsistent { ratio: self.ratio, row, column, given, right })
            }
            _ => Ok(self),
        }
    }
}

/// The consistency ratio of a whole level of a hierarchy: indexes and random indexes each weighted by the weight of what they hang under.
///
/// # Errors
/// Lists of different lengths, or weights that sum to zero.
pub fn overall_ratio(weights: &[f64], below: &[Priorities]) -> Result<f64, WeightError> {
    if weights.len() != below.len() {
        return Err(NumbersError::Lengths { left: weights.len(), right: below.len() }.into());
    }
    let weights = shares(weights)?;
    let index: f64 = weights.iter().zip(below).map(|(weight, level)| weight * level.index).sum();
    let random: f64 = weights.iter().zip(below).map(|(weight, level)| weight * level.random_index).sum();
    Ok(if random > 0.0 { index / random } else { 0.0 })
}

impl RandomIndex {
    fn of(self, size: usize) -> Result<f64, WeightError> {
        const SAATY: [f64; 13] =
            [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
        const LATER: [f64; 13] =
            [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59];
        let Some(place) = size.checked_sub(3) else { return Ok(0.0) };
        let found = match self {
            Self::Saaty => SAATY.get(place).copied(),
            Self::SaatyLater => LATER.get(place).copied(),
            Self::Textbook => if size <= 10 { SAATY } else { LATER }.get(place).copied(),
            Self::AlonsoLamata => {
                let n = count(size);
                Some((2.7699 * n - 4.3513 - n) / (n - 1.0))
            }
            Self::Given(index) => Some(index).filter(|index| *index > 0.0 && index.is_finite()),
        };
        found.ok_or(WeightError::NoRandomIndex { size })
    }
}

/// By repeated multiplication, which settles for every matrix without zeros.
fn eigenvector(table: &Matrix) -> Vec<f64> {
    const ROUNDS: usize = 10_000;
    let mut weights = column_means(table);
    for _ in 0..ROUNDS {
        let next = to_one(product(table, &weights));
        let change = next.iter().zip(&weights).map(|(new, old)| (new - old).abs() / new).fold(0.0, f64::max);
        weights = next;
        if change <= 2.0 * f64::EPSILON {
            break;
        }
    }
    weights
}

fn geometric_means(table: &Matrix) -> Vec<f64> {
    let mean = |row: usize| {
        let sum: f64 = table.row(row).iter().map(|cell| elementary::ln(*cell)).sum();
        elementary::exp(sum / count(table.columns()))
    };
    to_one((0..table.rows()).map(mean).collect())
}

fn column_means(table: &Matrix) -> Vec<f64> {
    let mut means = vec![0.0; table.rows()];
    for column in 0..table.columns() {
        let sum: f64 = table.column(column).sum();
        for (mean, cell) in means.iter_mut().zip(table.column(column)) {
            *mean += cell / sum;
        }
    }
    to_one(means)
}

fn product(table: &Matrix, weights: &[f64]) -> Vec<f64> {
    let of = |row: usize| table.row(row).iter().zip(weights).map(|(cell, weight)| cell * weight).sum();
    (0..table.rows()).map(of).collect()
}

fn to_one(positive: Vec<f64>) -> Vec<f64> {
    let sum: f64 = positive.iter().sum();
    positive.into_iter().map(|weight| weight / sum).collect()
}

fn worst(table: &Matrix, weights: &[f64]) -> Option<Misfit> {
    let mut worst: Option<(f64, Misfit)> = None;
    for row in 0..table.rows() {
        for column in row + 1..table.columns() {
            let (given, right) = (table.row(row)[column], weights[row] / weights[column]);
            let miss = (given / right).max(right / given) - 1.0;
            // Of those that miss alike the first is named, whatever their last bits say.
            if miss > 1e-9 && worst.is_none_or(|(most, _)| miss > most * (1.0 + 1e-9)) {
                worst = Some((miss, Misfit { row, column, given, right }));
            }
        }
    }
    worst.map(|(_, misfit)| misfit)
}
