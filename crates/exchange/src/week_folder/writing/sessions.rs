//! `sessions.csv`: one row an occurrence, in the order of occurrences; what a session says stands in each of its rows.
//!
//! A session without an occurrence has one row, before the first row of the session that follows it: so sessions keep their order
//! where their occurrences have the same, and what was written once is written again alike.

use std::collections::HashMap;

use festoon_domain::record::{Kind, Record, Value};

use super::sheet::{self, Cells, Column};
use crate::week_folder::{Edition, cells, clock, layout};

pub(super) fn write(sessions: &[&Record], occurrences: &[&Record], edition: &Edition) -> Vec<u8> {
    let mut columns = vec![Column { name: "key", needed: true }];
    columns.extend(sheet::columns(Kind::Session, &layout::OF_SESSIONS));
    for name in ["guid", "number", "slug", "day", "start", "end", "room", "venue", "state"] {
        columns.push(Column { name, needed: layout::OF_SESSIONS.contains(&name) });
    }
    let rows = rows(sessions, occurrences, edition);
    sheet::write(&columns, &rows)
}

fn rows(sessions: &[&Record], occurrences: &[&Record], edition: &Edition) -> Vec<Cells> {
    let places: HashMap<&str, usize> =
        sessions.iter().enumerate().map(|(place, session)| (&*session.key, place)).collect();
    let place_of = |occurrence: &Record| match &occurrence.values[layout::place(Kind::Occurrence, "session")]
    {
        Value::Words(key) => places.get(&**key).copied(),
        _ => None,
    };
    let mut rows_of = vec![0_u32; sessions.len()];
    for place in occurrences.iter().filter_map(|occurrence| place_of(occurrence)) {
        rows_of[place] += 1;
    }
    let lone: Vec<usize> = (0..sessions.len()).filter(|place| rows_of[*place] == 0).collect();
    let mut lone = lone.into_iter().peekable();

    let mut rows = Vec::with_capacity(occurrences.len());
    rows_of.fill(0);
    for occurrence in occurrences {
        // An occurrence of no session cannot be in a week.
        let Some(place) = place_of(occurrence) else { continue };
        if rows_of[place] == 0 {
            while let Some(before) = lone.next_if(|before| *before < place) {
                rows.push(without_occurrence(sessions[before]));
            }
        }
        rows_of[place] += 1;
        rows.push(with_occurrence(sessions[place], occurrence, edition, rows_of[place]));
    }
    rows.extend(lone.map(|place| without_occurrence(sessions[place])));
    rows
}

fn session(record: &Record) -> Cells {
    let mut cells = vec![record.key.to_string()];
    cells.extend(sheet::cells(record));
    cells
}

fn without_occurrence(record: &Record) -> Cells {
    let mut row = session(record);
    row.extend(std::iter::repeat_n(String::new(), 8));
    row.push(layout::NONE.to_owned());
    row
}

fn with_occurrence(record: &Record, occurrence: &Record, edition: &Edition, row_of_session: u32) -> Cells {
    let value = |field: &str| &occurrence.values[layout::place(Kind::Occurrence, field)];
    let derived = edition.guid(&record.key, row_of_session).to_string();
    let guid = if *occurrence.key == *derived { "" } else { &occurrence.key };

    let mut row = session(record);
    row.push(guid.to_owned());
    row.extend(["number", "slug"].map(|field| cells::write(value(field))));
    row.extend(clock::write(value("start"), value("end"), &edition.zone));
    row.extend(["room", "venue", "state"].map(|field| cells::write(value(field))));
    row
}
