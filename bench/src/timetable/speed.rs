//! How many moves are tried a second, on one thread.

use std::sync::Arc;
use std::time::Instant;

use festoon_app::timetable::conference;
use festoon_exchange::{NamedFile, cosplib};
use festoon_solver::{Budget, Limits, solve};

use super::{Bench, conferences};
use crate::results::Results;

pub(super) fn run(bench: &Bench<'_>, results: &mut Results) -> anyhow::Result<()> {
    let Some(workbook) = conferences::workbook("OR60F").filter(|_| bench.asked.wants("speed", "speed"))
    else {
        return Ok(());
    };
    let file = NamedFile { name: Arc::from("OR60F.xlsx"), bytes: std::fs::read(workbook)? };
    let conference = cosplib::read(&file).map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?;
    let posed = conference::pose(conference).map_err(|dear| anyhow::anyhow!("{dear:?}"))?;

    let seconds = bench.asked.seconds;
    let begun = Instant::now();
    let spent = || begun.elapsed().as_secs_f64() / seconds;
    let effort =
        solve(posed.problem(), &Limits { budget: Budget::Spent(&spent), seed: 1, threads: 1 })?.effort;
    let took = begun.elapsed().as_secs_f64();
    results.add(
        &format!("moves evaluated a second on OR60F, one thread, {seconds} s"),
        &format!("{:.0}", rate(effort.evaluated, took)),
        &format!(
            "accepted {:.0}, rejected {:.0}",
            rate(effort.accepted, took),
            rate(effort.evaluated - effort.accepted, took)
        ),
        "printed",
    );
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a rate is shown to the whole number")]
fn rate(count: u64, seconds: f64) -> f64 {
    count as f64 / seconds
}
