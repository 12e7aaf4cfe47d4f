//! What has to be said about results: words that stand nowhere, that were taken for others, or that nothing has all of.

use crate::search::{Found, Kind, LONGEST_QUERY, MOST_SHOWN};
use crate::words::search::SearchWords;

/// What has to be said about the results, each in a sentence.
pub(super) fn notes(found: &Found<'_>, kind: Option<Kind>, s: &SearchWords) -> Vec<String> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let of_kind = found.groups.iter().filter(|group| kind == Some(group.kind));
    let mut notes = Vec::new();
    notes.extend(found.is_cut.then(|| s.cut.with(number(LONGEST_QUERY), "")));
    if !found.corrected.is_empty() {
        let pairs = found.corrected.iter().map(|one| format!("{} → {}", one.typed, one.meant));
        notes.push(s.corrected.with(&pairs.collect::<Vec<_>>().join(", ")));
    }
    notes.extend(found.heard.as_ref().map(|written| s.heard.with(written)));
    let standing = standing(found);
    if found.total > 0 && !found.nowhere.is_empty() {
        let words = if has_all(found, &standing) { s.nowhere_else } else { s.nowhere };
        notes.push(words.with(&s.listed(&found.nowhere.iter().collect::<Vec<_>>())));
    }
    if let Some(partly) = found.partly.filter(|_| !has_all(found, &standing)) {
        let words = if standing.len() == 2 { s.partly_of_two } else { s.partly };
        notes.push(words.with(number(partly.has), &s.listed(&standing)));
    }
    let is_bounded = of_kind.map(|group| group.total).any(|total| total > MOST_SHOWN);
    notes.extend(is_bounded.then(|| s.bounded.with(number(MOST_SHOWN), "")));
    notes
}

/// The terms that stand somewhere.
fn standing<'a>(found: &'a Found<'_>) -> Vec<&'a String> {
    found.terms.iter().filter(|term| !found.nowhere.contains(term)).collect()
}

/// Whether what is shown has all the terms that stand somewhere.
fn has_all(found: &Found<'_>, standing: &[&String]) -> bool {
    found.partly.is_none_or(|partly| partly.has == standing.len())
}

/// The terms that are worth a search of their own, because nothing has all of them.
pub(super) fn alone<'a>(found: &'a Found<'_>) -> Vec<&'a String> {
    let standing = standing(found);
    if has_all(found, &standing) { Vec::new() } else { standing }
}
