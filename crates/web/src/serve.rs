//! The server's life: from a bound listener to the last answer.
//!
//! Each connection is a task that costs some kilobytes, so there is a bound on their number ([`Guests`]), and none is held for ever by
//! somebody who does nothing: not by a question or a form that never ends, not without a question, not by an answer that is not taken
//! ([`Bounds`] says how long each may take).

mod bounds;
mod guests;
mod paced;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use self::bounds::{Bounds, Pace};
use self::guests::{Guest, Guests};
use self::paced::Paced;
use crate::Site;
use crate::front::Front;

/// When no more connections can be taken, some will have gone after so long.
const BREATH: Duration = Duration::from_millis(100);

/// Serves a site until asked to stop by Ctrl-C or SIGTERM, then lets the answers under way finish.
///
/// Whoever watches for releases keeps a handle to the same site and puts them on its shelf meanwhile.
///
/// # Errors
/// None any more: a listener that cannot take a connection is asked again.
pub async fn serve(site: Arc<Site>, listener: TcpListener) -> io::Result<()> {
    let bounds = Bounds::of_this_process();
    let guests = Guests::at_most(bounds.connections);
    receive(site, listener, &bounds, &guests, asked_to_stop()).await;
    Ok(())
}

/// Receives who comes until it is time to stop.
async fn receive(
    site: Arc<Site>,
    listener: TcpListener,
    bounds: &Bounds,
    guests: &Arc<Guests>,
    stop: impl Future<Output = ()>,
) {
    let front = Front::new(site);
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(bounds.head);
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);

    loop {
        let connection = tokio::select! {
            taken = listener.accept() => taken,
            () = &mut stop => break,
        };
        match connection {
            Ok((connection, asker)) => {
                let guest = tokio::select! {
                    guest = guests.admit() => guest,
                    () = &mut stop => break,
                };
                let line = line(connection, bounds);
                connections.spawn(converse(builder.clone(), line, asker, front.clone(), guest, bounds.body));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(BREATH).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }

    drop(listener);
    guests.dismiss_all();
    let all_gone = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(bounds.farewell, all_gone).await.is_err() {
        tracing::warn!("some answers were not taken to their end");
    }
}

type Line = TokioIo<Pin<Box<TimeoutStream<TcpStream>>>>;

/// A connection as answers go out on it: at once, because each is written whole and to wait for more would only delay it, and not for
/// ever. Reading has its own bounds: a connection is also read to notice that it breaks off while a long answer goes out.
fn line(connection: TcpStream, bounds: &Bounds) -> Line {
    let _unsupported = connection.set_nodelay(true);
    let mut line = TimeoutStream::new(connection);
    line.set_write_timeout(Some(bounds.taking));
    TokioIo::new(Box::pin(line))
}

/// Answers a guest until they go, or are asked to and have had the answer that is under way.
async fn converse(builder: Builder, line: Line, asker: SocketAddr, front: Front, guest: Guest, pace: Pace) {
    let asking = guest.asking();
    let service = front.map_request(move |request: Request<Incoming>| {
        asking.asks();
        let mut request = request
            .map(|body| if body.is_end_stream() { Body::empty() } else { Body::new(Paced::new(body, pace)) });
        request.extensions_mut().insert(ConnectInfo(asker));
        request
    });
    let mut answered = pin!(builder.serve_connection(line, TowerToHyperService::new(service)));
    tokio::select! {
        // A connection that breaks off is its reader's affair.
        _broken = &mut answered => return,
        () = guest.dismissed() => {}
    }
    if guest.has_asked() {
        answered.as_mut().graceful_shutdown();
        let _broken = answered.await;
    }
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
