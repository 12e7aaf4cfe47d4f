//! Rises and falls: whether a figure is the size of one or what it came to.

use super::change_zh;
use super::draft::Draft;
use super::scan::Scan;
use super::sense::Sense;
use super::token::What;
use crate::claim::{Change, Kind, Value};
use crate::unit::Unit;

/// Whether a figure is the size or the end of a rise or fall.
pub(super) fn change(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    if let Some(change) = change_zh::beside_another(scan, draft)
        .or_else(|| change_zh::after_size(scan, draft, last))
        .or_else(|| change_zh::amount_of_rise(scan, draft, last))
        .or_else(|| change_zh::points_alike(scan, draft, last))
        .or_else(|| change_zh::level_reached(scan, draft))
    {
        return Some(change);
    }
    signed(scan, draft).or_else(|| before(scan, draft, last)).or_else(|| after(scan, draft))
}

fn signed(scan: &Scan, draft: &Draft) -> Option<Change> {
    match scan.what(draft.first) {
        What::Sign('+' | '＋' | '↑' | '▲' | '↗') => Some(Change::Up),
        What::Sign('−' | '-' | '﹣' | '↓' | '▼' | '↘') => Some(Change::Down),
        _ => None,
    }
}

fn before(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let mut at = draft.first.checked_sub(1)?;
    // 立减20元, 满1000元减150元: what is taken off a price is no fall.
    let off = scan.char_before(at).is_some_and(|before| "立直再另".contains(before));
    if scan.letters(at) == "减" && off {
        return None;
    }
    if scan.letters(at) == "减" && matches!(scan.sense(at.wrapping_sub(1)), Some(Sense::Money(_))) {
        return None;
    }
    let filler = |at: usize| {
        change_zh::is_filler(scan, at)
            || scan.is_any(
                at,
                &[
                    "by", "of", "a", "an", "the", "another", "further", "at", "average", "annual", "rate",
                    "rates", "just", "only", "merely",
                ],
            )
    };
    if let Some(change) = change_zh::respectively(scan, draft) {
        return Some(change);
    }
    let mut by = false;
    let mut steps = 0;
    while filler(at) && steps < 5 && at > 0 {
        by |= scan.is(at, "by");
        (at, steps) = (at - 1, steps + 1);
    }
    let word = scan.letters(at);
    if scan.is_chinese(at) {
        return change_zh::before(scan, draft, at);
    }
    // “climbed to 47 trillion”: what leads to a rank leads to other numbers as well.
    let leads = matches!(scan.sense(draft.first - 1), Some(Sense::Rank))
        && scan.letters(draft.first - 1).ends_with(" to");
    if leads && draft.kind != Kind::Ordinal {
        return Some(Change::To);
    }
    let size =
        matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor) || draft.unit == Some(Unit::Rank);
    if let Some(change) = size.then(|| of_growth(scan, draft)).flatten() {
        return Some(change);
    }
    if let Some(change) = size.then(|| gapped(scan, draft, last)).flatten() {
        return Some(change);
    }
    if let Some(change) = shared(scan, draft, last) {
        return Some(change);
    }
    if let Some(change) = size.then(|| said_otherwise(scan, draft, last)).flatten() {
        return Some(change);
    }
    // “a net loss of 34 million”: an amount, and no fall of one.
    if draft.kind == Kind::Money && scan.is(at, "loss of") {
        return None;
    }
    if let Some(Sense::Change(change)) = scan.sense(at) {
        let phrasal = scan.is_any(
            at.wrapping_sub(1),
            &[
                "make", "makes", "made", "making", "set", "sets", "signed", "opened", "took", "take", "put",
                "line", "lined", "end", "ended", "turn", "turned", "give", "gave", "add", "adds", "added",
                "sign", "taken", "cut",
            ],
        );
        if phrasal && scan.is_any(at, &["up", "down"]) {
            return None;
        }
        let ends_in_by = word.ends_with(" by")
            || word.ends_with(" to")
            || word.ends_with(" of")
            || by
            || scan.is(draft.first - 1, "of") && steps > 0;
        // “was up 12,400, or 9 %”
        let risen = at + 1 == draft.first
            && scan.is_any(at, &["up", "down"])
            && scan.is_any(at.wrapping_sub(1), &["was", "is", "were", "are"])
            && (scan.ends_clause(draft.next) || scan.is_any(draft.next, &["on", "from", "or"]));
        return (size
            || ends_in_by
            || risen
            || draft.kind == Kind::Money && scan.is_any(draft.next, &["on", "from"]))
        .then_some(change);
    }
    to_english(scan, draft).or_else(|| cut_by(scan, at + 1, draft))
}

/// Verbs between a rise and its size.
const IS_VERBS: [&str; 15] = [
    "was", "is", "came", "stood", "stands", "reached", "hit", "averaged", "averages", "ran", "runs",
    "amounted", "amounts", "comes", "remained",
];

/// “Year-on-year growth came in at 17.2 per cent”: the subject is a rise or fall, of which the number is the size.
fn of_growth(scan: &Scan, draft: &Draft) -> Option<Change> {
    let mut at = draft.first.checked_sub(1)?;
    while scan.is_any(at, &["at", "to", "in", "a", "an", "still", "only", "just", "even"]) && at > 0 {
        at -= 1;
    }
    if !scan.is_any(at, &IS_VERBS) || draft.kind == Kind::Ordinal {
        return None;
    }
    let subject = (at.saturating_sub(9)..at).rev().take_while(|at| !scan.ends_clause(*at));
    let mut nouns = subject.filter(|at| {
        scan.is_any(
            *at,
            &["growth", "increase", "rise", "gain", "decline", "fall", "drop", "decrease", "reduction"],
        )
    });
    match scan.sense(nouns.next()?) {
        Some(Sense::Change(change)) => Some(change),
        _ => None,
    }
}

/// “output was up 7.3 per cent and exports 4.9 per cent”: the second subject has the verb of the first.
fn gapped(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let last = last.filter(|last| last.kind == draft.kind && draft.first - last.next < 7)?;
    let mut between = last.next..draft.first;
    let joined =
        scan.is_any(last.next, &["and", "while"]) || matches!(scan.what(last.next), What::Sign(',' | ';'));
    let thing = |at: usize| {
        let word = scan.letters(at);
        matches!(scan.sense(at), Some(Sense::Noun(_) | Sense::Amount))
            || scan.is_any(at, &["and", "the", "of", "its", "while"])
            || scan.is_sign(at, ',') && at == last.next
            || matches!(scan.what(at), What::Word(_))
                && word.len() > 3
                && !word.ends_with("ed")
                && !word.ends_with("ing")
    };
    let things = draft.first > last.next + 1
        && between.all(thing)
        && !scan.is_any(
            draft.first - 1,
            &[
                "and", "of", "the", "with", "about", "from", "were", "have", "that", "only", "which", "said",
                "made",
            ],
        );
    last.change.filter(|change| joined && things && matches!(change, Change::Up | Change::Down))
}

/// “up 28.8 percent and 35.9 percent”, “to 731 million and 1.25 billion”: the verb of the first is that of the second.
fn shared(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let and = draft.first.checked_sub(1)?;
    let last = last.filter(|last| last.next == and && last.kind == draft.kind && last.unit == draft.unit)?;
    // “fell 4, 6 and 9 percent”
    let bare = matches!(scan.what(and - 1), What::Literal(_));
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Money);
    if !size || !(scan.is(and, "and") || bare && scan.is_sign(and, ',')) {
        return None;
    }
    // “up 5 percent and 30 percent of them new”, “and 3 percent below plan”
    let told_on = scan.is_any(
        draft.next,
        &[
            "of", "in", "are", "were", "is", "was", "have", "had", "below", "above", "lower", "higher",
            "more", "less", "fewer", "up", "down",
        ],
    );
    last.change.filter(|change| !told_on && *change != Change::Double)
}

/// “by RMB 8.32 bn, or 18.9%”: the same rise or fall, told in another way.
fn said_otherwise(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    let or = draft.first.checked_sub(1).filter(|at| scan.is(*at, "or"))?;
    let last = last.filter(|last| last.next == or || last.next + 1 == or && scan.is_sign(last.next, ','))?;
    last.change.filter(|change| matches!(change, Change::Up | Change::Down))
}

/// “cut waste by 27 %”, “beat last year’s by 8.3 billion”: the verb stands some words before its “by”.
fn cut_by(scan: &Scan, first: usize, draft: &Draft) -> Option<Change> {
    let by = (first..=draft.first).rev().take(6).find(|at| scan.is(*at, "by"))?;
    for at in (by.saturating_sub(9)..by).rev() {
        // “174,000 visits by 96,000 visitors”: who did it, not by how much it changed.
        if scan.ends_sentence(at) || matches!(scan.what(at), What::Literal(_)) && draft.kind == Kind::Count {
            return None;
        }
        match scan.sense(at) {
            Some(Sense::Moves(change)) => return Some(change),
            Some(Sense::Hedge(_)) if scan.is_any(at, &["exceeded", "exceeds", "surpassed", "topped"]) => {
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
fn to_english(scan: &Scan, draft: &Draft) -> Option<Change> {
    let to = draft.first.checked_sub(1).filter(|at| scan.is(*at, "to"))?;
    if scan.is_any(
        to.wrapping_sub(1),
        &[
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
    for step in 1..26 {
        let at = to.checked_sub(step)?;
        if scan.ends_sentence(at) || scan.is_sign(at, ';') {
            return None;
        }
        if scan.is(at, "from") && step < 12 && draft.kind != Kind::Date {
            return Some(Change::To);
        }
        if matches!(scan.sense(at), Some(Sense::Change(_)))
            || step < 4 && matches!(scan.sense(at), Some(Sense::Multiple(_, Change::Double | Change::To)))
        {
            return Some(Change::To);
        }
        // “took 1,240 delegates to three sites”: only sums are brought to a number.
        let carries = scan.is_any(at, &["took", "taking", "brought", "brings", "bringing", "bring"]);
        let sum = || (at + 1..to).any(|at| scan.is_any(at, &TALLIES));
        if matches!(scan.sense(at), Some(Sense::Moves(_))) && step < 10 && (!carries || sum()) {
            return Some(Change::To);
        }
    }
    None
}

/// What is brought to a number.
const TALLIES: [&str; 18] = [
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

/// 三成多的降幅; “15.6 % more than”, “a third shorter”, “2.3 points above”, “two places better”
#[expect(
    clippy::too_many_lines,
    reason = "one case behind the other, the surest first; each is a line or two"
)]
fn after(scan: &Scan, draft: &Draft) -> Option<Change> {
    let at = draft.next;
    if let Some(Sense::Extent(change)) = scan.sense(at) {
        return Some(change);
    }
    if scan.letters(at) == "的" && matches!(draft.kind, Kind::Share | Kind::Points) {
        return change_zh::extent_behind(scan, at);
    }
    if matches!(draft.value, Value::Range(..)) || scan.is_chinese(at) {
        return None;
    }
    // “a 4.6% year-on-year growth”
    let sized = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    let yearly = sized
        && scan.is_any(
            at,
            &["year-on-year", "year on year", "annual", "yearly", "month-on-month", "average", "overall"],
        )
        && matches!(scan.sense(at + 1), Some(Sense::Change(Change::Up | Change::Down)));
    let at = at + usize::from(yearly);
    let noun = matches!(scan.sense(at), Some(Sense::Noun(_)));
    let points = draft.kind == Kind::Points && scan.is_any(at, &["points", "point"]);
    let at = if noun || points { at + 1 } else { at };
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    let than = scan.is_any(
        at + 1,
        &[
            "than",
            "on",
            "this",
            "year",
            "over",
            "compared",
            "this year",
            "last year",
            "next year",
            "a year",
            "a year ago",
            "a year earlier",
            "year on year",
            "year-on-year",
        ],
    ) || scan.is(at + 2, "than")
        || scan.ends_clause(at + 1);
    // “and three more than ten billion”: what follows is a bound of its own.
    if scan.is_any(at, &["more than", "less than", "fewer than"])
        && is_number(scan, at + 1)
        && !super::hedge::is_time_ago(scan, at + 1)
    {
        return None;
    }
    // “63 additional exhibitors”, “eleven additions”: what came on top, by its number.
    if draft.kind == Kind::Count
        && (scan.is_any(at, &["additional", "additions"]) || is_more_of_them(scan, at))
    {
        return Some(Change::Up);
    }
    // “3 percent more foreign exhibitors”, “six more fairs in spring than in autumn”
    if scan.is(at, "more")
        && (size && !scan.ends_clause(at + 1) || draft.kind == Kind::Count && is_compared_on(scan, at))
    {
        return Some(Change::Up);
    }
    if scan.is_any(at, &["less", "fewer"]) && draft.kind == Kind::Count && is_compared_on(scan, at) {
        return Some(Change::Down);
    }
    if scan.is(at, "more") || scan.is(at, "more than") {
        return (than || scan.is(at, "more than")).then_some(Change::Up).filter(|_| {
            !draft.unit.is_some_and(|unit| unit.is_measure() && unit != Unit::Hour)
                || scan.is(at, "more than")
        });
    }
    if scan.is_any(at, &["less", "fewer", "less than", "fewer than"]) {
        return Some(Change::Down).filter(|_| size || than || scan.is_any(at, &["fewer than", "less than"]));
    }
    if let Some(change) = against_plan(scan, at).filter(|_| size || draft.kind == Kind::Count) {
        return Some(change);
    }
    // “three minutes shorter than on Monday”, “more than 4,000 up on last year”
    if draft.kind == Kind::Count
        && let Some(change) = compared(scan, at)
    {
        return Some(change);
    }
    let ranked = draft.unit == Some(Unit::Rank) || size || draft.kind == Kind::Number;
    if ranked
        && scan.is_any(
            at,
            &[
                "higher",
                "above",
                "longer",
                "larger",
                "bigger",
                "better",
                "up",
                "growth",
                "increase",
                "rise",
                "faster",
                "jump",
                "surge",
                "leap",
                "gain",
                "climb",
                "hike",
                "uptick",
                "improvement",
                "higher than",
                "greater",
                "ahead",
            ],
        )
    {
        return Some(Change::Up);
    }
    if ranked
        && scan.is_any(
            at,
            &[
                "lower",
                "below",
                "shorter",
                "smaller",
                "down",
                "worse",
                "drop",
                "decline",
                "fall",
                "decrease",
                "reduction",
                "dip",
                "slump",
                "slide",
                "cut",
                "plunge",
                "slower",
                "lower than",
                "cheaper",
            ],
        )
    {
        return Some(Change::Down);
    }
    match () {
        () if scan.is_any(at, &["higher than", "larger than"]) => Some(Change::Up),
        () if scan.is_any(at, &["lower than", "smaller than"]) => Some(Change::Down),
        () => None,
    }
}

/// “shorter than”, “up on”: a comparison directly behind a measure or a number of things.
fn compared(scan: &Scan, at: usize) -> Option<Change> {
    const MORE: [&str; 3] = ["larger", "higher", "taller"];
    const LESS: [&str; 5] = ["shorter", "faster", "quicker", "smaller", "lower"];
    let than = scan.is(at + 1, "than");
    match () {
        () if than && scan.is_any(at, &MORE) => Some(Change::Up),
        () if than && scan.is_any(at, &LESS) => Some(Change::Down),
        () if scan.is(at, "up") && scan.is(at + 1, "on") => Some(Change::Up),
        () if scan.is(at, "down") && scan.is(at + 1, "on") => Some(Change::Down),
        () => None,
    }
}

/// “six more fairs in the first half than in the second”: the other side of a comparison stands in its clause.
fn is_compared_on(scan: &Scan, at: usize) -> bool {
    const FURTHEST: usize = 14;
    let thing = matches!(scan.what(at + 1), What::Word(_) | What::Known(Sense::Noun(_)));
    thing
        && (at + 2..at + FURTHEST)
            .take_while(|at| !scan.ends_clause(*at) && !matches!(scan.what(*at), What::Literal(_)))
            .any(|at| scan.is(at, "than"))
}

/// “300 more rolls a day”: so many more of them than before.
fn is_more_of_them(scan: &Scan, at: usize) -> bool {
    const OFTEN: [&str; 5] = ["a day", "a week", "a month", "an hour", "a year"];
    let thing = matches!(scan.what(at + 1), What::Word(_) | What::Known(Sense::Noun(_)));
    let often = scan.is_any(at + 2, &OFTEN)
        || scan.is_any(at + 2, &["a", "an"]) && matches!(scan.sense(at + 3), Some(Sense::Measure(_)));
    scan.is(at, "more") && thing && often
}

/// “8 per cent over estimate”
fn against_plan(scan: &Scan, at: usize) -> Option<Change> {
    const PLANS: [&str; 9] = [
        "estimate",
        "estimates",
        "budget",
        "plan",
        "target",
        "forecast",
        "forecasts",
        "expectations",
        "quota",
    ];
    if !scan.is_any(at + 1, &PLANS) {
        return None;
    }
    match () {
        () if scan.is_any(at, &["over", "above"]) => Some(Change::Up),
        () if scan.is_any(at, &["under", "below", "short"]) => Some(Change::Down),
        () => None,
    }
}

/// Whether a number begins here, its currency in front included.
fn is_number(scan: &Scan, at: usize) -> bool {
    matches!(
        scan.what(at),
        What::Literal(_)
            | What::Sign('$' | '€' | '£' | '¥')
            | What::Known(Sense::Small(_) | Sense::Tens(_) | Sense::Money(_) | Sense::Power(_))
    )
}
