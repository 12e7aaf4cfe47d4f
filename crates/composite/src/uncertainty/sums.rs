//! What is kept of the runs of one scrambling: sums, of which variances and shares follow, alone or put together with others'.

use super::points::Points;
use super::running::Watched;
use super::{Refused, Study};

/// Sums over the points of one scrambling.
pub(super) struct Sums {
    /// One an output.
    pub(super) bases: Vec<Base>,
    /// One a factor, of one an output.
    pub(super) pairs: Vec<Vec<Pair>>,
}

/// Sums over points drawn twice, as differences from the run in the middle.
#[derive(Clone, Copy)]
pub(super) struct Base {
    points: f64,
    a: f64,
    b: f64,
    aa: f64,
    bb: f64,
    ab: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// Sums over points of the first draw with one factor from the second.
#[derive(Clone, Copy, Default)]
pub(super) struct Pair {
    c: f64,
    cc: f64,
    bc: f64,
    ac: f64,
}

impl Sums {
    pub(super) fn over<F: Fn(&[f64], &mut [f64]) + Sync>(
        study: &Study<F>,
        points: usize,
        drawn: &Points,
        middle: &[f64],
        watched: &Watched,
    ) -> Result<Self, Refused> {
        let width = study.factors.values();
        let spreads = study.factors.spreads();
        let mut even = vec![0.0; 2 * width];
        let [mut first, mut second, mut mixed] = [vec![0.0; width], vec![0.0; width], vec![0.0; width]];
        let [mut a, mut b, mut c] = [(); 3].map(|()| vec![0.0; middle.len()]);
        let mut bases = vec![Base::NONE; middle.len()];
        let mut pairs = vec![vec![Pair::default(); middle.len()]; spreads.len()];

        for point in 0..u32::try_from(points).expect("a scrambling has 2^16 points") {
            drawn.fill(point, &mut even);
            study.factors.place(&even[..width], &mut first);
            study.factors.place(&even[width..], &mut second);
            off(middle, &mut a, |outcome| study.measure(&first, outcome))?;
            off(middle, &mut b, |outcome| study.measure(&second, outcome))?;
            for (base, (a, b)) in bases.iter_mut().zip(a.iter().zip(&b)) {
                base.add(*a, *b);
            }
            let mut from = 0;
            for (spread, pairs) in spreads.iter().zip(&mut pairs) {
                let to = from + spread.values();
                mixed.copy_from_slice(&first);
                mixed[from..to].copy_from_slice(&second[from..to]);
                off(middle, &mut c, |outcome| study.measure(&mixed, outcome))?;
                for (pair, (c, (a, b))) in pairs.iter_mut().zip(c.iter().zip(a.iter().zip(&b))) {
                    pair.add(*a, *b, *c);
                }
                from = to;
            }
            watched.ran(spreads.len() + 2)?;
        }
        Ok(Self { bases, pairs })
    }
}

/// Runs the model, and keeps by how much its outputs are off those in the middle.
fn off(
    middle: &[f64],
    outcome: &mut [f64],
    run: impl FnOnce(&mut [f64]) -> Result<(), Refused>,
) -> Result<(), Refused> {
    run(outcome)?;
    for (outcome, middle) in outcome.iter_mut().zip(middle) {
        *outcome -= middle;
    }
    Ok(())
}

impl Base {
    pub(super) const NONE: Self = Self {
        points: 0.0,
        a: 0.0,
        b: 0.0,
        aa: 0.0,
        bb: 0.0,
        ab: 0.0,
        low: f64::INFINITY,
        high: f64::NEG_INFINITY,
    };

    fn add(&mut self, a: f64, b: f64) {
        self.points += 1.0;
        self.a += a;
        self.b += b;
        self.aa += a * a;
        self.bb += b * b;
        self.ab += a * b;
        self.low = self.low.min(a).min(b);
        self.high = self.high.max(a).max(b);
    }

    /// These sums and others together.
    pub(super) fn and(self, other: &Self) -> Self {
        Self {
            points: self.points + other.points,
            a: self.a + other.a,
            b: self.b + other.b,
            aa: self.aa + other.aa,
            bb: self.bb + other.bb,
            ab: self.ab + other.ab,
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    pub(super) fn mean(&self) -> f64 {
        (self.a + self.b) / (2.0 * self.points)
    }

    pub(super) fn variance(&self) -> f64 {
        above_rounding((self.aa + self.bb) / (2.0 * self.points), self.mean())
    }
}

impl Pair {
    fn add(&mut self, a: f64, b: f64, c: f64) {
        self.c += c;
        self.cc += c * c;
        self.bc += b * c;
        self.ac += a * c;
    }

    pub(super) fn and(self, other: &Self) -> Self {
        Self { c: self.c + other.c, cc: self.cc + other.cc, bc: self.bc + other.bc, ac: self.ac + other.ac }
    }

    /// First order after Saltelli, centred, and total after Jansen.
    pub(super) fn shares(&self, base: &Base) -> [f64; 2] {
        let first = (self.bc - base.ab - base.mean() * (self.c - base.a)) / base.points;
        let mean = (base.a + self.c) / (2.0 * base.points);
        let variance = above_rounding((base.aa + self.cc) / (2.0 * base.points), mean);
        let total = (base.aa - 2.0 * self.ac + self.cc) / (2.0 * base.points);
        [part(first, base.variance()), part(total, variance)]
    }
}

/// Nothing of nothing is nothing: a rare event may leave some scramblings without a variance.
fn part(of: f64, whole: f64) -> f64 {
    if whole > 0.0 { of / whole } else { 0.0 }
}

/// A mean of squares without the square of the mean; where the two differ by rounding only, nothing.
fn above_rounding(squares: f64, mean: f64) -> f64 {
    let variance = squares - mean * mean;
    if variance < 1e-14 * squares { 0.0 } else { variance }
}
