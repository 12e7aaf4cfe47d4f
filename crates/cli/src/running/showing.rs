//! Keeps what is shown as new as what is released, and under the notices that stand.
//!
//! Two threads, because they have nothing to wait for from each other: a release takes time to be taken in, to be made ready to be
//! searched and to be compared with those before it; a notice is few words and urgent. The shelf brings the two together.

mod noticing;
mod recalling;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use festoon_app::outlets::linked_data;
use festoon_app::releases::{Published, Standing, latest};
use festoon_domain::text::Lang;
use festoon_guide::imprint::{Imprint, Origin, Release};
use festoon_guide::{Guide, Operator};
use festoon_store::weeks::WeekRow;
use festoon_store::{Store, StoreError, Watch, weeks};
use festoon_web::{Edition, Site};
use jiff::Timestamp;

use self::noticing::Noticing;
use self::recalling::{Recalled, Recalling};

/// Dropped, it notices nothing any more.
pub(super) struct Showing {
    watch: Option<Watch>,
    threads: Vec<JoinHandle<()>>,
}

/// Shows what is released under the notices that stand, and from then on whatever comes later. What is there already is shown before this
/// returns.
pub(super) fn begin(store: &Store, site: &Arc<Site>, origin: &Origin, operator: &Arc<Operator>) -> Showing {
    let (tell_of_notices, for_notices) = sync_channel(1);
    let (tell_of_releases, for_releases) = sync_channel(1);
    // Watching begins before the first look, so that nothing falls between.
    let watch = watch(store, [tell_of_notices, tell_of_releases]);
    let noticing = Noticing { store: store.clone(), site: Arc::clone(site) };
    let releases = Releases {
        store: store.clone(),
        site: Arc::clone(site),
        origin: origin.clone(),
        operator: Arc::clone(operator),
    };
    // Notices first: what is released is shown under them.
    let first = [noticing.look(), releases.look()];
    let threads = vec![
        thread::spawn(move || noticing.follow(&for_notices, first[0])),
        thread::spawn(move || releases.follow(&for_releases, first[1])),
    ];
    Showing { watch: Some(watch), threads }
}

fn watch(store: &Store, all: [SyncSender<()>; 2]) -> Watch {
    store.watch(move || {
        for written in &all {
            // One word waiting is enough: whoever looks next sees everything.
            let _waits_already = written.try_send(());
        }
    })
}

/// How soon a look in vain is repeated.
const AGAIN: Duration = Duration::from_secs(1);

/// What came of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// What is shown is what is there.
    Well,
    /// The database did not answer.
    InVain,
}

/// Waits until something was written, at most so long; whether there will be anything to wait for again.
fn wait(written: &Receiver<()>, patience: Option<Duration>) -> Result<(), RecvTimeoutError> {
    match patience {
        None => written.recv().map_err(|_| RecvTimeoutError::Disconnected),
        Some(patience) => written.recv_timeout(patience),
    }
}

/// Whoever takes releases in.
struct Releases {
    store: Store,
    site: Arc<Site>,
    origin: Origin,
    operator: Arc<Operator>,
}

impl Releases {
    /// Looks whenever somebody wrote, and again after a while when the database did not answer: nobody will say it twice.
    fn follow(&self, changes: &Receiver<()>, first: Looked) {
        let mut looked = first;
        let mut recalling = Recalling::default();
        loop {
            self.warm();
            // What releases changed is worked out once they are shown, a release at a time: neither a new one nor stopping waits for
            // old ones.
            let patience = match looked {
                Looked::InVain => Some(AGAIN),
                Looked::Well => match recalling.go_on(&self.store, &self.site, super::read_clock()) {
                    Recalled::All => None,
                    Recalled::MoreToCome => Some(Duration::ZERO),
                    Recalled::InVain => Some(AGAIN),
                },
            };
            match wait(changes, patience) {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) if looked == Looked::Well => {}
                _ => looked = self.look(),
            }
        }
    }

    /// What is shown can be read already; now it is made ready to be searched.
    fn warm(&self) {
        for edition in self.site.shelf().editions() {
            edition.guide().warm();
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
        let frozen = match standing.frozen {
            Ok(frozen) => frozen,
            Err(damaged) => {
                tracing::error!(week = row.week, number = row.number, "{}", damaged.sentence(Lang::En));
                return;
            }
        };
        let uploads: HashSet<String> = super::working::public_names(&frozen);
        let release = Release { number: row.number, at: row.at };
        let imprint = Imprint::of_release(self.origin.clone(), &row.week, release);
        let imprint = imprint.described_by(linked_data).run_by(Arc::clone(&self.operator));
        let edition = Edition::new(&Guide::of(frozen, imprint), uploads);
        self.site.change(|shelf| shelf.with(edition));
        tracing::info!(week = row.week, number = row.number, "a release is shown");
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        // Without a watch nobody can say anything any more, and both threads end.
        drop(self.watch.take());
        for thread in self.threads.drain(..) {
            // A thread that failed has said so; there is nothing to save.
            let _ended = thread.join();
        }
    }
}
