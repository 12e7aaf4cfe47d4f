//! The generated city week, ours and CP-SAT with as much time; then its convention centre is lost the evening before.

use std::time::Instant;

use anyhow::{Context, ensure};
use festoon_solver::{At, Budget, Cost, Found, Limits, Plan, Problem, Rule, Score, Weight, solve, tally};

use super::peer::Peer;
use super::{Bench, SEEDS, export, generated, listed, median, ratio, shown};
use crate::results::Results;

const SIZE: generated::Size = generated::Size { sessions: 3_000, venues: 40, bookmarks: 200_000, seed: 1 };

pub(super) fn run(bench: &Bench<'_>, results: &mut Results) -> anyhow::Result<()> {
    if bench.asked.wants("week", "city") {
        let problem = generated::week(SIZE);
        let first = searched(bench, &problem, results)?;
        late(bench, problem, &first, results)?;
    }
    Ok(())
}

/// All seeds; the plan of the first.
fn searched(bench: &Bench<'_>, problem: &Problem, results: &mut Results) -> anyhow::Result<Plan> {
    let seconds = bench.asked.seconds;
    let peer = Peer::installed(bench.folder)?;
    let file = bench.folder.join("city.json");
    std::fs::write(&file, export::problem(problem).to_string())?;
    let out = bench.folder.join("city-found.json");

    let mut first = None;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut hard, mut effort) = (0, String::new());
    for seed in SEEDS {
        let found = timed(problem, seconds, seed)?;
        hard = hard.max(found.score.hard);
        effort = format!("{} moves evaluated, {} kept", found.effort.evaluated, found.effort.accepted);
        ours.push(Some(found.score.soft));
        first.get_or_insert(found.plan);

        let told = peer.solve("week.py", &file, seconds, seed, &out)?;
        theirs.push(if told.has_plan { scored(problem, &out)? } else { None });
    }
    let (our, their) = (median(&ours).context("the week was searched")?, median(&theirs));
    let beside = their.map_or_else(|| "—".to_owned(), |their| ratio(our, their));
    results.add(
        &format!("city week of 3,000 sessions, 40 venues, 200,000 bookmarks, {seconds} s, two threads, medians of three seeds"),
        &format!("at most {hard} hard, {our} soft ({})", listed(&ours)),
        &format!("CP-SAT {} ({}); ratio {beside}; {effort}", shown(their), listed(&theirs)),
        "0 hard in 60 s",
    );
    std::fs::remove_file(&file)?;
    first.context("the week was searched")
}

/// What the peer's plan costs by our counting of every rule; nothing where it breaks a hard one.
fn scored(problem: &Problem, out: &std::path::Path) -> anyhow::Result<Option<i64>> {
    let plan = export::plan(&serde_json::from_slice(&std::fs::read(out)?)?)?;
    let Score { hard, soft } = tally(problem, &plan)?.score(problem);
    if hard > 0 {
        println!("CP-SAT's plan breaks {hard} hard rules of ours");
    }
    Ok((hard == 0).then_some(soft))
}

/// A search with as many seconds as are given, on two threads.
fn timed(problem: &Problem, seconds: f64, seed: u64) -> anyhow::Result<Found> {
    let begun = Instant::now();
    let spent = || begun.elapsed().as_secs_f64() / seconds;
    let found = solve(problem, &Limits { budget: Budget::Spent(&spent), seed, threads: 2 })?;
    ensure!(tally(problem, &found.plan)?.score(problem) == found.score, "the search miscounted");
    Ok(found)
}

/// The largest house is lost; everything else has a place in print.
fn late(bench: &Bench<'_>, mut problem: Problem, plan: &Plan, results: &mut Results) -> anyhow::Result<()> {
    let seconds = bench.asked.seconds;
    let lost: Vec<u32> =
        (0..).zip(&problem.rooms).filter(|(_, room)| room.venue == 0).map(|(room, _)| room).collect();
    let stands = |place: &&festoon_solver::Place| lost.contains(&problem.blocks[place.block as usize].room);
    let touched = plan.0.iter().flatten().filter(stands).count();
    for (entry, place) in problem.entries.iter_mut().zip(&plan.0) {
        entry.former = *place;
        entry.costs.extend(lost.iter().map(|&room| Cost {
            rule: Rule::Equipment,
            at: At::Room(room),
            count: 1,
        }));
    }
    problem.rules.weigh(Rule::Moved, Weight::Soft(1_000));

    let again = timed(&problem, seconds, 1)?;
    let moved = tally(&problem, &again.plan)?.count(Rule::Moved);
    let fewest = i64::try_from(touched)?;
    results.add(
        &format!("its largest house lost the evening before, {touched} sessions touched, {seconds} s"),
        &format!("{moved} moved, {} hard", again.score.hard),
        &format!("at least {touched} have to; ratio {}", ratio(moved, fewest)),
        "1.2 × the fewest",
    );
    Ok(())
}
