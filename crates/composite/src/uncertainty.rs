//! What a result depends on: runs over all choices or over drawn ones, intervals of ranks, and the share of each choice in the variance.
//!
//! A model is any function from the values of some [`Factors`] to some outputs (`Fn(&[f64], &mut [f64])`), which may run beside itself. A
//! [`Study`] runs it: [`Study::runs`] and [`Study::all_runs`] give the outputs of every run, of which [`Standings`] makes ranks with intervals;
//! [`Study::shares`] shares the variance of each output out to the factors, exactly where that costs no more. A framework's uncertain choices are
//! such a model: [`Factors::of_variation`].
//!
//! ```
//! use festoon_composite::uncertainty::{BasePoints, Factors, How, Spread, Standings, Study};
//!
//! // Two units, whose scores depend on a weight and on which of two means is taken.
//! let weight = Spread::Uniform { low: 0.3, high: 0.7 };
//! let factors = Factors::of(vec![weight, Spread::Choice { ways: 2 }])?;
//! let study = Study::of(&factors, 2, |values, scores| {
//!     let weight = values[0];
//!     for (score, [one, other]) in scores.iter_mut().zip([[8.0, 5.0_f64], [6.5, 6.2]]) {
//!         *score = if values[1] < 0.5 {
//!             weight * one + (1.0 - weight) * other
//!         } else {
//!             1.0 / (weight / one + (1.0 - weight) / other)
//!         };
//!     }
//! })?;
//! let standings = Standings::of_scores(&study.runs(1_024, &How::alone(1))?, &[6.5, 6.35])?;
//! let swap = standings.swaps()[0];
//! assert!((0.5..0.55).contains(&swap.swapped), "{swap:?}");
//! let shares = study.shares(BasePoints::of(1_024)?, &How::alone(1))?;
//! assert!(shares.outputs[0].shares.as_ref().is_ok_and(|all| (0.7..0.9).contains(&all[0].first.value)));
//! # Ok::<(), festoon_composite::uncertainty::Refused>(())
//! ```
//!
//! # Shares of variance
//!
//! With x drawn twice and independently (A and B), and A with its i-th factor taken from B (C), N base points cost N(k + 2) runs for k factors, and
//! nothing is kept of a run but sums. The estimators are centred, with m and v the mean and variance of what they look at:
//! - first order: mean of (B − m)(C − A), over v of A and B (A. Saltelli and others 2010, centred). It looks at the difference that factor i makes,
//!   so its error vanishes with the factor's effect. The correlation of B and C (A. Janon and others 2014) was measured beside it: on Sobol's g its
//!   interval is a third narrower for the greatest share, and fifty times wider for the shares near 0; and an index has dozens of small factors.
//! - total: mean of (A − C)² / 2 (M. Jansen 1999), over v of A and C, the very pairs it looks at. Never negative, and exactly 0 for a factor without
//!   effect. Over v of A and B, Ishigami's intervals were up to a fifth wider.
//!
//! # Why their intervals can be believed
//!
//! Points are those of a Sobol' sequence, scrambled after Owen. Such points are no sample: a bootstrap over them takes their evenness for luck, and
//! its intervals cover nearly always. So the N points are [`REPLICATES`] independent scramblings of N / 16 points each. The estimate is that of
//! all points together, since a mean of ratios is biased; its deviation is the jackknife's over the scramblings, and the interval is Student's with
//! 15 degrees of freedom.
//!
//! Sixteen was measured, at N = 2^14 on Sobol's g and Ishigami's function: with 8, a t of 2.36 and a deviation from 8 numbers made the greatest
//! half-width of 1,000 seeds 0.012; with 32, the points of one scrambling are too few to be even in all the pairs of dimensions that matter, and
//! the mean half-width of one share was 0.018; with 16, the greatest mean half-width is 0.005 and the greatest of all 0.0091. Each of the 22 shares
//! lay in its interval for 93.8 to 97.3 % of 1,000 seeds (92.5 to 98.0 % of the first 200; in other two hundreds chance, which is ±3 % there, may
//! put one of them outside that). With 2^10 points, coverage is 92.8 to 96.8 %. A model that jumps, with a rare event, is covered as well with 2^14
//! points (93.9 to 95.6 %), but with 2^10 one of its shares only in 89 %: sixty-four points see a rare event too seldom to know how seldom.
//! `tests/uncertainty/coverage.rs` prints the figures of sixteen.
//!
//! # The same bytes
//!
//! Every point is computed from seed, scrambling and number alone; every scrambling is summed by one thread from its first point to its last, and
//! scramblings are added in their order. So neither the number of threads nor their luck changes a bit. Shares use up to sixteen threads.

mod checking;
mod distributions;
mod effects;
mod enumerating;
mod factors;
mod points;
mod refused;
mod running;
mod standings;
mod study;
mod sums;

pub use effects::{BasePoints, Effect, Effects, Estimate, REPLICATES, Shared, Unshared};
pub use factors::{Factors, Spread};
pub use refused::{Refused, Unfit};
pub use running::{How, Progress, Runs};
pub use standings::{Standing, Standings, Swap, as_ranks, mean_shift};
pub use study::Study;
