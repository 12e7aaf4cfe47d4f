//! The figure stays whole and its verb turns round: what rose fell, and what fell rose.

use super::Here;
use crate::mutator::marks::Language;
use crate::mutator::words::{SIGNS, turned};
use crate::mutator::{Mutation, Verdict};
use std::ops::Range;

/// Where a figure that has a direction is told with a word of that direction right before or behind it.
pub(super) fn all(here: Here<'_>) -> Vec<Mutation> {
    let mark = here.mark();
    let sized = matches!(mark.kind.as_str(), "share" | "points");
    let other = match mark.flag("change") {
        Some("up") => "down",
        Some("down") => "up",
        _ => return Vec::new(),
    };
    if !sized || here.figure().is_none_or(|figure| Some(figure.direction.as_str()) != mark.flag("change")) {
        return Vec::new();
    }

    let turned = beside(here).into_iter().flat_map(|(place, opposites)| {
        // “28 % down by”: behind a number there is nothing left by which it could have moved.
        let before = place.start <= mark.place.start;
        let fitting = opposites.iter().filter(move |word| before || !word.ends_with(" by"));
        fitting.map(move |opposite| written(here, place.clone(), opposite, other))
    });
    turned.collect()
}

/// Where the word of the rise or fall stands, and what may stand there instead.
fn beside(here: Here<'_>) -> Option<(Range<usize>, &'static [&'static str])> {
    let (place, language) = (&here.mark().place, here.paragraph.language);
    let text = &here.paragraph.text;
    let (front, behind) = (text[..place.start].trim_end(), text[place.end..].trim_start());
    let is_letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    let whole = |before: &str, after: &str| {
        language == Language::Chinese
            || !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    };

    let sign = SIGNS.iter().find(|(sign, _)| here.words().starts_with(sign));
    let sign = sign.map(|(sign, opposites)| (place.start..place.start + sign.len(), *opposites));
    let longest = |at: &dyn Fn(&str) -> Option<usize>| {
        let found = turned(language)
            .iter()
            .filter_map(|(word, opposites)| at(word).map(|at| (at..at + word.len(), *opposites)));
        found.max_by_key(|(place, _)| place.len())
    };
    let before = |word: &str| front.strip_suffix(word).filter(|rest| whole(rest, "")).map(str::len);
    let after = |word: &str| {
        let rest = behind.strip_prefix(word).filter(|rest| whole("", rest));
        rest.map(|_| text.len() - behind.len())
    };
    sign.or_else(|| longest(&before)).or_else(|| longest(&after))
}

/// The paragraph with another word at a place; the number, told of the opposite, and the word are where the fault is.
fn written(here: Here<'_>, place: Range<usize>, word: &str, change: &str) -> Mutation {
    let mut paragraph = here.paragraph.clone();
    paragraph.text.replace_range(place.clone(), word);
    let moved = |at: usize| if at >= place.end { at - place.len() + word.len() } else { at };
    for mark in &mut paragraph.marks {
        mark.place = moved(mark.place.start)..moved(mark.place.end);
    }
    paragraph.marks[here.at] = paragraph.marks[here.at].flagged("change", Some(change));
    let places = vec![place.start..place.start + word.len(), paragraph.marks[here.at].place.clone()];
    Mutation { verdict: Verdict::WrongDirection, paragraph, places, other: None }
}
