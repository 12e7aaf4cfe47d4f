//! How long the week lasts, and the number of days that only look like it: 历时六天, 开幕还有10天, “6 days.”

use super::around::Around;
use super::words::Words;
use crate::claim::{Claim, Kind};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// Words before the number of days that something lasts.
static LASTS: Words<10> = Words::new([
    "Length:",
    "Duration:",
    "length:",
    "duration:",
    "时长：",
    "历时",
    "为期",
    "会期",
    "展期",
    "lasting",
]);
/// Words before it where the clause ends with it: 未来五天，…
static COMING: Words<9> = Words::new([
    "这",
    "未来",
    "接下来",
    "接下来的",
    "短短",
    "在这",
    "Over the next",
    "Over the coming",
    "In just",
]);
/// Words before it where it is how long something goes on.
static IN: Words<4> = Words::new(["在", "将在", "的", "将于"]);
/// All that may stand between the days of something and their number: 9月9日至13日，共五天.
const DATED: [&str; 7] = ["，", "，共", "，连办", "，历时", "，一连", "共", "，共计"];
/// Words of a time until something or since it, and how far before a number of days they may stand.
const UNTIL: [&str; 12] =
    ["至今", "还有", "倒计时", "距", "倒数", "只剩", " left", " to go", "until", "ago", "since", "countdown"];
const UNTIL_NEAR: usize = 42;
/// How far from each other, in bytes, the days may be told of which one becomes the other.
const MOVED_NEAR: usize = 36;
/// Words behind it.
static ALL_ALONG: Words<8> = Words::new(["下来", "来", "展期", "会期", "的展期", "的会期", "时间里", "有多"]);
/// What lasts so long, where the number of days opens the clause: 六天的盛会, 七日之约.
static OF_DAYS: Words<15> = Words::new([
    "的盛会",
    "的盛事",
    "的创新周",
    "的科创周",
    "的活动周",
    "的展会",
    "的大会",
    "的会期",
    "的精彩",
    "的相聚",
    "的相约",
    "的旅程",
    "之约",
    "之会",
    "盛会",
]);
/// Words directly before it where the week is told beside another: 上届是5天, 今年是6天.
static EDITIONS: Words<20> = Words::new([
    "上届是",
    "上届为",
    "上届只有",
    "上届办了",
    "上一届是",
    "去年是",
    "去年为",
    "去年办了",
    "今年是",
    "今年为",
    "今年办了",
    "本届是",
    "本届为",
    "这届是",
    "这次是",
    "这次为",
    "周办了",
    "周举办了",
    "周持续",
    "周历时",
]);
/// Words of a change, where the days just told are of the week.
static MOVED_TO: Words<8> =
    Words::new(["延长到", "延长至", "延长为", "增至", "增加到", "缩短到", "缩短至", "缩短为"]);

impl Matcher<'_> {
    /// 历时六天, 六天来, “6 days.”: how long the week lasts names the figure of its days.
    pub(in crate::lint) fn span(&mut self, claim: &Claim, around: &Around) {
        if claim.unit == Some(Unit::Hour) && claim.kind == Kind::Count {
            self.hours_open(claim);
        }
        if claim.unit != Some(Unit::Day) || claim.kind != Kind::Count || !self.is_span(claim, around) {
            return;
        }
        let linter = self.linter;
        for figure in &linter.clues.days {
            self.say(*figure, 1.0);
        }
    }

    /// 6天累计54小时: so many hours in so many days are those that something is open.
    fn hours_open(&mut self, claim: &Claim) {
        let at = self.index_of(claim);
        let days = at.checked_sub(1).map(|at| &self.claims[at]).filter(|days| days.unit == Some(Unit::Day));
        let gap =
            days.and_then(|days| self.scan.text.get(days.place.end..claim.place.start)).unwrap_or_default();
        if !["累计", "共", "共计", "总计", "合计", "累计开放", "共开放"]
            .contains(&gap.trim_start_matches("里").trim_start_matches('，'))
        {
            return;
        }
        let linter = self.linter;
        for (at, figure) in linter.ledger.figures.iter().enumerate() {
            if figure.unit == Some(Unit::Hour) && figure.zh.iter().any(|name| name.contains("开放")) {
                self.say(at, 1.0);
            }
        }
    }

    /// Whether a number of days is how long all of it lasts.
    fn is_span(&self, claim: &Claim, around: &Around) -> bool {
        let text = self.scan.text;
        let lead = text.get(around.clause.0..claim.place.start).unwrap_or_default();
        let tail = text.get(claim.place.end..around.clause.1).unwrap_or_default();
        let plain = |words: &str| !words.chars().any(char::is_alphanumeric);
        // 答：5天，10月16日到20日。
        let lead = ["答：", "A：", "A:", "答:"]
            .iter()
            .find_map(|answer| lead.trim_start().strip_prefix(answer))
            .unwrap_or(lead);
        // 同志们、朋友们：6天的时间很短, 亲爱的志愿者：6天里: behind those who are spoken to.
        let lead = match lead.rsplit_once('：') {
            Some((called, rest)) if called.ends_with(['们', '者', '友']) => rest,
            _ => lead,
        };
        // 开幕还有10天, 开幕至今，3天: how long it is until then or since.
        let start = text.floor_char_boundary(around.clause.0.saturating_sub(UNTIL_NEAR));
        let before = &text[start..claim.place.start];
        if UNTIL.iter().any(|word| before.contains(word)) {
            return false;
        }
        // 3天来，线下参与90275人次: while the week goes on, how long it has gone on.
        let during = self.days_held().is_some_and(|(first, last)| {
            let (day, year) = (self.occasion.day, self.occasion.day.year);
            day >= first.within(year) && day < last.within(year)
        });
        // 五天里，我们将举办86场活动: of all of them, when it speaks of what is to come.
        let ahead = || {
            let rest = text.get(claim.place.end..around.sentence.1).unwrap_or_default();
            rest.split(char::is_numeric).next().is_some_and(|rest| rest.contains('将'))
        };
        if during && ["来", "下来", "里", "间"].iter().any(|word| tail.starts_with(word)) && !ahead() {
            return false;
        }
        // 9月9日至13日，共五天: how long the days last that stand before it.
        let at = self.index_of(claim);
        let dated = at.checked_sub(1).map(|at| &self.claims[at]).is_some_and(|days| {
            let gap = text.get(days.place.end..claim.place.start).unwrap_or_default();
            days.kind == Kind::Period && DATED.contains(&gap)
        });
        if dated {
            return true;
        }
        // 五天228619人次: how long it took until all of them had come, when it is over.
        if !during
            && plain(lead)
            && self.claims.get(at + 1).is_some_and(|next| next.place.start == claim.place.end)
        {
            return true;
        }
        // 5天里，386家参展单位…
        if plain(lead) && ["里", "间"].iter().any(|word| tail.starts_with(word)) {
            return true;
        }
        // 6天的时间很短, 5天累计54小时, 将在6天时间里举办
        let own = text[claim.place.clone()].ends_with("时间");
        let time =
            own && tail.starts_with(['里', '内', '中']) || (own || tail.starts_with("时间")) && plain(lead);
        let told = ["的时间", "时间里", "时间内"].iter().any(|word| tail.starts_with(word))
            || time
            || !during && ["累计", "共"].iter().any(|word| tail.starts_with(word));
        if told && (plain(lead) || IN.end(lead.trim_end())) || tail.starts_with('\u{3000}') && plain(lead) {
            return true;
        }
        // 创新周7天，会展中心站…; 创新周的7天里, 创新周全程7天
        let week = lead.trim_end().trim_end_matches(['的', '这', '那']).trim_end_matches("全程");
        if week.ends_with(['周', '节'])
            && (plain(tail)
                || ["里", "中", "间", "内", "期间", "共"].iter().any(|word| tail.starts_with(word)))
        {
            return true;
        }
        // 那场科创周：6天、64场活动
        let labelled = lead.trim_end_matches(['：', ':']);
        if labelled.len() < lead.len() && labelled.ends_with(['周', '节', '会']) && plain(tail) {
            return true;
        }
        // 上届是5天，这次延长到6天: the second goes on about the first.
        let goes_on = at.checked_sub(1).map(|at| &self.claims[at]).is_some_and(|before| {
            let gap = text.get(before.place.end..claim.place.start).unwrap_or("。");
            before.unit == Some(Unit::Day) && gap.len() <= MOVED_NEAR && !gap.contains(['。', '；', '\n'])
        });
        if (EDITIONS.end(lead) || goes_on && MOVED_TO.end(lead)) && plain(tail)
            || plain(lead) && OF_DAYS.open(tail)
        {
            return true;
        }
        COMING.end(lead.trim_end()) && plain(tail)
            || LASTS.end(lead.trim_end())
            || ALL_ALONG.open(tail)
            || plain(lead) && plain(tail)
    }
}
