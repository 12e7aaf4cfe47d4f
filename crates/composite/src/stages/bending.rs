//! Curves: logarithms and the powers of Box and Cox, fitted to a column and then applied to each of its cells.

use crate::framework::{Bend, Curve, Goalposts};
use crate::model::Pool;
use crate::numbers::elementary::{ln, pow};
use crate::run::{Why, WhyChanged};

use super::blocks::put;
use super::column::{count, extremes};
use super::{Blocks, Journal, Ready, State};

/// Bends every column that is meant.
pub(super) fn bend(state: &mut State, bend: &Bend, ready: &Ready, pool: &Pool, journal: &mut Journal) {
    let blocks = Blocks::of(bend.over, state, pool);
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for column in 0..state.indicators.len() {
        let indicator = state.indicators[column];
        if !ready.which[indicator] {
            continue;
        }
        let mut fitted = None;
        for block in blocks.iter() {
            block.gather_there(state.sheet.column(column), &mut rows, &mut cells);
            let curve = Bent::of(bend.curve, &cells);
            for (&row, cell) in rows.iter().zip(&mut cells) {
                let from = *cell;
                *cell = curve.at(from).unwrap_or(f64::NAN);
                journal.change(state.cases[row], indicator, from, *cell, WhyChanged::Bent);
                if cell.is_nan() {
                    journal.no_cell(state.cases[row], indicator, not_positive(from));
                }
            }
            put(&rows, &cells, state.sheet.column_mut(column));
            fitted = fitted.or(Some(curve));
        }
        if let Some(bent) = fitted {
            bent.bend_posts(state, indicator);
        }
    }
}

/// Why a curve has nothing for a value.
pub(super) fn not_positive(value: f64) -> Why {
    if value > 0.0 { Why::TooLarge } else { Why::NotPositive { value } }
}

/// A curve fitted to a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bent {
    curve: Fitted,
    /// Whether the curve is the same for every column, so that goalposts and targets can go along.
    free: bool,
}

#[derive(Clone, Copy, Debug)]
enum Fitted {
    Logarithm { shift: f64 },
    BoxCox { lambda: f64 },
}

impl Bent {
    /// Fits a curve to the cells that are there.
    pub(super) fn of(curve: Curve, cells: &[f64]) -> Self {
        match curve {
            Curve::Logarithm => Self { curve: Fitted::Logarithm { shift: 0.0 }, free: true },
            Curve::ShiftedLogarithm { share } => {
                let (low, high) = extremes(cells).unwrap_or_default();
                Self { curve: Fitted::Logarithm { shift: share * (high - low) - low }, free: false }
            }
            Curve::BoxCox { lambda: Some(lambda) } => Self { curve: Fitted::BoxCox { lambda }, free: true },
            Curve::BoxCox { lambda: None } => {
                Self { curve: Fitted::BoxCox { lambda: likeliest(cells) }, free: false }
            }
        }
    }

    /// Where a value goes; nowhere when it is not positive.
    pub(super) fn at(self, value: f64) -> Option<f64> {
        match self.curve {
            Fitted::Logarithm { shift } => Some(value + shift).filter(|shifted| *shifted > 0.0).map(ln),
            Fitted::BoxCox { lambda } => {
                Some(value).filter(|value| *value > 0.0).map(|value| box_cox(value, lambda))
            }
        }
        .filter(|bent| bent.is_finite())
    }

    /// Bends an indicator's goalposts and target along, if the curve is free of the column. What cannot be bent is gone.
    pub(super) fn bend_posts(self, state: &mut State, indicator: usize) {
        if !self.free {
            return;
        }
        let posts = &mut state.goalposts[indicator];
        *posts = posts
            .and_then(|posts| Some(Goalposts { worst: self.at(posts.worst)?, best: self.at(posts.best)? }));
        let target = &mut state.targets[indicator];
        *target = target.and_then(|target| self.at(target));
    }
}

fn box_cox(value: f64, lambda: f64) -> f64 {
    if lambda == 0.0 { ln(value) } else { (pow(value, lambda) - 1.0) / lambda }
}

/// The power between −5 and 5 under which positive cells are most like a normal distribution, by the profile likelihood and a golden section.
///
/// G. E. P. Box and D. R. Cox, “An analysis of transformations”, Journal of the Royal Statistical Society B 26 (1964).
fn likeliest(cells: &[f64]) -> f64 {
    let logarithms: Vec<f64> = cells.iter().filter(|cell| **cell > 0.0).map(|cell| ln(*cell)).collect();
    if logarithms.is_empty() {
        return 0.0;
    }
    let n = count(logarithms.len());
    // Divided by the geometric mean, the cells have logarithms around 0, and the likelihood loses its second term.
    let middle = logarithms.iter().sum::<f64>() / n;
    let likelihood = |lambda: f64| {
        let bent = |logarithm: &f64| box_cox(crate::numbers::elementary::exp(logarithm - middle), lambda);
        let mean = logarithms.iter().map(bent).sum::<f64>() / n;
        let squares: f64 = logarithms.iter().map(|one| (bent(one) - mean) * (bent(one) - mean)).sum();
        -ln(squares / n)
    };
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (-5.0, 5.0);
    for _ in 0..80 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if likelihood(left) >= likelihood(right) {
            high = right;
        } else {
            low = left;
        }
    }
    f64::midpoint(low, high)
}
