//! How findings name things: by the name their host gave them, in the reader's language where it exists.

use super::when;
use crate::programme::{OccurrenceId, PersonId, Place, Programme};
use crate::text::{Lang, Text};
use crate::timetable::{Field, Subject};
use crate::venue::{Minutes, Road, RoadSource, RoomId, VenueId};

pub(super) fn text(text: &Text, lang: Lang) -> String {
    let wording = text.read(lang);
    match (wording.is_empty(), lang) {
        (false, _) => wording.to_owned(),
        (true, Lang::Zh) => "未命名".to_owned(),
        (true, Lang::En) => "(unnamed)".to_owned(),
    }
}

pub(super) fn quoted(title: &Text, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("「{}」", text(title, lang)),
        Lang::En => format!("“{}”", text(title, lang)),
    }
}

/// The title of an occurrence in quotes: `「主旨演讲」`.
#[must_use]
pub fn title(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    quoted(&programme.session_of(id).title, lang)
}

/// Somebody’s name.
#[must_use]
pub fn person(programme: &Programme, id: PersonId, lang: Lang) -> String {
    text(&programme[id].name, lang)
}

/// The name of a house.
#[must_use]
pub fn venue(programme: &Programme, id: VenueId, lang: Lang) -> String {
    text(&programme[id].name, lang)
}

/// House and hall; a hall named like its house is said once.
#[must_use]
pub fn room(programme: &Programme, id: RoomId, lang: Lang) -> String {
    let room = &programme[id];
    let (house, hall) = (venue(programme, room.venue, lang), text(&room.name, lang));
    if house == hall {
        return house;
    }
    match lang {
        Lang::Zh => format!("{house}·{hall}"),
        Lang::En => format!("{hall}, {house}"),
    }
}

/// Where an occurrence is, or that it is not settled.
#[must_use]
pub fn place(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    match (programme[id].place, lang) {
        (Some(Place::Room(id)), _) => room(programme, id, lang),
        (Some(Place::Venue(id)), _) => venue(programme, id, lang),
        (None, Lang::Zh) => "地点未定".to_owned(),
        (None, Lang::En) => "place not settled".to_owned(),
    }
}

/// `「主旨演讲」（14:00–15:30，九龙湖·一号厅）`
#[must_use]
pub fn appointment(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    let (title, place) = (title(programme, id, lang), place(programme, id, lang));
    let times = programme[id].when.map(|span| when::times(span, &programme.week.zone, lang));
    match (times, lang) {
        (Some(times), Lang::Zh) => format!("{title}（{times}，{place}）"),
        (Some(times), Lang::En) => format!("{title} ({times}, {place})"),
        (None, Lang::Zh) => format!("{title}（{place}）"),
        (None, Lang::En) => format!("{title} ({place})"),
    }
}

pub(super) fn day_of(programme: &Programme, id: OccurrenceId, lang: Lang) -> String {
    programme[id].when.map_or_else(String::new, |span| {
        when::day(span.start().to_zoned(programme.week.zone.clone()).date(), lang)
    })
}

pub(super) fn minutes(minutes: Minutes, lang: Lang) -> String {
    match (minutes.0, lang) {
        (n, Lang::Zh) => format!("{n} 分钟"),
        (1, Lang::En) => "1 minute".to_owned(),
        (n, Lang::En) => format!("{n} minutes"),
    }
}

/// The minutes, with a word where nobody stated them.
pub(super) fn road(road: Road, lang: Lang) -> String {
    let minutes = minutes(road.minutes, lang);
    match (road.source, lang) {
        (RoadSource::Stated, _) => minutes,
        (RoadSource::Estimated, Lang::Zh) => format!("约 {minutes}（按坐标估算）"),
        (RoadSource::Estimated, Lang::En) => format!("about {minutes} (estimated from the coordinates)"),
    }
}

pub(super) fn subject(programme: &Programme, subject: Subject, lang: Lang) -> String {
    match subject {
        Subject::Session(id) => quoted(&programme[id].title, lang),
        Subject::Activity(id) => quoted(&programme[id].title, lang),
        Subject::Person(id) => person(programme, id, lang),
        Subject::Venue(id) => venue(programme, id, lang),
        Subject::Room(id) => room(programme, id, lang),
    }
}

pub(super) const fn field(field: Field, lang: Lang) -> &'static str {
    match (field, lang) {
        (Field::Title, Lang::Zh) => "标题",
        (Field::Title, Lang::En) => "title",
        (Field::Summary, Lang::Zh) => "简介",
        (Field::Summary, Lang::En) => "description",
    }
}

pub(super) const fn language(language: Lang, lang: Lang) -> &'static str {
    match (language, lang) {
        (Lang::Zh, Lang::Zh) => "中文",
        (Lang::Zh, Lang::En) => "Chinese",
        (Lang::En, Lang::Zh) => "英文",
        (Lang::En, Lang::En) => "English",
    }
}
