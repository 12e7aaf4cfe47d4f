//! What somebody sends, as long as it comes at a pace: a form of which a byte arrives now and then would be held for ever.
//!
//! Time counts while it is waited for, from the first time on, so it is not theirs that passes while a handler does something else first.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::BoxError;
use axum::body::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use tokio::time::{Instant, Sleep, sleep_until};

use super::bounds::Pace;

/// A body that breaks off when it comes too slowly.
pub(super) struct Paced {
    body: Incoming,
    pace: Pace,
    came: u64,
    waited_for: Option<(Instant, Pin<Box<Sleep>>)>,
}

impl Paced {
    /// A body that has to come at a pace.
    pub(super) const fn new(body: Incoming, pace: Pace) -> Self {
        Self { body, pace, came: 0, waited_for: None }
    }

    /// Whether it takes too long; if not, it is woken when it does.
    fn is_late(&mut self, context: &mut Context<'_>) -> bool {
        let allowed = self.pace.time_for(self.came);
        let (began, alarm) = self.waited_for.get_or_insert_with(|| {
            let now = Instant::now();
            (now, Box::pin(sleep_until(now + allowed)))
        });
        let end = *began + allowed;
        if alarm.deadline() != end {
            alarm.as_mut().reset(end);
        }
        alarm.as_mut().poll(context).is_ready()
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
            if self.is_late(context) {
                return Poll::Ready(Some(Err(io::Error::from(io::ErrorKind::TimedOut).into())));
            }
            return Poll::Pending;
        };
        if let Some(Ok(frame)) = &frame {
            self.came += frame.data_ref().map_or(0, Bytes::len) as u64;
        }
        Poll::Ready(frame.map(|frame| frame.map_err(BoxError::from)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
