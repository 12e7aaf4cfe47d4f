//! How long a week of 48,000 sessions takes, and at which level it is best packed; not judged, since a machine may be busy:
//! `cargo test --release -p festoon-exchange --test whole_weeks -- --ignored --nocapture`.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use festoon_domain::record::{Record, put_together, take_apart};
use festoon_domain::week::Records;
use festoon_exchange::{NamedFile, Options, week_file, week_folder};
use festoon_testkit::planted::{Plan, PlantedWeek};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::sample_folder::Folder;

#[test]
#[ignore = "a measurement"]
fn forty_eight_thousand_sessions() {
    let records = large_week();
    let (bytes, writing) = timed(|| week_file::write(&"head", &records));
    let (_, reading) = timed(|| week_file::read::<String>(&bytes).expect("a week file"));
    let (week, putting) = timed(|| put_together(&records).expect("a week"));
    let (folder, to_folder) = timed(|| week_folder::write(&week));
    let folder = Folder::of(folder);
    let (_, from_folder) = timed(|| folder.read().expect("a week folder"));
    println!(
        "{} records: written in {writing:?}, read in {reading:?}, put together in {putting:?}",
        records.len()
    );
    println!("week folder: written in {to_folder:?}, read in {from_folder:?}");

    let mut lines = Vec::new();
    GzDecoder::new(&bytes[b"festoon week 1\n".len()..]).read_to_end(&mut lines).expect("lines");
    println!("{} bytes of lines, {} in the file", lines.len(), bytes.len());
    for level in 1..=9 {
        let (packed, time) = timed(|| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
            encoder.write_all(&lines).expect("memory");
            encoder.finish().expect("memory")
        });
        println!("level {level}: {} bytes in {time:?}", packed.len());
    }
}

/// The planted week, every session with the abstracts of the sample week cut and joined anew.
fn large_week() -> Vec<Record> {
    let planted = PlantedWeek::grow(Plan { sessions: 48_000, clashes_each: 1, seed: 1 });
    let mut csv = Vec::new();
    planted.write_csv(&mut csv).expect("memory");
    let file = NamedFile { name: "week.csv".into(), bytes: csv };
    let mut programme = festoon_exchange::read(&[file], &Options::default()).expect("a week").programme;

    let sample = Folder::sample().read().expect("the sample week").programme.sessions;
    for (place, session) in programme.sessions.iter_mut().enumerate() {
        session.summary = sample[place % sample.len()].summary.clone();
        session.description = sample[place * 7 % sample.len()].summary.clone();
    }
    let records = take_apart(&Records::of(programme));
    records.into_iter().map(|record| Record { source: None, ..record }).collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let made = work();
    (made, began.elapsed())
}
