//! Agendas laid out as grids: halls or days across, hours down; a cell is a session.
//!
//! A cell merged over several rows runs through all their hours. With halls down and hours across the grid is turned
//! over first.

use super::SheetMapping;
use super::SheetReading;
use super::cells::{Cells, Stands, as_text, is_blank};
use super::fields::Field;
use super::grid::{Cell, Grid, Merge};
use super::headings;
use super::moments::{self, Expect, Stated, serial};
use super::people::looks_like_people;
use super::relay::Relay;
use super::rows::Context;
use super::sections::{day_of, is_hall};
use super::trouble::SheetTrouble;
use super::words::{is_placeholder, plain};
use crate::Defect;
use crate::defect::Trouble;
use festoon_domain::programme::Role;

/// Where the hours stand, and what the other columns are.
struct Layout {
    heading: usize,
    body: usize,
    hours: usize,
    days: Option<usize>,
    columns: Vec<Across>,
}

/// A column of sessions.
struct Across {
    index: usize,
    hall: Option<(usize, String)>,
    day: Option<(usize, String)>,
}

/// Reads a sheet that is such a grid; false if it is none.
pub(super) fn read(cells: &Cells<'_>, context: &Context<'_>, reading: &mut SheetReading) -> bool {
    if let Some(layout) = (0..cells.rows().min(15)).find_map(|row| layout(cells, row)) {
        sessions(cells, &layout, context, reading);
        return true;
    }
    let Some((grid, stands)) = turned(cells) else { return false };
    let turned = Cells::relaid(&grid, cells.file(), stands);
    let Some(layout) = (0..turned.rows().min(15)).find_map(|row| layout(&turned, row)) else { return false };
    sessions(&turned, &layout, context, reading);
    true
}

fn sessions(cells: &Cells<'_>, layout: &Layout, context: &Context<'_>, reading: &mut SheetReading) {
    let mut relay = Relay::under(cells, layout.heading);
    let at = cells.stand(layout.heading, layout.hours);
    let date = relay.column("日期", Some(Field::Date), None, None, at);
    let time = relay.column("时间", Some(Field::Time), None, None, at);
    let hall = relay.column("会场", Some(Field::Room), None, None, at);
    let title = relay.column("题目", Some(Field::Title), None, None, at);
    let people = relay.column("演讲人", Some(Field::Person(Role::Speaker)), None, None, at);

    let mut section: Option<(Cell, (u32, u32))> = None;
    let mut from_next = 0_u32;
    for row in layout.body..cells.rows() {
        if let Some(found) = day_row(cells, layout, row) {
            section = Some((cells.cell(row, found).clone(), cells.stand(row, found)));
            continue;
        }
        for across in &layout.columns {
            let area = cells.area(row, across.index);
            let is_first = area.is_none_or(|area| {
                area.top == row && (area.left == across.index || area.left <= layout.hours)
            });
            let cell = cells.cell(row, across.index);
            if !is_first || is_blank(cell) || is_placeholder(&as_text(cell)) {
                continue;
            }
            // "茶歇" merged over the hours' own row and all halls is one session.
            if area.is_some_and(|area| area.left < across.index) {
                continue;
            }
            let last = area.map_or(row, |area| area.bottom);
            let here = cells.stand(row, across.index);
            relay.begin_row();
            let (when, is_guess) = hours_of(cells, layout, row, last);
            from_next += u32::from(is_guess);
            if let Some(when) = when {
                relay.put(time, when, cells.stand(row, layout.hours));
            }
            let day = across
                .day
                .as_ref()
                .map(|(at, text)| (Cell::Text(text.as_str().into()), cells.stand(layout.heading, *at)));
            let down = layout
                .days
                .map(|column| (above(cells, layout, row, column).clone(), cells.stand(row, column)));
            if let Some((cell, at)) = day.or(down).filter(|(cell, _)| !is_blank(cell)).or(section.clone()) {
                relay.put(date, cell, at);
            }
            if let Some((at, name)) = &across.hall {
                relay.put(hall, Cell::Text(name.as_str().into()), cells.stand(layout.body - 1, *at));
            }
            let (words, names) = session(&as_text(cell));
            relay.put(title, Cell::Text(words.into()), here);
            if !names.is_empty() {
                relay.put(people, Cell::Text(names.into()), here);
            }
        }
    }
    reading.mappings.push(shown(cells, layout, context));
    relay.read(cells, context, false, reading);
    if from_next > 0 {
        let citation = cells.cite(layout.heading, layout.hours);
        reading.defects.push(Defect::new(citation, "", Trouble::Sheet(SheetTrouble::EndFromNext(from_next))));
    }
}

fn shown(cells: &Cells<'_>, layout: &Layout, context: &Context<'_>) -> SheetMapping {
    let column = |index: usize| cells.stand(layout.heading, index).1;
    let mut columns =
        vec![(column(layout.hours), cells.text(layout.heading, layout.hours).into_owned(), "time")];
    columns.extend(
        layout.days.map(|days| (column(days), cells.text(layout.heading, days).into_owned(), "date")),
    );
    for across in &layout.columns {
        let (name, word) = match (&across.hall, &across.day) {
            (Some((_, name)), _) => (name.clone(), "room"),
            (None, Some((_, name))) => (name.clone(), "date"),
            (None, None) => (String::new(), "title"),
        };
        columns.push((column(across.index), name, word));
    }
    columns.sort();
    SheetMapping {
        file: context.file.clone(),
        sheet: context.sheet.clone(),
        heading_row: cells.shown_row(layout.heading),
        columns,
    }
}

/// Whether a row heads such a grid.
fn layout(cells: &Cells<'_>, row: usize) -> Option<Layout> {
    let width = cells.width(row);
    let body = row + 1 + usize::from(is_second_row(cells, row));
    let hours = (0..width.min(3)).find(|column| is_hours_below(cells, body, *column))?;
    let field = |row: usize, column: usize| match cells.cell(row, column) {
        Cell::Text(text) => {
            headings::read(text).filter(|heading| heading.is_sure).map(|heading| heading.field)
        }
        _ => None,
    };
    let days = (0..hours).find(|column| {
        matches!(field(row, *column), Some(Field::Date)) || is_days_below(cells, body, *column)
    });
    let mut columns = Vec::new();
    for index in hours + 1..width.max(cells.width(body - 1)) {
        let top = cells.text(row, index);
        let low = if body > row + 1 { cells.text(body - 1, index) } else { "".into() };
        if top.is_empty() && low.is_empty() {
            continue;
        }
        let known = field(body - 1, index).or(field(row, index));
        if known.is_some_and(|field| !matches!(field, Field::Room | Field::Venue | Field::Place)) {
            return None;
        }
        let mut across = Across { index, hall: None, day: None };
        for (at, words) in [(row, &top), (body - 1, &low)] {
            if words.is_empty() {
                continue;
            }
            let serial = matches!(cells.cell(at, index), Cell::Serial(_));
            if serial || day_of(words).is_some_and(|(day, _)| day.is_some()) {
                let words = if serial { iso(cells, at, index)? } else { words.to_string() };
                across.day = Some((cells.origin(at, index).1, words));
            } else {
                across.hall = Some((index, words.to_string()));
            }
        }
        columns.push(across);
    }
    let named: std::collections::HashSet<_> = columns
        .iter()
        .map(|across| (across.hall.as_ref().map(|h| &h.1), across.day.as_ref().map(|d| &d.1)))
        .collect();
    let lead = plain(&cells.text(row, hours));
    let lead_fits = lead.is_empty()
        || lead.contains("时间")
        || lead.contains("时段")
        || lead.contains("time")
        || lead.contains("hour")
        || lead.contains("会场")
        || lead.contains("日期");
    let places = columns
        .iter()
        .filter(|across| across.day.is_some() || across.hall.as_ref().is_some_and(|(_, name)| is_hall(name)))
        .count();
    let is_long = (body..cells.rows()).filter(|row| !is_blank(cells.own(*row, hours))).take(2).count() > 1;
    let fits = (is_long || places == columns.len())
        && columns.len() >= 2
        && named.len() == columns.len()
        && lead_fits
        && (places * 2 >= columns.len() || lead.contains("时间") || lead.contains("time"));
    fits.then_some(Layout { heading: row, body, hours, days, columns })
}

/// Days over halls: the row below names halls under merged or blank days.
fn is_second_row(cells: &Cells<'_>, row: usize) -> bool {
    let dated = cells.filled(row).any(|column| {
        day_of(&cells.text(row, column)).is_some_and(|(day, _)| day.is_some())
            || matches!(cells.own(row, column), Cell::Serial(value) if *value > 100.0)
    });
    dated && row + 1 < cells.rows() && {
        let below: Vec<usize> = cells.filled(row + 1).collect();
        below.len() >= 2
            && below.iter().filter(|column| is_hall(&cells.text(row + 1, **column))).count() * 2
                >= below.len()
    }
}

/// The grid turned over, from a row of hours on; the words above it stay as they are.
fn turned(cells: &Cells<'_>) -> Option<(Grid, Stands)> {
    const LARGEST: usize = 500;
    let is_hours = |row: usize, column: usize| match cells.own(row, column) {
        Cell::Text(text) => {
            let stated = moments::read(text, Expect::Time);
            stated.has_clock() && stated.junk.is_empty() && !stated.has_days()
        }
        _ => false,
    };
    let head = (0..cells.rows().min(15)).find(|row| {
        let across: Vec<usize> = cells.filled(*row).filter(|column| *column > 0).collect();
        across.len() >= 2 && across.iter().all(|column| is_hours(*row, *column))
    })?;
    let (height, width) = (cells.rows() - head, (head..cells.rows()).map(|row| cells.width(row)).max()?);
    if height > LARGEST || width > LARGEST {
        return None;
    }
    let mut stands = Stands::new();
    let mut rows: Vec<Vec<Cell>> = cells.grid.rows[..head].to_vec();
    for (row, words) in rows.iter().enumerate() {
        stands.extend((0..words.len()).map(|column| ((row, column), cells.stand(row, column))));
    }
    for column in 0..width {
        stands.extend((0..height).map(|row| ((head + column, row), cells.stand(head + row, column))));
        rows.push((0..height).map(|row| cells.own(head + row, column).clone()).collect());
    }
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX - 1) + 1;
    let mut merges = Vec::new();
    for row in head..cells.rows() {
        for column in 0..width {
            if let Some(area) = cells.area(row, column).filter(|area| (area.top, area.left) == (row, column))
            {
                merges.push(Merge {
                    first_row: number(head + column),
                    first_column: number(row - head),
                    last_row: number(head + area.right.min(width - 1)),
                    last_column: number(area.bottom - head),
                });
            }
        }
    }
    let grid = Grid {
        place: cells.grid.place.clone(),
        rows,
        first_row: 1,
        merges,
        is_1904: cells.grid.is_1904,
        lines: Vec::new(),
    };
    Some((grid, stands))
}

fn stated(cells: &Cells<'_>, row: usize, column: usize) -> Option<Stated> {
    match cells.cell(row, column) {
        Cell::Serial(value) | Cell::Number(value) if *value < 1.0 => {
            serial::read(*value, cells.grid.is_1904).map(Stated::serial)
        }
        Cell::Text(text) => Some(moments::read(text, Expect::Time)),
        _ => None,
    }
}

fn is_hours_below(cells: &Cells<'_>, body: usize, column: usize) -> bool {
    let (mut clocked, mut all) = (0_u32, 0_u32);
    for row in (body..cells.rows()).take(60) {
        if is_blank(cells.own(row, column)) || cells.filled(row).count() == 1 {
            continue;
        }
        all += 1;
        clocked += u32::from(stated(cells, row, column).is_some_and(|stated| {
            (stated.has_clock() || stated.part().is_some()) && stated.junk.is_empty() && !stated.has_days()
        }));
    }
    clocked >= 1 && clocked * 3 >= all * 2
}

fn is_days_below(cells: &Cells<'_>, body: usize, column: usize) -> bool {
    (body..cells.rows())
        .take(60)
        .any(|row| day_of(&cells.text(row, column)).is_some_and(|(day, _)| day.is_some()))
}

/// A row that says a day for the rows below.
fn day_row(cells: &Cells<'_>, layout: &Layout, row: usize) -> Option<usize> {
    let mut filled = cells.filled(row);
    let first = filled.next()?;
    let alone = filled.next().is_none();
    let is_day = day_of(&cells.text(row, first)).is_some_and(|(day, _)| day.is_some());
    (alone
        && is_day
        && Some(first)
            != layout.days.filter(|_| cells.area(row, first).is_some_and(|area| area.bottom > row)))
    .then_some(first)
}

/// The day in the column of days, at or above a row.
fn above<'g>(cells: &Cells<'g>, layout: &Layout, row: usize, column: usize) -> &'g Cell {
    (layout.body..=row)
        .rev()
        .map(|row| cells.cell(row, column))
        .find(|cell| !is_blank(cell))
        .unwrap_or(&Cell::Empty)
}

/// The hours of a cell from row to row, and whether its end is the next row's start.
fn hours_of(cells: &Cells<'_>, layout: &Layout, first: usize, last: usize) -> (Option<Cell>, bool) {
    let Some(start) = stated(cells, first, layout.hours) else { return (None, false) };
    if first == last && (start.has_span() || !start.has_clock()) {
        return (Some(cells.cell(first, layout.hours).clone()), false);
    }
    let Some(from) = start.first_minutes() else {
        return (Some(cells.cell(first, layout.hours).clone()), false);
    };
    let end = stated(cells, last, layout.hours);
    let (to, is_guess) = if let Some(to) = end.as_ref().and_then(Stated::last_minutes) {
        (Some(to), false)
    } else {
        let next = (last + 1..cells.rows())
            .find_map(|row| stated(cells, row, layout.hours))
            .and_then(|next| next.first_minutes());
        (next.filter(|next| *next > from), next.is_some_and(|next| next > from))
    };
    let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let text = to.map_or_else(|| clock(from), |to| format!("{}-{}", clock(from), clock(to)));
    (Some(Cell::Text(text.into())), is_guess)
}

fn iso(cells: &Cells<'_>, row: usize, column: usize) -> Option<String> {
    let Cell::Serial(value) = cells.cell(row, column) else { return None };
    serial::read(*value, cells.grid.is_1904)?.date().map(|date| date.to_string())
}

/// A cell's title and, from its other lines, the people.
fn session(text: &str) -> (String, String) {
    let mut title: Vec<&str> = Vec::new();
    let mut people: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !title.is_empty() && looks_like_people(line) {
            people.push(line);
        } else {
            title.push(line);
        }
    }
    (title.join("\n"), people.join("\n"))
}
