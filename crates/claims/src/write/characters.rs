//! A suggestion in the characters of its text: 擬簽約 for a text that writes 簽約.
//!
//! What the text itself writes near the number goes before the table of single characters, so that names stay as their author writes them. It is no
//! conversion by words: enough for numbers, classifiers, stages and the names that stand in the text anyway.

use crate::claim::Claim;
use crate::find::tokens::traditional::{folded, simplified_of};
use std::borrow::Cow;

/// Each simplified character with the usual traditional one, by their numbers, in order.
const PAIRS: &[(u16, u16)] = &include!(concat!(env!("OUT_DIR"), "/traditional.rs"));

/// How far from the number its text shows in which characters it is written, in bytes.
const NEAR: usize = 600;

/// The surroundings of a claim in simplified characters, and the claim with its place in them.
pub(crate) fn simplified_near<'a>(text: &'a str, claim: &Claim) -> (Cow<'a, str>, Claim) {
    let (start, near) = near(text, claim);
    let place = claim.place.start.saturating_sub(start)..claim.place.end.saturating_sub(start);
    (folded(near.into()), Claim { place, ..claim.clone() })
}

/// Where the surroundings of a claim begin, and what stands there.
fn near<'a>(text: &'a str, claim: &Claim) -> (usize, &'a str) {
    let start = text.floor_char_boundary(claim.place.start.saturating_sub(NEAR));
    let end = text.ceil_char_boundary((claim.place.end + NEAR).min(text.len()));
    (start, text.get(start..end).unwrap_or_default())
}

/// Some words of ours as a text would write them that has this claim.
pub(crate) fn as_in(text: &str, claim: &Claim, words: String) -> String {
    let (_, near) = near(text, claim);
    if !is_traditional(near) {
        return words;
    }
    let own = text.get(claim.place.clone()).unwrap_or_default();
    let written = |letter: char| {
        let pair = own.chars().chain(near.chars()).find(|other| simplified_of(*other) == Some(letter));
        pair.or_else(|| near.contains(letter).then_some(letter)).or_else(|| usual(letter)).unwrap_or(letter)
    };
    words.chars().map(|letter| if letter.is_ascii() { letter } else { written(letter) }).collect()
}

/// Whether most of the letters that tell are traditional ones: a simplified text may have a name in the others.
fn is_traditional(near: &str) -> bool {
    let traditional = near.chars().filter(|letter| simplified_of(*letter).is_some()).count();
    traditional > 0 && traditional > near.chars().filter(|letter| usual(*letter).is_some()).count()
}

fn usual(letter: char) -> Option<char> {
    let number = u16::try_from(u32::from(letter)).ok()?;
    let at = PAIRS.binary_search_by_key(&number, |pair| pair.0).ok()?;
    char::from_u32(u32::from(PAIRS[at].1))
}
