//! The week as a folder of CSV and TOML files: the format of `demo/week` and of a complete export.
//!
//! Unlike a host's spreadsheet this is a format of our own: one table a kind of record, keys instead of names, and
//! strict. A column that is missing, a key nobody defined or a word nobody knows is a refusal that names file, row and
//! column, because a week that was exported must come back equal.
//!
//! Files become records and records become files, field by field along [`Kind::fields`]: a new field has its column without a
//! word here. What a record as a whole must be is decided by [`put_together`] alone. What stands where a programme was read is not
//! written. `docs/week-folder.md` lists the tables.

mod cells;
mod clock;
mod fault;
mod head;
mod layout;
mod refused;
mod sessions;
mod table;
mod tables;
mod writing;

use std::borrow::Cow;

use festoon_domain::record::{Kind, Record, Value, put_together};
use festoon_domain::week::Records;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::Refusal;
pub use fault::FolderFault;
pub use writing::write;

/// The file by which a week folder is known.
pub const HEAD: &str = "week.toml";
/// The file its sessions are in.
pub const SESSIONS: &str = "sessions.csv";

/// Where the files of the folder come from: by name, nothing if there is no such file.
pub type Files<'a> = &'a dyn Fn(&str) -> Option<Cow<'static, [u8]>>;

/// Reads a whole week.
///
/// # Errors
/// Every mistake of `week.toml` with line and character, and the first fault of every table that has one, with file, row and column; if each
/// is sound, the first thing that does not fit between them.
pub fn read(files: Files<'_>) -> Result<Records, Vec<Refusal>> {
    let mut records = Vec::new();
    let mut refusals = Vec::new();
    let head = head::read(files).unwrap_or_else(|mistakes| {
        refusals.extend(mistakes);
        head::Head::default()
    });
    let mut take = |read: Result<Vec<Record>, Refusal>| match read {
        Ok(more) => records.extend(more),
        Err(refusal) => refusals.push(refusal),
    };

    let head::Head { records: own, places } = head;
    let edition = Edition::of(&own);
    take(Ok(own));
    for sheet in &layout::SHEETS {
        take(tables::read(files, sheet));
    }
    take(sessions::read(files, &edition));

    if !refusals.is_empty() {
        return Err(refusals);
    }
    put_together(&records).map_err(|fault| vec![refused::refusal(fault, &records, &places)])
}

/// What of the week its sessions are read and written by.
#[derive(Debug)]
struct Edition {
    slug: Box<str>,
    zone: TimeZone,
}

impl Edition {
    /// Without a week in a known zone there will be a refusal; until then times are read in UTC.
    fn of(records: &[Record]) -> Self {
        let week = records.iter().find(|record| record.kind == Kind::Week);
        let zone = week.and_then(|week| match &week.values[layout::place(Kind::Week, "zone")] {
            Value::Words(zone) => DateTimeParser::new().parse_time_zone(&**zone).ok(),
            _ => None,
        });
        Self {
            slug: week.map(|week| week.key.clone()).unwrap_or_default(),
            zone: zone.unwrap_or(TimeZone::UTC),
        }
    }

    /// The guid of an occurrence that has none of its own: made from its session and the how-manieth row of it this is.
    ///
    /// Not made from the time: a session that moves keeps its identity in calendars.
    fn guid(&self, session: &str, row: u32) -> Uuid {
        let name = format!("{}/{session}/{row}", self.slug);
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
    }
}
