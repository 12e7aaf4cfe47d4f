//! Houses, halls, hosts, chains, activities and parts: known by their names.

use festoon_domain::record::{Kind, Record};

use super::Matching;
use super::index::may_be_one;

/// The record of the draft that a brought one is, whose references are the draft's already.
pub(super) fn known(matching: &Matching<'_>, record: &Record) -> Option<Box<str>> {
    let stands_in_the_same = |known: &&Record| match record.kind {
        Kind::Room => known.words("venue") == record.words("venue"),
        Kind::Part => known.words("activity") == record.words("activity"),
        _ => true,
    };
    let (zh, en) = match record.kind {
        Kind::Activity | Kind::Part => ("title_zh", "title_en"),
        _ => ("name_zh", "name_en"),
    };
    let mut fitting: Vec<&Record> = matching.index.namesakes(record);
    fitting.retain(stands_in_the_same);
    // Of those that share one language's name, one that differs in the other's is only taken when there is none better.
    fitting.sort_by_key(|known| (!may_be_one(known, record, zh, en), known.key != record.key));
    fitting.first().map(|known| known.key.clone())
}
