//! What a result depends on: runs over all choices or over drawn ones, intervals of ranks, and the share of each choice in the variance.
//!
//! A model is any function from the values of some [`Factors`] to some outputs (`Fn(&[f64], &mut [f64])`), run alone or beside itself. A
//! [`Study`] runs it: [`Study::runs`] and [`Study::all_runs`] give the outputs of every run, of which [`Standings`] makes ranks with intervals;
//! [`Study::effects`] and [`Study::exact_effects`] share the variance of each output out to the factors.
//!
//! # Shares of variance, and why their intervals can be believed
//!
//! With x drawn twice and independently (A and B), and A with its i-th factor taken from B (C), N base points cost N(k + 2) runs for k factors.
//! The estimators are centred, with m and v the mean and variance of what they look at:
//! - first order: mean of (B − m)(C − A), over v of A and B (Saltelli and others 2010). It looks at the difference that factor i makes, so its
//!   error vanishes with the factor's effect. For Sobol's g, the correlation of B and C (Janon and others 2014) has an error 1.5 times smaller
//!   for the greatest share and 40 times greater for a share near 0; an index has dozens of small factors and few great ones.
//! - total: mean of (A − C)² / 2 (Jansen 1999), over v of A and C, the very pairs it looks at. Never negative, and exactly 0 for a factor without
//!   effect. Dividing by v of A and B made Ishigami's intervals up to 1.8 times wider.
//!
//! Points are those of a Sobol' sequence (direction numbers of Joe and Kuo 2008), scrambled after Owen. Such points are no sample: errors are a
//! tenth of what a bootstrap over them tells, and its intervals cover nearly always. So the N points are [`REPLICATES`] independent scramblings
//! of N / 16 points each. The estimate is that of all points together, since a mean of ratios is biased; its deviation is the jackknife's over the
//! scramblings, and the interval is Student's with 15 degrees of freedom. Sixteen was measured: with 8, a t of 2.36 and a deviation from 8
//! numbers make some intervals exceed 0.01 at N = 2^14; with 32 and more, each scrambling has too few points to be even, and intervals grow
//! threefold. Coverage in 1,000 seeds was between 94 % and 97 % for every share of both functions with each.
//!
//! # The same bytes
//!
//! Every point is computed from seed, scrambling and number alone; every scrambling is summed by one thread from its first point to its last, and
//! scramblings are added in their order. So neither the number of threads nor their luck changes a bit.

mod distributions;
mod effects;
mod enumerating;
mod factors;
mod points;
mod refused;
mod running;
mod standings;
mod study;

pub use effects::{BasePoints, Effect, Effects, Estimate, Flat, REPLICATES, Shared};
pub use factors::{Factors, Spread};
pub use refused::{Refused, Unfit};
pub use running::{How, Progress, Runs};
pub use standings::{Standing, Standings, Swap, as_ranks, mean_shift, ranks};
pub use study::Study;
