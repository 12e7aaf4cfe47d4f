//! What a page says of itself to programs: search engines, chats that show a card, calendars, the device it is read on.

use festoon_domain::text::Lang;

use super::{Frame, address};
use crate::Guide;
use crate::assets::BEHAVIOURS;
use crate::url::{self, CalendarOf, CardOf, Outlet, Page};

/// What is shown where the link is passed on.
#[derive(Debug)]
pub struct Share {
    /// The week's name.
    pub site: String,
    /// `zh_CN`
    pub locale: &'static str,
    /// The locale of the page in the other language.
    pub other_locale: &'static str,
    /// The picture, in full.
    pub card: String,
}

/// The same content for a program.
#[derive(Debug)]
pub struct Alternate {
    /// `text/calendar`
    pub media_type: &'static str,
    /// What it is.
    pub title: String,
    /// Where it is.
    pub href: String,
}

/// What the page's behaviours ask for.
#[derive(Debug)]
pub struct Device {
    /// The week's slug: what is kept on the device is kept by week.
    pub week: String,
    /// The name of the zone in which its times are said, for a clock that only the device knows; empty for a zone without one.
    pub zone: String,
    /// The release, 0 for none.
    pub release: u32,
    /// Where the manifest is.
    pub manifest: String,
    /// The icon for phones that know no manifest.
    pub touch_icon: String,
    /// The script of every page of a guide.
    pub behaviours: &'static str,
    /// Where the notices are.
    pub notices: String,
    /// Where the minutes of road are.
    pub roads: String,
    /// The plan's page.
    pub plan: String,
    /// The service worker.
    pub worker: &'static str,
}

impl<'a> Frame<'a> {
    /// What is shown where this page is passed on.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        let guide = self.told()?;
        let locale = |lang: Lang| match lang {
            Lang::Zh => "zh_CN",
            Lang::En => "en_US",
        };
        Some(Share {
            site: guide.programme().week.title.read(self.lang).to_owned(),
            locale: locale(self.lang),
            other_locale: locale(self.lang.other()),
            card: guide.lasting_outlet(Outlet::Card(self.card(), self.lang)),
        })
    }

    fn card(&self) -> CardOf<'a> {
        match self.here {
            Some(Page::Day(date) | Page::Stretch(date, _) | Page::Grid(date)) => CardOf::Day(date),
            Some(Page::Activity(key)) => CardOf::Activity(key),
            Some(Page::Session(key)) => CardOf::Session(key),
            Some(Page::Venue(key)) => CardOf::Venue(key),
            Some(Page::Person(key)) => CardOf::Person(key),
            _ => CardOf::Week,
        }
    }

    /// What calendars, feed readers and schedule apps find here.
    #[must_use]
    pub fn feeds(&self) -> Vec<Alternate> {
        let Some(guide) = self.told() else { return Vec::new() };
        let title = guide.programme().week.title.read(self.lang);
        let entry = |media_type, what: &str, outlet| Alternate {
            media_type,
            title: format!("{title} · {what}"),
            href: guide.outlet(outlet),
        };
        vec![
            entry("text/calendar", self.f.calendar, Outlet::Calendar(self.calendar(), self.lang)),
            entry("application/atom+xml", self.f.feed, Outlet::Feed(self.lang)),
            entry("application/vnd.c3voc.schedule+xml", "schedule.xml", Outlet::ScheduleXml(self.lang)),
            entry("application/json", "schedule.json", Outlet::ScheduleJson(self.lang)),
        ]
    }

    /// The calendar of what this page is about.
    fn calendar(&self) -> CalendarOf<'a> {
        match self.here {
            Some(Page::Day(date) | Page::Stretch(date, _) | Page::Grid(date)) => CalendarOf::Day(date),
            Some(Page::Activity(key)) => CalendarOf::Activity(key),
            Some(Page::Session(key)) => CalendarOf::Session(key),
            Some(Page::Venue(key)) => CalendarOf::Venue(key),
            Some(Page::Person(key)) => CalendarOf::Person(key),
            _ => CalendarOf::Week,
        }
    }

    /// What schema.org says of this page's subject, as JSON that is safe inside a script element.
    #[must_use]
    pub fn linked_data(&self) -> Option<String> {
        let guide = self.told()?;
        (guide.imprint().describe?)(guide, self.here?, self.lang)
    }

    /// What the behaviours of the page ask for; a page outside a guide has none.
    #[must_use]
    pub fn device(&self) -> Option<Device> {
        let guide = self.guide?;
        Some(Device {
            week: guide.programme().week.slug.clone(),
            zone: guide.programme().week.zone.iana_name().unwrap_or_default().to_owned(),
            release: guide.release().map_or(0, |release| release.number),
            manifest: guide.outlet(Outlet::Manifest(self.lang)),
            touch_icon: url::icon(url::TOUCH_ICON),
            behaviours: &BEHAVIOURS.address,
            notices: guide.outlet(Outlet::Notices),
            roads: guide.outlet(Outlet::Roads),
            plan: guide.address(Page::Plan, self.lang),
            worker: url::WORKER,
        })
    }

    /// Where the search is.
    #[must_use]
    pub fn search(&self) -> Option<String> {
        self.guide.map(|guide| guide.address(Page::Search, self.lang))
    }

    /// The ways at the foot: to what programs read, and to what few look for.
    #[must_use]
    pub fn outlets(&self) -> Option<Vec<(String, &'static str)>> {
        let guide: &Guide = self.guide?;
        let page = |page| address(Some(guide), page, self.lang);
        Some(vec![
            (guide.outlet(Outlet::Calendar(CalendarOf::Week, self.lang)), self.f.calendar),
            (guide.outlet(Outlet::Feed(self.lang)), self.f.feed),
            (page(Page::Accessibility), self.f.accessibility),
            (page(Page::Offline), self.d.offline),
            (page(Page::Check), self.f.check),
            (page(Page::Claims), self.f.claims),
        ])
    }
}
