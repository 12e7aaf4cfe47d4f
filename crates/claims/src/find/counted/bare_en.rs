//! A number in English text with no unit behind it.

use super::again_en::{instead, one_of_them, told_again};
use super::ahead_en::{ahead, counts_other_things};
use super::carried_en::{carried, told_last};
use super::elliptic_en;
use super::list_en::part_of;
use super::nouns::{BACK, Classified, noun};
use super::nouns_en::{back, named_before};
use crate::claim::{Kind, Value};
use crate::find::amounts::money_en;
use crate::find::days::ages_en::{age, is_aged_aside, is_childs_age};
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::labels::code_en::{is_code, level};
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::number::Number;
use crate::unit::Unit;

/// A number in English text with no unit behind it: what it counts stands further on, before, or with the last figure.
#[expect(
    clippy::too_many_lines,
    reason = "one case behind the other, the surest first; each is a line or two"
)]
pub(in crate::find) fn bare_english(
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
    // “at least half full”
    if quantity.style == Style::Bare && quantity.value == Number::fraction(1, 2) {
        return Some((Kind::Share, value, Some(Unit::Percent), None));
    }
    // “Exhibitors: 428 (last edition 365)”, “(previous edition: 95)”: of the same things, and not which edition.
    let label = first.wrapping_sub(usize::from(scan.is_sign(first.wrapping_sub(1), ':')));
    let earlier = scan.is_among(label.wrapping_sub(2), words!["last", "previous", "first"])
        || scan.is_among(
            label.wrapping_sub(1),
            words!["last edition", "previous edition", "last year", "previous year"],
        );
    // “(last edition, in all: 192,340)”
    let earlier = earlier || label < first && opens_with_earlier(scan, first);
    if earlier
        && (scan.is_sign(next, ')') || label < first && (scan.ends_clause(next) || scan.tokens.len() == next))
        && let Some(last) = finder.drafts.last().filter(|last| first - last.next.min(first) < 8)
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
    let compared = scan.is_among(
        quantity.next + 1,
        words![
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
    // “the margin of error is 2 points”
    let is = usize::from(
        scan.is_among(first.wrapping_sub(1), words!["is", "was", "of"])
            || scan.is_sign(first.wrapping_sub(1), ':'),
    );
    let error = scan.is(first.wrapping_sub(1 + is), "error");
    let either_way =
        error || scan.is(first.wrapping_sub(1), "minus") || scan.is_sign(first.wrapping_sub(1), '±');
    if scan.is_among(quantity.next, words!["points", "point"])
        && (moved || compared || either_way || scan.is(first.wrapping_sub(1), "margin"))
    {
        return Some((Kind::Points, value, Some(Unit::Point), None));
    }
    // “asked to spell it, fewer than 50 did”
    if scan.is_among(next, words!["did", "could", "didn"]) && scan.ends_clause(next + 1) {
        let acts = |draft: &&Draft| {
            draft.unit.is_some_and(|unit| {
                matches!(unit, Unit::Company | Unit::Institution | Unit::Team | Unit::Visitor | Unit::Country)
            })
        };
        let who = finder.drafts.last().filter(acts).and_then(|last| last.unit);
        return Some((Kind::Count, value, Some(who.unwrap_or(Unit::Person)), None));
    }
    if level(scan, first, quantity) {
        return Some((Kind::Number, value, None, None));
    }
    let said = scan.is_among(next, words!["is", "was", "are"])
        && scan.is(next + 1, "the")
        && scan.is(next + 2, "number");
    // “98,415 – visits in three days”: a number that opens its line or sentence, and its label behind a dash.
    let opens = first == 0 || scan.ends_sentence(first - 1) || matches!(scan.what(first - 1), What::Line);
    let label =
        usize::from(opens && matches!(scan.what(next), What::Sign('–' | '—' | '-')) && !scan.glued(next));
    let ahead = ahead(scan, if said { next + 4 } else { next + label })
        .filter(|(unit, _)| label == 0 || *unit != Unit::Time);
    match elliptic_en::listed_unit(scan, quantity, next) {
        Some(Sense::Money(currency)) => return Some((Kind::Money, value, None, Some(currency))),
        Some(Sense::Measure(unit)) => return Some((Kind::Count, value, Some(unit), None)),
        _ => {}
    }
    if quantity.power == 0 && ahead.is_none() && !bent && elliptic_en::is_share_too(finder, first, next) {
        let Value::Number(number) = value else { return None };
        return Some((Kind::Share, Value::Number(number.shifted(-2)?), Some(Unit::Percent), None));
    }
    if is_childs_age(scan, first, quantity, next) {
        return Some((Kind::Count, value, Some(Unit::Year), None));
    }
    if let Some(unit) = carried(finder, first, next).filter(|_| ahead.is_none()) {
        return Some((Kind::Count, value, Some(unit), None));
    }
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
    // “a team of 40”, “the firm employs 1,640”
    let group = scan.is(first.wrapping_sub(1), "of") && scan.is_among(first.wrapping_sub(2), GATHERINGS);
    let employs = scan.is_among(
        first.wrapping_sub(1),
        words!["employs", "employ", "employed", "employing", "hires", "hired"],
    );
    if (group || employs) && ahead.is_none() {
        return Some((Kind::Count, value, Some(Unit::Person), None));
    }
    if let Some(told) = told_again(finder, first, quantity, bent).filter(|_| ahead.is_none()) {
        return Some((told.kind, value, told.unit, told.currency));
    }
    if let Some(last) = instead(finder, first).filter(|_| ahead.is_none()) {
        return Some((last.kind, value, last.unit, last.currency));
    }
    let of_money = finder
        .drafts
        .last()
        .is_some_and(|last| last.kind == Kind::Money && first.saturating_sub(last.next) < 8);
    // “among them 43 who speak Arabic”: some of those who were counted before.
    let of_them = scan.is(first.wrapping_sub(1), "them") && scan.is(first.wrapping_sub(2), "among")
        || scan.is(first.wrapping_sub(1), "including");
    // “two volunteers who speak English and five who know the signs”
    let joined = scan.is(first.wrapping_sub(1), "and") || scan.is_sign(first.wrapping_sub(1), ',');
    let people = |unit: &Unit| of_them || joined && *unit == Unit::Person;
    if ahead.is_none()
        && scan.is(next, "who")
        && let Some(unit) = told_last(finder, first).and_then(|last| last.unit).filter(people)
    {
        return Some((Kind::Count, value, Some(unit), None));
    }
    // “one of 3,208 who finished the trail”
    if ahead.is_none() && !bent && scan.is(next, "who") {
        return Some((Kind::Count, value, Some(Unit::Visitor), None));
    }
    // “186,330 visits on site; 48,690 came on Thursday alone”: how often they came is told on.
    let visits = finder.drafts.last().is_some_and(|last| {
        last.unit == Some(Unit::Visit) && !(last.next..first).any(|at| scan.ends_sentence(at))
    });
    // “39,288 came through the gates”: so often the gates were passed.
    let through = scan.is(next, "came") && scan.is(next + 1, "through");
    if ahead.is_none() && (visits && scan.is(next, "came") || through) {
        return Some((Kind::Count, value, Some(Unit::Visit), None));
    }
    if ahead.is_none()
        && !of_money
        && scan.is_among(next, PEOPLES_VERBS)
        // “counts 588 finished”: what has been finished, by what the text has counted.
        && !(scan.is(next, "finished") && scan.is_among(first.wrapping_sub(1), words!["counts", "has", "have", "had", "with"]))
        && !others_act(scan, first)
        && part_of(finder, first).is_none()
    {
        return Some((Kind::Count, value, Some(Unit::Visitor), None));
    }
    // “12 more than last year, when 84 were held”
    let held = scan.is_among(next, words!["were", "are"])
        && scan.is_among(next + 1, words!["held", "staged"])
        || scan.is(next, "took") && scan.is(next + 1, "place");
    // “1,127 meetings were arranged, of which 1,040 took place”
    let of_which = scan.is(first.wrapping_sub(1), "which") && scan.is(first.wrapping_sub(2), "of");
    if ahead.is_none() && held && !of_which {
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
    if scan.is_among(quantity.next, words!["or older", "or younger"]) {
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
    let rate = || {
        (first.saturating_sub(12)..(next + 6).min(scan.tokens.len()))
            .any(|at| scan.is_among(at, words!["per", "average", "averaged", "mean", "median"]))
    };
    if decimal
        && !rate()
        && unit.is_none_or(|unit| unit == Unit::Item || !unit.is_measure())
        && !counts_other_things(scan, next)
    {
        return Some((Kind::Number, value, None, None));
    }
    let unit = unit.map(|unit| if is_plausible(quantity, unit) { unit } else { Unit::Item });
    // “97 were signed”: what goes through stages are projects, whatever the text last spoke of.
    let staged = scan.is_among(next, words!["were", "are", "was", "is", "have", "had"])
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

/// Whether the bracket around a number begins with what was before.
fn opens_with_earlier(scan: &Scan, first: usize) -> bool {
    const EARLIER: Cues = words!["last", "previous", "last edition", "last year", "previous year"];
    let bracket = (2..8).map(|back| first.wrapping_sub(back)).find(|at| scan.is_sign(*at, '('));
    bracket.is_some_and(|bracket| scan.is_among(bracket + 1, EARLIER))
}

/// “20 are forums”: what stands behind the verb is what is counted.
fn are_what(scan: &Scan, next: usize) -> Option<Unit> {
    let of = if scan.is(next, "of") { 2 } else { 0 };
    let verb = next + of;
    if !scan.is_among(verb, words!["are", "were"]) {
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

/// What only people do, so that a number before it counts them: “some 4,300 finished”.
const PEOPLES_VERBS: Cues =
    words!["finished", "attended", "came", "queued", "registered", "enrolled", "strolled"];

/// Whether companies, universities or countries have come up in the sentence, who finish and attend as people do.
fn others_act(scan: &Scan, first: usize) -> bool {
    let low = first.saturating_sub(BACK);
    let said = (low..first).rev().take_while(|at| !scan.ends_sentence(*at)).filter_map(|at| noun(scan, at));
    said.into_iter().any(|unit| {
        matches!(unit, Unit::Company | Unit::Institution | Unit::Media | Unit::Team | Unit::Country)
    })
}

/// What people come in.
const GATHERINGS: Cues = words![
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
