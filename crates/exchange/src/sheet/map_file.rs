//! `map.toml`: columns said by hand. It wins over the guess and is checked against the sheet.

use std::collections::BTreeMap;

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;
use serde::Deserialize;

use super::fields::Field;
use crate::{NamedFile, Reason, Refusal, Right};

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default, rename = "table")]
    tables: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    file: Option<String>,
    sheet: Option<String>,
    heading_row: Option<u32>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    year: Option<i16>,
    date_order: Option<String>,
    #[serde(default)]
    skip: bool,
}

impl ColumnMap {
    /// Reads `map.toml`.
    ///
    /// # Errors
    /// A file that is no TOML, or names a field or order that does not exist.
    pub fn parse(file: &NamedFile) -> Result<Self, Refusal> {
        let refuse = |right: Right| Refusal {
            file: file.name.clone(),
            spot: Spot::Whole,
            reason: Reason::Malformed(right),
        };
        let text = std::str::from_utf8(&file.bytes)
            .map_err(|_| refuse(Right::new("请存为 UTF-8。", "save it as UTF-8.")))?;
        let not_toml = |error: toml::de::Error| {
            refuse(Right::new(
                format!("不合 TOML 的写法：{error}"),
                format!("it does not read as TOML: {error}"),
            ))
        };
        let document: Document = toml::from_str(text.trim_start_matches('\u{feff}')).map_err(not_toml)?;
        let tables = document
            .tables
            .into_iter()
            .map(|raw| raw.checked().map_err(&refuse))
            .collect::<Result<_, _>>()?;
        Ok(Self { tables })
    }

    /// The first entry that fits a sheet.
    pub(super) fn table(&self, file: &str, sheet: &str) -> Option<&TableMap> {
        let fits = |pattern: &Option<String>, name: &str| {
            pattern.as_ref().is_none_or(|pattern| matches(pattern, name))
        };
        self.tables.iter().find(|table| fits(&table.file, file) && fits(&table.sheet, sheet))
    }
}

impl Raw {
    fn checked(self) -> Result<TableMap, Right> {
        let mut columns = Vec::new();
        for (column, word) in self.columns {
            let Some((field, lang)) = Field::from_word(&word) else {
                let known = Field::words().collect::<Vec<&str>>().join(", ");
                return Err(Right::new(
                    format!("「{word}」不是可用的字段。可用的有：{known}。"),
                    format!("“{word}” is no field. There are: {known}."),
                ));
            };
            columns.push((column, field, lang));
        }
        let day_first = match self.date_order.as_deref() {
            None => None,
            Some("dmy") => Some(true),
            Some("mdy") => Some(false),
            Some(other) => {
                return Err(Right::new(
                    format!("date_order 只能是 \"dmy\" 或 \"mdy\"，现为 \"{other}\"。"),
                    format!("date_order is \"dmy\" or \"mdy\", not \"{other}\"."),
                ));
            }
        };
        Ok(TableMap {
            file: self.file,
            sheet: self.sheet,
            heading_row: self.heading_row,
            columns,
            year: self.year,
            day_first,
            skip: self.skip,
        })
    }
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
