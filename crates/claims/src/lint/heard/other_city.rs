//! Another city's event, told beside ours: 邻近的沱岭市也办了科创节，三天里38场活动; and where the text comes back to ours.

use super::cues::Cue;
use crate::claim::Claim;
use crate::find::tokens::token::is_cjk;
use crate::lint::known::clues::{Clue, Word};
use crate::lint::matching::Matcher;
use std::ops::Range;

/// What the name of a city ends with.
const CITY: char = '市';
/// Words for our own.
const OURS: [&str; 3] = ["本届", "我市", "本市"];
/// What stands before 市 where it ends no name: 城市, 超市, 三市.
const NO_NAME: &str = "城都上超门夜菜股楼花早集街跨入同进出开收罢本全我各某该外别他县省区级两三四五六七八九十的在和与及从由向对据经把被将";
/// What stands behind it where it ends none: 市场, 市民, 市区.
const NO_CITY: &str = "场民区长政委值面内级域容直井集属";
/// How far back a name may have been told, in bytes.
const TOLD: usize = 600;

impl Matcher<'_> {
    /// 隔壁澹州的博览会来了38万人次, 虞泽市的文博会到场31万人次: whether a number is of another city's event.
    pub(in crate::lint) fn is_of_other_city(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        let text = self.scan.text;
        let Some(lead) = text.get(sentence.0..claim.place.start) else { return false };
        let word = self.near.heard.starts(sentence.0, claim.place.start, Cue::OtherCity).max();
        let named = self.foreign_cities(sentence.0, claim.place.start).last().map(|(at, _)| at);
        let again = || self.told_again(sentence.0, lead).map(|at| sentence.0 + at);
        let Some(at) = word.max(named).or_else(again) else { return false };
        !self.comes_back(at, claim.place.start)
    }

    /// 比邻市多12家，我市…: whether what stands from one place of the text to another speaks of this city again.
    pub(in crate::lint) fn comes_back(&self, from: usize, to: usize) -> bool {
        let low = self.hits.partition_point(|hit| hit.start < from);
        let mut back = self.hits[low..].iter().take_while(|hit| hit.start < to);
        let named = back
            .any(|hit| matches!(hit.clue, Clue::Week(_) | Clue::Series(_) | Clue::Scope(_, _, Word::Proper)));
        named || self.scan.text.get(from..to).is_some_and(|said| OURS.iter().any(|word| said.contains(word)))
    }

    /// 沱岭是第二次办节: where a sentence says a city without its 市 that was named before it.
    fn told_again(&self, start: usize, lead: &str) -> Option<usize> {
        let from = self.scan.text.ceil_char_boundary(start.saturating_sub(TOLD));
        self.foreign_cities(from, start).filter_map(|(_, name)| lead.rfind(name)).max()
    }

    /// The cities named in a stretch of text that the ledger does not know, each with where it begins.
    fn foreign_cities(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, &str)> {
        let all = self.foreign_cities.get_or_init(|| self.all_foreign_cities());
        let first = all.partition_point(|name| name.start < from);
        let inside = all[first..].iter().take_while(move |name| name.end + CITY.len_utf8() <= to);
        inside.map(|name| (name.start, &self.scan.text[name.clone()]))
    }

    /// The same of the whole paragraph, of which they are found once.
    fn all_foreign_cities(&self) -> Vec<Range<usize>> {
        let text = self.scan.text;
        let foreign = text.match_indices(CITY).filter_map(|(end, city)| {
            let (start, _) = text[..end].char_indices().rev().nth(1)?;
            let name = &text[start..end];
            let behind = text[end + city.len()..].chars().next();
            let is_name = name.chars().all(|letter| is_cjk(letter) && !NO_NAME.contains(letter))
                && behind.is_none_or(|next| !NO_CITY.contains(next));
            let weeks = &self.linter.ledger.weeks;
            let ours = || weeks.iter().any(|week| week.names.zh.iter().any(|week| week.contains(name)));
            let known = || {
                let first = self.hits.partition_point(|hit| hit.end <= start);
                self.hits[first..]
                    .iter()
                    .take_while(|hit| hit.start < end)
                    .any(|hit| matches!(hit.clue, Clue::Week(_) | Clue::Series(_) | Clue::Scope(..)))
            };
            (is_name && !ours() && !known()).then_some(start..end)
        });
        foreign.collect()
    }
}
