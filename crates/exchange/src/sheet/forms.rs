//! Forms: one activity a sheet, its fields below each other (`活动名称 | …`), in one or two pairs a row.
//!
//! A form whose title comes again begins the next activity.

use super::SheetMapping;
use super::SheetReading;
use super::cells::{Cells, as_text};
use super::fields::Field;
use super::grid::Cell;
use super::headings::{self, Heading};
use super::relay::Relay;
use super::rows::Context;

/// A label with the cell that answers it.
struct Pair {
    row: usize,
    label: usize,
    answer: usize,
    heading: Heading,
}

/// Reads a sheet that is a form; false if it is none.
pub(super) fn read(cells: &Cells<'_>, context: &Context<'_>, reading: &mut SheetReading) -> bool {
    const LONGEST: usize = 2000;
    if cells.rows() > LONGEST || !is_form(cells) {
        return false;
    }
    let pairs = pairs(cells);
    let is_title = |pair: &Pair| matches!(pair.heading.field, Field::Title | Field::Activity | Field::Name);
    let Some(first) = pairs.iter().map(|pair| pair.row).min() else { return false };
    if !pairs.iter().any(is_title) {
        return false;
    }
    let mut relay = Relay::under(cells, first);
    let mut answered: Vec<(Field, Option<festoon_domain::text::Lang>)> = Vec::new();
    relay.begin_row();
    let mut columns = Vec::new();
    for pair in &pairs {
        let key = (pair.heading.field, pair.heading.lang);
        if is_title(pair) && answered.contains(&key) {
            relay.begin_row();
            answered.clear();
        }
        answered.push(key);
        let label = cells.text(pair.row, pair.label).into_owned();
        let at = cells.stand(pair.row, pair.label);
        let column = relay.column(&label, Some(pair.heading.field), pair.heading.lang, pair.heading.unit, at);
        relay.put(column, cells.cell(pair.row, pair.answer).clone(), cells.stand(pair.row, pair.answer));
        let shown = (at.1, label, pair.heading.field.word(pair.heading.lang));
        if !columns.contains(&shown) {
            columns.push(shown);
        }
    }
    reading.mappings.push(SheetMapping {
        file: context.file.clone(),
        sheet: context.sheet.clone(),
        heading_row: cells.shown_row(first),
        columns,
    });
    relay.read(cells, context, true, reading);
    true
}

/// Labels each with an answer beside it, and nowhere two labels side by side as in a heading row.
fn is_form(cells: &Cells<'_>) -> bool {
    let (mut labels, mut others) = (0_u32, 0_u32);
    let mut fields = Vec::new();
    for row in 0..cells.rows() {
        let filled: Vec<usize> = cells.filled(row).collect();
        let is_label: Vec<bool> = filled.iter().map(|column| label(cells, row, *column).is_some()).collect();
        if is_label.windows(2).any(|pair| pair[0] && pair[1]) {
            return false;
        }
        if filled.len() < 2 {
            continue;
        }
        let mut i = 0;
        while i < filled.len() {
            if is_label[i] && i + 1 < filled.len() {
                labels += 1;
                fields.extend(label(cells, row, filled[i]).map(|heading| heading.field));
                i += 2;
            } else {
                others += 1;
                i += 1;
            }
        }
    }
    fields.sort_by_key(|field| field.word(None));
    fields.dedup();
    labels >= 3 && fields.len() >= 3 && labels >= others
}

fn label(cells: &Cells<'_>, row: usize, column: usize) -> Option<Heading> {
    match cells.own(row, column) {
        Cell::Text(text) => {
            headings::read(text).filter(|heading| heading.is_sure || text.trim_end().ends_with([':', '：']))
        }
        _ => None,
    }
}

fn pairs(cells: &Cells<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for row in 0..cells.rows() {
        let filled: Vec<usize> = cells.filled(row).collect();
        let mut i = 0;
        while i + 1 < filled.len() {
            let (label_at, answer) = (filled[i], filled[i + 1]);
            match label(cells, row, label_at).or_else(|| headings::read(&as_text(cells.own(row, label_at)))) {
                Some(heading) => {
                    pairs.push(Pair { row, label: label_at, answer, heading });
                    i += 2;
                }
                None => i += 1,
            }
        }
    }
    pairs
}
