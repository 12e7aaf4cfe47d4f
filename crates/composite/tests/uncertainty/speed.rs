//! What studies cost beside the model itself: twice the points are twice the time, and drawing is cheap.

use std::time::Instant;

use festoon_composite::uncertainty::{BasePoints, Factors, How, Spread, Study};

use crate::functions::G;

/// Run with `cargo test --release -p festoon-composite --test uncertainty -- --ignored --nocapture how_long`.
#[test]
#[ignore = "a measurement, not a check of what is right"]
fn how_long_drawing_takes() {
    let factors = G.factors();
    let study = Study::of(&factors, 1, G.model()).unwrap();
    for power in [12, 14, 16, 18] {
        let began = Instant::now();
        let effects = study.effects(BasePoints::of(1 << power).unwrap(), &How::alone(1)).unwrap();
        let took = began.elapsed();
        println!("g, 2^{power} points: {took:?}, {} ns a run", took.as_nanos() / u128::from(effects.runs));
    }

    let weights = || (1..=60).map(f64::from).collect::<Vec<_>>();
    for (name, spread) in [
        ("60 uniform numbers", Spread::Together(vec![Spread::Uniform { low: 0.0, high: 1.0 }; 60])),
        ("60 normal numbers", Spread::Together(vec![Spread::Normal { mean: 0.0, deviation: 1.0 }; 60])),
        ("60 weights perturbed", Spread::Perturbed { weights: weights(), by: 0.25 }),
        ("60 weights after Dirichlet, firmness 60", Spread::Dirichlet { weights: weights(), firmness: 60.0 }),
        (
            "60 weights after Dirichlet, firmness 6000",
            Spread::Dirichlet { weights: weights(), firmness: 6_000.0 },
        ),
    ] {
        let factors = Factors::of(vec![spread]).unwrap();
        let study = Study::of(&factors, 1, |values, outcome| outcome[0] = values[0]).unwrap();
        let began = Instant::now();
        study.runs(1 << 14, &How::alone(1)).unwrap();
        println!("{name}: {:.1} µs a run", began.elapsed().as_secs_f64() * 1e6 / 16_384.0);
    }
}
