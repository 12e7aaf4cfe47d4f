//! What a phone needs to keep the guide: the manifest, the service worker, the icons.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::response::{IntoResponse as _, Response};
use festoon_cards::{Icon, Room};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::assets::{BEHAVIOURS, ICON, NEAR, PLAN_PAGE, STYLE, fingerprint};
use festoon_guide::filter::Facet;
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::{self, Outlet, Page};
use festoon_guide::words::device::DeviceWords;
use festoon_guide::words::frame::FrameWords;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::chooser::asked_for;
use crate::errors;
use crate::kept::{Reach, Rendered};
use crate::public::Here;
use crate::shelf::{Shelf, Whole};
use crate::validators::is_known;

/// What the worker does; what it needs to know is written before it.
const WORKER: &str = include_str!("../../../assets/worker/worker.js");

/// The icons by name. They are all asked for by whoever installs the guide, and by nobody else.
static ICONS: LazyLock<BTreeMap<&str, Vec<u8>>> = LazyLock::new(|| {
    let icons = [
        ("lamp-192.png", Icon { side: 192, room: Room::Whole }),
        ("lamp-512.png", Icon { side: 512, room: Room::Whole }),
        ("lamp-maskable-512.png", Icon { side: 512, room: Room::Maskable }),
        (url::TOUCH_ICON, Icon { side: 180, room: Room::Whole }),
    ];
    icons.into_iter().map(|(name, icon)| (name, icon.draw())).collect()
});

/// What an address of a week names.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    week: Option<String>,
}

/// In which language something is wanted.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    lang: Option<String>,
}

/// A phone asks what it needs to keep the guide like an app.
pub(crate) async fn manifest(
    State(site): Here,
    Path(named): Path<Named>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    request: Request,
) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let trouble = |trouble| errors::for_everybody(shelf.around(week), asked_for(&request), trouble);
    let open = match shelf.open(week) {
        Ok(open) => open,
        Err(why) => return trouble(why),
    };
    let Ok(Query(wanted)) = wanted else { return trouble(Trouble::NotFound) };
    let lang = wanted.lang.as_deref().map_or(Some(Lang::Zh), Lang::from_code);
    let Some(lang) = lang else { return trouble(Trouble::NotFound) };
    let address = open.guide.outlet(Outlet::Manifest(lang));
    let kept = open.pages().answer(&address, open.guide, || {
        Some(Rendered {
            body: manifest_of(open.guide, lang).to_string().into_bytes(),
            media_type: "application/manifest+json",
            lang: Some(lang),
            reach: Reach::Everybody,
        })
    });
    kept.map_or_else(|| trouble(Trouble::Ours), |kept| kept.answer(request.headers()))
}

/// The manifest, in the language of whoever installs.
fn manifest_of(guide: &Guide, lang: Lang) -> serde_json::Value {
    let week = &guide.programme().week;
    let (f, d) = (FrameWords::of(lang), DeviceWords::of(lang));
    let start = guide.address(Page::Week, lang);
    let icon = |name: &str, sizes: &str, purpose: &str| json!({ "src": url::icon(name), "sizes": sizes, "type": "image/png", "purpose": purpose });
    let shortcut = |name: &str, page| json!({ "name": name, "url": guide.address(page, lang) });
    json!({
        "id": start,
        "name": week.title.read(lang),
        "short_name": d.short_name,
        "description": week.theme.read(lang),
        "lang": lang.tag(),
        "dir": "ltr",
        "start_url": start,
        "scope": guide.scope(),
        "display": "standalone",
        "background_color": "#FBFAF7",
        "theme_color": "#FBFAF7",
        "categories": ["events"],
        "icons": [
            icon("lamp-192.png", "192x192", "any"),
            icon("lamp-512.png", "512x512", "any"),
            icon("lamp-maskable-512.png", "512x512", "maskable"),
        ],
        "shortcuts": [
            shortcut(f.plan, Page::Plan),
            shortcut(f.near, Page::Near),
            shortcut(f.search, Page::Search),
        ],
    })
}

/// A browser asks for the worker, or whether it has changed.
pub(crate) async fn worker(State(site): Here, request: Request) -> Response {
    let shelf = site.shelf();
    let kept = shelf.whole(Whole::Worker, |since| {
        let script = Rendered {
            body: script(&shelf).into_bytes(),
            media_type: "text/javascript; charset=utf-8",
            lang: None,
            reach: Reach::Ours,
        };
        since.dates(script).cached("no-cache")
    });
    kept.answer(request.headers())
}

/// What the worker needs to know.
#[derive(Debug, Serialize)]
struct Known {
    shell: Shell,
    /// The names by which an address asks for a filter.
    filters: Vec<&'static str>,
    /// By what the addresses of a week begin with.
    weeks: BTreeMap<String, KnownWeek>,
}

/// What every page needs.
#[derive(Debug, Serialize)]
struct Shell {
    /// Another one for other files.
    name: String,
    files: Vec<String>,
}

/// Of the stretches after the first of their days the worker is told so many; it has room for about twenty.
const MOST_STRETCHES: usize = 30;

/// What is kept of a week.
#[derive(Debug, Serialize)]
struct KnownWeek {
    /// Its slug: another week may come to be at the same addresses.
    week: String,
    release: u32,
    /// By language, the most needed first.
    pages: BTreeMap<&'static str, Vec<String>>,
}

fn script(shelf: &Shelf) -> String {
    let assets = [&*STYLE, &*BEHAVIOURS, &*PLAN_PAGE, &*NEAR, &*ICON];
    let icons = ["lamp-192.png", url::TOUCH_ICON].map(url::icon);
    let files: Vec<String> = assets.map(|asset| asset.address.clone()).into_iter().chain(icons).collect();
    let name = format!("{:016x}", fingerprint((files.join(" ") + WORKER).as_bytes()));
    let current = shelf.open(None).ok().map(|open| open.guide);
    let guides = shelf.editions().map(|edition| edition.guide()).chain(current);
    let weeks = guides.map(|guide| (guide.scope(), known_of(guide))).collect();
    let filters = Facet::ALL.iter().map(|facet| facet.name()).collect();
    let known = Known { shell: Shell { name, files }, filters, weeks };
    let known = serde_json::to_string(&known).expect("words and numbers become JSON");
    format!("const GUIDE = {known};\n{WORKER}")
}

fn known_of(guide: &Guide) -> KnownWeek {
    let pages = |lang| {
        let page = |page| guide.address(page, lang);
        let first = [Page::Offline, Page::Week, Page::Plan, Page::Near].map(page);
        let roads = guide.outlet(Outlet::Roads);
        let days = guide.days().iter().map(|day| page(Page::Day(day.date)));
        let further = guide
            .days()
            .iter()
            .flat_map(|day| (1..day.stretches.len()).map(|at| page(day.page_of_stretch(at))));
        let all = first.into_iter().chain([roads]).chain(days).chain([page(Page::Programme)]);
        all.chain(further.take(MOST_STRETCHES)).collect()
    };
    KnownWeek {
        week: guide.programme().week.slug.clone(),
        release: guide.release().map_or(0, |release| release.number),
        pages: Lang::BOTH.map(|lang| (lang.code(), pages(lang))).into(),
    }
}

/// A phone fetches the picture it puts on its home screen.
pub(crate) async fn icon(State(site): Here, Path(name): Path<String>, request: Request) -> Response {
    let Some((_, icon)) = ICONS.get_key_value(name.as_str()) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let etag = format!("\"{:016x}\"", fingerprint(icon));
    let head = [(ETAG, etag.as_str()), (CACHE_CONTROL, "public, max-age=86400")];
    if is_known(request.headers(), &etag) {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    (head, [(CONTENT_TYPE, "image/png")], icon.clone()).into_response()
}
