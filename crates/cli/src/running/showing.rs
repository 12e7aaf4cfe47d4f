//! Keeps what is shown as new as what is released.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use festoon_app::releases::{Standing, latest};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::imprint::{Imprint, Origin, Release};
use festoon_store::{Store, Watch};
use festoon_web::{Edition, Site};
use jiff::Timestamp;

/// Dropped, it notices nothing any more.
pub(super) struct Showing {
    watch: Option<Watch>,
    thread: Option<JoinHandle<()>>,
}

/// Shows what is released, and from then on whatever is released later. What is there already is shown before this returns.
pub(super) fn begin(store: &Store, site: &Arc<Site>, origin: &Origin) -> Showing {
    let (written, changes) = sync_channel(1);
    // Watching begins before the first look, so that nothing falls between.
    let watch = watch(store, written);
    let mut shelf = Shelf { store: store.clone(), site: Arc::clone(site), origin: origin.clone() };
    let looked = shelf.look();
    let thread = thread::spawn(move || shelf.follow(looked, &changes));
    Showing { watch: Some(watch), thread: Some(thread) }
}

fn watch(store: &Store, written: SyncSender<()>) -> Watch {
    store.watch(move || {
        // One word waiting is enough: whoever looks next sees everything.
        let _waits_already = written.try_send(());
    })
}

/// How long after a look in vain comes the next.
const AGAIN: Duration = Duration::from_secs(1);

/// Whether the database answered.
enum Looked {
    Well,
    InVain,
}

struct Shelf {
    store: Store,
    site: Arc<Site>,
    origin: Origin,
}

impl Shelf {
    /// Looks whenever something was written, and again after a while when a look failed: nobody may ever write again.
    fn follow(&mut self, mut looked: Looked, changes: &Receiver<()>) {
        loop {
            let heard = match looked {
                Looked::Well => changes.recv().map_err(RecvTimeoutError::from),
                Looked::InVain => changes.recv_timeout(AGAIN),
            };
            if heard == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            looked = self.look();
        }
    }

    /// Takes in what is new. When the database is away, what is shown stays.
    fn look(&mut self) -> Looked {
        let shown = self.site.shelf();
        let known: Vec<(String, u32, Timestamp)> = shown
            .editions()
            .filter_map(|edition| {
                let (guide, release) = (edition.guide(), edition.guide().release()?);
                Some((guide.programme().week.slug.clone(), release.number, release.at))
            })
            .collect();
        let published = match latest(&self.store, &known) {
            Ok(published) => published,
            Err(error) => {
                tracing::warn!(%error, "the database was not looked at; what is shown stays");
                return Looked::InVain;
            }
        };
        for standing in published.new {
            self.show(standing);
        }
        // After a restore a week may be gone, or be a draft that was never released.
        for (gone, ..) in known.iter().filter(|(slug, ..)| !published.released.contains(slug)) {
            self.site.change(|shelf| shelf.without(gone));
            tracing::info!(week = gone, "a week without a release is shown no more");
        }
        let current = published.current.filter(|current| shown.current() != Some(current.as_str()));
        if let Some(current) = current {
            self.site.change(|shelf| shelf.turned_to(&current));
        }
        Looked::Well
    }

    fn show(&self, standing: Standing) {
        let row = standing.row;
        match standing.frozen {
            Err(damaged) => {
                tracing::error!(week = row.week, number = row.number, "{}", damaged.sentence(Lang::En));
            }
            Ok(frozen) => {
                let uploads: HashSet<String> = super::working::public_names(&frozen);
                let release = Release { number: row.number, at: row.at };
                let guide = Guide::of(frozen, Imprint::of_release(self.origin.clone(), &row.week, release));
                let edition = Edition::new(&guide, uploads);
                self.site.change(|shelf| shelf.with(edition));
                tracing::info!(week = row.week, number = row.number, "a release is shown");
            }
        }
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        // Without a watch nobody can say anything any more, and the thread ends.
        drop(self.watch.take());
        if let Some(thread) = self.thread.take() {
            // A thread that failed has said so; there is nothing to save.
            let _ended = thread.join();
        }
    }
}
