//! The steps, each with the choices that change its result.

use super::choices::{
    Beyond, Doubtful, MissingChild, NotPositive, Presence, Reference, Screening, Span, Turn, Which,
    WinsorTies,
};
use crate::numbers::{Basis, Divisor, Estimator, Keep, Rotation, Scale as CriterionScale, Ties};
use crate::ranking::{CopelandScore, Decision, Link, Weighting};
use crate::weights::{
    ComponentWeights, CriticChoices, Derivation, Judgements, RandomIndex, ShareBounds, ZeroShares,
};

/// One step of a framework.
///
/// The first six change the sheet, in the order they are written. Weighing, aggregating and ranking say how the trees are climbed once the sheet
/// is done; where several name the same node, the last one counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Every indicator that has a denominator is divided by it.
    Denominate,
    /// Cases or indicators of which too little is measured are left out.
    Screen(Screen),
    /// Missing cells are filled.
    Impute(Impute),
    /// Outliers are pulled in where a column is too skewed and too peaked.
    Treat(Treat),
    /// Columns are bent by a curve, whatever their shape.
    Bend(Bend),
    /// Columns are brought onto one scale.
    Normalise(Normalise),
    /// Where the weights of children come from; as written in the tree when no step says.
    Weigh(Weigh),
    /// How children become the score of their node.
    Aggregate(Aggregate),
    /// Scores become ranks within each year, the greatest first.
    Rank(Rank),
}

/// Leaves out cases and indicators by the share of cells that are there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screen {
    /// A case (a unit in a year) stays with at least this share of the indicators, 0 to 1.
    pub cases: Option<f64>,
    /// An indicator stays with at least this share of the cases, 0 to 1.
    pub indicators: Option<f64>,
    /// What is looked at first.
    pub order: Screening,
    /// What counts as measured.
    pub presence: Presence,
}

/// Fills missing cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Impute {
    /// With what.
    pub by: Filling,
    /// Only from units that share this group: the name of a grouping of the data.
    pub group: Option<String>,
    /// What is done where the group, or the time before and after, has nothing.
    pub fallback: Fallback,
    /// From which years a mean or a median is taken; a filling along time looks at all.
    pub over: Span,
    /// In which indicators.
    pub which: Which,
}

/// What a missing cell is filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Filling {
    /// The mean of what is there.
    Mean,
    /// The median of what is there.
    Median,
    /// The unit's last value before.
    Carry,
    /// The straight line between the unit's values before and after; before the first and after the last, nothing.
    Interpolate,
    /// As `Interpolate`, and the nearest value before the first and after the last.
    InterpolateAndHold,
    /// A number.
    Constant(f64),
}

/// What is done when there is nothing to fill from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fallback {
    /// The cell stays missing, and the log says why.
    #[default]
    LeaveMissing,
    /// The same filling from all units, whatever their group; the mean of all where the filling was along time.
    AllUnits,
}

/// When a column is left as it is: |skewness| is below its bound, or (excess) kurtosis is below its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pass {
    /// The bound of |skewness|, customarily 2.
    pub skewness: f64,
    /// The bound of the excess kurtosis, customarily 3.5.
    pub kurtosis: f64,
    /// How both are estimated.
    pub estimator: Estimator,
}

impl Default for Pass {
    fn default() -> Self {
        Self { skewness: 2.0, kurtosis: 3.5, estimator: Estimator::SampleAdjusted }
    }
}

/// Pulls outliers in: a column that does not pass is winsorised a step at a time until it does; if it never does, it is bent from its
/// untreated values.
#[derive(Clone, Debug, PartialEq)]
pub struct Treat {
    /// When a column passes.
    pub pass: Pass,
    /// How it is winsorised, if at all.
    pub winsorise: Option<Winsorise>,
    /// What is done with a column that still fails.
    pub otherwise: Option<Curve>,
    /// Which cases make a column.
    pub over: Span,
    /// Which indicators are looked at.
    pub which: Which,
}

/// Winsorising: while the skewness is not negative the greatest values become the next greatest, else the smallest the next smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Winsorise {
    /// At how many moved points it stops.
    pub most: u32,
    /// What is done with ties at the extreme.
    pub ties: WinsorTies,
}

impl Default for Winsorise {
    fn default() -> Self {
        Self { most: 5, ties: WinsorTies::Together }
    }
}

/// A curve through which a column is bent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Curve {
    /// ln(x); what is not positive becomes undefined.
    Logarithm,
    /// ln(x − min + share · (max − min)), customarily with a share of 0.01: whatever the column, it can be taken.
    ShiftedLogarithm {
        /// The share of the range that is added.
        share: f64,
    },
    /// (x^λ − 1) / λ, and ln(x) for λ = 0; what is not positive becomes undefined.
    BoxCox {
        /// The power; when none, the one under which the column is most like a normal distribution, between −5 and 5.
        lambda: Option<f64>,
    },
}

/// Bends columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Bend {
    /// Through which curve.
    pub curve: Curve,
    /// Which cases give the curve its extremes or its power.
    pub over: Span,
    /// Which indicators.
    pub which: Which,
}

/// Brings columns onto one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Normalise {
    /// The scale.
    pub scale: Scale,
    /// When directions are turned. An indicator is turned once, by the first step that normalises it.
    pub turn: Turn,
    /// Which cases set the scale.
    pub over: Span,
    /// Which indicators.
    pub which: Which,
}

/// The scale of a normalised column. With goalposts (or an efficacy coefficient over them) the direction is in the goalposts, and nothing is turned.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// The worst is `low`, the best is `high`.
    MinMax {
        /// The score of the worst.
        low: f64,
        /// The score of the best.
        high: f64,
    },
    /// mean + sd · (x − x̄) / s.
    ZScore {
        /// The mean of the scores.
        mean: f64,
        /// Their standard deviation.
        sd: f64,
        /// How s is estimated.
        divisor: Divisor,
    },
    /// The worst is 1, the best of n is n.
    Rank {
        /// The rank of equals, counted from the worst.
        ties: Ties,
    },
    /// Borda's points: how many stand below. The worst has 0, the best of n has n − 1.
    Borda {
        /// As for ranks.
        ties: Ties,
    },
    /// (rank − 1) / (n − 1), the rank counted from the worst.
    Percentile {
        /// As for ranks.
        ties: Ties,
    },
    /// x / reference, or reference / x where less is better: nothing is turned.
    Share {
        /// What is divided by.
        of: Reference,
    },
    /// 1 − (reference − x) / (reference − worst): 1 at the reference, 0 at the worst measured.
    Distance {
        /// What the distance is to.
        to: Reference,
        /// What becomes of a value better than the reference.
        beyond: Beyond,
    },
    /// 适度指标: high − (high − low) · |x − target| / the farthest such distance. The direction is in it, and nothing is turned.
    Nearest {
        /// The score of the farthest from the target.
        low: f64,
        /// The score at the target.
        high: f64,
    },
    /// low + (high − low) · (x − worst) / (best − worst), with the indicator's goalposts.
    Goalposts {
        /// The score at the worst goalpost.
        low: f64,
        /// The score at the best goalpost.
        high: f64,
        /// What becomes of a value beyond them.
        beyond: Beyond,
    },
    /// 功效系数: d = base + span · (x − x_s) / (x_h − x_s), customarily 60 + 40 · ….
    Efficacy {
        /// The score at the value not allowed.
        base: f64,
        /// What the satisfactory value has more.
        span: f64,
        /// Where the two values come from.
        posts: Posts,
        /// What becomes of a value beyond them.
        beyond: Beyond,
    },
}

/// Where an efficacy coefficient has its two values from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Posts {
    /// The indicator's goalposts.
    #[default]
    Stated,
    /// The worst and the best measured.
    Measured,
}

/// Gives nodes their weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Weigh {
    /// Where weights come from.
    pub by: Weighing,
    /// Among which siblings, or over all leaves.
    pub scope: Scope,
    /// The nodes whose children are weighed.
    pub nodes: Which,
}

/// What a method that draws weights from the numbers looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The children of each node for themselves, by their scores.
    #[default]
    Siblings,
    /// All leaves below the node at once, by their normalised values; a branch between has the sum of its leaves. Where nodes above one another
    /// are named, the topmost decides. Given weights and judgements are always of siblings.
    Leaves,
}

/// Where weights come from. Methods that draw them from the numbers look at the cases that have all of the scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Weighing {
    /// As written in the tree.
    #[default]
    Given,
    /// All the same.
    Equal,
    /// Judged by experts (AHP).
    Judged {
        /// The codes of the children, in the order of the judgements.
        children: Vec<String>,
        /// The judgements of all pairs.
        judgements: Judgements,
        /// How weights are made of them.
        derivation: Derivation,
        /// What random judgements would be.
        random: RandomIndex,
        /// What becomes of contradictions.
        doubtful: Doubtful,
    },
    /// By entropy.
    Entropy {
        /// What zeros do.
        zeros: ZeroShares,
    },
    /// By contrast and conflict.
    Critic(CriticChoices),
    /// By standard deviation.
    StandardDeviation,
    /// By deviation over mean.
    CoefficientOfVariation,
    /// By the loadings of principal components.
    Components {
        /// Of what the components are.
        basis: Basis,
        /// How many are kept.
        keep: Keep,
        /// Whether they are turned.
        rotation: Rotation,
        /// How loadings become weights.
        weights: ComponentWeights,
    },
}

/// Makes children the score of their node.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// How.
    pub by: Method,
    /// What missing children do.
    pub missing: MissingChild,
    /// What zero and negative scores do where only positive ones have a mean.
    pub not_positive: NotPositive,
    /// Which cases are compared with each other by Copeland, TOPSIS and the benefit of the doubt.
    pub over: Span,
    /// Which nodes.
    pub nodes: Which,
}

impl Aggregate {
    /// Every node by one method, with the customary choices.
    #[must_use]
    pub fn by(method: Method) -> Self {
        Self {
            by: method,
            missing: MissingChild::default(),
            not_positive: NotPositive::default(),
            over: Span::default(),
            nodes: Which::All,
        }
    }
}

/// How children become one score. Means take each case for itself; the others compare cases, and take those that have all children. What compares
/// cases (but for the benefit of the doubt) takes indicators that no step has turned as they are measured, and knows of which less is better.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Method {
    /// Σ w x.
    #[default]
    Arithmetic,
    /// Π x^w.
    Geometric,
    /// 1 / Σ (w / x).
    Harmonic,
    /// (Σ w x^p)^(1/p); 0 is the geometric mean.
    Power(f64),
    /// Won comparisons; the scale of the children does not matter.
    Copeland(CopelandScore),
    /// Near the best of everything and far from the worst.
    Topsis {
        /// How children are scaled before distances are measured.
        scale: CriterionScale,
        /// Where the weight stands.
        weighting: Weighting,
    },
    /// One of the other methods of multi-criteria decisions.
    Decided(Decision),
    /// Every case with the weights that suit it best, within bounds for the share of each child. The weights of the tree are not looked at.
    BenefitOfTheDoubt(ShareBounds),
    /// A unit against itself in other years: the base year is 100. Of indicators that no step has turned, those of which less is better make it
    /// grow when they fall.
    ChainedGrowth {
        /// How growths become links.
        link: Link,
        /// The year that is 100; the first of each unit when none.
        base: Option<i32>,
    },
}

impl Method {
    /// Whether a method knows of which children less is better, so that nothing has to turn them.
    pub(crate) fn turns(self) -> bool {
        self.compares() && !matches!(self, Self::BenefitOfTheDoubt(_))
    }

    /// Whether the weights of the children count: those who are weighed each as favours them most are not weighed besides.
    pub(crate) fn weighs(self) -> bool {
        !matches!(self, Self::BenefitOfTheDoubt(_) | Self::Decided(Decision::Envelopment(_)))
    }

    /// Whether it compares cases, or a unit with itself in other years, instead of taking each case for itself.
    pub(crate) fn compares(self) -> bool {
        !matches!(self, Self::Arithmetic | Self::Geometric | Self::Harmonic | Self::Power(_))
    }
}

/// Makes ranks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// The rank of equals.
    pub ties: Ties,
}
