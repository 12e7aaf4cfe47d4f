//! The occurrences of a plan as a calendar.

use std::sync::Arc;

use festoon_domain::text::Lang;
use festoon_exchange::outlet::{Asked, Only, Outlet, write};
use festoon_guide::Guide;

use crate::outlets::asked;
use crate::uploads::Hash;

/// The calendar of these occurrences, which stand in rising order, as the guide's release has them. It is there, too, while none of
/// them has a time: somebody has subscribed to it.
#[must_use]
pub fn calendar(guide: &Guide, numbers: Arc<[u32]>, lang: Lang) -> Option<Vec<u8>> {
    let asked = Asked { only: Some(Only::Numbers(numbers)), ..asked(guide, lang) };
    write(guide.programme(), Outlet::Ics, &asked).ok().map(|written| written.bytes)
}

/// A word for what [`calendar`] would write: another one whenever that may be different. It costs no writing, so whoever asks every hour
/// whether something is new is told for little.
#[must_use]
pub fn edition(guide: &Guide, numbers: &[u32], lang: Lang) -> String {
    // The next version of this program may write the same release differently.
    let program = env!("CARGO_PKG_VERSION");
    let imprint = guide.imprint();
    let (week, release, origin) = (&guide.programme().week.slug, imprint.release, &imprint.origin.0);
    let said = (guide.modified(), guide.notices());
    let all = format!("{program:?} {week:?} {release:?} {origin:?} {said:?} {numbers:?} {lang:?}");
    let mut word = Hash::of(all.as_bytes()).to_string();
    word.truncate(16);
    word
}
