//! Words that say what the numbers around them are: a sum, one to be reached one day, a rate. All of a paragraph are found in one pass.

use aho_corasick::AhoCorasick;

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
pub(super) const ALONE: [&str; 5] =
    ["the busiest day", "the quietest", "today brought", "the day brought", "on the day itself"];

const SIGNINGS: [&str; 2] = ["contracts", "signings"];

/// All such words, ready to be looked for.
#[derive(Debug)]
pub(super) struct Cues {
    words: Vec<(&'static str, Cue)>,
    finder: AhoCorasick,
}

/// The cues of a paragraph: where each begins and ends, in order of their ends.
#[derive(Default)]
pub(super) struct Heard(Vec<(usize, usize, Cue)>);

impl Cues {
    pub(super) fn new() -> Self {
        let of = |words: &'static [&'static str], cue| words.iter().map(move |word| (*word, cue));
        let words: Vec<_> = of(&SUMS, Cue::Sum)
            .chain(of(&SUMS_BEHIND, Cue::SumBehind))
            .chain(of(&LEFT, Cue::Left))
            .chain(of(&AHEAD, Cue::Ahead))
            .chain(of(&RATES, Cue::Rate))
            .chain(of(&LARGEST, Cue::Largest))
            .chain(of(&PARTS, Cue::Parts))
            .chain(of(&HERE, Cue::Here))
            .chain(of(&RUNNING, Cue::Running))
            .chain(of(&ALONE, Cue::Alone))
            .chain(of(&SIGNINGS, Cue::Signings))
            .collect();
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(words.iter().map(|(word, _)| word))
            .expect("a few short words are within every bound");
        Self { words, finder }
    }

    /// The cues of a paragraph, in place of those that were in `heard`.
    pub(super) fn hear(&self, text: &str, heard: &mut Heard) {
        let found = self.finder.find_overlapping_iter(text).filter_map(|found| {
            let (word, cue) = self.words[found.pattern()];
            let meant = matches!(cue, Cue::Sum | Cue::SumBehind | Cue::Running | Cue::Alone | Cue::Signings)
                || text[found.range()] == *word;
            meant.then_some((found.start(), found.end(), cue))
        });
        heard.0.clear();
        heard.0.extend(found);
    }
}

impl Heard {
    /// Whether such a cue stands within a stretch of the paragraph.
    pub(super) fn is_said(&self, from: usize, to: usize, is_meant: impl Fn(Cue) -> bool) -> bool {
        let first = self.0.partition_point(|(_, end, _)| *end <= from);
        let mut inside = self.0[first..].iter().take_while(|(_, end, _)| *end <= to);
        inside.any(|(start, _, cue)| *start >= from && is_meant(*cue))
    }

    /// Where the last such cue within a stretch of the paragraph ends.
    pub(super) fn last(&self, from: usize, to: usize, is_meant: impl Fn(Cue) -> bool) -> Option<usize> {
        let behind = self.0.partition_point(|(_, end, _)| *end <= to);
        let mut inside = self.0[..behind].iter().rev().take_while(|(_, end, _)| *end > from);
        inside.find(|(start, _, cue)| *start >= from && is_meant(*cue)).map(|(_, end, _)| *end)
    }
}
