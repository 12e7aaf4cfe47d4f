//! The parts of a total as a paragraph tells them: before it with a word of sums, or behind it after a colon, a bracket or 其中.
//!
//! Nothing is called a sum unless the numbers are near enough to be meant as one.

use super::halves;
use crate::claim::{Change, Claim, Kind, Role};
use crate::find::tokens::scan::Scan;
use crate::ledger::Ledger;
use crate::lint::heard::cue_words::{LEFT, PARTS as PARTED_BY};
use crate::lint::heard::cues::{Cue, Heard};
use crate::lint::heard::words::Words;
use crate::number::Number;
use crate::unit::Unit;

/// Words before the same amount in other money.
const CONVERTS: [&str; 6] = ["折合", "约合", "折算", "equivalent", "i.e.", "合人民币"];

/// What stands between a whole and its parts.
const OPENS_PARTS: [&str; 5] = ["中，", "里，", "其中", "？", "："];

/// Words of a clause that is of something else than the one before it.
const CONSEQUENCES: [&str; 4] = [", so ", ", and so ", ", which is why ", ", but "];

/// How far behind the last part the words for what it counts may stand, in bytes.
pub(in crate::lint) const BEHIND: usize = 30;

/// How far a number may stand behind the word of its sum, in bytes.
const TOUCHING: usize = 3;

/// How long a word is with which a sentence begins, in bytes.
const FIRST: usize = 16;

/// How many claims back or ahead a part may stand.
pub(in crate::lint) const PARTS: usize = 12;

/// The parts of a list: their numbers, which claims they are, where the last ends, and whether nothing but the sign of a list parts them.
struct Listed {
    parts: Vec<Number>,
    places: Vec<usize>,
    end: usize,
    tight: bool,
}

/// A paragraph with its claims, the figure of each, and the words that say a sum.
pub(in crate::lint) struct Paragraph<'a> {
    pub(in crate::lint) ledger: &'a Ledger,
    pub(in crate::lint) scan: &'a Scan<'a>,
    pub(in crate::lint) claims: &'a [Claim],
    pub(in crate::lint) stated: &'a [Option<usize>],
    pub(in crate::lint) cues: &'a Heard,
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
    pub(in crate::lint) fn before(&self, at: usize) -> Option<(Number, Number)> {
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
        told(total, stated, &parts, tight)
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

    /// “101 activities: 38 and 63”: the parts stand behind.
    pub(in crate::lint) fn behind(&self, at: usize) -> Option<(Number, Number)> {
        let total = &self.claims[at];
        let stated = self.amount(at, total)?;
        if at > 0 && self.is_aside(at) {
            return None;
        }
        let ahead = (at + 1..self.claims.len()).take(4);
        let next =
            ahead.into_iter().find(|next| same_sort(&self.claims[*next], total) && !self.is_aside(*next))?;
        if !(at + 1..next).all(|other| self.claims[other].kind != total.kind || self.is_aside(other)) {
            return None;
        }
        let (after, next) = (next, &self.claims[next]);
        let lead = self.between(total.place.end, next.place.start);
        // 64场活动都在哪？ and the districts line by line, or 其中： and the sorts.
        let broken = lead.contains('\n');
        let rows = broken && ["？\n", "?\n", "：\n", ":\n"].iter().any(|opening| lead.contains(opening));
        // “Visits: 212,640” and the halls below it, each behind a dash; one of those rows is no total of the others.
        let bullets = ['–', '-', '•', '*', '·'];
        let is_row = || {
            let line = self.scan.text[..total.place.start].rsplit('\n').next().unwrap_or_default();
            line.starts_with(bullets)
        };
        let listed_below = broken
            && lead.matches('\n').count() == 1
            && lead.split('\n').next_back().is_some_and(|row| row.starts_with(bullets))
            && !is_row();
        let rows = rows || listed_below;
        let divided = self.is_divided(total);
        // “Thirty-eight projects were signed, 29 of them domestic and nine foreign”
        let shared = self.scan.text[next.place.end..].trim_start().starts_with("of them ");
        // “The 121 signed projects are 93 domestic and 28 foreign-funded”
        let shared = shared
            || lead.len() < 40
                && [" are", " were"].iter().any(|are| lead.trim_end().ends_with(are))
                && !lead.contains([',', '.', ';']);
        let cued = || self.cues.is_said(total.place.end, next.place.start, Cue::Parts);
        if !(rows || divided || shared || cued()) {
            return None;
        }
        let opened = lead.contains(['(', '（']);
        // A bracket with another currency in it converts.
        let converts = opened && next.currency != total.currency;
        let parted = if rows { parted_rows } else { parted };
        let listed = rows
            || (lead.contains("。其中") || lead.contains("。按"))
                && !lead.trim_start_matches(|letter| letter != '。').trim_start_matches('。').contains('。');
        if parted(lead) && !listed
            || converts
            || !(rows || divided || shared || PARTED_BY.iter().any(|cue| opens_list(lead, cue)))
        {
            return None;
        }
        let Listed { parts, places, end, tight } = self.listed(at, after, opened, parted)?;
        let some = !rows && !divided && (shared || halves::opens_some(lead));
        if some && parts.len() == 2 && !self.is_whole(total.place.end, end) {
            return None;
        }
        if some && parts.len() > 2 && lead.is_ascii() && !self.are_apart(total, &places) {
            return None;
        }
        // Two of several sorts make no whole: “Of 86 projects, 44 exist and 17 are being built”.
        let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(*part))?;
        let whole = sum.roughly() / stated.roughly();
        // “more than 17 billion for solar power and nearly 14 billion for data centres”: nor do two that are only nearly told.
        let bent = places.iter().any(|at| self.claims[*at].hedge.is_some());
        if divided && parts.len() < 3 && bent {
            return None;
        }
        if (divided || shared) && !rows && parts.len() < 3 && !(0.75..1.3).contains(&whole) {
            return None;
        }
        told(total, stated, &parts, tight)
    }

    /// “…, up 4.1 %. Of which …”: whether what stands between a total and its parts is of another sort.
    fn is_aside(&self, at: usize) -> bool {
        let before = self.claims[at - 1].place.end;
        let lead = self.between(before, self.claims[at].place.start);
        // “212,640 (2022: 189,200; +12.4 %)”: what it was in another year.
        let then = self.claims[at - 1].kind == Kind::Year && matches!(lead.trim(), ":" | "：");
        // 外资签约项目24个，上届是12个。其中欧洲11个…
        let start = self.claims[at].place.start;
        let last = self.cues.is_said(before.min(start), start, Cue::LastOne) && !lead.contains("其中");
        before < self.claims[at].place.start && (then || last || self.is_what_was(at))
    }

    /// The parts from the claim `after` on, where the last of them ends, and whether nothing but the sign of a list parts them; nothing where
    /// the amount of each is told.
    fn listed(&self, at: usize, after: usize, opened: bool, parted: fn(&str) -> bool) -> Option<Listed> {
        let (total, next) = (&self.claims[at], &self.claims[after]);
        let stated = self.amount(at, total)?;
        let (mut parts, mut places) = (Vec::new(), Vec::new());
        let mut foreign = false;
        let (mut tight, mut part_end) = (true, next.place.start);
        let mut end = next.place.start;
        for (other, claim) in self.claims.iter().enumerate().skip(after).take(PARTS) {
            let words = self.between(end, claim.place.start);
            // 银奖2名各30万元: the amount of each is no part.
            if words.contains('各') || words.contains(" each") {
                return None;
            }
            // “Of the 368 exhibitors, 200 have booked again; of 142 start-ups, 38 are too old”: another whole.
            let another = words.contains("; of ");
            if another || parted(words) || opened && words.contains([')', '）']) {
                break;
            }
            end = claim.place.end;
            if !same_sort(claim, total) {
                continue;
            }
            let Some(part) = self.amount(other, total) else { continue };
            // “22 forums, of which 14 at the centre”: a part of a part.
            let within = !parts.is_empty()
                && ["of which", "including", "among them"]
                    .iter()
                    .any(|word| words.trim_end().ends_with(word));
            if is_speck(part, stated) || within || self.is_aside(other) {
                continue;
            }
            // 9.2亿美元，折合人民币65.32亿元: the same part again, in the total's own money.
            let again = foreign
                && claim.currency == total.currency
                && CONVERTS.iter().any(|word| {
                    words.contains(word) || self.scan.text[claim.place.clone()].starts_with(word)
                });
            if again {
                parts.pop();
                places.pop();
            }
            foreign = claim.currency != total.currency;
            if part == stated {
                break;
            }
            tight = tight && (parts.is_empty() || is_tight(self.between(part_end, claim.place.start)));
            part_end = claim.place.end;
            parts.push(part);
            places.push(other);
        }
        Some(Listed { parts, places, end, tight })
    }

    /// Whether the words about two parts say that they are all of their whole; `from` is where that ends, `to` where the second ends.
    fn is_whole(&self, from: usize, to: usize) -> bool {
        let behind = self.scan.text.ceil_char_boundary((to + BEHIND).min(self.scan.text.len()));
        halves::make_a_whole(self.between(from, behind))
    }

    /// 全部228619人次中，主会场131580人次，船厂58420人次，其余38619人次: what is left completes the whole that opens the list.
    pub(in crate::lint) fn completed(&self, at: usize) -> Option<(Number, Number)> {
        let total = &self.claims[at];
        let far = self.claims[(at + PARTS).min(self.claims.len() - 1)].place.start;
        let next = self.claims.get(at + 1).map_or(far, |next| next.place.start);
        let opened = self.cues.is_said(total.place.end, next, Cue::OpensWhole);
        if !opened && !self.cues.is_said(total.place.end, far, Cue::Left) {
            return None;
        }
        let stated = self.amount(at, total)?;
        let mut parts = Vec::new();
        let mut end = total.place.end;
        for (other, claim) in self.claims.iter().enumerate().skip(at + 1).take(PARTS) {
            if !same_sort(claim, total) || self.amount(other, total).is_none_or(|part| is_speck(part, stated))
            {
                continue;
            }
            let words = self.between(end, claim.place.start);
            let opens = parts.is_empty() && OPENS_PARTS.iter().any(|opening| words.contains(opening));
            if if parts.is_empty() { !opens } else { parted(words) } {
                return None;
            }
            parts.push(self.amount(other, total).filter(|part| *part < stated)?);
            if self.cues.is_said(end, claim.place.start, Cue::Left) {
                // Of two, one could be left of something else, unless the whole was opened: 68场活动里，市级的12场，其余56场.
                let two = || opened && LEFT.iter().any(|left| words.trim_end().ends_with(left));
                return if parts.len() > 2 || two() { told(total, stated, &parts, false) } else { None };
            }
            end = claim.place.end;
            // 236480人次中，国际博览中心141280人次，各分会场95200人次: two that exclude each other are all of what was opened.
            let exclude = || halves::exclude_each_other(self.between(total.place.end, claim.place.end));
            let left = || self.cues.is_said(total.place.end, far, Cue::Left);
            if opened && parts.len() == 2 && !left() && exclude() {
                return told(total, stated, &parts, false);
            }
        }
        None
    }

    /// “Of 324 exhibitors, 209 …, 83 … and 32 …”: whether a sentence opens with a total to divide it.
    fn is_divided(&self, total: &Claim) -> bool {
        let lead = self.scan.text[..total.place.start].trim_end();
        let lead = lead.strip_suffix(" the").unwrap_or(lead);
        lead.strip_suffix("Of").is_some_and(|before| before.is_empty() || before.ends_with(['\n', ' ']))
    }
}

/// Whether a cue between a total and the first number behind it opens a list of its parts: no colon of the next row does.
fn opens_list(lead: &str, cue: &str) -> bool {
    let colon = matches!(cue, ":" | "：");
    // “96 have been signed, so the room is free for a concert: 80 musicians”: a clause of its own has parts of its own.
    let parts =
        |opening: &str| !opening.contains([';', '；']) && !CONSEQUENCES.iter().any(|so| opening.contains(so));
    lead.find(cue).is_some_and(|at| !colon || parts(&lead[..at]))
}

/// What is held, whatever its sort: 84 events are 26 forums, 21 matchmaking sessions and 9 contests.
pub(in crate::lint) fn held(unit: Unit) -> bool {
    matches!(unit, Unit::Activity | Unit::Forum | Unit::Session)
}

/// Whether words lead to what something is held against.
pub(in crate::lint) fn is_held_against(lead: &str) -> bool {
    static WORDS: Words<6> =
        Words::new(["from", "from the", "than the", "against", "against the", "compared with"]);
    WORDS.end(lead.trim_end())
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
fn parted_rows(words: &str) -> bool {
    words.contains("\n\n") || words.contains(['。', '！', '!']) || words.contains(". ") || words.len() > 160
}

fn parted(words: &str) -> bool {
    words.contains(['。', '！', '？', '!', '?', '\n']) || words.contains(". ")
}

/// 中央媒体11家、省级媒体23家: whether nothing but the sign of a list parts two numbers, so that they belong to one.
fn is_tight(words: &str) -> bool {
    words.matches('、').count() == 1 && !words.contains(['，', '；', ',', ';', '（', '）', '和', '及'])
}

/// What the parts make when no run of them makes the total, and they are near enough to have been meant to. Those of a `tight` list belong together.
fn told(total: &Claim, stated: Number, parts: &[Number], tight: bool) -> Option<(Number, Number)> {
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
        return Some((sum, stated));
    }
    // What stands beyond the parts belongs to them no more: of the runs from the nearest part on, the one that comes closest.
    let mut run = *parts.first()?;
    let mut best: Option<(f64, Number)> = None;
    for (count, part) in parts[1..].iter().enumerate() {
        run = run.plus(*part)?;
        let apart = (run.roughly() / stated.roughly()).ln().abs();
        if count > 0 && near(run, stated) && best.is_none_or(|(least, _)| apart < least) {
            best = Some((apart, run));
        }
    }
    best.map(|(_, sum)| (sum, stated))
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
