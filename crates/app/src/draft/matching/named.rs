//! Houses, halls, hosts, chains, activities and parts: known by a guid or their names.

use festoon_domain::record::{Kind, Record};

use super::Matching;
use super::index::may_be_one;

/// The record of the draft that a brought one is, whose references are the draft's already.
pub(super) fn known(matching: &Matching<'_>, record: &Record) -> Option<Box<str>> {
    if let Some(known) = matching.index.by_guid(record) {
        return Some(known.key.clone());
    }
    let agrees = |field: &str, known: &Record| {
        let (one, other) = (known.words(field), record.words(field));
        one.is_empty() || other.is_empty() || one == other
    };
    let belongs = |known: &&Record| match record.kind {
        Kind::Room => known.words("venue") == record.words("venue"),
        Kind::Part => known.words("activity") == record.words("activity"),
        // Two hosts may each have an opening forum.
        Kind::Activity => agrees("host", known),
        _ => true,
    };
    let (zh, en) = match record.kind {
        Kind::Activity | Kind::Part => ("title_zh", "title_en"),
        _ => ("name_zh", "name_en"),
    };
    // One name in one language does not make two houses one whose other names differ.
    let is_one = |known: &&Record| may_be_one(known, record, zh, en);
    let mut namesakes: Vec<&Record> = matching.index.namesakes(record);
    namesakes.retain(|known| belongs(known) && is_one(known));
    namesakes.sort_by_key(|known| known.key != record.key);
    if let Some(known) = namesakes.first() {
        return Some(known.key.clone());
    }

    let voted = matching.votes.for_one(record.kind, &record.key)?;
    let known = matching.index.get(record.kind, voted)?;
    (is_one(&known) && matching.is_free(record.kind, voted)).then(|| known.key.clone())
}
