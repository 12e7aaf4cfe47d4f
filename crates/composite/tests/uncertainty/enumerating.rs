//! Exact shares: by hand where that can be done, and of the published twenty models of one index.

use std::collections::BTreeMap;
use std::path::PathBuf;

use festoon_composite::uncertainty::{BasePoints, Effect, Factors, How, Spread, Standings, Study, as_ranks};
use proptest::prelude::*;

fn shares(effects: &[Effect]) -> Vec<[f64; 2]> {
    effects.iter().map(|effect| [effect.first.value, effect.total.value]).collect()
}

/// x + xy, with x 0 or 1, and y 0 three times of four and 4 once.
#[test]
fn shares_of_two_levels_are_those_worked_out_by_hand() {
    let factors = Factors::of(vec![
        Spread::Choice { ways: 2 },
        Spread::Discrete { values: vec![0.0, 9.0, 4.0], probabilities: vec![0.75, 0.0, 0.25] },
    ])
    .unwrap();
    let study =
        Study::of(&factors, 1, |values, outcome| outcome[0] = values[0] + values[0] * values[1]).unwrap();

    let effects = study.exact_effects(&How::alone(1)).unwrap();

    // Values 0, 0, 1, 5 with 3/8, 1/8, 3/8, 1/8: mean 1, variance 3/8 + 25/8 − 1 = 5/2. Means by x: 0, 2, so V1 = 1. By y: 1/2, 5/2, so V2 =
    // 3/4 · 1/4 + 1/4 · 9/4 = 3/4. Totals: 5/2 − 3/4 and 5/2 − 1.
    assert_eq!(effects.runs, 4);
    assert_eq!((effects.outputs[0].mean, effects.outputs[0].variance), (1.0, 2.5));
    assert_eq!(shares(effects.outputs[0].shares.as_ref().unwrap()), [[0.4, 0.7], [0.3, 0.6]]);
}

#[test]
fn shares_are_exact_where_that_takes_no_more_runs_than_an_estimate() {
    let few = Factors::of(vec![Spread::Choice { ways: 16 }; 2]).unwrap();
    let many = Factors::of(vec![Spread::Choice { ways: 17 }; 2]).unwrap();
    let runs = [few, many].map(|factors| {
        let study = Study::of(&factors, 1, |values, outcome| outcome[0] = values[0] * values[1]).unwrap();
        study.shares(BasePoints::of(64).unwrap(), &How::alone(1)).unwrap().runs
    });
    assert_eq!(runs, [256, 64 * 4 + 1]);
}

proptest! {
    /// By their definitions, over any table of outcomes of two, three and two levels with any probabilities: what a factor explains alone is no
    /// more than what it has a part in, and all alone explain no more than everything.
    #[test]
    fn shares_of_any_table_are_in_order(
        table in prop::collection::vec(-10_i8..10, 12),
        odds in prop::collection::vec(1_u8..10, 3),
    ) {
        let sum = odds.iter().copied().map(f64::from).sum::<f64>();
        let probabilities = odds.iter().map(|odd| f64::from(*odd) / sum).collect();
        let three = Spread::Discrete { values: vec![0.0, 1.0, 2.0], probabilities };
        let two = Spread::Choice { ways: 2 };
        let factors = Factors::of(vec![two.clone(), three, two]).unwrap();
        let study = Study::of(&factors, 1, |values, outcome| {
            let place = (0..12).find(|place| f64::from(*place) >= 6.0 * values[0] + 2.0 * values[1] + values[2]);
            outcome[0] = f64::from(table[usize::try_from(place.unwrap()).unwrap()]);
        })
        .unwrap();
        let effects = study.exact_effects(&How::alone(1)).unwrap();
        let Ok(shares) = &effects.outputs[0].shares else { return Ok(()) };
        for effect in shares {
            prop_assert!(effect.first.value >= -1e-12 && effect.first.value <= effect.total.value + 1e-12);
        }
        prop_assert!(shares.iter().map(|effect| effect.first.value).sum::<f64>() <= 1.0 + 1e-12);
        prop_assert!(shares.iter().map(|effect| effect.total.value).sum::<f64>() >= 1.0 - 1e-12);
    }
}

#[test]
fn combinations_are_numbered_with_the_last_factor_changing_fastest() {
    let factors = Factors::of(vec![Spread::Choice { ways: 2 }, Spread::parts(2)]).unwrap();
    let study = Study::of(&factors, 2, |values, outcome| outcome.copy_from_slice(values)).unwrap();
    let runs = study.all_runs(&How::alone(1)).unwrap();
    let found: Vec<&[f64]> = (0..runs.count()).map(|run| runs.outcome(run)).collect();
    assert_eq!(found, [[0.0, 0.25], [0.0, 0.75], [1.0, 0.25], [1.0, 0.75]]);
    assert_eq!(study.combination(2).unwrap(), [1.0, 0.25]);
}

/// Five numbers of winsorised points, two normalisations and two means, over 51 units; nominal is the published order.
#[test]
fn the_twenty_models_have_the_shares_that_were_published_exactly() {
    let Some(models) = records("asem/asem_full_factorial.csv") else { return };
    let exact = records("asem_full_factorial_exact_sobol.csv").unwrap();
    let nominal = records("asem/asem_results_ranks.csv").unwrap();
    let units: Vec<&String> = nominal.iter().map(|record| &record["uCode"]).collect();
    let nominal: Vec<f64> = nominal.iter().map(|record| record["Index"].parse().unwrap()).collect();
    let scores: BTreeMap<String, f64> = models
        .iter()
        .map(|model| {
            let key = ["winmax", "norm", "agg", "uCode"].map(|column| model[column].as_str()).join(" ");
            (key, model["Index"].parse().unwrap())
        })
        .collect();
    let factors = Factors::of([5, 2, 2].map(|ways| Spread::Choice { ways }).to_vec()).unwrap();
    let model = |values: &[f64], outcome: &mut [f64]| {
        let [points, norm, mean] = [0, 1, 2].map(|place| format!("{}", values[place]).parse().unwrap_or(9));
        let variant =
            format!("{} {} {}", points + 1, ["minmax", "zscore"][norm], ["a_amean", "a_gmean"][mean]);
        for (score, unit) in outcome.iter_mut().zip(&units) {
            *score = scores[&format!("{variant} {unit}")];
        }
    };

    let study = Study::of(&factors, units.len() + 1, as_ranks(&nominal, model)).unwrap();
    let effects = study.exact_effects(&How::alone(1)).unwrap();

    let mut furthest = 0.0_f64;
    for record in &exact {
        let output = match record["target"].strip_prefix("rank_") {
            None => 0,
            Some(code) => 1 + units.iter().position(|unit| *unit == code).unwrap(),
        };
        let factor = ["winmax", "norm", "agg"].iter().position(|name| record["factor"] == **name).unwrap();
        let effect = effects.outputs[output].shares.as_ref().unwrap()[factor];
        for (found, column) in [(effect.first.value, "S1_exact"), (effect.total.value, "ST_exact")] {
            furthest = furthest.max((found - record[column].parse::<f64>().unwrap()).abs());
        }
    }
    println!("furthest from the {} published shares: {furthest:.1e}", 2 * exact.len());
    assert!(furthest < 1e-9, "{furthest}");

    // The same models tell how firm each rank is.
    let study = Study::of(&factors, units.len(), model).unwrap();
    let runs = study.all_runs(&How::alone(1)).unwrap();
    let by_score: Vec<f64> = nominal.iter().map(|rank| -rank).collect();
    let standings = Standings::of_scores(&runs, &by_score).unwrap();
    println!("{} {:?}", units[0], standings.unit(0));
    println!("{:?}", standings.swaps().first());
    assert!((standings.mean_shift() - effects.outputs[0].mean).abs() < 1e-12);
}

/// The records of a published file by their headings, where it is.
fn records(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let root = std::env::var_os("FESTOON_REAL_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let Ok(mut file) = csv::Reader::from_path(root.join("index").join(name)) else {
        println!("skipped: index/{name} is not under FESTOON_REAL_DATA");
        return None;
    };
    Some(file.deserialize().map(|record| record.expect("it is sound here")).collect())
}
