//! From the rows of a table to single numbers, each with where it stands.

use std::collections::{BTreeMap, HashMap};

use festoon_domain::programme::Citation;
use festoon_domain::text::Lang;

use super::super::{FrameworkFile, Role, malformed};
use super::number::{number, published, year};
use super::table::{Table, column_named};
use super::{Note, folded};
use crate::sheet::cells::{Cells, as_text, is_blank};
use crate::{Refusal, Right};

/// What was found so far, in all files.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) framework: &'a FrameworkFile,
    pub(super) units: Vec<UnitFound>,
    by_name: HashMap<String, usize>,
    pub(super) numbers: Vec<NumberFound>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) notes: Vec<Note>,
}

/// A unit, and the groups that the data says it is in.
#[derive(Debug)]
pub(super) struct UnitFound {
    pub(super) code: String,
    pub(super) groups: BTreeMap<String, (String, Option<Citation>)>,
    /// A row speaks of it.
    pub(super) is_measured: bool,
}

/// A number as it stands.
#[derive(Debug)]
pub(super) struct NumberFound {
    pub(super) unit: usize,
    pub(super) year: i32,
    /// The place among the framework's columns.
    pub(super) column: usize,
    pub(super) value: Option<f64>,
    pub(super) source: String,
    pub(super) date: String,
    pub(super) citation: Citation,
    /// The place of its row among all rows: numbers of one row are told of at once.
    pub(super) row: Citation,
}

impl<'a> Found<'a> {
    pub(super) fn of(framework: &'a FrameworkFile) -> Self {
        let mut by_name = HashMap::new();
        let mut units = Vec::new();
        for (place, unit) in framework.units.iter().enumerate() {
            let names = Lang::BOTH.map(|lang| unit.name.wording(lang));
            let names = names.into_iter().chain([unit.code.as_str()]).filter(|name| !name.is_empty());
            by_name.extend(names.map(|name| (folded(name), place)));
            let groups = unit.groups.iter().cloned().map(|(key, group)| (key, (group, None))).collect();
            units.push(UnitFound { code: unit.code.clone(), groups, is_measured: false });
        }
        Self { framework, units, by_name, numbers: Vec::new(), refusals: Vec::new(), notes: Vec::new() }
    }

    fn refuse(&mut self, citation: Citation, right: Right) {
        let Citation { file, spot } = citation;
        self.refusals.push(malformed(&file, spot, right));
    }

    /// The unit of a name; one that is not listed is taken only where the framework lists none.
    fn unit(&mut self, said: &str) -> Option<usize> {
        let word = folded(said);
        if let Some(&place) = self.by_name.get(&word) {
            return Some(place);
        }
        if !self.framework.units.is_empty() {
            return None;
        }
        let place = self.units.len();
        self.units.push(UnitFound {
            code: said.trim().to_owned(),
            groups: BTreeMap::new(),
            is_measured: false,
        });
        self.by_name.insert(word, place);
        Some(place)
    }
}

/// Reads every row below the headings.
pub(super) fn read(cells: &Cells<'_>, table: &Table, found: &mut Found<'_>) {
    for (column, heading) in &table.strange {
        let words = Right::new(
            format!("「{heading}」一栏没有用到：它不是指标的代码或名称。"),
            format!("the column “{heading}” is not used: it is no code or name of an indicator."),
        );
        found.notes.push(Note { citation: cells.cite(table.heading, *column), words });
    }
    let mut other_years = 0_usize;
    for row in table.heading + 1..cells.rows() {
        if cells.filled(row).next().is_none() {
            continue;
        }
        match placed(cells, table, row, found) {
            Placed::Case(unit, year) => one_row(cells, table, row, (unit, year), found),
            Placed::OtherYear => other_years += 1,
            Placed::Nowhere => {}
        }
    }
    if other_years > 0 {
        let words = Right::new(
            format!("有 {other_years} 行属于框架 years 以外的年份，没有用到。"),
            format!("{other_years} rows are of years that the framework does not name, and are not used."),
        );
        found.notes.push(Note { citation: cells.cite_row(table.heading), words });
    }
}

enum Placed {
    Case(usize, i32),
    OtherYear,
    Nowhere,
}

/// Whose row it is, and of which year.
fn placed(cells: &Cells<'_>, table: &Table, row: usize, found: &mut Found<'_>) -> Placed {
    let unit_column = table.roles[&Role::Unit];
    let said = as_text(cells.cell(row, unit_column)).trim().to_owned();
    let alone = cells.filled(row).all(|column| column == unit_column);
    if alone && row > table.heading {
        let words = Right::new(
            "这一行只有一格有内容，当作说明，没有用到。",
            "only one cell of this row is filled; it is taken for a remark.",
        );
        found.notes.push(Note { citation: cells.cite_row(row), words });
        return Placed::Nowhere;
    }
    if said.is_empty() {
        let right =
            Right::new("没有写明单位。请填写名称或代码。", "the unit is missing. Write its name or code.");
        found.refuse(cells.cite(row, unit_column), right);
        return Placed::Nowhere;
    }
    let Some(year) = year_of(cells, table, row, found) else { return Placed::Nowhere };
    if !found.framework.years.is_empty() && !found.framework.years.contains(&year) {
        return Placed::OtherYear;
    }
    let Some(unit) = found.unit(&said) else {
        let known: Vec<&str> = found.framework.units.iter().take(8).map(|unit| unit.code.as_str()).collect();
        let right = Right::new(
            format!("框架中没有「{said}」这个单位。可用的有：{} 等。", known.join("、")),
            format!("the framework has no unit “{said}”. It has {} and so on.", known.join(", ")),
        );
        found.refuse(cells.cite(row, unit_column), right);
        return Placed::Nowhere;
    };
    found.units[unit].is_measured = true;
    Placed::Case(unit, year)
}

fn year_of(cells: &Cells<'_>, table: &Table, row: usize, found: &mut Found<'_>) -> Option<i32> {
    if let Some(&column) = table.roles.get(&Role::Year) {
        let cell = cells.cell(row, column);
        let year = year(cell);
        if year.is_none() {
            let right = Right::new(
                format!("「{}」不是年份，应为四位数字，如 2021。", as_text(cell)),
                format!("“{}” is no year; write four digits, such as 2021.", as_text(cell)),
            );
            found.refuse(cells.cite(row, column), right);
        }
        return year;
    }
    if let [only] = found.framework.years[..] {
        return Some(only);
    }
    // Said once: every row lacks it.
    if row == table.heading + 1 || found.refusals.is_empty() {
        let right = Right::new(
            "没有「年份」一栏。请补上，或在框架中写明唯一的年份：years = [2021]。",
            "there is no column of years. Add one, or name the only year in the framework: years = [2021].",
        );
        found.refuse(cells.cite_row(table.heading), right);
    }
    None
}

fn one_row(cells: &Cells<'_>, table: &Table, row: usize, (unit, year): (usize, i32), found: &mut Found<'_>) {
    for &(column, grouping) in &table.groups {
        group(cells, (row, column), unit, grouping, found);
    }
    let source = table.roles.get(&Role::Source).map(|&column| as_text(cells.cell(row, column)).into_owned());
    let mut date = String::new();
    if let Some(&column) = table.roles.get(&Role::Date) {
        let cell = cells.cell(row, column);
        if let Some(day) = published(cell, cells.grid.is_1904) {
            date = day;
        } else {
            let right = Right::new(
                format!("「{}」不是日期，应为 2021-06-10 这样的写法。", as_text(cell)),
                format!("“{}” is no date; write it as 2021-06-10.", as_text(cell)),
            );
            found.refuse(cells.cite(row, column), right);
        }
    }
    let source = source.unwrap_or_default();
    let take = |column: usize, measured: usize, found: &mut Found<'_>| match number(cells.own(row, column)) {
        Err(right) => found.refuse(cells.cite(row, column), right),
        Ok(value) => found.numbers.push(NumberFound {
            unit,
            year,
            column: measured,
            value,
            source: source.clone(),
            date: date.clone(),
            citation: cells.cite(row, column),
            row: cells.cite_row(row),
        }),
    };
    for &(column, measured) in &table.measured {
        take(column, measured, found);
    }
    let (Some(&indicator), Some(&value)) = (table.roles.get(&Role::Indicator), table.roles.get(&Role::Value))
    else {
        return;
    };
    let said = cells.text(row, indicator);
    if let Some(measured) = column_named(&said, found.framework) {
        take(value, measured, found);
        return;
    }
    let right = Right::new(
        format!(
            "框架中没有「{said}」这个指标。请照指标的代码或名称写，或在框架中补上 [[indicator]] 或 [[column]]。"
        ),
        format!(
            "the framework has no indicator “{said}”. Write its code or name, or add it to the framework as an [[indicator]] or a [[column]]."
        ),
    );
    found.refuse(cells.cite(row, indicator), right);
}

fn group(
    cells: &Cells<'_>,
    (row, column): (usize, usize),
    unit: usize,
    grouping: usize,
    found: &mut Found<'_>,
) {
    if is_blank(cells.cell(row, column)) {
        return;
    }
    let said = cells.text(row, column).into_owned();
    let grouping = found.framework.groupings[grouping].clone();
    let known = found.units[unit].groups.entry(grouping).or_insert_with(|| (said.clone(), None)).0.clone();
    if known != said {
        let unit = found.units[unit].code.clone();
        let right = Right::new(
            format!("{unit} 在这里属于「{said}」，在别处属于「{known}」。请改成一致。"),
            format!("{unit} is in “{said}” here and in “{known}” elsewhere. Make them agree."),
        );
        found.refuse(cells.cite(row, column), right);
    }
}
