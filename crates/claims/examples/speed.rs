//! How many megabytes a second are read: the true texts of the corpus, repeated, found in and held against their ledger, on one thread.
//!
//! `cargo run --release -p festoon-claims --example speed [MEGABYTES]`

use festoon_claims::{Date, Ledger, Linter, Occasion, find};
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// How often each size is read; the fastest counts.
const TIMES: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let megabytes: usize = std::env::args().nth(1).map_or(Ok(10), |size| size.parse())?;
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets/corpus");
    let ledger = Ledger::parse(&std::fs::read_to_string(corpus.join("figures.toml"))?)
        .map_err(|fault| format!("{fault:?}"))?;
    let linter = Linter::new(&ledger);
    let occasion = Occasion {
        day: Date::parse("2022-06-27").ok_or("a day")?,
        at: "2022-06-27T12:00:00+08:00".parse()?,
        week: Some("chenghu-2022".to_owned()),
    };
    println!(
        "{:10} {:>9} {:>9} {:>9} {:>12} {:>12}",
        "language", "MB", "claims", "alarms", "find MB/s", "lint MB/s"
    );
    for folder in ["zh", "en"] {
        let once = plain(&corpus.join(folder))?;
        // Half the size as well: a time that grows faster than the text would show.
        for size in [megabytes * 500_000, megabytes * 1_000_000] {
            let text = once.repeat(size / once.len() + 1);
            let (found, finding) = fastest(|| find(&text).len());
            let (alarms, linting) = fastest(|| {
                let findings = linter.lint(&text, &occasion);
                findings.iter().filter(|finding| finding.verdict.is_alarm()).count()
            });
            #[expect(clippy::cast_precision_loss, reason = "megabytes to be printed")]
            let size = text.len() as f64 / 1e6;
            println!(
                "{folder:10} {size:9.1} {found:9} {alarms:9} {:12.1} {:12.1}",
                size / finding,
                size / linting
            );
        }
    }
    Ok(())
}

/// What `work` comes to, and the seconds of its fastest time.
fn fastest<T>(work: impl Fn() -> T) -> (T, f64) {
    let mut best = None;
    for _ in 0..TIMES {
        let start = Instant::now();
        let result = black_box(work());
        let took = start.elapsed().as_secs_f64();
        if best.as_ref().is_none_or(|(_, least)| took < *least) {
            best = Some((result, took));
        }
    }
    best.expect("it is done more than once")
}

/// The texts of a folder as they were published: without title lines and marks.
fn plain(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut plain = String::new();
    for path in paths {
        for line in std::fs::read_to_string(path)?.lines().filter(|line| !line.starts_with("# ")) {
            let mut rest = line;
            while let Some((before, marked)) = rest.split_once('⟦') {
                let (mark, after) = marked.split_once('⟧').ok_or("an open mark")?;
                plain.push_str(before);
                plain.push_str(mark.split('|').next().unwrap_or_default());
                rest = after;
            }
            plain.push_str(rest);
            plain.push('\n');
        }
    }
    Ok(plain)
}
