//! Any bytes as an OPass session.json.
#![no_main]

use festoon_exchange::{Format, NamedFile, schedule};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz.json".into(), bytes: bytes.to_vec() };
    let _ = schedule::read(&file, Format::Opass, None);
});
