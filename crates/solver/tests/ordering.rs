//! Orders that weigh more than everything else: blocks still change hands, and the entries go through them in line.

use festoon_solver::{
    At, Block, BlockUse, Cost, Entry, Limits, Period, Place, Plan, Problem, Room, Rule, Track, Weight,
    solve_from,
};

const TRACKS: u32 = 8;
const ROOMS: u32 = 4;
const PERIODS: u32 = 4;
const SLOTS: u16 = 4;
const STEPS: u64 = 30_000;

/// Every block is full and every track asks for two periods, so that each place is somebody's; the order of talks weighs a million a miss.
fn full_house() -> Problem {
    let mut problem = Problem { block_use: BlockUse::OneTrack, ..Problem::default() };
    for _ in 0..PERIODS {
        problem.period(Period::of(SLOTS));
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
    for track in 0..TRACKS {
        // Tracks of an even number want the first two periods, the others the last two, each pair of tracks in a room of its own.
        let home = track / 2;
        let wanted = |period: u32| period / 2 == track % 2;
        let elsewhere = (0..PERIODS).filter(|period| !wanted(*period)).map(|period| Cost {
            rule: Rule::TrackPeriod,
            at: At::Period(period),
            count: 10,
        });
        let abroad = (0..ROOMS).filter(|room| *room != home).map(|room| Cost {
            rule: Rule::TrackRoom,
            at: At::Room(room),
            count: 1,
        });
        problem.track(Track { costs: elsewhere.chain(abroad).collect() });
        for order in 1..=u32::from(SLOTS) * 2 {
            problem.entry(Entry { track, order, ..Entry::of(1) });
        }
    }
    for rule in [Rule::TrackPeriod, Rule::TrackRoom] {
        problem.rules.weigh(rule, Weight::Soft(1));
    }
    problem.rules.weigh(Rule::Order, Weight::Soft(1_000_000));
    problem
}

/// Everybody in line, and every track where the other of its room wants to be.
fn exchanged() -> Plan {
    let place = |track: u32, talk: u32| {
        let period = (1 - track % 2) * 2 + talk / u32::from(SLOTS);
        let slot = u16::try_from(talk).expect("talks are few") % SLOTS;
        Some(Place { block: period * ROOMS + track / 2, slot })
    };
    let talks = (0..TRACKS).flat_map(|track| (0..u32::from(SLOTS) * 2).map(move |talk| (track, talk)));
    Plan(talks.map(|(track, talk)| place(track, talk)).collect())
}

#[test]
fn blocks_change_hands_without_the_order_being_paid_for() {
    let cost = |seed| {
        let limits = Limits { seed, ..Limits::steps(STEPS) };
        solve_from(&full_house(), &exchanged(), &limits).expect("it is a problem").score.soft
    };
    let costs: Vec<i64> = (1..=5).map(cost).collect();

    // All sixteen blocks stood in the wrong periods, at 10 each.
    assert!(costs.iter().all(|cost| *cost < 20), "{costs:?}");
}
