//! What is counted: what both languages ask of the nouns around a number.

use super::ahead_en::ahead;
use crate::claim::{Kind, Value};
use crate::find::draft::Draft;
use crate::find::tokens::cues::words;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::unit::{Currency, Unit};

/// How many tokens a noun phrase is followed.
pub(in crate::find) const AHEAD: usize = 12;

/// How many tokens back a noun may stand.
pub(in crate::find) const BACK: usize = 40;

pub(in crate::find) fn noun(scan: &Scan, at: usize) -> Option<Unit> {
    match scan.sense(at)? {
        Sense::Noun(unit) if !is_adjective(scan, at) => Some(unit),
        _ => None,
    }
}

/// 代表性, 企业级, 项目型: a noun that its last character makes an adjective.
fn is_adjective(scan: &Scan, at: usize) -> bool {
    scan.is_chinese(at) && scan.glued(at + 1) && scan.is_among(at + 1, words!["性", "型", "级"])
}

pub(in crate::find) type Classified = (Kind, Value, Option<Unit>, Option<Currency>);

/// Whether the text around a number is Chinese: the nearest word on either side is.
pub(in crate::find) fn in_chinese(scan: &Scan, first: usize, next: usize) -> bool {
    let word = |at: usize| {
        matches!(scan.what(at), What::Known(_) | What::Word(_) | What::Other | What::Numeral(_) | What::Nth)
            && !scan.letters(at).starts_with('%')
    };
    let before = (1..6).map(|step| first.wrapping_sub(step)).find(|at| word(*at));
    let after = (0..5).map(|step| next + step).find(|at| word(*at));
    let chinese = |at: Option<usize>| at.is_some_and(|at| scan.is_chinese(at));
    match (before, after) {
        (Some(_), Some(_)) => {
            chinese(before) && chinese(after)
                || scan.is_chinese(next)
                || scan.is_chinese(first.wrapping_sub(1))
                || scan.is_chinese(first)
        }
        _ => chinese(before) || chinese(after) || scan.is_chinese(first),
    }
}

/// Whether the unit of a number with nothing behind it stands neither in its phrase nor directly before it.
pub(in crate::find) fn is_guess(scan: &Scan, draft: &Draft) -> bool {
    let ahead = ahead(scan, draft.next).is_some() || noun(scan, draft.next.saturating_sub(1)).is_some();
    let before = draft.first.wrapping_sub(1);
    let beside = noun(scan, before).is_some()
        || scan.is_sign(before, ':') && noun(scan, before.wrapping_sub(1)).is_some();
    !ahead && !beside
}

/// A noun that another behind it makes precise: “projects” stay projects, “exhibition points” are found as one word.
pub(in crate::find) fn precise(scan: &Scan, next: usize, unit: Unit) -> Unit {
    let sub = scan.glued(next) && scan.is_chinese(next);
    noun(scan, next).filter(|_| sub).unwrap_or(unit)
}
