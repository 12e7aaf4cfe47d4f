//! Tables, and the roads between halls.

use batsat::Lit;

use super::super::day::Seat;
use super::super::state::Ground;
use super::formula::Formula;
use super::people::Person;
use super::seats::Seats;

/// Says that tables suffice and that everybody can walk from one meeting to their next.
///
/// Those who sit are counted and not the meetings, two to a table: counting people is what lets the solver see soon that too many are busy at once.
pub(super) fn say(formula: &mut Formula<'_>, ground: &Ground<'_>, seats: &Seats, people: &[Person]) {
    let halls = 0..u32::try_from(ground.day.halls.len()).expect("a checked day counts in 32 bits");
    let sits: Vec<Vec<Vec<Lit>>> = halls
        .map(|hall| {
            let sits = |(who, person): (usize, &Person)| match ground.day.halls.len() {
                1 => person.busy.clone(),
                _ => sits_in(formula, ground, seats, who, hall),
            };
            people.iter().enumerate().map(sits).collect()
        })
        .collect();
    for (hall, sits) in ground.day.halls.iter().zip(&sits) {
        for (slot, &tables) in hall.tables.iter().enumerate() {
            let no = formula.no();
            let here: Vec<Lit> = sits.iter().map(|sits| sits[slot]).filter(|&sits| sits != no).collect();
            formula.at_most(&here, (tables as usize).saturating_mul(2));
        }
    }
    if ground.day.roads.iter().flatten().all(|&minutes| minutes == 0) {
        return;
    }
    for (who, person) in people.iter().enumerate() {
        let sits: Vec<&Vec<Lit>> = sits.iter().map(|sits| &sits[who]).collect();
        say_roads(formula, ground, person, &sits);
    }
}

/// By slot: whether somebody sits in the hall.
fn sits_in(formula: &mut Formula<'_>, ground: &Ground<'_>, seats: &Seats, who: usize, hall: u32) -> Vec<Lit> {
    let mut here = vec![Vec::new(); ground.day.slots.len()];
    for &meeting in &ground.of[who] {
        for (seat, literal) in seats.seats[meeting as usize].iter().filter(|(seat, _)| seat.hall == hall) {
            here[usize::from(seat.slot)].push(*literal);
        }
    }
    here.iter().map(|here| formula.any(here)).collect()
}

/// Between two seats that are too far apart somebody has another meeting, or does not have both.
fn say_roads(formula: &mut Formula<'_>, ground: &Ground<'_>, person: &Person, sits: &[&Vec<Lit>]) {
    let number = |at: usize| u32::try_from(at).expect("a checked day counts in 32 bits");
    let short = |at: usize| u16::try_from(at).expect("a checked day has at most 128 slots");
    let no = formula.no();
    let longest = ground.day.roads.iter().flatten().copied().max().unwrap_or(0);
    for (from, left) in ground.day.slots.iter().enumerate() {
        let later = ground.day.slots.iter().enumerate().skip(from + 1);
        let near = later
            .take_while(|(_, slot)| slot.day == left.day && slot.from < left.till.saturating_add(longest));
        for (to, _) in near {
            for (here, sits_here) in sits.iter().enumerate() {
                for (there, sits_there) in sits.iter().enumerate() {
                    let [seat, next] = [(from, here), (to, there)]
                        .map(|(slot, hall)| Seat { slot: short(slot), hall: number(hall) });
                    let [one, other] = [sits_here[from], sits_there[to]];
                    if one == no || other == no || ground.day.walks(seat, next) {
                        continue;
                    }
                    formula
                        .clause([!one, !other].into_iter().chain(person.busy[from + 1..to].iter().copied()));
                }
            }
        }
    }
}
