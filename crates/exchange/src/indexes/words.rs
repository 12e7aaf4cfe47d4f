//! The words of choices in `framework.toml`, for reading and writing alike.

use festoon_composite::framework::{
    Beyond, Direction, Divisor, Doubtful, Estimator, Posts, Presence, Scope, Screening, Ties, Turn,
    WinsorTies,
};
use festoon_composite::numbers::{Correlation, Rotation, Scale as CriterionScale};
use festoon_composite::ranking::{CopelandScore, Link, RatioScore, VikorScore, Weighting};
use festoon_composite::weights::{ComponentWeights, Conflict, Derivation, Orientation, Peers, Returns};
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
pub(super) const DERIVATION: &[(&str, Derivation)] = &[
    ("eigenvector", Derivation::Eigenvector),
    ("geometric-mean", Derivation::GeometricMean),
    ("column-mean", Derivation::ColumnMean),
];
pub(super) const DOUBTFUL: &[(&str, Doubtful)] =
    &[("flagged", Doubtful::Flagged), ("refused", Doubtful::Refused)];
pub(super) const CRITERION_SCALE: &[(&str, CriterionScale)] = &[
    ("as-is", CriterionScale::AsIs),
    ("min-max", CriterionScale::MinMax),
    ("max", CriterionScale::Max),
    ("max-ratio", CriterionScale::MaxRatio),
    ("sum", CriterionScale::Sum),
    ("sum-ratio", CriterionScale::SumRatio),
    ("vector", CriterionScale::Vector),
    ("vector-mirrored", CriterionScale::VectorMirrored),
    ("vector-reciprocal", CriterionScale::VectorReciprocal),
    ("z-sample", CriterionScale::Z(Divisor::Sample)),
    ("z-population", CriterionScale::Z(Divisor::Population)),
];
pub(super) const CORRELATION: &[(&str, Correlation)] = &[
    ("pearson", Correlation::Pearson),
    ("spearman", Correlation::Spearman),
    ("kendall", Correlation::Kendall),
    ("kendall-a", Correlation::KendallA),
];
pub(super) const CONFLICT: &[(&str, Conflict)] =
    &[("one-less", Conflict::OneLess), ("one-less-absolute", Conflict::OneLessAbsolute)];
pub(super) const ROTATION: &[(&str, Rotation)] =
    &[("unrotated", Rotation::Unrotated), ("varimax", Rotation::Varimax)];
pub(super) const COMPONENT_WEIGHTS: &[(&str, ComponentWeights)] = &[
    ("grouped", ComponentWeights::Grouped),
    ("communalities", ComponentWeights::Communalities),
    ("absolute-coefficients", ComponentWeights::AbsoluteCoefficients),
    ("coefficients", ComponentWeights::Coefficients),
    ("first-loadings", ComponentWeights::FirstLoadings),
    ("first-squared-loadings", ComponentWeights::FirstSquaredLoadings),
];
pub(super) const COPELAND: &[(&str, CopelandScore)] = &[
    ("wins-less-losses", CopelandScore::WinsLessLosses),
    ("wins-and-half-draws", CopelandScore::WinsAndHalfDraws),
    ("wins", CopelandScore::Wins),
];
pub(super) const VIKOR_SCORE: &[(&str, VikorScore)] =
    &[("compromise", VikorScore::Compromise), ("group", VikorScore::Group), ("regret", VikorScore::Regret)];
pub(super) const RATIO_SCORE: &[(&str, RatioScore)] =
    &[("utility", RatioScore::Utility), ("sum", RatioScore::Sum)];
pub(super) const RETURNS: &[(&str, Returns)] = &[
    ("constant", Returns::Constant),
    ("variable", Returns::Variable),
    ("non-increasing", Returns::NonIncreasing),
    ("non-decreasing", Returns::NonDecreasing),
];
pub(super) const ORIENTATION: &[(&str, Orientation)] =
    &[("input", Orientation::Input), ("output", Orientation::Output)];
pub(super) const ENVELOPED: &[(&str, Peers)] = &[("all", Peers::All), ("others", Peers::Others)];
pub(super) const WEIGHTING: &[(&str, Weighting)] =
    &[("values", Weighting::Values), ("squared-differences", Weighting::SquaredDifferences)];
pub(super) const LINK: &[(&str, Link)] =
    &[("ratios", Link::Ratios), ("geometric-ratios", Link::GeometricRatios), ("symmetric", Link::Symmetric)];
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
