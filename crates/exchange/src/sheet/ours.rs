//! Tables that this program wrote, recognised by their headings to the letter.
//!
//! What a host's table leaves open is settled here: a cell is what it says, whatever it looks like. A title may be 待定 or
//! begin like a date, a name may hold a comma. Lists stand one a line, those about the same people beside each other.
//! Rows that somebody added by hand, without a GUID, are read as any host's. Costs one look at the first row of a sheet.

use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::Position;

use super::SheetReading;
use super::attributes;
use super::cells::{Cells, as_text};
use super::fields::Field;
use super::grid::Cell;
use super::headings;
use super::hours;
use super::mapping;
use super::moments::dates::Calendar;
use super::rows::{self, Context};
use super::tables::{Column, Table};
use super::words::yes_or_no;
use crate::entry::{RoomEntry, VenueEntry};

/// Stands for nothing in a list of which other lines say something.
pub(crate) const GAP: &str = "—";

/// Reads a sheet that this program wrote; false if it is none.
pub(super) fn read(cells: &Cells<'_>, context: &Context<'_>, reading: &mut SheetReading) -> bool {
    let Some(table) = table(cells) else { return false };
    let is_sessions = [Field::Guid, Field::Zone, Field::Title].iter().all(|field| table.has(*field));
    let is_places = !table.has(Field::Title)
        && [Field::Venue, Field::Room]
            .iter()
            .all(|field| table.of(*field).any(|column| column.lang.is_some()));
    if !is_sessions && !is_places {
        return false;
    }
    reading.mappings.push(mapping::shown(&table, cells, context.file, context.sheet));
    if is_sessions {
        rows::read_ours(cells, &table, context, reading);
    } else {
        let places = Places { cells, table: &table };
        for row in table.rows.clone() {
            places.row(row, context, reading);
        }
    }
    true
}

/// The first row as headings, where nearly all are ours; others may have been added.
fn table(cells: &Cells<'_>) -> Option<Table> {
    let mut columns = Vec::new();
    let mut known = 0_usize;
    for index in cells.grid.rows.first().map(|_| cells.filled(0).collect::<Vec<_>>())? {
        let heading = cells.text(0, index).into_owned();
        let ours = headings::ours::known(&heading);
        known += usize::from(ours.is_some());
        let any = headings::read(&heading);
        let (field, lang) = match ours {
            Some((field, lang)) => (Some(field), lang),
            None => (any.map(|any| any.field), any.and_then(|any| any.lang)),
        };
        let unit = any.and_then(|any| any.unit);
        columns.push(Column { index, heading, field, lang, unit });
    }
    (known >= 4 && known * 4 >= columns.len() * 3).then(|| Table {
        heading: 0,
        rows: 1..cells.rows(),
        columns,
        above: Vec::new(),
        repeated_above: 0,
        titles: 0..0,
    })
}

/// A cell as the words it holds.
pub(super) fn words(cells: &Cells<'_>, row: usize, column: usize) -> String {
    as_text(cells.own(row, column)).into_owned()
}

/// A text in its two columns.
pub(super) fn text(cells: &Cells<'_>, table: &Table, row: usize, field: Field) -> Text {
    let wording = |lang: Lang| {
        let column = table.of(field).find(|column| column.lang == Some(lang));
        column.map(|column| words(cells, row, column.index)).unwrap_or_default()
    };
    Text::new(&wording(Lang::Zh), &wording(Lang::En))
}

struct Places<'a, 'g> {
    cells: &'a Cells<'g>,
    table: &'a Table,
}

impl Places<'_, '_> {
    /// A house, or a hall in it.
    fn row(&self, row: usize, context: &Context<'_>, reading: &mut SheetReading) {
        let text = |field| text(self.cells, self.table, row, field);
        let (venue, name) = (text(Field::Venue), text(Field::Room));
        let citation = self.cells.cite_row(row);
        let calendar = Calendar { year: context.this_year, day_first: false, month: None };
        let hours = hours::read(&self.words(row, Field::Hours), calendar).unwrap_or_default();
        if venue.is_empty() {
            return;
        }
        if name.is_empty() {
            reading.venues.push(VenueEntry {
                citation,
                name: venue,
                address: text(Field::Address),
                position: self.position(row),
                capacity: self.words(row, Field::Capacity).parse().ok(),
                hours,
            });
            return;
        }
        reading.rooms.push(RoomEntry {
            citation,
            venue,
            name,
            seats: self.words(row, Field::Seats).parse().ok(),
            hours,
            equipment: attributes::equipment(&self.words(row, Field::Equipment)),
            step_free: yes_or_no(&self.words(row, Field::StepFree)),
        });
    }

    fn words(&self, row: usize, field: Field) -> String {
        self.table.of(field).next().map(|column| words(self.cells, row, column.index)).unwrap_or_default()
    }

    fn position(&self, row: usize) -> Option<Position> {
        let degrees = |field| {
            let column = self.table.of(field).next()?.index;
            match self.cells.own(row, column) {
                Cell::Number(degrees) => Some(*degrees),
                Cell::Text(text) => text.trim().parse().ok(),
                _ => None,
            }
        };
        let datum = attributes::datum(&self.words(row, Field::Datum))?;
        Position::new(degrees(Field::Longitude)?, degrees(Field::Latitude)?, datum)
    }
}
