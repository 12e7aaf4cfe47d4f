//! `sessions.csv`: one row an occurrence; rows of one key are one session.

use std::collections::HashMap;

use festoon_domain::record::{Kind, Record, Value};
use festoon_domain::text::Lang;
use uuid::Uuid;

use super::table::{Row, Table};
use super::{Edition, Files, clock, layout};
use crate::Refusal;

/// The columns of an occurrence beside when it is and its state.
const OF_OCCURRENCE: [&str; 5] = ["guid", "number", "slug", "room", "venue"];

pub(super) fn read(files: Files<'_>, edition: &Edition) -> Result<Vec<Record>, Refusal> {
    let table = Table::read(files, super::SESSIONS, &layout::OF_SESSIONS)?;
    let of_session = table.places(Kind::Session);
    let of_occurrence = table.places(Kind::Occurrence);

    let mut records = Vec::new();
    let mut rows_so_far: HashMap<&str, u32> = HashMap::new();
    for row in table.rows() {
        let key = row.cell("key");
        let so_far = rows_so_far.entry(key).or_default();
        if *so_far == 0 {
            records.push(session(row, row.values(Kind::Session, &of_session)?)?);
        }
        *so_far += 1;

        if row.cell("state") == layout::NONE {
            says_no_occurrence(row)?;
            continue;
        }
        let values = row.values(Kind::Occurrence, &of_occurrence)?;
        records.push(occurrence(row, values, edition, *so_far)?);
    }
    Ok(records)
}

fn session(row: Row<'_>, mut values: Vec<Value>) -> Result<Record, Refusal> {
    let stale = &mut values[layout::place(Kind::Session, "title_stale")];
    match row.cell("translation") {
        // From when the Chinese was the original throughout the folder.
        "stale" if *stale == Value::Nothing => *stale = Value::Words(Lang::En.code().into()),
        "" | "current" | "stale" => {}
        other => return Err(row.bad("translation", other, "current / stale")),
    }
    Ok(Record { kind: Kind::Session, key: row.cell("key").into(), values, source: Some(row.citation()) })
}

fn occurrence(
    row: Row<'_>,
    mut values: Vec<Value>,
    edition: &Edition,
    row_of_session: u32,
) -> Result<Record, Refusal> {
    let key = row.cell("key");
    let guid = match row.cell("guid") {
        "" => edition.guid(key, row_of_session),
        guid => Uuid::try_parse(guid).map_err(|_| row.bad("guid", guid, "8-4-4-4-12 hexadecimal digits"))?,
    };
    let (start, end) = clock::read(row, &edition.zone)?;
    for (field, value) in [("session", Value::Words(key.into())), ("start", start), ("end", end)] {
        values[layout::place(Kind::Occurrence, field)] = value;
    }
    let key = guid.to_string().into();
    Ok(Record { kind: Kind::Occurrence, key, values, source: Some(row.citation()) })
}

/// The row is there for its session alone; what it said of an occurrence would be lost.
fn says_no_occurrence(row: Row<'_>) -> Result<(), Refusal> {
    let mut columns = OF_OCCURRENCE.into_iter().chain(clock::COLUMNS);
    match columns.find(|column| !row.cell(column).is_empty()) {
        Some(_) => Err(row.bad("state", layout::NONE, "scheduled / cancelled")),
        None => Ok(()),
    }
}
