//! Whether a number is of a contest: the place somebody came in, the teams and countries that took part. The week has other numbers of that sort.

use super::around::Around;
use crate::claim::{Claim, Kind};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// Words of a contest, in the sentence of its places.
const CONTESTS: [&str; 20] = [
    "大赛",
    "决赛",
    "赛事",
    "比赛",
    "选手",
    "团队",
    "队伍",
    "奖金",
    "冠军",
    "获奖",
    "contest",
    "competition",
    "final",
    "race",
    "jury",
    "hackathon",
    "team",
    "winner",
    "prize",
    "finished",
];
/// Words that a sentence about one begins with.
const BEGINS: [&str; 13] = [
    "大赛",
    "本次大赛",
    "本届大赛",
    "赛事",
    "决赛",
    "总决赛",
    "比赛",
    "The contest",
    "The competition",
    "The race",
    "The hackathon",
    "The jury",
    "The winners",
];

impl Matcher<'_> {
    /// “the teams in second and third place get €10,000”, 大赛收到报名项目1328个，来自16个国家: whether the sentence is about a contest, and the figure is of none.
    pub(in crate::lint) fn is_of_a_contest(&self, claim: &Claim, figure: usize, around: &Around) -> bool {
        let said = self.scan.text.get(around.sentence.0..around.sentence.1).unwrap_or_default();
        let about = match (claim.kind, claim.unit) {
            (Kind::Ordinal, Some(Unit::Rank)) => CONTESTS.iter().any(|word| said.contains(word)),
            (Kind::Count, _) => BEGINS.iter().any(|word| said.trim_start().starts_with(word)),
            _ => false,
        };
        let figure = &self.linter.ledger.figures[figure];
        let is_of_one = |name: &String| CONTESTS.iter().any(|word| name.contains(word));
        about && !figure.zh.iter().chain(&figure.en).any(is_of_one)
    }
}
