//! Whether a sentence is about an event that is not this one: the fair of another city, told by its name, by where it is, or by “their own”.
//!
//! What such a sentence tells goes on in the next one where that opens with a pronoun, until the own week or city is named again.

use super::around::{Around, REACH};
use super::cue_words::EVENTS;
use super::cues::Cue;
use super::topic::has_latin;
use crate::claim::Claim;
use crate::lint::known::clues::Clue;
use crate::lint::matching::Matcher;

/// Where an event is that is not in the own city, directly behind its word.
const OVER_THERE: [&str; 16] = [
    "across the ",
    "over the border",
    "over the hill",
    "over the water",
    "over the river",
    "next door",
    "down the coast",
    "up the coast",
    "down the river",
    "up the river",
    "down the road",
    "on the other ",
    "upriver",
    "upstream",
    "downriver",
    "downstream",
];
/// Houses and grounds in a city, behind their names.
const HOUSES: [&str; 16] = [
    "Hall", "Halls", "House", "Park", "Square", "Street", "Road", "Centre", "Center", "Pavilion", "Arena",
    "Stadium", "Museum", "Dock", "Pier", "Gallery",
];
/// Words of an event that belongs to another city, wherever in the sentence.
const NEIGHBOURS: [&str; 8] = [
    "neighbouring city",
    "neighboring city",
    "neighbouring town",
    "neighboring town",
    "neighbour city",
    "a nearby city",
    "another city",
    "sister city",
];
/// Openings of a sentence that goes on about what the one before it told.
const GOES_ON: [&str; 10] = [
    "It ",
    "Its ",
    "They ",
    "Their ",
    "The fair",
    "The event",
    "That fair",
    "That event",
    "This fair",
    "Both ",
];
/// How many sentences one may go on.
const SENTENCES: usize = 3;

/// How many bytes before a word the name that it is in may begin.
const LONGEST_NAME: usize = 80;

impl Matcher<'_> {
    /// “The trade fair in Emden drew 61,000”, “In Baixun, whose own week had 39 events”, “Last year’s fair had …”: whether the sentence is about an
    /// event that is not this one, or goes on about such a one.
    pub(in crate::lint) fn is_of_another_event(&self, claim: &Claim, around: &Around) -> bool {
        let text = self.scan.text;
        let (start, end) = (around.sentence.0, claim.place.start);
        let Some(lead) = text.get(start..end).filter(|lead| has_latin(lead)) else {
            return false;
        };
        let compares = lead.contains("omparison") || lead.contains("whose own");
        if compares && around.years.is_empty() {
            let mut names = words(lead).skip(1);
            if names.any(|(at, word)| self.is_foreign_name(start + at, word)) {
                return true;
            }
        }
        // “The neighbouring city of Jiangzhou signed 72 projects”: what its subject is.
        let theirs =
            NEIGHBOURS.iter().any(|word| lead.trim_start().trim_start_matches("The ").starts_with(word));
        theirs || self.another_event(start, end).is_some() || self.goes_on_about_another(start, end)
    }

    /// “It will have 38 activities”, behind a sentence about another city's fair.
    fn goes_on_about_another(&self, start: usize, end: usize) -> bool {
        let text = self.scan.text;
        let mut begin = start;
        for _ in 0..SENTENCES {
            let opening = text.get(begin..end).unwrap_or_default().trim_start();
            if !GOES_ON.iter().any(|word| opening.starts_with(word)) {
                return false;
            }
            let at = self.near.sentences.partition_point(|end| *end < begin);
            let before = at.checked_sub(1).map_or(0, |at| self.near.sentences[at]);
            let before = text.ceil_char_boundary(before.max(begin.saturating_sub(REACH)));
            if let Some(event) = self.another_event(before, begin) {
                return !self.comes_back(event, end);
            }
            if before >= begin {
                return false;
            }
            begin = before;
        }
        false
    }

    /// Where in a stretch of text an event is named that is not this one.
    fn another_event(&self, from: usize, to: usize) -> Option<usize> {
        let said = self.scan.text.get(from..to)?;
        if !self.near.heard.is_said(from, to, Cue::Event) {
            return None;
        }
        let words: Vec<(usize, &str)> = words(said).collect();
        let foreign =
            |at: usize| words.get(at).is_some_and(|(start, word)| self.is_foreign_name(from + start, word));
        let is_owner = |at: usize| {
            let (start, name) = words[at];
            let bare = name.strip_suffix("’s").or(name.strip_suffix("'s"));
            bare.is_some_and(|bare| self.is_foreign_name(from + start, bare))
        };
        let found = words.iter().enumerate().find(|(at, (start, word))| {
            let event = EVENTS.iter().any(|event| word.eq_ignore_ascii_case(event))
                && !word.starts_with(char::is_uppercase);
            if !event {
                return false;
            }
            // “the fair in Emden”
            let is_at =
                |at: usize| words.get(at).is_some_and(|(_, next)| matches!(*next, "in" | "of" | "at"));
            let at = *at;
            // “the exhibition in Harbour Hall”, “the week in China’s Lutan”: a house, and the land that the own city is in.
            let leads_on = words.get(at + 3).is_some_and(|(_, next)| {
                HOUSES.iter().any(|house| next == house) || self.linter.clues.proper.contains(*next)
            });
            let placed = is_at(at + 1) && foreign(at + 2) && !leads_on;
            // “Norvale’s fair”, “Norvale’s spring fair”
            let owned = (1..3).filter_map(|back| at.checked_sub(back)).any(is_owner);
            // “the fair across the bay”
            let behind = said[start + word.len()..].trim_start();
            let there = OVER_THERE.iter().any(|place| behind.starts_with(place));
            // “the growers of Jingpo are getting ready for their own fair”
            let own = (1..3).filter_map(|back| at.checked_sub(back)).any(|own| {
                own > 0
                    && words[own].1 == "own"
                    && matches!(words[own - 1].1, "their" | "its" | "her" | "his")
            });
            let theirs =
                || own && (0..at).any(|name| name > 0 && is_at(name - 1) && foreign(name) || is_owner(name));
            let neighbours = || NEIGHBOURS.iter().any(|word| said[..*start].contains(word));
            placed || owned || there || theirs() || neighbours()
        });
        found.map(|(_, (start, _))| from + start)
    }

    /// Whether a word with a capital is a name that the ledger does not know.
    fn is_foreign_name(&self, start: usize, word: &str) -> bool {
        word.starts_with(char::is_uppercase)
            && !self.linter.clues.proper.contains(word)
            && !self.hits[self.hits.partition_point(|hit| hit.start + LONGEST_NAME < start)..]
                .iter()
                .take_while(|hit| hit.start <= start)
                .any(|hit| {
                    matches!(hit.clue, Clue::Scope(..) | Clue::Week(_) | Clue::Series(_)) && start < hit.end
                })
    }
}

/// The words of a stretch of text, each with where it begins.
fn words(said: &str) -> impl Iterator<Item = (usize, &str)> {
    said.split(|letter: char| !letter.is_alphanumeric() && letter != '’' && letter != '\'')
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - said.as_ptr() as usize, word))
}
