//! The tables of a Word document, in their order, those inside other tables among them.
//!
//! What Word would not show is left out: text deleted in tracked changes, phonetic guides, the lower cells of a
//! vertical merge. Text boxes are outside the table's cells and only named.

use std::collections::BTreeMap;

use festoon_domain::programme::Spot;

use super::limits::MOST_COLUMNS;
use super::package::Part;
use super::xml::{Element, Piece};
use super::{Cell, GridPlace, GridTrouble, Harvest, Merge, Package, Table};
use crate::Reason;

pub(super) fn read(bytes: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
    let mut package = Package::open(bytes)?;
    let Some(part) = package.part("word/document.xml")? else {
        return Err(Reason::Broken("word/document.xml".into()));
    };
    Document {
        part,
        open: Vec::new(),
        begun: 0,
        done: BTreeMap::new(),
        lines: Vec::new(),
        line: String::new(),
    }
    .read(harvest)
}

struct Document<'p, 'b> {
    part: Part<'p, 'b>,
    /// The tables the walk is inside of, the innermost last.
    open: Vec<OpenTable>,
    begun: u32,
    /// Finished tables; an outer one ends after those inside it but comes before them.
    done: BTreeMap<u32, Table>,
    /// The last short paragraphs outside tables: where and when the table below them is about.
    lines: Vec<Box<str>>,
    line: String,
}

/// So many paragraphs before a table are kept, each of so many characters at most.
const LINES: (usize, usize) = (12, 80);

struct OpenTable {
    number: u32,
    table: Table,
    row: u32,
    column: u32,
    cell: OpenCell,
    /// Vertical merges that may go on in the next row, by their first column.
    vertical: BTreeMap<u32, Merge>,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    span: u32,
    vertical: Vertical,
}

#[derive(Default, PartialEq, Eq)]
enum Vertical {
    #[default]
    No,
    Starts,
    GoesOn,
}

impl Document<'_, '_> {
    fn read(mut self, harvest: &mut Harvest) -> Result<(), Reason> {
        let mut is_text = false;
        loop {
            let mut aside = None;
            match self.part.next()? {
                Piece::Open(element) => match element.name() {
                    "tbl" => {
                        self.begun += 1;
                        harvest.budget.cells(1)?;
                        self.open.push(OpenTable::new(self.begun));
                    }
                    "t" => is_text = true,
                    "txbxContent" => aside = Some(Some(GridTrouble::TextBox)),
                    "del" | "moveFrom" => aside = Some(Some(GridTrouble::Deleted)),
                    // What older programs are given instead of something newer, and phonetic guides.
                    "Fallback" | "rt" => aside = Some(None),
                    _ => {
                        if let Some(table) = self.open.last_mut() {
                            table.opened(&element, harvest)?;
                        }
                    }
                },
                Piece::Text(piece) if is_text => {
                    if let Some(table) = self.open.last_mut() {
                        table.cell.say(&piece, harvest)?;
                    } else {
                        harvest.budget.piece(piece.len())?;
                        self.line.push_str(&piece);
                    }
                }
                Piece::Close(end) => match end.name() {
                    "t" => is_text = false,
                    "tbl" => {
                        if let Some(table) = self.open.pop() {
                            let (number, table) = table.close(harvest)?;
                            self.done.insert(number, table);
                        }
                        if self.open.is_empty() {
                            for (_, table) in std::mem::take(&mut self.done) {
                                let known = harvest.grids.len();
                                harvest.finish(table)?;
                                if let Some(grid) = harvest.grids.get_mut(known) {
                                    grid.lines.clone_from(&self.lines);
                                }
                            }
                        }
                    }
                    name => {
                        if let Some(table) = self.open.last_mut() {
                            table.closed(name, harvest)?;
                        } else if name == "p" {
                            self.end_line();
                        }
                    }
                },
                Piece::End => return Ok(()),
                _ => (),
            }
            if let Some(trouble) = aside {
                self.pass_over(trouble, harvest)?;
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if !line.is_empty() && line.chars().count() <= LINES.1 {
            if self.lines.len() == LINES.0 {
                self.lines.remove(0);
            }
            self.lines.push(line.into());
        }
    }

    fn pass_over(&mut self, trouble: Option<GridTrouble>, harvest: &mut Harvest) -> Result<(), Reason> {
        if let Some(trouble) = trouble {
            let spot = self.open.last().map_or(Spot::Whole, |table| {
                Spot::TableCell(table.number, table.row.max(1), table.column + 1)
            });
            // An empty mark of a deleted paragraph or row loses nothing.
            if self.holds_words()? {
                harvest.say(spot, trouble);
            }
            return Ok(());
        }
        self.part.skip()
    }

    /// Passes over the element just opened; whether words stood in it.
    fn holds_words(&mut self) -> Result<bool, Reason> {
        let inside = self.part.depth();
        let mut holds = false;
        while self.part.depth() >= inside {
            match self.part.next()? {
                Piece::Text(piece) => holds |= !piece.trim().is_empty(),
                Piece::End => break,
                _ => (),
            }
        }
        Ok(holds)
    }
}

impl OpenTable {
    fn new(number: u32) -> Self {
        Self {
            number,
            table: Table::new(GridPlace::Table(number)),
            row: 0,
            column: 0,
            cell: OpenCell::default(),
            vertical: BTreeMap::new(),
        }
    }

    fn opened(&mut self, element: &Element<'_>, harvest: &mut Harvest) -> Result<(), Reason> {
        let span = || element.number("val").unwrap_or(1).clamp(1, MOST_COLUMNS);
        match element.name() {
            "tr" => {
                self.row += 1;
                self.column = 0;
            }
            "gridBefore" => self.column = element.number("val").unwrap_or(0).min(MOST_COLUMNS),
            "tc" => self.cell = OpenCell { span: 1, ..OpenCell::default() },
            "gridSpan" => self.cell.span = span(),
            "vMerge" => {
                let starts = element.attribute("val").is_some_and(|value| value == "restart");
                self.cell.vertical = if starts { Vertical::Starts } else { Vertical::GoesOn };
            }
            "tab" if !self.cell.text.is_empty() => self.cell.say("\t", harvest)?,
            "br" | "cr" => self.cell.say("\n", harvest)?,
            "noBreakHyphen" => self.cell.say("-", harvest)?,
            _ => (),
        }
        Ok(())
    }

    fn closed(&mut self, name: &str, harvest: &mut Harvest) -> Result<(), Reason> {
        match name {
            "p" => self.cell.say("\n", harvest),
            "tc" => self.close_cell(harvest),
            _ => Ok(()),
        }
    }

    fn close_cell(&mut self, harvest: &mut Harvest) -> Result<(), Reason> {
        let OpenCell { text, span, vertical } = std::mem::take(&mut self.cell);
        let first = self.column + 1;
        self.column = (self.column + span.max(1)).min(MOST_COLUMNS);
        let here =
            Merge { first_row: self.row, first_column: first, last_row: self.row, last_column: self.column };

        if vertical == Vertical::GoesOn
            && let Some(above) = self.vertical.get_mut(&first)
        {
            above.last_row = self.row;
            return Ok(());
        }
        let ended = self.vertical.remove(&first);
        if vertical == Vertical::Starts {
            self.vertical.insert(first, here);
        } else {
            self.table.merge(&mut harvest.budget, here)?;
        }
        if let Some(ended) = ended {
            self.table.merge(&mut harvest.budget, ended)?;
        }
        let text = text.trim_end_matches('\n');
        if text.is_empty() || first > MOST_COLUMNS {
            return Ok(());
        }
        harvest.put(&mut self.table, self.row, first, Cell::Text(text.into()))
    }

    fn close(mut self, harvest: &mut Harvest) -> Result<(u32, Table), Reason> {
        for merge in std::mem::take(&mut self.vertical).into_values() {
            self.table.merge(&mut harvest.budget, merge)?;
        }
        Ok((self.number, self.table))
    }
}

impl OpenCell {
    /// Words of one cell may lie around a table in it, so many can be open at once: each piece counts.
    fn say(&mut self, words: &str, harvest: &mut Harvest) -> Result<(), Reason> {
        if words != "\n" || !self.text.is_empty() {
            harvest.budget.piece(words.len())?;
            self.text.push_str(words);
        }
        Ok(())
    }
}
