//! Activities, their parts, sessions and occurrences.

use std::num::NonZeroU32;
use std::sync::Arc;

use festoon_domain::programme::{
    Activity, ActivityId, Appearance, Citation, Equipment, HostId, Interpretation, Occurrence, Part, PartId,
    PersonId, Place, Programme, Reference, Role, Session, SessionId, Span, Spot,
};
use festoon_domain::venue::{RoomId, VenueId};
use jiff::{SignedDuration, Timestamp};

use super::bodies::{chain, guid};
use super::words::Draw;

pub(super) fn activities(programme: &mut Programme, draw: &mut Draw) {
    for n in 0..draw.below(4) {
        let activity = Activity {
            key: format!("activity-{n}"),
            title: draw.text(),
            summary: draw.text(),
            host: draw.place(&programme.hosts).map(HostId),
            co_hosts: draw
                .few(|draw| draw.place(&programme.hosts).map(HostId))
                .into_iter()
                .flatten()
                .collect(),
            edition: draw.maybe(|draw| draw.below(30)),
            is_key: draw.one_in(2),
            partners: draw.few(|_| "FR".to_owned()),
            chain: chain(programme, draw),
            kind: draw.maybe(Draw::choice),
            days: draw.maybe(|draw| (draw.day(), draw.day())),
            venue: draw.place(&programme.venues).map(VenueId),
            provenance: draw.choice(),
            details: draw.choice(),
            listing: draw.choice(),
        };
        programme.activities.push(activity);
    }
    for n in 0..draw.below(4) {
        let part = Part {
            key: format!("part-{n}"),
            activity: draw.place(&programme.activities).map(ActivityId),
            kind: draw.choice(),
            title: draw.text(),
            provenance: draw.choice(),
        };
        programme.parts.push(part);
    }
}

pub(super) fn sessions(programme: &mut Programme, draw: &mut Draw) {
    for n in 0..=draw.below(5) {
        let session = Session {
            key: format!("session-{n}"),
            activity: draw.place(&programme.activities).map(ActivityId),
            part: draw.place(&programme.parts).map(PartId),
            host: draw.place(&programme.hosts).map(HostId),
            kind: draw.maybe(Draw::choice),
            title: draw.text(),
            subtitle: draw.text(),
            summary: draw.text(),
            description: draw.text(),
            appearances: appearances(programme, draw),
            room_use: draw.choice(),
            expected: draw.maybe(|draw| draw.below(2000)),
            languages: draw.few(|_| "zh".to_owned()),
            interpretation: draw.maybe(|draw| Interpretation {
                languages: draw.maybe(Draw::words).unwrap_or_default(),
                needed: 1 + draw.below(3),
            }),
            equipment: draw.few(|draw| Equipment(draw.words())),
            access: draw.few(Draw::choice),
            link: draw.maybe(Draw::address),
            references: draw.few(|draw| Reference {
                address: draw.address(),
                title: draw.maybe(Draw::words).unwrap_or_default(),
                kind: draw.choice(),
            }),
            provenance: draw.choice(),
        };
        programme.sessions.push(session);
    }
}

/// In the order of roles, which is the order they are kept in.
fn appearances(programme: &Programme, draw: &mut Draw) -> Vec<Appearance> {
    let mut all = Vec::new();
    for role in [Role::Speaker, Role::Chair, Role::GuestOfHonour, Role::Interpreter] {
        let people =
            draw.few(|draw| draw.place(&programme.people).map(|person| (PersonId(person), draw.choice())));
        all.extend(people.into_iter().flatten().map(|(person, visibility)| Appearance {
            person,
            role,
            visibility,
        }));
    }
    all
}

pub(super) fn occurrences(programme: &mut Programme, draw: &mut Draw) {
    let sessions = u32::try_from(programme.sessions.len()).expect("few");
    for n in 0..draw.below(8) {
        let place = if draw.one_in(2) {
            draw.place(&programme.rooms).map(|room| Place::Room(RoomId(room)))
        } else {
            draw.place(&programme.venues).map(|venue| Place::Venue(VenueId(venue)))
        };
        programme.occurrences.push(Occurrence {
            session: SessionId(draw.below(sessions)),
            guid: guid(draw),
            number: draw.maybe(|_| NonZeroU32::MIN.saturating_add(n)),
            slug: draw.maybe(|_| format!("slug-{n}")),
            when: draw.maybe(span),
            place,
            state: draw.choice(),
            citation: citation(draw),
        });
    }
}

fn span(draw: &mut Draw) -> Span {
    let start = Timestamp::from_microsecond(1_624_200_000_000_000 + i64::from(draw.below(2_000_000_000)))
        .expect("in 2021");
    Span::new(start, start + SignedDuration::from_mins(i64::from(draw.below(900)))).expect("forwards")
}

fn citation(draw: &mut Draw) -> Citation {
    let spot = match draw.below(3) {
        0 => return Citation { file: Arc::from(""), spot: Spot::Whole },
        1 => Spot::Row("".into(), draw.below(90)),
        _ => Spot::Line(draw.below(90)),
    };
    Citation { file: Arc::from("week.csv"), spot }
}
