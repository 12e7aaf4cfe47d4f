//! Words of schedule files that mean one of ours: types, languages, roles, cancellations.

use festoon_domain::programme::{Role, SessionKind};
use festoon_domain::text::{Lang, Text};

use super::notes::{Counted, Notes};

/// What sort of session a `<type>` names, where it is recognisable.
pub(super) fn kind(stated: &str) -> Option<SessionKind> {
    const WORDS: [(&str, SessionKind); 34] = [
        ("keynote", SessionKind::Keynote),
        ("主旨", SessionKind::Keynote),
        ("panel", SessionKind::Panel),
        ("podium", SessionKind::Panel),
        ("round table", SessionKind::Panel),
        ("roundtable", SessionKind::Panel),
        ("圆桌", SessionKind::Panel),
        ("workshop", SessionKind::Workshop),
        ("hands-on", SessionKind::Workshop),
        ("工作坊", SessionKind::Workshop),
        ("签约", SessionKind::Signing),
        ("signing ceremony", SessionKind::Signing),
        ("ceremony", SessionKind::Ceremony),
        ("opening", SessionKind::Ceremony),
        ("closing", SessionKind::Ceremony),
        ("仪式", SessionKind::Ceremony),
        ("contest", SessionKind::Contest),
        ("大赛", SessionKind::Contest),
        ("比赛", SessionKind::Contest),
        ("roadshow", SessionKind::Roadshow),
        ("路演", SessionKind::Roadshow),
        ("exhibition", SessionKind::Exhibition),
        ("展览", SessionKind::Exhibition),
        ("performance", SessionKind::Performance),
        ("concert", SessionKind::Performance),
        ("演出", SessionKind::Performance),
        ("参观", SessionKind::Visit),
        ("meeting", SessionKind::Meeting),
        ("meetup", SessionKind::Meeting),
        ("bof", SessionKind::Meeting),
        ("talk", SessionKind::Talk),
        ("lecture", SessionKind::Talk),
        ("报告", SessionKind::Talk),
        ("visit", SessionKind::Visit),
    ];
    let stated = stated.to_lowercase();
    WORDS.iter().find(|(word, _)| stated.contains(word)).map(|(_, kind)| *kind)
}

/// What somebody does, by the word a file has for it; a speaker where it has none or one nobody knows.
pub(super) fn role(stated: Option<&str>, line: u32, notes: &mut Notes) -> Role {
    let Some(stated) = stated else { return Role::Speaker };
    match stated.to_lowercase().as_str() {
        "moderator" | "chair" | "coordinator" | "host" | "主持人" | "主持" => Role::Chair,
        "interpreter" | "translator" | "翻译" | "口译" => Role::Interpreter,
        "guest" | "guest of honour" | "guest of honor" | "嘉宾" => Role::GuestOfHonour,
        "" | "speaker" | "presenter" | "lecturer" | "co-speaker" | "panelist" | "contributor" | "演讲人" => {
            Role::Speaker
        }
        _ => {
            notes.count(Counted::RoleUnknown, line);
            Role::Speaker
        }
    }
}

/// What stands in front of a cancelled session's title where a format has no word for that.
pub(crate) const fn cancelled_mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "【已取消】",
        Lang::En => "[Cancelled] ",
    }
}

/// Whether a title says of itself that the session is cancelled, in our words or in those of others.
pub(crate) fn is_marked_cancelled(title: &str) -> bool {
    const MARKS: [&str; 9] = [
        "【已取消】",
        "【取消】",
        "（已取消）",
        "（取消）",
        "[cancelled]",
        "[canceled]",
        "cancelled",
        "canceled",
        "(cancelled)",
    ];
    let start: String = title.chars().take(12).flat_map(char::to_lowercase).collect();
    MARKS.iter().any(|mark| {
        // As a word of its own: "Cancelled culture" is a talk that takes place.
        start
            .strip_prefix(mark)
            .is_some_and(|rest| mark.ends_with(['】', '）', ']', ')']) || rest.starts_with([':', '-', '–']))
    })
}

/// Whether a title only says that there is none, in our words.
pub(super) fn is_untitled(title: &str) -> bool {
    Lang::BOTH.iter().any(|lang| title.trim() == untitled(*lang))
}

/// What stands for a room where it is not settled and a format demands one.
pub(crate) const fn unsettled_room(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "地点待定",
        Lang::En => "To be announced",
    }
}

/// What stands for a title where a session has none: apps pass over an event without one.
pub(crate) const fn untitled(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "（标题待定）",
        Lang::En => "(Untitled)",
    }
}

/// Whether a room only stands for one that is not settled.
pub(super) fn is_unsettled(room: &str) -> bool {
    Lang::BOTH.iter().any(|lang| room.trim() == unsettled_room(*lang))
}

/// A title without what was put there for want of a better place; the marks of others stay.
pub(super) fn without_mark(title: &Text) -> Text {
    let strip = |lang: Lang| {
        let wording = title.wording(lang);
        let own = Lang::BOTH.iter().find_map(|lang| wording.strip_prefix(cancelled_mark(*lang).trim_end()));
        let title = own.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(wording);
        if is_untitled(title) { "" } else { title }
    };
    // The same words in both languages are one wording, also where only their marks differed.
    Text::new(strip(Lang::Zh), strip(Lang::En))
}

/// What a `<language>` names.
pub(super) struct Languages {
    /// ISO 639 codes, each once.
    pub(super) codes: Vec<String>,
    /// Whether some part of it was not understood.
    pub(super) unclear: bool,
}

/// Reads `en`, `zh-CN`, `de, en`, `中文/英文`.
pub(super) fn languages(stated: &str) -> Languages {
    let mut languages = Languages { codes: Vec::new(), unclear: false };
    let apart = |c: char| matches!(c, ',' | ';' | '/' | '|' | '+' | '&' | '、' | '，' | '；' | ' ');
    for word in stated.split(apart).map(str::trim).filter(|word| !word.is_empty()) {
        match code(&word.to_lowercase()) {
            Some(code) if !languages.codes.contains(&code) => languages.codes.push(code),
            Some(_) => {}
            None => languages.unclear = true,
        }
    }
    languages
}

fn code(word: &str) -> Option<String> {
    let known = match word {
        "chinese" | "mandarin" | "中文" | "汉语" | "普通话" | "漢語" | "華語" | "國語" => "zh",
        "english" | "英文" | "英语" | "英語" => "en",
        "french" | "français" | "法语" | "法語" => "fr",
        "german" | "deutsch" | "德语" | "德語" => "de",
        "japanese" | "日语" | "日文" | "日語" | "日本語" => "ja",
        "taiwanese" | "臺語" | "台語" | "闽南语" | "閩南語" => "nan",
        "spanish" | "español" => "es",
        _ => {
            let primary = word.split(['-', '_']).next().unwrap_or(word);
            let shape =
                matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
            return shape.then(|| primary.to_owned());
        }
    };
    Some(known.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_one_or_several_in_any_spelling() {
        assert_eq!(languages("zh-CN").codes, ["zh"]);
        assert_eq!(languages("de, en").codes, ["de", "en"]);
        assert_eq!(languages("中文/英文").codes, ["zh", "en"]);
        assert!(languages("").codes.is_empty());
        assert!(languages("formal").unclear);
    }

    #[test]
    fn types_are_recognised_by_their_words_and_key_signing_is_no_contract() {
        assert_eq!(kind("Long talk (45 minutes)"), Some(SessionKind::Talk));
        assert_eq!(kind("BoF (45 minutes)"), Some(SessionKind::Meeting));
        assert_eq!(kind("签约仪式"), Some(SessionKind::Signing));
        assert_eq!(kind("Keysigning"), None);
        assert_eq!(kind("devroom"), None);
    }
}
