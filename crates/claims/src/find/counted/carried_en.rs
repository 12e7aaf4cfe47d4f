//! English numbers whose noun an earlier figure has: so many each, the so many of last year, the best of the so many, and what a place has of
//! the things that the sentence before told of another.

use super::nouns::{BACK, noun};
use crate::claim::Kind;
use crate::find::amounts::behind::singular;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::unit::Unit;

/// How many figures back the text may have told what is carried on.
const FIGURES: usize = 4;

/// Verbs of a place, a day or a firm that has some of what is counted.
pub(in crate::find) const HAS: Cues = words![
    "has",
    "have",
    "had",
    "hosts",
    "hosted",
    "holds",
    "held",
    "gets",
    "got",
    "offers",
    "offered",
    "stages",
    "staged",
    "contributes",
    "contributed",
    "adds",
    "added",
    "brings",
    "brought",
    "counts",
    "counted",
    "follows with",
    "saw",
    "drew",
];

/// What a number counts that leaves out its noun because an earlier figure has it.
pub(in crate::find) fn carried(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    each(finder, first, next)
        .or_else(|| of_former(finder, first, next))
        .or_else(|| best_of(&finder.scan, first, next))
        .or_else(|| another_has(finder, first, next))
        .or_else(|| the_other_one(finder, first, next))
}

/// What the sentence last counted; how long it took, and where or from how many it is, are told by the way.
pub(in crate::find) fn told_last<'a>(finder: &'a Finder, first: usize) -> Option<&'a Draft> {
    let scan = &finder.scan;
    let last = told(finder, first).find(|draft| !is_how_long(scan, draft))?;
    let counts = |draft: &&Draft| draft.kind == Kind::Count && !draft.unit.is_some_and(Unit::is_measure);
    let head = told(finder, first).filter(counts).find(|draft| !is_by_the_way(scan, draft));
    head.filter(|_| is_by_the_way(scan, last)).or(Some(last)).filter(|draft| draft.kind == Kind::Count)
}

/// “66 activities in three districts”, “236 teams from 41 cities”: whether a preposition leads to a count.
pub(in crate::find) fn is_by_the_way(scan: &Scan, draft: &Draft) -> bool {
    const WHICH: Cues = words!["the", "its", "all", "first", "last", "these", "other", "each"];
    let which = (1..4).take_while(|back| scan.is_among(draft.first.wrapping_sub(*back), WHICH)).count();
    scan.is_among(
        draft.first.wrapping_sub(1 + which),
        words!["in", "at", "from", "across", "among", "by", "throughout", "on", "of"],
    )
}

/// The figures of the sentence before a token, the nearest first.
fn told<'a>(finder: &'a Finder, first: usize) -> impl Iterator<Item = &'a Draft> {
    let scan = finder.scan;
    let near = first.saturating_sub(BACK);
    let start = (near..first).rev().find(|at| scan.ends_sentence(*at)).map_or(near, |end| end + 1);
    finder.drafts.iter().rev().take(FIGURES).take_while(move |draft| draft.first >= start)
}

/// “in three days”, “over the five days”: whether a figure only says how long something took.
pub(in crate::find) fn is_how_long(scan: &Scan, draft: &Draft) -> bool {
    let article =
        usize::from(scan.is_among(draft.first.wrapping_sub(1), words!["the", "these", "just", "only"]));
    let leads = scan.is_among(
        draft.first.wrapping_sub(1 + article),
        words!["in", "within", "over", "over the", "during", "after", "throughout", "across"],
    ) || scan.is(draft.first.wrapping_sub(1), "over the");
    leads && draft.unit.is_some_and(|unit| unit.is_measure() && unit <= Unit::Second)
}

/// “3,120 reports, about 21 per outlet”, “1,127 meetings, an average of about six each”: so many of what was told.
fn each(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    const OFTEN: Cues =
        words!["each", "apiece", "a day", "a week", "a month", "an hour", "a minute", "daily"];
    let scan = &finder.scan;
    let joined = matches!(scan.what(first.wrapping_sub(1)), What::Sign(',' | '(' | '–' | '—'))
        || scan.is(first.wrapping_sub(1), "or")
        || scan.is(first.wrapping_sub(1), "of") && scan.is(first.wrapping_sub(2), "average");
    let per = scan.is(next, "per");
    if !joined || !(per || scan.is_among(next, OFTEN)) {
        return None;
    }
    let whose = per.then(|| singular(scan, next + 1)).flatten();
    let mut counts = told(finder, first).skip_while(|draft| is_how_long(scan, draft));
    let last = counts.find(|draft| whose.is_none() || draft.unit != whose)?;
    last.unit.filter(|unit| last.kind == Kind::Count && !unit.is_measure())
}

/// “and so doubled the 48.2 million of last autumn”, “after the 37 of 2024”: of what was counted last, as many as there were before.
fn of_former(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let former = scan.is_among(next + 1, words!["last", "last year", "2019", "previous"])
        || scan.is(next + 1, "the") && scan.is_among(next + 2, words!["previous", "last", "year"])
        || matches!(scan.what(next + 1), What::Literal(literal) if literal.whole == 4 && !literal.grouped && literal.places == 0)
            && scan.ends_clause(next + 2);
    if !(former && scan.is(next, "of") && scan.is(first.wrapping_sub(1), "the")) {
        return None;
    }
    let counted = |draft: &&Draft| draft.kind == Kind::Count && !is_how_long(scan, draft);
    told(finder, first).find(counted).and_then(|last| last.unit)
}

/// “on the last day, the best of the five”: one of so many of what it is.
fn best_of(scan: &Scan, first: usize, next: usize) -> Option<Unit> {
    let most = first.wrapping_sub(3);
    let superlative = scan.letters(most).ends_with("est")
        || scan.is_among(most, words!["best", "worst", "last", "most", "only", "first", "second", "third"]);
    let aside = scan.is(first.wrapping_sub(1), "the")
        && scan.is(first.wrapping_sub(2), "of")
        && scan.is(most.wrapping_sub(1), "the")
        && scan.is_sign(most.wrapping_sub(2), ',');
    if !(aside && superlative && scan.ends_clause(next)) {
        return None;
    }
    match scan.sense(most.wrapping_sub(3)) {
        Some(Sense::Measure(unit)) => Some(unit),
        _ => singular(scan, most.wrapping_sub(3)),
    }
}

/// “Merawan has 24 activities. Batu Serai hosts 22 around the park”: a name that has a number of nothing has so many of what the sentence
/// before counted.
fn another_has(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    const WHERE: Cues = words![
        "in",
        "at",
        "on",
        "around",
        "around the",
        "near",
        "along",
        "for",
        "across",
        "and",
        "by",
        "this",
        "last",
        "so",
        "from",
    ];
    let scan = &finder.scan;
    let verb = first.wrapping_sub(1);
    let name = matches!(scan.what(verb.wrapping_sub(1)), What::Word(Case::Capital));
    if !(name
        && scan.is_among(verb, HAS)
        && (scan.ends_clause(next) || scan.tokens.len() == next || scan.is_among(next, WHERE)))
    {
        return None;
    }
    let near = first.saturating_sub(BACK);
    let start = (near..first).rev().find(|at| scan.ends_sentence(*at))? + 1;
    let named = (start..verb).any(|at| noun(scan, at).is_some());
    let last = finder.drafts.last().filter(|last| last.next < start && last.kind == Kind::Count && !named)?;
    last.unit
        .filter(|unit| first.saturating_sub(last.next) < BACK && !unit.is_measure() && *unit != Unit::Item)
}

/// “this edition lasted six days and the last one five”: the other of two has so many of the same.
fn the_other_one(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let one = first.wrapping_sub(1);
    let other = scan.is(one, "one")
        && scan.is_among(
            one.wrapping_sub(1),
            words!["last", "previous", "other", "next", "new", "old", "first", "second", "larger", "smaller"],
        );
    let last = finder
        .drafts
        .last()
        .filter(|last| last.kind == Kind::Count && other && first.saturating_sub(last.next) < 6)?;
    last.unit.filter(|_| scan.ends_clause(next) || scan.tokens.len() == next)
}
