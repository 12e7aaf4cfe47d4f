//! Answers: why something does not stand there, what a rule costs, and why a timetable cannot be.

use festoon_solver::{
    At, Block, Bond, Breach, Budget, Cause, Cost, Entry, Fault, Hours, InTheWay, Limits, Period, Place, Plan,
    Problem, Proof, Room, Rule, Score, Track, Venue, Weight, Who, broken, conflict, price, solve, why_not,
};

/// Two houses an hour apart, two halls in the first and one in the second, one day of ten slots of half an hour.
fn town() -> Problem {
    let venues = vec![Venue { places: None, roads: vec![0, 2] }, Venue { places: None, roads: vec![2, 0] }];
    let mut problem = Problem { venues, ..Problem::default() };
    let day = problem.period(Period::of(10));
    for venue in [0, 0, 1] {
        let room = problem.room(Room { venue });
        problem.block(Block::whole(&problem, day, room));
    }
    problem.track(Track::default());
    for rule in [Rule::People, Rule::Away, Rule::Prerequisite, Rule::Equipment] {
        problem.rules.weigh(rule, Weight::Hard);
    }
    problem
}

fn standing(places: &[Place]) -> Plan {
    Plan(places.iter().copied().map(Some).collect())
}

const fn at(block: u32, slot: u16) -> Place {
    Place { block, slot }
}

#[test]
fn a_breach_names_the_two_and_the_person_between_them() {
    let mut problem = town();
    problem.entry(Entry::of(2));
    problem.entry(Entry::of(2));
    problem.people = vec![vec![], vec![0, 1]];
    let told = broken(&problem, &standing(&[at(0, 0), at(2, 3)])).unwrap();
    let who = Who::PairOf { one: 0, other: 1, person: 1 };
    assert_eq!(told, [Breach { rule: Rule::People, count: 1, who }]);
    assert_eq!(broken(&problem, &standing(&[at(0, 0), at(2, 4)])).unwrap(), []);
}

#[test]
fn why_not_there_names_who_stands_there_and_what_would_be_broken() {
    let mut problem = town();
    for _ in 0..3 {
        problem.entry(Entry::of(2));
    }
    problem.people = vec![vec![0, 1]];
    let plan = standing(&[at(0, 0), at(0, 4), at(1, 0)]);
    let answer = why_not(&problem, &plan, 1, Place { block: 1, slot: 1 }).unwrap();
    assert_eq!(answer.in_the_way, [InTheWay::Taken(2)]);
    let who = Who::PairOf { one: 0, other: 1, person: 0 };
    assert_eq!(answer.worse, [Breach { rule: Rule::People, count: 1, who }]);
    assert_eq!(answer.better, []);
}

#[test]
fn why_not_there_says_closed_and_pinned() {
    let mut problem = town();
    problem.entry(Entry { pin: Some(at(0, 0)), ..Entry::of(2) });
    let plan = standing(&[at(0, 0)]);
    let answer = why_not(&problem, &plan, 0, Place { block: 0, slot: 9 }).unwrap();
    assert_eq!(answer.in_the_way, [InTheWay::Pinned, InTheWay::Closed]);
    let nowhere = why_not(&problem, &plan, 0, Place { block: 7, slot: 0 }).unwrap_err();
    assert_eq!(nowhere.to_string(), "question 0 names block 7, and there are 3");
}

#[test]
fn a_rule_costs_what_the_rest_could_save_without_it() {
    let mut problem = town();
    problem.rules.weigh(Rule::Wishes, Weight::Soft(7));
    problem.rules.weigh(Rule::Moved, Weight::Soft(100));
    let wish = Cost { rule: Rule::Wishes, at: At::Room(0), count: 1 };
    problem.entry(Entry { costs: vec![wish], former: Some(at(0, 0)), ..Entry::of(2) });
    let plan = solve(&problem, &Limits::steps(500)).unwrap().plan;
    assert_eq!(plan, standing(&[at(0, 0)]));
    let saved = price(&problem, &plan, Rule::Moved, &Limits::steps(500)).unwrap();
    assert_eq!(saved, Score { hard: 0, soft: 7 });
}

fn causes(problem: &Problem) -> Vec<Cause> {
    conflict(problem, &Limits::steps(2_000)).expect("the problem is sound")
}

#[test]
fn a_week_that_can_be_has_no_cause() {
    let mut problem = town();
    problem.entry(Entry::of(10));
    assert_eq!(causes(&problem), []);
}

#[test]
fn an_entry_longer_than_every_block_is_a_proved_cause() {
    let mut problem = town();
    problem.entry(Entry::of(11));
    assert_eq!(
        causes(&problem),
        [Cause { proof: Proof::TooLong { slots: 11, longest: 10 }, entries: vec![0] }]
    );
}

#[test]
fn an_entry_that_no_room_suits_is_a_proved_cause() {
    let mut problem = town();
    let costs = (0..3).map(|room| Cost { rule: Rule::Equipment, at: At::Room(room), count: 1 }).collect();
    problem.entry(Entry { costs, ..Entry::of(1) });
    assert_eq!(causes(&problem), [Cause { proof: Proof::NoRoom, entries: vec![0] }]);
}

#[test]
fn somebody_with_more_to_do_than_hours_is_a_proved_cause() {
    let mut problem = town();
    let away = Hours { period: 0, from: 6, till: 10 };
    for _ in 0..4 {
        let costs = vec![Cost { rule: Rule::Away, at: At::Hours(away), count: 1 }];
        problem.entry(Entry { costs, ..Entry::of(2) });
    }
    problem.people = vec![(0..4).collect()];
    let proof = Proof::Person { person: 0, needed: 8, there: 6 };
    assert_eq!(causes(&problem), [Cause { proof, entries: vec![0, 1, 2, 3] }]);
}

#[test]
fn rooms_with_less_time_than_is_asked_of_them_are_a_proved_cause() {
    let mut problem = town();
    for _ in 0..4 {
        problem.entry(Entry::of(8));
    }
    let proof = Proof::Full { needed: 32, there: 30 };
    assert_eq!(causes(&problem), [Cause { proof, entries: vec![0, 1, 2, 3] }]);
}

#[test]
fn a_circle_of_prerequisites_is_named_in_its_order() {
    let mut problem = town();
    for _ in 0..4 {
        problem.entry(Entry::of(1));
    }
    problem.bonds = [(0, 1), (1, 2), (2, 1)]
        .map(|(one, other)| Bond { rule: Rule::Prerequisite, one, other, count: 1 })
        .to_vec();
    assert_eq!(causes(&problem), [Cause { proof: Proof::Circle, entries: vec![1, 2] }]);
}

#[test]
fn pins_that_contradict_a_rule_are_named_and_pins_on_one_place_are_refused() {
    let mut problem = town();
    problem.entry(Entry { pin: Some(at(0, 0)), ..Entry::of(2) });
    problem.entry(Entry { pin: Some(at(2, 2)), ..Entry::of(2) });
    problem.people = vec![vec![0, 1]];
    assert_eq!(causes(&problem), [Cause { proof: Proof::Pins { rule: Rule::People }, entries: vec![0, 1] }]);

    problem.entries[1].pin = Some(at(0, 1));
    let refused = conflict(&problem, &Limits::steps(10)).unwrap_err();
    assert_eq!(refused, Fault::Overlap { one: 0, other: 1, block: 0 });
}

#[test]
fn what_counting_cannot_prove_is_sought_and_made_small() {
    // Three that one person must be at, each too long to have another on the same half day; and two that have nothing to do with it.
    let mut problem = town();
    for slots in [4, 4, 4, 1, 1] {
        problem.entry(Entry::of(slots));
    }
    let lunch = Hours { period: 0, from: 4, till: 6 };
    for entry in &mut problem.entries[..2] {
        entry.costs = vec![Cost { rule: Rule::Away, at: At::Hours(lunch), count: 1 }];
    }
    problem.people = vec![vec![0, 1, 2]];
    let sought = causes(&problem);
    // Twelve slots are asked of ten: that would be proved.
    assert!(
        matches!(sought[..], [Cause { proof: Proof::Person { needed: 12, there: 10, .. }, .. }]),
        "{sought:?}"
    );

    problem.entries[2].slots = 2;
    problem.entries[2].costs = vec![Cost { rule: Rule::Away, at: At::Hours(lunch), count: 1 }];
    let sought = causes(&problem);
    assert!(
        matches!(sought[..], [Cause { proof: Proof::Person { needed: 10, there: 8, .. }, .. }]),
        "{sought:?}"
    );

    // Nine slots in ten, but whoever stands in the middle leaves no half day for another.
    problem.entries[2].slots = 1;
    problem.entries[2].costs = Vec::new();
    problem.venues[0].roads = vec![2, 2];
    problem.venues[1].roads = vec![2, 2];
    let sought = causes(&problem);
    assert_eq!(sought, [Cause { proof: Proof::Sought, entries: vec![0, 1, 2] }]);
}

/// Nine slots in ten for one person, but whoever stands in the middle leaves no half day for another; and two that have nothing to do with it.
fn split_by_lunch() -> Problem {
    let mut problem = town();
    for slots in [4, 4, 1, 1, 1] {
        problem.entry(Entry::of(slots));
    }
    let lunch = Hours { period: 0, from: 4, till: 6 };
    for entry in &mut problem.entries[..2] {
        entry.costs = vec![Cost { rule: Rule::Away, at: At::Hours(lunch), count: 1 }];
    }
    problem.people = vec![vec![0, 1, 2]];
    problem.venues[0].roads = vec![2, 2];
    problem.venues[1].roads = vec![2, 2];
    problem
}

#[test]
fn a_limit_in_time_leaves_half_of_it_for_making_the_set_small() {
    let problem = split_by_lunch();
    // A clock of our own: the first search is over when it is asked again, then every question costs a little.
    let asked = std::sync::atomic::AtomicU32::new(0);
    let spent = || match asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
        0 => 0.0,
        later => 0.5 + f64::from(later) / 100_000.0,
    };
    let limits = Limits { budget: Budget::Spent(&spent), ..Limits::steps(1) };
    let sought = conflict(&problem, &limits).expect("the problem is sound");
    assert_eq!(sought, [Cause { proof: Proof::Sought, entries: vec![0, 1, 2] }]);
}

#[test]
fn a_search_that_is_over_too_early_does_not_say_that_these_never_go_together() {
    let problem = split_by_lunch();
    let limits = Limits { budget: Budget::StepsUnless(2_000, &|| true), ..Limits::steps(1) };
    let sought = conflict(&problem, &limits).expect("the problem is sound");
    assert!(matches!(sought[..], [Cause { proof: Proof::Unsettled, .. }]), "{sought:?}");
}

#[test]
fn steps_that_nobody_stops_find_what_equal_steps_find_and_stopped_ones_give_the_best_so_far() {
    let problem = split_by_lunch();
    let solved =
        |budget| solve(&problem, &Limits { budget, seed: 3, threads: 2 }).expect("the problem is sound");
    assert_eq!(solved(Budget::StepsUnless(50_000, &|| false)), solved(Budget::Steps(50_000)));

    let asked = std::sync::atomic::AtomicU32::new(0);
    let second = || asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > 1;
    let stopped = solved(Budget::StepsUnless(u64::MAX, &second));
    assert!(stopped.plan.0.iter().all(Option::is_some));
}
