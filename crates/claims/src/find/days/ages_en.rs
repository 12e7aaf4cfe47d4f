//! Ages in English that no unit says: under 35, aged 18, “Dr Sample, 45, leads”.

use crate::claim::Kind;
use crate::find::counted::nouns::noun;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::number::Number;
use crate::unit::Unit;

/// “under 35”, “aged 18”: years of age though no unit says so.
pub(in crate::find) fn age(finder: &Finder, first: usize, quantity: &Quantity, next: usize) -> bool {
    let scan = &finder.scan;
    let years = quantity
        .value
        .is_some_and(|value| value.is_whole() && value >= Number::whole(3) && value <= Number::whole(99));
    let word = scan.is_among(first, words!["under", "over"])
        || scan.is_among(first.wrapping_sub(1), words!["aged", "age"]);
    let superlative = (1..4)
        .any(|step| scan.is_among(first.wrapping_sub(step), words!["youngest", "oldest"]))
        && (scan.ends_clause(next) || scan.is_among(next, words!["and", "but", "while", "who"]))
        && next == quantity.next;
    let averaged = scan.is_among(first.wrapping_sub(1), words!["was", "is", "of", "at"])
        && quantity.value.is_some_and(|value| value <= Number::whole(99) && value >= Number::whole(3))
        && (2..8)
            .map(|step| first.wrapping_sub(step))
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| scan.is(at, "age"));
    if averaged && next == quantity.next || superlative && years {
        return true;
    }
    let carried = finder.drafts.last().is_some_and(|draft| {
        draft.unit == Some(Unit::Year) && draft.value.number().is_some_and(|age| age < Number::whole(120))
    }) && scan.is_among(first.wrapping_sub(1), words!["youngest", "oldest"]);
    let people = (1..16)
        .map(|step| first.wrapping_sub(step))
        .take_while(|at| !scan.ends_sentence(*at))
        .any(|at| matches!(noun(scan, at), Some(Unit::Person | Unit::Visitor)))
        || finder
            .drafts
            .last()
            .is_some_and(|draft| draft.kind == Kind::Share && first.saturating_sub(draft.next) < 8);
    let aged = scan.is_among(first.wrapping_sub(1), words!["aged", "age", "visitors aged"])
        || scan.is_among(first.wrapping_sub(1), words!["is", "was", "of"])
            && scan.is(first.wrapping_sub(2), "age");
    years
        && (aged
            || word
                && people
                && (scan.ends_clause(next) || matches!(scan.what(next), What::Word(_)))
                && next == quantity.next
            || carried)
}

/// “a boy of eleven”, “children of 12 or under”: how old they are.
pub(in crate::find) fn is_childs_age(scan: &Scan, first: usize, quantity: &Quantity, next: usize) -> bool {
    const WHO: Cues = words![
        "boy",
        "boys",
        "girl",
        "girls",
        "child",
        "children",
        "kids",
        "youngsters",
        "lad",
        "man",
        "woman",
        "toddler",
        "toddlers",
        "teenager",
        "teenagers",
        "daughter",
        "son",
        "pupil",
        "pupils",
        "youth",
    ];
    let years = quantity.value.is_some_and(|value| value.is_whole() && value <= Number::whole(105));
    let aged = scan.is(first.wrapping_sub(1), "of") && scan.is_among(first.wrapping_sub(2), WHO);
    // “the minister, who is 61,”
    let who_is = scan.is_among(first.wrapping_sub(1), words!["is", "was", "turned", "turns"])
        && scan.is(first.wrapping_sub(2), "who")
        && scan.ends_clause(next)
        && quantity.value.is_some_and(|value| value >= Number::whole(3));
    years && (aged || who_is) && !matches!(scan.sense(next), Some(Sense::Noun(_) | Sense::Measure(_)))
}

/// “Dr Sample, 45, leads”: an age between commas behind a person.
pub(in crate::find) fn is_aged_aside(scan: &Scan, first: usize, quantity: &Quantity) -> bool {
    let years = quantity.style == Style::Digits
        && quantity.value.is_some_and(|value| {
            value >= Number::whole(16) && value <= Number::whole(99) && value.is_whole()
        });
    let person = match scan.what(first.wrapping_sub(2)) {
        What::Known(Sense::Noun(unit)) => unit == Unit::Person,
        What::Word(Case::Capital) => true,
        What::Word(Case::Small) => {
            scan.letters(first - 2).ends_with("er") || scan.letters(first - 2).ends_with("or")
        }
        _ => false,
    };
    // “…,” says pensioner Sample, 74.
    let said = scan.ends_sentence(quantity.next)
        && (first.saturating_sub(7)..first)
            .any(|at| scan.is_among(at, words!["says", "said", "founder", "boss", "chief", "head"]));
    first > 2
        && years
        && person
        && scan.is_sign(first - 1, ',')
        && (scan.is_sign(quantity.next, ',') || said || is_both(scan, quantity.next))
        && !matches!(scan.what(quantity.next + 1), What::Literal(_) | What::Known(Sense::Small(_)))
}

/// “Rosa Sample, 58 and a plumber by trade”
fn is_both(scan: &Scan, next: usize) -> bool {
    scan.is(next, "and") && scan.is_among(next + 1, words!["a", "an", "the"])
}
