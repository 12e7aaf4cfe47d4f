//! From one format to another, without a database and without an account.

use festoon_domain::text::Lang;
use festoon_exchange::outlet::{self, Asked, Outlet, Page, Site, Unwritable, Written};
use festoon_exchange::{Defect, FileSummary, NamedFile, Options, Refusal};
use festoon_guide::url;

/// What came of a conversion.
#[derive(Debug, Clone)]
pub struct Conversion {
    /// The file, and what it cannot say.
    pub written: Written,
    /// What could not be taken as it stood.
    pub defects: Vec<Defect>,
    /// What was read.
    pub files: Vec<FileSummary>,
}

/// Why nothing came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Files that cannot be read at all.
    Unreadable(Vec<Refusal>),
    /// A programme that the format cannot hold.
    Unwritable(Unwritable),
}

/// An organiser turns a programme into the format that another program reads.
///
/// # Errors
/// Every file that cannot be read at all, else why the programme cannot be written.
pub fn convert(
    files: &[NamedFile],
    options: &Options,
    outlet: Outlet,
    asked: &Asked,
) -> Result<Conversion, Refused> {
    let reading = festoon_exchange::read(files, options).map_err(Refused::Unreadable)?;

    let written = outlet::write(&reading.programme, outlet, asked).map_err(Refused::Unwritable)?;
    Ok(Conversion { written, defects: reading.defects, files: reading.files })
}

/// Where a guide is published, by the address its front page has; nothing if that is no http(s) address.
#[must_use]
pub fn site(address: &str) -> Option<Site> {
    let base = address.trim().trim_end_matches('/');
    let rest = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"))?;
    let fits = !rest.is_empty() && !rest.starts_with('/') && rest.bytes().all(|byte| byte.is_ascii_graphic());
    let plain = !rest.contains(['?', '#', '"', '<', '>', '\\', '@']);
    (fits && plain).then(|| Site { base: base.to_owned(), path })
}

/// Where the guide has a page, below the week's own prefix.
pub(crate) fn path(page: Page<'_>, lang: Lang) -> String {
    let page = match page {
        Page::Week => url::Page::Week,
        Page::Activity(key) => url::Page::Activity(key),
        Page::Session(key) => url::Page::Session(key),
        Page::Day(date) => url::Page::Day(date),
        Page::Venue(key) => url::Page::Venue(key),
        Page::Person(key) => url::Page::Person(key),
    };
    url::Base::current().address(page, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_a_web_address_and_links_are_the_guides() {
        let site = site("https://week.example.org/2021/").expect("an address");
        assert_eq!(site.base, "https://week.example.org/2021");
        assert_eq!((site.path)(Page::Session("opening"), Lang::Zh), "/zh/sessions/opening");
        assert_eq!((site.path)(Page::Activity("forum"), Lang::En), "/en/activities/forum");
        assert_eq!((site.path)(Page::Week, Lang::En), "/en");
    }

    #[test]
    fn what_is_no_web_address_is_no_site() {
        for no in ["", "week.example.org", "ftp://x", "https://", "https://a b", "https://x/?q", "http://u@x"]
        {
            assert!(site(no).is_none(), "{no}");
        }
    }
}
