//! Every stage of the published index, and the treatment of every column.

use festoon_composite::{Outcome, Step, run};

use super::published::{asem, assert_close, cells, ranks, records, scores, steps, table};

#[test]
fn every_stage_is_as_published() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let run = run(&framework, &data).unwrap();

    let published = ["raw", "denominated", "imputed", "screened", "treated", "normalised"];
    for (stage, name) in run.stages.iter().zip(published) {
        let file = table(&format!("asem/asem_stage_{name}.csv"), "uCode").unwrap();
        assert_close(&cells(&run, stage), &file, name);
    }
    let file = table("asem/asem_stage_aggregated.csv", "uCode").unwrap();
    assert_close(&scores(&run), &file, "aggregated");
    let ranked = table("asem/asem_results_ranks.csv", "uCode").unwrap();
    let mut found = ranks(&run);
    found.retain(|place, _| ranked.contains_key(place));
    assert_eq!(found, ranked);
}

#[test]
fn the_best_and_the_last_are_those_in_the_news() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let run = run(&framework, &data).unwrap();
    let root = run.indexes[0].root();
    let of = |place: f64| {
        let case = root.ranks.iter().position(|rank| *rank == Some(place)).unwrap();
        (run.units[run.cases[case].unit].code.as_str(), format!("{:.2}", root.scores[case].unwrap()))
    };
    let best: Vec<_> = (1..=6).map(|place| of(f64::from(place))).collect();
    let published = [
        ("CHE", "68.38"),
        ("NLD", "64.82"),
        ("DNK", "64.80"),
        ("NOR", "64.47"),
        ("BEL", "63.54"),
        ("SWE", "63.00"),
    ];
    assert_eq!(best, published.map(|(code, score)| (code, score.to_owned())));
    assert_eq!([49.0, 50.0, 51.0].map(|place| of(place).0), ["CHN", "PAK", "RUS"]);
}

#[test]
fn every_column_is_treated_as_published() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let run = run(&framework, &data).unwrap();
    let details = records("asem/asem_treat_details.csv").unwrap();
    assert_eq!(run.treated.len(), details.len());
    for (treated, detail) in run.treated.iter().zip(&details) {
        let code = &run.indicators[treated.indicator];
        assert_eq!(*code, detail["iCode"]);
        let before = treated.before.unwrap();
        let found = [
            Some(before.skewness),
            Some(before.kurtosis),
            treated.after_winsorising.map(|shape| shape.skewness),
            treated.after_winsorising.map(|shape| shape.kurtosis),
        ];
        let columns =
            ["check_SkewKurt0.Skew", "check_SkewKurt0.Kurt", "check_SkewKurt1.Skew", "check_SkewKurt1.Kurt"];
        for (found, column) in found.iter().zip(columns) {
            let published: Option<f64> = detail[column].parse().ok();
            let close = match (found, published) {
                (None, None) => true,
                (Some(found), Some(published)) => {
                    (found - published).abs() <= 1e-9 * published.abs().max(1e-3)
                }
                _ => false,
            };
            assert!(close, "{code}, {column}: {found:?} for {published:?}");
        }
        assert_eq!(treated.winsorised, detail["winsorise.nwin"].parse().unwrap_or(0), "{code}");
        let should = match detail["check_SkewKurt0.Pass"].as_str() {
            "TRUE" => Outcome::AsItWas,
            _ => Outcome::Winsorised,
        };
        assert_eq!(treated.outcome, should, "{code}");
    }
}

#[test]
fn the_log_names_every_cell_that_differs_between_two_stages() {
    let Some((mut framework, data)) = asem() else { return };
    framework.steps = steps();
    let run = run(&framework, &data).unwrap();
    let cells_of = |step: usize| {
        let mut sheet = run.stages[step - 1].sheet.clone();
        for change in run.changes.iter().filter(|change| change.step == step) {
            let place = (change.case, change.indicator);
            assert_eq!(run.stages[step - 1].sheet.cell(place.0, place.1), change.from);
            sheet.column_mut(place.1)[place.0] = change.to.unwrap_or(f64::NAN);
        }
        sheet
    };
    for step in 2..=4 {
        assert!(!matches!(run.stages[step].step, Some(Step::Normalise(_))));
        assert_eq!(format!("{:?}", cells_of(step)), format!("{:?}", run.stages[step].sheet), "step {step}");
    }
}
