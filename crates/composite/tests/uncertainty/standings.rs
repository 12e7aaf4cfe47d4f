//! Ranks over runs: intervals, swaps, shifts, and units that a run leaves out.

use festoon_composite::uncertainty::{
    Factors, How, Runs, Spread, Standing, Standings, Study, Swap, mean_shift,
};

/// One run for each list of scores.
fn runs_of(variants: &[&[f64]]) -> Runs {
    let factors = Factors::of(vec![Spread::Choice { ways: variants.len() }]).expect("there are variants");
    let study = Study::of(&factors, variants[0].len(), |values, outcome| {
        let way = variants.iter().zip(0..).position(|(_, way)| f64::from(way) >= values[0]);
        outcome.copy_from_slice(variants[way.expect("one a variant")]);
    })
    .expect("there are units");
    study.all_runs(&How::alone(1)).expect("no score is infinite")
}

#[test]
fn a_mean_shift_counts_only_units_ranked_in_both_orders() {
    let none = f64::NAN;
    assert_eq!(mean_shift(&[1.0, 2.0, 3.0, none], &[3.0, 2.0, none, 1.0]).to_string(), "1");
    assert_eq!(mean_shift(&[none, 1.0], &[1.0, none]).to_string(), "0");
}

#[test]
fn a_unit_that_changes_places_has_its_mean_its_median_and_its_interval() {
    // A is first in three of four variants and third in one; B, second in the published order, beats it there.
    let variants: [&[f64]; 4] = [&[9.0, 8.0, 7.0], &[9.0, 7.0, 8.0], &[9.0, 8.0, 8.0], &[1.0, 8.0, 7.0]];
    let standings = Standings::of_scores(&runs_of(&variants), &[9.0, 8.0, 7.0]).unwrap();

    assert_eq!(
        standings.unit(0),
        Some(Standing {
            nominal: Some(1.0),
            mean: 1.5,
            median: 1.0,
            low: 1.0,
            high: 3.0,
            best: 1.0,
            worst: 3.0,
            shift: Some(0.5),
            ranked: 1.0,
        })
    );
    // Ranks of B are 2, 3, 2, 1; of C, 3, 2, 2, 2.
    assert_eq!(standings.unit(1).map(|unit| (unit.mean, unit.median)), Some((2.0, 2.0)));
    assert_eq!(
        standings.swaps(),
        [
            Swap { above: 0, below: 1, swapped: 0.25, level: 0.0 },
            Swap { above: 1, below: 2, swapped: 0.25, level: 0.25 },
        ]
    );
    assert_eq!(standings.beats(0, 1), Some(0.75));
    assert_eq!(standings.distribution(0), [(1.0, 0.75), (3.0, 0.25)]);
    // Shifts of the three units: 0 0 0, 0 1 1, 0 0 1, 2 1 1.
    assert!((standings.mean_shift() - 7.0 / 12.0).abs() < 1e-15, "{}", standings.mean_shift());
}

/// Ranks may be given as they are, and those of equals may be between two.
#[test]
fn ranks_that_a_framework_gave_are_taken_as_they_are() {
    let standings =
        Standings::of_ranks(&runs_of(&[&[1.5, 1.5, 3.0], &[1.0, 2.0, f64::NAN]]), &[1.0, 2.0, 3.0]).unwrap();
    assert_eq!(standings.ranks(1), [1.5, 2.0]);
    assert_eq!(standings.unit(0).map(|unit| (unit.median, unit.shift)), Some((1.25, Some(0.25))));
    assert_eq!(standings.swaps()[0], Swap { above: 0, below: 1, swapped: 0.0, level: 0.5 });
}

#[test]
fn a_median_between_two_ranks_is_their_mean() {
    let standings = Standings::of_scores(&runs_of(&[&[2.0, 1.0], &[1.0, 2.0]]), &[2.0, 1.0]).unwrap();
    assert_eq!(standings.unit(0).map(|unit| (unit.median, unit.low, unit.high)), Some((1.5, 1.0, 2.0)));
}

#[test]
fn nine_tenths_leave_out_what_is_rarer_than_a_twentieth_on_each_side() {
    // Of 40 variants, one ranks the first unit last and another second.
    let usual: &[f64] = &[9.0, 5.0, 4.0];
    let mut variants = vec![usual; 40];
    variants[7] = &[1.0, 5.0, 4.0];
    variants[8] = &[4.5, 5.0, 4.0];
    let standings = Standings::of_scores(&runs_of(&variants), usual).unwrap();
    assert_eq!(standings.unit(0).map(|unit| (unit.low, unit.high, unit.worst)), Some((1.0, 1.0, 3.0)));
    variants[9] = &[4.5, 5.0, 4.0];
    let standings = Standings::of_scores(&runs_of(&variants), usual).unwrap();
    assert_eq!(standings.unit(0).map(|unit| (unit.low, unit.high, unit.worst)), Some((1.0, 2.0, 3.0)));
}

#[test]
fn a_unit_left_out_of_some_runs_is_told_of_the_others_and_one_left_out_of_all_has_no_standing() {
    let none = f64::NAN;
    let variants: [&[f64]; 2] = [&[9.0, 8.0, none], &[none, 8.0, none]];
    let standings = Standings::of_scores(&runs_of(&variants), &[9.0, 8.0, none]).unwrap();
    assert_eq!(standings.unit(0).map(|unit| (unit.mean, unit.ranked)), Some((1.0, 0.5)));
    assert_eq!(standings.unit(1).map(|unit| (unit.mean, unit.ranked)), Some((1.5, 1.0)));
    assert_eq!(standings.unit(2), None);
    assert_eq!(standings.beats(0, 1), Some(1.0));
    assert_eq!(standings.beats(0, 2), None);
    assert_eq!(standings.swaps(), [Swap { above: 0, below: 1, swapped: 0.0, level: 0.0 }]);
}

/// Two units whose scores differ by normal noise: the worse one wins as often as the distribution says.
#[test]
fn drawn_runs_swap_two_units_as_often_as_their_noise_says() {
    let noise = Spread::Normal { mean: 0.0, deviation: 1.0 };
    let factors = Factors::of(vec![noise.clone(), noise]).unwrap();
    let study = Study::of(&factors, 2, |values, outcome| {
        outcome.copy_from_slice(&[0.5 + values[0], values[1]]);
    })
    .unwrap();
    let runs = study.runs(70_000, &How::alone(4)).unwrap();
    let standings = Standings::of_scores(&runs, &[0.5, 0.0]).unwrap();
    // The normal part beyond 0.5 / √2.
    let swapped = standings.swaps()[0].swapped;
    assert!((swapped - 0.361_836_8).abs() < 5e-4, "{swapped}");
}
