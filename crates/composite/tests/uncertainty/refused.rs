//! What is refused, in whole sentences that say what would be right.

use festoon_composite::uncertainty::{BasePoints, Factors, How, Refused, Spread, Standings, Study};

fn factor(spread: Spread) -> String {
    Factors::of(vec![Spread::Choice { ways: 2 }, spread]).expect_err("it cannot be meant").to_string()
}

#[test]
fn a_factor_that_cannot_be_meant_is_named_with_what_would_be_right() {
    let weights = |weights: &[f64]| Spread::Perturbed { weights: weights.to_vec(), by: 0.25 };
    let discrete = |values: &[f64], probabilities: &[f64]| Spread::Discrete {
        values: values.to_vec(),
        probabilities: probabilities.to_vec(),
    };
    let found = [
        Spread::Uniform { low: 2.0, high: 1.0 },
        Spread::Uniform { low: f64::NAN, high: 1.0 },
        Spread::Normal { mean: 0.0, deviation: -1.0 },
        Spread::Triangular { low: 0.0, mode: 3.0, high: 2.0 },
        Spread::Choice { ways: 0 },
        discrete(&[1.0, 2.0], &[1.0]),
        discrete(&[1.0, 2.0], &[0.5, 0.6]),
        discrete(&[1.0, 2.0], &[1.5, -0.5]),
        weights(&[0.0, 0.0]),
        weights(&[1.0, -2.0]),
        Spread::Perturbed { weights: vec![1.0], by: 1.0 },
        Spread::Dirichlet { weights: vec![1.0], firmness: 0.0 },
        Spread::Together(Vec::new()),
        Spread::parts(0),
    ]
    .map(factor);
    assert_eq!(
        found,
        [
            "factor 2: it goes from 2 to 1: the lower end comes first",
            "factor 2: its lower end is NaN, which is no finite number",
            "factor 2: its standard deviation is -1; 0 or more would be right",
            "factor 2: its most likely value 3 does not lie between 0 and 2",
            "factor 2: it has nothing to choose from: one value or more would be right",
            "factor 2: 2 values have 1 probabilities: one for each would be right",
            "factor 2: the probabilities add up to 1.1; 1 would be right",
            "factor 2: probability 2 is -0.5; 0 or more would be right",
            "factor 2: the weights add up to 0, so there are no shares of them",
            "factor 2: weight 2 is -2; 0 or more would be right",
            "factor 2: weights are varied by 1 of themselves; from 0 to below 1 would be right",
            "factor 2: the firmness is 0; a positive number would be right, such as 100",
            "factor 2: it has nothing to choose from: one value or more would be right",
            "factor 2: it has nothing to choose from: one value or more would be right",
        ]
    );
    assert_eq!(Factors::of(Vec::new()), Err(Refused::NoFactors));
}

#[test]
fn numbers_of_points_and_runs_that_make_no_sense_are_refused() {
    let points = |given: usize| BasePoints::of(given).unwrap_err().to_string();
    assert_eq!(
        [0, 1_000, usize::MAX].map(points),
        [
            "0 base points: 64 would be right, which is a power of two from 64 to 1048576",
            "1000 base points: 1024 would be right, which is a power of two from 64 to 1048576",
            "18446744073709551615 base points: 1048576 would be right, which is a power of two from 64 to 1048576",
        ]
    );

    let factors = Factors::of(vec![Spread::Choice { ways: 2_000 }; 2]).unwrap();
    let flat = |_: &[f64], outcome: &mut [f64]| outcome.fill(1.0);
    assert_eq!(Study::of(&factors, 0, flat).unwrap_err(), Refused::NoOutputs);
    let study = Study::of(&factors, 3, flat).unwrap();
    let runs = |given: usize| study.runs(given, &How::alone(1)).unwrap_err().to_string();
    assert_eq!(runs(0), "0 runs of 3 outputs: a study keeps from 1 to 134217728 numbers");
    assert_eq!(runs(1 << 27), "134217728 runs of 3 outputs: a study keeps from 1 to 134217728 numbers");
    assert_eq!(
        study.exact_effects(&How::alone(1)).unwrap_err().to_string(),
        "there are 4000000 combinations of all levels; at most 1048576 are run one by one, so draw from them instead"
    );
}

#[test]
fn only_discrete_factors_are_enumerated() {
    let factors =
        Factors::of(vec![Spread::Choice { ways: 2 }, Spread::Uniform { low: 0.0, high: 1.0 }]).unwrap();
    let study = Study::of(&factors, 1, |_, outcome| outcome[0] = 1.0).unwrap();
    assert_eq!(study.all_runs(&How::alone(1)).unwrap_err(), Refused::NotDiscrete { factor: 2 });
}

#[test]
fn an_output_that_is_no_number_is_refused_with_the_values_that_made_it() {
    let factors = Factors::of(vec![Spread::Choice { ways: 2 }]).unwrap();
    let words = "output 2 is NaN where the factors are [1.0]: its variance can only be shared out where every run gives a finite number";
    // The model leaves the second output out when the first way is not chosen.
    let study = Study::of(&factors, 2, |values, outcome| {
        outcome[0] = 1.0;
        if values[0] < 0.5 {
            outcome[1] = 1.0;
        }
    })
    .unwrap();
    assert_eq!(study.exact_effects(&How::alone(1)).unwrap_err().to_string(), words);
    assert_eq!(study.effects(BasePoints::of(64).unwrap(), &How::alone(1)).unwrap_err().to_string(), words);
    assert!(study.runs(10, &How::alone(1)).is_ok());

    let infinite = Study::of(&factors, 1, |_, outcome| outcome[0] = f64::INFINITY).unwrap();
    assert_eq!(
        infinite.runs(10, &How::alone(1)).unwrap_err().to_string(),
        "output 1 is inf where the factors are [0.0]: no rank can be told from it"
    );
}

#[test]
fn nominal_scores_are_one_a_unit() {
    let factors = Factors::of(vec![Spread::Choice { ways: 2 }]).unwrap();
    let study = Study::of(&factors, 3, |_, outcome| outcome.fill(1.0)).unwrap();
    let runs = study.runs(4, &How::alone(1)).unwrap();
    let refused = Standings::of_scores(&runs, &[1.0, 2.0]).unwrap_err();
    assert_eq!(refused.to_string(), "3 units have 2 published scores or ranks: one for each would be right");
}
