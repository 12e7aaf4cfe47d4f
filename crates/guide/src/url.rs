//! Every address, as a function: the one place where addresses are spelt.
//!
//! A [`Page`] is an address without its week and language; a [`Base`] says whose week it is read in. That is why switching the
//! language stays on the page, and every link of a page stays in the week its reader came for.

use std::fmt::Write as _;

use festoon_domain::text::Lang;
use jiff::civil::Date;

/// Says that the process lives.
pub const HEALTH: &str = "/healthz";
/// Says whether there is a week to show and a database that answers.
pub const READINESS: &str = "/readyz";
/// What crawlers may read.
pub const ROBOTS: &str = "/robots.txt";
/// The folder of styles, behaviours and pictures.
pub const ASSETS: &str = "/assets/";
/// The folder of the icons for phones.
pub const ICONS: &str = "/icons/";
/// The name of the icon for phones that know no manifest.
pub const TOUCH_ICON: &str = "lamp-touch-180.png";
/// The folder of what hosts have uploaded.
pub const UPLOADS: &str = "/uploads/";
/// The service worker, which stands at the root so that every page is in its scope.
pub const WORKER: &str = "/worker.js";
/// What other sites put on their pages.
pub const WIDGET: &str = "/widget.js";
/// Where programs read weeks as JSON.
pub const API: &str = "/api/v1";
/// The folder of plans that visitors published.
pub const PLANS: &str = "/plans/";
/// Which addresses that has, and what is answered there.
pub const OPENAPI: &str = "/api/v1/openapi.json";
/// The folder of weeks.
const WEEKS: &str = "/w/";

/// A public page, in whichever week and language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page<'a> {
    /// The week at a glance.
    Week,
    /// All days.
    Programme,
    /// One day.
    Day(Date),
    /// A stretch of a day that is too long for one page, by its word: `0930`, `0930-2`.
    Stretch(Date, &'a str),
    /// One day as a grid of rooms and times.
    Grid(Date),
    /// All activities.
    Activities,
    /// One activity, by key.
    Activity(&'a str),
    /// One session, by key.
    Session(&'a str),
    /// One person, by key.
    Person(&'a str),
    /// All houses.
    Venues,
    /// One house, by key.
    Venue(&'a str),
    /// What is on now and next, nearest first.
    Near,
    /// A visitor's own plan, which is kept on their device.
    Plan,
    /// The search, and what it finds.
    Search,
    /// How accessible the guide is, and who hears about what is not.
    Accessibility,
    /// What a device shows where it has no network and not the page.
    Offline,
    /// All announced figures.
    Figures,
    /// One figure, by key.
    Figure(&'a str),
    /// Where files are dropped and the clash report comes back; of no week.
    Check,
    /// Texts are pasted and their figures checked; of no week.
    Claims,
}

/// Where the pages of a week hang: `/zh/…` for whichever is current, `/w/jiangning-2021/zh/…` for one of them for ever.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Base {
    prefix: String,
}

impl Base {
    /// The unprefixed addresses, which show whichever week is current.
    #[must_use]
    pub const fn current() -> Self {
        Self { prefix: String::new() }
    }

    /// The addresses of one week, by its slug.
    #[must_use]
    pub fn of_week(slug: &str) -> Self {
        Self { prefix: format!("{WEEKS}{}", segment(slug)) }
    }

    /// What all addresses of this week begin with: `/`, `/w/jiangning-2021/`.
    #[must_use]
    pub fn scope(&self) -> String {
        format!("{}/", self.prefix)
    }

    /// Where a reader of this week chooses a language.
    #[must_use]
    pub fn chooser(&self) -> &str {
        if self.prefix.is_empty() { "/" } else { &self.prefix }
    }

    /// The address of a page in a language.
    #[must_use]
    pub fn address(&self, page: Page<'_>, lang: Lang) -> String {
        let (week, lang) = (&self.prefix, lang.code());
        match page {
            Page::Week => format!("{week}/{lang}"),
            Page::Programme => format!("{week}/{lang}/programme"),
            Page::Day(date) => format!("{week}/{lang}/programme/{date}"),
            Page::Stretch(date, word) => format!("{week}/{lang}/programme/{date}/{}", segment(word)),
            Page::Grid(date) => format!("{week}/{lang}/programme/{date}/grid"),
            Page::Activities => format!("{week}/{lang}/activities"),
            Page::Activity(key) => format!("{week}/{lang}/activities/{}", segment(key)),
            Page::Session(key) => format!("{week}/{lang}/sessions/{}", segment(key)),
            Page::Person(key) => format!("{week}/{lang}/people/{}", segment(key)),
            Page::Venues => format!("{week}/{lang}/venues"),
            Page::Venue(key) => format!("{week}/{lang}/venues/{}", segment(key)),
            Page::Near => format!("{week}/{lang}/near"),
            Page::Plan => format!("{week}/{lang}/plan"),
            Page::Search => format!("{week}/{lang}/search"),
            Page::Accessibility => format!("{week}/{lang}/accessibility"),
            Page::Offline => format!("{week}/{lang}/offline"),
            Page::Figures => format!("{week}/{lang}/figures"),
            Page::Figure(key) => format!("{week}/{lang}/figures/{}", segment(key)),
            Page::Check => format!("/{lang}/check"),
            Page::Claims => format!("/{lang}/claims"),
        }
    }
}

mod api;
mod outlets;

pub use api::{Api, api, parameter};
pub use outlets::{CalendarOf, CardOf, Outlet};

/// The week and the language that a path names, as far as it names them, whether or not there is a page at it.
#[must_use]
pub fn named_in(path: &str) -> (Option<&str>, Option<Lang>) {
    let (week, rest) = match path.strip_prefix(WEEKS) {
        Some(below) => below.split_once('/').map_or((Some(below), ""), |(week, rest)| (Some(week), rest)),
        None => (None, path.trim_start_matches('/')),
    };
    (week, rest.split('/').next().and_then(Lang::from_code))
}

/// The address of a style, behaviour or picture of ours.
#[must_use]
pub fn asset(name: &str) -> String {
    format!("{ASSETS}{name}")
}

/// The address of an icon for phones.
#[must_use]
pub fn icon(name: &str) -> String {
    format!("{ICONS}{name}")
}

/// The address of something a host has uploaded, by the name it is kept under.
#[must_use]
pub fn upload(name: &str) -> String {
    format!("{UPLOADS}{}", segment(name))
}

/// Whether an address leads to the web and nowhere else, whatever a host wrote.
#[must_use]
pub fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// A text as the value of a query, with nothing in it that could end it.
#[must_use]
pub fn query_value(text: &str) -> String {
    segment(text)
}

/// An address with what is asked of it; without any question the address alone.
#[must_use]
pub fn with_query(address: &str, asked: &[(&str, &str)]) -> String {
    let mut whole = address.to_owned();
    for (at, (name, value)) in asked.iter().enumerate() {
        whole.push(if at == 0 { '?' } else { '&' });
        whole.push_str(name);
        whole.push('=');
        whole.push_str(&segment(value));
    }
    whole
}

/// An address of no week, in a language.
#[must_use]
pub fn in_lang(address: &str, lang: Lang) -> String {
    with_query(address, &[("lang", lang.code())])
}

/// The calendar of a plan that a visitor published, by its key; of no week, so that it lasts when another becomes current.
#[must_use]
pub fn plan_copy(key: &str) -> String {
    format!("{PLANS}{}.ics", segment(key))
}

/// The page about a published plan.
#[must_use]
pub fn plan_copy_page(key: &str) -> String {
    format!("{PLANS}{}", segment(key))
}

/// Where a published plan is deleted, and where it says that it was.
#[must_use]
pub fn plan_copy_deletion(key: &str) -> String {
    format!("{PLANS}{}/deletion", segment(key))
}

/// A key as one segment of a path; keys are ASCII words by rule, anything else is escaped rather than trusted.
fn segment(key: &str) -> String {
    let mut escaped = String::with_capacity(key.len());
    for byte in key.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            escaped.push(char::from(byte));
        } else {
            write!(escaped, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_page_differs_between_languages_only_in_the_segment_of_the_language() {
        let day = Page::Day(date(2021, 6, 21));
        assert_eq!(Base::current().address(day, Lang::Zh), "/zh/programme/2021-06-21");
        assert_eq!(Base::current().address(day, Lang::En), "/en/programme/2021-06-21");
        let week = Base::of_week("jiangning-2021");
        assert_eq!(week.address(day, Lang::En), "/w/jiangning-2021/en/programme/2021-06-21");
    }

    #[test]
    fn a_check_is_of_no_week() {
        assert_eq!(Base::of_week("jiangning-2021").address(Page::Check, Lang::Zh), "/zh/check");
    }

    #[test]
    fn a_key_cannot_leave_its_segment() {
        let base = Base::of_week("../x");
        assert_eq!(base.address(Page::Session("../a b"), Lang::En), "/w/..%2Fx/en/sessions/..%2Fa%20b");
    }

    #[test]
    fn a_path_tells_its_week_and_language() {
        assert_eq!(named_in("/zh/programme"), (None, Some(Lang::Zh)));
        assert_eq!(named_in("/w/a-2021/en/nowhere"), (Some("a-2021"), Some(Lang::En)));
        assert_eq!(named_in("/w/a-2021"), (Some("a-2021"), None));
        assert_eq!(named_in("/w/a-2021/fr"), (Some("a-2021"), None));
        assert_eq!(named_in("/nowhere"), (None, None));
        assert_eq!(named_in("/"), (None, None));
    }
}
