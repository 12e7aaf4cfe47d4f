//! Programmes of any content, for properties of everything that is written.
//!
//! Texts hold what files break on: markup, quotes, commas, line breaks, control characters, formulas, both scripts.
//! Names of people carry a mark of who may know them, so that a leak is seen anywhere in the bytes.

use std::num::NonZeroU32;
use std::sync::Arc;

use festoon_domain::programme::{
    Appearance, Citation, Occurrence, Person, PersonId, Place, Programme, Reference, ReferenceKind, Role,
    Session, SessionId, SessionKind, Span, Spot, State, Visibility,
};
use festoon_domain::text::Text;
use festoon_domain::venue::{Hours, Room, RoomId, Venue, VenueId};
use festoon_domain::week::Week;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

/// Stands in every name that is not for everybody.
pub(crate) const CANARY: &str = "Qzx";

/// A programme of one to six sessions in one house.
pub(crate) fn programme() -> impl Strategy<Value = Programme> {
    (prop::collection::vec(session(), 1..6), prop::collection::vec(text(), 3)).prop_map(
        |(sessions, words)| {
            let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
            let mut programme = Programme::empty(Week {
                slug: "test-week".into(),
                title: Text::new("测试周", "Test Week"),
                ..Week::unnamed(zone)
            });
            programme.venues.push(Venue {
                key: "park".into(),
                name: Text::new("科技园", "Park"),
                ..Venue::default()
            });
            for (place, name) in ["一号厅", "Hall & <2>", "\"3\", 厅"].iter().enumerate() {
                programme.rooms.push(Room {
                    guid: None,
                    key: format!("room-{place}"),
                    venue: VenueId(0),
                    name: Text::single(name),
                    seats: None,
                    hours: Hours::default(),
                    equipment: Vec::new(),
                    step_free: None,
                });
            }
            for (place, visibility) in
                [Visibility::Public, Visibility::Hosts, Visibility::Protocol].iter().enumerate()
            {
                let mark = if *visibility == Visibility::Public { "" } else { CANARY };
                let name = format!("Wei{mark} Nr{place}");
                let biography = if mark.is_empty() { words[place].clone() } else { Text::single(mark) };
                programme.people.push(Person {
                    key: name.clone(),
                    name: Text::single(&name),
                    biography,
                    ..Person::default()
                });
            }
            for (number, (session, occurrences)) in (0_u32..).zip(sessions) {
                programme.sessions.push(Session { key: format!("session-{number}"), ..session });
                for occurrence in occurrences {
                    let guid = Uuid::from_u128(
                        u128::try_from(programme.occurrences.len()).expect("few") + (7 << 64),
                    );
                    programme.occurrences.push(Occurrence { session: SessionId(number), guid, ..occurrence });
                }
            }
            let mut taken = std::collections::HashSet::new();
            for occurrence in &mut programme.occurrences {
                occurrence.number = occurrence.number.filter(|number| taken.insert(*number));
            }
            programme
        },
    )
}

fn session() -> impl Strategy<Value = (Session, Vec<Occurrence>)> {
    let kinds = [None, Some(SessionKind::Talk), Some(SessionKind::Keynote), Some(SessionKind::Exhibition)];
    let words = (title(), text(), text(), text());
    let stage =
        prop::collection::vec((0_u32..3, prop::sample::select(vec![Role::Speaker, Role::Chair])), 0..3);
    let rest = (prop::sample::select(kinds.to_vec()), link(), prop::collection::vec(reference(), 0..3));
    (words, stage, rest, prop::collection::vec(occurrence(), 1..3)).prop_map(
        |((title, subtitle, summary, description), stage, (kind, link, references), occurrences)| {
            let visibility = [Visibility::Public, Visibility::Hosts, Visibility::Protocol];
            let appearances = stage.into_iter().map(|(person, role)| Appearance {
                person: PersonId(person),
                role,
                visibility: visibility[person as usize],
            });
            let session = Session {
                title,
                subtitle,
                summary,
                description,
                kind,
                link,
                references,
                appearances: appearances.collect(),
                languages: vec!["zh".into()],
                ..Session::default()
            };
            (session, occurrences)
        },
    )
}

fn occurrence() -> impl Strategy<Value = Occurrence> {
    let when = (0_i64..20_000, 0_i64..1_440).prop_map(|(from, minutes)| {
        let start: Timestamp = "2021-06-20T16:00:00Z".parse().expect("an instant");
        let start = start + SignedDuration::from_mins(from);
        Span::new(start, start + SignedDuration::from_mins(minutes)).expect("forwards")
    });
    let number = prop::option::of(1_u32..0x7fff_ffff);
    (when, prop::option::of(0_u32..3), number, prop::bool::weighted(0.2)).prop_map(
        |(when, room, number, cancelled)| Occurrence {
            session: SessionId(0),
            guid: Uuid::nil(),
            number: number.and_then(NonZeroU32::new),
            slug: None,
            when: Some(when),
            place: room.map(|room| Place::Room(RoomId(room))),
            state: if cancelled { State::Cancelled } else { State::Scheduled },
            citation: Citation { file: Arc::from("week.csv"), spot: Spot::Whole },
        },
    )
}

fn title() -> impl Strategy<Value = Text> {
    (words(), words()).prop_map(|(zh, en)| Text::new(&format!("题{zh}"), &format!("T{en}")))
}

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        Just(Text::default()),
        words().prop_map(|words| Text::single(&words)),
        (words(), words()).prop_map(|(zh, en)| Text::new(&zh, &en)),
    ]
}

/// What files break on, among what they hold.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-z]{1,8} ?",
        3 => "[一-龥]{1,6}",
        1 => prop::sample::select(vec!["<b>", "&amp;", "&", "]]>", "\"", "'", ",", ";", "\\", "\n", "\r\n", "\t", "=1+1", "@x", "\u{7}", "\u{0}", "\u{fffe}", "\u{85}", "，", "　", "🎆", "\u{feff}"])
            .prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ];
    let visible = |words: &str| {
        words.chars().any(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '\u{fffe}' | '\u{feff}'))
    };
    // A text of control characters alone is none; which language it is missing in is no property of a format.
    prop::collection::vec(piece, 0..8)
        .prop_map(|pieces| pieces.concat())
        .prop_map(move |words| if visible(&words) { words } else { String::new() })
}

fn link() -> impl Strategy<Value = Option<String>> {
    prop::option::of("https://host[.]example/[a-z0-9]{1,8}([?]q=[a-z]{1,3})?")
}

fn reference() -> impl Strategy<Value = Reference> {
    let kinds = vec![ReferenceKind::Related, ReferenceKind::Attachment];
    ("https://host[.]example/[a-z]{3,8}", words(), prop::sample::select(kinds))
        .prop_map(|(address, title, kind)| Reference { address, title, kind })
}
