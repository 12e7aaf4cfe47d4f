//! Copies of plans for calendars: `POST /{lang}/plan` publishes one, `/plans/{key}.ics` is one, `POST /plans/{key}/deletion` takes it back.
//!
//! These are the only addresses of the public that ask the database. They do so on threads that may wait, a few at a time, and say so when
//! it is away; nothing is half kept. Neither who publishes nor who reads is written down.

use std::collections::VecDeque;
use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use askama::Template as _;
use axum::extract::{Form, FromRequest, Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, HOST, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use festoon_app::Failure;
use festoon_app::plans::{self, Asked, Found, MOST_CHOSEN, PlanRefusal, Until};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::plan_copy::{Copy, DeletedPage, PlanTrouble, PublishedPage};
use festoon_store::{Store, StoreError, Trouble as StoreTrouble};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;

use crate::chooser::preferred;
use crate::errors;
use crate::kept::{Kept, Reach, Rendered};
use crate::public::{Here, Named};

/// Room for the largest plan that is taken.
pub(crate) const FORM_BYTES: usize = 16 * 1024;

/// How many plans are published within a minute, by all together.
const MOST_A_MINUTE: usize = 60;

/// How many questions to the database wait on threads at a time.
const TURNS: usize = 16;

/// Who has no turn by then is told that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where published plans are kept, and how many come.
#[derive(Clone)]
pub struct PlanCopies {
    memory: Option<Memory>,
    turns: Arc<Semaphore>,
    lately: Arc<Mutex<VecDeque<Timestamp>>>,
}

#[derive(Clone)]
struct Memory {
    store: Store,
    chance: Arc<Chance>,
}

type Chance = dyn Fn(&mut [u8]) + Send + Sync;

impl PlanCopies {
    /// Kept in a database. `chance` fills what it is given with random bytes, and leaves it when it has none.
    #[must_use]
    pub fn new(store: Store, chance: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self { memory: Some(Memory { store, chance: Arc::new(chance) }), ..Self::default() }
    }

    /// Asks the database where waiting is allowed; [`Trouble::Away`] where there is none, or no turn to be had.
    async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(Memory) -> T + Send + 'static,
    ) -> Result<T, Trouble> {
        let memory = self.memory.clone().ok_or(Trouble::Away)?;
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(Trouble::Away) };
        // The turn goes along, and comes back only with the answer.
        let asking = tokio::task::spawn_blocking(move || {
            let answer = work(memory);
            drop(turn);
            answer
        });
        asking.await.map_err(|_| Trouble::Ours)
    }

    /// Whether one more may be published at a time; else in how many seconds.
    fn admit(&self, now: Timestamp) -> Result<(), i64> {
        let minute = SignedDuration::from_mins(1);
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        while lately.front().is_some_and(|first| now.duration_since(*first) >= minute) {
            lately.pop_front();
        }
        if let Some(first) = lately.front().filter(|_| lately.len() >= MOST_A_MINUTE) {
            return Err((minute - now.duration_since(*first)).as_secs().clamp(1, 60));
        }
        lately.push_back(now);
        Ok(())
    }
}

impl Default for PlanCopies {
    /// Nothing is kept.
    fn default() -> Self {
        Self { memory: None, turns: Arc::new(Semaphore::new(TURNS)), lately: Arc::default() }
    }
}

impl Debug for PlanCopies {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlanCopies").finish_non_exhaustive()
    }
}

#[derive(Debug, serde::Deserialize)]
struct PublishForm {
    /// Separated by commas or blanks.
    #[serde(default)]
    numbers: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    until: String,
}

#[derive(Debug, serde::Deserialize)]
struct DeleteForm {
    #[serde(default)]
    secret: String,
    #[serde(default)]
    lang: String,
}

/// A visitor publishes a copy of their plan.
pub(crate) async fn publish(State(site): Here, Path(named): Path<Named>, request: Request) -> Response {
    let shelf = site.shelf();
    let week = named.week.as_deref();
    let Some(lang) = Lang::from_code(&named.lang) else {
        return errors::page(shelf.around(week), preferred(request.headers()), Trouble::NotFound);
    };
    let guide = match shelf.open(week) {
        Ok(open) => open.guide.clone(),
        Err(trouble) => return errors::page(shelf.around(week), lang, trouble),
    };
    let trouble = |trouble| errors::page(Some(&guide), lang, trouble);
    let origin = origin(&guide, request.headers());
    let asked = match form(request).await.and_then(|form| asked(&form, lang)) {
        Ok(asked) => asked,
        Err(why) => return trouble(why),
    };
    let now = (site.clock)();
    if let Err(seconds) = site.plans.admit(now) {
        let mut response = trouble(Trouble::Plan(PlanTrouble::Busy));
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        return response;
    }

    let of = guide.clone();
    let asking =
        site.plans.ask(move |Memory { store, chance }| plans::publish(&store, now, &*chance, &of, &asked));
    let published = match asking.await {
        Ok(Ok(published)) => published,
        Ok(Err(failure)) => return trouble(refused(failure)),
        Err(why) => return trouble(why),
    };
    let copy = Copy {
        key: &published.key,
        secret: &published.secret,
        numbers: &published.numbers,
        expires: published.expires,
    };
    let page = PublishedPage::new(&guide, lang, copy, &origin);
    told(page.render().expect("writing to a string cannot fail"), lang)
}

/// Somebody's calendar asks for a copy.
pub(crate) async fn copy(State(site): Here, Path(name): Path<String>, request: Request) -> Response {
    let key = name.strip_suffix(".ics").filter(|key| is_key(key)).map(str::to_owned);
    let Some(key) = key else { return errors::answer(&site, &request, Trouble::Plan(PlanTrouble::Gone)) };
    let now = (site.clock)();
    let shelf = site.shelf();
    let asking = site.plans.ask(move |Memory { store, .. }| {
        let copy = match plans::copy(&store, now, &key) {
            Ok(Found::Copy(copy)) => copy,
            Ok(Found::Over) => return Err(Trouble::Plan(PlanTrouble::Over)),
            Ok(Found::Nothing) => return Err(Trouble::Plan(PlanTrouble::Gone)),
            Err(error) => return Err(failed(&error)),
        };
        let guide = shelf.open(Some(&copy.week))?.guide;
        let body = plans::calendar(guide, &copy.numbers, copy.lang);
        let body = body.ok_or(Trouble::Ours)?;
        let (media_type, reach) = ("text/calendar; charset=utf-8", Reach::Everybody);
        Ok(Kept::new(Rendered { body, media_type, lang: Some(copy.lang), reach }, guide))
    });
    let mut response = match asking.await {
        Ok(Ok(kept)) => kept.answer(request.headers()),
        Ok(Err(trouble)) | Err(trouble) => return errors::answer(&site, &request, trouble),
    };
    // What can be deleted is kept by nobody between.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}

/// A visitor takes a copy back.
pub(crate) async fn delete(State(site): Here, Path(key): Path<String>, request: Request) -> Response {
    let shelf = site.shelf();
    let guide = shelf.around(None);
    let preferred = preferred(request.headers());
    let form: DeleteForm = match form(request).await {
        Ok(form) => form,
        Err(trouble) => return errors::page(guide, preferred, trouble),
    };
    let lang = Lang::from_code(&form.lang).unwrap_or(preferred);
    if !is_key(&key) || !is_key(&form.secret) {
        return errors::page(guide, lang, Trouble::Plan(PlanTrouble::Gone));
    }
    let asking = site.plans.ask(move |Memory { store, .. }| plans::delete(&store, &key, &form.secret));
    match asking.await {
        Ok(Ok(true)) => {
            let page = DeletedPage::new(guide, lang).render().expect("writing to a string cannot fail");
            told(page, lang)
        }
        Ok(Ok(false)) => errors::page(guide, lang, Trouble::Plan(PlanTrouble::Gone)),
        Ok(Err(error)) => errors::page(guide, lang, failed(&error)),
        Err(trouble) => errors::page(guide, lang, trouble),
    }
}

async fn form<T: serde::de::DeserializeOwned>(request: Request) -> Result<T, Trouble> {
    let form = Form::<T>::from_request(request, &()).await;
    form.map(|Form(form)| form).map_err(|rejection| {
        let is_large = rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
        if is_large { Trouble::Plan(PlanTrouble::TooMany) } else { Trouble::Form }
    })
}

/// What a form says; a number that is none is no mistake of a person's.
fn asked(form: &PublishForm, page: Lang) -> Result<Asked, Trouble> {
    let numbers = form.numbers.split(['.', ',', ' ']).filter(|number| !number.is_empty());
    let numbers: Result<Vec<u32>, _> = numbers.take(MOST_CHOSEN + 1).map(str::parse).collect();
    Ok(Asked {
        numbers: numbers.map_err(|_| Trouble::Form)?,
        lang: if form.lang.is_empty() { Some(page) } else { Lang::from_code(&form.lang) }
            .ok_or(Trouble::Form)?,
        until: if form.until.is_empty() { Some(Until::AfterTheWeek) } else { Until::from_word(&form.until) }
            .ok_or(Trouble::Form)?,
    })
}

fn refused(failure: Failure<PlanRefusal>) -> Trouble {
    match failure {
        Failure::Refused(PlanRefusal::Nothing) => Trouble::Plan(PlanTrouble::Nothing),
        Failure::Refused(PlanRefusal::TooMany) => Trouble::Plan(PlanTrouble::TooMany),
        Failure::Refused(PlanRefusal::Unknown(_)) => Trouble::Plan(PlanTrouble::Unknown),
        Failure::Refused(PlanRefusal::NoChance) => {
            tracing::error!("this machine gives no random bytes");
            Trouble::Ours
        }
        Failure::Store(error) => failed(&error),
    }
}

fn failed(error: &StoreError) -> Trouble {
    tracing::warn!(%error, "a published plan was not kept or not found");
    if error.trouble == StoreTrouble::Ours { Trouble::Ours } else { Trouble::Away }
}

/// 32 hexadecimal digits, as keys and secrets are drawn; anything else need not trouble the database.
fn is_key(word: &str) -> bool {
    word.len() == 32 && word.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// How the outside world reaches us: as the operator said, else as the asker's browser does.
fn origin(guide: &Guide, headers: &HeaderMap) -> String {
    if let Some(origin) = &guide.imprint().origin.0 {
        return origin.trim_end_matches('/').to_owned();
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    format!("http://{host}")
}

/// A page that nobody keeps.
fn told(html: String, lang: Lang) -> Response {
    ([(CACHE_CONTROL, "no-store"), (CONTENT_LANGUAGE, lang.tag())], Html(html)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_a_minute_are_admitted_and_the_next_is_told_when() {
        let plans = PlanCopies::default();
        let at = |second: i64| Timestamp::from_second(second).expect("within range");
        assert!((0..60).all(|second| plans.admit(at(second / 2)).is_ok()));
        assert_eq!(plans.admit(at(29)), Err(31));
        assert_eq!(plans.admit(at(60)), Ok(()));
    }
}
