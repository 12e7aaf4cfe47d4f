//! PROMETHEE II: rows are compared in pairs, and a difference counts by a preference function of each criterion.
//!
//! J. P. Brans and P. Vincke, “A preference ranking organisation method”, Management Science 31 (1985).

use super::{RankingError, directed, weighed};
use crate::Matrix;
use crate::numbers::{Direction, NumbersError, at_least, count, elementary, matrix_there};
use crate::weights::shares;

/// How much a difference d above zero is preferred, from 0 to 1. Thresholds are in the criterion's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Preference {
    /// Any difference counts fully.
    #[default]
    Usual,
    /// Fully once d is above this.
    UShape {
        /// The greatest difference that does not count.
        indifference: f64,
    },
    /// In proportion up to this, fully from there.
    VShape {
        /// The least difference that counts fully.
        preference: f64,
    },
    /// Half between the two, fully above the second.
    Level {
        /// The greatest difference that does not count.
        indifference: f64,
        /// The greatest difference that counts half.
        preference: f64,
    },
    /// In proportion between the two.
    Linear {
        /// The greatest difference that does not count.
        indifference: f64,
        /// The least difference that counts fully.
        preference: f64,
    },
    /// 1 − exp(−d² / 2s²).
    Gaussian {
        /// s, where the curve bends.
        bend: f64,
    },
}

/// The flows of each row, from −1 or 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// How far it is preferred to the others, on average.
    pub leaving: Vec<f64>,
    /// How far the others are preferred to it.
    pub entering: Vec<f64>,
    /// The difference: the more the better.
    pub net: Vec<f64>,
}

/// PROMETHEE II, with weights divided by their sum. Pairs of rows times columns: a thousand rows are quick.
///
/// # Errors
/// Fewer than two rows; weights, directions or preferences of another number; a missing cell; thresholds below zero or crossing.
pub fn promethee(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    preferences: &[Preference],
) -> Result<Flows, RankingError> {
    at_least(2, matrix.rows())?;
    weighed(weights, matrix.columns())?;
    directed(directions, matrix.columns())?;
    if preferences.len() != matrix.columns() {
        return Err(NumbersError::Lengths { left: matrix.columns(), right: preferences.len() }.into());
    }
    matrix_there(matrix)?;
    if let Some(column) = preferences.iter().position(|preference| !preference.holds()) {
        return Err(RankingError::Thresholds { column });
    }

    let weights = shares(weights)?;
    let others = count(matrix.rows()) - 1.0;
    let mut leaving = vec![0.0; matrix.rows()];
    let mut entering = leaving.clone();
    for left in 0..matrix.rows() {
        for right in left + 1..matrix.rows() {
            let criteria = directions.iter().zip(preferences).zip(&weights);
            let cells = matrix.row(left).iter().zip(matrix.row(right)).zip(criteria);
            let (mut for_left, mut for_right) = (0.0, 0.0);
            for ((own, other), ((direction, preference), weight)) in cells {
                let better = match direction {
                    Direction::Benefit => own - other,
                    Direction::Cost => other - own,
                };
                for_left += weight * preference.of(better);
                for_right += weight * preference.of(-better);
            }
            leaving[left] += for_left / others;
            entering[left] += for_right / others;
            leaving[right] += for_right / others;
            entering[right] += for_left / others;
        }
    }
    let net = leaving.iter().zip(&entering).map(|(leaving, entering)| leaving - entering).collect();
    Ok(Flows { leaving, entering, net })
}

impl Preference {
    /// Whether thresholds are sound.
    pub(crate) fn holds(self) -> bool {
        match self {
            Self::Usual => true,
            Self::UShape { indifference } => indifference >= 0.0,
            Self::VShape { preference } => preference > 0.0,
            Self::Level { indifference, preference } | Self::Linear { indifference, preference } => {
                indifference >= 0.0 && preference > indifference
            }
            Self::Gaussian { bend } => bend > 0.0,
        }
    }

    fn of(self, difference: f64) -> f64 {
        if difference <= 0.0 {
            return 0.0;
        }
        match self {
            Self::Usual => 1.0,
            Self::UShape { indifference } => {
                if difference > indifference {
                    1.0
                } else {
                    0.0
                }
            }
            Self::VShape { preference } => (difference / preference).min(1.0),
            Self::Level { indifference, .. } if difference <= indifference => 0.0,
            Self::Level { preference, .. } => {
                if difference > preference {
                    1.0
                } else {
                    0.5
                }
            }
            Self::Linear { indifference, preference } => {
                ((difference - indifference) / (preference - indifference)).clamp(0.0, 1.0)
            }
            Self::Gaussian { bend } => 1.0 - elementary::exp(-difference * difference / (2.0 * bend * bend)),
        }
    }
}
