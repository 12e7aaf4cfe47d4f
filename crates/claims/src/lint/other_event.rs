//! Events that are not this one: “the trade fair in Emden”, “Norvale’s spring fair”.

use super::around::Around;
use super::clues::Clue;
use super::matching::Matcher;
use super::topic::has_latin;
use crate::claim::Claim;

/// Things that other cities and other years have as well.
const EVENTS: [&str; 12] = [
    "fair",
    "week",
    "expo",
    "festival",
    "summit",
    "show",
    "congress",
    "exhibition",
    "convention",
    "event",
    "edition",
    "conference",
];

/// How many bytes before a word the name that it is in may begin.
const LONGEST_NAME: usize = 80;

impl Matcher<'_> {
    /// “The trade fair in Emden drew 61,000”, “In Baixun, whose own week had 39 events”, “Last year’s fair had …”: whether the sentence is about an
    /// event that is not this one.
    pub(super) fn is_of_another_event(&self, claim: &Claim, around: &Around) -> bool {
        let text = self.scan.text;
        let Some(lead) = text.get(around.sentence.0..claim.place.start).filter(|lead| has_latin(lead)) else {
            return false;
        };
        let compares = lead.contains("omparison") || lead.contains("whose own");
        let words: Vec<(usize, &str)> = lead
            .split(|letter: char| !letter.is_alphanumeric() && letter != '’' && letter != '\'')
            .filter(|word| !word.is_empty())
            .map(|word| (word.as_ptr() as usize - lead.as_ptr() as usize, word))
            .collect();
        if compares
            && around.years.is_empty()
            && words[1.min(words.len())..]
                .iter()
                .any(|(start, word)| self.is_foreign_name(around.sentence.0 + start, word))
        {
            return true;
        }
        words.iter().enumerate().any(|(at, (_, word))| {
            let event = EVENTS.iter().any(|event| word.eq_ignore_ascii_case(event))
                && !word.starts_with(char::is_uppercase);
            if !event {
                return false;
            }
            // “the fair in Emden”
            let placed = words.get(at + 1).is_some_and(|(_, next)| matches!(*next, "in" | "of" | "at"))
                && words
                    .get(at + 2)
                    .is_some_and(|(start, name)| self.is_foreign_name(around.sentence.0 + start, name));
            // “Norvale’s fair”, “Norvale’s spring fair”
            let owned = (1..3).filter_map(|back| at.checked_sub(back)).any(|owner| {
                let (start, name) = words[owner];
                let bare = name.strip_suffix("’s").or(name.strip_suffix("'s"));
                bare.is_some_and(|bare| self.is_foreign_name(around.sentence.0 + start, bare))
            });
            placed || owned
        })
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
