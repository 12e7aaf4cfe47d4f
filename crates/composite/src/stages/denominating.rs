//! Dividing by what makes units of different size comparable.

use crate::model::Pool;
use crate::run::Why;

use super::{Journal, State};

/// Every column that has a denominator is divided by it, row by row.
pub(super) fn denominate(state: &mut State, pool: &Pool, journal: &mut Journal) {
    for (column, &indicator) in state.indicators.iter().enumerate() {
        let Some((below, factor)) = &pool.denominators[indicator] else { continue };
        for (cell, &case) in state.sheet.column_mut(column).iter_mut().zip(&state.cases) {
            if cell.is_nan() {
                continue;
            }
            let divided = *cell / below[case] * factor;
            let why = match below[case] {
                below if below.is_nan() => Some(Why::DenominatorMissing),
                0.0 => Some(Why::ZeroDenominator),
                _ if !divided.is_finite() => Some(Why::TooLarge),
                _ => None,
            };
            *cell = if why.is_none() { divided } else { f64::NAN };
            if let Some(why) = why {
                journal.no_cell(case, indicator, why);
            }
        }
    }
}
