//! The second strategy: a day as clauses, and a solver that learns from contradictions.
//!
//! The annealing is quick and proves nothing. This asks whether there is a plan with no more than so many breaks: it comes back with the plan, or
//! with the proof that there is none. Asking upwards from the bound finds the fewest: where breaks are few, that there is no plan with one less is
//! learnt in moments, since almost everybody's meetings must then follow one another.
//!
//! Everything in a [`Day`](super::Day) is told to it, so its plans keep all rules and its proofs hold for all of them. What takes long is shared out
//! by conflicts, which are the same at every run, and not by a clock.

mod formula;
mod halls;
mod people;
mod seats;

use batsat::Lit;
use formula::{Formula, Tie, Verdict};
use people::Person;
use seats::{Seating, Seats};

use super::day::Plan;
use super::state::Ground;

/// Conflicts that may be spent on making a contradiction smaller.
const NARROWING: u64 = 20_000;

/// Beyond so many meetings a contradiction tells nobody anything, and is not made smaller.
const TELLING: usize = 60;

/// What was learnt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lesson {
    /// Nothing yet: the conflicts were spent, or it was called off.
    Unknown,
    /// A plan that keeps all rules and has no more breaks than asked for.
    Plan(Plan),
    /// Every plan has more breaks.
    More,
    /// No plan keeps all rules.
    Never,
    /// There is too much to write down.
    TooLarge,
}

pub(crate) struct Learner<'a> {
    ground: &'a Ground<'a>,
    windows: Vec<u128>,
    seed: u64,
    called_off: &'a (dyn Fn() -> bool + Sync),
    /// With no bound on breaks, and with one.
    told: [Option<Told<'a>>; 2],
}

/// The day, told to a solver.
struct Told<'a> {
    formula: Formula<'a>,
    seats: Seats,
    asked: Vec<Lit>,
    /// At least 1, 2, … breaks of all; as many as were counted.
    breaks: Vec<Lit>,
    counted: usize,
}

impl<'a> Learner<'a> {
    pub(crate) fn new(ground: &'a Ground<'a>, seed: u64, called_off: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self { ground, windows: super::reasons::windows(ground), seed, called_off, told: [None, None] }
    }

    /// Whether there is a plan, with no more than so many breaks if that is asked; within so many conflicts.
    pub(crate) fn ask(&mut self, most: Option<u32>, conflicts: u64) -> Lesson {
        let most = most.map(|most| most as usize);
        let kind = usize::from(most.is_some());
        if self.told[kind].as_ref().is_none_or(|told| most.is_some_and(|most| most >= told.counted)) {
            let counted = most.map_or(0, |most| (most + 1).next_multiple_of(6));
            let Some(told) = self.tell(Seating::All, counted) else { return Lesson::TooLarge };
            self.told[kind] = Some(told);
        }
        let told = self.told[kind].as_mut().expect("it has just been told");
        let bound = most.and_then(|most| told.breaks.get(most).map(|&beyond| !beyond));
        match told.formula.solve(bound.as_slice(), conflicts) {
            Verdict::Can => Lesson::Plan(told.seats.plan(&told.formula)),
            Verdict::Unknown => Lesson::Unknown,
            Verdict::Cannot => match bound {
                Some(bound) if told.formula.is_to_blame(bound) => {
                    told.formula.clause([!bound]);
                    Lesson::More
                }
                _ => Lesson::Never,
            },
        }
    }

    /// Meetings that cannot all have a seat, where no plan keeps all rules: few, if that is found out in time.
    pub(crate) fn blame(&self) -> Option<Vec<u32>> {
        let mut told = self.tell(Seating::Asked, 0)?;
        let mut blamed: Vec<(u32, Lit)> = (0..).zip(told.asked.iter().copied()).collect();
        let literals = |blamed: &[(u32, Lit)]| -> Vec<Lit> { blamed.iter().map(|&(_, one)| one).collect() };
        if told.formula.solve(&literals(&blamed), NARROWING) != Verdict::Cannot {
            return None;
        }
        blamed.retain(|&(_, one)| told.formula.is_to_blame(one));
        let mut at = 0;
        while at < blamed.len() && blamed.len() <= TELLING {
            let mut without = blamed.clone();
            without.remove(at);
            match told.formula.solve(&literals(&without), NARROWING / 10) {
                Verdict::Cannot => {
                    without.retain(|&(_, one)| told.formula.is_to_blame(one));
                    blamed = without;
                }
                Verdict::Can | Verdict::Unknown => at += 1,
            }
        }
        Some(blamed.into_iter().map(|(meeting, _)| meeting).collect())
    }

    /// How many breaks of one participant are counted, where so many of all are.
    fn breaks_of_one(&self, counted: usize) -> usize {
        let Some(allowed) = self.ground.day.evenness else { return counted };
        let allowed = allowed as usize;
        if self.somebody_never_waits() {
            return allowed + 1;
        }
        // With no bound on all, unevenness can lie anywhere.
        if counted == 0 { self.ground.day.slots.len() } else { counted.max(allowed + 1) }
    }

    /// Whether somebody has no break in any plan.
    fn somebody_never_waits(&self) -> bool {
        self.ground.of.iter().any(|meetings| meetings.len() < 2)
    }

    /// Tells a solver the day, counting breaks up to so many; nothing if it is too large.
    fn tell(&self, seating: Seating, counted: usize) -> Option<Told<'a>> {
        let ground = self.ground;
        let mut formula = Formula::new(self.seed, self.called_off);
        let (seats, asked) = Seats::said(&mut formula, ground, &self.windows, seating);
        let most = self.breaks_of_one(counted);
        let mut people = Vec::new();
        for who in 0..ground.of.len() {
            if formula.is_too_large() || (self.called_off)() {
                return None;
            }
            people.push(Person::said(&mut formula, ground, &self.windows, &seats, who, (seating, most)));
        }
        halls::say(&mut formula, ground, &seats, &people);
        say_even(&mut formula, ground, &people);
        let each: Vec<Lit> =
            people.iter().flat_map(|person| person.breaks.iter().take(counted).copied()).collect();
        let breaks = formula.counted(&each, counted, Tie::Up);
        (!formula.is_too_large()).then_some(Told { formula, seats, asked, breaks, counted })
    }
}

/// If anybody has more breaks than are allowed beyond somebody's, then everybody has one; and so on.
fn say_even(formula: &mut Formula<'_>, ground: &Ground<'_>, people: &[Person]) {
    let Some(allowed) = ground.day.evenness else { return };
    let longest = people.iter().map(|person| person.breaks.len()).max().unwrap_or(0);
    for beyond in allowed as usize..longest {
        let everybody = formula.fresh();
        let floor = beyond - allowed as usize;
        for person in people {
            if let Some(&many) = person.breaks.get(beyond) {
                formula.clause([!many, everybody]);
            }
            let any = person.breaks.get(floor).copied().unwrap_or_else(|| formula.no());
            formula.clause([!everybody, any]);
        }
    }
}

#[cfg(test)]
mod tests;
