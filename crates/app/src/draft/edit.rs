//! Changing one field of one record by hand, with a reason.

use festoon_domain::record::{Change, Kind, Record, Sort, Value, compare, put_together, take_apart};
use festoon_domain::week::zone_named;
use festoon_store::journal::Deed;
use festoon_store::{Store, StoreError, Tx, draft, journal, weeks};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::{Draft, DraftRefusal, load};
use crate::{Actor, Failure};

/// How often a change that others overtook is made anew: an evening on which everybody edits.
const ATTEMPTS: u32 = 40;

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
    let which = Which { week: edit.week.as_deref(), kind: edit.kind, key: &edit.key };
    let place = edit.kind.place_of(&edit.field).ok_or(DraftRefusal::NoField(edit.kind, edit.field.clone()));
    let place = place.map_err(Failure::Refused)?;
    let sort = edit.kind.fields()[place].sort;
    let put = |records: &[Record], record: &mut Record| {
        let zone = records.iter().find(|record| record.kind == Kind::Week).map(|week| week.words("zone"));
        let zone = zone.and_then(zone_named).unwrap_or(TimeZone::UTC);
        record.values[place] = value(sort, edit.value.trim(), &zone)?;
        Ok(())
    };
    change(store, now, &which, &edit.actor, &edit.why, put, |_, _| Ok(()))
}

/// Which record is changed.
#[derive(Debug)]
pub(super) struct Which<'a> {
    pub(super) week: Option<&'a str>,
    pub(super) kind: Kind,
    pub(super) key: &'a str,
}

/// Changes a record as it stands when the change is kept: whoever is overtaken looks again. `also` is done in the same transaction,
/// given the week, whether or not anything changes.
pub(super) fn change(
    store: &Store,
    now: Timestamp,
    which: &Which<'_>,
    actor: &Actor,
    why: &str,
    put: impl Fn(&[Record], &mut Record) -> Result<(), DraftRefusal>,
    also: impl Fn(&mut Tx<'_>, &str) -> Result<(), StoreError> + Clone + Send + 'static,
) -> Result<Option<Change>, Failure<DraftRefusal>> {
    if why.trim().is_empty() {
        return Err(Failure::Refused(DraftRefusal::NoReason));
    }
    let is_meant = |record: &Record| record.kind == which.kind && *record.key == *which.key;
    let absent = || Failure::Refused(DraftRefusal::NoRecord(which.kind, which.key.to_owned()));
    for _ in 0..ATTEMPTS {
        let Draft { week, records } = load(store, which.week)?;
        let place = records.iter().position(is_meant).ok_or_else(absent)?;
        let mut after = records.clone();
        put(&records, &mut after[place]).map_err(Failure::Refused)?;

        let whole = put_together(&after).map_err(|fault| Failure::Refused(DraftRefusal::Unfit(fault)))?;
        let days = &whole.programme.week;
        if days.first_day > days.last_day {
            let stood = format!("{} … {}", days.first_day, days.last_day);
            return Err(Failure::Refused(DraftRefusal::NoValue(stood, "first_day ≤ last_day")));
        }
        // Said in the one form in which a week is kept: a default that was spelt out is nothing.
        let changed = take_apart(&whole).into_iter().find(is_meant).ok_or_else(absent)?;
        let change = compare(&records[place..=place], std::slice::from_ref(&changed)).pop();

        let deed = Deed {
            week: week.slug.clone(),
            revision: week.revision + 1,
            at: now,
            actor: actor.name().to_owned(),
            why: why.trim().to_owned(),
        };
        let (told, also) = (change.clone(), also.clone());
        let kept = store.write(move |tx| {
            if let Some(change) = &change {
                if !weeks::advance(tx, &week.slug, week.revision)? {
                    return Ok(false);
                }
                draft::put(tx, &week.slug, std::slice::from_ref(&changed))?;
                journal::write(tx, &deed, std::slice::from_ref(change))?;
            }
            also(tx, &week.slug)?;
            Ok::<_, StoreError>(true)
        })?;
        if kept {
            return Ok(told);
        }
    }
    Err(Failure::Refused(DraftRefusal::Overtaken))
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
