//! The server's life: from a bound listener to the last answer.
//!
//! Each connection is a task that costs some kilobytes. One that begins a question and never ends it, or that is kept open without
//! a question, is closed after a while, so that whoever only holds connections cannot hold them for ever.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use crate::Site;
use crate::front::Front;

/// How long a question may take to arrive, and a connection to be kept without one.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long answers under way may still take once the server is asked to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// When no more connections can be taken, some will have gone after so long.
const BREATH: Duration = Duration::from_millis(100);

/// Serves a site until asked to stop by Ctrl-C or SIGTERM, then lets the answers under way finish.
///
/// Whoever watches for releases keeps a handle to the same site and puts them on its shelf meanwhile.
///
/// # Errors
/// None any more: a listener that cannot take a connection is asked again.
pub async fn serve(site: Arc<Site>, listener: TcpListener) -> io::Result<()> {
    // A connection is a file to the system, which hands out few unless asked. Where it refuses, there are fewer connections.
    let _more_files = rlimit::increase_nofile_limit(u64::MAX);
    let front = Front::new(site);
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let farewell = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut stop = std::pin::pin!(asked_to_stop());

    loop {
        let connection = tokio::select! {
            taken = listener.accept() => taken,
            () = &mut stop => break,
        };
        match connection {
            Ok((connection, asker)) => {
                let service = service(&front, asker);
                let answered = builder.serve_connection(TokioIo::new(prompt(connection)), service);
                let answered = farewell.watch(answered);
                connections.spawn(async move {
                    // A connection that breaks off is its reader's affair.
                    let _broken = answered.await;
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(BREATH).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }

    drop(listener);
    if tokio::time::timeout(FAREWELL, farewell.shutdown()).await.is_err() {
        tracing::warn!("some answers were not taken to their end");
    }
    Ok(())
}

/// An answer is written whole; to wait for more would only delay it.
fn prompt(connection: TcpStream) -> TcpStream {
    let _unsupported = connection.set_nodelay(true);
    connection
}

fn service(
    front: &Front,
    asker: SocketAddr,
) -> TowerToHyperService<
    impl tower::Service<
        Request<hyper::body::Incoming>,
        Response = axum::response::Response,
        Error = std::convert::Infallible,
        Future = crate::front::Answering,
    > + Clone
    + use<>,
> {
    TowerToHyperService::new(front.clone().map_request(move |request: Request<hyper::body::Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(asker));
        request
    }))
}

async fn asked_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler nobody can ask; the process is then ended the hard way.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else { return interrupted.await };
        tokio::select! {
            () = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}
