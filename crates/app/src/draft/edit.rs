//! Changing one field of one record by hand, with a reason.

use festoon_domain::record::{Change, Kind, Record, Sort, Value, compare, put_together, take_apart};
use festoon_store::journal::Deed;
use festoon_store::{Store, draft, journal, weeks};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::{Draft, DraftRefusal, load};
use crate::{Actor, Failure};

/// A change by hand.
#[derive(Debug, Clone)]
pub struct Edit {
    /// In which week; none for the current one.
    pub week: Option<String>,
    /// Of what kind of record.
    pub kind: Kind,
    /// Which record.
    pub key: String,
    /// Which field, by its name.
    pub field: String,
    /// What is to stand there, as people write it; empty for nothing.
    pub value: String,
    /// Who changes it.
    pub actor: Actor,
    /// Why.
    pub why: String,
}

/// Somebody changes a field; what changed, none if that stood there already.
///
/// # Errors
/// Why it is not changed.
pub fn edit(store: &Store, now: Timestamp, edit: &Edit) -> Result<Option<Change>, Failure<DraftRefusal>> {
    for _ in 0..5 {
        let Draft { week, records } = load(store, edit.week.as_deref())?;
        let changed = changed(&records, edit).map_err(Failure::Refused)?;

        let mut after = records.clone();
        let refused = || Failure::Refused(DraftRefusal::NoRecord(edit.kind, edit.key.clone()));
        let place = after.iter().position(|record| is_meant(record, edit)).ok_or_else(refused)?;
        after[place] = changed;
        let whole = put_together(&after).map_err(|fault| Failure::Refused(DraftRefusal::Unfit(fault)))?;
        // Said in the one form in which a week is kept: a default that was spelt out is nothing.
        let changed =
            take_apart(&whole).into_iter().find(|record| is_meant(record, edit)).ok_or_else(refused)?;
        let Some(change) = compare(&records[place..=place], std::slice::from_ref(&changed)).pop() else {
            return Ok(None);
        };

        let deed = Deed {
            week: week.slug.clone(),
            revision: week.revision + 1,
            at: now,
            actor: edit.actor.name().to_owned(),
            why: edit.why.clone(),
        };
        let told = change.clone();
        let kept = store.write(move |tx| {
            if !weeks::advance(tx, &week.slug, week.revision)? {
                return Ok(false);
            }
            draft::put(tx, &week.slug, std::slice::from_ref(&changed))?;
            journal::write(tx, &deed, std::slice::from_ref(&change))?;
            Ok::<_, festoon_store::StoreError>(true)
        })?;
        if kept {
            return Ok(Some(told));
        }
    }
    Err(Failure::Refused(DraftRefusal::Overtaken))
}

fn is_meant(record: &Record, edit: &Edit) -> bool {
    record.kind == edit.kind && *record.key == *edit.key
}

fn changed(records: &[Record], edit: &Edit) -> Result<Record, DraftRefusal> {
    let zone = records.iter().find(|record| record.kind == Kind::Week).map(|week| week.words("zone"));
    let zone = zone.and_then(|zone| TimeZone::get(zone).ok()).unwrap_or(TimeZone::UTC);
    let place =
        edit.kind.place_of(&edit.field).ok_or(DraftRefusal::NoField(edit.kind, edit.field.clone()))?;
    let record = records.iter().find(|record| is_meant(record, edit));
    let mut record = record.ok_or(DraftRefusal::NoRecord(edit.kind, edit.key.clone()))?.clone();
    record.values[place] = value(edit.kind.fields()[place].sort, edit.value.trim(), &zone)?;
    Ok(record)
}

/// What people write as what a field holds.
fn value(sort: Sort, said: &str, zone: &TimeZone) -> Result<Value, DraftRefusal> {
    if said.is_empty() {
        return Ok(Value::Nothing);
    }
    let unfit = |right| DraftRefusal::NoValue(said.to_owned(), right);
    Ok(match sort {
        Sort::Words | Sort::Choice | Sort::Key(_) => Value::Words(said.into()),
        Sort::Day => {
            let day: Date = said.parse().map_err(|_| unfit("2021-06-21"))?;
            Value::Words(day.to_string().into())
        }
        Sort::List | Sort::Keys(_) => {
            let entries = said.split([';', '；']).map(str::trim).filter(|entry| !entry.is_empty());
            Value::List(entries.map(Into::into).collect())
        }
        Sort::Number => Value::Number(said.parse().map_err(|_| unfit("120"))?),
        Sort::Decimal => {
            let number: f64 = said.parse().map_err(|_| unfit("118.84"))?;
            if !number.is_finite() {
                return Err(unfit("118.84"));
            }
            Value::Decimal(number)
        }
        Sort::Flag => match said {
            "yes" | "是" => Value::Flag(true),
            "no" | "否" => Value::Flag(false),
            _ => return Err(unfit("yes / no")),
        },
        Sort::Instant => Value::Instant(instant(said, zone).ok_or(unfit("2021-06-21 14:00"))?),
    })
}

/// `2021-06-21 14:00` in the week's zone, or an instant with its offset.
fn instant(said: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(instant) = said.parse::<Timestamp>() {
        return Some(instant);
    }
    let local: DateTime = said.parse().ok()?;
    Some(zone.to_ambiguous_zoned(local).compatible().ok()?.timestamp())
}
