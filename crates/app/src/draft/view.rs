//! A draft, read.

use festoon_domain::record::Record;
use festoon_store::weeks::WeekRow;
use festoon_store::{Store, draft, weeks};

use super::DraftRefusal;
use crate::Failure;

/// A week as it stands in the draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Which week, and how often it has changed.
    pub week: WeekRow,
    /// Everything recorded about it.
    pub records: Vec<Record>,
}

/// Reads a week's draft; the current week's where none is named.
///
/// # Errors
/// When there is no such week.
pub fn load(store: &Store, week: Option<&str>) -> Result<Draft, Failure<DraftRefusal>> {
    let asked = week.map(str::to_owned);
    store.read(move |read| {
        let known = weeks::all(read)?;
        let found = match &asked {
            Some(slug) => known.iter().find(|week| week.slug == *slug),
            None => known.iter().find(|week| week.is_current),
        };
        let Some(week) = found.cloned() else {
            let known = known.into_iter().map(|week| week.slug).collect();
            return Err(Failure::Refused(match &asked {
                Some(slug) => DraftRefusal::NoSuchWeek(slug.clone(), known),
                None => DraftRefusal::NoWeekSaid,
            }));
        };
        let records = draft::load(read, &week.slug)?;
        Ok(Draft { week, records })
    })
}
