//! Means of the children of one node in one case: one power each, and what missing, zero and negative scores do.

use crate::framework::{Aggregate, Method, MissingChild, NotPositive, Span};
use crate::numbers::elementary::{exp, ln, pow};
use crate::run::Why;

/// A child of a node: its place in the tree, its weight, and its score in this case.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Child {
    pub(crate) node: usize,
    pub(crate) weight: f64,
    pub(crate) score: f64,
}

/// How children are combined: an aggregating step without the nodes it names.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Combining {
    pub(crate) by: Method,
    pub(crate) missing: MissingChild,
    pub(crate) not_positive: NotPositive,
    pub(crate) over: Span,
}

impl Combining {
    pub(crate) fn of(step: &Aggregate) -> Self {
        Self { by: step.by, missing: step.missing, not_positive: step.not_positive, over: step.over }
    }
}

/// The power of a mean, 0 for the geometric one. Methods that compare cases have none, and are not asked.
pub(crate) fn power(method: Method) -> f64 {
    match method {
        Method::Geometric => 0.0,
        Method::Harmonic => -1.0,
        Method::Power(power) => power,
        _ => 1.0,
    }
}

/// The weighted mean of children, or why there is none.
#[expect(clippy::float_cmp, reason = "the powers with a formula of their own, and a score of exactly zero")]
pub(crate) fn combined(children: impl Iterator<Item = Child>, how: Combining) -> Result<f64, Why> {
    let power = power(how.by);
    let (mut whole, mut there, mut sum, mut any, mut zero) = (0.0, 0.0, 0.0, false, false);
    for child in children {
        if child.weight.is_nan() {
            return Err(Why::WeightsUndefined);
        }
        whole += child.weight;
        if child.score.is_nan() {
            if how.missing == MissingChild::Undefined {
                return Err(Why::ChildMissing { child: child.node });
            }
            continue;
        }
        any = true;
        there += child.weight;
        if child.weight == 0.0 {
            continue;
        }
        let score = allowed(child, power, how.not_positive)?;
        if power == 1.0 {
            sum += child.weight * score;
        } else if score == 0.0 && power <= 0.0 {
            zero = true;
        } else if power == 0.0 {
            sum += child.weight * ln(score);
        } else if power == -1.0 {
            sum += child.weight / score;
        } else {
            sum += child.weight * pow(score, power);
        }
    }
    if !any {
        return Err(Why::NoChildHasAScore);
    }
    let share = if whole > 0.0 { there / whole } else { 0.0 };
    let least = if let MissingChild::AtLeast(least) = how.missing { least } else { 0.0 };
    if there == 0.0 || share < least {
        return Err(Why::TooLittleWeight { share });
    }
    if zero {
        return Ok(0.0);
    }
    let mean = sum / there;
    let mean = match power {
        1.0 => mean,
        0.0 => exp(mean),
        -1.0 => 1.0 / mean,
        power => pow(mean, 1.0 / power),
    };
    let mean = if let (NotPositive::Shifted(by), true) = (how.not_positive, power != 1.0) {
        mean - by
    } else {
        mean
    };
    if mean.is_finite() { Ok(mean) } else { Err(Why::TooLarge) }
}

/// The score that enters a mean of a power: lifted or shifted as the framework says, or why it cannot.
#[expect(clippy::float_cmp, reason = "the arithmetic mean takes every score")]
fn allowed(child: Child, power: f64, choice: NotPositive) -> Result<f64, Why> {
    if power == 1.0 {
        return Ok(child.score);
    }
    let score = lifted(child.score, choice);
    let zero_counts = power > 0.0 || choice == NotPositive::ZeroIsZero;
    if score > 0.0 || (score == 0.0 && zero_counts) {
        return Ok(score);
    }
    Err(Why::ChildNotPositive { child: child.node, score: child.score })
}

/// A score after lifting or shifting.
pub(crate) fn lifted(score: f64, choice: NotPositive) -> f64 {
    match choice {
        NotPositive::ZeroIsZero | NotPositive::Undefined => score,
        NotPositive::Lifted(least) => score.max(least),
        NotPositive::Shifted(by) => score + by,
    }
}
