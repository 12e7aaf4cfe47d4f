//! Days that are written wrongly, and days that are too full: each told as a value.

use festoon_solver::Limits;
use festoon_solver::meetings::{
    Breach, Day, Fault, Half, Language, Meeting, Pause, Plan, Reason, Seat, Standing, arrange, breaches,
    reasons,
};

fn of(people: u32, slots: u16, tables: u32) -> Day {
    let mut day = Day::of(slots, tables);
    for _ in 0..people {
        day.participant();
    }
    day
}

fn refused(change: impl FnOnce(&mut Day)) -> Fault {
    let mut day = of(4, 3, 2);
    day.meetings = vec![Meeting::of(0, 1), Meeting::of(0, 2), Meeting::of(2, 3)];
    assert_eq!(day.check(), Ok(()));
    change(&mut day);
    arrange(&day, &Limits::steps(10)).expect_err("the day contradicts itself")
}

#[test]
fn what_names_nothing_or_contradicts_itself_is_refused_with_its_place() {
    assert_eq!(
        refused(|day| day.meetings[1].other = 9),
        Fault::Unknown { list: "meeting", at: 1, what: "participant", named: 9, count: 4 }
    );
    assert_eq!(refused(|day| day.meetings[1].other = 0), Fault::Oneself { meeting: 1, participant: 0 });
    assert_eq!(
        refused(|day| {
            day.meetings[2].fixed = Some(1);
            day.participants[3].away = vec![1];
        }),
        Fault::FixedAway { meeting: 2, slot: 1, participant: 3 }
    );
    assert_eq!(
        refused(|day| day.meetings[0] =
            Meeting { half: Some(Half::Afternoon), fixed: Some(0), ..Meeting::of(0, 1) }),
        Fault::FixedHalf { meeting: 0, slot: 0 }
    );
    assert_eq!(
        refused(|day| (0..2).for_each(|at| day.meetings[at].fixed = Some(2))),
        Fault::FixedTwice { one: 0, other: 1, participant: 0, slot: 2 }
    );
    assert_eq!(
        refused(|day| {
            day.order = vec![(0, 2)];
            day.meetings[0].fixed = Some(2);
            day.meetings[2].fixed = Some(1);
        }),
        Fault::FixedOrder { first: 0, then: 2 }
    );
    assert_eq!(
        refused(|day| day.order = vec![(2, 0), (0, 1), (1, 2)]),
        Fault::Circle { meetings: vec![1, 2, 0] }
    );
    assert_eq!(refused(|day| day.order = vec![(1, 1)]), Fault::Circle { meetings: vec![1] });
    assert_eq!(refused(|day| day.halls.clear()), Fault::NoHall);
    assert_eq!(refused(|day| day.slots[1].from = 20), Fault::Backwards { slot: 1 });
    assert_eq!(refused(|day| day.slots = vec![day.slots[0]; 200]), Fault::TooManySlots { slots: 200 });
    assert_eq!(
        refused(|day| day.halls[0].tables.truncate(2)),
        Fault::Length { list: "hall", at: 0, what: "slots", counted: 2, count: 3 }
    );
    assert_eq!(
        refused(|day| day.participants[1].pauses = vec![Pause { first: 1, last: 2, free: 3 }]),
        Fault::Pause { participant: 1 }
    );
    assert_eq!(refused(|day| day.participants[1].in_a_row = Some(0)), Fault::NoRow { participant: 1 });
}

#[test]
fn a_day_that_is_too_full_says_why() {
    let mut many = of(5, 3, 9);
    many.meetings = (1..5).map(|other| Meeting::of(0, other)).collect();
    let crowded = Reason::Crowded { participant: 0, meetings: vec![0, 1, 2, 3], slots: vec![0, 1, 2] };
    assert_eq!(reasons(&many), Ok(vec![crowded.clone()]));
    let found = arrange(&many, &Limits::steps(1_000)).unwrap();
    assert_eq!((found.score.hard, found.standing), (1, Standing::Impossible(vec![crowded])));

    let mut full = of(4, 2, 1);
    full.meetings = vec![Meeting::of(0, 1), Meeting::of(0, 2), Meeting::of(1, 3), Meeting::of(2, 3)];
    assert_eq!(
        reasons(&full),
        Ok(vec![
            Reason::Tables { meetings: 4, tables: 2 },
            Reason::TablesAt { slot: 0, needed: 2, tables: 1 },
            Reason::TablesAt { slot: 1, needed: 2, tables: 1 },
        ])
    );

    let mut spoken = of(4, 2, 2);
    spoken.languages = vec![Language { interpreters: vec![1, 0] }];
    spoken.meetings =
        [(0, 1), (2, 3)].map(|(a, b)| Meeting { languages: vec![0], ..Meeting::of(a, b) }).to_vec();
    assert_eq!(reasons(&spoken), Ok(vec![Reason::Interpreters { language: 0, meetings: 2, there: 1 }]));

    let mut tired = of(4, 3, 2);
    tired.participants[0].in_a_row = Some(1);
    tired.meetings = (1..4).map(|other| Meeting::of(0, other)).collect();
    assert_eq!(reasons(&tired), Ok(vec![Reason::Pauses { participant: 0, meetings: 3, room: 2 }]));

    let mut late = of(6, 2, 3);
    late.meetings = vec![Meeting::of(0, 1), Meeting::of(2, 3), Meeting::of(4, 5)];
    late.order = vec![(0, 1), (1, 2)];
    assert_eq!(reasons(&late), Ok((0..3).map(|meeting| Reason::NoSlot { meeting }).collect::<Vec<_>>()));
}

#[test]
fn every_rule_a_plan_breaks_is_named() {
    let mut day = of(5, 4, 1);
    day.halls.push(festoon_solver::meetings::Hall { tables: vec![1; 4] });
    day.roads = vec![vec![0, 20], vec![20, 0]];
    day.languages = vec![Language { interpreters: vec![0; 4] }];
    day.participants[0].in_a_row = Some(1);
    day.participants[1].pauses = vec![Pause { first: 0, last: 0, free: 1 }];
    day.participants[3].away = vec![2];
    day.evenness = Some(0);
    day.order = vec![(1, 0)];
    day.meetings = vec![
        Meeting::of(0, 1),
        Meeting { languages: vec![0], ..Meeting::of(0, 2) },
        Meeting { halls: vec![0], ..Meeting::of(2, 3) },
        Meeting::of(0, 4),
        Meeting::of(0, 3),
        Meeting::of(1, 4),
    ];
    let seat = |slot, hall| Some(Seat { slot, hall });
    let plan = Plan(vec![seat(0, 0), seat(1, 1), seat(2, 1), seat(3, 1), seat(3, 1), None]);
    assert_eq!(
        breaches(&day, &plan).unwrap(),
        [
            Breach::Closed { meeting: 2, slot: 2 },
            Breach::Elsewhere { meeting: 2, hall: 1 },
            Breach::Unplaced { meeting: 5 },
            Breach::Order { first: 1, then: 0 },
            Breach::Interpreters { language: 0, slot: 1, needed: 1, there: 0 },
            Breach::Tables { hall: 1, slot: 3, needed: 2, tables: 1 },
            Breach::Road { participant: 0, one: 0, other: 1, minutes: 20, there: 0 },
            Breach::Twice { participant: 0, slot: 3, one: 3, other: 4 },
            Breach::Row { participant: 0, from: 0, meetings: 2, most: 1 },
            Breach::Pause { participant: 1, pause: 0, free: 0, needed: 1 },
            Breach::Uneven { most: 0, fewest: 1, apart: 1, allowed: 0 },
        ]
    );
}
