//! Pages as rendered bytes, kept from their first request on.
//!
//! Only pages the guide really has are kept, so asking for addresses at random fills nothing. The bytes are bounded all
//! the same: a page that would exceed [`MOST_BYTES`] is rendered each time, which costs some hundred microseconds.

use std::collections::HashMap;
use std::sync::RwLock;

use axum::body::Bytes;
use festoon_guide::assets::fingerprint;

const MOST_BYTES: usize = 24 * 1024 * 1024;

/// A rendered page.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// Its HTML.
    pub(crate) body: Bytes,
    /// Its weak entity tag: the same page compressed is the same page.
    pub(crate) etag: String,
}

/// The pages kept so far, by address.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    kept: RwLock<(HashMap<String, Kept>, usize)>,
}

impl Cache {
    /// The page of an address, rendered now if it never was.
    pub(crate) fn page(&self, address: String, render: impl FnOnce() -> Option<String>) -> Option<Kept> {
        // A panic while the lock is held leaves whole entries, so a poisoned map is still good.
        let read = self.kept.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(kept) = read.0.get(&address) {
            return Some(kept.clone());
        }
        drop(read);

        let html = render()?;
        let etag = format!("W/\"{:016x}\"", fingerprint(html.as_bytes()));
        let page = Kept { body: Bytes::from(html), etag };

        let mut write = self.kept.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (pages, bytes) = &mut *write;
        if *bytes + page.body.len() <= MOST_BYTES {
            *bytes += page.body.len();
            if let Some(twin) = pages.insert(address, page.clone()) {
                *bytes -= twin.body.len();
            }
        }
        Some(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_rendered_once_and_an_absent_one_is_not_kept() {
        let cache = Cache::default();
        assert!(cache.page("/x".into(), || None).is_none());
        let first = cache.page("/x".into(), || Some("page".into())).expect("rendered");
        let again = cache.page("/x".into(), || panic!("it is kept")).expect("kept");
        assert_eq!((first.body, first.etag), (again.body, again.etag));
    }

    #[test]
    fn the_cache_does_not_outgrow_its_bound() {
        let cache = Cache::default();
        for page in 0..4 {
            let body = "x".repeat(MOST_BYTES / 3 + 1);
            assert!(cache.page(format!("/{page}"), || Some(body)).is_some());
        }
        assert_eq!(cache.kept.read().expect("whole").0.len(), 2);
    }
}
