//! Who interprets where: on small days no distribution of interpreters leaves fewer meetings without anybody.

use festoon_solver::meetings::{Day, Hall, Meeting, Plan, Seat, interpreted};
use proptest::prelude::*;

/// Two halls so far apart that nobody is in both in slots that follow each other.
fn far_apart() -> Day {
    let mut day = Day::of(4, 9);
    day.halls.push(Hall { tables: vec![9; 4] });
    day.roads = vec![vec![0, 20], vec![20, 0]];
    day
}

/// Whether everybody who was sent somewhere could come, and is sent where they may be.
fn is_kept(day: &Day, plan: &Plan, able: &[Vec<u32>], there: &[u128], given: &[Option<u32>]) -> bool {
    let mut trips: Vec<(u32, Seat)> = Vec::new();
    for ((seat, able), who) in plan.0.iter().zip(able).zip(given) {
        let (Some(seat), Some(who)) = (*seat, *who) else { continue };
        if !able.contains(&who) || there[who as usize] & (1 << seat.slot) == 0 {
            return false;
        }
        trips.push((who, seat));
    }
    trips.sort_unstable();
    trips.windows(2).all(|two| {
        let [(who, from), (then, to)] = [two[0], two[1]];
        let (left, reached) = (day.slots[usize::from(from.slot)].till, day.slots[usize::from(to.slot)].from);
        let road = day.roads[from.hall as usize][to.hall as usize];
        who != then || (from.slot < to.slot && left + road <= reached)
    })
}

/// The fewest that any distribution leaves without somebody.
fn fewest(day: &Day, plan: &Plan, able: &[Vec<u32>], there: &[u128]) -> usize {
    let people = there.len() + 1;
    let mut fewest = usize::MAX;
    for number in 0..people.pow(u32::try_from(able.len()).expect("few")) {
        let mut rest = number;
        let given: Vec<Option<u32>> = able
            .iter()
            .map(|_| {
                let who = rest % people;
                rest /= people;
                (who > 0).then(|| u32::try_from(who - 1).expect("few"))
            })
            .collect();
        if is_kept(day, plan, able, there, &given) {
            let without = given.iter().zip(able).filter(|(who, able)| who.is_none() && !able.is_empty());
            fewest = fewest.min(without.count());
        }
    }
    fewest
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_distribution_leaves_fewer_without_somebody(
        meetings in prop::collection::vec((0..4_u16, 0..2_u32, 0..8_u32), 1..6),
        there in prop::collection::vec(0..16_u128, 3),
        minutes in 0..40_u32,
    ) {
        let mut day = far_apart();
        day.roads = vec![vec![0, minutes], vec![minutes, 0]];
        day.meetings = meetings.iter().map(|_| Meeting::of(0, 1)).collect();
        let plan = Plan(meetings.iter().map(|&(slot, hall, _)| Some(Seat { slot, hall })).collect());
        let able: Vec<Vec<u32>> =
            meetings.iter().map(|&(.., able)| (0..3).filter(|who| able & (1 << who) != 0).collect()).collect();
        let given = interpreted(&day, &plan, &able, &there, 100_000);
        prop_assert!(is_kept(&day, &plan, &able, &there, &given));
        let without = given.iter().zip(&able).filter(|(who, able)| who.is_none() && !able.is_empty()).count();
        prop_assert_eq!(without, fewest(&day, &plan, &able, &there));
    }
}

#[test]
fn whoever_speaks_more_is_kept_for_what_nobody_else_can_and_nobody_walks_without_need() {
    let mut day = far_apart();
    day.meetings = vec![Meeting::of(0, 1); 4];
    let seat = |slot, hall| Some(Seat { slot, hall });
    // The first could be spoken for by either, the second by one alone; then the other hall is too far for whoever was in the first.
    let plan = Plan(vec![seat(0, 0), seat(0, 0), seat(1, 0), seat(1, 1)]);
    let able = vec![vec![0, 1], vec![0], vec![0, 1], vec![0, 1, 2]];
    let given = interpreted(&day, &plan, &able, &[0b11, 0b11, 0b11], 1_000);
    assert_eq!(given[..2], [Some(1), Some(0)]);
    assert_eq!(given[3], Some(2));
    assert!(given[2].is_some());
}
