//! Houses and their halls.

use festoon_domain::choice::Choice as _;
use festoon_domain::venue::{Opening, Position, RoomId, VenueId};
use festoon_guide::Guide;
use festoon_guide::url::{CalendarOf, CardOf, Page};
use jiff::civil::{Time, Weekday};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Addresses, Links, Named, Wordings};

/// A house, park or mall in which activities take place. / 场馆
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Venue)]
pub(in crate::api) struct VenueRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// What sort of house, by a word of the week office: `mall`, `hotel`. / 类型
    kind: Option<&'a str>,
    /// Where the taxi goes. / 地址
    address: Wordings<'a>,
    /// Where the map points. / 位置
    position: Option<PositionRecord>,
    /// How many people the house holds at one time. / 容量
    capacity: Option<u32>,
    /// When it is open; empty where nobody said. / 开放时间，未说明则为空
    hours: Vec<OpeningRecord>,
    /// Its halls. / 会场
    rooms: Vec<Named<'a>>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// The same for its address, position, capacity and hours. / 地址、位置、容量、开放时间的来源
    details: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

/// A point on the ground, with the datum named: maps sold in mainland China shift positions by some hundred metres.
/// / 坐标及其坐标系：中国大陆的地图有数百米偏移
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Position)]
struct PositionRecord {
    /// Degrees east. / 经度
    longitude: f64,
    /// Degrees north. / 纬度
    latitude: f64,
    /// `WGS-84` or `GCJ-02`. / 坐标系
    datum: &'static str,
}

/// One opening: on some weekdays or on one date, which replaces the weekdays' hours. / 一段开放时间：按星期，或按日期（优先）
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Opening)]
struct OpeningRecord {
    /// `monday` to `sunday`; empty for a date. / 星期
    weekdays: Vec<&'static str>,
    /// The date; null for weekdays. / 日期
    #[schema(format = Date)]
    date: Option<String>,
    /// `09:00`; null on a date on which it is closed. / 开门，闭馆为 null
    from: Option<String>,
    /// `18:00`; at or before `from` it is the next day's. / 关门，不晚于开门则指次日
    to: Option<String>,
}

impl<'a> VenueRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: VenueId) -> Self {
        let (programme, at) = (guide.programme(), Addresses::of(guide));
        let venue = &programme[id];
        let key = &*venue.key;
        let rooms = programme.rooms.iter().filter(|room| room.venue == id);
        Self {
            key,
            name: Wordings::of(&venue.name),
            kind: venue.kind.as_deref(),
            address: Wordings::of(&venue.address),
            position: venue.position.map(PositionRecord::of),
            capacity: venue.capacity,
            hours: venue.hours.openings.iter().map(OpeningRecord::of).collect(),
            rooms: rooms.map(|room| Named::of(&room.key, &room.name)).collect(),
            provenance: venue.provenance.word(),
            details: venue.details.word(),
            links: at
                .links("venues", key)
                .with_page(at.page(Page::Venue(key)))
                .with_calendar(at.calendar(CalendarOf::Venue(key)))
                .with_card(at.card(CardOf::Venue(key)))
                .with_occurrences(at.occurrences("venue", key)),
        }
    }
}

impl PositionRecord {
    fn of(position: Position) -> Self {
        let (longitude, latitude) = (position.longitude(), position.latitude());
        Self { longitude, latitude, datum: position.datum().word() }
    }
}

impl OpeningRecord {
    fn of(opening: &Opening) -> Self {
        let clock = |time: &Time| Some(time.strftime("%H:%M").to_string());
        match opening {
            Opening::Weekly(days, from, to) => {
                let weekdays = days.iter().map(|&day| weekday(day)).collect();
                Self { weekdays, date: None, from: clock(from), to: clock(to) }
            }
            Opening::On(date, from, to) => {
                Self { weekdays: Vec::new(), date: Some(date.to_string()), from: clock(from), to: clock(to) }
            }
            Opening::Closed(date) => {
                Self { weekdays: Vec::new(), date: Some(date.to_string()), from: None, to: None }
            }
        }
    }
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}

/// A hall. / 会场
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Room)]
pub(in crate::api) struct RoomRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// Its identity in files elsewhere, if it has one. / 其他文件中的标识
    #[schema(format = "uuid")]
    guid: Option<String>,
    /// The house it stands in. / 所在场馆
    venue: Named<'a>,
    /// What it is called. / 名称
    name: Wordings<'a>,
    /// How many people it seats. / 座位数
    seats: Option<u32>,
    /// When it is open, where that differs from the house's hours. / 与场馆不同的开放时间
    hours: Vec<OpeningRecord>,
    /// Whether a wheelchair reaches it without a step; null where nobody said. / 是否无台阶可达，未说明为 null
    step_free: Option<bool>,
    /// Where more is; the page is the house's. / 相关网址
    links: Links,
}

impl<'a> RoomRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: RoomId) -> Self {
        let (programme, at) = (guide.programme(), Addresses::of(guide));
        let room = &programme[id];
        let venue = &programme[room.venue];
        Self {
            key: &room.key,
            guid: room.guid.map(|guid| guid.to_string()),
            venue: Named::of(&venue.key, &venue.name),
            name: Wordings::of(&room.name),
            seats: room.seats,
            hours: room.hours.openings.iter().map(OpeningRecord::of).collect(),
            step_free: room.step_free,
            links: at.links("rooms", &room.key).with_page(at.page(Page::Venue(&venue.key))),
        }
    }
}
