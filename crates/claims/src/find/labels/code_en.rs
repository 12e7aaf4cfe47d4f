//! Numbers in English text that are codes, and those that are levels of an index or score.

use crate::claim::Kind;
use crate::find::counted::ahead_en::counts_other_things;
use crate::find::counted::elliptic_en;
use crate::find::counted::nouns_en::named_before;
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::Unit;

/// Whether a number with no unit is a code: of five digits and more, in brackets, or behind a name.
pub(in crate::find) fn is_code(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    next: usize,
    bent: bool,
    unit: Option<Unit>,
) -> bool {
    let scan = &finder.scan;
    let literal = match scan.what(quantity.first) {
        What::Literal(literal) => Some(literal),
        _ => None,
    };
    let plain = literal
        .is_some_and(|literal| !literal.grouped && literal.places == 0 && quantity.power == 0 && !bent);
    let long = literal.is_some_and(|literal| literal.whole >= 5);
    // A bare number of five digits and more, or behind a name, is a code or part of the name.
    let ends = scan.ends_clause(next) || scan.tokens.len() == next;
    let table = scan.is_sign(first.wrapping_sub(1), ':');
    let beside = finder.drafts.last().is_some_and(|last| last.next + 1 == first && last.kind == Kind::Count);
    // “signed 143 (122)”: last year’s, when it is of the size of the number before.
    let last_years = beside
        && finder.drafts.last().and_then(|last| last.value.number()).zip(quantity.value).is_some_and(
            |(last, said)| {
                said >= Number::whole(10)
                    && last.times(Number::whole(8)) > Some(said)
                    && said.times(Number::whole(8)) > Some(last)
            },
        );
    // “letters of intent (164)”
    let of_noun = matches!(scan.before(first, 2), What::Known(Sense::Noun(_) | Sense::Stage(_)));
    let bracketed = scan.is_sign(first.wrapping_sub(1), '(') && scan.is_sign(next, ')') && !of_noun;
    // “the opening forum (600 seats) and the city dialogue (350)”: another in brackets of the same sentence.
    let again = bracketed
        && finder.drafts.last().is_some_and(|last| {
            scan.is_sign(last.first.wrapping_sub(1), '(')
                && last.kind == Kind::Count
                && !(last.next..first).any(|at| scan.ends_sentence(at))
        });
    // “two more than last year (24)”
    let earlier = scan.is_among(
        first.wrapping_sub(2),
        words![
            "year",
            "last year",
            "time",
            "edition",
            "before",
            "earlier",
            "ago",
            "previously",
            "week",
            "month"
        ],
    );
    // “the largest groups from France (410), Germany (365) and Korea (220)”
    let listed = (next + 1..next + 8).find(|at| scan.is_sign(*at, '('));
    let listed = listed.is_some_and(|open| {
        matches!(scan.what(open + 1), What::Literal(_))
            && scan.is_sign(open + 2, ')')
            && (next + 1..open).all(|at| !scan.ends_sentence(at))
    });
    let bracketed = bracketed && !again && !earlier && !listed;
    let cited = !beside && scan.is_sign(first.wrapping_sub(1), '#') || bracketed && !last_years;
    plain
        && (long && !table
            || cited
            || named_before(finder, first)
                && (!(ends || scan.is(next, "and"))
                    || scan.is_among(first.wrapping_sub(2), words!["a", "an", "to"])
                        && literal.is_some_and(|literal| literal.whole < 3))
            || named_before(finder, first) && unit.is_none())
}

/// “128.7 points”, “a score of 91.5”, “with 100”
pub(in crate::find) fn level(scan: &Scan, first: usize, quantity: &Quantity) -> bool {
    if elliptic_en::is_mark(scan, quantity) {
        return true;
    }
    if quantity.power > 0
        || quantity.style != Style::Digits
        || matches!(scan.sense(quantity.next), Some(Sense::Noun(_)))
        // “The index compares 48 ports by 22 indicators”
        || counts_other_things(scan, quantity.next)
            && !scan.is_among(quantity.next, words!["points", "point"])
            && !matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0)
    {
        return false;
    }
    if scan.is(quantity.next, "points") || scan.is(quantity.next, "point") {
        return !scan.is(first.wrapping_sub(1), "margin");
    }
    let decimal = matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0);
    // “3.1 above the previous score”
    if scan.is_among(quantity.next, words!["above", "below", "higher", "lower"])
        && (quantity.next..quantity.next + 6)
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| matches!(scan.sense(at), Some(Sense::Level)))
    {
        return true;
    }
    let base = (1..8).any(|step| scan.is(first.wrapping_sub(step), "base"));
    if base
        && (scan.is_among(first.wrapping_sub(1), words!["with", "is", "was", "of", "at"])
            || scan.is_sign(first.wrapping_sub(1), '(') && scan.is_sign(quantity.next, ')'))
        || decimal && scan.is(first.wrapping_sub(1), "at") && scan.is(first.wrapping_sub(2), "which")
    {
        return true;
    }
    // “Our own index of such fairs, at 100 in 2018, stood at 143”
    if scan.is(first.wrapping_sub(1), "at")
        && scan.is_among(first.wrapping_sub(2), words!["stood", "stands"])
        && (3..20)
            .map(|step| first.wrapping_sub(step))
            .take_while(|at| !scan.ends_sentence(*at))
            .any(|at| scan.letters(at).starts_with("index"))
    {
        return true;
    }
    for step in 1..9 {
        let at = first.wrapping_sub(step);
        // “The index has 5 pillars”: its parts, not its level.
        let parts = scan.is_among(
            at,
            words!["has", "have", "comprises", "comprising", "covers", "includes", "with", "combines"],
        );
        if parts && !decimal
            || scan.ends_sentence(at)
            || matches!(scan.what(at), What::Literal(_)) && !decimal
        {
            return false;
        }
        if matches!(scan.sense(at), Some(Sense::Level))
            || matches!(scan.sense(at), Some(Sense::Noun(Unit::Index)))
                && scan.letters(at).eq_ignore_ascii_case("index")
        {
            let of_them = scan.is_among(quantity.next, words!["of", "indicators", "indexes"])
                || scan.is(quantity.next, "in") && !decimal;
            let stands = scan.is(first.wrapping_sub(1), "at")
                && (scan.is_among(
                    first.wrapping_sub(2),
                    words!["stood", "stands", "is", "was", "came", "remains"],
                ) || matches!(scan.what(first.wrapping_sub(2)), What::Sign(',')));
            return stands || !of_them && (decimal || step <= 3);
        }
    }
    false
}
