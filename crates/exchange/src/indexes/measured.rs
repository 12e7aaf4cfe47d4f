//! What was measured, from CSV and workbooks, with Chinese or English headings, in one of two forms.
//!
//! *Long*: a row is one number: unit, year, indicator, value, and where it comes from and when it was published. *Wide*: a row is a unit in a year, a
//! column an indicator by its code or name. A number that stands there again with a later date revises the earlier one, which is kept; without
//! dates, or with the same, two numbers for one thing are a mistake, since nobody can say which is meant. What is not there is missing: an empty
//! cell, or one of a few marks such as “—”; any other words are no number.

mod number;
mod revising;
mod rows;
mod table;

use std::sync::Arc;

use festoon_composite::{Data, Unit};
use festoon_domain::programme::{Citation, Spot};

use super::{FrameworkFile, MOST_MISTAKES, malformed};
use crate::sheet::cells::Cells;
use crate::sheet::grid;
use crate::sheet::words::plain;
use crate::{Format, NamedFile, Refusal, Right};
use rows::Found;

/// What was measured, ready to be evaluated.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// What counts: cases by year and then by unit, whatever the order of the files.
    pub data: Data,
    /// Every number that was read, revised ones too, by unit, year, column and date.
    pub measurements: Vec<Measurement>,
    /// What was left alone, and is worth a look.
    pub notes: Vec<Note>,
}

/// A number with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The unit, by its place in the data.
    pub unit: usize,
    /// The year.
    pub year: i32,
    /// The column, by its place in the data.
    pub column: usize,
    /// The number; none where the file says that there is none.
    pub value: Option<f64>,
    /// Where it comes from, in the file's own words; empty when it does not say.
    pub source: String,
    /// When it was published, as 2021-06-10, 2021-06 or 2021; empty when the file does not say.
    pub date: String,
    /// Where it stands.
    pub citation: Citation,
    /// Whether it counts.
    pub standing: Standing,
}

/// Whether a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Counts,
    /// A later one took its place.
    Revised,
}

/// Something that was left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub citation: Citation,
    /// What, in both languages.
    pub words: Right,
}

/// Reads what was measured for a framework.
///
/// # Errors
/// Whatever is not as it should be, with file, row and column and what would be right.
pub fn read(framework: &FrameworkFile, files: &[NamedFile]) -> Result<Measured, Vec<Refusal>> {
    let mut found = Found::of(framework);
    let mut refusals = Vec::new();
    for file in files {
        if let Err(refused) = read_file(file, &mut found) {
            refusals.push(refused);
        }
    }
    refusals.append(&mut found.refusals);
    if refusals.is_empty() {
        match revising::settled(found) {
            Ok(measured) => return Ok(measured),
            Err(found) => refusals = found,
        }
    }
    if refusals.is_empty() {
        let file = files.first().map_or_else(|| Arc::clone(&framework.file), |file| Arc::clone(&file.name));
        let right = Right::new(
            "没有读到任何数据。请至少提供一行：单位、年份和一个指标的数值。",
            "nothing was measured. Give at least one row with a unit, a year and the value of an indicator.",
        );
        refusals.push(malformed(&file, Spot::Whole, right));
    }
    refusals.truncate(MOST_MISTAKES);
    Err(refusals)
}

fn read_file(file: &NamedFile, found: &mut Found<'_>) -> Result<(), Refusal> {
    let format = Format::of(file)?;
    let (grids, troubles) = grid::read(file, format)?;
    for (citation, trouble) in troubles {
        let words = Right {
            zh: trouble.sentence(festoon_domain::text::Lang::Zh),
            en: trouble.sentence(festoon_domain::text::Lang::En),
        };
        found.notes.push(Note { citation, words });
    }
    let mut understood = false;
    let mut seen = Vec::new();
    for grid in &grids {
        let cells = Cells::new(grid, &file.name);
        match table::find(&cells, found.framework) {
            Ok(table) => {
                rows::read(&cells, &table, found);
                understood = true;
            }
            Err(headings) => seen.extend(headings),
        }
    }
    if understood {
        return Ok(());
    }
    seen.truncate(12);
    let right = Right::new(
        format!(
            "找不到表头（看到：{}）。长表要有「单位、年份、指标、数值」，宽表要有「单位、年份」和以指标代码或名称为表头的各栏。",
            seen.join("、")
        ),
        format!(
            "no headings are recognised (found: {}). A long table has unit, year, indicator, value; a wide one has unit, year and a column headed by the code or name of each indicator.",
            seen.join(", ")
        ),
    );
    Err(malformed(&file.name, Spot::Whole, right))
}

/// Words brought to one form for comparing: width, case, dashes; without blanks.
pub(super) fn folded(words: &str) -> String {
    plain(words).replace(' ', "")
}

fn unit_of(found: &rows::UnitFound) -> Unit {
    let mut unit = Unit::of(found.code.clone());
    for (grouping, (group, _)) in &found.groups {
        unit = unit.in_group(grouping.clone(), group.clone());
    }
    unit
}
