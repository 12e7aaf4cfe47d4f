//! What a visitor reads who published a copy of their plan, or took it back; and why there is none.
//!
//! The page about a copy has an address, so that it may be loaded again. The secret is not in it, because addresses end up in histories
//! and logs: only the browser that published shows how to delete.

use askama::Template;
use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use jiff::Timestamp;

use super::frame::Frame;
use crate::Guide;
use crate::run::Run;
use crate::url::{Page, plan_copy, plan_copy_deletion};
use crate::words::dates::{self, Moments};
use crate::words::plan_copy::PlanCopyWords;

/// Why a plan is not published, or a published one not to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanTrouble {
    /// Nothing is chosen.
    Nothing,
    /// More is chosen than is taken.
    TooMany,
    /// The release that is shown has not got all of it.
    Unknown,
    /// There is no such copy, or no more.
    Gone,
    /// Its time is over.
    Over,
    /// Too many are published at a time.
    Busy,
    /// Too many are published at a time from one place on the network.
    Share,
    /// The week has no room for another.
    Full,
}

impl PlanTrouble {
    pub(super) const fn status(self) -> u16 {
        match self {
            Self::Nothing | Self::TooMany | Self::Unknown => 422,
            Self::Gone => 404,
            Self::Over => 410,
            Self::Busy | Self::Share => 429,
            Self::Full => 503,
        }
    }

    pub(super) const fn retry_after(self) -> Option<u32> {
        match self {
            Self::Busy | Self::Share => Some(60),
            Self::Nothing | Self::TooMany | Self::Unknown | Self::Gone | Self::Over | Self::Full => None,
        }
    }

    pub(super) const fn words(self, lang: Lang) -> (&'static str, &'static str) {
        let c = PlanCopyWords::of(lang);
        match self {
            Self::Nothing => (c.nothing, c.nothing_lead),
            Self::TooMany => (c.too_many, c.too_many_lead),
            Self::Unknown => (c.unknown, c.unknown_lead),
            Self::Gone => (c.gone, c.gone_lead),
            Self::Over => (c.over, c.over_lead),
            Self::Busy => (c.busy, c.busy_lead),
            Self::Share => (c.share, c.share_lead),
            Self::Full => (c.full, c.full_lead),
        }
    }
}

/// A published copy.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// Its key.
    pub key: &'a str,
    /// The secret that deletes it, for whose browser holds it.
    pub secret: Option<&'a str>,
    /// What is in it, in order.
    pub numbers: &'a [u32],
    /// From when on it is not to be had.
    pub expires: Timestamp,
}

/// The page about a copy, to which publishing leads.
#[derive(Debug, Template)]
#[template(path = "plan_copy/copy.html")]
pub struct CopyPage<'a> {
    frame: Frame<'a>,
    c: &'static PlanCopyWords,
    key: &'a str,
    secret: Option<&'a str>,
    address: String,
    webcal: String,
    deletion: String,
    until: String,
    contents: String,
    lines: Vec<Chosen<'a>>,
}

/// One occurrence of the copy.
#[derive(Debug)]
struct Chosen<'a> {
    title: Run<'a>,
    href: String,
    when: Option<Moments>,
}

impl<'a> CopyPage<'a> {
    /// The page about a copy that is had under `origin`, an http(s) address without a slash at its end.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, copy: Copy<'a>, origin: &str) -> Self {
        let c = PlanCopyWords::of(lang);
        let address = format!("{origin}{}", plan_copy(copy.key));
        let bare = address.split_once("://").map_or(address.as_str(), |(_, bare)| bare);
        let lines = chosen(guide, lang, copy.numbers);
        Self {
            frame: Frame::nowhere(Some(guide), lang, c.published.into(), c.published_lead.into()),
            c,
            key: copy.key,
            secret: copy.secret,
            webcal: format!("webcal://{bare}"),
            address,
            deletion: plan_copy_deletion(copy.key),
            until: dates::moment(copy.expires, &guide.programme().week.zone, lang),
            contents: c.contents.of(lines.len()),
            lines,
        }
    }
}

/// What is chosen, by time.
fn chosen<'a>(guide: &'a Guide, lang: Lang, numbers: &[u32]) -> Vec<Chosen<'a>> {
    let programme = guide.programme();
    let is_chosen = |number: u32| numbers.binary_search(&number).is_ok();
    let mut chosen: Vec<OccurrenceId> = (programme.each_occurrence())
        .filter(|(_, one)| one.number.is_some_and(|number| is_chosen(number.into())))
        .map(|(id, _)| id)
        .collect();
    chosen.sort_by_key(|&id| (programme[id].when.is_none(), programme[id].when));
    let line = |id: OccurrenceId| {
        let session = programme.session_of(id);
        Chosen {
            title: Run::new(&session.title, lang),
            href: guide.address(Page::Session(&session.key), lang),
            when: programme[id].when.map(|span| Moments::new(span, &programme.week.zone, lang)),
        }
    };
    chosen.into_iter().map(line).collect()
}

/// The page after a copy was deleted.
#[derive(Debug, Template)]
#[template(path = "plan_copy/deleted.html")]
pub struct DeletedPage<'a> {
    frame: Frame<'a>,
    c: &'static PlanCopyWords,
    plan: Option<String>,
}

impl<'a> DeletedPage<'a> {
    /// The page for who came from a guide, if there is one.
    #[must_use]
    pub fn new(guide: Option<&'a Guide>, lang: Lang) -> Self {
        let c = PlanCopyWords::of(lang);
        Self {
            frame: Frame::nowhere(guide, lang, c.deleted.into(), c.deleted_lead.into()),
            c,
            plan: guide.map(|guide| guide.address(Page::Plan, lang)),
        }
    }
}
