//! The words that falsify: other hedges, stages, scopes, currencies and counted things, in both languages.

use super::marks::Language;

/// Hedges that stand before a number, the longer before those they begin with.
const HEDGES_ZH: &[&str] = &[
    "将近",
    "接近",
    "逼近",
    "几近",
    "近",
    "超过",
    "超",
    "逾",
    "突破",
    "大约",
    "约",
    "至少",
    "不少于",
    "不低于",
    "不超过",
    "不足",
    "不到",
];
const HEDGES_EN: &[&str] = &[
    "just under ",
    "just over ",
    "more than ",
    "over ",
    "above ",
    "nearly ",
    "almost ",
    "close to ",
    "approaching ",
    "about ",
    "around ",
    "roughly ",
    "some ",
    "at least ",
    "at most ",
    "up to ",
    "less than ",
    "fewer than ",
    "upwards of ",
];
/// Hedges that stand behind or within.
const TAILS_ZH: &[&str] = &["余", "多", "左右", "以上", "+"];
const TAILS_EN: &[&str] = &["-odd", "-plus", "+", " or more", " or so"];

/// The words of a mark without their hedge, if one can be taken off and leave good language.
pub(crate) fn unhedged(words: &str, language: Language) -> Option<String> {
    let (before, behind) = match language {
        Language::Chinese => (HEDGES_ZH, TAILS_ZH),
        Language::English => (HEDGES_EN, TAILS_EN),
    };
    let small = words.to_lowercase();
    let front = before.iter().find(|hedge| small.starts_with(**hedge)).map_or(0, |hedge| hedge.len());
    let mut bare = words[front..].to_owned();
    for tail in behind {
        bare = bare.replace(tail, "");
    }

    let begins_well =
        bare.starts_with(|letter: char| letter.is_ascii_digit() || "US$€¥RMBCNYEUR人民币".contains(letter));
    let chinese_number =
        language == Language::Chinese && bare.starts_with(|letter| "一二三四五六七八九十两".contains(letter));
    (begins_well || chinese_number).then_some(bare)
}

/// The words of each hedge, to stand before a number.
pub(crate) fn hedges(hedge: &str, language: Language) -> &'static [&'static str] {
    match (hedge, language) {
        ("nearly", Language::Chinese) => &["近", "将近"],
        ("over", Language::Chinese) => &["超", "逾", "突破"],
        ("under", Language::Chinese) => &["不足", "不到"],
        ("at-least", Language::Chinese) => &["至少", "不少于"],
        ("at-most", Language::Chinese) => &["不超过", "至多"],
        ("nearly", Language::English) => &["nearly ", "almost ", "close to "],
        ("over", Language::English) => &["more than ", "over "],
        ("under", Language::English) => &["less than ", "under "],
        ("at-least", Language::English) => &["at least "],
        ("at-most", Language::English) => &["up to ", "no more than "],
        _ => &[],
    }
}

/// Other stages for a stage word, which fit where it stood.
pub(crate) fn other_stages(word: &str, language: Language) -> &'static [(&'static str, &'static str)] {
    if language == Language::Chinese {
        return match word {
            "拟签约" => {
                &[("已签约", "signed"), ("已落地", "landed"), ("已开工", "started"), ("已投产", "producing")]
            }
            "签约" => {
                &[("落地", "landed"), ("开工", "started"), ("投产", "producing"), ("拟签约", "to-be-signed")]
            }
            "签订" | "签下" => &[("拟签", "to-be-signed")],
            "意向" => &[("签约", "signed"), ("落地", "landed"), ("开工", "started")],
            "落地" => &[("签约", "signed"), ("开工", "started"), ("投产", "producing")],
            "开工" => &[("签约", "signed"), ("落地", "landed"), ("投产", "producing")],
            "投产" => &[("开工", "started"), ("签约", "signed"), ("落地", "landed")],
            "签约落地" => &[("拟签约", "to-be-signed"), ("开工", "started")],
            _ => &[],
        };
    }
    match word {
        "signed" => &[("landed", "landed"), ("started", "started"), ("slated for signing", "to-be-signed")],
        "Signed" => &[("Landed", "landed"), ("Started", "started"), ("To be signed", "to-be-signed")],
        "inked" | "sealed" => &[("planned to sign", "to-be-signed")],
        "To be signed" => &[("Signed", "signed"), ("Landed", "landed")],
        "to be signed"
        | "expected to be signed"
        | "due to be signed"
        | "slated for signing"
        | "still to be signed" => {
            &[("already signed", "signed"), ("under construction", "started"), ("in production", "producing")]
        }
        "letter of intent" => &[("signed contract", "signed")],
        "letters of intent" | "cooperation intents" | "intents" => &[("signed contracts", "signed")],
        "landed" => {
            &[("signed", "signed"), ("broken ground", "started"), ("gone into production", "producing")]
        }
        "Landed" => &[("Signed", "signed"), ("In production", "producing")],
        "broken ground" | "started" => &[("landed", "landed"), ("gone into production", "producing")],
        "under construction" => &[("in production", "producing"), ("still to be signed", "to-be-signed")],
        "in production" | "up and running" => {
            &[("under construction", "started"), ("still to be signed", "to-be-signed")]
        }
        "In production" => &[("Under construction", "started"), ("To be signed", "to-be-signed")],
        _ => &[],
    }
}

/// Words of a rise or fall that stand beside its size, each with such as say the opposite in the same place.
pub(crate) fn turned(language: Language) -> &'static [(&'static str, &'static [&'static str])] {
    match language {
        Language::Chinese => TURNED_ZH,
        Language::English => TURNED_EN,
    }
}

/// Signs of a rise or fall in front of a number, each with those of the opposite.
pub(crate) const SIGNS: &[Turned] = &[("+", &["−", "-"]), ("＋", &["－"]), ("−", &["+"]), ("-", &["+"])];

type Turned = (&'static str, &'static [&'static str]);

const TURNED_ZH: &[Turned] = &[
    ("增长", &["下降", "减少", "下滑", "下跌", "回落"]),
    ("增加", &["减少", "下降", "下滑"]),
    ("提高", &["降低", "下降", "回落", "下滑"]),
    ("提升", &["下降", "降低"]),
    ("上升", &["下降", "回落", "下滑"]),
    ("上涨", &["下跌", "下降"]),
    ("增", &["降", "减"]),
    ("增幅", &["降幅"]),
    ("增幅为", &["降幅为"]),
    ("增幅达", &["降幅达"]),
    ("增长了", &["下降了", "减少了"]),
    ("增加了", &["减少了", "下降了"]),
    ("提高了", &["降低了", "下降了"]),
    ("提升了", &["下降了"]),
    ("上升了", &["下降了"]),
    ("降低", &["提高", "上升"]),
    ("降低了", &["提高了", "上升了"]),
    ("下降", &["上升", "增长", "提高", "增加"]),
    ("下降了", &["上升了", "增长了"]),
    ("减少", &["增加", "增长"]),
    ("减少了", &["增加了", "增长了"]),
    ("缩短", &["延长"]),
];
const TURNED_EN: &[Turned] = &[
    ("rose by", &["fell by", "declined by", "dropped by", "was down by"]),
    ("rose", &["fell", "dropped", "declined"]),
    ("grew by", &["fell by", "shrank by", "declined by"]),
    ("grew", &["fell", "shrank", "dropped"]),
    ("increased by", &["decreased by", "fell by", "dropped by"]),
    ("up by", &["down by"]),
    ("up", &["down", "lower by", "down by"]),
    ("risen", &["fallen"]),
    ("risen by", &["fallen by", "declined by"]),
    ("climbed", &["dropped", "slid"]),
    ("climbed by", &["dropped by", "fell by"]),
    ("a rise of", &["a fall of", "a drop of", "a decline of"]),
    ("an increase of", &["a decrease of", "a fall of", "a drop of"]),
    ("growth of", &["a decline of", "a fall of"]),
    ("more", &["less"]),
    ("more than", &["less than", "lower than", "down on"]),
    ("higher", &["lower"]),
    ("higher than", &["lower than", "less than", "down on"]),
    ("above", &["below", "down on"]),
    ("increase", &["decrease", "drop", "decline"]),
    ("rise", &["fall", "drop", "decline"]),
    ("growth", &["decline"]),
    ("down", &["up", "higher by", "up by"]),
    ("down by", &["up by"]),
    ("fell by", &["rose by", "grew by", "climbed by"]),
    ("fell", &["rose", "grew", "climbed"]),
    ("a fall of", &["a rise of", "an increase of"]),
    ("a drop of", &["a rise of"]),
    ("lower", &["higher", "up"]),
    ("less", &["more"]),
    ("less than", &["more than"]),
];

/// Sets of words for the values of one scope key: any may stand for another of its set.
const SCOPES: &[&[(&str, &str)]] = &[
    &[
        ("江宁区", "place=jiangning"),
        ("建邺区", "place=jianye"),
        ("雨花台区", "place=yuhuatai"),
        ("全市", "place=nanjing"),
    ],
    &[
        ("Jiangning", "place=jiangning"),
        ("Jianye", "place=jianye"),
        ("Yuhuatai", "place=yuhuatai"),
        ("Nanjing", "place=nanjing"),
    ],
    &[
        ("线下", "channel=offline"),
        ("线上", "channel=online"),
        ("微博", "channel=weibo"),
        ("微信", "channel=wechat"),
    ],
    &[("Shuangqiao", "place=shuangqiao"), ("Beigang", "place=beigang"), ("Nanpu", "place=nanpu")],
    &[("semiconductors", "sector=chips"), ("marine technology", "sector=marine")],
    &[("in person", "channel=offline"), ("online", "channel=online")],
    &[("on site", "channel=offline"), ("online", "channel=online"), ("offline", "channel=offline")],
    &[("On site", "channel=offline"), ("Online", "channel=online")],
    &[("WeChat", "channel=wechat"), ("Weibo", "channel=weibo")],
    &[
        ("信息技术", "sector=ict"),
        ("新一代信息技术", "sector=ict"),
        ("生物医药", "sector=bio"),
        ("新能源", "sector=energy"),
        ("高端装备", "sector=equipment"),
    ],
    &[
        ("information technology", "sector=ict"),
        ("biomedicine", "sector=bio"),
        ("new energy", "sector=energy"),
        ("advanced equipment", "sector=equipment"),
    ],
    &[("外资", "capital=foreign"), ("内资", "capital=domestic")],
    &[("foreign-funded", "capital=foreign"), ("domestic", "capital=domestic")],
];

pub(crate) fn other_scopes(word: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let set = SCOPES.iter().find(|set| set.iter().any(|(known, _)| *known == word));
    let now = set.and_then(|set| set.iter().find(|(known, _)| *known == word)).map(|(_, value)| *value);
    set.into_iter().flat_map(|set| set.iter().copied()).filter(move |(_, value)| Some(*value) != now)
}

/// What stands in the words, what may stand there instead, and the unit or currency it then is.
type Exchange = (&'static str, &'static [(&'static str, &'static str)]);

const MONEY_ZH: &[Exchange] = &[
    ("人民币", &[]),
    ("美元", &[("元", "CNY"), ("欧元", "EUR"), ("英镑", "GBP"), ("日元", "JPY")]),
    ("欧元", &[("元", "CNY"), ("美元", "USD"), ("英镑", "GBP"), ("日元", "JPY")]),
    ("元", &[("美元", "USD"), ("欧元", "EUR"), ("英镑", "GBP"), ("港元", "HKD")]),
];
const MONEY_EN: &[Exchange] = &[
    (
        " yuan",
        &[(" US dollars", "USD"), (" euros", "EUR"), (" pounds", "GBP"), (" Hong Kong dollars", "HKD")],
    ),
    (" US dollars", &[(" yuan", "CNY"), (" euros", "EUR")]),
    (" euros", &[(" yuan", "CNY"), (" US dollars", "USD")]),
    ("RMB", &[("US$", "USD"), ("€", "EUR"), ("HK$", "HKD")]),
    ("CNY", &[("USD", "USD"), ("EUR", "EUR"), ("HKD", "HKD")]),
    ("¥", &[("US$", "USD"), ("€", "EUR"), ("£", "GBP")]),
    ("US$", &[("RMB ", "CNY"), ("€", "EUR"), ("HK$", "HKD")]),
    ("€", &[("US$", "USD"), ("RMB ", "CNY")]),
];
const MEASURES: &[Exchange] = &[
    ("个百分点", &[("%", "percent")]),
    ("%", &[("个百分点", "point")]),
    ("平方米", &[("公顷", "hectare"), ("平方公里", "item")]),
    ("千瓦时", &[("吨", "tonne"), ("兆瓦", "megawatt")]),
    ("小时", &[("天", "day"), ("分钟", "minute")]),
];
const MEASURES_EN: &[Exchange] = &[
    (" percentage points", &[(" per cent", "percent")]),
    (" per cent", &[(" percentage points", "point")]),
    (" percent", &[(" percentage points", "point")]),
    (" %", &[(" percentage points", "point")]),
    ("%", &[(" percentage points", "point")]),
    (" square metres", &[(" hectares", "hectare"), (" square kilometres", "item")]),
    (" kilowatt-hours", &[(" tonnes", "tonne"), (" megawatts", "megawatt")]),
    (" hours", &[(" days", "day"), (" minutes", "minute")]),
];
const COUNTED_ZH: &[Exchange] = &[
    ("人次", &[("人", "person"), ("名", "person"), ("位", "person")]),
    ("名", &[("人次", "visit")]),
    ("人", &[("人次", "visit")]),
    ("项目", &[("企业", "company"), ("机构", "institution")]),
    ("展品", &[("专利", "patent"), ("奖项", "award")]),
    ("专利", &[("展品", "exhibit")]),
    ("打卡点", &[("展示点", "exhibition-point"), ("商场", "place")]),
    ("展示点", &[("打卡点", "checkpoint")]),
    ("企业", &[("高校", "institution"), ("媒体", "media")]),
    ("媒体", &[("企业", "company")]),
    ("高校院所", &[("企业", "company")]),
    ("岗位", &[("项目", "project")]),
    ("协议", &[("专利", "patent")]),
];
const COUNTED_EN: &[Exchange] = &[
    (" visits", &[(" visitors", "visitor"), (" people", "person")]),
    (" attendances", &[(" visitors", "visitor"), (" people", "person")]),
    (" visitors", &[(" visits", "visit"), (" attendances", "visit")]),
    (" views", &[(" viewers", "person"), (" visitors", "visitor")]),
    (" interactions", &[(" people", "person"), (" visitors", "visitor")]),
    (" projects", &[(" companies", "company"), (" patents", "patent")]),
    (" companies", &[(" projects", "project"), (" universities", "institution")]),
    (" exhibits", &[(" exhibitors", "company"), (" patents", "patent")]),
    (" patents", &[(" exhibits", "exhibit")]),
    (" checkpoints", &[(" exhibition points", "exhibition-point")]),
    (" exhibition points", &[(" checkpoints", "checkpoint")]),
    (" media outlets", &[(" companies", "company")]),
    (" universities", &[(" companies", "company")]),
    (" jobs", &[(" companies", "company")]),
    (" booths", &[(" companies", "company")]),
    (" agreements", &[(" projects", "project")]),
    (" guests", &[(" visits", "visit")]),
];

/// The same words in other currencies or measures.
pub(crate) fn other_units(words: &str, language: Language) -> Vec<(String, &'static str)> {
    let (money, measures) = match language {
        Language::Chinese => (MONEY_ZH, MEASURES),
        Language::English => (MONEY_EN, MEASURES_EN),
    };
    exchanged(words, money).or_else(|| exchanged(words, measures)).unwrap_or_default()
}

/// The same words counting other things.
pub(crate) fn other_counted(words: &str, language: Language) -> Vec<(String, &'static str)> {
    let table = if language == Language::Chinese { COUNTED_ZH } else { COUNTED_EN };
    let ends = table.iter().filter(|(old, _)| words.ends_with(old)).copied().collect::<Vec<_>>();
    exchanged(words, &ends).unwrap_or_default()
}

/// A noun of its own, exchanged whole.
pub(crate) fn other_nouns(noun: &str, language: Language) -> Vec<(String, &'static str)> {
    if language == Language::Chinese {
        return other_counted(noun, language).into_iter().filter(|_| noun.chars().count() > 1).collect();
    }
    let spaced = other_counted(&format!(" {noun}"), language);
    spaced.into_iter().map(|(noun, unit)| (noun.trim_start().to_owned(), unit)).collect()
}

fn exchanged(words: &str, table: &[Exchange]) -> Option<Vec<(String, &'static str)>> {
    let (old, news) = table.iter().find(|(old, _)| words.contains(old))?;
    Some(
        news.iter()
            .map(|(new, unit)| (words.replacen(old, new, 1).replace("US$ ", "US$").replace("€ ", "€"), *unit))
            .collect(),
    )
}

/// Words that say there is something, and not how much.
pub(crate) fn vague(kind: &str, language: Language) -> &'static [&'static str] {
    match (kind, language) {
        ("money", Language::Chinese) => &["可观", "不菲"],
        ("money", Language::English) => &["a large sum", "a considerable amount"],
        ("share", Language::Chinese) => &["不少", "相当一部分"],
        ("share", Language::English) => &["a good part", "a fair share"],
        (_, Language::Chinese) => &["许多", "众多"],
        (_, Language::English) => &["many", "a great many"],
    }
}

/// Sentences about what no figures file holds; `{}` is the number.
pub(crate) fn strangers(language: Language) -> &'static [&'static str] {
    match language {
        Language::Chinese => &[
            "会场另设自动售货机{}台。",
            "服务台备下雨伞{}把。",
            "布展共用去胶带{}卷。",
            "花卉部门摆放盆栽{}盆。",
            "后勤组准备了雨衣{}件。",
        ],
        Language::English => &[
            " The halls also hold {} vending machines.",
            " The help desk keeps {} umbrellas.",
            " Gardeners set out {} potted plants.",
            " The builders went through {} rolls of tape.",
            " The kitchen ordered {} crates of lemons.",
        ],
    }
}

/// Sentences that give away a secret figure; `{name}` and `{value}`.
pub(crate) fn leaks(language: Language) -> &'static [&'static str] {
    match language {
        Language::Chinese => {
            &["据悉，{name}为{value}。", "另据了解，{name}已达{value}。", "此外，{name}：{value}。"]
        }
        Language::English => &[
            " According to the office, {name}: {value}.",
            " It is understood that the figure for {name} is {value}.",
        ],
    }
}
