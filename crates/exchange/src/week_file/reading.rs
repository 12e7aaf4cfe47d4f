//! Bytes to records.
//!
//! Nothing in the bytes makes this panic, or take more than [`LIMIT`]: what they unpack to is counted, and so is what it becomes.

mod row;

use std::io::{BufRead, BufReader, Read, Take};

use festoon_domain::record::{Kind, Record};
use flate2::bufread::GzDecoder;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use self::row::{Columns, Room};
use super::{FORMAT, LIMIT, MAGIC, WeekFileFault as Fault};

/// The head and the records of a week file.
///
/// # Errors
/// What is wrong with the bytes; that their checksum is right is only known at their end, so nothing is given before.
pub fn read<H: DeserializeOwned>(bytes: &[u8]) -> Result<(H, Vec<Record>), Fault> {
    read_within(bytes, LIMIT)
}

fn read_within<H: DeserializeOwned>(bytes: &[u8], limit: u64) -> Result<(H, Vec<Record>), Fault> {
    let mut lines = Lines::new(body(bytes)?, limit);
    let head = lines.next()?.ok_or_else(|| Fault::Damaged("no head".into()))?;
    let head = serde_json::from_slice(head).map_err(|error| Fault::Head(error.to_string()))?;

    let mut records = Vec::new();
    let mut columns = None;
    let mut room = Room::new(limit);
    while let Some(line) = lines.next()? {
        if line.first() == Some(&b'{') {
            columns = Some(heading(line)?);
            continue;
        }
        let columns: &Columns =
            columns.as_ref().ok_or_else(|| Fault::Damaged("a record of no kind".into()))?;
        let record = row::read(line, columns, &mut room);
        let fault = |error: serde_json::Error| {
            if room.is_left() { lines.damaged(&error.to_string()) } else { Fault::TooLarge }
        };
        records.push(record.map_err(fault)?);
    }
    Ok((head, records))
}

/// What stands behind the first line.
fn body(bytes: &[u8]) -> Result<&[u8], Fault> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(Fault::Other)?;
    // Of a number nobody would write twenty digits.
    let end = rest.iter().take(20).position(|byte| *byte == b'\n').ok_or(Fault::Other)?;
    let format = &rest[..end];
    if format.is_empty() || !format.iter().all(u8::is_ascii_digit) {
        return Err(Fault::Other);
    }
    if format != FORMAT.as_bytes() {
        return Err(Fault::Format(String::from_utf8_lossy(format).into_owned()));
    }
    Ok(&rest[end + 1..])
}

fn heading(line: &[u8]) -> Result<Columns, Fault> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Heading {
        kind: String,
        fields: Vec<String>,
    }
    let heading: Heading = serde_json::from_slice(line).map_err(|error| Fault::Damaged(error.to_string()))?;
    let kind = Kind::from_word(&heading.kind).ok_or(Fault::UnknownKind(heading.kind))?;
    let mut places = Vec::with_capacity(heading.fields.len().min(kind.fields().len()));
    for name in heading.fields {
        let Some(place) = kind.fields().iter().position(|field| field.name == name) else {
            return Err(Fault::UnknownField(kind, name));
        };
        if places.contains(&place) {
            return Err(Fault::Damaged(format!("“{name}” twice")));
        }
        places.push(place);
    }
    Ok(Columns { kind, places })
}

/// The unpacked lines, one at a time.
struct Lines<'a> {
    body: Take<BufReader<GzDecoder<&'a [u8]>>>,
    line: Vec<u8>,
    number: usize,
}

impl<'a> Lines<'a> {
    fn new(body: &'a [u8], limit: u64) -> Self {
        let body = BufReader::with_capacity(1 << 16, GzDecoder::new(body)).take(limit);
        Self { body, line: Vec::new(), number: 0 }
    }

    /// The next line without its end; nothing when all was read and the checksum is right.
    fn next(&mut self) -> Result<Option<&[u8]>, Fault> {
        self.line.clear();
        self.number += 1;
        let read = self.body.read_until(b'\n', &mut self.line);
        read.map_err(|error| Fault::Damaged(error.to_string()))?;
        if self.line.pop_if(|byte| *byte == b'\n').is_some() {
            return Ok(Some(&self.line));
        }
        if self.body.limit() == 0 {
            return Err(Fault::TooLarge);
        }
        if !self.line.is_empty() {
            return Err(self.damaged("it ends within a line"));
        }
        if !self.body.get_ref().get_ref().get_ref().is_empty() {
            return Err(self.damaged("more behind its end"));
        }
        Ok(None)
    }

    fn damaged(&self, words: &str) -> Fault {
        Fault::Damaged(format!("line {}: {words}", self.number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week_file::write;
    use festoon_domain::record::Value;

    fn record(key: &str, words: &str) -> Record {
        let values = vec![Value::Words(words.into())];
        Record { kind: Kind::Host, key: key.into(), values, source: None }
    }

    #[test]
    fn a_file_that_unpacks_to_too_much_is_refused_whatever_it_becomes() {
        let long = write(&(), &[record("host", &"a".repeat(10_000))]);
        let many = write(&(), &vec![record("h", "a"); 1_000]);
        for (bytes, enough, unpacked) in [(long, 20_000, 9_000), (many, 1_000_000, 20_000)] {
            assert!(read_within::<()>(&bytes, enough).is_ok());
            assert_eq!(read_within::<()>(&bytes, unpacked), Err(Fault::TooLarge));
        }
    }
}
