//! The same seed, threads and steps give the same bytes.

use std::process::Command;

use anyhow::ensure;

use super::{Bench, conferences};
use crate::results::Results;

const STEPS: &str = "300000";

pub(super) fn run(bench: &Bench<'_>, results: &mut Results) -> anyhow::Result<()> {
    if !bench.asked.wants("bytes", "bytes") {
        return Ok(());
    }
    for name in ["GECCO20", "OR60F", "ISF22"] {
        let Some(workbook) = conferences::workbook(name) else { continue };
        let mut written = Vec::new();
        for run in 0..3 {
            let out = bench.folder.join(format!("{name}-bytes-{run}.xlsx"));
            let done = Command::new(bench.festoon)
                .args(["timetable", "solve"])
                .arg(&workbook)
                .args(["--steps", STEPS, "--seed", "7", "--threads", "2", "--format", "json", "-o"])
                .arg(&out)
                .output()?;
            ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            written.push(std::fs::read(&out)?);
            std::fs::remove_file(&out)?;
        }
        let same = written.iter().all(|bytes| *bytes == written[0]);
        results.add(
            &format!("timetable {name}, seed 7, two threads, {STEPS} steps, three times"),
            if same { "the same bytes" } else { "other bytes" },
            &format!("{} bytes", written[0].len()),
            "the same bytes",
        );
    }
    Ok(())
}
