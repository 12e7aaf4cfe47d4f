//! The tables of an HTML page: office systems export those under the name `.xls`, and Excel opens them.
//!
//! Not a browser: tags of tables, line breaks and words, in the order they stand. Scripts and styles are passed over.

use super::encoding;
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use super::{Cell, GridPlace, Harvest, Merge, Table};
use crate::Reason;

/// Tables inside tables deeper than this are layout gone wrong; a word processor stops sooner.
const DEEPEST_TABLE: usize = 64;

pub(super) fn read(bytes: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
    let text = encoding::decode(bytes, harvest)?;
    let mut page = Page { open: Vec::new(), begun: 0, done: Vec::new() };
    let mut rest = text.as_ref();
    while let Some(at) = rest.find('<') {
        page.say(&rest[..at], harvest)?;
        rest = page.tag(&rest[at..], harvest)?;
    }
    page.say(rest, harvest)?;
    while !page.open.is_empty() {
        page.close_table(harvest)?;
    }
    page.done.sort_by_key(|(number, _)| *number);
    for (_, table) in page.done {
        harvest.finish(table)?;
    }
    Ok(())
}

struct Page {
    open: Vec<OpenTable>,
    begun: u32,
    done: Vec<(u32, Table)>,
}

struct OpenTable {
    number: u32,
    table: Table,
    row: u32,
    column: u32,
    /// For each column, the last row that a cell from above reaches into.
    taken_to: Vec<u32>,
    cell: Option<OpenCell>,
}

struct OpenCell {
    text: String,
    columns: u32,
    rows: u32,
}

impl Page {
    /// Takes the tag at the beginning of `rest`; what follows it.
    fn tag<'t>(&mut self, rest: &'t str, harvest: &mut Harvest) -> Result<&'t str, Reason> {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return Ok(comment.split_once("-->").map_or("", |(_, after)| after));
        }
        let Some(end) = rest.find('>') else { return Ok("") };
        let (inside, after) = (&rest[1..end], &rest[end + 1..]);
        let name_end = inside.find(|c: char| c.is_whitespace()).unwrap_or(inside.len());
        let name = inside[..name_end].trim_end_matches('/').to_ascii_lowercase();
        match name.as_str() {
            "script" | "style" => return Ok(after_closing(after, &name)),
            "table" if self.open.len() >= DEEPEST_TABLE => {
                return Err(Reason::TooDeep(64));
            }
            "table" => {
                self.begun += 1;
                harvest.budget.cells(1)?;
                self.open.push(OpenTable::new(self.begun));
            }
            "/table" => self.close_table(harvest)?,
            _ => {
                if let Some(table) = self.open.last_mut() {
                    table.tag(&name, inside, harvest)?;
                }
            }
        }
        Ok(after)
    }

    fn say(&mut self, words: &str, harvest: &mut Harvest) -> Result<(), Reason> {
        let cell = self.open.last_mut().and_then(|table| table.cell.as_mut());
        let Some(cell) = cell else { return Ok(()) };
        harvest.budget.piece(words.len())?;
        // Runs of spaces and line breaks of the source are one space, as on the page.
        for character in without_entities(words).chars() {
            if !character.is_ascii_whitespace() {
                cell.text.push(character);
            } else if !cell.text.is_empty() && !cell.text.ends_with(['\n', ' ']) {
                cell.text.push(' ');
            }
        }
        Ok(())
    }

    fn close_table(&mut self, harvest: &mut Harvest) -> Result<(), Reason> {
        if let Some(mut table) = self.open.pop() {
            table.close_cell(harvest)?;
            self.done.push((table.number, table.table));
        }
        Ok(())
    }
}

impl OpenTable {
    fn new(number: u32) -> Self {
        Self {
            number,
            table: Table::new(GridPlace::Table(number)),
            row: 0,
            column: 0,
            taken_to: Vec::new(),
            cell: None,
        }
    }

    fn tag(&mut self, name: &str, inside: &str, harvest: &mut Harvest) -> Result<(), Reason> {
        match name {
            "tr" => {
                self.close_cell(harvest)?;
                self.row += 1;
                self.column = 0;
            }
            "td" | "th" => {
                self.close_cell(harvest)?;
                self.row = self.row.max(1);
                let columns = number(inside, "colspan").clamp(1, 1000);
                let rows = number(inside, "rowspan").clamp(1, MOST_ROWS);
                self.cell = Some(OpenCell { text: String::new(), columns, rows });
            }
            "/td" | "/th" | "/tr" => self.close_cell(harvest)?,
            "br" | "p" | "div" | "li" => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.trim_end().is_empty()) {
                    let end = cell.text.trim_end_matches(' ').len();
                    cell.text.truncate(end);
                    cell.text.push('\n');
                }
            }
            _ => (),
        }
        Ok(())
    }

    fn close_cell(&mut self, harvest: &mut Harvest) -> Result<(), Reason> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        while self.taken_to.get(self.column as usize).is_some_and(|last| *last >= self.row) {
            self.column += 1;
        }
        let first_column = self.column + 1;
        self.column = (self.column + cell.columns).min(MOST_COLUMNS);
        let last_row = self.row.saturating_add(cell.rows - 1);
        if cell.rows > 1 {
            self.taken_to.resize(self.taken_to.len().max(self.column as usize), 0);
            self.taken_to[first_column as usize - 1..self.column as usize].fill(last_row);
        }
        let merge = Merge { first_row: self.row, first_column, last_row, last_column: self.column };
        self.table.merge(&mut harvest.budget, merge)?;
        let text = cell.text.trim();
        if text.is_empty() || first_column > MOST_COLUMNS {
            return Ok(());
        }
        harvest.put(&mut self.table, self.row, first_column, Cell::Text(text.into()))
    }
}

pub(crate) fn after_closing<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return rest.split_once('>').map_or("", |(_, after)| after);
        }
    }
    ""
}

fn number(inside: &str, attribute: &str) -> u32 {
    let lower = inside.to_ascii_lowercase();
    let Some((_, after)) = lower.split_once(attribute) else { return 1 };
    let digits = after.trim_start_matches([' ', '=', '"', '\'']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().unwrap_or(1)
}

fn without_entities(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.find(';').filter(|end| *end <= 10).map(|end| &rest[..end]);
        let Some((name, character)) = name.and_then(|name| Some((name, entity(name)?))) else {
            plain.push('&');
            continue;
        };
        plain.push(character);
        rest = &rest[name.len() + 1..];
    }
    plain.push_str(rest);
    plain
}

pub(crate) fn entity(name: &str) -> Option<char> {
    let code = match name {
        "nbsp" | "ensp" | "emsp" => return Some(' '),
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "ndash" => return Some('–'),
        "mdash" => return Some('—'),
        "middot" => return Some('·'),
        "ldquo" => return Some('“'),
        "rdquo" => return Some('”'),
        other => other.strip_prefix('#')?,
    };
    let number = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => code.parse().ok()?,
    };
    char::from_u32(number).filter(|character| *character != '\0')
}
