//! The parts of a total as a paragraph tells them, and those that stand before it with a word of sums.
//!
//! Nothing is called a sum unless the numbers are near enough to be meant as one.

use crate::claim::{Change, Claim, Kind, Role};
use crate::find::tokens::scan::Scan;
use crate::ledger::Ledger;
use crate::lint::heard::cues::{Cue, Heard};
use crate::lint::heard::edges::without_blanks_behind;
use crate::lint::heard::words::Words;
use crate::lint::verdicts::judge;
use crate::number::Number;
use crate::unit::Unit;

/// How far a number may stand behind the word of its sum, in bytes.
const TOUCHING: usize = 3;

/// How long a word is with which a sentence begins, in bytes.
const FIRST: usize = 16;

/// How many claims back or ahead a part may stand.
pub(in crate::lint) const PARTS: usize = 12;

/// A paragraph with its claims, the figure of each, and the words that say a sum.
pub(in crate::lint) struct Paragraph<'a> {
    pub(in crate::lint) ledger: &'a Ledger,
    pub(in crate::lint) scan: &'a Scan<'a>,
    pub(in crate::lint) claims: &'a [Claim],
    pub(in crate::lint) stated: &'a [Option<usize>],
    pub(in crate::lint) cues: &'a Heard,
}

/// A total with parts that do not make it: the parts in the order of the text, what they make, and what the total is.
#[derive(Debug)]
pub(in crate::lint) struct Unequal {
    pub(in crate::lint) parts: Vec<Number>,
    pub(in crate::lint) makes: Number,
    pub(in crate::lint) total: Number,
}

/// Whether a sum is what a total states, as far as its words are exact.
pub(in crate::lint) fn agrees(claim: &Claim, total: Number, sum: Number) -> bool {
    let apart = total.minus(sum).map(Number::size);
    let allowed = if claim.hedge.is_some() {
        total.size().times(Number::fraction(1, 10).unwrap_or(Number::ZERO))
    } else {
        None
    };
    sum == total
        || apart.zip(allowed).is_some_and(|(apart, allowed)| apart <= allowed)
        || claim.digits >= 3 && sum.rounded_to(claim.step) == Some(total)
}

impl<'a> Paragraph<'a> {
    /// An amount in the currency of the total, by the figure's own rate where it must be converted.
    pub(in crate::lint) fn amount(&self, at: usize, total: &Claim) -> Option<Number> {
        let number = self.claims[at].value.number()?;
        match self.claims[at].currency.filter(|currency| Some(*currency) != total.currency) {
            Some(currency) => {
                let figure = self.stated[at].map(|figure| &self.ledger.figures[figure]);
                let own = self.ledger.rate_of(total.currency?, figure)?;
                number.times(self.ledger.rate_of(currency, figure)?)?.over(own)
            }
            None => Some(number),
        }
    }

    /// Whether the hedged words of a total are true of a sum.
    pub(in crate::lint) fn holds(&self, total: &Claim, said: Number, sum: Number) -> bool {
        total.hedge.is_some_and(|hedge| judge::holds(hedge, said, sum, total.step, &self.ledger.hedges))
    }

    pub(in crate::lint) fn between(&self, from: usize, to: usize) -> &'a str {
        self.scan.text.get(from.min(to)..to).unwrap_or_default()
    }

    /// “up from the 78 announced in May”, 与6月12日公布的126个相比: whether a number is only what another is held against.
    pub(in crate::lint) fn is_what_was(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &self.claims[at]) else { return false };
        let lead = self.between(before.place.end, self.claims[at].place.start);
        let dated = before.kind == Kind::Date && lead.trim_end().ends_with('的');
        let held =
            |lead: &str| ["与", "同", "和", "比", "较", "从", "由"].iter().any(|word| lead.ends_with(word));
        is_held_against(lead) || dated && held(self.scan.text[..before.place.start].trim_end())
    }

    /// “38 and 63, in total 101”: the parts stand before.
    pub(in crate::lint) fn before(&self, at: usize) -> Option<Unequal> {
        let total = &self.claims[at];
        let previous = at.checked_sub(1)?;
        let text = self.scan.text;
        let (from, to) = (self.claims[previous].place.end, total.place.start);
        let end = text.floor_char_boundary((total.place.end + 12).min(text.len()));
        let said = self.cues.is_said(from.min(to), to, [Cue::Sum, Cue::SumBehind])
            || self.cues.last(total.place.end, end, Cue::SumBehind).is_some_and(|cue| {
                // “£26.5 million, together £64 million”: said of the next.
                self.claims.get(at + 1).is_none_or(|next| next.place.start > cue + TOUCHING)
            });
        // A table ends in its total: 合计 92个.
        let rows = self.between(from, to).contains('\n') && !parted_rows(self.between(from, to));
        let parted = if rows { parted_rows } else { parted };
        if !said || parted(self.between(from, to)) && !self.opens_with_sum(from, to) {
            return None;
        }
        let stated = self.amount(at, total)?;
        let mut parts = Vec::new();
        let (mut tight, mut part_start) = (true, total.place.start);
        let mut before = false;
        let mut end = total.place.start;
        for other in (0..at).rev().take(PARTS) {
            let claim = &self.claims[other];
            if other < previous && parted(self.between(claim.place.end, end)) {
                // “… received the remaining £25,000, which adds up to £85,000”: left of what the sentence before gave as well.
                if before || !self.gives_the_rest(other + 1, at) {
                    break;
                }
                before = true;
            }
            end = claim.place.start;
            if !same_sort(claim, total) {
                continue;
            }
            let Some(part) = self.amount(other, total) else { continue };
            if is_speck(part, stated) {
                continue;
            }
            // The total itself, said before: its parts end there.
            if part == stated && !parts.is_empty() {
                break;
            }
            tight = tight && (parts.is_empty() || is_tight(self.between(claim.place.end, part_start)));
            part_start = claim.place.start;
            parts.push(part);
        }
        // They were found from the nearest on.
        told(total, stated, &parts, tight)
            .map(|unequal| Unequal { parts: unequal.parts.into_iter().rev().collect(), ..unequal })
    }

    /// “… for £6.3 million. Together that is £42.8 million.”: whether a sentence begins with the word of sums, and so goes on with the one before.
    fn opens_with_sum(&self, from: usize, to: usize) -> bool {
        let between = self.between(from, to);
        let ended = ["。", ". "].iter().filter_map(|end| Some(between.find(end)? + end.len())).min();
        ended.is_some_and(|ended| {
            let begins = from + ended + between[ended..].len() - between[ended..].trim_start().len();
            let first = self.scan.text.ceil_char_boundary((begins + FIRST).min(to));
            !parted(self.between(begins, to)) && self.cues.is_said(begins, first, [Cue::Sum, Cue::SumBehind])
        })
    }
}

/// What is held, whatever its sort: 84 events are 26 forums, 21 matchmaking sessions and 9 contests.
pub(in crate::lint) fn held(unit: Unit) -> bool {
    matches!(unit, Unit::Activity | Unit::Forum | Unit::Session)
}

/// Whether words lead to what something is held against.
pub(in crate::lint) fn is_held_against(lead: &str) -> bool {
    static WORDS: Words<6> =
        Words::new(["from", "from the", "than the", "against", "against the", "compared with"]);
    WORDS.end(without_blanks_behind(lead))
}

pub(in crate::lint) fn same_sort(one: &Claim, other: &Claim) -> bool {
    let unit = match (one.unit, other.unit) {
        (Some(one), Some(other)) => {
            // 57岁, 36年 and 20个 make no sum.
            one == other && one != Unit::Year
                || one == Unit::Item && !other.is_measure()
                || other == Unit::Item && !one.is_measure()
                || held(one) && held(other)
        }
        (one, other) => one == other,
    };
    let plain = |claim: &Claim| {
        claim.role == Role::Stated && !matches!(claim.change, Some(Change::Up | Change::Down))
    };
    // 落地47个 and 投产8个 are no parts of one whole.
    let staged = one.stage.zip(other.stage).is_none_or(|(one, other)| one == other);
    one.kind == other.kind && unit && staged && plain(one) && plain(other)
}

/// The same for the rows of a list: only an end of a sentence within a row, or an empty line, parts them.
pub(in crate::lint) fn parted_rows(words: &str) -> bool {
    words.contains("\n\n") || words.contains(['。', '！', '!']) || words.contains(". ") || words.len() > 160
}

pub(in crate::lint) fn parted(words: &str) -> bool {
    words.contains(['。', '！', '？', '!', '?', '\n']) || words.contains(". ")
}

/// 中央媒体11家、省级媒体23家: whether nothing but the sign of a list parts two numbers, so that they belong to one.
pub(in crate::lint) fn is_tight(words: &str) -> bool {
    words.matches('、').count() == 1 && !words.contains(['，', '；', ',', ';', '（', '）', '和', '及'])
}

/// What the parts make when no run of them makes the total, and they are near enough to have been meant to. Those of a `tight` list belong together.
pub(in crate::lint) fn told(total: &Claim, stated: Number, parts: &[Number], tight: bool) -> Option<Unequal> {
    let unequal =
        |count: usize, makes: Number| Unequal { parts: parts[..count].to_vec(), makes, total: stated };
    let whole = tight && parts.len() >= 3;
    for first in 0..parts.len() {
        if whole && first > 0 {
            break;
        }
        let mut sum = Number::ZERO;
        for (count, part) in parts[first..].iter().enumerate() {
            sum = sum.plus(*part)?;
            if (if whole { count + 1 == parts.len() } else { count > 0 }) && agrees(total, stated, sum) {
                return None;
            }
        }
    }
    let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(*part))?;
    if parts.len() > 1 && near(sum, stated) {
        return Some(unequal(parts.len(), sum));
    }
    // What stands beyond the parts belongs to them no more: of the runs from the nearest part on, the one that comes closest.
    let mut run = *parts.first()?;
    let mut best: Option<(f64, usize, Number)> = None;
    for (count, part) in parts[1..].iter().enumerate() {
        run = run.plus(*part)?;
        let apart = (run.roughly() / stated.roughly()).ln().abs();
        if count > 0 && near(run, stated) && best.is_none_or(|(least, ..)| apart < least) {
            best = Some((apart, count + 2, run));
        }
    }
    best.map(|(_, count, sum)| unequal(count, sum))
}

/// Whether a number is so small that it is no part of the other: a rate beside the amount that it converts.
pub(in crate::lint) fn is_speck(part: Number, total: Number) -> bool {
    part.roughly() * 1000.0 < total.roughly()
}

/// Whether a sum is near enough to have been meant.
fn near(sum: Number, total: Number) -> bool {
    let (sum, total) = (sum.roughly(), total.roughly());
    sum > 0.55 * total && sum < 1.75 * total
}
