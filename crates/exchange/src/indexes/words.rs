//! The words of choices in `framework.toml`, for reading and writing alike.

use festoon_composite::framework::{
    Beyond, Direction, Divisor, Estimator, Posts, Presence, Scope, Screening, Ties, Turn, WinsorTies,
};
use festoon_composite::{Framework, Step};

pub(super) const DIRECTION: &[(&str, Direction)] =
    &[("more", Direction::MoreIsBetter), ("less", Direction::LessIsBetter)];
pub(super) const ESTIMATOR: &[(&str, Estimator)] = &[
    ("population", Estimator::Population),
    ("sample-adjusted", Estimator::SampleAdjusted),
    ("sample-deviation", Estimator::SampleDeviation),
];
pub(super) const DIVISOR: &[(&str, Divisor)] =
    &[("sample", Divisor::Sample), ("population", Divisor::Population)];
pub(super) const WINSOR_TIES: &[(&str, WinsorTies)] =
    &[("together", WinsorTies::Together), ("within-limit", WinsorTies::WithinLimit)];
pub(super) const TURN: &[(&str, Turn)] =
    &[("before", Turn::Before), ("after", Turn::After), ("never", Turn::Never)];
pub(super) const TIES: &[(&str, Ties)] = &[
    ("min", Ties::Min),
    ("max", Ties::Max),
    ("mean", Ties::Mean),
    ("dense", Ties::Dense),
    ("first", Ties::First),
];
pub(super) const BEYOND: &[(&str, Beyond)] = &[("capped", Beyond::Capped), ("extended", Beyond::Extended)];
pub(super) const PRESENCE: &[(&str, Presence)] =
    &[("measured", Presence::Measured), ("not-zero", Presence::NotZero)];
pub(super) const SCREENING: &[(&str, Screening)] = &[
    ("at-once", Screening::AtOnce),
    ("cases-first", Screening::CasesFirst),
    ("indicators-first", Screening::IndicatorsFirst),
];
pub(super) const POSTS: &[(&str, Posts)] = &[("stated", Posts::Stated), ("measured", Posts::Measured)];
pub(super) const SCOPE: &[(&str, Scope)] = &[("siblings", Scope::Siblings), ("leaves", Scope::Leaves)];

/// The word of a choice.
pub(super) fn word<T: PartialEq>(words: &[(&'static str, T)], choice: &T) -> &'static str {
    words.iter().find(|(_, one)| one == choice).map_or("", |(word, _)| word)
}

/// What a step does, as `framework.toml` writes it.
#[must_use]
pub const fn step_word(step: &Step) -> &'static str {
    match step {
        Step::Denominate => "denominate",
        Step::Screen(_) => "screen",
        Step::Impute(_) => "impute",
        Step::Treat(_) => "treat",
        Step::Bend(_) => "bend",
        Step::Normalise(_) => "normalise",
        Step::Weigh(_) => "weigh",
        Step::Aggregate(_) => "aggregate",
        Step::Rank(_) => "rank",
    }
}

/// Every word of a step, in the order in which they usually stand.
pub(super) const STEPS: [&str; 9] =
    ["denominate", "screen", "impute", "treat", "bend", "normalise", "weigh", "aggregate", "rank"];

/// Whether an index has a code among its nodes.
pub(super) fn has_node(framework: &Framework, index: &str, code: &str) -> bool {
    let index = framework.indexes.iter().find(|one| one.code == index);
    index.is_some_and(|index| index.nodes.iter().any(|node| node.code == code))
}
