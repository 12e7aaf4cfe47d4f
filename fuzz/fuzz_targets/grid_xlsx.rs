//! Any bytes as a workbook of Excel 2007 and later.
#![no_main]

use festoon_exchange::{Format, NamedFile, sheet::grid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz.xlsx".into(), bytes: bytes.to_vec() };
    let _ = grid::read(&file, Format::Xlsx);
});
