//! Words of schedule files that mean one of ours: types and languages.

use festoon_domain::programme::SessionKind;

/// What sort of session a `<type>` names, where it is recognisable.
pub(super) fn kind(stated: &str) -> Option<SessionKind> {
    const WORDS: [(&str, SessionKind); 33] = [
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
    ];
    let stated = stated.to_lowercase();
    WORDS.iter().find(|(word, _)| stated.contains(word)).map(|(_, kind)| *kind)
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
        "chinese" | "mandarin" | "中文" | "汉语" | "普通话" => "zh",
        "english" | "英文" | "英语" => "en",
        "french" | "français" | "法语" => "fr",
        "german" | "deutsch" | "德语" => "de",
        "japanese" | "日语" => "ja",
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
