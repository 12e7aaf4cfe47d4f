//! The sensitivity of ASEM: exact over the twenty models, and how long many of them take.

use std::collections::BTreeMap;
use std::time::Instant;

use festoon_composite::framework::{Aggregate, Method};
use festoon_composite::{Factor, Framework, Model, Output, Step, Variation};

use super::published::{asem, min_max, steps, treat, z_score};

/// The three factors of the published factorial.
pub(crate) fn factors() -> Vec<Factor> {
    let mean = |by| vec![Step::Aggregate(Aggregate::by(by))];
    vec![
        Factor::Steps { range: 3..4, choices: (1..=5).map(|most| vec![treat(most)]).collect() },
        Factor::Steps { range: 4..5, choices: vec![vec![min_max(1.0, 100.0)], vec![z_score(10.0, 2.0)]] },
        Factor::Steps { range: 5..6, choices: vec![mean(Method::Arithmetic), mean(Method::Geometric)] },
    ]
}

#[test]
fn a_variant_is_the_run_of_its_framework_to_the_byte() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let model = Model::of(&framework, &data).unwrap();
    let variation = Variation::of(&model, "Index", factors(), Output::Scores).unwrap();
    for model_number in 0..20 {
        let level = |at: usize, of: usize| {
            (f64::from(u8::try_from(at % of).unwrap()) + 0.5) / f64::from(u8::try_from(of).unwrap())
        };
        let inputs = [level(model_number, 5), level(model_number / 5, 2), level(model_number / 10, 2)];
        let mut outputs = vec![0.0; variation.outputs()];
        variation.evaluate_at(&inputs, &mut outputs);
        let variant: Framework = variation.framework(&inputs);
        let run = festoon_composite::run(&variant, &data).unwrap();
        let whole: Vec<f64> = run.indexes[0].root().scores.iter().map(|score| score.unwrap()).collect();
        assert_eq!(outputs, whole, "model {model_number}");
    }
}

/// Run with `cargo test --release -p festoon-composite --test asem -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a check of what is right"]
fn how_long_variants_take() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let model = Model::of(&framework, &data).unwrap();
    let mut all = factors();
    all.push(Factor::Weights { index: "Index".into(), spread: 0.25 });
    let mut noisy = all.clone();
    noisy.push(Factor::Noise { which: festoon_composite::framework::Which::All, share: 0.05 });
    let mut took = BTreeMap::new();
    for (name, factors) in [("choices and weights", all), ("noise too", noisy)] {
        let variation = Variation::of(&model, "Index", factors, Output::Ranks).unwrap();
        let mut outputs = vec![0.0; variation.outputs()];
        let mut chance = fastrand::Rng::with_seed(7);
        let began = Instant::now();
        for _ in 0..4096 {
            let inputs: Vec<f64> = (0..variation.inputs()).map(|_| chance.f64()).collect();
            variation.evaluate_at(&inputs, &mut outputs);
        }
        took.insert(name, began.elapsed() / 4096);
    }
    println!("{took:?} a run on one core");
}
