//! CRITIC: a column counts by how much it varies and by how little it goes along with the others.
//!
//! D. Diakoulaki, G. Mavrotas and L. Papayannakis, “Determining objective weights in multiple criteria problems: the CRITIC method”,
//! Computers & Operations Research 22 (1995): information = deviation · Σ (1 − correlation), on min-max scaled columns.

use super::{WeightError, told};
use crate::Matrix;
use crate::numbers::{
    Correlation, Direction, Divisor, NumbersError, Profile, Scale, at_least, correlations,
    correlations_of_scaled, profile, scaled, scalings,
};

/// How a correlation speaks against a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Conflict {
    /// 1 − r, as in the paper: an opposite column conflicts most.
    #[default]
    OneLess,
    /// 1 − |r|: an opposite column repeats as much as an equal one.
    OneLessAbsolute,
}

/// What changes the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriticChoices {
    /// The scale on which deviations are taken.
    pub scale: Scale,
    /// Of the deviations; the weights do not depend on it.
    pub divisor: Divisor,
    /// Which correlation.
    pub correlation: Correlation,
    /// What is made of it.
    pub conflict: Conflict,
}

/// The parts of each column's weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Critic {
    /// The deviation of each scaled column.
    pub deviations: Vec<f64>,
    /// The sum of its conflicts with the others.
    pub conflicts: Vec<f64>,
    /// Their products as shares.
    pub weights: Vec<f64>,
}

/// CRITIC weights of the columns.
///
/// # Errors
/// Fewer than two rows; a missing cell; a constant column; whatever the scale refuses; or columns that all say the same.
pub fn critic(
    matrix: &Matrix,
    directions: &[Direction],
    choices: CriticChoices,
) -> Result<Critic, WeightError> {
    at_least(2, matrix.rows())?;
    let profile = profile(matrix)?;
    profile.varying()?;

    let scalings = scalings(matrix, &profile, directions, choices.scale)?;
    let straight: Option<Vec<f64>> = scalings.iter().map(|scaling| scaling.factor()).collect();
    let (table, squares) = match (straight, choices.correlation) {
        (Some(factors), Correlation::Pearson) => correlations_of_scaled(matrix, &profile, &factors),
        _ => of_copy(matrix, directions, choices)?,
    };

    let deviations: Vec<f64> =
        squares.iter().map(|squares| (squares / choices.divisor.of(matrix.rows())).sqrt()).collect();
    let conflict = |correlation: &f64| match choices.conflict {
        Conflict::OneLess => 1.0 - correlation,
        Conflict::OneLessAbsolute => 1.0 - correlation.abs(),
    };
    let conflicts: Vec<f64> =
        (0..table.rows()).map(|row| table.row(row).iter().map(conflict).sum()).collect();
    let information: Vec<f64> = deviations.iter().zip(&conflicts).map(|(left, right)| left * right).collect();
    Ok(Critic { deviations, conflicts, weights: told(&information)? })
}

/// The slow way, over a scaled copy: for scales that turn costs over and for correlations of ranks.
fn of_copy(
    matrix: &Matrix,
    directions: &[Direction],
    choices: CriticChoices,
) -> Result<(Matrix, Vec<f64>), NumbersError> {
    let copy = scaled(matrix, directions, choices.scale)?;
    let profile: Profile = profile(&copy)?;
    let (_, squares) = correlations_of_scaled(&copy, &profile, &vec![1.0; copy.columns()]);
    Ok((correlations(&copy, choices.correlation)?, squares))
}
