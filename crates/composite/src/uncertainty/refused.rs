//! Why a study is none, in words that name the factor and what would be right.

use thiserror::Error;

/// Why a study was not made.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum Refused {
    #[error("there is no factor: a study varies at least one")]
    NoFactors,
    #[error("the model has no output: a study looks at at least one")]
    NoOutputs,
    /// Factors are counted from 1, as they are read.
    #[error("factor {factor}: {why}")]
    Factor { factor: usize, why: Unfit },
    #[error(
        "factor {factor} takes any number, not one of a few: only discrete factors have combinations to be run one by one"
    )]
    NotDiscrete { factor: usize },
    #[error(
        "there are {combinations} combinations of all levels; at most {most} are run one by one, so draw from them instead"
    )]
    Combinations { combinations: f64, most: usize },
    #[error("{given} base points: {nearest} would be right, which is a power of two from {least} to {most}")]
    BasePoints { given: usize, nearest: usize, least: usize, most: usize },
    #[error("{given} runs of {outputs} outputs: a study keeps from 1 to {most} numbers")]
    Size { given: usize, outputs: usize, most: usize },
    /// Outputs are counted from 1.
    #[error("output {output} is {value} where the factors are {at:?}: {why}")]
    Output { output: usize, value: f64, at: Vec<f64>, why: &'static str },
    #[error("{given} scores were given for {units} units")]
    Scores { given: usize, units: usize },
    #[error("the study was called off")]
    CalledOff,
}

/// Why a factor is none.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum Unfit {
    #[error("{name} is {value}, which is no finite number")]
    NotFinite { name: &'static str, value: f64 },
    #[error("it goes from {low} to {high}: the lower end comes first")]
    Reversed { low: f64, high: f64 },
    #[error("its most likely value {mode} does not lie between {low} and {high}")]
    Mode { low: f64, mode: f64, high: f64 },
    #[error("its standard deviation is {deviation}; 0 or more would be right")]
    Deviation { deviation: f64 },
    #[error("it has nothing to choose from: one value or more would be right")]
    Nothing,
    #[error("{values} values have {probabilities} probabilities: one for each would be right")]
    Lengths { values: usize, probabilities: usize },
    /// Places are counted from 1.
    #[error("{name} {place} is {value}; 0 or more would be right")]
    Negative { name: &'static str, place: usize, value: f64 },
    #[error("the probabilities add up to {sum}; 1 would be right")]
    Probabilities { sum: f64 },
    #[error("the weights add up to 0, so there are no shares of them")]
    NoWeight,
    #[error("weights are varied by {by} of themselves; from 0 to below 1 would be right")]
    By { by: f64 },
    #[error("the firmness is {firmness}; a positive number would be right, such as 100")]
    Firmness { firmness: f64 },
}
