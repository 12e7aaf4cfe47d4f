//! The part of MiniZinc's data files that these use: `name = value;`, numbers, arrays, tables `[| … |]`, sets `{…}` and `1..3`,
//! `array1d(…)` and `array2d(…)`, and comments `%` and `/* … */`.
//!
//! A value is a tree of no more than three levels, so nothing here can run deep; the ranges before an array's parts are read and dropped.

use std::collections::BTreeMap;

use super::fault::NUMBER;
use super::{Located, MeetingFault};

/// What a file says, by name.
pub(super) type Items = BTreeMap<String, Item>;

/// A value and the line where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) line: u32,
    pub(super) value: Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Number(i64),
    /// Its members, in the order of the file.
    Set(Vec<i64>),
    /// Numbers, or sets, each with its line.
    Array(Vec<Item>),
    /// Rows of numbers, each with its line.
    Table(Vec<(u32, Vec<i64>)>),
}

/// The most numbers, sets and rows together.
const MOST_PARTS: usize = 2_000_000;

pub(super) fn parse(text: &str) -> Result<Items, Located> {
    let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1, parts: 0 };
    let mut items = Items::new();
    loop {
        reader.blanks()?;
        if reader.rest.is_empty() {
            return Ok(items);
        }
        let line = reader.line;
        let name = reader.name()?;
        reader.take('=', "=")?;
        reader.blanks()?;
        let begins = reader.line;
        let value = reader.value()?;
        if items.insert(name.clone(), Item { line: begins, value }).is_some() {
            return Err((line, MeetingFault::Twice(name)));
        }
        reader.blanks()?;
        if !reader.rest.is_empty() {
            reader.take(';', ";")?;
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
    line: u32,
    parts: usize,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Value, Located> {
        self.blanks()?;
        if self.rest.starts_with("array1d") || self.rest.starts_with("array2d") {
            return self.shaped();
        }
        if self.follows("[|") {
            return self.table();
        }
        if self.follows("[") {
            return self.array().map(Value::Array);
        }
        if self.rest.starts_with('{') {
            return self.set().map(Value::Set);
        }
        self.number_or_range()
    }

    /// `array1d(1..n, [ … ])`, `array2d(1..n, 1..m, [ … ])`.
    fn shaped(&mut self) -> Result<Value, Located> {
        let is_table = self.rest.starts_with("array2d");
        self.rest = &self.rest["array1d".len()..];
        self.take('(', "(")?;
        let mut sizes = Vec::new();
        loop {
            self.blanks()?;
            if self.follows("[") {
                break;
            }
            let line = self.line;
            let range = if self.rest.starts_with('{') { self.set()? } else { self.range(line)? };
            sizes.push(range.len());
            self.take(',', ",")?;
        }
        let line = self.line;
        let parts = self.array()?;
        self.take(')', ")")?;
        if !is_table {
            return Ok(Value::Array(parts));
        }
        let width = sizes.get(1).copied().unwrap_or_default();
        let wrong = (line, MeetingFault::Form("array2d", "array2d(1..n, 1..m, [n × m])"));
        if width == 0 || sizes[0].checked_mul(width) != Some(parts.len()) {
            return Err(wrong);
        }
        let mut rows = Vec::new();
        for row in parts.chunks(width) {
            let numbers: Option<Vec<i64>> = row.iter().map(|part| part.value.number()).collect();
            rows.push((row[0].line, numbers.ok_or_else(|| wrong.clone())?));
        }
        Ok(Value::Table(rows))
    }

    /// What follows `[|`: rows with `|` between them, up to `|]`.
    fn table(&mut self) -> Result<Value, Located> {
        let mut rows = Vec::new();
        loop {
            self.blanks()?;
            if self.follows("]") {
                return Ok(Value::Table(rows));
            }
            let line = self.line;
            let mut row = Vec::new();
            loop {
                self.blanks()?;
                if self.follows("|") {
                    break;
                }
                row.push(self.number()?);
                self.blanks()?;
                if !self.follows(",") && !self.rest.starts_with('|') {
                    return Err(self.expected("a comma or |"));
                }
            }
            if !row.is_empty() {
                self.count(1)?;
                rows.push((line, row));
            }
        }
    }

    /// What follows `[`: numbers or sets, up to `]`.
    fn array(&mut self) -> Result<Vec<Item>, Located> {
        let mut parts = Vec::new();
        loop {
            self.blanks()?;
            if self.follows("]") {
                return Ok(parts);
            }
            let line = self.line;
            let value =
                if self.rest.starts_with('{') { Value::Set(self.set()?) } else { self.number_or_range()? };
            self.count(1)?;
            parts.push(Item { line, value });
            self.blanks()?;
            if !self.follows(",") && !self.rest.starts_with(']') {
                return Err(self.expected("a comma or ]"));
            }
        }
    }

    fn set(&mut self) -> Result<Vec<i64>, Located> {
        self.take('{', "{")?;
        let mut members = Vec::new();
        loop {
            self.blanks()?;
            if self.follows("}") {
                return Ok(members);
            }
            members.push(self.number()?);
            self.blanks()?;
            if !self.follows(",") && !self.rest.starts_with('}') {
                return Err(self.expected("a comma or }"));
            }
        }
    }

    /// `3`, or the set `3..5`.
    fn number_or_range(&mut self) -> Result<Value, Located> {
        let first = self.number()?;
        self.blanks()?;
        if !self.follows("..") {
            return Ok(Value::Number(first));
        }
        self.range_from(first).map(Value::Set)
    }

    fn range(&mut self, line: u32) -> Result<Vec<i64>, Located> {
        match self.number_or_range()? {
            Value::Set(members) => Ok(members),
            _ => Err((line, MeetingFault::Form("array", "array2d(1..n, 1..m, […])"))),
        }
    }

    fn range_from(&mut self, first: i64) -> Result<Vec<i64>, Located> {
        self.blanks()?;
        let last = self.number()?;
        let length = usize::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or_default();
        self.count(length)?;
        Ok((first..=last).collect())
    }

    fn number(&mut self) -> Result<i64, Located> {
        self.blanks()?;
        let sign = usize::from(self.rest.starts_with(['-', '+']));
        let digits = self.rest[sign..].bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = self.rest[..sign + digits].parse() else {
            return Err(self.expected(NUMBER));
        };
        self.rest = &self.rest[sign + digits..];
        self.count(1)?;
        Ok(number)
    }

    fn name(&mut self) -> Result<String, Located> {
        let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = self.rest.bytes().take_while(is_of_name).count();
        if length == 0 {
            return Err(self.expected("name = value;"));
        }
        let (name, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(name.to_owned())
    }

    /// Blanks, line ends and comments.
    fn blanks(&mut self) -> Result<(), Located> {
        loop {
            let trimmed = self.rest.trim_start();
            self.pass(self.rest.len() - trimmed.len());
            if self.rest.starts_with('%') {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                self.pass(end);
            } else if self.rest.starts_with("/*") {
                let end = self.rest.find("*/").ok_or_else(|| self.expected("*/"))?;
                self.pass(end + 2);
            } else {
                return Ok(());
            }
        }
    }

    /// Goes on by so many bytes, counting lines.
    fn pass(&mut self, bytes: usize) {
        let (passed, rest) = self.rest.split_at(bytes);
        let lines = passed.bytes().filter(|byte| *byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.rest = rest;
    }

    fn follows(&mut self, word: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(word) else { return false };
        self.rest = rest;
        true
    }

    fn take(&mut self, mark: char, right: &'static str) -> Result<(), Located> {
        self.blanks()?;
        let Some(rest) = self.rest.strip_prefix(mark) else { return Err(self.expected(right)) };
        self.rest = rest;
        Ok(())
    }

    fn count(&mut self, parts: usize) -> Result<(), Located> {
        self.parts = self.parts.saturating_add(parts);
        if self.parts > MOST_PARTS {
            return Err((self.line, MeetingFault::TooMany(MOST_PARTS)));
        }
        Ok(())
    }

    fn expected(&self, right: &'static str) -> Located {
        let stood = self.rest.lines().next().unwrap_or_default().chars().take(20).collect();
        (self.line, MeetingFault::Expected { stood, right })
    }
}

impl Value {
    pub(super) const fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}
