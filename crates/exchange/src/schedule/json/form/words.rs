//! How the words of a member are to be spelt, and what would be right.
//!
//! Patterns of a few characters, tested by hand: a library of them would be larger than all they say.
//! What cannot be read at all as a time is left to the understanding, which says what it assumes instead.

use festoon_domain::text::Lang;
use uuid::Uuid;

use crate::schedule::instant;

/// A spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Words {
    /// Any.
    Any,
    /// `jniw_2026`.
    Acronym,
    /// `opening-2026`.
    Slug,
    /// `NQTF8Y`.
    Code,
    /// `Asia/Shanghai`.
    Zone,
    /// `09:30`.
    Clock,
    /// `01:30`.
    Duration,
    /// `PT1H30M`.
    IsoDuration,
    /// `zh`.
    Language,
    /// `2026-06-21`.
    Day,
    /// `2026-06-21`, a time after it or not.
    DayOrMoment,
    /// `2026-06-21T09:30:00+08:00`.
    Moment,
    /// The same, where nobody else says that it cannot be read.
    Bound,
    /// `https://…`.
    Address,
    /// A UUID.
    Uuid,
    /// One of these.
    OneOf(&'static [&'static str]),
}

impl Words {
    pub(in crate::schedule::json) fn fit(self, words: &str) -> bool {
        let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        match self {
            Self::Any => true,
            Self::Acronym => is_acronym(words),
            Self::Slug => {
                words.len() >= 2
                    && words.bytes().all(|byte| small(byte) || matches!(byte, b'_' | b'-'))
                    && words.bytes().last().is_some_and(small)
            }
            Self::Code => {
                let large = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
                !words.is_empty() && words.bytes().all(large)
            }
            Self::Zone => is_zone(words) || words.ends_with("UTC"),
            Self::Clock => instant::clock(words).is_none() || is_clock(words),
            Self::Duration => instant::duration(words).is_none() || is_duration(words),
            Self::IsoDuration => instant::duration(words).is_none() || words.starts_with('P'),
            Self::Language => words.len() == 2 && words.bytes().all(|byte| byte.is_ascii_lowercase()),
            Self::Day => {
                instant::date(words).is_none()
                    || (words.len() == 10 && words.as_bytes().get(4) == Some(&b'-'))
            }
            Self::DayOrMoment => instant::date(words).is_some(),
            Self::Moment => instant::stated_date(words).is_none() || is_moment(words),
            Self::Bound => is_moment(words),
            Self::Address => is_address(words),
            Self::Uuid => words.len() == uuid::fmt::Hyphenated::LENGTH && Uuid::try_parse(words).is_ok(),
            Self::OneOf(all) => all.contains(&words),
        }
    }

    /// What would be right, as a clause.
    pub(in crate::schedule::json) fn right(self, lang: Lang) -> String {
        let like = |example: &str| match lang {
            Lang::Zh => format!("应写成 {example} 这样"),
            Lang::En => format!("write it as {example}"),
        };
        match (self, lang) {
            (Self::Any, Lang::Zh) => "应为文字".into(),
            (Self::Any, Lang::En) => "write words".into(),
            (Self::Acronym, Lang::Zh) => "应写成 jniw_2026 这样（小写字母、数字和下划线，至少四个字符）".into(),
            (Self::Acronym, Lang::En) => {
                "write it as jniw_2026 (small letters, digits and underscores, four or more)".into()
            }
            (Self::Slug, Lang::Zh) => "只能用小写字母、数字、下划线和连字符，并以字母或数字结尾".into(),
            (Self::Slug, Lang::En) => {
                "write small letters, digits, underscores and hyphens, with a letter or digit at the end".into()
            }
            (Self::Code, Lang::Zh) => "只能用大写字母和数字".into(),
            (Self::Code, Lang::En) => "write capital letters and digits".into(),
            (Self::Zone, _) => like("Asia/Shanghai"),
            (Self::Clock, _) => like("09:30"),
            (Self::Duration, _) => like("01:30"),
            (Self::IsoDuration, _) => like("PT1H30M"),
            (Self::Language, _) => like("zh"),
            (Self::Day | Self::DayOrMoment, _) => like("2026-06-21"),
            (Self::Moment | Self::Bound, _) => like("2026-06-21T09:30:00+08:00"),
            (Self::Address, Lang::Zh) => "应写成 https:// 开头的完整网址，非 ASCII 字符须转义；没有就不写".into(),
            (Self::Address, Lang::En) => {
                "write a full address such as https://…, with other than ASCII characters escaped, or leave it out"
                    .into()
            }
            (Self::Uuid, _) => like("455d075f-48c0-2ec2-24b3-f5add30c383a"),
            (Self::OneOf(all), Lang::Zh) => format!("应为 {} 之一", all.join("、")),
            (Self::OneOf(all), Lang::En) => format!("write one of {}", all.join(", ")),
        }
    }
}

/// `[a-z0-9_-][a-z0-9_]{3,}`, and `-2…-…` after it or not.
fn is_acronym(words: &str) -> bool {
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let plain = |words: &str| {
        words.len() >= 4
            && words.bytes().skip(1).all(small)
            && words.bytes().next().is_some_and(|byte| small(byte) || byte == b'-')
    };
    if plain(words) {
        return true;
    }
    let mut parts = words.rsplitn(3, '-');
    let (Some(tail), Some(year), Some(front)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let is_year = year.len() == 4 && year.starts_with('2') && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year && !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_lowercase()) && plain(front)
}

/// Begins with a capitalised word, a slash and a capitalised word.
fn is_zone(words: &str) -> bool {
    let Some((area, place)) = words.split_once('/') else { return false };
    let mut letters = area.bytes();
    let mut beginning = place.bytes();
    letters.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && area.len() >= 2
        && letters.all(|byte| byte.is_ascii_lowercase())
        && beginning.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && beginning.next().is_some_and(|byte| byte.is_ascii_lowercase())
}

fn is_clock(words: &str) -> bool {
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    words
        .split_once(':')
        .is_some_and(|(hours, minutes)| digits(hours) && hours < "24" && digits(minutes) && minutes < "60")
}

fn is_duration(words: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    words
        .split_once(':')
        .is_some_and(|(hours, minutes)| digits(hours) && digits(minutes) && minutes.len() == 2)
}

/// As RFC 3339 has it: with seconds, and an offset with its colon.
fn is_moment(words: &str) -> bool {
    let bytes = words.as_bytes();
    let zoned = bytes.ends_with(b"Z") || bytes.ends_with(b"z") || bytes.iter().rev().nth(2) == Some(&b':');
    zoned
        && bytes.len() >= 20
        && matches!(bytes[10], b'T' | b't')
        && bytes[16] == b':'
        && instant::with_offset(words).is_some()
}

/// With a scheme, in ASCII, without blanks.
fn is_address(words: &str) -> bool {
    let Some((scheme, rest)) = words.split_once(':') else { return false };
    scheme.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        && !rest.is_empty()
        && rest.bytes().all(|byte| {
            byte.is_ascii_graphic()
                && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
        })
}
