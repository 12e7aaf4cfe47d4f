//! What a plan is to the solver: which meeting is in which slot and hall.

use batsat::Lit;

use super::super::day::{Plan, Seat};
use super::super::state::Ground;
use super::formula::Formula;

/// A literal for every seat that a meeting may have.
pub(super) struct Seats {
    /// By meeting: each slot it may be in, and whether it is.
    pub(super) slots: Vec<Vec<(u16, Lit)>>,
    /// By meeting: each seat, and whether it has it.
    pub(super) seats: Vec<Vec<(Seat, Lit)>>,
}

/// Whether meetings may go without a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seating {
    /// Every meeting has a seat.
    All,
    /// A meeting has a seat where that is assumed of it.
    Asked,
}

impl Seats {
    /// Says that meetings are once, where they may be; what must hold for each to have its seat, where that is asked.
    pub(super) fn said(
        formula: &mut Formula<'_>,
        ground: &Ground<'_>,
        windows: &[u128],
        seating: Seating,
    ) -> (Self, Vec<Lit>) {
        let mut all = Self { slots: Vec::new(), seats: Vec::new() };
        let mut asked = Vec::new();
        for (meeting, &window) in windows.iter().enumerate() {
            let halls = &ground.halls[meeting];
            let mut slots = Vec::new();
            let mut seats = Vec::new();
            let number = 0..u16::try_from(ground.day.slots.len()).expect("a checked day has 128 slots");
            for slot in number.filter(|slot| window & (1 << slot) != 0) {
                let here: Vec<(Seat, Lit)> =
                    halls.iter().map(|&hall| (Seat { slot, hall }, formula.fresh())).collect();
                let literals: Vec<Lit> = here.iter().map(|&(_, literal)| literal).collect();
                slots.push((slot, formula.any(&literals)));
                formula.at_most_one(&literals);
                seats.extend(here);
            }
            let literals: Vec<Lit> = slots.iter().map(|&(_, literal)| literal).collect();
            formula.at_most_one(&literals);
            match seating {
                Seating::All => formula.clause(literals),
                Seating::Asked => {
                    let seated = formula.fresh();
                    formula.clause(literals.into_iter().chain([!seated]));
                    asked.push(seated);
                }
            }
            all.slots.push(slots);
            all.seats.push(seats);
        }
        all.say_order(formula, ground);
        all.say_interpreters(formula, ground);
        (all, asked)
    }

    /// The plan that the solver has found.
    pub(super) fn plan(&self, formula: &Formula<'_>) -> Plan {
        let seat = |seats: &Vec<(Seat, Lit)>| {
            seats.iter().find(|(_, literal)| formula.holds(*literal)).map(|(seat, _)| *seat)
        };
        Plan(self.seats.iter().map(seat).collect())
    }

    /// Whether the meeting is in the slot; nothing where it cannot be.
    pub(super) fn in_slot(&self, meeting: u32, slot: u16) -> Option<Lit> {
        self.slots[meeting as usize].iter().find(|(at, _)| *at == slot).map(|(_, literal)| *literal)
    }

    /// In no slot may the one meeting be unless the other is in an earlier one, and the other way round.
    fn say_order(&self, formula: &mut Formula<'_>, ground: &Ground<'_>) {
        for &(first, then) in &ground.day.order {
            let [first, then] = [first, then].map(|meeting| &self.slots[meeting as usize]);
            for &(slot, is_then) in then {
                for &(_, is_first) in first.iter().filter(|(other, _)| *other >= slot) {
                    formula.clause([!is_then, !is_first]);
                }
            }
        }
    }

    fn say_interpreters(&self, formula: &mut Formula<'_>, ground: &Ground<'_>) {
        for (language, stock) in (0..).zip(&ground.day.languages) {
            let spoken: Vec<u32> = (0..)
                .zip(&ground.day.meetings)
                .filter(|(_, meeting)| meeting.languages.contains(&language))
                .map(|(number, _)| number)
                .collect();
            for (slot, &there) in (0..).zip(&stock.interpreters) {
                let here: Vec<Lit> =
                    spoken.iter().filter_map(|&meeting| self.in_slot(meeting, slot)).collect();
                formula.at_most(&here, there as usize);
            }
        }
    }
}
