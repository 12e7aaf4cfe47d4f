//! Whether two parts make a whole: what is domestic and what is foreign does; students and women, or newcomers and firms from abroad, may be the same.
//!
//! 其中, 包括, “including” and “of them” give some of what a whole holds, and only words such as 分别, 其余, a colon, “made up of” say that it is all.
//! Three parts and more are taken for all of it when they nearly make it; of two that must be said, or they must exclude each other.

/// Words after which some of a whole is told.
const SOME: [&str; 8] = ["其中", "包括", "包含", "中，", "including", "include", "of which", "among them"];

/// Words that say that all of it is told.
const ALL: [&str; 18] = [
    "分别",
    "其余",
    "剩余",
    "余下",
    "另外",
    "：",
    ":",
    "=",
    "。按",
    "组成",
    "构成",
    "made up of",
    "comprising",
    "consisting",
    "the rest",
    "the other",
    "the remaining",
    "namely",
];

/// What excludes each other, the words for the one before those for the other.
const HALVES: [(&[&str], &[&str]); 14] = [
    (&["主会场", "主展馆", "中心", "主展区"], &["分会场", "分展区", "分馆"]),
    (&["内资", "国内", "境内", "中方", "中资"], &["外资", "国外", "境外", "国际", "海外", "外方", "涉外"]),
    (&["市内", "本市", "本地", "省内", "区内"], &["市外", "外地", "省外", "区外", "外省"]),
    (&["线下", "现场"], &["线上", "网上", "云上"]),
    (&["男"], &["女"]),
    (&["新建", "新签", "首次"], &["续建", "续签", "再次", "改扩建"]),
    (&["现场销售", "现货"], &["订单", "预订"]),
    (&["民营", "民企"], &["国有", "国企", "央企"]),
    (
        &["domestic", "home", "Chinese", "local"],
        &["foreign", "abroad", "overseas", "international", "elsewhere"],
    ),
    (&["on site", "on-site", "in person", "offline"], &["online", "virtual"]),
    (&["men", "male", "boys"], &["women", "female", "girls"]),
    (&["public", "state-owned"], &["private"]),
    (&["new"], &["old", "existing", "returning"]),
    (&["indoor"], &["outdoor"]),
];

/// Whether what stands between a total and the first of its parts opens a choice of them.
pub(in crate::lint) fn opens_some(lead: &str) -> bool {
    SOME.iter().any(|word| lead.contains(word))
}

/// Whether what stands between a total and a number says that the number is one of its parts, and not all of them again.
pub(in crate::lint) fn opens_parts(between: &str) -> bool {
    const OPEN: [&str; 7] = ["分别为", "分别是", "：", "made up of", "comprising", "consisting of", "namely"];
    const AGAIN: [&str; 7] = ["合计", "总计", "共计", "一共", "in total", "altogether", "in all"];
    let said = |words: &[&str]| words.iter().any(|word| between.contains(word));
    (opens_some(between) || said(&OPEN)) && !said(&AGAIN)
}

/// Whether two parts are of what excludes each other.
pub(in crate::lint) fn exclude_each_other(words: &str) -> bool {
    let said = |group: &[&str]| group.iter().any(|word| words.contains(word));
    HALVES.iter().any(|(one, other)| said(one) && said(other))
}

/// 其中10月19日57个、10月20日新增28个: whether both parts are of days of their own, which have no project in common.
pub(in crate::lint) fn are_of_days(first: &str, second: &str) -> bool {
    const DAYS: [&str; 8] = ["首日", "次日", "昨日", "今日", "昨天", "今天", "当日", "当天"];
    let dated = |words: &str| {
        let words = words.trim_end_matches("新增").trim_end_matches("新签").trim_end_matches("签约");
        DAYS.iter().any(|day| words.ends_with(day)) || words.ends_with('日')
    };
    dated(first) && dated(second)
}

/// Whether words say that all of a whole is told.
pub(in crate::lint) fn is_all(words: &str) -> bool {
    ALL.iter().any(|word| words.contains(word))
}

/// Whether two parts, with the words before, between and behind them, are all of their whole.
pub(in crate::lint) fn make_a_whole(words: &str) -> bool {
    let said = |group: &[&str]| group.iter().any(|word| words.contains(word));
    said(&ALL) || exclude_each_other(words)
}
