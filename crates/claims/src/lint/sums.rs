//! Parts and totals within a paragraph: whether what the text adds up does add up.
//!
//! A total is told by its words (合计, 共, in total, together) behind its parts, or by a colon, a bracket or 其中 between it and them.
//! Nothing is called a sum unless the numbers are near enough to be meant as one.

use super::Verdict;
use super::cues::{Cue, Heard, PARTS as PARTED_BY};
use crate::claim::{Change, Claim, Kind, Role};
use crate::find::scan::Scan;
use crate::ledger::Ledger;
use crate::number::Number;
use crate::unit::Unit;

/// Words before the same amount in other money.
const CONVERTS: [&str; 6] = ["折合", "约合", "折算", "equivalent", "i.e.", "合人民币"];

/// How many claims back or ahead a part may stand.
const PARTS: usize = 12;

/// The totals of a ledger with their parts, all by number, and the words of sums ready to be looked for.
#[derive(Debug)]
pub(super) struct Sums {
    /// The figures that have parts: which it is, and its parts. A part that is no figure is nothing.
    totals: Vec<(usize, Vec<Option<usize>>)>,
    /// For each figure, the first that has its id: of two with one id, that is meant.
    known_as: Vec<usize>,
}

/// A paragraph with its claims, the figure of each, and the words that say a sum.
struct Paragraph<'a> {
    ledger: &'a Ledger,
    scan: &'a Scan<'a>,
    claims: &'a [Claim],
    stated: &'a [Option<usize>],
    cues: &'a Heard,
}

impl Sums {
    pub(super) fn new(ledger: &Ledger) -> Self {
        let at = |id: &String| ledger.figures.iter().position(|figure| figure.id == *id);
        let mut totals = Vec::new();
        let mut known_as = Vec::with_capacity(ledger.figures.len());
        for (number, figure) in ledger.figures.iter().enumerate() {
            known_as.push(at(&figure.id).unwrap_or(number));
            if !figure.sum_of.is_empty() {
                totals.push((number, figure.sum_of.iter().map(at).collect()));
            }
        }
        Self { totals, known_as }
    }

    /// The number under which sums know a figure.
    pub(super) fn known_as(&self, figure: usize) -> usize {
        self.known_as[figure]
    }

    /// The totals that fail, by the index of their claim; `stated` are the figures of the claims.
    pub(super) fn failing(
        &self,
        ledger: &Ledger,
        scan: &Scan,
        claims: &[Claim],
        stated: &[Option<usize>],
        cues: &Heard,
    ) -> Vec<(usize, Verdict)> {
        let paragraph = Paragraph { ledger, scan, claims, stated, cues };
        let mut failing = Vec::new();
        for (at, claim) in claims.iter().enumerate() {
            if !matches!(claim.kind, Kind::Count | Kind::Money)
                || claim.role != Role::Stated
                || claim.hedge.is_some_and(|_| claim.digits < 2) && claim.kind == Kind::Count
            {
                continue;
            }
            let by_ledger = self.known_parts(&paragraph, at);
            let told = by_ledger.or_else(|| paragraph.before(at)).or_else(|| paragraph.behind(at));
            if let Some((parts, total)) = told {
                failing.push((at, Verdict::SumFails { parts, total }));
            }
        }
        failing
    }

    /// The ledger knows the parts, and the paragraph gives them all.
    fn known_parts(&self, paragraph: &Paragraph, at: usize) -> Option<(Number, Number)> {
        let Paragraph { ledger, claims, stated, .. } = paragraph;
        let number = stated[at]?;
        // “up from the 78 announced”: what a total was before has other parts.
        if at > 0 && is_held_against(paragraph.between(claims[at - 1].place.end, claims[at].place.start)) {
            return None;
        }
        let (_, parts) = self.totals.iter().find(|(total, _)| *total == number)?;
        let (figure, total) = (&ledger.figures[number], &claims[at]);
        let low = at.saturating_sub(PARTS);
        let near = low..(at + PARTS + 1).min(claims.len());
        let mut sum = Number::ZERO;
        for part in parts {
            let told = near.clone().find(|at| part.is_some() && stated[*at] == *part)?;
            sum = sum.plus(paragraph.amount(told, total)?)?;
        }
        let said = paragraph.amount(at, total)?;
        // A hedged total is held against what it stands for.
        let truth = figure.value.number().filter(|_| {
            total.hedge.is_some() && figure.currency.is_none_or(|currency| currency == ledger.currency)
        });
        let said = truth.unwrap_or(said);
        if truth.is_some() && sum != said {
            return Some((sum, said));
        }
        (!agrees(total, said, sum)).then_some((sum, said))
    }

    /// Figures found by elimination: of a total and all its parts in a paragraph, the one claim that no figure has is the one that is wrong.
    pub(super) fn eliminated(
        &self,
        ledger: &Ledger,
        claims: &[Claim],
        stated: &[Option<usize>],
    ) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        if stated.iter().flatten().next().is_none() {
            return found;
        }
        let mut there: Vec<usize> = Vec::new();
        for (total, parts) in self.totals.iter().filter(|(_, parts)| parts.len() > 1) {
            there.clear();
            let (mut missing, mut lacking) = (None, 0);
            for id in parts.iter().copied().chain([Some(self.known_as[*total])]) {
                if let Some(at) = stated.iter().position(|figure| id.is_some() && *figure == id) {
                    there.push(at);
                } else {
                    (missing, lacking) = (id, lacking + 1);
                }
                if lacking > 1 {
                    break;
                }
            }
            let (1, Some(id), Some(first), Some(last)) =
                (lacking, missing, there.iter().min(), there.iter().max())
            else {
                continue;
            };
            let sort = &claims[there[0]];
            let near = first.saturating_sub(2)..(last + 3).min(claims.len());
            let truth = ledger.figures[id].value.number().map(Number::roughly);
            let like = |claim: &Claim| {
                let said = claim.value.number().map(Number::roughly);
                said.zip(truth).is_some_and(|(said, truth)| said >= truth * 0.45 && said <= truth * 2.2)
            };
            let mut free = near
                .filter(|at| stated[*at].is_none() && same_sort(&claims[*at], sort) && like(&claims[*at]));
            if let (Some(at), None) = (free.next(), free.next()) {
                found.push((at, id));
            }
        }
        found
    }

    /// The figure whose parts are all stated near a claim that states none itself.
    pub(super) fn made_of(&self, claims: &[Claim], stated: &[Option<usize>], at: usize) -> Option<usize> {
        if stated[at].is_some() {
            return None;
        }
        let near = at.saturating_sub(PARTS)..(at + PARTS + 1).min(claims.len());
        let told = |part: &Option<usize>| {
            part.is_some()
                && near.clone().any(|near| stated[near] == *part && same_sort(&claims[near], &claims[at]))
        };
        let made = self.totals.iter().find(|(_, parts)| parts.len() > 1 && parts.iter().all(told));
        made.map(|(total, _)| *total)
    }
}

/// Whether a sum is what a total states, as far as its words are exact.
fn agrees(claim: &Claim, total: Number, sum: Number) -> bool {
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
    fn amount(&self, at: usize, total: &Claim) -> Option<Number> {
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

    fn between(&self, from: usize, to: usize) -> &'a str {
        self.scan.text.get(from.min(to)..to).unwrap_or_default()
    }

    /// “38 and 63, in total 101”: the parts stand before.
    fn before(&self, at: usize) -> Option<(Number, Number)> {
        let total = &self.claims[at];
        let previous = at.checked_sub(1)?;
        let text = self.scan.text;
        let (from, to) = (self.claims[previous].place.end, total.place.start);
        let end = text.floor_char_boundary((total.place.end + 12).min(text.len()));
        let said = self.cues.is_said(from.min(to), to, |cue| matches!(cue, Cue::Sum | Cue::SumBehind))
            || self.cues.is_said(total.place.end, end, |cue| cue == Cue::SumBehind);
        // A table ends in its total: 合计 92个.
        let rows = self.between(from, to).contains('\n') && !parted_rows(self.between(from, to));
        let parted = if rows { parted_rows } else { parted };
        if !said || parted(self.between(from, to)) {
            return None;
        }
        let stated = self.amount(at, total)?;
        let mut parts = Vec::new();
        let mut end = total.place.start;
        for other in (0..at).rev().take(PARTS) {
            let claim = &self.claims[other];
            if parted(self.between(claim.place.end, end)) {
                break;
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
            if part == stated {
                break;
            }
            parts.push(part);
        }
        told(total, stated, &parts)
    }

    /// “101 activities: 38 and 63”: the parts stand behind.
    fn behind(&self, at: usize) -> Option<(Number, Number)> {
        let total = &self.claims[at];
        let stated = self.amount(at, total)?;
        // “…, up 4.1 %. Of which …”: what stands between is of another sort.
        let aside = |at: usize| {
            let before = self.claims[at - 1].place.end;
            let lead = self.between(before, self.claims[at].place.start);
            // “212,640 (2022: 189,200; +12.4 %)”: what it was in another year.
            let then = self.claims[at - 1].kind == Kind::Year && matches!(lead.trim(), ":" | "：");
            before < self.claims[at].place.start && (then || is_held_against(lead))
        };
        if at > 0 && aside(at) {
            return None;
        }
        let ahead = (at + 1..self.claims.len()).take(4);
        let next = ahead.into_iter().find(|next| same_sort(&self.claims[*next], total) && !aside(*next))?;
        if !(at + 1..next).all(|other| self.claims[other].kind != total.kind || aside(other)) {
            return None;
        }
        let after = next;
        let next = &self.claims[next];
        let lead = self.between(total.place.end, next.place.start);
        // 64场活动都在哪？ and the districts line by line, or 其中： and the sorts.
        let rows = lead.contains('\n')
            && ["其中：\n", "其中:\n", "？\n", "?\n", "：\n", ":\n"]
                .iter()
                .any(|opening| lead.contains(opening));
        // “Visits: 212,640” and the halls below it, each behind a dash; one of those rows is no total of the others.
        let bullets = ['–', '-', '•', '*', '·'];
        let is_row = || {
            let line = self.scan.text[..total.place.start].rsplit('\n').next().unwrap_or_default();
            line.starts_with(bullets)
        };
        let listed_below = lead.matches('\n').count() == 1
            && lead.split('\n').next_back().is_some_and(|row| row.starts_with(bullets))
            && !is_row();
        let rows = rows || listed_below;
        let divided = self.is_divided(total);
        // “Thirty-eight projects were signed, 29 of them domestic and nine foreign”
        let shared = self.scan.text[next.place.end..].trim_start().starts_with("of them ");
        let cued = || self.cues.is_said(total.place.end, next.place.start, |cue| cue == Cue::Parts);
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
        let mut parts = Vec::new();
        let mut foreign = false;
        let mut end = next.place.start;
        for (other, claim) in self.claims.iter().enumerate().skip(after).take(PARTS) {
            let words = self.between(end, claim.place.start);
            // 银奖2名各30万元: the amount of each is no part.
            if words.contains('各') || words.contains(" each") {
                return None;
            }
            if parted(words) || opened && words.contains([')', '）']) {
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
            if is_speck(part, stated) || within || aside(other) {
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
            }
            foreign = claim.currency != total.currency;
            if part == stated {
                break;
            }
            parts.push(part);
        }
        // Two of several sorts make no whole: “Of 86 projects, 44 exist and 17 are being built”.
        let whole =
            parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(*part))?.roughly() / stated.roughly();
        if (divided || shared) && !rows && parts.len() < 3 && !(0.75..1.3).contains(&whole) {
            return None;
        }
        told(total, stated, &parts)
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
    lead.find(cue).is_some_and(|at| !colon || !lead[..at].contains([';', '；']))
}

/// What is held, whatever its sort: 84 events are 26 forums, 21 matchmaking sessions and 9 contests.
fn held(unit: Unit) -> bool {
    matches!(unit, Unit::Activity | Unit::Forum | Unit::Session)
}

/// “up from the 78 announced in May”: whether a number is only what the total is held against.
fn is_held_against(lead: &str) -> bool {
    let lead = lead.trim_end();
    ["from", "from the", "than the", "against", "against the", "compared with"]
        .iter()
        .any(|word| lead.ends_with(word))
}

fn same_sort(one: &Claim, other: &Claim) -> bool {
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

/// What the parts make when no run of them makes the total, and they are near enough to have been meant to.
fn told(total: &Claim, stated: Number, parts: &[Number]) -> Option<(Number, Number)> {
    for first in 0..parts.len() {
        let mut sum = Number::ZERO;
        for (count, part) in parts[first..].iter().enumerate() {
            sum = sum.plus(*part)?;
            if count > 0 && agrees(total, stated, sum) {
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
fn is_speck(part: Number, total: Number) -> bool {
    part.roughly() * 1000.0 < total.roughly()
}

/// Whether a sum is near enough to have been meant.
fn near(sum: Number, total: Number) -> bool {
    let (sum, total) = (sum.roughly(), total.roughly());
    sum > 0.55 * total && sum < 1.75 * total
}
