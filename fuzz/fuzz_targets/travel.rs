//! Any bytes as a table of roads.
#![no_main]

use festoon_exchange::{NamedFile, travel};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "travel.csv".into(), bytes: bytes.to_vec() };
    let _ = travel::read(&file);
});
