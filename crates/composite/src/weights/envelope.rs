//! Data envelopment: how near each unit is to the frontier of what all units reach together.
//!
//! Constant returns: A. Charnes, W. W. Cooper and E. Rhodes (CCR, 1978). Variable returns: R. D. Banker, A. Charnes and W. W. Cooper (BCC, 1984).
//! Measured against the others only, so that efficient units differ too: P. Andersen and N. C. Petersen (1993). One program a unit for the score
//! and one for what is left over; hundreds of units are quick, tens of thousands are not what this is for.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::WeightError;
use super::program::{clean, in_parts, solved};
use crate::Matrix;
use crate::numbers::{NumbersError, count};

/// What scaling a unit up or down is allowed to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Returns {
    /// Any scale: CCR.
    #[default]
    Constant,
    /// Only mixtures of units: BCC.
    Variable,
    /// Mixtures of units, also scaled down.
    NonIncreasing,
    /// Mixtures of units, also scaled up.
    NonDecreasing,
}

/// What is to be changed to reach the frontier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// The same outputs from the least inputs.
    #[default]
    Input,
    /// The most outputs from the same inputs.
    Output,
}

/// Against whom a unit is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Peers {
    /// All units, itself too: at most 1.
    #[default]
    All,
    /// All others: above 1 for what is efficient (super-efficiency).
    Others,
}

/// What changes the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Envelopment {
    /// Returns to scale.
    pub returns: Returns,
    /// Inputs or outputs.
    pub orientation: Orientation,
    /// Against whom.
    pub peers: Peers,
}

/// How near one unit is to the frontier.
#[derive(Clone, Debug, PartialEq)]
pub struct Efficiency {
    /// The share of its inputs that would do, or of its possible outputs that it reaches: 1 on the frontier in both orientations.
    pub score: f64,
    /// The factor itself: of inputs the score, of outputs one over it.
    pub factor: f64,
    /// The mixture of units that it is compared with: unit and intensity, above zero.
    pub peers: Vec<(usize, f64)>,
    /// What could be saved of each input beyond the factor, in its own unit.
    pub input_slacks: Vec<f64>,
    /// What could be gained of each output beyond it.
    pub output_slacks: Vec<f64>,
}

/// Efficiencies with and without regard to scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleEfficiency {
    /// Under constant returns (CCR).
    pub technical: f64,
    /// Under variable returns (BCC).
    pub pure: f64,
    /// What of the first is due to size: their quotient.
    pub scale: f64,
    /// What a greater size would bring.
    pub returns: ReturnsToScale,
}

/// What a greater size would bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnsToScale {
    /// More than in proportion: the unit is too small.
    Increasing,
    /// The size is right.
    Constant,
    /// Less than in proportion: the unit is too big.
    Decreasing,
}

/// The efficiency of every unit; rows are units, the same in both matrices.
///
/// # Errors
/// As for [`efficiency`], of any unit.
pub fn efficiencies(
    inputs: &Matrix,
    outputs: &Matrix,
    envelopment: Envelopment,
) -> Result<Vec<Efficiency>, WeightError> {
    let frontier = Frontier::of(inputs, outputs)?;
    (0..inputs.rows()).map(|unit| frontier.efficiency(unit, envelopment)).collect()
}

/// The efficiency of one unit.
///
/// # Errors
/// Matrices of different heights; a missing or negative cell; a column of zeros; a unit without any input or any output; a unit that no mixture of
/// others can be compared with (only among [`Peers::Others`]).
pub fn efficiency(
    inputs: &Matrix,
    outputs: &Matrix,
    unit: usize,
    envelopment: Envelopment,
) -> Result<Efficiency, WeightError> {
    Frontier::of(inputs, outputs)?.efficiency(unit, envelopment)
}

/// Technical, pure and scale efficiency of every unit.
///
/// # Errors
/// As for [`efficiency`].
pub fn scale_efficiencies(
    inputs: &Matrix,
    outputs: &Matrix,
    orientation: Orientation,
) -> Result<Vec<ScaleEfficiency>, WeightError> {
    let frontier = Frontier::of(inputs, outputs)?;
    let score = |unit, returns| {
        let envelopment = Envelopment { returns, orientation, peers: Peers::All };
        frontier.factor(unit, envelopment).map(|factor| orientation.score(factor))
    };
    let of = |unit| {
        let (technical, pure) = (score(unit, Returns::Constant)?, score(unit, Returns::Variable)?);
        let returns = if (technical - pure).abs() <= 1e-7 {
            ReturnsToScale::Constant
        } else if (score(unit, Returns::NonIncreasing)? - pure).abs() <= 1e-7 {
            ReturnsToScale::Decreasing
        } else {
            ReturnsToScale::Increasing
        };
        Ok(ScaleEfficiency { technical, pure, scale: technical / pure, returns })
    };
    (0..inputs.rows()).map(of).collect()
}

impl Orientation {
    fn score(self, factor: f64) -> f64 {
        match self {
            Self::Input => factor,
            Self::Output => 1.0 / factor,
        }
    }
}

/// All units, in parts of the greatest of each column.
struct Frontier {
    inputs: Matrix,
    outputs: Matrix,
    greatest_inputs: Vec<f64>,
    greatest_outputs: Vec<f64>,
}

impl Frontier {
    fn of(inputs: &Matrix, outputs: &Matrix) -> Result<Self, WeightError> {
        if inputs.rows() != outputs.rows() {
            return Err(NumbersError::Lengths { left: inputs.rows(), right: outputs.rows() }.into());
        }
        let frontier = Self {
            inputs: in_parts(inputs)?,
            // Outputs are columns to the right of the inputs, and errors say so.
            outputs: in_parts(outputs).map_err(|error| beside(error, inputs.columns()))?,
            greatest_inputs: greatest(inputs),
            greatest_outputs: greatest(outputs),
        };
        for row in 0..inputs.rows() {
            for (column, cells) in [(0, inputs.row(row)), (inputs.columns(), outputs.row(row))] {
                if cells.iter().all(|cell| *cell <= 0.0) {
                    return Err(NumbersError::NotPositive { row, column, value: 0.0 }.into());
                }
            }
        }
        Ok(frontier)
    }

    fn efficiency(&self, unit: usize, envelopment: Envelopment) -> Result<Efficiency, WeightError> {
        let factor = self.factor(unit, envelopment)?;
        self.with_slacks(unit, factor, envelopment)
    }

    /// The least factor of inputs or the greatest of outputs.
    fn factor(&self, unit: usize, envelopment: Envelopment) -> Result<f64, WeightError> {
        let direction = match envelopment.orientation {
            Orientation::Input => OptimizationDirection::Minimize,
            Orientation::Output => OptimizationDirection::Maximize,
        };
        let mut problem = Problem::new(direction);
        let factor = problem.add_var(1.0, (0.0, f64::INFINITY));
        let intensities = self.intensities(&mut problem, unit, envelopment);
        for (column, own) in self.inputs.row(unit).iter().enumerate() {
            let mut terms = mixture(&self.inputs, column, &intensities);
            let limit = match envelopment.orientation {
                Orientation::Input => {
                    terms.push((factor, -own));
                    0.0
                }
                Orientation::Output => *own,
            };
            problem.add_constraint(terms, ComparisonOp::Le, limit);
        }
        for (column, own) in self.outputs.row(unit).iter().enumerate() {
            let mut terms = mixture(&self.outputs, column, &intensities);
            let limit = match envelopment.orientation {
                Orientation::Input => *own,
                Orientation::Output => {
                    terms.push((factor, -own));
                    0.0
                }
            };
            problem.add_constraint(terms, ComparisonOp::Ge, limit);
        }
        let factor = solved(&problem, unit)?.objective();
        // Whoever is among its own peers cannot be beyond the frontier by more than rounding.
        Ok(if (factor - 1.0).abs() < 1e-9 { 1.0 } else { factor })
    }

    /// With the factor held, the most that is left over; and the mixture that shows it.
    fn with_slacks(
        &self,
        unit: usize,
        factor: f64,
        envelopment: Envelopment,
    ) -> Result<Efficiency, WeightError> {
        let (input_factor, output_factor) = match envelopment.orientation {
            Orientation::Input => (factor, 1.0),
            Orientation::Output => (1.0, factor),
        };
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let intensities = self.intensities(&mut problem, unit, envelopment);
        let slack = |problem: &mut Problem, mut terms: Vec<(Variable, f64)>, sign: f64, target: f64| {
            let slack = problem.add_var(1.0, (0.0, f64::INFINITY));
            terms.push((slack, sign));
            problem.add_constraint(terms, ComparisonOp::Eq, target);
            slack
        };
        let mut inputs = Vec::with_capacity(self.inputs.columns());
        for (column, own) in self.inputs.row(unit).iter().enumerate() {
            let terms = mixture(&self.inputs, column, &intensities);
            inputs.push(slack(&mut problem, terms, 1.0, own * input_factor));
        }
        let mut outputs = Vec::with_capacity(self.outputs.columns());
        for (column, own) in self.outputs.row(unit).iter().enumerate() {
            let terms = mixture(&self.outputs, column, &intensities);
            outputs.push(slack(&mut problem, terms, -1.0, own * output_factor));
        }

        let solution = solved(&problem, unit)?;
        let in_units = |variables: &[Variable], greatest: &[f64]| {
            let slacks = variables.iter().map(|variable| clean(solution.var_value(*variable)));
            slacks.zip(greatest).map(|(slack, greatest)| slack * greatest).collect()
        };
        let peers = intensities
            .iter()
            .map(|(peer, variable)| (*peer, clean(solution.var_value(*variable))))
            .filter(|(_, intensity)| *intensity > 0.0)
            .collect();
        Ok(Efficiency {
            score: envelopment.orientation.score(factor),
            factor,
            peers,
            input_slacks: in_units(&inputs, &self.greatest_inputs),
            output_slacks: in_units(&outputs, &self.greatest_outputs),
        })
    }

    /// One variable a peer, and what returns to scale say of their sum.
    fn intensities(
        &self,
        problem: &mut Problem,
        unit: usize,
        envelopment: Envelopment,
    ) -> Vec<(usize, Variable)> {
        let intensities: Vec<(usize, Variable)> = (0..self.inputs.rows())
            .filter(|peer| envelopment.peers == Peers::All || *peer != unit)
            .map(|peer| (peer, problem.add_var(0.0, (0.0, f64::INFINITY))))
            .collect();
        let comparison = match envelopment.returns {
            Returns::Constant => return intensities,
            Returns::Variable => ComparisonOp::Eq,
            Returns::NonIncreasing => ComparisonOp::Le,
            Returns::NonDecreasing => ComparisonOp::Ge,
        };
        let sum: Vec<(Variable, f64)> = intensities.iter().map(|(_, variable)| (*variable, 1.0)).collect();
        problem.add_constraint(sum, comparison, count(1));
        intensities
    }
}

/// What a mixture of peers has of one column.
fn mixture(matrix: &Matrix, column: usize, intensities: &[(usize, Variable)]) -> Vec<(Variable, f64)> {
    intensities.iter().map(|(peer, variable)| (*variable, matrix.row(*peer)[column])).collect()
}

fn greatest(matrix: &Matrix) -> Vec<f64> {
    (0..matrix.columns()).map(|column| matrix.column(column).fold(0.0, f64::max)).collect()
}

/// An error of the second matrix, in columns counted from the first.
fn beside(error: NumbersError, columns: usize) -> NumbersError {
    match error {
        NumbersError::Missing { column, .. }
        | NumbersError::Negative { column, .. }
        | NumbersError::OutOfRange { column, .. }
        | NumbersError::ZeroDenominator { column } => error.in_column(column + columns),
        other => other,
    }
}
