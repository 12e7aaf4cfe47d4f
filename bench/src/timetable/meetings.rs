//! The days of meetings that are published with their proofs: breaks, and how long until ours has proved that there can be no fewer.

use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

use super::{Bench, SEEDS, real_files};
use crate::results::Results;

/// The days, and their proved fewest breaks.
const MEETINGS: [(&str, i64); 6] = [
    ("forum-13", 0),
    ("forumt-14", 5),
    ("tic-12", 0),
    ("tic-13crafc", 4),
    ("ticf-13crafb", 3),
    ("tic-14crafa", 0),
];

/// The bar, in seconds.
const PATIENCE: f64 = 60.0;

pub(super) fn run(bench: &Bench<'_>, results: &mut Results) -> anyhow::Result<()> {
    for (name, fewest) in MEETINGS {
        let file = real_files().join(format!("b2b/{name}.original.dzn"));
        if bench.asked.wants("meetings", name) && file.exists() {
            one(bench, &file, (name, fewest), results)?;
        }
    }
    Ok(())
}

fn one(
    bench: &Bench<'_>,
    file: &std::path::Path,
    (name, fewest): (&str, i64),
    results: &mut Results,
) -> anyhow::Result<()> {
    // A short bench has short patience; a long one no more than the bar.
    let seconds = if bench.asked.seconds < 45.0 { bench.asked.seconds } else { PATIENCE };
    let out = bench.folder.join(format!("{name}-found.csv"));
    let mut found = Vec::new();
    for seed in SEEDS {
        let done = Command::new(bench.festoon)
            .args(["meetings", "solve"])
            .arg(file)
            .args(["--seconds", &seconds.to_string(), "--seed", &seed.to_string(), "--threads", "2"])
            .args(["--format", "json", "-o"])
            .arg(&out)
            .output()?;
        let told: Value = serde_json::from_slice(&done.stdout)
            .with_context(|| String::from_utf8_lossy(&done.stderr).into_owned())?;
        ensure!(told["hard"] == 0, "{name}: a hard rule is broken");
        let breaks = told["breaks"].as_i64().context("breaks")?;
        let took = told["seconds"].as_f64().context("seconds")?;
        let least = told["fewest"].as_i64().context("the fewest breaks")?;
        found.push((breaks, least, took));
    }
    std::fs::remove_file(&out)?;

    let proved = found.iter().filter(|(breaks, least, _)| breaks == least).count();
    let all: Vec<String> = found
        .iter()
        .map(|(breaks, least, took)| {
            if breaks == least {
                format!("{breaks} proved in {took:.2} s")
            } else {
                format!("{breaks}, and none has fewer than {least}, after {took:.0} s")
            }
        })
        .collect();
    found.sort_by_key(|(breaks, ..)| *breaks);
    results.add(
        &format!("meetings {name}, two threads, {seconds} s at most, three seeds"),
        &format!("{} breaks, proved by {proved} of {}", found[1].0, found.len()),
        &all.join("; "),
        &format!("{fewest}, proved in 60 s"),
    );
    Ok(())
}
