//! What a page tells search engines of its subject.

use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use festoon_exchange::outlet::{Asked, Described, describe};
use festoon_guide::Guide;
use festoon_guide::url::Page;

use super::{asked, site};

/// schema.org's words for the subject of a page, as JSON that is safe inside a script element; nothing for lists and days, which have
/// none, and for what has no time.
#[must_use]
pub fn linked_data(guide: &Guide, page: Page<'_>, lang: Lang) -> Option<String> {
    // Inside a page a link may be relative, so it has its identities without an origin too.
    let origin = guide.imprint().origin.0.as_deref().unwrap_or_default();
    let asked = Asked { site: Some(site(guide, origin)), ..asked(guide, lang) };
    let occurrences: Vec<OccurrenceId>;
    let subject = match page {
        Page::Week => Described::Week,
        Page::Activity(key) => {
            let id = guide.activity(key)?;
            let sessions = guide.sessions_of(id).iter();
            occurrences = sessions.flat_map(|&session| guide.occurrences_of(session)).copied().collect();
            Described::Activity(id, &occurrences)
        }
        Page::Session(key) => Described::Session(guide.occurrences_of(guide.session(key)?)),
        Page::Venue(key) => Described::Venue(guide.venue(key)?),
        _ => return None,
    };
    describe(guide.programme(), subject, &asked)
}
