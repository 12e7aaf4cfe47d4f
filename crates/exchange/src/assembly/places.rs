//! Which house and hall a place names.
//!
//! Houses are known from tables of venues and rooms and from columns of their own; a column "地点" for both is split at
//! the longest known house it begins with. Houses are therefore all met before any such column is split.

use std::collections::{BTreeSet, HashMap, HashSet};

use festoon_domain::programme::Place;
use festoon_domain::text::{Lang, Text, fold};
use festoon_domain::venue::{Room, RoomId, Venue, VenueId};

use uuid::Uuid;

use super::AssemblyTrouble;
use super::identity::Keys;
use super::names::{Met, Names, wordings};
use super::notes::Notes;
use super::trouble::Aspect;
use crate::entry::{PlaceStated, RoomEntry, VenueEntry};

#[derive(Debug, Default)]
pub(super) struct Places {
    venue_names: Names,
    venues: Vec<Venue>,
    room_names: Names,
    rooms: Vec<Room>,
    /// In which houses a hall of a folded name is.
    houses_of: HashMap<String, BTreeSet<VenueId>>,
    /// Houses that each file names in a column or table of its own.
    houses_in: HashMap<u32, BTreeSet<VenueId>>,
    split: HashMap<Text, Place>,
    seats_said: HashSet<RoomId>,
}

impl Places {
    /// The house of a name.
    pub(super) fn venue(&mut self, name: &Text, file: Option<u32>) -> VenueId {
        let id = match self.venue_names.meet(0, name) {
            Met::Known(number) => VenueId(number),
            Met::New(number) => {
                self.venues.push(Venue::default());
                VenueId(number)
            }
        };
        if let Some(file) = file {
            self.houses_in.entry(file).or_default().insert(id);
        }
        id
    }

    /// Whether either wording of a place begins with a known house.
    pub(super) fn begins_with_house(&self, place: &Text) -> bool {
        Lang::BOTH.iter().any(|lang| self.split_wording(place.wording(*lang)).is_some())
    }

    /// Takes what a table says about a house; what stood first stays.
    pub(super) fn describe_venue(&mut self, entry: &VenueEntry, file: u32, notes: &mut Notes) {
        let id = self.venue(&entry.name, Some(file));
        let venue = &mut self.venues[id.0 as usize];
        venue.address.fill_from(&entry.address);
        venue.position = venue.position.or(entry.position);
        if venue.hours.is_unstated() {
            venue.hours = entry.hours.clone();
        }
        match (venue.capacity, entry.capacity) {
            (Some(kept), Some(stated)) if kept != stated => {
                let trouble = AssemblyTrouble::Disagree(Aspect::Capacity, kept.to_string());
                notes.say(&entry.citation, &stated.to_string(), trouble);
            }
            (kept, stated) => venue.capacity = kept.or(stated),
        }
    }

    /// Takes what a table says about a hall; what stood first stays.
    pub(super) fn describe_room(&mut self, entry: &RoomEntry, file: u32, notes: &mut Notes) {
        let id = if entry.venue.is_empty() {
            match self.room_without_house(&entry.name, file) {
                Place::Room(room) => room,
                Place::Venue(venue) => self.room(venue, &entry.name),
            }
        } else {
            let venue = self.venue(&entry.venue, Some(file));
            self.room(venue, &entry.name)
        };
        let room = &mut self.rooms[id.0 as usize];
        if room.hours.is_unstated() {
            room.hours = entry.hours.clone();
        }
        room.step_free = room.step_free.or(entry.step_free);
        for equipment in &entry.equipment {
            if !room.equipment.contains(equipment) {
                room.equipment.push(equipment.clone());
            }
        }
        match (room.seats, entry.seats) {
            (Some(kept), Some(stated)) if kept != stated => {
                let trouble = AssemblyTrouble::Disagree(Aspect::Seats, kept.to_string());
                notes.say(&entry.citation, &stated.to_string(), trouble);
            }
            (kept, stated) => room.seats = kept.or(stated),
        }
    }

    /// Seats as a session's row states them: for a hall of which no table knew.
    pub(super) fn state_seats(
        &mut self,
        place: Place,
        seats: u32,
        citation: &festoon_domain::programme::Citation,
        notes: &mut Notes,
    ) {
        let Place::Room(id) = place else { return };
        let room = &mut self.rooms[id.0 as usize];
        match room.seats {
            None => room.seats = Some(seats),
            Some(kept) if kept != seats && self.seats_said.insert(id) => {
                let trouble = AssemblyTrouble::Disagree(Aspect::Seats, kept.to_string());
                notes.say(citation, &seats.to_string(), trouble);
            }
            Some(_) => {}
        }
    }

    /// The identity a session's row states for its hall; the first one stays.
    pub(super) fn state_guid(&mut self, place: Place, guid: Uuid) {
        if let Place::Room(id) = place {
            let known = &mut self.rooms[id.0 as usize].guid;
            *known = known.or(Some(guid));
        }
    }

    /// The hall of a name in a house.
    pub(super) fn room(&mut self, venue: VenueId, name: &Text) -> RoomId {
        let id = match self.room_names.meet(venue.0, name) {
            Met::Known(number) => return RoomId(number),
            Met::New(number) => RoomId(number),
        };
        self.rooms.push(Room {
            key: String::new(),
            guid: None,
            venue,
            name: Text::default(),
            seats: None,
            hours: festoon_domain::venue::Hours::default(),
            equipment: Vec::new(),
            step_free: None,
        });
        for fold in wordings(name) {
            self.houses_of.entry(fold).or_default().insert(venue);
        }
        id
    }

    /// Where a row says it is.
    pub(super) fn place(&mut self, stated: &PlaceStated, file: u32) -> Option<Place> {
        match stated {
            PlaceStated::Nowhere => None,
            PlaceStated::VenueAndRoom(venue, room) => match (venue.is_empty(), room.is_empty()) {
                (true, true) => None,
                (false, true) => Some(Place::Venue(self.venue(venue, Some(file)))),
                (false, false) => {
                    let venue = self.venue(venue, Some(file));
                    Some(Place::Room(self.room(venue, room)))
                }
                (true, false) => Some(self.room_without_house(room, file)),
            },
            PlaceStated::Together(place) if place.is_empty() => None,
            PlaceStated::Together(place) => Some(self.together(place)),
        }
    }

    /// A hall without a house: the one house that has it, else the one house its file names, else a house of its name.
    fn room_without_house(&mut self, room: &Text, file: u32) -> Place {
        let having = self.houses_having(room);
        let venue = match (having.as_slice(), self.houses_in.get(&file)) {
            ([one], _) => *one,
            (_, Some(named)) if named.len() == 1 => *named.first().expect("it has one"),
            _ => self.venue(room, None),
        };
        Place::Room(self.room(venue, room))
    }

    fn houses_having(&self, room: &Text) -> Vec<VenueId> {
        let mut having: Vec<VenueId> =
            wordings(room).iter().filter_map(|fold| self.houses_of.get(fold)).flatten().copied().collect();
        having.sort_unstable();
        having.dedup();
        having
    }

    fn together(&mut self, place: &Text) -> Place {
        if let Some(known) = self.split.get(place) {
            return *known;
        }
        let found = self.split(place);
        self.split.insert(place.clone(), found);
        found
    }

    fn split(&mut self, place: &Text) -> Place {
        let halves = Lang::BOTH.map(|lang| self.split_wording(place.wording(lang)));
        let [zh, en] = &halves;
        let Some((venue, _)) = zh.as_ref().or(en.as_ref()) else {
            if let [one] = self.houses_having(place).as_slice() {
                let one = *one;
                return Place::Room(self.room(one, place));
            }
            let venue = self.venue(place, None);
            return Place::Room(self.room(venue, place));
        };
        let venue = *venue;
        let rest = |half: &Option<(VenueId, String)>| {
            half.as_ref()
                .filter(|(other, _)| *other == venue)
                .map(|(_, rest)| rest.clone())
                .unwrap_or_default()
        };
        let room = Text::new(&rest(zh), &rest(en));
        if room.is_empty() { Place::Venue(venue) } else { Place::Room(self.room(venue, &room)) }
    }

    /// The longest known house a wording begins with, and what follows it.
    fn split_wording(&self, wording: &str) -> Option<(VenueId, String)> {
        const LONGEST: usize = 120;
        let mut found = None;
        let ends = wording.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
        for end in ends {
            let (front, rest) = wording.split_at(end);
            let inside = front.ends_with(|c: char| c.is_ascii_alphanumeric())
                && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
            if inside {
                continue;
            }
            if let Some(venue) = self.venue_names.find_folded(0, &fold(front)) {
                found = Some((VenueId(venue), rest));
            }
        }
        found.map(|(venue, rest)| (venue, hall(rest)))
    }

    /// Houses and halls with their names and keys.
    pub(super) fn into_tables(self, keys: &mut Keys) -> (Vec<Venue>, Vec<Room>) {
        let mut venues = self.venues;
        for (venue, name) in venues.iter_mut().zip(self.venue_names.into_texts()) {
            venue.key = keys.give("venue", &name, "");
            venue.name = name;
        }
        let mut rooms = self.rooms;
        let mut guids = HashSet::new();
        for (room, name) in rooms.iter_mut().zip(self.room_names.into_texts()) {
            let house = &venues[room.venue.0 as usize].key;
            room.key = keys.give("room", &name, house);
            room.name = name;
            // pretalx has been seen to give one identity to two rooms.
            room.guid = room.guid.filter(|guid| guids.insert(*guid));
        }
        (venues, rooms)
    }
}

/// What follows a house's name, without what separates the two.
fn hall(rest: &str) -> String {
    const SEPARATORS: &str = "·•・‧-–—_,，、。./／\\|｜:：;；>→@";
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(c)).trim_end();
    let inside = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】'), ('「', '」')]
        .iter()
        .find_map(|(open, close)| rest.strip_prefix(*open)?.strip_suffix(*close))
        .filter(|inside| !inside.contains(['(', ')', '（', '）']));
    inside.unwrap_or(rest).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(places: &mut Places, words: &str) -> (String, String) {
        let place = places.place(&PlaceStated::Together(Text::single(words)), 0).expect("a place");
        let shown = |names: &Text| names.read(Lang::Zh).to_owned();
        match place {
            Place::Venue(venue) => {
                (shown(&places.venue_names.texts_for_tests()[venue.0 as usize]), String::new())
            }
            Place::Room(room) => {
                let venue = places.rooms[room.0 as usize].venue;
                (
                    shown(&places.venue_names.texts_for_tests()[venue.0 as usize]),
                    shown(&places.room_names.texts_for_tests()[room.0 as usize]),
                )
            }
        }
    }

    #[test]
    fn a_place_is_split_at_the_longest_house_it_begins_with() {
        let mut places = Places::default();
        for name in ["秦淮中心", "秦淮中心二期", "Expo", "Expo Hall 1"] {
            places.venue(&Text::single(name), Some(0));
        }
        let pair = |venue: &str, room: &str| (venue.to_owned(), room.to_owned());
        assert_eq!(split(&mut places, "秦淮中心·主会场"), pair("秦淮中心", "主会场"));
        assert_eq!(split(&mut places, "秦淮中心二期 3楼宴会厅"), pair("秦淮中心二期", "3楼宴会厅"));
        assert_eq!(split(&mut places, "秦淮中心（三楼）"), pair("秦淮中心", "三楼"));
        assert_eq!(split(&mut places, "Expo - Hall 3"), pair("Expo", "Hall 3"));
        assert_eq!(split(&mut places, "Expo Hall 10"), pair("Expo", "Hall 10"));
        assert_eq!(split(&mut places, "秦淮中心"), pair("秦淮中心", ""));
        assert_eq!(split(&mut places, "Elsewhere"), pair("Elsewhere", "Elsewhere"));
    }

    #[test]
    fn a_hall_without_a_house_is_in_the_one_house_that_has_it() {
        let mut places = Places::default();
        let center = places.venue(&Text::single("秦淮中心"), None);
        let hall = places.room(center, &Text::single("主会场"));
        let stated = PlaceStated::VenueAndRoom(Text::default(), Text::single("主会场"));
        assert_eq!(places.place(&stated, 7), Some(Place::Room(hall)));
    }
}
