//! Numbers in English text that are of what the text has told: “5,600 of them”, “of these 2,300-odd”, “worth 500,000 yuan, not 50,000”.

use super::carried_en::told_last;
use super::nouns::{BACK, noun};
use super::nouns_en::{heading, is_verb};
use crate::claim::Kind;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Quantity;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::Unit;

/// “5,600 of them”, “71,350 of you came”, “out of 82”: of what the number before counted, or of who is spoken to.
pub(in crate::find) fn one_of_them(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let of = scan.is(next, "of");
    if of && scan.is_among(next + 1, words!["you", "us"]) {
        let came = |at: usize| {
            scan.is_among(at, words!["came", "visited", "attended", "joined", "dropped", "queued"])
        };
        let who = next + 2 + usize::from(scan.is_among(next + 2, words!["who", "that"]));
        let before = (first.saturating_sub(14)..first).rev().take_while(|at| !scan.ends_sentence(*at));
        let came = came(who) || before.into_iter().any(came);
        return Some(if came { Unit::Visitor } else { Unit::Person });
    }
    let of_them = of && scan.is_among(next + 1, words!["them", "these", "those", "which", "whom"]);
    let out_of = scan.is(first.wrapping_sub(1), "of") && scan.is(first.wrapping_sub(2), "out");
    let than_the = scan.is(first.wrapping_sub(1), "the")
        && scan.is_among(
            first.wrapping_sub(2),
            words!["than", "more than", "less than", "fewer than", "higher than", "lower than"],
        );
    if !(of_them || out_of || than_the) {
        return None;
    }
    if of_them
        && scan.is_sign(first.wrapping_sub(1), ',')
        && let Some(unit) =
            noun(scan, first.wrapping_sub(2)).filter(|_| !is_verb(scan, first.wrapping_sub(2), first))
    {
        return Some(unit);
    }
    // “our favourite exhibit out of 1,730”
    if out_of && let Some(unit) = noun(scan, first.wrapping_sub(3)) {
        return Some(unit);
    }
    let counts = |draft: &&Draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < 2 * BACK;
    // “236 teams from 41 cities sent in a plan; 48 of them go on”
    let head = told_last(finder, first).filter(counts).filter(|_| of_them);
    let last = head.or_else(|| finder.drafts.iter().rev().take(4).find(counts))?;
    last.unit.filter(|unit| !unit.is_measure())
}

/// “worth 500,000 yuan, not 50,000”: what a number is put right by is of the same.
pub(in crate::find) fn instead<'a>(finder: &'a Finder, first: usize) -> Option<&'a Draft> {
    let scan = &finder.scan;
    let before = first.wrapping_sub(1);
    let not = scan.is(before, "not") && scan.ends_clause(before.wrapping_sub(1))
        || scan.is_among(before, words!["instead of", "rather than"])
        || scan.is(before, "of") && scan.is(before.wrapping_sub(1), "instead")
        || scan.is(before, "than") && scan.is(before.wrapping_sub(1), "rather");
    let last = finder.drafts.last().filter(|last| not && first.saturating_sub(last.next) < 5)?;
    matches!(last.kind, Kind::Count | Kind::Money).then_some(last)
}

/// “almost 50 billion yuan (48.75, to be exact)”: a decimal in brackets that is as much as the bent number before it, whose scale it leaves out.
pub(in crate::find) fn in_its_scale(finder: &Finder, quantity: Quantity) -> Quantity {
    const SCALES: [i32; 4] = [6, 9, 12, 3];
    const NEAR: usize = 16;
    let scan = &finder.scan;
    let bracketed = scan.is_sign(quantity.first.wrapping_sub(1), '(')
        && matches!(scan.what(quantity.next), What::Sign(',' | ')'))
        && matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0)
        && quantity.power == 0;
    let bent = |last: &&Draft| last.hedge.is_some() && quantity.first - last.next.min(quantity.first) < NEAR;
    let Some(last) = finder.drafts.last().filter(|last| bracketed && bent(last)) else { return quantity };
    let as_much = |scale: &i32| {
        let said = quantity.value.and_then(|value| value.shifted(*scale));
        last.value.number().zip(said).is_some_and(|(last, said)| is_near(last, said))
    };
    let Some(scale) = SCALES.into_iter().find(as_much) else { return quantity };
    let shifted = |number: Number| number.shifted(scale);
    let step = shifted(quantity.step).unwrap_or(quantity.step);
    Quantity { value: quantity.value.and_then(shifted), step, power: scale, ..quantity }
}

/// Whether two numbers differ by no more than a tenth.
fn is_near(last: Number, said: Number) -> bool {
    let apart = last.minus(said).map(Number::size);
    apart
        .zip(Number::fraction(1, 10))
        .is_some_and(|(apart, tenth)| said.size().times(tenth).is_some_and(|allowed| apart <= allowed))
}

/// The figure that this one says again: “4.86 million times, close to 5 million”, “2,340 reports; of these 2,300-odd …”.
pub(in crate::find) fn told_again(
    finder: &Finder,
    first: usize,
    quantity: &Quantity,
    bent: bool,
) -> Option<Draft> {
    let (value, scaled) = (quantity.value, quantity.power > 0);
    let scan = &finder.scan;
    let last = finder.drafts.last().filter(|draft| draft.unit.is_some() || draft.currency.is_some())?;
    let before = first.checked_sub(1)?;
    let of_these = scan.is_among(before, words!["these", "them", "which", "those"])
        && scan.is(before.wrapping_sub(1), "of")
        && first - last.next <= 4
        && last.kind == Kind::Count;
    let near = last.value.number().zip(value).is_some_and(|(last, said)| is_near(last, said));
    // “520 exhibits from 190 firms, of which 47 were premieres”: where they are from is told by the way.
    let last = if of_these { heading(finder).unwrap_or(last) } else { last };
    let exact = scaled && near && last.hedge.is_some() && scan.is_sign(before, '(');
    let restated = bent && near && last.next == before && scan.is_sign(before, ',') || exact;
    (of_these || restated).then(|| last.clone())
}
