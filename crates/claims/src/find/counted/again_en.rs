//! Numbers in English text that are of what the text has told: “5,600 of them”, “of these 2,300-odd”, “worth 500,000 yuan, not 50,000”.

use super::nouns::{BACK, noun};
use super::nouns_en::heading;
use crate::claim::Kind;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
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
        && let Some(unit) = noun(scan, first.wrapping_sub(2))
    {
        return Some(unit);
    }
    // “our favourite exhibit out of 1,730”
    if out_of && let Some(unit) = noun(scan, first.wrapping_sub(3)) {
        return Some(unit);
    }
    let counts = |draft: &&Draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < 2 * BACK;
    let last = finder.drafts.iter().rev().take(4).find(counts)?;
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

/// The figure that this one says again: “4.86 million times, close to 5 million”, “2,340 reports; of these 2,300-odd …”.
pub(in crate::find) fn told_again(
    finder: &Finder,
    first: usize,
    value: Option<Number>,
    bent: bool,
) -> Option<Draft> {
    let scan = &finder.scan;
    let last = finder.drafts.last().filter(|draft| draft.unit.is_some() || draft.currency.is_some())?;
    let before = first.checked_sub(1)?;
    let of_these = scan.is_among(before, words!["these", "them", "which", "those"])
        && scan.is(before.wrapping_sub(1), "of")
        && first - last.next <= 4
        && last.kind == Kind::Count;
    let near = last.value.number().zip(value).is_some_and(|(last, said)| {
        let apart = last.minus(said).map(Number::size);
        apart
            .zip(Number::fraction(1, 10))
            .is_some_and(|(apart, tenth)| said.size().times(tenth).is_some_and(|allowed| apart <= allowed))
    });
    // “520 exhibits from 190 firms, of which 47 were premieres”: where they are from is told by the way.
    let last = if of_these { heading(finder).unwrap_or(last) } else { last };
    let restated = bent && near && last.next == before && scan.is_sign(before, ',');
    (of_these || restated).then(|| last.clone())
}
