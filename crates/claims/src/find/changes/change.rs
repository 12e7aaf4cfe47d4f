//! Rises and falls: whether a figure is the size of one or what it came to.

use super::change_en;
use super::change_zh;
use crate::claim::{Change, Kind, Value};
use crate::find::draft::Draft;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::unit::Unit;

/// Whether a figure is the size or the end of a rise or fall.
pub(in crate::find) fn change(scan: &Scan, draft: &Draft, last: Option<&Draft>) -> Option<Change> {
    if let Some(change) = change_zh::beside_another(scan, draft)
        .or_else(|| change_zh::after_size(scan, draft, last))
        .or_else(|| change_zh::amount_of_rise(scan, draft, last))
        .or_else(|| change_zh::points_alike(scan, draft, last))
        .or_else(|| change_zh::level_reached(scan, draft))
    {
        return Some(change);
    }
    signed(scan, draft)
        .or_else(|| more_of_them(scan, draft))
        .or_else(|| before(scan, draft, last))
        .or_else(|| after(scan, draft))
}

/// “offset by 4.8% more exhibitors”: the share says itself that it is one more, whatever fell before it.
fn more_of_them(scan: &Scan, draft: &Draft) -> Option<Change> {
    let share = draft.kind == Kind::Share && scan.is(draft.next, "more") && !scan.ends_clause(draft.next + 1);
    share.then_some(Change::Up)
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
    if scan.is(at, "减")
        && (scan.is_behind(at, "立直再另") || matches!(scan.sense(at.wrapping_sub(1)), Some(Sense::Money(_))))
    {
        return None;
    }
    let filler = |at: usize| {
        change_zh::is_filler(scan, at)
            || scan.is_among(
                at,
                words![
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
    if let Some(change) = size.then(|| change_en::of_growth(scan, draft)).flatten() {
        return Some(change);
    }
    if let Some(change) = size.then(|| change_en::gapped(scan, draft, last)).flatten() {
        return Some(change);
    }
    if let Some(change) = change_en::shared(scan, draft, last) {
        return Some(change);
    }
    if let Some(change) = size.then(|| change_en::said_otherwise(scan, draft, last)).flatten() {
        return Some(change);
    }
    // “a further line is to add 35 per cent”
    let adds = scan.is_among(at, words!["add", "adds", "added", "adding"]);
    if adds && at + 1 == draft.first && matches!(draft.kind, Kind::Share | Kind::Points) {
        return Some(Change::Up);
    }
    // “The increase is 34 projects”
    if let Some(change) = change_en::rise_is(scan, draft) {
        return Some(change);
    }
    // “the cat has gained 200 grams”
    let weighs = matches!(scan.sense(draft.next.wrapping_sub(1)), Some(Sense::Measure(_)));
    if scan.is_among(at, words!["gained", "gains"]) && at + 1 == draft.first && weighs {
        return Some(Change::Up);
    }
    // “2.18 billion, or 46 %, falls to 38 projects”: a sum comes to nothing that is counted.
    let allotted = last.is_some_and(|last| {
        matches!(last.kind, Kind::Money | Kind::Share) && last.next + 2 >= at && draft.kind == Kind::Count
    });
    let falls = scan.is_among(at.wrapping_sub(1), words!["falls", "fell", "fall", "goes", "went"]);
    if allotted && falls && scan.is(at, "to") {
        return None;
    }
    if let Some(change) = size.then(|| change_en::put_right(scan, draft, last)).flatten() {
        return Some(change);
    }
    // “a net loss of 34 million”: an amount, and no fall of one.
    if draft.kind == Kind::Money && scan.is(at, "loss of") {
        return None;
    }
    if let Some(Sense::Change(change)) = scan.sense(at) {
        let phrasal = scan.is_among(
            at.wrapping_sub(1),
            words![
                "make", "makes", "made", "making", "set", "sets", "signed", "opened", "took", "take", "put",
                "line", "lined", "end", "ended", "turn", "turned", "give", "gave", "add", "adds", "added",
                "sign", "taken", "cut", "write", "wrote", "written",
            ],
        );
        if phrasal && scan.is_among(at, words!["up", "down"]) {
            return None;
        }
        let ends_in_by = word.ends_with(" by")
            || word.ends_with(" to")
            || word.ends_with(" of")
            || by
            || scan.is(draft.first - 1, "of") && steps > 0;
        // “was up 12,400, or 9 %”
        let risen = at + 1 == draft.first
            && scan.is_among(at, words!["up", "down"])
            && scan.is_among(at.wrapping_sub(1), words!["was", "is", "were", "are"])
            && (scan.ends_clause(draft.next) || scan.is_among(draft.next, words!["on", "from", "or"]));
        return (size
            || ends_in_by
            || risen
            || draft.kind == Kind::Money && scan.is_among(draft.next, words!["on", "from"]))
        .then_some(change);
    }
    change_en::to_english(scan, draft).or_else(|| change_en::cut_by(scan, at + 1, draft))
}

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
    if scan.is(at, "的") && matches!(draft.kind, Kind::Share | Kind::Points) {
        return change_zh::extent_behind(scan, at);
    }
    if matches!(draft.value, Value::Range(..)) || scan.is_chinese(at) {
        return None;
    }
    // “a 4.6% year-on-year growth”
    let sized = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    let yearly = sized
        && scan.is_among(
            at,
            words![
                "year-on-year",
                "year on year",
                "annual",
                "yearly",
                "month-on-month",
                "average",
                "overall"
            ],
        )
        && matches!(scan.sense(at + 1), Some(Sense::Change(Change::Up | Change::Down)));
    let at = at + usize::from(yearly);
    let noun = matches!(scan.sense(at), Some(Sense::Noun(_)));
    let points = draft.kind == Kind::Points && scan.is_among(at, words!["points", "point"]);
    let at = if noun || points { at + 1 } else { at };
    let size = matches!(draft.kind, Kind::Share | Kind::Points | Kind::Factor);
    let than = scan.is_among(
        at + 1,
        words![
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
    if scan.is_among(at, words!["more than", "less than", "fewer than"])
        && is_number(scan, at + 1)
        && !crate::find::amounts::hedge::is_time_ago(scan, at + 1)
    {
        return None;
    }
    // “63 additional exhibitors”, “eleven additions”: what came on top, by its number.
    if draft.kind == Kind::Count
        && (scan.is_among(at, words!["additional", "additions"]) || is_more_of_them(scan, at))
    {
        return Some(Change::Up);
    }
    // “3 percent more foreign exhibitors”, “six more fairs in spring than in autumn”
    if scan.is(at, "more")
        && (size && !scan.ends_clause(at + 1) || draft.kind == Kind::Count && is_compared_on(scan, at))
    {
        return Some(Change::Up);
    }
    if scan.is_among(at, words!["less", "fewer"]) && draft.kind == Kind::Count && is_compared_on(scan, at) {
        return Some(Change::Down);
    }
    if scan.is(at, "more") || scan.is(at, "more than") {
        return (than || scan.is(at, "more than")).then_some(Change::Up).filter(|_| {
            !draft.unit.is_some_and(|unit| unit.is_measure() && unit != Unit::Hour)
                || scan.is(at, "more than")
        });
    }
    if scan.is_among(at, words!["less", "fewer", "less than", "fewer than"]) {
        return Some(Change::Down)
            .filter(|_| size || than || scan.is_among(at, words!["fewer than", "less than"]));
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
    // “already 1.8 billion above the whole of last year's 22.5 billion”
    let last_years = draft.kind == Kind::Money
        && (at + 1..at + 7)
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| scan.is_among(at, words!["last year", "the last edition", "previous"]));
    if last_years && scan.is_among(at, words!["above", "below"]) {
        return Some(if scan.is(at, "above") { Change::Up } else { Change::Down });
    }
    let ranked = draft.unit == Some(Unit::Rank) || size || draft.kind == Kind::Number;
    if ranked
        && scan.is_among(
            at,
            words![
                "higher",
                "heavier",
                "stronger",
                "quicker",
                "wider",
                "taller",
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
        && scan.is_among(
            at,
            words![
                "lower",
                "lighter",
                "thinner",
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
        () if scan.is_among(at, words!["higher than", "larger than"]) => Some(Change::Up),
        () if scan.is_among(at, words!["lower than", "smaller than"]) => Some(Change::Down),
        () => None,
    }
}

/// “shorter than”, “up on”: a comparison directly behind a measure or a number of things.
fn compared(scan: &Scan, at: usize) -> Option<Change> {
    const MORE: Cues = words!["larger", "higher", "taller"];
    const LESS: Cues = words!["shorter", "faster", "quicker", "smaller", "lower"];
    let than = scan.is(at + 1, "than");
    match () {
        () if than && scan.is_among(at, MORE) => Some(Change::Up),
        () if than && scan.is_among(at, LESS) => Some(Change::Down),
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
    const OFTEN: Cues = words!["a day", "a week", "a month", "an hour", "a year"];
    let thing = matches!(scan.what(at + 1), What::Word(_) | What::Known(Sense::Noun(_)));
    let often = scan.is_among(at + 2, OFTEN)
        || scan.is_among(at + 2, words!["a", "an"]) && matches!(scan.sense(at + 3), Some(Sense::Measure(_)));
    scan.is(at, "more") && thing && often
}

/// “8 per cent over estimate”
fn against_plan(scan: &Scan, at: usize) -> Option<Change> {
    const PLANS: Cues = words![
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
    if !scan.is_among(at + 1, PLANS) {
        return None;
    }
    match () {
        () if scan.is_among(at, words!["over", "above"]) => Some(Change::Up),
        () if scan.is_among(at, words!["under", "below", "short"]) => Some(Change::Down),
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
