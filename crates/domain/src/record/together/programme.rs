//! Week, places, bodies, people and what happens.

use std::num::NonZeroU32;

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::reader::{Keys, Reader};
use crate::programme::{
    Access, Activity, ActivityId, ActivityKind, Appearance, Citation, Equipment, Host, HostId, Interpretation,
    Occurrence, Part, PartId, PartKind, Person, PersonId, Place, Programme, Reference, ReferenceKind, Role, RoomUse,
    Session, SessionId, SessionKind, Span, Spot, State, Visibility,
};
use crate::record::{Fault, Kind, Record};
use crate::text::Text;
use crate::venue::{Datum, HOURS_WORDS, Hours, Minutes, Position, Room, RoomId, Venue, VenueId};
use crate::week::{Chain, Records, Week};

const COUNT: &str = "0 … 4294967295";

macro_rules! text {
    ($reader:expr, $name:literal) => {
        $reader.text(concat!($name, "_zh"), concat!($name, "_en"), concat!($name, "_stale"))?
    };
}

pub(super) use text;

pub(super) fn put_together(records: &[Record], week_at: usize, keys: &Keys<'_>) -> Result<Records, Fault> {
    let each = |kind| Reader::each(records, kind, keys);
    let at = each(Kind::Week).next().expect("there is one week, found before");
    debug_assert_eq!(at.record.key, records[week_at].key);
    let mut programme = Programme::empty(week(at)?);
    if let Some(speed) = at.decimal("road_speed_kmh")? {
        programme.roads.speed_kmh = speed;
    }
    if let Some(detour) = at.decimal("road_detour")? {
        programme.roads.detour = detour;
    }
    programme.week.chains = each(Kind::Chain).map(chain).collect::<Result<_, _>>()?;
    programme.venues = each(Kind::Venue).map(venue).collect::<Result<_, _>>()?;
    programme.rooms = each(Kind::Room).map(hall).collect::<Result<_, _>>()?;
    for road in each(Kind::Road) {
        let end = |field| road.needed(field, "venue", road.named(field, Kind::Venue)?);
        let minutes = road.needed("minutes", "35", road.number("minutes", COUNT)?)?;
        programme.roads.state(VenueId(end("from")?), VenueId(end("to")?), Minutes(minutes));
    }
    programme.hosts = each(Kind::Host).map(host).collect::<Result<_, _>>()?;
    programme.people = each(Kind::Person).map(person).collect::<Result<_, _>>()?;
    programme.activities = each(Kind::Activity).map(activity).collect::<Result<_, _>>()?;
    programme.parts = each(Kind::Part).map(part).collect::<Result<_, _>>()?;
    programme.sessions = each(Kind::Session).map(session).collect::<Result<_, _>>()?;
    programme.occurrences = each(Kind::Occurrence).map(occurrence).collect::<Result<_, _>>()?;
    Ok(Records {
        programme,
        figures: Vec::new(),
        projects: Vec::new(),
        exhibits: Vec::new(),
        points: Vec::new(),
        checkpoints: Vec::new(),
    })
}

fn week(at: Reader<'_>) -> Result<Week, Fault> {
    let (zh, en) = (at.list("threads_zh")?, at.list("threads_en")?);
    let wording = |list: &[Box<str>], place: usize| list.get(place).map_or("", |words| words).to_owned();
    let threads = (0..zh.len().max(en.len()))
        .map(|place| Text::kept(&wording(zh, place), &wording(en, place), None))
        .collect();
    Ok(Week {
        slug: at.key(),
        title: text!(at, "title"),
        theme: text!(at, "theme"),
        threads,
        organiser: text!(at, "organiser"),
        city: text!(at, "city"),
        district: text!(at, "district"),
        country: at.optional("country")?,
        announced_on: at.day("announced_on")?,
        site: at.optional("site")?,
        zone: at.needed("zone", "Asia/Shanghai", at.choice("zone", "Asia/Shanghai", zone)?)?,
        first_day: at.needed("first_day", "2021-06-21", at.day("first_day")?)?,
        last_day: at.needed("last_day", "2021-06-21", at.day("last_day")?)?,
        chains: Vec::new(),
    })
}

/// A zone by its name, or an offset that never changes: `+08`.
fn zone(word: &str) -> Option<TimeZone> {
    if let Ok(zone) = TimeZone::get(word) {
        return Some(zone);
    }
    let (sign, rest) = word.strip_prefix('-').map_or((1, word.strip_prefix('+')), |rest| (-1, Some(rest)));
    let mut seconds = 0;
    for (part, unit) in rest?.split(':').zip([3600, 60, 1]) {
        seconds += part.parse::<i32>().ok()? * unit;
    }
    Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(sign * seconds).ok()?))
}

fn chain(at: Reader<'_>) -> Result<Chain, Fault> {
    Ok(Chain {
        key: at.key(),
        name: text!(at, "name"),
        glyph: at.words("glyph")?.to_owned(),
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn venue(at: Reader<'_>) -> Result<Venue, Fault> {
    let provenance = at.origin("origin")?.unwrap_or_default();
    Ok(Venue {
        key: at.key(),
        name: text!(at, "name"),
        kind: at.optional("kind")?,
        address: text!(at, "address"),
        position: position(at)?,
        capacity: at.number("capacity", COUNT)?,
        hours: hours(at)?,
        provenance,
        details: at.origin("details_origin")?.unwrap_or(provenance),
    })
}

fn position(at: Reader<'_>) -> Result<Option<Position>, Fault> {
    let (longitude, latitude) = (at.decimal("longitude")?, at.decimal("latitude")?);
    let datum = at.choice("datum", Datum::WORDS, Datum::from_word)?;
    match (longitude, latitude, datum) {
        (Some(longitude), Some(latitude), Some(datum)) => {
            let position = Position::new(longitude, latitude, datum);
            position.map(Some).ok_or_else(|| at.unfit("longitude", "-180 … 180, -90 … 90"))
        }
        (Some(_), Some(_), None) => Err(at.unfit("datum", Datum::WORDS)),
        (Some(_), None, _) => Err(at.unfit("latitude", "31.95")),
        (None, Some(_), _) => Err(at.unfit("longitude", "118.84")),
        (None, None, _) => Ok(None),
    }
}

fn hours(at: Reader<'_>) -> Result<Hours, Fault> {
    Ok(at.choice("hours", HOURS_WORDS, |word| word.parse().ok())?.unwrap_or_default())
}

fn hall(at: Reader<'_>) -> Result<Room, Fault> {
    Ok(Room {
        key: at.key(),
        guid: at.guid("guid")?,
        venue: VenueId(at.needed("venue", "venue", at.named("venue", Kind::Venue)?)?),
        name: text!(at, "name"),
        seats: at.number("seats", COUNT)?,
        hours: hours(at)?,
        equipment: at.strings("equipment")?.into_iter().map(Equipment).collect(),
        step_free: at.flag("step_free")?,
    })
}

fn host(at: Reader<'_>) -> Result<Host, Fault> {
    Ok(Host {
        key: at.key(),
        name: text!(at, "name"),
        kind: at.optional("kind")?,
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn person(at: Reader<'_>) -> Result<Person, Fault> {
    Ok(Person {
        key: at.key(),
        guid: at.guid("guid")?,
        number: number(at)?,
        name: text!(at, "name"),
        organisation: text!(at, "organisation"),
        position: text!(at, "position"),
        biography: text!(at, "biography"),
        picture: at.optional("picture")?,
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn number(at: Reader<'_>) -> Result<Option<NonZeroU32>, Fault> {
    let number: Option<u32> = at.number("number", "1 … 4294967295")?;
    number.map(|number| NonZeroU32::new(number).ok_or_else(|| at.unfit("number", "1 … 4294967295"))).transpose()
}

fn activity(at: Reader<'_>) -> Result<Activity, Fault> {
    let provenance = at.origin("origin")?.unwrap_or_default();
    if !at.words("chain")?.is_empty() {
        at.named("chain", Kind::Chain)?;
    }
    Ok(Activity {
        key: at.key(),
        title: text!(at, "title"),
        summary: text!(at, "summary"),
        host: at.named("host", Kind::Host)?.map(HostId),
        co_hosts: at.listed("co_hosts", Kind::Host)?.into_iter().map(HostId).collect(),
        edition: at.number("edition", COUNT)?,
        is_key: at.flag("city_key")?.unwrap_or(false),
        partners: at.strings("partners")?,
        chain: at.optional("chain")?,
        kind: at.choice("kind", ActivityKind::WORDS, ActivityKind::from_word)?,
        days: match (at.day("first_day")?, at.day("last_day")?) {
            (Some(first), Some(last)) => Some((first, last)),
            (Some(_), None) => return Err(at.unfit("last_day", "2021-06-21")),
            (None, Some(_)) => return Err(at.unfit("first_day", "2021-06-21")),
            (None, None) => None,
        },
        venue: at.named("venue", Kind::Venue)?.map(VenueId),
        provenance,
        details: at.origin("details_origin")?.unwrap_or(provenance),
        listing: at.origin("key_origin")?.unwrap_or(provenance),
    })
}

fn part(at: Reader<'_>) -> Result<Part, Fault> {
    Ok(Part {
        key: at.key(),
        activity: at.named("activity", Kind::Activity)?.map(ActivityId),
        kind: at.choice("kind", PartKind::WORDS, PartKind::from_word)?.unwrap_or(PartKind::Programme),
        title: text!(at, "title"),
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn session(at: Reader<'_>) -> Result<Session, Fault> {
    let (languages, needed) = (at.words("interpretation")?, at.number("interpreters_needed", COUNT)?);
    let asked = !languages.is_empty() || needed.is_some();
    let access = at.list("access")?.iter().map(|word| {
        Access::from_word(word).ok_or_else(|| at.unfit("access", Access::WORDS))
    });
    Ok(Session {
        key: at.key(),
        activity: at.named("activity", Kind::Activity)?.map(ActivityId),
        part: at.named("part", Kind::Part)?.map(PartId),
        host: at.named("host", Kind::Host)?.map(HostId),
        kind: at.choice("kind", SessionKind::WORDS, SessionKind::from_word)?,
        title: text!(at, "title"),
        subtitle: text!(at, "subtitle"),
        summary: text!(at, "abstract"),
        description: text!(at, "description"),
        appearances: appearances(at)?,
        room_use: at.choice("use", RoomUse::WORDS, RoomUse::from_word)?.unwrap_or_default(),
        expected: at.number("expected", COUNT)?,
        languages: at.strings("languages")?,
        interpretation: asked
            .then(|| Interpretation { languages: languages.to_owned(), needed: needed.unwrap_or(1) }),
        equipment: at.strings("equipment")?.into_iter().map(Equipment).collect(),
        access: access.collect::<Result<_, _>>()?,
        link: at.optional("link")?,
        references: at.list("references")?.iter().map(|entry| reference(at, entry)).collect::<Result<_, _>>()?,
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn appearances(at: Reader<'_>) -> Result<Vec<Appearance>, Fault> {
    let roles = [
        ("speakers", Role::Speaker),
        ("chairs", Role::Chair),
        ("guests", Role::GuestOfHonour),
        ("interpreters", Role::Interpreter),
    ];
    let mut all = Vec::new();
    for (field, role) in roles {
        for entry in at.list(field)? {
            let (key, visibility) = entry.split_once(':').map_or((&**entry, None), |(key, word)| (key, Some(word)));
            let person = PersonId(at.find(field, Kind::Person, key)?);
            let visibility = match visibility {
                None => role.default_visibility(),
                Some(word) => Visibility::from_word(word).ok_or_else(|| at.unfit(field, "key:public / key:hosts / key:protocol"))?,
            };
            all.push(Appearance { person, role, visibility });
        }
    }
    Ok(all)
}

/// `attachment https://… the title`
fn reference(at: Reader<'_>, entry: &str) -> Result<Reference, Fault> {
    let mut parts = entry.splitn(3, ' ');
    let kind = parts.next().and_then(ReferenceKind::from_word);
    let address = parts.next().filter(|address| !address.is_empty());
    let (Some(kind), Some(address)) = (kind, address) else {
        return Err(at.unfit("references", "related https://example.org title / attachment https://example.org title"));
    };
    Ok(Reference { address: address.to_owned(), title: parts.next().unwrap_or_default().to_owned(), kind })
}

fn occurrence(at: Reader<'_>) -> Result<Occurrence, Fault> {
    let room = at.named("room", Kind::Room)?.map(|room| Place::Room(RoomId(room)));
    let venue = at.named("venue", Kind::Venue)?.map(|venue| Place::Venue(VenueId(venue)));
    let nowhere = || Citation { file: "".into(), spot: Spot::Whole };
    Ok(Occurrence {
        session: SessionId(at.needed("session", "session", at.named("session", Kind::Session)?)?),
        guid: Uuid::try_parse(&at.record.key).expect("keys of occurrences were looked at before"),
        number: number(at)?,
        slug: at.optional("slug")?,
        when: when(at)?,
        place: room.or(venue),
        state: at.choice("state", State::WORDS, State::from_word)?.unwrap_or_default(),
        citation: at.record.source.clone().unwrap_or_else(nowhere),
    })
}

fn when(at: Reader<'_>) -> Result<Option<Span>, Fault> {
    match (at.instant("start")?, at.instant("end")?) {
        (Some(start), Some(end)) => {
            Span::new(start, end).map(Some).ok_or_else(|| at.unfit("end", "start ≤ end"))
        }
        (Some(_), None) => Err(at.unfit("end", "2021-06-21T14:00:00+08:00")),
        (None, Some(_)) => Err(at.unfit("start", "2021-06-21T14:00:00+08:00")),
        (None, None) => Ok(None),
    }
}

