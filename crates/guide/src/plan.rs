//! A visitor's plan, read from a link: what it holds by day, and what of it does not go together.
//!
//! The device keeps a plan and draws it by itself, without a network; a link is drawn here, in the same shape. What does not go
//! together is decided in `domain::timetable` for both: the device follows it with the minutes of road that the guide ships.

mod wanted;

use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};
use std::num::NonZeroU32;

use festoon_domain::programme::{OccurrenceId, Programme, Span};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Collision, Hindrance, Rulebook, collisions};
use festoon_domain::week::Provenance;
use jiff::civil::Date;
use serde::Serialize;

pub use wanted::{MOST_WANTED, Wanted};

use crate::Guide;
use crate::lamp::Lamp;
use crate::line::{PlaceName, Star};
use crate::run::Run;
use crate::url::Page;
use crate::words::dates::Moments;
use crate::words::plan::PlanWords;
use crate::words::{Words, dates};

/// What a link holds.
#[derive(Debug)]
pub struct Plan<'a> {
    /// By day; what has no time any more comes last.
    pub days: Vec<PlanDay<'a>>,
    /// The numbers that are of nothing in this release.
    pub unknown: Vec<NonZeroU32>,
}

/// One day of a plan.
#[derive(Debug)]
pub struct PlanDay<'a> {
    /// Which one, if there is one.
    pub date: Option<Date>,
    /// `6月21日 周一`, `Mon 21 June`, or that the time is open.
    pub name: String,
    /// What is on it, by time.
    pub entries: Vec<Entry<'a>>,
}

/// One occurrence of a plan.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The number by which apps know it.
    pub number: NonZeroU32,
    /// Its session's key.
    pub key: &'a str,
    /// Its session's page.
    pub href: String,
    /// Its session's title.
    pub title: Run<'a>,
    /// When.
    pub when: Option<Moments>,
    /// Where.
    pub place: Option<PlaceName<'a>>,
    /// How it stands.
    pub lamp: Lamp,
    /// Whether it was invented.
    pub is_sample: bool,
    /// By which it goes into a visitor's own plan.
    pub star: Option<Star>,
    /// What stands between earlier entries and this one.
    pub troubles: Vec<Trouble>,
}

/// What stands between two entries, in words.
#[derive(Debug)]
pub struct Trouble {
    /// A clash is grave; to be tight is not.
    pub is_grave: bool,
    /// One sentence.
    pub sentence: String,
    /// The same as HTML, names in another language marked.
    pub marked: Marked,
}

/// A sentence as HTML, in which all that people wrote is escaped and has its language.
#[derive(Debug)]
pub struct Marked(String);

impl Display for Marked {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Marked {}

impl<'a> Plan<'a> {
    /// What a link holds of this guide. Costs one walk over all occurrences.
    #[must_use]
    pub fn of(guide: &'a Guide, wanted: &Wanted, lang: Lang) -> Self {
        let programme = guide.programme();
        let mut found: HashMap<NonZeroU32, OccurrenceId> = HashMap::with_capacity(wanted.numbers().len());
        if !wanted.numbers().is_empty() {
            let numbered =
                programme.each_occurrence().filter_map(|(id, occurrence)| Some((occurrence.number?, id)));
            found.extend(numbered.filter(|(number, _)| wanted.numbers().contains(number)));
        }
        let unknown = wanted.numbers().iter().copied().filter(|number| !found.contains_key(number)).collect();

        let mut ids: Vec<OccurrenceId> = found.into_values().collect();
        ids.sort_unstable_by_key(|&id| place_in_list(programme, id));
        let collisions = in_order(programme, collisions(programme, &ids, &Rulebook::default()));
        let mut days: Vec<PlanDay<'a>> = Vec::new();
        for id in ids {
            let Some(entry) = Entry::of(guide, id, &collisions, lang) else { continue };
            let date = entry.when.as_ref().map(|when| when.date);
            match days.last_mut() {
                Some(day) if day.date == date => day.entries.push(entry),
                _ => days.push(PlanDay {
                    date,
                    name: date
                        .map_or_else(|| Words::of(lang).time_open.into(), |date| dates::day(date, lang)),
                    entries: vec![entry],
                }),
            }
        }
        Self { days, unknown }
    }

    /// Every entry, by time.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.days.iter().flat_map(|day| &day.entries)
    }

    /// How many pairs cannot both be seen.
    #[must_use]
    pub fn grave_count(&self) -> usize {
        self.entries().flat_map(|entry| &entry.troubles).filter(|trouble| trouble.is_grave).count()
    }
}

/// By time, then by number: a device knows no other order.
fn place_in_list(programme: &Programme, id: OccurrenceId) -> (bool, Option<Span>, Option<NonZeroU32>) {
    let occurrence = &programme[id];
    (occurrence.when.is_none(), occurrence.when, occurrence.number)
}

/// The same collisions as a list of this order meets them: of two at the very same time, neither is the earlier by nature.
fn in_order(programme: &Programme, mut collisions: Vec<Collision>) -> Vec<Collision> {
    let place = |id| place_in_list(programme, id);
    for collision in &mut collisions {
        let is_together = matches!(collision.hindrance, Hindrance::Together(_));
        if is_together && place(collision.to) < place(collision.from) {
            (collision.from, collision.to) = (collision.to, collision.from);
        }
    }
    collisions.sort_by_key(|collision| (place(collision.from), place(collision.to)));
    collisions
}

impl<'a> Entry<'a> {
    fn of(guide: &'a Guide, id: OccurrenceId, collisions: &[Collision], lang: Lang) -> Option<Self> {
        let programme = guide.programme();
        let occurrence = &programme[id];
        let session = &programme[occurrence.session];
        let troubles = collisions.iter().filter(|collision| collision.to == id);
        Some(Self {
            number: occurrence.number?,
            key: &session.key,
            href: guide.address(Page::Session(&session.key), lang),
            title: Run::new(&session.title, lang),
            when: occurrence.when.map(|span| Moments::new(span, &programme.week.zone, lang)),
            place: PlaceName::of(guide, id, lang),
            lamp: guide.lamp_of_occurrence(id),
            is_sample: session.provenance == Provenance::Sample,
            star: Star::of(guide, id),
            troubles: troubles.map(|collision| Trouble::of(guide, collision, lang)).collect(),
        })
    }

    /// The same for the device that keeps it.
    #[must_use]
    pub fn kept(&self) -> KeptEntry<'_> {
        KeptEntry {
            number: self.number,
            key: self.key,
            title: self.title.plain(),
            lang: self.title.lang().tag(),
            start: self.when.as_ref().map(|when| when.start_stamp.as_str()),
            end: self.when.as_ref().map(|when| when.end_stamp.as_str()),
            place: self.place.as_ref().map(PlaceName::plain).unwrap_or_default(),
            room_lang: self.place.as_ref().and_then(|place| Some(place.room?.lang().tag())),
            house: self.place.as_ref().map_or("", |place| place.venue.plain()),
            house_lang: self.place.as_ref().map(|place| place.venue.lang().tag()),
            venue: self.star.and_then(|star| star.venue).map(|venue| venue.0),
            room: self.star.and_then(|star| star.room).map(|room| room.0),
            cancelled: self.lamp == Lamp::Cancelled,
            sample: self.is_sample,
        }
    }
}

/// An entry as a device keeps it; scripts know these names.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptEntry<'a> {
    number: NonZeroU32,
    key: &'a str,
    title: &'a str,
    /// The language the title is in.
    lang: &'static str,
    start: Option<&'a str>,
    end: Option<&'a str>,
    place: String,
    /// The language the hall's name is in.
    room_lang: Option<&'static str>,
    house: &'a str,
    /// The language the house's name is in.
    house_lang: Option<&'static str>,
    venue: Option<u32>,
    room: Option<u32>,
    cancelled: bool,
    sample: bool,
}

/// One side of a collision.
struct Side<'a> {
    title: Run<'a>,
    when: Moments,
    house: Option<Run<'a>>,
}

impl<'a> Side<'a> {
    fn of(guide: &'a Guide, id: OccurrenceId, lang: Lang) -> Self {
        let programme = guide.programme();
        let when = programme[id].when.map(|span| Moments::new(span, &programme.week.zone, lang));
        Self {
            title: Run::new(&programme.session_of(id).title, lang),
            when: when.expect("what collides has a time"),
            house: programme.venue_of(id).map(|venue| Run::new(&programme[venue].name, lang)),
        }
    }
}

impl Trouble {
    fn of(guide: &Guide, collision: &Collision, lang: Lang) -> Self {
        let p = PlanWords::of(lang);
        let (a, b) = (Side::of(guide, collision.from, lang), Side::of(guide, collision.to, lang));
        let (wording, is_grave) = match collision.hindrance {
            Hindrance::Together(_) => (&p.together, true),
            Hindrance::TooFar(_) => (&p.too_far, true),
            Hindrance::Tight(_) => (&p.tight, false),
        };
        let way = match collision.hindrance {
            Hindrance::Together(_) => None,
            Hindrance::TooFar(way) | Hindrance::Tight(way) => Some(way),
        };
        let minutes = |minutes: Option<i64>| minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        let said = |of: &dyn Fn(Run<'_>) -> String| {
            wording.with(&[
                ("a", &of(a.title)),
                ("b", &of(b.title)),
                ("a_times", &a.when.times()),
                ("b_times", &b.when.times()),
                ("end", a.when.end.as_ref().unwrap_or(&a.when.start)),
                ("start", &b.when.start),
                ("from", &a.house.map(of).unwrap_or_default()),
                ("to", &b.house.map(of).unwrap_or_default()),
                ("road", &minutes(way.map(|way| way.road.minutes.0.into()))),
                ("gap", &minutes(way.map(|way| way.gap.0.into()))),
            ])
        };
        Self {
            is_grave,
            sentence: said(&|run| run.plain().to_owned()),
            marked: Marked(said(&|run| run.bare().to_string())),
        }
    }
}
