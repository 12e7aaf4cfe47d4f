//! `/{lang}/near`: what is on now and next, nearest first; `?at=2021-06-22T10:00` looks at another time, `?from=key` says where from.
//!
//! An answer is good for some seconds and kept by browsers for as long; nothing of it stays here.

use askama::Template as _;
use axum::extract::{Path, Query, Request, State};
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::near::{Look, NearPage, NotUnderstood};
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::chooser::asked_for;
use crate::errors;
use crate::kept::Kept;
use crate::public::{Here, Named, rendered};

/// For as long as nobody minds that a session has begun meanwhile.
const GOOD_FOR: HeaderValue = HeaderValue::from_static("public, max-age=20");

/// WeChat writes where a link was passed on into the very name by which a place is asked for; then no place was.
const MESSENGERS: [&str; 3] = ["singlemessage", "groupmessage", "timeline"];

/// What the address asks.
#[derive(Debug, Default, serde::Deserialize)]
struct Asked {
    #[serde(default)]
    at: String,
    #[serde(default)]
    from: String,
}

/// A visitor looks what is on.
pub(crate) async fn near(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let trouble = |trouble| errors::page(shelf.around(week), asked_for(&request), trouble);
    let Some(lang) = Lang::from_code(&named.lang) else { return trouble(Trouble::NotFound) };
    let guide = match shelf.open(week) {
        Ok(open) => open.guide,
        Err(why) => return trouble(why),
    };
    let Ok(Query(asked)) = Query::<Asked>::try_from_uri(request.uri()) else { return trouble(Trouble::Form) };

    let look = asked.look(guide, (site.clock)());
    let page = NearPage::new(guide, lang, &look).render().expect("writing to a string cannot fail");

    // It changes with the clock, so it has no date; its tag alone tells whether it is the same.
    let mut response = Kept::of_no_week(rendered(page, lang), None).answer(request.headers());
    response.headers_mut().insert(CACHE_CONTROL, GOOD_FOR);
    if let Some(wrong) = look.not_understood.first() {
        *response.status_mut() = match wrong {
            NotUnderstood::Moment => StatusCode::BAD_REQUEST,
            NotUnderstood::Place => StatusCode::NOT_FOUND,
        };
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

impl Asked {
    /// A moment is on the clocks of the week; what makes no sense is told, and the look is as if it had not been asked.
    fn look(&self, guide: &Guide, now: Timestamp) -> Look {
        let mut look = Look { at: now, ..Look::default() };
        if !self.at.is_empty() {
            let zone = &guide.programme().week.zone;
            let asked = self.at.parse().ok().and_then(|local: DateTime| local.to_zoned(zone.clone()).ok());
            match asked {
                Some(asked) => (look.at, look.as_if) = (asked.timestamp(), true),
                None => look.not_understood.push(NotUnderstood::Moment),
            }
        }
        if !self.from.is_empty() && !MESSENGERS.contains(&self.from.as_str()) {
            look.from = guide.venue(&self.from);
            if look.from.is_none() {
                look.not_understood.push(NotUnderstood::Place);
            }
        }
        look
    }
}
