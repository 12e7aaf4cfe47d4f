//! Any bytes as a calendar, and as the feed before one of ours.
#![no_main]

use festoon_exchange::outlet::Previous;
use festoon_exchange::{Format, NamedFile, schedule};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz.ics".into(), bytes: bytes.to_vec() };
    let _ = schedule::read(&file, Format::Ics, None);
    let _ = Previous::read(bytes);
});
