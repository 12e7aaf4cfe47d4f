//! Keeps the notices that stand over what is shown, on a thread that waits for nothing else.
//!
//! One that ends by itself does so while the database is away, too.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use festoon_app::notices::standing;
use festoon_store::Store;
use festoon_web::Site;

use super::{AGAIN, Looked, wait};
use crate::running::read_clock;

/// Between two looks for a notice that ends: long enough to rest, short enough to be forgiven.
const LEAST_WAIT: Duration = Duration::from_millis(50);

/// A clock that was set meanwhile is noticed by then.
const MOST_WAIT: Duration = Duration::from_mins(1);

/// Whoever puts up notices and takes them down.
pub(super) struct Noticing {
    pub(super) store: Store,
    pub(super) site: Arc<Site>,
}

impl Noticing {
    /// Looks whenever somebody wrote and when a notice ends, and again after a while when the database did not answer.
    pub(super) fn follow(&self, written: &Receiver<()>, first: Looked) {
        let mut looked = first;
        loop {
            let again = (looked == Looked::InVain).then_some(AGAIN);
            let patience = [self.until_one_ends(), again].into_iter().flatten().min();
            if wait(written, patience) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            looked = self.look();
        }
    }

    /// Puts the notices that stand over what is shown. When the database is away, those that are there stay, but for what ends.
    pub(super) fn look(&self) -> Looked {
        let now = read_clock();
        let (over, looked) = match standing(&self.store, now) {
            Ok(over) => (over, Looked::Well),
            Err(error) => {
                tracing::warn!(%error, "the notices were not looked at; those that stand stay");
                let mut over = self.site.shelf().over().clone();
                for over in over.values_mut() {
                    let before = over.notices.len();
                    over.notices.retain(|notice| notice.stands(now));
                    over.changed = if over.notices.len() < before { now } else { over.changed };
                }
                (over, Looked::InVain)
            }
        };
        if *self.site.shelf().over() != over {
            tracing::info!(
                standing = over.values().map(|over| over.notices.len()).sum::<usize>(),
                "the notices have changed"
            );
            self.site.change(|shelf| shelf.under(over, now));
        }
        looked
    }

    /// How long until the first of the notices that stand ends, if any does by itself. Looked at again now and then, because clocks are set.
    fn until_one_ends(&self) -> Option<Duration> {
        let shown = self.site.shelf();
        let ends = shown.over().values().flat_map(|over| &over.notices).filter_map(|notice| notice.ends);
        let wait = ends.min()?.duration_since(read_clock());
        Some(Duration::try_from(wait).unwrap_or_default().clamp(LEAST_WAIT, MOST_WAIT))
    }
}
