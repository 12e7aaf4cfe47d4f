//! Where everything stands now, as blocks.
//!
//! A hall's blocks are the stretches in which it is open, one thing at a time. What cannot stand in one as it is now gets a *lane*, a block of its
//! own just as long: what is held because it shares its hall or has none, and, with a price nobody wants to pay, what stands in a hall that is
//! taken or closed. So the programme as it stands can be counted whole, however impossible it is.

use festoon_domain::programme::{OccurrenceId, Programme, RoomUse};
use festoon_domain::venue::{RoomId, VenueId};
use festoon_solver::{Block, Period, Place, Problem, Room, Venue};

use super::calendar::Calendar;
use super::halls::{Openings, cut};
use super::held::{Decided, Held};
use super::number;

/// An occurrence, or a day's piece of one, where it is now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stand {
    pub(super) occurrence: OccurrenceId,
    pub(super) period: u32,
    pub(super) from: u16,
    pub(super) till: u16,
    pub(super) held: Option<Held>,
    pub(super) room: Option<RoomId>,
    /// In the solver's list: 0 is nowhere.
    pub(super) venue: u32,
    /// Whether it wants its hall to itself.
    room_use: RoomUse,
}

impl Stand {
    pub(super) const fn slots(&self) -> u16 {
        self.till - self.from
    }

    const fn meets(&self, other: &Self) -> bool {
        self.period == other.period && self.from < other.till && other.from < self.till
    }

    fn fits(&self, open: &[(u32, u16, u16)]) -> bool {
        open.iter()
            .any(|&(period, from, till)| period == self.period && from <= self.from && self.till <= till)
    }
}

/// Every piece, in the order of the occurrences.
pub(super) fn stands(programme: &Programme, decided: &Decided, calendar: &Calendar) -> Vec<Stand> {
    let mut stands = Vec::new();
    for (id, occurrence) in programme.each_occurrence() {
        let (Some(held), Some(span)) = (decided[id.0 as usize], occurrence.when) else { continue };
        let till = span.end().as_second() + i64::from(span.end().subsec_nanosecond() > 0);
        for period in 0..number(calendar.days.len()) {
            let Some((from, till)) = calendar.outward(period, span.start().as_second(), till) else {
                continue;
            };
            stands.push(Stand {
                occurrence: id,
                period,
                from,
                till,
                held,
                room: occurrence.room(),
                venue: programme.venue_of(id).map_or(0, |venue| venue.0 + 1),
                room_use: programme[occurrence.session].room_use,
            });
        }
    }
    stands
}

/// A stretch of a hall that is nobody else's, since something is held there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    pub(super) period: u32,
    pub(super) room: RoomId,
    pub(super) from: u16,
    pub(super) till: u16,
    pub(super) by: OccurrenceId,
}

/// Periods, houses, halls and blocks, and where everything stands in them.
pub(super) struct Laid {
    pub(super) problem: Problem,
    /// By block.
    pub(super) rooms: Vec<Option<RoomId>>,
    /// By stand.
    pub(super) standing: Vec<Place>,
    /// By stand: where it would stand if its hall were free; for what stands where the hall is closed, its lane.
    pub(super) former: Vec<Option<Place>>,
    pub(super) unknown_roads: Vec<(VenueId, VenueId)>,
    pub(super) cut: Vec<Cut>,
}

pub(super) fn lay(programme: &Programme, calendar: &Calendar, stands: &[Stand], mut open: Openings) -> Laid {
    let mut laid = Laid {
        problem: Problem::default(),
        rooms: Vec::new(),
        standing: Vec::new(),
        former: Vec::new(),
        unknown_roads: Vec::new(),
        cut: Vec::new(),
    };
    for period in 0..number(calendar.days.len()) {
        laid.problem.period(Period::of(calendar.slots(period)));
    }
    laid.houses(programme, calendar);
    for room in &programme.rooms {
        laid.problem.room(Room { venue: room.venue.0 + 1 });
    }

    let own_lane = held_in_lanes(programme, stands, &open);
    for (stand, lane) in stands.iter().zip(&own_lane) {
        if let (Some(room), Lane::Own, RoomUse::Exclusive) = (stand.room, lane, stand.room_use) {
            cut(&mut open[room.0 as usize], stand.period, stand.from, stand.till);
            laid.cut.push(Cut {
                period: stand.period,
                room,
                from: stand.from,
                till: stand.till,
                by: stand.occurrence,
            });
        }
    }
    for (room, open) in (0..).zip(&open) {
        for &(period, from, till) in open {
            laid.problem.block(Block { period, room, from, slots: till - from });
            laid.rooms.push(Some(RoomId(room)));
        }
    }
    laid.put(stands, &own_lane);
    laid
}

/// Whether something held stands in a hall's block, as a movable thing does, or in a lane.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lane {
    Own,
    None,
}

/// What is held stands in its hall's block only if nothing else that is held wants it then, and if it is open.
fn held_in_lanes(programme: &Programme, stands: &[Stand], open: &Openings) -> Vec<Lane> {
    let mut exclusive: Vec<Vec<&Stand>> = vec![Vec::new(); programme.rooms.len()];
    for stand in stands.iter().filter(|stand| stand.held.is_some() && stand.room_use == RoomUse::Exclusive) {
        if let Some(room) = stand.room {
            exclusive[room.0 as usize].push(stand);
        }
    }
    let lane = |stand: &Stand| {
        let Some(room) = stand.room else { return Lane::Own };
        if stand.held.is_none() {
            return Lane::None;
        }
        let beside = &exclusive[room.0 as usize];
        let alone = beside.iter().filter(|other| stand.meets(other)).count() == 1;
        let fits = stand.room_use == RoomUse::Exclusive && alone && stand.fits(&open[room.0 as usize]);
        if fits { Lane::None } else { Lane::Own }
    };
    stands.iter().map(lane).collect()
}

impl Laid {
    /// House 0 is where nobody knows; the others are the programme's.
    fn houses(&mut self, programme: &Programme, calendar: &Calendar) {
        let venues = || (0..number(programme.venues.len())).map(VenueId);
        for from in venues() {
            let mut roads = vec![0];
            for to in venues() {
                let road = programme.roads.between(&programme.venues, from, to);
                roads.push(road.map_or(0, |road| calendar.up(road.minutes.0)));
                if road.is_none() && from < to {
                    self.unknown_roads.push((from, to));
                }
            }
            self.problem.venue(Venue { places: programme[from].capacity, roads });
        }
    }

    fn lane(&mut self, stand: &Stand) -> Place {
        let room = self.problem.room(Room { venue: stand.venue });
        let block =
            self.problem.block(Block { period: stand.period, room, from: stand.from, slots: stand.slots() });
        self.rooms.push(stand.room);
        Place { block, slot: stand.from }
    }

    /// In the order of the occurrences, what is held first: whoever comes later to a hall that is taken has the lane.
    fn put(&mut self, stands: &[Stand], own_lane: &[Lane]) {
        let halls = self.problem.blocks.len();
        let mut of_room: Vec<Vec<u32>> = vec![Vec::new(); self.problem.rooms.len()];
        for block in 0..halls {
            of_room[self.problem.blocks[block].room as usize].push(number(block));
        }
        let mut taken: Vec<Vec<(u16, u16)>> = vec![Vec::new(); halls];
        let mut standing = vec![None; stands.len()];
        let mut former = vec![None; stands.len()];
        let mut order: Vec<usize> = (0..stands.len()).collect();
        order.sort_by_key(|&at| (stands[at].held.is_none(), at));
        for at in order {
            let stand = &stands[at];
            if own_lane[at] == Lane::Own {
                standing[at] = Some(self.lane(stand));
                continue;
            }
            let room = stand.room.expect("what has no hall has a lane");
            let blocks = &of_room[room.0 as usize];
            let inside = |block: &&u32| {
                let hall = self.problem.blocks[**block as usize];
                hall.period == stand.period && hall.from <= stand.from && stand.till <= hall.till()
            };
            let block = blocks.iter().find(inside).copied();
            former[at] = block.map(|block| Place { block, slot: stand.from });
            let free = block.filter(|block| {
                taken[*block as usize].iter().all(|&(from, till)| till <= stand.from || stand.till <= from)
            });
            let place = if let Some(block) = free {
                taken[block as usize].push((stand.from, stand.till));
                Place { block, slot: stand.from }
            } else {
                let lane = self.lane(stand);
                self.problem.block_costs.push((lane.block, 1));
                former[at] = former[at].or(Some(lane));
                lane
            };
            standing[at] = Some(place);
        }
        self.standing = standing.into_iter().map(|place| place.expect("everything was put")).collect();
        self.former = former;
    }
}
