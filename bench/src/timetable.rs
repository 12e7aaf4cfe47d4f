//! The planner: public conferences and meetings through the whole program, a generated city week and a late change of it, beside CP-SAT with
//! as much time and the results the field has published.
//!
//! A full run is long: each conference takes six times the seconds, so cheaper runs give fewer seconds or name what they want. CP-SAT comes
//! from its own registry into a folder beside the binaries; see [`peer`].

mod bytes;
mod conferences;
mod export;
mod generated;
mod meetings;
mod peer;
mod speed;
mod week;

use std::path::{Path, PathBuf};

use crate::results::Results;

/// Each figure is the median of what these find.
const SEEDS: [u64; 3] = [1, 2, 3];

/// How long each search may take, and what is wanted.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) seconds: f64,
    /// Names of instances, or of parts: `conferences`, `meetings`, `week`, `bytes`, `speed`. Empty is everything.
    pub(crate) names: Vec<String>,
}

impl Asked {
    pub(crate) const fn all(seconds: f64) -> Self {
        Self { seconds, names: Vec::new() }
    }

    fn wants(&self, part: &str, name: &str) -> bool {
        let named = |asked: &String| asked.eq_ignore_ascii_case(name) || asked.eq_ignore_ascii_case(part);
        self.names.is_empty() || self.names.iter().any(named)
    }
}

/// Measures what is asked for.
pub(crate) fn run(festoon: &Path, asked: &Asked, results: &mut Results) -> anyhow::Result<()> {
    let folder = festoon.parent().unwrap_or(Path::new(".")).join("bench");
    std::fs::create_dir_all(&folder)?;
    let bench = Bench { festoon, folder: &folder, asked };
    conferences::published(&bench, results)?;
    conferences::run(&bench, results)?;
    speed::run(&bench, results)?;
    bytes::run(&bench, results)?;
    meetings::run(&bench, results)?;
    week::run(&bench, results)
}

/// What every part needs.
struct Bench<'a> {
    festoon: &'a Path,
    /// For what is written on the way.
    folder: &'a Path,
    asked: &'a Asked,
}

/// The folder with the real files.
fn real_files() -> PathBuf {
    let named = std::env::var_os("FESTOON_REAL_DATA");
    named.map_or_else(|| crate::root().join("../shared/data"), Into::into).join("timetable")
}

/// The middle of an odd number of figures; nothing where the middle one has none.
fn median(figures: &[Option<i64>]) -> Option<i64> {
    let mut figures = figures.to_vec();
    // What was not found at all comes last.
    figures.sort_by_key(|figure| figure.unwrap_or(i64::MAX));
    figures.get(figures.len() / 2).copied().flatten()
}

/// Figures for a cell: `—` where nothing was found.
fn listed(figures: &[Option<i64>]) -> String {
    let words: Vec<String> = figures.iter().map(|figure| shown(*figure)).collect();
    words.join(", ")
}

fn shown(figure: Option<i64>) -> String {
    figure.map_or_else(|| "—".to_owned(), |figure| figure.to_string())
}

/// One figure as a part of another.
#[expect(clippy::cast_precision_loss, reason = "a ratio is shown to three digits")]
fn ratio(figure: i64, of: i64) -> String {
    if figure == of { "1.000".to_owned() } else { format!("{:.3}", figure as f64 / of as f64) }
}
