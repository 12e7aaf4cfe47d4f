//! The cells of a row that are about when.

use std::rc::Rc;

use festoon_domain::programme::Span;
use jiff::tz::TimeZone;

use super::super::cells::as_text;
use super::super::fields::Field;
use super::super::grid::Cell;
use super::super::moments::clock::DayPart;
use super::super::moments::span::{self, About, WhenCells};
use super::super::moments::{Expect, Stated, durations};
use super::super::tables::Column;
use super::super::trouble::SheetTrouble;
use super::super::zones;
use super::Rows;

/// The moments of one row's cells.
#[derive(Default)]
pub(super) struct RowMoments {
    date: Option<(usize, Rc<Stated>)>,
    end_date: Option<(usize, Rc<Stated>)>,
    time: Option<(usize, Rc<Stated>)>,
    end: Option<(usize, Rc<Stated>)>,
    minutes: Option<u32>,
    /// 上午 in a column of its own beside the clocks.
    part: Option<DayPart>,
}

impl Rows<'_, '_> {
    pub(super) fn row_moments(&mut self, row: usize) -> (RowMoments, [usize; 3]) {
        let mut found = RowMoments::default();
        let expect = self.expect_time();
        for column in &self.table.columns {
            let is_hours = matches!(column.field, Some(Field::Time | Field::Start));
            if is_hours && self.takes_clocks_beside(row, column, expect, &mut found) {
                continue;
            }
            let slot = match column.field {
                Some(Field::Date) => (&mut found.date, Expect::Date),
                Some(Field::EndDate) => (&mut found.end_date, Expect::Date),
                Some(Field::Time | Field::Start) => (&mut found.time, expect),
                Some(Field::End) => (&mut found.end, expect),
                Some(Field::Duration) => {
                    found.minutes = self.minutes(row, column);
                    continue;
                }
                _ => continue,
            };
            if slot.0.as_ref().is_none_or(|(_, stated)| stated.is_empty()) {
                *slot.0 = self
                    .stated(row, column.index, slot.1)
                    .map(|stated| (column.index, stated))
                    .or(slot.0.take());
            }
        }
        // "日期" that holds the whole of it, and a start in "时间" that is nothing but a date.
        let place = |moment: &Option<(usize, Rc<Stated>)>| moment.as_ref().map(|(column, _)| *column);
        let time = place(&found.time).or(place(&found.date)).unwrap_or(0);
        let columns = [place(&found.date).unwrap_or(time), time, place(&found.end).unwrap_or(time)];
        (found, columns)
    }

    /// "时段 | 时间": the part of the day, or the day, and the clocks in another column; false where it is not so.
    fn takes_clocks_beside(
        &mut self,
        row: usize,
        column: &Column,
        expect: Expect,
        found: &mut RowMoments,
    ) -> bool {
        let Some((first, known)) = found.time.clone() else { return false };
        let Some(more) = self.stated(row, column.index, expect) else { return false };
        if more.has_clock() && !known.has_clock() && !known.is_empty() {
            found.part = known.part();
            if known.has_days() && found.date.is_none() {
                found.date = Some((first, known));
            }
            found.time = Some((column.index, more));
            return true;
        }
        if known.has_clock() && !more.has_clock() {
            found.part = found.part.or(more.part());
            return more.part().is_some();
        }
        false
    }

    pub(super) fn minutes(&mut self, row: usize, column: &Column) -> Option<u32> {
        let minutes = match self.value(row, column.index) {
            Cell::Empty => return None,
            Cell::Serial(value) => durations::number(*value * 24.0, Some(durations::Unit::Hours)),
            Cell::Number(value) => durations::number(*value, column.unit),
            Cell::Text(text) => {
                if text.trim().is_empty() || super::super::words::is_placeholder(text) {
                    return None;
                }
                durations::read(text, column.unit)
            }
            Cell::Bool(_) | Cell::Fault(_) => None,
        };
        if minutes.is_none() {
            self.say(row, column.index, SheetTrouble::NotUnderstood("duration"));
        }
        minutes
    }

    pub(super) fn spans(&mut self, row: usize, found: &RowMoments, columns: [usize; 3]) -> Vec<Span> {
        let get = |moment: &'_ Option<(usize, Rc<Stated>)>| moment.as_ref().map(|(_, stated)| stated.clone());
        let (date, end_date, time, end) =
            (get(&found.date), get(&found.end_date), get(&found.time), get(&found.end));
        let zone = self.zone_of(row);
        let when = span::join(
            WhenCells {
                date: date.as_deref(),
                end_date: end_date.as_deref(),
                time: time.as_deref(),
                end: end.as_deref(),
                minutes: found.minutes,
                above: self.above.day,
                part_above: found.part.or(self.above.part_of_day),
            },
            self.calendar,
            zone.as_ref().unwrap_or(self.context.zone),
        );
        for (column, stated) in [&found.date, &found.end_date, &found.time, &found.end].into_iter().flatten()
        {
            if let Some(clock) = &stated.impossible {
                self.say(row, *column, SheetTrouble::NoSuchTime(clock.clone()));
            } else if stated.is_empty()
                && !super::super::words::is_placeholder(&as_text(self.value(row, *column)))
            {
                self.say(row, *column, SheetTrouble::WhenUnreadable);
            } else if !stated.junk.is_empty() && !stated.pending {
                self.say(row, *column, SheetTrouble::WhenLeft(stated.junk.clone()));
            } else if stated.is_empty() && super::super::words::is_pending(&as_text(self.value(row, *column)))
            {
                self.say(row, *column, SheetTrouble::TimePending);
            }
        }
        for (about, trouble) in when.troubles {
            let column = match about {
                About::Date => columns[0],
                About::Time => columns[1],
                About::End => columns[2],
            };
            self.say(row, column, trouble);
        }
        if when.end_assumed && !when.spans.is_empty() {
            self.ends_assumed.push(self.cells.cite(row, columns[1]));
        }
        self.reading.used_assumed_zone |= zone.is_none() && !when.spans.is_empty();
        when.spans
    }
    /// The zone the row's times are said in, if it says so; the first that has a name is the file's.
    pub(super) fn zone_of(&mut self, row: usize) -> Option<TimeZone> {
        let column = self.table.of(Field::Zone).next()?.index;
        let words = as_text(self.value(row, column)).into_owned();
        if words.is_empty() || super::super::words::is_placeholder(&words) {
            return None;
        }
        if !self.zones.contains_key(words.as_str()) {
            self.zones.insert(words.as_str().into(), zones::read(&words));
        }
        let Some(said) = self.zones[words.as_str()].clone() else {
            self.say(row, column, SheetTrouble::NotUnderstood("zone"));
            return None;
        };
        let has_name = |zone: &TimeZone| zone.iana_name().is_some();
        if self.reading.zone.as_ref().is_none_or(|kept| !has_name(kept) && has_name(&said.week)) {
            self.reading.zone = Some(said.week);
        }
        Some(said.row)
    }
}
