//! The index that COINr publishes with its data, ASEM: how long its sensitivity takes, and whether time grows with the runs alone.
//!
//! The files lie under `FESTOON_REAL_DATA`, in `index/asem`; where they are not, nothing is measured. What is varied is what COINr varies (how many
//! points are winsorised, the scale, the mean) for its analysis of 250 runs, and weights, noise and removals besides for the many runs.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, anyhow};
use festoon_composite::framework::{
    Aggregate, Curve, Denominator, Direction, Divisor, Fallback, Filling, Impute, Method, Normalise, Pass,
    Rank, Scale, Screen, Span, Treat, Turn, Which, Winsorise,
};
use festoon_composite::uncertainty::{BasePoints, Factors, How, Standings, Study};
use festoon_composite::{
    Data, Factor, Framework, Index, Indicator, Model, Node, Output, Step, Unit, Variation,
};

use crate::results::Results;

type Record = BTreeMap<String, String>;

pub(super) fn run(results: &mut Results) -> anyhow::Result<()> {
    let folder = std::env::var_os("FESTOON_REAL_DATA")
        .map_or_else(|| crate::root().join("../shared/data"), PathBuf::from)
        .join("index/asem");
    if !folder.join("asem_imeta.csv").is_file() {
        println!("ASEM skipped: its files are not under FESTOON_REAL_DATA");
        return Ok(());
    }
    let model = model(&folder)?;
    let two = How::alone(1).on(NonZeroUsize::new(2).context("two are not none")?);

    let shift = Variation::of(&model, "Index", choices(), Output::RankShift)?;
    let factors = Factors::of_variation(&shift)?;
    let study = Study::of(&factors, shift.outputs(), |inputs, outputs| shift.evaluate_at(inputs, outputs))?;
    let began = Instant::now();
    let drawn = study.effects(BasePoints::of(64)?, &two)?.runs;
    let seconds = began.elapsed().as_secs_f64();
    let began = Instant::now();
    let exact = study.exact_effects(&two)?.runs;
    results.add(
        &format!("sensitivity of ASEM: {drawn} runs, shares with intervals, two threads"),
        &format!("{:.1} ms", seconds * 1e3),
        &format!(
            "COINr: 40.6 s for 250 runs, {:.0} × ours a run; all {exact} models, exactly: {:.1} ms",
            40.6 / 250.0 / (seconds / f64::from(u32::try_from(drawn)?)),
            began.elapsed().as_secs_f64() * 1e3
        ),
        "100 ms",
    );

    let ranks = Variation::of(&model, "Index", everything(), Output::Ranks)?;
    let factors = Factors::of_variation(&ranks)?;
    let study = Study::of(&factors, ranks.outputs(), |inputs, outputs| ranks.evaluate_at(inputs, outputs))?;
    let mut took = Vec::new();
    for power in [14, 15, 16] {
        let began = Instant::now();
        let standings = Standings::of_ranks(&study.runs(1 << power, &two)?, ranks.nominal_ranks())?;
        let intervals = (0..standings.units()).filter_map(|unit| standings.unit(unit)).count();
        anyhow::ensure!(intervals == standings.units(), "every country has an interval");
        took.push(began.elapsed().as_secs_f64());
    }
    results.add(
        &format!(
            "2^16 runs of ASEM with {} factors varied, intervals of ranks, two threads",
            factors.values()
        ),
        &format!("{:.2} s", took[2]),
        &format!(
            "twice the runs take {:.2} and {:.2} × the time (2^14, 2^15, 2^16)",
            took[1] / took[0],
            took[2] / took[1]
        ),
        "20 s, growth linear",
    );
    Ok(())
}

/// The choices of the published factorial.
fn choices() -> Vec<Factor> {
    let mean = |by| vec![Step::Aggregate(Aggregate::by(by))];
    let z_score = Scale::ZScore { mean: 10.0, sd: 2.0, divisor: Divisor::Sample };
    let scales = [Scale::MinMax { low: 1.0, high: 100.0 }, z_score];
    vec![
        Factor::Steps { range: 3..4, choices: (1..=5).map(|most| vec![treat(most)]).collect() },
        Factor::Steps { range: 4..5, choices: scales.map(|scale| vec![normalise(scale)]).to_vec() },
        Factor::Steps { range: 5..6, choices: vec![mean(Method::Arithmetic), mean(Method::Geometric)] },
    ]
}

fn everything() -> Vec<Factor> {
    let mut all = choices();
    all.push(Factor::Weights { index: "Index".into(), spread: 0.25 });
    all.push(Factor::Noise { which: Which::All, share: 0.05 });
    let left_out = [None, Some("Physical"), Some("Political"), Some("Social")];
    all.push(Factor::Removal { choices: left_out.map(|code| code.map(str::to_owned)).to_vec() });
    all
}

fn treat(most: u32) -> Step {
    Step::Treat(Treat {
        pass: Pass::default(),
        winsorise: Some(Winsorise { most, ..Winsorise::default() }),
        otherwise: Some(Curve::ShiftedLogarithm { share: 0.01 }),
        over: Span::AllYears,
        which: Which::All,
    })
}

fn normalise(scale: Scale) -> Step {
    Step::Normalise(Normalise { scale, turn: Turn::Before, over: Span::AllYears, which: Which::All })
}

fn steps() -> Vec<Step> {
    let impute = Impute {
        by: Filling::Mean,
        group: Some("EurAsia_group".into()),
        fallback: Fallback::LeaveMissing,
        over: Span::AllYears,
        which: Which::All,
    };
    vec![
        Step::Denominate,
        Step::Impute(impute),
        Step::Screen(Screen { cases: Some(0.9), ..Screen::default() }),
        treat(5),
        normalise(Scale::MinMax { low: 0.0, high: 100.0 }),
        Step::Aggregate(Aggregate::by(Method::Arithmetic)),
        Step::Rank(Rank::default()),
    ]
}

fn records(file: &Path) -> anyhow::Result<Vec<Record>> {
    let mut reader = csv::Reader::from_path(file)?;
    reader.deserialize().map(|record| Ok(record?)).collect()
}

fn model(folder: &Path) -> anyhow::Result<Model> {
    let meta = records(&folder.join("asem_imeta.csv"))?;
    let rows = records(&folder.join("asem_idata.csv"))?;
    let filled = |row: &Record, column: &str| {
        Some(row[column].clone()).filter(|cell| !cell.is_empty() && cell != "NA")
    };
    let units =
        rows.iter().map(|row| Unit::of(&row["uCode"]).in_group("EurAsia_group", &row["EurAsia_group"]));
    let mut data = Data::of_year(units.collect(), 2018)?;
    let mut framework = Framework { steps: steps(), ..Framework::default() };
    let mut nodes = Vec::new();
    for row in &meta {
        let (code, kind) = (row["iCode"].clone(), row["Type"].as_str());
        if matches!(kind, "Indicator" | "Denominator") {
            data.column(&code, rows.iter().map(|row| row[&code].parse().ok()))?;
        }
        if matches!(kind, "Indicator" | "Aggregate") {
            nodes.push(Node {
                code: code.clone(),
                parent: filled(row, "Parent"),
                weight: row["Weight"].parse()?,
            });
        }
        if kind == "Indicator" {
            let direction =
                if row["Direction"] == "-1" { Direction::LessIsBetter } else { Direction::MoreIsBetter };
            let denominator = filled(row, "Denominator").map(|column| Denominator { column, factor: 1.0 });
            framework.indicators.push(Indicator { direction, denominator, ..Indicator::of(code) });
        }
    }
    framework.indexes.push(Index { code: "Index".into(), nodes });
    Model::of(&framework, &data).map_err(|faults| anyhow!("{faults}"))
}
