//! Weighing: what the words and the value say for each figure that a claim could mean, and which of them outweighs the others.
//!
//! Most figures that a word points to have quite another number. They are dismissed by their sizes, and weighed only when what their names
//! say could outweigh the best of those whose number fits: then the claim is of something that it does not state.

use super::around::Around;
use super::candidate::Candidate;
use super::evidence::{self, Contrast};
use super::fit::{self, Fit};
use super::matching::Matcher;
use super::names::Name;
use crate::claim::{Change, Claim, Kind, Stage};
use crate::unit::Unit;

/// How much of a name is all of it.
pub(super) const WHOLE: f64 = 0.85;

/// How much of a name is little.
const LITTLE: f64 = 0.42;

/// What it says for a figure that the claim states its amount in other money.
const BOUND: f64 = 4.0;

/// What a whole name says for a figure; an edition is of whatever event's name stands with it.
const NAME: f64 = 3.6;
const EDITION: f64 = 7.2;

/// The candidates of a claim while they are weighed one by one.
#[derive(Default)]
struct Likeliest {
    best: Option<(f64, Candidate)>,
    /// The likeliest of those that have the very number and of which other words are said.
    sibling: Option<(f64, Candidate)>,
    /// The one most wholly named whose number is another.
    named: Option<Candidate>,
    /// Whether a figure in the claim's unit is wholly named whose number is far from it.
    far: bool,
}

impl Likeliest {
    fn add(&mut self, claim: &Claim, unit: Option<Unit>, candidate: Candidate) {
        self.far |= candidate.fit == Fit::Far && candidate.named >= WHOLE && unit == claim.unit;
        let total = candidate.evidence + candidate.weight(claim);
        if candidate.is_told_by_name(claim.kind)
            && self.named.as_ref().is_none_or(|named| candidate.named > named.named)
        {
            self.named = Some(candidate.clone());
        }
        let lesser = if self.best.as_ref().is_none_or(|(most, _)| total > *most) {
            self.best.replace((total, candidate))
        } else {
            Some((total, candidate))
        };
        let Some(lesser) = lesser else { return };
        if lesser.1.is_sibling() && self.sibling.as_ref().is_none_or(|(most, _)| lesser.0 > *most) {
            self.sibling = Some(lesser);
        }
    }
}

impl Matcher<'_> {
    /// The likeliest figure, and the likeliest of those that have the very number and of which other words are said.
    pub(super) fn likeliest(&mut self, claim: &Claim, around: &Around) -> (Option<Candidate>, Option<Candidate>) {
        let mut likeliest = Likeliest::default();
        let (shapes, clues) = (&self.linter.clues.shapes, &self.linter.clues);
        let figures = &self.linter.ledger.figures;
        let look = shapes.look(claim, &self.linter.ledger.hedges);
        self.near.far.clear();
        for at in shapes.of_kind(claim.kind) {
            let figure = *at as usize;
            if self.bound.is_some_and(|bound| bound != figure) {
                continue;
            }
            // What alone of its week is counted in a unit needs no word more than the unit.
            let sole = || {
                let known = &figures[figure];
                clues.sole[figure] && (known.unit, known.currency) == (claim.unit, claim.currency)
            };
            let pointed = self.near.pointed[figure] == self.near.claim;
            if let Some(look) = &look {
                if !shapes.could_be(figure, look) && !pointed && !sole() {
                    continue;
                }
                if shapes.is_far(figure, claim, look) {
                    self.near.far.push(*at);
                    continue;
                }
            }
            let Some(mut candidate) = self.weigh(claim, figure, around) else { continue };
            if self.bound == Some(figure) {
                (candidate.evidence, candidate.named) = (candidate.evidence + BOUND, 1.0);
            }
            likeliest.add(claim, figures[figure].unit, candidate);
        }
        // Where no number fits there is nothing to be outweighed.
        let Some((least, _)) = likeliest.best else { return (None, None) };
        for at in &self.near.far {
            let figure = *at as usize;
            if self.most(claim, figure, around) > least
                && let Some(candidate) = self.weigh(claim, figure, around)
            {
                likeliest.add(claim, figures[figure].unit, candidate);
            }
        }
        let Likeliest { best, sibling, named, far } = likeliest;
        let best = best.map(|(_, candidate)| {
            let lesser = candidate.named < LITTLE && !candidate.staged && !candidate.scoped;
            Candidate { outnamed: lesser && (far || self.is_outnamed(claim, around)), ..candidate }
        });
        let by_name =
            best.as_ref().zip(named.as_ref()).is_some_and(|(best, named)| best.yields_to(named, claim));
        (if by_name { named } else { best }, sibling.map(|(_, candidate)| candidate))
    }

    /// Whether a figure in the claim's unit whose number is far from it is wholly named.
    fn is_outnamed(&self, claim: &Claim, around: &Around) -> bool {
        let figures = &self.linter.ledger.figures;
        self.near.far.iter().map(|at| *at as usize).any(|at| {
            figures[at].unit == claim.unit
                && self.named(at) >= WHOLE
                && self.week(claim, at, around, &Fit::Far).is_some()
        })
    }

    /// No less than what a figure weighs whose number is far from the claim's.
    fn most(&self, claim: &Claim, at: usize, around: &Around) -> f64 {
        /// The most that unit and week say for a figure, less what the far number says against it.
        const REST: f64 = 2.0 + 0.6 - 3.0;
        let moves = matches!(claim.change, Some(Change::Up | Change::Down));
        let stage = if around.stage.is_some() { 2.0 } else { 0.4 };
        let scopes = u32::try_from(self.linter.clues.scopes[at].len()).map_or(f64::MAX, f64::from);
        let said = [(moves, 1.2), (around.asked.is_some(), 2.4), (around.class.is_some(), 2.4)];
        let said: f64 = said.iter().filter(|(said, _)| *said).map(|(_, weight)| weight).sum();
        self.named(at).max(0.35) * NAME + stage + scopes + said + REST
    }

    pub(super) fn weigh(&self, claim: &Claim, at: usize, around: &Around) -> Option<Candidate> {
        let figure = &self.linter.ledger.figures[at];
        if claim.kind != figure.kind && !fit::is_mixed(claim, figure) {
            return None;
        }
        let fit = self.fit(claim, figure, around);
        let scoped = self.scoped(at, around);
        let named = self.named(at).max(scoped);
        let mut evidence = named * if figure.kind == Kind::Edition { EDITION } else { NAME };
        let mut contrast = None;
        let answers = figure.unit.is_some() && around.asked == figure.unit;
        evidence +=
            evidence::unit(claim, figure, around.thing, &mut contrast) + if answers { 2.4 } else { 0.0 };
        evidence += evidence::stage(
            claim,
            around.stage,
            figure,
            &self.linter.clues.stages[at],
            around,
            &mut contrast,
        );
        evidence += evidence::direction(claim, figure);
        let staged = figure.stage.is_some()
            && (around.stage == figure.stage || around.stages.contains(&figure.stage.unwrap_or(Stage::Lead)));
        evidence += self.week(claim, at, around, &fit)?;
        evidence += self.scope(at, around, &mut contrast);
        evidence += self.class(at, around);
        if figure.kind == Kind::Period && fit == Fit::Close && fit::shares_an_end(claim, figure) {
            evidence += 4.0;
        }
        if claim.kind == Kind::Share && named < 0.2 {
            evidence -= 2.0;
        }
        // What another claim says of these very things, this one does not.
        let counted_apart = matches!(contrast, Some(Contrast::Counted { .. }));
        let said_elsewhere =
            || figure.unit.zip(claim.value.number()).is_some_and(|(unit, said)| self.says(unit, said));
        if counted_apart && said_elsewhere() {
            evidence -= 3.0;
        }
        // The very number, not one that only rounds to it or is tolerated.
        if claim.kind == Kind::Share && fit == Fit::Right && claim.value == figure.value {
            evidence += 0.8;
        }
        if fit == Fit::Close && fit::is_days_off(claim, figure) {
            evidence += 1.2;
        }
        let clues = &self.linter.clues;
        let own = || claim.unit.is_some_and(|unit| clues.sole_units.contains(&(clues.weeks[at], unit)));
        let apart = || figure.unit.is_none_or(|unit| !self.counts_in(unit));
        let swapped = clues.sole[at] && counted_apart && own() && apart();
        if swapped {
            evidence += 0.6;
        }
        let converted = claim.currency.is_some() && claim.currency != figure.currency;
        let scoped = scoped > 0.0;
        let plain = fit == Fit::Close && named < WHOLE && self.is_plainly_named(claim, at);
        Some(Candidate {
            outnamed: false,
            converted,
            swapped,
            scoped,
            plain,
            figure: at,
            evidence,
            fit,
            contrast,
            named,
            staged,
        })
    }

    /// A sector, channel or source of capital said of the claim names the figure in part: 生物医药33个.
    fn scoped(&self, at: usize, around: &Around) -> f64 {
        let clues = &self.linter.clues;
        let telling = |key: u16| !matches!(clues.keys[usize::from(key)].as_str(), "place" | "week");
        let said = clues.scopes[at].iter().any(|(key, value)| {
            telling(*key)
                && around.scopes.iter().any(|said| said.own && said.key == *key && said.value == *value)
        });
        if said { 0.35 } else { 0.0 }
    }

    /// How much of one of its names stands near: 1 for the whole of it in the same clause.
    fn named(&self, at: usize) -> f64 {
        if self.near.pointed[at] != self.near.claim {
            return 0.0;
        }
        let share = |name: &Name| {
            let there: f64 = name.1.iter().map(|(id, weight)| weight * self.near.words[*id as usize]).sum();
            there / name.0
        };
        self.linter.clues.names[at].iter().map(share).fold(0.0, f64::max)
    }
}
