//! Tables of houses and halls.

use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::{Datum, Hours, Position};

use super::SheetReading;
use super::attributes;
use super::cells::{Cells, as_text, is_blank};
use super::fields::Field;
use super::grid::Cell;
use super::hours;
use super::moments::dates::Calendar;
use super::numbers;
use super::places;
use super::rows::{Context, year_in};
use super::tables::{Column, Table};
use super::trouble::SheetTrouble;
use super::words::{is_ditto, is_placeholder, plain, yes_or_no};
use crate::Defect;
use crate::defect::Trouble;
use crate::entry::{RoomEntry, VenueEntry};

/// Reads a table of places.
pub(super) fn read(cells: &Cells<'_>, table: &Table, context: &Context<'_>, reading: &mut SheetReading) {
    let year = context.map.and_then(|map| map.year).or_else(|| {
        let above = table
            .above
            .iter()
            .flat_map(|row| cells.filled(*row).map(|column| cells.text(*row, column).into_owned()));
        above.chain([context.sheet.to_string(), context.file.to_string()]).find_map(|text| year_in(&text))
    });
    let calendar = Calendar { year: year.unwrap_or(context.this_year), day_first: false, month: None };
    let mut places = Places { cells, table, reading, calendar, venue: Text::default() };
    for row in table.rows.clone() {
        places.row(row);
    }
    places.leave_columns();
}

struct Places<'a, 'g> {
    cells: &'a Cells<'g>,
    table: &'a Table,
    reading: &'a mut SheetReading,
    calendar: Calendar,
    /// The house of the rows above, for halls listed under it.
    venue: Text,
}

impl Places<'_, '_> {
    fn say(&mut self, row: usize, column: usize, trouble: SheetTrouble) {
        let stood = self.cells.text(row, column).into_owned();
        let citation = self.cells.cite(row, column);
        self.reading.defects.push(Defect::new(citation, &stood, Trouble::Sheet(trouble)));
    }

    fn words(&self, row: usize, column: usize) -> String {
        let text = self.cells.text(row, column);
        if is_placeholder(&text) { String::new() } else { text.into_owned() }
    }

    fn text(&self, row: usize, fields: &[Field]) -> Text {
        let (mut zh, mut en) = (String::new(), String::new());
        let mut text = Text::default();
        for column in fields.iter().flat_map(|field| self.table.of(*field)) {
            let words = self.words(row, column.index);
            match column.lang {
                _ if words.is_empty() => {}
                Some(Lang::Zh) => zh = places::one_line(&words),
                Some(Lang::En) => en = places::one_line(&words),
                None => text.fill_from(&places::bilingual(&words)),
            }
        }
        let mut stated = Text::new(&zh, &en);
        stated.fill_from(&text);
        stated
    }

    fn row(&mut self, row: usize) {
        let Some(first) = self.cells.filled(row).next() else { return };
        let lead = plain(&as_text(self.cells.own(row, first)));
        if ["合计", "总计", "备注", "注:", "说明", "total"].iter().any(|word| lead.starts_with(word))
        {
            return self.say(row, first, SheetTrouble::RowAside);
        }
        let mut venue = self.text(row, &[Field::Venue, Field::Place]);
        let room = self.text(row, &[Field::Room]);
        let named = self.text(row, &[Field::Name]);
        let has_rooms = self.table.has(Field::Room);
        // "场馆 | 英文名称": the house in its other language.
        let translates = !has_rooms
            && self.table.has(Field::Venue)
            && self.table.of(Field::Name).all(|name| name.lang.is_some());
        if translates {
            venue.fill_from(&named);
        }
        // "会场 | 名称" names the hall in 名称 only where there is a column for its house too.
        let room = if room.is_empty() && self.table.has(Field::Venue) && !named.is_empty() && !translates {
            named.clone()
        } else {
            room
        };
        if venue.is_empty() && !self.table.has(Field::Venue) && !self.table.has(Field::Place) {
            venue = named;
        }
        let is_above = [Lang::Zh, Lang::En].iter().any(|lang| is_ditto(venue.wording(*lang)));
        if (venue.is_empty() || is_above) && (has_rooms || self.table.has(Field::Venue)) {
            venue = self.venue.clone();
        }
        if venue.is_empty() && room.is_empty() {
            return self.say(row, first, SheetTrouble::RowAside);
        }
        self.venue = venue.clone();
        let hours = self.hours(row);
        if room.is_empty() {
            self.house(row, venue, hours);
        } else {
            self.hall(row, venue, room, hours);
        }
    }

    fn house(&mut self, row: usize, name: Text, hours: Hours) {
        let capacity = self
            .count(row, Field::Capacity)
            .or_else(|| self.count(row, Field::Seats))
            .or_else(|| self.count(row, Field::Expected));
        let entry = VenueEntry {
            citation: self.cells.cite_row(row),
            name,
            address: self.text(row, &[Field::Address]),
            position: self.position(row),
            capacity,
            hours,
        };
        self.reading.venues.push(entry);
    }

    fn hall(&mut self, row: usize, venue: Text, name: Text, hours: Hours) {
        let address = self.text(row, &[Field::Address]);
        let position = self.position(row);
        // A house's address and place on the map may stand beside its halls; its capacity and hours are the hall's there.
        let known = self.reading.venues.iter().any(|known| known.name == venue);
        if !venue.is_empty() && !known && (!address.is_empty() || position.is_some()) {
            let citation = self.cells.cite_row(row);
            let entry = VenueEntry {
                citation,
                name: venue.clone(),
                address,
                position,
                capacity: None,
                hours: Hours::default(),
            };
            self.reading.venues.push(entry);
        }
        let seats = self
            .count(row, Field::Seats)
            .or_else(|| self.count(row, Field::Capacity))
            .or_else(|| self.count(row, Field::Expected));
        let equipment = self
            .table
            .of(Field::Equipment)
            .next()
            .map_or_else(Vec::new, |column| attributes::equipment(&self.words(row, column.index)));
        let step_free = self.table.of(Field::StepFree).next().map(|column| column.index).and_then(|column| {
            let words = self.words(row, column);
            yes_or_no(&words)
        });
        let citation = self.cells.cite_row(row);
        self.reading.rooms.push(RoomEntry { citation, venue, name, seats, hours, equipment, step_free });
    }

    fn hours(&mut self, row: usize) -> Hours {
        let Some(column) = self.table.of(Field::Hours).next().map(|column| column.index) else {
            return Hours::default();
        };
        let words = self.words(row, column);
        if words.is_empty() {
            return Hours::default();
        }
        hours::read(&words, self.calendar).unwrap_or_else(|| {
            self.say(row, column, SheetTrouble::NotUnderstood("hours"));
            Hours::default()
        })
    }

    fn count(&mut self, row: usize, field: Field) -> Option<u32> {
        let column = self.table.of(field).next()?.index;
        if let Cell::Number(value) = self.cells.cell(row, column) {
            return numbers::whole_number(*value);
        }
        let words = self.words(row, column);
        if words.is_empty() {
            return None;
        }
        let Some(count) = numbers::count(&words) else {
            self.say(row, column, SheetTrouble::NotANumber);
            return None;
        };
        if count.is_range {
            self.say(row, column, SheetTrouble::Larger(count.most));
        }
        Some(count.most)
    }

    fn position(&mut self, row: usize) -> Option<Position> {
        let degrees = |text: &str| {
            plain(text).trim_matches(|c: char| !c.is_ascii_digit() && c != '-').parse::<f64>().ok()
        };
        let read = |places: &Self, field| {
            let column: Option<&Column> = places.table.of(field).next();
            column
                .map(|column| (column.index, places.words(row, column.index)))
                .filter(|(_, words)| !words.is_empty())
        };
        let (at, longitude, latitude) = match (
            read(self, Field::Longitude),
            read(self, Field::Latitude),
            read(self, Field::Position2d),
        ) {
            (Some((at, longitude)), Some((_, latitude)), _) => (at, degrees(&longitude), degrees(&latitude)),
            (_, _, Some((at, both))) => {
                let mut numbers = both.split([',', '，', ' ', ';']).filter_map(degrees);
                let (a, b) = (numbers.next(), numbers.next());
                // Whichever cannot be a latitude is the longitude.
                if a.is_some_and(|a| a.abs() > 90.0)
                    || b.is_some_and(|b| b.abs() <= 90.0 && a.is_some_and(|a| a > b))
                {
                    (at, a, b)
                } else {
                    (at, b, a)
                }
            }
            _ => return None,
        };
        let datum = read(self, Field::Datum);
        let named = datum.as_ref().and_then(|(_, words)| attributes::datum(words));
        if let (Some((column, _)), None) = (&datum, named) {
            self.say(row, *column, SheetTrouble::NotUnderstood("datum"));
        }
        let position =
            longitude.zip(latitude).and_then(|(x, y)| Position::new(x, y, named.unwrap_or(Datum::Wgs84)));
        match position {
            None => self.say(row, at, SheetTrouble::NotUnderstood("coordinates")),
            Some(_) if named.is_none() => self.say(row, at, SheetTrouble::TakenAs("WGS-84".into())),
            Some(_) => {}
        }
        position
    }

    fn leave_columns(&mut self) {
        let table = self.table;
        for column in table
            .columns
            .iter()
            .filter(|column| matches!(column.field, None | Some(Field::Note | Field::Contact)))
        {
            let count =
                table.rows.clone().filter(|row| !is_blank(self.cells.own(*row, column.index))).count();
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            if count > 0 {
                let citation = self.cells.cite(table.heading, column.index);
                let trouble = if column.field.is_none() {
                    SheetTrouble::ColumnAside(count)
                } else {
                    SheetTrouble::ColumnUnused(count)
                };
                self.reading.defects.push(Defect::new(citation, &column.heading, Trouble::Sheet(trouble)));
            }
        }
    }
}
