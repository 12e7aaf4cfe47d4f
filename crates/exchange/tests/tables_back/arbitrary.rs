//! Programmes of all sorts, with texts that spreadsheets and readers of them stumble over.

use festoon_domain::programme::*;
use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::{Datum, Hours, Position, Room, RoomId, Venue, VenueId};
use festoon_domain::week::{Chain, Provenance, Week};
use jiff::Timestamp;
use jiff::civil::time;
use jiff::tz::{Offset, TimeZone};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// In the name, organisation and position of everybody who is not public.
pub(crate) const CANARY: &str = "zanzibar";

/// What cells are mistaken for: formulas, days, sections, notes, dittos, other cells.
const NASTY: &[&str] = &[
    "=1+1",
    "'=1+1",
    "''=1+1",
    "+86 25",
    "-",
    "@Ada",
    "＝1",
    " －x",
    "a, b",
    "say \"hi\"",
    "\"",
    "\"\"",
    "'",
    "一\n二",
    "one\n\ntwo",
    "待定",
    "同上",
    "〃",
    "TBA",
    "第一天 6月21日",
    "2021-06-21",
    "9:00-10:00",
    "合计",
    "备注：无",
    "主持人：林一",
    "地点：钟山厅",
    "_x0041_",
    "_x005F_",
    "x\ty",
    "1;2;3|4，5",
    "0123",
    "12",
    "true",
    "#REF!",
    "甲 / Alpha Beta",
    "甲（Alpha Beta）",
    "（取消）甲",
    "Title",
    "标题（中文）",
    "GUID",
    "—",
    "a—b",
    "<b>&amp;</b>",
    "𠮷🎉",
    "第五届",
    "",
];

fn wording() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(NASTY).prop_map(str::to_owned),
        2 => "[a-zA-Z一二三甲乙丙,;:'\"=()（）、；\\- \n]{0,14}",
    ]
}

/// In both languages, one, or none.
fn text() -> impl Strategy<Value = Text> {
    (wording(), wording()).prop_map(|(zh, en)| Text::new(&zh, &en))
}

/// Names unlike all others, of one line.
fn names(what: &'static str, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Text>> {
    proptest::collection::vec((wording(), wording(), 0..4_u8), count).prop_map(move |all| {
        let name = |(at, (zh, en, which)): (usize, (String, String, u8))| {
            let line = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
            let (zh, en) = (line(format!("{zh}{what}甲{at}")), line(format!("{en} {what} Alpha {at}")));
            match which {
                0 => Text::new(&zh, ""),
                1 => Text::new("", &en),
                _ => Text::new(&zh, &en),
            }
        };
        all.into_iter().enumerate().map(name).collect()
    })
}

fn zones() -> impl Strategy<Value = TimeZone> {
    select(vec!["Asia/Shanghai", "Europe/Berlin", "UTC", ""]).prop_map(|name| {
        TimeZone::get(name)
            .unwrap_or_else(|_| TimeZone::fixed(Offset::from_seconds(19_800).expect("an offset")))
    })
}

/// To the second, over midnight, over the hour that clocks show twice, or of no length.
fn spans() -> impl Strategy<Value = Option<Span>> {
    let days = prop_oneof![1_624_230_000_i64..1_624_700_000, 1_635_630_000_i64..1_635_650_000];
    let length = prop_oneof![Just(0_i64), 1_i64..200_000, (1_i64..200).prop_map(|minutes| minutes * 60)];
    proptest::option::weighted(0.8, (days, length, any::<bool>())).prop_map(|when| {
        let (start, length, is_round) = when?;
        let start = if is_round { start / 60 * 60 } else { start };
        let at = |second| Timestamp::from_second(second).expect("in range");
        Span::new(at(start), at(start + length))
    })
}

#[derive(Debug, Clone)]
struct Raw {
    text: [Text; 4],
    at: [Index; 5],
    has: [bool; 8],
    kind: SessionKind,
    numbers: [u32; 3],
    words: String,
    people: Vec<(Index, Role, Visibility)>,
    languages: Vec<&'static str>,
    equipment: Vec<&'static str>,
    access: Vec<Access>,
    occurrences: Vec<(Option<Span>, Index, bool)>,
}

fn raws() -> impl Strategy<Value = Vec<Raw>> {
    let texts = [text(), text(), text(), text()];
    let kinds = select(vec![
        SessionKind::Talk,
        SessionKind::Keynote,
        SessionKind::Signing,
        SessionKind::Meeting,
        SessionKind::Exhibition,
    ]);
    let roles = select(vec![Role::Speaker, Role::Chair, Role::GuestOfHonour, Role::Interpreter]);
    let hidden = select(vec![Visibility::Protocol, Visibility::Hosts]);
    let people = proptest::collection::vec((any::<Index>(), roles, hidden), 0..4);
    let languages = subsequence(vec!["zh", "en", "fr", "tlh", "sr-Latn"], 0..4);
    let equipment = subsequence(vec!["projector", "booth", "led-wall", "grand piano", "a, b"], 0..4);
    let access = subsequence(
        vec![Access::SignLanguage, Access::Captions, Access::HearingLoop, Access::AudioDescription],
        0..3,
    );
    let occurrences = proptest::collection::vec((spans(), any::<Index>(), any::<bool>()), 1..3);
    let raw = (
        texts,
        any::<[Index; 5]>(),
        any::<[bool; 8]>(),
        kinds,
        [0..5000_u32, 1..9_u32, 1..9_u32],
        wording(),
        people,
        (languages, equipment, access, occurrences),
    );
    let raw =
        raw.prop_map(
            |(text, at, has, kind, numbers, words, people, (languages, equipment, access, occurrences))| {
                Raw { text, at, has, kind, numbers, words, people, languages, equipment, access, occurrences }
            },
        );
    proptest::collection::vec(raw, 1..6)
}

/// A programme of any sort.
pub(crate) fn programmes() -> impl Strategy<Value = Programme> {
    let bodies = (
        names("场馆", 1..4),
        names("会场", 0..5),
        names("单位", 1..4),
        names("活动", 1..4),
        names("环节", 1..4),
    );
    let people = (names("人", 1..6), proptest::collection::vec((text(), text(), any::<bool>()), 6));
    (zones(), bodies, people, raws()).prop_map(
        |(zone, (venues, rooms, hosts, activities, parts), (people, work), raws)| {
            let mut programme = Programme::empty(Week::unnamed(zone));
            programme.venues = venues.into_iter().enumerate().map(|(at, name)| venue(at, name)).collect();
            let houses = programme.venues.len();
            programme.rooms =
                rooms.into_iter().enumerate().map(|(at, name)| room(at, name, houses)).collect();
            let host = |name: Text| Host { name, ..Host::default() };
            programme.hosts = hosts.into_iter().map(host).collect();
            programme.week.chains = vec![Chain {
                key: "ai".into(),
                name: Text::new("人工智能", "Artificial intelligence"),
                glyph: "智".into(),
                provenance: Provenance::Stated,
            }];
            let bodies = programme.hosts.len();
            programme.activities =
                activities.into_iter().enumerate().map(|(at, title)| activity(at, title, bodies)).collect();
            let part = |(at, title): (usize, Text)| Part {
                key: String::new(),
                activity: (at > 0).then_some(ActivityId(0)),
                kind: [PartKind::Programme, PartKind::SummitForum, PartKind::Closing][at % 3],
                title,
                provenance: Provenance::Stated,
            };
            programme.parts = parts.into_iter().enumerate().map(part).collect();
            programme.people = people.iter().zip(work).map(|(name, work)| person(name, work)).collect();
            for (at, raw) in raws.into_iter().enumerate() {
                add(&mut programme, at, raw);
            }
            programme
        },
    )
}

/// A programme of one talk by Ada.
pub(crate) fn one_session() -> Programme {
    let mut programme = Programme::empty(Week::unnamed(TimeZone::get("Asia/Shanghai").expect("compiled in")));
    programme.sessions.push(Session {
        key: "opening".into(),
        title: Text::new("开幕", "Opening"),
        ..Session::default()
    });
    let start: Timestamp = "2021-06-21T01:00:00Z".parse().expect("an instant");
    programme.occurrences.push(occurrence(0, SessionId(0), Span::new(start, start)));
    programme
}

/// A session of each kind, each of an activity and a part of some kind, in each language and with each partner.
pub(crate) fn add_every_kind(programme: &mut Programme) {
    use ActivityKind as A;
    use PartKind as P;
    use SessionKind as S;
    let sessions = [
        S::Talk,
        S::Keynote,
        S::Panel,
        S::Ceremony,
        S::Signing,
        S::Contest,
        S::Roadshow,
        S::Exhibition,
        S::Visit,
        S::Workshop,
        S::Performance,
        S::Meeting,
    ];
    let activities = [
        A::Conference,
        A::Forum,
        A::Contest,
        A::Roadshow,
        A::Exhibition,
        A::Carnival,
        A::OpenDay,
        A::Signing,
        A::Training,
        A::Salon,
        A::Award,
    ];
    let parts =
        [P::Opening, P::SummitForum, P::ThemeForum, P::Closing, P::Exhibition, P::Signing, P::Programme];
    let languages =
        ["zh", "en", "fr", "de", "ja", "ko", "ru", "es", "ar", "fi", "da", "sv", "no", "it", "pt"];
    let partners = [
        "FR", "DK", "FI", "IS", "NO", "SE", "GB", "DE", "US", "JP", "KR", "SG", "IL", "IT", "ES", "NL", "CH",
        "RU", "CA", "AU", "AT", "BE", "IE", "PT", "PL", "IN", "BR", "CN", "AE", "MY", "TH",
    ];
    for (at, partner) in partners.into_iter().enumerate() {
        let number = u32::try_from(at).expect("few");
        programme.activities.push(Activity {
            title: Text::new("", &format!("Activity {at}")),
            kind: Some(activities[at % activities.len()]),
            partners: vec![partner.to_owned()],
            ..Activity::default()
        });
        programme.parts.push(Part {
            key: String::new(),
            activity: Some(ActivityId(number)),
            kind: parts[at % parts.len()],
            title: Text::new("", "Part"),
            provenance: Provenance::Stated,
        });
        programme.sessions.push(Session {
            key: format!("session-{at}"),
            title: Text::new("", &format!("Session {at}")),
            activity: Some(ActivityId(number)),
            part: Some(PartId(number)),
            kind: Some(sessions[at % sessions.len()]),
            languages: vec![languages[at % languages.len()].to_owned()],
            equipment: ["projector", "booth", "stream", "screen", "microphone", "sound"]
                .map(|word| Equipment(word.to_owned()))
                .to_vec(),
            access: vec![
                Access::SignLanguage,
                Access::Captions,
                Access::HearingLoop,
                Access::AudioDescription,
            ],
            ..Session::default()
        });
        programme.occurrences.push(occurrence(at + 1, SessionId(number + 1), None));
    }
}

fn venue(at: usize, name: Text) -> Venue {
    let n = u32::try_from(at).expect("few");
    Venue {
        name,
        address: if at == 0 { Text::new("=路 1 号", "1 Road, \"East\"") } else { Text::default() },
        position: Position::new(118.83 + f64::from(n), 31.95, Datum::Gcj02).filter(|_| at < 2),
        capacity: (at > 0).then_some(n * 100),
        hours: if at == 1 { Hours::daily(time(8, 0, 0, 0), time(22, 30, 0, 0)) } else { Hours::default() },
        ..Venue::default()
    }
}

fn room(at: usize, name: Text, houses: usize) -> Room {
    let n = u32::try_from(at).expect("few");
    Room {
        guid: None,
        key: String::new(),
        venue: VenueId(u32::try_from(at % houses).expect("few")),
        name,
        seats: at.is_multiple_of(2).then_some(n * 50),
        hours: Hours::default(),
        equipment: if at == 0 { vec![Equipment("projector".into())] } else { Vec::new() },
        step_free: [None, Some(true), Some(false)][at % 3],
    }
}

fn activity(at: usize, title: Text, hosts: usize) -> Activity {
    let host = |of: usize| HostId(u32::try_from(of % hosts).expect("few"));
    Activity {
        title,
        host: (at != 1).then(|| host(at)),
        co_hosts: if at == 0 { (0..hosts).map(host).collect() } else { Vec::new() },
        edition: (at == 0).then_some(5),
        is_key: at == 0,
        partners: if at == 0 { vec!["FR".into(), "ZA".into(), "GB".into()] } else { Vec::new() },
        chain: (at == 0).then(|| "ai".into()),
        kind: [Some(ActivityKind::Forum), None, Some(ActivityKind::OpenDay)][at % 3],
        ..Activity::default()
    }
}

fn person(name: &Text, (organisation, position, is_public): (Text, Text, bool)) -> Person {
    let marked = |text: &Text, mark: &str| {
        let line = |lang| {
            let words: Vec<&str> = text.wording(lang).split_whitespace().collect();
            // A dash alone stands for a gap in a list.
            let words = words.join(" ").trim_matches('—').to_owned();
            if words.is_empty() { words } else { words + mark }
        };
        Text::new(&line(Lang::Zh), &line(Lang::En))
    };
    let mark = if is_public { "" } else { CANARY };
    let biography = if is_public { Text::default() } else { Text::new("", CANARY) };
    Person {
        name: marked(name, mark),
        organisation: marked(&organisation, mark),
        position: marked(&position, mark),
        biography,
        ..Person::default()
    }
}

fn add(programme: &mut Programme, at: usize, raw: Raw) {
    let id = SessionId(u32::try_from(at).expect("few"));
    let among = |index: &Index, many: usize| u32::try_from(index.index(many)).expect("few");
    let activity = raw.has[0].then(|| ActivityId(among(&raw.at[0], programme.activities.len())));
    let parts: Vec<u32> = (0..)
        .zip(&programme.parts)
        .filter(|(_, part)| part.activity == activity)
        .map(|(part, _)| part)
        .collect();
    let part = (raw.has[1] && !parts.is_empty()).then(|| PartId(parts[raw.at[1].index(parts.len())]));
    let mut appearances: Vec<Appearance> = Vec::new();
    for (who, role, hidden) in &raw.people {
        let person = PersonId(among(who, programme.people.len()));
        let is_public = !programme[person].biography.read(Lang::En).contains(CANARY);
        let visibility = if is_public { Visibility::Public } else { *hidden };
        if !appearances.iter().any(|one| (one.person, one.role) == (person, *role)) {
            appearances.push(Appearance { person, role: *role, visibility });
        }
    }
    let [title, subtitle, summary, description] = raw.text;
    let reference = |kind| Reference {
        address: "https://festoon.example/x?a=1".into(),
        title: raw.words.split_whitespace().collect::<Vec<_>>().join(" "),
        kind,
    };
    programme.sessions.push(Session {
        key: format!("session-{at}"),
        activity,
        part,
        host: raw.has[2].then(|| HostId(among(&raw.at[2], programme.hosts.len()))),
        kind: raw.has[3].then_some(raw.kind),
        title,
        subtitle,
        summary,
        description,
        appearances,
        room_use: if raw.has[4] { RoomUse::Shared } else { RoomUse::Exclusive },
        expected: raw.has[5].then_some(raw.numbers[0]),
        languages: raw.languages.iter().map(ToString::to_string).collect(),
        interpretation: raw.has[6]
            .then(|| Interpretation { languages: raw.words.trim().to_owned(), needed: raw.numbers[1] }),
        equipment: raw.equipment.iter().map(|word| Equipment((*word).to_owned())).collect(),
        access: raw.access.clone(),
        link: raw.has[7].then(|| "https://festoon.example/a,b".to_owned()),
        references: if raw.has[7] {
            vec![reference(ReferenceKind::Attachment), reference(ReferenceKind::Related)]
        } else {
            Vec::new()
        },
        provenance: Provenance::Stated,
    });
    for (when, place, is_cancelled) in raw.occurrences {
        let n = programme.occurrences.len();
        let choice = place.index(programme.venues.len() + programme.rooms.len() + 1);
        let houses = programme.venues.len();
        let number = |of: usize| u32::try_from(of).expect("few");
        let place = match choice {
            0 => None,
            _ if choice <= houses => Some(Place::Venue(VenueId(number(choice - 1)))),
            _ => Some(Place::Room(RoomId(number(choice - 1 - houses)))),
        };
        let state = if is_cancelled { State::Cancelled } else { State::Scheduled };
        let known = is_cancelled.then(|| number(n + 1));
        programme.occurrences.push(Occurrence {
            number: known.and_then(std::num::NonZeroU32::new),
            slug: known.map(|number| format!("-week-{number}")),
            place,
            state,
            ..occurrence(n, id, when)
        });
    }
}

fn occurrence(at: usize, session: SessionId, when: Option<Span>) -> Occurrence {
    Occurrence {
        session,
        guid: uuid::Uuid::from_u128(0x0123_4567_89ab_4def_8123_4567_89ab_0000 + at as u128),
        number: None,
        slug: None,
        when,
        place: None,
        state: State::Scheduled,
        citation: Citation { file: "week.csv".into(), spot: Spot::Whole },
    }
}
