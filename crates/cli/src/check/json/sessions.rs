//! One session on one day in one room, as JSON.

use festoon_domain::programme::{OccurrenceId, Programme, Role, RoomUse, SessionKind, State, Visibility};
use festoon_domain::venue::VenueId;
use serde_json::{Value, json};

use super::{cited, text};

pub(super) fn of(programme: &Programme, id: OccurrenceId) -> Value {
    let occurrence = &programme[id];
    let session = programme.session_of(id);
    let zone = &programme.week.zone;
    let instant = |at: jiff::Timestamp| at.display_with_offset(zone.to_offset(at)).to_string();
    let room = occurrence.room().map(|room| &programme[room]);
    let people: Vec<Value> = session
        .appearances
        .iter()
        .map(|there| {
            let person = &programme[there.person];
            json!({
                "key": person.key,
                "name": text(&person.name),
                "organisation": text(&person.organisation),
                "role": role(there.role),
                "visibility": visibility(there.visibility),
            })
        })
        .collect();
    let interpretation = session.interpretation.as_ref();
    json!({
        "index": id.0,
        "guid": occurrence.guid.to_string(),
        "key": session.key,
        "title": text(&session.title),
        "start": occurrence.when.map(|when| instant(when.start())),
        "end": occurrence.when.map(|when| instant(when.end())),
        "zone": zone.iana_name(),
        "state": match occurrence.state {
            State::Scheduled => "scheduled",
            State::Cancelled => "cancelled",
        },
        "activity": session.activity.map(|activity| text(&programme[activity].title)),
        "part": session.part.map(|part| text(&programme[part].title)),
        "host": programme.host_of(occurrence.session).map(|host| text(&programme[host].name)),
        "venue": programme.venue_of(id).map(|VenueId(venue)| text(&programme[VenueId(venue)].name)),
        "room": room.map(|room| text(&room.name)),
        "use": match session.room_use {
            RoomUse::Exclusive => "exclusive",
            RoomUse::Shared => "shared",
        },
        "expected": session.expected,
        "seats": room.and_then(|room| room.seats),
        "kind": session.kind.map(kind),
        "languages": session.languages,
        "interpretation": interpretation
            .map(|asked| json!({ "languages": asked.languages, "needed": asked.needed })),
        "people": people,
        "row": cited(&occurrence.citation),
    })
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Speaker => "speaker",
        Role::Chair => "chair",
        Role::GuestOfHonour => "guest-of-honour",
        Role::Interpreter => "interpreter",
    }
}

const fn visibility(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Protocol => "protocol",
        Visibility::Hosts => "hosts",
        Visibility::Public => "public",
    }
}

const fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Talk => "talk",
        SessionKind::Keynote => "keynote",
        SessionKind::Panel => "panel",
        SessionKind::Ceremony => "ceremony",
        SessionKind::Signing => "signing",
        SessionKind::Contest => "contest",
        SessionKind::Roadshow => "roadshow",
        SessionKind::Exhibition => "exhibition",
        SessionKind::Visit => "visit",
        SessionKind::Workshop => "workshop",
        SessionKind::Performance => "performance",
        SessionKind::Meeting => "meeting",
    }
}
