//! English amounts without a sign of money: “the 23.475 billion signed”, “In dollars, … for half a billion”.

use crate::claim::Kind;
use crate::find::counted::nouns::{BACK, noun};
use crate::find::counted::nouns_en::seen;
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// The money that a number is an amount of, if the words near it speak of money; `ahead` is what stands behind it, and how far.
pub(in crate::find) fn meant(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    next: usize,
    ahead: Option<(Unit, usize)>,
) -> Option<Currency> {
    let scan = &finder.scan;
    let large =
        quantity.power >= 6 || quantity.style == Style::Words && quantity.step >= Number::whole(1_000_000);
    let named = noun(scan, first.wrapping_sub(1)).is_some()
        || scan.is_sign(first.wrapping_sub(1), ':') && noun(scan, first.wrapping_sub(2)).is_some();
    let named = named && (quantity.power < 9 || seen(noun(scan, first.wrapping_sub(1))))
        || (1..5).any(|step| {
            first.wrapping_sub(step) >= finder.floor() && seen(noun(scan, first.wrapping_sub(step)))
        });
    // “In dollars, … for half a billion”, “the 23.475 billion signed”, “of every 100 yuan …, 37”, “415 more than last year”
    if let Some(currency) =
        spoken_currency(finder, first, next, large && quantity.power >= 6, quantity.power >= 9)
            .filter(|_| ahead.is_none() || large)
    {
        return Some(currency);
    }
    let money_near = large
        && !named
        && ahead.is_none_or(|(unit, steps)| {
            unit == Unit::Item
                || steps > 0 && scan.is_among(next, words!["of", "in", "for", "worth", "to", "more", "is"])
        })
        && money_context(finder, first);
    (money_near && ahead.is_none_or(|found| found.1 > 0)).then(|| currency_spoken_of(finder, first))
}

/// “a family of four pays 99”: an amount behind a verb of paying, where the sentence has named money before.
pub(in crate::find) fn paid(finder: &Finder, first: usize, next: usize) -> Option<Currency> {
    let scan = &finder.scan;
    let verb = scan.is_among(
        first.wrapping_sub(1),
        words![
            "pay", "pays", "paid", "paying", "cost", "costs", "charge", "charges", "charged", "fetched",
            "gets", "receives", "earns", "wins", "worth",
        ],
    );
    let ends = scan.ends_clause(next)
        || scan.letters(next).starts_with("a ")
        || scan.is_among(next, words!["and", "or", "for", "a", "per", "each", "online", "extra"]);
    let last = finder.drafts.iter().rev().take(4).find(|last| last.kind == Kind::Money)?;
    let near = first.saturating_sub(last.next) < BACK && !(last.next..first).any(|at| scan.ends_sentence(at));
    last.currency.filter(|_| verb && ends && near)
}

/// The currency of a number that names none, where words far from it do.
fn spoken_currency(finder: &Finder, first: usize, next: usize, large: bool, huge: bool) -> Option<Currency> {
    let scan = &finder.scan;
    let last =
        finder.drafts.last().filter(|last| last.kind == Kind::Money && first.saturating_sub(last.next) < 16);
    if let Some(last) = last {
        let amounts = finder.drafts.iter().rev().take(6).take_while(|draft| draft.kind == Kind::Money);
        let every = amounts.last().is_some_and(|whole| {
            scan.is(whole.first.wrapping_sub(1), "every")
                && !(whole.next..first).any(|at| scan.ends_sentence(at))
        });
        let more = (scan.is_among(next, words!["more than", "less than", "fewer than"])
            || scan.is_among(next, words!["more", "less"]) && scan.is(next + 1, "than"))
            && last.next + 1 == first
            && scan.is_sign(last.next, ',');
        if every && noun(scan, next).is_none() || more {
            return last.currency;
        }
    }
    // “4.38 billion in foreign investment”
    if large
        && scan.is_among(next, words!["in", "of"])
        && (next + 1..next + 5)
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| matches!(scan.sense(at), Some(Sense::Amount)) && !scan.is_among(at, words!["output"]))
    {
        return Some(Currency::CNY);
    }
    if huge
        && scan.is_among(next, words!["signed", "invested", "pledged", "committed"])
        && !scan.is(next + 1, "up")
    {
        return Some(Currency::CNY);
    }
    if !large {
        return None;
    }
    let clause = (first.saturating_sub(14)..first).rev().take_while(|at| !scan.ends_sentence(*at));
    let said = clause.into_iter().find_map(|at| match scan.sense(at) {
        Some(Sense::Money(currency)) if scan.is(at.wrapping_sub(1), "in") => Some(currency),
        _ => None,
    });
    if said.is_some() {
        return said;
    }
    // “We wanted 15 billion”: so much of nothing is money, where nothing has been looked at.
    let looked_at = || {
        (first.saturating_sub(2 * BACK)..first).rev().take_while(|at| !scan.ends_sentence(*at)).any(|at| {
            seen(noun(scan, at)) || matches!(scan.sense(at), Some(Sense::Watching | Sense::Reacting))
        })
    };
    let ends = scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_among(next, words!["and", "or", "but", "by", "last", "this"]);
    if huge && ends && !looked_at() && finder.drafts.last().is_none_or(|last| !seen(last.unit)) {
        return Some(currency_spoken_of(finder, first));
    }
    None
}

/// “60 million euros (about 465 million yuan), of which they bring 40 million”: the currency of the sentence, brackets aside.
fn currency_spoken_of(finder: &Finder, first: usize) -> Currency {
    let scan = &finder.scan;
    let own = finder.drafts.iter().rev().take(6).find(|draft| {
        draft.kind == Kind::Money
            && !scan.is_sign(draft.first.wrapping_sub(1), '(')
            && !scan.is_among(draft.first.wrapping_sub(1), words!["or", "equals"])
            && !(draft.next..first).any(|at| scan.ends_sentence(at))
    });
    own.and_then(|draft| draft.currency).unwrap_or(Currency::CNY)
}

/// Whether the sentence speaks of money: an amount word or money before.
fn money_context(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let recent = finder.drafts.iter().rev().take(6).find(|draft| {
        draft.kind == Kind::Money || draft.kind == Kind::Count && draft.step >= Number::whole(10_000)
    });
    if recent.is_some_and(|draft| draft.kind == Kind::Money && first.saturating_sub(draft.next) < 2 * BACK) {
        return true;
    }
    (1..14)
        .map(|step| first.wrapping_sub(step))
        .take_while(|at| {
            // “And the money?\nA: 28.6 billion”: an answer is of what was asked.
            let asked = scan.is_sign(*at, '?')
                || scan.what(*at) == What::Line && scan.is_sign(at.wrapping_sub(1), '?');
            !scan.ends_sentence(*at) || asked
        })
        .any(|at| matches!(scan.sense(at), Some(Sense::Amount)))
}
