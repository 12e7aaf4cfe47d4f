//! `/{lang}/venues` and `/{lang}/venues/{key}`: the houses, and one of them.
//!
//! Both plans are drawn from the records and show no map: maps of mainland China need an approval, and a city's maps are a click away.

mod maps;
mod overview;
mod plan;
mod venue;

use askama::Template;
use festoon_domain::text::Lang;
use festoon_domain::venue::{RoomId, VenueId};
use festoon_domain::week::Provenance;

pub use maps::{MapLink, links};
pub use overview::{Dot, Overview};
pub use plan::{Block, SitePlan};
pub use venue::VenuePage;

use super::frame::Frame;
use crate::Guide;
use crate::run::{Run, Tagged};
use crate::url::Page;
use crate::words::Words;
use crate::words::places::PlaceWords;

/// All houses: a list first, then how they lie.
#[derive(Debug, Template)]
#[template(path = "venues/index.html")]
pub struct VenuesPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PlaceWords,
    entries: Vec<Entry<'a>>,
    overview: Option<Overview>,
    /// Whether any position was invented.
    has_sample_positions: bool,
}

/// A house in the list.
#[derive(Debug)]
struct Entry<'a> {
    href: String,
    name: Tagged<'a>,
    address: Tagged<'a>,
    halls: usize,
    step_free: usize,
    sessions: usize,
}

impl<'a> VenuesPage<'a> {
    /// The list of all houses, in the order of the records: the numbers in the overview are theirs.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let (w, p) = (Words::of(lang), PlaceWords::of(lang));
        let venues = &guide.programme().venues;
        let entries = (0..).map(VenueId).zip(venues).map(|(id, venue)| Entry {
            href: guide.address(Page::Venue(&venue.key), lang),
            name: Tagged::new(&venue.name, lang, venue.provenance, Provenance::Stated),
            address: Tagged::new(&venue.address, lang, venue.details, venue.provenance),
            halls: guide.halls_of(id).len(),
            step_free: step_free(guide, guide.halls_of(id)),
            sessions: guide.held_in(id).len(),
        });
        let has_sample_positions =
            venues.iter().any(|venue| [venue.provenance, venue.details].contains(&Provenance::Sample));
        let frame = Frame::new(
            guide,
            lang,
            Page::Venues,
            crate::words::frame::FrameWords::of(lang).venues.to_owned(),
            p.venue_count.of(venues.len()),
        );
        Self {
            frame,
            w,
            p,
            entries: entries.collect(),
            overview: Overview::of(guide, lang),
            has_sample_positions,
        }
    }
}

/// How many of these halls a wheelchair reaches without a step, as far as anybody said.
fn step_free(guide: &Guide, halls: &[RoomId]) -> usize {
    halls.iter().filter(|&&hall| guide.programme()[hall].step_free == Some(true)).count()
}

/// A house's name with the tag of what was invented, unless what stands around it wears it.
fn named(guide: &Guide, id: VenueId, lang: Lang) -> Tagged<'_> {
    let venue = &guide.programme()[id];
    Tagged::new(&venue.name, lang, venue.provenance, Provenance::Stated)
}

/// A text that is there.
fn said(run: Run<'_>) -> Option<Run<'_>> {
    (!run.is_empty()).then_some(run)
}
