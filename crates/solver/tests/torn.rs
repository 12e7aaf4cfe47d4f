//! Tracks that stand all over a conference are brought together, though every block is taken and none can be moved alone without tearing another.

use festoon_solver::{
    Block, BlockUse, Entry, Limits, Period, Place, Plan, Problem, Room, Rule, Track, Weight, solve_from,
};

const ROOMS: u32 = 6;
const PERIODS: u32 = 12;
/// A track's blocks; two tracks fill a room and nothing is left over.
const LONG: u32 = PERIODS / 2;

fn conference() -> Problem {
    let mut problem = Problem { block_use: BlockUse::OneTrack, ..Problem::default() };
    for _ in 0..PERIODS {
        problem.period(Period::of(1));
    }
    for _ in 0..ROOMS {
        problem.room(Room::default());
    }
    for period in 0..PERIODS {
        for room in 0..ROOMS {
            let block = Block::whole(&problem, period, room);
            problem.block(block);
        }
    }
    for track in 0..ROOMS * PERIODS / LONG {
        problem.track(Track::default());
        for _ in 0..LONG {
            problem.entry(Entry { track, ..Entry::of(1) });
        }
    }
    problem.rules.weigh(Rule::RoomsPerTrack, Weight::Soft(1));
    problem.rules.weigh(Rule::ParallelTracks, Weight::Soft(1));
    problem.rules.weigh(Rule::ConsecutiveTracks, Weight::Soft(10));
    problem
}

/// Every track has blocks in several rooms, two periods apart.
fn torn() -> Plan {
    let blocks = ROOMS * PERIODS;
    // Five is prime to the number of blocks, so that each is taken once.
    Plan((0..blocks).map(|entry| Some(Place { block: entry * 5 % blocks, slot: 0 })).collect())
}

#[test]
fn tracks_that_were_torn_stand_in_one_room_and_in_one_piece() {
    let cost = |seed| {
        let limits = Limits { seed, ..Limits::steps(200_000) };
        solve_from(&conference(), &torn(), &limits).expect("it is a problem").score.soft
    };
    let costs: Vec<i64> = (1..=5).map(cost).collect();

    assert_eq!(costs, [0; 5]);
}
