//! `map.toml`: columns said by hand. It wins over the guess and is checked against the sheet.

use festoon_domain::text::Lang;

use super::fields::Field;
use crate::said::{Entry, Mistakes, Said, TomlText};
use crate::{NamedFile, Refusal, Right};

/// `map.toml`: columns said by hand.
#[derive(Debug, Clone, Default)]
pub struct ColumnMap {
    tables: Vec<TableMap>,
}

/// What is said for the sheets one entry fits.
#[derive(Debug, Clone)]
pub(super) struct TableMap {
    file: Option<String>,
    sheet: Option<String>,
    pub(super) heading_row: Option<u32>,
    /// Heading text or column letter, and the field.
    pub(super) columns: Vec<(String, Field, Option<Lang>)>,
    pub(super) year: Option<i16>,
    pub(super) day_first: Option<bool>,
    pub(super) skip: bool,
}

impl ColumnMap {
    /// Reads `map.toml`.
    ///
    /// # Errors
    /// A file that is no TOML, or everything that names a field or order that does not exist, each with its place.
    pub fn parse(file: &NamedFile) -> Result<Self, Vec<Refusal>> {
        let text = TomlText::of(file).map_err(|refusal| vec![refusal])?;
        let document = text.table().map_err(|refusal| vec![refusal])?;
        let mistakes = Mistakes::of(&text);
        let said = Said::of(document.get_ref(), 0, "map.toml", &mistakes);
        let tables = said.tables("table", "[[table]]").into_iter().map(table).collect();
        said.finish();
        let refusals = mistakes.refusals();
        if refusals.is_empty() { Ok(Self { tables }) } else { Err(refusals) }
    }

    /// The first entry that fits a sheet.
    pub(super) fn table(&self, file: &str, sheet: &str) -> Option<&TableMap> {
        let fits = |pattern: &Option<String>, name: &str| {
            pattern.as_ref().is_none_or(|pattern| matches(pattern, name))
        };
        self.tables.iter().find(|table| fits(&table.file, file) && fits(&table.sheet, sheet))
    }
}

fn table(said: Said<'_>) -> TableMap {
    let table = TableMap {
        file: said.text("file"),
        sheet: said.any_text("sheet"),
        heading_row: said.whole("heading_row", 1, u32::MAX).map(|row| row.value),
        columns: said.table("columns", "[table.columns]").map(columns).unwrap_or_default(),
        year: said.year("year").and_then(|year| i16::try_from(year).ok()),
        day_first: said.choice("date_order", &[("dmy", Some(true)), ("mdy", Some(false))]),
        skip: said.flag("skip"),
    };
    said.finish();
    table
}

fn columns(said: Said<'_>) -> Vec<(String, Field, Option<Lang>)> {
    let mistakes = said.mistakes;
    let mut columns = Vec::new();
    for Entry { name, said: word, said_offset, .. } in said.entries() {
        if let Some((field, lang)) = Field::from_word(&word) {
            columns.push((name, field, lang));
            continue;
        }
        let known = Field::words().collect::<Vec<&str>>().join(", ");
        let right = Right::new(
            format!("「{word}」不是可用的字段。可用的有：{known}。"),
            format!("“{word}” is no field. There are: {known}."),
        );
        mistakes.note(said_offset, right);
    }
    columns
}

/// `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = name.strip_prefix(pieces.next().unwrap_or("")) else { return false };
    let mut last = None;
    for piece in pieces {
        last = Some(piece);
        if piece.is_empty() {
            continue;
        }
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    match last {
        None => rest.is_empty(),
        Some(piece) => name.ends_with(piece),
    }
}

/// `A` is 0, `AA` is 26.
pub(super) fn letters(text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    Some(text.bytes().fold(0, |sum, b| sum * 26 + usize::from(b - b'A') + 1) - 1)
}
