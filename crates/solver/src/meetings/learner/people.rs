//! What the solver is told of each participant: when they are busy, how many breaks that makes, and their own rules.
//!
//! Ladders say by when somebody has met anybody and from when on they meet nobody any more, as Bofill and others do (JAIR 74, 2022). What follows
//! from it is said as well, since the solver would learn it again and again: how many meetings lie before each slot, from what halves, absences
//! and order leave open, and that without a break each slot after the first adds one.

use batsat::Lit;

use super::super::state::Ground;
use super::formula::{Formula, Tie};
use super::seats::{Seating, Seats};

/// A participant, told to the solver.
pub(super) struct Person {
    /// By slot.
    pub(super) busy: Vec<Lit>,
    /// At least 1, 2, … breaks.
    pub(super) breaks: Vec<Lit>,
}

impl Person {
    /// Says everything about one participant; of breaks, up to `most`.
    pub(super) fn said(
        formula: &mut Formula<'_>,
        ground: &Ground<'_>,
        windows: &[u128],
        seats: &Seats,
        who: usize,
        (seating, most): (Seating, usize),
    ) -> Self {
        let meetings = &ground.of[who];
        let mut busy = Vec::new();
        for slot in (0..).take(ground.day.slots.len()) {
            let here: Vec<Lit> =
                meetings.iter().filter_map(|&meeting| seats.in_slot(meeting, slot)).collect();
            formula.at_most_one(&here);
            busy.push(formula.any(&here));
        }
        let mut person = Self { busy, breaks: Vec::new() };
        person.say_rules(formula, ground, who);
        if meetings.len() > 1 && most > 0 {
            let ladder = match (seating, ground.days.len()) {
                (Seating::All, 1) => Ladder::counted(formula, ground, windows, who, &person.busy),
                _ => Ladder::climbed(formula, ground, &person.busy),
            };
            person.say_breaks(formula, ground, &ladder, most);
        }
        person
    }

    /// Rows and pauses.
    fn say_rules(&self, formula: &mut Formula<'_>, ground: &Ground<'_>, who: usize) {
        let rules = &ground.day.participants[who];
        let days: Vec<u16> = ground.day.slots.iter().map(|slot| slot.day).collect();
        if let Some(row) = rules.in_a_row {
            let (busy, row) = (self.busy.windows(row as usize + 1), days.windows(row as usize + 1));
            for (row, _) in busy.zip(row).filter(|(_, days)| days.first() == days.last()) {
                formula.clause(row.iter().map(|&slot| !slot));
            }
        }
        for pause in &rules.pauses {
            let stretch = &self.busy[usize::from(pause.first)..=usize::from(pause.last)];
            formula.at_most(stretch, stretch.len() - usize::from(pause.free));
        }
    }

    /// A break begins where somebody was busy, is not, and will be again that day.
    fn say_breaks(&mut self, formula: &mut Formula<'_>, ground: &Ground<'_>, ladder: &Ladder, most: usize) {
        let mut begins = Vec::new();
        for slot in (1..self.busy.len()).filter(|slot| ground.firsts & (1 << slot) == 0) {
            let [before, now, over] = [self.busy[slot - 1], self.busy[slot], ladder.over[slot]];
            if before == formula.no() || over == formula.yes() {
                continue;
            }
            let begin = formula.fresh();
            formula.clause([!before, now, over, begin]);
            for implied in [before, !now, !over] {
                formula.clause([!begin, implied]);
            }
            begins.push(begin);
        }
        // Fairness asks who has none, too.
        let is_fair = ground.day.evenness.is_some_and(|allowed| (allowed as usize) + 1 < most);
        let tie = if is_fair { Tie::Both } else { Tie::Up };
        self.breaks = formula.counted(&begins, most, tie);
        let Some(&any) = self.breaks.first() else { return };
        for steps in &ladder.counts {
            // Whoever has begun and has no break adds a meeting in each slot until the last.
            for &(reached, next) in steps {
                formula.clause([any, !reached, next]);
            }
        }
    }
}

/// By slot: whether somebody's meetings of that day are over before it.
struct Ladder {
    over: Vec<Lit>,
    /// By slot and count: that so many meetings were before it, and that one more is before the next.
    counts: Vec<Vec<(Lit, Lit)>>,
}

impl Ladder {
    /// On a day of its own all meetings are counted.
    fn counted(
        formula: &mut Formula<'_>,
        ground: &Ground<'_>,
        windows: &[u128],
        who: usize,
        busy: &[Lit],
    ) -> Self {
        let all = ground.of[who].len();
        let mut ladder = Self { over: Vec::new(), counts: Vec::new() };
        // So many meetings at least, from none to one too many, were before the slot.
        let mut now: Vec<Lit> = vec![formula.yes()];
        now.extend((0..=all).map(|_| formula.no()));
        for (slot, &busy) in busy.iter().enumerate() {
            ladder.over.push(now[all]);
            let own = || ground.of[who].iter().map(|&meeting| windows[meeting as usize]);
            let upto = u128::MAX >> (127 - slot);
            let fewest = own().filter(|open| open & !upto == 0).count();
            let most = own().filter(|open| open & upto != 0).count();
            let next: Vec<Lit> = (0..now.len())
                .map(|count| match count {
                    _ if count <= fewest => formula.yes(),
                    _ if count > most || count > slot + 1 => formula.no(),
                    _ => formula.fresh(),
                })
                .collect();
            for count in 0..=all {
                formula.clause([!now[count], next[count]]);
                formula.clause([!now[count], !busy, next[count + 1]]);
                formula.clause([!next[count + 1], now[count]]);
                formula.clause([!next[count + 1], now[count + 1], busy]);
            }
            ladder.counts.push((1..all).map(|count| (now[count], next[count + 1])).collect());
            now = next;
        }
        ladder
    }

    /// On several, or where meetings may go without a seat, nobody knows how many meetings are on which.
    fn climbed(formula: &mut Formula<'_>, ground: &Ground<'_>, busy: &[Lit]) -> Self {
        let mut over = vec![formula.yes(); busy.len()];
        let mut later = formula.yes();
        for slot in (0..busy.len()).rev() {
            // What is over from this slot on is so where this is idle and the rest of the day is over.
            let here = formula.any(&[busy[slot], !later]);
            over[slot] = !here;
            later = if ground.firsts & (1 << slot) == 0 { over[slot] } else { formula.yes() };
        }
        Self { over, counts: Vec::new() }
    }
}
