//! What a timetable costs, as one value.

use std::ops::{Add, Mul};

/// First what must not be, then what should not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Score {
    pub hard: i64,
    pub soft: i64,
}

impl Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { hard: self.hard + other.hard, soft: self.soft + other.soft }
    }
}

impl Mul<i64> for Score {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self { hard: self.hard * times, soft: self.soft * times }
    }
}
