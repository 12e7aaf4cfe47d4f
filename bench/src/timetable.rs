//! The planner: public conferences and meetings through the whole program, a generated city week, and a late change of it.

mod city;

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::Context as _;
use festoon_solver::{At, Budget, Cost, Found, Limits, Problem, Rule, Weight, solve, tally};
use serde_json::Value;

use crate::results::Results;

/// The conferences whose files the field shares, and what CP-SAT finds there in 45 s on two cores.
const CONFERENCES: [(&str, i64); 4] = [("N2OR", 1), ("GECCO20", 5_804), ("OR60F", 433), ("ISF22", 303_671)];

/// The days of meetings, and their proved fewest breaks.
const MEETINGS: [(&str, i64); 6] = [
    ("forum-13", 0),
    ("forumt-14", 5),
    ("tic-12", 0),
    ("tic-13crafc", 4),
    ("ticf-13crafb", 3),
    ("tic-14crafa", 0),
];

const SEEDS: [u64; 3] = [1, 2, 3];

/// Measures with so many seconds for each search.
pub(crate) fn run(festoon: &Path, seconds: f64, results: &mut Results) -> anyhow::Result<()> {
    let data = std::env::var_os("FESTOON_REAL_DATA")
        .map_or_else(|| crate::root().join("../shared/data"), Into::into);
    for (name, bar) in CONFERENCES {
        let file = data.join(format!("timetable/cosplib/instances/{name}.xlsx"));
        measure(festoon, &["timetable", "solve"], &file, "objective", (name, bar), seconds, results)?;
    }
    for (name, bar) in MEETINGS {
        let file = data.join(format!("timetable/b2b/{name}.original.dzn"));
        measure(festoon, &["meetings", "solve"], &file, "breaks", (name, bar), seconds, results)?;
    }
    city(seconds, results)
}

/// The median over the seeds of what one command finds.
fn measure(
    festoon: &Path,
    command: &[&str],
    file: &Path,
    figure: &str,
    (name, bar): (&str, i64),
    seconds: f64,
    results: &mut Results,
) -> anyhow::Result<()> {
    if !file.exists() {
        println!("{name}: skipped, {} is not there", file.display());
        return Ok(());
    }
    let out = std::env::temp_dir().join(format!("festoon-bench-{}-{name}.xlsx", std::process::id()));
    let mut found = Vec::new();
    for seed in SEEDS {
        let done = Command::new(festoon)
            .args(command)
            .arg(file)
            .args(["--seconds", &seconds.to_string(), "--seed", &seed.to_string(), "--threads", "2"])
            .args(["--format", "json", "-o"])
            .arg(&out)
            .output()?;
        let told: Value =
            serde_json::from_slice(&done.stdout).with_context(|| format!("{name}: no answer"))?;
        anyhow::ensure!(told["hard"] == 0, "{name}: a hard rule is broken");
        let value = told[figure].as_i64().with_context(|| format!("{name}: no {figure}"))?;
        found.push((value, told["seconds"].as_f64().unwrap_or(seconds)));
    }
    std::fs::remove_file(&out).or_else(|error| if out.exists() { Err(error) } else { Ok(()) })?;
    found.sort_by_key(|(value, _)| *value);
    let all: Vec<String> = found.iter().map(|(value, took)| format!("{value} in {took:.1} s")).collect();
    results.add(
        &format!("{} {name}, two threads, median of three seeds", command[0]),
        &format!("{figure} {}", found[1].0),
        &all.join(", "),
        &format!("{bar}"),
    );
    Ok(())
}

/// A search with as many seconds as are given, on two threads.
fn timed(problem: &Problem, seconds: f64) -> anyhow::Result<Found> {
    let begun = Instant::now();
    let spent = || begun.elapsed().as_secs_f64() / seconds;
    let found = solve(problem, &Limits { budget: Budget::Spent(&spent), seed: 1, threads: 2 })?;
    anyhow::ensure!(tally(problem, &found.plan)?.score(problem) == found.score, "the search miscounted");
    Ok(found)
}

/// The generated city week; then its convention centre is lost the evening before.
fn city(seconds: f64, results: &mut Results) -> anyhow::Result<()> {
    let mut problem = city::week(city::Size { sessions: 3_000, venues: 40, bookmarks: 200_000, seed: 1 });
    let found = timed(&problem, seconds)?;
    let effort = found.effort;
    results.add(
        &format!("city week of 3,000 sessions, 40 venues, 200,000 bookmarks, {seconds} s"),
        &format!("{} hard, {} soft", found.score.hard, found.score.soft),
        &format!("{} moves evaluated, {} kept", effort.evaluated, effort.accepted),
        "0 hard in 60 s",
    );

    let lost: Vec<u32> =
        (0..).zip(&problem.rooms).filter(|(_, room)| room.venue == 0).map(|(room, _)| room).collect();
    let stands = |place: &&festoon_solver::Place| lost.contains(&problem.blocks[place.block as usize].room);
    let touched = found.plan.0.iter().flatten().filter(stands).count();
    for (entry, place) in problem.entries.iter_mut().zip(&found.plan.0) {
        entry.former = *place;
        entry.costs.extend(lost.iter().map(|&room| Cost {
            rule: Rule::Equipment,
            at: At::Room(room),
            count: 1,
        }));
    }
    problem.rules.weigh(Rule::Moved, Weight::Soft(1_000));
    let again = timed(&problem, seconds)?;
    let moved = tally(&problem, &again.plan)?.count(Rule::Moved);
    results.add(
        &format!("its largest house lost the evening before, {touched} sessions touched, {seconds} s"),
        &format!("{moved} moved, {} hard", again.score.hard),
        &format!("at least {touched} have to"),
        "1.2 × the fewest",
    );
    Ok(())
}
