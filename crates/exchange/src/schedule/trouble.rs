//! What could not be taken as it stood in a schedule.xml, and what was assumed, in both languages.

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
            Self::Counted(what, count) => counted_in_chinese(*what, *count),
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
            Self::Counted(what, count) => counted_in_english(*what, *count),
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
            Self::Counted(what, _) => counted_word(*what),
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

fn counted_in_chinese(what: Counted, count: u32) -> String {
    match what {
        Counted::GuidMissing => format!("有 {count} 场没有 guid；已按来源和 id 推算出固定的标识。"),
        Counted::GuidUnhyphenated => {
            format!("有 {count} 个 guid 没有按 8-4-4-4-12 的写法；按同一个 UUID 理解。")
        }
        Counted::IdMissing => format!("有 {count} 场没有 id；改用其他内容识别。"),
        Counted::PersonWithoutId => format!("有 {count} 处人员没有 id 或 id 为 0；按姓名识别。"),
        Counted::PersonUnnamed => format!("有 {count} 处人员没有姓名；没有收录。"),
        Counted::RoleUnknown => format!("有 {count} 处人员的角色看不懂；按演讲人处理。"),
        Counted::DurationOfOneDigit => format!("有 {count} 场的时长小时只写一位；按小时和分钟理解。"),
        Counted::AfterMidnight => format!("有 {count} 场在凌晨，列在前一天名下；按实际日期收录。"),
        Counted::DateInUtc => {
            format!("有 {count} 场的 date 写的是 UTC 时间，start 是当地时间；时刻一致，照此收录。")
        }
        Counted::NoRoomLevel => format!("有 {count} 场没有放在会场分组里；按各自写的会场收录。"),
        Counted::EmptyRoom => format!("有 {count} 个会场分组里没有任何场次。"),
        Counted::SeveralLanguages => format!("有 {count} 场在一个元素里写了几种语言；都已收录。"),
        Counted::LinkWithoutAddress => format!("有 {count} 个链接没有 href；文字本身是网址的已采用。"),
        Counted::LinkNotWeb => format!("有 {count} 个链接不是 http 或 https 地址；没有采用。"),
        Counted::BareAmpersand => format!("有 {count} 段文字中的 & 没有转义；按字符 & 理解。"),
        Counted::UnknownEntity => format!("有 {count} 处实体不认识；照原样保留。"),
        Counted::ControlCharacter => format!("有 {count} 段文字含控制字符；已去掉。"),
        Counted::BrokenAttribute => format!("有 {count} 个元素的属性写法有误；其后的属性没有采用。"),
        Counted::StrayWords => format!("元素之间有 {count} 段多余的文字；没有采用。"),
        Counted::LineEndBare => format!("有 {count} 行只以 LF 或 CR 结尾，标准是 CR LF；照常读取。"),
        Counted::LineEndDoubled => format!("有 {count} 行以 CR CR LF 结尾，标准是 CR LF；照常读取。"),
        Counted::LineUnfolded => format!("有 {count} 行接着上一行写，却没有按规定缩进；已并入上一行。"),
        Counted::Unescaped => format!("有 {count} 段文字中的逗号或分号没有转义；照原样采用。"),
        Counted::StrayEnd => format!("有 {count} 个 END 没有对应的 BEGIN；已跳过。"),
        Counted::MethodInEvent => {
            format!("有 {count} 场在 VEVENT 里写了 METHOD，它只能写在日历开头；没有采用。")
        }
        Counted::ZoneBesideUtc => format!("有 {count} 个时间既写了时区又以 Z 结尾；按 UTC 理解。"),
        Counted::EndAndDuration => format!("有 {count} 场同时写了结束时间和时长，只应写一个；以时长为准。"),
        Counted::WholeDay => format!("有 {count} 场是全天的；从当天 0 点算到结束日的次日 0 点。"),
        Counted::Tentative => format!("有 {count} 场标为暂定；仍按要举行处理。"),
        Counted::StampMissing => format!("有 {count} 场没有 DTSTAMP；不影响读取，但有些日历软件会拒收。"),
        Counted::NotPublic => format!("有 {count} 场标为不公开；仍已收录，发布前请核对。"),
    }
}

fn counted_in_english(what: Counted, count: u32) -> String {
    match what {
        Counted::GuidMissing => {
            format!("{count} event(s) have no guid; lasting ones are derived from source and id.")
        }
        Counted::GuidUnhyphenated => {
            format!("{count} guid(s) are not spelt 8-4-4-4-12; taken for the UUIDs they are.")
        }
        Counted::IdMissing => format!("{count} event(s) have no id; other content identifies them."),
        Counted::PersonWithoutId => {
            format!("{count} mention(s) of people have no id or id 0; they are told apart by name.")
        }
        Counted::PersonUnnamed => format!("{count} person(s) have no name; they are left out."),
        Counted::RoleUnknown => {
            format!("the role of {count} person(s) is not understood; taken for speakers.")
        }
        Counted::DurationOfOneDigit => {
            format!("the hours of {count} duration(s) have one digit; read as hours and minutes.")
        }
        Counted::AfterMidnight => {
            format!(
                "{count} event(s) after midnight are listed under the day before; their own date is taken."
            )
        }
        Counted::DateInUtc => {
            format!("the date of {count} event(s) is in UTC beside a local start; both are the same instant.")
        }
        Counted::NoRoomLevel => {
            format!("{count} event(s) stand in no room element; the room each names is taken.")
        }
        Counted::EmptyRoom => format!("nothing happens in {count} of the rooms listed."),
        Counted::SeveralLanguages => {
            format!("{count} event(s) name several languages in one element; all are kept.")
        }
        Counted::LinkWithoutAddress => {
            format!("{count} link(s) have no href; taken where their words are an address.")
        }
        Counted::LinkNotWeb => format!("{count} link(s) are neither http nor https; they are left out."),
        Counted::BareAmpersand => format!("in {count} text(s) an & is not escaped; taken for the character."),
        Counted::UnknownEntity => format!("{count} entities are not known; kept as they stand."),
        Counted::ControlCharacter => format!("{count} text(s) had control characters, which are removed."),
        Counted::BrokenAttribute => {
            format!("{count} element(s) have a malformed attribute; those after it are not used.")
        }
        Counted::StrayWords => {
            format!("words stand between elements in {count} place(s); they are not used.")
        }
        Counted::LineEndBare => {
            format!("{count} line(s) end in LF or CR alone instead of CR LF; read all the same.")
        }
        Counted::LineEndDoubled => {
            format!("{count} line(s) end in CR CR LF instead of CR LF; read all the same.")
        }
        Counted::LineUnfolded => {
            format!("{count} line(s) continue the line before without being indented; added to it.")
        }
        Counted::Unescaped => {
            format!("in {count} text(s) a comma or semicolon is not escaped; taken as it stands.")
        }
        Counted::StrayEnd => format!("{count} END line(s) end nothing; passed over."),
        Counted::MethodInEvent => {
            format!("{count} event(s) have a METHOD, which belongs to the calendar; it is not used.")
        }
        Counted::ZoneBesideUtc => format!("{count} time(s) have both a zone and a Z; taken as UTC."),
        Counted::EndAndDuration => {
            format!("{count} event(s) have both an end and a duration; the duration is taken.")
        }
        Counted::WholeDay => {
            format!(
                "{count} event(s) are of whole days; taken from midnight to the midnight after the last day."
            )
        }
        Counted::Tentative => format!("{count} event(s) are tentative; taken to take place."),
        Counted::StampMissing => {
            format!(
                "{count} event(s) have no DTSTAMP; that changes nothing here, but some calendar programs refuse them."
            )
        }
        Counted::NotPublic => {
            format!("{count} event(s) are marked as not public; they are read, check before publishing.")
        }
    }
}

const fn counted_word(what: Counted) -> &'static str {
    match what {
        Counted::GuidMissing => "guid-missing",
        Counted::GuidUnhyphenated => "guid-unhyphenated",
        Counted::IdMissing => "id-missing",
        Counted::PersonWithoutId => "person-without-id",
        Counted::PersonUnnamed => "person-unnamed",
        Counted::RoleUnknown => "role-unknown",
        Counted::DurationOfOneDigit => "duration-of-one-digit",
        Counted::AfterMidnight => "after-midnight",
        Counted::DateInUtc => "date-in-utc",
        Counted::NoRoomLevel => "no-room-level",
        Counted::EmptyRoom => "empty-room",
        Counted::SeveralLanguages => "several-languages",
        Counted::LinkWithoutAddress => "link-without-address",
        Counted::LinkNotWeb => "links-not-web",
        Counted::BareAmpersand => "bare-ampersand",
        Counted::UnknownEntity => "unknown-entity",
        Counted::ControlCharacter => "control-character",
        Counted::BrokenAttribute => "broken-attribute",
        Counted::StrayWords => "stray-words",
        Counted::LineEndBare => "line-end-bare",
        Counted::LineEndDoubled => "line-end-doubled",
        Counted::LineUnfolded => "line-unfolded",
        Counted::Unescaped => "unescaped",
        Counted::StrayEnd => "stray-end",
        Counted::MethodInEvent => "method-in-event",
        Counted::ZoneBesideUtc => "zone-beside-utc",
        Counted::EndAndDuration => "end-and-duration",
        Counted::WholeDay => "whole-day",
        Counted::Tentative => "tentative",
        Counted::NotPublic => "not-public",
        Counted::StampMissing => "stamp-missing",
    }
}
