//! Small days of any kind: the search's score is the scorer's, and nothing is better where every plan was tried.

use festoon_solver::Limits;
use festoon_solver::meetings::{
    Day, Half, Hall, Language, Meeting, Pause, Plan, Score, Seat, Standing, arrange, reasons, score, tables,
};
use proptest::prelude::*;

/// A day of every rule, small enough for every plan of it to be tried.
fn small_day() -> impl Strategy<Value = Day> {
    let people = 4_u32;
    let meeting = (0..people, 1..people, 0..6_u8, any::<bool>(), any::<bool>());
    let person = (prop::collection::vec(0..5_u16, 0..2), 0..4_u32, 0..5_u16);
    (
        prop::collection::vec(meeting, 1..5),
        prop::collection::vec(person, people as usize),
        (1..3_u32, 0..3_u32, 0..3_u32, 0..4_u16),
        prop::collection::vec((0..4_u32, 1..4_u32), 0..3),
    )
        .prop_map(move |(meetings, persons, (tables, minutes, evenness, second), order)| {
            let mut day = Day::of(5, tables);
            for (at, slot) in day.slots.iter_mut().enumerate() {
                slot.half = if at < 3 { Half::Morning } else { Half::Afternoon };
                slot.day = u16::from(second > 2 && at >= 3);
            }
            day.halls.push(Hall { tables: vec![1, 0, 1, 1, 1] });
            day.roads = vec![vec![0, minutes], vec![minutes, 0]];
            day.languages = vec![Language { interpreters: vec![1, 1, 0, 1, 1] }];
            day.evenness = Some(evenness);
            for (away, row, free) in persons {
                let who = &mut day.participants;
                who.push(festoon_solver::meetings::Participant {
                    away,
                    in_a_row: (row > 0).then_some(row),
                    pauses: if free < 2 { vec![Pause { first: 1, last: 3, free }] } else { Vec::new() },
                });
            }
            for (one, further, kind, spoken, held) in meetings {
                let half =
                    [Some(Half::Morning), Some(Half::Afternoon)].get(usize::from(kind)).copied().flatten();
                let halls = if held { vec![0] } else { Vec::new() };
                let languages = spoken.then_some(0).into_iter().collect();
                day.meetings.push(Meeting {
                    half,
                    halls,
                    languages,
                    ..Meeting::of(one, (one + further) % people)
                });
            }
            let count = u32::try_from(day.meetings.len()).expect("days are small here");
            day.order = order
                .into_iter()
                .map(|(first, on)| (first, first + on))
                .filter(|&(_, then)| then < count)
                .collect();
            day
        })
}

/// Every plan that seats every meeting.
fn best_of_all(day: &Day) -> Score {
    let slots = u32::try_from(day.slots.len()).expect("days are small here");
    let seats = slots * u32::try_from(day.halls.len()).expect("days are small here");
    let mut best = Score { hard: u32::MAX, breaks: 0 };
    for number in 0..seats.pow(u32::try_from(day.meetings.len()).expect("days are small here")) {
        let mut left = number;
        let seat = |left: &mut u32| {
            let seat = *left % seats;
            *left /= seats;
            Some(Seat {
                slot: u16::try_from(seat % slots).expect("it is small and sound here"),
                hall: seat / slots,
            })
        };
        let plan = Plan(day.meetings.iter().map(|_| seat(&mut left)).collect());
        best = best.min(score(day, &plan).expect("it is small and sound here"));
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_better_than_what_is_found_and_what_is_claimed_of_it_is_true(day in small_day(), seed in 0..100_u64) {
        let found = arrange(&day, &Limits { seed, ..Limits::steps(30_000) }).expect("it is small and sound here");
        prop_assert_eq!(score(&day, &found.plan).expect("it is small and sound here"), found.score);
        let best = best_of_all(&day);
        if best.hard == 0 {
            prop_assert_eq!(found.score, best);
            prop_assert_eq!(reasons(&day).expect("it is small and sound here"), Vec::new());
        }
        match found.standing {
            Standing::Best => prop_assert_eq!(found.score, best),
            Standing::Open { fewest } => prop_assert!(best.hard > 0 || fewest <= best.breaks),
            Standing::Impossible(_) => prop_assert!(best.hard > 0),
        }
    }
}

/// A day of so many people, of whom everybody meets the next few, in three halls.
fn crowded() -> Day {
    let mut day = Day::of(12, 4);
    day.halls.push(Hall { tables: vec![3; 12] });
    day.roads = vec![vec![0, 15], vec![15, 0]];
    for _ in 0..20 {
        let who = day.participant();
        day.participants[who as usize].in_a_row = Some(4);
    }
    for one in 0..20 {
        for on in 1..4 {
            day.meetings.push(Meeting::of(one, (one + on) % 20));
        }
    }
    day
}

#[test]
fn a_seed_and_steps_give_the_same_plan_on_as_many_threads() {
    let day = crowded();
    let limits = Limits { threads: 2, ..Limits::steps(60_000) };
    let [first, again] = [
        arrange(&day, &limits).expect("it is small and sound here"),
        arrange(&day, &limits).expect("it is small and sound here"),
    ];
    assert_eq!(first, again);
    assert_eq!(score(&day, &first.plan).expect("it is small and sound here"), first.score);
    assert_eq!(first.score.hard, 0);
}

#[test]
fn nobody_shares_a_table_and_whoever_stays_in_the_hall_keeps_theirs_where_they_can() {
    let day = crowded();
    let found = arrange(&day, &Limits::steps(60_000)).expect("it is small and sound here");
    let tables = tables(&day, &found.plan);
    let mut taken: Vec<(Seat, u32)> = found
        .plan
        .0
        .iter()
        .zip(&tables)
        .map(|(seat, table)| {
            (seat.expect("it is small and sound here"), table.expect("it is small and sound here"))
        })
        .collect();
    taken.sort_unstable();
    taken.dedup();
    assert_eq!(taken.len(), day.meetings.len());

    let mut pair = Day::of(2, 3);
    let [one, two, three, four] = [(); 4].map(|()| pair.participant());
    pair.meetings = vec![Meeting::of(three, four), Meeting::of(one, two), Meeting::of(four, one)];
    let seat = |slot| Some(Seat { slot, hall: 0 });
    assert_eq!(self::tables(&pair, &Plan(vec![seat(0), seat(0), seat(1)])), [Some(0), Some(1), Some(0)]);
}
