//! Keeps what is shown as new as what is released.

mod recalling;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use festoon_app::outlets::linked_data;
use festoon_app::releases::{Published, Standing, latest};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::imprint::{Imprint, Origin, Release};
use festoon_store::weeks::WeekRow;
use festoon_store::{Store, StoreError, Watch, weeks};
use festoon_web::{Edition, Site};
use jiff::Timestamp;

use self::recalling::{Recalled, Recalling};

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
    let shelf = Shelf { store: store.clone(), site: Arc::clone(site), origin: origin.clone() };
    let first = shelf.look();
    let thread = thread::spawn(move || shelf.follow(&changes, first));
    Showing { watch: Some(watch), thread: Some(thread) }
}

fn watch(store: &Store, written: SyncSender<()>) -> Watch {
    store.watch(move || {
        // One word waiting is enough: whoever looks next sees everything.
        let _waits_already = written.try_send(());
    })
}

/// How soon a look in vain is repeated.
const AGAIN: Duration = Duration::from_secs(1);

/// What came of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// What is shown is what is published.
    Well,
    /// The database did not answer.
    InVain,
}

struct Shelf {
    store: Store,
    site: Arc<Site>,
    origin: Origin,
}

impl Shelf {
    /// Looks whenever somebody wrote, and again after a while when the database did not answer: nobody will say it twice.
    fn follow(&self, changes: &Receiver<()>, first: Looked) {
        let mut looked = first;
        let mut recalling = Recalling::default();
        loop {
            // What releases changed is worked out once they are shown, a release at a time: a new one does not wait for old ones.
            let recalled = match looked {
                Looked::Well => recalling.go_on(&self.store, &self.site),
                Looked::InVain => Recalled::All,
            };
            if recalled == Recalled::MoreToCome && changes.try_recv() == Err(TryRecvError::Empty) {
                continue;
            }
            let said = match looked {
                Looked::Well if recalled == Recalled::MoreToCome => Ok(()),
                Looked::Well => changes.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Looked::InVain => changes.recv_timeout(AGAIN),
            };
            if said == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            looked = self.look();
        }
    }

    /// Takes in what is new. When the database is away, what is shown stays.
    fn look(&self) -> Looked {
        let shown = self.site.shelf();
        let known: Vec<(String, u32, Timestamp)> = shown
            .editions()
            .filter_map(|edition| {
                let (guide, release) = (edition.guide(), edition.guide().release()?);
                Some((guide.programme().week.slug.clone(), release.number, release.at))
            })
            .collect();
        let (weeks, published) = match self.found(&known) {
            Ok(found) => found,
            Err(error) => {
                tracing::warn!(%error, "the database was not looked at; what is shown stays");
                return Looked::InVain;
            }
        };
        for standing in published.new {
            self.show(standing);
        }
        // After a restore a week may be gone, or have no release any more.
        for (gone, ..) in known.iter().filter(|(slug, ..)| !published.weeks.contains(slug)) {
            self.site.change(|shelf| shelf.without(gone));
        }
        let current = weeks.into_iter().find(|week| week.is_current).map(|week| week.slug);
        if let Some(current) = current.filter(|current| shown.current() != Some(current.as_str())) {
            self.site.change(|shelf| shelf.turned_to(&current));
        }
        Looked::Well
    }

    fn found(&self, known: &[(String, u32, Timestamp)]) -> Result<(Vec<WeekRow>, Published), StoreError> {
        Ok((self.store.read(weeks::all)?, latest(&self.store, known)?))
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
                let imprint = Imprint::of_release(self.origin.clone(), &row.week, release);
                let guide = Guide::of(frozen, imprint.described_by(linked_data));
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
