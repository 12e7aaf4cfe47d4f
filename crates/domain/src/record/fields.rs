//! Which kinds of records there are, and which fields each has.
//!
//! Names are those of the columns in the week folder and in the store. They are kept for ever: an old release still names them.

use crate::text::Lang;

/// A kind of record, in the order in which they can be put together: what is named comes before what names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The edition itself; one a week, its key is the week's slug.
    Week,
    /// An industrial chain.
    Chain,
    /// A house.
    Venue,
    /// A hall.
    Room,
    /// A stated time between two houses; its key is `from/to`.
    Road,
    /// A body that hands in activities.
    Host,
    /// Somebody on stage.
    Person,
    /// A host's event.
    Activity,
    /// A part of one.
    Part,
    /// A talk, ceremony or signing.
    Session,
    /// One session on one day in one room; its key is its guid.
    Occurrence,
    /// A published number.
    Figure,
    /// An investment project.
    Project,
    /// An exhibition point.
    Point,
    /// Something shown.
    Exhibit,
    /// A place of the trail.
    Checkpoint,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Words.
    Words,
    /// One of a few words.
    Choice,
    /// The key of a record of a kind.
    Key(Kind),
    /// Keys of records of a kind; a person's may carry `:` and a visibility unlike the role's.
    Keys(Kind),
    /// Several words.
    List,
    /// A whole number.
    Number,
    /// A number that need not be whole.
    Decimal,
    /// Yes or no.
    Flag,
    /// A day, as words: `2021-06-21`.
    Day,
    /// An instant.
    Instant,
}

/// A field of a kind of record.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in files and in the store.
    pub name: &'static str,
    /// What it holds.
    pub sort: Sort,
    zh: &'static str,
    en: &'static str,
}

impl Field {
    /// What people call it.
    #[must_use]
    pub const fn called(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

impl Kind {
    /// All of them, in order.
    pub const ALL: [Self; 16] = [
        Self::Week,
        Self::Chain,
        Self::Venue,
        Self::Room,
        Self::Road,
        Self::Host,
        Self::Person,
        Self::Activity,
        Self::Part,
        Self::Session,
        Self::Occurrence,
        Self::Figure,
        Self::Project,
        Self::Point,
        Self::Exhibit,
        Self::Checkpoint,
    ];

    /// Its word in files, tables and the journal.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Chain => "chain",
            Self::Venue => "venue",
            Self::Room => "room",
            Self::Road => "road",
            Self::Host => "host",
            Self::Person => "person",
            Self::Activity => "activity",
            Self::Part => "part",
            Self::Session => "session",
            Self::Occurrence => "occurrence",
            Self::Figure => "figure",
            Self::Project => "project",
            Self::Point => "point",
            Self::Exhibit => "exhibit",
            Self::Checkpoint => "checkpoint",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Where a field stands among [`Self::fields`], by its name.
    #[must_use]
    pub fn place_of(self, field: &str) -> Option<usize> {
        self.fields().iter().position(|known| known.name == field)
    }

    /// What people call one of it.
    #[must_use]
    pub const fn called(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Week => ("创新周", "week"),
            Self::Chain => ("产业链", "industrial chain"),
            Self::Venue => ("场馆", "venue"),
            Self::Room => ("会场", "room"),
            Self::Road => ("路程", "road"),
            Self::Host => ("主办单位", "host"),
            Self::Person => ("人员", "person"),
            Self::Activity => ("活动", "activity"),
            Self::Part => ("环节", "part"),
            Self::Session => ("场次", "session"),
            Self::Occurrence => ("场次安排", "occurrence"),
            Self::Figure => ("数据", "figure"),
            Self::Project => ("项目", "project"),
            Self::Point => ("展示点", "exhibition point"),
            Self::Exhibit => ("展品", "exhibit"),
            Self::Checkpoint => ("打卡点", "checkpoint"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Its fields, in the order of [`super::Record::values`].
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Week => WEEK,
            Self::Chain => CHAIN,
            Self::Venue => VENUE,
            Self::Room => ROOM,
            Self::Road => ROAD,
            Self::Host => HOST,
            Self::Person => PERSON,
            Self::Activity => ACTIVITY,
            Self::Part => PART,
            Self::Session => SESSION,
            Self::Occurrence => OCCURRENCE,
            Self::Figure => FIGURE,
            Self::Project => PROJECT,
            Self::Point => POINT,
            Self::Exhibit => EXHIBIT,
            Self::Checkpoint => CHECKPOINT,
        }
    }
}

const fn field(name: &'static str, sort: Sort, zh: &'static str, en: &'static str) -> Field {
    Field { name, sort, zh, en }
}

/// A text in two languages is three fields: both wordings, and which of them is made from an older original.
macro_rules! fields {
    ($($table:ident = [$($row:tt)*];)+) => {$(
        const $table: &[Field] = fields!(@ [] $($row)*);
    )+};
    (@ [$($done:tt)*]) => { &[$($done)*] };
    (@ [$($done:tt)*] text $name:literal $zh:literal $en:literal, $($rest:tt)*) => {
        fields!(@ [$($done)*
            field(concat!($name, "_zh"), Sort::Words, concat!($zh, "（中文）"), concat!($en, " (Chinese)")),
            field(concat!($name, "_en"), Sort::Words, concat!($zh, "（英文）"), concat!($en, " (English)")),
            field(concat!($name, "_stale"), Sort::Choice, concat!($zh, "的过期译文"), concat!("stale wording of the ", $en)),
        ] $($rest)*)
    };
    (@ [$($done:tt)*] $sort:ident $name:literal $zh:literal $en:literal, $($rest:tt)*) => {
        fields!(@ [$($done)* field($name, Sort::$sort, $zh, $en),] $($rest)*)
    };
    (@ [$($done:tt)*] $sort:ident($kind:ident) $name:literal $zh:literal $en:literal, $($rest:tt)*) => {
        fields!(@ [$($done)* field($name, Sort::$sort(Kind::$kind), $zh, $en),] $($rest)*)
    };
}

fields! {
    WEEK = [
        text "title" "名称" "title",
        text "theme" "主题" "theme",
        List "threads_zh" "主线（中文）" "threads (Chinese)",
        List "threads_en" "主线（英文）" "threads (English)",
        text "organiser" "主办方" "organiser",
        text "city" "城市" "city",
        text "district" "区" "district",
        Words "country" "国家" "country",
        Words "site" "网址" "address of the guide",
        Words "zone" "时区" "time zone",
        Day "first_day" "首日" "first day",
        Day "last_day" "末日" "last day",
        Day "announced_on" "发布日期" "day of the announcement",
        Decimal "road_speed_kmh" "估算车速（公里/小时）" "speed of estimated roads (km/h)",
        Decimal "road_detour" "绕行系数" "detour of estimated roads",
    ];
    CHAIN = [
        text "name" "名称" "name",
        Words "glyph" "标志字" "glyph",
        Choice "origin" "来源" "origin",
    ];
    VENUE = [
        text "name" "名称" "name",
        Words "kind" "类型" "kind",
        text "address" "地址" "address",
        Decimal "longitude" "经度" "longitude",
        Decimal "latitude" "纬度" "latitude",
        Choice "datum" "坐标系" "datum",
        Number "capacity" "容量" "capacity",
        Words "hours" "开放时间" "opening hours",
        Choice "origin" "来源" "origin",
        Choice "details_origin" "详情来源" "origin of the details",
    ];
    ROOM = [
        Key(Venue) "venue" "场馆" "venue",
        text "name" "名称" "name",
        Number "seats" "座位" "seats",
        Words "hours" "开放时间" "opening hours",
        List "equipment" "设备" "equipment",
        Flag "step_free" "无障碍通行" "step-free",
        Words "guid" "外部标识" "guid",
    ];
    ROAD = [
        Key(Venue) "from" "起点" "from",
        Key(Venue) "to" "终点" "to",
        Number "minutes" "分钟" "minutes",
    ];
    HOST = [
        text "name" "名称" "name",
        Words "kind" "类型" "kind",
        Choice "origin" "来源" "origin",
    ];
    PERSON = [
        text "name" "姓名" "name",
        text "organisation" "单位" "organisation",
        text "position" "职务" "position",
        text "biography" "简介" "biography",
        Words "picture" "照片" "picture",
        Words "guid" "外部标识" "guid",
        Number "number" "编号" "number",
        Choice "origin" "来源" "origin",
    ];
    ACTIVITY = [
        text "title" "名称" "title",
        text "summary" "简介" "summary",
        Key(Host) "host" "主办单位" "host",
        Keys(Host) "co_hosts" "协办单位" "co-hosts",
        Number "edition" "届次" "edition",
        Flag "city_key" "重点活动" "key activity",
        List "partners" "合作国家" "partner countries",
        Key(Chain) "chain" "产业链" "industrial chain",
        Choice "kind" "类型" "kind",
        Day "first_day" "首日" "first day",
        Day "last_day" "末日" "last day",
        Key(Venue) "venue" "场馆" "venue",
        Choice "origin" "来源" "origin",
        Choice "details_origin" "详情来源" "origin of the details",
        Choice "key_origin" "重点活动来源" "origin of the listing",
    ];
    PART = [
        Key(Activity) "activity" "活动" "activity",
        Choice "kind" "类型" "kind",
        text "title" "名称" "title",
        Choice "origin" "来源" "origin",
    ];
    SESSION = [
        Key(Activity) "activity" "活动" "activity",
        Key(Part) "part" "环节" "part",
        Key(Host) "host" "主办单位" "host",
        Choice "kind" "类型" "kind",
        text "title" "标题" "title",
        text "subtitle" "副标题" "subtitle",
        text "abstract" "摘要" "abstract",
        text "description" "详情" "description",
        Choice "use" "会场使用方式" "use of the room",
        Number "expected" "预计人数" "expected audience",
        List "languages" "语言" "languages",
        Words "interpretation" "口译" "interpretation",
        Number "interpreters_needed" "所需口译人数" "interpreters needed",
        Keys(Person) "speakers" "演讲人" "speakers",
        Keys(Person) "chairs" "主持人" "chairs",
        Keys(Person) "guests" "嘉宾" "guests of honour",
        Keys(Person) "interpreters" "口译员" "interpreters",
        List "equipment" "设备" "equipment",
        List "access" "无障碍服务" "access services",
        Words "link" "链接" "link",
        List "references" "参考资料" "references",
        Choice "origin" "来源" "origin",
    ];
    OCCURRENCE = [
        Key(Session) "session" "场次" "session",
        Number "number" "编号" "number",
        Words "slug" "短名" "slug",
        Instant "start" "开始" "start",
        Instant "end" "结束" "end",
        Key(Room) "room" "会场" "room",
        Key(Venue) "venue" "场馆" "venue",
        Choice "state" "状态" "state",
    ];
    FIGURE = [
        text "name" "名称" "name",
        text "definition" "定义" "definition",
        Words "unit" "单位" "unit",
        Number "announced" "公布值" "announced value",
        Choice "hedge" "修饰词" "hedge",
        Day "as_of" "截至" "as of",
        Choice "computed_by" "计算方式" "computed by",
        Choice "origin" "来源" "origin",
    ];
    PROJECT = [
        text "name" "名称" "name",
        Choice "stage" "阶段" "stage",
        Number "amount_fen" "总投资（分）" "total investment (fen)",
        Key(Chain) "chain" "产业链" "industrial chain",
        Words "country" "资金来源国" "country of origin",
        Day "signed_on" "签约日期" "day of signing",
        Choice "origin" "来源" "origin",
    ];
    POINT = [
        text "name" "名称" "name",
        Key(Venue) "venue" "场馆" "venue",
        Words "hours" "开放时间" "opening hours",
        Choice "origin" "来源" "origin",
    ];
    EXHIBIT = [
        text "name" "名称" "name",
        Key(Chain) "chain" "产业链" "industrial chain",
        Key(Point) "point" "展示点" "exhibition point",
        text "exhibitor" "参展单位" "exhibitor",
        Choice "origin" "来源" "origin",
    ];
    CHECKPOINT = [
        text "name" "名称" "name",
        text "place" "位置" "place",
        Key(Venue) "venue" "场馆" "venue",
        Words "hours" "开放时间" "opening hours",
        Choice "origin" "来源" "origin",
    ];
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_stand_once_in_a_kind_and_nothing_names_what_comes_later() {
        for kind in Kind::ALL {
            let names: HashSet<&str> = kind.fields().iter().map(|field| field.name).collect();
            assert_eq!(names.len(), kind.fields().len(), "{kind:?}");
            for field in kind.fields() {
                if let Sort::Key(other) | Sort::Keys(other) = field.sort {
                    assert!(other < kind, "{kind:?} {}", field.name);
                }
            }
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
    }
}
