//! What an English number counts: the noun of its phrase, what the text has last spoken of, or what the figure before counted.

use super::carried_en::{is_how_long, told_last};
use super::list_en::{another_had, likewise, of_table, part_of, row_of, subject_of_list};
use super::nouns::{BACK, noun};
use crate::claim::Kind;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::unit::Unit;

/// What the text has last spoken of: the nearest noun before the number in its sentence, or the last figure's.
pub(in crate::find) fn back(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    // “372 exhibits: 148 in …”, “from 67.1 million to 235 million”: of the same as the figure that it touches.
    let joined = scan.is_sign(first.wrapping_sub(1), ':')
        || scan.is_among(first.wrapping_sub(1), words!["to", "against", "from"]);
    // “… and others 146, together 1,093”
    if scan.is_among(first.wrapping_sub(1), words!["together", "altogether"])
        && let Some(last) = finder.drafts.last()
        && last.kind == Kind::Count
        && last.next + 2 == first
    {
        return last.unit;
    }
    // “196 projects under letter of intent at the close, 25 more than before”: more of what was told last.
    if scan.is_among(first + 1, words!["more than", "fewer than"])
        && scan.is_sign(first.wrapping_sub(1), ',')
        && let Some(last) = told_last(finder, first)
        && first - last.next.min(first) < 12
        && !(last.next..first).any(|at| scan.ends_sentence(at))
    {
        return last.unit;
    }
    if let Some(unit) = divided(finder, first) {
        return Some(unit);
    }
    if let Some(last) = finder.drafts.last().filter(|last| {
        let timed = last.unit.is_some_and(|unit| unit.is_measure() && unit <= Unit::Second);
        joined
            && last.next + 1 == first
            && last.kind == Kind::Count
            && !is_how_long(scan, last)
            && !(timed
                && matches!(scan.what(first), What::Literal(literal) if literal.grouped || literal.whole > 2))
    }) {
        return last.unit;
    }
    // “685 exhibits, including 254 in …”: of the figure that the list follows.
    if scan.is_among(first.wrapping_sub(1), words!["including", "comprising", "namely"])
        && let Some(last) = finder.drafts.last().filter(|last| first.saturating_sub(last.next) < 4)
        && let Some(last) = heading(finder).filter(|_| last.kind == Kind::Count)
        && last.unit != Some(Unit::Item)
    {
        return last.unit;
    }
    if is_limit_of_places(scan, first) {
        return Some(Unit::Seat);
    }
    if let Some(unit) = row_of(finder, first).or_else(|| subject_of_list(finder, first)) {
        return Some(unit);
    }
    if scan.is_sign(first.wrapping_sub(1), ':') {
        // “Visits, several a person if need be: 174,236”: a line or sentence that ends in a number begins with what it counts.
        let start = (1..BACK)
            .take_while(|step| {
                *step <= first && !scan.ends_sentence(first - step) && !scan.is_sign(first - step, ';')
            })
            .last()?;
        // “the number of different visitors is lower: 70,120”
        let number_of = (first - start..first).rev().find(|at| {
            scan.is(*at, "of")
                && scan.is_among(at.wrapping_sub(1), words!["number", "total", "count", "tally"])
        });
        let named = number_of.and_then(|of| (of + 1..of + 4).find_map(|at| noun(scan, at)));
        let subject = named.or_else(|| {
            (first - start..first)
                .filter(|at| *at >= finder.floor())
                .find_map(|at| noun(scan, at).filter(|unit| *unit != Unit::Time))
        });
        // “Old Dock: 53,960”, “all other sites: 37,200”: rows of places under what is counted there.
        let row =
            scan.is(first.wrapping_sub(3), "other") && matches!(subject, Some(Unit::Place | Unit::City));
        let counted = |draft: &Draft| {
            draft.unit.filter(|unit| draft.kind == Kind::Count && !unit.is_measure() && *unit != Unit::Item)
        };
        let above = finder.drafts.iter().rev().take(6).find_map(counted).filter(|_| row);
        let subject = above.or(subject);
        if subject.is_some() {
            return subject;
        }
    }
    // “58 projects …, up from 44”, “against 66,800 at the same stage”: what a number is compared with is of its sort.
    let compared = is_compared(scan, first);
    let counts = |draft: &&Draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < BACK;
    let origin = |draft: &&Draft| !scan.is(draft.first.wrapping_sub(1), "from");
    let mut recent = finder.drafts.iter().rev().take(3).filter(counts);
    if let Some(last) = recent.clone().find(origin).or(recent.next()).filter(|_| compared)
        && !(last.next..first).any(|at| scan.ends_sentence(at))
        && !last.unit.is_some_and(Unit::is_measure)
    {
        return last.unit;
    }
    if let Some(unit) = part_of(finder, first) {
        return Some(unit);
    }
    if let Some(unit) = number_of(scan, first) {
        return Some(unit);
    }
    if let Some(unit) = of_table(finder, first) {
        return Some(unit);
    }
    if let Some(unit) = another_had(finder, first).or_else(|| likewise(finder, first)) {
        return Some(unit);
    }
    if let Some(unit) = counted_so_far(finder, first) {
        return Some(unit);
    }
    noun_before(scan, first)
}

/// “places in the press centre are limited to 180”
fn is_limit_of_places(scan: &Scan, first: usize) -> bool {
    const FURTHEST: usize = 12;
    let limited = scan.is(first.wrapping_sub(1), "to")
        && scan.is_among(first.wrapping_sub(2), words!["limited", "restricted"]);
    limited
        && (first.saturating_sub(FURTHEST)..first)
            .rev()
            .take_while(|at| !scan.ends_clause(*at))
            .any(|at| scan.is_among(at, words!["places", "seats", "seating", "capacity"]))
}

/// “614 exhibits in four halls: 204 from …”: what stands behind a colon divides what was counted, not where.
fn divided(finder: &Finder, first: usize) -> Option<Unit> {
    let colon = finder.scan.is_sign(first.wrapping_sub(1), ':');
    let last = finder.drafts.last().filter(|last| colon && last.next + 1 == first)?;
    told_last(finder, first).filter(|head| head.first < last.first)?.unit
}

/// Whether a number is one that another is compared with.
fn is_compared(scan: &Scan, first: usize) -> bool {
    scan.is(first.wrapping_sub(1), "from")
        && scan.is_among(first.wrapping_sub(2), words!["up", "down"])
        || scan.is_among(first.wrapping_sub(1), words!["against", "versus"])
        || scan.is(first.wrapping_sub(1), "s")
            && scan.is_among(first.wrapping_sub(3), words!["last year", "year"])
        || scan.is_among(first.wrapping_sub(1), words!["with", "to"])
            && scan.is(first.wrapping_sub(2), "compared")
        // “1,127 meetings, when 846 had been the number last year”
        // “about 80 activities, following 83 this year”
        || scan.is_among(first.wrapping_sub(1), words!["when", "after", "following"]) && scan.is_sign(first.wrapping_sub(2), ',')
}

/// “The number of volunteers was printed wrongly; in fact there were 960”: what the sentence says that it is the number of.
fn number_of(scan: &Scan, first: usize) -> Option<Unit> {
    let there = scan.is_among(first.wrapping_sub(1), words!["were", "are", "was", "is"])
        && scan.is_among(first.wrapping_sub(2), words!["there", "they", "it"]);
    let mut before = (first.saturating_sub(BACK)..first).rev().take_while(|at| !scan.ends_sentence(*at));
    let of = before
        .find(|at| scan.is(*at, "of") && scan.is_among(at.wrapping_sub(1), words!["number", "numbers"]))?;
    (of + 1..of + 4).find_map(|at| noun(scan, at)).filter(|_| there)
}

/// The nearest noun of what is counted before a number, in its sentence.
fn noun_before(scan: &Scan, first: usize) -> Option<Unit> {
    let mut plain = None;
    for step in 1..BACK {
        let at = first.checked_sub(step)?;
        if scan.ends_sentence(at) {
            break;
        }
        if matches!(scan.what(at), What::Sign(_) | What::Literal(_)) {
            continue;
        }
        // “Visitor numbers rebounded to 96,120”: of the visitors.
        // “patents per 10,000 inhabitants”: of what there are so many for so many.
        let rate = matches!(scan.before(at, 1), What::Literal(_)) && scan.is(at.wrapping_sub(2), "per");
        if rate && noun(scan, at).is_some() {
            continue;
        }
        if scan.is_among(at, words!["numbers", "totals", "figures"])
            && noun(scan, at.wrapping_sub(1)).is_some()
        {
            continue;
        }
        if let Some(unit) = noun(scan, at).filter(|unit| {
            is_countable(scan, at)
                && !is_verb(scan, at, first)
                && !matches!(unit, Unit::Time | Unit::Edition | Unit::City | Unit::Rank)
        }) {
            plain = Some(head_before(scan, at).unwrap_or(unit));
            break;
        }
        if matches!(scan.sense(at), Some(Sense::Watching))
            && scan.is_among(at, words!["read", "watched", "viewed", "online"])
        {
            plain = Some(Unit::View);
            break;
        }
    }
    plain
}

/// Whether a noun is of what is counted: a plural, or a word for many; no “programme”, and none in a name as “Yinlu District” is.
pub(in crate::find) fn is_countable(scan: &Scan, at: usize) -> bool {
    const MANY: [&str; 18] = [
        "people",
        "staff",
        "media",
        "attendance",
        "footfall",
        "men",
        "women",
        "children",
        "personnel",
        "fora",
        "memoranda",
        "workforce",
        "exhibit",
        "visitor",
        "visit",
        "project",
        "activity",
        "job",
    ];
    let word = scan.letters(at);
    let last = word.rsplit(' ').next().unwrap_or(word);
    let plural = last.ends_with(['s', 'S']) && !last.ends_with("ss")
        || MANY.iter().any(|many| last.eq_ignore_ascii_case(many));
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let opens = at == 0 || scan.ends_sentence(at - 1);
    let named = !opens && upper(at) && (upper(at - 1) || !plural);
    let numbers = scan.is_among(
        at + 1,
        words!["number", "numbers", "total", "totals", "count", "tally", "figure", "figures"],
    );
    (plural || numbers || opens) && !named
}

/// “Attendance at the fair”: the noun before the preposition that leads to the one at `at`.
fn head_before(scan: &Scan, at: usize) -> Option<Unit> {
    let article = scan.is_among(at.wrapping_sub(1), words!["the", "this", "its", "our", "all"]);
    let preposition = at.checked_sub(if article { 2 } else { 1 })?;
    let leads = scan.is_among(preposition, words!["at", "to", "of", "for"]);
    let head = noun(scan, preposition.checked_sub(1)?).filter(|_| leads)?;
    matches!(head, Unit::Visit | Unit::Visitor | Unit::View | Unit::Interaction).then_some(head)
}

/// “Nanjing as a whole reports 101”: a word directly before a number that is a noun elsewhere.
pub(in crate::find) fn is_verb(scan: &Scan, at: usize, first: usize) -> bool {
    // “the desk to report on …”
    let infinitive = scan
        .is_among(at.wrapping_sub(1), words!["to", "will", "would", "can", "could", "may", "must"])
        && scan.is_among(
            at,
            words![
                "report", "visit", "host", "view", "place", "post", "time", "pass", "award", "deal",
                "partner", "project", "contract", "exhibit", "result",
            ],
        );
    infinitive
        || (at + 1 == first || matches!(scan.what(at + 1), What::Literal(_)))
            && scan.is_among(
                at,
                words![
                    "reports",
                    "shows",
                    "hosts",
                    "stands",
                    "posts",
                    "views",
                    "visits",
                    "counts",
                    "interviews"
                ],
            )
            && matches!(scan.before(at, 1), What::Word(_))
        || scan.is_among(at, words!["stands", "hosts", "counts"])
            && scan.is_among(at + 1, words!["at", "a", "the", "out", "by", "for"])
}

/// Things that are counted in millions.
pub(in crate::find) fn seen(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::View | Unit::Visit | Unit::Visitor | Unit::Interaction | Unit::Person))
}

/// What most figures of the sentence so far have counted, the earlier in doubt; nothing when the text has since named something else.
fn counted_so_far(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    // “views that doubled to 52 million”: a share or a multiple on the way counts nothing.
    let sized = |draft: &&Draft| !matches!(draft.kind, Kind::Factor | Kind::Share | Kind::Points);
    let last = finder.drafts.iter().rev().take(8).find(sized).map_or(0, |draft| draft.next);
    // Without a bound, numbers that are no figures would each look back over all the others.
    if first.saturating_sub(last) > 4 * BACK {
        return None;
    }
    // “…; over 200 have found someone”, “88 more than at the conference”: a subject or a comparison that leaves out its noun.
    let elided = (first..first + 5).take(5).any(|at| {
        scan.is_among(
            at,
            words![
                "have",
                "had",
                "were",
                "are",
                "would",
                "will",
                "said",
                "more",
                "fewer",
                "more than",
                "fewer than"
            ],
        )
    }) && (scan.ends_clause(first.wrapping_sub(1)) || scan.is(first.wrapping_sub(1), "and"));
    let named_since = !elided
        && (last..first)
            .any(|at| noun(scan, at).is_some() && is_countable(scan, at) && !is_verb(scan, at, first));
    if named_since {
        return None;
    }
    let start = (first.saturating_sub(2 * BACK)..first).rev().find(|at| scan.ends_sentence(*at)).unwrap_or(0);
    let units: Vec<Unit> = finder
        .drafts
        .iter()
        .rev()
        .take(8)
        .take_while(|draft| draft.first >= start)
        .filter(|draft| draft.kind == Kind::Count && !scan.is(draft.first.wrapping_sub(1), "per"))
        .filter_map(|draft| draft.unit)
        .filter(|unit| !unit.is_measure() && !matches!(unit, Unit::Item | Unit::Time))
        .collect();
    let votes = |unit: Unit| units.iter().filter(|other| **other == unit).count();
    // Later in the list is earlier in the text.
    units.iter().copied().max_by_key(|unit| votes(*unit))
}

/// Whether a capitalised word that begins no sentence stands directly before: “Boeing 737”, but “Yuhuatai 16” in a list of counts.
pub(in crate::find) fn named_before(finder: &Finder, first: usize) -> bool {
    let scan = &finder.scan;
    let before = first.wrapping_sub(1);
    if !matches!(scan.what(before), What::Word(Case::Capital)) {
        return false;
    }
    let opens = before == 0
        || scan.ends_sentence(before - 1)
        || matches!(scan.what(before - 1), What::Sign('“' | '"' | '(' | ':'));
    let list = finder.drafts.last().is_some_and(|draft| {
        draft.kind == Kind::Count
            && !draft.unit.is_some_and(Unit::is_measure)
            && first.saturating_sub(draft.next) < 14
    });
    // “a Bluefin 4”, “go to Point 5”
    let article = scan.is_among(before.wrapping_sub(1), words!["a", "an"])
        || scan.is(before.wrapping_sub(1), "to")
            && scan.is_among(before.wrapping_sub(2), words!["go", "come", "walk", "proceed", "return"]);
    // “Her best, Meiduo 23, yields 5.4 tonnes”: a name between two commas, and no place in a list.
    let aside = scan.is_sign(before.wrapping_sub(1), ',')
        && scan.is_sign(first + 1, ',')
        && matches!(scan.what(first + 2), What::Word(Case::Small))
        && scan.letters(first + 2).ends_with('s')
        && !scan.letters(first + 2).ends_with("ss");
    !opens && (!list || article || aside)
}

/// The last figure, or the one before it when the last only says where that one is from.
pub(in crate::find) fn heading<'a>(finder: &'a Finder) -> Option<&'a Draft> {
    let last = finder.drafts.last()?;
    let origin = finder.scan.is_among(last.first.wrapping_sub(1), words!["from", "by", "across", "in"]);
    let before = finder.drafts.len().checked_sub(2).and_then(|before| finder.drafts.get(before));
    before
        .filter(|before| origin && before.kind == Kind::Count && last.first - before.next < 4)
        .or(Some(last))
}
