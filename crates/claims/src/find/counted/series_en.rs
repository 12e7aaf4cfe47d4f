//! Which of several, without the word edition: “the sixth of its kind”, “the seventh week”, “the 4th rank”.

use crate::claim::{Change, Kind};
use crate::find::amounts::ordinal::{Written, draft};
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::number::Number;
use crate::unit::Unit;

/// “the sixth of its kind”, “the third exhibition day”, “the seventh week”: which of several, without the word edition.
pub(in crate::find) fn of_a_series(
    scan: &Scan,
    at: usize,
    next: usize,
    number: Number,
    written: Written,
) -> Option<Draft> {
    let before = at.wrapping_sub(1);
    // “the sixth of its kind”, “it will be the seventh”
    let bare_the = scan.is(before, "the")
        && (scan.ends_clause(next)
            || scan.is(next, "and") && !scan.is_among(next + 1, words!["last", "final"]))
        && scan.is_among(before.wrapping_sub(1), words!["be", "was", "is", "becomes", "being"]);
    if scan.is(next, "of")
        && scan.is_among(next + 1, words!["its", "their"])
        && scan.is_among(next + 2, words!["kind", "series", "name"])
        || bare_the && number > Number::whole(2) && number <= Number::whole(MOST_EDITIONS)
        || is_week_of_its_own(scan, at, next, number)
    {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    // “the third exhibition day”, “in their second year”: which of several, of whatever sort.
    let whose = scan.is_among(before, words!["their", "his", "her", "our", "my", "your"]);
    let counted_day = matches!(scan.sense(next + 1), Some(Sense::Measure(Unit::Day | Unit::Year)))
        && matches!(scan.what(next), What::Word(Case::Small) | What::Known(Sense::Noun(_)))
        && scan.is_among(before, words!["the", "its"])
        && number > Number::ONE;
    if counted_day || whose && matches!(scan.sense(next), Some(Sense::Measure(Unit::Year | Unit::Day))) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Item));
    }
    // “its sixth innovation week”, “the third annual trade fair”: a thing that comes round.
    let its =
        scan.is_among(before, words!["the", "its", "our", "this", "their", "a"]) && number > Number::ONE;
    let head = (next + 1..next + 4)
        .take_while(|at| matches!(scan.what(*at - 1), What::Word(Case::Small) | What::Known(Sense::Noun(_))))
        .find(|at| scan.is_among(*at, ROUND));
    if written == Written::Words && its && head.is_some_and(|head| !is_head(scan, head + 1)) {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    // “the second heat”, “the fourth round table in the series”: which of several that follow one another.
    let turn = scan.is_among(next, TURNS)
        || scan.is_among(next, words!["round"]) && scan.is_among(next + 1, words!["table", "of"]);
    if its && turn {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Item));
    }
    // “from sixth to fourth place”
    let to = scan.is(next, "to") && matches!(scan.sense(next + 1), Some(Sense::Ordinal(_)));
    if to && (scan.is(before, "from") || scan.is(next + 2, "place")) {
        return Some(draft(at, next, Kind::Ordinal, number, Unit::Rank));
    }
    // “The seventh week is set for September”: the week that all this is about.
    let acts = matches!(scan.what(next + 1), What::Word(Case::Small) | What::Known(Sense::Stage(_)))
        && scan.is_among(
            next + 1,
            words![
                "closed", "opened", "ended", "began", "will", "is", "was", "had", "has", "drew", "opens",
                "closes", "brought", "takes", "took",
            ],
        );
    if (written == Written::Words || acts)
        && scan.is(next, "week")
        && scan.is_among(before, words!["the", "this", "our"])
        && number > Number::whole(2)
        && !scan.is(next + 1, "of")
        && !scan.is(next + 1, "in")
    {
        return Some(draft(at, next, Kind::Edition, number, Unit::Edition));
    }
    None
}

/// “ranked seventh, up from ninth”, “on the second day …, on the third”, “the 100,000th visitor”: of the sort that was told, or of what comes one by one.
pub(in crate::find) fn of_last_sort(
    finder: &Finder,
    at: usize,
    next: usize,
    number: Number,
) -> Option<Draft> {
    let scan = &finder.scan;
    let before = at.wrapping_sub(1);
    if let Some(unit) = crate::find::amounts::behind::singular(scan, next).filter(|_| !scan.ends_clause(next))
        && number >= Number::whole(50)
        && !matches!(unit, Unit::Activity | Unit::Forum | Unit::Edition)
    {
        return Some(draft(at, next + 1, Kind::Ordinal, number, Unit::Item));
    }
    let last = finder.drafts.iter().rev().take(3).find(|last| {
        let moved = last.kind == Kind::Count && last.unit == Some(Unit::Rank);
        (last.kind == Kind::Ordinal || moved)
            && at - last.next.min(at) < 14
            && !(last.next..at).any(|at| scan.ends_sentence(at))
    })?;
    let alone = scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_among(next, words!["in", "overall", "a", "last", "on", "it", "they", "we"]);
    let rank =
        last.unit == Some(Unit::Rank) && scan.is_among(before, words!["from", "to", "and", "or", "at"]);
    let day = matches!(last.unit, Some(Unit::Day | Unit::Year | Unit::Time)) && scan.is(before, "the");
    let mut found = draft(at, next, Kind::Ordinal, number, last.unit.filter(|_| alone && (rank || day))?);
    found.change = (rank && scan.is(before, "to")).then_some(Change::To);
    Some(found)
}

/// “the 4th rank”, “the fourth most frequent wish”, “ranks Taoyan fourth”: a place among others, however it is said.
pub(in crate::find) fn is_place(scan: &Scan, at: usize, next: usize, number: Number) -> bool {
    let ranked = scan.is(next, "rank");
    let most = scan
        .is_among(next, words!["most", "least", "best", "biggest", "largest", "highest", "busiest"])
        && !scan.ends_clause(next + 1);
    // “ranks Taoyan fourth”: whom the index ranks stands between.
    let name = matches!(scan.what(at.wrapping_sub(1)), What::Word(Case::Capital));
    let whom = name
        && scan.is_among(at.wrapping_sub(2), words!["ranks", "ranked", "places", "puts", "placed"])
        && (scan.ends_clause(next) || scan.is_among(next, words!["in", "among", "of", "with"]));
    number > Number::ONE && (ranked || most || whom)
}

/// What comes round year by year.
pub(in crate::find) const ROUND: Cues = words![
    "week",
    "fair",
    "festival",
    "expo",
    "summit",
    "congress",
    "conference",
    "exhibition",
    "show",
    "gala",
    "convention",
    "hackathon",
];

/// What follows one another within days.
const TURNS: Cues = words![
    "heat",
    "leg",
    "lap",
    "instalment",
    "installment",
    "roundtable",
    "race",
    "rehearsal",
    "screening",
    "bout",
    "innings",
    "concert",
    "matinee",
    "attempt",
    "batch",
    "tranche",
    "shipment",
];

/// Whether a noun goes on: “the third fair organiser”.
pub(in crate::find) fn is_head(scan: &Scan, at: usize) -> bool {
    matches!(scan.sense(at), Some(Sense::Noun(_) | Sense::Measure(_)))
}

/// More of them no fair has had.
const MOST_EDITIONS: u32 = 160;

/// “the next Innovation Week, the ninth,”, “tomorrow we open the eighth of our weeks”, “since the second week it has been there”.
fn is_week_of_its_own(scan: &Scan, at: usize, next: usize, number: Number) -> bool {
    let the = at.wrapping_sub(1);
    if !scan.is(the, "the") || number == Number::ONE {
        return false;
    }
    let round = |at: usize| {
        let word = scan.letters(at);
        let one = word.strip_suffix('s').unwrap_or(word);
        ROUND.has(one)
    };
    let ends = scan.ends_clause(next) || scan.tokens.len() == next;
    let beside = ends && scan.is_sign(the.wrapping_sub(1), ',') && round(the.wrapping_sub(2));
    let ours =
        scan.is(next, "of") && scan.is_among(next + 1, words!["our", "the", "these"]) && round(next + 2);
    // “since the second week it has been the heart of the fair”
    let since = scan.is(the.wrapping_sub(1), "since") && round(next) && !scan.is(next + 1, "of");
    beside || ours || since
}

/// “the 27th door”, “the 121st signature”, “his third helper”, “yours may be the 173rd”: the so-and-so-manieth of things that come one by one.
pub(in crate::find) fn of_many(
    scan: &Scan,
    at: usize,
    next: usize,
    number: Number,
    written: Written,
) -> Option<Draft> {
    let before = at.wrapping_sub(1);
    let thing = matches!(scan.what(next), What::Word(Case::Small))
        || matches!(scan.sense(next), Some(Sense::Noun(_)))
            && scan.letters(next).starts_with(|first: char| first.is_ascii_lowercase());
    let ends = scan.ends_clause(next) || scan.tokens.len() == next;
    let many = written == Written::Digits && number >= Number::whole(20);
    let the = scan.is_among(before, words!["the", "their", "his", "her", "its", "our"]);
    let owned = written == Written::Words
        && number > Number::whole(2)
        && scan.is_among(before, words!["his", "her", "its", "their", "my"]);
    let round = matches!(scan.sense(next), Some(Sense::Noun(Unit::Activity | Unit::Forum | Unit::Edition)))
        || scan.is_among(next, ROUND)
        || matches!(scan.sense(next), Some(Sense::Measure(_)));
    let one = thing && !round && !scan.letters(next).ends_with('s');
    (many && the && (one || ends) || owned && one).then(|| draft(at, next, Kind::Ordinal, number, Unit::Item))
}
