//! Running a command and reading what it cost.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};

/// What a process cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    pub(crate) peak_mb: f64,
    pub(crate) code: i64,
}

/// Runs a command once; its standard output goes to a file.
pub(crate) fn once(command: &[&str], output: &Path) -> anyhow::Result<Cost> {
    let script = super::root().join("bench/peers/measure.py");
    let done =
        Command::new("python3").arg(script).arg(output).args(command).stderr(Stdio::inherit()).output()?;
    ensure!(done.status.success(), "{command:?} could not be measured");
    let cost: serde_json::Value =
        serde_json::from_slice(&done.stdout).context("the measuring script's answer")?;
    let figure = |name: &str| cost[name].as_f64().with_context(|| format!("{name} was not measured"));
    Ok(Cost {
        seconds: figure("seconds")?,
        peak_mb: figure("peak_kb")? / 1024.0,
        code: cost["code"].as_i64().unwrap_or(-1),
    })
}

/// The quickest of several runs: on a shared machine the least disturbed one.
pub(crate) fn best_of(runs: usize, command: &[&str], output: &Path) -> anyhow::Result<Cost> {
    let mut best = once(command, output)?;
    for _ in 1..runs {
        let cost = once(command, output)?;
        if cost.seconds < best.seconds {
            best = cost;
        }
    }
    Ok(best)
}
