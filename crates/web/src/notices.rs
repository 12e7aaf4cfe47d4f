//! `/notices.json`: what everybody must read at once, and which release is shown; open pages ask every few seconds.
//!
//! Both languages stand in it, so that there is one answer a week. It is small and made each time, because it says what time it is; its
//! tag leaves that out, so that most who ask are told that nothing changed.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use festoon_domain::notice::Notice;
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::assets::fingerprint;
use festoon_guide::words::dates;
use serde_json::{Value, json};

use crate::chooser::asked_for;
use crate::public::Here;
use crate::validators::Validators;
use crate::{errors, headers};

/// A week's addresses name it, the current one's do not.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct OfWeek {
    week: Option<String>,
}

/// An open page asks what everybody must read.
pub(crate) async fn notices(State(site): Here, Path(named): Path<OfWeek>, request: Request) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(trouble) => return errors::for_everybody(shelf.around(week), asked_for(&request), trouble),
    };

    let mut told = told(open.guide);
    let etag = format!("W/\"n-{:016x}\"", fingerprint(told.to_string().as_bytes()));
    let validators = Validators::new(&etag, open.guide.dated());
    let mut head = HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static("no-cache"))]);
    validators.put_on(&mut head);
    headers::for_everybody(&mut head);
    if validators.are_known(request.headers()) {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    told["now"] = json!((site.clock)().to_string());
    (head, Json(told)).into_response()
}

fn told(guide: &Guide) -> Value {
    let week = &guide.programme().week;
    let notice = |notice: &Notice| {
        let said = |lang: Lang| dates::moment(notice.posted, &week.zone, lang);
        json!({
            "number": notice.number,
            "text": { "zh": notice.text.wording(Lang::Zh), "en": notice.text.wording(Lang::En) },
            "posted": notice.posted.to_string(),
            "said": { "zh": said(Lang::Zh), "en": said(Lang::En) },
            "ends": notice.ends.map(|ends| ends.to_string()),
        })
    };
    json!({
        "week": week.slug,
        "release": guide.release().map_or(0, |release| release.number),
        "notices": guide.notices().iter().map(notice).collect::<Vec<_>>(),
    })
}
