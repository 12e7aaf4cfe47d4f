//! What each source said the last time it was imported: the base against which a later import is merged.
//!
//! Kept as one JSON a record that names its fields, so that a field that comes later was never said.

use std::collections::{HashMap, HashSet};

use festoon_domain::record::{Kind, Value};
use jiff::Timestamp;

use crate::json;
use crate::tx::{Put, Type};
use crate::{Read, StoreError, Trouble, Tx};

/// What a source said, by kind and the key in the draft.
pub type Said = HashMap<(Kind, Box<str>), Vec<Value>>;

/// What a source said about a week the last time; nothing if it never spoke.
///
/// # Errors
/// When the database does not answer or a row does not read.
pub fn load(read: &mut Read<'_>, week: &str, source: &str) -> Result<Said, StoreError> {
    let rows = read.all(
        "SELECT kind, key, said FROM imported_record WHERE week = $1 AND source = $2",
        &[week.into(), source.into()],
        |row| {
            let kind = kind_of(&row.get::<String>(0)?)?;
            let values = json::record_of_text(kind, &row.get::<String>(2)?)?;
            Ok(((kind, row.get::<String>(1)?.into_boxed_str()), values))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// The sources of a week with the time of their last import, by name.
///
/// # Errors
/// When the database does not answer.
pub fn sources(read: &mut Read<'_>, week: &str) -> Result<Vec<(String, Timestamp)>, StoreError> {
    read.all(
        "SELECT source, at FROM imported_source WHERE week = $1 ORDER BY source",
        &[week.into()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Replaces what a source said by what it says now.
///
/// # Errors
/// When there is no such week, a value is none to keep, the database refuses or does not answer.
pub fn replace(
    tx: &mut Tx<'_>,
    week: &str,
    source: &str,
    now: Timestamp,
    said: &Said,
) -> Result<(), StoreError> {
    // The source's row comes first: two who import the same source wait for each other on it.
    tx.run(
        "INSERT INTO imported_source (week, source, at) VALUES ($1, $2, $3)
         ON CONFLICT (week, source) DO UPDATE SET at = excluded.at",
        &[week.into(), source.into(), now.into()],
    )?;
    tx.run("DELETE FROM imported_record WHERE week = $1 AND source = $2", &[week.into(), source.into()])?;

    let mut records: Vec<_> = said.iter().collect();
    records.sort_unstable_by_key(|(which, _)| *which);
    let mut rows = Vec::with_capacity(records.len());
    for ((kind, key), values) in records {
        let said = json::text_of_record(*kind, values)?;
        rows.push(vec![week.into(), source.into(), kind.word().into(), (&**key).into(), said.into()]);
    }
    let put = Put {
        table: "imported_record",
        columns: &[
            ("week", Type::Text),
            ("source", Type::Text),
            ("kind", Type::Text),
            ("key", Type::Text),
            ("said", Type::Text),
        ],
        rest: "",
    };
    tx.put_many(&put, &rows)?;
    Ok(())
}

/// The kind of a word that the store wrote.
pub(crate) fn kind_of(word: &str) -> Result<Kind, StoreError> {
    Kind::from_word(word)
        .ok_or_else(|| StoreError::new(Trouble::Ours, format!("there is no kind of record {word:?}")))
}

/// Forgets a source and what it said: another has taken its place.
///
/// # Errors
/// When the database refuses or does not answer.
pub fn forget(tx: &mut Tx<'_>, week: &str, source: &str) -> Result<(), StoreError> {
    tx.run("DELETE FROM imported_record WHERE week = $1 AND source = $2", &[week.into(), source.into()])?;
    tx.run("DELETE FROM imported_source WHERE week = $1 AND source = $2", &[week.into(), source.into()])?;
    Ok(())
}

/// What sources other than these say about a week, by kind and key.
///
/// # Errors
/// When the database does not answer or holds what no Festoon wrote.
pub fn said_by_others(
    read: &mut Read<'_>,
    week: &str,
    sources: &[&str],
) -> Result<HashSet<(Kind, Box<str>)>, StoreError> {
    let mut said = HashSet::new();
    let own: HashSet<&str> = sources.iter().copied().collect();
    for (source, _) in self::sources(read, week)? {
        if own.contains(source.as_str()) {
            continue;
        }
        said.extend(read.all(
            "SELECT kind, key FROM imported_record WHERE week = $1 AND source = $2",
            &[week.into(), source.into()],
            |row| {
                let kind: String = row.get(0)?;
                let key: String = row.get(1)?;
                Ok((kind_of(&kind)?, key.into_boxed_str()))
            },
        )?);
    }
    Ok(said)
}
