//! What a Chinese clause leaves unsaid because its paragraph has told it: the subject of 如今是3106家, the place of 区内11场, the day of 闭幕时的52个.

use super::cues::Cue;
use super::words::Words;
use crate::calendar::Date;
use crate::claim::{Change, Claim, Kind, Value};
use crate::find::tokens::token::is_cjk;
use crate::lint::known::clues::{Clue, Hit, Word};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// All that may stand before a number whose subject the sentence before it told: 如今是3106家.
static NOW: Words<26> = Words::new([
    "如今",
    "如今是",
    "如今已",
    "如今达",
    "现在",
    "现在是",
    "目前",
    "目前是",
    "目前为",
    "目前达",
    "今年",
    "今年是",
    "今年为",
    "今年达",
    "本届",
    "本届是",
    "本届为",
    "本届达",
    "到今年",
    "眼下",
    "眼下是",
    "这一次是",
    "这次是",
    "今年则是",
    "本届则为",
    "而今",
]);
/// What stands for a number and what it counts.
static THIS_NUMBER: Words<8> = Words::new([
    "这个数字是",
    "这个数字为",
    "这个数字变成了",
    "这一数字是",
    "这一数字为",
    "这一数字已达",
    "这个数是",
    "数字变成了",
]);
/// The longest sentence that is a heading of what follows: 二是授信。186亿元是意向数.
const HEADING: usize = 12;
/// How long a paragraph of the press is, in bytes.
const PARAGRAPH: usize = 1200;
/// What is done with a number on a day.
const TOLD: [&str; 12] =
    ["公布", "通报", "发布", "披露", "统计", "公告", "宣布", "报道", "通告", "首次", "说", "确认"];
/// Openings of a clause that is told as of the day before.
const UP_TO_YESTERDAY: [&str; 5] = ["截至昨日", "截至昨天", "截至昨晚", "截止昨日", "截止昨天"];

impl Matcher<'_> {
    /// The sentence before a claim's own that tells what it is of, when its own begins with the number or is about a level.
    pub(in crate::lint) fn subject_told(
        &self,
        claim: &Claim,
        sentence: (usize, usize),
    ) -> Option<(usize, usize)> {
        let text = self.scan.text;
        let at = self.near.sentences.partition_point(|end| *end <= claim.place.start);
        let (own, before) = (at.checked_sub(1).map(|at| self.near.sentences[at])?, at.checked_sub(2));
        let start = before.map_or(0, |at| self.near.sentences[at]);
        let start = text.ceil_char_boundary(start.max(own.saturating_sub(super::around::REACH)));
        let lead = text.get(own.max(sentence.0)..claim.place.start)?.trim();
        // 参展企业只有76家；今天，这个数字是428家: its own sentence tells it.
        if THIS_NUMBER.end(lead) {
            return Some((start, claim.place.start));
        }
        let told = text.get(start..own)?;
        // Nothing goes on in Chinese about what was told in English.
        if told.is_ascii() {
            return None;
        }
        let first = self.claims.partition_point(|other| other.place.start < start);
        let mut inside = self.claims[first..].iter().take_while(|other| other.place.start < own);
        let alike = || inside.clone().any(|other| other.kind == claim.kind);
        let goes_on = (NOW.are(lead) || NOW.are(lead.trim_end_matches(['，', '：']))) && alike();
        let letters = || told.chars().filter(|letter| is_cjk(*letter)).count();
        let heading = inside.next().is_none() && (1..=HEADING).contains(&letters());
        let goes_on = (goes_on || claim.kind == Kind::Number) && told.contains(is_cjk);
        (heading || goes_on).then_some((start, own))
    }

    /// 区内11场活动, 新区14场: the one district that the paragraph has named.
    pub(in crate::lint) fn place_meant(&self, claim: &Claim, clause: (usize, usize)) -> Option<(u16, u16)> {
        let start = clause.0.min(claim.place.start);
        if !self.near.heard.is_said(start, claim.place.end, Cue::Here) {
            return None;
        }
        let keys = &self.linter.clues.keys;
        let city = self.city();
        let near = self.hits_before(claim);
        let mut places = near.iter().filter_map(|hit| match hit.clue {
            Clue::Scope(key, value, Word::Proper) if keys[usize::from(key)] == "place" => Some((key, value)),
            _ => None,
        });
        let mut places = places.by_ref().filter(|(_, value)| Some(*value) != city);
        let first = places.next()?;
        places.all(|other| other == first).then_some(first)
    }

    /// The words of the ledger before a claim, no farther back than a paragraph of the press is long.
    pub(in crate::lint) fn hits_before(&self, claim: &Claim) -> &[Hit] {
        let from = claim.place.start.saturating_sub(PARAGRAPH);
        let first = self.hits.partition_point(|hit| hit.start < from);
        let last = self.hits.partition_point(|hit| hit.start < claim.place.start);
        &self.hits[first..last.max(first)]
    }

    /// The place that the week itself is of.
    pub(in crate::lint) fn city(&self) -> Option<u16> {
        self.linter.clues.cities.get(&self.week).copied()
    }

    /// The days on which the week is held.
    pub(in crate::lint) fn days_held(&self) -> Option<(Date, Date)> {
        self.near.held
    }

    /// Whether a figure is of the days of the edition to come, which lie behind those of this one.
    pub(in crate::lint) fn is_of_next(&self, figure: usize) -> bool {
        let Value::Period(from, _) = self.linter.ledger.figures[figure].value else { return false };
        let year = self.occasion.day.year;
        self.days_held().is_some_and(|(_, last)| from.within(year) > last.within(year))
    }

    /// 比闭幕时的52个增加8个, 5月10日发布会公布的302家: the day on which a number held that is told of another day.
    pub(in crate::lint) fn day_told(&self, claim: &Claim, clause: (usize, usize)) -> Option<Date> {
        let text = self.scan.text;
        // 比9月28日的61个、184.6亿元分别增加…: the amount of what was counted then.
        let at = self.index_of(claim);
        let counted = at.checked_sub(1).map(|at| &self.claims[at]).filter(|other| {
            (other.kind, claim.kind) == (Kind::Count, Kind::Money)
                && text.get(other.place.end..claim.place.start) == Some("、")
        });
        if let Some(counted) = counted {
            return self.day_told(counted, self.bounds(counted).1);
        }
        let near = |claims: &[Claim]| claims.iter().rev().take(2).position(|other| other.kind == Kind::Date);
        // 3月18日公布的拟签约项目盘子是108个, 4月16日当天线下参与19870人次: what opens its clause with a day and what was told on it.
        if let Some(back) = near(&self.claims[..at])
            && let date = &self.claims[at - 1 - back]
            && date.place.start >= clause.0
            && let Value::Date(day) = date.value
            && let Some(behind) = text.get(date.place.end..claim.place.start)
        {
            // 由3月20日公布的68场调整为79场: what it has become is of another day.
            let published = claim.change != Some(Change::To)
                && TOLD[..6].iter().any(|word| {
                    behind.strip_prefix(word).is_some_and(|rest| rest.starts_with('的'))
                        && !behind.contains('，')
                });
            let that_day =
                ["当天", "当日"].iter().any(|word| behind.starts_with(word)) && !behind.contains('，');
            // 8月8日时清单上是134个，8月29日是151个
            let was = matches!(behind, "是" | "为" | "时是" | "时为")
                || behind.starts_with('时') && behind.ends_with(['是', '为']) && !behind.contains('，');
            if (published || that_day || was) && day.day.is_some() {
                return Some(day.within(self.occasion.day.year));
            }
        }
        let year = self.occasion.day.year;
        // 闭幕时落地项目是45个, 而4月20日闭幕时，落地的是54个: what had come to pass by then.
        let own = text.get(clause.0..claim.place.start)?;
        let before = text[..clause.0].trim_end_matches('，');
        // 截至昨日，观展5.12万人次; 截至昨日17时，…: what had come by the evening before.
        let opening =
            if before.len() < clause.0 { before.rsplit(['，', '。', '；', '\n']).next() } else { None };
        let eve = |said: &str| UP_TO_YESTERDAY.iter().any(|word| said.starts_with(word));
        if claim.as_of.is_none() && (eve(own) || opening.is_some_and(eve)) {
            return Some(self.occasion.day.eve());
        }
        let own_words = own.trim_start_matches("答：");
        let word = ["闭幕时", "闭幕当天", "落幕时"].iter().find(|word| {
            own_words.starts_with(**word) || before.len() < clause.0 && before.ends_with(**word)
        });
        if let Some(word) = word {
            // 4月20日闭幕时: the day that the text names for it.
            let named = self.claims[..at].last().and_then(|date| match date.value {
                Value::Date(day) if text[date.place.end..].starts_with(word) => Some(day.within(year)),
                _ => None,
            });
            return named.or(self.days_held().map(|(_, last)| last.within(year)));
        }
        let lead = own.trim_end().strip_suffix('的')?;
        let ends = |words: &[&str]| words.iter().any(|word| lead.ends_with(word));
        if ends(&["闭幕时", "闭幕当天", "闭幕当日", "闭幕日", "落幕时"]) {
            return self.days_held().map(|(_, last)| last.within(year));
        }
        if ends(&["开幕时", "开幕当天", "开幕当日", "开幕日"]) {
            return self.days_held().map(|(first, _)| first.within(year));
        }
        let at = self.index_of(claim);
        let date =
            at.checked_sub(1).map(|at| &self.claims[at]).filter(|date| date.place.start >= clause.0)?;
        let Value::Date(day) = date.value else { return None };
        let between = text.get(date.place.end..clause.0 + lead.len())?;
        // 比5月20日的52场又多了6场: what it is held against is of that day, and not of what is new on it.
        let told = TOLD.iter().any(|word| between.contains(word))
            || between.is_empty() && self.is_compared(date)
            || between.is_empty()
                && ["与", "同", "和", "从", "由"].iter().any(|word| self.follows(date, word));
        (told && day.day.is_some()).then(|| day.within(year))
    }

    fn follows(&self, claim: &Claim, word: &str) -> bool {
        self.lead(claim).ends_with(word)
    }

    /// 比上次碰头会时的82场多: whether a number is what something was at another time, which it is held against.
    pub(in crate::lint) fn is_of_then(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        static THEN: Words<12> = Words::new([
            "时的",
            "上次的",
            "此前的",
            "之前的",
            "原来的",
            "原先的",
            "原定的",
            "前期的",
            "最初的",
            "起初的",
            "公布的",
            "当时的",
        ]);
        let lead = self.lead_from(clause.0, claim);
        THEN.end(lead) && lead.contains(['比', '较', '从', '由'])
    }

    /// 15个项目用地未定, 5个已经终止: whether what is said of so many is that they have not come so far.
    pub(in crate::lint) fn is_failing(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        const FAILING: [&str; 16] = [
            "未", "没有", "没动", "没开", "没签", "没落", "终止", "取消", "变更", "退出", "流失", "逾期",
            "停工", "搁置", "滞后", "受阻",
        ];
        let things = matches!(claim.unit, Some(Unit::Project | Unit::Item)) && claim.kind == Kind::Count;
        let tail = || self.scan.text.get(claim.place.end..clause.1).unwrap_or_default();
        things && FAILING.iter().any(|word| tail().contains(word))
    }

    /// 156个拟签约项目只有13个未能按期完成: whether so many are those that did not do what the others did.
    pub(in crate::lint) fn is_of_those_that_did_not(&self, claim: &Claim) -> bool {
        static NOT: Words<6> = Words::new(["未", "尚未", "仍未", "没能", "还没", "还未"]);
        claim.kind == Kind::Count && NOT.open(&self.scan.text[claim.place.end..])
    }

    /// 论坛完成11场: whether a number is of what has been held so far, while the week goes on.
    pub(in crate::lint) fn is_so_far(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        static HELD: Words<8> =
            Words::new(["完成", "办完", "已办", "已举办", "已开", "开完", "已进行", "已举行"]);
        let lead = self.lead_from(clause.0, claim);
        let events = matches!(claim.unit, Some(Unit::Activity | Unit::Forum | Unit::Session | Unit::Item));
        let year = self.occasion.day.year;
        let during = || self.days_held().is_some_and(|(_, last)| self.occasion.day < last.within(year));
        events && HELD.end(lead) && during()
    }

    /// 最终签约的占88.3%: whether a share is of what has come to the stage that stands at it.
    pub(in crate::lint) fn is_share_of_stage(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        let lead = self.lead_from(clause.0, claim);
        let lead = ["占到", "占比", "占", "达到", "达", "为"].iter().find_map(|word| lead.strip_suffix(word));
        let Some(lead) = lead.and_then(|lead| lead.strip_suffix('的').or_else(|| lead.strip_suffix("比例")))
        else {
            return false;
        };
        let end = clause.0 + lead.len();
        let at = self.near.stages.partition_point(|(_, to, _)| *to < end);
        claim.kind == Kind::Share && self.near.stages.get(at).is_some_and(|(_, to, _)| *to == end)
    }

    /// 318家参展企业中有203家, 其中203家: whether a number is of a part of what its sentence has told just before.
    pub(in crate::lint) fn is_among_told(&self, claim: &Claim) -> bool {
        const LONGEST: usize = 16;
        const AMONG: [&str; 25] = [
            "展商已有",
            "企业已有",
            "跑完",
            "走完",
            "看完",
            "逛完",
            "跑了",
            "看了",
            "，已有",
            "，其中",
            "，其中有",
            "中",
            "中有",
            "中，",
            "中，有",
            "中已有",
            "中约",
            "里",
            "里有",
            "里，",
            "里，有",
            "之中",
            "当中",
            "当中有",
            "里头",
        ];
        let at = self.index_of(claim);
        let Some(whole) = at.checked_sub(1).map(|at| &self.claims[at]) else { return false };
        let gap = self.scan.text.get(whole.place.end..claim.place.start).unwrap_or_default();
        let short = !gap.is_empty() && gap.chars().count() <= LONGEST && !gap.contains(['。', '；', '\n']);
        let smaller =
            claim.value.number().zip(whole.value.number()).is_some_and(|(part, whole)| part < whole);
        let alike = whole.kind == claim.kind
            && (whole.unit == claim.unit || [whole.unit, claim.unit].contains(&Some(Unit::Item)));
        short && smaller && alike && AMONG.iter().any(|word| gap.trim_end().ends_with(word))
    }
}
