//! Any bytes as `figures.toml`: what is read can be written in words and texts held against it, and the rest is refused.
#![no_main]

use festoon_app::claims::{Figures, lint, wordings};
use festoon_exchange::prose::Prose;
use festoon_exchange::{NamedFile, figures};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "figures.toml".into(), bytes: bytes.to_vec() };
    let Ok(ledger) = figures::read(&file) else { return };
    let figures = Figures { file: file.name, ledger };
    let going = figures.going(None, None, Timestamp::UNIX_EPOCH).expect("there was a day");
    let (told, hidden) = wordings(&figures, &going);
    assert_eq!(told.len() + hidden, figures.ledger.figures.len());
    let words: String = told.iter().flat_map(|figure| figure.worded.iter().flatten()).map(|words| words.text.as_str()).collect();
    lint(vec![Prose::pasted("text", &words)], &figures, &going);
});
