//! The words of cues, each list with what it says of a number: whoever needs a word more for a rule writes it here.

use super::cues::Cue;

/// Words of sums, in whatever letters.
const SUMS: [&str; 23] = [
    "which gives",
    "in sum",
    "adding up to",
    "they make",
    "together make",
    "which make",
    "sum to",
    "that gives",
    "合计",
    "共计",
    "总计",
    "一共",
    "加起来",
    "合起来",
    "三者相加",
    "total of",
    "makes",
    "making",
    "combined",
    "add up to",
    "adds up to",
    "came to a total",
    "sum of",
];

const SUMS_BEHIND: [&str; 5] = ["in total", "in all", "together", "altogether", "all told"];

/// Words of what is left of a whole when its other parts are told.
pub(in crate::lint) const LEFT: [&str; 5] = ["其余", "剩下", "剩余", "余下", "另外"];

/// Words of what is hoped for, in these very letters, as rates are.
const AHEAD: [&str; 48] = [
    "拟扩",
    "拟增至",
    "希望明年",
    "希望达到",
    "凑出",
    "凑够",
    "要在",
    "将从",
    "将扩",
    "should become",
    "will become",
    "hoped for",
    "hope for",
    "reckoned with",
    "reckon with",
    "had expected",
    "could be",
    "we wanted",
    "budgeted",
    "再添",
    "再增",
    "再新增",
    "还将",
    "能再",
    "将新增",
    "力争",
    "目标",
    "争取",
    "有望",
    "预测",
    "target",
    "goal of",
    "forecast",
    "aims to",
    "aim at",
    "aims at",
    "aiming at",
    "aiming for",
    "aim for",
    "planning for",
    "counting on",
    "aim to",
    "to grow to",
    "to rise to",
    "on course",
    "on track",
    "heading for",
    "within reach of",
];

const RATES: [&str; 6] = ["率", "rate", "ratio", "Rate", "conversion", "Conversion"];

const LARGEST: [&str; 11] = [
    "单体",
    "单笔",
    "单项",
    "单个",
    "最大的",
    "最大项目",
    "largest",
    "biggest",
    "single project",
    "single deal",
    "alone",
];

/// Words and signs between a total and its parts.
pub(in crate::lint) const PARTS: [&str; 15] = [
    "=",
    "＝",
    "。按",
    "：",
    "其中",
    "包括",
    "分别",
    ":",
    "(",
    "（",
    "comprising",
    "consisting",
    "including",
    "made up of",
    "of which",
];

const HERE: [&str; 16] = [
    "区里",
    "县里",
    "我们区",
    "我们县",
    "我县",
    "区内",
    "新区",
    "本区",
    "该区",
    "全区",
    "我区",
    "辖区",
    "县内",
    "全县",
    "本县",
    "园区内",
];

/// Words before or behind a number that runs from the beginning on.
const RUNNING: [&str; 22] = [
    "so far",
    "to date",
    "in total",
    "total of",
    "the total",
    "cumulative",
    "running total",
    "tally",
    "altogether",
    "in all",
    "all told",
    "stands at",
    "stood at",
    "stand at",
    "we are at",
    "makes ",
    "bringing",
    "taking the",
    "up to now",
    "until now",
    "put the value at",
    "put the total at",
];

/// Words that say of a day that it is only that one.
const ALONE: [&str; 5] =
    ["the busiest day", "the quietest", "today brought", "the day brought", "on the day itself"];

const SIGNINGS: [&str; 2] = ["contracts", "signings"];

const TODAY: [&str; 5] = ["今天", "今日", "当天", "昨天", "昨日"];

const OTHER_CITIES: [&str; 16] = [
    "隔壁",
    "邻市",
    "邻近的",
    "相邻的",
    "邻城",
    "邻省",
    "周边城市",
    "兄弟城市",
    "友城",
    "别的城市",
    "其他城市",
    "外市",
    "外省",
    "兄弟市",
    "邻近城市",
    "省内另一",
];

const ON_TOP: [&str; 6] =
    ["new contracts", "new projects", "new deals", "more contracts", "more projects", "more deals"];

/// Words at the end of its clause of what took place on that day only: “11 forums took place today”.
const TOOK_PLACE: [&str; 6] = [
    "took place today",
    "were held today",
    "took place on that day",
    "took place yesterday",
    "were held yesterday",
    "came today",
];

const ONLY: [&str; 1] = [" alone"];

/// Words for the end of the week, when all of it had run.
const AT_THE_CLOSE: [&str; 5] = [
    "at the close",
    "when the week closed",
    "when the week ended",
    "at the end of the week",
    "at closing time",
];

/// Words of a list that tells day by day.
const DAY_BY_DAY: [&str; 7] = ["by day:", "day by day:", "per day:", "each day:", "逐日", "按天：", "分日："];

/// Words of the day that a programme is of.
const OF_THE_DAY: [&str; 9] =
    ["today's ", "today’s ", "tomorrow's ", "tomorrow’s ", "day's ", "day’s ", "今天", "今日", "明天"];

/// Words before numbers that are of the items of a list told before, one after the other.
const IN_TURN: [&str; 5] = ["依次为", "依次是", "依次达", "分别为", "分别是"];

/// Words before a number that was told, and told wrongly.
const WAS_TOLD: [&str; 33] = [
    "we wrote",
    "we gave",
    "we reported",
    "we called",
    "we put",
    "we said",
    "we stated",
    "we printed",
    "was given as",
    "were given as",
    "was put at",
    "were put at",
    "reported",
    "it said",
    "misstated",
    "wrongly",
    "mistakenly",
    "erroneously",
    "incorrectly",
    "claim that",
    "claims that",
    "claimed that",
    "claiming that",
    "rumour",
    "rumor",
    "an earlier version",
    "网传",
    "误传",
    "传言",
    "我们报道",
    "本报报道",
    "本报曾",
    "此前报道",
];

const LAST_YEAR_WHEN: [&str; 8] = [
    "last year, when ",
    "last year, which had ",
    "a year ago, when ",
    "a year earlier, when ",
    "the year before, when ",
    "last edition, when ",
    "last edition, which had ",
    "previous edition, when ",
];

/// Things that other cities and other years have as well.
pub(in crate::lint) const EVENTS: [&str; 12] = [
    "fair",
    "week",
    "expo",
    "festival",
    "summit",
    "show",
    "congress",
    "exhibition",
    "convention",
    "event",
    "edition",
    "conference",
];

/// Words of a correction before what is right.
const INSTEAD: [&str; 12] = [
    "有误",
    "不实",
    "纯属谣言",
    "系误传",
    "系笔误",
    "为笔误",
    "系误植",
    "应为",
    "应是",
    "更正为",
    "实为",
    "正确的是",
];

/// Words for the edition before.
pub(in crate::lint) const LAST_YEARS: [&str; 8] = [
    "last year",
    "Last year",
    "the year before",
    "The year before",
    "a year ago",
    "A year ago",
    "上届",
    "去年",
];

/// Words for the day before one that was spoken of.
pub(in crate::lint) const DAY_BEFORE: [&str; 9] = [
    "a day earlier",
    "the day before",
    "one day earlier",
    "a day before",
    "the previous day",
    "on the eve",
    "前一天",
    "前一日",
    "上一日",
];

/// Words for a count that ends with the day before that of the text.
const BY_YESTERDAY: [&str; 7] = [
    "as of yesterday",
    "as at yesterday",
    "by yesterday",
    "up to yesterday",
    "until yesterday",
    "by the end of yesterday",
    "by close of yesterday",
];

/// Those who speak of themselves.
const OWN: [&str; 26] = [
    "本台",
    "本报",
    "本刊",
    "本社",
    "本店",
    "小店",
    "本班",
    "本行",
    "本校",
    "我校",
    "本馆",
    "本所",
    "本院",
    "我院",
    "本基金",
    "本公司",
    "我司",
    "我公司",
    "本厂",
    "我厂",
    "本组",
    "本队",
    "本车间",
    "本班组",
    "我们学院",
    "我们公司",
];

const OPENS_WHOLE: [&str; 2] = ["中，", "里，"];

const COMPARED: [&str; 1] = ["相比"];

const LAST_ONE: [&str; 3] = ["上届", "去年", "上年"];

const PEOPLE: [&str; 5] = ["people", "People", "persons", "Persons", "individuals"];

const HOW_MUCH: [&str; 2] = ["the money?", "how much"];

/// All such words.
pub(in crate::lint) const ALL: &[(Cue, &[&str])] = &[
    (Cue::Sum, &SUMS),
    (Cue::SumBehind, &SUMS_BEHIND),
    (Cue::Left, &LEFT),
    (Cue::Ahead, &AHEAD),
    (Cue::Rate, &RATES),
    (Cue::Largest, &LARGEST),
    (Cue::Parts, &PARTS),
    (Cue::Here, &HERE),
    (Cue::Running, &RUNNING),
    (Cue::Alone, &ALONE),
    (Cue::Signings, &SIGNINGS),
    (Cue::Today, &TODAY),
    (Cue::OtherCity, &OTHER_CITIES),
    (Cue::OnTop, &ON_TOP),
    (Cue::TookPlace, &TOOK_PLACE),
    (Cue::Only, &ONLY),
    (Cue::AtTheClose, &AT_THE_CLOSE),
    (Cue::DayByDay, &DAY_BY_DAY),
    (Cue::LastYearWhen, &LAST_YEAR_WHEN),
    (Cue::Event, &EVENTS),
    (Cue::OfTheDay, &OF_THE_DAY),
    (Cue::InTurn, &IN_TURN),
    (Cue::WasTold, &WAS_TOLD),
    (Cue::Instead, &INSTEAD),
    (Cue::LastYears, &LAST_YEARS),
    (Cue::DayBefore, &DAY_BEFORE),
    (Cue::ByYesterday, &BY_YESTERDAY),
    (Cue::Compared, &COMPARED),
    (Cue::LastOne, &LAST_ONE),
    (Cue::Own, &OWN),
    (Cue::OpensWhole, &OPENS_WHOLE),
    (Cue::People, &PEOPLE),
    (Cue::HowMuch, &HOW_MUCH),
];
