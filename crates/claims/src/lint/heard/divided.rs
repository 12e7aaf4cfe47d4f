//! Parts of a whole that is told with them: “22 of the 127”, “Of the 94 signed we looked at 22”, and whose stage it is that a sentence says.

use super::around::Around;
use crate::claim::{Claim, Hedge, Kind, Role};
use crate::lint::matching::Matcher;
use crate::lint::weighing::candidate::Candidate;
use crate::number::Number;

/// How much of its name stands with a part that is named itself.
const PART_NAMED: f64 = 0.6;
/// Wholes that the week itself is: “24 events of the week” are no part.
const WEEKS: [&str; 12] = [
    "week",
    "programme",
    "program",
    "fair",
    "festival",
    "expo",
    "edition",
    "event",
    "city",
    "year",
    "day",
    "whole",
];

impl Matcher<'_> {
    /// The limit of a class of projects beside a claim, in its clause and with no other number between.
    pub(in crate::lint) fn class_beside(&self, claim: &Claim, clause: (usize, usize)) -> Option<Number> {
        let at = self.index_of(claim);
        let near = |other: &&Claim| {
            other.place.start >= clause.0
                && other.place.end <= clause.1
                && other.kind == Kind::Money
                && claim.kind == Kind::Count
                && (other.role == Role::Threshold
                    || matches!(other.hedge, Some(Hedge::AtLeast | Hedge::Over)) && self.is_limit(other))
        };
        let behind = self.claims.get(at + 1).filter(near);
        let before = at.checked_sub(1).and_then(|before| self.claims.get(before)).filter(near);
        behind.or(before).and_then(|other| other.value.number())
    }

    /// Whether “worth”, 的 or a noun of things binds a money claim to what is counted.
    fn is_limit(&self, claim: &Claim) -> bool {
        let before = self.lead(claim);
        let behind = &self.scan.text[claim.place.end..];
        ["worth", "of", "over", "above", "exceeding"].iter().any(|word| before.ends_with(word))
            || behind.starts_with('的')
            || behind.starts_with("大项目")
            || behind.starts_with("重大项目")
    }

    /// “22 of the 127”, “Of the 94 signed we looked at 22”: whether a number is of a part, and the figure of no part that is told.
    pub(in crate::lint) fn is_of_a_part_told(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
    ) -> bool {
        let staged = self.linter.ledger.figures[candidate.figure].stage.is_some();
        let part = around.divides || staged && self.is_among_those(claim);
        part && !candidate.scoped && !self.is_of_own_part(claim, candidate, around)
    }

    /// “22 of the 127 signed projects”: whether a number is a part of a whole that is told with it.
    pub(in crate::lint) fn is_part_of_whole(&self, claim: &Claim) -> bool {
        const WHOLES: [&str; 5] = ["of the ", "of its ", "of all ", "of those ", "of these "];
        let text = self.scan.text;
        let tail = self.tail(claim);
        let whole = WHOLES.iter().find_map(|whole| tail.strip_prefix(whole));
        // “Exhibits in the building: 402 of 418”
        if claim.kind == Kind::Count && self.is_before_its_whole(claim) {
            return true;
        }
        // “60 million euros, of which the partners bring 40 million”
        let at = self.index_of(claim);
        let before = at.checked_sub(1).and_then(|before| self.claims.get(before));
        let gap = before.and_then(|before| text.get(before.place.end..claim.place.start)).unwrap_or_default();
        if claim.kind == Kind::Money && gap.contains(", of which ") && !gap.contains(". ") {
            return true;
        }
        let Some(whole) = whole.filter(|_| matches!(claim.kind, Kind::Count | Kind::Money)) else {
            return false;
        };
        // “A dozen of the open days”
        let noun = whole
            .split(' ')
            .find(|word| word.ends_with('s') || WEEKS.iter().any(|week| word.starts_with(week)));
        let many =
            noun.is_some_and(|noun| noun.ends_with('s') && !noun.ends_with("’s") && !noun.ends_with("'s"));
        if claim.digits <= 2
            && many
            && whole.len() > 1
            && whole.split(' ').take(3).any(|word| Some(word) == noun)
        {
            return true;
        }
        let start = text.len() - whole.len();
        let at = self.claims.partition_point(|other| other.place.start < start);
        // “of the week’s 84 events”
        let direct = |other: &Claim| {
            let gap = text.get(start..other.place.start).unwrap_or_default();
            gap.is_empty() || gap.len() < 16 && (gap.ends_with("’s ") || gap.ends_with("'s "))
        };
        self.claims.get(at).is_some_and(|other| direct(other) && other.kind == claim.kind)
    }

    /// Whether “of” and a larger number stand directly behind one.
    fn is_before_its_whole(&self, claim: &Claim) -> bool {
        let at = self.claims.partition_point(|other| other.place.start <= claim.place.start);
        self.claims.get(at).is_some_and(|next| {
            let gap = self.scan.text.get(claim.place.end..next.place.start).unwrap_or_default();
            let more =
                claim.value.number().zip(next.value.number()).is_some_and(|(part, whole)| part < whole);
            gap == " of " && next.kind == claim.kind && more
        })
    }

    /// “Of the 94 that were signed we looked at 22”: whether the sentence opens with the number of which another is a part.
    pub(in crate::lint) fn is_among_those(&self, claim: &Claim) -> bool {
        let at = self.index_of(claim);
        let Some(whole) = at.checked_sub(1).map(|at| &self.claims[at]) else { return false };
        let text = self.scan.text;
        let lead = self.lead(whole);
        let opens = ["Of the", "Of all", "Of its", "Of our", "Of these"].iter().any(|of| lead.ends_with(of));
        let gap = text.get(whole.place.end..claim.place.start).unwrap_or_default();
        opens && whole.kind == claim.kind && !gap.contains(['.', ';', '\n'])
    }

    /// “14.3 billion of the investment signed”: whether the stage that is said behind a number is that of what it is a part of.
    pub(in crate::lint) fn has_stage_of_whole(&self, claim: &Claim, around: &Around) -> bool {
        let tail = self.tail(claim);
        let of = ["of the ", "of its ", "of all ", "of those ", "of these "]
            .iter()
            .any(|whole| tail.starts_with(whole));
        // “16 projects of the week are under construction”
        let week =
            WEEKS.iter().any(|week| tail.get("of the ".len()..).is_some_and(|whole| whole.starts_with(week)));
        of && !around.told.are_several() && !week && !self.is_stage_told(claim, around)
    }

    /// “90 of the projects have broken ground”: whether the stage behind a number is what its sentence says of it.
    fn is_stage_told(&self, claim: &Claim, around: &Around) -> bool {
        const VERBS: [&str; 7] = [" have ", " has ", " had ", " are ", " is ", " were ", " was "];
        let at = self.near.stages.partition_point(|(start, ..)| *start < claim.place.end);
        let first = self.near.stages.get(at).filter(|(_, end, _)| *end <= around.sentence.1);
        let said =
            first.and_then(|(_, end, _)| self.scan.text.get(claim.place.end..*end)).unwrap_or_default();
        VERBS.iter().any(|verb| said.contains(verb)) && !said.contains(',')
    }

    /// “Canghe signed 37 of the 86”, “52 of the 86 signed had landed”: whether a figure is of the very part that is told.
    pub(in crate::lint) fn is_of_own_part(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
    ) -> bool {
        let own = |scope: &(u16, u16)| {
            around.scopes.iter().any(|said| said.own && (said.key, said.value) == *scope)
        };
        let placed = self.linter.clues.scopes[candidate.figure].iter().any(own);
        placed
            || candidate.staged && around.told.are_several()
            || candidate.named >= PART_NAMED && self.is_told_whole(claim)
    }

    /// “470 of the 1,642 guests came from abroad”: whether the whole that stands behind a number is another number.
    fn is_told_whole(&self, claim: &Claim) -> bool {
        let at = self.claims.partition_point(|other| other.place.start <= claim.place.start);
        let gap = |next: &Claim| self.scan.text.get(claim.place.end..next.place.start).unwrap_or_default();
        self.claims.get(at).is_some_and(|next| {
            let more =
                claim.value.number().zip(next.value.number()).is_some_and(|(part, whole)| part < whole);
            more && gap(next).trim() == "of the"
        })
    }
}
