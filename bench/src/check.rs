//! `festoon check` on a schedule of a real size and on planted weeks from a thousand to a hundred thousand sessions.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use festoon_testkit::planted::{Plan, PlantedWeek};

use crate::results::Results;
use crate::{answers, measure, schedule};

/// Sessions, and clashes of each rule.
const SIZES: [(u32, u32); 5] = [(1_000, 5), (3_000, 10), (10_000, 20), (30_000, 50), (100_000, 50)];

/// A planted week on disk.
pub(crate) struct Files {
    week: PlantedWeek,
    csv: PathBuf,
    xlsx: PathBuf,
    venues: PathBuf,
    travel: PathBuf,
}

impl Files {
    pub(crate) fn plant(sessions: u32, folder: &Path) -> anyhow::Result<Self> {
        let clashes_each = SIZES.iter().find(|(size, _)| *size >= sessions).map_or(50, |(_, each)| *each);
        let week = PlantedWeek::grow(Plan { sessions, clashes_each, seed: 20_210_621 });
        fs::create_dir_all(folder)?;
        let path = |name: &str| folder.join(name);
        let files = Self {
            csv: path("week.csv"),
            xlsx: path("week.xlsx"),
            venues: path("venues.csv"),
            travel: path("travel.csv"),
            week,
        };
        files.week.write_csv(BufWriter::new(File::create(&files.csv)?))?;
        files.week.write_venues_csv(BufWriter::new(File::create(&files.venues)?))?;
        files.week.write_travel_csv(BufWriter::new(File::create(&files.travel)?))?;
        files.week.save_xlsx(&files.xlsx)?;
        Ok(files)
    }
}

pub(crate) fn run(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let folder = festoon.parent().context("a binary lies in a folder")?.join("bench");
    fs::create_dir_all(&folder)?;
    one_schedule(festoon, &folder, results)?;

    let mut curves = [Vec::new(), Vec::new()];
    for (sessions, _) in SIZES {
        let files = Files::plant(sessions, &folder.join(sessions.to_string()))?;
        for (curve, program) in curves.iter_mut().zip([&files.csv, &files.xlsx]) {
            let seconds = one_week(festoon, &files, program, sessions, results)?;
            curve.push((f64::from(sessions), seconds));
        }
    }
    for (name, curve) in ["CSV", "XLSX"].iter().zip(&curves) {
        let steps: Vec<String> = curve
            .windows(2)
            .map(|pair| format!("{:.2}", (pair[1].1 / pair[0].1).ln() / (pair[1].0 / pair[0].0).ln()))
            .collect();
        results.add(
            &format!("{name}: exponent of time over sessions, from size to size"),
            &steps.join(", "),
            "n log n has 1.1",
            "near n log n",
        );
    }
    Ok(())
}

fn one_schedule(festoon: &Path, folder: &Path, results: &mut Results) -> anyhow::Result<()> {
    let path = folder.join("schedule.xml");
    fs::write(&path, schedule::xml(1_351))?;
    let megabytes = schedule::megabytes(&path)?;
    let report = folder.join("report.json");
    let command = [text(festoon)?, "check", "--format", "json", text(&path)?];
    let cost = measure::best_of(9, &command, &report)?;
    ensure!(cost.code != 2, "the generated schedule was refused");
    let floor = measure::best_of(9, &[&own()?, "floor", "lines", text(&path)?], &folder.join("floor"))?;
    results.add(
        &format!("check, schedule.xml, 1,351 events, {megabytes:.1} MB"),
        &format!("{:.0} ms, {:.0} MB", cost.seconds * 1e3, cost.peak_mb),
        &format!("reading its bytes {:.0} ms", floor.seconds * 1e3),
        "150 ms",
    );
    Ok(())
}

fn one_week(
    festoon: &Path,
    files: &Files,
    programme: &Path,
    sessions: u32,
    results: &mut Results,
) -> anyhow::Result<f64> {
    let is_workbook = programme == files.xlsx;
    let report = programme.with_extension("json");
    let command = [
        text(festoon)?,
        "check",
        "--format",
        "json",
        "--travel",
        text(&files.travel)?,
        text(&files.venues)?,
        text(programme)?,
    ];
    let cost = measure::best_of(3, &command, &report)?;
    ensure!(cost.code != 2, "the planted week was refused: {}", fs::read_to_string(&report)?);
    let verdict = answers::compare(&files.week, &serde_json::from_slice(&fs::read(&report)?)?)?;

    let beside = programme.with_extension("floor");
    let floor = if is_workbook {
        let floor = measure::best_of(3, &[&own()?, "floor", "workbook", text(programme)?], &beside)?;
        format!("calamine alone {:.2} s, ratio {:.1}", floor.seconds, cost.seconds / floor.seconds)
    } else {
        let lines = measure::best_of(3, &[&own()?, "floor", "lines", text(programme)?], &beside)?;
        let script = crate::root().join("bench/peers/scan.py");
        let peer = measure::best_of(3, &["python3", text(&script)?, text(programme)?], &beside)?;
        format!(
            "reading its bytes {:.3} s; a script for one rule {:.2} s, ratio {:.1}",
            lines.seconds,
            peer.seconds,
            cost.seconds / peer.seconds
        )
    };
    let kind = if is_workbook { "XLSX" } else { "CSV" };
    results.add(
        &format!("check, {sessions} sessions, {kind}"),
        &format!("{:.2} s, {:.0} MB, {verdict}", cost.seconds, cost.peak_mb),
        &floor,
        if sessions == 100_000 && !is_workbook { "5 s, 1 GB, exact" } else { "exact" },
    );
    Ok(cost.seconds)
}

fn own() -> anyhow::Result<String> {
    let own = std::env::current_exe()?;
    Ok(text(&own)?.to_owned())
}

fn text(path: &Path) -> anyhow::Result<&str> {
    path.to_str().context("a path in UTF-8")
}
