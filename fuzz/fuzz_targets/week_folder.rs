//! Any bytes as files of a week folder, each behind its name and a line feed, with a record separator between two; files that are not
//! among them are those of an empty week. What is read is written, read and written again: equal records and equal bytes.
#![no_main]

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use festoon_domain::programme::Programme;
use festoon_domain::record::{Record, take_apart};
use festoon_domain::week::{Records, Week};
use festoon_exchange::week_folder::{read, write};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

type Folder = HashMap<String, Vec<u8>>;

static EMPTY: LazyLock<Folder> = LazyLock::new(|| {
    let week = Records::of(Programme::empty(Week::unnamed(TimeZone::UTC)));
    write(&week).into_iter().collect()
});

fuzz_target!(|bytes: &[u8]| {
    let mut folder = EMPTY.clone();
    for file in bytes.split(|byte| *byte == 0x1e) {
        let Some(end) = file.iter().position(|byte| *byte == b'\n') else { continue };
        folder.insert(String::from_utf8_lossy(&file[..end]).into_owned(), file[end + 1..].to_vec());
    }
    let Ok(week) = opened(&folder) else { return };
    let written: Folder = write(&week).into_iter().collect();
    let again =
        opened(&written).unwrap_or_else(|refusals| panic!("what was written is refused: {refusals:?}"));
    assert_eq!(said(&again), said(&week));
    assert_eq!(write(&again).into_iter().collect::<Folder>(), written);
});

fn opened(folder: &Folder) -> Result<Records, Vec<festoon_exchange::Refusal>> {
    read(&|name| folder.get(name).cloned().map(Cow::Owned))
}

fn said(week: &Records) -> Vec<Record> {
    let mut records: Vec<Record> =
        take_apart(week).into_iter().map(|record| Record { source: None, ..record }).collect();
    records.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
    records
}
