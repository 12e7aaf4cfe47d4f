//! The draft: every record of a week as it stands now, one table a kind, named `draft_` and the kind's word.
//!
//! Statements are made from the kinds' fields, once. Records are sorted here and not by the database, which would write tables of this
//! width to disk for it.

mod statements;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Kind, Record, Value as Said};

use crate::columns::{from_column, into_column};
use crate::{Read, Row, StoreError, Trouble, Tx, Value};

pub(crate) use statements::columns_of;
use statements::{REMOVED_AT_ONCE, statements};

/// Every record of a week, by kind and position.
///
/// # Errors
/// When the database does not answer or a row does not read.
pub fn load(read: &mut Read<'_>, week: &str) -> Result<Vec<Record>, StoreError> {
    let mut records = Vec::new();
    let mut file = None;
    for kind in Kind::ALL {
        let mut of_kind =
            read.all(statements(kind).load, &[week.into()], |row| placed_record(kind, &mut file, row))?;
        of_kind.sort_unstable_by(|(one, a), (other, b)| (one, &a.key).cmp(&(other, &b.key)));
        records.extend(of_kind.into_iter().map(|(_, record)| record));
    }
    Ok(records)
}

/// Puts records in; one whose kind and key are there already is replaced where it stands, a new one comes after the others of its kind.
/// Of two with the same kind and key the later counts.
///
/// # Errors
/// When there is no such week, a value does not fit its field, the database refuses or does not answer.
pub fn put(tx: &mut Tx<'_>, week: &str, records: &[Record]) -> Result<(), StoreError> {
    for kind in Kind::ALL {
        let of_kind = last_of_each(records.iter().filter(|record| record.kind == kind));
        if of_kind.is_empty() {
            continue;
        }

        // Whoever is there keeps its position, since the statement leaves that column alone where it meets the key.
        let last: i64 = tx.one(statements(kind).last, &[week.into()], |row| row.get(0))?;
        let rows =
            of_kind.into_iter().zip(last + 1..).map(|(record, position)| row_of(week, position, record));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        tx.put_many(&statements(kind).put(), &rows)?;
    }
    Ok(())
}

/// Takes records out by kind and key; how many there were.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn remove(tx: &mut Tx<'_>, week: &str, which: &[(Kind, &str)]) -> Result<u64, StoreError> {
    let mut removed = 0;
    for kind in Kind::ALL {
        let keys: HashSet<&str> = which.iter().filter(|(of, _)| *of == kind).map(|(_, key)| *key).collect();
        let mut keys: Vec<&str> = keys.into_iter().collect();
        keys.sort_unstable();
        for some in keys.chunks(REMOVED_AT_ONCE) {
            // One statement whatever the number: the last key stands for those that are missing.
            let last = some[some.len() - 1];
            let keys = some.iter().chain(std::iter::repeat(&last)).take(REMOVED_AT_ONCE);
            let parameters: Vec<Value> =
                std::iter::once(week).chain(keys.copied()).map(Value::from).collect();
            removed += tx.run(statements(kind).remove, &parameters)?;
        }
    }
    Ok(removed)
}

/// Each key once, where it first stood, with what was said of it last.
fn last_of_each<'r>(records: impl Iterator<Item = &'r Record>) -> Vec<&'r Record> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut kept: Vec<&Record> = Vec::new();
    for record in records {
        let place = *places.entry(&record.key).or_insert(kept.len());
        if let Some(earlier) = kept.get_mut(place) {
            *earlier = record;
        } else {
            kept.push(record);
        }
    }
    kept
}

/// The columns before those of the fields: week, key, position and source.
const LEADING: usize = 5;

fn row_of(week: &str, position: i64, record: &Record) -> Result<Vec<Value>, StoreError> {
    let fields = record.kind.fields();
    if record.values.len() > fields.len() {
        let words = format!("{} {} has {} values", record.kind.word(), record.key, record.values.len());
        return Err(StoreError::new(Trouble::Ours, words));
    }
    let mut row = Vec::with_capacity(LEADING + fields.len());
    row.extend([week.into(), (&*record.key).into(), position.into()]);
    row.push(record.source.as_ref().map(|source| &*source.file).into());
    row.push(record.source.as_ref().map(|source| source.spot.mark()).into());
    // A record that is older than a field says nothing in it.
    let values = record.values.iter().chain(std::iter::repeat(&Said::Nothing));
    for (field, value) in fields.iter().zip(values) {
        row.push(into_column(record.kind, field, value)?);
    }
    Ok(row)
}

/// A record and its position. Most records of a draft come from the same few files: the name of the last is shared.
fn placed_record(
    kind: Kind,
    file: &mut Option<Arc<str>>,
    row: &mut Row,
) -> Result<(i64, Record), StoreError> {
    let key = row.get::<String>(0)?.into_boxed_str();
    let position = row.get(1)?;
    let source = citation(file, row.get(2)?, row.get(3)?)?;
    let fields = kind.fields().iter().zip(LEADING - 1..);
    let values = fields.map(|(field, column)| from_column(kind, field, row.get(column)?));
    let values = values.collect::<Result<_, _>>()?;
    Ok((position, Record { kind, key, values, source }))
}

fn citation(
    last: &mut Option<Arc<str>>,
    file: Option<String>,
    mark: Option<String>,
) -> Result<Option<Citation>, StoreError> {
    let Some((file, mark)) = file.zip(mark) else { return Ok(None) };
    let spot = Spot::from_mark(&mark)
        .ok_or_else(|| StoreError::new(Trouble::Ours, format!("{mark:?} is no place in a file")))?;
    let file = match last {
        Some(last) if **last == *file => Arc::clone(last),
        _ => Arc::clone(last.insert(file.into())),
    };
    Ok(Some(Citation { file, spot }))
}
