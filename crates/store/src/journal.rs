//! Who changed what, when, from what to what, and why. Nothing is ever taken out of it: no statement here does anything but put in and
//! read.
//!
//! A changed field is a line, and so is a record that came or went, with all it held: an import of 48,000 sessions is as many lines,
//! and nothing of what they said is lost.

use festoon_domain::record::{Change, FieldChange, Kind, Value, What};
use jiff::Timestamp;

use crate::imported::kind_of;
use crate::tx::{Put, Type};
use crate::{Read, Row, StoreError, Trouble, Tx, json};

/// What all changes made together have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Of which week.
    pub week: String,
    /// The revision of the draft that the changes led to. A deed that left the draft as it was is no part of the journal.
    pub revision: i64,
    /// When.
    pub at: Timestamp,
    /// Who: a person's name, or a program's.
    pub actor: String,
    /// Why, or what was done: `import host.xlsx`.
    pub why: String,
}

/// One field that changed, or a record that came or went.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The deed it belongs to.
    pub deed: Deed,
    /// Of what kind of record.
    pub kind: Kind,
    /// Which record.
    pub key: String,
    /// Which field; none where the record as a whole came or went.
    pub field: Option<String>,
    /// What stood there before. Without a field: nothing, or the record that went, to be read with [`Self::record`].
    pub from: Value,
    /// What stands there after. Without a field: nothing, or the record that came.
    pub to: Value,
}

impl Line {
    /// What the record held that came or went, in the order of [`Kind::fields`]; nothing for a line about a field.
    ///
    /// # Errors
    /// When it does not read: a damaged database.
    pub fn record(&self) -> Result<Option<Vec<Value>>, StoreError> {
        let ((None, Value::Words(text), _) | (None, Value::Nothing, Value::Words(text))) =
            (&self.field, &self.from, &self.to)
        else {
            return Ok(None);
        };
        json::record_of_text(self.kind, text).map(Some)
    }
}

/// Writes down what was done. Changes of a revision that has lines already come after those.
///
/// # Errors
/// When there is no such week, a change does not fit its kind, the database refuses or does not answer.
pub fn write(tx: &mut Tx<'_>, deed: &Deed, changes: &[Change]) -> Result<(), StoreError> {
    let mut ordinal: i64 = tx.one(
        "SELECT COALESCE(MAX(ordinal), 0) FROM journal WHERE week = $1 AND revision = $2",
        &[deed.week.as_str().into(), deed.revision.into()],
        |row| row.get(0),
    )?;

    let mut rows = Vec::with_capacity(changes.len());
    for change in changes {
        for (field, before, after) in lines(change)? {
            ordinal += 1;
            rows.push(vec![
                deed.week.as_str().into(),
                deed.revision.into(),
                ordinal.into(),
                deed.at.into(),
                deed.actor.as_str().into(),
                deed.why.as_str().into(),
                change.kind.word().into(),
                (&*change.key).into(),
                field.into(),
                before.into(),
                after.into(),
            ]);
        }
    }

    tx.put_many(&Put { table: "journal", columns: COLUMNS, rest: "" }, &rows)?;
    Ok(())
}

/// What stands on the side of a record that is not there.
const NOTHING: &str = "null";

/// The table's columns and their types.
pub(crate) const COLUMNS: &[(&str, Type)] = &[
    ("week", Type::Text),
    ("revision", Type::Int),
    ("ordinal", Type::Int),
    ("at", Type::Int),
    ("actor", Type::Text),
    ("why", Type::Text),
    ("kind", Type::Text),
    ("key", Type::Text),
    ("field", Type::Text),
    ("before", Type::Text),
    ("after", Type::Text),
];

/// The field that changed, none for a whole record, and before and after as JSON.
type Written = (Option<&'static str>, String, String);

fn lines(change: &Change) -> Result<Vec<Written>, StoreError> {
    match &change.what {
        What::Added(values) => Ok(vec![(None, NOTHING.into(), json::text_of_record(change.kind, values)?)]),
        What::Removed(values) => Ok(vec![(None, json::text_of_record(change.kind, values)?, NOTHING.into())]),
        What::Changed(fields) => fields.iter().map(|field| field_line(change.kind, field)).collect(),
    }
}

fn field_line(kind: Kind, change: &FieldChange) -> Result<Written, StoreError> {
    let field = kind.fields().get(change.field).ok_or_else(|| {
        StoreError::new(Trouble::Ours, format!("a {} has no field {}", kind.word(), change.field))
    })?;
    Ok((Some(field.name), json::text_of_value(&change.from)?, json::text_of_value(&change.to)?))
}

/// The journal of a week, newest first, at most `limit` lines, of one record where one is named.
///
/// # Errors
/// When the database does not answer or a line does not read.
pub fn of_week(
    read: &mut Read<'_>,
    week: &str,
    record: Option<(Kind, &str)>,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let Some((kind, key)) = record else {
        return read.all(
            "SELECT week, revision, at, actor, why, kind, key, field, before, after FROM journal
             WHERE week = $1 ORDER BY revision DESC, ordinal DESC LIMIT $2",
            &[week.into(), limit.into()],
            line,
        );
    };
    read.all(
        "SELECT week, revision, at, actor, why, kind, key, field, before, after FROM journal
         WHERE week = $1 AND kind = $2 AND key = $3 ORDER BY revision DESC, ordinal DESC LIMIT $4",
        &[week.into(), kind.word().into(), key.into(), limit.into()],
        line,
    )
}

fn line(row: &mut Row) -> Result<Line, StoreError> {
    let deed = Deed {
        week: row.get(0)?,
        revision: row.get(1)?,
        at: row.get(2)?,
        actor: row.get(3)?,
        why: row.get(4)?,
    };
    let field: Option<String> = row.get(7)?;
    let (before, after): (String, String) = (row.get(8)?, row.get(9)?);
    let read = |text: String| {
        if field.is_some() { json::value_of_text(&text) } else { Ok(whole(text)) }
    };
    let (from, to) = (read(before)?, read(after)?);
    Ok(Line { deed, kind: kind_of(&row.get::<String>(5)?)?, key: row.get(6)?, field, from, to })
}

/// A whole record stays the text it is until somebody asks for it.
fn whole(text: String) -> Value {
    if text == NOTHING { Value::Nothing } else { Value::Words(text.into()) }
}
