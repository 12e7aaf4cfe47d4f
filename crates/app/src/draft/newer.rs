//! A host sends the same programme again under another name: `日程(最终版).xlsx`.
//!
//! Taken as a file nobody knows, it would double every session. Half of its sessions, and at least three, standing in the draft
//! under another file's name with the same title and start are sign enough to ask.

use std::collections::{BTreeMap, HashMap, HashSet};
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

/// The first brought file whose name came before and whose sessions did not: of at least three on either side, fewer than a third of the
/// smaller side meet by title or by an identity. With it, how many do.
///
/// Two hosts call their files `日程.csv`, and taking the one for a new version of the other would move everything.
pub(super) fn is_another(
    draft: &[Record],
    brought: &[Record],
    sources: &[String],
) -> Option<(String, usize)> {
    let (before, now) = (signs(draft), signs(brought));
    now.into_iter().filter(|(file, _)| sources.iter().any(|source| **source == ***file)).find_map(
        |(file, now)| {
            let before = before.get(file)?;
            let fewer = before.titles.len().min(now.titles.len());
            let titles = before.titles.intersection(&now.titles).count();
            let guids = before.guids.intersection(&now.guids).count();
            let meet = titles.max(guids);
            (fewer >= FEWEST && meet * 3 < fewer).then(|| (file.to_string(), meet))
        },
    )
}

/// By what a file's sessions are known.
#[derive(Debug, Default)]
struct Signs<'a> {
    titles: HashSet<String>,
    guids: HashSet<&'a str>,
}

fn signs(records: &[Record]) -> BTreeMap<&Arc<str>, Signs<'_>> {
    let titles = titles(records);
    let mut signs: BTreeMap<&Arc<str>, Signs<'_>> = BTreeMap::new();
    for record in records.iter().filter(|record| record.kind == Kind::Occurrence) {
        let Some(source) = &record.source else { continue };
        let of_file = signs.entry(&source.file).or_default();
        of_file.titles.extend(titles.get(record.words("session")).cloned());
        of_file.guids.insert(&record.key);
    }
    signs
}

/// Every occurrence with a file: title and start.
fn each<'a>(records: &'a [Record], mut note: impl FnMut(&'a Arc<str>, (String, String))) {
    let titles = titles(records);
    for record in records.iter().filter(|record| record.kind == Kind::Occurrence) {
        let (Some(source), Value::Instant(start)) = (&record.source, record.value("start")) else { continue };
        let title = titles.get(record.words("session")).cloned().unwrap_or_default();
        note(&source.file, (title, start.to_string()));
    }
}

/// What every session is called, folded.
fn titles(records: &[Record]) -> HashMap<&str, String> {
    let sessions = records.iter().filter(|record| record.kind == Kind::Session);
    let titled = sessions.map(|record| {
        let title =
            [record.words("title_zh"), record.words("title_en")].into_iter().find(|title| !title.is_empty());
        (&*record.key, fold(title.unwrap_or_default()))
    });
    titled.collect()
}
