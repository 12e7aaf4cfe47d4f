//! Every address, as a function: the one place where addresses are spelt.
//!
//! A [`Page`] is an address without its language, which is why switching the language stays on the page.

use std::fmt::Write as _;

use festoon_domain::text::Lang;
use jiff::civil::Date;

/// Where a language is chosen.
pub const CHOOSER: &str = "/";
/// Says that the server lives.
pub const HEALTH: &str = "/healthz";
/// What crawlers may read.
pub const ROBOTS: &str = "/robots.txt";
/// The folder of styles, behaviours and pictures.
pub const ASSETS: &str = "/assets/";

/// A public page, in whichever language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page<'a> {
    /// The week at a glance.
    Week,
    /// All days.
    Programme,
    /// One day.
    Day(Date),
    /// All activities.
    Activities,
    /// One activity, by key.
    Activity(&'a str),
    /// One session, by key.
    Session(&'a str),
    /// All announced figures.
    Figures,
    /// One figure, by key.
    Figure(&'a str),
    /// Where files are dropped and the clash report comes back.
    Check,
}

impl Page<'_> {
    /// Its address in a language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> String {
        let lang = lang.code();
        match self {
            Self::Week => format!("/{lang}"),
            Self::Programme => format!("/{lang}/programme"),
            Self::Day(date) => format!("/{lang}/programme/{date}"),
            Self::Activities => format!("/{lang}/activities"),
            Self::Activity(key) => format!("/{lang}/activities/{}", segment(key)),
            Self::Session(key) => format!("/{lang}/sessions/{}", segment(key)),
            Self::Figures => format!("/{lang}/figures"),
            Self::Figure(key) => format!("/{lang}/figures/{}", segment(key)),
            Self::Check => format!("/{lang}/check"),
        }
    }
}

/// The address of a style, behaviour or picture.
#[must_use]
pub fn asset(name: &str) -> String {
    format!("{ASSETS}{name}")
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
    fn a_page_differs_between_languages_only_in_the_first_segment() {
        let day = Page::Day(date(2021, 6, 21));
        assert_eq!(day.in_language(Lang::Zh), "/zh/programme/2021-06-21");
        assert_eq!(day.in_language(Lang::En), "/en/programme/2021-06-21");
    }

    #[test]
    fn a_key_cannot_leave_its_segment() {
        assert_eq!(Page::Session("../a b").in_language(Lang::En), "/en/sessions/..%2Fa%20b");
    }
}
