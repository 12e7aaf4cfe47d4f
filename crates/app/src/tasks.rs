//! The sorts of work that are done after the answer: what each needs to know, as typed bodies in the outbox.
//!
//! A use case puts a task into the outbox in its own transaction ([`put`]); the jobs crate does it. Every task is done *at least
//! once*: a machine that fails between the work and its being struck off does it again. So every body says enough to tell whether
//! its work is done already. A field that is not known is an error: half of what was asked is not done instead.

mod mishap;

use festoon_store::outbox::{self, Task};
use festoon_store::releases::ReleaseRow;
use festoon_store::{StoreError, Tx};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use mishap::{Mishap, Words};

/// What tasks of one sort need to know.
pub trait Body: Serialize + DeserializeOwned {
    /// The sort of work, as it stands in the outbox.
    const KIND: &'static str;

    /// What tells this piece of work from others of its sort; the same twice is one task as long as it waits.
    fn identity(&self) -> String;

    /// Reads a task's body.
    ///
    /// # Errors
    /// When it holds something else than this Festoon knows.
    fn read(body: &str) -> Result<Self, Mishap> {
        serde_json::from_str(body).map_err(|error| Mishap::Unreadable(error.to_string()))
    }
}

/// Copies of a picture are to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResizePicture {
    /// Of which week.
    pub week: String,
    /// The picture's hash.
    pub hash: String,
}

impl Body for ResizePicture {
    const KIND: &'static str = "resize-picture";

    fn identity(&self) -> String {
        format!("{}/{}", self.week, self.hash)
    }
}

/// A week is to be released at its hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseAt {
    /// Which week.
    pub week: String,
    /// The hour: the task is due then.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub actor: String,
}

impl Body for ReleaseAt {
    const KIND: &'static str = "release-at";

    fn identity(&self) -> String {
        format!("{}/{}", self.week, self.at)
    }
}

impl ReleaseAt {
    /// Whether one of the week's releases is the one asked for. Ask in the transaction that would make it.
    #[must_use]
    pub fn is_done_by(&self, releases: &[ReleaseRow]) -> bool {
        // A release keeps both without the blanks round them.
        let (actor, reason) = (self.actor.trim(), self.reason.trim());
        releases.iter().any(|row| {
            row.week == self.week && row.at >= self.at && row.actor == actor && row.reason == reason
        })
    }
}

/// Puts work into the outbox, not to be done before `due`; false when the same waits there already.
///
/// # Errors
/// What the database does.
pub fn put<B: Body>(tx: &mut Tx<'_>, body: &B, due: Timestamp, now: Timestamp) -> Result<bool, StoreError> {
    outbox::put(tx, &task(body, due), now)
}

/// Work as a task.
///
/// # Panics
/// Never with the bodies there are: texts and instants become JSON.
#[must_use]
pub fn task<B: Body>(body: &B, due: Timestamp) -> Task {
    let name = format!("{}/{}", B::KIND, body.identity());
    Task {
        id: Uuid::new_v5(&NAMESPACE, name.as_bytes()),
        kind: B::KIND.to_owned(),
        body: serde_json::to_string(body).expect("texts and instants become JSON"),
        due_at: due,
        attempts: 0,
    }
}

/// Drawn once; identities of tasks are derived from it.
const NAMESPACE: Uuid = Uuid::from_u128(0x7d1f_6a34_9c02_4b8e_a5d7_30c6_e1f9_8b42);
