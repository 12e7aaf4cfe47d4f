//! How the number of an edition is tied to its event: by the name behind it, by a label, by “of its kind”.

use super::around::Around;
use crate::claim::{Claim, Value};
use crate::lint::known::clues::Clue;
use crate::lint::matching::Matcher;

impl Matcher<'_> {
    /// “Of the 84 projects signed at the 6th Innovation Week, 51 had landed”: whether an edition is one that the ledger knows as over, in a sentence
    /// that says no days of it.
    pub(in crate::lint) fn is_edition_looked_back_on(&self, claim: &Claim, around: &Around) -> bool {
        let lead = self.scan.text[..claim.place.start].trim_end();
        let back = [" at the", " since the", " after the", " of the"].iter().any(|word| lead.ends_with(word));
        let figures = &self.linter.ledger.figures;
        let known = || {
            let mut editions = self.linter.clues.editions.iter();
            editions.any(|at| !self.is_current(*at) && figures[*at].value == claim.value)
        };
        back && known() && !self.tells_days(around)
    }

    /// Whether its sentence says a day, or from when to when.
    fn tells_days(&self, around: &Around) -> bool {
        self.inside(around).iter().any(|other| match other.value {
            Value::Period(..) => true,
            // “had landed by early June” is no day of a week.
            Value::Date(date) => date.day.is_some(),
            _ => false,
        })
    }

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

    /// “The 5th Innovation Week received 96,000 visits”: whether an edition begins the name of a week of the ledger that is not this one, in a
    /// sentence that says a year before or a number of that week.
    pub(in crate::lint) fn is_of_another_known_week(&self, claim: &Claim, around: &Around) -> bool {
        let first = self.hits.partition_point(|hit| hit.start < claim.place.start);
        let here = self.hits[first..].iter().take_while(|hit| hit.start == claim.place.start);
        let weeks = here.filter_map(|hit| if let Clue::Week(week) = hit.clue { Some(week) } else { None });
        let mut weeks = weeks.filter(|week| Some(*week) != self.week);
        let before = |year: &u16| self.occasion.day.year.is_some_and(|own| *year < own);
        let looks_back = around.last_week || around.years.iter().any(before);
        weeks.any(|week| looks_back || self.tells_number_of(week, around))
    }

    /// Whether a sentence has the very number of a figure of a week, of three digits at least.
    fn tells_number_of(&self, week: u16, around: &Around) -> bool {
        let figures = &self.linter.ledger.figures;
        let of_week = |at: usize| self.linter.clues.weeks[at] == Some(week);
        let states = |claim: &Claim| {
            let mut known = figures.iter().enumerate().filter(|(at, _)| of_week(*at));
            claim.digits > 2
                && known.any(|(_, figure)| (figure.kind, figure.value) == (claim.kind, claim.value))
        };
        self.inside(around).iter().any(states)
    }

    /// The claims of a sentence.
    fn inside(&self, around: &Around) -> &[Claim] {
        let first = self.claims.partition_point(|other| other.place.start < around.sentence.0);
        let count = self.claims[first..].partition_point(|other| other.place.start < around.sentence.1);
        &self.claims[first..first + count]
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
