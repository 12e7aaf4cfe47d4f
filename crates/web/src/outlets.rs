//! What programs read: schedules, calendars, the feed, the map of all pages.
//!
//! Every file is one answer of an edition whichever address asks for it, because all its links are the lasting ones: with the week or
//! without, the language behind a question mark, in the path, or left to `Accept-Language`. Pages of other sites may read them all.
//!
//! Media types are those that clients take, not always the most exact ones. schedule.xml is `application/xml`: apps look at the content,
//! and browsers show that while they save c3voc's own type to disk; the pages' `<link rel=alternate>` names that one.

mod language;

use axum::extract::{Path, Request, State};
use axum::http::header::VARY;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;
use festoon_app::outlets::render;
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::Trouble;
use festoon_guide::url::{CalendarOf, Outlet, named_in};

use self::language::{Asked, Spoken};
use crate::chooser::preferred;
use crate::kept::{Kept, Reach, Rendered};
use crate::public::{Here, date_of};
use crate::shelf::{Shelf, Whole};
use crate::{Site, address, errors};

/// An app shows the programme.
pub(crate) async fn schedule_xml(State(site): Here, request: Request) -> Response {
    answer(&site, request, Named::default(), |_, lang| Some(Outlet::ScheduleXml(lang))).await
}

/// An app shows the programme.
pub(crate) async fn schedule_json(State(site): Here, request: Request) -> Response {
    answer(&site, request, Named::default(), |_, lang| Some(Outlet::ScheduleJson(lang))).await
}

/// An app shows the programme in both languages.
pub(crate) async fn opass(State(site): Here, request: Request) -> Response {
    answer(&site, request, Named::default(), |_, _| Some(Outlet::Opass)).await
}

/// A calendar holds the whole week.
pub(crate) async fn calendar(State(site): Here, request: Request) -> Response {
    let of = |_: &str, lang| Some(Outlet::Calendar(CalendarOf::Week, lang));
    answer(&site, request, Named::default(), of).await
}

/// A calendar holds one day.
pub(crate) async fn day(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |day, lang| Some(Outlet::Calendar(CalendarOf::Day(date_of(day)?), lang)))
        .await
}

/// A calendar holds an activity.
pub(crate) async fn activity(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |key, lang| Some(Outlet::Calendar(CalendarOf::Activity(key), lang))).await
}

/// A calendar holds a part of an activity.
pub(crate) async fn part(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |key, lang| Some(Outlet::Calendar(CalendarOf::Part(key), lang))).await
}

/// A calendar holds a session.
pub(crate) async fn session(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |key, lang| Some(Outlet::Calendar(CalendarOf::Session(key), lang))).await
}

/// A calendar holds what is on in a house.
pub(crate) async fn venue(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |key, lang| Some(Outlet::Calendar(CalendarOf::Venue(key), lang))).await
}

/// A calendar holds where a person appears.
pub(crate) async fn person(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |key, lang| Some(Outlet::Calendar(CalendarOf::Person(key), lang))).await
}

/// A reader of news asks what changed.
pub(crate) async fn feed(State(site): Here, request: Request) -> Response {
    answer(&site, request, Named::default(), |_, lang| Some(Outlet::Feed(lang))).await
}

/// A search engine asks which pages there are.
pub(crate) async fn sitemap(State(site): Here, request: Request) -> Response {
    answer(&site, request, Named::default(), |_, _| Some(Outlet::Sitemap(None))).await
}

/// A search engine reads one of the files that the index names.
pub(crate) async fn sitemap_file(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    answer(&site, request, named, |name, _| {
        let digits = name.strip_suffix(".xml")?;
        let number: u32 = digits.parse().ok().filter(|number: &u32| number.to_string() == digits)?;
        Some(Outlet::Sitemap(Some(number)))
    })
    .await
}

/// A device asks how far houses are from each other.
pub(crate) async fn roads(State(site): Here, request: Request) -> Response {
    answer(&site, request, Named::default(), |_, _| Some(Outlet::Roads)).await
}

/// A crawler asks what it may read. Searches and plans are without end and nobody's business; a map has an absolute address or none.
pub(crate) async fn robots(State(site): Here, request: Request) -> Response {
    let shelf = site.shelf();
    shelf.whole(Whole::Robots, |since| since.dates(directions(&shelf))).answer(request.headers())
}

fn directions(shelf: &Shelf) -> Rendered {
    let mut text =
        String::from("User-agent: *\nDisallow: /*/search?\nDisallow: /*/plan?\nDisallow: /plans/\n");
    let guides = shelf.editions().map(|edition| edition.guide());
    for guide in guides.filter(|guide| guide.imprint().origin.0.is_some()) {
        text.extend(["Sitemap: ", &guide.lasting_outlet(Outlet::Sitemap(None)), "\n"]);
    }
    Rendered {
        body: text.into_bytes(),
        media_type: "text/plain; charset=utf-8",
        lang: None,
        reach: Reach::Everybody,
    }
}

/// What the path of a calendar names.
#[derive(Debug, Default, serde::Deserialize)]
pub(crate) struct Named {
    lang: Option<String>,
    #[serde(alias = "day", alias = "name", default)]
    key: String,
}

/// Which outlet a key and a language name, if they name one.
type Which = for<'k> fn(&'k str, Lang) -> Option<Outlet<'k>>;

async fn answer(site: &Site, request: Request, named: Named, which: Which) -> Response {
    // Of the request only what can be taken along while others are waited for.
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    drop(request);
    let answered = find(site, &uri, &headers, named, which).await;
    answered.unwrap_or_else(|trouble| {
        let (week, lang) = (address::week_in(uri.path()), named_in(uri.path()).1);
        let lang = lang.unwrap_or_else(|| preferred(&headers));
        errors::for_everybody(site.shelf().around(week.as_deref()), lang, trouble)
    })
}

async fn find(
    site: &Site,
    uri: &Uri,
    headers: &HeaderMap,
    named: Named,
    which: Which,
) -> Result<Response, Trouble> {
    let shelf = site.shelf();
    let open = shelf.open(address::week_in(uri.path()).as_deref())?;
    let asked = Asked::of(named.lang.as_deref(), uri, headers)?;
    let key = named.key;
    let outlet = which(&key, asked.lang).ok_or(Trouble::NotFound)?;
    let spoken = language::of(outlet);

    let (address, lasting) = (open.guide.outlet(outlet), open.guide.imprint().lasting.outlet(outlet));
    let files = open.files(outlet);
    let kept = if let Some(kept) = files.get(&address) {
        kept
    } else {
        let guide = open.guide.clone();
        let write = move || kept(&guide, which(&key, asked.lang)?);
        let kept = files.made(&lasting, write).await.ok_or(Trouble::NotFound)?;
        if address != lasting {
            files.share(address, &kept);
        }
        kept
    };

    let mut response = kept.answer(headers);
    if spoken == Spoken::One && asked.by_browser {
        let vary = HeaderValue::from_static("accept-encoding, accept-language");
        response.headers_mut().insert(VARY, vary);
    }
    Ok(response)
}

fn kept(guide: &Guide, outlet: Outlet<'_>) -> Option<Kept> {
    let rendered = Rendered {
        body: render(guide, outlet)?,
        media_type: media_type(outlet),
        lang: language::spoken(outlet),
        reach: Reach::Everybody,
    };
    let kept = match outlet {
        Outlet::Feed(_) => Kept::telling(rendered, guide),
        _ => Kept::new(rendered, guide),
    };
    Some(kept.filed_as(&file_name(guide, outlet)))
}

const fn media_type(outlet: Outlet<'_>) -> &'static str {
    match outlet {
        Outlet::ScheduleXml(_) | Outlet::Sitemap(_) => "application/xml; charset=utf-8",
        Outlet::Calendar(..) => "text/calendar; charset=utf-8",
        Outlet::Feed(_) => "application/atom+xml; charset=utf-8",
        _ => "application/json",
    }
}

/// `jiangning-2021-opening-zh.ics`: who keeps several tells them apart.
fn file_name(guide: &Guide, outlet: Outlet<'_>) -> String {
    let week = &guide.programme().week.slug;
    let (what, ending) = match outlet {
        Outlet::ScheduleXml(_) => ("schedule".to_owned(), "xml"),
        Outlet::ScheduleJson(_) => ("schedule".to_owned(), "json"),
        Outlet::Calendar(of, _) => (subject(of), "ics"),
        Outlet::Feed(_) => ("updates".to_owned(), "atom"),
        Outlet::Sitemap(None) => ("sitemap".to_owned(), "xml"),
        Outlet::Sitemap(Some(number)) => (format!("sitemap-{number}"), "xml"),
        Outlet::Roads => ("roads".to_owned(), "json"),
        _ => ("sessions".to_owned(), "json"),
    };
    match language::spoken(outlet) {
        Some(lang) => format!("{week}-{what}-{}.{ending}", lang.code()),
        None => format!("{week}-{what}.{ending}"),
    }
}

fn subject(of: CalendarOf<'_>) -> String {
    match of {
        CalendarOf::Week => "week".to_owned(),
        CalendarOf::Day(date) => date.to_string(),
        CalendarOf::Activity(key)
        | CalendarOf::Part(key)
        | CalendarOf::Session(key)
        | CalendarOf::Venue(key)
        | CalendarOf::Person(key) => key.to_owned(),
    }
}
