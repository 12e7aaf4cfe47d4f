//! The tables of a bundle: plain CSV, one heading row, empty cells for what has no number.
//!
//! Texts that a spreadsheet program would run are guarded, numbers are not: a bundle is opened by people who trust it.

use festoon_composite::{Outcome, Run, Shape, Stage};
use festoon_domain::programme::Spot;
use festoon_exchange::guarded;
use festoon_exchange::indexes::Standing;
use festoon_guide::evaluation::Evaluation;

use super::super::Posed;

fn table(headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(headings).expect("memory takes it");
    for row in rows {
        writer.write_record(&row).expect("every row has its cells");
    }
    writer.into_inner().expect("memory takes it")
}

fn text(words: &str) -> String {
    guarded(words).into_owned()
}

fn number(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

pub(super) fn measurements(posed: &Posed) -> Vec<u8> {
    let data = &posed.measured.data;
    let headings = [
        "unit",
        "year",
        "indicator",
        "value",
        "source",
        "date",
        "file",
        "sheet",
        "row",
        "column",
        "standing",
    ];
    let rows = posed.measured.measurements.iter().map(|one| {
        let (sheet, row, column) = match &one.citation.spot {
            Spot::Cell(sheet, row, column) => (sheet.to_string(), row.to_string(), column.to_string()),
            Spot::TableCell(table, row, column) => (table.to_string(), row.to_string(), column.to_string()),
            _ => Default::default(),
        };
        vec![
            text(&data.units()[one.unit].code),
            one.year.to_string(),
            text(&data.columns()[one.column]),
            number(one.value),
            text(&one.source),
            one.date.clone(),
            text(&one.citation.file),
            text(&sheet),
            row,
            column,
            match one.standing {
                Standing::Counts => "counts".into(),
                Standing::Revised => "revised".into(),
            },
        ]
    });
    table(&headings, rows)
}

pub(super) fn stage(run: &Run, stage: &Stage) -> Vec<u8> {
    let codes: Vec<String> = stage.indicators.iter().map(|one| text(&run.indicators[*one])).collect();
    let headings: Vec<&str> = ["unit", "year"].into_iter().chain(codes.iter().map(String::as_str)).collect();
    let rows = stage.cases.iter().enumerate().map(|(row, &case)| {
        let case = run.cases[case];
        let cells = (0..stage.indicators.len()).map(|column| number(stage.sheet.cell(row, column)));
        [text(&run.units[case.unit].code), case.year.to_string()].into_iter().chain(cells).collect()
    });
    table(&headings, rows)
}

pub(super) fn outliers(run: &Run) -> Vec<u8> {
    let headings = [
        "step",
        "indicator",
        "year",
        "skewness",
        "kurtosis",
        "winsorised",
        "winsorised_skewness",
        "winsorised_kurtosis",
        "transformed_skewness",
        "transformed_kurtosis",
        "outcome",
    ];
    let shape = |shape: Option<Shape>| {
        [number(shape.map(|shape| shape.skewness)), number(shape.map(|shape| shape.kurtosis))]
    };
    let rows = run.treated.iter().map(|one| {
        let [skewness, kurtosis] = shape(one.before);
        let head = [one.step.to_string(), text(&run.indicators[one.indicator])];
        let year = one.year.map(|year| year.to_string()).unwrap_or_default();
        let outcome = match one.outcome {
            Outcome::AsItWas => "as-it-was",
            Outcome::Winsorised => "winsorised",
            Outcome::Bent => "transformed",
            Outcome::StillFails => "still-fails",
            Outcome::NoShape => "no-shape",
        };
        let mut row: Vec<String> = head.into();
        row.extend([year, skewness, kurtosis, one.winsorised.to_string()]);
        row.extend(shape(one.after_winsorising));
        row.extend(shape(one.after_bending));
        row.push(outcome.into());
        row
    });
    table(&headings, rows)
}

fn case_cells(evaluation: &Evaluation, case: usize) -> [String; 2] {
    let case = evaluation.cases[case];
    [text(&evaluation.units[case.unit].code), case.year.to_string()]
}

pub(super) fn treated(evaluation: &Evaluation) -> Vec<u8> {
    let headings = ["step", "do", "unit", "year", "indicator", "from", "to", "why_zh", "why_en"];
    let rows = evaluation.treated.iter().map(|cell| {
        let [unit, year] = case_cells(evaluation, cell.case);
        let word = cell.step.checked_sub(1).map_or("", |step| evaluation.method[step].word);
        vec![
            cell.step.to_string(),
            word.into(),
            unit,
            year,
            text(&evaluation.indicators[cell.indicator].code),
            number(cell.from),
            number(cell.to),
            text(&cell.why.zh),
            text(&cell.why.en),
        ]
    });
    table(&headings, rows)
}

pub(super) fn missing(evaluation: &Evaluation) -> Vec<u8> {
    let headings = ["step", "unit", "year", "indicator", "index", "node", "why_zh", "why_en"];
    let rows = evaluation.gaps.iter().map(|gap| {
        let (case, indicator, node) = gap.at.parts();
        let [unit, year] = case.map(|case| case_cells(evaluation, case)).unwrap_or_default();
        let index = node.map(|(index, _)| text(&evaluation.indexes[index].code)).unwrap_or_default();
        let node =
            node.map(|(index, node)| text(&evaluation.indexes[index].nodes[node].code)).unwrap_or_default();
        let indicator = indicator.map(|one| text(&evaluation.indicators[one].code)).unwrap_or_default();
        vec![gap.step.to_string(), unit, year, indicator, index, node, text(&gap.why.zh), text(&gap.why.en)]
    });
    table(&headings, rows)
}

pub(super) fn scores(evaluation: &Evaluation) -> Vec<u8> {
    let headings = ["index", "node", "unit", "year", "score", "rank", "gives"];
    let rows = evaluation.indexes.iter().flat_map(|index| {
        index.nodes.iter().flat_map(move |node| {
            (0..evaluation.cases.len()).map(move |case| {
                let of = |values: &[Option<f64>]| number(values.get(case).copied().flatten());
                let [unit, year] = case_cells(evaluation, case);
                let (index, code) = (text(&index.code), text(&node.code));
                vec![index, code, unit, year, of(&node.scores), of(&node.ranks), of(&node.gives)]
            })
        })
    });
    table(&headings, rows)
}

pub(super) fn weights(evaluation: &Evaluation) -> Vec<u8> {
    let headings = ["index", "node", "under", "weight", "overall", "decides"];
    let rows = evaluation.indexes.iter().flat_map(|index| {
        index.nodes.iter().map(move |node| {
            let under = node.parent.map(|parent| text(&index.nodes[parent].code)).unwrap_or_default();
            let (weight, overall) = (node.weight.to_string(), node.overall.to_string());
            vec![text(&index.code), text(&node.code), under, weight, overall, number(node.decides)]
        })
    });
    table(&headings, rows)
}

pub(super) fn ranks(evaluation: &Evaluation) -> Vec<u8> {
    let headings =
        ["index", "unit", "year", "rank", "low", "high", "median", "mean", "best", "worst", "ranked", "runs"];
    let rows =
        evaluation.indexes.iter().filter_map(|index| Some((index, index.firmness.as_ref()?))).flat_map(
            |(index, firmness)| {
                firmness.standings.iter().map(move |one| {
                    let [unit, year] = case_cells(evaluation, one.case);
                    let numbers = [one.low, one.high, one.median, one.mean, one.best, one.worst, one.ranked]
                        .map(|one| one.to_string());
                    let mut row = vec![text(&index.code), unit, year, number(one.published)];
                    row.extend(numbers);
                    row.push(firmness.runs.to_string());
                    row
                })
            },
        );
    table(&headings, rows)
}

pub(super) fn swaps(evaluation: &Evaluation) -> Vec<u8> {
    let headings = ["index", "year", "above", "below", "swapped", "level"];
    let rows =
        evaluation.indexes.iter().filter_map(|index| Some((index, index.firmness.as_ref()?))).flat_map(
            |(index, firmness)| {
                firmness.swaps.iter().map(move |one| {
                    let [above, year] = case_cells(evaluation, one.above);
                    let [below, _] = case_cells(evaluation, one.below);
                    let (swapped, level) = (one.swapped.to_string(), one.level.to_string());
                    vec![text(&index.code), year, above, below, swapped, level]
                })
            },
        );
    table(&headings, rows)
}

pub(super) fn shares(evaluation: &Evaluation) -> Vec<u8> {
    let headings = [
        "index",
        "factor_zh",
        "factor_en",
        "first",
        "first_low",
        "first_high",
        "total",
        "total_low",
        "total_high",
    ];
    let rows =
        evaluation.indexes.iter().filter_map(|index| Some((index, index.firmness.as_ref()?))).flat_map(
            |(index, firmness)| {
                let shares = firmness.shares.iter().flatten();
                firmness.factors.iter().zip(shares).map(move |(factor, one)| {
                    let numbers = [
                        one.alone,
                        one.alone_between.0,
                        one.alone_between.1,
                        one.together,
                        one.together_between.0,
                        one.together_between.1,
                    ];
                    let mut row = vec![text(&index.code), text(&factor.zh), text(&factor.en)];
                    row.extend(numbers.map(|one| one.to_string()));
                    row
                })
            },
        );
    table(&headings, rows)
}
