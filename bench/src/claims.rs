//! The claims: how quickly texts of 10 MB are held against a ledger, on one thread, and what a one-page file costs as a whole process.
//!
//! The texts are the marked corpus with its marks taken out, over and over; the ledger is the corpus's own and read before the clock starts. Beside each
//! stands what no reader can do without: seeing that the bytes are UTF-8, and walking over them once for their line ends.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, ensure};
use festoon_app::claims::{self, Figures};
use festoon_claims::{Date, Linter, Occasion};
use festoon_exchange::prose::Prose;
use festoon_exchange::{NamedFile, figures};
use jiff::Timestamp;

use crate::measure;
use crate::results::Results;

const MEGABYTE: usize = 1_000_000;
const SIZE: usize = 10 * MEGABYTE;
const RUNS: usize = 5;
const PROCESSES: usize = 20;

pub(crate) fn run(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let corpus = crate::root().join("crates/claims/tests/sets/corpus");
    let figures = ledger(&corpus.join("figures.toml"))?;
    for (folder, language) in [("zh", "Chinese"), ("en", "English")] {
        let text = text(&corpus.join(folder))?;
        speed(language, &text, &figures, results);
    }
    whole_process(festoon, results)
}

fn ledger(path: &Path) -> anyhow::Result<Figures> {
    let file = NamedFile { name: "figures.toml".into(), bytes: fs::read(path)? };
    let ledger = figures::read(&file)
        .ok()
        .with_context(|| format!("{} is not read: `festoon claims lint` says why", path.display()))?;
    Ok(Figures { file: file.name, ledger })
}

/// Finding and judging alone; the same with every place looked up, as the command does; a fifth of the text, to see that time grows with it.
fn speed(language: &str, text: &str, figures: &Figures, results: &mut Results) {
    let linter = Linter::new(&figures.ledger);
    let occasion = Occasion {
        day: Date { year: Some(2022), month: 6, day: Some(27) },
        at: noon(),
        week: Some("chenghu-2022".to_owned()),
    };
    let (found, seconds) = timed(|| linter.lint(text, &occasion).len());
    let (_, floor) = timed(|| bytes_only(text));
    let fifth = &text[..text.floor_char_boundary(text.len() / 5)];
    let (_, seconds_of_fifth) = timed(|| linter.lint(fifth, &occasion).len());
    let (_, whole) = timed(|| {
        let going = figures.going(None, None, noon()).expect("a day of our era");
        claims::lint(vec![Prose::pasted("text", text)], figures, &going).texts.len()
    });
    let megabytes = megabytes(text);
    let ratio = seconds / floor;
    results.add(
        &format!(
            "claims: {language} text of {megabytes:.1} MB, {found} claims found and held against {} figures, one thread",
            figures.ledger.figures.len()
        ),
        &format!(
            "{:.1} MB/s; with the places of the report {:.1} MB/s; a fifth of it {:.2} of the time",
            megabytes / seconds,
            megabytes / whole,
            seconds_of_fifth / seconds
        ),
        &format!("validating and walking its bytes {:.0} MB/s: ratio {ratio:.0}", megabytes / floor),
        "20 MB/s",
    );
}

/// What any reader of a text must do.
fn bytes_only(text: &str) -> usize {
    let bytes = black_box(text.as_bytes());
    let valid = std::str::from_utf8(bytes).map_or(0, str::len);
    valid + memchr::memchr_iter(b'\n', bytes).count()
}

fn whole_process(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let sample = crate::root().join("demo/claims");
    let named = |name: &str| -> anyhow::Result<String> {
        Ok(sample.join(name).to_str().context("a path in UTF-8")?.to_owned())
    };
    let (page, figures) = (named("release.zh.txt")?, named("figures.toml")?);
    let festoon = festoon.to_str().context("a path in UTF-8")?;
    let output = std::env::temp_dir().join(format!("festoon-bench-{}.claims", std::process::id()));
    let lint = [festoon, "claims", "lint", &page, "--figures", &figures, "--day", "2021-06-24"];
    let own = median(&lint, &output, 1)?;
    let floor = median(&[festoon, "--version"], &output, 0)?;
    fs::remove_file(&output)?;
    results.add(
        &format!(
            "festoon claims lint, a page of {} bytes, whole process, median of {PROCESSES}",
            fs::metadata(&page)?.len()
        ),
        &format!("{:.1} ms, {:.0} MB", own.seconds * 1e3, own.peak_mb),
        &format!("only starting it {:.1} ms: ratio {:.1}", floor.seconds * 1e3, own.seconds / floor.seconds),
        "100 ms",
    );
    Ok(())
}

fn median(command: &[&str], output: &Path, code: i64) -> anyhow::Result<measure::Cost> {
    let mut costs = Vec::new();
    for _ in 0..PROCESSES {
        let cost = measure::once(command, output)?;
        ensure!(cost.code == code, "{command:?} ended with {}, not {code}", cost.code);
        costs.push(cost);
    }
    costs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    Ok(costs[PROCESSES / 2])
}

/// The quickest run in seconds, and what it came to.
fn timed(work: impl Fn() -> usize) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for _ in 0..RUNS {
        let begun = Instant::now();
        let result = black_box(work());
        let seconds = begun.elapsed().as_secs_f64();
        if seconds < best.1 {
            best = (result, seconds);
        }
    }
    best
}

/// The paragraphs of a folder as they were published, repeated until there are [`SIZE`] bytes.
fn text(folder: &Path) -> anyhow::Result<String> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut once = String::new();
    for path in paths {
        let marked = fs::read_to_string(path)?;
        for line in marked.lines().filter(|line| !line.starts_with("# ")) {
            unmarked(line, &mut once);
        }
    }
    ensure!(!once.trim().is_empty(), "{} holds no text", folder.display());
    Ok(once.repeat(SIZE.div_ceil(once.len())))
}

/// A line without its marks, `⟦words|what they say⟧`.
fn unmarked(line: &str, into: &mut String) {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟦') {
        into.push_str(before);
        let (mark, behind) = after.split_once('⟧').unwrap_or((after, ""));
        into.push_str(mark.split_once('|').map_or(mark, |(words, _)| words));
        rest = behind;
    }
    into.push_str(rest);
    into.push('\n');
}

fn megabytes(text: &str) -> f64 {
    f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX)) / 1e6
}

/// 2022-06-27T12:00:00+08:00, the day on which the corpus's texts go out.
fn noon() -> Timestamp {
    Timestamp::constant(1_656_302_400, 0)
}
