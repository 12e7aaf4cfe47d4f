//! The occurrences of a plan as a calendar.
//!
//! The programme is copied without the others, which costs a copy of its tables a time. When the calendar writer takes a list of numbers,
//! this is where it is asked instead.

use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_exchange::outlet::{Asked, Only, Outlet, write};
use festoon_guide::Guide;

use crate::outlets::asked;

/// The calendar of these occurrences, as the guide's release has them. It is there, too, while none of them has a time: somebody has
/// subscribed to it.
#[must_use]
pub fn calendar(guide: &Guide, numbers: &[u32], lang: Lang) -> Option<Vec<u8>> {
    let programme = guide.programme();
    let is_chosen = |number: u32| numbers.binary_search(&number).is_ok();
    let occurrences = programme.occurrences.iter();
    let chosen = occurrences.filter(|one| one.number.is_some_and(|number| is_chosen(number.into())));
    let chosen = Programme { occurrences: chosen.cloned().collect(), ..programme.clone() };

    let asked = Asked { only: Some(Only::Everything), ..asked(guide, lang) };
    write(&chosen, Outlet::Ics, &asked).ok().map(|written| written.bytes)
}
