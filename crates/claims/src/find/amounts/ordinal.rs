//! Ordinals and editions in English: the 5th conference, for the second time, ranked third.

use crate::claim::{Change, Kind, Value};
use crate::find::counted::series_en::{ROUND, is_place, of_a_series, of_last_sort, of_many};
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::number::Number;
use crate::unit::Unit;

pub(in crate::find) fn draft(first: usize, next: usize, kind: Kind, number: Number, unit: Unit) -> Draft {
    let mut draft = Draft::new(first, next, kind, Value::Number(number));
    draft.unit = Some(unit);
    draft
}

/// “5th”, “3rd”: an edition unless a word of rank or time stands near.
pub(in crate::find) fn digits(finder: &Finder, at: usize) -> Option<Draft> {
    let What::Literal(literal) = finder.scan.what(at) else { return None };
    let number = literal.value?;
    named(finder, at, at + 1, number, Written::Digits)
}

/// “rank 4”, “ranked 12 of 60”, “position: 7”: digits behind a word of rank.
pub(in crate::find) fn ranked(scan: &Scan, at: usize) -> Option<Draft> {
    let What::Literal(literal) = scan.what(at) else { return None };
    let small = literal.places == 0 && literal.whole <= 3 && !literal.grouped;
    let colon = usize::from(scan.is_sign(at.wrapping_sub(1), ':'));
    let said =
        scan.is_among(at.wrapping_sub(1 + colon), words!["rank", "ranked", "ranks", "ranking", "position"]);
    let alone = scan.ends_clause(at + 1)
        || scan.tokens.len() == at + 1
        || scan.is_among(at + 1, words!["in", "of", "out", "among", "nationwide", "overall"]);
    (said && small && alone)
        .then(|| draft(at, at + 1, Kind::Ordinal, literal.value.unwrap_or(Number::ONE), Unit::Rank))
}

/// “fifth”, “twenty-first” is not read; as an edition only before a name or the word edition.
pub(in crate::find) fn spelled(finder: &Finder, at: usize, of: u32) -> Option<Draft> {
    named(finder, at, at + 1, Number::whole(of), Written::Words)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::find) enum Written {
    Digits,
    Words,
}

#[expect(
    clippy::too_many_lines,
    reason = "one case behind the other, the surest first; each is a line or two"
)]
fn named(finder: &Finder, at: usize, next: usize, number: Number, written: Written) -> Option<Draft> {
    let scan = &finder.scan;
    let before = at.wrapping_sub(1);
    if scan.is(next, "time") || scan.is(next, "times") {
        let counted = number > Number::ONE;
        return counted.then(|| draft(at, next + 1, Kind::Ordinal, number, Unit::Time));
    }
    // “the sixth consecutive month”
    if scan.is_among(next, words!["consecutive", "straight", "successive"])
        && let Some(Sense::Measure(unit)) = scan.sense(next + 1)
    {
        return Some(draft(at, next, Kind::Ordinal, number, unit));
    }
    // “the 99th session of the trade fair”: what a fair's editions are called.
    let session =
        written == Written::Digits && scan.is_among(next, words!["session"]) && scan.is(next + 1, "of");
    if session
        && (next + 2..next + 9).take_while(|at| !scan.ends_clause(*at)).any(|at| scan.is_among(at, ROUND))
    {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    if let Some(found) = of_a_series(scan, at, next, number, written) {
        return Some(found);
    }
    if scan.is(next, "edition") || scan.is(next, "editions") {
        // “first edition” as a noun of its own has its word inside; the mark of the corpus reaches to it.
        return Some(draft(at, next + 1, Kind::Edition, number, Unit::Edition));
    }
    // “for the third year running”
    if scan.is(next, "year")
        && scan.is_among(next + 1, words!["running", "in"])
        && (scan.is(next + 1, "running") || scan.is(next + 2, "a") || scan.is(next + 2, "succession"))
    {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Time));
    }
    // “for the third year”, “on the second day”
    let time = match scan.sense(next) {
        Some(Sense::Measure(unit @ (Unit::Year | Unit::Day))) if written == Written::Words => Some(unit),
        _ => None,
    };
    if let Some(unit) =
        time.filter(|_| number > Number::ONE && scan.is_among(before, words!["the", "its", "a", "this"]))
    {
        return Some(draft(at, next + 1, Kind::Ordinal, number, unit));
    }
    if scan.is_among(
        next,
        words![
            "floor",
            "party",
            "year",
            "anniversary",
            "hand",
            "five-year",
            "century",
            "person",
            "class",
            "grade",
            "step",
            "row",
            "avenue",
            "street",
            "generation",
        ],
    ) {
        return None;
    }
    if scan.letters(next).to_ascii_lowercase().starts_with("five-year")
        || scan.letters(next).to_ascii_lowercase().starts_with("five year")
    {
        return None;
    }
    if let Some(found) = of_last_sort(finder, at, next, number) {
        return Some(found);
    }
    if is_place(scan, at, next, number) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “in 2019 we were ninth”, “the city that is third has more money”
    let stands = scan.is_among(
        before,
        words![
            "were",
            "was",
            "is",
            "are",
            "be",
            "stand",
            "stands",
            "stood",
            "lie",
            "lies",
            "it",
            "currently",
            "now",
        ],
    ) && (scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_among(
            next,
            words![
                "in",
                "has",
                "out",
                "among",
                "behind",
                "overall",
                "nationwide",
                "with",
                "a year ago",
                "a year earlier",
                "last year",
                "last",
                "at",
            ],
        ));
    if stands
        && number > Number::ONE
        && (!scan.is(before, "it") || rank_near(scan, at) || scan.is(next, "in"))
    {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “it climbs 24 steps and fails at the eleventh”
    if is_one_of_last(finder, at, next, number) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Item));
    }
    // “at the sixth, there will be 31”, “compared with the fifth”, “Edition: the sixth.”
    let elided = written == Written::Words
        && scan.is(before, "the")
        && number > Number::whole(2)
        && (scan.ends_clause(next) || scan.tokens.len() == next)
        && (scan.is_among(
            before.wrapping_sub(1),
            words!["at", "since", "than", "with", "after", "before", "like", "until", "for"],
        ) || scan.is_sign(before.wrapping_sub(1), ':') && scan.is(before.wrapping_sub(2), "edition"));
    if elided {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    let ranked = matches!(scan.sense(before), Some(Sense::Rank))
        || scan.is_among(before, words!["number", "in"]) && scan.is(next, "place")
        || scan.is(next, "place")
        || scan.is(next, "in") && scan.is(next + 1, "line")
        || (scan.is(next, "in") || scan.is(next, "among") || scan.is(next, "nationwide"))
            && !(scan.ends_clause(next))
            && !scan.is_among(before, words!["the", "a"])
            && rank_near(scan, at);
    if ranked
        && (number > Number::ONE
            || written == Written::Digits
            || matches!(scan.sense(before), Some(Sense::Rank))
                && scan.is_among(before, words!["ranked", "ranks", "placed", "rank"]))
    {
        let mut place = draft(at, next, Kind::Ordinal, number, Unit::Rank);
        // “from sixth to fourth place”
        let came =
            scan.is(before, "to") && matches!(scan.sense(before.wrapping_sub(1)), Some(Sense::Ordinal(_)));
        place.change = came.then_some(Change::To);
        return Some(place);
    }
    if rank_colon(scan, at) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “Elmstead’s third Innovation Week”
    let owned = scan.is(before, "s") && matches!(scan.what(before.wrapping_sub(1)), What::Sign('’' | '\''));
    let to_come = owned
        || scan.is_among(before, words!["the", "its", "our", "this", "their", "a"])
        || written == Written::Digits;
    // “the second annual Innovation Week”
    let yearly = scan.is_among(next, words!["annual", "biennial"]);
    let named = next + usize::from(yearly);
    let name = matches!(scan.what(named), What::Word(Case::Capital))
        || scan.letters(named).starts_with(|first: char| first.is_ascii_uppercase());
    let held = matches!(scan.sense(next), Some(Sense::Noun(Unit::Activity | Unit::Forum)))
        && scan.letters(next).len() > 3;
    let earlier = finder.drafts.last().is_some_and(|draft| draft.kind == Kind::Edition);
    let sequel = (finder.drafts.iter().rev().take(6).any(|draft| draft.kind == Kind::Edition))
        && to_come
        && !matches!(scan.sense(next), Some(Sense::Noun(_) | Sense::Measure(_)));
    let edition = to_come && name
        || written == Written::Digits && (held || edition_colon(scan, at))
        || sequel && (earlier || written == Written::Words);
    edition
        .then(|| draft(at, next, Kind::Edition, number, Unit::Edition))
        .or_else(|| of_many(scan, at, next, number, written))
}

/// Whether the sentence has counted more things than that, of no sort that has editions, of which this is one.
fn is_one_of_last(finder: &Finder, at: usize, next: usize, number: Number) -> bool {
    let scan = &finder.scan;
    let alone = scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_among(next, words!["and", "but", "or", "was", "is", "has", "had"]);
    let Some(last) = finder.drafts.last().filter(|last| last.unit == Some(Unit::Item)) else { return false };
    let many = last.value.number().is_some_and(|many| many > number);
    let near = at - last.next.min(at) < 12 && !(last.next..at).any(|at| scan.ends_sentence(at));
    alone && many && near && last.kind == Kind::Count && scan.is(at.wrapping_sub(1), "the")
}

/// “128.7 points, third in the province”
fn rank_near(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(14)..at).any(|at| {
        scan.is_among(
            at,
            words![
                "ranked", "ranks", "index", "ranking", "score", "stands", "rank", "places", "place", "came"
            ],
        )
    })
}

/// “Rank in the province: 3rd”
fn rank_colon(scan: &Scan, at: usize) -> bool {
    scan.is_sign(at.wrapping_sub(1), ':')
        && (at.saturating_sub(6)..at).any(|at| matches!(scan.sense(at), Some(Sense::Rank)))
}

fn edition_colon(scan: &Scan, at: usize) -> bool {
    scan.is_sign(at.wrapping_sub(1), ':') && scan.is(at.wrapping_sub(2), "edition")
        || scan.is(at.wrapping_sub(1), "its")
}
