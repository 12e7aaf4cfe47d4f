//! What stands before the days: who wrote the file, the halls and the tracks.

use std::collections::HashMap;

use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_domain::venue::VenueId;
use serde::Serialize;

use super::super::agenda::Agenda;
use super::super::{Losses, words};

/// Without an address, as long as there is none.
#[derive(Serialize)]
pub(super) struct Generator {
    name: &'static str,
    version: &'static str,
}

impl Generator {
    pub(super) const fn festoon() -> Self {
        Self { name: "Festoon", version: env!("CARGO_PKG_VERSION") }
    }
}

#[derive(Serialize)]
pub(super) struct Track {
    pub(super) name: String,
}

#[derive(Serialize)]
pub(super) struct Room {
    name: String,
    guid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<String>,
    /// Seats.
    capacity: Option<u32>,
    /// Where the house is.
    description: Option<String>,
}

/// The halls in which something is.
pub(super) fn rooms(programme: &Programme, agenda: &Agenda, lang: Lang, losses: &mut Losses) -> Vec<Room> {
    let mut houses: HashMap<usize, VenueId> = HashMap::new();
    for (hall, slots) in agenda.days.iter().flat_map(|day| &day.halls) {
        let house = slots.first().and_then(|slot| programme.venue_of(slot.occurrence));
        houses.extend(house.map(|house| (*hall, house)));
    }
    let room = |(place, hall): (usize, &super::super::agenda::Hall)| {
        let record = hall.room.map(|room| &programme[room]);
        let address = houses
            .get(&place)
            .map(|house| words::line(&words::shown(&programme[*house].address, lang, losses)));
        Room {
            name: hall.name.clone(),
            guid: hall.guid.to_string(),
            slug: record.map(|room| room.key.clone()).filter(|key| is_slug(key)),
            capacity: record.and_then(|room| room.seats),
            description: address.filter(|address| !address.is_empty()),
        }
    };
    agenda.halls.iter().enumerate().map(room).collect()
}

/// Two or more of `a-z 0-9 _ -`, the last neither hyphen nor underscore.
fn is_slug(key: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    key.len() >= 2
        && key.bytes().all(|byte| plain(byte) || matches!(byte, b'_' | b'-'))
        && key.bytes().last().is_some_and(plain)
}

/// The schema wants a capital and small letters on both sides of the first slash, or UTC at the end.
pub(super) fn schema_takes(zone: &str) -> bool {
    let capitalised = |word: &str| {
        let mut bytes = word.bytes();
        bytes.next().is_some_and(|byte| byte.is_ascii_uppercase())
            && bytes.next().is_some_and(|byte| byte.is_ascii_lowercase())
    };
    let area = |area: &str| capitalised(area) && area.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    zone.ends_with("UTC")
        || zone.split_once('/').is_some_and(|(front, back)| area(front) && capitalised(back))
}
