//! Sessions, and when and where they take place.

use std::num::NonZeroU32;

use festoon_domain::choice::Choice as _;
use festoon_domain::programme::{Access, Appearance, OccurrenceId, Reference, Role, SessionId};
use festoon_guide::Guide;
use festoon_guide::url::{CalendarOf, CardOf, Page};
use serde::Serialize;
use utoipa::ToSchema;

use super::activity::host_named;
use super::people::public_address;
use super::{Addresses, Links, Moment, Named, Wordings};

/// A talk, ceremony or signing. / 场次
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub(in crate::api) struct SessionRecord<'a> {
    /// Its key. / 键
    key: &'a str,
    /// The activity it belongs to. / 所属活动
    activity: Option<Named<'a>>,
    /// The part of the activity it belongs to. / 所属环节
    part: Option<Named<'a>>,
    /// Who answers for it. / 主办单位
    host: Option<Named<'a>>,
    /// What sort of session: talk, keynote, panel, ceremony, signing, contest, roadshow, exhibition, visit, workshop, performance,
    /// meeting. / 类型
    kind: Option<&'static str>,
    /// What it is called. / 标题
    title: Wordings<'a>,
    /// A second line to the title. / 副标题
    subtitle: Wordings<'a>,
    /// What it is about. / 简介
    summary: Wordings<'a>,
    /// What more there is to say. / 详细说明
    description: Wordings<'a>,
    /// Who appears, as far as that is public. / 公开的出席人员
    people: Vec<AppearanceRecord<'a>>,
    /// `exclusive`, or `shared` where others use the room at the same time. / 会场独用或共用
    room_use: &'static str,
    /// Languages spoken on stage, ISO 639-1. / 台上语言（ISO 639-1）
    languages: &'a [String],
    /// Interpretation, as its host wrote it. / 口译
    interpretation: Option<&'a str>,
    /// What helps more people follow: sign-language, captions, hearing-loop, audio-description. / 无障碍服务
    access: Vec<&'static str>,
    /// Where its host put more about it. / 主办单位的网页
    #[schema(format = "uri")]
    link: Option<&'a str>,
    /// What else lies elsewhere. / 相关资料
    references: Vec<ReferenceRecord<'a>>,
    /// Its occurrences, by guid. / 其各次安排的 guid
    occurrences: Vec<String>,
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// Where more is. / 相关网址
    links: Links,
}

/// A person at a session. / 出席人员
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Appearance)]
struct AppearanceRecord<'a> {
    /// Who. / 人员
    person: Named<'a>,
    /// As what: speaker, chair, guest-of-honour, interpreter. / 身份
    role: &'static str,
}

/// Slides, papers, recordings, pages. / 资料
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reference)]
struct ReferenceRecord<'a> {
    /// Where it is. / 网址
    address: String,
    /// What it is called. / 名称
    title: &'a str,
    /// `related` to its subject, or an `attachment` of its own. / 相关或附件
    kind: &'static str,
}

impl<'a> SessionRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: SessionId) -> Self {
        let (programme, at) = (guide.programme(), Addresses::of(guide));
        let session = &programme[id];
        let key = &*session.key;
        let occurrences = guide.occurrences_of(id).iter();
        Self {
            key,
            activity: session.activity.map(|id| Named::of(&programme[id].key, &programme[id].title)),
            part: session.part.map(|id| Named::of(&programme[id].key, &programme[id].title)),
            host: programme.host_of(id).map(|host| host_named(guide, host)),
            kind: session.kind.map(|kind| kind.word()),
            title: Wordings::of(&session.title),
            subtitle: Wordings::of(&session.subtitle),
            summary: Wordings::of(&session.summary),
            description: Wordings::of(&session.description),
            people: session.appearances.iter().map(|&one| AppearanceRecord::of(guide, one)).collect(),
            room_use: session.room_use.word(),
            languages: &session.languages,
            interpretation: session.interpretation.as_ref().map(|asked| &*asked.languages),
            access: session.access.iter().map(|&access: &Access| access.word()).collect(),
            link: session.link.as_deref(),
            references: session.references.iter().map(|one| ReferenceRecord::of(guide, one)).collect(),
            occurrences: occurrences.map(|&id| programme[id].guid.to_string()).collect(),
            provenance: session.provenance.word(),
            links: at
                .links("sessions", key)
                .with_page(at.page(Page::Session(key)))
                .with_calendar(at.calendar(CalendarOf::Session(key)))
                .with_card(at.card(CardOf::Session(key))),
        }
    }
}

impl<'a> AppearanceRecord<'a> {
    fn of(guide: &'a Guide, appearance: Appearance) -> Self {
        let person = &guide.programme()[appearance.person];
        let role = match appearance.role {
            Role::Speaker => "speaker",
            Role::Chair => "chair",
            Role::GuestOfHonour => "guest-of-honour",
            Role::Interpreter => "interpreter",
        };
        Self { person: Named::of(&person.key, &person.name), role }
    }
}

impl<'a> ReferenceRecord<'a> {
    fn of(guide: &Guide, reference: &'a Reference) -> Self {
        let address = public_address(guide, &reference.address, "");
        Self { address, title: &reference.title, kind: reference.kind.word() }
    }
}

/// One session on one day in one room. / 一次具体安排：某天、某会场
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Occurrence)]
pub(in crate::api) struct OccurrenceRecord<'a> {
    /// Its identity for ever, and its key here; also the UID of calendars and the guid of schedule files. / 永久标识，也是本表的键
    #[schema(format = "uuid")]
    guid: String,
    /// The number by which apps know it. / 应用使用的编号
    #[schema(value_type = Option<u32>)]
    number: Option<NonZeroU32>,
    /// The short name by which apps know it. / 应用使用的短名
    slug: Option<&'a str>,
    /// The session. / 场次
    session: Named<'a>,
    /// The activity. / 活动
    activity: Option<Named<'a>>,
    /// The part. / 环节
    part: Option<Named<'a>>,
    /// Who answers for it. / 主办单位
    host: Option<Named<'a>>,
    /// What sort of session, as there. / 场次类型
    kind: Option<&'static str>,
    /// `scheduled` or `cancelled`; what is cancelled stays and says so. / 照常或已取消
    state: &'static str,
    /// When; null while that is not settled. / 时间，未定为 null
    when: Option<Moment>,
    /// The house; null while that is not settled. / 场馆，未定为 null
    venue: Option<Named<'a>>,
    /// The hall; null while that is not settled. / 会场，未定为 null
    room: Option<Named<'a>>,
    /// Languages spoken on stage, ISO 639-1. / 台上语言（ISO 639-1）
    languages: &'a [String],
    /// `fact` if announced, `sample` if invented for the sample week. / fact 为公布，sample 为示例
    provenance: &'static str,
    /// Where more is; page, calendar and card are the session's. / 相关网址
    links: Links,
}

impl<'a> OccurrenceRecord<'a> {
    pub(in crate::api) fn of(guide: &'a Guide, id: OccurrenceId) -> Self {
        let (programme, at) = (guide.programme(), Addresses::of(guide));
        let occurrence = &programme[id];
        let session = &programme[occurrence.session];
        let (key, guid) = (&*session.key, occurrence.guid.to_string());
        let venue = programme.venue_of(id).map(|id| &programme[id]);
        let room = occurrence.room().map(|id| &programme[id]);
        Self {
            number: occurrence.number,
            slug: occurrence.slug.as_deref(),
            session: Named::of(key, &session.title),
            activity: session.activity.map(|id| Named::of(&programme[id].key, &programme[id].title)),
            part: session.part.map(|id| Named::of(&programme[id].key, &programme[id].title)),
            host: programme.host_of(occurrence.session).map(|host| host_named(guide, host)),
            kind: session.kind.map(|kind| kind.word()),
            state: occurrence.state.word(),
            when: occurrence.when.map(|span| Moment::of(span, &programme.week.zone)),
            venue: venue.map(|venue| Named::of(&venue.key, &venue.name)),
            room: room.map(|room| Named::of(&room.key, &room.name)),
            languages: &session.languages,
            provenance: session.provenance.word(),
            links: at
                .links("occurrences", &guid)
                .with_page(at.page(Page::Session(key)))
                .with_calendar(at.calendar(CalendarOf::Session(key)))
                .with_card(at.card(CardOf::Session(key))),
            guid,
        }
    }
}
