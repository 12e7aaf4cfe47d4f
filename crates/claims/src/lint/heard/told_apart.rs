//! Numbers that the words near them tell apart from those of the figures: of the day before, of last year, of the largest of many, of all of
//! which the sentence's subject has a part.

use super::around::Around;
use super::cue_words::{self, LAST_YEARS};
use super::cues::Cue;
use super::words::Words;
use crate::calendar::Date;
use crate::claim::{Claim, Kind};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// Words for the day before one that was spoken of.
static DAY_BEFORE: Words<9> = Words::new(cue_words::DAY_BEFORE);
/// What may stand between such a word and its number: “a year ago we had 96”.
const HAD: [&str; 6] = ["we had", "it had", "there were", "we counted", "the number was", "it stood at"];
/// Words of a total, and ends of a sentence.
const OF_ALL: [&str; 12] =
    ["总", "合计", "共", "累计", "total", "combined", "together", "in all", "。", "；", ". ", ";"];
/// How many bytes before its amount the largest may be named.
const LARGEST_NEAR: usize = 75;
/// Words directly before a number that is a measure of comparison or a difference.
static OF_EACH: Words<11> =
    Words::new(["新增", "再增", "净增", "每", "差的", "还差", "只差", "仅差", "相差", "every", "each"]);

/// Words directly before a number of what is left.
static THE_REST: Words<2> = Words::new(["the other", "The other"]);

/// Words of a number that runs from the beginning on, or of the end, when all of it has run.
const RUNS: [&str; 23] = [
    "公布",
    "发布",
    "宣布",
    "通报",
    "获悉",
    "全部",
    "累计",
    "加起来",
    "合计",
    "共",
    "总",
    "截至",
    "截止",
    "迄今",
    "至今",
    "以来",
    "已达",
    "已有",
    "突破",
    "闭幕",
    "落幕",
    "收官",
    "本届",
];

impl Matcher<'_> {
    /// 今日入场48357人次: how many came on that day alone, where no word says that it is of all days so far.
    pub(in crate::lint) fn is_of_today(&self, claim: &Claim, around: &Around) -> bool {
        if !matches!(claim.unit, Some(Unit::Visit | Unit::Visitor | Unit::View | Unit::Interaction)) {
            return false;
        }
        let start = around.sentence.0;
        let Some(at) = self.near.heard.starts(start, claim.place.start, Cue::Today).max() else {
            return false;
        };
        let lead = self.scan.text.get(at..claim.place.start).unwrap_or_default();
        let runs = RUNS.iter().any(|word| lead.contains(word));
        // 今天收官，五天来了…: how long it has run.
        let first = self.claims.partition_point(|other| other.place.start < at);
        let mut between =
            self.claims[first..].iter().take_while(|other| other.place.end <= claim.place.start);
        !runs && !between.any(|other| other.unit == Some(Unit::Day) && other.kind == Kind::Count)
    }

    /// “27 a day earlier”, “The day before it was 46”: the day before the last day of reference, or before that of the text.
    pub(in crate::lint) fn day_before(
        &self,
        claim: &Claim,
        clause: (usize, usize),
        sentence: (usize, usize),
    ) -> Option<Date> {
        if !self.near.heard.is_anywhere(Cue::DayBefore) {
            return None;
        }
        let text = self.scan.text;
        if !self.english {
            // 线下参与10.2万人次，前一天8.6万: in Chinese it stands before its number.
            let lead = text[..claim.place.start].trim_end_matches(['的', '为', '是']);
            return DAY_BEFORE.end(lead).then(|| self.last_day(claim).eve());
        }
        if claim.as_of.is_some() {
            return None;
        }
        let behind = text[claim.place.end..].trim_start_matches([' ', ',', '，', '）', ')']);
        let from = |start: usize| text.get(start..claim.place.start).unwrap_or_default().trim_start();
        // “174,236 visits; the day before they stood at 86,000”
        let in_clause = || DAY_BEFORE.open_in_any_case(from(clause.0));
        let opens = DAY_BEFORE.open_in_any_case(from(sentence.0));
        if !DAY_BEFORE.open_in_any_case(behind) && !opens && !in_clause() {
            return None;
        }
        Some(self.last_day(claim).eve())
    }

    /// The last day of reference up to a claim, or that of the text.
    fn last_day(&self, claim: &Claim) -> Date {
        const BACK: usize = 6;
        let at = self.index_of(claim);
        let last = self.claims[..=at]
            .iter()
            .rev()
            .take(BACK + 1)
            .find_map(|other| other.as_of.filter(|day| day.day.is_some()));
        last.map_or(self.occasion.day, |day| day.within(self.occasion.day.year))
    }

    /// “last year 24”, “Last year: 114,449 visits”: a number of the week before, and no comparison with it.
    pub(in crate::lint) fn is_last_years(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        // 上届首日是22个、60.4亿元: the amount of what was counted then.
        let at = self.index_of(claim);
        let before = at.checked_sub(1).map(|at| &self.claims[at]).filter(|_| claim.kind == Kind::Money);
        let counted = before.filter(|other| {
            other.kind == Kind::Count && self.scan.text.get(other.place.end..claim.place.start) == Some("、")
        });
        if let Some(counted) = counted {
            return self.is_last_years(counted, self.bounds(counted).1);
        }
        if !self.near.heard.is_said(clause.0, claim.place.start, Cue::LastYears) {
            return false;
        }
        let lead = self.scan.text.get(clause.0..claim.place.start).unwrap_or_default();
        let word = LAST_YEARS.iter().find_map(|word| lead.rfind(word).map(|at| (at, at + word.len())));
        let Some((start, end)) = word else { return false };
        let between = lead[end..].trim_matches([' ', ',']);
        // “to top last year's 143,120”
        let between = if matches!(between, "'s" | "’s") { "" } else { between };
        let between = if HAD.contains(&between) { "" } else { between };
        let between = between.chars().filter(|letter| letter.is_alphanumeric()).count();
        let before = lead[..start].trim_end();
        let compares = ["than", "on", "over", "from", "of", "with", "to", "比", "较", "同"]
            .iter()
            .any(|word| before.ends_with(word));
        // 去年论坛33场: what is counted may stand between.
        let noun = if self.scan.text[claim.place.clone()].is_ascii() { 0 } else { 4 };
        between <= noun && !compares && claim.change.is_none()
    }

    /// 总投资32亿元的示例项目: the amount of one thing, which is no total.
    pub(in crate::lint) fn is_single(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        let tail = self.scan.text.get(claim.place.end..clause.1).unwrap_or_default();
        let of_one = claim.kind == Kind::Money
            && tail.starts_with('的')
            && tail.contains("项目")
            && self.is_alone(claim, clause);
        // 一期投资18.2亿元: of a thing that is built in stages.
        let lead = self.scan.text.get(clause.0..claim.place.start).unwrap_or_default().trim_end();
        let phase = claim.kind == Kind::Money && (lead.ends_with("期投资") || lead.ends_with("期总投资"));
        of_one || phase || claim.kind == Kind::Money && self.is_of_largest(claim)
    }

    /// 单体投资额最大的是…32亿元: the amount of the largest, with no word of a total between.
    fn is_of_largest(&self, claim: &Claim) -> bool {
        let start = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(LARGEST_NEAR));
        let word = self.near.heard.last(start, claim.place.start, Cue::Largest);
        let between = word.map(|word| &self.scan.text[word..claim.place.start]);
        // “the largest slice: 34 projects, with an investment of …”: of many, and not of one.
        let between = between.filter(|between| {
            !["slice", "share", "part", "portion", "group"]
                .iter()
                .any(|many| between.trim_start().starts_with(many))
        });
        between.is_some_and(|between| !OF_ALL.iter().any(|all| between.contains(all)))
    }

    /// 全部15场主体活动中的6场: whether the number is that of all, whatever part the sentence is about.
    pub(in crate::lint) fn is_of_all(&self, claim: &Claim) -> bool {
        static ALL: Words<6> = Words::new(["全部", "所有", "总共", "all", "all the", "the total of"]);
        ALL.end(self.lead(claim))
    }

    /// 每10个, 差的25个: of each so many, or how many are missing, which is no number of all.
    pub(in crate::lint) fn is_of_each(&self, claim: &Claim) -> bool {
        let start = self.scan.text.floor_char_boundary(claim.place.start.saturating_sub(12));
        let lead = self.lead_from(start, claim);
        OF_EACH.end(lead)
    }

    /// “the other 23 awards”: whether a number is what is left without those that were told.
    pub(in crate::lint) fn is_the_rest(&self, claim: &Claim) -> bool {
        let lead = self.lead(claim);
        THE_REST.end(lead)
    }

    /// Whether no other claim stands in the clause.
    fn is_alone(&self, claim: &Claim, clause: (usize, usize)) -> bool {
        let first = self.claims.partition_point(|other| other.place.start < clause.0);
        let mut inside = self.claims[first..].iter().take_while(|other| other.place.start < clause.1);
        inside.all(|other| other.place == claim.place)
    }
}
