//! Any bytes as a schedule.json, in either version.
#![no_main]

use festoon_exchange::{Format, NamedFile, schedule};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz.json".into(), bytes: bytes.to_vec() };
    let _ = Format::of(&file);
    let _ = schedule::read(&file, Format::ScheduleJson, None);
    let _ = schedule::read(&file, Format::Schedule2, None);
});
