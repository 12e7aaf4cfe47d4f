//! What an English number counts that stands in a list, a table or a comparison: what its first row says, what another had, what a sentence divides.

use super::carried_en::{HAS, is_by_the_way};
use super::nouns::{BACK, noun};
use crate::claim::Kind;
use crate::find::draft::Draft;
use crate::find::finder::Finder;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::unit::Unit;

/// What sectors are called by, and is not counted in the label of a row.
const OF_SECTORS: Cues = words!["centres", "centers", "chains", "plants", "parks", "banks"];

/// “Solar: 51 projects. Data centres: 39.”, “solar 152 · data centres 103”: the rows of a list count what its first row says, whatever their labels are.
pub(in crate::find) fn row_of(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let counted = |draft: &&Draft| draft.kind == Kind::Count && first.saturating_sub(draft.next) < BACK;
    let start = (1..6)
        .map(|back| first.wrapping_sub(back))
        .skip(1)
        .find(|at| !matches!(scan.what(*at), What::Word(_) | What::Known(_)));
    let named = |at: usize| noun(scan, at).is_some() && !scan.is_among(at, OF_SECTORS);
    if start.is_none_or(|start| (start.wrapping_add(1)..first).any(named)) {
        return None;
    }
    if scan.is_sign(first.wrapping_sub(1), ':') {
        let labelled = |draft: &&Draft| counted(draft) && scan.is_sign(draft.first.wrapping_sub(1), ':');
        let own_noun = |draft: &Draft| noun(scan, draft.next.wrapping_sub(1)).is_some();
        let mut rows = finder.drafts.iter().rev().take(8).filter(labelled);
        let row = rows.next()?;
        let chain = own_noun(row) || rows.next().is_some_and(own_noun);
        return row.unit.filter(|unit| chain && !unit.is_measure() && *unit != Unit::Item);
    }
    let last = finder.drafts.last().filter(counted)?;
    let dot = (last.next..first).find(|at| matches!(scan.what(*at), What::Sign('·' | '•' | '|')))?;
    let bare = noun(scan, last.next.wrapping_sub(1)).is_none();
    let words =
        (dot + 1..first).filter(|at| matches!(scan.what(*at), What::Word(_) | What::Known(_))).count();
    let label = words == first - dot - 1 || words + 2 >= first - dot - 1;
    last.unit.filter(|_| dot == last.next && bare && words > 1 && label)
}

/// “Shipbuilding firms made 421 of the offers, logistics firms 337 and others 146”: who stands before a number in a list does what the first of it did.
pub(in crate::find) fn subject_of_list(finder: &Finder, first: usize) -> Option<Unit> {
    const VERBS: Cues = words![
        "made",
        "won",
        "brought",
        "took",
        "has",
        "had",
        "have",
        "got",
        "received",
        "sent",
        "filed",
        "offered",
        "contributed",
        "placed",
    ];
    let scan = &finder.scan;
    let word =
        |at: usize| matches!(scan.what(at), What::Word(_) | What::Known(Sense::Noun(_) | Sense::Plain));
    let subject = (1..4)
        .take_while(|back| *back < first && word(first - back) && !scan.is(first - back, "and"))
        .count();
    let joint = first.checked_sub(subject + 1).filter(|_| subject > 0)?;
    if !(scan.is_sign(joint, ',') || scan.is_sign(joint, ';') || scan.is(joint, "and")) {
        return None;
    }
    let whose = noun(scan, first - 1)
        .is_some_and(|unit| matches!(unit, Unit::Company | Unit::Institution | Unit::Country | Unit::Team))
        || scan.is(first - 1, "others");
    let led = finder.drafts.iter().rev().take(4).find(|draft| {
        draft.kind == Kind::Count
            && scan.is_among(draft.first.wrapping_sub(1), VERBS)
            && noun(scan, draft.first.wrapping_sub(2)).is_some()
    })?;
    let near = first - led.next.min(first) < BACK && !(led.next..first).any(|at| scan.ends_sentence(at));
    led.unit.filter(|_| whose && near)
}

/// “The number of projects stood at 83, that of visits at 61,850”: what the pronoun says that it is the number of.
pub(in crate::find) fn that_of(scan: &Scan, first: usize) -> Option<Unit> {
    let verb = (1..3).map(|back| first.wrapping_sub(back)).find(|at| noun(scan, *at).is_some())?;
    let led = (verb + 1..first).all(|at| scan.is_among(at, words!["at", "is", "was", "to", "stood", "came"]));
    let of = (1..3).map(|back| verb.wrapping_sub(back)).find(|at| scan.is(*at, "of"))?;
    noun(scan, verb).filter(|_| led && verb + 1 < first && scan.is(of.wrapping_sub(1), "that"))
}

/// “Her event drew 212,000 visits; Tarlung had 107,050”: another had as many of what was counted last.
pub(in crate::find) fn another_had(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let had = scan.is_among(first.wrapping_sub(1), words!["had", "has", "counted", "drew", "saw", "got"]);
    let name = matches!(scan.what(first.wrapping_sub(2)), What::Word(Case::Capital));
    let joint = scan.is_among(first.wrapping_sub(3), words!["while", "and", "whereas"])
        || matches!(scan.what(first.wrapping_sub(3)), What::Sign(';' | ','));
    let last = finder.drafts.iter().rev().take(3).find(|draft| draft.kind == Kind::Count)?;
    let near = first - last.next.min(first) < 10 && !(last.next..first).any(|at| scan.ends_sentence(at));
    last.unit.filter(|unit| had && name && joint && near && !unit.is_measure())
}

/// “33 activities in Beigang, 29 in Nanpu”, “visits 312,408 (257,320)”: a number that goes on as the one before it did, or stands in
/// brackets behind it, counts the same.
pub(in crate::find) fn likewise(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let last =
        finder.drafts.last().filter(|last| last.kind == Kind::Count && last.unit != Some(Unit::Item))?;
    // “400 in each of the two side halls, 60 in the studio”
    let each = scan.is_among(last.first.wrapping_sub(3), words!["each"]) && is_by_the_way(scan, last);
    let before = finder.drafts.len().checked_sub(2).and_then(|before| finder.drafts.get(before));
    if each
        && scan.is_sign(first.wrapping_sub(1), ',')
        && let Some(before) = before.filter(|before| before.next + 5 > last.first)
    {
        return before.unit;
    }
    if scan.is_sign(first.wrapping_sub(1), '(') && last.next + 1 == first {
        return last.unit;
    }
    // “Quayside with 24 events, Oldtown 21, Millfield 17”
    let name = matches!(scan.what(first.wrapping_sub(1)), What::Word(Case::Capital));
    let joint = first.wrapping_sub(2);
    if name && joint == last.next && (scan.is_sign(joint, ',') || scan.is(joint, "and")) {
        return last.unit;
    }
    let next = (first..first + 6).find(|at| scan.is_among(*at, words!["in", "at", "for", "from", "with"]))?;
    let near = first.saturating_sub(last.next) < 6;
    (near && scan.is(last.next, scan.letters(next)) && next - first < 4).then_some(last.unit).flatten()
}

/// “Of 86 projects signed, 44 exist and 17 are being built”: what a sentence divides that begins with what it divides.
pub(in crate::find) fn part_of(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let start = (first.saturating_sub(2 * BACK)..first)
        .rev()
        .find(|at| scan.ends_sentence(*at) || matches!(scan.what(*at), What::Sign(':' | ';')))
        .map_or(0, |end| end + 1);
    if !scan.is(start, "of") || first.saturating_sub(start) < 4 {
        return None;
    }
    let whole = finder.drafts.iter().rev().take(8).take_while(|draft| draft.first > start).last()?;
    let parts = whole.kind == Kind::Count && whole.first <= start + 2 && scan.ends_clause(first.wrapping_sub(1))
            || scan.is(first.wrapping_sub(1), "and")
            // “Of the week's 83 activities, Guting District hosts 31”
            || whole.first <= start + 6 && has_some(scan, first);
    whole.unit.filter(|unit| parts && !unit.is_measure() && whole.kind == Kind::Count)
}

/// “Guting District hosts 31”: a verb of having directly before a number, behind a name.
fn has_some(scan: &Scan, first: usize) -> bool {
    let verb = first.wrapping_sub(1);
    let name = scan.letters(verb.wrapping_sub(1)).starts_with(|first: char| first.is_ascii_uppercase());
    name && scan.is_among(verb, HAS)
}

/// “9 Sept  17,480”: what the rows of a table count, by the row before or the line above the first.
pub(in crate::find) fn of_table(finder: &Finder, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let date = finder.drafts.last().filter(|date| {
        date.kind == Kind::Date
            && first.saturating_sub(date.next) < 2
            && crate::find::context::opens_line(scan, date.first)
    })?;
    let row = finder.drafts.len().checked_sub(2).and_then(|before| finder.drafts.get(before));
    if let Some(row) = row.filter(|row| row.kind == Kind::Count && date.first.saturating_sub(row.next) < 3) {
        return row.unit;
    }
    let end = date.first.checked_sub(1)?;
    let low = end.saturating_sub(BACK);
    let heading = (low..end).rev().find(|at| scan.what(*at) == What::Line).map_or(low, |line| line + 1);
    (heading..end).find_map(|at| noun(scan, at))
}
