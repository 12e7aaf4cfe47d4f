//! Small frameworks and data in a few words.

use festoon_composite::framework::{
    Aggregate, Direction, Goalposts, Method, Normalise, Rank, Scale, Span, Turn, Which,
};
use festoon_composite::{Case, Data, Framework, Index, Indicator, Node, Run, Step, Unit};

/// Units called u0, u1 … in one year, and columns with gaps.
pub(crate) fn data(columns: &[(&str, &[Option<f64>])]) -> Data {
    let units = (0..columns[0].1.len()).map(|at| Unit::of(format!("u{at}"))).collect();
    let mut data = Data::of_year(units, 2020).expect("it is sound here");
    for (code, cells) in columns {
        data.column(*code, cells.iter().copied()).expect("it is sound here");
    }
    data
}

/// One unit over years 2018, 2019 …, a column of cells each.
pub(crate) fn panel(units: usize, columns: &[(&str, &[Option<f64>])]) -> Data {
    let years = columns[0].1.len() / units;
    let names = (0..units).map(|at| Unit::of(format!("u{at}"))).collect();
    let cases =
        (0..units).flat_map(|unit| (2018..).take(years).map(move |year| Case { unit, year })).collect();
    let mut data = Data::of(names, cases).expect("it is sound here");
    for (code, cells) in columns {
        data.column(*code, cells.iter().copied()).expect("it is sound here");
    }
    data
}

/// A flat index over indicators with equal weights.
pub(crate) fn flat(codes: &[&str], steps: Vec<Step>) -> Framework {
    let mut nodes = vec![Node::root("all")];
    nodes.extend(codes.iter().map(|code| Node::below("all", *code, 1.0)));
    Framework {
        indicators: codes.iter().map(|code| Indicator::of(*code)).collect(),
        indexes: vec![Index { code: "all".into(), nodes }],
        steps,
    }
}

pub(crate) fn less(mut framework: Framework, code: &str) -> Framework {
    for one in framework.indicators.iter_mut().filter(|one| one.code == code) {
        one.direction = Direction::LessIsBetter;
    }
    framework
}

pub(crate) fn posts(mut framework: Framework, code: &str, worst: f64, best: f64) -> Framework {
    for one in framework.indicators.iter_mut().filter(|one| one.code == code) {
        one.goalposts = Some(Goalposts { worst, best });
    }
    framework
}

pub(crate) fn scale(scale: Scale) -> Step {
    Step::Normalise(Normalise { scale, turn: Turn::Before, over: Span::AllYears, which: Which::All })
}

pub(crate) fn min_max() -> Step {
    scale(Scale::MinMax { low: 0.0, high: 100.0 })
}

pub(crate) fn mean(by: Method) -> Step {
    Step::Aggregate(Aggregate::by(by))
}

pub(crate) fn ranks() -> Step {
    Step::Rank(Rank::default())
}

/// The cells of an indicator after the last step.
pub(crate) fn column(run: &Run, indicator: usize) -> Vec<Option<f64>> {
    let last = run.last();
    let place = last.indicators.iter().position(|one| *one == indicator).expect("it is sound here");
    (0..last.cases.len()).map(|row| last.sheet.cell(row, place)).collect()
}

/// Numbers that are there.
pub(crate) fn there(cells: &[f64]) -> Vec<Option<f64>> {
    cells.iter().copied().map(Some).collect()
}
