//! Weighing: what the words and the value say for each figure that a claim could mean, and which of them outweighs the others.
//!
//! Few figures have a number that the claim could state, and they are weighed at once. The others, which a word points to or whose digits
//! are alike, are weighed only while what speaks for them could outweigh the best so far.

use super::around::Around;
use super::candidate::Candidate;
use super::evidence::{self, Contrast};
use super::fit::{self, Fit};
use super::matching::{Matcher, TOUCHING};
use super::shapes::{Look, Sight, Sort};
use super::traits::Key;
use crate::claim::{Change, Claim, Kind};
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

/// A slip or wrong number that weighs less, of a figure that nothing names, comes to no verdict.
const IDLE: f64 = 0.8;

/// How much of a name its scope is.
const SCOPED: f64 = 0.35;

/// What it says for a figure that the claim counts what another alone counts.
const SWAPPED: f64 = 0.6;

/// The most that its week says for a figure.
const WEEK: f64 = 0.6;

/// What adding up in another order may lose.
const ROOM: f64 = 1e-9;

/// The candidates of a claim while they are weighed one by one.
struct Likeliest {
    /// What must be outweighed while there is none.
    floor: f64,
    best: Option<(f64, Candidate)>,
    /// The likeliest of those that have the very number and of which other words are said.
    sibling: Option<(f64, Candidate)>,
    /// The one most wholly named whose number is another.
    named: Option<Candidate>,
}

impl Likeliest {
    fn new() -> Self {
        Self { floor: f64::NEG_INFINITY, best: None, sibling: None, named: None }
    }

    fn add(&mut self, claim: &Claim, candidate: Option<Candidate>) {
        let Some(candidate) = candidate else { return };
        let total = candidate.evidence + candidate.weight(claim);
        self.name(claim, &candidate);
        let lesser = if outweighs(total, &candidate, self.best.as_ref()) {
            self.best.replace((total, candidate))
        } else {
            Some((total, candidate))
        };
        let Some((total, lesser)) = lesser else { return };
        if lesser.is_sibling() && outweighs(total, &lesser, self.sibling.as_ref()) {
            self.sibling = Some((total, lesser));
        }
    }

    /// What must be outweighed.
    fn least(&self) -> f64 {
        self.best.as_ref().map_or(self.floor, |(most, _)| *most)
    }

    fn name(&mut self, claim: &Claim, candidate: &Candidate) {
        let before = self.named.as_ref().map(|named| (named.named, named.figure));
        let more = before.is_none_or(|(named, figure)| {
            candidate.named > named || candidate.named >= named && candidate.figure < figure
        });
        if more && candidate.is_told_by_name(claim.kind) {
            self.named = Some(candidate.clone());
        }
    }
}

/// What figures are held against that a claim does not state.
struct Asked<'b> {
    claim: &'b Claim,
    around: &'b Around,
    sort: &'b Sort,
    look: Look,
    most: Most,
}

/// What the words say for a figure, the value aside.
struct Words {
    evidence: f64,
    contrast: Option<Contrast>,
    named: f64,
    scoped: bool,
    staged: bool,
    swapped: bool,
}

/// No less than what a figure weighs that a claim does not state, whatever the figure is.
struct Most {
    words: f64,
    /// What each scope of a figure says, and what of a name any scope is.
    scope: f64,
    scoped: f64,
}

impl Most {
    fn new(claim: &Claim, around: &Around) -> Self {
        /// The most that unit and week say for a figure.
        const UNIT_AND_WEEK: f64 = 2.0 + WEEK;
        let moves = matches!(claim.change, Some(Change::Up | Change::Down));
        let stage = if around.stage.is_some() { 2.0 } else { 0.4 };
        let said = [(moves, 1.2), (around.asked.is_some(), 2.4), (around.class.is_some(), 2.4)];
        let said: f64 = said.iter().filter(|(said, _)| *said).map(|(_, weight)| weight).sum();
        // Where no scope is said, none speaks for a figure.
        let scope = if around.scopes.is_empty() { 0.0 } else { 1.0 };
        let scoped = if around.scopes.iter().any(|said| said.own) { SCOPED } else { 0.0 };
        Self { words: UNIT_AND_WEEK + stage + said + SWAPPED + ROOM, scope, scoped }
    }

    fn of(&self, named: f64, scopes: usize, sight: Sight) -> f64 {
        self.words + named.max(self.scoped) * NAME + self.scopes(scopes) + sight.weight()
    }

    fn scopes(&self, count: usize) -> f64 {
        u32::try_from(count).map_or(f64::MAX, f64::from) * self.scope
    }
}

/// Of two that weigh the same, the one that the ledger names first.
fn outweighs(total: f64, candidate: &Candidate, other: Option<&(f64, Candidate)>) -> bool {
    other.is_none_or(|(most, other)| total > *most || total >= *most && candidate.figure < other.figure)
}

impl Matcher<'_> {
    /// The likeliest figure, and the likeliest of those that have the very number and of which other words are said.
    pub(super) fn likeliest(
        &mut self,
        claim: &Claim,
        around: &Around,
    ) -> (Option<Candidate>, Option<Candidate>) {
        let mut likeliest = Likeliest::new();
        if let Some(bound) = self.bound {
            let candidate = self.weigh(claim, bound, around);
            let best = candidate.map(|one| Candidate { evidence: one.evidence + BOUND, named: 1.0, ..one });
            return (best, None);
        }
        let Some(sort) = self.linter.clues.shapes.sort_of(claim) else { return (None, None) };
        if let Some(look) = self.linter.clues.shapes.look(claim, &self.linter.ledger.hedges) {
            let asked = Asked { claim, around, sort, look, most: Most::new(claim, around) };
            self.weigh_stated(&asked, &mut likeliest);
            self.weigh_others(&asked, &mut likeliest);
        } else {
            for at in &sort.all {
                likeliest.add(claim, self.weigh(claim, *at as usize, around));
            }
        }
        let Likeliest { best, sibling, .. } = &mut likeliest;
        let mut best = best.take().map(|(_, candidate)| candidate);
        let sibling = sibling.take().map(|(_, candidate)| candidate);
        if let Some(best) = &mut best
            && best.named < LITTLE
            && !best.staged
            && !best.scoped
        {
            best.outnamed = self.is_outnamed(claim, around);
        }
        if let Some(best) = &mut best {
            best.plain =
                best.fit == Fit::Close && best.named < WHOLE && self.is_plainly_named(claim, best.figure);
        }
        let unnamed = best.as_ref().filter(|best| best.yields(claim));
        let named = unnamed.and_then(|best| {
            let named = self.told_by_name(claim, around, likeliest.named)?;
            (named.evidence > best.evidence + 1.0).then_some(named)
        });
        (named.or(best), sibling)
    }

    /// Weighs the figures whose number the claim may state.
    fn weigh_stated(&mut self, asked: &Asked, likeliest: &mut Likeliest) {
        let Asked { claim, around, sort, look, .. } = asked;
        let shapes = &self.linter.clues.shapes;
        for figure in sort.stated(look).chain(sort.odd.iter().copied()).map(|at| at as usize) {
            let meant = self.near.is_pointed(figure) || shapes.could_be(figure, look);
            if meant && !self.near.is_weighed(figure) {
                self.near.note_weighed(figure);
                let candidate =
                    self.weigh_if(claim, figure, around, || !self.is_idle(asked, figure, likeliest));
                likeliest.add(claim, candidate);
            }
        }
    }

    /// Whether a figure whose number the claim does not state comes to nothing: it is not told by its name, nor could it outweigh the best.
    fn is_idle(&self, asked: &Asked, at: usize, likeliest: &Likeliest) -> bool {
        let named = self.named(at).max(asked.most.scoped);
        let most = self.most(asked, at) + WEEK + named * self.worth_of_name(at) + fit::SLIP;
        named < Candidate::near(asked.claim.kind) && most < likeliest.least()
    }

    /// Weighs those of the others that could outweigh the best so far, beginning with those whose number could be a wrong one.
    fn weigh_others(&mut self, asked: &Asked, likeliest: &mut Likeliest) {
        let mut far = std::mem::take(&mut self.near.far);
        far.clear();
        self.weigh_seen(asked, &mut far, likeliest);
        // What is far is told of nothing: where no number fits there is nothing that it could outweigh.
        if likeliest.best.is_some() {
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
        if asked.most.of(0.0, scopes, Sight::Slip) >= likeliest.least() {
            let alike = asked.sort.alike(&asked.look).filter(|at| !self.near.is_pointed(*at as usize));
            for figure in alike {
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
            let most = rest + named.max(asked.most.scoped) * name;
            debug_assert!(self.words(claim, figure, around, week).evidence <= most, "no words say more");
            most + sight.weight() >= likeliest.least()
        };
        if !enough(TOUCHING) || !enough(self.named(figure)) {
            return;
        }
        let words = self.words(claim, figure, around, week);
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

    /// Whether a figure is what the question before a claim asks for.
    fn answers(&self, at: usize, around: &Around) -> bool {
        let figure = self.linter.clues.traits[at];
        figure.unit.is_some() && around.asked == figure.unit
            || figure.unit == Some(Unit::Visitor) && around.asked == Some(Unit::Person)
            || figure.kind == Kind::Count
                && around.asked.is_some_and(|asked| self.linter.clues.named_units[at].contains(&asked))
    }

    /// What the whole name of a figure says for it.
    fn worth_of_name(&self, at: usize) -> f64 {
        if self.linter.clues.traits[at].kind == Kind::Edition { EDITION } else { NAME }
    }

    /// How the value stands to a figure that is not stated, without asking the exact rules what was already seen from afar.
    fn fit_as_seen(&self, asked: &Asked, at: usize, sight: Sight) -> Fit {
        let Asked { claim, around, sort, .. } = *asked;
        let figure = &self.linter.ledger.figures[at];
        if sight == Sight::Slip || !self.linter.clues.shapes.are_comparable(at, sort.terms) {
            return self.fit(claim, figure, around);
        }
        // It is neither stated nor off by a power of ten.
        let truth = figure.on(self.day_of(claim, around).unwrap_or(self.occasion.day));
        let close = self.in_terms_of(claim, figure, truth).is_some_and(|own| fit::is_close(claim, own));
        let fit = if close { Fit::Close } else { Fit::Far };
        debug_assert_eq!(
            self.fit(claim, figure, around),
            fit,
            "what is dismissed from afar is dismissed by the rules"
        );
        fit
    }

    /// The figure most wholly named that the claim may be a wrong number of; `named` is the one among those already weighed.
    fn told_by_name(&self, claim: &Claim, around: &Around, named: Option<Candidate>) -> Option<Candidate> {
        let mut most = Likeliest { named, ..Likeliest::new() };
        let sort = self.linter.clues.shapes.sort_of(claim)?;
        for figure in sort.all.iter().map(|at| *at as usize) {
            if self.named(figure).max(self.scoped(figure, around)) >= Candidate::near(claim.kind)
                && let Some(candidate) = self.weigh(claim, figure, around)
            {
                most.name(claim, &candidate);
            }
        }
        most.named
    }

    /// Whether a figure in the claim's unit whose number is far from it is wholly named.
    fn is_outnamed(&self, claim: &Claim, around: &Around) -> bool {
        let figures = &self.linter.ledger.figures;
        self.near.figures.iter().map(|at| *at as usize).any(|at| {
            figures[at].unit == claim.unit
                && self.named(at) >= WHOLE
                && self.weigh(claim, at, around).is_some_and(|candidate| candidate.fit == Fit::Far)
        })
    }

    /// What speaks for a figure and against it; nothing when it is of another kind or another week.
    pub(super) fn weigh(&self, claim: &Claim, at: usize, around: &Around) -> Option<Candidate> {
        self.weigh_if(claim, at, around, || true)
    }

    /// The same; nothing as well for a number that is none of the figure's, unless it could come to something.
    fn weigh_if(
        &self,
        claim: &Claim,
        at: usize,
        around: &Around,
        comes_to_something: impl Fn() -> bool,
    ) -> Option<Candidate> {
        let figure = &self.linter.ledger.figures[at];
        if claim.kind != figure.kind && !fit::is_mixed(claim, figure) {
            return None;
        }
        // A week that denies even the very number need not be asked twice; this one denies none.
        if !self.is_current(at) {
            self.week(claim, at, around, &Fit::Right)?;
        }
        let (fit, week) = match self.stated(claim, figure, around) {
            Ok(fit) => {
                let week = self.week(claim, at, around, &fit)?;
                (fit, week)
            }
            // Nor need what no week would allow be held against other powers of ten.
            Err(own) => {
                let week = self.week(claim, at, around, &Fit::Far)?;
                if !comes_to_something() {
                    return None;
                }
                (self.likeness(claim, figure, own), week)
            }
        };
        Some(self.held(claim, at, &self.words(claim, at, around, week), fit))
    }

    /// What the words say for a figure, whatever its value; `week` is what the week says.
    fn words(&self, claim: &Claim, at: usize, around: &Around, week: f64) -> Words {
        let clues = &self.linter.clues;
        let figure = clues.traits[at];
        let scoped = self.scoped(at, around);
        let named = self.named(at).max(scoped);
        let mut evidence = named * self.worth_of_name(at);
        let mut contrast = None;
        let answers = self.answers(at, around);
        evidence += evidence::unit(claim, figure, &clues.named_units[at], around.thing, &mut contrast)
            + if answers { 2.4 } else { 0.0 };
        evidence += evidence::stage(claim, around.stage, figure, &clues.stages[at], around, &mut contrast);
        evidence += evidence::direction(claim, figure);
        evidence += week;
        evidence += self.scope(at, around, &mut contrast);
        evidence += self.class(at, around);
        if claim.kind == Kind::Share && named < 0.2 {
            evidence -= 2.0;
        }
        // 论坛19场: where forums have a number of their own, they are no other activities that are nowhere named.
        if claim.unit == Some(Unit::Forum)
            && figure.unit == Some(Unit::Activity)
            && named < 0.5
            && self.linter.clues.sole_forum.contains(&clues.weeks[at])
        {
            evidence -= 4.0;
        }
        // What another claim says of these very things, this one does not.
        let counted_apart = matches!(contrast, Some(Contrast::Counted { .. }));
        let said_elsewhere =
            || figure.unit.zip(claim.value.number()).is_some_and(|(unit, said)| self.says(unit, said));
        if counted_apart && said_elsewhere() {
            evidence -= 3.0;
        }
        let own = || claim.unit.is_some_and(|unit| clues.sole_units.contains(&(clues.weeks[at], unit)));
        let apart = || figure.unit.is_none_or(|unit| !self.counts_in(unit));
        let swapped = clues.sole[at] && counted_apart && own() && apart();
        if swapped {
            evidence += SWAPPED;
        }
        let staged =
            figure.stage.is_some_and(|stage| around.stage == Some(stage) || around.stages.contains(&stage));
        Words { evidence, contrast, named, scoped: scoped > 0.0, staged, swapped }
    }

    /// A figure with what its words say and how its value stands to the claim's.
    fn held(&self, claim: &Claim, at: usize, words: &Words, fit: Fit) -> Candidate {
        let figure = &self.linter.ledger.figures[at];
        let Words { mut evidence, contrast, named, scoped, staged, swapped } = *words;
        if figure.kind == Kind::Period && fit == Fit::Close && fit::shares_an_end(claim, figure) {
            evidence += 4.0;
        }
        // The very number, not one that only rounds to it or is tolerated.
        if claim.kind == Kind::Share && fit == Fit::Right && claim.value == figure.value {
            evidence += 0.8;
        }
        if fit == Fit::Close && fit::is_days_off(claim, figure) {
            evidence += 1.2;
        }
        let converted = claim.currency.is_some() && claim.currency != figure.currency;
        let (outnamed, plain) = (false, false);
        Candidate {
            figure: at,
            evidence,
            fit,
            contrast,
            named,
            converted,
            plain,
            outnamed,
            scoped,
            staged,
            swapped,
        }
    }

    /// A sector, channel or source of capital said of the claim names the figure in part: 生物医药33个.
    fn scoped(&self, at: usize, around: &Around) -> f64 {
        let clues = &self.linter.clues;
        let telling = |key: u16| !matches!(clues.known_keys[usize::from(key)], Key::Place | Key::Week);
        let said = clues.scopes[at].iter().any(|(key, value)| {
            telling(*key)
                && around.scopes.iter().any(|said| said.own && said.key == *key && said.value == *value)
        });
        if said { SCOPED } else { 0.0 }
    }

    /// How much of one of its names stands near: 1 for the whole of it in the same clause.
    fn named(&self, at: usize) -> f64 {
        if !self.near.is_pointed(at) {
            return 0.0;
        }
        self.linter.clues.named.most(at, &self.near.words)
    }
}
