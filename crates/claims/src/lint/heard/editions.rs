//! How the number of an edition is tied to its event: by the name behind it, by a label, by “of its kind”.

use crate::claim::Claim;
use crate::lint::known::clues::Clue;
use crate::lint::matching::Matcher;

impl Matcher<'_> {
    /// Whether the name of a week or a figure stands directly behind: 第四届澄湖创新周, “5th Future Network Development Conference”.
    pub(in crate::lint) fn is_named_behind(&self, claim: &Claim) -> bool {
        let behind = &self.scan.text[claim.place.end..];
        let at = claim.place.end + (behind.len() - behind.trim_start().len());
        let first = self.hits.partition_point(|hit| hit.start < at);
        self.hits[first..]
            .iter()
            .take_while(|hit| hit.start == at)
            .any(|hit| matches!(hit.clue, Clue::Week(_) | Clue::Series(_) | Clue::Keyword(_)))
    }

    /// Whether the name of a week stands directly behind.
    pub(in crate::lint) fn is_of_week_behind(&self, claim: &Claim) -> bool {
        let behind = &self.scan.text[claim.place.end..];
        let at = claim.place.end + (behind.len() - behind.trim_start().len());
        let first = self.hits.partition_point(|hit| hit.start < at);
        let mut there = self.hits[first..].iter().take_while(|hit| hit.start == at);
        there.any(|hit| matches!(hit.clue, Clue::Week(_) | Clue::Series(_)))
    }

    /// “Edition: 7th”, 届次：第七届.
    pub(in crate::lint) fn is_labelled(&self, claim: &Claim) -> bool {
        let lead = self.lead(claim).trim_end_matches([':', '：']);
        let label = ["Edition", "届次", "届数"].iter().find_map(|label| lead.strip_suffix(label));
        label.is_some_and(|before| !before.trim_end_matches(' ').ends_with(char::is_alphanumeric))
    }

    /// “the 7th of its kind”
    pub(in crate::lint) fn is_of_its_kind(&self, claim: &Claim) -> bool {
        let tail = self.tail(claim);
        ["of its kind", "of its name", "of our weeks", "of its series"]
            .iter()
            .any(|word| tail.starts_with(word))
    }
}
