//! The programme as a table: a row for each occurrence, or for each house and hall.
//!
//! Headings are in the asked language, texts in both, each in a column of its own; lists stand one a line, so that names,
//! organisations and positions of the same people stand beside each other. A column that no row fills is left out.
//! Values are not characters yet: a CSV writes a day as words, a workbook as a day. What a row has no place for (who
//! somebody is, what an activity is about) is noted as a loss. Costs the filled cells once in memory.

mod people;
mod places;
mod row;
mod words;

use std::collections::HashMap;

use festoon_domain::programme::Programme;
use jiff::civil::{Date, Time};

use self::row::Cells;
use super::only::Picked;
use super::{Asked, Losses};
use crate::sheet::Field;
use crate::sheet::columns::{self, Column};

/// A table with its headings.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Heading>,
    /// For each row its filled cells: the column's place, and what stands there.
    pub(super) rows: Vec<Vec<(usize, Value)>>,
}

/// A column's heading.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) field: Field,
    pub(super) heading: String,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Words that no program takes for a formula.
    Text(String),
    /// A whole number.
    Count(u32),
    /// Of longitude or latitude.
    Degrees(f64),
    /// A day in the row's zone.
    Day(Date),
    /// A time of day in the row's zone.
    Clock(Time),
}

impl Table {
    /// A row for each occurrence.
    pub(super) fn of_sessions(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Self {
        let is_always = |field| {
            matches!(
                field,
                Field::Date | Field::Start | Field::End | Field::Title | Field::Zone | Field::Guid
            )
        };
        row::note_what_no_row_holds(programme, asked, losses);
        let mut cells = Cells::new(&columns::SESSIONS, asked, losses);
        let picked = Picked::of(programme, asked);
        let taken = programme.each_occurrence().filter(|(id, _)| picked.takes(*id));
        let rows = taken.map(|(_, occurrence)| cells.of(programme, occurrence)).collect();
        Self::without_empty_columns(&columns::SESSIONS, rows, asked, is_always)
    }

    /// A row for each house and each of its halls.
    pub(super) fn of_places(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Self {
        let is_always = |field| matches!(field, Field::Venue | Field::Room | Field::Seats);
        let rows = places::rows(programme, asked, losses);
        Self::without_empty_columns(&columns::PLACES, rows, asked, is_always)
    }

    fn without_empty_columns(
        columns: &[Column],
        mut rows: Vec<Vec<(usize, Value)>>,
        asked: &Asked,
        is_always: impl Fn(Field) -> bool,
    ) -> Self {
        let mut used: Vec<bool> = columns.iter().map(|(field, _)| is_always(*field)).collect();
        for (column, _) in rows.iter().flatten() {
            used[*column] = true;
        }
        let kept: Vec<usize> = (0..columns.len()).filter(|column| used[*column]).collect();
        let place: HashMap<usize, usize> =
            kept.iter().enumerate().map(|(place, column)| (*column, place)).collect();
        for (column, _) in rows.iter_mut().flatten() {
            *column = place[column];
        }
        let heading = |column: &usize| Heading {
            field: columns[*column].0,
            heading: columns::heading(columns[*column], asked.lang),
        };
        Self { columns: kept.iter().map(heading).collect(), rows }
    }
}
