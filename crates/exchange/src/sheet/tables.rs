//! Finding the tables of a sheet: heading rows, one or two deep, what stands above them, and where the next begins.

use std::collections::HashMap;

use festoon_domain::text::Lang;

use super::cells::{Cells, as_text, is_blank};
use super::fields::Field;
use super::grid::Cell;
use super::headings::{self, Heading};
use super::map_file::TableMap;
use super::moments::durations::Unit;
use super::sections;
use super::words::plain;

/// A table within a sheet.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// The (first) heading row.
    pub(super) heading: usize,
    /// Data rows, the last one excluded.
    pub(super) rows: std::ops::Range<usize>,
    pub(super) columns: Vec<Column>,
    /// The words above the headings.
    pub(super) above: Vec<usize>,
    /// How many of them stand above the first of several tables with the same headings.
    pub(super) repeated_above: usize,
    /// The rows above the sheet's first table, which may say the year for all.
    pub(super) titles: std::ops::Range<usize>,
}

/// A column with its heading.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) index: usize,
    pub(super) heading: String,
    pub(super) field: Option<Field>,
    pub(super) lang: Option<Lang>,
    pub(super) unit: Option<Unit>,
}

impl Table {
    /// The columns of a field.
    pub(super) fn of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.field == Some(field))
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.of(field).next().is_some()
    }

    fn same_headings(&self, other: &Self) -> bool {
        self.columns
            .iter()
            .map(|c| (c.index, &c.heading))
            .eq(other.columns.iter().map(|c| (c.index, &c.heading)))
    }
}

/// All tables of a sheet, in order; page repeats of a heading row join the table above.
pub(super) fn find(cells: &Cells<'_>, map: Option<&TableMap>) -> Vec<Table> {
    if let Some(row) = map.and_then(|map| map.heading_row) {
        let index = row.saturating_sub(cells.grid.first_row) as usize;
        if index < cells.rows() {
            return vec![table_at(cells, index, 0, cells.rows())];
        }
    }
    let mut tables: Vec<Table> = Vec::new();
    let mut known = HashMap::new();
    let mut row = 0;
    let mut free_from = 0;
    while row < cells.rows() {
        if is_heading_row(cells, row, !tables.is_empty(), &mut known) {
            let mut table = table_at(cells, row, free_from, cells.rows());
            let next = table.rows.start;
            if let Some(before) = tables.last_mut() {
                let lead = lead_of(cells, before.rows.start, row);
                table.above = (lead..row).filter(|row| cells.filled(*row).next().is_some()).collect();
                table.titles = before.titles.clone();
                before.rows.end = lead;
            }
            match tables.last_mut() {
                Some(before) if before.same_headings(&table) => {
                    // The repeat itself is passed over as an empty stretch of the same table.
                    let mut again = before.clone();
                    again.rows = table.rows;
                    again.heading = row;
                    again.above.truncate(again.titles.len());
                    again.repeated_above = again.above.len();
                    again.above.extend(table.above);
                    tables.push(again);
                }
                _ => tables.push(table),
            }
            free_from = next;
            row = next;
        } else {
            row += 1;
        }
    }
    if tables.is_empty()
        && let Some(row) = (0..cells.rows().min(30)).find(|row| lone_title(cells, *row))
    {
        tables.push(table_at(cells, row, 0, cells.rows()));
    }
    tables
}

/// Where the lines begin that stand between the rows of a table and the next headings and are about those.
fn lead_of(cells: &Cells<'_>, from: usize, heading: usize) -> usize {
    let mut lead = heading;
    for row in (from..heading).rev() {
        let mut filled = cells.filled(row);
        match (filled.next(), filled.next()) {
            (None, _) => {}
            (Some(column), None) if sections::introduces_table(&cells.text(row, column)) => lead = row,
            _ => break,
        }
    }
    lead
}

/// A sheet with nothing but titles.
fn lone_title(cells: &Cells<'_>, row: usize) -> bool {
    let filled: Vec<usize> = cells.filled(row).collect();
    !filled.is_empty()
        && filled.iter().all(|column| read(cells, row, *column).is_some_and(|heading| heading.is_sure))
        && filled.iter().any(|column| {
            read(cells, row, *column)
                .is_some_and(|h| matches!(h.field, Field::Title | Field::Activity | Field::Name))
        })
}

fn read(cells: &Cells<'_>, row: usize, column: usize) -> Option<Heading> {
    possible(cells, row, column).and_then(headings::read)
}

/// Headings hold no clocks or dates and are short, which settles most cells of data.
fn possible<'g>(cells: &Cells<'g>, row: usize, column: usize) -> Option<&'g str> {
    match cells.own(row, column) {
        Cell::Text(text) if text.len() <= 120 && text.bytes().filter(u8::is_ascii_digit).count() <= 2 => {
            Some(text)
        }
        _ => None,
    }
}

/// Three digits and more, with nothing but what parts dates and clocks between them.
fn is_date_or_clock(cell: &Cell) -> bool {
    let text = match cell {
        Cell::Serial(_) => return true,
        Cell::Text(text) => text,
        _ => return false,
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-/.:：~—–年月日至".contains(c))
}

/// Two headings beyond doubt, or one and a likely one, and a third of the row known.
fn is_heading_row<'g>(
    cells: &Cells<'g>,
    row: usize,
    is_later: bool,
    known: &mut HashMap<&'g str, bool>,
) -> bool {
    // Most rows are data: the first few cells tell, the shortest first, because those repeat and are known already.
    let mut filled = cells.filled(row);
    let first: Vec<usize> = filled.by_ref().take(4).collect();
    let mut short: Vec<&str> = first.iter().filter_map(|column| possible(cells, row, *column)).collect();
    let needed = if is_later { 2 } else { 1 };
    if first.len() < 2 || short.len() < needed {
        return false;
    }
    // A heading repeated on the next page holds no date and no clock; a row of data does.
    if is_later && first.iter().any(|column| is_date_or_clock(cells.own(row, *column))) {
        return false;
    }
    short.sort_by_key(|text| text.len());
    let mut hits = 0;
    for (done, text) in short.iter().enumerate() {
        hits += usize::from(*known.entry(text).or_insert_with(|| headings::read(text).is_some()));
        if hits >= needed || hits + short.len() - done - 1 < needed {
            break;
        }
    }
    if hits < needed {
        return false;
    }
    let (mut sure, mut likely, mut all) = (0_u32, 0_u32, 0_u32);
    let mut fields = Vec::new();
    for column in first.into_iter().chain(filled) {
        all += 1;
        if let Some(heading) = read(cells, row, column) {
            if !fields.contains(&(heading.field, heading.lang)) {
                fields.push((heading.field, heading.lang));
            }
            if heading.is_sure {
                sure += 1;
            } else {
                likely += 1;
            }
        }
    }
    let understood = sure + likely;
    if fields.len() < 2 {
        return false;
    }
    if is_later {
        // "展览名称 | 展览时间 | 展览地点" are likely only, but a row of nothing else with a time among them.
        let timed = fields.iter().any(|(field, _)| matches!(field, Field::Time | Field::Date | Field::Start));
        sure >= 2 && understood * 2 >= all || (timed && understood >= 3 && understood * 4 >= all * 3)
    } else {
        sure >= 1 && understood >= 2 && understood * 3 >= all
    }
}

fn table_at(cells: &Cells<'_>, row: usize, from: usize, to: usize) -> Table {
    let two_levels = row + 1 < cells.rows() && is_second_level(cells, row);
    let width = cells.width(row).max(if two_levels { cells.width(row + 1) } else { 0 });
    let mut columns = Vec::new();
    let mut parent = String::new();
    for index in 0..width {
        let own = cells.text(row, index).into_owned();
        let is_merged_away = cells.area(row, index).is_some_and(|area| area.left != index);
        let child = if two_levels && cells.area(row + 1, index).is_none_or(|area| area.top > row) {
            as_text(cells.own(row + 1, index)).into_owned()
        } else {
            String::new()
        };
        if !own.is_empty() {
            parent.clone_from(&own);
        } else if child.is_empty() {
            parent.clear();
        }
        if two_levels && !child.is_empty() {
            columns.push(two_level(index, &parent, &child));
        } else if !own.is_empty() && !is_merged_away {
            let heading = headings::read(&own);
            columns.push(Column {
                index,
                heading: own,
                field: heading.map(|h| h.field),
                lang: heading.and_then(|h| h.lang),
                unit: heading.and_then(|h| h.unit),
            });
        }
    }
    let start = row + 1 + usize::from(two_levels);
    Table {
        heading: row,
        rows: start.min(to)..to,
        columns,
        above: (from..row).collect(),
        repeated_above: 0,
        titles: from..row,
    }
}

fn two_level(index: usize, parent: &str, child: &str) -> Column {
    let joined = format!("{parent}{child}");
    let of_parent = headings::read(parent);
    let found = headings::read(&joined)
        .filter(|heading| heading.is_sure)
        .or_else(|| headings::read(child).filter(|heading| heading.is_sure && heading.field != Field::Name))
        .or_else(|| headings::read(&joined))
        .or(of_parent);
    let lang = found.and_then(|h| h.lang).or_else(|| match plain(child).as_str() {
        "中文" | "chinese" | "cn" | "zh" => Some(Lang::Zh),
        "英文" | "english" | "en" => Some(Lang::En),
        _ => None,
    });
    Column {
        index,
        heading: if parent.is_empty() || parent == child {
            child.to_owned()
        } else {
            format!("{parent} {child}")
        },
        field: found.map(|h| h.field),
        lang: lang.filter(|_| found.is_some_and(|h| h.field.is_text())),
        unit: found.and_then(|h| h.unit),
    }
}

/// The row below belongs to the headings: its words are headings or languages, under headings that span columns.
fn is_second_level(cells: &Cells<'_>, row: usize) -> bool {
    let below = row + 1;
    let (mut known, mut all, mut spanned) = (0, 0, false);
    for column in 0..cells.width(below) {
        if cells.area(below, column).is_some_and(|area| area.top <= row) || is_blank(cells.own(below, column))
        {
            continue;
        }
        all += 1;
        let word = as_text(cells.own(below, column));
        let is_language =
            matches!(plain(&word).as_str(), "中文" | "英文" | "chinese" | "english" | "cn" | "en" | "zh");
        if is_language || headings::read(&word).is_some() {
            known += 1;
        }
        spanned |= cells.area(row, column).is_some_and(|area| area.right > area.left)
            || is_blank(cells.own(row, column));
    }
    all >= 2 && known * 2 > all && spanned
}
