//! Short words with a fixed meaning: kinds, languages, countries, states, equipment, visibility.

use festoon_domain::programme::{
    Access, ActivityKind, Equipment, Interpretation, PartKind, RoomUse, SessionKind, State, Visibility,
};
use festoon_domain::venue::Datum;

use super::numbers;
use super::words::{is_placeholder, plain, yes_or_no};

mod names;

pub(super) use names::equipment_word;
use names::{COUNTRIES, LANGUAGES};
pub(crate) use names::{country, equipment_name, language, language_code};

/// The value of the first entry whose word stands in the text.
fn first<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<T> {
    let text = plain(text);
    words.iter().find(|(word, _)| text.contains(word)).map(|(_, value)| *value)
}

pub(super) fn activity_kind(text: &str) -> Option<ActivityKind> {
    use ActivityKind as K;
    #[rustfmt::skip]
    const WORDS: &[(&str, K)] = &[
        ("嘉年华", K::Carnival), ("carnival", K::Carnival), ("festival", K::Carnival), ("开放日", K::OpenDay), ("open day", K::OpenDay), ("open-day", K::OpenDay), ("大赛", K::Contest), ("比赛", K::Contest), ("竞赛", K::Contest), ("赛事", K::Contest), ("contest", K::Contest), ("competition", K::Contest),
        ("路演", K::Roadshow), ("roadshow", K::Roadshow), ("pitch", K::Roadshow), ("展览", K::Exhibition), ("展示", K::Exhibition), ("exhibition", K::Exhibition), ("签约", K::Signing), ("signing", K::Signing), ("培训", K::Training), ("training", K::Training), ("沙龙", K::Salon), ("salon", K::Salon), ("颁奖", K::Award), ("award", K::Award),
        ("论坛", K::Forum), ("forum", K::Forum), ("大会", K::Conference), ("会议", K::Conference), ("conference", K::Conference), ("congress", K::Conference), ("summit", K::Conference),
    ];
    first(text, WORDS)
}

pub(super) fn part_kind(text: &str) -> Option<PartKind> {
    use PartKind as K;
    #[rustfmt::skip]
    const WORDS: &[(&str, K)] = &[
        ("闭幕", K::Closing), ("closing", K::Closing), ("开幕", K::Opening), ("opening", K::Opening), ("高峰论坛", K::SummitForum), ("峰会", K::SummitForum), ("summit", K::SummitForum), ("主题论坛", K::ThemeForum), ("分论坛", K::ThemeForum), ("平行论坛", K::ThemeForum), ("专题论坛", K::ThemeForum), ("theme", K::ThemeForum), ("thematic", K::ThemeForum),
        ("展览", K::Exhibition), ("展示", K::Exhibition), ("exhibition", K::Exhibition), ("签约", K::Signing), ("signing", K::Signing), ("其他", K::Programme), ("programme", K::Programme),
    ];
    first(text, WORDS)
}

pub(super) fn session_kind(text: &str) -> Option<SessionKind> {
    use SessionKind as K;
    #[rustfmt::skip]
    const WORDS: &[(&str, K)] = &[
        ("主旨", K::Keynote), ("keynote", K::Keynote), ("圆桌", K::Panel), ("对话", K::Panel), ("panel", K::Panel), ("round table", K::Panel), ("roundtable", K::Panel), ("签约", K::Signing), ("signing", K::Signing), ("仪式", K::Ceremony), ("开幕", K::Ceremony), ("闭幕", K::Ceremony), ("颁奖", K::Ceremony), ("ceremony", K::Ceremony),
        ("大赛", K::Contest), ("比赛", K::Contest), ("contest", K::Contest), ("competition", K::Contest), ("路演", K::Roadshow), ("roadshow", K::Roadshow), ("pitch", K::Roadshow), ("展览", K::Exhibition), ("展示", K::Exhibition), ("exhibition", K::Exhibition), ("poster", K::Exhibition), ("参观", K::Visit), ("考察", K::Visit), ("visit", K::Visit), ("tour", K::Visit),
        ("工作坊", K::Workshop), ("workshop", K::Workshop), ("培训", K::Workshop), ("演出", K::Performance), ("表演", K::Performance), ("performance", K::Performance), ("concert", K::Performance), ("会议", K::Meeting), ("座谈", K::Meeting), ("洽谈", K::Meeting), ("meeting", K::Meeting),
        ("报告", K::Talk), ("演讲", K::Talk), ("分享", K::Talk), ("讲座", K::Talk), ("talk", K::Talk), ("lecture", K::Talk), ("presentation", K::Talk), ("speech", K::Talk),
    ];
    first(text, WORDS)
}

/// Whether an occurrence takes place. 是 and 否 stand under "是否取消".
pub(super) fn state(text: &str) -> Option<State> {
    let word = plain(text);
    if ["未取消", "不取消", "not cancel"].iter().any(|w| word.contains(w)) {
        return Some(State::Scheduled);
    }
    if ["取消", "cancel", "停办", "annul", "withdrawn"].iter().any(|w| word.contains(w)) {
        return Some(State::Cancelled);
    }
    let known = [
        "正常",
        "确认",
        "已定",
        "confirmed",
        "scheduled",
        "ok",
        "on",
        "举办",
        "进行",
        "筹备",
        "已报",
        "待",
        "计划",
        "拟",
        "tentative",
        "planned",
        "draft",
        "延期",
    ];
    known.iter().any(|w| word.contains(w)).then_some(State::Scheduled)
}

/// A title marked as cancelled: `（取消）…`, `…【已取消】`, `CANCELLED: …`.
pub(super) fn is_marked_cancelled(title: &str) -> bool {
    let word = plain(title);
    let inner = |text: &str| is_cancellation(text);
    let first =
        word.strip_prefix('(').and_then(|rest| rest.split_once(')')).is_some_and(|(mark, _)| inner(mark));
    let last =
        word.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).is_some_and(|(_, mark)| inner(mark));
    let colon = word.split_once([':', '-']).is_some_and(|(mark, _)| inner(mark));
    first || last || colon
}

/// A note that says nothing but that the session is cancelled.
pub(super) fn is_cancellation(note: &str) -> bool {
    let word = plain(note);
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(
        word,
        "取消"
            | "已取消"
            | "活动取消"
            | "活动已取消"
            | "本场取消"
            | "本场已取消"
            | "cancelled"
            | "canceled"
            | "取消举办"
    )
}

pub(super) fn room_use(text: &str) -> Option<RoomUse> {
    #[rustfmt::skip]
    const WORDS: &[(&str, RoomUse)] = &[
        ("不独占", RoomUse::Shared), ("non-exclusive", RoomUse::Shared), ("not exclusive", RoomUse::Shared), ("不共用", RoomUse::Exclusive), ("独占", RoomUse::Exclusive), ("独用", RoomUse::Exclusive), ("专用", RoomUse::Exclusive), ("包场", RoomUse::Exclusive), ("exclusive", RoomUse::Exclusive),
        ("共用", RoomUse::Shared), ("共享", RoomUse::Shared), ("合用", RoomUse::Shared), ("shared", RoomUse::Shared),
    ];
    first(text, WORDS)
}

pub(super) fn visibility(text: &str) -> Option<Visibility> {
    #[rustfmt::skip]
    const WORDS: &[(&str, Visibility)] = &[
        ("protocol", Visibility::Protocol), ("保密", Visibility::Protocol), ("秘密", Visibility::Protocol), ("礼宾", Visibility::Protocol), ("confidential", Visibility::Protocol), ("secret", Visibility::Protocol), ("不公开", Visibility::Hosts), ("内部", Visibility::Hosts), ("hosts", Visibility::Hosts), ("internal", Visibility::Hosts), ("private", Visibility::Hosts), ("公开", Visibility::Public), ("public", Visibility::Public),
    ];
    first(text, WORDS)
}

/// What the state of a translation column says of the English text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TranslationStated {
    Current,
    Stale,
    Missing,
}

pub(super) fn translation(text: &str) -> Option<TranslationStated> {
    use TranslationStated as T;
    #[rustfmt::skip]
    const WORDS: &[(&str, T)] = &[
        ("未译", T::Missing), ("待译", T::Missing), ("没有", T::Missing), ("缺", T::Missing), ("missing", T::Missing), ("待更新", T::Stale), ("过期", T::Stale), ("需更新", T::Stale), ("旧", T::Stale), ("stale", T::Stale), ("outdated", T::Stale), ("已译", T::Current), ("最新", T::Current), ("完成", T::Current), ("current", T::Current), ("done", T::Current), ("ok", T::Current),
    ];
    first(text, WORDS)
}

pub(super) fn datum(text: &str) -> Option<Datum> {
    #[rustfmt::skip]
    const WORDS: &[(&str, Datum)] = &[
        ("wgs", Datum::Wgs84), ("gps", Datum::Wgs84), ("cgcs2000", Datum::Wgs84), ("gcj", Datum::Gcj02), ("火星", Datum::Gcj02), ("高德", Datum::Gcj02), ("腾讯", Datum::Gcj02), ("amap", Datum::Gcj02),
    ];
    first(text, WORDS)
}

/// The languages a text names, ISO 639-1; and whether all its words were understood.
pub(super) fn languages(text: &str) -> (Vec<String>, bool) {
    let plain = plain(text);
    let mut found = Vec::new();
    let mut understood = true;
    for piece in plain.split([',', '、', ';', '/', '&', ' ', '+', '和', '及', '-', '(', ')', '|']) {
        let piece = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let piece = piece.trim_end_matches("双语").trim_end_matches("三语");
        if piece.is_empty() || matches!(piece, "and" | "双语" | "bilingual" | "languages" | "with") {
            continue;
        }
        let is = |names: &&[&str], piece: &str| names.contains(&piece);
        if let Some((code, _)) = LANGUAGES.iter().find(|(_, names)| is(names, piece)) {
            found.push((*code).to_owned());
        } else if piece
            .chars()
            .all(|c| LANGUAGES.iter().any(|(_, names)| names.contains(&c.to_string().as_str())))
        {
            // 中英
            for c in piece.chars() {
                found.extend(
                    LANGUAGES
                        .iter()
                        .find(|(_, names)| names.contains(&c.to_string().as_str()))
                        .map(|(code, _)| (*code).to_owned()),
                );
            }
        } else {
            understood = false;
        }
    }
    if found.is_empty() && (plain == "双语" || plain == "bilingual") {
        found = vec!["zh".to_owned(), "en".to_owned()];
        understood = true;
    }
    found.dedup();
    (found, understood)
}

/// Interpretation asked for, or nothing for "no".
pub(super) fn interpretation(text: &str) -> Option<Interpretation> {
    if is_placeholder(text) || yes_or_no(text) == Some(false) {
        return None;
    }
    let needed = numbers::count(text).map_or(1, |count| count.most).clamp(1, 50);
    let languages = if yes_or_no(text) == Some(true) { String::new() } else { text.trim().to_owned() };
    Some(Interpretation { languages, needed })
}

/// Equipment by the house's words where known, else as written.
pub(super) fn equipment(text: &str) -> Vec<Equipment> {
    #[rustfmt::skip]
    const KNOWN: &[(&str, &str)] = &[
        ("投影", "projector"), ("projector", "projector"), ("beamer", "projector"), ("同传箱", "booth"), ("同传间", "booth"), ("同传", "booth"), ("booth", "booth"), ("直播", "stream"), ("stream", "stream"), ("led", "screen"), ("大屏", "screen"), ("屏幕", "screen"), ("screen", "screen"), ("话筒", "microphone"), ("麦克风", "microphone"), ("microphone", "microphone"), ("音响", "sound"), ("sound", "sound"),
    ];
    let mut found: Vec<Equipment> = Vec::new();
    for piece in text.split(['、', ',', '，', ';', '；', '\n', '/', '+']) {
        let piece = piece.trim();
        if piece.is_empty() || is_placeholder(piece) {
            continue;
        }
        let word = plain(piece);
        let word = KNOWN
            .iter()
            .find(|(known, _)| word.contains(known))
            .map_or(word.clone(), |(_, word)| (*word).to_owned());
        if !found.iter().any(|known| known.0 == word) {
            found.push(Equipment(word));
        }
    }
    found
}

/// What helps more people to follow; and whether all words were understood.
pub(super) fn access(text: &str) -> (Vec<Access>, bool) {
    #[rustfmt::skip]
    const WORDS: &[(&str, Access)] = &[
        ("手语", Access::SignLanguage), ("sign language", Access::SignLanguage), ("字幕", Access::Captions), ("caption", Access::Captions), ("subtitles", Access::Captions),
        ("助听", Access::HearingLoop), ("hearing loop", Access::HearingLoop), ("口述影像", Access::AudioDescription), ("audio description", Access::AudioDescription),
    ];
    let mut found: Vec<Access> = Vec::new();
    let mut understood = true;
    for piece in
        text.split(['、', ',', '，', ';', '；', '\n', '/', '+']).filter(|piece| !piece.trim().is_empty())
    {
        match first(piece, WORDS) {
            Some(access) if found.contains(&access) => {}
            Some(access) => found.push(access),
            None => understood = false,
        }
    }
    (found, understood)
}

/// Countries, ISO 3166-1 alpha-2; and whether all words were understood.
pub(super) fn countries(text: &str) -> (Vec<String>, bool) {
    let mut found = Vec::new();
    let mut understood = true;
    for piece in plain(text).split([',', '、', ';', '/', '&', '和', '及', '|', '\n']) {
        let piece = piece.trim();
        if piece.is_empty() {
            continue;
        }
        if matches!(piece, "北欧五国" | "北欧" | "nordic countries" | "nordic") {
            found.extend(["DK", "FI", "IS", "NO", "SE"].map(str::to_owned));
        } else if let Some((code, _)) =
            COUNTRIES.iter().find(|(code, names)| names.contains(&piece) || code.eq_ignore_ascii_case(piece))
        {
            found.push((*code).to_owned());
        } else if piece.split_whitespace().count() > 1
            && piece
                .split_whitespace()
                .all(|w| COUNTRIES.iter().any(|(code, _)| code.eq_ignore_ascii_case(w)))
        {
            found.extend(piece.split_whitespace().map(str::to_uppercase));
        } else {
            understood = false;
        }
    }
    (found, understood)
}

/// `第五届`, `5th`: which yearly one a title says it is.
pub(super) fn edition(text: &str) -> Option<u32> {
    let text = plain(text);
    if let Some((_, rest)) = text.split_once('第')
        && let Some((number, _)) = rest.split_once('届')
    {
        let number = number.trim();
        return number
            .parse()
            .ok()
            .or_else(|| numbers::chinese_number(number))
            .filter(|n| (1..200).contains(n));
    }
    text.split_whitespace().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix))?;
        digits.parse().ok().filter(|n| (1..200).contains(n))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_mean_what_hosts_mean() {
        assert_eq!(languages("中英双语").0, ["zh", "en"]);
        assert_eq!(languages("Chinese, English").0, ["zh", "en"]);
        assert_eq!(countries("丹麦、芬兰").0, ["DK", "FI"]);
        assert_eq!(state("已取消"), Some(State::Cancelled));
        assert_eq!(edition("第五届未来网络发展大会"), Some(5));
        assert_eq!(edition("5th Future Network Conference"), Some(5));
        assert_eq!(interpretation("否"), None);
        assert_eq!(interpretation("中英同传 2人").map(|i| i.needed), Some(2));
        assert_eq!(room_use("共用"), Some(RoomUse::Shared));
    }
}
