//! What a sentence is about when its number only looks like one of the week: a stretch of its days, another channel, a station.

use super::around::Around;
use super::candidate::Candidate;
use super::matching::Matcher;
use crate::claim::{Claim, Kind, Value};
use crate::figure::Figure;
use crate::unit::Unit;

/// Words that say when the whole takes place.
const HELD: [&str; 22] = [
    "举办",
    "举行",
    "召开",
    "举办日期",
    "日期",
    "时间",
    "会期",
    "为期",
    "开幕",
    "启幕",
    "闭幕",
    "相约",
    "定于",
    "拟于",
    "将于",
    "held",
    "run",
    "take place",
    "takes place",
    "dates",
    "Dates",
    "open",
];
/// Channels that a week is told in, which have numbers of their own.
const CHANNELS: [&str; 10] =
    ["短视频", "话题", "稿件", "推文", "图文", "微博", "抖音", "词条", "海报", "短片"];
/// Those who only pass through.
const PASSENGERS: [&str; 10] =
    ["进出站", "进站", "出站", "旅客", "乘客", "换乘", "线网", "客运", "候机", "过境"];

/// What is built, and no hall of the week.
const GROUNDS: [&str; 16] = [
    "厂房",
    "占地",
    "建筑面积",
    "用地",
    "车间",
    "绿地",
    "新增",
    "新建",
    "扩建",
    "农田",
    "仓库",
    "办公",
    "写字楼",
    "公寓",
    "载体",
    "标准地",
];

impl Matcher<'_> {
    /// 6月19日至23日仅禁止货车驶入: some of the days of the week, of which nobody says that it is held then.
    pub(super) fn is_stretch(&self, claim: &Claim, figure: &Figure, around: &Around) -> bool {
        let (Value::Period(from, to), Value::Period(first, last)) = (claim.value, figure.value) else {
            return false;
        };
        let day = |date: crate::calendar::Date| date.within(self.occasion.day.year);
        let inside = day(from) >= day(first) && day(to) <= day(last);
        let said = self.scan.text.get(around.sentence.0..around.sentence.1).unwrap_or_default();
        let near = self.clause_of(claim, around);
        inside && said.chars().any(crate::find::token::is_cjk) && !HELD.iter().any(|word| near.contains(word))
    }

    /// The clause of a claim with the one behind it, within the sentence.
    fn clause_of(&self, claim: &Claim, around: &Around) -> &str {
        let text = self.scan.text;
        let rest = text.get(claim.place.end..around.sentence.1).unwrap_or_default();
        let end = rest.match_indices(['，', '；', '\n']).nth(1).map_or(rest.len(), |(at, _)| at);
        text.get(around.clause.0.min(claim.place.start)..claim.place.end + end).unwrap_or_default()
    }

    /// 短视频播放量2.4亿次, 会展中心站进出站客流4.37万人次: of what no name of the figure speaks.
    pub(super) fn is_of_other_subject(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> bool {
        let words: &[&str] = match (claim.kind, claim.unit) {
            (Kind::Count, Some(Unit::View | Unit::Interaction)) => &CHANNELS,
            (Kind::Count, Some(Unit::Visit | Unit::Person)) => &PASSENGERS,
            (Kind::Count, Some(Unit::SquareMetre | Unit::Hectare)) => &GROUNDS,
            _ => return false,
        };
        let figure = &self.linter.ledger.figures[candidate.figure];
        let said = self.scan.text.get(around.clause.0..claim.place.start).unwrap_or_default();
        words.iter().any(|word| said.contains(word) && !figure.zh.iter().any(|name| name.contains(word)))
    }

    /// 10月17日至19日多云间晴: days of the weather, of roads, of registering, and not those of the week.
    pub(super) fn is_of_other_days(&self, claim: &Claim, around: &Around) -> bool {
        const SUBJECTS: [&str; 46] = [
            "多云",
            "晴",
            "阴",
            "气温",
            "有雨",
            "小雨",
            "中雨",
            "雷阵雨",
            "降水",
            "地铁",
            "公交",
            "末班",
            "限行",
            "管制",
            "绕行",
            "报名",
            "征集",
            "报到",
            "布展",
            "撤展",
            "彩排",
            "放假",
            "调休",
            "预售",
            "申报",
            "公示",
            "停水",
            "停电",
            "停车",
            "接驳",
            "酒店",
            "cloud",
            "sunny",
            "rain",
            "forecast",
            "regist",
            "applic",
            "apply",
            "closed",
            "closure",
            "shuttle",
            "ferry",
            "set-up",
            "build-up",
            "rehears",
            "early-bird",
        ];
        let text = self.scan.text;
        let end = text.floor_char_boundary((around.clause.1 + 36).min(text.len()));
        let said = text.get(around.clause.0..end).unwrap_or_default();
        let own = said.find(['。', '；', '\n']).map_or(said, |end| &said[..end]);
        SUBJECTS.iter().any(|subject| own.contains(subject)) && claim.kind == Kind::Period
    }
}
