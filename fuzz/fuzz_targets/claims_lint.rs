//! Any text, or two beside each other, held against known figures: what is told stands at places that exist, in the order of the text, and what
//! could stand instead can be put there.
#![no_main]

use std::sync::LazyLock;

use festoon_app::claims::{Figures, Going, lint};
use festoon_exchange::prose::Prose;
use festoon_exchange::{NamedFile, figures};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

static KNOWN: LazyLock<(Figures, Going)> = LazyLock::new(|| {
    let bytes = include_bytes!("../../crates/claims/tests/sets/corpus/figures.toml").to_vec();
    let file = NamedFile { name: "figures.toml".into(), bytes };
    let ledger = figures::read(&file).expect("the figures of the corpus");
    let figures = Figures { file: file.name, ledger };
    let at: Timestamp = "2022-06-27T04:00:00Z".parse().expect("an instant");
    let going = figures.going(None, Some("chenghu-2022".into()), at).expect("a day");
    (figures, going)
});

fuzz_target!(|bytes: &[u8]| {
    let (figures, going) = &*KNOWN;
    let pasted = |bytes: &[u8]| Prose::pasted("text", &String::from_utf8_lossy(bytes));
    let texts: Vec<Prose> = bytes.splitn(2, |byte| *byte == 0x1e).map(pasted).collect();
    let report = lint(texts, figures, going);
    for text in &report.texts {
        let mut last = 0;
        for claim in &text.claims {
            assert!(!text.words(&claim.stand).is_empty() && claim.stand.bytes.start >= last);
            last = claim.stand.bytes.start;
            let verdict = claim.verdict.as_ref().expect("held against figures");
            assert!(verdict.suggestion.as_ref().is_none_or(|words| !words.is_empty()));
        }
    }
});
