//! `/` and `/w/{week}`: sends a reader on to the language their browser asks for; who asks for neither chooses.

use std::sync::Arc;

use askama::Template as _;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, LOCATION, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use festoon_domain::text::Lang;
use festoon_guide::pages::chooser::ChooserPage;
use festoon_guide::url::{Page, named_in};

use crate::{Site, address, errors};

/// A visitor comes in by the front door of the current week, or of one week. The page under the redirect offers both languages.
pub(crate) async fn choose(State(site): State<Arc<Site>>, request: Request) -> Response {
    let shelf = site.shelf();
    let week = address::week_in(request.uri().path());
    let week = week.as_deref();
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(trouble) => return errors::around(&shelf, week, &request, trouble),
    };
    let page = ChooserPage::new(open.guide).render().expect("writing to a string cannot fail");
    let vary = (VARY, "accept-language".to_owned());
    match accepted(request.headers()) {
        Some(lang) => {
            let location = (LOCATION, open.guide.address(Page::Week, lang));
            (StatusCode::FOUND, [vary, location], Html(page)).into_response()
        }
        None => ([vary], Html(page)).into_response(),
    }
}

/// The language for a page whose address names none: what the browser asks for, else Chinese.
pub(crate) fn preferred(headers: &HeaderMap) -> Lang {
    accepted(headers).unwrap_or(Lang::Zh)
}

/// The language an address names, else the browser's.
pub(crate) fn asked_for(request: &Request) -> Lang {
    let (_, lang) = named_in(request.uri().path());
    lang.unwrap_or_else(|| preferred(request.headers()))
}

/// Which of the two languages `Accept-Language` ranks first; nothing if it names neither.
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let wanted = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(Lang, f32)> = None;
    for range in wanted.split(',') {
        let mut pieces = range.split(';').map(str::trim);
        let tag = pieces.next().unwrap_or_default().to_ascii_lowercase();
        let weight = pieces.find_map(|piece| piece.strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        let Some(lang) = Lang::from_code(tag.split('-').next().unwrap_or_default()) else { continue };
        if weight > 0.0 && best.is_none_or(|(_, most)| weight > most) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(wanted: &str) -> Option<Lang> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, wanted.parse().expect("a header"));
        accepted(&headers)
    }

    #[test]
    fn the_higher_weight_wins_and_order_breaks_ties() {
        assert_eq!(asked("zh-CN,zh;q=0.9,en;q=0.8"), Some(Lang::Zh));
        assert_eq!(asked("fr, en-GB;q=0.5, zh;q=0.7"), Some(Lang::Zh));
        assert_eq!(asked("en,zh"), Some(Lang::En));
        assert_eq!(asked("zh;q=0, en;q=0.1"), Some(Lang::En));
        assert_eq!(asked("fr, de"), None);
    }
}
