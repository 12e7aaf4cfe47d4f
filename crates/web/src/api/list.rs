//! A page of a table, or one record of it: chosen, then put into shapes.

use festoon_domain::programme::{ActivityId, HostId, OccurrenceId, PartId, PersonId, SessionId};
use festoon_domain::venue::{RoomId, VenueId};
use festoon_guide::Guide;
use festoon_guide::url::{Api, parameter};

use super::asked::{Asked, DEFAULT_LIMIT, MOST_LIMIT, Parameter};
use super::envelope::{List, One, rendered};
use super::filter::Filter;
use super::refusal::Refusal;
use super::shapes::{
    ActivityRecord, Addresses, FigureRecord, HostRecord, OccurrenceRecord, PartRecord, PersonRecord,
    RoomRecord, SessionRecord, VenueRecord,
};
use super::table::{Table, number};
use crate::kept::Rendered;

/// Which records of a table are on a page.
#[derive(Debug)]
pub(super) struct Page {
    table: Table,
    records: Vec<usize>,
    total: usize,
    next: Option<String>,
    is_of_the_walk: bool,
}

impl Page {
    /// Chooses the records that were asked for.
    pub(super) fn of(guide: &Guide, table: Table, asked: &Asked) -> Result<Self, Refusal> {
        let limit = asked.limit()?;
        let after = match asked.value(Parameter::After) {
            Some(key) => Some(table.find(guide, key).ok_or_else(|| no_such(Parameter::After, key, table))?),
            None => None,
        };
        let filter = Filter::of(guide, asked)?;

        let mut page = Self { table, records: Vec::new(), total: 0, next: None, is_of_the_walk: false };
        let (mut has_begun, mut has_more, mut passed) = (after.is_none(), false, 0);
        for record in table.order(guide) {
            if filter.admits(guide, record) {
                page.total += 1;
                if has_begun && page.records.len() < limit {
                    page.records.push(record);
                } else if has_begun {
                    has_more = true;
                } else {
                    passed += 1;
                }
            }
            has_begun = has_begun || after == Some(record);
        }
        if has_more && let Some(&last) = page.records.last() {
            page.next = Some(address_after(guide, table, asked, &table.key(guide, last)));
        }
        // `passed` is what lies before this page: whoever follows `next` from the first page has read a whole number of pages.
        let is_walked = matches!(limit, DEFAULT_LIMIT | MOST_LIMIT) && passed % limit == 0;
        page.is_of_the_walk = is_walked && !asked.is_filtered();
        Ok(page)
    }

    /// Whether it is one of the few pages that are come upon by following `next` from the start of the table: those are worth
    /// keeping. What only one asker wants would push out what many want.
    pub(super) const fn is_of_the_walk(&self) -> bool {
        self.is_of_the_walk
    }

    /// The page as an answer.
    pub(super) fn render(self, guide: &Guide) -> Rendered {
        macro_rules! list {
            ($make:expr) => {{
                let items = self.records.iter().map($make).collect();
                rendered(&List::of(guide, self.total, self.next, items))
            }};
        }
        match self.table {
            Table::Activities => list!(|&at| ActivityRecord::of(guide, ActivityId(number(at)))),
            Table::Parts => list!(|&at| PartRecord::of(guide, PartId(number(at)))),
            Table::Sessions => list!(|&at| SessionRecord::of(guide, SessionId(number(at)))),
            Table::Occurrences => list!(|&at| OccurrenceRecord::of(guide, OccurrenceId(number(at)))),
            Table::People => list!(|&at| PersonRecord::of(guide, PersonId(number(at)))),
            Table::Venues => list!(|&at| VenueRecord::of(guide, VenueId(number(at)))),
            Table::Rooms => list!(|&at| RoomRecord::of(guide, RoomId(number(at)))),
            Table::Hosts => list!(|&at| HostRecord::of(guide, HostId(number(at)))),
            Table::Figures => list!(|&at| FigureRecord::of(guide, &guide.figures()[at])),
        }
    }
}

/// One record as an answer.
pub(super) fn one(guide: &Guide, table: Table, at: usize) -> Rendered {
    macro_rules! one {
        ($record:expr) => {
            rendered(&One::of(guide, $record))
        };
    }
    match table {
        Table::Activities => one!(ActivityRecord::of(guide, ActivityId(number(at)))),
        Table::Parts => one!(PartRecord::of(guide, PartId(number(at)))),
        Table::Sessions => one!(SessionRecord::of(guide, SessionId(number(at)))),
        Table::Occurrences => one!(OccurrenceRecord::of(guide, OccurrenceId(number(at)))),
        Table::People => one!(PersonRecord::of(guide, PersonId(number(at)))),
        Table::Venues => one!(VenueRecord::of(guide, VenueId(number(at)))),
        Table::Rooms => one!(RoomRecord::of(guide, RoomId(number(at)))),
        Table::Hosts => one!(HostRecord::of(guide, HostId(number(at)))),
        Table::Figures => one!(FigureRecord::of(guide, &guide.figures()[at])),
    }
}

/// The canonical address of a page, without the site's own: the path, and of the parameters only what is not usual.
pub(super) fn canonical(guide: &Guide, table: Table, asked: &Asked) -> String {
    let path = festoon_guide::url::api(&guide.programme().week.slug, Api::Table(table.word()));
    with_query(path, asked, asked.value(Parameter::After))
}

fn address_after(guide: &Guide, table: Table, asked: &Asked, key: &str) -> String {
    with_query(Addresses::of(guide).json(Api::Table(table.word())), asked, Some(key))
}

/// Parameters in one order, so that one page has one address.
fn with_query(mut address: String, asked: &Asked, after: Option<&str>) -> String {
    let mut separator = '?';
    for &known in Parameter::OCCURRENCES {
        let value = if known == Parameter::After { after } else { asked.value(known) };
        let is_usual = known == Parameter::Limit && asked.limit().is_ok_and(|limit| limit == DEFAULT_LIMIT);
        let Some(value) = value.filter(|_| !is_usual) else { continue };
        address.push(separator);
        address.push_str(&parameter(known.name(), value));
        separator = '&';
    }
    address
}

pub(super) fn no_such(parameter: Parameter, value: &str, table: Table) -> Refusal {
    Refusal::NoSuch { parameter, value: value.to_owned(), table }
}
