//! The addresses at which programs read a week.

use festoon_domain::text::Lang;
use jiff::civil::Date;

use super::{Base, segment};

/// Something a program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outlet<'a> {
    /// schedule.xml, in one language.
    ScheduleXml(Lang),
    /// schedule.json, in one language.
    ScheduleJson(Lang),
    /// OPass session.json, in both languages.
    Opass,
    /// A calendar, in one language.
    Calendar(CalendarOf<'a>, Lang),
    /// What changed, in one language.
    Feed(Lang),
    /// Every page, for search engines; a large week's in several files, counted from 1 below the index.
    Sitemap(Option<u32>),
    /// The picture that stands for a page where its link is shared.
    Card(CardOf<'a>, Lang),
    /// What a phone needs to keep the guide like an app, in one language.
    Manifest(Lang),
    /// The notices that stand now, and which release is shown.
    Notices,
    /// The minutes of road between all houses, by their place in the list.
    Roads,
}

/// What a calendar is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarOf<'a> {
    /// Everything.
    Week,
    /// One day.
    Day(Date),
    /// One activity, by key.
    Activity(&'a str),
    /// One part of an activity, by key.
    Part(&'a str),
    /// One session, by key.
    Session(&'a str),
    /// One house, by key.
    Venue(&'a str),
    /// One person, by key.
    Person(&'a str),
}

/// What a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardOf<'a> {
    /// The week.
    Week,
    /// One day.
    Day(Date),
    /// One activity, by key.
    Activity(&'a str),
    /// One session, by key.
    Session(&'a str),
    /// One house, by key.
    Venue(&'a str),
    /// One person, by key.
    Person(&'a str),
}

impl Base {
    /// The address of an outlet.
    #[must_use]
    pub fn outlet(&self, outlet: Outlet<'_>) -> String {
        let week = &self.prefix;
        match outlet {
            Outlet::ScheduleXml(lang) => format!("{week}/schedule.xml?lang={}", lang.code()),
            Outlet::ScheduleJson(lang) => format!("{week}/schedule.json?lang={}", lang.code()),
            Outlet::Opass => format!("{week}/opass/session.json"),
            Outlet::Calendar(of, lang) => calendar(week, of, lang),
            Outlet::Feed(lang) => format!("{week}/feed.atom?lang={}", lang.code()),
            Outlet::Sitemap(None) => format!("{week}/sitemap.xml"),
            Outlet::Sitemap(Some(number)) => format!("{week}/sitemaps/{number}.xml"),
            Outlet::Card(of, lang) => card(week, of, lang),
            Outlet::Manifest(lang) => format!("{week}/manifest.webmanifest?lang={}", lang.code()),
            Outlet::Notices => format!("{week}/notices.json"),
            Outlet::Roads => format!("{week}/roads.json"),
        }
    }
}

fn calendar(week: &str, of: CalendarOf<'_>, lang: Lang) -> String {
    let code = lang.code();
    match of {
        CalendarOf::Week => format!("{week}/calendar.ics?lang={code}"),
        CalendarOf::Day(date) => format!("{week}/programme/{date}/calendar.ics?lang={code}"),
        CalendarOf::Activity(key) => format!("{week}/activities/{}/calendar.ics?lang={code}", segment(key)),
        CalendarOf::Part(key) => format!("{week}/parts/{}/calendar.ics?lang={code}", segment(key)),
        CalendarOf::Session(key) => format!("{week}/sessions/{}/calendar.ics?lang={code}", segment(key)),
        CalendarOf::Venue(key) => format!("{week}/venues/{}/calendar.ics?lang={code}", segment(key)),
        CalendarOf::Person(key) => format!("{week}/people/{}/calendar.ics?lang={code}", segment(key)),
    }
}

fn card(week: &str, of: CardOf<'_>, lang: Lang) -> String {
    let code = lang.code();
    match of {
        CardOf::Week => format!("{week}/cards/week/week.png?lang={code}"),
        CardOf::Day(date) => format!("{week}/cards/day/{date}.png?lang={code}"),
        CardOf::Activity(key) => format!("{week}/cards/activity/{}.png?lang={code}", segment(key)),
        CardOf::Session(key) => format!("{week}/cards/session/{}.png?lang={code}", segment(key)),
        CardOf::Venue(key) => format!("{week}/cards/venue/{}.png?lang={code}", segment(key)),
        CardOf::Person(key) => format!("{week}/cards/person/{}.png?lang={code}", segment(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_reads_the_current_week_or_one_for_good() {
        let calendar = Outlet::Calendar(CalendarOf::Venue("expo"), Lang::Zh);
        assert_eq!(Base::current().outlet(calendar), "/venues/expo/calendar.ics?lang=zh");
        let week = Base::of_week("jiangning-2021");
        assert_eq!(week.outlet(Outlet::Opass), "/w/jiangning-2021/opass/session.json");
        assert_eq!(
            week.outlet(Outlet::Card(CardOf::Session("a b"), Lang::En)),
            "/w/jiangning-2021/cards/session/a%20b.png?lang=en"
        );
    }
}
