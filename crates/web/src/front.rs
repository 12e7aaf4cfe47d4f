//! What stands before the routes: an answer that is kept goes out without asking them.
//!
//! Nearly all requests of a week's public are for something that somebody has asked for before. Finding that by its address is
//! one look into a table; routing, unpacking the address and six layers of middleware would cost several times as much. Whatever is
//! not kept, or is not simply read, goes on to the routes, which keep what they make under its canonical address.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;
use tower::Service;

use crate::{Site, address, log, routes};

/// The server: what is kept, and behind it the routes.
#[derive(Debug, Clone)]
pub(crate) struct Front {
    site: Arc<Site>,
    routes: Router,
}

impl Front {
    /// The server of a site.
    #[must_use]
    pub(crate) fn new(site: Arc<Site>) -> Self {
        Self { routes: routes::routes(Arc::clone(&site)), site }
    }

    fn kept(&self, request: &Request) -> Option<Response> {
        if request.method() != Method::GET {
            return None;
        }
        let came = log::came();
        let address = request.uri().path_and_query()?.as_str();
        let kept = self.site.shelf().kept(address)?;
        let answer = kept.answer(request.headers());
        log::kept(request, &answer, came);
        Some(answer)
    }
}

impl Service<Request<Body>> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        <Router as Service<Request<Body>>>::poll_ready(&mut self.routes, context)
    }

    fn call(&mut self, mut request: Request<Body>) -> Answering {
        if let Some(plain) = address::plain(request.uri()) {
            *request.uri_mut() = plain;
        }
        match self.kept(&request) {
            Some(answer) => Answering::Kept(Some(answer)),
            None => Answering::Routed(Box::pin(self.routes.call(request))),
        }
    }
}

/// An answer that is there, or on its way.
pub(crate) enum Answering {
    /// There.
    Kept(Option<Response>),
    /// On its way.
    Routed(Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>),
}

impl std::fmt::Debug for Answering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Kept(_) => "Kept",
            Self::Routed(_) => "Routed",
        })
    }
}

impl Future for Answering {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            Self::Kept(answer) => {
                Poll::Ready(Ok(answer.take().expect("a future is not polled after its end")))
            }
            Self::Routed(future) => future.as_mut().poll(context),
        }
    }
}
