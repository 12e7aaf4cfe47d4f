//! The week itself: its days, how much there is of everything, its links and its notices.

use festoon_domain::notice::Notice;
use festoon_guide::Guide;
use festoon_guide::guide::Day;
use festoon_guide::url::{Api, CalendarOf, CardOf, Outlet, Page};
use serde::Serialize;
use utoipa::ToSchema;

use super::text::{instant, zone_name};
use super::{Addresses, PerLanguage, Wordings};
use crate::api::table::Table;

/// Which release an answer is of. / 发布版
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Release)]
pub(in crate::api) struct ReleaseRecord {
    /// Counted from 1 within the week; never given twice. / 编号，从 1 起，不重复
    number: u32,
    /// When it was published. / 发布时间
    #[schema(format = DateTime)]
    published: String,
}

impl ReleaseRecord {
    pub(in crate::api) fn of(guide: &Guide) -> Option<Self> {
        let zone = &guide.programme().week.zone;
        guide.release().map(|release| Self { number: release.number, published: instant(release.at, zone) })
    }
}

/// What everybody must read at once. / 紧急通知
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notice)]
pub(in crate::api) struct NoticeRecord<'a> {
    /// Counted from 1 within the week. / 编号
    number: u32,
    /// What it says. / 内容
    text: Wordings<'a>,
    /// When it was posted. / 发出时间
    #[schema(format = DateTime)]
    posted: String,
    /// When it ends by itself, if that was said. / 自动结束时间
    #[schema(format = DateTime)]
    ends: Option<String>,
}

impl<'a> NoticeRecord<'a> {
    pub(in crate::api) fn all(guide: &'a Guide) -> Vec<Self> {
        let zone = &guide.programme().week.zone;
        let record = |notice: &'a Notice| Self {
            number: notice.number,
            text: Wordings::of(&notice.text),
            posted: instant(notice.posted, zone),
            ends: notice.ends.map(|ends| instant(ends, zone)),
        };
        guide.notices().iter().map(record).collect()
    }
}

/// A week in the list of weeks. / 各届列表中的一届
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct WeekEntry<'a> {
    /// Its name in addresses. / 网址中的名称
    slug: &'a str,
    /// What it is called. / 名称
    title: Wordings<'a>,
    /// First day. / 首日
    #[schema(format = Date)]
    first_day: String,
    /// Last day. / 末日
    #[schema(format = Date)]
    last_day: String,
    /// The zone of all its times, by its IANA name. / 时区
    zone: String,
    /// Whether it is the current one. / 是否本届
    is_current: bool,
    /// Which release is shown. / 当前发布版
    release: Option<ReleaseRecord>,
    /// The week as JSON. / 该届的 JSON
    own: String,
}

impl<'a> WeekEntry<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, current: Option<&str>) -> Self {
        let week = &guide.programme().week;
        Self {
            slug: &week.slug,
            title: Wordings::of(&week.title),
            first_day: week.first_day.to_string(),
            last_day: week.last_day.to_string(),
            zone: zone_name(&week.zone),
            is_current: current == Some(&week.slug),
            release: ReleaseRecord::of(guide),
            own: Addresses::of(guide).json(Api::Week),
        }
    }
}

/// A week. / 一届创新周
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Week)]
pub(in crate::api) struct WeekRecord<'a> {
    /// Its name in addresses. / 网址中的名称
    slug: &'a str,
    /// What it is called. / 名称
    title: Wordings<'a>,
    /// Its motto. / 主题
    theme: Wordings<'a>,
    /// The lines that run through all activities. / 主线
    threads: Vec<Wordings<'a>>,
    /// Who answers for it. / 主办方
    organiser: Wordings<'a>,
    /// The city. / 城市
    city: Wordings<'a>,
    /// The district. / 区
    district: Wordings<'a>,
    /// The country, ISO 3166-1 alpha-2. / 国家（ISO 3166-1 二位代码）
    country: Option<&'a str>,
    /// First day. / 首日
    #[schema(format = Date)]
    first_day: String,
    /// Last day. / 末日
    #[schema(format = Date)]
    last_day: String,
    /// Its own days and every other on which something happens. / 各日，含周外有活动的日子
    days: Vec<DayRecord>,
    /// The industrial chains. / 产业链
    chains: Vec<ChainRecord<'a>>,
    /// Its tables: how much there is, and where. / 各表的条数与网址
    tables: Vec<TableRecord>,
    /// Where else it is read. / 其他读取方式
    links: WeekLinks,
}

/// A day. / 一天
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Day)]
struct DayRecord {
    /// Which one, in the week's zone. / 日期
    #[schema(format = Date)]
    date: String,
    /// Whether it is one of the week's own. / 是否在周内
    is_within_week: bool,
    /// How much begins on it. / 当天开始的场次数
    occurrences: usize,
    /// Its page. / 页面
    page: PerLanguage,
    /// Its calendar. / 日历
    calendar: PerLanguage,
}

/// An industrial chain. / 产业链
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Chain)]
struct ChainRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// One character that stands for it. / 代表字
    glyph: &'a str,
}

/// One of a week's tables. / 一张表
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TableEntry)]
struct TableRecord {
    /// Its word in addresses. / 网址中的名称
    table: &'static str,
    /// How many records it has. / 条数
    total: usize,
    /// Where it is. / 网址
    own: String,
}

/// Where a week is read by people and other programs. / 供人和其他程序读取的网址
#[derive(Debug, Serialize, ToSchema)]
struct WeekLinks {
    /// The guide. / 指南首页
    page: PerLanguage,
    /// Everything as a calendar. / 日历
    calendar: PerLanguage,
    /// What changed. / 更新订阅
    feed: PerLanguage,
    /// schedule.xml.
    schedule_xml: PerLanguage,
    /// schedule.json.
    schedule_json: PerLanguage,
    /// OPass session.json.
    opass: String,
    /// The picture that stands for the week where it is shared. / 分享图
    card: PerLanguage,
    /// The notices that stand now. / 紧急通知
    notices: String,
    /// The search. / 搜索
    search: String,
}

impl<'a> WeekRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide) -> Self {
        let (week, at) = (&guide.programme().week, Addresses::of(guide));
        let chain = |chain: &'a festoon_domain::week::Chain| ChainRecord {
            key: &chain.key,
            name: Wordings::of(&chain.name),
            glyph: &chain.glyph,
        };
        let table = |table: &Table| TableRecord {
            table: table.word(),
            total: table.count(guide),
            own: at.json(Api::Table(table.word())),
        };
        Self {
            slug: &week.slug,
            title: Wordings::of(&week.title),
            theme: Wordings::of(&week.theme),
            threads: week.threads.iter().map(Wordings::of).collect(),
            organiser: Wordings::of(&week.organiser),
            city: Wordings::of(&week.city),
            district: Wordings::of(&week.district),
            country: week.country.as_deref(),
            first_day: week.first_day.to_string(),
            last_day: week.last_day.to_string(),
            days: guide.days().iter().map(|day| DayRecord::of(at, day)).collect(),
            chains: week.chains.iter().map(chain).collect(),
            tables: Table::ALL.iter().map(table).collect(),
            links: WeekLinks::of(guide),
        }
    }
}

impl DayRecord {
    fn of(at: Addresses<'_>, day: &Day) -> Self {
        Self {
            date: day.date.to_string(),
            is_within_week: day.within_week,
            occurrences: day.occurrences.len(),
            page: at.page(Page::Day(day.date)),
            calendar: at.calendar(CalendarOf::Day(day.date)),
        }
    }
}

impl WeekLinks {
    fn of(guide: &Guide) -> Self {
        let at = Addresses::of(guide);
        Self {
            page: at.page(Page::Week),
            calendar: at.calendar(CalendarOf::Week),
            feed: at.outlet(Outlet::Feed),
            schedule_xml: at.outlet(Outlet::ScheduleXml),
            schedule_json: at.outlet(Outlet::ScheduleJson),
            opass: guide.lasting_outlet(Outlet::Opass),
            card: at.card(CardOf::Week),
            notices: guide.lasting_outlet(Outlet::Notices),
            search: at.json(Api::Search),
        }
    }
}
