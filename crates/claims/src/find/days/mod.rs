//! Days, years, times of day and ages.

pub(crate) mod ages_en;
pub(crate) mod calendar_en;
pub(crate) mod calendar_zh;
pub(crate) mod clock;
pub(crate) mod clock_en;
pub(crate) mod clock_zh;
pub(crate) mod plain_days;
pub(crate) mod years_en;
pub(crate) mod years_zh;
