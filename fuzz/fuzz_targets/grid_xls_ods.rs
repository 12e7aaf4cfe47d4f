//! Any bytes as a workbook of Excel before 2007 and as one of LibreOffice.
#![no_main]

use festoon_exchange::{Format, NamedFile, sheet::grid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz".into(), bytes: bytes.to_vec() };
    let _ = grid::read(&file, Format::Xls);
    let _ = grid::read(&file, Format::Ods);
});
