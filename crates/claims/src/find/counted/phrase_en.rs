//! The words of an English number's phrase that are told from others like them: a verb from a noun, an adjective, people by their trade, ranks.

use super::nouns::noun;
use crate::find::tokens::cues::{Cues, words};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{Case, What};
use crate::unit::Unit;

/// “97 media outlets report from the week”: whether a noun in the singular is the verb of the plural before it.
pub(in crate::find) fn is_verb_of(scan: &Scan, at: usize) -> bool {
    const BOTH: Cues = words![
        "report",
        "visit",
        "host",
        "exhibit",
        "view",
        "pass",
        "award",
        "result",
        "request",
        "place",
        "post",
        "talk",
        "show",
        "interview",
        "partner",
        "plan",
        "stamp",
        "time",
        "deal",
        "project",
        "contest",
    ];
    scan.is_among(at, BOTH) && scan.letters(at - 1).ends_with('s')
}

/// “fishermen”, “craftswomen”: people by their trade.
pub(in crate::find) fn is_people(scan: &Scan, at: usize) -> bool {
    let word = scan.letters(at);
    matches!(scan.what(at), What::Word(Case::Small))
        && word.len() > 6
        && (word.ends_with("men") || word.ends_with("folk"))
        && !scan.is_among(at, words!["specimen", "regimen", "abdomen"])
}

/// “two wet days”, but “sold 40 most days”.
pub(in crate::find) fn is_adjective(scan: &Scan, at: usize) -> bool {
    const WHICH: Cues =
        words!["most", "some", "all", "these", "those", "many", "few", "other", "both", "times", "of", "the"];
    matches!(scan.what(at), What::Word(Case::Small))
        && !scan.is_among(at, WHICH)
        && !scan.letters(at).ends_with('s')
}

/// “48 prizes were awarded: 6 first, 12 second and 30 third prizes”: the noun stands behind the last of a list of ranks.
pub(in crate::find) fn of_ranks(scan: &Scan, next: usize) -> Option<Unit> {
    const LONGEST: usize = 16;
    let rank = |at: usize| matches!(scan.sense(at), Some(Sense::Ordinal(_)));
    let mut at = next;
    while at < next + LONGEST && rank(at) {
        if let Some(unit) = noun(scan, at + 1) {
            return Some(unit);
        }
        let joined = scan.is_sign(at + 1, ',') || scan.is(at + 1, "and");
        let number =
            matches!(scan.what(at + 2), What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_)));
        if !(joined && number) {
            return None;
        }
        at += 3;
    }
    None
}

/// “at least 30 and at most 60 people”: the noun stands behind the second of two bounds.
pub(in crate::find) fn of_two_bounds(scan: &Scan, next: usize) -> Option<Unit> {
    let joined = scan.is_among(next, words!["and", "or", "but"]);
    let bound = matches!(scan.sense(next + 1), Some(Sense::Hedge(_)));
    let number =
        matches!(scan.what(next + 2), What::Literal(_) | What::Known(Sense::Small(_) | Sense::Tens(_)));
    noun(scan, next + 3).filter(|_| joined && bound && number)
}
