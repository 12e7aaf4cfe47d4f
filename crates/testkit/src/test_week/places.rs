//! Words for houses, halls and the road between them.

use festoon_domain::programme::Equipment;
use festoon_domain::text::Text;
use festoon_domain::venue::{Datum, Hours, Minutes, Opening, Position, Room, RoomId, Venue, VenueId};

use super::words::{date, next_id, position, time};
use super::{TestWeek, lookup};

impl TestWeek {
    /// A house; what follows is in it, and rooms of the house before are no longer meant.
    #[must_use]
    pub fn venue(mut self, key: &str) -> Self {
        let known = position(&self.programme.venues, |venue| venue.key == key);
        let at = known.unwrap_or_else(|| {
            let name = Text::new(&format!("{key}馆"), key);
            self.programme.venues.push(Venue { key: key.into(), name, ..Venue::default() });
            next_id(&self.programme.venues) - 1
        });
        self.venue = Some(VenueId(at));
        self.room = None;
        self
    }

    /// A hall of the house named last; its key is its own in the whole week.
    #[must_use]
    pub fn room(mut self, key: &str) -> Self {
        let known = position(&self.programme.rooms, |room| room.key == key);
        let at = known.unwrap_or_else(|| {
            self.programme.rooms.push(Room {
                guid: None,
                key: key.into(),
                venue: self.venue.unwrap_or_else(|| panic!("the room “{key}” stands in no venue yet")),
                name: Text::new(&format!("{key}厅"), key),
                seats: None,
                hours: Hours::default(),
                equipment: Vec::new(),
                step_free: None,
            });
            next_id(&self.programme.rooms) - 1
        });
        self.room = Some(RoomId(at));
        self.venue = Some(self.programme.rooms[at as usize].venue);
        self
    }

    /// How many people the house holds as a whole.
    #[must_use]
    pub fn capacity(mut self, people: u32) -> Self {
        self.venue_record().capacity = Some(people);
        self
    }

    /// Degrees east and north, WGS-84.
    #[must_use]
    pub fn position(mut self, longitude: f64, latitude: f64) -> Self {
        let position = Position::new(longitude, latitude, Datum::Wgs84);
        self.venue_record().position = Some(position.expect("a point on Earth"));
        self
    }

    /// How many people the hall seats.
    #[must_use]
    pub fn seats(mut self, people: u32) -> Self {
        self.room_record().seats = Some(people);
        self
    }

    /// What stands in the hall, by its word.
    #[must_use]
    pub fn equipped(mut self, word: &str) -> Self {
        self.room_record().equipment.push(Equipment(word.into()));
        self
    }

    /// The doors are open every day from and to; of the hall if one was named since the house, else of the house.
    #[must_use]
    pub fn open(mut self, from: &str, to: &str) -> Self {
        let daily = Hours::daily(time(from), time(to));
        self.hours().openings.extend(daily.openings);
        self
    }

    /// Other doors on one date; of the hall if one was named since the house, else of the house.
    #[must_use]
    pub fn open_on(mut self, day: &str, from: &str, to: &str) -> Self {
        self.hours().openings.push(Opening::On(date(day), time(from), time(to)));
        self
    }

    /// Closed on one date; the hall if one was named since the house, else the house.
    #[must_use]
    pub fn closed_on(mut self, day: &str) -> Self {
        self.hours().openings.push(Opening::Closed(date(day)));
        self
    }

    /// A stated road between two houses that were named before.
    #[must_use]
    pub fn road(mut self, from: &str, to: &str, minutes: u32) -> Self {
        let (from, to) = (lookup::venue(&self.programme, from), lookup::venue(&self.programme, to));
        self.programme.roads.state(from, to, Minutes(minutes));
        self
    }

    fn hours(&mut self) -> &mut Hours {
        if self.room.is_some() { &mut self.room_record().hours } else { &mut self.venue_record().hours }
    }

    fn venue_record(&mut self) -> &mut Venue {
        let id = self.venue.expect("name a venue first");
        &mut self.programme.venues[id.0 as usize]
    }

    fn room_record(&mut self) -> &mut Room {
        let id = self.room.expect("name a room first");
        &mut self.programme.rooms[id.0 as usize]
    }
}
