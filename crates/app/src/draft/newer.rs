//! A host sends the same programme again under another name: `日程(最终版).xlsx`.
//!
//! Taken as a file nobody knows, it would double every session. Half of its sessions, and at least three, standing in the draft
//! under another file's name with the same title and start are sign enough to ask.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use festoon_domain::record::{Kind, Record, Value};
use festoon_domain::text::fold;

const FEWEST: usize = 3;

/// How many sessions a file has, and how many of them each other file has.
type Met<'a> = (usize, BTreeMap<&'a Arc<str>, usize>);

/// The first brought file that no source is called like, with the source it looks like and how many sessions meet.
pub(super) fn looks_like(
    draft: &[Record],
    brought: &[Record],
    sources: &[String],
) -> Option<(String, String, usize)> {
    let mut seen: HashMap<(String, String), Vec<&Arc<str>>> = HashMap::new();
    each(draft, |file, sign| seen.entry(sign).or_default().push(file));

    let mut sessions: BTreeMap<&Arc<str>, Met<'_>> = BTreeMap::new();
    each(brought, |file, sign| {
        let (all, others) = sessions.entry(file).or_default();
        *all += 1;
        let mut elsewhere: Vec<&Arc<str>> = seen.get(&sign).into_iter().flatten().copied().collect();
        elsewhere.dedup();
        for other in elsewhere.into_iter().filter(|other| *other != file) {
            *others.entry(other).or_default() += 1;
        }
    });

    sessions.into_iter().filter(|(file, _)| !sources.iter().any(|source| **source == ***file)).find_map(
        |(file, (all, others))| {
            let (other, meet) = others.into_iter().max_by_key(|(_, meet)| *meet)?;
            (meet >= FEWEST && meet * 2 >= all).then(|| (file.to_string(), other.to_string(), meet))
        },
    )
}

/// Every occurrence with a file: title and start.
fn each<'a>(records: &'a [Record], mut note: impl FnMut(&'a Arc<str>, (String, String))) {
    let titles: HashMap<&str, String> = records
        .iter()
        .filter(|record| record.kind == Kind::Session)
        .map(|record| {
            let title =
                [record.words("title_zh"), record.words("title_en")].into_iter().find(|t| !t.is_empty());
            (&*record.key, fold(title.unwrap_or_default()))
        })
        .collect();
    for record in records.iter().filter(|record| record.kind == Kind::Occurrence) {
        let (Some(source), Value::Instant(start)) = (&record.source, record.value("start")) else { continue };
        let title = titles.get(record.words("session")).cloned().unwrap_or_default();
        note(&source.file, (title, start.to_string()));
    }
}
