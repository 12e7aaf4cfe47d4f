//! Words that say what the numbers around them are: a sum, one to be reached one day, a rate. All of a paragraph are found in one pass.

use super::cue_words::ALL;
use super::spotting::Spotting;
use std::sync::LazyLock;

/// What a word says of a number near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Cue {
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
    /// 依次为: what stands behind goes through a list.
    InTurn,
    /// “we reported”, 网传: told before, and perhaps wrongly.
    WasTold,
    /// 应为, 更正为: what stands behind is the right one.
    Instead,
    /// 去年, “last year”: of the edition before.
    LastYears,
    /// “a day earlier”, 前一天: of the day before.
    DayBefore,
    /// “as of yesterday”: up to the end of the day before that of the text.
    ByYesterday,
    /// 相比: what stands before is compared with.
    Compared,
    /// 上届, 去年: of the edition before, in Chinese.
    LastOne,
    /// 中，: what stands before is the whole of which the parts are told.
    OpensWhole,
    /// 本报, 我校: who speaks of himself.
    Own,
    /// “people”: who came, and not how often.
    People,
    /// “how much”: money is asked for.
    HowMuch,
}

/// Cues of which any will do.
#[derive(Clone, Copy)]
pub(in crate::lint) struct Meant(u64);

impl From<Cue> for Meant {
    fn from(cue: Cue) -> Self {
        Self(cue.bit())
    }
}

impl<const COUNT: usize> From<[Cue; COUNT]> for Meant {
    fn from(cues: [Cue; COUNT]) -> Self {
        Self(cues.into_iter().fold(0, |all, cue| all | cue.bit()))
    }
}

impl Cue {
    fn bit(self) -> u64 {
        1 << self as u32
    }

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
            | Self::WasTold
            | Self::DayBefore
            | Self::ByYesterday
            | Self::HowMuch => true,
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
            | Self::LastYearWhen
            | Self::InTurn
            | Self::Instead
            | Self::LastYears
            | Self::Compared
            | Self::LastOne
            | Self::Own
            | Self::OpensWhole
            | Self::People => false,
        }
    }
}

/// The same, ready to be looked for.
static CUES: LazyLock<Cues> = LazyLock::new(Cues::new);

struct Cues {
    words: Vec<(&'static str, Cue)>,
    spotting: Spotting,
}

/// The cues of a paragraph.
#[derive(Default)]
pub(in crate::lint) struct Heard {
    /// Where each begins and ends, in order of their ends.
    cues: Vec<(usize, usize, Cue)>,
    /// Which there are at all, a bit for each: most are asked for in vain.
    there: u64,
}

impl Cues {
    fn new() -> Self {
        let words: Vec<_> =
            ALL.iter().flat_map(|(cue, words)| words.iter().map(move |word| (*word, *cue))).collect();
        let letters: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        Self { spotting: Spotting::new(&letters), words }
    }
}

impl Heard {
    /// The cues of a paragraph, in place of those that were here.
    pub(in crate::lint) fn hear(&mut self, text: &str) {
        let Cues { words, spotting } = &*CUES;
        self.cues.clear();
        self.there = 0;
        spotting.each(text.as_bytes(), |word, end| {
            let (word, cue) = words[word];
            let start = end - word.len();
            if cue.is_in_any_case() || text[start..end] == *word {
                self.cues.push((start, end, cue));
                self.there |= cue.bit();
            }
        });
    }

    /// Whether such a cue stands in the paragraph at all.
    pub(in crate::lint) fn is_anywhere(&self, meant: impl Into<Meant>) -> bool {
        self.there & meant.into().0 != 0
    }

    /// Whether such a cue stands within a stretch of the paragraph.
    pub(in crate::lint) fn is_said(&self, from: usize, to: usize, meant: impl Into<Meant>) -> bool {
        let meant = meant.into();
        self.is_anywhere(meant) && self.within(from, to, meant).next().is_some()
    }

    /// Where the last such cue within a stretch of the paragraph ends.
    pub(in crate::lint) fn last(&self, from: usize, to: usize, meant: Cue) -> Option<usize> {
        if !self.is_anywhere(meant) {
            return None;
        }
        let behind = self.cues.partition_point(|(_, end, _)| *end <= to);
        let mut inside = self.cues[..behind].iter().rev().take_while(|(_, end, _)| *end > from);
        inside.find(|(start, _, cue)| *start >= from && *cue == meant).map(|(_, end, _)| *end)
    }

    /// Where each such cue within a stretch of the paragraph begins.
    pub(in crate::lint) fn starts(&self, from: usize, to: usize, meant: Cue) -> impl Iterator<Item = usize> {
        self.within(from, to, meant.into()).map(|(start, _)| start)
    }

    /// Where each such cue within a stretch of the paragraph ends.
    pub(in crate::lint) fn ends(&self, from: usize, to: usize, meant: Cue) -> impl Iterator<Item = usize> {
        self.within(from, to, meant.into()).map(|(_, end)| end)
    }

    fn within(&self, from: usize, to: usize, meant: Meant) -> impl Iterator<Item = (usize, usize)> {
        let there = if self.is_anywhere(meant) { &self.cues[..] } else { &[] };
        let first = there.partition_point(|(_, end, _)| *end <= from);
        let inside = there[first..].iter().take_while(move |(_, end, _)| *end <= to);
        inside
            .filter(move |(start, _, cue)| *start >= from && meant.0 & cue.bit() != 0)
            .map(|(start, end, _)| (*start, *end))
    }
}
