//! What an English number is of where its sentence names nothing: “Last year's edition had 51”, “up from 24,310”, “the total had stood at 35.25
//! billion”, “Guests: 836 (previous edition: 705)”. It goes on about the figure told last, as that was at the time that it speaks of.
//!
//! It is asked only where nothing else tells the figure, and only behind words that leave their subject out.

use super::around::{Around, Extent};
use super::topic::Window;
use super::words::Words;
use crate::claim::{Claim, Kind, UnitFrom};
use crate::lint::known::clues::Clue;
use crate::lint::matching::{Matcher, SURE};
use crate::lint::verdicts::verdict::Verdict;
use crate::lint::weighing::candidate::Candidate;
use crate::lint::weighing::fit::Fit;
use crate::unit::Unit;

/// Words directly before a number whose subject is told before them.
static GOES_ON: Words<38> = Words::new([
    "it was",
    "it is",
    "it had been",
    "it has been",
    "it stands at",
    "it stood at",
    "it had brought",
    "there had been",
    "there were",
    "there are",
    "there are now",
    "we have",
    "we had",
    "we are at",
    "we were at",
    "we stand at",
    "we stood at",
    "edition had",
    "edition drew",
    "edition brought",
    "edition counted",
    "event had brought",
    "week had brought",
    "total is",
    "total was",
    "total stood at",
    "total had stood at",
    "count is",
    "count was",
    "count stood at",
    "number is",
    "number was",
    "number stood at",
    "up from",
    "down from",
    "compared with",
    "the year before",
    "against",
]);
/// Words before a colon and a number in brackets that is of the edition before.
static LAST_IN_BRACKETS: Words<6> = Words::new([
    "(last year:",
    "(previous edition:",
    "(last edition:",
    "(previous year:",
    "(last time:",
    "(the year before:",
]);

/// How far back what is gone on about may stand: so many claims, bytes and sentences.
const CLAIMS: usize = 5;
const BYTES: usize = 320;
const SENTENCES: usize = 2;

impl Matcher<'_> {
    /// The figure that a claim goes on about, and what there is to say of it.
    pub(in crate::lint) fn meant(&self, index: usize, around: &Around) -> Option<(usize, Verdict)> {
        let claim = &self.claims[index];
        if !self.english || !matches!(claim.kind, Kind::Count | Kind::Money) || claim.change.is_some() {
            return None;
        }
        let figure = self.in_brackets(index).or_else(|| self.gone_on_about(index, around))?;
        let candidate = self.weigh(claim, figure, around)?;
        if candidate.fit == Fit::Far || candidate.contrast.is_some() {
            return None;
        }
        let candidate = Candidate { evidence: SURE, named: 1.0, ..candidate };
        let (figure, verdict) = self.decide(claim, &candidate, around);
        Some((figure?, verdict))
    }

    /// Whether a claim is what the figure before it was at the edition before, in brackets behind it.
    pub(in crate::lint) fn is_last_in_brackets(&self, claim: &Claim) -> bool {
        LAST_IN_BRACKETS.end_in_any_case(self.lead(claim))
    }

    fn in_brackets(&self, index: usize) -> Option<usize> {
        let &(last, figure) = self.right.back()?;
        let brackets = last + 1 == index && self.is_last_in_brackets(&self.claims[index]);
        if brackets { self.counterpart(figure) } else { None }
    }

    /// The figure told last of the claim's sort, where the words before the claim leave out what they are about.
    fn gone_on_about(&self, index: usize, around: &Around) -> Option<usize> {
        let claim = &self.claims[index];
        let text = self.scan.text;
        let elliptic = claim.unit_from == UnitFrom::Context || claim.kind == Kind::Money;
        if !elliptic || !GOES_ON.end_in_any_case(self.lead(claim)) {
            return None;
        }
        let part = around.extent != Extent::Whole || around.divides || around.window == Window::Increment;
        if part || around.ahead || self.is_of_another_event(claim, around) {
            return None;
        }
        let (told, figure) = self.told_last(index)?;
        let between = text.get(self.claims[told].place.end..claim.place.start)?;
        let near =
            between.len() <= BYTES && between.matches(". ").count() <= SENTENCES && !between.contains("\n\n");
        let from = self.claims[told].place.end.max(around.sentence.0);
        let end = text.floor_char_boundary((claim.place.end + 24).min(around.clause.1.max(claim.place.end)));
        if !near || !self.names_only(figure, from, end) {
            return None;
        }
        let other = |year: &u16| self.occasion.day.year.is_some_and(|own| own != *year);
        if around.last_week || around.elsewhere || around.years.iter().any(other) {
            return self.counterpart(figure);
        }
        Some(figure)
    }

    /// The last claim before one that was right of a figure and counts the same; where a total is spoken of, the last that is one.
    fn told_last(&self, index: usize) -> Option<(usize, usize)> {
        let claim = &self.claims[index];
        let figures = &self.linter.ledger.figures;
        let alike = |other: &Claim| {
            other.kind == claim.kind
                && other.currency == claim.currency
                && (other.unit == claim.unit || claim.unit == Some(Unit::Item))
                && !claim.unit.is_some_and(Unit::is_measure)
        };
        let near = self.right.iter().rev().filter(|(at, _)| index - at <= CLAIMS && alike(&self.claims[*at]));
        let start = claim.place.start;
        let total = self.scan.text[self.scan.text.floor_char_boundary(start.saturating_sub(24))..start]
            .contains("total");
        let whole = near.clone().find(|(_, figure)| total && !figures[*figure].sum_of.is_empty());
        whole.or(near.clone().next()).copied()
    }

    /// Whether a stretch of text says no word of the ledger but those of a figure's own names.
    fn names_only(&self, figure: usize, from: usize, to: usize) -> bool {
        let own = |id: u32| {
            self.linter.clues.names[figure].iter().flat_map(|name| &name.1).any(|(known, _)| *known == id)
        };
        let first = self.hits.partition_point(|hit| hit.start < from);
        self.hits[first..].iter().take_while(|hit| hit.start < to).all(|hit| match hit.clue {
            Clue::Keyword(id) => own(id) || self.is_week_word(hit.start, hit.end),
            Clue::Scope(key, value, _) => self.linter.clues.scopes[figure].contains(&(key, value)),
            _ => true,
        })
    }

    /// “edition”, “last”: words of names that say of which week something is.
    fn is_week_word(&self, start: usize, end: usize) -> bool {
        const WORDS: [&str; 6] = ["last", "edition", "week", "year", "previous", "total"];
        let word = &self.scan.text[start..end];
        WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// The one figure of another week that tells the same of that.
    fn counterpart(&self, figure: usize) -> Option<usize> {
        let (figures, clues) = (&self.linter.ledger.figures, &self.linter.clues);
        let own = &figures[figure];
        let mut others = figures.iter().enumerate().filter(|(at, other)| {
            clues.weeks[*at] != clues.weeks[figure]
                && (other.kind, other.unit, other.currency, other.stage)
                    == (own.kind, own.unit, own.currency, own.stage)
                && clues.scopes[*at] == clues.scopes[figure]
        });
        let (only, None) = (others.next()?, others.next()) else { return None };
        Some(only.0)
    }
}
