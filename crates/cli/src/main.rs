//! The binary `festoon`: words in from a terminal, words out.
//!
//! Every command is a file; here is only the tree of them.
//! Exit code 0 is done, 1 is done and the answer is "no", 2 is bad use or bad input.

mod check;
mod complaint;
mod convert;
mod demo;
mod guard;
mod inputs;
mod language;
mod progress;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Festoon runs a city's innovation week from one binary.
#[derive(Debug, Parser)]
#[command(name = "festoon", version, about, after_help = "Without a command: festoon demo")]
struct Festoon {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    Check(Box<check::Check>),
    Convert(Box<convert::Convert>),
}

fn main() -> ExitCode {
    match Festoon::parse().command.unwrap_or_else(|| Command::Demo(demo::Demo::default())) {
        Command::Demo(demo) => demo.run(),
        Command::Check(check) => check.run(),
        Command::Convert(convert) => convert.run(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the edge reads the clock once and passes it on")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}
