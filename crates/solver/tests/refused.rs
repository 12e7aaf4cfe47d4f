//! Problems that are none, and numbers at the edge of what is taken: refused with their place, never a panic and never a plan that cannot be.

use festoon_solver::{
    Block, BlockUse, Bond, Entry, Fault, Limits, Period, Place, Problem, Room, Rule, Track, Venue, Weight,
    solve, tally,
};

/// A day of eight slots in two halls of two houses.
fn day() -> Problem {
    let mut problem = Problem { venues: vec![Venue::default(), Venue::default()], ..Problem::default() };
    let day = problem.period(Period::of(8));
    for venue in [0, 1] {
        let room = problem.room(Room { venue });
        problem.block(Block { period: day, room, from: 2, slots: 6 });
    }
    problem.track(Track::default());
    problem.track(Track::default());
    problem
}

fn refusal(problem: &Problem) -> String {
    solve(problem, &Limits::steps(10)).expect_err("it is no problem").to_string()
}

#[test]
fn what_is_no_problem_is_refused_with_its_place() {
    let mut problem = day();
    problem.step = 0;
    assert_eq!(refusal(&problem), "entries begin at every slot 0; the step is 1 or more");

    let mut problem = day();
    problem.entry(Entry::of(1));
    problem.people = vec![vec![], vec![0, 0]];
    assert_eq!(refusal(&problem), "person 1 is needed twice for entry 0");

    let mut problem = day();
    problem.entry(Entry::of(1));
    problem.bonds = vec![Bond { rule: Rule::Bookmarks, one: 0, other: 0, count: 1 }];
    assert_eq!(refusal(&problem), "bond 0 is between 0 and itself");

    let mut problem = day();
    problem.rules.weigh(Rule::Seats, Weight::Soft(-1));
    let fault = solve(&problem, &Limits::steps(10)).expect_err("it is no problem");
    assert_eq!(fault, Fault::Weight { rule: Rule::Seats, weight: -1 });

    let mut problem = day();
    problem.entry(Entry { track: 7, ..Entry::of(1) });
    assert_eq!(refusal(&problem), "entry 0 names track 7, and there are 2");
}

#[test]
fn no_rooms_and_no_entries_end_at_once() {
    let mut problem = Problem::default();
    assert_eq!(solve(&problem, &Limits::steps(1_000)).unwrap().score.hard, 0);
    problem.track(Track::default());
    problem.entry(Entry::of(1));
    assert_eq!(solve(&problem, &Limits::steps(1_000)).unwrap().score.hard, 1);
}

/// Solves it, and says where everything stands, which the definitions must take.
fn stands(problem: &Problem) -> Vec<Option<Place>> {
    let found = solve(problem, &Limits::steps(2_000)).expect("the problem is sound");
    let counted = tally(problem, &found.plan).expect("the plan could be");
    assert_eq!(counted.score(problem), found.score);
    found.plan.0
}

#[test]
fn a_place_that_is_closed_by_now_is_left_and_never_gone_back_to() {
    let mut problem = day();
    problem.rules.weigh(Rule::Moved, Weight::Soft(1_000));
    for slot in [0, 7, u16::MAX] {
        problem.entry(Entry { former: Some(Place { block: 0, slot }), ..Entry::of(2) });
    }
    assert!(stands(&problem).iter().all(Option::is_some));
}

#[test]
fn where_a_block_is_of_one_track_old_places_of_two_do_not_share_it() {
    let mut problem = day();
    problem.block_use = BlockUse::OneTrack;
    problem.rules.weigh(Rule::Moved, Weight::Soft(1_000));
    for (track, slot) in [(0, 2), (1, 4)] {
        problem.entry(Entry { track, former: Some(Place { block: 0, slot }), ..Entry::of(2) });
    }
    assert!(stands(&problem).iter().all(Option::is_some));
}

#[test]
fn roads_and_pauses_longer_than_any_day_are_only_long() {
    let mut problem = day();
    problem.venues[0].roads = vec![u16::MAX, u16::MAX];
    problem.venues[1].roads = vec![u16::MAX, u16::MAX];
    for rule in [Rule::People, Rule::Slack] {
        problem.rules.weigh(rule, Weight::Hard);
    }
    problem.rules.weigh(Rule::Pause, Weight::Soft(1));
    problem.slack = u16::MAX;
    for _ in 0..3 {
        problem.entry(Entry { pause: u16::MAX, ..Entry::of(2) });
    }
    problem.people = vec![vec![0, 1]];
    problem.bonds = vec![Bond { rule: Rule::Slack, one: 0, other: 1, count: 1 }];
    stands(&problem);
}
