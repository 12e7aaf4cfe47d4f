//! From [`Records`] to records, one by one.
//!
//! Every value has one form, so that equal weeks give equal values: what is as it is by default is [`Value::Nothing`](super::Value)
//! (stated and not invented, a room used alone, an occurrence that takes place, an activity on no list, one interpreter for named
//! languages, roads as they are estimated by default), and an origin of details is said only where it is unlike the record's own.
//! Instants are cut to the microsecond. The lines that run through a week know nothing of stale wordings.

mod row;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::tz::TimeZone;

use self::row::Row;
use super::{Kind, Record};
use crate::choice::Choice;
use crate::exhibition::{Checkpoint, Exhibit, ExhibitionPoint};
use crate::figures::Figure;
use crate::programme::{
    Activity, Appearance, Citation, Equipment, Host, HostId, Interpretation, Occurrence, Part, PartKind,
    Person, Place, Programme, Reference, Role, RoomUse, Session, Spot, State,
};
use crate::signing::Project;
use crate::text::{Lang, Text};
use crate::venue::{Hours, Minutes, Position, Roads, Room, RoomId, Venue, VenueId};
use crate::week::{Chain, Records, Week};

/// Every record of a week, by kind and then in the order of its table.
#[must_use]
pub fn take_apart(records: &Records) -> Vec<Record> {
    let programme = &records.programme;
    let names = Names { programme };
    let mut all = Vec::with_capacity(programme.sessions.len() + programme.occurrences.len() + 256);

    all.push(week(&programme.week, &programme.roads));
    all.extend(programme.week.chains.iter().map(chain));
    all.extend(programme.venues.iter().map(venue));
    all.extend(programme.rooms.iter().map(|one| room(one, names)));
    all.extend(programme.roads.stated().into_iter().map(|one| road(one, names)));
    all.extend(programme.hosts.iter().map(host));
    all.extend(programme.people.iter().map(person));
    all.extend(programme.activities.iter().map(|one| activity(one, names)));
    all.extend(programme.parts.iter().map(|one| part(one, names)));
    all.extend(programme.sessions.iter().map(|one| session(one, names)));
    all.extend(programme.occurrences.iter().map(|one| occurrence(one, names)));
    all.extend(records.figures.iter().map(figure));
    all.extend(records.projects.iter().map(project));
    all.extend(records.points.iter().map(point));
    all.extend(records.exhibits.iter().map(exhibit));
    all.extend(records.checkpoints.iter().map(checkpoint));
    all
}

/// Ids to keys; an id that names nothing says nothing.
#[derive(Clone, Copy)]
struct Names<'a> {
    programme: &'a Programme,
}

impl<'a> Names<'a> {
    fn venue(self, id: VenueId) -> &'a str {
        self.programme.venues.get(id.0 as usize).map_or("", |venue| &venue.key)
    }

    fn room(self, id: RoomId) -> &'a str {
        self.programme.rooms.get(id.0 as usize).map_or("", |room| &room.key)
    }

    fn host(self, id: HostId) -> &'a str {
        self.programme.hosts.get(id.0 as usize).map_or("", |host| &host.key)
    }

    fn activity(self, id: Option<crate::programme::ActivityId>) -> &'a str {
        id.and_then(|id| self.programme.activities.get(id.0 as usize)).map_or("", |activity| &activity.key)
    }
}

fn week(week: &Week, roads: &Roads) -> Record {
    let usual = Roads::default();
    let threads = |lang: Lang| threads(&week.threads, lang);
    Row::new(Kind::Week, &week.slug)
        .text("title", &week.title)
        .text("theme", &week.theme)
        .list("threads_zh", threads(Lang::Zh))
        .list("threads_en", threads(Lang::En))
        .text("organiser", &week.organiser)
        .text("city", &week.city)
        .text("district", &week.district)
        .said("country", week.country.as_deref())
        .said("site", week.site.as_deref())
        .words("zone", &zone(&week.zone))
        .day("first_day", Some(week.first_day).filter(|day| *day != Date::MIN))
        .day("last_day", Some(week.last_day).filter(|day| *day != Date::MAX))
        .day("announced_on", week.announced_on)
        .decimal(
            "road_speed_kmh",
            Some(roads.speed_kmh).filter(|speed| speed.to_bits() != usual.speed_kmh.to_bits()),
        )
        .decimal(
            "road_detour",
            Some(roads.detour).filter(|detour| detour.to_bits() != usual.detour.to_bits()),
        )
        .done()
}

/// The wordings of one language, line by line; nothing where the other language alone has any.
fn threads(threads: &[Text], lang: Lang) -> Vec<Box<str>> {
    let has = |lang: Lang| threads.iter().any(|thread| !thread.wording(lang).is_empty());
    if !has(lang) && (lang == Lang::En || has(Lang::En)) {
        return Vec::new();
    }
    threads.iter().map(|thread| thread.wording(lang).into()).collect()
}

/// Its name in the zone table, else its offset or rule. What has none of them is the clock of a machine, which says nothing.
fn zone(zone: &TimeZone) -> String {
    DateTimePrinter::new().time_zone_to_string(zone).unwrap_or_else(|_| "UTC".into())
}

fn chain(chain: &Chain) -> Record {
    Row::new(Kind::Chain, &chain.key)
        .text("name", &chain.name)
        .words("glyph", &chain.glyph)
        .origin("origin", chain.provenance)
        .done()
}

fn venue(venue: &Venue) -> Record {
    Row::new(Kind::Venue, &venue.key)
        .text("name", &venue.name)
        .said("kind", venue.kind.as_deref())
        .text("address", &venue.address)
        .decimal("longitude", venue.position.map(Position::longitude))
        .decimal("latitude", venue.position.map(Position::latitude))
        .choice("datum", venue.position.map(Position::datum))
        .number("capacity", venue.capacity)
        .words("hours", &written(&venue.hours))
        .origin("origin", venue.provenance)
        .origin_of("details_origin", venue.details, venue.provenance)
        .done()
}

fn written(hours: &Hours) -> String {
    if hours.is_unstated() { String::new() } else { hours.to_string() }
}

fn room(room: &Room, names: Names<'_>) -> Record {
    Row::new(Kind::Room, &room.key)
        .words("venue", names.venue(room.venue))
        .text("name", &room.name)
        .number("seats", room.seats)
        .words("hours", &written(&room.hours))
        .list("equipment", equipment(&room.equipment))
        .flag("step_free", room.step_free)
        .guid("guid", room.guid)
        .done()
}

fn equipment(equipment: &[Equipment]) -> Vec<Box<str>> {
    equipment.iter().map(|Equipment(word)| word.as_str().into()).collect()
}

fn road((from, to, minutes): (VenueId, VenueId, Minutes), names: Names<'_>) -> Record {
    let (from, to) = (names.venue(from), names.venue(to));
    Row::new(Kind::Road, &format!("{from}/{to}"))
        .words("from", from)
        .words("to", to)
        .number("minutes", Some(minutes.0))
        .done()
}

fn host(host: &Host) -> Record {
    Row::new(Kind::Host, &host.key)
        .text("name", &host.name)
        .said("kind", host.kind.as_deref())
        .origin("origin", host.provenance)
        .done()
}

fn person(person: &Person) -> Record {
    Row::new(Kind::Person, &person.key)
        .text("name", &person.name)
        .text("organisation", &person.organisation)
        .text("position", &person.position)
        .text("biography", &person.biography)
        .said("picture", person.picture.as_deref())
        .guid("guid", person.guid)
        .number("number", person.number.map(std::num::NonZeroU32::get))
        .origin("origin", person.provenance)
        .done()
}

fn activity(activity: &Activity, names: Names<'_>) -> Record {
    let co_hosts = activity.co_hosts.iter().map(|host| names.host(*host).into()).collect();
    Row::new(Kind::Activity, &activity.key)
        .text("title", &activity.title)
        .text("summary", &activity.summary)
        .said("host", activity.host.map(|host| names.host(host)))
        .list("co_hosts", co_hosts)
        .number("edition", activity.edition)
        .flag("city_key", activity.is_key.then_some(true))
        .list("partners", boxed(&activity.partners))
        .said("chain", activity.chain.as_deref())
        .choice("kind", activity.kind)
        .day("first_day", activity.days.map(|(first, _)| first))
        .day("last_day", activity.days.map(|(_, last)| last))
        .said("venue", activity.venue.map(|venue| names.venue(venue)))
        .origin("origin", activity.provenance)
        .origin_of("details_origin", activity.details, activity.provenance)
        .origin_of("key_origin", activity.listing, activity.provenance)
        .done()
}

fn boxed(words: &[String]) -> Vec<Box<str>> {
    words.iter().map(|word| word.as_str().into()).collect()
}

fn part(part: &Part, names: Names<'_>) -> Record {
    Row::new(Kind::Part, &part.key)
        .words("activity", names.activity(part.activity))
        .choice("kind", Some(part.kind).filter(|kind| *kind != PartKind::default()))
        .text("title", &part.title)
        .origin("origin", part.provenance)
        .done()
}

fn session(session: &Session, names: Names<'_>) -> Record {
    let part = session.part.and_then(|part| names.programme.parts.get(part.0 as usize));
    let asked = session.interpretation.as_ref();
    let stage = |role: Role| stage(&session.appearances, role, names);
    Row::new(Kind::Session, &session.key)
        .words("activity", names.activity(session.activity))
        .said("part", part.map(|part| part.key.as_str()))
        .said("host", session.host.map(|host| names.host(host)))
        .choice("kind", session.kind)
        .text("title", &session.title)
        .text("subtitle", &session.subtitle)
        .text("abstract", &session.summary)
        .text("description", &session.description)
        .choice("use", Some(session.room_use).filter(|room_use| *room_use != RoomUse::default()))
        .number("expected", session.expected)
        .list("languages", boxed(&session.languages))
        .said("interpretation", asked.map(|asked| asked.languages.as_str()))
        .number("interpreters_needed", asked.and_then(interpreters))
        .list("speakers", stage(Role::Speaker))
        .list("chairs", stage(Role::Chair))
        .list("guests", stage(Role::GuestOfHonour))
        .list("interpreters", stage(Role::Interpreter))
        .list("equipment", equipment(&session.equipment))
        .list("access", session.access.iter().map(|access| access.word().into()).collect())
        .said("link", session.link.as_deref())
        .list("references", session.references.iter().map(reference).collect())
        .origin("origin", session.provenance)
        .done()
}

/// How many, unless it is one for languages that are named.
fn interpreters(asked: &Interpretation) -> Option<u32> {
    let usual = asked.needed == 1 && !asked.languages.is_empty();
    (!usual).then_some(asked.needed)
}

/// Who appears in a role: a key, with a visibility where that is not the role's.
fn stage(appearances: &[Appearance], role: Role, names: Names<'_>) -> Vec<Box<str>> {
    let of_role = appearances.iter().filter(|appearance| appearance.role == role);
    let entries = of_role.filter_map(|appearance| {
        let key = &names.programme.people.get(appearance.person.0 as usize)?.key;
        let usual = appearance.visibility == role.default_visibility();
        Some(if usual {
            key.as_str().into()
        } else {
            format!("{key}:{}", appearance.visibility.word()).into()
        })
    });
    entries.collect()
}

/// `related ADDRESS TITLE`; a blank inside an address is written as addresses write it.
fn reference(reference: &Reference) -> Box<str> {
    let kind = reference.kind.word();
    let address = reference.address.replace(' ', "%20");
    if reference.title.is_empty() {
        return format!("{kind} {address}").into();
    }
    format!("{kind} {address} {}", reference.title).into()
}

fn occurrence(occurrence: &Occurrence, names: Names<'_>) -> Record {
    let session = names.programme.sessions.get(occurrence.session.0 as usize);
    let (room, venue) = match occurrence.place {
        Some(Place::Room(room)) => (Some(names.room(room)), None),
        Some(Place::Venue(venue)) => (None, Some(names.venue(venue))),
        None => (None, None),
    };
    let record = Row::new(Kind::Occurrence, &occurrence.guid.to_string())
        .said("session", session.map(|session| session.key.as_str()))
        .number("number", occurrence.number.map(std::num::NonZeroU32::get))
        .said("slug", occurrence.slug.as_deref())
        .instant("start", occurrence.when.map(|when| to_microsecond(when.start())))
        .instant("end", occurrence.when.map(|when| to_microsecond(when.end())))
        .said("room", room)
        .said("venue", venue)
        .choice("state", Some(occurrence.state).filter(|state| *state != State::default()))
        .done();
    Record { source: source(&occurrence.citation), ..record }
}

fn to_microsecond(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}

fn source(citation: &Citation) -> Option<Citation> {
    let nowhere = citation.file.is_empty() && citation.spot == Spot::Whole;
    (!nowhere).then(|| citation.clone())
}

fn figure(figure: &Figure) -> Record {
    Row::new(Kind::Figure, &figure.key)
        .text("name", &figure.name)
        .text("definition", &figure.definition)
        .words("unit", &figure.unit)
        .number("announced", Some(figure.announced))
        .choice("hedge", Some(figure.hedge))
        .day("as_of", Some(figure.as_of))
        .choice("computed_by", Some(figure.measure))
        .origin("origin", figure.provenance)
        .done()
}

fn project(project: &Project) -> Record {
    Row::new(Kind::Project, &project.key)
        .text("name", &project.name)
        .choice("stage", Some(project.stage))
        .number("amount_fen", Some(project.amount_fen))
        .said("chain", project.chain.as_deref())
        .said("country", project.country.as_deref())
        .day("signed_on", project.signed_on)
        .origin("origin", project.provenance)
        .done()
}

fn point(point: &ExhibitionPoint) -> Record {
    Row::new(Kind::Point, &point.key)
        .text("name", &point.name)
        .said("venue", point.venue.as_deref())
        .words("hours", &point.hours)
        .origin("origin", point.provenance)
        .done()
}

fn exhibit(exhibit: &Exhibit) -> Record {
    Row::new(Kind::Exhibit, &exhibit.key)
        .text("name", &exhibit.name)
        .words("chain", &exhibit.chain)
        .words("point", &exhibit.point)
        .text("exhibitor", &exhibit.exhibitor)
        .origin("origin", exhibit.provenance)
        .done()
}

fn checkpoint(checkpoint: &Checkpoint) -> Record {
    Row::new(Kind::Checkpoint, &checkpoint.key)
        .text("name", &checkpoint.name)
        .text("place", &checkpoint.place)
        .said("venue", checkpoint.venue.as_deref())
        .words("hours", &checkpoint.hours)
        .origin("origin", checkpoint.provenance)
        .done()
}
