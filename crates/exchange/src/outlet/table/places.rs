//! Houses and halls: a row for a house with what is known of it, then one for each of its halls.

use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_domain::venue::{Datum, Hours, Opening, Position, VenueId};
use jiff::civil::{Time, Weekday};

use super::super::{Asked, Loss, Losses};
use super::Value;
use super::row::Cells;
use super::words::in_language;
use crate::sheet::{self, Field, attributes, columns};

pub(super) fn rows(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Vec<Vec<(usize, Value)>> {
    let mut cells = Cells::new(&columns::PLACES, asked, losses);
    let mut rows = Vec::with_capacity(programme.venues.len() + programme.rooms.len());
    for (id, venue) in (0..).map(VenueId).zip(&programme.venues) {
        cells.texts(Field::Venue, &venue.name);
        cells.texts(Field::Address, &venue.address);
        cells.count(Field::Capacity, venue.capacity);
        cells.hours(&venue.hours);
        cells.position(venue.position);
        rows.push(cells.finish());
        for room in programme.rooms.iter().filter(|room| room.venue == id) {
            cells.texts(Field::Venue, &venue.name);
            cells.texts(Field::Room, &room.name);
            cells.count(Field::Seats, room.seats);
            cells.hours(&room.hours);
            let equipment =
                room.equipment.iter().map(|thing| attributes::equipment_name(&thing.0, asked.lang));
            cells.list((Field::Equipment, None), equipment);
            let (yes, no) = (in_language(asked.lang, "是", "yes"), in_language(asked.lang, "否", "no"));
            cells.words(Field::StepFree, room.step_free.map_or("", |free| if free { yes } else { no }));
            rows.push(cells.finish());
        }
    }
    rows
}

impl Cells<'_> {
    fn position(&mut self, position: Option<Position>) {
        let Some(position) = position else { return };
        self.put((Field::Longitude, None), Value::Degrees(position.longitude()));
        self.put((Field::Latitude, None), Value::Degrees(position.latitude()));
        let datum = match position.datum() {
            Datum::Wgs84 => "WGS-84",
            Datum::Gcj02 => "GCJ-02",
        };
        self.words(Field::Datum, datum);
    }

    /// Hours only as the reader understands them; others would come back as something else.
    fn hours(&mut self, hours: &Hours) {
        if hours.is_unstated() {
            return;
        }
        let lang = self.asked.lang;
        let words: Vec<String> = hours.openings.iter().map(|opening| said(opening, lang)).collect();
        let words = words.join(in_language(lang, "；", "; "));
        if sheet::reads_as_hours(&words, hours) {
            self.words(Field::Hours, &words);
        } else {
            self.losses.note(Loss::TextsLeftOut, &words);
        }
    }
}

fn said(opening: &Opening, lang: Lang) -> String {
    let clock = |time: &Time| time.strftime("%H:%M").to_string();
    match opening {
        Opening::Weekly(days, from, to) => {
            let days: Vec<&str> =
                days.iter().filter(|_| days.len() < 7).map(|day| weekday(*day, lang)).collect();
            let days = days.join(in_language(lang, "、", " "));
            format!("{days} {}-{}", clock(from), clock(to)).trim().to_owned()
        }
        Opening::On(date, from, to) => format!("{date} {}-{}", clock(from), clock(to)),
        Opening::Closed(date) => format!("{date} {}", in_language(lang, "闭馆", "closed")),
    }
}

const fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let (zh, en) = match day {
        Weekday::Monday => ("周一", "Mon"),
        Weekday::Tuesday => ("周二", "Tue"),
        Weekday::Wednesday => ("周三", "Wed"),
        Weekday::Thursday => ("周四", "Thu"),
        Weekday::Friday => ("周五", "Fri"),
        Weekday::Saturday => ("周六", "Sat"),
        Weekday::Sunday => ("周日", "Sun"),
    };
    in_language(lang, zh, en)
}
