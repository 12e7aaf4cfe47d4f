//! English numbers that leave out what the number before or behind them says: “from 58 to 41 tonnes”, “the median was 9,800”, “every 15”.

use super::ahead_en::ahead;
use super::list_en::that_of;
use super::nouns::{BACK, noun};
use crate::claim::Kind;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::literal::Form;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// What a number is of that its own phrase does not say.
pub(in crate::find) type Meant = (Kind, Option<Unit>, Option<Currency>);

/// What a number that no noun follows is of, by the figures beside it; nothing when the text leaves nothing out.
pub(in crate::find) fn meant(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    next: usize,
) -> Option<Meant> {
    let scan = &finder.scan;
    if next != quantity.next {
        return None;
    }
    if let Some(unit) = of_the_second(scan, first, next) {
        return Some((Kind::Count, Some(unit), None));
    }
    // “the Pavilion, which seats 800”
    let holds = scan.is_among(first.wrapping_sub(1), words!["seats", "sleeps", "accommodates"]);
    let relative = scan.is_among(first.wrapping_sub(2), words!["which", "that", "it", "each"])
        || scan.ends_clause(first.wrapping_sub(2)) && scan.is(first.wrapping_sub(1), "accommodates");
    // “the room seats 60”
    let room = scan.is_among(
        first.wrapping_sub(2),
        words!["room", "hall", "theatre", "theater", "auditorium", "tent", "boat", "bus", "studio", "stand"],
    );
    if holds && (relative || room) && scan.ends_clause(next) {
        return Some((Kind::Count, Some(Unit::Person), None));
    }
    // “It played for 12 minutes; the speeches took 50”
    let lasted = scan
        .is_among(first.wrapping_sub(1), words!["took", "takes", "lasted", "lasts", "needed", "needs"])
        && (scan.ends_clause(next) || scan.tokens.len() == next);
    if lasted
        && let Some(last) = finder.drafts.last()
        && !parted(scan, last.next, first)
        && last.unit.is_some_and(|unit| unit.is_measure() && unit <= Unit::Second)
    {
        return Some((Kind::Count, last.unit, None));
    }
    if let Some(unit) = that_of(scan, first) {
        return Some((Kind::Count, Some(unit), None));
    }
    let priced = finder
        .drafts
        .last()
        .is_some_and(|last| last.kind == Kind::Money && scan.is(last.first.wrapping_sub(1), "at"));
    if !priced && let Some(unit) = alike_by_preposition(finder, first, next) {
        return Some((Kind::Count, Some(unit), None));
    }
    if let Some(unit) = there_are(finder, first, next) {
        return Some((Kind::Count, Some(unit), None));
    }
    let last = finder.drafts.last().filter(|last| !parted(scan, last.next, first))?;
    if let Some(unit) = every(finder, first) {
        return Some((Kind::Count, Some(unit), None));
    }
    if is_score(finder, quantity, first, next) {
        return Some((Kind::Number, None, None));
    }
    let open =
        scan.ends_clause(next) || scan.is_among(next, words!["last", "a year", "a", "in", "on", "for", "to"]);
    let named = (last.next..first).any(|at| noun(scan, at).is_some());
    // “50,000 yuan went to the winner, 20,000 to the runner-up”: the same done with another amount.
    let alike = quantity.power == 0
        && (scan.is_sign(first.wrapping_sub(1), ',') || scan.is(first.wrapping_sub(1), "and"))
        && scan.is_among(next, words!["to", "for", "from", "each"])
        && (last.next..last.next + 2).any(|at| {
            scan.letters(at) == scan.letters(next)
                || scan.is(next, "each") && scan.is_among(at, words!["for", "to", "each"])
        });
    // “A family ticket costs 28 euros, a day pass 14”: another thing, and its price.
    let another = quantity.power == 0
        && (scan.ends_clause(next) || scan.tokens.len() == next || scan.is(next, "and"))
        && matches!(scan.what(last.next), What::Sign(',' | ';'))
        && scan.is_among(last.next + 1, words!["a", "an", "the", "for"])
        && (2..6).contains(&(first - last.next - 1))
        && (last.next + 2..first).all(|at| {
            matches!(
                scan.what(at),
                What::Word(_) | What::Known(Sense::Noun(_) | Sense::Plain | Sense::Measure(_))
            ) && !scan.is_among(at, words!["was", "were", "is", "are", "had", "has", "drew", "of"])
        });
    // “a lab at 9,200 yuan a month and a sauce maker at 8,600”
    let at_another = quantity.power == 0
        && scan.is(first.wrapping_sub(1), "at")
        && scan.is(last.first.wrapping_sub(1), "at")
        && (scan.ends_clause(next) || scan.tokens.len() == next);
    if last.kind == Kind::Money && (another || at_another) {
        return Some((Kind::Money, None, last.currency));
    }
    // “students pay 20 yuan, adults 40 and families 90”, “1.5 million yuan: 800,000 for the first”
    let of_others = pays_too(finder, last, first, next)
        || quantity.power == 0
            && scan.is_sign(first.wrapping_sub(1), ':')
            && last.next + 1 == first
            && scan.is_among(next, words!["for", "to", "from", "went", "goes"]);
    if last.kind == Kind::Money && of_others {
        return Some((Kind::Money, None, last.currency));
    }
    if last.kind == Kind::Money && alike {
        return Some((Kind::Money, None, last.currency));
    }
    (last.kind == Kind::Money && open && !named && quantity.power == 0 && is_amount(scan, last.next, first))
        .then_some((Kind::Money, None, last.currency))
}

/// “students pay 20 yuan, adults 40 and families 90”: whoever stands before a number pays as the one before did.
fn pays_too(finder: &Finder, last: &Draft, first: usize, next: usize) -> bool {
    const PAY: Cues = words![
        "pay", "pays", "paid", "cost", "costs", "charge", "charges", "costing", "paying", "receives",
        "receive", "gets", "get", "wins", "win", "worth",
    ];
    const PRICES: Cues = words![
        "fee",
        "fees",
        "price",
        "prices",
        "fare",
        "fares",
        "admission",
        "entry",
        "ticket",
        "tickets",
        "rent"
    ];
    let scan = &finder.scan;
    let word = |at: usize| {
        matches!(
            scan.what(at),
            What::Word(_)
                | What::Known(Sense::Noun(_) | Sense::Plain | Sense::Measure(_) | Sense::Ordinal(_))
        )
    };
    // “the fee is 200 yuan (early birds: 150)”
    let end = first - usize::from(scan.is_sign(first.wrapping_sub(1), ':'));
    let whose = (last.next + 1..end).all(word) && (last.next + 2..last.next + 5).contains(&end);
    let joined = scan.is(last.next, "and") || matches!(scan.what(last.next), What::Sign(',' | ';'));
    let ends = scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_among(next, words!["and", "for", "a day"]);
    let mut money = finder.drafts.iter().rev().take(4).filter(|draft| draft.kind == Kind::Money);
    let paid = money.any(|money| {
        let verb = money.first.wrapping_sub(1);
        let priced = || (1..6).any(|back| scan.is_among(money.first.wrapping_sub(back), PRICES));
        (scan.is_among(verb, PAY) || priced()) && !(money.next..first).any(|at| scan.ends_sentence(at))
    });
    let bracketed = scan.is_sign(last.next, '(') && scan.is_sign(next, ')');
    (joined || bracketed) && whose && ends && paid
}

/// “1,150 exhibitors in eight halls; in 2023 there were 980 in seven”: of what the same preposition led to before.
fn alike_by_preposition(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let before = first.checked_sub(1)?;
    let leads = scan.is_among(before, words!["in", "at", "from", "across", "on"]);
    // “fell to 461,000 from 480,000”: what it was before.
    let fell = scan.is(before, "from")
        && finder.drafts.last().is_some_and(|last| last.next == before && last.change.is_some());
    if !leads
        || fell
        || !(scan.ends_clause(next) || scan.tokens.len() == next)
        || !matches!(
            scan.before(before, 1),
            What::Literal(_) | What::Known(Sense::Noun(_) | Sense::Power(_) | Sense::Money(_))
        )
    {
        return None;
    }
    let alike = |draft: &&Draft| {
        draft.kind == Kind::Count
            && draft.first > 0
            && scan.is(draft.first - 1, scan.letters(before))
            && draft.unit != Some(Unit::Item)
    };
    let same =
        finder.drafts.iter().rev().take(5).find(alike).filter(|draft| !parted(scan, draft.next, first))?;
    // “12 billion yuan in three years and 20 billion in five”
    let timed = scan.is(before, "in") && same.unit.is_some_and(|unit| unit <= Unit::Second);
    same.unit.filter(|unit| !unit.is_measure() || timed)
}

/// “In May I spoke of 55 events. There are now 60.”: of the same things as the number of the sentence before.
fn there_are(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let ends = scan.ends_sentence(next) || scan.tokens.len() == next;
    let (verb, now) = if scan.is(first.wrapping_sub(1), "now") { (2, true) } else { (1, false) };
    let verb = first.wrapping_sub(verb);
    let verbs = scan.is_among(verb, words!["are", "were"])
        || scan.is(verb, "be") && scan.is(verb.wrapping_sub(1), "will");
    let there = if scan.is(verb, "be") { verb.wrapping_sub(2) } else { verb.wrapping_sub(1) };
    let opens = there == 0
        || scan.ends_sentence(there.wrapping_sub(1))
        || scan.is_among(there.wrapping_sub(1), words!["now", "today"])
        || now;
    if !(ends && verbs && opens && scan.is(there, "there")) {
        return None;
    }
    let last = finder.drafts.last().filter(|last| last.kind == Kind::Count && last.next <= there)?;
    let ended = (last.next..there).filter(|at| scan.ends_sentence(*at)).count();
    last.unit.filter(|unit| ended == 1 && first - last.next <= BACK && !unit.is_measure())
}

/// Whether a sentence ends between two tokens, or they stand too far apart to speak of one thing.
fn parted(scan: &Scan, from: usize, to: usize) -> bool {
    to.saturating_sub(from) > BACK || (from..to).any(|at| scan.ends_sentence(at))
}

/// “from 58 to 41 tonnes”, “four and three projects respectively”: the unit stands behind the second of two numbers.
fn of_the_second(scan: &Scan, first: usize, next: usize) -> Option<Unit> {
    let number =
        |at: usize| matches!(scan.what(at), What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_)));
    let from = scan.is(first.wrapping_sub(1), "from") && scan.is(next, "to");
    let each = scan.is(next, "and") && (next + 2..next + 7).any(|at| scan.is(at, "respectively"));
    if !(from || each) || !number(next + 1) {
        return None;
    }
    match scan.sense(next + 2) {
        Some(Sense::Measure(unit)) => Some(unit),
        _ => ahead(scan, next + 2).map(|(unit, _)| unit),
    }
}

/// “3.6 and 27.5 percentage points”, “2, 3 and 5 percent”: whether the unit of a number stands behind the last of its list.
pub(in crate::find) fn shares_unit(scan: &Scan, quantity: &Quantity, next: usize) -> Option<Kind> {
    const LONGEST: usize = 12;
    let plain =
        |at: usize| matches!(scan.what(at), What::Literal(literal) if !literal.grouped && literal.whole < 4);
    if quantity.style != Style::Digits || quantity.power > 0 || !plain(quantity.first) {
        return None;
    }
    let mut at = next + usize::from(scan.is(next, "percentage"));
    while at < next + LONGEST && plain(at + 1) && (scan.is(at, "and") || scan.is_sign(at, ',')) {
        let last = scan.is(at, "and");
        match scan.sense(at + 2) {
            Some(Sense::Point) if last => return Some(Kind::Points),
            Some(Sense::Percent) if last => return Some(Kind::Share),
            _ => at += 2,
        }
    }
    None
}

/// “worth 300,000, 200,000 and 100,000 yuan”, “after 12, 24 and 36 months”: what stands behind the last of a list is the unit of all.
pub(in crate::find) fn listed_unit(scan: &Scan, quantity: &Quantity, next: usize) -> Option<Sense> {
    const LONGEST: usize = 12;
    let plain = |at: usize| matches!(scan.what(at), What::Literal(literal) if literal.form == Form::Plain);
    // The last but one has a number of the list before it.
    let goes_on = scan.is_sign(quantity.first.wrapping_sub(1), ',') && plain(quantity.first.wrapping_sub(2));
    let mut at = next;
    while quantity.power == 0 && at < next + LONGEST && plain(at + 1) {
        let last = scan.is_among(at, words!["and", "or"]);
        if !(last || scan.is_sign(at, ',')) {
            return None;
        }
        match scan.sense(at + 2).filter(|_| last) {
            Some(sense @ (Sense::Money(_) | Sense::Measure(_))) if at > next || goes_on => {
                return Some(sense);
            }
            _ if last => return None,
            _ => at += 2,
        }
    }
    None
}

/// “their share to 26 per cent from 22”, “32 per cent in services, 28 in trade and 40 in industry”: a share that goes on as the one before it.
pub(in crate::find) fn is_share_too(finder: &Finder, first: usize, next: usize) -> bool {
    const WHERE: Cues = words!["in", "from", "for", "of", "by", "at", "to", "on", "with"];
    let scan = &finder.scan;
    let Some(last) = finder.drafts.last().filter(|last| last.kind == Kind::Share) else { return false };
    let hundred =
        matches!(scan.what(first), What::Literal(literal) if literal.whole <= 2 && !literal.grouped);
    let before = scan.is(first.wrapping_sub(1), "from") && last.next + 1 == first && last.change.is_some();
    let joined = scan.is(first.wrapping_sub(1), "and") || scan.is_sign(first.wrapping_sub(1), ',');
    let alike = joined
        && scan.is_among(next, WHERE)
        && (last.next..last.next + 3).any(|at| scan.is(at, scan.letters(next)))
        && (last.next + 2..last.next + 8).contains(&first);
    let ends = scan.ends_clause(next)
        || scan.tokens.len() == next
        || scan.is_among(next, words!["in", "a year ago", "last year"]);
    // “women are 38 per cent of the speakers; among exhibitors it is 21”
    let it_is = scan.is_among(first.wrapping_sub(1), words!["is", "was"])
        && scan.is(first.wrapping_sub(2), "it")
        && (last.next..last.next + BACK).contains(&first)
        && !parted(scan, last.next, first);
    hundred && ((before || it_is) && ends || alike)
}

/// “every 10 minutes, Route S2 every 15”: how often, in the unit of the one before.
fn every(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let before = |draft: &Draft| scan.is(draft.first.wrapping_sub(1), "every");
    if !scan.is(first.wrapping_sub(1), "every") {
        return None;
    }
    finder.drafts.iter().rev().take(4).find(|draft| before(draft)).and_then(|draft| draft.unit)
}

/// “4.7 out of 5”, “71.4 points …, against 68.9 a year ago”: marks and levels, which have no unit.
fn is_score(finder: &Finder, quantity: &Quantity, first: usize, next: usize) -> bool {
    let scan = &finder.scan;
    let decimal = matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0);
    let level = |draft: &Draft| draft.kind == Kind::Number && !parted(scan, draft.next, first);
    let out_of = scan.is(first.wrapping_sub(1), "of") && scan.is(first.wrapping_sub(2), "out");
    if out_of {
        return finder.drafts.last().is_some_and(|last| level(last) && last.next + 2 == first);
    }
    // “87.5 points of a possible 100”, “its score of 131.4 compares with 100 for the base year”
    let possible = scan.is(first.wrapping_sub(1), "possible") && scan.is(first.wrapping_sub(2), "a");
    let compares = scan.is(first.wrapping_sub(1), "with")
        && scan.is_among(first.wrapping_sub(2), words!["compares", "compared", "compare"]);
    if possible || compares {
        return finder.drafts.last().is_some_and(|last| level(last) && first - last.next < 6);
    }
    // “Its score is 117.4; the average of all cities is 100”
    let average = scan.is_among(first.wrapping_sub(1), words!["is", "was", "of", "at"])
        && (2..8)
            .map(|step| first.wrapping_sub(step))
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| scan.is_among(at, words!["average", "mean", "median"]));
    if average && scan.ends_clause(next) {
        return finder.drafts.last().is_some_and(level);
    }
    // “an index of 118.3 … The year 2020 is set at 100”: the base of an index.
    let base = quantity.value == Some(Number::whole(100))
        && scan.is(first.wrapping_sub(1), "at")
        && scan.is_among(first.wrapping_sub(2), words!["set", "put", "fixed", "stands", "stood"])
        && scan.ends_clause(next);
    if base {
        return finder.drafts.iter().rev().take(4).any(|draft| draft.kind == Kind::Number);
    }
    let before = finder.drafts.iter().rev().take(4).any(level);
    let beside = scan.is_among(first.wrapping_sub(1), words!["against", "from", "with", "was", "to"])
        || scan.is_sign(first.wrapping_sub(1), '(') && scan.is_sign(next, ')');
    decimal && before && beside
}

/// “(4.7 out of 5)”: a decimal of a small whole is a mark and no share.
pub(in crate::find) fn is_mark(scan: &Scan, quantity: &Quantity) -> bool {
    let decimal = matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0);
    let whole = |at: usize| match scan.what(at) {
        What::Literal(literal) => {
            literal.value == Some(Number::whole(5)) || literal.value == Some(Number::whole(10))
        }
        What::Known(Sense::Small(5 | 10)) => true,
        _ => false,
    };
    let at = quantity.next;
    decimal && scan.is(at, "out") && scan.is(at + 1, "of") && whole(at + 2)
}

/// “the scissors 35”, “the median was 9,800, compared with 9,100”: what an amount of money is followed by is another.
fn is_amount(scan: &Scan, from: usize, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    let compared =
        scan.is(before, "with") && scan.is(before.wrapping_sub(1), "compared") || scan.is(before, "against");
    let middle =
        (from..first).any(|at| scan.is_among(at, words!["median", "average", "mean", "cheapest", "dearest"]));
    let thing = scan.is(before.wrapping_sub(1), "the")
        && matches!(scan.before(before, 2), What::Sign(',' | ';'))
        && matches!(scan.what(before), What::Word(_));
    compared || thing || middle && scan.is_among(before, words!["was", "is", "of", "at"])
}
