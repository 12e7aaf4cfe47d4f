//! What the published index depends on: the twenty models exactly, and drawn weights, noise and removals beside them.

use std::num::NonZeroUsize;
use std::time::Instant;

use festoon_composite::framework::Which;
use festoon_composite::uncertainty::{BasePoints, Effects, Factors, How, Standings, Study};
use festoon_composite::{Factor, Model, Output, Variation};

use super::published::{asem, records, steps};
use super::speed::factors;

fn model() -> Option<Model> {
    let (mut framework, data) = asem()?;
    framework.steps = steps();
    Some(Model::of(&framework, &data).expect("it is sound"))
}

/// Weights, noise and what may be left out, beside the choices of the factorial.
fn all_factors() -> Vec<Factor> {
    let mut all = factors();
    all.push(Factor::Weights { index: "Index".into(), spread: 0.25 });
    all.push(Factor::Noise { which: Which::All, share: 0.05 });
    let left_out = [None, Some("Physical"), Some("Political"), Some("Social")];
    all.push(Factor::Removal { choices: left_out.map(|code| code.map(str::to_owned)).to_vec() });
    all
}

fn shares(effects: &Effects, output: usize) -> Vec<[f64; 2]> {
    let shares = effects.outputs[output].shares.as_ref().expect("it varies");
    shares.iter().map(|effect| [effect.first.value, effect.total.value]).collect()
}

#[test]
fn the_shares_of_the_three_choices_are_those_published_exactly() {
    let Some(model) = model() else { return };
    let exact = records("asem_full_factorial_exact_sobol.csv").unwrap();
    for (target, output) in [("mean_abs_rank_shift", Output::RankShift), ("rank", Output::Ranks)] {
        let variation = Variation::of(&model, "Index", factors(), output).unwrap();
        let factors = Factors::of_variation(&variation).unwrap();
        let study = Study::of(&factors, variation.outputs(), |inputs, outputs| {
            variation.evaluate_at(inputs, outputs);
        })
        .unwrap();
        let effects = study.exact_effects(&How::alone(1)).unwrap();
        for record in exact.iter().filter(|record| record["target"].starts_with(target)) {
            let place = record["target"].strip_prefix("rank_").map_or(0, place_of);
            let factor = ["winmax", "norm", "agg"].iter().position(|name| record["factor"] == **name);
            let found = shares(&effects, place)[factor.unwrap()];
            let published = ["S1_exact", "ST_exact"].map(|column| record[column].parse::<f64>().unwrap());
            let far = (found[0] - published[0]).abs().max((found[1] - published[1]).abs());
            assert!(far < 1e-9, "{} {}: {found:?} {published:?}", record["target"], record["factor"]);
        }
    }
}

fn place_of(code: &str) -> usize {
    let units = records("asem/asem_idata.csv").expect("it was there before");
    units.iter().position(|unit| unit["uCode"] == code).expect("it is a country")
}

/// Run with `cargo test --release -p festoon-composite --test asem -- --ignored --nocapture studies`.
#[test]
#[ignore = "a measurement, not a check of what is right"]
fn how_long_studies_take() {
    let Some(model) = model() else { return };
    let two = How::alone(1).on(NonZeroUsize::new(2).unwrap());

    // The analysis that takes 40.6 s elsewhere: 250 runs for the shares in the mean shift, here once drawn and once all.
    let shift = Variation::of(&model, "Index", factors(), Output::RankShift).unwrap();
    let three = Factors::of_variation(&shift).unwrap();
    let study = Study::of(&three, shift.outputs(), |inputs, outputs| shift.evaluate_at(inputs, outputs));
    let study = study.unwrap();
    let began = Instant::now();
    let effects = study.exact_effects(&two).unwrap();
    println!("all {} models: {:?}, shares {:?}", effects.runs, began.elapsed(), shares(&effects, 0));
    let began = Instant::now();
    let effects = study.effects(BasePoints::of(64).unwrap(), &two).unwrap();
    println!("{} drawn models: {:?}, shares {:?}", effects.runs, began.elapsed(), shares(&effects, 0));

    let scores = Variation::of(&model, "Index", all_factors(), Output::Ranks).unwrap();
    let all = Factors::of_variation(&scores).unwrap();
    println!("{} factors of {} numbers", all.spreads().len(), all.values());
    let study = Study::of(&all, scores.outputs(), |inputs, outputs| scores.evaluate_at(inputs, outputs));
    let study = study.unwrap();
    for runs in [1 << 12, 1 << 14, 1 << 16] {
        let began = Instant::now();
        let runs = study.runs(runs, &two).unwrap();
        let ran = began.elapsed();
        let ranked = Instant::now();
        let standings = Standings::of_ranks(&runs, scores.nominal_ranks()).unwrap();
        let all: Vec<_> = (0..standings.units()).map(|unit| standings.unit(unit)).collect();
        let swaps = standings.swaps();
        let sample = (all[place_of("NLD")], swaps[1]);
        println!("{} runs on two threads: {ran:?}, standings {:?}", runs.count(), ranked.elapsed());
        println!("  {sample:?}");
    }

    // What drawing alone costs: a model that does nothing reads as many numbers.
    let nothing = |inputs: &[f64], outputs: &mut [f64]| outputs.fill(inputs[0]);
    let nothing = Study::of(&all, 51, nothing).unwrap();
    let began = Instant::now();
    nothing.runs(1 << 16, &two).unwrap();
    println!("65536 runs of nothing: {:?}", began.elapsed());
    for points in [1 << 10, 1 << 11, 1 << 12] {
        let began = Instant::now();
        let effects = study.effects(BasePoints::of(points).unwrap(), &two);
        println!("shares of all ranks by {points} points: {:?}, {}", began.elapsed(), effects.is_ok());
    }
}
