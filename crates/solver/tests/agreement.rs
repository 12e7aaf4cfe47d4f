//! What the search counts as it goes, and what every rule counts from its definition, are one number, for problems of any shape.

use festoon_solver::{
    At, Block, BlockUse, Bond, Cost, Draw, Entry, Host, Hours, Limits, Period, Problem, Room, Rule, Stock,
    Track, Venue, Weight, solve, tally,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// A number that picks from any list.
fn pick(index: Index, of: usize) -> u32 {
    u32::try_from(index.index(of)).expect("lists are short here")
}

type Asked = (u16, Index, [Index; 5], u32, u32, u16);

fn problem() -> impl Strategy<Value = Problem> {
    let entry = (1_u16..4, any::<Index>(), any::<[Index; 5]>(), 0_u32..5, 0_u32..60, 0_u16..3);
    let entries = proptest::collection::vec(entry, 1..24);
    let pairs = proptest::collection::vec((any::<[Index; 3]>(), 1_i64..5), 0..30);
    let weights = proptest::collection::vec(0_i64..50, Rule::COUNT);
    (any::<bool>(), entries, pairs, weights, 2_u16..7).prop_map(|(mixed, entries, pairs, weights, slots)| {
        built(if mixed { BlockUse::Mixed } else { BlockUse::OneTrack }, &entries, &pairs, &weights, slots)
    })
}

fn built(
    block_use: BlockUse,
    entries: &[Asked],
    pairs: &[([Index; 3], i64)],
    weights: &[i64],
    slots: u16,
) -> Problem {
    let mut problem = Problem { block_use, languages: 2, slack: 1, ..Problem::default() };
    problem.venues =
        vec![Venue { places: Some(50), roads: vec![0, 2] }, Venue { places: None, roads: vec![1, 0] }];
    for _ in 0..3 {
        problem.period(Period::of(slots + 2));
    }
    for venue in [0, 0, 1] {
        problem.room(Room { venue });
    }
    for period in 0..3 {
        for room in 0..3 {
            problem.block(Block { period, room, from: 1, slots });
        }
    }
    for cost in [Rule::TrackPeriod, Rule::TrackRoom] {
        let at = if cost == Rule::TrackPeriod { At::Period(1) } else { At::Room(2) };
        problem.track(Track { costs: vec![Cost { rule: cost, at, count: 3 }] });
    }
    problem.track(Track::default());
    problem.hosts = vec![Host { share: 2 }, Host { share: 0 }];
    problem.stocks = vec![Stock { of: 2, rule: Rule::Stock }];
    problem.prime = vec![Hours { period: 1, from: 2, till: 4 }];
    problem.block_costs = vec![(4, 7)];
    for &(length, track, [host, at, ..], order, audience, pause) in entries {
        let hours = Hours { period: pick(at, 3), from: 1, till: 3 };
        let costs = vec![
            Cost { rule: Rule::Away, at: At::Hours(hours), count: 1 },
            Cost { rule: Rule::EntryPeriod, at: At::Period(pick(host, 3)), count: 2 },
            Cost { rule: Rule::Seats, at: At::Room(pick(at, 3)), count: 4 },
        ];
        problem.entry(Entry {
            track: pick(track, 3),
            slots: length.min(slots),
            pause,
            order,
            audience,
            host: Some(pick(host, 2)),
            language: (order > 1).then(|| pick(at, 2)),
            costs,
            draws: vec![Draw { stock: 0, amount: order }],
            ..Entry::default()
        });
    }
    let count = entries.len();
    let entry_rules = [
        Rule::Presenters,
        Rule::Attendees,
        Rule::PresentersAtOnce,
        Rule::AttendeesAtOnce,
        Rule::Bookmarks,
        Rule::Slack,
        Rule::Prerequisite,
    ];
    for &([one, other, rule], weight) in pairs {
        let rule = entry_rules[rule.index(entry_rules.len())];
        problem.bonds.push(Bond { rule, one: pick(one, count), other: pick(other, count), count: weight });
    }
    problem.bonds.retain(|bond| bond.one != bond.other);
    problem.track_bonds = vec![
        Bond { rule: Rule::SimilarTracks, one: 0, other: 1, count: 5 },
        Bond { rule: Rule::Chairs, one: 1, other: 2, count: 1 },
    ];
    problem.people = (0..3)
        .map(|person| {
            (0..u32::try_from(count).expect("lists are short here"))
                .filter(|entry| entry % 3 == person)
                .collect()
        })
        .collect();
    for (rule, weight) in Rule::ALL.into_iter().zip(weights) {
        let weight = if weight % 5 == 4 { Weight::Hard } else { Weight::Soft(*weight) };
        problem.rules.weigh(rule, weight);
    }
    problem.rules.weigh(Rule::Unplaced, Weight::Hard);
    problem
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_the_search_says_a_plan_costs_is_what_its_rules_count(problem in problem()) {
        let found = solve(&problem, &Limits::steps(400)).expect("the problem is sound");
        let counted = tally(&problem, &found.plan).expect("the plan could be");
        prop_assert_eq!(found.score, counted.score(&problem));
    }

    #[test]
    fn what_stood_somewhere_is_counted_as_moved_only_when_it_moved(problem in problem()) {
        let first = solve(&problem, &Limits::steps(100)).expect("the problem is sound");
        let mut again = problem;
        for (entry, place) in again.entries.iter_mut().zip(&first.plan.0) {
            entry.former = *place;
        }
        again.rules.weigh(Rule::Moved, Weight::Soft(1_000_000));
        let second = solve(&again, &Limits::steps(400)).expect("the problem is sound");
        let counted = tally(&again, &second.plan).expect("the plan could be");
        prop_assert_eq!(second.score, counted.score(&again));
        let moved = second.plan.0.iter().zip(&first.plan.0).filter(|(now, then)| now.is_some() && then.is_some() && now != then);
        prop_assert_eq!(counted.count(Rule::Moved), i64::try_from(moved.count()).expect("lists are short here"));
    }
}
