//! `festoon timetable`: a timetable is searched for, and what one costs is told.
//!
//! What FILE is, its content decides: see [`source`].

mod score;
mod solve;
mod source;
mod told;

use std::process::ExitCode;

use clap::Subcommand;

/// Find a timetable, or say what one costs · 编排时间表，或给时间表评分
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable solve OR60F.xlsx --seconds 60 -o plan.xlsx
  festoon timetable score OR60F.xlsx plan.xlsx")]
pub(crate) struct Timetable {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Solve(solve::Solve),
    Score(score::Score),
}

impl Timetable {
    /// A planner asks.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Solve(solve) => solve.run(),
            Command::Score(score) => score.run(),
        }
    }
}
