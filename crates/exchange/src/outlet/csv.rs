//! The programme as a CSV that every spreadsheet program opens as it is meant.
//!
//! A byte order mark, because Excel on Chinese Windows reads GBK without one; CRLF and quotes as RFC 4180 has them; every
//! row as long as the first. Costs the file in memory once.

use festoon_domain::programme::Programme;

use super::table::{Table, Value};
use super::{Asked, Losses};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

pub(super) fn write(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Vec<u8> {
    let table = Table::of_sessions(programme, asked, losses);
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let mut record: Vec<String> = table.columns.iter().map(|column| column.heading.clone()).collect();
    writer.write_record(&record).expect("memory takes every record");
    for row in &table.rows {
        record.iter_mut().for_each(String::clear);
        for (column, value) in row {
            record[*column] = words(value);
        }
        writer.write_record(&record).expect("every record is as long as the first");
    }
    writer.into_inner().expect("memory takes every record")
}

fn words(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Count(count) => count.to_string(),
        Value::Degrees(degrees) => degrees.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Clock(clock) if clock.second() == 0 => clock.strftime("%H:%M").to_string(),
        Value::Clock(clock) => clock.to_string(),
    }
}
