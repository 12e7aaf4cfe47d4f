//! Bringing the names of all files together: one person, venue, room, host and activity each.
//!
//! Everything is collected first and resolved in [`Assembly::finish`], the fullest statements first, so that it does not
//! matter which file was given first. Costs a few hashes a row; holds all entries once.
//! What is deliberately absent: nothing here judges a timetable, and nothing here reads a file.

mod bodies;
pub(crate) mod identity;
mod names;
mod notes;
mod people;
mod places;
mod sessions;
mod trouble;

pub use trouble::{Aspect, AssemblyTrouble};

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use festoon_domain::programme::{Appearance, PersonId, Programme};
use festoon_domain::text::{Lang, Text, fold};
use festoon_domain::venue::Minutes;
use festoon_domain::week::Week;

use self::bodies::Bodies;
use self::identity::Keys;
use self::names::{Names, wordings};
use self::notes::Notes;
use self::people::{Mention, People};
use self::places::Places;
use self::sessions::{Resolved, Sessions};
use crate::Defect;
use crate::entry::{Entry, PlaceStated, RoomEntry, VenueEntry};

/// Collects entries and resolves their names.
#[derive(Debug)]
pub struct Assembly {
    week: Week,
    entries: Vec<Entry>,
    venues: Vec<VenueEntry>,
    rooms: Vec<RoomEntry>,
    roads: Vec<(Text, Text, Minutes)>,
    /// Houses known so far by folded name, for roads; built when the first road is stated.
    houses: Option<Houses>,
}

#[derive(Debug, Default)]
struct Houses {
    named: HashSet<String>,
    /// Wordings of columns that hold house and hall together, as folded beginnings would be looked up.
    together: Vec<String>,
}

impl Assembly {
    /// Nothing collected yet.
    #[must_use]
    pub fn new(week: Week) -> Self {
        Self {
            week,
            entries: Vec::new(),
            venues: Vec::new(),
            rooms: Vec::new(),
            roads: Vec::new(),
            houses: None,
        }
    }

    /// Takes a row.
    pub fn add(&mut self, entry: Entry) {
        self.houses = None;
        self.entries.push(entry);
    }

    /// Takes a row of a table of venues.
    pub fn add_venue(&mut self, venue: VenueEntry) {
        self.houses = None;
        self.venues.push(venue);
    }

    /// Takes a row of a table of rooms.
    pub fn add_room(&mut self, room: RoomEntry) {
        self.houses = None;
        self.rooms.push(room);
    }

    /// Takes the minutes of a road. To be called after everything that names venues was added.
    ///
    /// # Errors
    /// The name that nothing else knows; both are known where no file names any venue.
    pub fn state_road(&mut self, from: &str, to: &str, minutes: Minutes) -> Result<(), String> {
        for name in [from, to] {
            if !self.knows_venue(name) {
                return Err(name.to_owned());
            }
        }
        self.roads.push((Text::single(from), Text::single(to), minutes));
        Ok(())
    }

    /// Whether a house of this name is in what was added, or the name alone is all there is.
    #[must_use]
    pub fn knows_venue(&mut self, name: &str) -> bool {
        let folded = fold(name);
        let houses = self.houses();
        houses.named.is_empty() && houses.together.is_empty()
            || houses.named.contains(&folded)
            || houses.together.iter().any(|place| place.starts_with(&folded))
    }

    /// The names of houses that are known, as they were written, each once.
    #[must_use]
    pub fn venue_names(&self) -> Vec<String> {
        let mut seen = HashSet::new();
        let mut names = Vec::new();
        for text in self.stated_houses().chain(self.stated_together()) {
            for lang in Lang::BOTH {
                let wording = text.wording(lang);
                if !wording.is_empty() && seen.insert(wording.to_owned()) {
                    names.push(wording.to_owned());
                }
            }
        }
        names
    }

    /// How many rows were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Resolves every name.
    #[must_use]
    pub fn finish(self) -> (Programme, Vec<Defect>) {
        let Self { mut week, entries, venues, rooms, roads, .. } = self;
        let mut notes = Notes::default();
        let files = Files::of(&entries);
        let other_files = |file: &Arc<str>| files.number(file);

        let mut places = Places::default();
        meet_houses(&mut places, &entries, &venues, &rooms, &roads, &files);
        for venue in &venues {
            places.describe_venue(venue, other_files(&venue.citation.file), &mut notes);
        }
        meet_halls(&mut places, &entries, &rooms, &files, &mut notes);

        let mut people = People::default();
        let appearances = meet_people(&mut people, &entries, &files, &mut notes);
        let mut bodies = Bodies::default();
        meet_bodies(&mut bodies, &entries, &mut week, &mut notes);

        let titles = meet_titles(&entries);
        let mut sessions = Sessions::default();
        for ((entry, appearances), title) in entries.into_iter().zip(appearances).zip(titles) {
            let file = files.number(&entry.citation.file);
            let place = places.place(&entry.place, file);
            if let (Some(place), Some(seats)) = (place, entry.seats) {
                places.state_seats(place, seats, &entry.citation, &mut notes);
            }
            if let (Some(place), Some(guid)) = (place, entry.room_guid) {
                places.state_guid(place, guid);
            }
            let activity = bodies.activity(&entry.activity);
            let part = bodies.part(activity, &entry, file);
            let stated = bodies.host(&entry.own_host).or_else(|| bodies.host(&entry.host));
            let of_activity = activity.and_then(|activity| bodies.host_of(activity));
            let answers = stated.or(of_activity);
            let host = stated.filter(|host| Some(*host) != of_activity);
            let resolved = Resolved { file, activity, part, host, answers, place, appearances };
            sessions.take(entry, &resolved, title, &mut notes);
        }

        let mut programme = Programme::empty(week);
        for (from, to, minutes) in &roads {
            let (from, to) = (places.venue(from, None), places.venue(to, None));
            if from != to {
                programme.roads.state(from, to, *minutes);
            }
        }
        let mut keys = Keys::default();
        (programme.venues, programme.rooms) = places.into_tables(&mut keys);
        (programme.hosts, programme.activities, programme.parts) = bodies.into_tables(&mut keys);
        programme.people = people.into_people(&mut keys);
        (programme.sessions, programme.occurrences) = sessions.into_tables(&mut keys);
        (programme, notes.into_defects())
    }

    fn houses(&mut self) -> &Houses {
        if self.houses.is_none() {
            let named = self.stated_houses().flat_map(wordings).collect();
            let distinct: HashSet<&Text> = self.stated_together().collect();
            let together = distinct.into_iter().flat_map(wordings).collect();
            self.houses = Some(Houses { named, together });
        }
        self.houses.as_ref().expect("it was built just now")
    }

    fn stated_houses(&self) -> impl Iterator<Item = &Text> {
        let columns = self.entries.iter().filter_map(|entry| match &entry.place {
            PlaceStated::VenueAndRoom(venue, room) => Some(if venue.is_empty() { room } else { venue }),
            PlaceStated::Together(_) | PlaceStated::Nowhere => None,
        });
        let tables = self.venues.iter().map(|venue| &venue.name);
        let rooms = self.rooms.iter().map(|room| &room.venue);
        tables.chain(rooms).chain(columns).filter(|name| !name.is_empty())
    }

    fn stated_together(&self) -> impl Iterator<Item = &Text> {
        self.entries.iter().filter_map(|entry| match &entry.place {
            PlaceStated::Together(place) if !place.is_empty() => Some(place),
            _ => None,
        })
    }
}

/// Files by number, in the order their rows were added.
struct Files(HashMap<Arc<str>, u32>);

impl Files {
    fn of(entries: &[Entry]) -> Self {
        let mut numbers: HashMap<Arc<str>, u32> = HashMap::new();
        for entry in entries {
            if !numbers.contains_key(&entry.citation.file) {
                let number = u32::try_from(numbers.len()).expect("there are not so many files");
                numbers.insert(Arc::clone(&entry.citation.file), number);
            }
        }
        Self(numbers)
    }

    fn number(&self, file: &Arc<str>) -> u32 {
        // Files of tables alone need no number of their own: only rows ask which house their file names.
        self.0.get(file).copied().unwrap_or(u32::MAX >> 1)
    }
}

/// All houses before any hall, those in both languages before the rest.
fn meet_houses(
    places: &mut Places,
    entries: &[Entry],
    venues: &[VenueEntry],
    rooms: &[RoomEntry],
    roads: &[(Text, Text, Minutes)],
    files: &Files,
) {
    for round in Round::BOTH {
        for venue in venues.iter().filter(|venue| round.has(&venue.name)) {
            places.venue(&venue.name, None);
        }
        for room in rooms.iter().filter(|room| round.has(&room.venue)) {
            places.venue(&room.venue, None);
        }
        for entry in entries {
            if let PlaceStated::VenueAndRoom(venue, _) = &entry.place
                && round.has(venue)
            {
                places.venue(venue, Some(files.number(&entry.citation.file)));
            }
        }
    }
    for (from, to, _) in roads {
        places.venue(from, None);
        places.venue(to, None);
    }
}

/// Halls whose house is named before those whose house is to be found.
fn meet_halls(places: &mut Places, entries: &[Entry], rooms: &[RoomEntry], files: &Files, notes: &mut Notes) {
    for round in Round::BOTH {
        for room in rooms.iter().filter(|room| !room.venue.is_empty() && round.has(&room.name)) {
            places.describe_room(room, files.number(&room.citation.file), notes);
        }
        for entry in entries {
            if let PlaceStated::VenueAndRoom(venue, room) = &entry.place
                && !venue.is_empty()
                && round.has(room)
            {
                places.place(&entry.place, files.number(&entry.citation.file));
            }
        }
    }
    for room in rooms.iter().filter(|room| room.venue.is_empty() && !room.name.is_empty()) {
        places.describe_room(room, files.number(&room.citation.file), notes);
    }
    // One column for both may name a hall too: those that begin with a house are met before those to be found.
    for round in Round::BOTH {
        for entry in entries {
            if let PlaceStated::Together(place) = &entry.place
                && round.has(place)
                && places.begins_with_house(place)
            {
                places.place(&entry.place, files.number(&entry.citation.file));
            }
        }
    }
}

fn meet_people(
    people: &mut People,
    entries: &[Entry],
    files: &Files,
    notes: &mut Notes,
) -> Vec<Vec<Appearance>> {
    let mut mentions: Vec<(u8, usize, usize)> = entries
        .iter()
        .enumerate()
        .flat_map(|(row, entry)| {
            let named = entry.people.iter().enumerate().filter(|(_, person)| !person.name.is_empty());
            named.map(move |(place, person)| (Mention::rank(person), row, place))
        })
        .collect();
    mentions.sort_unstable();

    let mut met: Vec<Vec<(usize, PersonId)>> = vec![Vec::new(); entries.len()];
    for (_, row, place) in mentions {
        let entry = &entries[row];
        let file = files.number(&entry.citation.file);
        met[row].push((place, people.meet(&entry.people[place], file, &entry.citation, notes)));
    }

    let appearances = |(entry, mut met): (&Entry, Vec<(usize, PersonId)>)| {
        met.sort_unstable();
        let mut appearances: Vec<Appearance> = Vec::with_capacity(met.len());
        for (place, id) in met {
            let stated = &entry.people[place];
            let visibility = stated.visibility.unwrap_or(stated.role.default_visibility());
            let appearance = Appearance { person: id, role: stated.role, visibility };
            if !appearances.contains(&appearance) {
                appearances.push(appearance);
            }
        }
        appearances
    };
    entries.iter().zip(met).map(appearances).collect()
}

fn meet_bodies(bodies: &mut Bodies, entries: &[Entry], week: &mut Week, notes: &mut Notes) {
    for round in Round::BOTH {
        for entry in entries {
            for host in [&entry.host, &entry.own_host] {
                if round.has(host) {
                    bodies.host(host);
                }
            }
            if round.has(&entry.activity) {
                bodies.activity(&entry.activity);
            }
        }
    }
    for entry in entries {
        if let Some(activity) = bodies.activity(&entry.activity) {
            bodies.describe(activity, entry, week, notes);
        }
    }
}

/// For each row, the form of its title in which rows of one session meet in either language.
fn meet_titles(entries: &[Entry]) -> Vec<String> {
    let mut titles = Names::default();
    for round in Round::BOTH {
        for entry in entries.iter().filter(|entry| round.has(&entry.title)) {
            titles.meet(0, &entry.title);
        }
    }
    let number = |entry: &Entry| {
        if entry.title.is_empty() { String::new() } else { titles.meet(0, &entry.title).number().to_string() }
    };
    entries.iter().map(number).collect()
}

/// Texts in both languages come first, for they link what the single ones name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    InBoth,
    InOne,
}

impl Round {
    const BOTH: [Self; 2] = [Self::InBoth, Self::InOne];

    fn has(self, text: &Text) -> bool {
        let both = Lang::BOTH.iter().all(|lang| !text.wording(*lang).is_empty());
        !text.is_empty() && (self == Self::InBoth) == both
    }
}

#[cfg(test)]
mod tests;
