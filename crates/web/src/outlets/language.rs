//! In which language a file is asked for.

use axum::http::{HeaderMap, Uri};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::Outlet;

use crate::chooser::preferred;

/// The language that was asked for, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) lang: Lang,
    /// Nobody said in the address; then the answer depends on the browser.
    pub(super) by_browser: bool,
}

impl Asked {
    /// The path's language, else that behind `?lang=`, else the browser's, else Chinese. A language that nothing is in is refused rather
    /// than exchanged, because whoever subscribes once never looks again.
    pub(super) fn of(in_path: Option<&str>, uri: &Uri, headers: &HeaderMap) -> Result<Self, Trouble> {
        let said = |lang| Self { lang, by_browser: false };
        if let Some(code) = in_path {
            return Lang::from_code(code).map(said).ok_or(Trouble::NotFound);
        }
        let mut pairs = uri.query().unwrap_or_default().split('&');
        let Some(code) = pairs.find_map(|pair| pair.strip_prefix("lang=")) else {
            return Ok(Self { lang: preferred(headers), by_browser: true });
        };
        Lang::from_code(code).map(said).ok_or(Trouble::Language)
    }
}

/// Whether a file is in one language or for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spoken {
    One,
    All,
}

pub(super) const fn of(outlet: Outlet<'_>) -> Spoken {
    if spoken(outlet).is_some() { Spoken::One } else { Spoken::All }
}

/// The language a file is in, if it is in one.
pub(super) const fn spoken(outlet: Outlet<'_>) -> Option<Lang> {
    match outlet {
        Outlet::ScheduleXml(lang)
        | Outlet::ScheduleJson(lang)
        | Outlet::Calendar(_, lang)
        | Outlet::Feed(lang)
        | Outlet::Card(_, lang)
        | Outlet::Manifest(lang) => Some(lang),
        Outlet::Opass | Outlet::Sitemap(_) | Outlet::Notices | Outlet::Roads => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(in_path: Option<&str>, address: &str, accepts: &str) -> Result<(Lang, bool), Trouble> {
        let uri = address.parse().expect("an address");
        let accepts = accepts.parse().expect("a header");
        let headers = HeaderMap::from_iter([(axum::http::header::ACCEPT_LANGUAGE, accepts)]);
        Asked::of(in_path, &uri, &headers).map(|asked| (asked.lang, asked.by_browser))
    }

    #[test]
    fn the_address_decides_then_the_browser_then_chinese() {
        assert_eq!(asked(Some("en"), "/x?lang=zh", "zh"), Ok((Lang::En, false)));
        assert_eq!(asked(None, "/x?a=b&lang=en", "zh"), Ok((Lang::En, false)));
        assert_eq!(asked(None, "/x", "en-GB,zh;q=0.1"), Ok((Lang::En, true)));
        assert_eq!(asked(None, "/x", "fr"), Ok((Lang::Zh, true)));
    }

    #[test]
    fn a_language_that_nothing_is_in_is_refused() {
        for address in ["/x?lang=fr", "/x?lang=", "/x?lang=zh-CN", "/x?lang=ZH"] {
            assert_eq!(asked(None, address, "en"), Err(Trouble::Language), "{address}");
        }
        assert_eq!(asked(Some("fr"), "/x", "en"), Err(Trouble::NotFound));
    }
}
