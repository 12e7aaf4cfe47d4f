//! What is drawn: weights that add up, levels as often as they are probable, and points that are even.

use festoon_composite::uncertainty::{Factors, How, Runs, Spread, Study};

/// The values themselves, in so many runs.
fn drawn(spreads: Vec<Spread>, runs: usize) -> Runs {
    let factors = Factors::of(spreads).expect("they are sound");
    let values = factors.values();
    let study =
        Study::of(&factors, values, |values: &[f64], outcome: &mut [f64]| outcome.copy_from_slice(values));
    study.expect("there are values").runs(runs, &How::alone(9)).expect("all are finite")
}

#[test]
fn perturbed_weights_add_up_to_what_they_did_and_stay_near() {
    let weights = vec![10.0, 20.0, 0.0, 70.0];
    let runs = drawn(vec![Spread::Perturbed { weights: weights.clone(), by: 0.25 }], 500);
    for run in 0..runs.count() {
        let drawn = runs.outcome(run);
        assert!((drawn.iter().sum::<f64>() - 100.0).abs() < 1e-12);
        for (drawn, weight) in drawn.iter().zip(&weights) {
            assert!((weight * 0.6 - 1e-9..=weight * 1.67).contains(drawn), "{drawn} {weight}");
        }
    }
}

#[test]
fn dirichlet_shares_have_the_mean_and_the_variance_they_promise() {
    let runs = drawn(vec![Spread::Dirichlet { weights: vec![2.0, 3.0, 5.0], firmness: 19.0 }], 4_096);
    for (place, share) in [0.2, 0.3, 0.5].into_iter().enumerate() {
        let drawn = || (0..4_096).map(|run| runs.outcome(run)[place]);
        let mean = drawn().sum::<f64>() / 4_096.0;
        let variance = drawn().map(|one| (one - share).powi(2)).sum::<f64>() / 4_096.0;
        assert!((mean - share).abs() < 1e-4, "{mean}");
        assert!((variance / (share * (1.0 - share) / 20.0) - 1.0).abs() < 0.02, "{variance}");
    }
}

/// Even points give each level exactly its share, where a sample would be off by dozens.
#[test]
fn levels_are_drawn_as_often_as_they_are_probable() {
    let discrete = Spread::Discrete { values: vec![1.0, 2.0, 3.0], probabilities: vec![0.5, 0.0, 0.5] };
    let runs = drawn(vec![Spread::Choice { ways: 4 }, discrete, Spread::parts(4)], 1_024);
    let times = |place: usize, value: f64| {
        (0..1_024).filter(|run| runs.outcome(*run)[place].to_bits() == value.to_bits()).count()
    };
    assert_eq!([0.0, 1.0, 2.0, 3.0].map(|way| times(0, way)), [256; 4]);
    assert_eq!([1.0, 2.0, 3.0].map(|value| times(1, value)), [512, 0, 512]);
    assert_eq!([0.125, 0.375, 0.625, 0.875].map(|value| times(2, value)), [256; 4]);
}

/// Of 256 points, every one of the first 400 dimensions has one in each 256th, the ones beyond the sequence's own too.
#[test]
fn every_dimension_has_one_point_in_each_of_its_parts() {
    let runs = drawn(vec![Spread::Uniform { low: 0.0, high: 256.0 }; 400], 256);
    for dimension in 0..400 {
        let mut parts: Vec<String> =
            (0..256).map(|run| format!("{:03}", runs.outcome(run)[dimension].floor())).collect();
        parts.sort();
        assert_eq!(parts, (0..256).map(|part| format!("{part:03}")).collect::<Vec<_>>(), "{dimension}");
    }
}
