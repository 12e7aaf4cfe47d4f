//! Separated text, as Excel, WPS and people write it.
//!
//! A splitter of our own, because blank lines must keep their numbers and an unclosed quote must not swallow the rest
//! of the file. Records are rows as a spreadsheet program shows them: a quoted line break does not start a new one.

use super::encoding;
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use super::{Cell, Grid, GridPlace, GridTrouble, Harvest};
use crate::Reason;

/// How much of a file the separator is guessed from.
const GUESSED_RECORDS: usize = 60;
const GUESSED_BYTES: usize = 64 * 1024;

/// How often an unclosed quote is mended by reading on from it before all further quotes are taken as characters:
/// each time may walk the rest of the file once.
const MOST_MENDED: u32 = 16;

pub(super) fn read(bytes: &[u8], harvest: &mut Harvest) -> Result<(), Reason> {
    let decoded = encoding::decode(bytes, harvest)?;
    if decoded.trim().is_empty() {
        return Err(Reason::Empty);
    }
    // The line `sep=;` is an order to Excel, which does not show it as a row.
    let (separator, text) = match stated_separator(&decoded) {
        Some((separator, rest)) => (separator, rest),
        None => (guess(&decoded), decoded.as_ref()),
    };

    let mut splitter = Splitter::new(text, separator);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut fields = Vec::new();
    while splitter.record(&mut fields) {
        // Checked before the row is kept: a single line may hold a hundred million separators.
        if fields.len() > MOST_COLUMNS as usize {
            return Err(Reason::TooManyCells(u64::from(MOST_COLUMNS)));
        }
        let used = fields.iter().rposition(|field: &String| !field.is_empty()).map_or(0, |last| last + 1);
        harvest.budget.cells(used + 1)?;
        let mut row = Vec::with_capacity(used);
        for field in fields.drain(..).take(used) {
            if field.is_empty() {
                row.push(Cell::Empty);
                continue;
            }
            harvest.budget.text(field.len())?;
            row.push(Cell::Text(field.into_boxed_str()));
        }
        rows.push(row);
        if rows.len() > MOST_ROWS as usize {
            return Err(Reason::TooManyCells(u64::from(MOST_ROWS)));
        }
    }
    for row in splitter.unclosed {
        harvest.say_of_row(&GridPlace::Csv, row, GridTrouble::OpenQuote);
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    harvest.grids.push(Grid {
        place: GridPlace::Csv,
        rows,
        first_row: 1,
        merges: Vec::new(),
        is_1904: false,
        lines: Vec::new(),
    });
    Ok(())
}

fn stated_separator(text: &str) -> Option<(char, &str)> {
    let order = text.get(..4).filter(|order| order.eq_ignore_ascii_case("sep="))?;
    let mut rest = text[order.len()..].chars();
    let separator = rest.next()?;
    let rest = rest.as_str();
    let rest = rest.strip_prefix('\r').map_or(rest, |after| after);
    rest.strip_prefix('\n').map(|after| (separator, after))
}

/// The separator by which the first records fall into the most columns alike.
fn guess(text: &str) -> char {
    let mut end = text.len().min(GUESSED_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let mut best = (0, ',');
    for separator in [',', '\t', ';', '|'] {
        let (score, _) = alike(head, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    // A full-width comma separates only where nothing else does and nearly every record agrees: else it is prose.
    if best.0 == 0 && alike(head, '，').1 {
        return '，';
    }
    best.1
}

/// Records that share the commonest number of columns, times its separators; and whether nearly all do.
fn alike(head: &str, separator: char) -> (usize, bool) {
    let mut splitter = Splitter::new(head, separator);
    let mut fields = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    while counts.len() < GUESSED_RECORDS && splitter.record(&mut fields) {
        if fields.iter().any(|field| !field.trim().is_empty()) {
            counts.push(fields.len());
        }
        fields.clear();
    }
    let records = counts.len();
    counts.retain(|count| *count > 1);
    counts.sort_unstable();
    let commonest = counts.chunk_by(|a, b| a == b).max_by_key(|alike| alike.len() * (alike[0] - 1));
    let Some(commonest) = commonest else { return (0, false) };
    (commonest.len() * (commonest[0] - 1), records > 1 && commonest.len() * 5 >= records * 4)
}

struct Splitter<'a> {
    text: &'a str,
    at: usize,
    separator: &'a [u8],
    row: u32,
    unclosed: Vec<u32>,
    /// Where a quote is known to have no partner, so that it is a character like any other.
    plain_quote_at: Option<usize>,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        let separator: &[u8] = match separator {
            ',' => b",",
            ';' => b";",
            '\t' => b"\t",
            '|' => b"|",
            '，' => "，".as_bytes(),
            // Any other single byte an order `sep=` names; one beyond ASCII is not worth supporting.
            other => SINGLE.get(other as usize..=other as usize).unwrap_or(b","),
        };
        Self { text, at: 0, separator, row: 0, unclosed: Vec::new(), plain_quote_at: None }
    }

    /// Appends the fields of the next record, or says that there is none. One with more fields than a sheet has
    /// columns is cut into several.
    fn record(&mut self, fields: &mut Vec<String>) -> bool {
        if self.at >= self.text.len() {
            return false;
        }
        self.row += 1;
        loop {
            let field = self.field();
            fields.push(field);
            let rest = &self.text.as_bytes()[self.at..];
            if fields.len() > MOST_COLUMNS as usize {
                return true;
            }
            if rest.starts_with(self.separator) {
                self.at += self.separator.len();
                continue;
            }
            // A field ends at a separator, a line break or the end.
            self.at += match rest {
                [b'\r', b'\n', ..] => 2,
                [_, ..] => 1,
                [] => 0,
            };
            return true;
        }
    }

    fn field(&mut self) -> String {
        let bytes = self.text.as_bytes();
        let given_up = self.unclosed.len() >= MOST_MENDED as usize;
        if bytes.get(self.at) == Some(&b'"') && self.plain_quote_at != Some(self.at) && !given_up {
            if let Some(field) = self.quoted() {
                return field;
            }
            self.unclosed.push(self.row);
            self.plain_quote_at = Some(self.at);
        }
        let start = self.at;
        self.at = self.plain_end(start);
        self.text[start..self.at].to_owned()
    }

    /// The field in quotes that begins here, with whatever follows its closing quote; `None` where none closes it.
    fn quoted(&mut self) -> Option<String> {
        let mut field = String::new();
        let mut from = self.at + 1;
        loop {
            let quote = from + self.text[from..].find('"')?;
            field.push_str(&self.text[from..quote]);
            from = quote + 1;
            if self.text.as_bytes().get(from) != Some(&b'"') {
                break;
            }
            field.push('"');
            from += 1;
        }
        self.at = self.plain_end(from);
        field.push_str(&self.text[from..self.at]);
        Some(field)
    }

    fn plain_end(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let first = self.separator[0];
        (from..bytes.len())
            .find(|at| match bytes[*at] {
                b'\n' | b'\r' => true,
                byte => byte == first && bytes[*at..].starts_with(self.separator),
            })
            .unwrap_or(bytes.len())
    }
}

/// Every ASCII character as a slice of its own can be cut from this.
static SINGLE: [u8; 128] = {
    let mut all = [0; 128];
    let mut at = 0;
    while at < 128 {
        all[at as usize] = at;
        at += 1;
    }
    all
};
