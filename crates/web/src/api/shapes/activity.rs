//! Activities, their parts and their hosts.

use festoon_domain::choice::Choice as _;
use festoon_domain::programme::{ActivityId, HostId, PartId};
use festoon_guide::Guide;
use festoon_guide::url::{CalendarOf, CardOf, Page};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Addresses, Links, Named, Wordings};

/// One host's event in the series. / 活动
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Activity)]
pub(in crate::api) struct ActivityRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    title: Wordings<'a>,
    /// What it is about. / 简介
    summary: Wordings<'a>,
    /// Who answers for it. / 主办单位
    host: Option<Named<'a>>,
    /// Who helps. / 协办单位
    co_hosts: Vec<Named<'a>>,
    /// Which yearly one it is: 5 for the fifth. / 第几届
    edition: Option<u32>,
    /// Whether it is on the city's own list. / 是否重点活动
    is_key: bool,
    /// Partner countries, ISO 3166-1 alpha-2. / 伙伴国家（ISO 3166-1 二位代码）
    partners: &'a [String],
    /// The industrial chain it belongs to. / 所属产业链
    chain: Option<Named<'a>>,
    /// What sort of event: conference, forum, contest, roadshow, exhibition, carnival, open-day, signing, training, salon, award. / 类型
    kind: Option<&'static str>,
    /// The first day its host states. / 主办单位公布的首日
    #[schema(format = Date)]
    first_day: Option<String>,
    /// The last. / 末日
    #[schema(format = Date)]
    last_day: Option<String>,
    /// Its house, where it has one. / 场馆
    venue: Option<Named<'a>>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// The same for its days and house. / 日期与场馆的来源
    details: &'static str,
    /// The same for being on the city's list. / 重点活动名单的来源
    listing: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

impl<'a> ActivityRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: ActivityId) -> Self {
        let (programme, at) = (guide.programme(), Addresses::of(guide));
        let activity = &programme[id];
        let key = &*activity.key;
        let chain = activity.chain.as_deref().and_then(|chain| guide.chain(chain));
        let (first_day, last_day) = activity.days.unzip();
        Self {
            key,
            title: Wordings::of(&activity.title),
            summary: Wordings::of(&activity.summary),
            host: activity.host.map(|host| host_named(guide, host)),
            co_hosts: activity.co_hosts.iter().map(|&host| host_named(guide, host)).collect(),
            edition: activity.edition,
            is_key: activity.is_key,
            partners: &activity.partners,
            chain: chain.map(|chain| Named::of(&chain.key, &chain.name)),
            kind: activity.kind.map(|kind| kind.word()),
            first_day: first_day.map(|day| day.to_string()),
            last_day: last_day.map(|day| day.to_string()),
            venue: activity.venue.map(|id| Named::of(&programme[id].key, &programme[id].name)),
            provenance: activity.provenance.word(),
            details: activity.details.word(),
            listing: activity.listing.word(),
            links: at
                .links("activities", key)
                .with_page(at.page(Page::Activity(key)))
                .with_calendar(at.calendar(CalendarOf::Activity(key)))
                .with_card(at.card(CardOf::Activity(key)))
                .with_occurrences(at.occurrences("activity", key)),
        }
    }
}

/// A part of an activity. / 环节
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Part)]
pub(in crate::api) struct PartRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// The activity it is part of. / 所属活动
    activity: Option<Named<'a>>,
    /// What sort of part: opening, summit-forum, theme-forum, closing, exhibition, signing, programme. / 类型
    kind: &'static str,
    /// What it is called. / 名称
    title: Wordings<'a>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

impl<'a> PartRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: PartId) -> Self {
        let (programme, at) = (guide.programme(), Addresses::of(guide));
        let part = &programme[id];
        Self {
            key: &part.key,
            activity: part.activity.map(|id| Named::of(&programme[id].key, &programme[id].title)),
            kind: part.kind.word(),
            title: Wordings::of(&part.title),
            provenance: part.provenance.word(),
            links: at.links("parts", &part.key).with_calendar(at.calendar(CalendarOf::Part(&part.key))),
        }
    }
}

/// A body that hands in activities. / 主办单位
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Host)]
pub(in crate::api) struct HostRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// What sort of body, by a word of the week office. / 类型
    kind: Option<&'a str>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

impl<'a> HostRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: HostId) -> Self {
        let host = &guide.programme()[id];
        Self {
            key: &host.key,
            name: Wordings::of(&host.name),
            kind: host.kind.as_deref(),
            provenance: host.provenance.word(),
            links: Addresses::of(guide).links("hosts", &host.key),
        }
    }
}

pub(super) fn host_named(guide: &Guide, id: HostId) -> Named<'_> {
    let host = &guide.programme()[id];
    Named::of(&host.key, &host.name)
}
