//! Week, places, bodies, people and what happens.

use super::cells::Cells;
use crate::programme::{
    Activity, Appearance, Citation, Host, HostId, Occurrence, Part, Person, Place, Programme, Role, RoomUse, Session,
    Spot, State,
};
use crate::record::{Kind, Record};
use crate::text::Lang;
use crate::venue::{Room, Venue};

pub(super) fn take_apart(programme: &Programme, all: &mut Vec<Record>) {
    all.push(week(programme));
    for chain in &programme.week.chains {
        let cells = Cells::of(Kind::Chain, &chain.key).text(&chain.name).words(&chain.glyph);
        all.push(cells.origin(chain.provenance).done());
    }
    all.extend(programme.venues.iter().map(venue));
    all.extend(programme.rooms.iter().map(|room| hall(programme, room)));
    for (from, to, minutes) in programme.roads.stated() {
        let (from, to) = (&programme[from].key, &programme[to].key);
        let cells = Cells::of(Kind::Road, &format!("{from}/{to}")).words(from).words(to);
        all.push(cells.number(Some(minutes.0)).done());
    }
    all.extend(programme.hosts.iter().map(host));
    all.extend(programme.people.iter().map(person));
    all.extend(programme.activities.iter().map(|one| activity(programme, one)));
    all.extend(programme.parts.iter().map(|one| part(programme, one)));
    all.extend(programme.sessions.iter().map(|one| session(programme, one)));
    all.extend(programme.occurrences.iter().map(|one| occurrence(programme, one)));
}

fn week(programme: &Programme) -> Record {
    let week = &programme.week;
    let threads = |lang| {
        let any = week.threads.iter().any(|thread| !thread.wording(lang).is_empty());
        // A thread that lacks one wording keeps its place among the others.
        week.threads.iter().filter(move |_| any).map(move |thread| thread.wording(lang).to_owned())
    };
    Cells::of(Kind::Week, &week.slug)
        .text(&week.title)
        .text(&week.theme)
        .list(threads(Lang::Zh))
        .list(threads(Lang::En))
        .text(&week.organiser)
        .text(&week.city)
        .text(&week.district)
        .optional(week.country.as_deref())
        .optional(week.site.as_deref())
        .words(week.zone.iana_name().map_or_else(|| fixed(week), str::to_owned).as_str())
        .day(Some(week.first_day))
        .day(Some(week.last_day))
        .day(week.announced_on)
        .decimal(Some(programme.roads.speed_kmh))
        .decimal(Some(programme.roads.detour))
        .done()
}

/// A zone without a name is an offset that never changes.
fn fixed(week: &crate::week::Week) -> String {
    week.zone.to_fixed_offset().map_or_else(|_| "UTC".to_owned(), |offset| offset.to_string())
}

fn venue(venue: &Venue) -> Record {
    let position = venue.position;
    Cells::of(Kind::Venue, &venue.key)
        .text(&venue.name)
        .optional(venue.kind.as_deref())
        .text(&venue.address)
        .decimal(position.map(crate::venue::Position::longitude))
        .decimal(position.map(crate::venue::Position::latitude))
        .optional(position.map(|position| position.datum().word()))
        .number(venue.capacity)
        .words(&venue.hours.to_string())
        .origin(venue.provenance)
        .origin_unless(venue.details, venue.provenance)
        .done()
}

fn hall(programme: &Programme, room: &Room) -> Record {
    Cells::of(Kind::Room, &room.key)
        .words(&programme[room.venue].key)
        .text(&room.name)
        .number(room.seats)
        .words(&room.hours.to_string())
        .list(room.equipment.iter().map(|equipment| equipment.0.clone()))
        .flag(room.step_free)
        .optional(room.guid.map(|guid| guid.to_string()).as_deref())
        .done()
}

fn host(host: &Host) -> Record {
    let cells = Cells::of(Kind::Host, &host.key).text(&host.name).optional(host.kind.as_deref());
    cells.origin(host.provenance).done()
}

fn person(person: &Person) -> Record {
    Cells::of(Kind::Person, &person.key)
        .text(&person.name)
        .text(&person.organisation)
        .text(&person.position)
        .text(&person.biography)
        .optional(person.picture.as_deref())
        .optional(person.guid.map(|guid| guid.to_string()).as_deref())
        .number(person.number.map(std::num::NonZeroU32::get))
        .origin(person.provenance)
        .done()
}

fn activity(programme: &Programme, activity: &Activity) -> Record {
    let host = |id: HostId| programme[id].key.clone();
    Cells::of(Kind::Activity, &activity.key)
        .text(&activity.title)
        .text(&activity.summary)
        .optional(activity.host.map(|id| &*programme[id].key))
        .list(activity.co_hosts.iter().map(|&id| host(id)))
        .number(activity.edition)
        .flag(activity.is_key.then_some(true))
        .list(activity.partners.iter().cloned())
        .optional(activity.chain.as_deref())
        .optional(activity.kind.map(crate::programme::ActivityKind::word))
        .day(activity.days.map(|(first, _)| first))
        .day(activity.days.map(|(_, last)| last))
        .optional(activity.venue.map(|id| &*programme[id].key))
        .origin(activity.provenance)
        .origin_unless(activity.details, activity.provenance)
        .origin_unless(activity.listing, activity.provenance)
        .done()
}

fn part(programme: &Programme, part: &Part) -> Record {
    Cells::of(Kind::Part, &part.key)
        .optional(part.activity.map(|id| &*programme[id].key))
        .words(part.kind.word())
        .text(&part.title)
        .origin(part.provenance)
        .done()
}

fn session(programme: &Programme, session: &Session) -> Record {
    let people = |role| people(programme, &session.appearances, role);
    let asked = session.interpretation.as_ref();
    Cells::of(Kind::Session, &session.key)
        .optional(session.activity.map(|id| &*programme[id].key))
        .optional(session.part.map(|id| &*programme[id].key))
        .optional(session.host.map(|id| &*programme[id].key))
        .optional(session.kind.map(crate::programme::SessionKind::word))
        .text(&session.title)
        .text(&session.subtitle)
        .text(&session.summary)
        .text(&session.description)
        .optional((session.room_use != RoomUse::default()).then(|| session.room_use.word()))
        .number(session.expected)
        .list(session.languages.iter().cloned())
        .optional(asked.map(|asked| asked.languages.as_str()))
        .number(asked.map(|asked| asked.needed))
        .list(people(Role::Speaker))
        .list(people(Role::Chair))
        .list(people(Role::GuestOfHonour))
        .list(people(Role::Interpreter))
        .list(session.equipment.iter().map(|equipment| equipment.0.clone()))
        .list(session.access.iter().map(|access| access.word().to_owned()))
        .optional(session.link.as_deref())
        .list(session.references.iter().map(|one| {
            format!("{} {} {}", one.kind.word(), one.address, one.title).trim_end().to_owned()
        }))
        .origin(session.provenance)
        .done()
}

fn people<'a>(
    programme: &'a Programme,
    appearances: &'a [Appearance],
    role: Role,
) -> impl Iterator<Item = String> + use<'a> {
    appearances.iter().filter(move |appearance| appearance.role == role).map(move |appearance| {
        let key = &programme[appearance.person].key;
        if appearance.visibility == role.default_visibility() {
            key.clone()
        } else {
            format!("{key}:{}", appearance.visibility.word())
        }
    })
}

fn occurrence(programme: &Programme, occurrence: &Occurrence) -> Record {
    let (room, venue) = match occurrence.place {
        Some(Place::Room(room)) => (Some(room), None),
        Some(Place::Venue(venue)) => (None, Some(venue)),
        None => (None, None),
    };
    Cells::of(Kind::Occurrence, &occurrence.guid.to_string())
        .words(&programme[occurrence.session].key)
        .number(occurrence.number.map(std::num::NonZeroU32::get))
        .optional(occurrence.slug.as_deref())
        .instant(occurrence.when.map(crate::programme::Span::start))
        .instant(occurrence.when.map(crate::programme::Span::end))
        .optional(room.map(|id| &*programme[id].key))
        .optional(venue.map(|id| &*programme[id].key))
        .optional((occurrence.state != State::default()).then(|| occurrence.state.word()))
        .from(Some(occurrence.citation.clone()).filter(|citation| !is_nowhere(citation)))
}

/// What was never read from a file cites none.
fn is_nowhere(citation: &Citation) -> bool {
    citation.file.is_empty() && citation.spot == Spot::Whole
}
