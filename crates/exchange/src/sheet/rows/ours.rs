//! The rows of a table that this program wrote, cell for cell as they stand.
//!
//! Only names that say nobody and nowhere (待定, TBA) are still taken for that: so somebody who fills in such a table means
//! them. A time that somebody wrote in another way is read as any host's.

use festoon_domain::programme::{Equipment, Interpretation, Role, Span};
use festoon_domain::text::{Lang, Text};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::super::attributes;
use super::super::fields::Field;
use super::super::grid::Cell;
use super::super::moments::{Expect, serial};
use super::super::ours::{GAP, text, words};
use super::super::trouble::SheetTrouble;
use super::super::words::is_placeholder;
use super::Rows;
use crate::entry::{Entry, IdOf, PersonStated, PlaceStated};

impl Rows<'_, '_> {
    /// What a row with a GUID states; nothing for a row that was added by hand.
    pub(super) fn own_row(&mut self, row: usize) -> Option<Vec<Entry>> {
        let guid = uuid::Uuid::parse_str(&self.own_words(row, Field::Guid)).ok()?;
        let mut entry = Entry::at(self.cells.cite_row(row));
        (entry.guid, entry.id_of) = (Some(guid), IdOf::Session);
        self.own_texts(row, &mut entry);
        for role in [Role::Speaker, Role::Chair, Role::GuestOfHonour, Role::Interpreter] {
            self.own_people(row, role, &mut entry);
        }
        self.own_attributes(row, &mut entry);

        let zone = self.zone_of(row);
        if let Some(when) = self.own_when(row, zone.as_ref().unwrap_or(self.context.zone)) {
            self.reading.used_assumed_zone |= zone.is_none() && when.is_some();
            return Some(vec![Entry { when, ..entry }]);
        }
        let (moments, columns) = self.row_moments(row);
        let spans = self.spans(row, &moments, columns);
        if spans.is_empty() {
            return Some(vec![entry]);
        }
        // Of one GUID there is one; the others are found by their row.
        let first = spans[0];
        let more = |span: Span| Entry {
            when: Some(span),
            guid: entry.guid.filter(|_| span == first),
            ..entry.clone()
        };
        Some(spans.into_iter().map(more).collect())
    }

    fn own_words(&self, row: usize, field: Field) -> String {
        self.table.of(field).next().map(|column| words(self.cells, row, column.index)).unwrap_or_default()
    }

    fn own_text(&self, row: usize, field: Field) -> Text {
        text(self.cells, self.table, row, field)
    }

    /// A name that other rows share; empty for one that names nothing.
    fn own_name(&self, row: usize, field: Field) -> Text {
        let name = self.own_text(row, field);
        if Lang::BOTH.iter().all(|lang| is_placeholder(name.wording(*lang))) { Text::default() } else { name }
    }

    fn own_texts(&self, row: usize, entry: &mut Entry) {
        entry.title = self.own_text(row, Field::Title);
        entry.subtitle = self.own_text(row, Field::Subtitle);
        entry.summary = self.own_text(row, Field::Summary);
        entry.description = self.own_text(row, Field::Description);
        entry.activity = self.own_text(row, Field::Activity);
        entry.part = self.own_text(row, Field::Part);
        entry.chain = self.own_text(row, Field::Chain);
        entry.host = self.own_name(row, Field::Host);
        entry.own_host = self.own_name(row, Field::OwnHost);
        let names = self.lists(row, &[(Field::CoHosts, Some(Lang::Zh)), (Field::CoHosts, Some(Lang::En))]);
        entry.co_hosts = names
            .iter()
            .map(|names| Text::new(&names[0], &names[1]))
            .filter(|name| !name.is_empty())
            .collect();
        let (venue, room) = (self.own_name(row, Field::Venue), self.own_name(row, Field::Room));
        if !venue.is_empty() || !room.is_empty() {
            entry.place = PlaceStated::VenueAndRoom(venue, room);
        }
    }

    /// One person a line: names, organisations, positions and who may know stand beside each other.
    fn own_people(&mut self, row: usize, role: Role, entry: &mut Entry) {
        let (zh, en) = (Some(Lang::Zh), Some(Lang::En));
        let (organisation, position) = (Field::Organisation(Some(role)), Field::Position(Some(role)));
        let columns = [
            (Field::Person(role), zh),
            (Field::Person(role), en),
            (organisation, zh),
            (organisation, en),
            (position, zh),
            (position, en),
            (Field::VisibilityOf(role), None),
        ];
        for line in self.lists(row, &columns) {
            let name = Text::new(&line[0], &line[1]);
            if Lang::BOTH.iter().all(|lang| is_placeholder(name.wording(*lang))) {
                if line[2..].iter().any(|words| !words.is_empty())
                    && let Some(column) = self.table.of(Field::Person(role)).next()
                {
                    self.say(row, column.index, SheetTrouble::NotAPerson);
                }
                continue;
            }
            entry.people.push(PersonStated {
                organisation: Text::new(&line[2], &line[3]),
                position: Text::new(&line[4], &line[5]),
                visibility: attributes::visibility(&line[6]),
                ..PersonStated::named(name, role)
            });
        }
    }

    /// The lines of several cells beside each other, as many as the longest has; a gap is empty.
    fn lists<const N: usize>(&self, row: usize, columns: &[(Field, Option<Lang>); N]) -> Vec<[String; N]> {
        let cells = columns.map(|(field, lang)| {
            let column = self.table.of(field).find(|column| column.lang == lang);
            column.map(|column| words(self.cells, row, column.index)).unwrap_or_default()
        });
        let lines = cells.each_ref().map(|cell| cell.lines().map(str::trim).collect::<Vec<&str>>());
        let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
        let line = |at: usize| {
            lines.each_ref().map(|lines| {
                lines.get(at).copied().filter(|line| *line != GAP).unwrap_or_default().to_owned()
            })
        };
        (0..longest).map(line).collect()
    }

    fn own_attributes(&mut self, row: usize, entry: &mut Entry) {
        let table = self.table;
        for column in &table.columns {
            let Some(field) = column.field else { continue };
            let words = words(self.cells, row, column.index);
            if words.is_empty() {
                continue;
            }
            let number = words.parse::<u32>().ok();
            match (field, number) {
                (Field::Expected, Some(_)) => entry.expected = number,
                (Field::Seats, Some(_)) => entry.seats = number,
                (Field::Edition, Some(_)) => entry.edition = number,
                (Field::Interpreters, Some(needed)) => {
                    let languages = self.own_words(row, Field::Interpretation);
                    entry.interpretation = Some(Interpretation { languages, needed });
                }
                (Field::Languages, _) => entry.languages = pieces(&words).flat_map(language).collect(),
                (Field::Partners, _) => entry.partners = pieces(&words).flat_map(country).collect(),
                (Field::Equipment, _) => entry.equipment = words.lines().filter_map(equipment).collect(),
                (Field::Id, _) => entry.id = Some(words),
                (Field::AppSlug, _) => entry.slug = Some(words),
                (Field::Link, _) if words.starts_with("http") => entry.link = Some(words),
                (Field::Guid | Field::Zone | Field::CoHosts | Field::Chain | Field::VisibilityOf(_), _) => {}
                _ => self.attribute(row, column, field, entry),
            }
        }
    }

    /// The span of a row, from its first day and clock to its last; nothing where a cell says something else than one.
    #[expect(clippy::option_option, reason = "a row without a time is understood too")]
    fn own_when(&mut self, row: usize, zone: &TimeZone) -> Option<Option<Span>> {
        const ABOUT_WHEN: [Field; 4] = [Field::Date, Field::Start, Field::EndDate, Field::End];
        if ABOUT_WHEN.iter().all(|field| self.own_words(row, *field).is_empty()) {
            return Some(None);
        }
        let first = self.own_day(row, Field::Date)?;
        let last = if self.own_words(row, Field::EndDate).is_empty() {
            first
        } else {
            self.own_day(row, Field::EndDate)?
        };
        let at = |day: Date, time: Time| zone.to_timestamp(day.to_datetime(time)).ok();
        let start = at(first, self.own_clock(row, Field::Start)?)?;
        let end = at(last, self.own_clock(row, Field::End)?)?;
        Some(Some(Span::new(start, end)?))
    }

    /// A day as it was written, or as the program that saved the file anew shows it: `2021/6/21`.
    fn own_day(&mut self, row: usize, field: Field) -> Option<Date> {
        let column = self.table.of(field).next()?.index;
        let known = match self.cells.own(row, column) {
            Cell::Text(text) => text.trim().parse().ok(),
            Cell::Serial(days) => serial::read(days.trunc(), self.cells.grid.is_1904)?.date(),
            _ => None,
        };
        known.or_else(|| self.calendar.date(self.stated(row, column, Expect::Date)?.only_day()?))
    }

    /// A clock likewise: `9:00`, `12:30:00 AM`.
    fn own_clock(&mut self, row: usize, field: Field) -> Option<Time> {
        let column = self.table.of(field).next()?.index;
        if let Some(known) = clock(self.cells.own(row, column)) {
            return Some(known);
        }
        let stated = self.stated(row, column, Expect::Time)?;
        let is_one = stated.has_clock() && !stated.has_span() && !stated.has_days() && stated.junk.is_empty();
        let minutes = stated.first_minutes().filter(|_| is_one)?;
        Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
    }
}

/// To the second; the reader of hosts' times rounds to the minute.
fn clock(cell: &Cell) -> Option<Time> {
    match cell {
        Cell::Serial(days) if (0.0..1.0).contains(days) => {
            #[expect(clippy::cast_possible_truncation, reason = "a day has 86,400 seconds")]
            let seconds = (days * 86_400.0).round() as i32 % 86_400;
            let part = |of: i32| i8::try_from(of).ok();
            Time::new(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, 0).ok()
        }
        Cell::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn pieces(words: &str) -> impl Iterator<Item = &str> {
    words.split(['、', ',', '，', '\n']).map(str::trim).filter(|piece| !piece.is_empty())
}

/// Codes of a word; a word nobody knows is a code.
fn language(word: &str) -> Vec<String> {
    let (codes, all) = attributes::languages(word);
    if all && !codes.is_empty() { codes } else { vec![word.to_owned()] }
}

fn country(word: &str) -> Vec<String> {
    let (codes, all) = attributes::countries(word);
    if all && !codes.is_empty() { codes } else { vec![word.to_owned()] }
}

/// One of the house's words, or any other as it stands.
fn equipment(line: &str) -> Option<Equipment> {
    let line = line.trim();
    (!line.is_empty())
        .then(|| Equipment(attributes::equipment_word(line).map_or_else(|| line.to_owned(), str::to_owned)))
}
