//! What becomes one person, place, host and session, told as small stories.

use super::*;
use crate::entry::PersonStated;
use festoon_domain::programme::{Citation, Place, Role, Span, Spot};
use jiff::tz::TimeZone;
use proptest::prelude::*;

fn entry(file: &str, row: u32, title: &str) -> Entry {
    let mut entry = Entry::at(Citation { file: file.into(), spot: Spot::Row("".into(), row) });
    entry.title = Text::single(title);
    entry.activity = Text::single("Forum");
    entry.when = at(9);
    entry
}

fn at(hour: i64) -> Option<Span> {
    let start = jiff::Timestamp::from_second(hour * 3_600).expect("a time");
    Span::new(start, start + jiff::SignedDuration::from_hours(1))
}

fn person(name: Text, organisation: &str) -> PersonStated {
    PersonStated { organisation: Text::single(organisation), ..PersonStated::named(name, Role::Speaker) }
}

fn finish(entries: impl IntoIterator<Item = Entry>) -> (Programme, Vec<&'static str>) {
    let mut assembly = Assembly::new(Week::unnamed(TimeZone::UTC));
    for entry in entries {
        assembly.add(entry);
    }
    let (programme, defects) = assembly.finish();
    (programme, defects.iter().map(Defect::word).collect())
}

fn people(mentions: impl IntoIterator<Item = PersonStated>) -> (usize, Vec<&'static str>) {
    let rows = mentions.into_iter().zip(1..).map(|(person, row)| {
        let mut entry = entry("a.csv", row, &format!("T{row}"));
        entry.people.push(person);
        entry
    });
    let (programme, words) = finish(rows);
    (programme.people.len(), words)
}

#[test]
fn a_name_in_both_languages_joins_the_two_single_ones() {
    let names = [Text::single("林琳"), Text::single("Lin Lin"), Text::new("林琳", "Lin Lin")];
    assert_eq!(people(names.map(|name| person(name, ""))), (1, vec![]));
}

#[test]
fn organisations_decide_between_namesakes() {
    let wei = |organisation| person(Text::single("Wei"), organisation);
    assert_eq!(people([wei("Southeast University"), wei("southeast  university, Physics")]), (1, vec![]));
    assert_eq!(people([wei("University"), wei("Harbour")]), (2, vec!["two-organisations"]));
    let (count, words) = people([wei("University"), wei("Harbour"), wei("")]);
    assert_eq!(count, 2);
    assert!(words.contains(&"organisation-unstated"));
}

#[test]
fn ids_decide_within_a_file() {
    let ada = |name: &str, id: &str| {
        let id = Some(id.to_owned());
        PersonStated { id, ..person(Text::single(name), "") }
    };
    assert_eq!(people([ada("Ada Holm", "7"), ada("Ada M. Holm", "7")]), (1, vec![]));
    assert_eq!(people([ada("Ada", "7"), ada("Otto", "7")]), (2, vec!["id-of-two-names"]));
    assert_eq!(people([ada("Ada", "7"), ada("Ada", "8")]), (2, vec!["name-of-two-ids"]));
}

#[test]
fn rows_that_differ_in_time_alone_are_one_session() {
    let later = Entry { when: at(14), ..entry("a.csv", 3, "Opening") };
    let (programme, words) = finish([entry("a.csv", 2, "Opening"), later]);
    assert_eq!((programme.sessions.len(), programme.occurrences.len()), (1, 2));
    assert_eq!(words, [""; 0]);
}

#[test]
fn an_equal_row_counts_once_in_a_file_and_twice_across_files() {
    let (programme, words) = finish([entry("a.csv", 2, "Opening"), entry("a.csv", 9, "opening")]);
    assert_eq!((programme.occurrences.len(), words), (1, vec!["row-twice"]));
    let (programme, words) = finish([entry("a.csv", 2, "Opening"), entry("b.csv", 2, "Opening")]);
    assert_eq!((programme.occurrences.len(), words.len()), (2, 0));
}

#[test]
fn an_id_with_two_titles_is_two_sessions() {
    let numbered = |row, title| Entry { id: Some("5".into()), ..entry("a.csv", row, title) };
    let (programme, words) = finish([numbered(2, "Opening"), numbered(3, "Closing")]);
    assert_eq!((programme.sessions.len(), words), (2, vec!["id-of-two-titles"]));
}

#[test]
fn a_hall_without_house_goes_where_its_file_is() {
    let place = |venue: &str, room: &str| PlaceStated::VenueAndRoom(Text::single(venue), Text::single(room));
    let one = Entry { place: place("Expo", "Hall 1"), ..entry("a.csv", 2, "A") };
    let two = Entry { place: place("", "Hall 2"), ..entry("a.csv", 3, "B") };
    let (programme, _) = finish([two, one]);
    assert_eq!((programme.venues.len(), programme.rooms.len()), (1, 2));
}

#[test]
fn keys_are_ascii_and_unique() {
    let (programme, _) = finish((1..50).map(|row| {
        let mut entry = entry("a.csv", row, "闭幕式");
        entry.activity = Text::single(&format!("第{row}场"));
        entry
    }));
    let keys: HashSet<_> = programme.sessions.iter().map(|session| session.key.clone()).collect();
    assert_eq!(keys.len(), 49);
    assert!(keys.iter().all(|key| key.is_ascii() && key.len() >= 4));
}

/// What happens, in words that do not depend on the order of tables.
fn told(programme: &Programme) -> Vec<String> {
    let mut told: Vec<String> = programme
        .each_occurrence()
        .map(|(id, one)| {
            let session = programme.session_of(id);
            let mut names: Vec<String> = session
                .appearances
                .iter()
                .map(|one| &programme[one.person])
                .map(|one| format!("{}@{}", one.name.read(Lang::Zh), one.organisation.read(Lang::Zh)))
                .collect();
            names.sort();
            let place = one.place.map(|place| match place {
                Place::Room(room) => {
                    let room = &programme[room];
                    format!("{}/{}", programme[room.venue].name.read(Lang::Zh), room.name.read(Lang::Zh))
                }
                Place::Venue(venue) => programme[venue].name.read(Lang::Zh).to_owned(),
            });
            format!("{} {:?} {:?} {:?}", session.title.read(Lang::Zh), one.when, place, names)
        })
        .collect();
    told.sort();
    told.push(format!(
        "{} people, {} venues, {} rooms, {} sessions",
        programme.people.len(),
        programme.venues.len(),
        programme.rooms.len(),
        programme.sessions.len()
    ));
    told
}

proptest! {
    #[test]
    fn any_split_between_files_gives_the_same_programme(
        rows in proptest::collection::vec((0_u8..4, 0_u8..3, 0_u8..4, 0_u8..4, any::<bool>()), 1..24)
    ) {
        let venues = [Text::new("秦淮中心", "Qinhuai Centre"), Text::single("秦淮中心"), Text::single("Qinhuai Centre"), Text::single("Expo")];
        let names = [Text::single("Ada"), Text::single("Wei"), Text::new("林琳", "Lin"), Text::single("Lin")];
        let make = |split: bool| {
            let rows = rows.iter().zip(1_u32..).map(|((venue, room, name, _, second), row)| {
                let file = if split && *second { "b.csv" } else { "a.csv" };
                let mut entry = entry(file, row, &format!("T{}", row % 5));
                entry.when = at(i64::from(row));
                entry.place = PlaceStated::VenueAndRoom(venues[*venue as usize].clone(), Text::single(&format!("Hall {room}")));
                entry.people.push(person(names[*name as usize].clone(), ""));
                entry
            });
            let mut rows: Vec<Entry> = rows.collect();
            rows.sort_by(|a, b| b.citation.file.cmp(&a.citation.file));
            finish(rows).0
        };
        prop_assert_eq!(told(&make(false)), told(&make(true)));
    }
}
