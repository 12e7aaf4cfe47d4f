//! What a number leans on: the question that it alone answers, or the whole told before it that it is a part of.

use super::around::{Around, REACH};
use super::edges::without_blanks_behind;
use crate::claim::Claim;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// The longest answer that is a number and its day, in letters before the number.
const DATED_ANSWER: usize = 20;

/// The longest other one: 答：确认的有1037位.
const SHORT_ANSWER: usize = 5;

impl Matcher<'_> {
    /// “Q: How many events are there? A: 86.”: the question that a number alone answers, be it with a day.
    pub(in crate::lint) fn question(
        &self,
        claim: &Claim,
        sentence: (usize, usize),
    ) -> Option<(usize, usize)> {
        let text = self.scan.text;
        let answer = text.get(sentence.0..claim.place.start)?;
        let asked = without_blanks_behind(&text[..sentence.0]);
        if !asked.ends_with(['?', '？']) {
            return None;
        }
        let answer = ["There are", "There were", "There will be", "We have", "We had"]
            .iter()
            .find_map(|opening| answer.trim_end().strip_suffix(opening))
            .unwrap_or(answer);
        // “How much? Caller on line 2 … 2.8 million yuan, correct!”: what stands before the pause is no answer.
        let answer = answer.rsplit('…').next().unwrap_or(answer);
        let letters = answer.chars().filter(|letter| letter.is_alphanumeric()).count();
        let dated = claim.as_of.is_some() && letters <= DATED_ANSWER;
        if letters > SHORT_ANSWER && !dated {
            return None;
        }
        let last = self.near.sentences.partition_point(|end| *end < asked.len());
        let start = last.checked_sub(1).map_or(0, |at| self.near.sentences[at]);
        Some((text.ceil_char_boundary(start.max(sentence.0.saturating_sub(REACH))), sentence.0))
    }

    /// The first thing that words of a stretch of text count.
    pub(in crate::lint) fn noun_in(&self, (start, end): (usize, usize)) -> Option<Unit> {
        let first = self.scan.tokens.partition_point(|token| token.start < start);
        let mut tokens = self.scan.tokens[first..].iter().take_while(|token| token.end <= end);
        tokens.find_map(|token| match token.what {
            What::Known(Sense::Noun(unit)) => Some(unit),
            _ => None,
        })
    }

    /// “61,720 visits, of which 33,370 today”, “Of 324 exhibitors, 209 are from here”: a part of what its sentence has told rightly.
    pub(in crate::lint) fn is_part_of_told(&self, claim: &Claim, figure: usize, around: &Around) -> bool {
        let Some(said) = self.scan.text.get(around.sentence.0..claim.place.start) else { return false };
        // An amount in other money is the same, and no part.
        if self.bound == Some(figure) {
            return false;
        }
        if self.right.back().is_some_and(|(_, right)| *right == figure) && self.is_among_told(claim) {
            return true;
        }
        let told = self.right.iter().rev().find(|(_, right)| *right == figure);
        let Some(whole) = told.map(|(at, _)| &self.claims[*at]) else { return false };
        if whole.place.start < around.sentence.0 || whole.place.end > claim.place.start {
            return false;
        }
        // 其中外资项目43个、内资项目113个: behind the whole and a word that opens its parts, a smaller number is one of them.
        let between = self.scan.text.get(whole.place.end..claim.place.start).unwrap_or_default();
        let smaller =
            claim.value.number().zip(whole.value.number()).is_some_and(|(part, whole)| part < whole);
        if smaller && crate::lint::adding::halves::opens_parts(between) {
            return true;
        }
        let behind = self.tail(claim);
        let lead = said.trim_end();
        said.trim_start().starts_with("Of ") || lead.ends_with("of which") || behind.starts_with("of them")
    }
}
