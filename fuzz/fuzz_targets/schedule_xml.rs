//! Any bytes as a schedule.xml.
#![no_main]

use festoon_exchange::{NamedFile, schedule};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz.xml".into(), bytes: bytes.to_vec() };
    let _ = schedule::read(&file, festoon_exchange::Format::ScheduleXml, None);
});
