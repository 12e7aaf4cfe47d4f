//! The table of results, printed as it grows and written to a file at the end.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// One line a measurement.
#[derive(Debug, Default)]
pub(crate) struct Results(Vec<[String; 4]>);

impl Results {
    /// What was measured, what came out, beside which floor, and the bar where one is set.
    pub(crate) fn add(&mut self, what: &str, figure: &str, floor: &str, bar: &str) {
        println!(
            "{what}: {figure}; {floor}{}",
            if bar.is_empty() { String::new() } else { format!(" (bar: {bar})") }
        );
        self.0.push([what, figure, floor, bar].map(str::to_owned));
    }

    pub(crate) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let mut text = String::from(
            "# Results\n\n\
             Made by `cargo build --release && cargo run --release -p festoon-bench -- check`.\n\
             Whole processes, the quickest of several runs; the floor stands beside each figure and was measured in the same run.\n\n\
             | what | figure | floor in the same run | bar |\n|---|---|---|---|\n",
        );
        for row in &self.0 {
            writeln!(text, "| {} |", row.join(" | "))?;
        }
        fs::write(path, text)?;
        println!("written to bench/RESULTS.md");
        Ok(())
    }
}
