//! Any bytes as a conference of the benchmark, and as a solution of one.
#![no_main]

use festoon_exchange::cosplib::{is_conference, read, read_solution};
use festoon_exchange::NamedFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "conference.xlsx".into(), bytes: bytes.to_vec() };
    let _ = is_conference(&file);
    let Ok(conference) = read(&file) else { return };
    let _ = read_solution(&file, &conference);
});
