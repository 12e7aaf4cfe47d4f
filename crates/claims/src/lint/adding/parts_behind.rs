//! Parts that stand behind their total: after a colon, a bracket or 其中, line by line, or with what is left of it at their end.

use super::halves;
use super::parts::{PARTS, Paragraph, Unequal, is_speck, is_tight, parted, parted_rows, same_sort, told};
use crate::claim::{Claim, Kind};
use crate::lint::heard::cue_words::{LEFT, PARTS as PARTED_BY};
use crate::lint::heard::cues::Cue;
use crate::number::Number;

/// Words before the same amount in other money.
const CONVERTS: [&str; 6] = ["折合", "约合", "折算", "equivalent", "i.e.", "合人民币"];

/// What stands between a whole and its parts.
const OPENS_PARTS: [&str; 5] = ["中，", "里，", "其中", "？", "："];

/// Words of a clause that is of something else than the one before it.
const CONSEQUENCES: [&str; 4] = [", so ", ", and so ", ", which is why ", ", but "];

/// How far behind the last part the words for what it counts may stand, in bytes.
pub(in crate::lint) const BEHIND: usize = 30;

/// The parts of a list: their numbers, which claims they are, where the last ends, and whether nothing but the sign of a list parts them.
struct Listed {
    parts: Vec<Number>,
    places: Vec<usize>,
    end: usize,
    tight: bool,
}

impl Paragraph<'_> {
    /// “101 activities: 38 and 63”: the parts stand behind.
    pub(in crate::lint) fn behind(&self, at: usize) -> Option<Unequal> {
        let total = &self.claims[at];
        let stated = self.amount(at, total)?;
        let ahead = (at + 1..self.claims.len()).take(4);
        let next =
            ahead.into_iter().find(|next| same_sort(&self.claims[*next], total) && !self.is_aside(*next))?;
        if at > 0 && self.is_aside(at) {
            return None;
        }
        if !(at + 1..next).all(|other| self.claims[other].kind != total.kind || self.is_aside(other)) {
            return None;
        }
        let (after, next) = (next, &self.claims[next]);
        let lead = self.between(total.place.end, next.place.start);
        // 64场活动都在哪？ and the districts line by line, or 其中： and the sorts.
        let broken = lead.contains('\n');
        // The next question of an interview opens no list of what the last answer told.
        let opens = |opening: &str| {
            lead.find(opening)
                .is_some_and(|at| opening.contains(['：', ':']) || !lead[..at].contains(['。', '\n']))
        };
        let rows = broken && ["？\n", "?\n", "：\n", ":\n"].iter().any(|opening| opens(opening));
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
        if some && parts.len() == 2 && !self.is_whole(total.place.end, end) && !self.are_of_days(&places) {
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

    /// Whether two parts are each of a day.
    fn are_of_days(&self, places: &[usize]) -> bool {
        let lead = |at: &usize| {
            let from = at.checked_sub(2).map_or(0, |before| self.claims[before].place.end);
            self.between(from.min(self.claims[*at].place.start), self.claims[*at].place.start)
        };
        let [first, second] = places else { return false };
        halves::are_of_days(lead(first), lead(second))
    }

    /// Whether the words about two parts say that they are all of their whole; `from` is where that ends, `to` where the second ends.
    fn is_whole(&self, from: usize, to: usize) -> bool {
        let behind = self.scan.text.ceil_char_boundary((to + BEHIND).min(self.scan.text.len()));
        halves::make_a_whole(self.between(from, behind))
    }

    /// 全部228619人次中，主会场131580人次，船厂58420人次，其余38619人次: what is left completes the whole that opens the list.
    pub(in crate::lint) fn completed(&self, at: usize) -> Option<Unequal> {
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
