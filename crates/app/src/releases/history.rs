//! What the last releases changed for the public, in words: for the feed.
//!
//! Told is what [`tally`] tells everybody. Why a release was made stays with the office.
//! Costs the reading of two whole releases for each that is told, so it is done when the newest is shown already.

use festoon_domain::programme::Visibility;
use festoon_domain::record::{Group, Kind, Line, Names, tally};
use festoon_domain::text::Text;
use festoon_guide::Release;
use festoon_guide::imprint::{About, Past, PastLine, PastTopic};
use festoon_store::{Store, StoreError, releases};

use super::{ReleaseRefusal, difference};
use crate::Failure;

/// Lines of a topic; more are only counted.
const MOST_LINES: usize = 40;

/// The last releases of a week, the newest first, at most so many.
///
/// # Errors
/// When the database does not answer.
pub fn recent(store: &Store, week: &str, most: usize) -> Result<Vec<Release>, StoreError> {
    let slug = week.to_owned();
    let rows = store.read(move |read| releases::of_week(read, &slug))?;
    Ok(rows.into_iter().take(most).map(|row| Release { number: row.number, at: row.at }).collect())
}

/// What one release changed. The first changed nothing: before it there was nothing to change.
///
/// # Errors
/// Why it cannot be read.
pub fn past(store: &Store, week: &str, release: Release) -> Result<Past, Failure<ReleaseRefusal>> {
    if release.number <= 1 {
        return Ok(Past { release, topics: Vec::new() });
    }
    let (changes, names) = difference(store, week, release.number, None)?;
    let groups = tally(&changes, &names, Visibility::Public);
    Ok(Past { release, topics: groups.into_iter().map(|group| topic(group, &names)).collect() })
}

fn topic(group: Group, names: &Names) -> PastTopic {
    let count = group.lines.len();
    let lines = group.lines.into_iter().take(MOST_LINES).map(|line| PastLine {
        text: Text::from_wordings(&line.zh, &line.en, None),
        about: about(&line, names),
    });
    PastTopic { topic: group.topic, count, lines: lines.collect() }
}

fn about(line: &Line, names: &Names) -> Option<About> {
    match line.kind {
        Kind::Activity => Some(About::Activity(line.key.clone())),
        Kind::Session => Some(About::Session(line.key.clone())),
        Kind::Occurrence => names.session_of(&line.key).map(|session| About::Session(session.into())),
        Kind::Venue => Some(About::Venue(line.key.clone())),
        _ => None,
    }
}
