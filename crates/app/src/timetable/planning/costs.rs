//! What standing somewhere costs an occurrence of a week, what holds two of them apart, and what each rule weighs.

use std::collections::{BTreeMap, HashMap};

use festoon_domain::programme::{ActivityId, OccurrenceId, PartId, Programme};
use festoon_domain::timetable::Duplicates;
use festoon_domain::venue::RoomId;
use festoon_exchange::planner::{Grade, Planner, PlannerRule, TrackOf};
use festoon_solver::{At, Bond, Cost, Draw, Hours, Rule, Stock, Track, Weight};

use super::calendar::{Calendar, week_days};
use super::lanes::Stand;
use super::wanted::{Not, Wanted};
use super::{Asked, Planning, number, prime, who};

/// A thousand million of anything is as many as matter; more would not add up in 64 bits.
const MOST: i64 = 1_000_000_000;

/// What the solver counts for a rule of the week.
pub(super) const fn counted(rule: PlannerRule) -> Rule {
    match rule {
        PlannerRule::People => Rule::People,
        PlannerRule::Slack => Rule::Slack,
        PlannerRule::Away => Rule::Away,
        PlannerRule::Days => Rule::EntryPeriod,
        PlannerRule::VenueCapacity => Rule::VenueCapacity,
        PlannerRule::Equipment => Rule::Equipment,
        PlannerRule::Before => Rule::Prerequisite,
        PlannerRule::Stock => Rule::Stock,
        PlannerRule::Seats => Rule::Seats,
        PlannerRule::House => Rule::EntryRoom,
        // Nobody is in another zone here, so the rule about their nights is free.
        PlannerRule::SameDay => Rule::Hours,
        PlannerRule::Moved => Rule::Moved,
        PlannerRule::Bookmarks => Rule::Bookmarks,
        PlannerRule::SameTrack => Rule::TrackAtOnce,
        PlannerRule::TrackRooms => Rule::RoomsPerTrack,
        PlannerRule::TrackDays => Rule::ConsecutiveTracks,
        PlannerRule::Wishes => Rule::Wishes,
        PlannerRule::PrimeTime => Rule::Fairness,
        PlannerRule::Waiting => Rule::Waiting,
        PlannerRule::Languages => Rule::Variety,
        PlannerRule::Pause => Rule::Pause,
    }
}

/// Whether the rule counts slots, which may be shorter than the five minutes a weight is for.
const fn is_by_time(rule: PlannerRule) -> bool {
    matches!(
        rule,
        PlannerRule::VenueCapacity
            | PlannerRule::Stock
            | PlannerRule::SameTrack
            | PlannerRule::Waiting
            | PlannerRule::Languages
    )
}

/// Slots in five minutes.
pub(super) fn unit(calendar: &Calendar) -> i64 {
    i64::from(5 / calendar.slot)
}

/// What each rule weighs. That a hall is taken or closed, and that something has no place, must not be.
pub(super) fn weigh(planning: &mut Planning, planner: &Planner) {
    let slots_in_five = unit(&planning.calendar);
    for rule in PlannerRule::ALL {
        let weight = match planner.grade(rule) {
            Grade::Block => Weight::Hard,
            Grade::Warn(weight) if is_by_time(rule) => Weight::Soft(i64::from(weight)),
            Grade::Warn(weight) => Weight::Soft(i64::from(weight) * slots_in_five),
            Grade::Ignore => Weight::Off,
        };
        planning.problem.rules.weigh(counted(rule), weight);
    }
    planning.problem.rules.weigh(Rule::PeriodRoom, Weight::Hard);
    planning.problem.rules.weigh(Rule::Unplaced, Weight::Hard);
    planning.problem.step = planner.step / planning.calendar.slot;
}

pub(super) fn add(
    planning: &mut Planning,
    programme: &Programme,
    asked: &Asked<'_>,
    wanted: &Wanted,
    stands: &[Stand],
    duplicates: &Duplicates,
) {
    let planner = asked.planner;
    let pause = planning.calendar.up(u32::from(planner.pause));
    let mut tracks: HashMap<TrackKey, u32> = HashMap::new();
    let mut languages: BTreeMap<String, u32> = BTreeMap::new();
    let days = Days::of(planning, programme);
    for (at, stand) in stands.iter().enumerate() {
        let id = stand.occurrence;
        let session = programme.session_of(id);
        let track = *tracks
            .entry(track_of(programme, planner.track, id))
            .or_insert_with(|| planning.problem.track(Track::default()));
        let language = session.languages.first().map(|said| {
            let next = number(languages.len());
            *languages.entry(said.clone()).or_insert(next)
        });
        let costs = if stand.held.is_some() {
            Vec::new()
        } else {
            let mut costs = of_rooms(programme, wanted, id, stand);
            costs.extend(days.costs(programme, id, stand.period));
            costs
        };
        let entry = &mut planning.problem.entries[at];
        entry.track = track;
        entry.pause = pause;
        entry.language = language;
        entry.host = programme.host_of(programme[id].session).map(|host| host.0);
        // The audience of a session that was handed in twice comes once, as in the clash report.
        entry.audience = if duplicates.is_second(id) { 0 } else { session.expected.unwrap_or(0) };
        entry.costs = costs;
    }
    planning.problem.languages = number(languages.len());
    add_wanted(planning, programme, wanted);
    prime::add(planning, programme, planner);
}

#[derive(PartialEq, Eq, Hash)]
enum TrackKey {
    Chain(String),
    Activity(ActivityId),
    Part(PartId),
    /// What belongs to nothing is a track of its own.
    Alone(OccurrenceId),
}

fn track_of(programme: &Programme, track: TrackOf, id: OccurrenceId) -> TrackKey {
    let session = programme.session_of(id);
    let of_activity = session.activity.map(TrackKey::Activity);
    let key = match track {
        TrackOf::Part => session.part.map(TrackKey::Part).or(of_activity),
        TrackOf::Activity => of_activity,
        TrackOf::Chain => {
            let chain = session.activity.and_then(|activity| programme[activity].chain.clone());
            chain.map(TrackKey::Chain).or(of_activity)
        }
    };
    key.unwrap_or(TrackKey::Alone(id))
}

/// Too few seats, missing equipment, and the way to another house than its host chose. A hall of which nobody said what stands in it lacks
/// nothing.
fn of_rooms(programme: &Programme, wanted: &Wanted, id: OccurrenceId, stand: &Stand) -> Vec<Cost> {
    let session = programme.session_of(id);
    let more = wanted
        .needs
        .iter()
        .filter(|(of, _)| *of == id)
        .flat_map(|(_, words)| words.iter().map(String::as_str));
    let mut needed: Vec<&str> = session.equipment.iter().map(|word| word.0.as_str()).chain(more).collect();
    needed.sort_unstable();
    needed.dedup();
    let mut costs = Vec::new();
    for (number, room) in (0..).zip(&programme.rooms) {
        let mut add = |rule, count: usize| {
            if count > 0 {
                let count = i64::try_from(count).unwrap_or(MOST).min(MOST);
                costs.push(Cost { rule, at: At::Room(number), count });
            }
        };
        let over =
            session.expected.zip(room.seats).map_or(0, |(expected, seats)| expected.saturating_sub(seats));
        add(Rule::Seats, over as usize);
        let has = |word: &&&str| room.equipment.iter().any(|there| there.0 == ***word);
        if !room.equipment.is_empty() {
            add(Rule::Equipment, needed.iter().filter(|word| !has(word)).count());
        }
        add(Rule::EntryRoom, usize::from(room.venue.0 + 1 != stand.venue));
    }
    costs
}

/// On which days something may be: those of its activity, else those of the week, and the one it is on now, which is the best.
struct Days {
    /// By period: its day, and whether it is one of the week.
    days: Vec<(jiff::civil::Date, bool)>,
}

impl Days {
    fn of(planning: &Planning, programme: &Programme) -> Self {
        let week = week_days(programme);
        let is_of_week = |day| week.is_empty() || week.binary_search(day).is_ok();
        Self { days: planning.calendar.days.iter().map(|day| (*day, is_of_week(day))).collect() }
    }

    fn costs(&self, programme: &Programme, id: OccurrenceId, now: u32) -> Vec<Cost> {
        let activity = programme.session_of(id).activity;
        let own = activity.and_then(|activity| programme[activity].days);
        let mut costs = Vec::new();
        for (period, (day, of_week)) in (0..).zip(&self.days).filter(|(period, _)| *period != now) {
            let may_be = own.map_or(*of_week, |(first, last)| first <= *day && *day <= last);
            let rule = if may_be { Rule::Hours } else { Rule::EntryPeriod };
            costs.push(Cost { rule, at: At::Period(period), count: 1 });
        }
        costs
    }
}

fn add_wanted(planning: &mut Planning, programme: &Programme, wanted: &Wanted) {
    let pieces = who::pieces(planning, programme);
    let of = |id: OccurrenceId| pieces[id.0 as usize].iter().copied();
    for &(person, from, till) in &wanted.away {
        for (id, occurrence) in programme.each_occurrence() {
            let is_there =
                programme[occurrence.session].appearances.iter().any(|there| there.person == person);
            for entry in of(id).filter(|_| is_there) {
                add_hours(planning, entry, Rule::Away, (from, till), 1);
            }
        }
    }
    for wish in &wanted.wishes {
        for entry in wish.of.iter().flat_map(|id| of(*id)) {
            match wish.not {
                Not::During(from, till) => {
                    add_hours(planning, entry, Rule::Wishes, (from, till), i64::from(wish.count).min(MOST));
                }
                Not::Room(RoomId(room)) => {
                    let cost = Cost {
                        rule: Rule::Wishes,
                        at: At::Room(room),
                        count: i64::from(wish.count).min(MOST),
                    };
                    planning.problem.entries[entry as usize].costs.push(cost);
                }
            }
        }
    }
    // Of what goes on overnight, the last piece must have ended and the first must not have begun.
    let first_and_last = |one: OccurrenceId, other: OccurrenceId| of(one).next_back().zip(of(other).next());
    for &(first, then) in &wanted.before {
        let bond = first_and_last(first, then);
        planning.problem.bonds.extend(bond.map(|(one, other)| Bond {
            rule: Rule::Prerequisite,
            one,
            other,
            count: 1,
        }));
    }
    for &(one, other, visitors) in &wanted.bookmarks {
        let pairs = of(one).flat_map(|one| of(other).map(move |other| (one, other)));
        let bond =
            |(one, other)| Bond { rule: Rule::Bookmarks, one, other, count: i64::from(visitors).min(MOST) };
        planning.problem.bonds.extend(pairs.map(bond));
    }
    for stock in &wanted.stocks {
        let number = number(planning.problem.stocks.len());
        planning.problem.stocks.push(Stock { of: stock.of, rule: Rule::Stock });
        planning.stocks.push(stock.name.clone());
        for (&id, &amount) in &stock.takes {
            for entry in of(id) {
                planning.problem.entries[entry as usize].draws.push(Draw { stock: number, amount });
            }
        }
    }
}

fn add_hours(planning: &mut Planning, entry: u32, rule: Rule, (from, till): (i64, i64), count: i64) {
    for period in 0..number(planning.calendar.days.len()) {
        if let Some((from, till)) = planning.calendar.outward(period, from, till) {
            let at = At::Hours(Hours { period, from, till });
            planning.problem.entries[entry as usize].costs.push(Cost { rule, at, count });
        }
    }
}
