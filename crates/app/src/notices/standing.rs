//! What is to be read over every week now.

use std::collections::BTreeMap;

use festoon_domain::notice::Notice;
use festoon_store::{Store, StoreError, notices};
use jiff::Timestamp;

/// What is to be read over a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// The notices that stand, newest first.
    pub notices: Vec<Notice>,
    /// Since when it is these.
    pub changed: Timestamp,
}

/// What is to be read over every week that ever had a notice, by week.
///
/// # Errors
/// When the database does not answer.
pub fn standing(store: &Store, now: Timestamp) -> Result<BTreeMap<String, Over>, StoreError> {
    let (changed, rows) = store.read(move |read| {
        Ok::<_, StoreError>((notices::changed(read, now)?, notices::standing(read, now)?))
    })?;
    let nothing = |(week, changed)| (week, Over { notices: Vec::new(), changed });
    let mut over: BTreeMap<String, Over> = changed.into_iter().map(nothing).collect();
    for row in rows {
        if let Some(over) = over.get_mut(&row.week) {
            over.notices.push(row.notice);
        }
    }
    Ok(over)
}
