//! What leaves the house: one programme, in the formats that other programs read.
//!
//! Reading is tolerant, writing is strict: a file passes the format's schema *and* the rules of the clients that are
//! stricter than it. What a format cannot hold is told as a [`Loss`], never dropped silently.
//! Nothing here judges a programme, and nothing here asks a clock: the hour of writing is part of [`Asked`].

pub mod atom;
pub mod sitemap;

pub(crate) mod account;
mod agenda;
mod csv;
mod ics;
mod identity;
mod json_ld;
mod json_text;
mod loss;
mod moments;
mod only;
mod opass;
mod people;
mod schedule_json;
mod schedule_xml;
mod table;
mod words;
mod xlsx;

pub use ics::Previous;
pub use identity::settle_numbers;
pub use json_ld::{Described, describe};
pub use loss::{Loss, Losses};
pub use only::Only;

use std::sync::Arc;

use festoon_domain::notice::Notice;
use festoon_domain::programme::{Programme, RoomUse, Visibility};
use festoon_domain::text::Lang;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::refusal::Right;

/// A format that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outlet {
    /// schedule.xml as c3voc's schema has it; one file a language.
    ScheduleXml,
    /// schedule.json, version 1; one file a language.
    ScheduleJson,
    /// OPass session.json; both languages in one.
    Opass,
    /// iCalendar; one file a language.
    Ics,
    /// A table with a byte order mark, as spreadsheet programs want it.
    Csv,
    /// A workbook.
    Xlsx,
    /// schema.org events, as search engines read them.
    JsonLd,
}

impl Outlet {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::ScheduleXml, Self::ScheduleJson, Self::Opass, Self::Ics, Self::Csv, Self::Xlsx, Self::JsonLd];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ScheduleXml => "schedule-xml",
            Self::ScheduleJson => "schedule-json",
            Self::Opass => "opass",
            Self::Ics => "ics",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::JsonLd => "jsonld",
        }
    }
}

/// Writes a programme.
///
/// # Errors
/// A programme that the format cannot hold at all.
pub fn write(programme: &Programme, outlet: Outlet, asked: &Asked) -> Result<Written, Unwritable> {
    // Only a table has a place for what has no time; a feed that calls everything off needs none either, nor does one that will
    // have something some day.
    let is_table = matches!(outlet, Outlet::Csv | Outlet::Xlsx);
    let is_feed = outlet == Outlet::Ics && (asked.only.is_some() || asked.previous.is_some());
    let is_timed = || programme.occurrences.iter().any(|occurrence| occurrence.when.is_some());
    if !is_table && !is_feed && !is_timed() {
        return Err(Unwritable::NothingTimed);
    }

    let mut losses = Losses::default();
    let bytes = match outlet {
        Outlet::ScheduleXml => schedule_xml::write(programme, asked, &mut losses)?,
        Outlet::ScheduleJson => schedule_json::write(programme, asked, &mut losses)?,
        Outlet::Opass => opass::write(programme, asked, &mut losses),
        Outlet::Ics => ics::write(programme, asked, &mut losses)?,
        Outlet::Csv => csv::write(programme, asked, &mut losses),
        Outlet::Xlsx => xlsx::write(programme, asked, &mut losses)?,
        Outlet::JsonLd => json_ld::write(programme, asked, &mut losses),
    };
    // Whoever reads a selection asked for it, and not for an account of all the rest.
    if !is_table && asked.only.is_none() {
        note_details(programme, asked, &mut losses);
    }
    Ok(Written { bytes, losses })
}

/// What only tables have columns for; said once for all formats of programmes and calendars.
fn note_details(programme: &Programme, asked: &Asked, losses: &mut Losses) {
    for session in &programme.sessions {
        let has_details = session.expected.is_some()
            || session.interpretation.is_some()
            || !session.equipment.is_empty()
            || !session.access.is_empty()
            || session.room_use == RoomUse::Shared
            || session.activity.is_some_and(|activity| programme[activity].host.is_some());
        if has_details {
            losses.note(Loss::DetailsLeftOut, session.title.read(asked.lang));
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The language of a file that has only one, and of headings.
    pub lang: Lang,
    /// Who may read it: people appear as far as they may be known to those.
    pub audience: Visibility,
    /// Where the guide is published; links and identifiers are made from it.
    pub site: Option<Site>,
    /// Which publication this is.
    pub issue: Issue,
    /// The calendar as it was published last, for the format that is subscribed to.
    pub previous: Option<Previous>,
    /// What of the programme is written; everything where nothing is said.
    pub only: Option<Only>,
    /// What everybody must read at once; for the formats that have a place for it.
    pub notices: Arc<[Notice]>,
    /// The address at which the file itself will lie, if that is known; for the format that says so.
    pub source: Option<String>,
}

/// A publication of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issue {
    /// Counted up from 1 with every publication; calendars take a higher one for a change.
    pub number: u32,
    /// When.
    pub at: Timestamp,
}

/// Where the guide is published.
#[derive(Debug, Clone)]
pub struct Site {
    /// An http(s) address without a slash at its end.
    pub base: String,
    /// The path of a page in a language: the guide knows its addresses, this crate does not.
    pub path: fn(Page<'_>, Lang) -> String,
}

/// A page of the guide that files link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page<'a> {
    /// The week at a glance.
    Week,
    /// An activity, by its key.
    Activity(&'a str),
    /// A session, by its key.
    Session(&'a str),
    /// One day.
    Day(Date),
    /// A house, by its key.
    Venue(&'a str),
    /// A person, by their key.
    Person(&'a str),
}

impl Asked {
    /// In Chinese, for everybody, without a site.
    #[must_use]
    pub fn of(issue: Issue) -> Self {
        Self {
            lang: Lang::Zh,
            audience: Visibility::Public,
            site: None,
            issue,
            previous: None,
            only: None,
            notices: Arc::default(),
            source: None,
        }
    }

    /// The address of a page, if the guide has one.
    #[must_use]
    pub fn address(&self, page: Page<'_>) -> Option<String> {
        let site = self.site.as_ref()?;
        Some(format!("{}{}", site.base, (site.path)(page, self.lang)))
    }
}

/// A file, and what it cannot say.
#[derive(Debug, Clone)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was left out or bent, in the order of [`Loss`].
    pub losses: Losses,
}

/// Why a programme cannot be written at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// A format that is a list of days, and nothing in the programme has a time.
    #[error("nothing in the programme has a time")]
    NothingTimed,
    /// More rows than the format has.
    #[error("more than {0} rows")]
    TooManyRows(u32),
    /// The calendar published before is of another week or in the other language.
    #[error("the calendar before is another one")]
    OtherCalendar,
}

impl Unwritable {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let right = match self {
            Self::NothingTimed => Right::new(
                "没有一场写明时间，这种格式写不出来。请先补上日期和时间，或改用 csv、xlsx。",
                "no session has a time, without which this format cannot be written. Add days and times, or write csv or xlsx.",
            ),
            Self::OtherCalendar => Right::new(
                "--previous 给的是另一个活动周或另一种语言的日历；照它比较，会把其中的场次都标成取消。请给同一活动周、同一语言上一次写出的 .ics。",
                "--previous names a calendar of another week or in the other language; against it, all its events would be called off. Give the one written last for this week in this language.",
            ),
            Self::TooManyRows(most) => Right::new(
                format!("场次超过 {most} 行，工作表放不下。请改用 csv。"),
                format!("there are more than {most} rows, which a sheet cannot hold. Write csv."),
            ),
        };
        match lang {
            Lang::Zh => right.zh,
            Lang::En => right.en,
        }
    }
}

#[cfg(test)]
mod json_promises;
