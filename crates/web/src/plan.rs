//! `/{lang}/plan`: a visitor's own plan, kept on their device.

use askama::Template as _;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE};
use axum::response::{Html, IntoResponse as _, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::plan::SharedPlanPage;
use festoon_guide::plan::{Entry, Plan, Wanted};
use festoon_guide::url::Page;
use serde_json::json;

use crate::chooser::asked_for;
use crate::errors;
use crate::public::{self, Here, Named};

/// What the address asks.
#[derive(Debug, Default, serde::Deserialize)]
struct Asked {
    /// The numbers of a shared plan.
    o: Option<String>,
    /// `entries` is for the device that keeps a plan: the same as JSON.
    part: Option<String>,
}

/// A visitor looks at their plan, which is on their device, or at one that was shared with them.
pub(crate) async fn plan(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let asked = Query::<Asked>::try_from_uri(request.uri()).map(|Query(asked)| asked).unwrap_or_default();
    let Some(list) = asked.o else { return public::page(&site, &named, Some(Page::Plan), &request) };
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let trouble = |trouble| errors::page(shelf.around(week), asked_for(&request), trouble);
    let Some(lang) = Lang::from_code(&named.lang) else { return trouble(Trouble::NotFound) };
    let guide = match shelf.open(week) {
        Ok(open) => open.guide,
        Err(why) => return trouble(why),
    };

    let wanted = Wanted::read(&list);
    if asked.part.as_deref() == Some("entries") {
        return entries(guide, lang, &wanted);
    }
    let page = SharedPlanPage::new(guide, lang, &wanted).render().expect("writing to a string cannot fail");
    let head = [(CACHE_CONTROL, "no-store"), (CONTENT_LANGUAGE, lang.tag())];
    (head, Html(page)).into_response()
}

/// What a device asks to see whether what it keeps still holds.
fn entries(guide: &Guide, lang: Lang, wanted: &Wanted) -> Response {
    let plan = Plan::of(guide, wanted, lang);
    let kept: Vec<_> = plan.entries().map(Entry::kept).collect();
    let release = guide.release().map_or(0, |release| release.number);
    let body = json!({ "release": release, "entries": kept, "unknown": plan.unknown });
    ([(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
