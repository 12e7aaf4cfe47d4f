//! Who is connected, and who makes room when there are too many.
//!
//! The one who has asked for nothing the longest goes: a browser that only keeps its connection for later opens another when it needs
//! one, and whoever is being answered is answered first. So many connections that do nothing keep nobody out for longer than a breath.
//! Waiting instead would leave the door to whoever holds most. Until somebody has gone, who comes waits in the system's own queue.
//!
//! Looking for that one is a walk over all of them, which is made only when there is no room.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::BREATH;

/// All who are connected.
#[derive(Debug)]
pub(super) struct Guests {
    places: Arc<Semaphore>,
    /// How many have come so far: the clock by which it is told who asked last. Reading it costs a request nothing.
    come: Arc<AtomicU64>,
    /// Whoever has not been asked to go, by the number they came as.
    staying: Mutex<HashMap<u64, Asking>>,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Guest {
    number: u64,
    asking: Asking,
    guests: Arc<Guests>,
    _place: OwnedSemaphorePermit,
}

/// When a guest asked last, and how they are told to go.
#[derive(Debug, Clone)]
pub(super) struct Asking {
    /// How many had come by then; nought before the first question.
    asked: Arc<AtomicU64>,
    come: Arc<AtomicU64>,
    leave: Arc<Notify>,
}

impl Guests {
    /// Room for so many.
    pub(super) fn at_most(most: usize) -> Arc<Self> {
        Arc::new(Self {
            places: Arc::new(Semaphore::new(most)),
            come: Arc::default(),
            staying: Mutex::default(),
        })
    }

    /// Lets one more in, once there is a place.
    pub(super) async fn admit(self: &Arc<Self>) -> Guest {
        let place = self.place().await;
        let number = self.come.fetch_add(1, Ordering::Relaxed) + 1;
        let asking = Asking { asked: Arc::default(), come: Arc::clone(&self.come), leave: Arc::default() };
        self.staying().insert(number, asking.clone());
        Guest { number, asking, guests: Arc::clone(self), _place: place }
    }

    async fn place(&self) -> OwnedSemaphorePermit {
        loop {
            if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
                return place;
            }
            // Whoever is asked to go may have an answer to take first, so another is asked after a while.
            self.dismiss_one();
            if let Ok(Ok(place)) = timeout(BREATH, Arc::clone(&self.places).acquire_owned()).await {
                return place;
            }
        }
    }

    fn dismiss_one(&self) {
        let mut staying = self.staying();
        let longest = staying.iter().min_by_key(|(number, asking)| (asking.last(**number), **number));
        let Some(number) = longest.map(|(number, _)| *number) else { return };
        if let Some(asking) = staying.remove(&number) {
            asking.leave.notify_one();
        }
    }

    /// Asks all to go.
    pub(super) fn dismiss_all(&self) {
        for (_, asking) in self.staying().drain() {
            asking.leave.notify_one();
        }
    }

    /// How many more could come in now.
    #[cfg(test)]
    pub(super) fn free(&self) -> usize {
        self.places.available_permits()
    }

    fn staying(&self) -> MutexGuard<'_, HashMap<u64, Asking>> {
        self.staying.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Guest {
    /// By which their questions are noted.
    pub(super) fn asking(&self) -> Asking {
        self.asking.clone()
    }

    /// Whether they ever asked for anything: only then there can be an answer under way.
    pub(super) fn has_asked(&self) -> bool {
        self.asking.asked.load(Ordering::Relaxed) != 0
    }

    /// Waits until they are asked to go.
    pub(super) async fn dismissed(&self) {
        self.asking.leave.notified().await;
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.guests.staying().remove(&self.number);
    }
}

impl Asking {
    /// They ask for something.
    pub(super) fn asks(&self) {
        self.asked.store(self.come.load(Ordering::Relaxed), Ordering::Relaxed);
    }

    fn last(&self, came_as: u64) -> u64 {
        self.asked.load(Ordering::Relaxed).max(came_as)
    }
}
