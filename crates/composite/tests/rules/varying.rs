//! What a sampler may change: inputs that change nothing, each factor alone, and factors that cannot be meant.

use festoon_composite::framework::{Method, Which};
use festoon_composite::{Data, Factor, Framework, Model, Output, Variation, run};

use super::small::{data, flat, mean, min_max, ranks, there};

fn framework() -> Framework {
    flat(&["a", "b"], vec![min_max(), mean(Method::Arithmetic), ranks()])
}

fn measured() -> Data {
    data(&[("a", &there(&[1.0, 2.0, 3.0])), ("b", &there(&[6.0, 5.0, 1.0]))])
}

fn evaluated(factor: Factor, inputs: &[f64], output: Output) -> Vec<f64> {
    let model = Model::of(&framework(), &measured()).expect("it is sound here");
    let variation = Variation::of(&model, "all", vec![factor], output).expect("it is sound here");
    let mut outputs = vec![0.0; variation.outputs()];
    variation.evaluate_at(inputs, &mut outputs);
    outputs
}

#[test]
fn a_weight_moves_within_its_spread() {
    let factor = || Factor::Weight { index: "all".into(), node: "a".into(), spread: 1.0 };
    assert_eq!(evaluated(factor(), &[0.5], Output::Scores), [50.0, 65.0, 50.0]);
    assert_eq!(evaluated(factor(), &[0.0], Output::Scores), [100.0, 80.0, 0.0]);
    assert_eq!(evaluated(factor(), &[0.0], Output::RankShift), [1.0]);
}

#[test]
fn weights_can_be_replaced() {
    let factor = Factor::WeightsBelow { index: "all".into(), node: "all".into() };
    assert_eq!(evaluated(factor, &[3.0, 1.0], Output::Scores), [25.0, 57.5, 75.0]);
}

#[test]
fn removals_and_missing_steps_are_choices() {
    let removal = || Factor::Removal { choices: vec![None, Some("b".into())] };
    assert_eq!(evaluated(removal(), &[0.49], Output::Scores), [50.0, 65.0, 50.0]);
    assert_eq!(evaluated(removal(), &[0.5], Output::Scores), [0.0, 50.0, 100.0]);
    let steps = || Factor::Steps { range: 0..1, choices: vec![vec![], vec![min_max()]] };
    assert_eq!(evaluated(steps(), &[0.0], Output::Scores), [3.5, 3.5, 2.0]);
    assert_eq!(evaluated(steps(), &[0.0], Output::Ranks), [1.0, 1.0, 3.0]);
    assert_eq!(evaluated(steps(), &[0.9], Output::Scores), [50.0, 65.0, 50.0]);
}

#[test]
fn noise_is_the_same_for_the_same_number_and_about_as_great_as_it_is_said_to_be() {
    let cells: Vec<Option<f64>> = (0..2000).map(|at| Some(f64::from(at % 2))).collect();
    let plain = flat(&["a"], vec![mean(Method::Arithmetic)]);
    let model = Model::of(&plain, &data(&[("a", &cells)])).unwrap();
    let factor = Factor::Noise { which: Which::All, share: 0.1 };
    let variation = Variation::of(&model, "all", vec![factor], Output::Scores).unwrap();
    let noisy = |u: f64| {
        let mut outputs = vec![0.0; 2000];
        variation.evaluate_at(&[u], &mut outputs);
        outputs
    };
    assert_eq!(noisy(0.25), noisy(0.25));
    assert_ne!(noisy(0.25), noisy(0.75));
    let errors = noisy(0.25).into_iter().zip(&cells).map(|(with, without)| with - without.unwrap());
    let variance = errors.map(|error| error * error).sum::<f64>() / 2000.0;
    assert!((variance.sqrt() / 0.05 - 1.0).abs() < 0.1, "{variance}");
}

#[test]
fn factors_that_cannot_be_meant_are_told_at_once() {
    let model = Model::of(&framework(), &measured()).unwrap();
    let steps = |range, choices| Factor::Steps { range, choices };
    let factors = vec![
        steps(0..1, vec![vec![]]),
        steps(0..2, vec![vec![]]),
        steps(2..9, vec![vec![]]),
        steps(2..3, vec![]),
        Factor::Weight { index: "all".into(), node: "z".into(), spread: 2.0 },
        Factor::Noise { which: Which::All, share: -1.0 },
        Factor::Removal { choices: vec![Some("q".into())] },
    ];
    let told = Variation::of(&model, "all", factors, Output::Ranks).unwrap_err().to_string();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "factor 2 exchanges steps 1 to 2, but another factor exchanges some of them; put both into one factor's choices",
            "factor 3 exchanges steps 3 to 9, but the framework has fewer steps",
            "factor 4 has no choices; give it at least one",
            "factor 5 names z, which is no node of index all",
            "factor 5: the spread of the weights is 2; give a share from 0 to 1, such as 0.25",
            "factor 6: the noise's share of the deviation is -1; give 0 or more, such as 0.05",
            "factor 7 names q, which is no node of index all",
        ]
    );
    let nowhere = Variation::of(&model, "nothing", vec![], Output::Ranks).unwrap_err().to_string();
    assert_eq!(nowhere, "there is no index nothing; the framework has all");
}

#[test]
fn without_factors_a_variation_is_the_run() {
    let model = Model::of(&framework(), &measured()).unwrap();
    let variation = Variation::of(&model, "all", vec![], Output::Ranks).unwrap();
    let mut outputs = vec![0.0; 3];
    variation.evaluate_at(&[], &mut outputs);
    let whole = run(&framework(), &measured()).unwrap();
    let ranks: Vec<f64> = whole.indexes[0].root().ranks.iter().map(|rank| rank.unwrap()).collect();
    assert_eq!(outputs, ranks);
    assert_eq!(variation.nominal_ranks(), ranks);
}
