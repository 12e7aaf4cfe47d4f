//! A total that no word leaves in doubt: “A total of 5 projects were signed”, where noun and stage name one figure of the week and that is another
//! number, however far off.

use crate::claim::{Claim, Kind, UnitFrom};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::lint::heard::around::{Around, Extent};
use crate::lint::heard::topic::Window;
use crate::lint::heard::words::Words;
use crate::lint::known::clues::Clue;
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;

/// Words directly before a number of all there are, or before what is done with them.
static TOTAL_OF: Words<11> = Words::new([
    "a total of",
    "a grand total of",
    "an overall total of",
    "in total,",
    "in all,",
    "共",
    "共有",
    "总共",
    "一共",
    "共计",
    "合计",
]);

impl Matcher<'_> {
    /// The one figure of which a number that none is like is a wrong total.
    pub(in crate::lint) fn plain_total(&self, claim: &Claim, around: &Around) -> Option<usize> {
        let counted =
            claim.kind == Kind::Count && claim.unit_from == UnitFrom::Words && claim.change.is_none();
        if !counted || !self.is_of_all_and_now(around) || !self.opens_as_total(claim, around) {
            return None;
        }
        if self.is_of_another_event(claim, around)
            || self.is_of_other_city(claim, around.sentence)
            || self.is_taken_back(claim, around.sentence)
            || self.is_corrected(claim, around.sentence)
        {
            return None;
        }
        let (ledger, clues) = (&self.linter.ledger, &self.linter.clues);
        let city = self.city();
        let mut meant = ledger.figures.iter().enumerate().filter(|(at, figure)| {
            (figure.kind, figure.unit, figure.stage) == (claim.kind, claim.unit, around.stage)
                && clues.weeks[*at] == self.week
                && clues.classes[*at].is_none()
                && clues.scopes[*at].iter().all(|(key, value)| match clues.known_keys[usize::from(*key)] {
                    Key::Week => true,
                    Key::Place => Some(*value) == city,
                    _ => false,
                })
        });
        let (only, None) = (meant.next()?, meant.next()) else { return None };
        only.1.may_be_told(self.occasion.at).then_some(only.0)
    }

    /// Whether nothing says that a number is of a part, of another day or another edition, or only hoped for.
    fn is_of_all_and_now(&self, around: &Around) -> bool {
        let city = self.city();
        let scoped = around.scopes.iter().any(|said| {
            self.linter.clues.known_keys[usize::from(said.key)] != Key::Place || Some(said.value) != city
        });
        let own_week = around.weeks.iter().all(|week| Some(*week) == self.week);
        let then = around.elsewhere || around.last_week || around.was || around.back.is_some();
        let part = around.extent != Extent::Whole || around.divides || around.window == Window::Increment;
        !(scoped || then || part || around.ahead)
            && own_week
            && around.dates.is_empty()
            && around.years.is_empty()
            && around.class.is_none()
    }

    /// Whether the sentence opens with the words of a total, or with the name of the week and them.
    fn opens_as_total(&self, claim: &Claim, around: &Around) -> bool {
        let text = self.scan.text;
        let first = self.scan.tokens.partition_point(|token| token.start < claim.place.start);
        // 共签约项目5个: what is done, and with what, may stand between.
        let told = self.scan.tokens[..first]
            .iter()
            .rev()
            .take_while(|token| matches!(token.what, What::Known(Sense::Stage(_) | Sense::Noun(_))))
            .take_while(|token| !text[token.start..token.end].is_ascii())
            .last();
        let end = told.map_or(claim.place.start, |token| token.start);
        let Some(lead) = text.get(around.sentence.0..end).map(str::trim_end) else { return false };
        if !TOTAL_OF.end_in_any_case(lead) {
            return false;
        }
        let cue = TOTAL_OF.length_at_end(lead);
        let before = lead[..lead.len() - cue].trim_matches(|letter: char| !letter.is_alphanumeric());
        let end = around.sentence.0 + (lead.len() - cue);
        let low = self.hits.partition_point(|hit| hit.start < around.sentence.0);
        let mut named = self.hits[low..].iter().take_while(|hit| hit.end <= end);
        let week = |clue: Clue| matches!(clue, Clue::Week(_) | Clue::Series(_));
        before.is_empty()
            || before.len() < 80 && !before.contains(['，', ';']) && named.any(|hit| week(hit.clue))
    }
}
