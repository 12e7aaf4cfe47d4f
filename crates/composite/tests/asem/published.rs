//! The published files as a framework and its data, and their tables as numbers by country and column.

use std::collections::BTreeMap;
use std::path::PathBuf;

use festoon_composite::framework::{
    Aggregate, Curve, Denominator, Direction, Divisor, Fallback, Filling, Impute, Method, Normalise, Pass,
    Rank, Scale, Screen, Span, Treat, Turn, Which, Winsorise,
};

use festoon_composite::{Data, Framework, Index, Indicator, Node, Run, Stage, Step, Unit};

/// Numbers by row and column.
pub(crate) type Table = BTreeMap<(String, String), Option<f64>>;

/// The records of a file by their headings, where it is.
pub(crate) fn records(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let root = std::env::var_os("FESTOON_REAL_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let Ok(mut file) = csv::Reader::from_path(root.join("index").join(name)) else {
        println!("skipped: index/{name} is not under FESTOON_REAL_DATA");
        return None;
    };
    let records = file.deserialize().map(|record| record.expect("it is sound here")).collect();
    Some(records)
}

/// A file whose first column names the rows.
pub(crate) fn table(name: &str, rows: &str) -> Option<Table> {
    let mut table = Table::new();
    for record in records(name)? {
        for (column, cell) in record.iter().filter(|(column, _)| *column != rows) {
            table.insert((record[rows].clone(), column.clone()), number(cell));
        }
    }
    Some(table)
}

fn number(cell: &str) -> Option<f64> {
    cell.parse().ok()
}

/// The pool and the tree without steps, and what was measured.
pub(crate) fn asem() -> Option<(Framework, Data)> {
    let meta = records("asem/asem_imeta.csv")?;
    let rows = records("asem/asem_idata.csv")?;
    let mut framework = Framework::default();
    let mut tree = Index { code: "Index".into(), nodes: Vec::new() };
    let units =
        rows.iter().map(|row| Unit::of(&row["uCode"]).in_group("EurAsia_group", &row["EurAsia_group"]));
    let mut data = Data::of_year(units.collect(), 2018).expect("every country is there once");
    let filled = |row: &BTreeMap<String, String>, column: &str| {
        Some(row[column].clone()).filter(|cell| !cell.is_empty() && cell != "NA")
    };
    for row in &meta {
        let code = row["iCode"].clone();
        if matches!(row["Type"].as_str(), "Indicator" | "Denominator") {
            let cells = rows.iter().map(|row| number(&row[&code]));
            data.column(&code, cells).expect("every column is there once");
        }
        if row["Type"] == "Indicator" {
            let direction =
                if row["Direction"] == "-1" { Direction::LessIsBetter } else { Direction::MoreIsBetter };
            let denominator = filled(row, "Denominator").map(|column| Denominator { column, factor: 1.0 });
            let target = number(&row["Target"]);
            framework.indicators.push(Indicator { direction, denominator, target, ..Indicator::of(&code) });
        }
        if matches!(row["Type"].as_str(), "Indicator" | "Aggregate") {
            let weight = number(&row["Weight"]).expect("every node has a weight");
            tree.nodes.push(Node { code, parent: filled(row, "Parent"), weight });
        }
    }
    framework.indexes.push(tree);
    Some((framework, data))
}

/// The steps of the published index.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        Step::Denominate,
        Step::Impute(Impute {
            by: Filling::Mean,
            group: Some("EurAsia_group".into()),
            fallback: Fallback::LeaveMissing,
            over: Span::AllYears,
            which: Which::All,
        }),
        screen(),
        treat(5),
        min_max(0.0, 100.0),
        Step::Aggregate(Aggregate::by(Method::Arithmetic)),
        Step::Rank(Rank::default()),
    ]
}

/// Whoever has less than 90 % of the indicators is left out.
pub(crate) fn screen() -> Step {
    Step::Screen(Screen { cases: Some(0.9), ..Screen::default() })
}

/// Winsorising so many points at most, then the logarithm.
pub(crate) fn treat(most: u32) -> Step {
    Step::Treat(Treat {
        pass: Pass::default(),
        winsorise: Some(Winsorise { most, ..Winsorise::default() }),
        otherwise: Some(Curve::ShiftedLogarithm { share: 0.01 }),
        over: Span::AllYears,
        which: Which::All,
    })
}

pub(crate) fn min_max(low: f64, high: f64) -> Step {
    scaled(Scale::MinMax { low, high })
}

pub(crate) fn z_score(mean: f64, sd: f64) -> Step {
    scaled(Scale::ZScore { mean, sd, divisor: Divisor::Sample })
}

pub(crate) fn scaled(scale: Scale) -> Step {
    Step::Normalise(Normalise { scale, turn: Turn::Before, over: Span::AllYears, which: Which::All })
}

/// The cells of a stage.
pub(crate) fn cells(run: &Run, stage: &Stage) -> Table {
    let mut table = Table::new();
    for (row, &case) in stage.cases.iter().enumerate() {
        for (column, &indicator) in stage.indicators.iter().enumerate() {
            let unit = run.units[run.cases[case].unit].code.clone();
            table.insert((unit, run.indicators[indicator].clone()), stage.sheet.cell(row, column));
        }
    }
    table
}

/// The scores of every node of the first index.
pub(crate) fn scores(run: &Run) -> Table {
    of_nodes(run, |node| &node.scores)
}

/// The ranks of every node of the first index.
pub(crate) fn ranks(run: &Run) -> Table {
    of_nodes(run, |node| &node.ranks)
}

fn of_nodes(run: &Run, what: impl Fn(&festoon_composite::ScoredNode) -> &Vec<Option<f64>>) -> Table {
    let mut table = Table::new();
    for node in &run.indexes[0].nodes {
        for (case, &value) in what(node).iter().enumerate() {
            let unit = run.units[run.cases[case].unit].code.clone();
            table.insert((unit, node.code.clone()), value);
        }
    }
    table
}

/// Asserts that every published number is found, to 1e-9 of itself.
pub(crate) fn assert_close(found: &Table, published: &Table, what: &str) {
    let mut wrong = Vec::new();
    for (place, &should) in published {
        let is = found.get(place).copied().flatten();
        let close = match (is, should) {
            (None, None) => true,
            (Some(is), Some(should)) => (is - should).abs() <= 1e-9 * should.abs().max(1e-3),
            _ => false,
        };
        if !close {
            wrong.push((place.clone(), is, should));
        }
    }
    assert!(!published.is_empty(), "{what}: something is published");
    assert!(
        wrong.is_empty(),
        "{what}: {} of {} differ: {:?}",
        wrong.len(),
        published.len(),
        &wrong[..wrong.len().min(5)]
    );
}
