//! The binary `festoon`.

mod check;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "festoon", version, about = "A city's innovation week, kept whole.")]
struct Festoon {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Box<check::Check>),
}

fn main() -> ExitCode {
    match Festoon::parse().command {
        Command::Check(check) => check.run(),
    }
}
