//! The planner beside a peer: public conferences, a generated city week, a late change; and what it evaluates a second.

mod city;
mod dump;

use std::time::Instant;

use festoon_solver::{Budget, Found, Limits, Place, Problem, Rule, Weight, solve, tally};

/// Seconds for each search, as for the peer.
const SECONDS: f64 = 45.0;

/// A search with as many seconds as are given, on two threads.
fn timed(problem: &Problem, seed: u64, seconds: f64) -> anyhow::Result<Found> {
    let begun = Instant::now();
    let spent = || begun.elapsed().as_secs_f64() / seconds;
    let found = solve(problem, &Limits { budget: Budget::Spent(&spent), seed, threads: 2 })?;
    anyhow::ensure!(tally(problem, &found.plan)?.score(problem) == found.score, "the search miscounted");
    Ok(found)
}

/// The generated city week, and a late change of it.
pub(crate) fn city(seconds: Option<f64>) -> anyhow::Result<()> {
    let seconds = seconds.unwrap_or(SECONDS);
    let mut problem = city::week(city::Size { sessions: 3_000, venues: 40, bookmarks: 200_000, seed: 1 });
    let found = timed(&problem, 1, seconds)?;
    println!("city: {:?}, {:?}", found.score, found.effort);
    let counted = tally(&problem, &found.plan)?;
    for rule in Rule::ALL {
        if counted.count(rule) > 0 && problem.rules.on(rule) {
            println!("  {rule:?} {}", counted.count(rule));
        }
    }
    // The convention centre is lost the evening before.
    let lost = |place: &Place| problem.rooms[problem.blocks[place.block as usize].room as usize].venue == 0;
    let touched = found.plan.0.iter().flatten().filter(|place| lost(place)).count();
    for (entry, place) in problem.entries.iter_mut().zip(&found.plan.0) {
        entry.former = *place;
    }
    let halls: Vec<u32> = (0..).zip(&problem.rooms).filter(|(_, room)| room.venue == 0).map(|(room, _)| room).collect();
    for entry in &mut problem.entries {
        for &room in &halls {
            entry.costs.push(festoon_solver::Cost {
                rule: Rule::Equipment,
                at: festoon_solver::At::Room(room),
                count: 1,
            });
        }
    }
    problem.rules.weigh(Rule::Moved, Weight::Soft(1_000));
    let again = timed(&problem, 1, seconds)?;
    let moved = tally(&problem, &again.plan)?.count(Rule::Moved);
    println!("late change: {:?}, {moved} moved, {touched} had to", again.score);
    Ok(())
}

/// The city week as the peer reads it.
pub(crate) fn dump(file: &std::path::Path) -> anyhow::Result<()> {
    let problem = city::week(city::Size { sessions: 3_000, venues: 40, bookmarks: 200_000, seed: 1 });
    Ok(std::fs::write(file, dump::json(&problem).to_string())?)
}
