//! What could not be taken as it stood in a schedule.xml, and what was assumed, in both languages.

mod counted;

use festoon_domain::text::Lang;

use super::json::JsonTrouble;
use super::notes::Counted;

/// What could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScheduleTrouble {
    /// An event without a title.
    NoTitle,
    /// Neither a date with an offset nor a day and a start.
    NoTime,
    /// A date that cannot be read; the day and the start were taken.
    DateUnreadable,
    /// A day's date that cannot be read.
    DayUnreadable,
    /// A start that cannot be read.
    StartUnreadable,
    /// A start of 24:00 or later: the next calendar day was taken.
    StartPastMidnight,
    /// No duration.
    DurationMissing,
    /// A duration that cannot be read.
    DurationUnreadable,
    /// A duration of nothing.
    DurationZero,
    /// A duration of three parts, read as hours, minutes, seconds.
    DurationOfThreeParts,
    /// A duration of 24 hours or more.
    DurationLong,
    /// An end that cannot be read.
    EndUnreadable,
    /// An end before the start, by so many minutes; 0 minutes were taken unless a duration is stated.
    EndBeforeStart(i64),
    /// Duration and end disagree; the duration was taken, in minutes.
    EndDisagrees(i64),
    /// Start and date disagree; the date was taken, which in the schedule's zone is this time of day.
    StartDisagrees(String),
    /// All starts are off from their dates by the same minutes: events, minutes.
    StartsShifted(u32, i64),
    /// Day and date disagree; the date was taken, which is this day.
    DayDisagrees(String),
    /// All days are off from their dates by the same number of days: events, days.
    DaysShifted(u32, i64),
    /// A local time that clocks skip or show twice when they change.
    ClockChange,
    /// The room an event names is not the room it is listed under; the latter was taken.
    RoomDisagrees(String),
    /// An event in no room.
    NoRoom,
    /// An id that is not a positive whole number.
    IdInvalid,
    /// An id that another event has: its line.
    IdTwice(u32),
    /// A guid that is not a UUID; one was derived.
    GuidInvalid,
    /// A guid that another event has: its line; one was derived.
    GuidTwice(u32),
    /// A slug that another event has: its line.
    SlugTwice(u32),
    /// A language that is not understood.
    LanguageUnknown,
    /// An address that is not of the web.
    LinkNotWeb,
    /// No zone in the file and none said.
    ZoneAssumed(String),
    /// Times in UTC throughout and no zone: in which they are shown.
    ShownInZone(String),
    /// A zone nobody knows; what was taken instead.
    ZoneUnknown(String),
    /// An encoding that was assumed.
    EncodingAssumed(&'static str),
    /// Bytes that fit no character: how many.
    BytesReplaced(u32),
    /// The same thing many times.
    Counted(Counted, u32),
    /// An element that is not understood: how often.
    UnknownElement(u32),
    /// Elements that are understood but not needed here, with counts.
    LeftAside,
    /// No event at all.
    NoEvents,
    /// More of one kind than are listed: its word and how many more.
    AndMore(&'static str, u32),
    /// What only JSON can get wrong.
    Json(JsonTrouble),
    /// A component of a calendar that nothing ends: its name.
    EndMissing(String),
    /// A zone's name that the tz database does not have; what was taken for it.
    ZoneNameTaken(String),
    /// A zone that only the calendar itself defines.
    ZoneDefinedInFile,
    /// A zone's name that nobody knows and nothing defines.
    ZoneNameUnknown,
    /// A series that goes on beyond what is read: how many times were.
    SeriesCut(u32),
    /// A rule for a series that is not followed; the time itself was kept.
    SeriesNotFollowed,
}

impl ScheduleTrouble {
    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::NoTitle => "这一场没有标题；仍按无题场次收录。".into(),
            Self::NoTime => "这一场没有可用的日期和开始时间；时间按未定处理。".into(),
            Self::DateUnreadable => "date 看不懂；改用所在日期和 start。".into(),
            Self::DayUnreadable => "day 的日期看不懂，应写成 2026-06-21 这样。".into(),
            Self::StartUnreadable => "start 看不懂，应写成 09:30 这样。".into(),
            Self::StartPastMidnight => "开始时间在 24:00 或之后；按次日处理。".into(),
            Self::DurationMissing => "没有写时长；只知道开始时间，按 0 分钟处理。".into(),
            Self::DurationUnreadable => "duration 看不懂，应写成 01:30 这样；按 0 分钟处理。".into(),
            Self::DurationZero => "时长为 0；开始和结束是同一时刻。".into(),
            Self::DurationOfThreeParts => "时长有三段；按「时:分:秒」理解。".into(),
            Self::DurationLong => "时长达到或超过 24 小时；照原样收录，请核对。".into(),
            Self::EndUnreadable => "结束时间看不懂；没有采用。".into(),
            Self::EndBeforeStart(minutes) => format!("结束比开始早 {minutes} 分钟；结束时间没有采用。"),
            Self::EndDisagrees(taken) => format!("结束时间与时长不一致；以时长 {taken} 分钟为准。"),
            Self::StartDisagrees(taken) => {
                format!("start 与 date 不一致；以 date 为准，即当地 {taken}。")
            }
            Self::StartsShifted(count, minutes) => {
                format!("{count} 场的 start 与 date 都相差 {minutes} 分钟；一律以 date 为准。")
            }
            Self::DayDisagrees(taken) => {
                format!("day 的日期与 date 不一致；以 date 为准，即 {taken}。")
            }
            Self::DaysShifted(count, days) => {
                format!("{count} 场的 date 与所在 day 的日期都相差 {days} 天；一律以 date 为准。")
            }
            Self::ClockChange => "当地在这一时刻拨钟，时间不存在或出现两次；按较早的时差处理。".into(),
            Self::RoomDisagrees(taken) => format!("room 与所在会场分组不一致；以分组「{taken}」为准。"),
            Self::NoRoom => "这一场没有会场。".into(),
            Self::IdInvalid => "id 不是正整数；改用其他内容识别这一场。".into(),
            Self::IdTwice(line) => format!("id 与第 {line} 行的场次重复；两场都保留。"),
            Self::GuidInvalid => "guid 不是 UUID；已另行推算一个固定的。".into(),
            Self::GuidTwice(line) => format!("guid 与第 {line} 行的场次重复；已为这一场另行推算一个固定的。"),
            Self::SlugTwice(line) => format!("slug 与第 {line} 行的场次重复；两场都保留。"),
            Self::LanguageUnknown => "语言看不懂，应写成 zh 或 en 这样；按未说明处理。".into(),
            Self::LinkNotWeb => "链接不是 http 或 https 地址；没有采用。".into(),
            Self::ZoneAssumed(zone) => {
                format!("文件没有写时区，也没有用 --zone 指明；不带时差的时间按 {zone} 理解。")
            }
            Self::ShownInZone(zone) => {
                format!("文件的时间都是 UTC，没有写时区，也没有用 --zone 指明；日期和钟点按 {zone} 显示。")
            }
            Self::ZoneUnknown(zone) => format!("没有这个时区；改按 {zone} 理解。"),
            Self::EncodingAssumed(name) => format!("文件没有写明编码，也不是 UTF-8；按 {name} 读取。"),
            Self::BytesReplaced(count) => format!("有 {count} 处字节不成文字，显示为 �。"),
            Self::Counted(what, count) => counted::in_chinese(*what, *count),
            Self::UnknownElement(count) => format!("不认识的元素，共 {count} 处；内容没有采用。"),
            Self::LeftAside => "这些内容在场次里没有对应的位置，没有采用（名称后是次数）。".into(),
            Self::NoEvents => "文件里一场活动也没有。".into(),
            Self::AndMore(word, count) => format!("同类问题（{word}）还有 {count} 处，没有一一列出。"),
            Self::Json(trouble) => trouble.sentence(Lang::Zh),
            Self::EndMissing(name) => {
                format!("{name} 没有结束（缺 END:{name}）；按到此为止处理，请核对文件是否完整。")
            }
            Self::ZoneNameTaken(zone) => format!("时区名不是标准写法；按 {zone} 理解。"),
            Self::ZoneDefinedInFile => "时区不是标准名称；按文件中 VTIMEZONE 写的时差理解。".into(),
            Self::ZoneNameUnknown => "没有这个时区，文件中也没有可用的定义；按没有写时区的时间处理。".into(),
            Self::SeriesCut(count) => {
                format!("重复活动没有写明何时结束，或次数太多；只收录两年内的前 {count} 次。")
            }
            Self::SeriesNotFollowed => {
                "这种重复规则不展开（只展开按天、按周的）；只收录写明的这一次。".into()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoTitle => "the event has no title; it is kept without one.".into(),
            Self::NoTime => "no usable date and start; the time is taken as not settled.".into(),
            Self::DateUnreadable => "the date cannot be read; the day and the start are taken.".into(),
            Self::DayUnreadable => "the date of the day cannot be read; write it as 2026-06-21.".into(),
            Self::StartUnreadable => "the start cannot be read; write it as 09:30.".into(),
            Self::StartPastMidnight => "the start is 24:00 or later; the next day is taken.".into(),
            Self::DurationMissing => "there is no duration; the start is kept, with 0 minutes.".into(),
            Self::DurationUnreadable => {
                "the duration cannot be read, write it as 01:30; 0 minutes are taken.".into()
            }
            Self::DurationZero => "the duration is 0: it ends when it begins.".into(),
            Self::DurationOfThreeParts => {
                "the duration has three parts; read as hours, minutes, seconds.".into()
            }
            Self::DurationLong => "the duration is 24 hours or more; kept as it stands, please check.".into(),
            Self::EndUnreadable => "the end cannot be read; it is not used.".into(),
            Self::EndBeforeStart(minutes) => {
                format!("the end lies {minutes} minutes before the start; it is not used.")
            }
            Self::EndDisagrees(taken) => {
                format!("the end does not fit the duration; the duration is taken, {taken} minutes.")
            }
            Self::StartDisagrees(taken) => {
                format!("start and date disagree; the date is taken, which is {taken} there.")
            }
            Self::StartsShifted(count, minutes) => format!(
                "the start of all {count} events is {minutes} minutes off from their date; the date is taken."
            ),
            Self::DayDisagrees(taken) => {
                format!("the date of the day and the date disagree; the date is taken, which is {taken}.")
            }
            Self::DaysShifted(count, days) => format!(
                "the date of all {count} events is {days} day(s) off from the date of their day; the date is taken."
            ),
            Self::ClockChange => {
                "clocks change there at this hour, so that the time is skipped or shown twice; the earlier offset is taken."
                    .into()
            }
            Self::RoomDisagrees(taken) => {
                format!("the room differs from the room the event is listed under; “{taken}” is taken.")
            }
            Self::NoRoom => "the event is in no room.".into(),
            Self::IdInvalid => "the id is not a positive whole number; other content identifies the event.".into(),
            Self::IdTwice(line) => format!("the event on line {line} has the same id; both are kept."),
            Self::GuidInvalid => "the guid is not a UUID; a lasting one is derived.".into(),
            Self::GuidTwice(line) => {
                format!("the event on line {line} has the same guid; a lasting one is derived for this.")
            }
            Self::SlugTwice(line) => format!("the event on line {line} has the same slug; both are kept."),
            Self::LanguageUnknown => {
                "the language is not understood, write it as zh or en; taken as not stated.".into()
            }
            Self::LinkNotWeb => "the address is neither http nor https; it is left out.".into(),
            Self::ZoneAssumed(zone) => format!(
                "the file names no zone and --zone was not given; times without an offset are read in {zone}."
            ),
            Self::ShownInZone(zone) => format!(
                "all times are in UTC, the file names no zone and --zone was not given; days and times of day are shown as in {zone}."
            ),
            Self::ZoneUnknown(zone) => format!("there is no such zone; times are read in {zone}."),
            Self::EncodingAssumed(name) => {
                format!("the file names no encoding and is not UTF-8; it is read as {name}.")
            }
            Self::BytesReplaced(count) => {
                format!("bytes that are no characters stand in {count} place(s), shown as �.")
            }
            Self::Counted(what, count) => counted::in_english(*what, *count),
            Self::UnknownElement(count) => {
                format!("an element that is not understood, {count} time(s); its content is not used.")
            }
            Self::LeftAside => "these have no place in a session and are not used (with how often each stands there).".into(),
            Self::NoEvents => "there is no event in the file.".into(),
            Self::AndMore(word, count) => format!("{count} more of the kind “{word}” are not listed."),
            Self::Json(trouble) => trouble.sentence(Lang::En),
            Self::EndMissing(name) => format!(
                "{name} is not ended (END:{name} is missing); it is taken to end here. Check that the file is whole."
            ),
            Self::ZoneNameTaken(zone) => format!("the zone's name is not a standard one; it is read as {zone}."),
            Self::ZoneDefinedInFile => {
                "the zone's name is not a standard one; the offsets that the file's VTIMEZONE gives are taken.".into()
            }
            Self::ZoneNameUnknown => {
                "there is no such zone and the file defines none that can be used; the time is read like one without a zone."
                    .into()
            }
            Self::SeriesCut(count) => {
                format!("the series has no end or too many times; the first {count} within two years are read.")
            }
            Self::SeriesNotFollowed => {
                "only daily and weekly series are followed; of this one only the time that is written out is read.".into()
            }
        }
    }

    /// A word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::NoTitle => "no-title",
            Self::NoTime => "no-time",
            Self::DateUnreadable => "date-unreadable",
            Self::DayUnreadable => "day-unreadable",
            Self::StartUnreadable => "start-unreadable",
            Self::StartPastMidnight => "start-past-midnight",
            Self::DurationMissing => "duration-missing",
            Self::DurationUnreadable => "duration-unreadable",
            Self::DurationZero => "duration-zero",
            Self::DurationOfThreeParts => "duration-of-three-parts",
            Self::DurationLong => "duration-long",
            Self::EndUnreadable => "end-unreadable",
            Self::EndBeforeStart(_) => "end-before-start",
            Self::EndDisagrees(_) => "end-disagrees",
            Self::StartDisagrees(_) => "start-disagrees",
            Self::StartsShifted(..) => "starts-shifted",
            Self::DayDisagrees(_) => "day-disagrees",
            Self::DaysShifted(..) => "days-shifted",
            Self::ClockChange => "clock-change",
            Self::RoomDisagrees(_) => "room-disagrees",
            Self::NoRoom => "no-room",
            Self::IdInvalid => "id-invalid",
            Self::IdTwice(_) => "id-twice",
            Self::GuidInvalid => "guid-invalid",
            Self::GuidTwice(_) => "guid-twice",
            Self::SlugTwice(_) => "slug-twice",
            Self::LanguageUnknown => "language-unknown",
            Self::LinkNotWeb => "link-not-web",
            Self::ZoneAssumed(_) => "no-zone",
            Self::ShownInZone(_) => "no-zone-named",
            Self::ZoneUnknown(_) => "zone-unknown",
            Self::EncodingAssumed(_) => "encoding-assumed",
            Self::BytesReplaced(_) => "bytes-replaced",
            Self::Counted(what, _) => counted::word(*what),
            Self::UnknownElement(_) => "unknown-element",
            Self::LeftAside => "left-aside",
            Self::NoEvents => "no-events",
            Self::AndMore(..) => "and-more",
            Self::Json(trouble) => trouble.word(),
            Self::EndMissing(_) => "end-missing",
            Self::ZoneNameTaken(_) => "zone-name-taken",
            Self::ZoneDefinedInFile => "zone-defined-in-file",
            Self::ZoneNameUnknown => "zone-name-unknown",
            Self::SeriesCut(_) => "series-cut",
            Self::SeriesNotFollowed => "series-not-followed",
        }
    }
}
