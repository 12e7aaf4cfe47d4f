//! What Festoon's figures are measured with: `cargo run --release -p festoon-bench -- check | read | start | guide | search | store | timetable | index | claims | cold | seeds DIR`.
//!
//! Everything runs the built release binary as a whole process, beside a floor measured in the same run (only reading the
//! bytes, only opening the workbook, an office's own script), so that a figure means something on another machine too.
//! What it deliberately does not do: judge. It prints ratios; the bars stand in the results beside them.
//! `python3` starts the measured processes, because the kernel tells their peak memory only to a parent that waits so.

mod answers;
mod check;
mod claims;
mod cold;
mod floors;
mod guide;
mod index;
mod measure;
mod read;
mod release;
mod results;
mod schedule;
mod search;
mod seeds;
mod start;
mod store;
mod timetable;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check"] => {
            let mut results = results::Results::default();
            check::run(&festoon()?, &mut results)?;
            read::run(&festoon()?, &mut results)?;
            start::run(&festoon()?, &mut results)?;
            guide::run(&festoon()?, &mut results)?;
            search::run(&mut results)?;
            release::run(&festoon()?, &mut results)?;
            store::run(&mut results)?;
            timetable::run(&festoon()?, &timetable::Asked::all(45.0), &mut results)?;
            index::run(&mut results)?;
            claims::run(&festoon()?, &mut results)?;
            results.write(&root().join("bench/RESULTS.md"))
        }
        ["check", "--quick"] => check::run(&festoon()?, &mut results::Results::default()),
        ["read"] => read::run(&festoon()?, &mut results::Results::default()),
        ["count", file] => read::count(Path::new(file)),
        ["release"] => release::run(&festoon()?, &mut results::Results::default()),
        ["guide"] => guide::run(&festoon()?, &mut results::Results::default()),
        ["claims"] => claims::run(&festoon()?, &mut results::Results::default()),
        ["index"] => index::run(&mut results::Results::default()),
        ["start"] => start::run(&festoon()?, &mut results::Results::default()),
        ["search"] => search::run(&mut results::Results::default()),
        ["store"] => store::run(&mut results::Results::default()),
        ["timetable", rest @ ..] => {
            timetable::run(&festoon()?, &timetable_asked(rest)?, &mut results::Results::default())
        }
        ["cold"] => cold::run(&root()),
        ["seeds", folder] => seeds::write(Path::new(folder)),
        ["plant", sessions, folder] => {
            let sessions = sessions.parse().context("a number of sessions")?;
            check::Files::plant(sessions, Path::new(folder)).map(drop)
        }
        ["floor", kind, file] => floors::run(kind, Path::new(file)),
        _ => {
            bail!(
                "usage: festoon-bench check | read | start | guide | search | store | release | timetable [SECONDS [NAME…]] | index | claims | cold | seeds DIR | plant SESSIONS DIR"
            )
        }
    }
}

/// Seconds for each search, 45 where none are said; then names of instances or parts, all where none are said.
fn timetable_asked(words: &[&str]) -> anyhow::Result<timetable::Asked> {
    let [seconds, names @ ..] = words else { return Ok(timetable::Asked::all(45.0)) };
    let seconds: f64 = seconds.parse().context("a number of seconds")?;
    anyhow::ensure!(seconds > 0.0, "a search takes more than no time");
    Ok(timetable::Asked { seconds, names: names.iter().map(|&name| name.to_owned()).collect() })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The release binary, or the one named in `FESTOON_BIN`.
fn festoon() -> anyhow::Result<PathBuf> {
    if let Some(named) = std::env::var_os("FESTOON_BIN") {
        return Ok(named.into());
    }
    let own = std::env::current_exe().context("this program's own path")?;
    let built = own.with_file_name("festoon");
    if !built.exists() {
        bail!("{} is missing: build it with `cargo build --release`", built.display());
    }
    Ok(built)
}
