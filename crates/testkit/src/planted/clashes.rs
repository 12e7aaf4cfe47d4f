//! Planting: for each rule its clashes, each breaking that rule and no other.

use festoon_domain::timetable::Rule;

use super::grounds::{DAYS, DOORS, Grounds, HUT_SEATS, Hall};
use super::row::Time;
use super::wording::{Wording, host};
use super::{Chance, Plan, Row};

/// A clash that was planted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// The rule it breaks.
    pub rule: Rule,
    /// The rows it comes from, as the spreadsheet program counts them, the upper first.
    pub rows: Vec<u32>,
}

/// The rows that clash, and which; their numbers are still places in the list of rows.
pub(super) fn plant(
    plan: Plan,
    grounds: &Grounds,
    wording: &mut Wording,
    chance: &mut Chance,
) -> (Vec<Row>, Vec<Planted>) {
    let mut planter = Planter { grounds, wording, chance, halves: 0, rows: Vec::new(), planted: Vec::new() };
    for turn in 0..plan.clashes_each {
        for rule in PLANTED {
            planter.plant(rule, turn);
        }
    }
    (planter.rows, planter.planted)
}

struct Planter<'a> {
    grounds: &'a Grounds,
    wording: &'a mut Wording,
    chance: &'a mut Chance,
    /// How many half days of plots are given away.
    halves: usize,
    rows: Vec<Row>,
    planted: Vec<Planted>,
}

/// A hall for half a day.
struct Plot<'a> {
    hall: &'a Hall,
    day: u32,
    /// Minutes after midnight: 08:00 or 14:00.
    opens: u32,
}

impl Plot<'_> {
    fn time(&self, after: u32, length: u32) -> Time {
        Time { day: self.day, from: self.opens + after, to: self.opens + after + length }
    }
}

impl<'a> Planter<'a> {
    fn plant(&mut self, rule: Rule, turn: u32) {
        let rows = match rule {
            Rule::TwoPlaces => self.in_two_halls(Role::Speaker, |_| 30),
            Rule::Road => self.in_two_halls(Role::Speaker, |_| 65),
            Rule::Slack => self.in_two_halls(Role::Guest, |road| 60 + road + 5),
            Rule::RoomTwice => {
                let plot = self.plot();
                vec![self.row(plot.hall, plot.time(0, 60)), self.row(plot.hall, plot.time(30, 60))]
            }
            Rule::VenueFull => self.in_a_hut(turn),
            Rule::Duplicate => self.twice_told(),
            _ => {
                let plot = self.plot();
                let mut row = self.row(plot.hall, plot.time(0, 60));
                spoil(&mut row, rule, &plot);
                vec![row]
            }
        };

        let first = u32::try_from(self.rows.len()).expect("no planted week has four thousand million rows");
        self.planted.push(Planted { rule, rows: (first..).take(rows.len()).collect() });
        self.rows.extend(rows);
    }

    /// One person in two houses; the second session begins so many minutes after the first, which lasts an hour.
    fn in_two_halls(&mut self, role: Role, begins: impl Fn(u32) -> u32) -> Vec<Row> {
        let (here, there) = self.two_plots();
        let road = self.grounds.road(here.hall.venue, there.hall.venue);
        let who = self.wording.person();
        let mut rows =
            vec![self.row(here.hall, here.time(0, 60)), self.row(there.hall, there.time(begins(road), 60))];
        for row in &mut rows {
            match role {
                Role::Speaker => row.speakers.push(who.clone()),
                Role::Guest => row.guests.push(who.clone()),
            }
        }
        rows
    }

    /// Two halls of a hut, each with as many people as it seats, in a turn of their own.
    fn in_a_hut(&mut self, turn: u32) -> Vec<Row> {
        let huts = u32::try_from(self.grounds.huts.len()).expect("there are at most sixty");
        let (hut, turn) = (turn % huts, turn / huts);
        let from = DOORS.0 + 120 * (turn / DAYS);
        let time = Time { day: turn % DAYS, from, to: from + 60 };
        let [east, west] = &self.grounds.huts[hut as usize];
        let mut rows = vec![self.row(east, time), self.row(west, time)];
        for row in &mut rows {
            row.expected = Some(HUT_SEATS);
        }
        rows
    }

    /// One session handed in by two hosts, who each gave it another hall.
    fn twice_told(&mut self) -> Vec<Row> {
        let (here, there) = self.two_plots();
        let first = self.row(here.hall, here.time(0, 60));
        let mut second = self.row(there.hall, there.time(0, 60));
        second.title.clone_from(&first.title);
        second.title_en.clone_from(&first.title_en);
        second.speakers.clear();
        second.host = host(7);
        vec![Row { host: host(3), ..first }, second]
    }

    /// A row nobody could complain about, with people of its own.
    fn row(&mut self, hall: &Hall, time: Time) -> Row {
        let (title, title_en) = self.wording.title();
        Row {
            title,
            title_en,
            time: Some(time),
            venue: Grounds::venue_name(hall.venue),
            room: hall.name.clone(),
            seats: Some(hall.seats),
            host: host(self.chance.below(50)),
            speakers: vec![self.wording.person()],
            expected: Some(30),
            use_of_room: "独占",
            translation: "最新",
            ..Row::default()
        }
    }

    fn plot(&mut self) -> Plot<'a> {
        let plots = &self.grounds.plots;
        let (half, at) = (self.halves / plots.len(), self.halves % plots.len());
        self.halves += 1;
        let half = u32::try_from(half).expect("a week has fourteen half days");
        assert!(half < DAYS * 2, "the grounds are laid for the number of clashes");
        Plot { hall: &plots[at], day: half / 2, opens: if half % 2 == 0 { DOORS.0 } else { 14 * 60 } }
    }

    /// Two plots on one half day in different houses.
    fn two_plots(&mut self) -> (Plot<'a>, Plot<'a>) {
        let mut first = self.plot();
        loop {
            let second = self.plot();
            let same_half = (first.day, first.opens) == (second.day, second.opens);
            if same_half && first.hall.venue != second.hall.venue {
                return (first, second);
            }
            first = second;
        }
    }
}

/// All rules but the unknown road: the matrix of a planted week is full.
pub const PLANTED: [Rule; 14] = [
    Rule::TwoPlaces,
    Rule::Road,
    Rule::RoomTwice,
    Rule::VenueFull,
    Rule::Closed,
    Rule::Seats,
    Rule::Slack,
    Rule::Interpreters,
    Rule::Duplicate,
    Rule::NoTime,
    Rule::NoRoom,
    Rule::NoHost,
    Rule::Untranslated,
    Rule::Stale,
];

#[derive(Clone, Copy)]
enum Role {
    Speaker,
    Guest,
}

/// Breaks a rule that one row alone can break.
fn spoil(row: &mut Row, rule: Rule, plot: &Plot<'_>) {
    match rule {
        Rule::Closed => {
            let from = if plot.opens == DOORS.0 { DOORS.0 - 120 } else { DOORS.1 + 30 };
            row.time = Some(Time { day: plot.day, from, to: from + 60 });
        }
        Rule::Seats => row.expected = Some(plot.hall.seats + 50),
        Rule::Interpreters => {
            row.languages = "中法".into();
            row.interpreters_needed = Some(2);
        }
        Rule::Untranslated => row.title_en.clear(),
        Rule::Stale => row.translation = "英文过期",
        Rule::NoRoom => {
            row.venue.clear();
            row.room.clear();
            row.seats = None;
        }
        Rule::NoTime => row.time = None,
        Rule::NoHost => row.host.clear(),
        Rule::TwoPlaces
        | Rule::Road
        | Rule::RoadUnknown
        | Rule::Slack
        | Rule::RoomTwice
        | Rule::VenueFull
        | Rule::Duplicate => {
            unreachable!("one row cannot break {}", rule.word())
        }
    }
}
