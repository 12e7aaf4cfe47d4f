//! Numbers of a Chinese clause that are the speaker's own, or of the days before and behind the week: 本台会直播七场, 他去过61个国家, 布展期7天.
//!
//! They only look like the week's: of none of them a wrong value is told, and a right one stays right.

use super::around::Around;
use super::cues::Cue;
use super::edges::without_blanks_behind;
use super::words::Words;
use crate::calendar::Date;
use crate::claim::{Claim, Kind, Value};
use crate::figure::Figure;
use crate::lint::matching::Matcher;
use crate::lint::weighing::candidate::Candidate;
use crate::lint::weighing::weigh::WHOLE;
use crate::number::Number;
use crate::unit::Unit;

/// What one does oneself, directly before so many.
static DONE: Words<29> = Words::new([
    "盖到",
    "盖了",
    "见了",
    "聊了",
    "深聊",
    "跟了",
    "逛了",
    "走了",
    "看了",
    "拍了",
    "采访了",
    "走访了",
    "拜访了",
    "关注了",
    "打听了",
    "问了",
    "跑完",
    "走完",
    "看完",
    "逛完",
    "跑了",
    "数了",
    "省下",
    "省了",
    "少用",
    "节省了",
    "节约了",
    "接通",
    "打了",
]);
/// Words that end in 过 and say nothing of what one has done.
const NO_DEED: [&str; 6] = ["超过", "通过", "经过", "不过", "透过", "突破过"];
/// What has days of its own, beside the week.
const BESIDE: [&str; 16] = [
    "布展",
    "撤展",
    "搭建",
    "拆展",
    "筹备",
    "彩排",
    "试运行",
    "会前",
    "展前",
    "会后",
    "培训",
    "专场",
    "分会场",
    "夏令营",
    "训练营",
    "招聘会",
];
/// Words directly behind a number that is to be reached, or was.
static AIMS: Words<5> = Words::new(["目标", "的目标", "任务", "的任务", "的预期"]);

impl Matcher<'_> {
    /// 去年，参展企业250家; 2025年参展企业250家，今年增至312家: whether a sentence opens with a time before this one, and says no word of this one since.
    pub(in crate::lint) fn is_led_by_the_year_before(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        const BEFORE: [&str; 4] = ["去年，", "上届，", "上一届，", "上年，"];
        const NOW: [&str; 8] = ["今年", "本届", "本次", "这次", "本年", "今天", "目前", "增至"];
        let lead = self.scan.text.get(sentence.0..claim.place.start).unwrap_or_default().trim_start();
        let year = || {
            let (year, rest) = lead.split_at_checked(4)?;
            let said: u16 = year.parse().ok().filter(|_| rest.starts_with('年'))?;
            Some(said > 1900 && self.occasion.day.year.is_some_and(|own| said < own))
        };
        let before = BEFORE.iter().any(|word| lead.starts_with(word)) || year().unwrap_or(false);
        before && !NOW.iter().any(|word| lead.contains(word))
    }

    /// Whether a number is the speaker's own, of days beside the week, or another's rate.
    pub(in crate::lint) fn is_ones_own(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> bool {
        if self.english || candidate.named >= WHOLE && candidate.staged {
            return false;
        }
        let text = self.scan.text;
        let lead = text.get(around.clause.0.min(claim.place.start)..claim.place.start).unwrap_or_default();
        let near = without_blanks_behind(lead);
        let counted = matches!(claim.kind, Kind::Count | Kind::Money);
        let own = counted
            && candidate.named < WHOLE
            && self.near.heard.is_said(around.clause.0.min(claim.place.start), claim.place.start, Cue::Own);
        let lived = near.ends_with('过') && !NO_DEED.iter().any(|word| near.ends_with(word));
        // 你们走了327960人次那么热闹的路: nobody does so much alone.
        let many = matches!(claim.unit, Some(Unit::Visit | Unit::Visitor | Unit::View | Unit::Interaction));
        let done = counted && !many && (lived || DONE.end(near));
        // 荻洲县活动8场，另有6场由市直部门承办: others than those just told.
        let told = || self.right.iter().any(|(_, right)| *right == candidate.figure);
        let others = ["另有", "另外", "还有"].iter().any(|word| near.ends_with(word)) && told();
        own || done || others || self.is_of_days_beside(claim, around)
    }

    /// 布展期7天, 三天、286家单位——招聘专场收官: days of what is held beside the week.
    fn is_of_days_beside(&self, claim: &Claim, around: &Around) -> bool {
        if claim.kind != Kind::Count || claim.unit != Some(Unit::Day) {
            return false;
        }
        let said = self.scan.text.get(around.sentence.0..around.sentence.1).unwrap_or_default();
        let (lead, behind) =
            said.split_at(claim.place.start.saturating_sub(around.sentence.0).min(said.len()));
        let clause = lead.rsplit(['，', '；', '、', '：']).next().unwrap_or_default();
        let named = |words: &str| BESIDE.iter().any(|word| words.contains(word));
        // What stands behind a dash is what the numbers before it are of.
        let headed = behind.split_once("——").is_some_and(|(_, of)| named(of));
        let own = behind.split(['，', '。', '；']).next().unwrap_or_default();
        named(clause) || named(own) || headed
    }

    /// 完成了年初定下的250亿元目标: whether a number is called an aim behind it.
    pub(in crate::lint) fn is_aim(&self, claim: &Claim) -> bool {
        AIMS.open(&self.scan.text[claim.place.end..])
    }

    /// 今天又有47个项目签约，总投资131.9亿元: whether a number, or the one whose amount it is, came on top of what there was.
    pub(in crate::lint) fn is_on_top(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        static AGAIN: Words<12> = Words::new([
            "又有",
            "再有",
            "又签",
            "又签下",
            "又签约",
            "再签",
            "再签约",
            "新签",
            "又落地",
            "又开工",
            "又迎来",
            "又来了",
        ]);
        let text = self.scan.text;
        let leads = |claim: &Claim| {
            let lead = self.lead_from(sentence.0, claim);
            AGAIN.end(lead)
        };
        if leads(claim) {
            return true;
        }
        let at = self.index_of(claim);
        let before = at.checked_sub(1).map(|at| &self.claims[at]).filter(|_| claim.kind == Kind::Money);
        before.is_some_and(|other| {
            let gap = text.get(other.place.end..claim.place.start).unwrap_or("。");
            let all = ["累计", "共", "合计", "总额", "总数", "。", "；", "\n"];
            other.kind == Kind::Count && leads(other) && !all.iter().any(|word| gap.contains(word))
        })
    }

    /// 第四届…时间为2027年11月15日至20日: whether the paragraph tells days of an edition to come, behind those of this one.
    pub(in crate::lint) fn tells_days_to_come(&self) -> bool {
        let Some((_, last)) = self.days_held() else { return false };
        let Some(year) = last.year else { return false };
        let later = |day: Date| day.year.is_some_and(|own| own > year);
        self.claims.iter().any(|other| match other.value {
            Value::Period(from, _) => later(from),
            Value::Date(day) => later(day) && day.day.is_some(),
            _ => false,
        })
    }
}

/// Whether an edition is the one behind that of a figure.
pub(in crate::lint) fn is_one_before(claim: &Claim, figure: &Figure) -> bool {
    let (said, own) = (claim.value.number(), figure.value.number());
    said.zip(own).is_some_and(|(said, own)| said.plus(Number::ONE) == Some(own))
}

/// Whether an edition is the one behind a figure's.
pub(in crate::lint) fn is_one_behind(claim: &Claim, figure: &Figure) -> bool {
    let (said, own) = (claim.value.number(), figure.value.number());
    said.zip(own).is_some_and(|(said, own)| own.plus(Number::ONE) == Some(said))
}
