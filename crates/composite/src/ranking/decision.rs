//! Methods of multi-criteria decisions as one choice: what a step of a framework names, and the one number a row that it ranks by.
//!
//! Each has a function of its own, which tells more than this number. Here more is always better: where a paper counts what is lost, its number
//! is turned around, as each choice says.

use super::{
    Preference, RankingError, aras, codas, copras, edas, gra, mabac, moora, moora_multiplicative,
    moora_reference, promethee, saw, vikor, waspas, wpm,
};
use crate::Matrix;
use crate::numbers::{Direction, NumbersError, Scale};
use crate::weights::{Envelopment, WeightError, efficiency};

/// A method with the choices that change its result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// Σ w · scaled cell.
    Sum {
        /// How columns become comparable.
        scale: Scale,
    },
    /// Π scaled cell ^ w.
    Product {
        /// How columns become comparable.
        scale: Scale,
    },
    /// WASPAS.
    Waspas {
        /// The part of the sum against the product, 0.5 in the paper.
        part: f64,
    },
    /// VIKOR.
    Vikor {
        /// The weight of the group against the regret, 0.5 in the paper.
        majority: f64,
        /// Which of its three numbers.
        score: VikorScore,
    },
    /// The net flow of PROMETHEE II, each criterion with a preference of its own.
    Promethee,
    /// COPRAS.
    Copras(RatioScore),
    /// ARAS.
    Aras(RatioScore),
    /// Grey relational grades.
    Grey {
        /// How columns become comparable.
        scale: Scale,
        /// ζ, usually 0.5.
        distinguishing: f64,
    },
    /// The ratio system of MOORA.
    Moora,
    /// The reference point of MOORA, as a negative distance.
    MooraReference,
    /// The multiplicative form of MOORA.
    MooraMultiplicative,
    /// EDAS.
    Edas,
    /// CODAS.
    Codas {
        /// From which straight distance on distances along the axes count too, 0.02 in the paper.
        threshold: f64,
    },
    /// MABAC.
    Mabac,
    /// Data envelopment: the efficiency of rows whose costs are inputs and whose benefits are outputs. Weights are not looked at. Where all
    /// columns are of one kind, the other is one column of ones.
    Envelopment(Envelopment),
}

/// Which number of VIKOR.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VikorScore {
    /// 1 − Q.
    #[default]
    Compromise,
    /// −S.
    Group,
    /// −R.
    Regret,
}

/// Which number of a proportional assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RatioScore {
    /// The share of the best.
    #[default]
    Utility,
    /// The sum itself: Q of COPRAS, S of ARAS.
    Sum,
}

/// The number by which a method ranks each row; more is better. Preferences, one a column, are only looked at by PROMETHEE. Not a number for a unit
/// that no mixture of others can be compared with, in an envelopment among the others.
///
/// # Errors
/// As the method's own function.
pub fn decided(
    matrix: &Matrix,
    weights: &[f64],
    directions: &[Direction],
    preferences: &[Preference],
    decision: Decision,
) -> Result<Vec<f64>, RankingError> {
    match decision {
        Decision::Sum { scale } => saw(matrix, weights, directions, scale),
        Decision::Product { scale } => wpm(matrix, weights, directions, scale),
        Decision::Waspas { part } => waspas(matrix, weights, directions, part),
        Decision::Vikor { majority, score } => {
            let told = vikor(matrix, weights, directions, majority)?;
            Ok(match score {
                VikorScore::Compromise => told.compromise.iter().map(|lost| 1.0 - lost).collect(),
                VikorScore::Group => turned(told.group),
                VikorScore::Regret => turned(told.regret),
            })
        }
        Decision::Promethee => Ok(promethee(matrix, weights, directions, preferences)?.net),
        Decision::Copras(score) => {
            let told = copras(matrix, weights, directions)?;
            Ok(if score == RatioScore::Utility { told.utility } else { told.significance })
        }
        Decision::Aras(score) => {
            let told = aras(matrix, weights, directions)?;
            Ok(if score == RatioScore::Utility { told.utility } else { told.optimality })
        }
        Decision::Grey { scale, distinguishing } => gra(matrix, weights, directions, scale, distinguishing),
        Decision::Moora => moora(matrix, weights, directions),
        Decision::MooraReference => moora_reference(matrix, weights, directions).map(turned),
        Decision::MooraMultiplicative => moora_multiplicative(matrix, weights, directions),
        Decision::Edas => Ok(edas(matrix, weights, directions)?.scores),
        Decision::Codas { threshold } => Ok(codas(matrix, weights, directions, threshold)?.scores),
        Decision::Mabac => Ok(mabac(matrix, weights, directions)?.scores),
        Decision::Envelopment(envelopment) => Ok(enveloped(matrix, directions, envelopment)?),
    }
}

fn turned(lost: Vec<f64>) -> Vec<f64> {
    lost.into_iter().map(|lost| -lost).collect()
}

/// Efficiencies of rows whose costs are inputs; an error names the column of the matrix given.
fn enveloped(
    matrix: &Matrix,
    directions: &[Direction],
    envelopment: Envelopment,
) -> Result<Vec<f64>, WeightError> {
    let of = |wanted: Direction| -> Vec<usize> {
        (0..directions.len()).filter(|column| directions[*column] == wanted).collect()
    };
    let (inputs, outputs) = (of(Direction::Cost), of(Direction::Benefit));
    let part = |columns: &[usize]| {
        let cells = (0..matrix.rows()).map(|row| matrix.row(row));
        match columns {
            [] => Matrix::of(1, vec![1.0; matrix.rows()]),
            some => Matrix::of(some.len(), cells.flat_map(|row| some.iter().map(|&at| row[at])).collect()),
        }
    };
    let (of_inputs, of_outputs) = (part(&inputs), part(&outputs));
    let score = |unit| match efficiency(&of_inputs, &of_outputs, unit, envelopment) {
        Ok(efficiency) => Ok(efficiency.score),
        Err(WeightError::NoPeers { .. }) => Ok(f64::NAN),
        Err(error) => Err(beneath(error, &inputs, &outputs)),
    };
    (0..matrix.rows()).map(score).collect()
}

/// The same error, of the column that it was made from.
fn beneath(mut error: WeightError, inputs: &[usize], outputs: &[usize]) -> WeightError {
    let WeightError::Numbers(
        NumbersError::Missing { column, .. }
        | NumbersError::Negative { column, .. }
        | NumbersError::NotPositive { column, .. }
        | NumbersError::OutOfRange { column, .. }
        | NumbersError::ZeroDenominator { column },
    ) = &mut error
    else {
        return error;
    };
    // A column of ones stands where there are no inputs.
    let own = match inputs {
        [] => outputs.get(column.saturating_sub(1)),
        some => some.iter().chain(outputs).nth(*column),
    };
    *column = own.copied().unwrap_or(*column);
    error
}
