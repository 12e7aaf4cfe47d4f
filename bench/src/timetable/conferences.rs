//! The sixteen conferences of the public benchmark: ours and CP-SAT with as much time, counted by one scorer, beside the published results.
//!
//! Four of them, and the solutions of their authors, lie with the real files. All are looked for in the folder that `FESTOON_COSPLIB` names: a
//! clone of github.com/ahmedkheiri/CoSPLib.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

use super::peer::Peer;
use super::{Bench, SEEDS, listed, median, ratio, real_files, shown};
use crate::results::Results;

/// A conference, how many talks it has, and the bar.
struct Known {
    name: &'static str,
    talks: u32,
    /// What the better of its authors' solution files costs.
    published: Option<i64>,
    bar: &'static str,
}

const fn known(name: &'static str, talks: u32, published: Option<i64>, bar: &'static str) -> Known {
    Known { name, talks, published, bar }
}

const BOTH: &str = "at or below both";

const CONFERENCES: [Known; 16] = [
    known("N2OR", 35, Some(2), "1"),
    known("GECCO20", 158, Some(6_298), "< 5,804"),
    known("OR60F", 279, Some(433), "< 433"),
    known("ISF22", 311, None, "< 303,671"),
    known("GECCO19", 202, Some(1_000_116), BOTH),
    known("GECCO20Poster", 131, None, BOTH),
    known("GECCO20Workshop", 131, None, BOTH),
    known("GECCO21", 138, Some(11_130), BOTH),
    known("GECCO21Workshop", 203, None, BOTH),
    known("GECCO22", 179, None, BOTH),
    known("GECCO22Workshop", 138, None, BOTH),
    known("GECCO23", 207, None, BOTH),
    known("GECCO23Workshop", 233, None, BOTH),
    known("OR60", 329, None, BOTH),
    known("OR60F2", 556, Some(1_660), BOTH),
    known("OR60F3", 1_112, Some(1_720), BOTH),
];

/// Solution files of the authors, and what each costs.
const SOLUTIONS: [(&str, &str, i64); 12] = [
    ("N2OR", "Exact Model", 2),
    ("N2OR", "Extended Model", 2),
    ("GECCO20", "Exact Model", 6_298),
    ("GECCO20", "Extended Model", 7_768),
    ("OR60F", "Exact Model", 1_664),
    ("OR60F", "Extended Model", 433),
    ("GECCO19", "Exact Model", 1_000_116),
    ("GECCO19", "Extended Model", 2_000_007),
    ("GECCO21", "Exact Model", 11_280),
    ("GECCO21", "Extended Model", 11_130),
    ("OR60F2", "Exact Model", 1_660),
    ("OR60F3", "Exact Model", 1_720),
];

/// The workbook of a conference, if it is at hand.
pub(super) fn workbook(name: &str) -> Option<PathBuf> {
    let file = format!("{name}.xlsx");
    let public =
        std::env::var_os("FESTOON_COSPLIB").map(|folder| Path::new(&folder).join("Dataset").join(&file));
    let near = real_files().join("cosplib/instances").join(file);
    public.into_iter().chain([near]).find(|path| path.exists())
}

/// A solution file, if it is at hand.
fn solution(name: &str, model: &str) -> Option<PathBuf> {
    let file = format!("{name}Solution.xlsx");
    let public = std::env::var_os("FESTOON_COSPLIB")
        .map(|folder| Path::new(&folder).join("Solutions").join(model).join(&file));
    let kind = model.split(' ').next()?.to_lowercase();
    let near = real_files().join("cosplib/published_solutions").join(kind).join(file);
    public.into_iter().chain([near]).find(|path| path.exists())
}

/// Our scorer on the solution files.
pub(super) fn published(bench: &Bench<'_>, results: &mut Results) -> anyhow::Result<()> {
    if !bench.asked.wants("conferences", "published") {
        return Ok(());
    }
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for (name, model, known) in SOLUTIONS {
        let (Some(workbook), Some(solution)) = (workbook(name), solution(name, model)) else { continue };
        let cost = score(bench, &workbook, &solution)?;
        found.push(format!("{name} {cost}"));
        if cost != known {
            wrong.push(format!("{name} should be {known}"));
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    let verdict = if wrong.is_empty() { "all exact".to_owned() } else { wrong.join(", ") };
    results.add(
        &format!("our scorer on {} solution files of the authors", found.len()),
        &verdict,
        &found.join(", "),
        "exact",
    );
    Ok(())
}

pub(super) fn run(bench: &Bench<'_>, results: &mut Results) -> anyhow::Result<()> {
    let wanted: Vec<(&Known, PathBuf)> = CONFERENCES
        .iter()
        .filter(|known| bench.asked.wants("conferences", known.name))
        .filter_map(|known| Some((known, workbook(known.name)?)))
        .collect();
    let skipped = CONFERENCES.iter().filter(|known| workbook(known.name).is_none()).count();
    if skipped > 0 {
        println!("{skipped} conferences passed over: FESTOON_COSPLIB names no clone of their repository");
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let peer = Peer::installed(bench.folder)?;
    for (known, workbook) in wanted {
        one(bench, &peer, known, &workbook, results)?;
    }
    Ok(())
}

fn one(
    bench: &Bench<'_>,
    peer: &Peer,
    known: &Known,
    workbook: &Path,
    results: &mut Results,
) -> anyhow::Result<()> {
    let seconds = bench.asked.seconds;
    let out = bench.folder.join(format!("{}-found.xlsx", known.name));
    let (mut ours, mut theirs, mut bound) = (Vec::new(), Vec::new(), None);
    for seed in SEEDS {
        ours.push(Some(search(bench, workbook, seed, &out)?));
        let told = peer.solve("conference.py", workbook, seconds, seed, &out)?;
        bound = bound.max(told.bound);
        theirs.push(if told.has_plan { Some(score(bench, workbook, &out)?) } else { None });
    }
    let _gone = std::fs::remove_file(&out);

    let (our, their) = (median(&ours).context("a conference was searched")?, median(&theirs));
    let beside = their.map_or_else(|| "—".to_owned(), |their| ratio(our, their));
    results.add(
        &format!(
            "timetable {}, {} talks, {seconds} s, two threads, medians of three seeds",
            known.name, known.talks
        ),
        &format!("objective {our} ({})", listed(&ours)),
        &format!(
            "CP-SAT {} ({}), nothing below {}; published {}; ratio {beside}",
            shown(their),
            listed(&theirs),
            shown(bound),
            shown(known.published)
        ),
        known.bar,
    );
    Ok(())
}

/// What our search finds, which our scorer must find as well.
fn search(bench: &Bench<'_>, workbook: &Path, seed: u64, out: &Path) -> anyhow::Result<i64> {
    let done = Command::new(bench.festoon)
        .args(["timetable", "solve"])
        .arg(workbook)
        .args(["--seconds", &bench.asked.seconds.to_string(), "--seed", &seed.to_string(), "--threads", "2"])
        .args(["--format", "json", "-o"])
        .arg(out)
        .output()?;
    let told: Value = serde_json::from_slice(&done.stdout)
        .with_context(|| String::from_utf8_lossy(&done.stderr).into_owned())?;
    ensure!(told["hard"] == 0, "{}: something has no place", workbook.display());
    let objective = told["objective"].as_i64().context("an objective")?;
    let scored = score(bench, workbook, out)?;
    ensure!(scored == objective, "{}: {objective} was told, and {scored} counted", workbook.display());
    Ok(objective)
}

/// What a solution costs.
fn score(bench: &Bench<'_>, workbook: &Path, solution: &Path) -> anyhow::Result<i64> {
    let done = Command::new(bench.festoon)
        .args(["timetable", "score", "--format", "json"])
        .args([workbook, solution])
        .output()?;
    ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told: Value = serde_json::from_slice(&done.stdout)?;
    told["objective"].as_i64().context("an objective")
}
