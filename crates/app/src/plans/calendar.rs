//! The occurrences of a plan as a calendar.
//!
//! The programme is copied without the others, which costs a copy of its tables a time. When the calendar writer takes a selection, this
//! is where it is asked instead.

use festoon_domain::programme::Programme;
use festoon_domain::text::Lang;
use festoon_exchange::outlet::{Asked, Issue, Outlet, write};
use festoon_guide::Guide;
use festoon_guide::url::Base;
use jiff::Timestamp;

use crate::programme::site;

/// The calendar of these occurrences, as the guide's release has them; nothing if none of them has a time any more.
#[must_use]
pub fn calendar(guide: &Guide, numbers: &[u32], lang: Lang) -> Option<Vec<u8>> {
    let programme = guide.programme();
    let is_chosen = |number: u32| numbers.binary_search(&number).is_ok();
    let occurrences = programme.occurrences.iter();
    let chosen = occurrences.filter(|one| one.number.is_some_and(|number| is_chosen(number.into())));
    let only = Programme { occurrences: chosen.cloned().collect(), ..programme.clone() };

    let issue = guide.release().map_or(Issue { number: 1, at: Timestamp::UNIX_EPOCH }, |release| Issue {
        number: release.number,
        at: release.at,
    });
    let base = Base::of_week(&programme.week.slug);
    let origin = guide.imprint().origin.0.as_deref();
    let asked = Asked {
        lang,
        site: origin.and_then(|origin| site(&format!("{}{}", origin.trim_end_matches('/'), base.chooser()))),
        ..Asked::of(issue)
    };
    write(&only, Outlet::Ics, &asked).ok().map(|written| written.bytes)
}
