//! Activities, their parts, and the bodies that host them.

use jiff::civil::Date;

use crate::choice::choices;
use crate::text::Text;
use crate::venue::VenueId;
use crate::week::Provenance;

/// A host's place in [`super::Programme::hosts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HostId(pub u32);

/// An activity's place in [`super::Programme::activities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActivityId(pub u32);

/// A part's place in [`super::Programme::parts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartId(pub u32);

/// A body that hands in activities 主办单位.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Host {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// What sort of body, by a word of its office: `government`, `park`.
    pub kind: Option<String>,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}

/// One host's event in the series 活动; it may lie outside the week's days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Activity {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// What it is called.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// Who answers for it.
    pub host: Option<HostId>,
    /// Who helps.
    pub co_hosts: Vec<HostId>,
    /// Which yearly one it is: 5 for 第五届.
    pub edition: Option<u32>,
    /// On the city's own list 重点活动.
    pub is_key: bool,
    /// Partner countries, ISO 3166-1 alpha-2.
    pub partners: Vec<String>,
    /// The industrial chain it belongs to: a key of [`crate::week::Week::chains`].
    pub chain: Option<String>,
    /// What sort of event it is.
    pub kind: Option<ActivityKind>,
    /// The days it runs, as its host states them.
    pub days: Option<(Date, Date)>,
    /// Its house, where it has one.
    pub venue: Option<VenueId>,
    /// Whether it was stated or invented: its title, edition and partners.
    pub provenance: Provenance,
    /// The same for its days and its house: of a real conference often no more is public than its name.
    pub details: Provenance,
    /// The same for [`Self::is_key`]: how many are on a list may be public when the list is not.
    pub listing: Provenance,
}

/// What sort of event an activity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActivityKind {
    /// 大会
    Conference,
    /// 论坛
    Forum,
    /// 大赛
    Contest,
    /// 路演
    Roadshow,
    /// 展览
    Exhibition,
    /// 嘉年华
    Carnival,
    /// 开放日
    OpenDay,
    /// 签约
    Signing,
    /// 培训
    Training,
    /// 沙龙
    Salon,
    /// 颁奖
    Award,
}

choices! { ActivityKind {
    Conference "conference" "大会" "Conference",
    Forum "forum" "论坛" "Forum",
    Contest "contest" "大赛" "Contest",
    Roadshow "roadshow" "路演" "Roadshow",
    Exhibition "exhibition" "展览" "Exhibition",
    Carnival "carnival" "嘉年华" "Carnival",
    OpenDay "open-day" "开放日" "Open day",
    Signing "signing" "签约" "Signing",
    Training "training" "培训" "Training",
    Salon "salon" "沙龙" "Salon",
    Award "award" "颁奖" "Award",
} }

/// A part of an activity 环节; exported as a *track*.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name in addresses and files; ASCII.
    pub key: String,
    /// The activity it is part of; a bare schedule file has tracks without activities.
    pub activity: Option<ActivityId>,
    /// What sort of part.
    pub kind: PartKind,
    /// What it is called.
    pub title: Text,
    /// Whether it was stated or invented.
    pub provenance: Provenance,
}

/// What sort of part it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PartKind {
    /// 开幕式
    Opening,
    /// 高峰论坛
    SummitForum,
    /// 主题论坛
    ThemeForum,
    /// 闭幕式
    Closing,
    /// 展览
    Exhibition,
    /// 签约
    Signing,
    /// 议程: none of the others, or nobody said.
    #[default]
    Programme,
}

choices! { PartKind {
    Opening "opening" "开幕式" "Opening",
    SummitForum "summit-forum" "高峰论坛" "Summit forum",
    ThemeForum "theme-forum" "主题论坛" "Theme forum",
    Closing "closing" "闭幕式" "Closing",
    Exhibition "exhibition" "展览" "Exhibition",
    Signing "signing" "签约" "Signing",
    Programme "programme" "议程" "Programme",
} }
