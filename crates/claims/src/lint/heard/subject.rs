//! What a sentence is about when its number only looks like one of the week: a stretch of its days, another channel, a station.

use super::around::Around;
use super::words::Words;
use crate::claim::{Claim, Kind, Role, Value};
use crate::figure::Figure;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{self, What, is_cjk};
use crate::lint::known::clues::{Clue, Hit};
use crate::lint::matching::Matcher;
use crate::lint::weighing::candidate::Candidate;
use crate::lint::weighing::weigh::WHOLE;
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

/// Those of whom a share says or does something.
const ASKED: [&str; 7] = ["观众", "受访者", "嘉宾", "市民", "游客", "客商", "居民"];

/// Those who look for people, and for goods.
const EMPLOYERS: [&str; 6] = ["用人单位", "用人企业", "招聘单位", "招聘企业", "采购单位", "商户"];

/// What is built, and no hall of the week.
const GROUNDS: [&str; 17] = [
    "地毯",
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

/// Words directly before the share that a part takes of the whole.
static TAKES: Words<5> = Words::new(["占", "占了", "占到", "占比", "占比为"]);
/// What may stand before 指数 where it is the whole one.
const OF_ALL_INDEX: [&str; 8] = ["综合", "总体", "城市", "本市", "全市", "该项", "这一", "市的"];

/// Words behind a share and before that of which it is one.
const OF: [&str; 4] = ["of the ", "of all ", "of our ", "of its "];
/// Words directly before an end of a span of time.
static SPAN: Words<9> =
    Words::new([" from", " until", " till", " since", " by", "From", "Until", "Since", "By"]);
/// What may stand before “index” where it is the one that the figures know.
const THE_INDEX: [&str; 8] = ["the", "this", "that", "an", "overall", "whole", "same", "its"];

impl Matcher<'_> {
    /// 6月19日至23日仅禁止货车驶入: some of the days of the week, of which nobody says that it is held then.
    pub(in crate::lint) fn is_stretch(&self, claim: &Claim, figure: &Figure, around: &Around) -> bool {
        let (Value::Period(from, to), Value::Period(first, last)) = (claim.value, figure.value) else {
            return false;
        };
        let day = |date: crate::calendar::Date| date.within(self.occasion.day.year);
        let inside = day(from) >= day(first) && day(to) <= day(last);
        let said = self.scan.text.get(around.sentence.0..around.sentence.1).unwrap_or_default();
        let near = self.clause_of(claim, around);
        inside && said.chars().any(is_cjk) && !HELD.iter().any(|word| near.contains(word))
    }

    /// The clause of a claim with the one behind it, within the sentence.
    fn clause_of(&self, claim: &Claim, around: &Around) -> &str {
        let text = self.scan.text;
        let rest = text.get(claim.place.end..around.sentence.1).unwrap_or_default();
        let end = rest.match_indices(['，', '；', '\n']).nth(1).map_or(rest.len(), |(at, _)| at);
        text.get(around.clause.0.min(claim.place.start)..claim.place.end + end).unwrap_or_default()
    }

    /// 短视频播放量2.4亿次, 会展中心站进出站客流4.37万人次: of what no name of the figure speaks.
    pub(in crate::lint) fn is_of_other_subject(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
    ) -> bool {
        // 260家用人单位设摊: who looks for people exhibits nothing.
        let employs = EMPLOYERS.iter().any(|word| self.scan.text[claim.place.end..].starts_with(word));
        if employs {
            let named = |name: &String| EMPLOYERS.iter().any(|word| name.contains(word));
            return !self.linter.ledger.figures[candidate.figure].zh.iter().any(named);
        }
        let words: &[&str] = match (claim.kind, claim.unit) {
            // 公众号推文被读327万次: of its own channel.
            (Kind::Count, Some(Unit::View | Unit::Interaction)) if !candidate.scoped => &CHANNELS,
            (Kind::Count, Some(Unit::Visit | Unit::Person)) => &PASSENGERS,
            (Kind::Count, Some(Unit::SquareMetre | Unit::Hectare)) => &GROUNDS,
            _ => return false,
        };
        let figure = &self.linter.ledger.figures[candidate.figure];
        let said = self.scan.text.get(around.clause.0..claim.place.start).unwrap_or_default();
        let shown = || self.scan.text[claim.place.end..].chars().take(4).any(|letter| letter == '展');
        if claim.kind == Kind::Count && is_of_other_area(said, figure) && !shown() {
            return true;
        }
        // 2.1万平方米的厂房
        let tail = self.scan.text.get(claim.place.end..around.clause.1).unwrap_or_default();
        let behind = |word: &str| tail.strip_prefix('的').is_some_and(|noun| noun.starts_with(word));
        words.iter().any(|word| {
            (said.contains(word) || behind(word)) && !figure.zh.iter().any(|name| name.contains(word))
        })
    }

    /// 人才指数118.3, 以2018年为100: whether a score is that of another index, a part of this one or its base.
    pub(in crate::lint) fn is_of_other_index(&self, claim: &Claim, figure: &Figure, around: &Around) -> bool {
        const INDEX: &str = "指数";
        // 分项看，人才集聚得分102.5: a score of a part, and not of the whole.
        const OF_A_PART: [&str; 8] =
            ["分项", "单项", "子项", "分指标", "sub-index", "sub-indexes", "sub-score", "sub-scores"];
        let told = self.scan.text.get(self.whole_sentence(around)..claim.place.start).unwrap_or_default();
        if OF_A_PART.iter().any(|word| told.contains(word)) {
            return true;
        }
        if self.english {
            return self.is_of_other_english_index(claim, figure, around);
        }
        let lead = self.scan.text.get(around.clause.0..claim.place.start).unwrap_or_default();
        let at = self.index_of(claim);
        let before = at.checked_sub(1).map(|at| &self.claims[at]);
        let base = before.is_some_and(|year| {
            let gap = self.scan.text.get(year.place.end..claim.place.start);
            year.kind == Kind::Year && matches!(gap, Some("为" | "为基期（" | "为基期，即"))
        });
        let Some(named) = lead.rfind(INDEX) else { return base };
        let Some((start, _)) = lead[..named].char_indices().rev().nth(1) else { return base };
        let (of, name) = (&lead[start..named], &lead[start..named + INDEX.len()]);
        let plain = !of.chars().all(is_cjk) || OF_ALL_INDEX.contains(&of);
        base || !plain && !figure.zh.iter().any(|known| known.contains(name))
    }

    /// 分项中，创新环境为124.9；创新投入为109.7: where a sentence begins that goes on behind semicolons.
    fn whole_sentence(&self, around: &Around) -> usize {
        const CLAUSES: usize = 4;
        let ends = &self.near.sentences;
        let before = &ends[..ends.partition_point(|end| *end <= around.sentence.0)];
        let text = self.scan.text;
        let own = before.iter().rev().take(CLAUSES).find(|end| !text[..**end].ends_with('；'));
        own.copied().unwrap_or(if before.len() < CLAUSES { 0 } else { around.sentence.0 })
    }

    /// “The price index stood at 100.8”
    fn is_of_other_english_index(&self, claim: &Claim, figure: &Figure, around: &Around) -> bool {
        let lead = self.scan.text.get(around.clause.0..claim.place.start).unwrap_or_default();
        let mut words = lead.split_whitespace().rev().skip_while(|word| !word.eq_ignore_ascii_case("index"));
        let Some(of) = words.nth(1) else { return false };
        let plain = THE_INDEX.iter().any(|word| of.eq_ignore_ascii_case(word));
        let name = format!("{} index", of.to_ascii_lowercase());
        let of = of.to_ascii_lowercase();
        let known = |known: &String| known.to_ascii_lowercase().split(' ').any(|word| word == of);
        !plain && name.len() > "index ".len() && !figure.en.iter().any(known)
    }

    /// 还有13个没动静, 生物医药11个: whether a figure is of one sector or source of capital of which a Chinese sentence says nothing, or of one
    /// district or hall that nothing before it has named.
    pub(in crate::lint) fn is_unsaid_scope(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
    ) -> bool {
        let clues = &self.linter.clues;
        let telling = |key: u16| matches!(clues.keys[usize::from(key)].as_str(), "sector" | "capital");
        let unsaid = |(key, value): &(u16, u16)| {
            telling(*key) && !around.scopes.iter().any(|said| (said.key, said.value) == (*key, *value))
        };
        let city = self.city();
        let nowhere = |(key, value): &(u16, u16)| {
            let said =
                |hit: &Hit| matches!(hit.clue, Clue::Scope(of, named, _) if (of, named) == (*key, *value));
            clues.keys[usize::from(*key)] == "place"
                && city.is_some_and(|city| city != *value)
                && !around.scopes.iter().any(|said| (said.key, said.value) == (*key, *value))
                && !self.hits_before(claim).iter().any(said)
        };
        let chinese = self.scan.text[claim.place.clone()].ends_with(is_cjk);
        let scopes = &clues.scopes[candidate.figure];
        chinese && candidate.named < WHOLE && scopes.iter().any(|scope| unsaid(scope) || nowhere(scope))
    }

    /// 1亿元以下的小项目占了一半以上: whether a figure is of an age, and the last class that the clause names is not of it.
    pub(in crate::lint) fn is_of_other_age(&self, claim: &Claim, figure: usize, around: &Around) -> bool {
        let Some(age) = self.linter.clues.ages[figure] else { return false };
        let at = self.index_of(claim);
        let class = self.claims[..at]
            .iter()
            .rev()
            .take_while(|other| other.place.start >= around.clause.0)
            .find(|other| other.role == Role::Threshold);
        class.is_some_and(|class| class.value.number() != Some(age))
    }

    /// 其中35岁以下的占61%: a share of an age that its clause names is of the figure of that age.
    pub(in crate::lint) fn aged(&mut self, claim: &Claim, around: &Around) {
        let at = self.index_of(claim);
        let class = at.checked_sub(1).map(|at| &self.claims[at]).filter(|class| {
            class.role == Role::Threshold
                && class.unit == Some(Unit::Year)
                && class.place.start >= around.clause.0
        });
        let Some(age) = class.and_then(|class| class.value.number()).filter(|_| claim.kind == Kind::Share)
        else {
            return;
        };
        let linter = self.linter;
        for figure in (0..linter.clues.ages.len()).filter(|at| linter.clues.ages[*at] == Some(age)) {
            self.say(figure, 0.8);
        }
    }

    /// 制造业占八成三: what takes a share of the whole is no rate, 签约率.
    pub(in crate::lint) fn is_share_and_no_rate(
        &self,
        claim: &Claim,
        figure: usize,
        around: &Around,
    ) -> bool {
        let lead = self.lead_from(around.clause.0, claim);
        // 占签约项目的七成多
        let of_whole = || lead.ends_with('的') && lead.contains('占');
        // 相当于138个拟签约项目的一半, 已落地77个，接近三分之二: of what was counted just before.
        let at = self.claims.partition_point(|other| other.place.start < claim.place.start);
        let restates = || {
            let before =
                at.checked_sub(1).map(|at| &self.claims[at]).filter(|before| before.kind == Kind::Count);
            let gap = before.and_then(|before| self.scan.text.get(before.place.end..claim.place.start));
            gap == Some("，")
        };
        let like = lead.ends_with('的') && lead.contains("相当于");
        // 项目数已达到拟签约数的三分之二, “66 have landed, over half of those signed”: round parts of what was counted.
        let round = claim.digits < 3
            && (lead.ends_with('的')
                && ["达到", "达", "超过", "接近"].iter().any(|word| lead.contains(word))
                || ["of those ", "of all those "]
                    .iter()
                    .any(|of| self.scan.text[claim.place.end..].trim_start().starts_with(of)));
        let takes = TAKES.end(lead) || of_whole() || like || restates() || round;
        let Figure { zh, en, .. } = &self.linter.ledger.figures[figure];
        let is_rate = zh.first().is_some_and(|name| name.ends_with('率'))
            || en.first().is_some_and(|name| name.ends_with("rate"));
        takes && !around.rate && is_rate
    }

    /// “60 percent of the teams”: whether a share is told of other things than those in the name of the figure.
    pub(in crate::lint) fn is_share_of_others(&self, claim: &Claim, figure: usize) -> bool {
        let text = self.scan.text;
        let tail = self.tail(claim);
        let known = &self.linter.clues.named_units[figure];
        // 近97%的观众表示满意: of those who were asked, and no rate of anything else.
        let asked = tail.strip_prefix('的').and_then(|of| ASKED.iter().find(|who| of.starts_with(**who)));
        if let Some(who) = asked.filter(|_| claim.kind == Kind::Share) {
            return !self.linter.ledger.figures[figure].zh.iter().any(|name| name.contains(who));
        }
        // “4,600 jobs, three quarters of them held by …”: of what was counted last.
        if claim.kind == Kind::Share && (tail.starts_with("of them") || tail.starts_with("of these")) {
            let at = self.index_of(claim);
            let before =
                at.checked_sub(1).map(|at| &self.claims[at]).filter(|whole| whole.kind == Kind::Count);
            let whole = before.and_then(|whole| whole.unit).filter(|unit| *unit != Unit::Item);
            let named = nouns_of(&self.linter.ledger.figures[figure]);
            return whole.is_some_and(|whole| !named.is_empty() && !named.contains(&alike(whole)));
        }
        let Some(of) = OF.iter().find_map(|of| tail.strip_prefix(of)) else { return false };
        let start = text.len() - of.len();
        let Some(whole) = self.noun_in((start, text.floor_char_boundary((start + 24).min(text.len()))))
        else {
            return false;
        };
        claim.kind == Kind::Share && !known.is_empty() && !known.contains(&whole)
    }

    /// “until 9 p.m.”, “from 1 p.m.”, “in place by 9:30”: an end of a span, and no instant at which something begins.
    pub(in crate::lint) fn is_end_of_span(&self, claim: &Claim) -> bool {
        let lead = self.lead(claim);
        matches!(claim.value, Value::Time(_)) && SPAN.end(lead)
    }

    /// “the closing ceremony begins at 4 p.m.”: whether the clause names the other end of the week than the figure does.
    pub(in crate::lint) fn is_of_other_end(&self, figure: &Figure, around: &Around) -> bool {
        const ENDS: [(&str, &str); 4] =
            [("opening", "closing"), ("closing", "opening"), ("开幕", "闭幕"), ("闭幕", "开幕")];
        let said = self.scan.text.get(around.clause.0..around.clause.1).unwrap_or_default();
        let named = |end: &str| figure.zh.iter().chain(&figure.en).any(|name| name.contains(end));
        ENDS.iter()
            .any(|(own, other)| named(own) && !named(other) && said.contains(other) && !said.contains(own))
    }

    /// 第四届…定于2025年: whether a sentence is about the edition to come.
    pub(in crate::lint) fn is_next(&self, claim: &Claim, around: &Around) -> bool {
        let said = self.scan.text.get(around.sentence.0..around.sentence.1).unwrap_or_default();
        let year = self.occasion.day.year.map(|year| (year + 1).to_string());
        let inside =
            |other: &&Claim| other.place.start >= around.sentence.0 && other.place.end <= around.sentence.1;
        let ahead = self
            .claims
            .iter()
            .filter(inside)
            .filter(|other| other.kind == Kind::Edition)
            .all(|other| other.value == claim.value);
        ahead
            && (["明年", "下届", "下一届", "next"].iter().any(|word| said.contains(word))
                || year.is_some_and(|year| said.contains(year.as_str())))
    }

    /// 本网10月11日刊发的一文: whether a day is that on which something was printed.
    pub(in crate::lint) fn is_of_print(&self, claim: &Claim) -> bool {
        const PRINTED: [&str; 4] = ["刊发", "刊登", "见报", "登载"];
        let tail = &self.scan.text[claim.place.end..];
        PRINTED.iter().any(|word| tail.starts_with(word))
    }

    /// 五年前, “five years ago”: a length of time that says when something was.
    pub(in crate::lint) fn is_when(&self, claim: &Claim) -> bool {
        const BEHIND: [&str; 9] = ["前", "后", "以前", "之前", "之后", "以后", "ago", "earlier", "later"];
        const BEFORE: [&str; 7] = ["过去", "最近", "近", "过去的", "past", "last", "previous"];
        let long = claim.unit.is_some_and(|unit| unit.is_measure() && unit <= Unit::Second);
        let (lead, tail) = (self.lead(claim), self.tail(claim));
        long && (BEHIND.iter().any(|word| tail.starts_with(word))
            || BEFORE.iter().any(|word| lead.ends_with(word)))
    }

    /// 10月17日至19日多云间晴: days of the weather, of roads, of registering, and not those of the week.
    pub(in crate::lint) fn is_of_other_days(&self, claim: &Claim, around: &Around) -> bool {
        const SUBJECTS: [&str; 50] = [
            "禁止",
            "通行",
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
            "hotel",
            "train",
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
        // “ahead of the Oct. 14-18 innovation week”: of that, whatever else its clause tells.
        let tail = self.tail(claim);
        let of_week = ["innovation week", "Innovation Week"].iter().any(|name| tail.starts_with(name))
            || self.is_of_week_behind(claim);
        if of_week {
            return false;
        }
        let end = text.floor_char_boundary((around.clause.1 + 36).min(text.len()));
        let said = text.get(around.clause.0..end).unwrap_or_default();
        let own = said.find(['。', '；', '\n']).map_or(said, |end| &said[..end]);
        // “… for October 16–20. Early-bird registration …”: the next sentence is of something else.
        let behind = claim.place.end.saturating_sub(around.clause.0).min(own.len());
        let next = own.get(behind..).and_then(|tail| tail.find(". ")).map_or(own.len(), |end| behind + end);
        let own = own.get(..next).unwrap_or(own);
        // “From 15 to 20 April, between 8 a.m. and 7 p.m., the square is closed”: what the sentence opens with is when all of it is.
        let opens = matches!(
            text.get(around.sentence.0..claim.place.start).unwrap_or_default().trim(),
            "From" | "Between" | "On" | "During"
        );
        let own = if opens { text.get(around.sentence.0..around.sentence.1).unwrap_or(own) } else { own };
        // 交警支队提示：10月18日至24日，会展大道…禁止货车通行: of what is forbidden on them.
        let heads = self.lead_from(around.sentence.0, claim);
        let whole = text.get(around.sentence.0..around.sentence.1).unwrap_or_default();
        let forbids = (heads.is_empty() || heads.ends_with('：'))
            && ["禁止", "限行", "管制"].iter().any(|word| whole.contains(word));
        (forbids || SUBJECTS.iter().any(|subject| own.contains(subject))) && claim.kind == Kind::Period
    }
}

/// 扫风面积约5.3万平方米: whether a number is of an area by a name that the figure does not have, and that is of no exhibition.
fn is_of_other_area(lead: &str, figure: &Figure) -> bool {
    const AREA: &str = "面积";
    const OURS: [char; 9] = ['展', '馆', '总', '场', '会', '净', '布', '其', '了'];
    let lead = lead.trim_end_matches(['达', '为', '到', '超', '约', '近']);
    let Some(before) = lead.strip_suffix(AREA) else { return false };
    let Some((start, _)) = before.char_indices().rev().nth(1) else { return false };
    let (of, name) = (&before[start..], &lead[start..]);
    of.chars().all(is_cjk)
        && !of.contains(OURS)
        && !figure.zh.iter().any(|known| known.contains(name) || known.contains(of))
}

/// What the English names of a figure count.
fn nouns_of(figure: &Figure) -> Vec<Unit> {
    let mut tokens = Vec::new();
    let mut nouns = Vec::new();
    for name in &figure.en {
        token::cut(name, &mut tokens);
        nouns.extend(tokens.iter().filter_map(|token| match token.what {
            What::Known(Sense::Noun(unit)) => Some(alike(unit)),
            _ => None,
        }));
    }
    nouns
}

/// Visitors, guests and people are one sort: whoever is there.
fn alike(unit: Unit) -> Unit {
    if matches!(unit, Unit::Visitor | Unit::Visit) { Unit::Person } else { unit }
}
