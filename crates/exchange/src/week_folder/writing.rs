//! A week as the files of its folder.
//!
//! RFC 4180 (commas, CRLF, quotes where they are needed), UTF-8 and no byte order mark: the folder is for programs, while a table for
//! people is an outlet. Equal weeks give equal bytes. Columns that say nothing in any row are left out unless they are needed.
//! Costs the week in memory once more, as text.

mod head;
mod sessions;
mod sheet;

use festoon_domain::record::{Kind, Record, take_apart};
use festoon_domain::week::Records;

use self::sheet::{Cells, Column};
use super::layout::{self, Sheet};
use super::{Edition, HEAD, SESSIONS};

/// The files of a week by name, in the order of their kinds; [`super::read`] takes them for an equal week.
///
/// A folder keeps the order of every table but two: sessions come back in the order of the first row of each, which is theirs
/// unless their occurrences are ordered otherwise; and roads, which have none. Occurrences keep theirs.
/// What cannot come back: keys that are none (`a-z 0-9 -`), and where a record was read.
#[must_use]
pub fn write(records: &Records) -> Vec<(String, Vec<u8>)> {
    let records = take_apart(records);
    let edition = Edition::of(&records);
    let of = |kind: Kind| records.iter().filter(move |record| record.kind == kind);

    let mut files = vec![(HEAD.to_owned(), head::write(&records).into_bytes())];
    files.extend(layout::SHEETS.iter().map(|sheet| (sheet.file.to_owned(), table(sheet, of(sheet.kind)))));
    let sessions: Vec<&Record> = of(Kind::Session).collect();
    let occurrences: Vec<&Record> = of(Kind::Occurrence).collect();
    files.push((SESSIONS.to_owned(), sessions::write(&sessions, &occurrences, &edition)));
    files
}

fn table<'a>(sheet: &Sheet, records: impl Iterator<Item = &'a Record>) -> Vec<u8> {
    let is_road = sheet.kind == Kind::Road;
    let mut columns: Vec<Column> = Vec::new();
    if !is_road {
        columns.push(Column { name: layout::key_column(sheet.kind), needed: true });
    }
    columns.extend(sheet::columns(sheet.kind, sheet.needed));
    if is_road {
        columns.push(Column { name: layout::MODE.0, needed: true });
    }

    let row = |record: &Record| {
        let mut cells: Cells = Vec::with_capacity(columns.len());
        if !is_road {
            cells.push(record.key.to_string());
        }
        cells.extend(sheet::cells(record));
        if is_road {
            cells.push(layout::MODE.1.to_owned());
        }
        cells
    };
    let rows: Vec<Cells> = records.map(row).collect();
    sheet::write(&columns, &rows)
}
