//! Any bytes as the columns said by hand.
#![no_main]

use festoon_exchange::{NamedFile, sheet::ColumnMap};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "map.toml".into(), bytes: bytes.to_vec() };
    let _ = ColumnMap::parse(&file);
});
