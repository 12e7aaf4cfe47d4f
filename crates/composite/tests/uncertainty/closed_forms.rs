//! Shares, means and variances against closed forms.

use festoon_composite::uncertainty::{BasePoints, Effects, Factors, How, Spread, Study, Unshared};

use crate::functions::{G, ISHIGAMI};

#[test]
fn shares_of_known_functions_come_out_within_a_thousandth() {
    for known in [G, ISHIGAMI] {
        let factors = known.factors();
        let study = Study::of(&factors, 1, known.model()).unwrap();
        let effects = study.effects(BasePoints::of(1 << 14).unwrap(), &How::alone(7)).unwrap();
        let output = &effects.outputs[0];
        assert!((output.variance / known.variance - 1.0).abs() < 1e-2, "{}", output.variance);
        for (effect, [first, total]) in output.shares.as_ref().unwrap().iter().zip(known.shares) {
            assert!((effect.first.value - first).abs() < 5e-3, "{} {effect:?}", known.name);
            assert!((effect.total.value - total).abs() < 5e-3, "{} {effect:?}", known.name);
        }
    }
}

/// Of a sum of independent parts, each has its own variance as its share, alone and in all.
#[test]
fn every_way_to_vary_has_the_variance_of_its_distribution() {
    let factors = Factors::of(vec![
        Spread::Uniform { low: -3.0, high: 3.0 },
        Spread::Normal { mean: 5.0, deviation: 2.0 },
        Spread::Triangular { low: 0.0, mode: 1.0, high: 5.0 },
        Spread::Discrete { values: vec![0.0, 4.0], probabilities: vec![0.75, 0.25] },
        Spread::Choice { ways: 5 },
        Spread::Together(vec![Spread::Normal { mean: 0.0, deviation: 1.0 }; 3]),
        Spread::Dirichlet { weights: vec![1.0, 3.0], firmness: 4.0 },
    ])
    .unwrap();
    let variances = [3.0, 4.0, 7.0 / 6.0, 3.0, 2.0, 3.0, 16.0 * 0.25 * 0.75 / 5.0];
    let whole: f64 = variances.iter().sum();
    // The second share is the rest of the first.
    let study = Study::of(&factors, 1, |values, outcome| {
        let [before @ .., share, rest] = values else { return };
        assert!((share + rest - 1.0).abs() < 1e-12);
        outcome[0] = before.iter().sum::<f64>() + 4.0 * share;
    })
    .unwrap();

    let effects = study.effects(BasePoints::of(1 << 12).unwrap(), &How::alone(3)).unwrap();

    assert_eq!(effects.runs, (1 << 12) * 9 + 1);
    let output = &effects.outputs[0];
    let mean = 5.0 + 2.0 + 1.0 + 2.0 + 4.0 * 0.25;
    assert!((output.mean - mean).abs() < 0.02, "{}", output.mean);
    assert!((output.variance / whole - 1.0).abs() < 0.02, "{}", output.variance);
    for (effect, variance) in output.shares.as_ref().unwrap().iter().zip(variances) {
        for estimate in [effect.first, effect.total] {
            assert!((estimate.value - variance / whole).abs() < 0.02, "{estimate:?}, {}", variance / whole);
        }
    }
}

#[test]
fn a_factor_that_nothing_reads_has_no_share_and_no_doubt() {
    let factors = Factors::of(vec![Spread::Choice { ways: 3 }; 2]).unwrap();
    let study = Study::of(&factors, 2, |values, outcome| outcome.copy_from_slice(&[values[0], 7.0])).unwrap();

    let effects = study.effects(BasePoints::of(64).unwrap(), &How::alone(1)).unwrap();

    let unread = effects.outputs[0].shares.as_ref().unwrap()[1];
    let all = [unread.first, unread.total].map(|one| [one.value, one.low, one.high]);
    assert_eq!(all, [[0.0; 3]; 2]);
    assert_eq!(effects.outputs[1].shares, Err(Unshared::Flat { value: 7.0 }));
    assert_eq!(
        Unshared::Flat { value: 7.0 }.to_string(),
        "it is 7 whatever the factors are: there is no variance to be shared out"
    );
}

/// Never a share that is no number: what cannot be computed is told.
#[test]
fn outputs_whose_squares_cannot_be_held_are_told_so() {
    let factors = Factors::of(vec![Spread::Choice { ways: 2 }; 2]).unwrap();
    for (scale, ends) in [(1e200, "1e200"), (1e-200, "1e-200"), (1.7e308, "1.7e308")] {
        let study =
            Study::of(&factors, 1, |values, outcome| outcome[0] = scale * values[0] * values[1]).unwrap();
        let points = BasePoints::of(64).unwrap();
        let told = |effects: Effects| effects.outputs[0].shares.as_ref().unwrap_err().to_string();
        let found = [study.effects(points, &How::alone(1)), study.exact_effects(&How::alone(1))];
        let words = |text: &str| text.replace(&format!("{scale}"), ends);
        assert_eq!(
            found.map(|effects| words(&told(effects.unwrap()))),
            [(); 2].map(|()| format!(
                "it goes from 0 to {ends}: squares of such differences cannot be held, so scale it first"
            ))
        );
    }
}

/// A great mean must not round the variance away, and it must not hide that there is one.
#[test]
fn shares_do_not_depend_on_where_zero_is() {
    let factors = G.factors();
    let far = move |values: &[f64], outcome: &mut [f64]| outcome[0] = 1e6 + (G.function)(values);
    let points = BasePoints::of(256).unwrap();
    let near = Study::of(&factors, 1, G.model()).unwrap().effects(points, &How::alone(2)).unwrap();
    let far = Study::of(&factors, 1, far).unwrap().effects(points, &How::alone(2)).unwrap();
    for (near, far) in near.outputs[0].shares.iter().flatten().zip(far.outputs[0].shares.iter().flatten()) {
        assert!((near.first.value - far.first.value).abs() < 1e-8, "{near:?} {far:?}");
        assert!((near.total.value - far.total.value).abs() < 1e-8, "{near:?} {far:?}");
    }
}

/// More numbers than the sequence has dimensions: weights of two hundred indicators, drawn twice.
#[test]
fn two_hundred_factors_are_told_apart() {
    let factors = Factors::of(vec![Spread::Uniform { low: 0.0, high: 1.0 }; 200]).unwrap();
    let study = Study::of(&factors, 1, |values, outcome| {
        outcome[0] = values.iter().step_by(50).sum::<f64>();
    })
    .unwrap();
    let effects = study.effects(BasePoints::of(2_048).unwrap(), &How::alone(5)).unwrap();
    for (factor, effect) in effects.outputs[0].shares.as_ref().unwrap().iter().enumerate() {
        let truth = if factor % 50 == 0 { 0.25 } else { 0.0 };
        assert!((effect.first.value - truth).abs() < 0.03, "{factor} {effect:?}");
        assert!((effect.total.value - truth).abs() < 0.03, "{factor} {effect:?}");
    }
}
