//! The server's life: from a bound listener to the last answer.

use std::io;
use std::sync::Arc;

use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tower::make::Shared;

use crate::Site;
use crate::front::Front;

/// Serves a site until asked to stop by Ctrl-C or SIGTERM, then lets the answers under way finish.
///
/// Whoever watches for releases keeps a handle to the same site and puts them on its shelf meanwhile.
///
/// # Errors
/// When the listener fails.
pub async fn serve(site: Arc<Site>, listener: TcpListener) -> io::Result<()> {
    let listener = listener.tap_io(|connection| {
        // An answer is written whole; to wait for more would only delay it.
        let _unsupported = connection.set_nodelay(true);
    });
    axum::serve(listener, Shared::new(Front::new(site))).with_graceful_shutdown(asked_to_stop()).await
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
