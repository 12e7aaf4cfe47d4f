//! What matches some words, found by the guide's own search: the best first, of whatever kind.

use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::search::{Asked as Sought, LONGEST_QUERY};
use festoon_guide::url::Api;
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::{Asked, Parameter};
use super::envelope::{List, rendered};
use super::refusal::Refusal;
use super::shapes::{Addresses, PerLanguage, Wordings};
use crate::kept::Rendered;

/// Something that was found. / 一条搜索结果
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Found<'a> {
    /// The table it is in: activities, sessions, people, venues, hosts, figures. / 所在的表
    table: &'static str,
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// Another text that matched, where the name does not say it all; in the reader's language where it is there. / 其他匹配的文字
    excerpt: Option<String>,
    /// How well it was found, to compare within one answer. / 匹配程度，仅在同一答复内可比
    score: u16,
    /// The record as JSON. / 该记录的 JSON
    own: String,
    /// Its page; of a host, the programme. / 页面，主办单位为日程页
    page: PerLanguage,
}

/// Answers a search.
pub(super) fn answer(guide: &Guide, asked: &Asked) -> Result<Rendered, Refusal> {
    let (limit, lang) = (asked.limit()?, asked.lang()?.unwrap_or(Lang::Zh));
    let words = asked.value(Parameter::Words).unwrap_or_default().trim();
    if words.is_empty() {
        return Err(Refusal::Absent { parameter: Parameter::Words });
    }
    if words.chars().count() > LONGEST_QUERY {
        let right = format!("1 – {LONGEST_QUERY}");
        return Err(Refusal::Wrong { parameter: Parameter::Words, value: words.to_owned(), right });
    }

    let found = guide.find(&Sought { typed: words, lang, kind: None, skip: 0, most: limit, today: None });
    let mut hits: Vec<_> = found.groups.into_iter().flat_map(|group| group.hits).collect();
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits.truncate(limit);

    let at = Addresses::of(guide);
    let items = hits.into_iter().map(|hit| Found {
        table: hit.record.kind().word(),
        key: hit.key,
        name: Wordings::of(hit.record.title(guide)),
        excerpt: hit.excerpt.map(|excerpt| excerpt.text.into_owned()),
        score: hit.score,
        own: at.json(Api::Record(hit.record.kind().word(), hit.key)),
        page: at.page(hit.record.page(hit.key)),
    });
    Ok(rendered(&List::of(guide, found.total, None, items.collect())))
}
