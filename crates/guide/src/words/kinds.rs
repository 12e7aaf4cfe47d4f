//! The domain's own values in words, where they are not said as their list of choices says them: headings, languages, editions.

use festoon_domain::programme::ActivityKind;
use festoon_domain::text::Lang;

/// 大会, Conferences: a heading over several.
#[must_use]
pub const fn activities(kind: ActivityKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        ActivityKind::Conference => ("大会", "Conferences"),
        ActivityKind::Forum => ("论坛", "Forums"),
        ActivityKind::Contest => ("大赛", "Contests"),
        ActivityKind::Roadshow => ("路演", "Roadshows"),
        ActivityKind::Exhibition => ("展览", "Exhibitions"),
        ActivityKind::Carnival => ("嘉年华", "Carnivals"),
        ActivityKind::OpenDay => ("开放日", "Open days"),
        ActivityKind::Signing => ("签约", "Signings"),
        ActivityKind::Training => ("培训", "Training"),
        ActivityKind::Salon => ("沙龙", "Salons"),
        ActivityKind::Award => ("颁奖", "Awards"),
    };
    choose(zh, en, lang)
}

/// The kinds in the order a page lists them.
pub const ACTIVITY_KINDS: [ActivityKind; 11] = [
    ActivityKind::Conference,
    ActivityKind::Forum,
    ActivityKind::Contest,
    ActivityKind::Roadshow,
    ActivityKind::Signing,
    ActivityKind::Exhibition,
    ActivityKind::Carnival,
    ActivityKind::OpenDay,
    ActivityKind::Training,
    ActivityKind::Salon,
    ActivityKind::Award,
];

/// A spoken language by its ISO 639-1 code; a code without a name stands for itself.
#[must_use]
pub fn language(code: &str, lang: Lang) -> &str {
    let (zh, en) = match code {
        "zh" => ("中文", "Chinese"),
        "en" => ("英语", "English"),
        "fr" => ("法语", "French"),
        "de" => ("德语", "German"),
        "es" => ("西班牙语", "Spanish"),
        "pt" => ("葡萄牙语", "Portuguese"),
        "it" => ("意大利语", "Italian"),
        "nl" => ("荷兰语", "Dutch"),
        "da" => ("丹麦语", "Danish"),
        "fi" => ("芬兰语", "Finnish"),
        "is" => ("冰岛语", "Icelandic"),
        "no" | "nb" | "nn" => ("挪威语", "Norwegian"),
        "sv" => ("瑞典语", "Swedish"),
        "ru" => ("俄语", "Russian"),
        "ja" => ("日语", "Japanese"),
        "ko" => ("韩语", "Korean"),
        "ar" => ("阿拉伯语", "Arabic"),
        other => return other,
    };
    choose(zh, en, lang)
}

/// Interpretation as asked for: `zh-fr` becomes 中文 ⇄ 法语; what is not two codes stays as its host wrote it.
#[must_use]
pub fn interpretation(asked: &str, lang: Lang) -> String {
    let codes: Vec<&str> = asked.split(['-', '/', '–', '↔']).map(str::trim).collect();
    match codes.as_slice() {
        [from, into] if from.len() == 2 && into.len() == 2 && from.is_ascii() && into.is_ascii() => {
            format!("{} ⇄ {}", language(from, lang), language(into, lang))
        }
        _ => asked.to_owned(),
    }
}

/// 第五届 as 第 5 届; 5th.
#[must_use]
pub fn edition(number: u32, lang: Lang) -> String {
    let suffix = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    match lang {
        Lang::Zh => format!("第 {number} 届"),
        Lang::En => format!("{number}{suffix}"),
    }
}

const fn choose<'a>(zh: &'a str, en: &'a str, lang: Lang) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_ordinals_know_the_teens() {
        let said: Vec<String> =
            [1, 2, 3, 4, 11, 12, 13, 21, 112].iter().map(|&number| edition(number, Lang::En)).collect();
        assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
    }

    #[test]
    fn interpretation_by_codes_is_said_in_words() {
        assert_eq!(interpretation("zh-fr", Lang::Zh), "中文 ⇄ 法语");
        assert_eq!(interpretation("中法同传", Lang::En), "中法同传");
    }
}
