//! `/{lang}/programme/{day}/grid`: a day as a table of halls and times.
//!
//! A real table, so that a screen reader says hall and time of every cell. Only the table scrolls, never the page. A day with more
//! halls than a table can hold is shown house by house in groups; the list says the same and comes first.

mod columns;
mod rows;

use std::num::NonZeroUsize;

use askama::Template;
use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;
use jiff::civil::Date;

use self::columns::{Column, Spot};
use self::rows::Row;
use super::head::{DayHead, View};
use crate::Guide;
use crate::filter::{Filter, last_of};
use crate::pages::frame::Frame;
use crate::run::{Run, Tagged};
use crate::url::Page;
use crate::words::Words;
use crate::words::programme::ProgrammeWords;

/// Which group of halls, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NthGroup(NonZeroUsize);

impl NthGroup {
    /// The group that stands first.
    pub const FIRST: Self = Self(NonZeroUsize::MIN);

    /// The group that a query asks for, the first if it asks for none; nothing if that is no number.
    #[must_use]
    pub fn asked(query: &str) -> Option<Self> {
        let Some(asked) = last_of(query, "group") else { return Some(Self::FIRST) };
        let is_number = asked.len() <= 6 && asked.bytes().all(|byte| byte.is_ascii_digit());
        asked.parse().ok().filter(|_| is_number).map(Self)
    }

    /// What it adds to the query of a filter.
    fn after(self, filter: String) -> String {
        match self {
            Self::FIRST => filter,
            _ if filter.is_empty() => format!("group={}", self.0),
            _ => format!("{filter}&group={}", self.0),
        }
    }
}

/// A day as a grid.
#[derive(Debug, Template)]
#[template(path = "programme/grid.html")]
pub struct GridPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static ProgrammeWords,
    head: DayHead<'a>,
    groups: Vec<GroupLink<'a>>,
    houses: Vec<House<'a>>,
    halls: Vec<Hall<'a>>,
    rows: Vec<Row<'a>>,
}

/// A group of halls as a link, by the first and the last house in it.
#[derive(Debug)]
struct GroupLink<'a> {
    href: String,
    number: usize,
    first: Option<Run<'a>>,
    last: Option<Run<'a>>,
    is_here: bool,
}

/// The head over the halls of one house; nothing for what has no place.
#[derive(Debug)]
struct House<'a> {
    name: Option<Tagged<'a>>,
    /// The same for where it is cut short.
    plain: &'a str,
    href: String,
    /// By its place in the list of roads, as stars name it.
    number: Option<u32>,
    halls: usize,
    is_continued: bool,
}

/// The head of a column under its house.
#[derive(Debug)]
struct Hall<'a> {
    /// By its place among all, as stars name it; 0 where it has no name.
    number: u32,
    name: Option<Run<'a>>,
    is_continued: bool,
}

impl<'a> GridPage<'a> {
    /// The grid of a day, or of one group of its halls; nothing if there is no such day or group.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, date: Date, filter: &Filter, group: NthGroup) -> Option<Self> {
        let (w, p) = (Words::of(lang), ProgrammeWords::of(lang));
        let day = guide.day(date)?;
        let shown = day.occurrences.iter().copied().filter(|&id| filter.matches(guide, id));
        let groups = columns::groups(guide.programme(), shown);
        let columns = match groups.get(group.0.get() - 1) {
            Some(columns) => &columns[..],
            None if group == NthGroup::FIRST => &[],
            None => return None,
        };

        let head = DayHead::new(guide, lang, day, View::Grid, filter);
        let query = group.after(filter.query(guide));
        let description = w.session_count.of(day.occurrences.len());
        Some(Self {
            frame: Frame::new(guide, lang, Page::Grid(date), p.grid_of.with(&head.name), description)
                .showing(query),
            w,
            p,
            head,
            groups: group_links(guide, lang, date, filter, group, &groups),
            houses: houses(guide, lang, columns),
            halls: columns.iter().filter_map(|column| hall(guide, lang, column)).collect(),
            rows: rows::rows(guide, lang, date, columns),
        })
    }

    /// The sessions of each group, for whoever wants to be sure that none is missing.
    #[must_use]
    pub fn sessions_by_group(guide: &Guide, date: Date, filter: &Filter) -> Vec<Vec<OccurrenceId>> {
        let Some(day) = guide.day(date) else { return Vec::new() };
        let shown = day.occurrences.iter().copied().filter(|&id| filter.matches(guide, id));
        let groups = columns::groups(guide.programme(), shown);
        groups
            .into_iter()
            .map(|group| group.into_iter().flat_map(|column| column.occurrences).collect())
            .collect()
    }
}

fn group_links<'a>(
    guide: &'a Guide,
    lang: Lang,
    date: Date,
    filter: &Filter,
    here: NthGroup,
    groups: &[Vec<Column>],
) -> Vec<GroupLink<'a>> {
    if groups.len() < 2 {
        return Vec::new();
    }
    let house = |column: Option<&Column>| {
        let venue = column?.spot.venue()?;
        Some(Run::new(&guide.programme()[venue].name, lang))
    };
    let numbers = (1..).filter_map(NonZeroUsize::new).map(NthGroup);
    let link = |(number, columns): (NthGroup, &Vec<Column>)| {
        let (first, last) = (columns.first(), columns.last());
        let is_one_house = first.map(|column| column.spot.venue()) == last.map(|column| column.spot.venue());
        let address = guide.address(Page::Grid(date), lang);
        let query = number.after(filter.query(guide));
        GroupLink {
            href: if query.is_empty() { address } else { format!("{address}?{query}") },
            number: number.0.get(),
            first: house(first),
            last: house(last).filter(|_| !is_one_house),
            is_here: number == here,
        }
    };
    numbers.zip(groups).map(link).collect()
}

fn houses<'a>(guide: &'a Guide, lang: Lang, columns: &[Column]) -> Vec<House<'a>> {
    let of_house = columns.chunk_by(|one, other| one.spot.venue() == other.spot.venue());
    let head = |columns: &[Column]| {
        let venue = columns[0].spot.venue().map(|id| &guide.programme()[id]);
        House {
            name: venue.map(|venue| Tagged::new(&venue.name, lang, venue.provenance, Provenance::Stated)),
            plain: venue.map_or("", |venue| venue.name.read(lang)),
            href: venue.map_or_else(String::new, |venue| guide.address(Page::Venue(&venue.key), lang)),
            number: columns[0].spot.venue().map(|id| id.0),
            halls: columns.len(),
            is_continued: columns[0].is_continued,
        }
    };
    of_house.map(head).collect()
}

/// The head of a column; what has no place has only the head above it.
fn hall<'a>(guide: &'a Guide, lang: Lang, column: &Column) -> Option<Hall<'a>> {
    let (name, number) = match column.spot {
        Spot::Open => return None,
        Spot::House(_) => (None, 0),
        Spot::Room(_, room) => (Some(Run::new(&guide.programme()[room].name, lang)), room.0),
    };
    let name = name.filter(|name| !name.is_empty());
    Some(Hall { number, name, is_continued: column.is_continued })
}
