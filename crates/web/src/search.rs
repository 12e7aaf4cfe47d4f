//! `/{lang}/search`: the search page, and what it finds.
//!
//! An answer depends on what was typed and is kept by nobody. Finding takes well under two milliseconds and is done where the
//! request is; only a guide that nobody has warmed yet is indexed on a thread of its own first.

use askama::Template as _;
use axum::extract::{Path, Query, Request, State};
use axum::http::Uri;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE};
use axum::response::{Html, IntoResponse as _, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::search::{Results, Search, SearchPage};
use festoon_guide::search::Kind;

use crate::errors;
use crate::public::{Here, Named};

/// A visitor looks for something.
pub(crate) async fn search(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let shelf = site.shelf();
    let Some(lang) = Lang::from_code(&named.lang) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let guide = match shelf.open(named.week.as_deref()) {
        Ok(open) => open.guide,
        Err(trouble) => return errors::answer(&site, &request, trouble),
    };
    if warm(guide).await.is_err() {
        return errors::answer(&site, &request, Trouble::Ours);
    }
    let asked = Asked::of(request.uri());
    let search = Search {
        typed: asked.value("q"),
        kind: Kind::from_word(asked.value("kind")),
        page: asked.value("page").parse().unwrap_or_default(),
        today: Some((site.clock)().to_zoned(guide.programme().week.zone.clone()).date()),
    };
    let html = if asked.value("part") == "results" {
        Results::new(guide, lang, search).render()
    } else {
        SearchPage::new(guide, lang, search).render()
    };
    let html = html.expect("writing to a string cannot fail");
    ([(CACHE_CONTROL, "no-cache"), (CONTENT_LANGUAGE, lang.tag())], Html(html)).into_response()
}

/// Sees to it that a guide can be searched at once.
///
/// # Errors
/// If indexing it panicked.
pub(crate) async fn warm(guide: &Guide) -> Result<(), tokio::task::JoinError> {
    if guide.is_warm() {
        return Ok(());
    }
    let guide = guide.clone();
    tokio::task::spawn_blocking(move || guide.warm()).await
}

/// What stands behind the question mark, read leniently: a link that was cut in a message still finds something.
#[derive(Debug)]
pub(crate) struct Asked(Vec<(String, String)>);

impl Asked {
    /// The question of an address.
    pub(crate) fn of(uri: &Uri) -> Self {
        Self(Query::try_from_uri(uri).map(|Query(pairs)| pairs).unwrap_or_default())
    }

    /// The first value of a name, or nothing.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }
}
