//! How much the words must say for a figure before a verdict is told of it: the more of the number agrees, the less.

use super::candidate::Candidate;
use crate::claim::{Claim, Kind};
use crate::lint::heard::around::Around;
use crate::lint::heard::topic::Window;
use crate::lint::heard::words::Words;
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;
use crate::lint::verdicts::judge::{self, Standing};
use crate::number::Number;
use crate::unit::Unit;

/// What the text around must say before a number is called wrong.
pub(in crate::lint) const CERTAIN: f64 = 2.9;
/// What it must say before a slip, an old value or another stage is told.
pub(in crate::lint) const LIKELY: f64 = 2.2;

impl Matcher<'_> {
    /// What the words must say before a number is called wrong: less where they point back to what was told.
    pub(in crate::lint) fn needed_for_wrong(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
        sole: bool,
    ) -> f64 {
        let told_before = around.back.is_some() || self.is_of_it(claim);
        let next_stage = candidate.staged && self.goes_on_with_stages(claim);
        let edition = claim.kind == Kind::Edition
            && (self.is_named_before(claim)
                || self.is_named_short(claim)
                || self.is_of_week_behind(claim)
                || self.is_of_its_kind(claim)
                || self.is_just_over(claim));
        CERTAIN
            - if self.is_only_score(claim) || self.is_what_we_are(claim) { 1.6 } else { 0.0 }
            - if edition { 1.0 } else { 0.0 }
            - if sole { 1.0 } else { 0.0 }
            - if told_before || claim.kind == Kind::Money && self.goes_on(around) { 0.6 } else { 0.0 }
            - if around.window == Window::Running && claim.digits > 2 { 0.8 } else { 0.0 }
            - if next_stage { 1.2 } else { 0.0 }
    }

    /// “With a score of 117.4”: a score, where the week has one and no more.
    pub(in crate::lint) fn is_only_score(&self, claim: &Claim) -> bool {
        static SCORE: Words<4> = Words::new(["score of", "score:", "overall score,", "overall score of"]);
        let own = SCORE.end_in_any_case(self.lead(claim));
        claim.kind == Kind::Number && own && self.is_one_of_its_kind(Kind::Number)
    }

    /// “So we are 4th.”: a rank of ours, where the week has one and no more.
    pub(in crate::lint) fn is_what_we_are(&self, claim: &Claim) -> bool {
        let text = self.scan.text;
        let ends = text[claim.place.end..].chars().next().is_none_or(|next| ".,;!".contains(next));
        let ours = self.lead(claim).ends_with(" we are");
        claim.kind == Kind::Ordinal
            && claim.unit == Some(Unit::Rank)
            && ends
            && ours
            && self.is_one_of_its_kind(Kind::Ordinal)
    }

    fn is_one_of_its_kind(&self, kind: Kind) -> bool {
        let figures = &self.linter.ledger.figures;
        figures.iter().enumerate().filter(|(at, figure)| figure.kind == kind && self.is_current(*at)).count()
            == 1
    }

    /// What the words must say for a figure whose number is right and something else is not: little when no other figure has the number.
    pub(in crate::lint) fn needed(&self, claim: &Claim, at: usize) -> f64 {
        let ledger = &*self.linter.ledger;
        let figure = &ledger.figures[at];
        let clues = &self.linter.clues;
        let sort = clues.shapes.sort_of(claim).map_or(&[][..], |sort| &sort.all);
        let others = sort.iter().map(|other| (*other as usize, clues.traits[*other as usize]));
        let others = others.filter(|(other, figure)| {
            *other != at
                && figure.kind == claim.kind
                && clues.weeks[*other] == clues.weeks[at]
                && (claim.stage.is_none() || figure.stage.is_some())
                && clues.scopes[*other].iter().all(|(key, _)| {
                    clues.known_keys[usize::from(*key)] == Key::Place
                        || clues.scopes[at].iter().any(|(own, _)| own == key)
                })
        });
        let states = |other: usize| {
            let truth = self.near.truths[other].today;
            judge::stands(claim, &ledger.figures[other], truth, &ledger.hedges) == Standing::Right
        };
        let unique = !others.map(|(other, _)| other).any(states);
        let measure =
            self.is_measured(claim) != figure.unit.is_some_and(Unit::is_measure) && claim.kind == Kind::Count;
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(100));
        let huge = claim.value.number().is_some_and(|said| said >= Number::whole(100_000));
        let thousand = claim.value.number().is_some_and(|said| said >= Number::whole(1000));
        let thousands = claim.value.number().is_some_and(|said| said >= Number::whole(10_000));
        match claim.digits {
            3.. if claim.kind == Kind::Share && unique && claim.hedge.is_none() && claim.change.is_some() => {
                1.0
            }
            _ if claim.kind == Kind::Share => 2.0,
            1 if unique && huge && !measure => -0.5,
            3.. if unique && !measure => -2.2,
            2 if unique && !measure && claim.hedge.is_none() => -1.3,
            2 if unique && thousands && !measure => -1.0,
            2 if unique && large && !measure => -0.5,
            2.. if thousand => -0.5,
            2.. => 0.8,
            _ if thousand && !measure => 0.6,
            1 if unique && claim.hedge.is_none() && self.goes_on_with_stages(claim) => 0.2,
            _ => LIKELY,
        }
    }

    /// “Fourteen are under construction, and half a dozen are in production”: whether the claim before it was right of another stage.
    pub(in crate::lint) fn goes_on_with_stages(&self, claim: &Claim) -> bool {
        let index = self.index_of(claim);
        let staged = |figure: usize| self.linter.ledger.figures[figure].stage.is_some();
        let last = self.right.back().filter(|(at, figure)| at + 1 == index && staged(*figure));
        claim.stage.is_some() && last.is_some_and(|(at, _)| self.claims[*at].kind == claim.kind)
    }

    /// What the words must say for a number that once held: the less, the more digits agree.
    pub(in crate::lint) fn needed_for_old(claim: &Claim) -> f64 {
        match claim.digits {
            _ if claim.hedge.is_some() => LIKELY,
            5.. => 0.0,
            3.. => 0.8,
            _ => LIKELY,
        }
    }

    /// What the words must say for a number that is off by a power of ten: the less, the more of its digits agree.
    pub(in crate::lint) fn needed_for_slip(claim: &Claim, named: f64) -> f64 {
        match (claim.kind, claim.digits) {
            _ if claim.hedge.is_some() => LIKELY,
            (Kind::Share, 3..) => -1.4,
            (_, 4..) => -0.5,
            (_, 3) if named >= 0.5 => 0.8,
            _ => LIKELY,
        }
    }
}
