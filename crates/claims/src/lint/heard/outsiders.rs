//! Numbers of people and things that are not those of the week: whoever was asked, who lives there, what was long ago, one post that was shared.

use super::around::Around;
use super::cues::Cue;
use super::words::Words;
use crate::claim::{Claim, Kind, Role};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// Words directly before the number of those who were asked.
const ASKED: [&str; 18] = [
    "questioned",
    "surveyed",
    "polled",
    "interviewed",
    "asked",
    "survey of",
    "poll of",
    "sample of",
    "answers from",
    "replies from",
    "调查了",
    "采访了",
    "访问了",
    "询问了",
    "抽访了",
    "抽查了",
    "随机访问",
    "随机采访了",
];
/// Words of the place that those who live there are of, directly before their number.
const HOME_TO: [&str; 12] = [
    "home to",
    "population of",
    "inhabitants:",
    "population:",
    "town of",
    "city of",
    "village of",
    "district of",
    "districts, with",
    "人口",
    "常住人口",
    "户籍人口",
];
/// Words directly behind a number of jobs that are held and not offered.
const HELD: [&str; 6] = [
    "in the trade",
    "in the industry",
    "in the sector",
    "in the branch",
    "in this trade",
    "in this industry",
];
/// What is shared, one by one.
const POSTS: [&str; 12] = [
    "post ", "clip ", "video ", "photo ", "tweet ", "thread ", "picture ", "hashtag ", "message ", "claim ",
    "帖子", "这条",
];
/// Words of a programme.
static PROGRAMMES: Words<6> = Words::new(["program", "schedule", "agenda", "日程", "安排", "节目单"]);
/// What ends such a list.
const TOGETHER: [&str; 6] = ["together", "total", "in all", "合计", "共", "累计"];
/// How far a list or the words before a number may reach, in bytes.
const REACH: usize = 120;

impl Matcher<'_> {
    /// Whether a number is of people or things that no figure of the week is about.
    pub(in crate::lint) fn is_of_outsiders(&self, claim: &Claim, around: &Around) -> bool {
        if claim.kind != Kind::Count {
            return false;
        }
        let text = self.scan.text;
        let from = text.ceil_char_boundary(claim.place.start.saturating_sub(REACH).max(around.sentence.0));
        let lead = self.lead_from(from, claim);
        let tail = self.tail(claim);
        let ends = |words: &[&str]| words.iter().any(|word| lead.ends_with(word));
        let outside = match claim.unit {
            Some(Unit::Person | Unit::Visitor) => ends(&ASKED) || ends(&HOME_TO),
            Some(Unit::Company | Unit::Team | Unit::Institution | Unit::Project | Unit::Item) => ends(&ASKED),
            Some(Unit::Job) => HELD.iter().any(|word| tail.starts_with(word)),
            Some(Unit::Interaction | Unit::View) => self.is_of_one_post(claim, lead),
            _ => false,
        };
        outside || self.is_of_a_decade(claim, around)
    }

    /// “A post that has been shared some 3,000 times”
    fn is_of_one_post(&self, claim: &Claim, lead: &str) -> bool {
        let own = &self.scan.text[claim.place.clone()];
        let shared = lead.ends_with("shared") || lead.ends_with("转发") || lead.ends_with("被转发");
        shared
            && (own.ends_with("times") || own.ends_with('次'))
            && POSTS.iter().any(|post| lead.contains(post))
    }

    /// “By the 1980s the cannery had 2,700 workers”, 八十年代: whether the sentence tells of a time that no figures are of.
    fn is_of_a_decade(&self, claim: &Claim, around: &Around) -> bool {
        let said = self.scan.text.get(around.sentence.0..claim.place.start).unwrap_or_default();
        let spelled = || {
            said.match_indices("0s").any(|(at, _)| {
                let digits = said[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
                digits == 3 || digits == 1
            })
        };
        said.contains("年代") || spelled()
    }

    /// 10月13日举办活动28场: whether the day on which so many are held stands directly before them.
    fn is_held_on_a_day(&self, claim: &Claim) -> bool {
        const HELD: [&str; 5] = ["举办", "举行", "开展", "共举办", "安排"];
        let before = self.index_of(claim).checked_sub(1).map(|at| &self.claims[at]);
        let day = before.filter(|day| day.kind == Kind::Date && day.role == Role::Stated);
        let gap =
            day.and_then(|day| self.scan.text.get(day.place.end..claim.place.start)).unwrap_or_default();
        matches!(claim.unit, Some(Unit::Activity | Unit::Forum | Unit::Session))
            && HELD.iter().any(|word| gap.strip_prefix(word).is_some_and(|rest| rest.chars().count() <= 3))
    }

    /// “Today's programme has 13 activities”, “Visits by day: 33,915, 37,425”: whether a number is of one day by the words before it.
    pub(in crate::lint) fn is_of_one_day(&self, claim: &Claim, around: &Around) -> bool {
        let text = self.scan.text;
        let from = text.ceil_char_boundary(claim.place.start.saturating_sub(REACH).max(around.sentence.0));
        let (to, heard) = (claim.place.start, &self.near.heard);
        let listed = heard.starts(from, to, Cue::DayByDay).max();
        if listed.is_some_and(|at| !TOGETHER.iter().any(|word| text[at..to].contains(word))) {
            return true;
        }
        if self.is_held_on_a_day(claim) {
            return true;
        }
        heard
            .ends(around.clause.0.max(from), to, Cue::OfTheDay)
            .any(|at| PROGRAMMES.open_in_any_case(text[at..to].trim_start_matches('的')))
    }
}
