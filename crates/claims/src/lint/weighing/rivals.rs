//! The figures whose number a claim does not state: one of them may be meant all the same, by a slip or a wrong number. Each is weighed only
//! while what speaks for it could outweigh the best so far; what is told at once is asked first.

use super::candidate::Candidate;
use super::evidence;
use super::fit::{self, Fit};
use super::weigh::{LITTLE_NAMED, Likeliest, NAME, SCOPED, SWAPPED, UNNAMED, WEEK};
use crate::claim::{Change, Claim, Kind};
use crate::lint::heard::around::Around;
use crate::lint::known::look::{Look, Sight};
use crate::lint::known::shapes::Sort;
use crate::lint::matching::{Matcher, TOUCHING};

/// A slip or wrong number that weighs less, of a figure that nothing names, comes to no verdict.
const IDLE: f64 = 0.8;

/// How many digits are no chance.
const EXACT: u8 = 3;

/// What adding up in another order may lose.
const ROOM: f64 = 1e-9;

/// Whether a verdict could come of a figure that no word points to and whose number is another: of one of its stage or scope, or of one off by a
/// power of ten in all of its digits.
fn may_tell_unnamed(asked: &Asked) -> bool {
    let Asked { claim, around, most, .. } = asked;
    let staged = around.stage.is_some() || !around.stages.is_empty();
    staged || most.scoped > 0.0 || claim.digits >= EXACT
}

/// What figures are held against that a claim does not state.
pub(in crate::lint) struct Asked<'b> {
    pub(in crate::lint) claim: &'b Claim,
    pub(in crate::lint) around: &'b Around,
    pub(in crate::lint) sort: &'b Sort,
    pub(in crate::lint) look: Look,
    pub(in crate::lint) most: Most,
}

/// No less than what a figure weighs that a claim does not state, whatever the figure is.
pub(in crate::lint) struct Most {
    words: f64,
    /// What its unit says of that.
    unit: f64,
    /// What each scope of a figure says, and what of a name any scope is.
    scope: f64,
    scoped: f64,
    /// What it says against a figure that next to nothing names.
    unnamed: f64,
}

impl Most {
    pub(in crate::lint) fn new(claim: &Claim, around: &Around) -> Self {
        // What counts nothing agrees with a figure in its money at the most.
        let unit = match (claim.unit, claim.kind) {
            (Some(_), _) => 2.0 + SWAPPED,
            (None, Kind::Money) => 1.2,
            (None, _) => 0.6,
        };
        let moves = matches!(claim.change, Some(Change::Up | Change::Down));
        let stage = if around.stage.is_some() { 2.0 } else { 0.4 };
        let said = [(moves, 1.2), (around.asked.is_some(), 2.4), (around.class.is_some(), 2.4)];
        let said: f64 = said.iter().filter(|(said, _)| *said).map(|(_, weight)| weight).sum();
        // Where no scope is said, none speaks for a figure.
        let scope = if around.scopes.is_empty() { 0.0 } else { 1.0 };
        let scoped = if around.scopes.iter().any(|said| said.own) { SCOPED } else { 0.0 };
        let unnamed = if claim.kind == Kind::Share { UNNAMED } else { 0.0 };
        Self { words: unit + WEEK + stage + said + ROOM, unit, scope, scoped, unnamed }
    }

    fn of(&self, named: f64, scopes: usize, sight: Sight) -> f64 {
        self.words + self.name(named, NAME) + self.scopes(scopes) + sight.weight()
    }

    /// What so much of a name says at the most, when the whole says `worth`.
    fn name(&self, named: f64, worth: f64) -> f64 {
        let named = named.max(self.scoped);
        named * worth - if named < LITTLE_NAMED { self.unnamed } else { 0.0 }
    }

    fn scopes(&self, count: usize) -> f64 {
        u32::try_from(count).map_or(f64::MAX, f64::from) * self.scope
    }
}

impl Matcher<'_> {
    /// Whether a figure whose number the claim does not state comes to nothing: it is not told by its name, nor could it outweigh the best.
    pub(in crate::lint) fn is_idle(&self, asked: &Asked, at: usize, likeliest: &Likeliest) -> bool {
        let named = self.named(at);
        let most = self.most(asked, at) + WEEK + asked.most.name(named, self.worth_of_name(at)) + fit::SLIP;
        named.max(asked.most.scoped) < Candidate::near(asked.claim.kind) && most < likeliest.least()
    }

    /// Weighs those of the others that could outweigh the best so far, beginning with those whose number could be a wrong one.
    pub(in crate::lint) fn weigh_others(&mut self, asked: &Asked, likeliest: &mut Likeliest) {
        let mut far = std::mem::take(&mut self.near.far);
        far.clear();
        self.weigh_seen(asked, &mut far, likeliest);
        // What is far is told of nothing: where there is nothing to be told there is nothing that it could outweigh.
        if likeliest.best.is_some() && likeliest.is_hopeful {
            self.weigh_far(asked, &far, likeliest);
        }
        self.near.far = far;
    }

    /// Weighs what is not far, and notes what is: the figures that words point to first.
    fn weigh_seen(&self, asked: &Asked, far: &mut Vec<u32>, likeliest: &mut Likeliest) {
        let (scopes, figures) = (self.linter.clues.most_scopes, &self.linter.clues.traits);
        if asked.most.of(TOUCHING, scopes, Sight::Slip) >= likeliest.least() {
            let pointed = self.near.figures.iter().filter(|at| asked.sort.holds(figures[**at as usize].kind));
            for figure in pointed {
                self.weigh_unless_far(asked, *figure, far, likeliest);
            }
        }
        // Figures that nothing points to have no name that could say more for one than for another.
        likeliest.floor = IDLE;
        let most = asked.most.of(0.0, scopes, Sight::Slip);
        if most >= likeliest.least() && (likeliest.is_hopeful || may_tell_unnamed(asked)) {
            // Of other things few numbers come to anything.
            let others = most - asked.most.unit + evidence::most_of_others(asked.claim) >= likeliest.least();
            let unit = asked.claim.unit.filter(|_| !others);
            let alike = asked.sort.alike(&asked.look, unit);
            for figure in alike.filter(|at| !self.near.is_pointed(*at as usize)) {
                self.weigh_unless_far(asked, figure, far, likeliest);
            }
        }
    }

    fn weigh_unless_far(&self, asked: &Asked, at: u32, far: &mut Vec<u32>, likeliest: &mut Likeliest) {
        let figure = at as usize;
        if self.near.is_weighed(figure) {
            return;
        }
        match self.linter.clues.shapes.sight(figure, &asked.look) {
            Sight::Far => far.push(at),
            sight => self.weigh_rival(asked, figure, sight, likeliest),
        }
    }

    /// Weighs what is far, in the order in which it was seen.
    fn weigh_far(&self, asked: &Asked, far: &[u32], likeliest: &mut Likeliest) {
        let scopes = self.linter.clues.most_scopes;
        let named = far.partition_point(|at| self.near.is_pointed(*at as usize));
        for (figures, most) in [(&far[..named], TOUCHING), (&far[named..], 0.0)] {
            if asked.most.of(most, scopes, Sight::Far) < likeliest.least() {
                continue;
            }
            for figure in figures {
                self.weigh_rival(asked, *figure as usize, Sight::Far, likeliest);
            }
        }
    }

    fn weigh_rival(&self, asked: &Asked, figure: usize, sight: Sight, likeliest: &mut Likeliest) {
        let Asked { claim, around, .. } = *asked;
        let Some(week) = self.week(claim, figure, around, &Fit::Far) else { return };
        // What is told at once is asked first, and its name only where that leaves room for one.
        let (rest, name) = (self.most(asked, figure) + week, self.worth_of_name(figure));
        let enough = |named: f64| {
            let most = rest + asked.most.name(named, name);
            most + sight.weight() >= likeliest.least()
        };
        if !enough(TOUCHING) {
            return;
        }
        let named = self.named(figure);
        if !enough(named) {
            return;
        }
        let words = self.words(claim, figure, around, week, named);
        debug_assert!(words.evidence <= rest + asked.most.name(named, name), "no words say more");
        if words.evidence + sight.weight() < likeliest.least() {
            return;
        }
        let fit = self.fit_as_seen(asked, figure, sight);
        likeliest.add(claim, Some(self.held(claim, figure, &words, fit)));
    }

    /// No less than what the words say for a figure, its name and week aside: what is told at once, and of the rest the most that there is.
    fn most(&self, asked: &Asked, at: usize) -> f64 {
        let Asked { claim, around, .. } = *asked;
        let figure = self.linter.clues.traits[at];
        let named = &self.linter.clues.named_units[at];
        evidence::unit(claim, figure, named, around.thing, &mut None)
            + if self.answers(at, around) { 2.4 } else { 0.0 }
            + evidence::most_of_stage(around.stage, figure)
            + evidence::direction(claim, figure)
            + self.class(at, around)
            + asked.most.scopes(self.linter.clues.scopes[at].len())
            + if self.linter.clues.sole[at] { SWAPPED } else { 0.0 }
            + ROOM
    }

    /// How the value stands to a figure that is not stated, without asking the exact rules what was already seen from afar.
    fn fit_as_seen(&self, asked: &Asked, at: usize, sight: Sight) -> Fit {
        let Asked { claim, around, sort, .. } = *asked;
        if sight == Sight::Slip || !self.linter.clues.shapes.are_comparable(at, sort.terms) {
            return self.fit(claim, at, around);
        }
        if sight == Sight::Far {
            return Fit::Far;
        }
        // It is neither stated nor off by a power of ten.
        let exactly = || {
            let figure = &self.linter.ledger.figures[at];
            let truth = figure.on(around.day.unwrap_or(self.occasion.day));
            self.in_terms_of(claim, figure, truth).is_some_and(|own| fit::is_close(claim, own))
        };
        let close = self.near.truths[at].is_close(claim, around.rough).unwrap_or_else(exactly);
        let fit = if close { Fit::Close } else { Fit::Far };
        debug_assert_eq!(
            self.fit(claim, at, around),
            fit,
            "what is dismissed from afar is dismissed by the rules"
        );
        fit
    }
}
