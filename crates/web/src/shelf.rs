//! The shelf: every week that has a release, in its newest one, and which of them the unprefixed addresses show.
//!
//! A shelf is an immutable value that is exchanged as a whole. A request keeps the one it began with, so nobody reads half of one
//! release and half of the next; editions that did not change are the same ones on the new shelf, with their rendered pages.
//! The shelf knows the notices too, of weeks that have no release yet as well: whichever comes first, a release or a notice over it, the
//! two are shown together.

mod whole;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use festoon_app::notices::Over;
use festoon_guide::Guide;
use festoon_guide::imprint::{Past, Release};
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::{Base, Outlet};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;

pub(crate) use whole::{Since, Whole};

use crate::cache::Cache;
use crate::kept::Kept;
use whole::Wholes;

/// A week in one release, with the pages of it that were asked for.
#[derive(Debug)]
pub struct Edition {
    of_week: Guide,
    current: Guide,
    uploads: Arc<HashSet<String>>,
    pages: Arc<Cache>,
    /// What tells what releases changed. It has a place of its own, because that is known later than all the rest.
    news: Cache,
}

impl Edition {
    /// The edition of a guide; `uploads` are the names under which its pictures and papers may be had.
    #[must_use]
    pub fn new(guide: &Guide, uploads: HashSet<String>) -> Self {
        Self::shown(guide, Arc::new(uploads), Arc::new(Cache::of_pages()))
    }

    fn shown(guide: &Guide, uploads: Arc<HashSet<String>>, pages: Arc<Cache>) -> Self {
        Self {
            of_week: guide.read_at(Base::of_week(&guide.programme().week.slug)),
            current: guide.read_at(Base::current()),
            uploads,
            pages,
            news: Cache::of_news(),
        }
    }

    /// The same edition under other notices: every answer is made anew, because every page says them.
    fn under(&self, over: &Over) -> Self {
        let guide = self.of_week.under(over.notices.clone().into()).changed_at(over.changed);
        Self::shown(&guide, Arc::clone(&self.uploads), Arc::new(Cache::of_pages()))
    }

    /// The same edition, knowing what its releases changed. Only what tells that is made anew; the pages it has go on being kept.
    fn remembering(&self, releases: Arc<[Past]>, known: Timestamp) -> Self {
        let guide = self.of_week.remembering(releases, known);
        Self::shown(&guide, Arc::clone(&self.uploads), Arc::clone(&self.pages))
    }

    fn in_place_of(self, before: &Self) -> Self {
        let (of_week, current) =
            (self.of_week.in_place_of(&before.of_week), self.current.in_place_of(&before.current));
        Self { of_week, current, ..self }
    }

    /// How many bytes of answers are kept.
    #[must_use]
    pub fn bytes_kept(&self) -> u64 {
        self.pages.bytes() + self.news.bytes()
    }

    /// The guide as it is read under the week's own addresses.
    #[must_use]
    pub const fn guide(&self) -> &Guide {
        &self.of_week
    }
}

/// What can be read.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    editions: BTreeMap<String, Arc<Edition>>,
    over: BTreeMap<String, Over>,
    current: Option<String>,
    wholes: Arc<Wholes>,
}

impl Shelf {
    /// With this edition, in place of the one of the same week, under the notices that stand over it.
    #[must_use]
    pub fn with(mut self, edition: Edition) -> Self {
        let slug = edition.of_week.programme().week.slug.clone();
        let edition = match self.over.get(&slug) {
            Some(over) => edition.under(over),
            None => edition,
        };
        let edition = match self.editions.get(&slug) {
            Some(before) => edition.in_place_of(before),
            None => edition,
        };
        self.editions.insert(slug, Arc::new(edition));
        self
    }

    /// Under these notices, by week, and no others; a week that is not named has none since `now`.
    #[must_use]
    pub fn under(mut self, over: BTreeMap<String, Over>, now: Timestamp) -> Self {
        let before = std::mem::replace(&mut self.over, over);
        for (week, before) in before {
            let changed = if before.notices.is_empty() { before.changed } else { now };
            self.over.entry(week).or_insert(Over { notices: Vec::new(), changed });
        }
        for (week, over) in &self.over {
            let Some(edition) = self.editions.get_mut(week) else { continue };
            if *edition.guide().notices() != *over.notices {
                *edition = Arc::new(edition.under(over).in_place_of(edition));
            }
        }
        self
    }

    /// With what the releases of a week changed, known since a time; nothing where another release of it is shown by now.
    #[must_use]
    pub fn remembering(
        mut self,
        week: &str,
        shown: Release,
        releases: Arc<[Past]>,
        known: Timestamp,
    ) -> Self {
        let edition = self.editions.get_mut(week);
        if let Some(edition) = edition.filter(|edition| edition.guide().release() == Some(shown)) {
            *edition = Arc::new(edition.remembering(releases, known));
        }
        self
    }

    /// With this week at the unprefixed addresses. It may have no release yet; until it has, they say so.
    #[must_use]
    pub fn turned_to(mut self, week: &str) -> Self {
        self.current = Some(week.to_owned());
        self
    }

    /// Without this week.
    #[must_use]
    pub fn without(mut self, week: &str) -> Self {
        self.editions.remove(week);
        self
    }

    /// The edition of a week.
    #[must_use]
    pub fn edition(&self, week: &str) -> Option<&Arc<Edition>> {
        self.editions.get(week)
    }

    /// Every edition, by week.
    pub fn editions(&self) -> impl Iterator<Item = &Arc<Edition>> {
        self.editions.values()
    }

    /// The notices that stand over each week, of those that ever had one.
    #[must_use]
    pub const fn over(&self) -> &BTreeMap<String, Over> {
        &self.over
    }

    /// The week that unprefixed addresses show.
    #[must_use]
    pub fn current(&self) -> Option<&str> {
        self.current.as_deref()
    }

    /// What there is to read under a week's addresses, or under those without one.
    ///
    /// A week that is current but not on the shelf is a draft still; and while nothing at all is, nobody can say that a week does
    /// not exist.
    pub(crate) fn open(&self, week: Option<&str>) -> Result<Open<'_>, Trouble> {
        let Some(slug) = week.or(self.current()) else { return Err(Trouble::NothingYet) };
        let is_current = self.current() == Some(slug);
        let Some(edition) = self.editions.get(slug) else {
            let is_to_come = is_current || self.editions.is_empty();
            return Err(if is_to_come { Trouble::NothingYet } else { Trouble::NotFound });
        };
        let guide = if week.is_some() { &edition.of_week } else { &edition.current };
        Ok(Open { guide, edition })
    }

    /// What is kept of an address, of the week it names or of the current one.
    pub(crate) fn kept(&self, address: &str) -> Option<Arc<Kept>> {
        let named = address.strip_prefix("/w/").and_then(|below| below.split(['/', '?']).next());
        let named = named.map(|slug| percent_decode_str(slug).decode_utf8_lossy());
        let edition = self.editions.get(named.as_deref().or(self.current())?)?;
        edition.pages.get(address).or_else(|| edition.news.get(address))
    }

    /// The guide whose name and ways stand round a page that is of no guide, as an error: the asker's week, else the current one.
    pub(crate) fn around(&self, week: Option<&str>) -> Option<&Guide> {
        let of_week = week.and_then(|week| self.open(Some(week)).ok());
        of_week.or_else(|| self.open(None).ok()).map(|open| open.guide)
    }

    /// An answer of the shelf as a whole, made now if nobody asked for it before.
    pub(crate) fn whole(&self, which: Whole, make: impl FnOnce(Since) -> Kept) -> Arc<Kept> {
        self.wholes.answer(which, make)
    }

    /// This shelf as it comes after another, from now on.
    pub(crate) fn following(self, before: &Self, now: Timestamp) -> Self {
        Self { wholes: Arc::new(before.wholes.followed_by(now)), ..self }
    }

    /// Whether an upload is of any release that is shown.
    pub(crate) fn shows_upload(&self, name: &str) -> bool {
        self.editions().any(|edition| edition.uploads.contains(name))
    }
}

/// An edition that somebody reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Open<'a> {
    /// The guide, read at the addresses that were asked for.
    pub(crate) guide: &'a Guide,
    /// Its edition.
    pub(crate) edition: &'a Arc<Edition>,
}

impl Open<'_> {
    /// The answers kept of it.
    pub(crate) fn pages(&self) -> &Cache {
        &self.edition.pages
    }

    /// The files kept of it, where this one is.
    pub(crate) fn files(&self, outlet: Outlet<'_>) -> &Cache {
        match outlet {
            Outlet::Feed(_) => &self.edition.news,
            _ => &self.edition.pages,
        }
    }
}
