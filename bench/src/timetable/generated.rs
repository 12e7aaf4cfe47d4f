//! A generated city week as a planner's problem: houses on a plane, roads between them, hosts, people, bookmarks; the same from the same seed.

use fastrand::Rng;
use festoon_solver::{
    At, Block, Bond, Cost, Draw, Entry, Host, Hours, Period, Problem, Room, Rule, Stock, Track, Venue, Weight,
};

/// How large a week.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) sessions: u32,
    pub(super) venues: u32,
    pub(super) bookmarks: u32,
    pub(super) seed: u64,
}

/// A slot is a quarter of an hour; a day goes from nine to nine.
const DAY: u16 = 48;
const DAYS: u32 = 7;
const LANGUAGES: u32 = 2;
const EQUIPMENT: usize = 5;

struct Hall {
    seats: u32,
    has: [bool; EQUIPMENT],
}

pub(super) fn week(size: Size) -> Problem {
    let mut rng = Rng::with_seed(size.seed);
    let mut problem = Problem { languages: LANGUAGES, ..Problem::default() };
    let halls = houses(&mut problem, size, &mut rng);
    openings(&mut problem, &mut rng);
    let hosts = size.sessions / 15 + 1;
    for _ in 0..30 {
        problem.track(Track::default());
    }
    // Interpreters of a language, and the city's two camera crews.
    problem.stocks = vec![Stock { of: 40, rule: Rule::Stock }, Stock { of: 12, rule: Rule::Stock }];
    problem.prime = (0..DAYS).map(|period| Hours { period, from: 4, till: 12 }).collect();
    for _ in 0..size.sessions {
        let entry = session(&problem, hosts, &halls, &mut rng);
        problem.entry(entry);
    }
    problem.hosts = shares(&problem, hosts);
    people(&mut problem, size, &mut rng);
    prerequisites(&mut problem, size, &mut rng);
    bookmarks(&mut problem, size, &mut rng);
    weights(&mut problem);
    problem
}

/// The first house is a convention centre with a tenth of all halls.
fn houses(problem: &mut Problem, size: Size, rng: &mut Rng) -> Vec<Hall> {
    let places: Vec<(f64, f64)> = (0..size.venues).map(|_| (rng.f64() * 30.0, rng.f64() * 30.0)).collect();
    let mut halls = Vec::new();
    problem.venues.clear();
    for (number, here) in (0..).zip(&places) {
        let road = |there: &(f64, f64)| minutes(here, there).div_ceil(15);
        problem.venue(Venue { places: None, roads: places.iter().map(road).collect() });
        let count = if number == 0 { size.venues * 3 / 10 } else { 1 + rng.u32(..4) };
        let mut seats_of_all = 0;
        for _ in 0..count {
            problem.room(Room { venue: number });
            let seats = 30 + rng.u32(..8) * rng.u32(..8) * 10;
            seats_of_all += seats;
            halls.push(Hall { seats, has: std::array::from_fn(|_| rng.u8(..10) < 4) });
        }
        problem.venues[number as usize].places = Some(seats_of_all * 8 / 10 + 30);
    }
    halls
}

/// Ten minutes, and two for a kilometre.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a city is small and roads are long"
)]
fn minutes(here: &(f64, f64), there: &(f64, f64)) -> u16 {
    let far = (here.0 - there.0).hypot(here.1 - there.1);
    if far == 0.0 { 0 } else { (10.0 + far * 2.0) as u16 }
}

/// A block a hall and day; now and then a hall has something else in the morning.
fn openings(problem: &mut Problem, rng: &mut Rng) {
    for _ in 0..DAYS {
        problem.period(Period::of(DAY));
    }
    let halls = u32::try_from(problem.rooms.len()).expect("halls are few");
    for period in 0..DAYS {
        for room in 0..halls {
            let from = if rng.u8(..8) == 0 { 16 } else { 0 };
            problem.block(Block { period, room, from, slots: DAY - from });
        }
    }
}

fn session(problem: &Problem, hosts: u32, halls: &[Hall], rng: &mut Rng) -> Entry {
    let audience = 10 + rng.u32(..14) * rng.u32(..14);
    let needs = if rng.u8(..5) == 0 { Some(rng.usize(..EQUIPMENT)) } else { None };
    let mut costs = Vec::new();
    for (room, hall) in (0..).zip(halls) {
        if needs.is_some_and(|kind| !hall.has[kind]) {
            costs.push(Cost { rule: Rule::Equipment, at: At::Room(room), count: 1 });
        }
        let standing = audience.saturating_sub(hall.seats);
        if standing > 0 {
            costs.push(Cost { rule: Rule::Seats, at: At::Room(room), count: i64::from(standing) });
        }
    }
    if rng.u8(..4) == 0 {
        costs.push(Cost { rule: Rule::Wishes, at: At::Period(rng.u32(..DAYS)), count: 1 });
    }
    let draws = if rng.u8(..6) == 0 { vec![Draw { stock: rng.u32(..2), amount: 1 }] } else { Vec::new() };
    Entry {
        track: rng.u32(..u32::try_from(problem.tracks.len()).expect("tracks are few")),
        pause: 1,
        audience,
        host: Some(rng.u32(..hosts)),
        language: Some(u32::from(rng.u8(..4) == 0)),
        costs,
        draws,
        ..Entry::of(2 + rng.u16(..6))
    }
}

/// A third of what each host has.
fn shares(problem: &Problem, hosts: u32) -> Vec<Host> {
    let of = |host: u32| problem.entries.iter().filter(|entry| entry.host == Some(host)).count();
    let share = |host| Host { share: u32::try_from(of(host) / 3).expect("sessions are few") };
    (0..hosts).map(share).collect()
}

/// Everybody speaks once or twice, some every day; one in ten is away for a day.
fn people(problem: &mut Problem, size: Size, rng: &mut Rng) {
    let mut people: Vec<Vec<u32>> = vec![Vec::new(); size.sessions as usize];
    for entry in 0..size.sessions {
        for _ in 0..=rng.u8(..3) {
            let known = rng.f64();
            // Square: the first are asked far more often than the last.
            let person = number(known * known * f64::from(size.sessions));
            let entries = &mut people[person];
            if entries.len() < 12 && entries.last() != Some(&entry) {
                entries.push(entry);
            }
        }
    }
    for entries in &people {
        if rng.u8(..10) > 0 {
            continue;
        }
        let away = Hours { period: rng.u32(..DAYS), from: 0, till: DAY };
        for &entry in entries {
            let cost = Cost { rule: Rule::Away, at: At::Hours(away), count: 1 };
            problem.entries[entry as usize].costs.push(cost);
        }
    }
    problem.people = people;
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is below the number of sessions"
)]
fn number(of: f64) -> usize {
    of as usize
}

fn prerequisites(problem: &mut Problem, size: Size, rng: &mut Rng) {
    for _ in 0..size.sessions / 20 {
        let (one, other) = (rng.u32(..size.sessions), rng.u32(..size.sessions));
        // Always towards the later number, so that there is no circle.
        if one < other {
            problem.bonds.push(Bond { rule: Rule::Prerequisite, one, other, count: 1 });
        }
    }
}

/// Visitors mark ten each, mostly of two tracks.
fn bookmarks(problem: &mut Problem, size: Size, rng: &mut Rng) {
    let mut of_track = vec![Vec::new(); problem.tracks.len()];
    for (number, entry) in (0..).zip(&problem.entries) {
        of_track[entry.track as usize].push(number);
    }
    let mut together: std::collections::BTreeMap<(u32, u32), i64> = std::collections::BTreeMap::new();
    for _ in 0..size.bookmarks / 10 {
        let liked = [rng.usize(..of_track.len()), rng.usize(..of_track.len())];
        let mut marked: Vec<u32> = Vec::with_capacity(10);
        while marked.len() < 10 {
            let track = if rng.u8(..5) == 0 { rng.usize(..of_track.len()) } else { liked[rng.usize(..2)] };
            marked.extend(rng.choice(&of_track[track]));
        }
        marked.sort_unstable();
        marked.dedup();
        for (place, &one) in marked.iter().enumerate() {
            for &other in &marked[place + 1..] {
                *together.entry((one, other)).or_default() += 1;
            }
        }
    }
    let bonds = together.into_iter();
    problem.bonds.extend(bonds.map(|((one, other), count)| Bond {
        rule: Rule::Bookmarks,
        one,
        other,
        count,
    }));
}

fn weights(problem: &mut Problem) {
    for rule in
        [Rule::People, Rule::Away, Rule::Equipment, Rule::Prerequisite, Rule::VenueCapacity, Rule::Stock]
    {
        problem.rules.weigh(rule, Weight::Hard);
    }
    for (rule, weight) in [
        (Rule::Seats, 2),
        (Rule::Bookmarks, 1),
        (Rule::TrackAtOnce, 3),
        (Rule::Wishes, 20),
        (Rule::Fairness, 10),
        (Rule::Waiting, 1),
        (Rule::Pause, 5),
        (Rule::RoomsPerTrack, 1),
    ] {
        problem.rules.weigh(rule, Weight::Soft(weight));
    }
}
