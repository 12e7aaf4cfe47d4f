//! What has a code or a word of the house, by its names: read from any of them, written by the first.

use festoon_domain::text::Lang;

/// Languages by their codes; the Chinese name comes first.
#[rustfmt::skip]
pub(super) const LANGUAGES: &[(&str, &[&str])] = &[
        ("zh", &["中文", "汉语", "普通话", "chinese", "mandarin", "中", "zh", "cn"]),
        ("en", &["英文", "英语", "english", "英", "en", "eng"]),
        ("fr", &["法文", "法语", "french", "français", "法", "fr"]),
        ("de", &["德文", "德语", "german", "deutsch", "德", "de"]),
        ("ja", &["日文", "日语", "japanese", "日", "ja", "jp"]),
        ("ko", &["韩文", "韩语", "korean", "韩", "ko", "kr"]),
        ("ru", &["俄文", "俄语", "russian", "俄", "ru"]),
        ("es", &["西班牙文", "西班牙语", "西语", "spanish", "es"]),
        ("ar", &["阿拉伯语", "arabic", "阿语", "ar"]),
        ("fi", &["芬兰语", "finnish", "fi"]),
        ("da", &["丹麦语", "danish", "da"]),
        ("sv", &["瑞典语", "swedish", "sv"]),
        ("no", &["挪威语", "norwegian", "no"]),
        ("it", &["意大利语", "italian", "it"]),
        ("pt", &["葡萄牙语", "葡语", "portuguese", "pt"]),
];

/// The code of a language, by any of its names in lower case.
pub(crate) fn language_code(name: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(_, names)| names.contains(&name)).map(|(code, _)| *code)
}

/// What a language is called, by its code; the code where nothing better is known.
pub(crate) fn language(code: &str, lang: Lang) -> String {
    let known = LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, names)| *names);
    let has_letters = |name: &&&str| name.is_ascii() && name.len() > 3;
    match (known, lang) {
        (Some([zh, ..]), Lang::Zh) => (*zh).to_owned(),
        (Some(names), Lang::En) => {
            names.iter().find(has_letters).map_or(code.to_owned(), |name| capitals(name))
        }
        _ => code.to_owned(),
    }
}

/// Countries by their codes; the Chinese name comes first.
#[rustfmt::skip]
pub(super) const COUNTRIES: &[(&str, &[&str])] = &[
        ("FR", &["法国", "france"]), ("DK", &["丹麦", "denmark"]), ("FI", &["芬兰", "finland"]), ("IS", &["冰岛", "iceland"]), ("NO", &["挪威", "norway"]), ("SE", &["瑞典", "sweden"]), ("GB", &["英国", "uk", "united kingdom", "britain", "great britain"]), ("DE", &["德国", "germany"]),
        ("US", &["美国", "usa", "united states"]), ("JP", &["日本", "japan"]), ("KR", &["韩国", "korea", "south korea"]), ("SG", &["新加坡", "singapore"]), ("IL", &["以色列", "israel"]), ("IT", &["意大利", "italy"]), ("ES", &["西班牙", "spain"]), ("NL", &["荷兰", "netherlands"]), ("CH", &["瑞士", "switzerland"]), ("RU", &["俄罗斯", "russia"]), ("CA", &["加拿大", "canada"]), ("AU", &["澳大利亚", "australia"]),
        ("AT", &["奥地利", "austria"]), ("BE", &["比利时", "belgium"]), ("IE", &["爱尔兰", "ireland"]), ("PT", &["葡萄牙", "portugal"]), ("PL", &["波兰", "poland"]), ("IN", &["印度", "india"]), ("BR", &["巴西", "brazil"]), ("CN", &["中国", "china"]), ("AE", &["阿联酋", "uae"]), ("MY", &["马来西亚", "malaysia"]), ("TH", &["泰国", "thailand"]),
];

/// What a country is called, by its code; the code where nothing better is known.
pub(crate) fn country(code: &str, lang: Lang) -> String {
    let known = COUNTRIES.iter().find(|(known, _)| *known == code).map(|(_, names)| *names);
    match (known, lang) {
        (Some([zh, ..]), Lang::Zh) => (*zh).to_owned(),
        // The Chinese name comes first, abbreviations before names.
        (Some(names), Lang::En) => {
            names.iter().skip(1).max_by_key(|name| name.len()).map_or(code.to_owned(), |name| capitals(name))
        }
        _ => code.to_owned(),
    }
}

fn capitals(name: &str) -> String {
    let word = |word: &str| {
        word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// What a thing is called, by the house's word for it; the word itself where it is none of the house's.
pub(crate) fn equipment_name(word: &str, lang: Lang) -> &str {
    let known = EQUIPMENT.iter().find(|(_, known)| *known == word);
    known.filter(|_| lang == Lang::Zh).map_or(word, |(zh, _)| zh)
}

/// The house's word for a thing by its Chinese name.
pub(in super::super) fn equipment_word(name: &str) -> Option<&'static str> {
    EQUIPMENT.iter().find(|(zh, _)| *zh == name).map(|(_, word)| *word)
}

/// The house's words and their Chinese names.
const EQUIPMENT: &[(&str, &str)] = &[
    ("投影", "projector"),
    ("同传间", "booth"),
    ("直播", "stream"),
    ("大屏", "screen"),
    ("话筒", "microphone"),
    ("音响", "sound"),
];
