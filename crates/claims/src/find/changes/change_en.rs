//! Rises and falls in English by words that stand further off: a verb some words before, or that of the figure before.

use crate::claim::{Change, Kind};
use crate::find::draft::Draft;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;

/// Verbs between a rise and its size.
const IS_VERBS: Cues = words![
    "was", "is", "came", "stood", "stands", "reached", "hit", "averaged", "averages", "ran", "runs",
    "amounted", "amounts", "comes", "remained",
];

/// “Year-on-year growth came in at 17.2 per cent”: the subject is a rise or fall, of which the number is the size.
pub(in crate::find) fn of_growth(scan: &Scan, draft: &Draft) -> Option<Change> {
    let mut at = draft.first.checked_sub(1)?;
    while scan.is_among(at, words!["at", "to", "in", "a", "an", "still", "only", "just", "even"]) && at > 0 {
        at -= 1;
    }
    // “growth was a modest 2.2%”
    if at > 1 && scan.is_among(at - 1, words!["a", "an"]) && matches!(scan.what(at), What::Word(_)) {
        at -= 2;
    }
    // “Growth in visits: 16.8%”, “the growth in visits 17.3 percentage points”: what grew stands between.
    let of_thing = |growth: usize| scan.is(growth, "growth") && scan.is(growth + 1, "in");
    let labelled = scan.is_sign(at, ':') || noun_or_word(scan, at);
    let growth = (at.saturating_sub(5)..at).rev().find(|at| of_thing(*at));
    if labelled && growth.is_some_and(|growth| (growth + 2..at).all(|at| noun_or_word(scan, at))) {
        return Some(Change::Up);
    }
    if !scan.is_among(at, IS_VERBS) || draft.kind == Kind::Ordinal {
        return None;
    }
    let subject = (at.saturating_sub(9)..at).rev().take_while(|at| !scan.ends_clause(*at));
    let mut nouns = subject.filter(|at| {
        scan.is_among(
            *at,
            words!["growth", "increase", "rise", "gain", "decline", "fall", "drop", "decrease", "reduction"],
        )
    });
    match scan.sense(nouns.next()?) {
        Some(Sense::Change(change)) => Some(change),
        _ => None,
    }
}

/// “The increase is 34 projects”: the rise itself is the subject, directly before its verb.
pub(in crate::find) fn rise_is(scan: &Scan, draft: &Draft) -> Option<Change> {
    const RISES: Cues =
        words!["increase", "rise", "gain", "decline", "fall", "drop", "decrease", "reduction", "growth"];
    let verb = draft.first.checked_sub(1).filter(|at| scan.is_among(*at, words!["is", "was"]))?;
    let rise = verb.checked_sub(1).filter(|at| scan.is_among(*at, RISES))?;
    let subject = scan.is_among(rise.wrapping_sub(1), words!["the", "this", "that", "its", "their", "our"]);
    match scan.sense(rise)? {
        Sense::Change(change) if subject => Some(change),
        _ => None,
    }
}

fn noun_or_word(scan: &Scan, at: usize) -> bool {
    matches!(scan.what(at), What::Word(_) | What::Known(Sense::Noun(_) | Sense::Amount))
        && !scan.is_among(at, IS_VERBS)
}

/// “output was up 7.3 per cent and exports 4.9 per cent”: the second subject has the verb of the first.
pub(in crate::find) fn gapped(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let last = last.filter(|last| last.kind == draft.kind && draft.first - last.next < 7)?;
    let mut between = last.next..draft.first;
    let joined = scan.is_among(last.next, words!["and", "while"])
        || matches!(scan.what(last.next), What::Sign(',' | ';'));
    let thing = |at: usize| {
        let word = scan.letters(at);
        matches!(scan.sense(at), Some(Sense::Noun(_) | Sense::Amount))
            || scan.is_among(at, words!["and", "the", "of", "its", "while"])
            || scan.is_sign(at, ',') && at == last.next
            || matches!(scan.what(at), What::Word(_))
                && word.len() > 3
                && !word.ends_with("ed")
                && !word.ends_with("ing")
    };
    let things = draft.first > last.next + 1
        && between.all(thing)
        && !scan.is_among(
            draft.first - 1,
            words![
                "and", "of", "the", "with", "about", "from", "were", "have", "that", "only", "which", "said",
                "made",
            ],
        );
    last.change.filter(|change| joined && things && matches!(change, Change::Up | Change::Down))
}

/// “up 28.8 percent and 35.9 percent”, “to 731 million and 1.25 billion”: the verb of the first is that of the second.
pub(in crate::find) fn shared(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let and = draft.first.checked_sub(1)?;
    // “by 50% YoY, 48% YoY, and 62% YoY”, “up 3.8% in space and 9.2% in attendance”
    let yearly = |at: usize| scan.is_among(at, words!["yoy", "qoq", "year on year", "year-on-year"]);
    let listed = last.is_some_and(|last| yearly(last.next) && yearly(draft.next) && and <= last.next + 2);
    let placed = last.is_some_and(|last| {
        scan.is(and, "and") && scan.is(last.next, "in") && scan.is(draft.next, "in") && and - last.next < 6
    });
    if (listed || placed) && draft.kind == Kind::Share {
        return last.filter(|last| last.kind == Kind::Share)?.change;
    }
    let last = last.filter(|last| last.next == and && last.kind == draft.kind && last.unit == draft.unit)?;
    // “fell 4, 6 and 9 percent”
    let bare = matches!(scan.what(and - 1), What::Literal(_));
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Money);
    if !size || !(scan.is(and, "and") || bare && scan.is_sign(and, ',')) {
        return None;
    }
    // “up 5 percent and 30 percent of them new”, “and 3 percent below plan”
    let told_on = scan.is_among(
        draft.next,
        words![
            "of", "in", "are", "were", "is", "was", "have", "had", "below", "above", "lower", "higher",
            "more", "less", "fewer", "up", "down",
        ],
    );
    last.change.filter(|change| !told_on && *change != Change::Double)
}

/// “the growth in visits of 17.3 points; it was 17.3%”: the same rise or fall, put right.
pub(in crate::find) fn put_right(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let was = draft.first.checked_sub(1).filter(|at| scan.is_among(*at, words!["was", "is", "be"]))?;
    let it = (1..4).map(|back| was.wrapping_sub(back)).find(|at| scan.is(*at, "it"))?;
    let last = last.filter(|last| last.next + 1 == it && matches!(last.kind, Kind::Share | Kind::Points))?;
    last.change.filter(|change| scan.ends_clause(it - 1) && matches!(change, Change::Up | Change::Down))
}

/// “by RMB 8.32 bn, or 18.9%”: the same rise or fall, told in another way.
pub(in crate::find) fn said_otherwise(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let or = draft.first.checked_sub(1).filter(|at| scan.is(*at, "or"))?;
    let last = last.filter(|last| last.next == or || last.next + 1 == or && scan.is_sign(last.next, ','))?;
    last.change.filter(|change| matches!(change, Change::Up | Change::Down))
}

/// “cut waste by 27 %”, “beat last year’s by 8.3 billion”: the verb stands some words before its “by”.
pub(in crate::find) fn cut_by(scan: &Scan, first: usize, draft: &Draft) -> Option<Change> {
    let by = (first..=draft.first).rev().take(6).find(|at| scan.is(*at, "by"))?;
    for at in (by.saturating_sub(14)..by).rev() {
        // “174,000 visits by 96,000 visitors”: who did it, not by how much it changed.
        if scan.ends_sentence(at) || matches!(scan.what(at), What::Literal(_)) && draft.kind == Kind::Count {
            return None;
        }
        match scan.sense(at) {
            Some(Sense::Moves(change)) => return Some(change),
            Some(Sense::Hedge(_))
                if scan.is_among(at, words!["exceeded", "exceeds", "surpassed", "topped"]) =>
            {
                return Some(Change::Up);
            }
            _ => {}
        }
        if let Some(Sense::Change(change @ (Change::Up | Change::Down))) = scan.sense(at) {
            return Some(change);
        }
    }
    None
}

/// “grew from 45 to 52”, “rose to 8.6 billion”, “from 45 to 52”
pub(in crate::find) fn to_english(scan: &Scan, draft: &Draft) -> Option<Change> {
    let to = draft.first.checked_sub(1).filter(|at| scan.is(*at, "to"))?;
    if scan.is_among(
        to.wrapping_sub(1),
        words![
            "next",
            "close",
            "compared",
            "due",
            "thanks",
            "up",
            "equal",
            "equals",
            "equivalent",
            "amounts",
            "amounted",
            "amounting",
            "equates",
            "corresponding",
            "corresponds",
            "similar",
            "prior",
            "owing",
            "according",
            "adds",
            "adding",
            "comes",
            "came",
        ],
    ) {
        return None;
    }
    // “The tally has since gone to 96”
    let tally = |at: usize| scan.is_among(at, words!["tally", "total", "count", "number", "figure", "score"]);
    if scan.is_among(to.wrapping_sub(1), words!["gone", "went", "goes"])
        && (2..9).map(|step| to.wrapping_sub(step)).take_while(|at| !scan.ends_clause(*at)).any(tally)
    {
        return Some(Change::To);
    }
    // “That takes the number of projects signed since the opening to 48”
    let takes = (2..14)
        .map(|step| to.wrapping_sub(step))
        .take_while(|at| !scan.ends_clause(*at))
        .find(|at| scan.is_among(*at, words!["takes", "brings", "lifts", "raises", "pushes"]));
    if takes.is_some_and(|takes| {
        (takes + 1..takes + 4).any(|at| scan.is_among(at, words!["number", "total", "tally", "count"]))
    }) {
        return Some(Change::To);
    }
    for step in 1..26 {
        let at = to.checked_sub(step)?;
        if scan.ends_sentence(at) || scan.is_sign(at, ';') {
            return None;
        }
        // “seed potatoes from Meiduo go to nine counties”: a place is nothing that rises.
        let place = matches!(scan.what(at + 1), What::Word(crate::find::tokens::token::Case::Capital));
        if scan.is(at, "from") && step < 12 && !place && draft.kind != Kind::Date {
            return Some(Change::To);
        }
        // “The jump owes much to …”: a rise that is spoken of, and does not rise to what follows.
        let spoken_of = scan.is_among(at, words!["jump", "climb", "surge", "slip", "plunge", "tumble"])
            && scan.is_among(at.wrapping_sub(1), words!["the", "this", "that"]);
        // “to follow up contracts and has written to 61 firms”
        let particle = scan.is_among(at.wrapping_sub(1), words!["follow", "followed", "following"]);
        if matches!(scan.sense(at), Some(Sense::Change(_))) && !spoken_of && !particle
            || step < 4 && matches!(scan.sense(at), Some(Sense::Multiple(_, Change::Double | Change::To)))
        {
            return Some(Change::To);
        }
        // “took 1,240 delegates to three sites”: only sums are brought to a number.
        let carries = scan.is_among(at, words!["took", "taking", "brought", "brings", "bringing", "bring"]);
        let sum = || (at + 1..to).any(|at| scan.is_among(at, TALLIES));
        if matches!(scan.sense(at), Some(Sense::Moves(_))) && step < 10 && (!carries || sum()) {
            return Some(Change::To);
        }
    }
    None
}

/// What is brought to a number.
const TALLIES: Cues = words![
    "total",
    "tally",
    "count",
    "number",
    "it",
    "sum",
    "share",
    "overall",
    "figure",
    "rate",
    "level",
    "that",
    "them",
    "this",
    "proportion",
    "average",
    "up",
    "value",
];
