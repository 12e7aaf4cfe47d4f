//! Answers kept from their first request on, within a bound; what is asked for least makes room.
//!
//! Only what the guide really has is kept, so asking for addresses at random fills nothing. While an answer is being made, others
//! who ask for it wait for it instead of making it too. Pages are made where they are asked for; whole files, which take long, on
//! threads of their own, at most two at a time, so that pages go on being answered. Whoever asked for a file may leave before it is
//! made; it is kept all the same, and who asks next waits for that one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use festoon_guide::Guide;
use quick_cache::sync::{Cache as Bounded, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};
use tokio::sync::{Semaphore, watch};
use tokio::task::spawn_blocking;

use crate::kept::{Kept, Rendered};

/// At most so many bytes of answers a week: the pages of some thousand sessions, or the files of a very large week.
pub(crate) const MOST_BYTES: u64 = 96 * 1024 * 1024;

/// Of these, the feed in two languages at two addresses, many times over.
const MOST_NEWS: u64 = 4 * 1024 * 1024;

/// The table is in so many shards, each with its share of the bytes, and what is larger than a share is never kept. Left to the
/// library it would be four for each core, and a machine of many cores would write a large week's schedule for everybody who asks.
const SHARDS: usize = 4;

/// How many files are made at a time. Whoever asks and leaves does not stop the making, so their number is bounded here.
const MOST_MADE: usize = 2;

/// How many answers are expected; only a hint for the size of tables.
const EXPECTED: usize = 4096;

/// How many feeds are.
const EXPECTED_NEWS: usize = 4;

#[derive(Debug, Clone)]
struct ByBytes;

impl Weighter<String, Arc<Kept>> for ByBytes {
    fn weight(&self, address: &String, kept: &Arc<Kept>) -> u64 {
        (address.len() + kept.bytes()) as u64
    }
}

/// The answers of one edition kept so far, by address.
#[derive(Debug)]
pub(crate) struct Cache {
    kept: Arc<Bounded<String, Arc<Kept>, ByBytes>>,
    making: Arc<Making>,
    makers: Arc<Semaphore>,
}

impl Cache {
    /// For all that is known once a release is shown.
    pub(crate) fn of_pages() -> Self {
        Self::bounded(EXPECTED, MOST_BYTES - MOST_NEWS, SHARDS)
    }

    /// For what tells what releases changed.
    pub(crate) fn of_news() -> Self {
        Self::bounded(EXPECTED_NEWS, MOST_NEWS, 1)
    }

    fn bounded(expected: usize, most: u64, shards: usize) -> Self {
        let mut options = OptionsBuilder::new();
        options.estimated_items_capacity(expected).weight_capacity(most).shards(shards);
        let options = options.build().expect("both capacities are said");
        let (hashing, living) = (DefaultHashBuilder::default(), DefaultLifecycle::default());
        Self {
            kept: Arc::new(Bounded::with_options(options, ByBytes, hashing, living)),
            making: Arc::default(),
            makers: Arc::new(Semaphore::new(MOST_MADE)),
        }
    }

    /// What is kept of an address.
    pub(crate) fn get(&self, address: &str) -> Option<Arc<Kept>> {
        self.kept.get(address)
    }

    /// The answer of an address, rendered now if it is not kept.
    pub(crate) fn answer(
        &self,
        address: &str,
        guide: &Guide,
        render: impl FnOnce() -> Option<Rendered>,
    ) -> Option<Arc<Kept>> {
        let made = || render().map(|rendered| Arc::new(Kept::new(rendered, guide))).ok_or(());
        self.kept.get_or_insert_with(address, made).ok()
    }

    /// The answer of an address that takes long to make: made elsewhere if it is not kept, once for all who wait.
    pub(crate) async fn made(
        &self,
        address: &str,
        write: impl FnOnce() -> Option<Kept> + Send + 'static,
    ) -> Option<Arc<Kept>> {
        let writing = async {
            // Only one of those who wait is here. If another was and left, what they wanted is under way or there.
            self.making.over(address).await;
            if let Some(kept) = self.kept.get(address) {
                return Ok(kept);
            }
            let place = Arc::clone(&self.makers).acquire_owned().await.map_err(drop)?;
            let (kept, under_way) = (Arc::clone(&self.kept), self.making.begin(address));
            let elsewhere = spawn_blocking(move || {
                let written = write().map(Arc::new);
                if let Some(written) = &written {
                    kept.insert(under_way.address.clone(), Arc::clone(written));
                }
                drop((under_way, place));
                written
            });
            match elsewhere.await {
                Ok(written) => written.ok_or(()),
                // What panics there panics here, where it becomes a page; what was cancelled is of a server that stops.
                Err(failed) if failed.is_panic() => std::panic::resume_unwind(failed.into_panic()),
                Err(_) => Err(()),
            }
        };
        self.kept.get_or_insert_async(address, writing).await.ok()
    }

    /// Keeps an answer under another address of it too, so that who asks there is answered as quickly.
    pub(crate) fn share(&self, address: String, kept: &Arc<Kept>) {
        self.kept.insert(address, Arc::clone(kept));
    }

    /// How many bytes are kept.
    pub(crate) fn bytes(&self) -> u64 {
        self.kept.weight()
    }
}

/// What is being made, by address, and how one hears that it is over.
#[derive(Debug, Default)]
struct Making(Mutex<HashMap<String, watch::Receiver<()>>>);

impl Making {
    /// Waits until nobody makes what is at an address.
    async fn over(&self, address: &str) {
        let under_way = self.all().get(address).cloned();
        if let Some(mut under_way) = under_way {
            // Nothing is ever sent: it is over when the sender goes, also where the making panicked.
            let _gone = under_way.changed().await;
        }
    }

    /// Whoever makes something holds this as long.
    fn begin(self: &Arc<Self>, address: &str) -> UnderWay {
        let (sender, receiver) = watch::channel(());
        self.all().insert(address.to_owned(), receiver);
        UnderWay { address: address.to_owned(), making: Arc::clone(self), _until_dropped: sender }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, watch::Receiver<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Something that is being made.
#[derive(Debug)]
struct UnderWay {
    address: String,
    making: Arc<Making>,
    _until_dropped: watch::Sender<()>,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.making.all().remove(&self.address);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use festoon_domain::programme::Programme;
    use festoon_domain::week::{Records, Week};
    use festoon_guide::{Frozen, Guide, Imprint, Origin};
    use jiff::tz::TimeZone;

    use super::*;
    use crate::kept::{Reach, Rendered};

    fn guide() -> Guide {
        let records = Records::of(Programme::empty(Week::unnamed(TimeZone::UTC)));
        Guide::of(Frozen::of(records), Imprint::unreleased(Origin::default()))
    }

    fn kept(body: &str) -> Kept {
        let body = body.as_bytes().to_vec();
        Kept::new(Rendered { body, media_type: "text/plain", lang: None, reach: Reach::Everybody }, &guide())
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn sixty_four_who_ask_at_once_have_one_file_made() {
        let cache = Arc::new(Cache::of_pages());
        let made = Arc::new(AtomicUsize::new(0));
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let (cache, made) = (Arc::clone(&cache), Arc::clone(&made));
            asking.spawn(async move {
                let count = move || {
                    made.fetch_add(1, Ordering::SeqCst);
                    Some(kept("灯"))
                };
                cache.made("/schedule.xml", count).await.is_some()
            });
        }
        assert!(asking.join_all().await.into_iter().all(|answered| answered));
        assert_eq!(made.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_file_whose_asker_leaves_is_made_to_its_end_for_who_asks_next() {
        let cache = Arc::new(Cache::of_pages());
        let (begun, has_begun) = mpsc::channel();
        let (finish, may_finish) = mpsc::channel::<()>();
        let write = move || {
            begun.send(()).expect("the test waits");
            may_finish.recv().expect("the test says when");
            Some(kept("灯"))
        };
        let mut asking = tokio::task::JoinSet::new();
        let asked = Arc::clone(&cache);
        asking.spawn(async move { asked.made("/schedule.xml", write).await.is_some() });
        spawn_blocking(move || has_begun.recv()).await.expect("no panic").expect("it begins");
        asking.shutdown().await;

        let next = cache.made("/schedule.xml", || panic!("it is made a second time"));
        let (next, ()) = tokio::join!(next, async { finish.send(()).expect("it waits") });
        assert!(next.is_some());
        assert!(cache.get("/schedule.xml").is_some());
        assert!(cache.making.all().is_empty());
    }

    #[tokio::test]
    async fn a_file_is_kept_though_nobody_waits_for_it() {
        let cache = Arc::new(Cache::of_pages());
        let (begun, has_begun) = mpsc::channel();
        let mut asking = tokio::task::JoinSet::new();
        let asked = Arc::clone(&cache);
        let write = move || {
            begun.send(()).expect("the test waits");
            Some(kept("灯"))
        };
        asking.spawn(async move { asked.made("/schedule.xml", write).await });
        spawn_blocking(move || has_begun.recv()).await.expect("no panic").expect("it begins");
        asking.shutdown().await;
        cache.making.over("/schedule.xml").await;
        assert!(cache.get("/schedule.xml").is_some());
    }

    #[tokio::test]
    async fn a_large_week_s_file_is_kept_on_a_machine_of_any_size() {
        let cache = Cache::of_pages();
        // 20 MB that do not get smaller, as the schedule of some hundred thousand sessions is compressed.
        let large = || {
            let rendered =
                Rendered { body: vec![7; 20 << 20], media_type: "image/png", lang: None, reach: Reach::Ours };
            Some(Kept::new(rendered, &guide()))
        };
        assert!(cache.made("/schedule.xml", large).await.is_some());
        assert!(cache.get("/schedule.xml").is_some());
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_kept() {
        let cache = Cache::of_pages();
        assert!(cache.made("/x", || None).await.is_none());
        assert!(cache.get("/x").is_none());
        assert!(cache.made("/x", || Some(kept("灯"))).await.is_some());
    }
}
