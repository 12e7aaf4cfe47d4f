//! `festoon timetable`: a timetable is searched for, what one costs is told, and why it is not another.
//!
//! What FILE is, its content decides, and a word that is no file is a week of the database: see [`source`].

mod costs;
mod explain;
mod score;
mod solve;
mod source;
mod told;

use std::process::ExitCode;

use clap::Subcommand;

/// Find a timetable, say what one costs, or why it is not another · 编排时间表，评分，或解释原因
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable solve demo/week --seconds 60 -o planned
  festoon timetable explain demo/week --why-not fnc-welcome --at \"2021-06-22 10:00\" --room pmc-purple-hall
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
    Explain(explain::Explain),
}

impl Timetable {
    /// A planner asks.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Solve(solve) => solve.run(),
            Command::Score(score) => score.run(),
            Command::Explain(explain) => explain.run(),
        }
    }
}
