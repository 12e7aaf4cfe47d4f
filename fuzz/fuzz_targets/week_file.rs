//! Any bytes as a week file; bytes that do not begin as one are packed first, since a checksum is never guessed.
//! What is read is written and read again, equal.
#![no_main]

use std::io::Write;

use festoon_exchange::week_file::{read, write};
use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

const MAGIC: &[u8] = b"festoon week 1\n";

fuzz_target!(|bytes: &[u8]| {
    let packed = if bytes.starts_with(b"festoon") { bytes.to_vec() } else { packed(bytes) };
    let Ok((head, records)) = read::<Value>(&packed) else { return };
    let written = write(&head, &records);
    assert_eq!(read::<Value>(&written), Ok((head, records)));
});

fn packed(lines: &[u8]) -> Vec<u8> {
    let mut body = GzEncoder::new(MAGIC.to_vec(), Compression::fast());
    body.write_all(lines).expect("memory takes every byte");
    body.finish().expect("memory takes every byte")
}
