//! Why a study is none, in words that name the factor and what would be right. Factors, outputs and places are counted from 1, as they are read.

use thiserror::Error;

/// Why a study was not made.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum Refused {
    /// Nothing varies.
    #[error("there is no factor: a study varies at least one")]
    NoFactors,
    /// Nothing is asked.
    #[error("the model has no output: a study looks at at least one")]
    NoOutputs,
    /// A factor cannot be meant.
    #[error("factor {factor}: {why}")]
    Factor {
        /// Which.
        factor: usize,
        /// What is wrong with it.
        why: Unfit,
    },
    /// All combinations were asked for, and a factor has no few levels.
    #[error(
        "factor {factor} takes any number, not one of a few: only discrete factors have combinations to be run one by one"
    )]
    NotDiscrete {
        /// The first such.
        factor: usize,
    },
    /// All combinations were asked for, and there are too many.
    #[error(
        "there are {combinations} combinations of all levels; at most {most} are run one by one, so draw from them instead"
    )]
    Combinations {
        /// How many; exact below 2^53.
        combinations: f64,
        /// The bound.
        most: usize,
    },
    /// No number of points that can be divided evenly.
    #[error("{given} base points: {nearest} would be right, which is a power of two from {least} to {most}")]
    BasePoints {
        /// What was asked for.
        given: usize,
        /// The next that is right.
        nearest: usize,
        /// The lower bound.
        least: usize,
        /// The upper bound.
        most: usize,
    },
    /// No runs, or more than can be kept.
    #[error("{given} runs of {outputs} outputs: a study keeps from 1 to {most} numbers")]
    Size {
        /// How many runs were asked for.
        given: usize,
        /// How many numbers each gives.
        outputs: usize,
        /// How many numbers are kept at most.
        most: usize,
    },
    /// The model gave what cannot be used.
    #[error("output {output} is {value} where the factors are {at:?}: {why}")]
    Output {
        /// Which.
        output: usize,
        /// Not a number, or infinite.
        value: f64,
        /// The values that the model read.
        at: Vec<f64>,
        /// What it cannot be used for.
        why: &'static str,
    },
    /// Units and published scores are not the same in number.
    #[error("{units} units have {given} published scores or ranks: one for each would be right")]
    Units {
        /// How many were given.
        given: usize,
        /// How many units the runs have.
        units: usize,
    },
    /// Whoever watched said so.
    #[error("the study was called off")]
    CalledOff,
}

/// Why a factor is none.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum Unfit {
    /// A number that is none, or infinite.
    #[error("{name} is {value}, which is no finite number")]
    NotFinite {
        /// What it should say.
        name: &'static str,
        /// What it is.
        value: f64,
    },
    /// The ends are exchanged.
    #[error("it goes from {low} to {high}: the lower end comes first")]
    Reversed {
        /// The end given first.
        low: f64,
        /// The end given last.
        high: f64,
    },
    /// The top of a triangle lies outside it.
    #[error("its most likely value {mode} does not lie between {low} and {high}")]
    Mode {
        /// The lower end.
        low: f64,
        /// The top.
        mode: f64,
        /// The upper end.
        high: f64,
    },
    /// A negative deviation.
    #[error("its standard deviation is {deviation}; 0 or more would be right")]
    Deviation {
        /// What was given.
        deviation: f64,
    },
    /// An empty list.
    #[error("it has nothing to choose from: one value or more would be right")]
    Nothing,
    /// Not one probability a value.
    #[error("{values} values have {probabilities} probabilities: one for each would be right")]
    Lengths {
        /// How many values.
        values: usize,
        /// How many probabilities.
        probabilities: usize,
    },
    /// A negative probability or weight.
    #[error("{name} {place} is {value}; 0 or more would be right")]
    Negative {
        /// Which of the two.
        name: &'static str,
        /// Which one.
        place: usize,
        /// What it is.
        value: f64,
    },
    /// Probabilities of more or less than everything.
    #[error("the probabilities add up to {sum}; 1 would be right")]
    Probabilities {
        /// To what they add up.
        sum: f64,
    },
    /// All weights are 0.
    #[error("the weights add up to 0, so there are no shares of them")]
    NoWeight,
    /// Weights would be varied below 0, or by a negative part.
    #[error("weights are varied by {by} of themselves; from 0 to below 1 would be right")]
    By {
        /// What was given.
        by: f64,
    },
    /// Dirichlet's parameters would not be positive.
    #[error("the firmness is {firmness}; a positive number would be right, such as 100")]
    Firmness {
        /// What was given.
        firmness: f64,
    },
}
