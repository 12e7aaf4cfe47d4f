//! Numbers that the numbers before them make: they are told by the text itself, and no wrong numbers of a figure.

use super::parts::PARTS;
use crate::claim::{Claim, Value};
use crate::lint::heard::around::Around;
use crate::lint::heard::cues::Cue;
use crate::lint::matching::Matcher;
use crate::lint::{Finding, Verdict};
use crate::number::Number;
use crate::unit::Unit;

/// How many bytes may stand between two parts of a list.
const LISTED: usize = 30;
/// How many may where the parts make their whole exactly.
const FARTHEST: usize = 64;

impl Matcher<'_> {
    /// Whether the claims before it make it: 三个区合计87场 is told by the text itself.
    pub(in crate::lint) fn is_sum(&self, claim: &Claim, around: &Around) -> bool {
        if around.elsewhere || around.back.is_some() {
            return false;
        }
        let parts = self.parts_of(claim);
        // Of numbers below a hundred any is the sum of some others by chance, where no word says so.
        let Some(last) = parts.iter().max() else { return false };
        // 人工智能17个，生物医药11个，低空经济8个，其余5个，合计24个: a sum is of all of its list.
        let begins = parts.iter().min().and_then(|begin| Some((begin.checked_sub(1)?, *begin)));
        let goes_on = begins.is_some_and(|(before, begin)| {
            let (before, begin) = (&self.claims[before], &self.claims[begin]);
            let gap = self.scan.text.get(before.place.end..begin.place.start).unwrap_or_default();
            let listed = gap.starts_with(['，', '、', ',']) && !gap.contains(['。', '；', ';', '.']);
            listed && gap.len() <= LISTED && is_of_sort(before, claim) && before.unit == begin.unit
        });
        let summed = self.near.heard.is_said(self.claims[*last].place.end, claim.place.start, Cue::Sum);
        if goes_on && summed {
            return false;
        }
        let small = self.english && claim.value.number().is_some_and(|said| said < Number::whole(100));
        let end = self.scan.text.floor_char_boundary((claim.place.end + 24).min(self.scan.text.len()));
        let from = self.claims[*last].place.end;
        let cued = self.near.heard.is_said(from, end, [Cue::Sum, Cue::SumBehind, Cue::Running]);
        // “Jianye has 23, Yuhuatai 16 and Jiangning 48: 87 for three districts”
        let gap = self.scan.text.get(self.claims[*last].place.end..claim.place.start).unwrap_or_default();
        !small || cued || gap.trim() == ":"
    }

    /// Takes back likenesses of numbers that make the one before them, and of that as well when none of them is a figure's.
    pub(in crate::lint) fn clear_what_adds_up(&self, findings: &mut [Finding], stated: &mut [Option<usize>]) {
        for at in 0..self.claims.len() {
            let Some(end) = self.made_up_to(at) else { continue };
            let known = findings[at + 1..end].iter().any(|part| part.verdict == Verdict::Right);
            let known = known || !self.opens_its_parts(at);
            let right = findings[at].verdict == Verdict::Right;
            for part in if known { at + 1 } else { at }..end {
                let likeness = match findings[part].verdict {
                    Verdict::WrongValue { .. } | Verdict::OffByPower { .. } => true,
                    // “115 in all, 99 up to Thursday and 16 on Friday”: what it was is a part of what it is.
                    Verdict::Stale { .. } => right,
                    _ => false,
                };
                if likeness {
                    (findings[part].figure, findings[part].verdict) = (None, Verdict::NotAmong);
                    stated[part] = None;
                }
            }
        }
    }

    /// “raised $420 million: $260 million in loans, $115 million in shares and $45 million …”: where the claims end that make the one before them.
    ///
    /// What adds up so is told by the text itself.
    pub(in crate::lint) fn made_up_to(&self, at: usize) -> Option<usize> {
        let whole = &self.claims[at];
        let said = whole.value.number().filter(|_| whole.digits >= 2)?;
        let (mut sum, mut end) = (Number::ZERO, whole.place.end);
        for (part, claim) in self.claims.iter().enumerate().skip(at + 1).take(PARTS) {
            let gap = self.scan.text.get(end..claim.place.start)?;
            // “115 projects had been signed, 99 up to Thursday and 16 on Friday”: three digits are made by no chance.
            let exact = whole.digits >= 3 && gap.starts_with([',', '，', ' ']) && gap.len() > 1;
            let opens = part > at + 1 || exact || self.opens_its_parts(at);
            if !opens || gap.len() > FARTHEST || gap.contains(['。', '；', '\n']) || gap.contains(". ") {
                return None;
            }
            if !is_of_sort(claim, whole) || claim.hedge.is_some() {
                return None;
            }
            sum = sum.plus(claim.value.number()?)?;
            end = claim.place.end;
            if sum >= said {
                return (sum == said && part > at + 1).then_some(part + 1);
            }
        }
        None
    }

    /// Whether a colon or 其中 between a claim and the next says that its parts follow.
    fn opens_its_parts(&self, at: usize) -> bool {
        let next = self.claims.get(at + 1).map_or(0, |next| next.place.start);
        let gap = self.scan.text.get(self.claims[at].place.end..next).unwrap_or_default();
        gap.contains([':', '：']) || gap.contains("其中")
    }

    /// The claims before one that it is the sum of.
    pub(in crate::lint) fn parts_of(&self, claim: &Claim) -> Vec<usize> {
        // Small numbers are the sums of others by chance.
        if claim.digits < 2 {
            return Vec::new();
        }
        let before = self.index_of(claim);
        let parts: Vec<(usize, Number)> = (0..before)
            .rev()
            .take(8)
            .filter(|at| is_of_sort(&self.claims[*at], claim))
            .filter_map(|at| Some((at, self.claims[at].value.number()?)))
            .collect();
        for first in 0..parts.len() {
            let mut sum = Number::ZERO;
            for (count, (_, part)) in parts[first..].iter().enumerate() {
                sum = sum.plus(*part).unwrap_or(sum);
                if count > 0 && claim.value == Value::Number(sum) {
                    return parts[first..=first + count].iter().map(|(at, _)| *at).collect();
                }
            }
        }
        Vec::new()
    }
}

/// Whether one claim may be a part of the other: of one kind, one money and one sort of things.
fn is_of_sort(part: &Claim, whole: &Claim) -> bool {
    let alike = part.unit == whole.unit || part.unit == Some(Unit::Item) || whole.unit == Some(Unit::Item);
    (part.kind, part.currency) == (whole.kind, whole.currency) && alike
}
