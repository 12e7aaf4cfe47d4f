//! Weighing: what the words and the value say for each figure that a claim could mean, and which of them outweighs the others.
//!
//! Few figures have a number that the claim could state, and they are weighed at once. The others, which a word points to or whose digits
//! are alike, are weighed only while what speaks for them could outweigh the best so far.

use super::around::Around;
use super::candidate::Candidate;
use super::evidence::{self, Contrast, Thing};
use super::fit::{self, Fit};
use super::matching::{Matcher, TOUCHING};
use super::names::Name;
use super::shapes::{Look, Sight, Sort};
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
}

impl Most {
    fn new(claim: &Claim, around: &Around) -> Self {
        /// The most that unit and week say for a figure.
        const UNIT_AND_WEEK: f64 = 2.0 + 0.6;
        let moves = matches!(claim.change, Some(Change::Up | Change::Down));
        let stage = if around.stage.is_some() { 2.0 } else { 0.4 };
        let said = [(moves, 1.2), (around.asked.is_some(), 2.4), (around.class.is_some(), 2.4)];
        let said: f64 = said.iter().filter(|(said, _)| *said).map(|(_, weight)| weight).sum();
        Self { words: UNIT_AND_WEEK + stage + said + SWAPPED }
    }

    fn of(&self, named: f64, scopes: usize, sight: Sight) -> f64 {
        let scopes = u32::try_from(scopes).map_or(f64::MAX, f64::from);
        self.words + named.max(SCOPED) * NAME + scopes + sight.weight()
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
        let look = self.linter.clues.shapes.look(claim, &self.linter.ledger.hedges);
        self.weigh_stated(claim, sort, look.as_ref(), around, &mut likeliest);
        if let Some(look) = look {
            let most = Most::new(claim, around);
            self.weigh_others(&Asked { claim, around, sort, look, most }, &mut likeliest);
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
    fn weigh_stated(
        &mut self,
        claim: &Claim,
        sort: &Sort,
        look: Option<&Look>,
        around: &Around,
        likeliest: &mut Likeliest,
    ) {
        let shapes = &self.linter.clues.shapes;
        let Some(look) = look else {
            for at in &sort.all {
                likeliest.add(claim, self.weigh(claim, *at as usize, around));
            }
            return;
        };
        for figure in sort.stated(look).chain(sort.odd.iter().copied()).map(|at| at as usize) {
            let meant = self.near.is_pointed(figure) || shapes.could_be(figure, look);
            if meant && !self.near.is_weighed(figure) {
                self.near.note_weighed(figure);
                likeliest.add(claim, self.weigh(claim, figure, around));
            }
        }
    }

    /// Weighs those of the others that could outweigh the best so far, beginning with those whose number could be a wrong one.
    fn weigh_others(&self, asked: &Asked, likeliest: &mut Likeliest) {
        self.weigh_rivals(asked, Sight::Slip, likeliest);
        // What is far is told of nothing: where no number fits there is nothing that it could outweigh.
        if likeliest.best.is_some() {
            self.weigh_rivals(asked, Sight::Far, likeliest);
        }
    }

    /// Weighs what is far, or what is not; `nearest` is the most that is to be seen of it.
    fn weigh_rivals(&self, asked: &Asked, nearest: Sight, likeliest: &mut Likeliest) {
        let scopes = self.linter.clues.most_scopes;
        if asked.most.of(TOUCHING, scopes, nearest) >= likeliest.least() {
            for figure in self.near.figures.iter().filter(|figure| asked.sort.holds(**figure)) {
                self.weigh_rival(asked, *figure as usize, nearest, likeliest);
            }
        }
        // Figures that nothing points to have no name that could say more for one than for another.
        likeliest.floor = IDLE;
        if asked.most.of(0.0, scopes, nearest) >= likeliest.least() {
            for figure in asked.sort.alike(&asked.look).map(|at| at as usize) {
                if !self.near.is_pointed(figure) {
                    self.weigh_rival(asked, figure, nearest, likeliest);
                }
            }
        }
    }

    fn weigh_rival(&self, asked: &Asked, figure: usize, nearest: Sight, likeliest: &mut Likeliest) {
        if self.near.is_weighed(figure) {
            return;
        }
        let sight = self.linter.clues.shapes.sight(figure, &asked.look);
        let scopes = self.linter.clues.scopes[figure].len();
        if (sight == Sight::Far) != (nearest == Sight::Far)
            || asked.most.of(self.named(figure), scopes, sight) < likeliest.least()
        {
            return;
        }
        let Asked { claim, around, .. } = *asked;
        let Some(week) = self.week(claim, figure, around, &Fit::Far) else { return };
        let words = self.words(claim, figure, around, week);
        if words.evidence + sight.weight() < likeliest.least() {
            return;
        }
        let fit = self.fit(claim, &self.linter.ledger.figures[figure], around);
        likeliest.add(claim, Some(self.held(claim, figure, &words, fit)));
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
        let figure = &self.linter.ledger.figures[at];
        if claim.kind != figure.kind && !fit::is_mixed(claim, figure) {
            return None;
        }
        // A week that denies even the very number need not be asked twice.
        self.week(claim, at, around, &Fit::Right)?;
        let fit = self.fit(claim, figure, around);
        let week = self.week(claim, at, around, &fit)?;
        Some(self.held(claim, at, &self.words(claim, at, around, week), fit))
    }

    /// What the words say for a figure, whatever its value; `week` is what the week says.
    fn words(&self, claim: &Claim, at: usize, around: &Around, week: f64) -> Words {
        let figure = &self.linter.ledger.figures[at];
        let clues = &self.linter.clues;
        let scoped = self.scoped(at, around);
        let named = self.named(at).max(scoped);
        let mut evidence = named * if figure.kind == Kind::Edition { EDITION } else { NAME };
        let mut contrast = None;
        let asked = |asked: Unit| clues.named_units[at].contains(&asked) && figure.kind == Kind::Count;
        let answers = figure.unit.is_some() && around.asked == figure.unit
            || figure.unit == Some(Unit::Visitor) && around.asked == Some(Unit::Person)
            || around.asked.is_some_and(asked);
        // 展品多吗？1570件: the question tells the things.
        let thing = if around.asked.is_some() { Thing::Untold } else { around.thing };
        evidence += evidence::unit(claim, figure, &clues.named_units[at], thing, &mut contrast)
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
        let telling = |key: u16| !matches!(clues.keys[usize::from(key)].as_str(), "place" | "week");
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
        let share = |name: &Name| {
            let there: f64 = name.1.iter().map(|(id, weight)| weight * self.near.words[*id as usize]).sum();
            there / name.0
        };
        self.linter.clues.names[at].iter().map(share).fold(0.0, f64::max)
    }
}
