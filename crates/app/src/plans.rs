//! A copy of a visitor's plan that they published for their calendar: by an explicit act, for a while, to be taken back with a secret.
//!
//! The plan itself stays on the visitor's device. A copy is some numbers of a week, and nothing that says whose it is; whoever has
//! its address may read it. What is in it is always told as the newest release has it. Chance is an argument.

mod calendar;

use std::collections::HashSet;

use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_store::plans::{self, PlanCopy};
use festoon_store::{Store, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::Failure;
use crate::uploads::Hash;

pub use calendar::{calendar, edition};

/// Nobody goes to more.
pub const MOST_CHOSEN: usize = 500;

/// So many copies of a week are kept at a time, fifty megabytes of them; a guest of a week needs one. Nobody else is kept out by who
/// publishes for ever.
pub const MOST_LIVE: u64 = 50_000;

/// Nothing is kept for longer, whatever is asked for.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 400);

/// For how long a copy is to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// For thirty days after the week is over.
    AfterTheWeek,
    /// For seven days.
    Days7,
    /// For thirty days.
    Days30,
}

impl Until {
    /// As it stands in a form: `week-end`, `7d`, `30d`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "week-end" => Some(Self::AfterTheWeek),
            "7d" => Some(Self::Days7),
            "30d" => Some(Self::Days30),
            _ => None,
        }
    }
}

/// What is to be published.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The numbers of the occurrences.
    pub numbers: Vec<u32>,
    /// In which language.
    pub lang: Lang,
    /// For how long.
    pub until: Until,
}

/// A copy that was published. Nobody is told its secret a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// By which it is had: 32 hexadecimal digits.
    pub key: String,
    /// By which it is deleted: 32 hexadecimal digits.
    pub secret: String,
    /// What is in it, each once, in order.
    pub numbers: Vec<u32>,
    /// From when on it is not to be had.
    pub expires: Timestamp,
}

/// Why nothing is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRefusal {
    /// Nothing is chosen.
    Nothing,
    /// More is chosen than is taken.
    TooMany,
    /// The newest release has no such numbers.
    Unknown(Vec<u32>),
    /// As many copies of the week are kept as are kept at a time.
    Full,
    /// There is no chance to draw a key from.
    NoChance,
}

/// A copy that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    Copy(PlanCopy),
    /// It was there until its time was over.
    Over,
    /// There is none: it never was, or is deleted.
    Nothing,
}

/// A visitor publishes a copy of their plan. `guide` is the week's newest release.
///
/// # Errors
/// Why nothing is published.
pub fn publish(
    store: &Store,
    now: Timestamp,
    chance: &dyn Fn(&mut [u8]),
    guide: &Guide,
    asked: &Asked,
) -> Result<Published, Failure<PlanRefusal>> {
    let numbers = known(guide, &asked.numbers).map_err(Failure::Refused)?;
    let (key, secret) = (drawn(chance), drawn(chance));
    let (Some(key), Some(secret)) = (key, secret) else {
        return Err(Failure::Refused(PlanRefusal::NoChance));
    };
    if key == secret {
        return Err(Failure::Refused(PlanRefusal::NoChance));
    }

    let published = Published { key, secret, numbers, expires: expiry(guide, now, asked.until) };
    let copy = PlanCopy {
        key: published.key.clone(),
        secret_hash: hash(&published.secret),
        week: guide.programme().week.slug.clone(),
        numbers: published.numbers.clone(),
        lang: asked.lang,
        made: now,
        expires: published.expires,
    };
    store.write(move |tx| {
        plans::sweep(tx, now)?;
        if plans::count(tx, &copy.week)? >= MOST_LIVE {
            return Err(Failure::Refused(PlanRefusal::Full));
        }
        let is_new = plans::put(tx, &copy)?;
        if is_new { Ok(()) } else { Err(Failure::Refused(PlanRefusal::NoChance)) }
    })?;
    Ok(published)
}

/// Somebody's calendar asks for a copy.
///
/// # Errors
/// When the database does not answer.
pub fn copy(store: &Store, now: Timestamp, key: &str) -> Result<Found, StoreError> {
    let key = key.to_owned();
    let found = store.read(move |read| plans::find(read, &key))?;
    Ok(match found {
        Some(copy) if now < copy.expires => Found::Copy(copy),
        Some(_) => Found::Over,
        None => Found::Nothing,
    })
}

/// A visitor takes a copy back; whether there was one with this secret.
///
/// # Errors
/// When the database does not answer.
pub fn delete(store: &Store, key: &str, secret: &str) -> Result<bool, StoreError> {
    let (key, secret_hash) = (key.to_owned(), hash(secret));
    store.write(move |tx| plans::delete(tx, &key, &secret_hash))
}

/// Whether a copy is deleted with this.
#[must_use]
pub fn is_secret_of(copy: &PlanCopy, secret: &str) -> bool {
    copy.secret_hash == hash(secret)
}

/// What has expired goes for good; how many copies. Publishing does it too.
///
/// # Errors
/// When the database does not answer.
pub fn sweep(store: &Store, now: Timestamp) -> Result<u64, StoreError> {
    store.write(move |tx| plans::sweep(tx, now))
}

/// Each number once, in order, if the release has them all.
fn known(guide: &Guide, asked: &[u32]) -> Result<Vec<u32>, PlanRefusal> {
    let mut numbers = asked.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        return Err(PlanRefusal::Nothing);
    }
    if numbers.len() > MOST_CHOSEN {
        return Err(PlanRefusal::TooMany);
    }
    // Whoever asks for what is not there is not counted, so being refused is kept cheap.
    let occurrences = guide.programme().occurrences.iter();
    let there = occurrences.filter_map(|one| one.number).map(u32::from);
    let there: HashSet<u32> = there.filter(|number| numbers.binary_search(number).is_ok()).collect();
    let unknown: Vec<u32> = numbers.iter().copied().filter(|number| !there.contains(number)).collect();
    if unknown.is_empty() { Ok(numbers) } else { Err(PlanRefusal::Unknown(unknown)) }
}

fn expiry(guide: &Guide, now: Timestamp, until: Until) -> Timestamp {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    let expires = match until {
        Until::AfterTheWeek => over(guide).unwrap_or(now).max(now) + days(30),
        Until::Days7 => now + days(7),
        Until::Days30 => now + days(30),
    };
    expires.min(now + LONGEST)
}

/// When a week's last day is over.
fn over(guide: &Guide) -> Option<Timestamp> {
    let week = &guide.programme().week;
    let midnight = week.last_day.tomorrow().ok()?.to_zoned(week.zone.clone()).ok()?;
    Some(midnight.timestamp())
}

/// 128 bits of chance as a word; nothing where chance gave nothing.
fn drawn(chance: &dyn Fn(&mut [u8])) -> Option<String> {
    let mut bytes = [0; 16];
    chance(&mut bytes);
    (bytes != [0; 16]).then(|| format!("{:032x}", u128::from_be_bytes(bytes)))
}

fn hash(secret: &str) -> String {
    Hash::of(secret.as_bytes()).to_string()
}
