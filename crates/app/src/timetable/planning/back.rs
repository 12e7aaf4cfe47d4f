//! A plan as a programme again, and what moved.
//!
//! Only time and hall of what moved are changed; guids, numbers and everything else stay, so whoever takes the result in as a draft knows every
//! session again.

use festoon_domain::programme::{self, OccurrenceId, Programme, Span};
use festoon_domain::venue::RoomId;
use festoon_solver::{Place, Plan};
use jiff::Timestamp;

use super::{Planning, who};

/// Something that goes elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    pub occurrence: OccurrenceId,
    /// When and where it was.
    pub from: (Option<Span>, Option<programme::Place>),
    /// When and where it is to be; nothing if the plan has no place for it.
    pub to: Option<(Span, RoomId)>,
    pub why: Why,
}

/// Why something goes elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It could not stay: another has its hall then, or the hall is closed.
    CouldNotStay,
    /// `planner.toml` pins it there.
    Pinned,
    /// It could have stayed, and goes so that other rules are kept or the whole costs less.
    Chosen,
}

impl Planning {
    /// Where the hall is open for so many slots from an instant on; nothing if it is not.
    pub(super) fn place(&self, start: Timestamp, slots: u16, room: RoomId) -> Option<Place> {
        if !self.calendar.is_on_a_slot(start) {
            return None;
        }
        let period = self.calendar.period(self.calendar.day_of(start))?;
        let (slot, _) = self.calendar.outward(period, start.as_second(), start.as_second() + 1)?;
        let till = slot.checked_add(slots)?;
        let halls = (0..).zip(&self.problem.blocks).filter(|(_, block)| block.room == room.0);
        let mut open =
            halls.filter(|(_, block)| block.period == period && block.from <= slot && till <= block.till());
        open.next().map(|(block, _)| Place { block, slot })
    }

    /// When and where an occurrence is in a place.
    pub(super) fn whereabouts(
        &self,
        programme: &Programme,
        id: OccurrenceId,
        place: Place,
    ) -> Option<(Span, RoomId)> {
        let room = self.blocks[place.block as usize]?;
        let period = self.problem.blocks[place.block as usize].period;
        let start = self.calendar.instant(period, place.slot);
        let end = start.checked_add(programme[id].when?.duration()).ok()?;
        Some((Span::new(start, end)?, room))
    }

    /// What stands elsewhere in the plan than in the programme this was prepared from, by when it was.
    #[must_use]
    pub fn moved(&self, programme: &Programme, plan: &Plan) -> Vec<Moved> {
        let mut moved = Vec::new();
        for (entry, (now, then)) in plan.0.iter().zip(&self.standing.0).enumerate() {
            if now == then {
                continue;
            }
            let id = self.entries[entry];
            let to = now.and_then(|place| self.whereabouts(programme, id, place));
            let from = (programme[id].when, programme[id].place);
            if to.map(|(span, room)| (Some(span), Some(programme::Place::Room(room)))) != Some(from) {
                moved.push(Moved { occurrence: id, from, to, why: self.why(entry) });
            }
        }
        moved.sort_by_key(|moved| {
            (who::begins(programme, moved.occurrence), programme[moved.occurrence].guid)
        });
        moved
    }

    fn why(&self, entry: usize) -> Why {
        if self.standing.0[entry].is_some_and(|place| self.is_impossible(place)) {
            Why::CouldNotStay
        } else if self.problem.entries[entry].pin.is_some() {
            Why::Pinned
        } else {
            Why::Chosen
        }
    }

    /// Whether a place is a lane in which nothing can really stand.
    fn is_impossible(&self, place: Place) -> bool {
        self.problem.block_costs.iter().any(|(block, _)| *block == place.block)
    }

    /// What the plan leaves where it cannot stand: its hall is taken or closed. It has not moved, and it must.
    #[must_use]
    pub fn stuck(&self, plan: &Plan) -> Vec<OccurrenceId> {
        let placed = self.entries.iter().zip(&plan.0);
        let impossible = placed.filter(|(_, place)| place.is_some_and(|place| self.is_impossible(place)));
        impossible.map(|(id, _)| *id).collect()
    }

    /// The programme this was prepared from with the plan's times and halls; what has no place in the plan stays where it was.
    #[must_use]
    pub fn applied(&self, programme: &Programme, plan: &Plan) -> Programme {
        let mut applied = programme.clone();
        for moved in self.moved(programme, plan) {
            if let Some((span, room)) = moved.to {
                let occurrence = &mut applied.occurrences[moved.occurrence.0 as usize];
                occurrence.when = Some(span);
                occurrence.place = Some(programme::Place::Room(room));
            }
        }
        applied
    }
}
