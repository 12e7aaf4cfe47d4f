//! The binary `festoon`: words in from a terminal, words out.
//!
//! Every command is a file; here is only the tree of them.
//! Exit code 0 is done, 1 is done and the answer is "no", 2 is bad use or bad input.

mod check;
mod claims;
mod convert;
mod index;
mod meetings;
mod timetable;

mod demo;
mod import;
mod notice;
mod release;
mod releases;
mod serve;

mod backup;
mod doctor;
mod edit;
mod export;
mod journal;
mod migrate;
mod restore;
mod tasks;
mod upload;
mod weeks;

mod answer;
mod arguments;
mod changes;
mod complaint;
mod configuration;
mod database;
mod guard;
mod inputs;
mod interrupt;
mod language;
mod patience;
mod progress;
mod running;
mod whole;

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
    Claims(Box<claims::Claims>),
    Convert(Box<convert::Convert>),
    Timetable(Box<timetable::Timetable>),
    Meetings(Box<meetings::Meetings>),
    Index(Box<index::Index>),
    Import(Box<import::Import>),
    Edit(Box<edit::EditField>),
    Upload(Box<upload::UploadFile>),
    Release(Box<release::Release>),
    Notice(Box<notice::Notice>),
    Serve(Box<serve::Serve>),
    Weeks(Box<weeks::Weeks>),
    Releases(Box<releases::Releases>),
    Journal(Box<journal::Journal>),
    Tasks(Box<tasks::Tasks>),
    Export(Box<export::Export>),
    Backup(Box<backup::Backup>),
    Restore(Box<restore::Restore>),
    Migrate(Box<migrate::Migrate>),
    Doctor(Box<doctor::Doctor>),
}

fn main() -> ExitCode {
    match arguments::read::<Festoon>().command.unwrap_or_else(|| Command::Demo(demo::Demo::default())) {
        Command::Demo(demo) => demo.run(),
        Command::Check(check) => check.run(),
        Command::Claims(claims) => claims.run(),
        Command::Convert(convert) => convert.run(),
        Command::Timetable(timetable) => timetable.run(),
        Command::Meetings(meetings) => meetings.run(),
        Command::Index(index) => index.run(),
        Command::Import(import) => import.run(),
        Command::Edit(edit) => edit.run(),
        Command::Upload(upload) => upload.run(),
        Command::Release(release) => release.run(),
        Command::Notice(notice) => notice.run(),
        Command::Serve(serve) => serve.run(),
        Command::Weeks(weeks) => weeks.run(),
        Command::Releases(releases) => releases.run(),
        Command::Journal(journal) => journal.run(),
        Command::Tasks(tasks) => tasks.run(),
        Command::Export(export) => export.run(),
        Command::Backup(backup) => backup.run(),
        Command::Restore(restore) => restore.run(),
        Command::Migrate(migrate) => migrate.run(),
        Command::Doctor(doctor) => doctor.run(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the edge reads the clock once and passes it on")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}
