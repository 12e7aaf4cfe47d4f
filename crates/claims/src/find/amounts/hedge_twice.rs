//! Two hedges that do not go together: “about nearly 50”, 约近50个, 近50余个. The number is read all the same, and what is strange told.
//!
//! What merely says the same again in another place (大约…左右, “about, at least”, “estimated at around”) is good usage and passes.

use crate::claim::Hedge;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;

/// Words for “near it”, of which one is enough. “Perhaps around 50” and “estimated at about 50” say two things.
const NEAR: [&str; 11] = [
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "circa",
    "ca",
    "some",
    "in the region of",
    "in the order of",
    "somewhere around",
];
const NEAR_ZH: [&str; 5] = ["约", "大约", "大概", "约莫", "大致"];

/// Whether the words before a number, from one token up to it, or those before and behind it bend it in two ways that are not both true or one too many.
pub(in crate::find) fn is_twice(scan: &Scan, first: usize, number: usize, behind: Option<Hedge>) -> bool {
    let hedge = |at: usize| match scan.sense(at) {
        Some(Sense::Hedge(hedge)) => Some(hedge),
        _ => None,
    };
    let near = |at: usize| {
        hedge(at) == Some(Hedge::Nearly) || scan.is_any(at, &NEAR) || NEAR_ZH.contains(&scan.letters(at))
    };
    let apart = |at: usize| {
        let inner = at + 1;
        // “about over 50”, “more than nearly 50”
        let outward = |at: usize| matches!(hedge(at), Some(Hedge::Over | Hedge::Under));
        let nearly = hedge(inner) == Some(Hedge::Nearly);
        near(at) && (near(inner) || outward(inner)) || outward(at) && nearly
    };
    let before = (first..number.saturating_sub(1)).any(apart);
    let beyond = matches!(behind, Some(Hedge::More | Hedge::Over));
    before || beyond && (first..number).any(|at| hedge(at) == Some(Hedge::Nearly))
}
