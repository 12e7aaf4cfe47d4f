//! Workbooks of LibreOffice (OpenDocument 1.3).
//!
//! What is repeated is written once with a count, so a count is only worked off where something stands in the cell.

use std::collections::HashSet;

use festoon_domain::programme::Spot;

use super::limits::{MOST_COLUMNS, MOST_ROWS, append};
use super::package::Part;
use super::xml::{Element, Piece};
use super::{Cell, GridPlace, GridTrouble, Harvest, Merge, Package, Table, moment};
use crate::Reason;

pub(super) fn read(bytes: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
    let mut package = Package::open(bytes)?;
    if is_protected(&mut package)? {
        return Err(Reason::Encrypted);
    }
    let Some(part) = package.part("content.xml")? else {
        return Err(Reason::Broken("content.xml".into()));
    };
    Content { part, hiding: HashSet::new() }.read(harvest)
}

fn is_protected(package: &mut Package<'_>) -> Result<bool, Reason> {
    let Some(mut manifest) = package.part("META-INF/manifest.xml")? else { return Ok(false) };
    loop {
        match manifest.next()? {
            Piece::Open(element) if element.name() == "encryption-data" => return Ok(true),
            Piece::End => return Ok(false),
            _ => (),
        }
    }
}

struct Content<'p, 'b> {
    part: Part<'p, 'b>,
    /// The styles that hide a sheet.
    hiding: HashSet<String>,
}

impl Content<'_, '_> {
    fn read(mut self, harvest: &mut Harvest) -> Result<(), Reason> {
        const MOST_STYLES: usize = 65_536;
        let mut style = String::new();
        loop {
            let (name, is_hidden) = match self.part.next()? {
                Piece::Open(element) => match element.name() {
                    "style" => {
                        style = element.attribute("name").unwrap_or_default().into_owned();
                        continue;
                    }
                    "table-properties" if self.hiding.len() < MOST_STYLES => {
                        if element.attribute("display").is_some_and(|display| display == "false") {
                            self.hiding.insert(std::mem::take(&mut style));
                        }
                        continue;
                    }
                    "table" => {
                        let style = element.attribute("style-name").unwrap_or_default();
                        let name = element.attribute("name").unwrap_or_default().into_owned();
                        (name, self.hiding.contains(style.as_ref()))
                    }
                    _ => continue,
                },
                Piece::End => return Ok(()),
                _ => continue,
            };
            harvest.budget.cells(1)?;
            harvest.budget.text(name.len())?;
            let place = GridPlace::Sheet(name.as_str().into());
            let before = harvest.grids.len();
            self.table(Table::new(place), harvest)?;
            if is_hidden && harvest.grids.len() > before {
                harvest.say(Spot::Row(name.into(), 1), GridTrouble::HiddenSheet);
            }
        }
    }

    fn table(&mut self, mut table: Table, harvest: &mut Harvest) -> Result<(), Reason> {
        let mut row = 1_u32;
        let (mut first_hidden, mut hidden) = (0, 0_u32);
        loop {
            let mut opened = Opened::Other;
            match self.part.next()? {
                Piece::Open(element) => opened = Opened::of(&element),
                Piece::Close(end) if end.name() == "table" => break,
                Piece::End => break,
                _ => (),
            }
            match opened {
                Opened::Row { repeated, is_hidden } => {
                    let used = self.row(&mut table, row, repeated, harvest)?;
                    // Hidden rows without anything in them are the rest of the sheet.
                    if is_hidden && used {
                        first_hidden = if hidden == 0 { row } else { first_hidden };
                        hidden = hidden.saturating_add(repeated);
                    }
                    row = row.saturating_add(repeated);
                }
                Opened::Aside => self.part.skip()?,
                Opened::Other => (),
            }
        }
        let place = table.place().clone();
        harvest.finish(table)?;
        if hidden > 0 {
            harvest.say_of_row(&place, first_hidden, GridTrouble::HiddenRows(hidden));
        }
        Ok(())
    }

    /// The cells of a row and of its repetitions; whether anything stood in it.
    fn row(
        &mut self,
        table: &mut Table,
        row: u32,
        repeated: u32,
        harvest: &mut Harvest,
    ) -> Result<bool, Reason> {
        let mut column = 1_u32;
        let mut used: Vec<(u32, u32, Cell)> = Vec::new();
        loop {
            let cell = match self.part.next()? {
                Piece::Open(element) if matches!(element.name(), "table-cell" | "covered-table-cell") => {
                    Opening::of(&element)
                }
                Piece::Open(_) => {
                    self.part.skip()?;
                    continue;
                }
                Piece::Close(end) if end.name() == "table-row" => break,
                Piece::End => break,
                _ => continue,
            };
            harvest.budget.visit()?;
            if cell.columns > 1 || cell.rows > 1 {
                let merge = Merge {
                    first_row: row,
                    first_column: column,
                    last_row: row.saturating_add(cell.rows - 1),
                    last_column: column.saturating_add(cell.columns - 1),
                };
                table.merge(&mut harvest.budget, merge)?;
            }
            let value = self.cell(
                &cell,
                &|trouble, harvest: &mut Harvest| {
                    harvest.say_of_cell(table.place(), row, column, trouble);
                },
                harvest,
            )?;
            if value != Cell::Empty {
                let last = column.saturating_add(cell.repeats - 1).min(MOST_COLUMNS);
                used.push((column, last, value));
            }
            column = column.saturating_add(cell.repeats);
        }

        if used.is_empty() {
            return Ok(false);
        }
        for row in row..row.saturating_add(repeated).min(MOST_ROWS + 1) {
            for (first, last, cell) in &used {
                for column in *first..=*last {
                    harvest.put(table, row, column, cell.clone())?;
                }
            }
        }
        Ok(true)
    }

    fn cell(
        &mut self,
        cell: &Opening,
        say: &dyn Fn(GridTrouble, &mut Harvest),
        harvest: &mut Harvest,
    ) -> Result<Cell, Reason> {
        let text = self.words()?;
        let text = if cell.kind == "string" && text.is_empty() { cell.value.clone() } else { text };
        if cell.is_fault {
            return Ok(Cell::Fault(text.into_boxed_str()));
        }
        let known = match cell.kind.as_str() {
            "float" | "percentage" | "currency" => cell.value.trim().parse().ok().map(Cell::Number),
            "boolean" => Some(Cell::Bool(cell.value == "true")),
            "date" => moment::serial(&cell.value, false).map(Cell::Serial),
            "time" => moment::duration(&cell.value).map(Cell::Serial),
            _ => None,
        };
        if known.is_none() && matches!(cell.kind.as_str(), "date" | "time") {
            say(GridTrouble::BadDate(cell.value.chars().take(60).collect()), harvest);
        }
        let words = || if text.is_empty() { Cell::Empty } else { Cell::Text(text.into_boxed_str()) };
        Ok(known.unwrap_or_else(words))
    }

    /// The paragraphs of a cell; its notes, pictures and pinyin are not among them.
    fn words(&mut self) -> Result<String, Reason> {
        let inside = self.part.depth();
        let mut text = String::new();
        let mut paragraphs = 0;
        let mut open = 0_u32;
        while self.part.depth() >= inside {
            let mut skips = false;
            match self.part.next()? {
                Piece::Open(element) => match element.name() {
                    "p" => {
                        if paragraphs > 0 {
                            append(&mut text, "\n")?;
                        }
                        paragraphs += 1;
                        open += 1;
                    }
                    "s" => {
                        let count = element.number("c").unwrap_or(1).min(1000) as usize;
                        append(&mut text, &" ".repeat(count))?;
                    }
                    "tab" => append(&mut text, "\t")?,
                    "line-break" => append(&mut text, "\n")?,
                    "annotation" | "ruby-text" | "frame" | "custom-shape" | "table" => skips = true,
                    _ => (),
                },
                Piece::Text(piece) if open > 0 => append(&mut text, &piece)?,
                Piece::Close(end) if end.name() == "p" => open = open.saturating_sub(1),
                Piece::End => break,
                _ => (),
            }
            if skips {
                self.part.skip()?;
            }
        }
        Ok(text)
    }
}

enum Opened {
    Row { repeated: u32, is_hidden: bool },
    Aside,
    Other,
}

impl Opened {
    fn of(element: &Element<'_>) -> Self {
        match element.name() {
            "table-row" => Self::Row {
                repeated: element.number("number-rows-repeated").unwrap_or(1).max(1),
                is_hidden: element.attribute("visibility").is_some_and(|stated| stated != "visible"),
            },
            "shapes" | "forms" | "named-expressions" | "table" => Self::Aside,
            _ => Self::Other,
        }
    }
}

/// What the tag of a cell says.
struct Opening {
    kind: String,
    value: String,
    is_fault: bool,
    repeats: u32,
    columns: u32,
    rows: u32,
}

impl Opening {
    fn of(element: &Element<'_>) -> Self {
        let mut opening = Self {
            kind: String::new(),
            value: String::new(),
            is_fault: false,
            repeats: 1,
            columns: 1,
            rows: 1,
        };
        for (name, value) in element.each() {
            let count = || value.parse().unwrap_or(1).max(1);
            match name {
                "office:value-type" => opening.kind = value.into_owned(),
                "calcext:value-type" => opening.is_fault = value == "error",
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => opening.value = value.into_owned(),
                "table:number-columns-repeated" => opening.repeats = count(),
                "table:number-columns-spanned" => opening.columns = count(),
                "table:number-rows-spanned" => opening.rows = count(),
                _ => (),
            }
        }
        opening
    }
}
