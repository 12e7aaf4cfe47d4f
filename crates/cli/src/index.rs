//! `festoon index`: indexes are computed, studied, published and verified.

mod folder;
mod given;
mod report;
mod run;
mod sensitivity;
mod told;
mod verify;

use std::process::ExitCode;

use clap::Subcommand;

/// Compute indexes, say how firm each rank is, and verify what others computed · 计算评价指数，检验名次，核对结果
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon index run --framework demo/indexes/framework.toml --data demo/indexes/districts.csv --out audit
  festoon index sensitivity --framework demo/indexes/framework.toml --data demo/indexes/districts.csv --runs 2000
  festoon index report --framework demo/indexes/framework.toml --data demo/indexes/districts.csv -o report.html
  festoon index verify audit

What stands in the files: docs/framework-toml.md
文件写法见 docs/framework-toml.md")]
pub(crate) struct Index {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Run),
    Sensitivity(sensitivity::Sensitivity),
    Report(report::Report),
    Verify(verify::Verify),
}

impl Index {
    /// An evaluator asks.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Run(run) => run.run(),
            Command::Sensitivity(sensitivity) => sensitivity.run(),
            Command::Report(report) => report.run(),
            Command::Verify(verify) => verify.run(),
        }
    }
}
