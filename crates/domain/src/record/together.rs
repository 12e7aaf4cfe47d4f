//! From records, one by one, to [`Records`].
//!
//! Nothing in a record can make this panic: a value of the wrong sort, a key nobody has and half a span are faults.
//! A field that is not there, because the record is older than the field, is nothing.

mod places;
mod reader;
mod rest;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use uuid::Uuid;

use self::places::{equipment, road, room, venue};
use self::reader::Reader;
use self::rest::{checkpoint, exhibit, figure, point, project};
use super::{Fault, Kind, Record, Wrong};
use crate::programme::{
    Activity, ActivityId, Appearance, Citation, Host, HostId, Interpretation, Occurrence, Part, PartId,
    Person, PersonId, Place, Programme, Reference, Role, Session, SessionId, Span, Spot,
};
use crate::text::Text;
use crate::venue::{Roads, Room, RoomId, VenueId};
use crate::week::{Chain, Records, Week, zone_named};

/// The week that these records are of; their order within a kind becomes the order of its table.
///
/// # Errors
/// The first record that does not fit, with the field and what would be right.
pub fn put_together(records: &[Record]) -> Result<Records, Fault> {
    let sorted = Sorted::new(records)?;

    let (week, roads) = week(sorted.only_week()?)?;
    let mut programme = Programme::empty(week);
    programme.roads = roads;
    programme.week.chains = sorted.each(Kind::Chain, chain)?;
    programme.venues = sorted.each(Kind::Venue, venue)?;
    programme.rooms = sorted.each(Kind::Room, room)?;
    for (from, to, minutes) in sorted.each(Kind::Road, road)? {
        programme.roads.state(from, to, minutes);
    }
    programme.hosts = sorted.each(Kind::Host, host)?;
    programme.people = sorted.each(Kind::Person, person)?;
    programme.activities = sorted.each(Kind::Activity, activity)?;
    programme.parts = sorted.each(Kind::Part, part)?;
    programme.sessions = sorted.each(Kind::Session, session)?;
    programme.occurrences = sorted.each(Kind::Occurrence, |row| occurrence(row, &programme.rooms))?;

    Ok(Records {
        figures: sorted.each(Kind::Figure, figure)?,
        projects: sorted.each(Kind::Project, project)?,
        points: sorted.each(Kind::Point, point)?,
        exhibits: sorted.each(Kind::Exhibit, exhibit)?,
        checkpoints: sorted.each(Kind::Checkpoint, checkpoint)?,
        programme,
    })
}

/// The records by kind, and which key is which place in its table.
struct Sorted<'a> {
    records: &'a [Record],
    /// Places in `records`, a list a kind.
    of_kind: [Vec<usize>; Kind::ALL.len()],
    places: reader::Places<'a>,
}

impl<'a> Sorted<'a> {
    fn new(records: &'a [Record]) -> Result<Self, Fault> {
        let mut of_kind: [Vec<usize>; Kind::ALL.len()] = Default::default();
        for (index, record) in records.iter().enumerate() {
            of_kind[record.kind as usize].push(index);
        }

        let mut places: reader::Places<'a> = of_kind.each_ref().map(|of| HashMap::with_capacity(of.len()));
        for (table, of) in places.iter_mut().zip(&of_kind) {
            for (place, &index) in (0_u32..).zip(of) {
                let record = &records[index];
                if !is_key(record) {
                    return Err(about(record, index, Wrong::NoKey));
                }
                if record.values.len() > record.kind.fields().len() {
                    return Err(about(record, index, Wrong::Unfit("one value a field")));
                }
                if table.insert(&record.key, place).is_some() {
                    return Err(about(record, index, Wrong::Twice));
                }
            }
        }
        Ok(Self { records, of_kind, places })
    }

    fn only_week(&self) -> Result<Reader<'_>, Fault> {
        let weeks = &self.of_kind[Kind::Week as usize];
        let &[index] = weeks.as_slice() else {
            let index = weeks.get(1).copied().unwrap_or(self.records.len());
            let key = self.records.get(index).map(|record| record.key.clone()).unwrap_or_default();
            let stood = weeks.len().to_string();
            return Err(Fault { index, kind: Kind::Week, key, field: None, stood, wrong: Wrong::NotOne });
        };
        Ok(Reader::new(&self.records[index], index, &self.places))
    }

    fn each<T>(
        &self,
        kind: Kind,
        mut read: impl FnMut(Reader<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let of = self.of_kind[kind as usize].iter();
        of.map(|&index| read(Reader::new(&self.records[index], index, &self.places))).collect()
    }
}

fn about(record: &Record, index: usize, wrong: Wrong) -> Fault {
    let key = record.key.clone();
    Fault { index, kind: record.kind, stood: key.clone().into(), key, field: None, wrong }
}

fn is_key(record: &Record) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    match record.kind {
        // One spelling only, or the same occurrence could stand there twice.
        Kind::Occurrence => {
            record.key.len() == 36 && Uuid::try_parse(&record.key).is_ok() && is_word(&record.key)
        }
        Kind::Road => record.key.split_once('/').is_some_and(|(from, to)| is_word(from) && is_word(to)),
        _ => is_word(&record.key),
    }
}

fn week(mut row: Reader<'_>) -> Result<(Week, Roads), Fault> {
    let usual = Roads::default();
    let (title, theme) = (row.text("title")?, row.text("theme")?);
    let threads = threads(row.list("threads_zh")?, row.list("threads_en")?);
    let (organiser, city, district) = (row.text("organiser")?, row.text("city")?, row.text("district")?);
    let week = Week {
        slug: row.record_key(),
        title,
        theme,
        threads,
        organiser,
        city,
        district,
        country: row.said("country")?,
        site: row.said("site")?,
        zone: row
            .parsed("zone", "Asia/Shanghai / +08:00", zone_named)?
            .ok_or_else(|| row.missing("Asia/Shanghai"))?,
        first_day: row.day("first_day")?.unwrap_or(Date::MIN),
        last_day: row.day("last_day")?.unwrap_or(Date::MAX),
        announced_on: row.day("announced_on")?,
        chains: Vec::new(),
    };
    let speed_kmh = row.positive("road_speed_kmh")?.unwrap_or(usual.speed_kmh);
    let detour = row.positive("road_detour")?.unwrap_or(usual.detour);
    Ok((week, Roads::estimated(speed_kmh, detour)))
}

fn threads(zh: &[Box<str>], en: &[Box<str>]) -> Vec<Text> {
    let line = |lines: &[Box<str>], place: usize| lines.get(place).cloned().unwrap_or_default();
    (0..zh.len().max(en.len()))
        .map(|place| Text::from_wordings(&line(zh, place), &line(en, place), None))
        .collect()
}

fn chain(mut row: Reader<'_>) -> Result<Chain, Fault> {
    Ok(Chain {
        key: row.record_key(),
        name: row.text("name")?,
        glyph: row.words("glyph")?,
        provenance: row.or_usual("origin")?,
    })
}

fn host(mut row: Reader<'_>) -> Result<Host, Fault> {
    Ok(Host {
        key: row.record_key(),
        name: row.text("name")?,
        kind: row.said("kind")?,
        provenance: row.or_usual("origin")?,
    })
}

fn person(mut row: Reader<'_>) -> Result<Person, Fault> {
    Ok(Person {
        key: row.record_key(),
        name: row.text("name")?,
        organisation: row.text("organisation")?,
        position: row.text("position")?,
        biography: row.text("biography")?,
        picture: row.said("picture")?,
        guid: row.guid("guid")?,
        number: row.id_number("number")?,
        provenance: row.or_usual("origin")?,
    })
}

fn activity(mut row: Reader<'_>) -> Result<Activity, Fault> {
    let mut activity = Activity {
        key: row.record_key(),
        title: row.text("title")?,
        summary: row.text("summary")?,
        host: row.key("host")?.map(HostId),
        co_hosts: row.keys("co_hosts")?.into_iter().map(HostId).collect(),
        edition: row.number("edition")?,
        is_key: row.flag("city_key")?.unwrap_or(false),
        partners: owned(row.list("partners")?),
        chain: row.named("chain")?,
        kind: row.choice("kind")?,
        ..Activity::default()
    };
    activity.days = match (row.day("first_day")?, row.day("last_day")?) {
        (None, None) => None,
        (Some(first), Some(last)) => Some((first, last)),
        (None, Some(_)) => return Err(row.unfit("first_day", "2021-06-21")),
        (Some(_), None) => return Err(row.unfit("last_day", "2021-06-21")),
    };
    activity.venue = row.key("venue")?.map(VenueId);
    activity.provenance = row.or_usual("origin")?;
    activity.details = row.choice("details_origin")?.unwrap_or(activity.provenance);
    activity.listing = row.choice("key_origin")?.unwrap_or(activity.provenance);
    Ok(activity)
}

fn owned(words: &[Box<str>]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

fn part(mut row: Reader<'_>) -> Result<Part, Fault> {
    Ok(Part {
        key: row.record_key(),
        activity: row.key("activity")?.map(ActivityId),
        kind: row.or_usual("kind")?,
        title: row.text("title")?,
        provenance: row.or_usual("origin")?,
    })
}

fn session(mut row: Reader<'_>) -> Result<Session, Fault> {
    let mut session = Session {
        key: row.record_key(),
        activity: row.key("activity")?.map(ActivityId),
        part: row.key("part")?.map(PartId),
        host: row.key("host")?.map(HostId),
        kind: row.choice("kind")?,
        title: row.text("title")?,
        subtitle: row.text("subtitle")?,
        summary: row.text("abstract")?,
        description: row.text("description")?,
        room_use: row.or_usual("use")?,
        expected: row.number("expected")?,
        languages: owned(row.list("languages")?),
        ..Session::default()
    };
    session.interpretation = match (row.words("interpretation")?, row.number("interpreters_needed")?) {
        (languages, None) if languages.is_empty() => None,
        (languages, needed) => Some(Interpretation { languages, needed: needed.unwrap_or(1) }),
    };
    let roles = [
        ("speakers", Role::Speaker),
        ("chairs", Role::Chair),
        ("guests", Role::GuestOfHonour),
        ("interpreters", Role::Interpreter),
    ];
    for (field, role) in roles {
        let people = row.stage(field)?;
        session.appearances.extend(people.into_iter().map(|(person, visibility)| Appearance {
            person: PersonId(person),
            role,
            visibility: visibility.unwrap_or(role.default_visibility()),
        }));
    }
    session.equipment = equipment(row.list("equipment")?);
    session.access = row.choices("access")?;
    session.link = row.said("link")?;
    session.references = row.each("references", "related / attachment https://… …", reference)?;
    session.provenance = row.or_usual("origin")?;
    Ok(session)
}

fn reference(line: &str) -> Option<Reference> {
    let (kind, rest) = line.split_once(' ')?;
    let (address, title) = rest.split_once(' ').unwrap_or((rest, ""));
    Some(Reference {
        kind: crate::choice::Choice::from_word(kind)?,
        address: address.to_owned(),
        title: title.to_owned(),
    })
}

fn occurrence(mut row: Reader<'_>, rooms: &[Room]) -> Result<Occurrence, Fault> {
    let guid = row.record_guid();
    let session = SessionId(row.needed("session")?);
    let (number, slug) = (row.id_number("number")?, row.said("slug")?);
    let when = match (row.instant("start")?, row.instant("end")?) {
        (None, None) => None,
        (Some(start), Some(end)) => {
            Some(Span::new(start, end).ok_or_else(|| row.unfit("end", "start ≤ end"))?)
        }
        (None, Some(_)) => return Err(row.unfit("start", "2021-06-21T09:00:00+08:00")),
        (Some(_), None) => return Err(row.unfit("end", "2021-06-21T09:00:00+08:00")),
    };
    let (room, venue) = (row.key("room")?.map(RoomId), row.key("venue")?.map(VenueId));
    // A hall says more than its house, but the two may not contradict each other.
    let elsewhere = room.zip(venue).is_some_and(|(room, venue)| rooms[room.0 as usize].venue != venue);
    if elsewhere {
        return Err(row.unfit("venue", "room.venue"));
    }
    Ok(Occurrence {
        session,
        guid,
        number,
        slug,
        when,
        place: room.map(Place::Room).or(venue.map(Place::Venue)),
        state: row.or_usual("state")?,
        citation: row.source().unwrap_or_else(|| Citation { file: Arc::from(""), spot: Spot::Whole }),
    })
}
