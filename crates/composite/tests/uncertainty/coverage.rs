//! Whether intervals hold what they promise: over many seeds, nineteen of twenty contain the truth, and none is wide.

use std::num::NonZeroUsize;

use festoon_composite::uncertainty::{BasePoints, Effect, Estimate, Factors, How, Spread, Study};

use crate::functions::{G, ISHIGAMI};

/// Of one share over all seeds.
#[derive(Clone, Copy, Default)]
struct Cover {
    seeds: u32,
    covered: u32,
    half: f64,
    widest: f64,
    error: f64,
}

impl Cover {
    fn add(&mut self, estimate: Estimate, truth: f64) {
        let half = (estimate.high - estimate.low) / 2.0;
        self.seeds += 1;
        self.covered += u32::from((estimate.low..=estimate.high).contains(&truth));
        self.half += half;
        self.widest = self.widest.max(half);
        self.error += (estimate.value - truth).powi(2);
    }
}

type Function = fn(&[f64]) -> f64;

/// A function with its factors and their shares, first order and total.
struct Truth {
    name: &'static str,
    factors: Factors,
    function: Function,
    shares: Vec<[f64; 2]>,
}

fn truths() -> Vec<Truth> {
    let mut truths: Vec<Truth> = [G, ISHIGAMI]
        .map(|known| Truth {
            name: known.name,
            factors: known.factors(),
            function: known.function,
            shares: known.shares.to_vec(),
        })
        .into();
    truths.push(jumps());
    truths
}

/// A model that jumps as ranks do: five, two and two ways and a rare event, with the shares of all its combinations.
fn jumps() -> Truth {
    let rare = Spread::Discrete { values: vec![0.0, 1.0], probabilities: vec![0.9, 0.1] };
    let [five, two] = [5, 2].map(|ways| Spread::Choice { ways });
    let factors = Factors::of(vec![five, two.clone(), two, rare]).expect("they are sound");
    let function: Function =
        |x| ((1.0 + x[0]) * (2.0 - x[1]) * (1.0 + 2.0 * x[2] * x[1]) / 3.0).floor() + 4.0 * x[3] * x[0];
    let study = Study::of(&factors, 1, |x, outcome| outcome[0] = function(x)).expect("it has an output");
    let effects = study.exact_effects(&How::alone(1)).expect("all are discrete");
    let shares = effects.outputs[0].shares.as_ref().expect("it varies");
    let shares = shares.iter().map(|Effect { first, total }| [first.value, total.value]).collect();
    Truth { name: "jumps", factors: factors.clone(), function, shares }
}

/// First order and total of every factor.
fn cover(truth: &Truth, points: usize, seeds: std::ops::Range<u64>) -> Vec<[Cover; 2]> {
    let function = truth.function;
    let study = Study::of(&truth.factors, 1, |x, outcome| outcome[0] = function(x));
    let study = study.expect("it has an output");
    let base = BasePoints::of(points).expect("a power of two");
    let mut covers = vec![[Cover::default(); 2]; truth.shares.len()];
    for seed in seeds {
        let how = How::alone(seed).on(NonZeroUsize::new(2).expect("it is two"));
        let effects = study.effects(base, &how).expect("the function is finite");
        let shares = effects.outputs[0].shares.as_ref().expect("it varies");
        for ((cover, effect), truth) in covers.iter_mut().zip(shares).zip(&truth.shares) {
            cover[0].add(effect.first, truth[0]);
            cover[1].add(effect.total, truth[1]);
        }
    }
    covers
}

#[test]
fn nineteen_of_twenty_intervals_contain_the_share_even_with_few_points() {
    let mut all = Cover::default();
    for truth in truths() {
        for cover in cover(&truth, 512, 0..25).into_iter().flatten() {
            all.seeds += cover.seeds;
            all.covered += cover.covered;
        }
    }
    let percent = f64::from(100 * all.covered) / f64::from(all.seeds);
    assert!((92.0..=98.0).contains(&percent), "{percent} % of {}", all.seeds);
}

/// The figures of the issue. `FESTOON_SEEDS=1000` takes as many seeds, from `FESTOON_FIRST_SEED=0`, and `FESTOON_POINTS=2048` as many points.
#[test]
#[ignore = "fifty million runs: half a minute in a release build"]
fn every_share_is_covered_in_92_to_98_of_100_seeds() {
    let set = |name: &str, usual: usize| {
        std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
    };
    let [first, seeds, points] =
        [set("FESTOON_FIRST_SEED", 0), set("FESTOON_SEEDS", 200), set("FESTOON_POINTS", 1 << 14)];
    let seeds = first as u64..(first + seeds) as u64;
    println!("{points} points, seeds {seeds:?}");
    println!("function, factor, effect: covered, mean and greatest half-width, root mean square error");
    let mut missed = Vec::new();
    for truth in truths() {
        for (factor, covers) in cover(&truth, points, seeds.clone()).into_iter().enumerate() {
            for (effect, cover) in ["first", "total"].into_iter().zip(covers) {
                let seeds = f64::from(cover.seeds);
                let percent = 100.0 * f64::from(cover.covered) / seeds;
                let (half, error) = (cover.half / seeds, (cover.error / seeds).sqrt());
                let widest = cover.widest;
                let name = format!("{} {} {effect}", truth.name, factor + 1);
                println!("{name}: {percent:.1} %, {half:.1e}, {widest:.1e}, {error:.1e}");
                // The model that jumps has a rare event, which nobody promised to see in so few points.
                let narrow = widest <= 0.01 || truth.name == "jumps";
                if !(92.0..=98.0).contains(&percent) || !narrow {
                    missed.push(name);
                }
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}
