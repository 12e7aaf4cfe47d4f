//! Records as rows, rows as CSV.

use festoon_domain::record::{Kind, Record, Value};

use crate::week_folder::{cells, layout};

/// A column of a table that is being written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// Whether it stands there even if it says nothing.
    pub(super) needed: bool,
}

/// A row: one cell a column.
pub(super) type Cells = Vec<String>;

/// The columns of a kind's fields.
pub(super) fn columns(kind: Kind, needed: &[&str]) -> impl Iterator<Item = Column> {
    kind.fields().iter().map(|field| {
        let name = layout::column(field.name);
        Column { name, needed: needed.contains(&name) }
    })
}

/// The cells of a record's fields.
pub(super) fn cells(record: &Record) -> impl Iterator<Item = String> {
    record.values.iter().zip(record.kind.fields()).enumerate().map(|(place, (value, field))| match value {
        Value::Nothing => layout::unsaid(record, place).to_owned(),
        Value::Number(fen) if field.name == layout::AMOUNT => cells::yuan(*fen),
        value => cells::write(value),
    })
}

pub(super) fn write(columns: &[Column], rows: &[Cells]) -> Vec<u8> {
    let is_written =
        |(place, column): &(usize, &Column)| column.needed || rows.iter().any(|row| !row[*place].is_empty());
    let (places, names): (Vec<usize>, Vec<&str>) =
        columns.iter().enumerate().filter(is_written).map(|(place, column)| (place, column.name)).unzip();

    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(&names).expect("memory takes every record");
    for row in rows {
        let row = places.iter().map(|place| &row[*place]);
        writer.write_record(row).expect("every record is as long as the headings");
    }
    writer.into_inner().expect("memory takes every record")
}
