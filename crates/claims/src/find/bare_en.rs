//! A number in English text with no unit behind it.

use super::ages_en::{age, is_aged_aside};
use super::ahead_en::{ahead, counts_other_things};
use super::draft::{Draft, Finder};
use super::nouns::{BACK, Classified, noun};
use super::nouns_en::{back, heading, named_before};
use super::scan::{Quantity, Scan, Style};
use super::sense::Sense;
use super::token::{Case, What};
use super::{elliptic_en, money_en};
use crate::claim::{Kind, Value};
use crate::number::Number;
use crate::unit::Unit;

/// A number in English text with no unit behind it: what it counts stands further on, before, or with the last figure.
#[expect(
    clippy::too_many_lines,
    reason = "one case behind the other, the surest first; each is a line or two"
)]
pub(super) fn bare_english(
    finder: &Finder,
    quantity: &Quantity,
    first: usize,
    next: usize,
    value: Value,
    bent: bool,
) -> Option<Classified> {
    let scan = &finder.scan;
    if matches!(quantity.style, Style::Bare | Style::One) && !bent || quantity.style == Style::One {
        return None;
    }
    let earlier = scan.is_any(first.wrapping_sub(2), &["last", "previous", "first"])
        || scan.is_any(first.wrapping_sub(1), &["last edition", "previous edition"]);
    // “Exhibitors: 428 (last edition 365)”: of the same things, and not which edition.
    if earlier
        && scan.is_sign(next, ')')
        && let Some(last) = finder.drafts.last().filter(|last| first - last.next.min(first) < 5)
    {
        return Some((last.kind, value, last.unit, last.currency));
    }
    if noun(scan, first.wrapping_sub(1)) == Some(Unit::Edition) && !bent {
        return Some((Kind::Edition, value, Some(Unit::Edition), None));
    }
    // “margin 2.2 points”, “82 per cent …, up six points”
    let moved = (first.saturating_sub(2)..first).any(|at| {
        matches!(
            scan.sense(at),
            Some(Sense::Change(crate::claim::Change::Up | crate::claim::Change::Down) | Sense::Extent(_))
        )
    }) || matches!(scan.what(first), What::Sign('+' | '−' | '-' | '＋'));
    let compared = scan.is_any(
        quantity.next + 1,
        &[
            "up",
            "down",
            "more",
            "higher",
            "lower",
            "above",
            "below",
            "ahead",
            "better",
            "worse",
            "more than",
            "higher than",
            "lower than",
            "less than",
        ],
    );
    let either_way = scan.is(first.wrapping_sub(1), "minus") || scan.is_sign(first.wrapping_sub(1), '±');
    if scan.is_any(quantity.next, &["points", "point"])
        && (moved || compared || either_way || scan.is(first.wrapping_sub(1), "margin"))
    {
        return Some((Kind::Points, value, Some(Unit::Point), None));
    }
    if level(scan, first, quantity) {
        return Some((Kind::Number, value, None, None));
    }
    let said =
        scan.is_any(next, &["is", "was", "are"]) && scan.is(next + 1, "the") && scan.is(next + 2, "number");
    // “98,415 – visits in three days”: a number that opens its line or sentence, and its label behind a dash.
    let opens = first == 0 || scan.ends_sentence(first - 1) || matches!(scan.what(first - 1), What::Line);
    let label =
        usize::from(opens && matches!(scan.what(next), What::Sign('–' | '—' | '-')) && !scan.glued(next));
    let ahead = ahead(scan, if said { next + 4 } else { next + label })
        .filter(|(unit, _)| label == 0 || *unit != Unit::Time);
    if ahead.is_none()
        && matches!(scan.sense(next), Some(Sense::Plain))
        && scan.letters(next).starts_with('a')
        && let Some(last) = finder.drafts.last().filter(|draft| {
            draft.unit.is_some_and(|unit| unit.is_measure() && unit != Unit::Year)
                && first.saturating_sub(draft.next) < 8
        })
    {
        return Some((Kind::Count, value, last.unit, None));
    }
    if scan.is(first.wrapping_sub(1), "of")
        && scan.is_any(first.wrapping_sub(2), &GATHERINGS)
        && ahead.is_none()
    {
        return Some((Kind::Count, value, Some(Unit::Person), None));
    }
    if let Some(told) = told_again(finder, first, quantity.value, bent).filter(|_| ahead.is_none()) {
        return Some((told.kind, value, told.unit, told.currency));
    }
    if let Some(last) = instead(finder, first).filter(|_| ahead.is_none()) {
        return Some((last.kind, value, last.unit, last.currency));
    }
    let of_money = finder
        .drafts
        .last()
        .is_some_and(|last| last.kind == Kind::Money && first.saturating_sub(last.next) < 8);
    // “one of 3,208 who finished the trail”
    if ahead.is_none() && !bent && scan.is(next, "who") {
        return Some((Kind::Count, value, Some(Unit::Visitor), None));
    }
    // “186,330 visits on site; 48,690 came on Thursday alone”: how often they came is told on.
    let visits = finder.drafts.last().is_some_and(|last| {
        last.unit == Some(Unit::Visit) && !(last.next..first).any(|at| scan.ends_sentence(at))
    });
    if ahead.is_none() && visits && scan.is(next, "came") {
        return Some((Kind::Count, value, Some(Unit::Visit), None));
    }
    if ahead.is_none() && !of_money && scan.is_any(next, &PEOPLES_VERBS) && !others_act(scan, first) {
        return Some((Kind::Count, value, Some(Unit::Visitor), None));
    }
    // “12 more than last year, when 84 were held”
    let held = scan.is_any(next, &["were", "are"]) && scan.is_any(next + 1, &["held", "staged"])
        || scan.is(next, "took") && scan.is(next + 1, "place");
    if ahead.is_none() && held {
        return Some((Kind::Count, value, Some(Unit::Activity), None));
    }
    if let Some(currency) = money_en::paid(finder, first, next).filter(|_| ahead.is_none()) {
        return Some((Kind::Money, value, None, Some(currency)));
    }
    if let Some(currency) = money_en::meant(finder, quantity, first, next, ahead) {
        return Some((Kind::Money, value, None, Some(currency)));
    }
    if let Some((unit, steps)) = ahead
        && !(steps > 3 && !scan.is(next, "of") && named_before(finder, first))
    {
        return Some((Kind::Count, value, Some(unit), None));
    }
    if scan.is_any(quantity.next, &["or older", "or younger"]) {
        return Some((Kind::Count, value, Some(Unit::Year), None));
    }
    if let Some((kind, unit, currency)) = elliptic_en::meant(finder, quantity, first, next) {
        return Some((kind, value, unit, currency));
    }
    if age(finder, first, quantity, next) || is_aged_aside(scan, first, quantity) {
        return Some((Kind::Count, value, Some(Unit::Year), None));
    }
    let staged = matches!(scan.before(first, 2), What::Known(Sense::Stage(_)));
    if staged && scan.is_sign(first.wrapping_sub(1), '(') && scan.is_sign(next, ')') {
        return Some((Kind::Count, value, Some(Unit::Project), None));
    }
    if let Some(unit) = one_of_them(finder, first, next) {
        return Some((Kind::Count, value, Some(unit), None));
    }
    let unit = if counts_other_things(scan, next) { Some(Unit::Item) } else { back(finder, first) };
    // “1 marriage proposal”
    let single = quantity.value == Some(Number::ONE) && matches!(scan.what(next), What::Word(Case::Small));
    let unit = if single { Some(Unit::Item) } else { are_what(scan, next).or(unit) };
    let decimal = matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0 && quantity.power == 0);
    let rate = (first.saturating_sub(12)..(next + 6).min(scan.tokens.len()))
        .any(|at| scan.is_any(at, &["per", "average", "averaged", "mean", "median"]));
    if decimal
        && !rate
        && unit.is_none_or(|unit| unit == Unit::Item || !unit.is_measure())
        && !counts_other_things(scan, next)
    {
        return Some((Kind::Number, value, None, None));
    }
    let unit = unit.map(|unit| if is_plausible(quantity, unit) { unit } else { Unit::Item });
    // “97 were signed”: what goes through stages are projects, whatever the text last spoke of.
    let staged = scan.is_any(next, &["were", "are", "was", "is", "have", "had"])
        && (next + 1..next + 3).any(|at| matches!(scan.sense(at), Some(Sense::Stage(_))));
    let unit = if staged && !matches!(unit, Some(Unit::Agreement | Unit::Item | Unit::Company)) {
        Some(Unit::Project)
    } else {
        unit
    };
    if is_code(finder, quantity, first, next, bent, unit) {
        return None;
    }
    Some((Kind::Count, value, Some(unit.unwrap_or(Unit::Item)), None))
}

/// “20 are forums”: what stands behind the verb is what is counted.
fn are_what(scan: &Scan, next: usize) -> Option<Unit> {
    let of = if scan.is(next, "of") { 2 } else { 0 };
    let verb = next + of;
    if !scan.is_any(verb, &["are", "were"]) {
        return None;
    }
    let adjective = usize::from(matches!(scan.what(verb + 1), What::Word(Case::Small)));
    let at = verb + 1 + if noun(scan, verb + 1).is_some() { 0 } else { adjective };
    noun(scan, at).filter(|_| scan.ends_clause(at + 1) || scan.is(at + 1, "and"))
}

/// Whether there may be so many of what the text last spoke of: no 220,000 organisers, and no 9.3 forums.
fn is_plausible(quantity: &Quantity, unit: Unit) -> bool {
    use Unit::{
        Activity, Agreement, Award, Ceremony, Chain, City, Country, District, ExhibitionPoint, Forum,
        Institution, Language, Meeting, Place, Project, Rank, Session, Table, Team,
    };
    let Some(value) = quantity.value else { return true };
    let most = match unit {
        Country | Language | Chain | City | District | ExhibitionPoint | Rank => 1000,
        Activity | Agreement | Award | Ceremony | Forum | Institution | Meeting | Place | Project
        | Session | Table | Team => 10_000,
        _ => return unit.is_measure() || value.is_whole(),
    };
    value.is_whole() && value < Number::whole(most)
}

/// “5,600 of them”, “71,350 of you came”, “out of 82”: of what the number before counted, or of who is spoken to.
fn one_of_them(finder: &Finder, first: usize, next: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let of = scan.is(next, "of");
    if of && scan.is_any(next + 1, &["you", "us"]) {
        let came =
            |at: usize| scan.is_any(at, &["came", "visited", "attended", "joined", "dropped", "queued"]);
        let who = next + 2 + usize::from(scan.is_any(next + 2, &["who", "that"]));
        let before = (first.saturating_sub(14)..first).rev().take_while(|at| !scan.ends_sentence(*at));
        let came = came(who) || before.into_iter().any(came);
        return Some(if came { Unit::Visitor } else { Unit::Person });
    }
    let of_them = of && scan.is_any(next + 1, &["them", "these", "those", "which", "whom"]);
    let out_of = scan.is(first.wrapping_sub(1), "of") && scan.is(first.wrapping_sub(2), "out");
    let than_the = scan.is(first.wrapping_sub(1), "the")
        && scan.is_any(
            first.wrapping_sub(2),
            &["than", "more than", "less than", "fewer than", "higher than", "lower than"],
        );
    if !(of_them || out_of || than_the) {
        return None;
    }
    if of_them
        && scan.is_sign(first.wrapping_sub(1), ',')
        && let Some(unit) = noun(scan, first.wrapping_sub(2))
    {
        return Some(unit);
    }
    let counts = |draft: &&Draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < 2 * BACK;
    let last = finder.drafts.iter().rev().take(4).find(counts)?;
    last.unit.filter(|unit| !unit.is_measure())
}

/// “worth 500,000 yuan, not 50,000”: what a number is put right by is of the same.
fn instead<'a>(finder: &'a Finder, first: usize) -> Option<&'a Draft> {
    let scan = &finder.scan;
    let before = first.wrapping_sub(1);
    let not = scan.is(before, "not") && scan.ends_clause(before.wrapping_sub(1))
        || scan.is_any(before, &["instead of", "rather than"])
        || scan.is(before, "of") && scan.is(before.wrapping_sub(1), "instead")
        || scan.is(before, "than") && scan.is(before.wrapping_sub(1), "rather");
    let last = finder.drafts.last().filter(|last| not && first.saturating_sub(last.next) < 5)?;
    matches!(last.kind, Kind::Count | Kind::Money).then_some(last)
}

/// What only people do, so that a number before it counts them: “some 4,300 finished”.
const PEOPLES_VERBS: [&str; 7] =
    ["finished", "attended", "came", "queued", "registered", "enrolled", "strolled"];

/// Whether companies, universities or countries have come up in the sentence, who finish and attend as people do.
fn others_act(scan: &Scan, first: usize) -> bool {
    let low = first.saturating_sub(BACK);
    let said = (low..first).rev().take_while(|at| !scan.ends_sentence(*at)).filter_map(|at| noun(scan, at));
    said.into_iter().any(|unit| {
        matches!(unit, Unit::Company | Unit::Institution | Unit::Media | Unit::Team | Unit::Country)
    })
}

/// The figure that this one says again: “4.86 million times, close to 5 million”, “2,340 reports; of these 2,300-odd …”.
fn told_again(finder: &Finder, first: usize, value: Option<Number>, bent: bool) -> Option<Draft> {
    let scan = &finder.scan;
    let last = finder.drafts.last().filter(|draft| draft.unit.is_some() || draft.currency.is_some())?;
    let before = first.checked_sub(1)?;
    let of_these = scan.is_any(before, &["these", "them", "which", "those"])
        && scan.is(before.wrapping_sub(1), "of")
        && first - last.next <= 4
        && last.kind == Kind::Count;
    let near = last.value.number().zip(value).is_some_and(|(last, said)| {
        let apart = last.minus(said).map(Number::size);
        apart
            .zip(Number::fraction(1, 10))
            .is_some_and(|(apart, tenth)| said.size().times(tenth).is_some_and(|allowed| apart <= allowed))
    });
    // “520 exhibits from 190 firms, of which 47 were premieres”: where they are from is told by the way.
    let last = if of_these { heading(finder).unwrap_or(last) } else { last };
    let restated = bent && near && last.next == before && scan.is_sign(before, ',');
    (of_these || restated).then(|| last.clone())
}

/// “128.7 points”, “a score of 91.5”, “with 100”
fn level(scan: &Scan, first: usize, quantity: &Quantity) -> bool {
    if elliptic_en::is_mark(scan, quantity) {
        return true;
    }
    if quantity.power > 0
        || quantity.style != Style::Digits
        || matches!(scan.sense(quantity.next), Some(Sense::Noun(_)))
    {
        return false;
    }
    if scan.is(quantity.next, "points") || scan.is(quantity.next, "point") {
        return !scan.is(first.wrapping_sub(1), "margin");
    }
    let decimal = matches!(scan.what(quantity.first), What::Literal(literal) if literal.places > 0);
    // “3.1 above the previous score”
    if scan.is_any(quantity.next, &["above", "below", "higher", "lower"])
        && (quantity.next..quantity.next + 6)
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| matches!(scan.sense(at), Some(Sense::Level)))
    {
        return true;
    }
    let base = (1..8).any(|step| scan.is(first.wrapping_sub(step), "base"));
    if base
        && (scan.is_any(first.wrapping_sub(1), &["with", "is", "was", "of", "at"])
            || scan.is_sign(first.wrapping_sub(1), '(') && scan.is_sign(quantity.next, ')'))
        || decimal && scan.is(first.wrapping_sub(1), "at") && scan.is(first.wrapping_sub(2), "which")
    {
        return true;
    }
    // “Our own index of such fairs, at 100 in 2018, stood at 143”
    if scan.is(first.wrapping_sub(1), "at")
        && scan.is_any(first.wrapping_sub(2), &["stood", "stands"])
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
        let parts = scan.is_any(
            at,
            &["has", "have", "comprises", "comprising", "covers", "includes", "with", "combines"],
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
            let of_them = scan.is_any(quantity.next, &["of", "indicators", "indexes"])
                || scan.is(quantity.next, "in") && !decimal;
            let stands = scan.is(first.wrapping_sub(1), "at")
                && (scan.is_any(first.wrapping_sub(2), &["stood", "stands", "is", "was", "came", "remains"])
                    || matches!(scan.what(first.wrapping_sub(2)), What::Sign(',')));
            return stands || !of_them && (decimal || step <= 3);
        }
    }
    false
}

/// Whether a number with no unit is a code: of five digits and more, in brackets, or behind a name.
fn is_code(
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
    let earlier = scan.is_any(
        first.wrapping_sub(2),
        &["year", "last year", "time", "edition", "before", "earlier", "ago", "previously", "week", "month"],
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
                    || scan.is_any(first.wrapping_sub(2), &["a", "an", "to"])
                        && literal.is_some_and(|literal| literal.whole < 3))
            || named_before(finder, first) && unit.is_none())
}

/// What people come in.
const GATHERINGS: [&str; 28] = [
    "family",
    "families",
    "delegations",
    "teams",
    "classes",
    "crews",
    "queues",
    "squads",
    "juries",
    "audiences",
    "groups",
    "group",
    "parties",
    "party",
    "crowds",
    "crowd",
    "audience",
    "team",
    "crew",
    "panel",
    "jury",
    "staff",
    "workforce",
    "delegation",
    "class",
    "squad",
    "cast",
    "queue",
];
