//! Sobol' indices: which share of an output's variance a factor has alone, and which with all that it acts together with. The module above says
//! which estimators, and why so.

use thiserror::Error;

use super::factors::count;
use super::points::{MOST_POINTS, Points};
use super::running::{How, Watched, in_parallel};
use super::{Refused, Study};

/// Into how many independent scramblings the base points are divided.
pub const REPLICATES: usize = 16;
/// Of Student's distribution with 15 degrees of freedom, 2.5 % lie beyond.
const STUDENT: f64 = 2.131_449_545_559_323;
/// With fewer, a scrambling has less than four points.
const LEAST: usize = 4 * REPLICATES;
const MOST: usize = MOST_POINTS * REPLICATES;

/// How many base points a study draws: a power of two from 64 to 2^20. It runs the model (factors + 2) times as often, and once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasePoints(usize);

impl BasePoints {
    /// So many.
    ///
    /// # Errors
    /// When it is no power of two, or too few or many: what would be right is told.
    pub fn of(points: usize) -> Result<Self, Refused> {
        let nearest = points.clamp(LEAST, MOST).next_power_of_two();
        if nearest == points {
            return Ok(Self(points));
        }
        Err(Refused::BasePoints { given: points, nearest, least: LEAST, most: MOST })
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> usize {
        self.0
    }
}

/// Each output with its variance shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// How often the model was run for them.
    pub runs: u64,
    pub outputs: Vec<Shared>,
}

/// One output.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    pub mean: f64,
    /// Of all that could come out, not of a sample.
    pub variance: f64,
    /// One a factor.
    pub shares: Result<Vec<Effect>, Flat>,
}

/// An output that does not vary.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
#[error("it is {value} whatever the factors are: there is no variance to be shared out")]
pub struct Flat {
    pub value: f64,
}

/// The share of a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// First order: what of the variance goes when this factor alone is known.
    pub first: Estimate,
    /// Total: what of the variance stays when this factor alone is unknown.
    pub total: Estimate,
}

/// A share with its 95 % interval, which may reach below 0 or above 1 as an estimate may.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Estimate {
    pub(super) fn exactly(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// An estimate from all scramblings, and those with each left out.
    fn with(value: f64, without: &[f64; REPLICATES]) -> Self {
        let replicates = count(REPLICATES);
        let mean = without.iter().sum::<f64>() / replicates;
        let squares: f64 = without.iter().map(|one| (one - mean) * (one - mean)).sum();
        let half = STUDENT * (squares * (replicates - 1.0) / replicates).sqrt();
        Self { value, low: value - half, high: value + half }
    }
}

impl Effects {
    pub(super) fn estimate<F: Fn(&[f64], &mut [f64]) + Sync>(
        study: &Study<F>,
        points: BasePoints,
        how: &How,
    ) -> Result<Self, Refused> {
        // Sums are of differences from one run in the middle, so that a small variance around a great mean is not rounded away.
        let mut values = vec![0.0; study.factors.values()];
        study.factors.place(&vec![0.5; values.len()], &mut values);
        let mut middle = vec![0.0; study.outputs];
        study.measure(&values, &mut middle)?;

        let runs = points.0 * (study.factors.spreads().len() + 2);
        let watched = Watched::new(how, runs);
        let scramblings = in_parallel(REPLICATES, how.threads, |scrambling| {
            let number = u32::try_from(scrambling).expect("scramblings are few");
            let drawn = Points::new(how.seed, number, 2 * values.len());
            Sums::over(study, points.0 / REPLICATES, &drawn, &middle, &watched)
        })?;

        let outputs = (0..study.outputs).map(|output| shared(&scramblings, output, middle[output])).collect();
        Ok(Self { runs: runs as u64 + 1, outputs })
    }
}

/// Sums over the points of one scrambling.
struct Sums {
    /// One an output.
    bases: Vec<Base>,
    /// One a factor, of one an output.
    pairs: Vec<Vec<Pair>>,
}

/// Sums over points drawn twice, as differences from the run in the middle.
#[derive(Clone, Copy)]
struct Base {
    points: f64,
    a: f64,
    b: f64,
    aa: f64,
    bb: f64,
    ab: f64,
    low: f64,
    high: f64,
}

/// Sums over points of the first draw with one factor from the second.
#[derive(Clone, Copy, Default)]
struct Pair {
    c: f64,
    cc: f64,
    bc: f64,
    ac: f64,
}

impl Sums {
    fn over<F: Fn(&[f64], &mut [f64]) + Sync>(
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
    outcome.iter_mut().zip(middle).for_each(|(outcome, middle)| *outcome -= middle);
    Ok(())
}

impl Base {
    const NONE: Self = Self {
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

    /// These sums and so many times others: 1 to put them together, −1 to take them out.
    fn with(self, other: &Self, times: f64) -> Self {
        Self {
            points: self.points + times * other.points,
            a: self.a + times * other.a,
            b: self.b + times * other.b,
            aa: self.aa + times * other.aa,
            bb: self.bb + times * other.bb,
            ab: self.ab + times * other.ab,
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    fn mean(&self) -> f64 {
        (self.a + self.b) / (2.0 * self.points)
    }

    fn variance(&self) -> f64 {
        (self.aa + self.bb) / (2.0 * self.points) - self.mean() * self.mean()
    }
}

impl Pair {
    fn add(&mut self, a: f64, b: f64, c: f64) {
        self.c += c;
        self.cc += c * c;
        self.bc += b * c;
        self.ac += a * c;
    }

    fn with(self, other: &Self, times: f64) -> Self {
        Self {
            c: self.c + times * other.c,
            cc: self.cc + times * other.cc,
            bc: self.bc + times * other.bc,
            ac: self.ac + times * other.ac,
        }
    }

    /// First order after Saltelli, centred, and total after Jansen.
    fn shares(&self, base: &Base) -> [f64; 2] {
        let first = (self.bc - base.ab - base.mean() * (self.c - base.a)) / base.points;
        let mean = (base.a + self.c) / (2.0 * base.points);
        let variance = (base.aa + self.cc) / (2.0 * base.points) - mean * mean;
        let total = (base.aa - 2.0 * self.ac + self.cc) / (2.0 * base.points);
        [part(first, base.variance()), part(total, variance)]
    }
}

/// Nothing of nothing is nothing: a rare event may leave some scramblings without a variance.
fn part(of: f64, whole: f64) -> f64 {
    if whole > 0.0 { of / whole } else { 0.0 }
}

fn shared(scramblings: &[Sums], output: usize, middle: f64) -> Shared {
    let base = scramblings.iter().fold(Base::NONE, |all, one| all.with(&one.bases[output], 1.0));
    let mean = middle + base.mean();
    if is_flat(middle + base.low, middle + base.high) {
        return Shared { mean, variance: 0.0, shares: Err(Flat { value: middle + base.low }) };
    }
    let effect = |factor: usize| {
        let of = |one: &Sums| one.pairs[factor][output];
        let pair = scramblings.iter().fold(Pair::default(), |all, one| all.with(&of(one), 1.0));
        let mut without = [[0.0; REPLICATES]; 2];
        for (place, one) in scramblings.iter().enumerate() {
            let [first, total] = pair.with(&of(one), -1.0).shares(&base.with(&one.bases[output], -1.0));
            without[0][place] = first;
            without[1][place] = total;
        }
        let [first, total] = pair.shares(&base);
        Effect { first: Estimate::with(first, &without[0]), total: Estimate::with(total, &without[1]) }
    };
    let factors = scramblings.first().map_or(0, |one| one.pairs.len());
    Shared { mean, variance: base.variance(), shares: Ok((0..factors).map(effect).collect()) }
}

/// Whether values differ by no more than rounding does.
pub(super) fn is_flat(low: f64, high: f64) -> bool {
    high - low <= 1e-12 * low.abs().max(high.abs())
}
