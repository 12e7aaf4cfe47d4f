//! `/{lang}/claims`: somebody pastes a Chinese and an English text, and reads what is wrong with their figures. Nothing is kept.
//!
//! Texts live in memory for as long as the answer takes. They share the threads, and the places in the queue, of the check.

use std::sync::Arc;

use askama::Template as _;
use axum::extract::{FromRequest as _, Multipart, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use festoon_app::claims::{self, Figures};
use festoon_domain::text::Lang;
use festoon_exchange::prose::Prose;
use festoon_exchange::{NamedFile, figures};
use festoon_guide::pages::check::Unread;
use festoon_guide::pages::claims::{ClaimsPage, ClaimsReportPage, Pasted, Unreceived, Written};
use festoon_guide::pages::error::Trouble;
use festoon_guide::words::claims::ClaimsWords;
use festoon_guide::{Guide, claims_report};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::check::{PATIENCE, file, trouble, unread_file};
use crate::{Site, errors};

/// Somebody comes with texts.
pub(crate) async fn form(
    State(site): State<Arc<Site>>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let shelf = site.shelf();
    let page = ClaimsPage::new(shelf.around(None), lang).render().expect("writing to a string cannot fail");
    ([(CACHE_CONTROL, "no-cache"), (CONTENT_LANGUAGE, lang.tag())], Html(page)).into_response()
}

/// Somebody wants to know how to write a figures file.
pub(crate) async fn manual(
    State(site): State<Arc<Site>>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return errors::answer(&site, &request, Trouble::NotFound);
    };
    let manual = match lang {
        Lang::Zh => include_str!("../../../docs/figures-toml-zh.md"),
        Lang::En => include_str!("../../../docs/figures-toml.md"),
    };
    let plain = "text/plain; charset=utf-8";
    ([(CACHE_CONTROL, "no-cache"), (CONTENT_LANGUAGE, lang.tag()), (CONTENT_TYPE, plain)], manual)
        .into_response()
}

/// Somebody reads what is wrong with the figures in their texts.
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
        Ok(Err(Trouble::TooLarge)) => return unreceived(guide, lang, Unreceived::TooLarge),
        Ok(Err(_)) | Err(_) => return unreceived(guide, lang, Unreceived::BrokenOff),
    };
    if submission.pasted.zh.trim().is_empty() && submission.pasted.en.trim().is_empty() {
        return unread(guide, lang, Vec::new(), submission.pasted);
    }
    let Ok(_turn) = site.checks.clone().acquire_owned().await else {
        return errors::page(guide, lang, Trouble::Busy);
    };
    let now = (site.clock)();
    let worked = tokio::task::spawn_blocking(move || {
        let told = submission.told(now, lang);
        (told, submission.pasted)
    });
    match worked.await {
        Ok((Ok(body), pasted)) => {
            let written = Written { zh: claims::written_in(&pasted.zh), en: claims::written_in(&pasted.en) };
            let page = ClaimsReportPage::new(guide, lang, body, pasted, written)
                .render()
                .expect("writing to a string cannot fail");
            ([(CACHE_CONTROL, "no-store"), (CONTENT_LANGUAGE, lang.tag())], Html(page)).into_response()
        }
        Ok((Err(wrong), pasted)) => unread(guide, lang, wrong, pasted),
        Err(_) => errors::page(guide, lang, Trouble::Ours),
    }
}

/// The form again, with what was pasted and what was wrong.
fn unread(guide: Option<&Guide>, lang: Lang, wrong: Vec<Unread>, pasted: Pasted) -> Response {
    let page =
        ClaimsPage::unread(guide, lang, wrong, pasted).render().expect("writing to a string cannot fail");
    (StatusCode::UNPROCESSABLE_ENTITY, [(CACHE_CONTROL, "no-store")], Html(page)).into_response()
}

/// The form again, empty, and why.
fn unreceived(guide: Option<&Guide>, lang: Lang, why: Unreceived) -> Response {
    let status = match why {
        Unreceived::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Unreceived::BrokenOff => StatusCode::BAD_REQUEST,
    };
    let page = ClaimsPage::unreceived(guide, lang, why).render().expect("writing to a string cannot fail");
    (status, [(CACHE_CONTROL, "no-store")], Html(page)).into_response()
}

/// What came with the form.
#[derive(Default)]
struct Submission {
    pasted: Pasted,
    figures: Option<NamedFile>,
}

impl Submission {
    async fn receive(request: Request) -> Result<Self, Trouble> {
        let mut form = Multipart::from_request(request, &()).await.map_err(|_| Trouble::Form)?;
        let mut submission = Self::default();
        while let Some(field) = form.next_field().await.map_err(|error| trouble(&error))? {
            let into = match field.name() {
                Some("figures") => {
                    submission.figures = file(field).await?;
                    continue;
                }
                Some("zh") => &mut submission.pasted.zh,
                Some("en") => &mut submission.pasted.en,
                Some("day") => &mut submission.pasted.day,
                _ => continue,
            };
            *into = field.text().await.map_err(|error| trouble(&error))?;
        }
        Ok(submission)
    }

    /// The report as HTML, or what is wrong with the figures file or the day.
    fn told(&self, now: Timestamp, lang: Lang) -> Result<String, Vec<Unread>> {
        let w = ClaimsWords::of(lang);
        let texts = [(w.zh, &self.pasted.zh), (w.en, &self.pasted.en)];
        let texts: Vec<Prose> = texts
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(name, text)| Prose::pasted(name, text))
            .collect();
        let bad_day = || vec![Unread { file: w.day.to_owned(), spot: None, sentence: w.bad_day.to_owned() }];
        let day = match self.pasted.day.trim() {
            "" => Ok(None),
            day => day.parse::<Date>().map(Some).map_err(|_| bad_day()),
        };
        let ledger = self.figures.as_ref().map(figures::read).transpose().map_err(|refusals| {
            refusals.iter().map(|refusal| unread_file(refusal, lang)).collect::<Vec<_>>()
        });
        // Whoever corrects the day is to see at once what else is wrong.
        let (day, ledger) = match (day, ledger) {
            (Ok(day), Ok(ledger)) => (day, ledger),
            (day, ledger) => return Err([day.err(), ledger.err()].into_iter().flatten().flatten().collect()),
        };
        let report = match self.figures.as_ref().zip(ledger) {
            None => claims::compare(texts),
            Some((file, ledger)) => {
                let figures = Figures { file: Arc::clone(&file.name), ledger };
                let going = figures.going(day, None, now).ok_or_else(bad_day)?;
                claims::lint(texts, &figures, &going)
            }
        };
        Ok(claims_report::body(&report, lang).expect("writing to a string cannot fail"))
    }
}
