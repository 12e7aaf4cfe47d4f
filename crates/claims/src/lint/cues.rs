//! Words that say what the numbers around them are: a sum, one to be reached one day, a rate. All of a paragraph are found in one pass.

use super::cue_words::ALL;
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
