//! `/{lang}/check`: an organiser drops files and reads what is wrong with them. Nothing is kept.
//!
//! Files live in memory for as long as the answer takes. Names of files go into no log.
//! The reading and checking is work for a processor, so it has threads of its own, few at a time.

use std::sync::Arc;
use std::time::Duration;

use askama::Template as _;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest as _, Multipart, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE};
use axum::response::{Html, IntoResponse, Response};
use festoon_app::timetable;
use festoon_domain::text::Lang;
use festoon_domain::timetable::Rulebook;
use festoon_exchange::{NamedFile, Options, Reason, Refusal};
use festoon_guide::pages::check::{FormPage, ReportPage, Unread, UnreadPage};
use festoon_guide::pages::error::Trouble;
use festoon_guide::{Guide, clash_report};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::{Site, errors};

/// A form that takes longer to arrive gives its place to another.
pub(crate) const PATIENCE: Duration = Duration::from_mins(3);

/// An organiser comes with files. The form is of no week, so it is there before any release.
pub(crate) async fn form(
    State(site): State<Arc<Site>>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let shelf = site.shelf();
    let page = FormPage::new(shelf.around(None), lang).render().expect("writing to a string cannot fail");
    ([(CACHE_CONTROL, "no-cache"), (CONTENT_LANGUAGE, lang.tag())], Html(page)).into_response()
}

/// An organiser drops in the hosts' files and reads what is wrong with the week.
pub(crate) async fn report(
    State(site): State<Arc<Site>>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let shelf = site.shelf();
    let guide = shelf.around(None);
    let Ok(_place) = site.submissions.clone().try_acquire_owned() else {
        return errors::page(guide, lang, Trouble::Busy);
    };

    let submission = match tokio::time::timeout(PATIENCE, Submission::receive(request)).await {
        Ok(Ok(submission)) => submission,
        Ok(Err(trouble)) => return errors::page(guide, lang, trouble),
        Err(_) => return errors::page(guide, lang, Trouble::Form),
    };
    if submission.files.is_empty() {
        return unread(guide, lang, &[]);
    }
    let now = (site.clock)();
    let options = match submission.options() {
        Ok(options) => Options { this_year: Some(now.to_zoned(TimeZone::UTC).year()), ..options },
        Err(refusal) => return unread(guide, lang, &[refusal]),
    };

    let Ok(_turn) = site.checks.clone().acquire_owned().await else {
        return errors::page(guide, lang, Trouble::Busy);
    };
    let files = submission.files;
    let worked = tokio::task::spawn_blocking(move || examine(&files, &options, now, lang)).await;

    match worked {
        Ok(Ok(body)) => {
            let page = ReportPage::new(guide, lang, body).render().expect("writing to a string cannot fail");
            ([(CACHE_CONTROL, "no-store")], Html(page)).into_response()
        }
        // A refusal without a reason would be told as "no file chosen", which is not so.
        Ok(Err(refusals)) if refusals.is_empty() => errors::page(guide, lang, Trouble::Ours),
        Ok(Err(refusals)) => unread(guide, lang, &refusals),
        Err(_) => errors::page(guide, lang, Trouble::Ours),
    }
}

/// Reads and checks the files and tells the result as HTML.
fn examine(
    files: &[NamedFile],
    options: &Options,
    now: Timestamp,
    lang: Lang,
) -> Result<String, Vec<Refusal>> {
    let checked = timetable::check(files, options, &Rulebook::default())?;
    let report = timetable::report(&checked, now);
    Ok(clash_report::body(&report, lang).expect("writing to a string cannot fail"))
}

/// The form again, with what was wrong with the files.
fn unread(guide: Option<&Guide>, lang: Lang, refusals: &[Refusal]) -> Response {
    let unread = refusals.iter().map(|refusal| unread_file(refusal, lang)).collect();
    let page = UnreadPage::new(guide, lang, unread);
    let html = page.render().expect("writing to a string cannot fail");
    (StatusCode::UNPROCESSABLE_ENTITY, [(CACHE_CONTROL, "no-store")], Html(html)).into_response()
}

/// A file that could not be read, as a page tells it.
pub(crate) fn unread_file(refusal: &Refusal, lang: Lang) -> Unread {
    Unread {
        file: refusal.file.to_string(),
        spot: Some(clash_report::spot(&refusal.spot, lang)).filter(|spot| !spot.is_empty()),
        sentence: refusal.reason.sentence(lang),
    }
}

/// What came with the form.
#[derive(Default)]
struct Submission {
    files: Vec<NamedFile>,
    travel: Option<NamedFile>,
    zone: String,
}

impl Submission {
    async fn receive(request: Request) -> Result<Self, Trouble> {
        let mut form = Multipart::from_request(request, &()).await.map_err(|_| Trouble::Form)?;
        let mut submission = Self::default();
        while let Some(field) = form.next_field().await.map_err(|error| trouble(&error))? {
            match field.name() {
                Some("files") => submission.files.extend(file(field).await?),
                Some("travel") => submission.travel = file(field).await?,
                Some("zone") => {
                    let zone = field.text().await.map_err(|error| trouble(&error))?;
                    zone.trim().clone_into(&mut submission.zone);
                }
                _ => {}
            }
        }
        Ok(submission)
    }

    fn options(&self) -> Result<Options, Refusal> {
        let zone = match self.zone.as_str() {
            "" => None,
            name => Some(TimeZone::get(name).map_err(|_| Refusal {
                file: name.into(),
                spot: festoon_domain::programme::Spot::Whole,
                reason: Reason::UnknownZone(name.to_owned()),
            })?),
        };
        Ok(Options { zone, travel: self.travel.clone(), ..Options::default() })
    }
}

/// A chosen file; browsers send an empty nameless one where none was chosen.
pub(crate) async fn file(field: Field<'_>) -> Result<Option<NamedFile>, Trouble> {
    let name =
        field.file_name().unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let bytes = field.bytes().await.map_err(|error| trouble(&error))?;
    if name.is_empty() && bytes.is_empty() {
        return Ok(None);
    }
    Ok(Some(NamedFile { name: name.into(), bytes: bytes.into() }))
}

pub(crate) fn trouble(error: &MultipartError) -> Trouble {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Trouble::TooLarge } else { Trouble::Form }
}
