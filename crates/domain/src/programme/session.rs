//! Sessions and their occurrences.

use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};

use super::{ActivityId, Appearance, Citation, HostId, PartId};
use crate::choice::choices;
use crate::text::Text;
use crate::venue::{RoomId, VenueId};
use crate::week::Provenance;

/// A session's place in [`super::Programme::sessions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(pub u32);

/// An occurrence's place in [`super::Programme::occurrences`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OccurrenceId(pub u32);

/// A talk, ceremony or signing 场次.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// The activity it belongs to.
    pub activity: Option<ActivityId>,
    /// The part of the activity it belongs to.
    pub part: Option<PartId>,
    /// Its own host, where that is not the activity's.
    pub host: Option<HostId>,
    /// What sort of session.
    pub kind: Option<SessionKind>,
    /// What it is called.
    pub title: Text,
    /// A second line to the title, where its host gave one.
    pub subtitle: Text,
    /// What it is about, in a paragraph.
    pub summary: Text,
    /// What more there is to say about it; schedule files keep both apart.
    pub description: Text,
    /// Who appears.
    pub appearances: Vec<Appearance>,
    /// Whether others may use the room at the same time.
    pub room_use: RoomUse,
    /// How many people are expected.
    pub expected: Option<u32>,
    /// Languages spoken on stage, ISO 639-1.
    pub languages: Vec<String>,
    /// Interpretation asked for.
    pub interpretation: Option<Interpretation>,
    /// What must stand in the room.
    pub equipment: Vec<Equipment>,
    /// What it does so that more people can follow.
    pub access: Vec<Access>,
    /// Where its host put more about it: an http(s) address.
    pub link: Option<String>,
    /// What else lies elsewhere: slides, papers, recordings.
    pub references: Vec<Reference>,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}

/// Something about a session that lies elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// An http(s) address.
    pub address: String,
    /// What it is called; empty where nobody said.
    pub title: String,
    /// Whether it belongs to the session or is about it.
    pub kind: ReferenceKind,
}

/// How something elsewhere stands to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceKind {
    /// Of its subject: a page, an article.
    Related,
    /// Its own paper: slides, a hand-out.
    Attachment,
}

choices! { ReferenceKind {
    Related "related" "相关" "related",
    Attachment "attachment" "附件" "attachment",
} }

/// What sort of session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKind {
    /// 报告
    Talk,
    /// 主旨演讲
    Keynote,
    /// 圆桌
    Panel,
    /// 仪式
    Ceremony,
    /// 签约
    Signing,
    /// 比赛
    Contest,
    /// 路演
    Roadshow,
    /// 展览
    Exhibition,
    /// 参观
    Visit,
    /// 工作坊
    Workshop,
    /// 演出
    Performance,
    /// 会议
    Meeting,
}

choices! { SessionKind {
    Talk "talk" "报告" "Talk",
    Keynote "keynote" "主旨演讲" "Keynote",
    Panel "panel" "圆桌" "Panel",
    Ceremony "ceremony" "仪式" "Ceremony",
    Signing "signing" "签约" "Signing",
    Contest "contest" "比赛" "Contest",
    Roadshow "roadshow" "路演" "Roadshow",
    Exhibition "exhibition" "展览" "Exhibition",
    Visit "visit" "参观" "Visit",
    Workshop "workshop" "工作坊" "Workshop",
    Performance "performance" "演出" "Performance",
    Meeting "meeting" "会议" "Meeting",
} }

/// Whether a session has its room to itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RoomUse {
    /// Nobody else may have the room.
    #[default]
    Exclusive,
    /// Fifty posters hang in one hall.
    Shared,
}

choices! { RoomUse {
    Exclusive "exclusive" "独用" "exclusive",
    Shared "shared" "共用" "shared",
} }

/// Interpretation asked for at a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Interpretation {
    /// From and into, as its host wrote it: `zh-fr`, 中法同传.
    pub languages: String,
    /// How many interpreters it takes; at least one.
    pub needed: u32,
}

/// What a session does so that more people can follow; whether a hall is step-free is the hall's matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Access {
    /// 手语
    SignLanguage,
    /// 实时字幕
    Captions,
    /// 助听感应
    HearingLoop,
    /// 口述影像
    AudioDescription,
}

choices! { Access {
    SignLanguage "sign-language" "手语翻译" "sign language",
    Captions "captions" "实时字幕" "live captions",
    HearingLoop "hearing-loop" "助听感应" "hearing loop",
    AudioDescription "audio-description" "口述影像" "audio description",
} }

/// Something a session needs and a room has, by its word: `projector`, `booth`, `stream`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Equipment(pub String);

/// One session on one day in one room; what schedule files call an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// The session.
    pub session: SessionId,
    /// Its identity for ever, in calendars and apps: a UUID.
    pub guid: uuid::Uuid,
    /// The number by which apps know it already, unlike all others in its programme; fits a signed 32-bit number.
    pub number: Option<NonZeroU32>,
    /// The short ASCII name by which apps know it already, unlike all others in its programme.
    pub slug: Option<String>,
    /// When, if anybody said.
    pub when: Option<Span>,
    /// Where, if anybody said.
    pub place: Option<Place>,
    /// Whether it takes place.
    pub state: State,
    /// Where it was read.
    pub citation: Citation,
}

/// Where something takes place, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In this hall.
    Room(RoomId),
    /// Somewhere in this house; the hall is not settled.
    Venue(VenueId),
}

impl Occurrence {
    /// The hall, if it is settled.
    #[must_use]
    pub const fn room(&self) -> Option<RoomId> {
        match self.place {
            Some(Place::Room(room)) => Some(room),
            Some(Place::Venue(_)) | None => None,
        }
    }

    /// It has a time and is not cancelled: only then can it clash.
    #[must_use]
    pub fn scheduled(&self) -> Option<Span> {
        match self.state {
            State::Scheduled => self.when,
            State::Cancelled => None,
        }
    }
}

/// Whether an occurrence takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum State {
    /// It does.
    #[default]
    Scheduled,
    /// It does not; it stays in the programme, marked.
    Cancelled,
}

choices! { State {
    Scheduled "scheduled" "照常" "scheduled",
    Cancelled "cancelled" "已取消" "cancelled",
} }

/// From an instant up to, not including, another; never backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: Timestamp,
    end: Timestamp,
}

impl Span {
    /// Nothing if the end lies before the start.
    #[must_use]
    pub fn new(start: Timestamp, end: Timestamp) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The first instant.
    #[must_use]
    pub const fn start(self) -> Timestamp {
        self.start
    }

    /// The instant after the last.
    #[must_use]
    pub const fn end(self) -> Timestamp {
        self.end
    }

    /// How long it is.
    #[must_use]
    pub fn duration(self) -> SignedDuration {
        self.end.duration_since(self.start)
    }

    /// Whether the two share an instant. Back to back is not together; a span of no length shares nothing.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end && self.start < self.end && other.start < other.end
    }

    /// The instants both have.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }
}
