//! Notices 紧急通知: what everybody must read at once. They stand outside releases, so nothing has to be frozen first.
//!
//! Who posted and who withdrew one stays in its row for good, and the row is written with what it says: there is no notice whose author
//! nobody knows, and no second line about it that could say otherwise.

mod refusal;
mod standing;

use festoon_domain::notice::Notice;
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::zone_named;
use festoon_store::notices::{self, NewNotice, NoticeRow};
use festoon_store::{Read, Store, StoreError, weeks};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::{Actor, Failure};

pub use refusal::NoticeRefusal;
pub use standing::{Over, standing};

/// More is an article: a notice is read on the way to somewhere else.
pub const MOST_CHARACTERS: usize = 500;

/// What somebody wants everybody to read.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Over which week.
    pub week: String,
    /// What it says in Chinese.
    pub zh: String,
    /// What it says in English.
    pub en: String,
    /// When it ends by itself; without, it stands until it is withdrawn.
    pub until: Option<Until>,
    /// Who posts it.
    pub actor: Actor,
}

/// When a notice ends, as somebody says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// An instant.
    Instant(Timestamp),
    /// On the week's own clocks.
    Local(DateTime),
}

/// What is known of a week's notices.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Which week it is.
    pub week: String,
    /// Its clocks.
    pub zone: TimeZone,
    /// All its notices, newest first.
    pub notices: Vec<NoticeRow>,
}

/// The office tells everybody something.
///
/// # Errors
/// Why it is not posted.
pub fn post(store: &Store, now: Timestamp, asked: &Asked) -> Result<NoticeRow, Failure<NoticeRefusal>> {
    let text = text(&asked.zh, &asked.en).map_err(Failure::Refused)?;
    let (week, until, actor) = (asked.week.clone(), asked.until, asked.actor.clone());
    store.write(move |tx| {
        there_is(tx, &week)?;
        let ends = match until {
            None => None,
            Some(Until::Instant(instant)) => Some(instant),
            Some(Until::Local(local)) => {
                let instant = zone(tx, &week)?.to_timestamp(local);
                Some(instant.map_err(|_| Failure::Refused(NoticeRefusal::NoTime))?)
            }
        };
        if let Some(ends) = ends.filter(|ends| *ends <= now) {
            return Err(Failure::Refused(NoticeRefusal::Past(ends.to_zoned(zone(tx, &week)?))));
        }
        let new = NewNotice {
            week: week.clone(),
            text: text.clone(),
            posted: now,
            posted_by: actor.name().to_owned(),
            ends,
        };
        let number = notices::put(tx, &new)?;
        let notice = Notice { number, text: new.text, posted: now, ends };
        Ok(NoticeRow { week: new.week, notice, posted_by: new.posted_by, withdrawn: None })
    })
}

/// The office takes a notice back.
///
/// # Errors
/// Why nothing is withdrawn.
pub fn withdraw(
    store: &Store,
    now: Timestamp,
    actor: &Actor,
    week: &str,
    number: u32,
) -> Result<NoticeRow, Failure<NoticeRefusal>> {
    let (week, actor) = (week.to_owned(), actor.clone());
    store.write(move |tx| {
        there_is(tx, &week)?;
        let known = notices::of_week(tx, &week)?;
        let last = known.first().map(|row| row.notice.number);
        let Some(found) = known.into_iter().find(|row| row.notice.number == number) else {
            return Err(Failure::Refused(NoticeRefusal::NoSuchNotice(number, last)));
        };
        if let Some((at, by)) = found.withdrawn {
            return Err(Failure::Refused(NoticeRefusal::WithdrawnAlready(
                number,
                at.to_zoned(zone(tx, &week)?),
                by,
            )));
        }
        notices::withdraw(tx, &week, number, now, actor.name())?;
        Ok(NoticeRow { withdrawn: Some((now, actor.name().to_owned())), ..found })
    })
}

/// All notices of a week, of the current one where none is named.
///
/// # Errors
/// When there is no such week, or the database does not answer.
pub fn all(store: &Store, week: Option<&str>) -> Result<Listed, Failure<NoticeRefusal>> {
    let week = week.map(str::to_owned);
    store.read(move |read| {
        let week = week.clone().map_or_else(|| current(read), Ok)?;
        there_is(read, &week)?;
        Ok(Listed { zone: zone(read, &week)?, notices: notices::of_week(read, &week)?, week })
    })
}

fn current(read: &mut Read<'_>) -> Result<String, Failure<NoticeRefusal>> {
    let current = weeks::all(read)?.into_iter().find(|week| week.is_current);
    let none = || Failure::Refused(NoticeRefusal::NoSuchWeek(String::new(), Vec::new()));
    current.map(|week| week.slug).ok_or_else(none)
}

fn there_is(read: &mut Read<'_>, week: &str) -> Result<(), Failure<NoticeRefusal>> {
    if weeks::find(read, week)?.is_some() {
        return Ok(());
    }
    let known = weeks::all(read)?.into_iter().map(|week| week.slug).collect();
    Err(Failure::Refused(NoticeRefusal::NoSuchWeek(week.to_owned(), known)))
}

/// The clocks of a week as its draft has them.
fn zone(read: &mut Read<'_>, week: &str) -> Result<TimeZone, StoreError> {
    let named = weeks::zone(read, week)?;
    Ok(named.and_then(|named| zone_named(&named)).unwrap_or(TimeZone::UTC))
}

/// What is said, on one line each.
fn text(zh: &str, en: &str) -> Result<Text, NoticeRefusal> {
    let wordings = [(Lang::Zh, zh), (Lang::En, en)].map(|(lang, said)| (lang, on_one_line(said)));
    for (lang, said) in &wordings {
        let length = said.chars().count();
        if length == 0 {
            return Err(NoticeRefusal::Missing(*lang));
        }
        if length > MOST_CHARACTERS {
            return Err(NoticeRefusal::TooLong(*lang, length));
        }
    }
    let [(_, zh), (_, en)] = &wordings;
    // Taken as they are: what happens to be the same in both languages was said in both.
    Ok(Text::from_wordings(zh, en, None))
}

fn on_one_line(said: &str) -> String {
    let words = said.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
