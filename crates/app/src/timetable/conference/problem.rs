//! The benchmark's objective in the solver's terms.
//!
//! What a submission costs in a session or a room is due in each of its slots, so it is multiplied by them once, here.

use festoon_exchange::cosplib::{Conference, Submission, Weighed};
use festoon_solver::{At, Block, BlockUse, Bond, Cost, Entry, Period, Problem, Room, Rule, Track, Weight};

use super::pairs::{self, Pair};
use super::weight::{rule, rulebook};

/// Weights and penalties whose sum does not fit 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooDear;

pub(super) fn of(conference: &Conference) -> Result<Problem, TooDear> {
    let mut problem = Problem { block_use: BlockUse::OneTrack, ..Problem::default() };
    problem.rules = rulebook(&conference.weights);
    for session in &conference.sessions {
        problem.period(Period::of(session.slots));
    }
    for _ in &conference.rooms {
        problem.room(Room::default());
    }
    for (session, period) in conference.sessions.iter().zip(0..) {
        for (&penalty, room) in session.rooms.iter().zip(0..) {
            let block = Block::whole(&problem, period, room);
            let block = problem.block(block);
            problem.block_costs.extend((penalty > 0).then_some((block, penalty)));
        }
    }
    for track in &conference.tracks {
        let costs = costs(Weighed::TracksSessions, At::Period, &track.sessions, 1).chain(costs(
            Weighed::TracksRooms,
            At::Room,
            &track.rooms,
            1,
        ));
        problem.track(Track { costs: costs.collect() });
    }
    problem.entries = conference.submissions.iter().map(entry).collect();
    bind(&mut problem, conference);

    if worst(&problem) > i128::from(i64::MAX / 4) || problem.check().is_err() {
        return Err(TooDear);
    }
    Ok(problem)
}

fn entry(submission: &Submission) -> Entry {
    let slots = i64::from(submission.slots);
    let costs = costs(Weighed::SubmissionsSessions, At::Period, &submission.sessions, slots)
        .chain(costs(Weighed::Hours, At::Period, &submission.hours, slots))
        .chain(costs(Weighed::SubmissionsRooms, At::Room, &submission.rooms, slots));
    Entry {
        track: number(submission.track),
        slots: submission.slots,
        order: submission.order,
        costs: costs.collect(),
        ..Entry::default()
    }
}

fn costs(
    weighed: Weighed,
    at: impl Fn(u32) -> At,
    penalties: &[i64],
    times: i64,
) -> impl Iterator<Item = Cost> {
    let due = penalties.iter().zip(0..).filter(|(penalty, _)| **penalty > 0);
    due.map(move |(penalty, place)| Cost { rule: rule(weighed), at: at(place), count: penalty * times })
}

fn bind(problem: &mut Problem, conference: &Conference) {
    for (pairs, rules) in [
        (pairs::of_presenters(conference), [Rule::Presenters, Rule::PresentersAtOnce]),
        (pairs::of_attendees(conference), [Rule::Attendees, Rule::AttendeesAtOnce]),
    ] {
        for rule in rules {
            problem.bonds.extend(pairs.iter().map(|pair| bond(rule, *pair, 1)));
        }
    }
    let similar = conference.similar.iter();
    problem.track_bonds =
        similar.map(|&(one, other, penalty)| bond(Rule::SimilarTracks, (one, other), penalty)).collect();
    let chairs = pairs::of_chairs(conference);
    problem.track_bonds.extend(chairs.into_iter().map(|pair| bond(Rule::Chairs, pair, 1)));
}

fn bond(rule: Rule, (one, other): Pair, count: i64) -> Bond {
    Bond { rule, one: number(one), other: number(other), count }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("what a workbook may list is bounded")
}

/// More than any timetable can cost.
fn worst(problem: &Problem) -> i128 {
    let weight = |rule: Rule| match problem.rules.weight(rule) {
        Weight::Soft(weight) => i128::from(weight),
        Weight::Off | Weight::Hard => 0,
    };
    let blocks = problem.blocks.len() as i128;
    let of_costs = |costs: &[Cost]| -> i128 {
        costs.iter().map(|cost| weight(cost.rule) * i128::from(cost.count)).sum()
    };
    let entries: i128 = problem.entries.iter().map(|entry| of_costs(&entry.costs)).sum();
    let tracks: i128 = problem.tracks.iter().map(|track| of_costs(&track.costs) * blocks).sum();
    let used: i128 =
        problem.block_costs.iter().map(|(_, cost)| weight(Rule::PeriodRoom) * i128::from(*cost)).sum();
    let slots = i128::from(u16::MAX);
    let meetings: i128 =
        problem.bonds.iter().map(|bond| weight(bond.rule) * i128::from(bond.count) * slots).sum();
    let beside: i128 = problem
        .track_bonds
        .iter()
        .map(|bond| weight(bond.rule) * i128::from(bond.count) * blocks * blocks)
        .sum();
    let counted = [Rule::RoomsPerTrack, Rule::ParallelTracks, Rule::ConsecutiveTracks, Rule::Order];
    let size = blocks * problem.tracks.len() as i128 + problem.entries.len() as i128;
    let shapes: i128 = counted.into_iter().map(|rule| weight(rule) * size).sum();
    entries + tracks + used + meetings + beside + shapes
}
