//! Things that are told of in the same words: companies beside their projects, visits beside visitors, all firms beside some.

use super::candidate::Candidate;
use super::evidence::Contrast;
use crate::claim::{Claim, UnitFrom};
use crate::find::tokens::sense::Sense;
use crate::lint::Verdict;
use crate::lint::heard::around::Around;
use crate::lint::known::names::TOLD_APART;
use crate::lint::matching::Matcher;
use crate::number::Number;
use crate::unit::Unit;

/// What the words say for a figure that they name wholly, with its stage.
const PLAINLY: f64 = 8.0;

impl Matcher<'_> {
    /// A number that is wrong of one figure and the very number of another, of which only the noun or the stage is not so, is that one's.
    pub(in crate::lint) fn rather(
        &self,
        claim: &Claim,
        told: (Option<usize>, Verdict),
        best: &Candidate,
        sibling: Option<&Candidate>,
        around: &Around,
    ) -> (Option<usize>, Verdict) {
        let plainly = best.named >= 1.0
            && (best.staged && best.evidence >= PLAINLY || !self.english && claim.hedge.is_some())
            && sibling.is_some_and(|sibling| {
                let agreed = self.linter.ledger.figures[sibling.figure].unit == Some(Unit::Agreement);
                matches!(sibling.contrast, Some(Contrast::Counted { .. })) && !agreed
            });
        let hundreds =
            claim.hedge.is_none() && claim.value.number().is_some_and(|said| said >= Number::whole(100));
        let rung = sibling.is_some_and(|sibling| {
            matches!(sibling.contrast, Some(Contrast::Stage { .. })) && claim.hedge.is_none()
        }) && (self.is_on_ladder(around)
            || claim.value.number().is_some_and(|said| said >= Number::whole(20)));
        let wrong = match told.1 {
            // 拟签约项目183个: all that is said names the one; that another has the number is chance.
            Verdict::WrongValue { .. } if plainly => false,
            Verdict::WrongValue { .. } | Verdict::OffByPower { .. } if rung => true,
            Verdict::WrongValue { .. } => {
                claim.digits >= 2 || claim.value.number().is_some_and(|said| said >= Number::whole(100))
            }
            Verdict::OffByPower { .. } => claim.digits >= 2 && hundreds,
            // A number far from what its noun names, and the very number of its kin.
            Verdict::NotAmong => claim.unit_from == UnitFrom::Words && claim.hedge.is_some(),
            _ => false,
        };
        let Some(sibling) = sibling.filter(|sibling| wrong && self.is_close_kin(claim, sibling)) else {
            return told;
        };
        // 开工31个，签约9个: on the ladder, the very number of another rung is that one's.
        let rung = matches!(sibling.contrast, Some(Contrast::Stage { .. }))
            && !matches!(told.1, Verdict::NotAmong)
            && sibling.evidence >= -1.0
            && self.is_on_ladder(around);
        if let Some(contrast) = sibling.contrast.filter(|_| rung) {
            let figure = &self.linter.ledger.figures[sibling.figure];
            return (Some(sibling.figure), self.told(contrast, figure));
        }
        let other = self.decide(claim, sibling, around);
        let named = matches!(other.1, Verdict::CountedDiffers { .. } | Verdict::WrongStage { .. });
        let wrong = matches!(told.1, Verdict::WrongValue { .. } | Verdict::OffByPower { .. });
        let counted =
            matches!(sibling.contrast, Some(Contrast::Counted { .. })) && wrong && sibling.evidence >= -1.0;
        match sibling.contrast {
            Some(contrast) if counted && !named => {
                let figure = &self.linter.ledger.figures[sibling.figure];
                (Some(sibling.figure), self.told(contrast, figure))
            }
            _ if named => other,
            _ => told,
        }
    }

    /// Whether its sentence has told the number of some rung of the ladder before.
    fn is_on_ladder(&self, around: &Around) -> bool {
        let told = self
            .right
            .iter()
            .rev()
            .take(3)
            .filter(|(at, _)| self.claims[*at].place.start >= around.sentence.0);
        told.into_iter().any(|(_, figure)| self.linter.ledger.figures[*figure].stage.is_some())
    }

    /// “Jianye 23, Yuhuatai 16 and Nanjing 48”: in a list of places, a number that is the very one of a place which the text does not say.
    pub(in crate::lint) fn of_another_place(
        &self,
        index: usize,
        told: (Option<usize>, Verdict),
        around: &Around,
    ) -> (Option<usize>, Verdict) {
        let claim = &self.claims[index];
        let unsaid = matches!(told.1, Verdict::WrongValue { .. } | Verdict::NotAmong);
        let exact = claim.digits >= 2 && claim.hedge.is_none();
        let listed = self
            .right
            .back()
            .filter(|(last, _)| last + 2 >= index && self.claims[*last].place.start >= around.sentence.0);
        let Some(&(_, before)) = listed.filter(|_| unsaid && exact) else { return told };
        let (ledger, clues) = (&*self.linter.ledger, &self.linter.clues);
        let place_of = |figure: usize| {
            clues.scopes[figure].iter().find(|(key, _)| clues.keys[usize::from(*key)] == "place").copied()
        };
        let (last, Some(place)) = (&ledger.figures[before], place_of(before)) else { return told };
        if !around.scopes.iter().any(|said| said.own && said.key == place.0) {
            return told;
        }
        let said = |place: (u16, u16)| {
            around.scopes.iter().any(|said| said.own && said.key == place.0 && said.value != place.1)
        };
        let words = |figure: usize| clues.names[figure].iter().flat_map(|name| &name.1).map(|(id, _)| *id);
        let mut others = ledger.figures.iter().enumerate().filter(|(at, figure)| {
            figure.value == claim.value
                && (figure.kind, figure.unit, figure.stage) == (claim.kind, claim.unit, last.stage)
                && place_of(*at).is_some_and(|other| other != place && said(other))
                && words(*at).any(|word| words(before).any(|other| other == word))
        });
        match (others.next(), others.next()) {
            (Some((at, figure)), None) => (Some(at), self.told(Contrast::Scope(place.0), figure)),
            _ => told,
        }
    }

    /// Whether a figure with the very number is of things that are told of in the same words, so that the number is no chance.
    pub(in crate::lint) fn is_close_kin(&self, claim: &Claim, sibling: &Candidate) -> bool {
        let truth = self.linter.ledger.figures[sibling.figure].unit;
        match (claim.unit, truth) {
            _ if sibling.converted => false,
            (Some(said), Some(truth)) if said != truth && said != Unit::Item => match truth {
                Unit::Project | Unit::Agreement => sibling.staged,
                Unit::Media | Unit::Team => matches!(said, Unit::Company | Unit::Institution),
                Unit::Institution | Unit::Company => {
                    matches!(said, Unit::Project | Unit::Patent | Unit::Media) && claim.stage.is_none()
                }
                Unit::Checkpoint | Unit::ExhibitionPoint => said == Unit::Place,
                Unit::Place => false,
                Unit::Stamp | Unit::Patent | Unit::Booth | Unit::Demand => claim.hedge.is_none(),
                _ => true,
            },
            (said, truth) => said == truth || truth == Some(Unit::Project),
        }
    }

    /// Whether of a figure's names only the noun of what the claim counts stands near.
    pub(in crate::lint) fn is_plainly_named(&self, claim: &Claim, at: usize) -> bool {
        let clues = &self.linter.clues;
        let unit = claim.unit.filter(|unit| TOLD_APART.contains(unit) && claim.unit_from == UnitFrom::Words);
        let Some(nouns) = unit.and_then(|unit| clues.nouns.get(&unit)) else { return false };
        if self.is_bare(claim) {
            return false;
        }
        let said = clues.names[at].iter().flat_map(|name| &name.1);
        let mut said = said.filter(|(id, _)| self.is_said(*id)).peekable();
        said.peek().is_some() && said.all(|(id, _)| nouns.contains(id))
    }

    /// Whether the noun of a claim stands at its number, or opens the clause before it: 263家企业, and no 中小企业640家.
    pub(in crate::lint) fn is_bare(&self, claim: &Claim) -> bool {
        let tokens = &self.scan.tokens;
        let behind = tokens.partition_point(|token| token.start < claim.place.end);
        let first = tokens.partition_point(|token| token.start < claim.place.start);
        let noun =
            |at: Option<usize>| at.is_some_and(|at| matches!(self.scan.sense(at), Some(Sense::Noun(_))));
        noun(behind.checked_sub(1))
            || noun(Some(behind))
            || noun(first.checked_sub(1))
                && first.checked_sub(2).is_none_or(|at| {
                    self.scan.ends_clause(at) && !self.scan.is_sign(at, '”') && !self.scan.is_sign(at, '」')
                })
    }
}
