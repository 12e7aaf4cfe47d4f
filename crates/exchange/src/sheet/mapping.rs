//! Settling what each column is: which of several title-like columns is the title, and what a map says instead.

use std::collections::HashSet;
use std::sync::Arc;

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;

use super::SheetMapping;
use super::cells::{Cells, is_blank};
use super::fields::Field;
use super::map_file::{TableMap, letters};
use super::tables::Table;
use super::words::plain;
use crate::{Reason, Refusal, Right};

/// Puts the map's columns over the guessed ones.
pub(super) fn apply(
    table: &mut Table,
    map: &TableMap,
    file: &Arc<str>,
    is_last: bool,
    used: &mut HashSet<String>,
) -> Result<(), Refusal> {
    for (name, field, lang) in &map.columns {
        let column = table.columns.iter_mut().find(|column| plain(&column.heading) == plain(name));
        let by_letter = letters(name);
        if let Some(column) = column {
            (column.field, column.lang) = (Some(*field), *lang);
            used.insert(name.clone());
        } else if let Some(index) = by_letter {
            used.insert(name.clone());
            match table.columns.iter_mut().find(|column| column.index == index) {
                Some(column) => (column.field, column.lang) = (Some(*field), *lang),
                None => table.columns.push(super::tables::Column {
                    index,
                    heading: name.clone(),
                    field: Some(*field),
                    lang: *lang,
                    unit: None,
                }),
            }
        } else if is_last && !used.contains(name) {
            let known: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
            let known = known.join(" | ");
            return Err(Refusal {
                file: file.clone(),
                spot: Spot::Whole,
                reason: Reason::Malformed(Right::new(
                    format!("--map 提到的「{name}」不在表头中。表头有：{known}。"),
                    format!("--map names “{name}”, which is no heading here. There are: {known}."),
                )),
            });
        }
    }
    Ok(())
}

/// Decides which column is the title where several could be.
pub(super) fn settle(table: &mut Table, cells: &Cells<'_>) {
    let is_places = is_about_places(table);
    // "英文名称" is the other language of whatever is named here.
    let named = if table.has(Field::Title) {
        Field::Title
    } else if table.has(Field::Activity) {
        Field::Activity
    } else {
        Field::Name
    };
    let lone_name = !table.has(Field::Title) && !table.has(Field::Activity);
    if !is_places {
        if lone_name {
            change(table, Field::Name, Field::Title);
        } else {
            for column in &mut table.columns {
                if column.field == Some(Field::Name) && column.lang.is_some() {
                    column.field = Some(named);
                }
            }
            if !table.has(Field::Title) && table.has(Field::Activity) {
                change(table, Field::Name, Field::Title);
            }
        }
    }
    if is_places {
        return;
    }
    // "Hours" beside sessions are theirs, and "Datum" is their date in German.
    if ![Field::Time, Field::Start].iter().any(|field| table.has(*field)) {
        change(table, Field::Hours, Field::Time);
    }
    if !table.has(Field::Date) {
        change(table, Field::Datum, Field::Date);
    }
    if !table.has(Field::Title) {
        let theme_is_title = table.has(Field::Theme)
            && (!table.has(Field::Activity) || repeats_more(table, cells, Field::Activity, Field::Theme));
        if theme_is_title {
            change(table, Field::Theme, Field::Title);
        } else if table.has(Field::Part)
            && (!table.has(Field::Activity) || repeats_more(table, cells, Field::Activity, Field::Part))
        {
            change(table, Field::Part, Field::Title);
        } else if table.has(Field::Activity) {
            change(table, Field::Activity, Field::Title);
        }
    }
    if !table.has(Field::Summary) {
        change(table, Field::Theme, Field::Summary);
    }
    // A second column of Chinese beside one marked English is the Chinese one.
    for field in [
        Field::Title,
        Field::Activity,
        Field::Part,
        Field::Summary,
        Field::Venue,
        Field::Room,
        Field::Place,
        Field::Host,
    ] {
        if table.of(field).any(|column| column.lang == Some(Lang::En)) {
            for column in &mut table.columns {
                if column.field == Some(field) && column.lang.is_none() {
                    column.lang = Some(Lang::Zh);
                }
            }
        }
    }
    // "容量" beside a session is about its hall.
    change(table, Field::Capacity, Field::Seats);
    if table.has(Field::Start) && table.has(Field::End) && !table.has(Field::Date) {
        return;
    }
    if table.has(Field::End) && !table.has(Field::Start) {
        change(table, Field::Time, Field::Start);
    }
}

fn change(table: &mut Table, from: Field, to: Field) {
    for column in &mut table.columns {
        if column.field == Some(from) {
            column.field = Some(to);
        }
    }
}

/// `general` says the same over several rows where `special` says something new.
fn repeats_more(table: &Table, cells: &Cells<'_>, general: Field, special: Field) -> bool {
    const SEEN: usize = 400;
    let distinct = |field: Field| {
        let Some(column) = table.of(field).next() else { return (0, 0) };
        let mut seen = HashSet::new();
        let mut filled = 0_usize;
        for row in table.rows.clone().take(SEEN) {
            let text = cells.text(row, column.index);
            if !text.is_empty() {
                filled += 1;
                seen.insert(text);
            }
        }
        (seen.len(), filled)
    };
    let ((general, general_filled), (special, special_filled)) = (distinct(general), distinct(special));
    special > general && (general * 10 <= general_filled * 7 || special_filled > general_filled)
}

/// Headings of a list of houses or halls: an address, hours or coordinates, or a capacity beside a name, and no times.
pub(super) fn is_about_places(table: &Table) -> bool {
    let has = |fields: &[Field]| fields.iter().any(|field| table.has(*field));
    let when = has(&[Field::Date, Field::Time, Field::Start, Field::End]);
    let named = has(&[Field::Venue, Field::Room, Field::Place, Field::Name]);
    let physical = has(&[
        Field::Address,
        Field::Hours,
        Field::Longitude,
        Field::Position2d,
        Field::Capacity,
        Field::Seats,
        Field::StepFree,
    ]);
    let session = has(&[Field::Title, Field::Activity, Field::Theme]);
    named && physical && !when && !session
}

/// What is shown of a table's columns.
pub(super) fn shown(table: &Table, cells: &Cells<'_>, file: &Arc<str>, sheet: &Arc<str>) -> SheetMapping {
    let mut columns: Vec<(u32, String, &'static str)> = table
        .columns
        .iter()
        .map(|column| {
            let word = column.field.map_or("", |field| field.word(column.lang));
            (u32::try_from(column.index).unwrap_or(u32::MAX - 1) + 1, column.heading.clone(), word)
        })
        .collect();
    columns.sort();
    SheetMapping {
        file: file.clone(),
        sheet: sheet.clone(),
        heading_row: cells.shown_row(table.heading),
        columns,
    }
}

/// How many cells of a column hold something.
pub(super) fn filled(table: &Table, cells: &Cells<'_>, column: usize) -> u32 {
    u32::try_from(table.rows.clone().filter(|row| !is_blank(cells.own(*row, column))).count())
        .unwrap_or(u32::MAX)
}
