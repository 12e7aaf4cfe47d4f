//! Pages as rendered bytes, kept from their first request on.
//!
//! Only pages the guide really has are kept, so asking for addresses at random fills nothing. The bytes are bounded all
//! the same: a page that would exceed the bound is rendered each time, which costs some hundred microseconds.

use std::collections::HashMap;
use std::sync::RwLock;

use axum::body::Bytes;
use festoon_guide::Release;
use festoon_guide::assets::fingerprint;

use crate::shelf::Place;

impl Place {
    /// At most so many bytes of pages; years of past weeks must not outgrow the one that is read.
    const fn most_bytes(self) -> usize {
        match self {
            Self::Current => 24 * 1024 * 1024,
            Self::Archive => 4 * 1024 * 1024,
        }
    }
}

/// A rendered page.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// Its HTML.
    pub(crate) body: Bytes,
    /// Its weak entity tag: the same page compressed is the same page.
    pub(crate) etag: String,
}

/// The pages of one edition kept so far, by address.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    release: u32,
    kept: RwLock<(HashMap<String, Kept>, usize)>,
}

impl Cache {
    /// Room for the pages of a release.
    pub(crate) fn of(release: Option<Release>) -> Self {
        Self { release: release.map_or(0, |release| release.number), kept: RwLock::default() }
    }

    /// The page of an address, rendered now if it never was.
    pub(crate) fn page(
        &self,
        address: String,
        place: Place,
        render: impl FnOnce() -> Option<String>,
    ) -> Option<Kept> {
        // A panic while the lock is held leaves whole entries, so a poisoned map is still good.
        let read = self.kept.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(kept) = read.0.get(&address) {
            return Some(kept.clone());
        }
        drop(read);

        let html = render()?;
        let page = Kept { etag: self.etag(&html), body: Bytes::from(html) };

        let mut write = self.kept.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (pages, bytes) = &mut *write;
        if *bytes + page.body.len() <= place.most_bytes() {
            *bytes += page.body.len();
            if let Some(twin) = pages.insert(address, page.clone()) {
                *bytes -= twin.body.len();
            }
        }
        Some(page)
    }

    /// Release and address would do within one run of one program, and the page holds its address. But the next version of this
    /// program renders an old release differently, and a browser must not go on with a page whose styles are gone.
    fn etag(&self, html: &str) -> String {
        format!("W/\"{}-{:016x}\"", self.release, fingerprint(html.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_rendered_once_and_an_absent_one_is_not_kept() {
        let cache = Cache::default();
        assert!(cache.page("/x".into(), Place::Current, || None).is_none());
        let first = cache.page("/x".into(), Place::Current, || Some("page".into())).expect("rendered");
        let again = cache.page("/x".into(), Place::Current, || panic!("it is kept")).expect("kept");
        assert_eq!((first.body, first.etag), (again.body, again.etag));
    }

    #[test]
    fn the_cache_does_not_outgrow_its_bound() {
        for place in [Place::Current, Place::Archive] {
            let cache = Cache::default();
            for page in 0..4 {
                let body = "x".repeat(place.most_bytes() / 3 + 1);
                assert!(cache.page(format!("/{page}"), place, || Some(body)).is_some());
            }
            assert_eq!(cache.kept.read().expect("whole").0.len(), 2);
        }
    }
}
