//! What an entry costs with others: those it is tied to, the hours it stands in, its neighbours in the room, and where it stood before.

use super::{NONE, Shift, State};
use crate::{Place, Rule, Score};

impl State<'_> {
    /// Who costs something hard where they stand, of those that may move.
    pub(crate) fn troubled(&mut self) -> Vec<u32> {
        if self.score().hard == 0 {
            return Vec::new();
        }
        let state = &*self;
        let hard = |&entry: &u32| {
            state.place(entry).is_some_and(|Place { block, slot }| {
                let here = Shift { entry, block, slot, sign: 1 };
                (state.ground.fixed(entry, block) + state.met(here)).hard > 0
            })
        };
        state.ground.movable.iter().copied().filter(hard).collect()
    }

    /// What the entry, standing at this place, costs with everything that stands.
    pub(super) fn met(&self, shift: Shift) -> Score {
        self.in_its_period(shift)
            + self.in_line(shift)
            + self.in_its_hours(shift)
            + self.in_its_room(shift)
            + self.moved(shift)
    }

    fn in_its_period(&self, shift: Shift) -> Score {
        let ground = self.ground;
        let here = self.when[shift.entry as usize];
        let room = ground.room[shift.block as usize];
        let mut cost = Score::default();
        for &tie in ground.meetings.of(shift.entry) {
            let there = self.when[tie.other as usize].period;
            if there == here.period && ground.room[self.block[tie.other as usize] as usize] != room {
                cost = cost + ground.meetings.cost(tie);
            }
        }
        for &tie in ground.overlaps.of(shift.entry) {
            let there = self.when[tie.other as usize];
            if there.period == here.period {
                cost = cost + ground.overlaps.cost(tie) * here.shares(there);
            }
        }
        for &tie in ground.clashes.of(shift.entry) {
            let there = self.when[tie.other as usize];
            if there.period == here.period && there.from < here.till && here.from < there.till {
                cost = cost + ground.clashes.cost(tie);
            }
        }
        for &tie in ground.people.of(shift.entry) {
            let there = self.when[tie.other as usize];
            if there.period == here.period {
                let (out, back) = self.roads(shift, tie.other);
                if there.from < here.till.saturating_add(out) && here.from < there.till.saturating_add(back) {
                    cost = cost + ground.people.cost(tie);
                }
            }
        }
        for &tie in ground.slack.of(shift.entry) {
            let there = self.when[tie.other as usize];
            if there.period == here.period {
                let (out, back) = self.roads(shift, tie.other);
                let earlier = here.from <= there.from;
                let gap = if earlier {
                    there.from.checked_sub(here.till)
                } else {
                    here.from.checked_sub(there.till)
                };
                let road = if earlier { out } else { back };
                if road > 0 && gap.is_some_and(|gap| gap >= road && gap - road < ground.problem.slack) {
                    cost = cost + ground.slack.cost(tie);
                }
            }
        }
        cost
    }

    /// The slots of the road to where the other stands, and of the way back.
    fn roads(&self, shift: Shift, other: u32) -> (u16, u16) {
        let ground = self.ground;
        let there = self.block[other as usize];
        (ground.road(shift.block, there), ground.road(there, shift.block))
    }

    /// What must come before, and what must come after.
    fn in_line(&self, shift: Shift) -> Score {
        let ground = self.ground;
        let here = self.when[shift.entry as usize];
        let mut cost = Score::default();
        for &tie in ground.before.of(shift.entry) {
            let there = self.when[tie.other as usize];
            if there.period != NONE && (there.period, there.from) < (here.period, here.till) {
                cost = cost + ground.before.cost(tie);
            }
        }
        for &tie in ground.after.of(shift.entry) {
            let there = self.when[tie.other as usize];
            if there.period != NONE && (here.period, here.from) < (there.period, there.till) {
                cost = cost + ground.after.cost(tie);
            }
        }
        cost
    }

    fn in_its_hours(&self, shift: Shift) -> Score {
        let ground = self.ground;
        let period = ground.period[shift.block as usize];
        let till = shift.slot + ground.problem.entries[shift.entry as usize].slots;
        let due = ground.hours[shift.entry as usize].iter();
        due.filter(|(hours, _)| hours.period == period && hours.from < till && shift.slot < hours.till)
            .fold(Score::default(), |sum, (_, cost)| sum + *cost)
    }

    /// Pauses to the entries before and after it.
    fn in_its_room(&self, shift: Shift) -> Score {
        let ground = self.ground;
        if !ground.on(Rule::Pause) {
            return Score::default();
        }
        let entries = &ground.problem.entries;
        let own = &entries[shift.entry as usize];
        let row = &self.shelf[shift.block as usize];
        let stands = row.iter().position(|&(_, entry)| entry == shift.entry).expect("it stands on the shelf");
        // Between two, the pause is the earlier one's. What stood side by side before it came counts no more.
        let short = |one: &(u16, u32), next: &(u16, u32)| {
            let before = &entries[one.1 as usize];
            i64::from((one.0 + before.slots).saturating_add(before.pause) > next.0)
        };
        let here = (shift.slot, shift.entry);
        let before = stands.checked_sub(1).map(|place| row[place]);
        let after = row.get(stands + 1).copied();
        let mut count = 0;
        if let Some(before) = before {
            count += short(&before, &here);
        }
        if let Some(after) = after {
            count += i64::from((shift.slot + own.slots).saturating_add(own.pause) > after.0);
        }
        if let (Some(before), Some(after)) = (before, after) {
            count -= short(&before, &after);
        }
        ground.unit[Rule::Pause as usize] * count
    }

    fn moved(&self, shift: Shift) -> Score {
        let here = Place { block: shift.block, slot: shift.slot };
        match self.ground.problem.entries[shift.entry as usize].former {
            Some(former) if former != here => self.ground.unit[Rule::Moved as usize],
            _ => Score::default(),
        }
    }
}
