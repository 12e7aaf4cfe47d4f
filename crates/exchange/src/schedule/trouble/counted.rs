//! What is said once a file with a count, in both languages.

use crate::schedule::notes::Counted;

pub(super) fn in_chinese(what: Counted, count: u32) -> String {
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

pub(super) fn in_english(what: Counted, count: u32) -> String {
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

pub(super) const fn word(what: Counted) -> &'static str {
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
