//! The choices that change a result and are therefore always named: one small enum each.

/// Whether more of an indicator is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// 正向: the greatest value is the best.
    MoreIsBetter,
    /// 逆向: the smallest value is the best.
    LessIsBetter,
}

/// Which indicators (of a step on columns) or nodes (of weighing and aggregating) are meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Which {
    /// Every one.
    #[default]
    All,
    /// Those with these codes.
    Only(Vec<String>),
    /// All but those with these codes.
    Except(Vec<String>),
}

impl Which {
    /// Whether a code is meant.
    #[must_use]
    pub fn means(&self, code: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(codes) => codes.iter().any(|one| one == code),
            Self::Except(codes) => codes.iter().all(|one| one != code),
        }
    }

    /// The codes that are written out.
    #[must_use]
    pub fn codes(&self) -> &[String] {
        match self {
            Self::All => &[],
            Self::Only(codes) | Self::Except(codes) => codes,
        }
    }
}

/// Which cases give a step its extremes, means and ranks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// All years together: a panel on one scale, so that years can be compared.
    #[default]
    AllYears,
    /// Each year for itself: a unit that stands still falls when others rise.
    EachYear,
    /// One year sets the scale of all.
    Year(i32),
}

/// What a step of winsorising does with several values at the extreme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WinsorTies {
    /// All of them move together, even when that makes more points than the limit.
    #[default]
    Together,
    /// They move together, and a step that would make more points than the limit is not taken.
    WithinLimit,
}

/// When a negative direction is turned around.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// The values are multiplied by the direction, then normalised.
    #[default]
    Before,
    /// The normalised values are reflected: in the middle of a scale that has two ends, in the mean of a z-score, by ranks from the other end.
    After,
    /// Not at all: what is smaller stays smaller.
    Never,
}

/// What becomes of a value beyond the ends of its scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beyond {
    /// It stands at the end.
    #[default]
    Capped,
    /// It goes on, below the lowest and above the highest score.
    Extended,
}

/// What a value is compared with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Reference {
    /// The best value measured.
    #[default]
    Best,
    /// The indicator's own target.
    Target,
    /// The value of one unit, in the same year.
    Unit(String),
    /// The mean of all.
    Mean,
}

/// What counts as measured when a unit or an indicator is screened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// A cell that is there.
    #[default]
    Measured,
    /// A cell that is there and is not zero, for sources that write 0 for “no answer”.
    NotZero,
}

/// In which order cases and indicators are screened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screening {
    /// Both on the shares before the step.
    #[default]
    AtOnce,
    /// Cases, then indicators on the cases that are left.
    CasesFirst,
    /// Indicators, then cases on the indicators that are left.
    IndicatorsFirst,
}

/// What a node's score is when some of its children have none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum MissingChild {
    /// Made of those that are there, their weights divided by their sum.
    #[default]
    Renormalise,
    /// Undefined as soon as one is missing.
    Undefined,
    /// As `Renormalise` when those that are there carry at least this share of the weight (0 to 1), else undefined.
    AtLeast(f64),
}

/// What a geometric or harmonic mean, or a power at or below 0, does with scores that are zero or negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum NotPositive {
    /// One zero makes the mean zero; a negative score makes it undefined.
    #[default]
    ZeroIsZero,
    /// Zero and negative scores make it undefined.
    Undefined,
    /// Scores below this one are lifted to it; it is greater than 0.
    Lifted(f64),
    /// So much is added before and taken away after; what is still not positive makes it undefined.
    Shifted(f64),
}

/// What becomes of expert judgements that contradict each other (a consistency ratio above 0.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doubtful {
    /// Their weights are taken, and the run warns.
    #[default]
    Flagged,
    /// The framework is refused.
    Refused,
}
