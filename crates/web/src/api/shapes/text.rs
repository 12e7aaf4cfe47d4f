//! Texts, names and times: what every record has.

use festoon_domain::programme::Span;
use festoon_domain::text::{Lang, Text};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;

/// A text in both languages; null where there is no wording. / 中英双语文本，缺的一种为 null。
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(in crate::api) struct Wordings<'a> {
    /// In Chinese. / 中文
    #[schema(required = true)]
    zh: Option<&'a str>,
    /// In English. / 英文
    #[schema(required = true)]
    en: Option<&'a str>,
}

impl<'a> Wordings<'a> {
    pub(in crate::api) fn of(text: &'a Text) -> Self {
        let wording = |lang| Some(text.wording(lang)).filter(|wording| !wording.is_empty());
        Self { zh: wording(Lang::Zh), en: wording(Lang::En) }
    }
}

/// Another record, by its key and name. / 所指的另一条记录：键和名称
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Named<'a> {
    /// Its key, as in addresses. / 键，与网址中的一致
    key: &'a str,
    /// What it is called. / 名称
    name: Wordings<'a>,
}

impl<'a> Named<'a> {
    pub(in crate::api) fn of(key: &'a str, name: &'a Text) -> Self {
        Self { key, name: Wordings::of(name) }
    }
}

/// From when to when. / 起止时间
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Moment {
    /// The first instant, RFC 3339 with the offset of the week's zone. / 开始，RFC 3339，带本届所在时区的偏移
    #[schema(format = DateTime)]
    start: String,
    /// The instant after the last. / 结束（不含）
    #[schema(format = DateTime)]
    end: String,
    /// The zone, by its IANA name. / 时区（IANA 名称）
    zone: String,
}

impl Moment {
    pub(in crate::api) fn of(span: Span, zone: &TimeZone) -> Self {
        Self { start: instant(span.start(), zone), end: instant(span.end(), zone), zone: zone_name(zone) }
    }
}

/// `2021-06-21T09:00:00+08:00`
pub(in crate::api) fn instant(at: Timestamp, zone: &TimeZone) -> String {
    at.display_with_offset(zone.to_offset(at)).to_string()
}

/// `Asia/Shanghai`; the offset of a zone without a name.
pub(in crate::api) fn zone_name(zone: &TimeZone) -> String {
    let fixed = || zone.to_offset(Timestamp::UNIX_EPOCH).to_string();
    zone.iana_name().map_or_else(fixed, str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_wording_is_null() {
        let text = Text::in_language(Lang::Zh, "灯");
        let json = serde_json::to_string(&Wordings::of(&text)).expect("plain texts");
        assert_eq!(json, r#"{"zh":"灯","en":null}"#);
    }

    #[test]
    fn a_time_has_the_offset_of_its_zone() {
        let at: Timestamp = "2021-06-21T01:00:00Z".parse().expect("a time");
        let zone = TimeZone::get("Asia/Shanghai").expect("bundled");
        assert_eq!(instant(at, &zone), "2021-06-21T09:00:00+08:00");
        assert_eq!(zone_name(&zone), "Asia/Shanghai");
    }
}
