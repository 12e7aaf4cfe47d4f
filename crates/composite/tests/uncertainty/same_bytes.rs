//! One seed is one result: on any number of threads, and whoever watches.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

use festoon_composite::uncertainty::{BasePoints, Factors, How, Refused, Spread, Standings, Study};

use crate::functions::ISHIGAMI;

fn mixed_factors() -> Factors {
    Factors::of(vec![
        Spread::Normal { mean: 0.0, deviation: 1.0 },
        Spread::Dirichlet { weights: vec![1.0, 2.0, 3.0], firmness: 30.0 },
        Spread::Choice { ways: 3 },
    ])
    .expect("they are sound")
}

fn scores(values: &[f64], outcome: &mut [f64]) {
    for (place, score) in outcome.iter_mut().enumerate() {
        *score = values[place % 5] + 0.1 * values[(place + 2) % 5];
    }
}

#[test]
fn one_two_and_seven_threads_give_the_same_bytes() {
    let factors = mixed_factors();
    let study = Study::of(&factors, 6, scores).unwrap();
    let results = [1, 2, 7].map(|threads| {
        let how = How::alone(11).on(NonZeroUsize::new(threads).unwrap());
        let effects = study.effects(BasePoints::of(128).unwrap(), &how).unwrap();
        let runs = study.runs(1_000, &how).unwrap();
        let standings = Standings::of_scores(&runs, runs.outcome(0)).unwrap();
        let bytes: Vec<u64> = runs.outcome(999).iter().map(|score| score.to_bits()).collect();
        // A printed number is the shortest that reads back as the same one: equal texts are equal bytes.
        (format!("{effects:?} {:?}", standings.unit(3)), bytes)
    });
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0], results[2]);
}

/// Changes only together with a decision that published studies come out otherwise.
#[test]
fn a_seed_gives_the_numbers_it_always_gave() {
    let factors = mixed_factors();
    let study = Study::of(&factors, 1, |values, outcome| {
        outcome[0] = values.iter().sum::<f64>() + values[1] * values[4];
    })
    .unwrap();
    let runs = study.runs(3, &How::alone(2024)).unwrap();
    let found: Vec<f64> = (0..3).map(|run| runs.outcome(run)[0]).collect();
    assert_eq!(found, [0.961_721_933_306_381_1, 3.972_242_636_834_654_4, 4.187_311_802_004_817_5]);
}

#[test]
fn another_seed_gives_other_numbers() {
    let factors = ISHIGAMI.factors();
    let study = Study::of(&factors, 1, ISHIGAMI.model()).unwrap();
    let points = BasePoints::of(64).unwrap();
    assert_ne!(study.effects(points, &How::alone(1)), study.effects(points, &How::alone(2)));
}

#[test]
fn whoever_watches_sees_every_run_and_can_call_the_study_off() {
    let factors = ISHIGAMI.factors();
    let study = Study::of(&factors, 1, ISHIGAMI.model()).unwrap();
    let points = BasePoints::of(128).unwrap();
    let furthest = AtomicU64::new(0);
    let watch = |progress: festoon_composite::uncertainty::Progress| {
        assert_eq!(progress.of, 128 * 5);
        furthest.fetch_max(progress.done, Ordering::Relaxed);
        ControlFlow::Continue(())
    };
    let how = How { watch: &watch, ..How::alone(1).on(NonZeroUsize::new(3).unwrap()) };
    assert!(study.effects(points, &how).is_ok());
    assert_eq!(furthest.load(Ordering::Relaxed), 128 * 5);

    let stop = How { watch: &|_| ControlFlow::Break(()), ..how };
    assert_eq!(study.effects(points, &stop), Err(Refused::CalledOff));
    assert_eq!(study.runs(100, &stop), Err(Refused::CalledOff));
}
