//! A week through the memory: imported, released, served from a cold start, and released anew beside a running server.
//!
//! Whole processes on a real database file. The floor is what the disk takes for the frozen bytes: writing them and waiting until
//! they are lasting. With `FESTOON_TEST_POSTGRES` the same on PostgreSQL.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use postgres::{Client, NoTls};

use crate::results::Results;
use crate::{measure, schedule, start};

/// Sessions: a week, and the largest that anybody could mean.
const SIZES: [(u32, &str, &str); 2] = [(1_000, "1 s, 80 MB", "300 ms"), (48_000, "5 s, 1 GB", "")];

pub(crate) fn run(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let folder = festoon.parent().context("a binary lies in a folder")?.join("bench");
    fs::create_dir_all(&folder)?;
    for (sessions, bar, start_bar) in SIZES {
        let file = folder.join(format!("release-{sessions}.xml"));
        fs::write(&file, schedule::xml(sessions))?;
        let data = folder.join(format!("release-{sessions}"));
        let _gone = fs::remove_dir_all(&data);
        let sqlite = format!("sqlite:{}", data.join("festoon.db").display());
        one(festoon, &file, &data, &sqlite, (sessions, bar, start_bar), "SQLite", results)?;
        if let Ok(server) = std::env::var("FESTOON_TEST_POSTGRES") {
            let _gone = fs::remove_dir_all(&data);
            let postgres = fresh(&server, "festoon_bench")?;
            one(festoon, &file, &data, &postgres, (sessions, bar, start_bar), "PostgreSQL", results)?;
        }
        fs::remove_dir_all(&data)?;
        fs::remove_file(&file)?;
    }
    Ok(())
}

fn one(
    festoon: &Path,
    file: &Path,
    data: &Path,
    database: &str,
    (sessions, bar, start_bar): (u32, &str, &str),
    on: &str,
    results: &mut Results,
) -> anyhow::Result<()> {
    fs::create_dir_all(data)?;
    let (festoon_said, data_said) = (text(festoon)?, text(data)?);
    let place = ["--data", data_said, "--database", database];
    let out = data.with_extension("out");
    let run = |words: &[&str]| -> anyhow::Result<measure::Cost> {
        let cost = measure::once(&[&[festoon_said][..], words, &place].concat(), &out)?;
        ensure!(cost.code == 0, "{words:?} ended with {}: {}", cost.code, fs::read_to_string(&out)?);
        Ok(cost)
    };
    let imported = run(&["import", text(file)?, "--week", "bench"])?;
    let again = run(&["import", text(file)?, "--week", "bench"])?;
    let released = run(&["release", "bench", "--reason", "one", "--format", "json"])?;
    let frozen = bytes(&out)?;
    let floor = lasting(&data.join("floor"), frozen)?;
    results.add(
        &format!("import of {sessions} sessions into a draft, {on}"),
        &format!(
            "{:.2} s, {:.0} MB; the same again, changing nothing: {:.2} s",
            imported.seconds, imported.peak_mb, again.seconds
        ),
        "",
        "",
    );

    let (first, child, address) = serving(festoon, &place)?;
    let mut server = Stopped(child);
    let held = start::resident_mb(&server.0)?;
    results.add(
        &format!("start with a released week of {sessions} sessions to the first whole page, {on}"),
        &format!("{:.0} ms, {held:.0} MB", first.as_secs_f64() * 1e3),
        "",
        start_bar,
    );
    results.add(
        &format!("release of {sessions} sessions, until it is served from a cold start, {on}"),
        &format!(
            "{:.2} s ({:.2} s to freeze, {:.0} MB; {:.2} s to serve, {held:.0} MB)",
            released.seconds + first.as_secs_f64(),
            released.seconds,
            released.peak_mb,
            first.as_secs_f64()
        ),
        &format!("writing its {:.1} MB lastingly {:.0} ms", mega(frozen), floor.as_secs_f64() * 1e3),
        bar,
    );

    run(&["edit", "week/bench", "title_en", "Noticed", "--reason", "a bench", "--week", "bench"])?;
    let began = Instant::now();
    run(&["release", "bench", "--reason", "two"])?;
    let commanded = began.elapsed();
    while !start::page(&address)?.contains("Noticed") {
        ensure!(began.elapsed() < Duration::from_mins(1), "the server never notices");
    }
    results.add(
        &format!("a running server shows a release of {sessions} sessions, {on}"),
        &format!(
            "{:.2} s after the command has ended ({:.2} s after it began)",
            began.elapsed().saturating_sub(commanded).as_secs_f64(),
            began.elapsed().as_secs_f64()
        ),
        "",
        "1 s",
    );
    server.0.kill()?;
    Ok(())
}

/// A server and how long it took to its first page.
fn serving(festoon: &Path, place: &[&str]) -> anyhow::Result<(Duration, Child, String)> {
    let address = start::free_address()?;
    let began = Instant::now();
    let child = Command::new(festoon)
        .args(["serve", "--listen", &address])
        .args(place)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let took = start::first_page(&address, began)?;
    Ok((took, child, address))
}

/// Ends the server whatever happens.
struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}

fn bytes(answer: &Path) -> anyhow::Result<u64> {
    let answer: serde_json::Value = serde_json::from_str(&fs::read_to_string(answer)?)?;
    answer["bytes"].as_u64().context("the release tells its size")
}

fn lasting(file: &Path, bytes: u64) -> anyhow::Result<Duration> {
    let block = vec![0x5A_u8; usize::try_from(bytes)?];
    let began = Instant::now();
    let mut written = File::create(file)?;
    written.write_all(&block)?;
    written.sync_all()?;
    Ok(began.elapsed())
}

/// An empty database of this name on a server.
fn fresh(server: &str, name: &str) -> anyhow::Result<String> {
    let mut client = Client::connect(server, NoTls)?;
    client.batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))?;
    client.batch_execute(&format!("CREATE DATABASE {name}"))?;
    let Some((base, _)) = server.rsplit_once('/') else { bail!("{server} names no database") };
    Ok(format!("{base}/{name}"))
}

#[expect(clippy::cast_precision_loss, reason = "a size in megabytes needs no more")]
fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn text(path: &Path) -> anyhow::Result<&str> {
    path.to_str().context("a path in UTF-8")
}
