//! One house: what it is, how to get there, which halls it has, how far the others are, and what is on in it.

use askama::Template;
use festoon_domain::text::Lang;
use festoon_domain::venue::{Room, VenueId};
use festoon_domain::week::Provenance;

use super::maps::{self, MapLink};
use super::plan::{RAMP, SitePlan};
use super::{named, said, step_free};
use crate::Guide;
use crate::by_day::{ByDay, Shown};
use crate::line::Within;
use crate::pages::frame::Frame;
use crate::run::{Run, Tagged};
use crate::subscribe::Subscribe;
use crate::url::{CalendarOf, Page, query_value};
use crate::words::places::{self, PlaceWords};
use crate::words::{Words, hours};

/// As many roads as a reader looks through.
const MOST_ROADS: usize = 30;

/// One house.
#[derive(Debug, Template)]
#[template(path = "venues/venue.html")]
pub struct VenuePage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PlaceWords,
    venues: String,
    name: Run<'a>,
    kind: Option<&'a str>,
    is_sample: bool,
    /// A real house of which only the name is public.
    has_sample_details: bool,
    address: Option<Run<'a>>,
    capacity: Option<String>,
    hours: Vec<String>,
    hall_count: usize,
    step_free: usize,
    maps: Vec<MapLink>,
    halls: Vec<Hall<'a>>,
    plan: Option<SitePlan<'a>>,
    roads: Vec<RoadLine<'a>>,
    further: usize,
    subscribe: Subscribe,
    held: ByDay<'a>,
}

/// A hall in the list beside the plan.
#[derive(Debug)]
struct Hall<'a> {
    name: Run<'a>,
    seats: Option<String>,
    step_free: Option<bool>,
    hours: Vec<String>,
}

/// The road to another house.
#[derive(Debug)]
struct RoadLine<'a> {
    href: String,
    name: Tagged<'a>,
    road: String,
}

impl<'a> VenuePage<'a> {
    /// A house's page, if there is one of that key.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, key: &str) -> Option<Self> {
        let (w, p) = (Words::of(lang), PlaceWords::of(lang));
        let programme = guide.programme();
        let id = guide.venue(key)?;
        let venue = &programme[id];
        let name = Run::new(&venue.name, lang);
        let address = Run::new(&venue.address, lang);
        let halls = guide.halls_of(id);
        let plan = SitePlan::of(halls.iter().map(|&hall| &programme[hall]), lang);
        let (roads, further) = roads(guide, id, lang);
        let description = [address.plain(), &w.session_count.of(guide.held_in(id).len())]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let shown = Shown {
            within: Within::House,
            rest: &|date| {
                format!("{}?venue={}", guide.address(Page::Day(date), lang), query_value(&venue.key))
            },
            note: &|_| None,
        };
        Some(Self {
            frame: Frame::new(guide, lang, Page::Venue(&venue.key), name.plain().into(), description),
            w,
            p,
            venues: guide.address(Page::Venues, lang),
            name,
            kind: venue.kind.as_deref().map(|kind| places::venue_kind(kind, lang)),
            is_sample: venue.provenance == Provenance::Sample,
            has_sample_details: venue.provenance == Provenance::Stated && venue.details == Provenance::Sample,
            address: said(address),
            capacity: venue.capacity.map(|capacity| places::people(capacity, lang)),
            hours: hours::openings(&venue.hours, lang),
            hall_count: halls.len(),
            step_free: step_free(guide, halls),
            maps: (venue.position)
                .map(|position| maps::links(position, name.plain(), address.plain(), p))
                .unwrap_or_default(),
            halls: (plan.iter().flat_map(|plan| &plan.blocks))
                .map(|block| Hall::new(block.hall, lang))
                .collect(),
            plan,
            roads,
            further,
            subscribe: Subscribe::to(guide, lang, CalendarOf::Venue(&venue.key)),
            held: ByDay::new(guide, lang, guide.held_in(id), &shown),
        })
    }
}

impl<'a> Hall<'a> {
    fn new(room: &'a Room, lang: Lang) -> Self {
        Self {
            name: Run::new(&room.name, lang),
            seats: room.seats.map(|seats| places::seats(seats, lang)),
            step_free: room.step_free,
            hours: hours::openings(&room.hours, lang),
        }
    }
}

/// The roads from a house to the others, nearest first, and how many others there are beside those.
fn roads(guide: &Guide, from: VenueId, lang: Lang) -> (Vec<RoadLine<'_>>, usize) {
    let programme = guide.programme();
    let others = (0..).map(VenueId).zip(&programme.venues).filter(|(id, _)| *id != from);
    let mut known: Vec<_> = others
        .filter_map(|(id, _)| Some((programme.roads.between(&programme.venues, from, id)?, id)))
        .collect();
    known.sort_by_key(|(road, id)| (road.minutes, *id));
    known.truncate(MOST_ROADS);
    let further = programme.venues.len() - 1 - known.len();
    let line = |(road, id): (_, VenueId)| RoadLine {
        href: guide.address(Page::Venue(&programme[id].key), lang),
        name: named(guide, id, lang),
        road: places::road(road, lang),
    };
    (known.into_iter().map(line).collect(), further)
}
