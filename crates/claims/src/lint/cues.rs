//! Words that say what the numbers around them are: a sum, one to be reached one day, a rate. All of a paragraph are found in one pass.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::LazyLock;

/// What a word says of a number near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// 合计, total of: a sum of what stands before.
    Sum,
    /// “in all”: the same, and it may stand directly behind the number.
    SumBehind,
    /// 其余, 剩下: what is left of a whole.
    Left,
    /// 目标, forecast: one to be reached one day.
    Ahead,
    /// 率, ratio: a rate, which has a stage of its own.
    Rate,
    /// 单体, biggest: the largest of many.
    Largest,
    /// 其中, including: what stands behind are the parts.
    Parts,
    /// “so far”, “the total”: from the beginning on.
    Running,
    /// “the busiest day”: of that day only.
    Alone,
    /// “contracts”: what is one has been signed.
    Signings,
    /// 区内, 我区: of the one place that the paragraph is about.
    Here,
    /// 今天, 昨日: a day that the text itself is of.
    Today,
    /// 邻市, 外省: a city that is not ours.
    OtherCity,
    /// “new contracts”: what came on top.
    OnTop,
    /// “took place today”: on that day only.
    TookPlace,
    /// “alone”: of what was named before it, and of nothing else.
    Only,
    /// “at the close”: when the week had run.
    AtTheClose,
    /// “by day:”: of one day after the other.
    DayByDay,
    /// “today's”, 明天: what stands behind is of that day.
    OfTheDay,
    /// “last year, when”: what stands behind is of that year.
    LastYearWhen,
    /// “fair”, “expo”: what other cities and other years have as well.
    Event,
    /// “we reported”, 网传: told before, and perhaps wrongly.
    WasTold,
}

impl Cue {
    /// Whether its words say the same in capitals.
    fn is_in_any_case(self) -> bool {
        match self {
            Self::Sum
            | Self::SumBehind
            | Self::Running
            | Self::Alone
            | Self::Signings
            | Self::OnTop
            | Self::TookPlace
            | Self::Only
            | Self::OfTheDay
            | Self::Event
            | Self::WasTold => true,
            Self::Left
            | Self::Ahead
            | Self::Rate
            | Self::Largest
            | Self::Parts
            | Self::Here
            | Self::Today
            | Self::OtherCity
            | Self::AtTheClose
            | Self::DayByDay
            | Self::LastYearWhen => false,
        }
    }
}

/// Words of sums, in whatever letters.
const SUMS: [&str; 20] = [
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
const LEFT: [&str; 5] = ["其余", "剩下", "剩余", "余下", "另外"];
/// Words of what is hoped for, in these very letters, as rates are.
const AHEAD: [&str; 42] = [
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
pub(super) const PARTS: [&str; 15] = [
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

const HERE: [&str; 11] =
    ["区内", "新区", "本区", "该区", "全区", "我区", "辖区", "县内", "全县", "本县", "园区内"];

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
pub(super) const EVENTS: [&str; 12] = [
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

/// All such words.
const ALL: [(Cue, &[&str]); 22] = [
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
    (Cue::WasTold, &WAS_TOLD),
];

/// The same, ready to be looked for.
static CUES: LazyLock<Cues> = LazyLock::new(Cues::new);

struct Cues {
    words: Vec<(&'static str, Cue)>,
    finder: AhoCorasick,
}

/// The cues of a paragraph: where each begins and ends, in order of their ends.
#[derive(Default)]
pub(super) struct Heard(Vec<(usize, usize, Cue)>);

impl Cues {
    fn new() -> Self {
        let words: Vec<_> =
            ALL.iter().flat_map(|(cue, words)| words.iter().map(move |word| (*word, *cue))).collect();
        // Built once for all texts, so that it may take its time to become the quickest.
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(words.iter().map(|(word, _)| word))
            .expect("a few short words are within every bound");
        Self { words, finder }
    }
}

impl Heard {
    /// The cues of a paragraph, in place of those that were here.
    pub(super) fn hear(&mut self, text: &str) {
        let Cues { words, finder } = &*CUES;
        let found = finder.find_overlapping_iter(text).filter_map(|found| {
            let (word, cue) = words[found.pattern()];
            let meant = cue.is_in_any_case() || text[found.range()] == *word;
            meant.then_some((found.start(), found.end(), cue))
        });
        self.0.clear();
        self.0.extend(found);
    }

    /// Whether such a cue stands within a stretch of the paragraph.
    pub(super) fn is_said(&self, from: usize, to: usize, is_meant: impl Fn(Cue) -> bool) -> bool {
        self.within(from, to).any(|(.., cue)| is_meant(cue))
    }

    /// Where the last such cue within a stretch of the paragraph ends.
    pub(super) fn last(&self, from: usize, to: usize, is_meant: impl Fn(Cue) -> bool) -> Option<usize> {
        let behind = self.0.partition_point(|(_, end, _)| *end <= to);
        let mut inside = self.0[..behind].iter().rev().take_while(|(_, end, _)| *end > from);
        inside.find(|(start, _, cue)| *start >= from && is_meant(*cue)).map(|(_, end, _)| *end)
    }

    /// Where each such cue within a stretch of the paragraph begins.
    pub(super) fn starts(&self, from: usize, to: usize, meant: Cue) -> impl Iterator<Item = usize> {
        self.within(from, to).filter(move |(.., cue)| *cue == meant).map(|(start, ..)| start)
    }

    /// Where each such cue within a stretch of the paragraph ends.
    pub(super) fn ends(&self, from: usize, to: usize, meant: Cue) -> impl Iterator<Item = usize> {
        self.within(from, to).filter(move |(.., cue)| *cue == meant).map(|(_, end, _)| end)
    }

    fn within(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, usize, Cue)> {
        let first = self.0.partition_point(|(_, end, _)| *end <= from);
        let inside = self.0[first..].iter().take_while(move |(_, end, _)| *end <= to);
        inside.filter(move |(start, ..)| *start >= from).copied()
    }
}
