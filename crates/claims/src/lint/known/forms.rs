//! The other shapes in which a text says a word of a figure's name: satisfied for satisfaction, visit for visits, 海外 for 境外.

/// Words that say the same of where people and money come from.
const ALIKE: [&[&str]; 3] =
    [&["foreign", "overseas", "abroad"], &["境外", "海外", "国外"], &["young", "youth", "younger"]];

/// Endings of nouns of doing, and those of what was done.
const DOING: [(&str, &[&str]); 7] = [
    ("faction", &["fied", "fying"]),
    ("version", &["verted", "verting"]),
    ("cation", &["cated", "cants", "ed"]),
    ("ation", &["ated", "ating", "ants"]),
    ("ition", &["ited", "iting"]),
    ("ment", &["ed", "ing"]),
    ("ance", &["ed", "ing"]),
];

/// Heads of Chinese compounds: what stands before them is said alone as well, 重点 for 重点活动.
const HEADS: [&str; 15] = [
    "总额", "金额", "活动", "项目", "企业", "嘉宾", "观众", "机构", "团队", "展品", "时长", "单位", "次数",
    "人次", "场馆",
];
/// What is said of a premiere.
const NEVER_SHOWN: [&str; 7] = [
    "never been shown",
    "never been seen",
    "not been seen",
    "not been shown",
    "nobody had seen",
    "never seen before",
    "never shown before",
];
/// What says how far a project is, and no more.
const STAGES: [&str; 8] = ["签约", "拟签约", "落地", "开工", "投产", "意向", "储备", "计划"];

/// The other shapes of a keyword; none for what has none.
pub(in crate::lint) fn of(word: &str) -> Vec<String> {
    let mut forms: Vec<String> = ALIKE
        .into_iter()
        .filter(|alike| alike.contains(&word))
        .flatten()
        .filter(|other| **other != word)
        .map(|other| (*other).to_owned())
        .collect();
    let place = ["线上", "线下"].iter().find_map(|place| word.strip_prefix(place));
    forms.extend(place.filter(|rest| rest.chars().count() > 1).map(str::to_owned));
    let head = HEADS.iter().find_map(|head| word.strip_suffix(head));
    forms.extend(head.filter(|rest| rest.chars().count() > 1 && !STAGES.contains(rest)).map(str::to_owned));
    if !word.bytes().all(|letter| letter.is_ascii_lowercase()) || word.len() < 4 {
        return forms;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        forms.push(format!("{stem}y"));
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i'])) {
        forms.push(stem.to_owned());
    } else if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        forms.push(format!("{stem}ies"));
    } else if !word.ends_with(['s', 'd', 'g']) {
        forms.push(format!("{word}s"));
    }
    let doing = DOING.iter().find_map(|(ending, others)| Some((word.strip_suffix(ending)?, others)));
    if let Some((stem, others)) = doing.filter(|(stem, _)| stem.len() > 2) {
        forms.extend(others.iter().map(|other| format!("{stem}{other}")));
    }
    // “186 of them have never been shown before”
    if matches!(word, "premieres" | "premiere") {
        forms.extend(NEVER_SHOWN.map(str::to_owned));
    }
    // “when 428 exhibited”
    let doers = word.strip_suffix("bitors").or_else(|| word.strip_suffix("bitor"));
    forms.extend(doers.into_iter().flat_map(|stem| [format!("{stem}bited"), format!("{stem}biting")]));
    forms
}
