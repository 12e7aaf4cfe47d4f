//! The evaluation engine: TOPSIS, entropy and CRITIC over 10,000 rows and 50 columns, beside two Python packages in the same run.
//!
//! The peers are given the matrix in memory, as ours is, and the quickest function each has; reading the file and starting Python are not counted.
//! They need an interpreter with `pymcdm` and `scikit-criteria`, which `FESTOON_PEERS_PYTHON` names; without it only our figures are printed.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, ensure};
use festoon_composite::Matrix;
use festoon_composite::numbers::{Direction, Scale};
use festoon_composite::ranking::{Weighting, topsis};
use festoon_composite::weights::{CriticChoices, ZeroShares, critic, entropy, shares};
use serde_json::Value;

use crate::results::Results;

const ROWS: usize = 10_000;
const COLUMNS: usize = 50;
const RUNS: usize = 15;
const PEERS: [&str; 2] = ["pymcdm", "scikit-criteria"];

/// Measures ours before and after the peers, and keeps the quicker.
pub(crate) fn run(results: &mut Results) -> anyhow::Result<()> {
    let matrix = drawn();
    let directions: Vec<Direction> = (0..COLUMNS)
        .map(|column| if column % 3 == 1 { Direction::Cost } else { Direction::Benefit })
        .collect();
    let weights =
        shares(&(0..COLUMNS).map(|column| [1.0, 2.0, 3.0, 4.0, 5.0][column % 5]).collect::<Vec<_>>())?;

    let before = Own::measured(&matrix, &weights, &directions)?;
    let peers = peers(&matrix)?;
    let own = before.quicker(Own::measured(&matrix, &weights, &directions)?);
    for (method, (seconds, result)) in ["topsis", "entropy", "critic"].into_iter().zip(own.0) {
        let mut beside = Vec::new();
        for peer in PEERS {
            let Some(told) = &peers else { continue };
            let theirs =
                told[peer][method]["seconds"].as_f64().with_context(|| format!("{peer}: no {method}"))?;
            let apart = apart(&result, &told[peer][method]["result"])
                .with_context(|| format!("{peer}: {method} gave another number of results"))?;
            let version = told[peer]["version"].as_str().unwrap_or("");
            beside.push(format!(
                "{peer} {version} {:.2} ms, {:.1} × ours, results apart by {apart:.0e}",
                theirs * 1e3,
                theirs / seconds
            ));
        }
        results.add(
            &format!("{method} of 10,000 × 50, one thread, quickest of {}", 2 * RUNS),
            &format!("{:.2} ms", seconds * 1e3),
            &beside.join("; "),
            "faster than both",
        );
    }
    Ok(())
}

/// Seconds and result of each of the three.
struct Own([(f64, Vec<f64>); 3]);

impl Own {
    fn measured(matrix: &Matrix, weights: &[f64], directions: &[Direction]) -> anyhow::Result<Self> {
        Ok(Self([
            timed(|| Ok(topsis(matrix, weights, directions, Scale::MinMax, Weighting::Values)?.closeness))?,
            timed(|| Ok(entropy(matrix, ZeroShares::CountNothing)?.weights))?,
            // One of the peers knows no costs here, so all three take every column for a benefit.
            timed(|| Ok(critic(matrix, &[Direction::Benefit; COLUMNS], CriticChoices::default())?.weights))?,
        ]))
    }

    fn quicker(self, other: Self) -> Self {
        let mut quicker = self.0;
        for (kept, again) in quicker.iter_mut().zip(other.0) {
            if again.0 < kept.0 {
                *kept = again;
            }
        }
        Self(quicker)
    }
}

fn timed(work: impl Fn() -> anyhow::Result<Vec<f64>>) -> anyhow::Result<(f64, Vec<f64>)> {
    let mut best = (f64::INFINITY, Vec::new());
    for _ in 0..RUNS {
        let begun = Instant::now();
        let result = work()?;
        let seconds = begun.elapsed().as_secs_f64();
        if seconds < best.0 {
            best = (seconds, result);
        }
    }
    Ok(best)
}

/// Positive cells, skewed as measurements are, columns of different units.
fn drawn() -> Matrix {
    let mut chance = fastrand::Rng::with_seed(7);
    let units: Vec<f64> = (0..COLUMNS).map(|_| 1.0 + 49.0 * chance.f64()).collect();
    let cells = (0..ROWS * COLUMNS)
        .map(|cell| {
            let sum: f64 = (0..4).map(|_| chance.f64()).sum();
            units[cell % COLUMNS] * (0.7 * (sum - 2.0)).exp()
        })
        .collect();
    Matrix::of(COLUMNS, cells)
}

/// What the peers say; none where they are not installed.
fn peers(matrix: &Matrix) -> anyhow::Result<Option<Value>> {
    let python = std::env::var_os("FESTOON_PEERS_PYTHON").unwrap_or_else(|| "python3".into());
    let installed = Command::new(&python).args(["-c", "import pymcdm, skcriteria"]).output()?;
    if !installed.status.success() {
        println!("peers skipped: FESTOON_PEERS_PYTHON names no interpreter with pymcdm and scikit-criteria");
        return Ok(None);
    }

    let file = std::env::temp_dir().join(format!("festoon-bench-{}.matrix", std::process::id()));
    write(matrix, &file)?;
    let script = crate::root().join("bench/peers/indexes.py");
    let done = Command::new(&python).arg(script).arg(&file).arg(RUNS.to_string()).output();
    fs::remove_file(&file)?;
    let done = done?;
    ensure!(done.status.success(), "the peers failed: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).context("the peers' answer").map(Some)
}

/// Two whole numbers and the rows, as the peers read them.
fn write(matrix: &Matrix, file: &Path) -> anyhow::Result<()> {
    let mut bytes = Vec::with_capacity(8 * (2 + ROWS * COLUMNS));
    for size in [matrix.rows(), matrix.columns()] {
        bytes.extend(u64::try_from(size)?.to_le_bytes());
    }
    for row in 0..matrix.rows() {
        bytes.extend(matrix.row(row).iter().flat_map(|cell| cell.to_le_bytes()));
    }
    fs::write(file, bytes)?;
    Ok(())
}

/// The greatest difference of two results; none when they differ in length.
fn apart(own: &[f64], theirs: &Value) -> Option<f64> {
    let theirs: Vec<f64> = theirs.as_array()?.iter().map(Value::as_f64).collect::<Option<_>>()?;
    if theirs.len() != own.len() {
        return None;
    }
    Some(own.iter().zip(&theirs).map(|(own, theirs)| (own - theirs).abs()).fold(0.0, f64::max))
}
