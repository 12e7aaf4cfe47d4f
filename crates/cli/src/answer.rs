//! What a command that looks into the memory answers: for people or for programs, and an exit code.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use festoon_domain::text::Lang;
use jiff::Timestamp;
use serde_json::Value;

use crate::complaint::{self, Complaint};
use crate::guard::guarded;
use crate::language;

/// How things are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON object.
    Json,
}

/// What a command has to say.
#[derive(Debug)]
pub(crate) struct Answer {
    /// For people, in the terminal's language; lines.
    pub(crate) text: String,
    /// For programs.
    pub(crate) json: Value,
    /// What it comes to.
    pub(crate) verdict: Verdict,
}

/// What an answer comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Done.
    Done,
    /// Done, and somebody should look: conflicts, something missing, something unhealthy, nothing to release.
    No,
}

/// An instant as programs read it: in UTC, to the second. What is kept is finer, but no clock beside it is.
pub(crate) fn stamp(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Runs a command and tells what came of it: exit 0 done, 1 done and the answer is "no", 2 it could not be done.
pub(crate) fn answer(
    format: Format,
    command: impl FnOnce(Lang) -> Result<Answer, Vec<Complaint>>,
) -> ExitCode {
    answer_in(language::of_terminal(), format, command)
}

/// The same in a language that was asked for.
pub(crate) fn answer_in(
    lang: Lang,
    format: Format,
    command: impl FnOnce(Lang) -> Result<Answer, Vec<Complaint>>,
) -> ExitCode {
    answer_into(None, lang, format, command)
}

/// The same into a file, where one is named.
pub(crate) fn answer_into(
    file: Option<&Path>,
    lang: Lang,
    format: Format,
    command: impl FnOnce(Lang) -> Result<Answer, Vec<Complaint>>,
) -> ExitCode {
    let told = guarded(|| command(lang)).and_then(|answer| {
        let text = match format {
            Format::Text => answer.text,
            Format::Json => format!("{}\n", answer.json),
        };
        if let Some(path) = file {
            fs::write(path, text).map_err(|error| vec![Complaint::unwritable(path, &error)])?;
            return Ok(answer.verdict);
        }
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(vec![Complaint::unprintable(&error)])
            }
            _ => Ok(answer.verdict),
        }
    });
    match told {
        Ok(Verdict::Done) => ExitCode::SUCCESS,
        Ok(Verdict::No) => ExitCode::from(1),
        Err(complaints) => {
            let mut err = io::stderr().lock();
            // Nothing is left to do where standard error itself is closed.
            let _unwritten = match format {
                Format::Text => complaint::write(&complaints, lang, &mut err),
                Format::Json => complaint::write_json(&complaints, &mut err),
            };
            ExitCode::from(2)
        }
    }
}
