//! What was planted is what the rules find, and nothing else: the rows taken straight into a programme, no reader between.

use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

use festoon_domain::programme::{
    Appearance, Citation, Host, HostId, Interpretation, Occurrence, OccurrenceId, Person, PersonId, Place,
    Programme, Role, Session, SessionId, Span, Spot, State,
};
use festoon_domain::text::{Lang, Text};
use festoon_domain::timetable::{self, Clash, Rulebook, Subject};
use festoon_domain::venue::{Hours, Minutes, Room, RoomId, Venue, VenueId};
use festoon_domain::week::Week;
use festoon_testkit::planted::{Plan, PlantedWeek, Row};
use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use uuid::Uuid;

#[test]
fn the_rules_find_exactly_what_was_planted() {
    let week = PlantedWeek::grow(Plan { sessions: 4000, clashes_each: 12, seed: 3 });
    let programme = Taker::default().take(&week);

    let mut found: Vec<(&str, Vec<u32>)> = timetable::check(&programme, &Rulebook::default())
        .iter()
        .map(|finding| (finding.clash.rule().word(), rows(&programme, &finding.clash)))
        .collect();
    let mut planted: Vec<(&str, Vec<u32>)> =
        week.planted.iter().map(|planted| (planted.rule.word(), planted.rows.clone())).collect();
    found.sort_unstable();
    planted.sort_unstable();
    assert_eq!(found, planted);
}

/// The rows of a finding; occurrences stand in the programme as the rows do in the file.
fn rows(programme: &Programme, clash: &Clash) -> Vec<u32> {
    let mut rows: Vec<u32> = clash.occurrences().iter().map(|OccurrenceId(at)| at + 2).collect();
    if let (true, Clash::Untranslated { subject, .. } | Clash::Stale { subject, .. }) =
        (rows.is_empty(), clash)
    {
        let Subject::Session(SessionId(at)) = subject else {
            panic!("{subject:?} of {programme:?} is no session")
        };
        rows.push(at + 2);
    }
    rows.sort_unstable();
    rows
}

#[derive(Default)]
struct Taker {
    venues: HashMap<String, u32>,
    rooms: HashMap<(String, String), u32>,
    people: HashMap<String, u32>,
    hosts: HashMap<String, u32>,
}

impl Taker {
    fn take(mut self, week: &PlantedWeek) -> Programme {
        let zone = TimeZone::get("Asia/Shanghai").expect("the zone table is compiled in");
        let mut programme = Programme::empty(Week::unnamed(zone.clone()));
        self.places(week, &mut programme);
        for (number, row) in (0..).zip(&week.rows) {
            self.session(number, row, &zone, &mut programme);
        }
        programme
    }

    fn places(&mut self, week: &PlantedWeek, programme: &mut Programme) {
        for line in lines(|out| week.write_venues_csv(out)) {
            let cells: Vec<&str> = line.split(',').collect();
            self.venues.insert(cells[0].into(), len(&programme.venues));
            programme.venues.push(Venue {
                name: Text::new(cells[0], cells[1]),
                capacity: cells[2].parse().ok(),
                hours: Hours::daily(time(8, 0, 0, 0), time(22, 0, 0, 0)),
                ..Venue::default()
            });
        }
        for line in lines(|out| week.write_travel_csv(out)) {
            let cells: Vec<&str> = line.split(',').collect();
            let id = |name: &str| VenueId(self.venues[name]);
            let minutes = Minutes(cells[3].parse().expect("minutes"));
            programme.roads.state(id(cells[0]), id(cells[1]), minutes);
        }
    }

    fn session(&mut self, number: u32, row: &Row, zone: &TimeZone, programme: &mut Programme) {
        let mut appearances = Vec::new();
        let chair: Vec<String> =
            Some(row.chair.clone()).filter(|chair| !chair.is_empty()).into_iter().collect();
        for (names, role) in [
            (&row.speakers, Role::Speaker),
            (&chair, Role::Chair),
            (&row.guests, Role::GuestOfHonour),
            (&row.interpreters, Role::Interpreter),
        ] {
            for name in names {
                let at = *self.people.entry(name.clone()).or_insert_with(|| {
                    programme.people.push(Person { name: Text::single(name), ..Person::default() });
                    len(&programme.people) - 1
                });
                appearances.push(Appearance::new(PersonId(at), role));
            }
        }
        let host = (!row.host.is_empty()).then(|| {
            HostId(*self.hosts.entry(row.host.clone()).or_insert_with(|| {
                programme.hosts.push(Host { name: Text::single(&row.host), ..Host::default() });
                len(&programme.hosts) - 1
            }))
        });
        let title = Text::new(&row.title, &row.title_en);
        programme.sessions.push(Session {
            key: number.to_string(),
            host,
            title: if row.translation == "最新" { title } else { title.with_stale(Lang::En) },
            appearances,
            expected: row.expected,
            interpretation: row
                .interpreters_needed
                .map(|needed| Interpretation { languages: row.languages.clone(), needed }),
            ..Session::default()
        });
        let place = self.place(row, programme);
        programme.occurrences.push(Occurrence {
            session: SessionId(number),
            guid: Uuid::from_u128(u128::from(number)),
            number: None,
            slug: None,
            when: row.time.map(|at| {
                let midnight =
                    date(2021, 6, 21).to_zoned(zone.clone()).expect("a day of the week").timestamp();
                let after = |minutes: u32| {
                    let minutes = i64::from(at.day * 24 * 60 + minutes);
                    midnight.checked_add(jiff::SignedDuration::from_mins(minutes)).expect("an instant")
                };
                Span::new(after(at.from), after(at.to)).expect("forwards")
            }),
            place,
            state: State::Scheduled,
            citation: Citation { file: Arc::from("week.csv"), spot: Spot::Row(Arc::from(""), number + 2) },
        });
    }

    fn place(&mut self, row: &Row, programme: &mut Programme) -> Option<Place> {
        let venue = VenueId(*self.venues.get(&row.venue)?);
        let room = self.rooms.entry((row.venue.clone(), row.room.clone())).or_insert_with(|| {
            programme.rooms.push(Room {
                guid: None,
                key: format!("{}-{}", row.venue, row.room),
                venue,
                name: Text::single(&row.room),
                seats: row.seats,
                hours: Hours::default(),
                equipment: Vec::new(),
                step_free: None,
            });
            len(&programme.rooms) - 1
        });
        Some(Place::Room(RoomId(*room)))
    }
}

/// The lines of a file, without its headings.
fn lines(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<String> {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory takes all");
    bytes.flush().expect("memory takes all");
    String::from_utf8(bytes).expect("written as UTF-8").lines().skip(1).map(str::to_owned).collect()
}

fn len<T>(table: &[T]) -> u32 {
    u32::try_from(table.len()).expect("no test has four thousand million records")
}
