//! Any bytes as text with separators, in any encoding.
#![no_main]

use festoon_exchange::{Format, NamedFile, sheet::grid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz.csv".into(), bytes: bytes.to_vec() };
    let _ = grid::read(&file, Format::Csv);
});
