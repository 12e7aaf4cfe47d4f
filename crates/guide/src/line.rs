//! One line of a programme: an occurrence as lists show it.

use std::fmt::{self, Display, Formatter};
use std::num::NonZeroU32;

use askama::Template;
use festoon_domain::programme::{OccurrenceId, Place};
use festoon_domain::venue::{RoomId, VenueId};
use festoon_domain::week::{Chain, Provenance};

use crate::Guide;
use crate::lamp::Lamp;
use crate::run::{Run, Tagged};
use crate::url::Page;
use crate::words::Words;
use crate::words::dates::Moments;
use festoon_domain::text::Lang;

/// A line of a programme.
#[derive(Debug, Template)]
#[template(path = "line.html")]
pub struct Line<'a> {
    /// The words around it.
    pub w: &'static Words,
    /// Its session's page.
    pub href: String,
    /// Its session's title.
    pub title: Run<'a>,
    /// When.
    pub when: Option<Moments>,
    /// Hall and house.
    pub place: Option<PlaceName<'a>>,
    /// Whether it stands on the page of its house, which need not be named again.
    pub is_in_house: bool,
    /// Who answers for it.
    pub host: Option<Tagged<'a>>,
    /// The activity it belongs to, with its page; left out on that page.
    pub activity: Option<(String, Run<'a>)>,
    /// The part it belongs to; left out where the part is the heading.
    pub part: Option<Run<'a>>,
    /// Its chain.
    pub chain: Option<ChainMark<'a>>,
    /// How it stands.
    pub lamp: Lamp,
    /// Whether it was invented.
    pub is_sample: bool,
    /// By which a visitor puts it into their plan.
    pub star: Option<Star>,
}

impl askama::filters::HtmlSafe for Line<'_> {}

/// Which of the surrounding things a line need not repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// A day: everything is said.
    Day,
    /// An activity's page, under the heading of a part.
    Activity,
    /// A house's page: only the hall is said.
    House,
}

impl<'a> Line<'a> {
    /// The line of an occurrence.
    #[must_use]
    pub fn new(guide: &'a Guide, id: OccurrenceId, lang: Lang, within: Within) -> Self {
        let programme = guide.programme();
        let occurrence = &programme[id];
        let session = &programme[occurrence.session];
        let activity = session.activity.map(|id| &programme[id]);
        let chain = activity.and_then(|activity| activity.chain.as_deref());
        let says_whose = within != Within::Activity;
        let named = |run: Run<'a>| (!run.is_empty()).then_some(run);
        Self {
            w: Words::of(lang),
            href: guide.address(Page::Session(&session.key), lang),
            title: Run::new(&session.title, lang),
            when: occurrence.when.map(|span| Moments::new(span, &programme.week.zone, lang)),
            place: PlaceName::of(guide, id, lang),
            is_in_house: within == Within::House,
            host: (says_whose.then(|| programme.host_of(occurrence.session)).flatten())
                .map(|host| &programme[host])
                .map(|host| Tagged::new(&host.name, lang, host.provenance, session.provenance))
                .filter(|host| !host.is_empty()),
            activity: activity.filter(|_| says_whose).map(|activity| {
                (guide.address(Page::Activity(&activity.key), lang), Run::new(&activity.title, lang))
            }),
            part: (session.part.filter(|_| says_whose))
                .and_then(|part| named(Run::new(&programme[part].title, lang))),
            chain: chain
                .filter(|_| says_whose)
                .and_then(|key| guide.chain(key))
                .map(|chain| ChainMark::new(guide, chain, lang)),
            lamp: guide.lamp_of_occurrence(id),
            is_sample: session.provenance == Provenance::Sample,
            star: Star::of(guide, id),
        }
    }

    /// Whether it stays in the programme only to say that it does not take place.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.lamp == Lamp::Cancelled
    }
}

/// The button that puts an occurrence into a visitor's plan. Without script it does nothing, so a script shows it.
#[derive(Debug, Clone, Copy)]
pub struct Star {
    /// The number by which apps know the occurrence.
    pub number: NonZeroU32,
    /// The house, by its place in the list of roads.
    pub venue: Option<VenueId>,
    /// The hall, by its place among all: what shares one is not a clash.
    pub room: Option<RoomId>,
}

impl Star {
    /// The star of an occurrence that has a number and a time.
    #[must_use]
    pub fn of(guide: &Guide, id: OccurrenceId) -> Option<Self> {
        let occurrence = &guide.programme()[id];
        occurrence.when?;
        let (venue, room) = (guide.programme().venue_of(id), occurrence.room());
        Some(Self { number: occurrence.number?, venue, room })
    }
}

impl Display for Star {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, r#"<button class="star" type="button" data-star="{}""#, self.number)?;
        if let Some(venue) = self.venue {
            write!(f, r#" data-venue="{}""#, venue.0)?;
        }
        if let Some(room) = self.room {
            write!(f, r#" data-room="{}""#, room.0)?;
        }
        f.write_str(" hidden></button>")
    }
}

impl askama::filters::HtmlSafe for Star {}

/// Hall and house of an occurrence.
#[derive(Debug, Clone)]
pub struct PlaceName<'a> {
    /// The page of the house.
    pub href: String,
    /// The hall, if it is settled.
    pub room: Option<Run<'a>>,
    /// The house.
    pub venue: Run<'a>,
    /// Its address.
    pub address: Run<'a>,
    /// Whether a wheelchair reaches the hall without a step, if anybody said.
    pub is_step_free: bool,
    /// Whether the house was invented, or stands there invented.
    pub is_sample: bool,
}

impl<'a> PlaceName<'a> {
    /// Where an occurrence is, if anybody said.
    #[must_use]
    pub fn of(guide: &'a Guide, id: OccurrenceId, lang: Lang) -> Option<Self> {
        let programme = guide.programme();
        let place = programme[id].place?;
        let room = match place {
            Place::Room(room) => Some(&programme[room]),
            Place::Venue(_) => None,
        };
        let venue = &programme[programme.venue_of(id)?];
        Some(Self {
            href: guide.address(Page::Venue(&venue.key), lang),
            room: room.map(|room| Run::new(&room.name, lang)).filter(|run| !run.is_empty()),
            venue: Run::new(&venue.name, lang),
            address: Run::new(&venue.address, lang),
            is_step_free: room.is_some_and(|room| room.step_free == Some(true)),
            is_sample: venue.provenance == Provenance::Sample,
        })
    }
}

impl PlaceName<'_> {
    /// The bare words: `2号厅 · 会展中心`.
    #[must_use]
    pub fn plain(&self) -> String {
        let room = self.room.map(|room| format!("{} · ", room.plain())).unwrap_or_default();
        format!("{room}{}", self.venue.plain())
    }
}

/// A chain beside a title: its glyph, its colour's number and its name.
#[derive(Debug, Clone, Copy)]
pub struct ChainMark<'a> {
    /// One character.
    pub glyph: &'a str,
    /// Which of the eight colours.
    pub colour: usize,
    /// Its name.
    pub name: Run<'a>,
}

impl<'a> ChainMark<'a> {
    /// A chain's mark; colours follow the order in which the week names its chains.
    #[must_use]
    pub fn new(guide: &'a Guide, chain: &'a Chain, lang: Lang) -> Self {
        let chains = &guide.programme().week.chains;
        let at = chains.iter().position(|other| other.key == chain.key).unwrap_or_default();
        Self { glyph: &chain.glyph, colour: at % 8 + 1, name: Run::new(&chain.name, lang) }
    }
}
