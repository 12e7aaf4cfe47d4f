//! Parts and totals within a paragraph: whether what the text adds up does add up.
//!
//! A total is told by its words (合计, 共, in total, together) behind its parts, or by a colon, a bracket or 其中 between it and them.
//! Nothing is called a sum unless the numbers are near enough to be meant as one.

use super::{Finding, Verdict};
use crate::claim::{Change, Claim, Kind, Role};
use crate::find::scan::Scan;
use crate::ledger::Ledger;
use crate::number::Number;
use crate::unit::Unit;

/// How many claims back or ahead a part may stand.
const PARTS: usize = 12;

/// The totals that fail, by the index of their finding.
pub(super) fn failing(ledger: &Ledger, scan: &Scan, findings: &[Finding]) -> Vec<(usize, Verdict)> {
    let mut failing = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        let claim = &finding.claim;
        if !matches!(claim.kind, Kind::Count | Kind::Money)
            || claim.role != Role::Stated
            || claim.hedge.is_some_and(|_| claim.digits < 2) && claim.kind == Kind::Count
        {
            continue;
        }
        let by_ledger = known_parts(ledger, findings, at);
        let told = by_ledger
            .or_else(|| before(ledger, scan, findings, at))
            .or_else(|| behind(ledger, scan, findings, at));
        if let Some((parts, total)) = told {
            failing.push((at, Verdict::SumFails { parts, total }));
        }
    }
    failing
}

/// An amount in the currency of the total, by the figure's own rate where it must be converted.
fn amount(ledger: &Ledger, finding: &Finding, total: &Claim) -> Option<Number> {
    let number = finding.claim.value.number()?;
    match finding.claim.currency.filter(|currency| Some(*currency) != total.currency) {
        Some(currency) => {
            let figure = finding.figure.as_deref().and_then(|id| ledger.figure(id));
            number.times(ledger.rate_of(currency, figure)?)
        }
        None => Some(number),
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

/// The ledger knows the parts, and the paragraph gives them all.
fn known_parts(ledger: &Ledger, findings: &[Finding], at: usize) -> Option<(Number, Number)> {
    let total = &findings[at];
    let figure = ledger.figure(total.figure.as_deref()?).filter(|figure| !figure.sum_of.is_empty())?;
    let low = at.saturating_sub(PARTS);
    let near = &findings[low..(at + PARTS + 1).min(findings.len())];
    let mut sum = Number::ZERO;
    for part in &figure.sum_of {
        let stated = near.iter().find(|finding| finding.figure.as_ref() == Some(part))?;
        sum = sum.plus(amount(ledger, stated, &total.claim)?)?;
    }
    let stated = amount(ledger, total, &total.claim)?;
    // A hedged total is held against what it stands for.
    let truth = figure.value.number().filter(|_| {
        total.claim.hedge.is_some() && figure.currency.is_none_or(|currency| currency == ledger.currency)
    });
    let stated = truth.unwrap_or(stated);
    if truth.is_some() && sum != stated {
        return Some((sum, stated));
    }
    (!agrees(&total.claim, stated, sum)).then_some((sum, stated))
}

/// Figures found by elimination: of a total and all its parts in a paragraph, the one claim that no figure has is the one that is wrong.
pub(super) fn eliminated(ledger: &Ledger, findings: &[Finding]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for figure in ledger.figures.iter().filter(|figure| figure.sum_of.len() > 1) {
        let stated = |id: &String| findings.iter().position(|finding| finding.figure.as_ref() == Some(id));
        let ids: Vec<&String> = figure.sum_of.iter().chain([&figure.id]).collect();
        let there: Vec<usize> = ids.iter().filter_map(|id| stated(id)).collect();
        let missing: Vec<&&String> = ids.iter().filter(|id| stated(id).is_none()).collect();
        let ([id], Some(first), Some(last)) = (&missing[..], there.iter().min(), there.iter().max()) else {
            continue;
        };
        let sort = &findings[there[0]].claim;
        let low = first.saturating_sub(2);
        let near = low..(last + 3).min(findings.len());
        let truth = ledger.figure(id).and_then(|figure| figure.value.number()).map(Number::roughly);
        let like = |claim: &Claim| {
            let said = claim.value.number().map(Number::roughly);
            said.zip(truth).is_some_and(|(said, truth)| said >= truth * 0.45 && said <= truth * 2.2)
        };
        let mut free = near.filter(|at| {
            let finding = &findings[*at];
            finding.figure.is_none() && same_sort(&finding.claim, sort) && like(&finding.claim)
        });
        if let (Some(at), None) = (free.next(), free.next()) {
            found.push((at, (**id).clone()));
        }
    }
    found
}

/// The figure whose parts are all stated near a claim that states none itself.
pub(super) fn made_of(ledger: &Ledger, findings: &[Finding], at: usize) -> Option<usize> {
    if findings[at].figure.is_some() {
        return None;
    }
    let low = at.saturating_sub(PARTS);
    let near = &findings[low..(at + PARTS + 1).min(findings.len())];
    let stated = |id: &String| {
        near.iter().any(|finding| {
            finding.figure.as_ref() == Some(id) && same_sort(&finding.claim, &findings[at].claim)
        })
    };
    ledger.figures.iter().position(|figure| figure.sum_of.len() > 1 && figure.sum_of.iter().all(stated))
}

fn same_sort(one: &Claim, other: &Claim) -> bool {
    let unit = match (one.unit, other.unit) {
        (Some(one), Some(other)) => {
            one == other
                || one == Unit::Item
                || other == Unit::Item
                || matches!((one, other), (Unit::Activity, Unit::Forum) | (Unit::Forum, Unit::Activity))
        }
        (one, other) => one == other,
    };
    let plain = |claim: &Claim| {
        claim.role == Role::Stated && !matches!(claim.change, Some(Change::Up | Change::Down))
    };
    one.kind == other.kind && unit && plain(one) && plain(other)
}

fn between<'a>(scan: &Scan<'a>, from: usize, to: usize) -> &'a str {
    scan.text.get(from.min(to)..to).unwrap_or_default()
}

fn parted(words: &str) -> bool {
    words.contains(['。', '！', '？', '!', '?', '\n']) || words.contains(". ")
}

/// “38 and 63, in total 101”: the parts stand before.
fn before(ledger: &Ledger, scan: &Scan, findings: &[Finding], at: usize) -> Option<(Number, Number)> {
    const CUES: [&str; 20] = [
        "合计",
        "共计",
        "总计",
        "一共",
        "加起来",
        "合起来",
        "三者相加",
        "in total",
        "in all",
        "together",
        "altogether",
        "total of",
        "makes",
        "making",
        "all told",
        "combined",
        "add up to",
        "adds up to",
        "came to a total",
        "sum of",
    ];
    let total = &findings[at].claim;
    let previous = at.checked_sub(1)?;
    let lead = between(scan, findings[previous].claim.place.end, total.place.start).to_lowercase();
    let end = scan.text.floor_char_boundary((total.place.end + 12).min(scan.text.len()));
    let tail = between(scan, total.place.end, end).to_lowercase();
    let said = CUES.iter().any(|cue| lead.contains(cue))
        || ["in all", "in total", "altogether", "together", "all told"].iter().any(|cue| tail.contains(cue));
    if !said || parted(&lead) {
        return None;
    }
    let stated = amount(ledger, &findings[at], total)?;
    let mut parts = Vec::new();
    let mut end = total.place.start;
    for finding in findings[..at].iter().rev().take(PARTS) {
        if parted(between(scan, finding.claim.place.end, end)) {
            break;
        }
        end = finding.claim.place.start;
        let part = amount(ledger, finding, total);
        let Some(part) = part.filter(|_| same_sort(&finding.claim, total)) else { continue };
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
fn behind(ledger: &Ledger, scan: &Scan, findings: &[Finding], at: usize) -> Option<(Number, Number)> {
    const CUES: [&str; 12] = [
        "：",
        "其中",
        "包括",
        "分别",
        ":",
        "(",
        "（",
        "comprising",
        "consisting",
        "including",
        "made up of",
        "of which",
    ];
    let total = &findings[at].claim;
    let stated = amount(ledger, &findings[at], total)?;
    // “…, up 4.1 %. Of which …”: what stands between is of another sort.
    let next = at + 1 + findings[at + 1..].iter().take(3).position(|next| same_sort(&next.claim, total))?;
    let sizes = |finding: &Finding| finding.claim.kind != total.kind;
    if !findings[at + 1..next].iter().all(sizes) {
        return None;
    }
    let after = next;
    let next = &findings[next];
    let lead = between(scan, total.place.end, next.claim.place.start);
    let opened = lead.contains(['(', '（']);
    // A bracket with another currency in it converts.
    let converts = opened && next.claim.currency != total.currency;
    let listed = lead.contains("。其中")
        && !lead.trim_start_matches(|letter| letter != '。').trim_start_matches('。').contains('。');
    if parted(lead) && !listed || converts || !CUES.iter().any(|cue| lead.contains(cue)) {
        return None;
    }
    let mut parts = Vec::new();
    let mut end = next.claim.place.start;
    for finding in findings[after..].iter().take(PARTS) {
        let words = between(scan, end, finding.claim.place.start);
        // 银奖2名各30万元: the amount of each is no part.
        if words.contains('各') || words.contains(" each") {
            return None;
        }
        if parted(words) || opened && words.contains([')', '）']) {
            break;
        }
        end = finding.claim.place.end;
        let part = amount(ledger, finding, total);
        let Some(part) = part.filter(|_| same_sort(&finding.claim, total)) else { continue };
        if is_speck(part, stated) {
            continue;
        }
        if part == stated {
            break;
        }
        parts.push(part);
    }
    told(total, stated, &parts)
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
