//! Tables with one row a record.

use std::collections::HashMap;

use festoon_domain::record::{Kind, Record, Value};

use super::layout::{self, Sheet};
use super::table::{Row, Table};
use super::{Files, FolderFault};
use crate::Refusal;

pub(super) fn read(files: Files<'_>, sheet: &Sheet) -> Result<Vec<Record>, Refusal> {
    let table = Table::read(files, sheet.file, sheet.needed)?;
    let places = table.places(sheet.kind);
    let record = |row: Row<'_>| {
        let key = match sheet.kind {
            Kind::Road => road_key(row)?,
            _ => row.cell("key").into(),
        };
        let mut values = row.values(sheet.kind, &places)?;
        only_whole(sheet.kind, &mut values);
        Ok(Record { kind: sheet.kind, key, values, source: Some(row.citation()) })
    };
    let records = table.rows().map(record).collect::<Result<Vec<_>, _>>()?;
    Ok(if sheet.kind == Kind::Road { quickest(records) } else { records })
}

/// Fields that say something only together: said in part, they say nothing.
fn only_whole(kind: Kind, values: &mut [Value]) {
    let together: &[&str] = match kind {
        Kind::Venue => &["longitude", "latitude", "datum"],
        Kind::Activity => &["first_day", "last_day"],
        _ => return,
    };
    let places = together.iter().map(|field| layout::place(kind, field));
    if places.clone().any(|place| values[place] == Value::Nothing) {
        places.for_each(|place| values[place] = Value::Nothing);
    }
}

/// Both ends must be there to have a key at all.
fn road_key(row: Row<'_>) -> Result<Box<str>, Refusal> {
    let end = |column| match row.cell(column) {
        "" => Err(row.bad(column, "", layout::defined_in(Kind::Venue))),
        end if end.contains('/') => Err(row.fault(FolderFault::UnknownKey(column, end.to_owned()))),
        end => Ok(end),
    };
    Ok(format!("{}/{}", end("from")?, end("to")?).into())
}

/// One record a road: of several modes for one way, the quickest counts.
fn quickest(records: Vec<Record>) -> Vec<Record> {
    let minutes = layout::place(Kind::Road, "minutes");
    let takes = |record: &Record| match record.values[minutes] {
        Value::Number(minutes) => minutes,
        // What says no minutes must be seen, so that it is refused.
        _ => i64::MIN,
    };
    let mut roads: Vec<Record> = Vec::with_capacity(records.len());
    let mut places: HashMap<Box<str>, usize> = HashMap::new();
    for record in records {
        let place = *places.entry(record.key.clone()).or_insert(roads.len());
        match roads.get_mut(place) {
            None => roads.push(record),
            Some(known) if takes(&record) < takes(known) => *known = record,
            Some(_) => {}
        }
    }
    roads
}
