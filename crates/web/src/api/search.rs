//! What matches some words: a seam behind which the guide's index will stand.
//!
//! So far titles and names are compared as they are, one after another; nothing is kept.

use festoon_domain::text::{Lang, Text, fold};
use festoon_guide::Guide;
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::{Asked, LONGEST_WORDS, Parameter};
use super::envelope::{List, rendered};
use super::refusal::Refusal;
use super::shapes::{Addresses, Wordings};
use super::table::Table;
use crate::kept::Rendered;
use festoon_guide::url::Api;

/// Something that was found. / 一条搜索结果
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Found<'a> {
    /// The table it is in: activities, sessions, people or venues. / 所在的表
    table: &'static str,
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// The record as JSON. / 该记录的 JSON
    own: String,
}

/// Answers a search.
pub(super) fn answer(guide: &Guide, asked: &Asked) -> Result<Rendered, Refusal> {
    let (limit, lang) = (asked.limit()?, asked.lang()?);
    let words = asked.value(Parameter::Words).unwrap_or_default().trim();
    if words.is_empty() {
        return Err(Refusal::Absent { parameter: Parameter::Words });
    }
    if words.chars().count() > LONGEST_WORDS {
        let right = format!("1 – {LONGEST_WORDS}");
        return Err(Refusal::Wrong { parameter: Parameter::Words, value: words.to_owned(), right });
    }

    let mut matching = find(guide, words, lang);
    let total = matching.len();
    matching.truncate(limit);
    let at = Addresses::of(guide);
    let items = matching.into_iter().map(|(table, key, name)| Found {
        table: table.word(),
        key,
        name: Wordings::of(name),
        own: at.json(Api::Record(table.word(), key)),
    });
    Ok(rendered(&List::of(guide, total, None, items.collect())))
}

/// Everything whose name has the words in it, in either language; that of the asked language first.
fn find<'a>(guide: &'a Guide, words: &str, lang: Option<Lang>) -> Vec<(Table, &'a str, &'a Text)> {
    let wanted = fold(words);
    let programme = guide.programme();
    let activities = programme.activities.iter().map(|one| (Table::Activities, &*one.key, &one.title));
    let sessions = programme.sessions.iter().map(|one| (Table::Sessions, &*one.key, &one.title));
    let people = programme.people.iter().map(|one| (Table::People, &*one.key, &one.name));
    let venues = programme.venues.iter().map(|one| (Table::Venues, &*one.key, &one.name));
    let has = |name: &Text, lang| fold(name.wording(lang)).contains(&wanted);
    let all = activities.chain(sessions).chain(people).chain(venues);
    let mut found: Vec<_> =
        all.filter(|(_, _, name)| Lang::BOTH.iter().any(|&lang| has(name, lang))).collect();
    if let Some(lang) = lang {
        found.sort_by_key(|(_, _, name)| !has(name, lang));
    }
    found
}
