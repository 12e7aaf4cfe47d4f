//! Copies of plans for calendars: `POST /{lang}/plan` publishes one and leads to the page about it, `/plans/{key}`; `/plans/{key}.ics` is
//! the copy, and `POST /plans/{key}/deletion` takes it back and leads to the page that says so.
//!
//! These are the only addresses of the public that ask the database. They do so on threads that may wait, a few at a time, and say so when
//! it is away; nothing is half kept. Neither who publishes nor who reads is written down.

mod allowance;
mod asker;
mod deleting;
mod publishing;
mod reading;
mod secret;

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Form, FromRequest, Request};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::pages::error::Trouble;
use festoon_guide::pages::plan_copy::PlanTrouble;
use festoon_store::{Store, StoreError, Trouble as StoreTrouble};
use tokio::sync::Semaphore;

use self::allowance::Allowance;

pub(crate) use deleting::{delete, deleted};
pub(crate) use publishing::publish;
pub(crate) use reading::read;

/// Room for the largest plan that is taken.
pub(crate) const FORM_BYTES: usize = 16 * 1024;

/// How many questions to the database wait on threads at a time.
const TURNS: usize = 16;

/// Who has no turn by then is told that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where published plans are kept, and how many come.
#[derive(Clone)]
pub struct PlanCopies {
    memory: Option<Memory>,
    turns: Arc<Semaphore>,
    allowance: Arc<Allowance>,
    proxies: u8,
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

    /// The same behind so many proxies, each of which adds whom it was asked by to `X-Forwarded-For`. Without any, that header is not
    /// believed.
    #[must_use]
    pub fn behind(self, proxies: u8) -> Self {
        Self { proxies, ..self }
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
}

impl Default for PlanCopies {
    /// Nothing is kept.
    fn default() -> Self {
        Self { memory: None, turns: Arc::new(Semaphore::new(TURNS)), allowance: Arc::default(), proxies: 0 }
    }
}

impl Debug for PlanCopies {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlanCopies").finish_non_exhaustive()
    }
}

/// The language that an address asks for with `?lang=`.
#[derive(Debug, Default, serde::Deserialize)]
struct InLang {
    #[serde(default)]
    lang: String,
}

async fn form<T: serde::de::DeserializeOwned>(request: Request) -> Result<T, Trouble> {
    let form = Form::<T>::from_request(request, &()).await;
    form.map(|Form(form)| form).map_err(|rejection| {
        let is_large = rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
        if is_large { Trouble::Plan(PlanTrouble::TooMany) } else { Trouble::Form }
    })
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

/// Leads on to a page that may be loaded again without doing anything again.
fn lead_on(address: &str) -> Response {
    let location = HeaderValue::from_str(address).expect("our own addresses are plain ASCII");
    let head = [(LOCATION, location), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (StatusCode::SEE_OTHER, head).into_response()
}

/// A page that nobody keeps.
fn told(html: String, lang: Lang) -> Response {
    ([(CACHE_CONTROL, "no-store"), (CONTENT_LANGUAGE, lang.tag())], Html(html)).into_response()
}
