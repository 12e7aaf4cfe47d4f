//! Any bytes as a day of one-to-one meetings.
#![no_main]

use festoon_exchange::{NamedFile, b2bsp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "day.dzn".into(), bytes: bytes.to_vec() };
    let Ok(day) = b2bsp::read(&file) else { return };
    for meeting in &day.meetings {
        assert!(meeting.one.max(meeting.other) < day.participants.len());
    }
});
