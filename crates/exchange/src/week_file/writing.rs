//! Records to bytes.

use std::io::Write;

use festoon_domain::record::{Kind, Record, Value};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;

use super::{FORMAT, MAGIC};

/// Of the levels the one after which files hardly shrink, and time grows.
const LEVEL: u32 = 3;

/// Lines go to the compressor in pieces of this many bytes.
const PIECE: usize = 1 << 16;

/// A head and records as a week file; records come back in their order.
///
/// A number that is none (`NaN`) comes back as nothing.
///
/// # Panics
/// If the head cannot be said in JSON: a map whose keys are no texts.
#[must_use]
pub fn write<H: Serialize>(head: &H, records: &[Record]) -> Vec<u8> {
    let mut bytes = [MAGIC, FORMAT.as_bytes(), b"\n"].concat();
    let mut body = GzEncoder::new(&mut bytes, Compression::new(LEVEL));
    let mut lines = Vec::with_capacity(2 * PIECE);

    json(&mut lines, head);
    lines.push(b'\n');
    let mut kind = None;
    for record in records {
        if kind != Some(record.kind) {
            kind = Some(record.kind);
            heading(&mut lines, record.kind);
        }
        row(&mut lines, record);
        if lines.len() >= PIECE {
            body.write_all(&lines).expect("memory takes every byte");
            lines.clear();
        }
    }
    body.write_all(&lines).expect("memory takes every byte");
    body.finish().expect("memory takes every byte");
    bytes
}

fn heading(lines: &mut Vec<u8>, kind: Kind) {
    #[derive(Serialize)]
    struct Heading {
        kind: &'static str,
        fields: Vec<&'static str>,
    }
    let fields = kind.fields().iter().map(|field| field.name).collect();
    json(lines, &Heading { kind: kind.word(), fields });
    lines.push(b'\n');
}

fn row(lines: &mut Vec<u8>, record: &Record) {
    lines.push(b'[');
    json(lines, &record.key);
    let said = record.values.iter().rposition(|value| *value != Value::Nothing).map_or(0, |last| last + 1);
    for value in &record.values[..said] {
        lines.push(b',');
        match value {
            Value::Nothing => lines.extend_from_slice(b"null"),
            Value::Words(words) => json(lines, words),
            Value::Number(number) => json(lines, number),
            Value::Decimal(number) => json(lines, number),
            Value::Flag(flag) => json(lines, flag),
            Value::Instant(instant) => json(lines, &instant.as_microsecond()),
            Value::List(list) => json(lines, list),
        }
    }
    lines.extend_from_slice(b"]\n");
}

fn json(lines: &mut Vec<u8>, value: &(impl Serialize + ?Sized)) {
    serde_json::to_writer(lines, value).expect("memory takes every byte, and the head is said in JSON");
}
