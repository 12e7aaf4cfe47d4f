//! `/readyz`: whether this server can do all its work. Who balances load asks here; who restarts processes asks `/healthz`.
//!
//! Readers are served from memory whatever is answered here. Why the database does not answer stands in the log alone, because
//! anybody may ask.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::Site;

/// A database that has not answered by then is away.
const PATIENCE: Duration = Duration::from_secs(2);

type Ask = dyn Fn() -> Result<(), String> + Send + Sync;

/// The question whether the database answers.
#[derive(Clone)]
pub struct Readiness {
    ask: Arc<Ask>,
    /// One asks at a time: a hung database holds one thread, not one for each who asks.
    turn: Arc<Semaphore>,
}

impl Readiness {
    /// Asked on a thread that may wait; the error goes into the log. It should give up on its own: a question that never returns
    /// keeps its thread, and all later ones are answered with “away”.
    #[must_use]
    pub fn new(ask: impl Fn() -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self { ask: Arc::new(ask), turn: Arc::new(Semaphore::new(1)) }
    }

    async fn answers(&self) -> Result<(), String> {
        let asked = async {
            let turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|error| error.to_string())?;
            let ask = Arc::clone(&self.ask);
            // The turn goes along, and comes back only with the answer.
            let asking = tokio::task::spawn_blocking(move || {
                let answer = ask();
                drop(turn);
                answer
            });
            asking.await.map_err(|error| error.to_string())?
        };
        let in_time = tokio::time::timeout(PATIENCE, asked).await;
        in_time.unwrap_or_else(|_| Err(format!("no answer within {PATIENCE:?}")))
    }
}

impl Default for Readiness {
    /// Without a database nothing has to answer.
    fn default() -> Self {
        Self::new(|| Ok(()))
    }
}

impl Debug for Readiness {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readiness").finish_non_exhaustive()
    }
}

/// A load balancer asks whether to send people here.
pub(crate) async fn ready(State(site): State<Arc<Site>>) -> Response {
    let (status, words) = if let Err(reason) = site.readiness.answers().await {
        tracing::warn!(reason, "the database does not answer");
        (StatusCode::SERVICE_UNAVAILABLE, "数据库没有应答 / the database does not answer\n")
    } else if site.shelf().open(None).is_err() {
        (StatusCode::SERVICE_UNAVAILABLE, "还没有发布任何版本 / nothing is released yet\n")
    } else {
        (StatusCode::OK, "就绪 / ready\n")
    };
    (status, [(CACHE_CONTROL, "no-store")], words).into_response()
}
