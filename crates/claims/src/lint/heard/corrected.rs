//! Numbers that a text gives only to take them back: corrections and denials.
//!
//! It knows the words of newspapers and press offices for it and no more; of irony nothing is understood.

use super::around::Around;
use super::cues::Cue;
use super::words::Words;
use crate::claim::{Claim, Stage};
use crate::lint::matching::Matcher;

/// Words behind it that take it back.
const TAKES_BACK: [&str; 30] = [
    "was wrong",
    "were wrong",
    "is wrong",
    "are wrong",
    "misprint",
    "correct is",
    "correct figure",
    "correct number",
    "the right figure",
    "the right number",
    "should have been",
    "should have read",
    "should read",
    "no truth",
    "有误",
    "不实",
    "不属实",
    "并非事实",
    "是误传",
    "turned round",
    "transposed",
    "in error",
    "an error",
    "our mistake",
    "not true",
    "neither is true",
    "none of this is true",
    "is false",
    "are false",
    "untrue",
];
/// The same in the sentence itself.
const RATHER: [&str; 6] =
    ["; it was", "; it is", "; they were", "; there were", "; in fact", "; the correct"];
/// How far behind a number it may be taken back, in bytes and in sentences.
const BEHIND: usize = 240;
const SENTENCES: usize = 2;

impl Matcher<'_> {
    /// “On Monday we wrote that 118 companies had exhibited. That was wrong”: whether a number is only told to be taken back.
    pub(in crate::lint) fn is_taken_back(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        let text = self.scan.text;
        if self.is_put_right(claim, sentence) {
            return false;
        }
        if !self.near.heard.is_said(sentence.0, claim.place.start, Cue::WasTold) {
            return false;
        }
        let at = self.near.sentences.partition_point(|end| *end < claim.place.end);
        let end = self.near.sentences.get(at + SENTENCES).copied().unwrap_or(text.len());
        let end = text.floor_char_boundary(end.min(claim.place.end + BEHIND)).max(claim.place.end);
        let tail = text[claim.place.end..end].to_ascii_lowercase();
        let own =
            &tail[..tail.floor_char_boundary(sentence.1.saturating_sub(claim.place.end).min(tail.len()))];
        TAKES_BACK.iter().any(|word| tail.contains(word)) || RATHER.iter().any(|word| own.contains(word))
    }

    /// “It should have said 73 projects”, “The right figure is 35.25 billion yuan”: whether a number is the one that puts another right.
    pub(in crate::lint) fn is_put_right(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        static PUTS_RIGHT: Words<10> = Words::new([
            "should have said",
            "should have read",
            "should have been",
            "should read",
            "right figure is",
            "right number is",
            "correct figure is",
            "correct number is",
            "right figure was",
            "correct figure was",
        ]);
        PUTS_RIGHT.end(self.lead_from(sentence.0, claim))
    }

    /// The stage of what is put right, which the sentence before told.
    pub(in crate::lint) fn stage_put_right(&self, claim: &Claim, around: &Around) -> Option<Stage> {
        if !self.english || !self.is_put_right(claim, around.sentence) {
            return None;
        }
        let at = self.near.sentences.partition_point(|end| *end < around.sentence.0);
        let start = at.checked_sub(1).map_or(0, |at| self.near.sentences[at]);
        self.each_stage_in((start, around.sentence.0)).last()
    }

    /// “签约63个项目”应为“36个”, 误作1976年: whether a number is the mistake that is being corrected.
    pub(in crate::lint) fn is_corrected(&self, claim: &Claim, sentence: (usize, usize)) -> bool {
        static FOR: Words<8> =
            Words::new(["误作", "误为", "误写为", "误写成", "错写成", "错写为", "误登为", "误植为"]);
        let text = self.scan.text;
        let lead = text.get(sentence.0..claim.place.start).unwrap_or_default();
        let lead = lead.trim_end_matches(['“', '「', '"', '‘']);
        if FOR.end(lead) {
            return true;
        }
        let at = self.claims.partition_point(|other| other.place.start <= claim.place.start);
        let behind = claim.place.end;
        let next = self.claims.get(at).map_or(behind, |next| next.place.start.min(sentence.1));
        let gap = text.get(behind..next).unwrap_or_default();
        // 企业应为318家，院所应为52家: what stands in the next clause corrects that one, unless it opens it.
        let comma = gap.find(['，', '；', '。']).map_or(next, |at| behind + at);
        let (heard, opening) = (&self.near.heard, comma + '，'.len_utf8());
        heard.is_said(behind, comma, Cue::Instead)
            || heard.starts(opening, next, Cue::Instead).any(|at| at == opening)
    }
}
