//! Means of the children of one node in one case: one power each, and what missing, zero and negative scores do.

use crate::framework::{Aggregate, Method, MissingChild, NotPositive, Span};
use crate::ranking::PowerSum;
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
#[expect(clippy::float_cmp, reason = "the arithmetic mean is shifted by nothing")]
pub(crate) fn combined(children: impl Iterator<Item = Child>, how: Combining) -> Result<f64, Why> {
    let power = power(how.by);
    let (mut whole, mut any, mut sum) = (0.0, false, PowerSum::of(power));
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
        if child.weight > 0.0 {
            sum.add(allowed(child, power, how.not_positive)?, child.weight);
        }
    }
    if !any {
        return Err(Why::NoChildHasAScore);
    }
    let share = if whole > 0.0 { sum.weight / whole } else { 0.0 };
    let least = if let MissingChild::AtLeast(least) = how.missing { least } else { 0.0 };
    // A share such as 2 of 3 must not fail by its last bit.
    if sum.weight == 0.0 || share < least - 1e-12 {
        return Err(Why::TooLittleWeight { share });
    }
    let mean = match how.not_positive {
        NotPositive::Shifted(by) if power != 1.0 => sum.mean() - by,
        _ => sum.mean(),
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
