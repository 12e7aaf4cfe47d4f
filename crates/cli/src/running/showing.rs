//! Keeps what is shown as new as what is released, and under the notices that stand.
//!
//! Notices come first in every look: they are few and urgent, and a release takes time to be taken in. One that ends by itself does so
//! while the database is away, too.

mod recalling;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use festoon_app::notices::{Over, standing};
use festoon_app::outlets::linked_data;
use festoon_app::releases::{Published, Standing, latest};
use festoon_domain::notice::Notice;
use festoon_domain::text::Lang;
use festoon_guide::imprint::{Imprint, Origin, Release};
use festoon_guide::{Guide, Operator};
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
pub(super) fn begin(store: &Store, site: &Arc<Site>, origin: &Origin, operator: &Arc<Operator>) -> Showing {
    let (written, changes) = sync_channel(1);
    // Watching begins before the first look, so that nothing falls between.
    let watch = watch(store, written);
    let shelf = Shelf {
        store: store.clone(),
        site: Arc::clone(site),
        origin: origin.clone(),
        operator: Arc::clone(operator),
    };
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

/// Between two looks for a notice that ends: long enough to rest, short enough to be forgiven.
const LEAST_WAIT: Duration = Duration::from_millis(50);

/// A clock that was set meanwhile is noticed by then.
const MOST_WAIT: Duration = Duration::from_mins(1);

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
    operator: Arc<Operator>,
}

impl Shelf {
    /// Looks whenever somebody wrote and when a notice ends, and again after a while when the database did not answer: nobody will say it
    /// twice.
    fn follow(&self, changes: &Receiver<()>, first: Looked) {
        let mut looked = first;
        let mut recalling = Recalling::default();
        loop {
            self.warm();
            // What releases changed is worked out once they are shown, a release at a time: neither a new one, nor the end of a notice,
            // nor stopping waits for old ones.
            let recalled = match looked {
                Looked::Well => recalling.go_on(&self.store, &self.site),
                Looked::InVain => Recalled::All,
            };
            let is_recalling = recalled == Recalled::MoreToCome;
            let ends = self.until_one_ends();
            let patience =
                [ends, (looked == Looked::InVain).then_some(AGAIN), is_recalling.then_some(Duration::ZERO)];
            let said = match patience.into_iter().flatten().min() {
                None => changes.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(patience) => changes.recv_timeout(patience),
            };
            if said == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            let has_ended = ends.is_some_and(|left| left.is_zero());
            if is_recalling && said.is_err() && !has_ended {
                continue;
            }
            looked = self.look();
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
        let over = self.notices();
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
            self.show(standing, over.as_ref().ok());
        }
        // After a restore a week may be gone, or have no release any more.
        for (gone, ..) in known.iter().filter(|(slug, ..)| !published.weeks.contains(slug)) {
            self.site.change(|shelf| shelf.without(gone));
        }
        let current = weeks.into_iter().find(|week| week.is_current).map(|week| week.slug);
        if let Some(current) = current.filter(|current| shown.current() != Some(current.as_str())) {
            self.site.change(|shelf| shelf.turned_to(&current));
        }
        if over.is_ok() { Looked::Well } else { Looked::InVain }
    }

    /// Puts the notices that stand over what is shown. When the database is away, those that are there stay, but for what ends.
    fn notices(&self) -> Result<BTreeMap<String, Over>, ()> {
        let now = super::read_clock();
        let over = standing(&self.store, now).map_err(|error| {
            tracing::warn!(%error, "the notices were not looked at; those that stand stay");
        });
        for edition in self.site.shelf().editions() {
            let guide = edition.guide();
            let there = guide.notices();
            let (wanted, changed) = match &over {
                Ok(over) => match over.get(&guide.programme().week.slug) {
                    Some(over) => (over.notices.clone(), over.changed),
                    None => (Vec::new(), now),
                },
                Err(()) => (there.iter().filter(|notice| notice.stands(now)).cloned().collect(), now),
            };
            if *there == *wanted {
                continue;
            }
            tracing::info!(
                week = guide.programme().week.slug,
                standing = wanted.len(),
                "the notices have changed"
            );
            let under = edition.under(wanted.into(), changed);
            self.site.change(|shelf| shelf.with(under));
        }
        over
    }

    /// How long until the first of the notices that are shown ends, if any does by itself. Looked at again now and then, because clocks are
    /// set.
    fn until_one_ends(&self) -> Option<Duration> {
        let shown = self.site.shelf();
        let ends = shown
            .editions()
            .flat_map(|edition| edition.guide().notices())
            .filter_map(|notice: &Notice| notice.ends);
        let wait = ends.min()?.duration_since(super::read_clock());
        Some(Duration::try_from(wait).unwrap_or_default().clamp(LEAST_WAIT, MOST_WAIT))
    }

    fn found(&self, known: &[(String, u32, Timestamp)]) -> Result<(Vec<WeekRow>, Published), StoreError> {
        Ok((self.store.read(weeks::all)?, latest(&self.store, known)?))
    }

    fn show(&self, standing: Standing, over: Option<&BTreeMap<String, Over>>) {
        let row = standing.row;
        match standing.frozen {
            Err(damaged) => {
                tracing::error!(week = row.week, number = row.number, "{}", damaged.sentence(Lang::En));
            }
            Ok(frozen) => {
                let uploads: HashSet<String> = super::working::public_names(&frozen);
                let release = Release { number: row.number, at: row.at };
                let imprint = Imprint::of_release(self.origin.clone(), &row.week, release);
                let imprint = imprint.described_by(linked_data).run_by(Arc::clone(&self.operator));
                let mut guide = Guide::of(frozen, imprint);
                // Under its notices from the first page on; those that stood over the release before stay if nobody knows better.
                let over = over.and_then(|over| over.get(&row.week));
                if let Some(Over { notices, changed }) = over {
                    guide = guide.under(notices.clone().into()).changed_at(*changed);
                } else if let Some(before) = self.site.shelf().edition(&row.week) {
                    guide = guide.under(before.guide().notices().into());
                }
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
