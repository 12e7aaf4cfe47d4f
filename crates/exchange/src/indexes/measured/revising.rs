//! Which number counts where several stand for one thing, and the whole put in its order.

use std::collections::{BTreeMap, BTreeSet};

use festoon_composite::{Case, Data};
use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;

use super::rows::{Found, NumberFound};
use super::{Measured, Measurement, Note, Standing, malformed, unit_of};
use crate::{Refusal, Right};

/// Puts what was found in order; an empty list of refusals when nothing was measured at all.
pub(super) fn settled(found: Found<'_>) -> Result<Measured, Vec<Refusal>> {
    let Found { framework, units, mut numbers, mut notes, .. } = found;
    numbers.sort_by(|one, other| {
        let key = |number: &NumberFound| (number.unit, number.year, number.column);
        key(one).cmp(&key(other)).then_with(|| one.date.cmp(&other.date))
    });
    let refusals = doubled(&numbers, &units.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>());
    if !refusals.is_empty() {
        return Err(refusals);
    }
    for unit in units.iter().filter(|unit| !unit.is_measured) {
        let words = Right::new(
            format!("数据中没有 {}，结果中也就没有。", unit.code),
            format!("nothing was measured of {}, so it is not in the results.", unit.code),
        );
        notes.push(Note { citation: Citation { file: framework.file.clone(), spot: Spot::Whole }, words });
    }
    // Places of units that were measured, and of columns that stand in the data.
    let kept: Vec<usize> = (0..units.len()).filter(|at| units[*at].is_measured).collect();
    let unit_place: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(to, from)| (*from, to)).collect();
    let cases: BTreeSet<(i32, usize)> =
        numbers.iter().map(|number| (number.year, unit_place[&number.unit])).collect();
    let there: BTreeSet<usize> = numbers.iter().map(|number| number.column).collect();
    let case_place: BTreeMap<(i32, usize), usize> =
        cases.iter().enumerate().map(|(place, case)| (*case, place)).collect();

    let all = kept.iter().map(|at| unit_of(&units[*at])).collect();
    let rows = cases.iter().map(|&(year, unit)| Case { unit, year }).collect();
    let Ok(mut data) = Data::of(all, rows) else { return Err(Vec::new()) };
    let mut columns: BTreeMap<usize, Vec<Option<f64>>> =
        there.iter().map(|column| (*column, vec![None; cases.len()])).collect();
    let column_place: BTreeMap<usize, usize> =
        there.iter().enumerate().map(|(to, from)| (*from, to)).collect();

    let mut measurements = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let revised = numbers.get(at + 1).is_some_and(|next| same(number, next));
        let unit = unit_place[&number.unit];
        if !revised && let Some(cells) = columns.get_mut(&number.column) {
            cells[case_place[&(number.year, unit)]] = number.value;
        }
        if number.value.is_none() && number.source.is_empty() && number.date.is_empty() {
            continue;
        }
        measurements.push(Measurement {
            unit,
            year: number.year,
            column: column_place[&number.column],
            value: number.value,
            source: number.source.clone(),
            date: number.date.clone(),
            citation: number.citation.clone(),
            standing: if revised { Standing::Revised } else { Standing::Counts },
        });
    }
    for (column, cells) in columns {
        let code = framework.columns[column].code.clone();
        data.column(code, cells).expect("codes are told apart, and there is a cell a case");
    }
    Ok(Measured { data, measurements, notes })
}

fn same(one: &NumberFound, other: &NumberFound) -> bool {
    (one.unit, one.year, one.column) == (other.unit, other.year, other.column)
}

/// Two numbers for one thing of which no date says which is later; once for two rows.
fn doubled(numbers: &[NumberFound], units: &[&str]) -> Vec<Refusal> {
    let mut told: BTreeSet<(Citation, Citation)> = BTreeSet::new();
    let mut refusals = Vec::new();
    for pair in numbers.windows(2) {
        let [one, other] = pair else { continue };
        let decided = !one.date.is_empty() && !other.date.is_empty() && one.date != other.date;
        if !same(one, other) || decided || !told.insert((one.row.clone(), other.row.clone())) {
            continue;
        }
        let (unit, year) = (units[one.unit], other.year);
        let first = |lang: Lang| shown(&one.row, &other.row, lang);
        let right = Right::new(
            format!(
                "{unit} {year} 年的数据出现了两次，另一处在{}。请删去一处；若是修订，两处都要写明不同的发布日期。",
                first(Lang::Zh)
            ),
            format!(
                "{unit} is there twice for {year}, first in {}. Keep one of them; if it is a revision, give both a date of their own.",
                first(Lang::En)
            ),
        );
        refusals.push(malformed(&other.citation.file, other.citation.spot.clone(), right));
    }
    refusals
}

/// A row as it is said: with its file only where that is another one.
fn shown(row: &Citation, beside: &Citation, lang: Lang) -> String {
    let number = match &row.spot {
        Spot::Row(_, row) | Spot::TableRow(_, row) => *row,
        _ => 0,
    };
    let sheet = match &row.spot {
        Spot::Row(sheet, _) if !sheet.is_empty() => format!("{sheet} › "),
        _ => String::new(),
    };
    let file = if row.file == beside.file { String::new() } else { format!("{} › ", row.file) };
    match lang {
        Lang::Zh => format!("{file}{sheet}第 {number} 行"),
        Lang::En => format!("{file}{sheet}row {number}"),
    }
}
