//! Reading schedules of every format, from the size of the largest that is published to a hundred megabytes.
//!
//! The files of the other formats are what `festoon convert` makes of the generated schedule.xml, so all hold the same
//! events. Reading is a process of its own that reads and counts; beside it, one that only splits the bytes or the markup.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

use crate::results::Results;
use crate::{measure, schedule};

/// Events: the largest congress, then four times as many, up to about a hundred megabytes.
const SIZES: [u32; 4] = [1_351, 5_404, 21_616, 43_232];
const FORMATS: [(&str, &str); 5] = [
    ("schedule-xml", "xml"),
    ("schedule-json", "json"),
    ("opass", "opass.json"),
    ("ics", "ics"),
    ("csv", "csv"),
];

/// Reads one file and counts, for the process that is measured.
pub(crate) fn count(file: &Path) -> anyhow::Result<()> {
    let name = file.file_name().context("a file has a name")?.to_string_lossy();
    let file = festoon_exchange::NamedFile { name: name.as_ref().into(), bytes: fs::read(file)? };
    let reading = festoon_exchange::read(&[file], &festoon_exchange::Options::default())
        .map_err(|refusals| anyhow::anyhow!("refused: {refusals:?}"))?;
    println!("{}", reading.programme.occurrences.len());
    // The process ends here; giving everything back one by one would only take time.
    std::mem::forget(reading);
    Ok(())
}

pub(crate) fn run(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let folder = festoon.parent().context("a binary lies in a folder")?.join("bench");
    fs::create_dir_all(&folder)?;
    let mut curves = vec![Vec::new(); FORMATS.len()];
    for events in SIZES {
        let source = folder.join(format!("read-{events}.source.xml"));
        fs::write(&source, schedule::xml(events))?;
        for (curve, (format, ending)) in curves.iter_mut().zip(FORMATS) {
            let path = folder.join(format!("read-{events}.{ending}"));
            let convert = [text(festoon)?, "convert", text(&source)?, "--to", format, "--lang", "en", "-o"];
            let cost = measure::once(&[&convert[..], &[text(&path)?]].concat(), &folder.join("out"))?;
            ensure!(cost.code == 0, "the generated schedule could not be converted to {format}");
            // OPass says every text twice, and what is larger than any file that is taken is not measured.
            if fs::metadata(&path)?.len() > festoon_exchange::NamedFile::LARGEST_BYTES {
                fs::remove_file(&path)?;
                continue;
            }
            curve.push(one(&path, format, events, cost.seconds, results)?);
            fs::remove_file(&path)?;
        }
        fs::remove_file(&source)?;
    }
    for (curve, (format, _)) in curves.iter().zip(FORMATS) {
        let step = |pair: &[(f64, f64)]| (pair[1].1 / pair[0].1).ln() / (pair[1].0 / pair[0].0).ln();
        let steps: Vec<String> = curve.windows(2).map(|pair| format!("{:.2}", step(pair))).collect();
        let what = format!("reading {format}: exponent of time over events, from size to size");
        results.add(&what, &steps.join(", "), "linear has 1.0", "linear");
    }
    Ok(())
}

/// Events and seconds.
fn one(
    path: &Path,
    format: &str,
    events: u32,
    converting: f64,
    results: &mut Results,
) -> anyhow::Result<(f64, f64)> {
    let own = std::env::current_exe()?;
    let output = path.with_extension("count");
    let cost = measure::best_of(5, &[text(&own)?, "count", text(path)?], &output)?;
    let read = fs::read_to_string(&output)?;
    ensure!(read.trim() == events.to_string(), "{events} events were written, {read} were read");
    let kind = if format == "schedule-xml" { "markup" } else { "lines" };
    let floor = measure::best_of(5, &[text(&own)?, "floor", kind, text(path)?], &output)?;
    fs::remove_file(&output)?;
    let megabytes = schedule::megabytes(path)?;
    let floor_words = if kind == "markup" { "only its markup" } else { "only its bytes" };
    results.add(
        &format!("reading {format}, {events} events, {megabytes:.1} MB"),
        &format!(
            "{:.0} ms, {:.0} MB/s, {:.0} MB; converted to it from schedule.xml in {:.0} ms",
            cost.seconds * 1e3,
            megabytes / cost.seconds,
            cost.peak_mb,
            converting * 1e3,
        ),
        &format!("{floor_words} {:.0} ms, ratio {:.1}", floor.seconds * 1e3, cost.seconds / floor.seconds),
        if events == SIZES[0] && format == "schedule-xml" { "100 ms" } else { "" },
    );
    Ok((f64::from(events), cost.seconds))
}

fn text(path: &Path) -> anyhow::Result<&str> {
    path.to_str().context("a path in UTF-8")
}
