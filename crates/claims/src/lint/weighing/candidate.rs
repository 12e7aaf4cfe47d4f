//! A figure that a claim may state: what the words and the number say for it, and when another is likelier.

use super::evidence::Contrast;
use super::fit::Fit;
use crate::claim::{Claim, Kind, UnitFrom};
use crate::number::Number;
use crate::unit::Unit;

/// Of no less of its name a likeness is told, whatever the figure.
const LEAST_NAMED: f64 = 0.12;

/// A figure weighed for a claim.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own")]
pub(in crate::lint) struct Candidate {
    pub(in crate::lint) figure: usize,
    /// What the words say for it, the value aside.
    pub(in crate::lint) evidence: f64,
    pub(in crate::lint) fit: Fit,
    /// Why the words contradict it, if they do.
    pub(in crate::lint) contrast: Option<Contrast>,
    /// How much of a name stands near.
    pub(in crate::lint) named: f64,
    /// Whether its money is another than the figure's.
    pub(in crate::lint) converted: bool,
    /// Whether its number is the very one, and not one that only rounds to it.
    pub(in crate::lint) very: bool,
    /// Whether only the plain noun of what is counted names it.
    pub(in crate::lint) plain: bool,
    /// Whether a figure whose number is far off is named more wholly, so that the claim is of a part of what that counts.
    pub(in crate::lint) outnamed: bool,
    /// Whether its sector, channel or source of capital is said of it.
    pub(in crate::lint) scoped: bool,
    /// Whether its stage is said.
    pub(in crate::lint) staged: bool,
    /// Whether it is the only one of its week in its unit.
    pub(in crate::lint) sole: bool,
    /// Whether the claim counts what another figure alone counts, and nothing else in the text counts what this one does.
    pub(in crate::lint) swapped: bool,
}

impl Candidate {
    /// Whether its name stands at the claim, though its number is another.
    pub(in crate::lint) fn is_told_by_name(&self, kind: Kind) -> bool {
        self.contrast.is_none()
            && self.named >= Self::near(kind)
            && matches!(self.fit, Fit::Close | Fit::HedgeFalse | Fit::Power(_))
    }

    /// Whether a verdict could come of it: of a likeness only where a name, a stage or the unit ties the claim to it.
    pub(in crate::lint) fn is_hopeful(&self) -> bool {
        let tied = self.named >= LEAST_NAMED || self.staged || self.sole;
        match self.fit {
            Fit::Far => false,
            Fit::Close => tied && self.contrast.is_none(),
            Fit::HedgeFalse => tied,
            _ => true,
        }
    }

    /// How much of its name must stand there for that.
    pub(in crate::lint) fn near(kind: Kind) -> f64 {
        if kind == Kind::Share { 0.35 } else { 0.9 }
    }

    /// Whether its number, which only rounds to the claim's, is less than the name of another could be.
    pub(in crate::lint) fn yields(&self, claim: &Claim) -> bool {
        let unnamed = match claim.kind {
            Kind::Share => self.named < 0.2 && self.evidence < 0.5,
            _ => claim.hedge.is_some() && self.named < 0.6,
        };
        // 132000名志愿者: a number of other things that only rounds to it, where nothing names them.
        let rounds = matches!(self.contrast, Some(Contrast::Counted { .. }))
            && !self.very
            && self.named < 0.2
            && claim.hedge.is_none();
        self.fit == Fit::Right && (self.contrast.is_none() && unnamed || rounds)
    }

    /// Whether it has the very number, under another noun or stage.
    pub(in crate::lint) fn is_sibling(&self) -> bool {
        self.fit == Fit::Right
            && matches!(self.contrast, Some(Contrast::Counted { .. } | Contrast::Stage { .. }))
    }

    /// What the value says for the figure; little when the words deny it and the agreement may be chance.
    pub(in crate::lint) fn weight(&self, claim: &Claim) -> f64 {
        // What no verdict can come of is not to hide what one can.
        let unknown = self.contrast.is_some() || self.named < 0.2 && !self.staged;
        let idle = self.fit == Fit::HedgeFalse && unknown;
        // An old number that only a hedge makes true and other words deny is the same by chance.
        let idle =
            idle || matches!(self.fit, Fit::Old(_)) && claim.hedge.is_some() && self.contrast.is_some();
        let weight = if idle { Fit::Close.weight(claim) } else { self.fit.weight(claim) };
        // Hundreds and more that agree to the last digit are those of the other things.
        let counted = matches!(self.contrast, Some(Contrast::Counted { .. })) && self.fit == Fit::Right;
        let exact_hundreds = counted
            && claim.hedge.is_none()
            && claim.digits >= 2
            && claim.value.number().is_some_and(|said| said >= Number::whole(100));
        let by_chance = (matches!(self.contrast, Some(Contrast::Counted { .. })) || claim.hedge.is_some())
            && (claim.hedge.is_some() || claim.digits < 3)
            && self.named < 0.2
            && !self.swapped
            && !exact_hundreds;
        // A small number of nothing that is said is that of a figure by chance, where nothing names it.
        let context = claim.unit_from == UnitFrom::Context;
        // 论签约，也只有22个: of what has a stage.
        let unstaged = claim.stage.is_some() && !self.staged && self.contrast.is_none();
        let idle_chance = (self.fit == Fit::Right && (context || unstaged)
            || matches!(self.fit, Fit::Old(_)))
            && claim.kind == Kind::Count
            && (claim.unit == Some(Unit::Item)
                || claim.stage.is_some() && context && !self.staged && self.contrast.is_none())
            && claim.digits < 3
            && self.named < 0.2
            && !(self.staged && claim.stage.is_some())
            && !self.scoped;
        // “Landed projects stand for more than £480 million”: that what is planned elsewhere is a little more than that is chance.
        let staged_chance = matches!(self.contrast, Some(Contrast::Stage { .. }))
            && claim.kind == Kind::Money
            && claim.hedge.is_some()
            && self.named < 0.6;
        // An amount that agrees only when it is converted, without a word for the figure, is the same by chance.
        let converted =
            self.converted && (self.named < 0.5 && self.fit == Fit::Right || matches!(self.fit, Fit::Old(_)));
        weight
            - if by_chance && self.fit == Fit::Right { 0.8 } else { 0.0 }
            - if converted { 5.0 } else { 0.0 }
            - if staged_chance { 2.4 } else { 0.0 }
            - if idle_chance { 4.4 } else { 0.0 }
            + if exact_hundreds { 0.8 } else { 0.0 }
    }
}
