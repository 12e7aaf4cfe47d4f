//! The programme as schedule apps want it: days, halls and entries, one entry a day and under 24 hours.
//!
//! Apps crash on gaps between days, lose entries that share a number, and refuse a whole file for one duration of 24:00.
//! So days are counted from 1 without gaps, halls have one name all week, and what is longer is cut at midnight.
//! Costs one sort of the entries.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU32;

use festoon_domain::programme::{OccurrenceId, Place, Programme, Span};
use festoon_domain::text::Lang;
use festoon_domain::venue::{RoomId, VenueId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use uuid::Uuid;

use super::identity::{self, Numbers};
use super::only::Picked;
use super::{Asked, Loss, Losses, Unwritable, words};
use crate::assembly::identity::derive;
use crate::schedule::vocabulary;

/// What apps lay their grids by.
pub(crate) const GRID: &str = "00:05";
/// The longest entry: a full day is one minute less, because apps read a duration as a time of day.
const LONGEST_MINUTES: i64 = 24 * 60 - 1;
/// What takes more days than this is a mistake, not an exhibition.
const MOST_DAYS: usize = 400;

/// All entries by day and hall.
#[derive(Debug)]
pub(crate) struct Agenda {
    pub(crate) zone: TimeZone,
    pub(crate) acronym: String,
    /// At least one, each with at least one entry, in order.
    pub(crate) days: Vec<Day>,
    /// Every hall in which something is, in the order of their names.
    pub(crate) halls: Vec<Hall>,
}

/// One calendar date.
#[derive(Debug)]
pub(crate) struct Day {
    pub(crate) date: Date,
    pub(crate) begin: Zoned,
    pub(crate) end: Zoned,
    /// Halls by their place in [`Agenda::halls`], each with its entries in order of time.
    pub(crate) halls: Vec<(usize, Vec<Slot>)>,
}

/// A hall, by the one name it has all week.
#[derive(Debug)]
pub(crate) struct Hall {
    pub(crate) name: String,
    pub(crate) guid: Uuid,
    pub(crate) room: Option<RoomId>,
}

/// What apps call an event: one occurrence, or one day of a long one.
#[derive(Debug)]
pub(crate) struct Slot {
    pub(crate) occurrence: OccurrenceId,
    pub(crate) guid: Uuid,
    pub(crate) number: NonZeroU32,
    pub(crate) slug: String,
    pub(crate) begin: Zoned,
    pub(crate) minutes: i64,
}

impl Slot {
    /// Its duration as every app reads it: two digits, a colon, two digits.
    pub(crate) fn duration(&self) -> String {
        format!("{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// A piece of an occurrence, not numbered yet.
struct Piece {
    occurrence: OccurrenceId,
    guid: Uuid,
    number: Option<NonZeroU32>,
    slug: Option<String>,
    begin: Zoned,
    minutes: i64,
}

impl Agenda {
    /// Brings everything that has a time into days.
    pub(crate) fn of(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Result<Self, Unwritable> {
        let (lang, picked) = (asked.lang, Picked::of(programme, asked));
        let zone = programme.week.zone.clone();
        let acronym = identity::acronym(&programme.week.slug);
        let names = hall_names(programme, lang, losses);
        let mut pieces = Vec::new();
        for (id, occurrence) in programme.each_occurrence().filter(|(id, _)| picked.takes(*id)) {
            let title = programme[occurrence.session].title.read(lang);
            let Some(when) = occurrence.when else {
                losses.note(Loss::NoTime, title);
                continue;
            };
            for (order, (begin, minutes)) in cut(when, &zone, title, losses).into_iter().enumerate() {
                let later = derive(&["day", &occurrence.guid.to_string(), &begin.date().to_string()]);
                let first = order == 0;
                pieces.push(Piece {
                    occurrence: id,
                    guid: if first { occurrence.guid } else { later },
                    number: occurrence.number.filter(|_| first),
                    slug: occurrence.slug.clone().filter(|_| first),
                    begin,
                    minutes,
                });
            }
        }

        let mut days: BTreeMap<Date, BTreeMap<String, Vec<Slot>>> = BTreeMap::new();
        for slot in numbered(pieces, &acronym) {
            let place = programme[slot.occurrence].place;
            if place.is_none() {
                losses.note(Loss::NoRoom, programme.session_of(slot.occurrence).title.read(lang));
            }
            let name = names.get(&place).cloned().unwrap_or_default();
            days.entry(slot.begin.date()).or_default().entry(name).or_default().push(slot);
        }
        if days.is_empty() {
            return Err(Unwritable::NothingTimed);
        }
        let halls = halls(programme, &names, &days);
        let place: HashMap<&str, usize> =
            halls.iter().enumerate().map(|(place, hall)| (hall.name.as_str(), place)).collect();
        let day = |(date, entries): (Date, BTreeMap<String, Vec<Slot>>)| {
            let mut in_halls: Vec<(usize, Vec<Slot>)> =
                entries.into_iter().map(|(name, slots)| (place[name.as_str()], slots)).collect();
            for (_, slots) in &mut in_halls {
                slots.sort_by_key(|slot| (slot.begin.timestamp(), slot.number));
            }
            let begin = midnight(date, &zone);
            let end = date.tomorrow().map_or_else(|_| begin.clone(), |next| midnight(next, &zone));
            let end = end.checked_sub(1.second()).unwrap_or(end);
            Day { date, begin, end, halls: in_halls }
        };
        let days = days.into_iter().map(day).collect();
        Ok(Self { zone, acronym, days, halls })
    }

    /// The zone's name where the files' schemas and the apps' tables of zones have it.
    pub(crate) fn zone_name(&self) -> Option<&str> {
        self.zone.iana_name().filter(|name| *name == "UTC" || name.contains('/'))
    }
}

/// The begins and minutes of an occurrence's days.
fn cut(when: Span, zone: &TimeZone, title: &str, losses: &mut Losses) -> Vec<(Zoned, i64)> {
    let minutes = |from: Timestamp, to: Timestamp| to.duration_since(from).as_mins();
    let begin = minute(when.start()).to_zoned(zone.clone());
    let whole = minutes(when.start(), when.end());
    if begin.timestamp() != when.start() || when.duration().as_nanos() % 60_000_000_000 != 0 {
        losses.note(Loss::Seconds, title);
    }
    if whole <= LONGEST_MINUTES {
        return vec![(begin, whole)];
    }

    losses.note(Loss::CutIntoDays, title);
    let mut pieces = Vec::new();
    let mut at = begin.clone();
    while at.timestamp() < when.end() {
        if pieces.len() >= MOST_DAYS {
            losses.note(Loss::TooLong, title);
            return vec![(begin, LONGEST_MINUTES)];
        }
        let next = at.date().tomorrow().map(|next| midnight(next, zone));
        let until = next.as_ref().map_or(when.end(), |next| next.timestamp().min(when.end()));
        pieces.push((at.clone(), minutes(at.timestamp(), until).min(LONGEST_MINUTES)));
        let Ok(next) = next else { break };
        at = next;
    }
    pieces
}

/// The minute an instant lies in: apps show a start without seconds beside a date, and the two must agree.
fn minute(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second().div_euclid(60) * 60).unwrap_or(at)
}

/// Gives every piece its number: those that are known first, the rest in the order of their guids.
fn numbered(mut pieces: Vec<Piece>, acronym: &str) -> Vec<Slot> {
    let mut numbers = Numbers::default();
    for piece in &mut pieces {
        piece.number = piece.number.filter(|number| numbers.take(*number));
    }
    pieces.sort_by_key(|piece| piece.guid);
    let mut slugs = HashSet::new();
    let slot = |piece: Piece| {
        let number = piece.number.unwrap_or_else(|| numbers.give(piece.guid));
        let mut slug = identity::slug(piece.slug.as_deref(), acronym, number);
        if !slugs.insert(slug.clone()) {
            slug = format!("{acronym}-{}", piece.guid.simple());
            slugs.insert(slug.clone());
        }
        Slot {
            occurrence: piece.occurrence,
            guid: piece.guid,
            number,
            slug,
            begin: piece.begin,
            minutes: piece.minutes,
        }
    };
    pieces.into_iter().map(slot).collect()
}

/// The name of every place, unlike all others: a hall's own, with its house's where there are several houses.
pub(crate) fn hall_names(
    programme: &Programme,
    lang: Lang,
    losses: &mut Losses,
) -> HashMap<Option<Place>, String> {
    let mut names: HashMap<Option<Place>, String> = HashMap::new();
    let mut taken: HashSet<String> = HashSet::new();
    let mut wanted: HashMap<String, u32> = HashMap::new();
    let several = programme.venues.len() > 1;
    let mut give = |place: Option<Place>, name: String| {
        // Apps know a hall by its name alone.
        let wanted: &mut u32 = wanted.entry(name.clone()).or_insert(1);
        let numbered = (*wanted + 1..).map(|number| format!("{name} ({number})"));
        *wanted += 1;
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        let free = candidates.find(|name| taken.insert(name.clone())).expect("numbers do not run out");
        names.insert(place, free);
    };
    for (id, room) in (0..).map(RoomId).zip(&programme.rooms) {
        let own = words::line(&words::shown(&room.name, lang, losses));
        let house = words::line(&words::shown(&programme[room.venue].name, lang, losses));
        let name =
            if several && !house.is_empty() && house != own { format!("{house} · {own}") } else { own };
        give(Some(Place::Room(id)), name);
    }
    for (id, venue) in (0..).map(VenueId).zip(&programme.venues) {
        give(Some(Place::Venue(id)), words::line(&words::shown(&venue.name, lang, losses)));
    }
    give(None, vocabulary::unsettled_room(lang).to_owned());
    names
}

fn halls(
    programme: &Programme,
    names: &HashMap<Option<Place>, String>,
    days: &BTreeMap<Date, BTreeMap<String, Vec<Slot>>>,
) -> Vec<Hall> {
    let places: HashMap<&str, Option<Place>> =
        names.iter().map(|(place, name)| (name.as_str(), *place)).collect();
    let mut used: Vec<&str> = days.values().flat_map(BTreeMap::keys).map(String::as_str).collect();
    used.sort_unstable();
    used.dedup();
    let hall = |name: &str| {
        let place = places.get(name).copied().flatten();
        let room = match place {
            Some(Place::Room(room)) => Some(room),
            _ => None,
        };
        // Made from keys, so that it is the same in both languages.
        let slug = &programme.week.slug;
        let guid = match place {
            Some(Place::Room(room)) => identity::room(programme, room),
            Some(Place::Venue(venue)) => derive(&["venue", slug, &programme[venue].key]),
            None => derive(&["unsettled", slug]),
        };
        Hall { name: name.to_owned(), guid, room }
    };
    used.into_iter().map(hall).collect()
}

fn midnight(date: Date, zone: &TimeZone) -> Zoned {
    let local = date.to_datetime(jiff::civil::Time::midnight());
    zone.to_ambiguous_zoned(local).compatible().unwrap_or_else(|_| Timestamp::MAX.to_zoned(zone.clone()))
}
