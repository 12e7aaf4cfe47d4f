//! Answers kept from their first request on, within a bound; what is asked for least makes room.
//!
//! Only what the guide really has is kept, so asking for addresses at random fills nothing. While an answer is being made, others
//! who ask for it wait for it instead of making it too.

use std::sync::Arc;

use festoon_guide::Guide;
use quick_cache::Weighter;
use quick_cache::sync::Cache as Bounded;

use crate::kept::{Kept, Rendered};

/// At most so many bytes of answers a week: the pages of some thousand sessions, or the files of a very large week.
const MOST_BYTES: u64 = 96 * 1024 * 1024;

/// How many answers are expected; only a hint for the size of tables.
const EXPECTED: usize = 4096;

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
    kept: Bounded<String, Arc<Kept>, ByBytes>,
}

impl Default for Cache {
    fn default() -> Self {
        Self { kept: Bounded::with_weighter(EXPECTED, MOST_BYTES, ByBytes) }
    }
}

impl Cache {
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

    /// How many bytes are kept.
    pub(crate) fn bytes(&self) -> u64 {
        self.kept.weight()
    }
}
