//! A track is parted over two blocks though one of them is taken, and to leave it costs more than the search dares: neither step pays without the
//! other.

use festoon_solver::{
    At, Block, BlockUse, Cost, Entry, Limits, Period, Place, Plan, Problem, Room, Rule, Track, Weight,
    solve_from,
};

const PERIODS: u32 = 3;

/// What it costs an entry to stand in another period than its best.
const DEAR: i64 = 100;
const CHEAPER: i64 = 40;

/// The first track has an entry for the first period and one for the second; the other is best in the second. Nothing wants to move, so the search
/// stays cool.
fn conference() -> Problem {
    let mut problem = Problem { block_use: BlockUse::OneTrack, ..Problem::default() };
    for _ in 0..PERIODS {
        problem.period(Period::of(2));
    }
    problem.room(Room::default());
    for period in 0..PERIODS {
        let block = Block::whole(&problem, period, 0);
        problem.block(block);
    }
    let [parted, other] = [(); 2].map(|()| problem.track(Track::default()));
    for (place, track, order, best, count) in
        [(0, parted, 1, 0, DEAR), (1, parted, 2, 1, DEAR), (2, other, 0, 1, CHEAPER)]
    {
        let costs = (0..PERIODS).filter(|period| *period != best);
        let costs = costs.map(|period| Cost { at: At::Period(period), rule: Rule::EntryPeriod, count });
        let former = stands().0[place];
        problem.entry(Entry { track, order, former, costs: costs.collect(), ..Entry::of(1) });
    }
    problem.rules.weigh(Rule::EntryPeriod, Weight::Soft(1));
    problem.rules.weigh(Rule::Order, Weight::Soft(1_000));
    problem.rules.weigh(Rule::ConsecutiveTracks, Weight::Soft(1_000));
    problem.rules.weigh(Rule::Moved, Weight::Soft(1));
    problem
}

/// The first track in the first block, the other in the second; the third is empty.
fn stands() -> Plan {
    plan([(0, 0), (0, 1), (1, 0)])
}

/// Block and slot of each entry.
fn plan(places: [(u32, u16); 3]) -> Plan {
    Plan(places.map(|(block, slot)| Some(Place { block, slot })).into())
}

#[test]
fn a_track_is_parted_and_what_stood_in_its_way_goes_elsewhere_in_one_move() {
    for seed in 1..=5 {
        let limits = Limits { seed, ..Limits::steps(20_000) };
        let found = solve_from(&conference(), &stands(), &limits).expect("it is a problem");

        assert_eq!((found.plan, found.score.soft), (plan([(0, 0), (1, 0), (2, 0)]), CHEAPER + 2));
    }
}
