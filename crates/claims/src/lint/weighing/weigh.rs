//! Weighing: what the words and the value say for each figure that a claim could mean, and which of them outweighs the others.
//!
//! Few figures have a number that the claim could state, and they are weighed at once. The others are its `rivals`.

use super::candidate::Candidate;
use super::evidence::{self, Contrast};
use super::fit::{self, Fit};
use super::rivals::{Asked, Most};
use crate::claim::{Claim, Kind};
use crate::lint::heard::around::Around;
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// How much of a name is all of it.
pub(in crate::lint) const WHOLE: f64 = 0.85;

/// How much of a name is little.
const LITTLE: f64 = 0.42;

/// What it says for a figure that the claim states its amount in other money.
const BOUND: f64 = 4.0;

/// What a whole name says for a figure; an edition is of whatever event's name stands with it.
pub(in crate::lint) const NAME: f64 = 3.6;
const EDITION: f64 = 7.2;

/// How much of a name its scope is.
pub(in crate::lint) const SCOPED: f64 = 0.35;

/// What it says for a figure that the claim counts what another alone counts.
pub(in crate::lint) const SWAPPED: f64 = 0.6;

/// What it says against a figure in other money that a wrong number is in the ledger's.
const IN_OTHER_MONEY: f64 = 3.0;

/// What it says against a figure of which no more of a name than this is said, for a share: there are many.
pub(in crate::lint) const LITTLE_NAMED: f64 = 0.2;
pub(in crate::lint) const UNNAMED: f64 = 2.0;

/// The most that its week says for a figure.
pub(in crate::lint) const WEEK: f64 = 0.6;

/// The candidates of a claim while they are weighed one by one.
pub(in crate::lint) struct Likeliest {
    /// What must be outweighed while there is none.
    pub(in crate::lint) floor: f64,
    pub(in crate::lint) best: Option<(f64, Candidate)>,
    /// The likeliest of those that have the very number and of which other words are said.
    sibling: Option<(f64, Candidate)>,
    /// The one most wholly named whose number is another.
    named: Option<Candidate>,
    /// Whether a verdict could come of any of them.
    pub(in crate::lint) is_hopeful: bool,
}

impl Likeliest {
    fn new() -> Self {
        Self { floor: f64::NEG_INFINITY, best: None, sibling: None, named: None, is_hopeful: false }
    }

    pub(in crate::lint) fn add(&mut self, claim: &Claim, candidate: Option<Candidate>) {
        let Some(candidate) = candidate else { return };
        self.is_hopeful |= candidate.is_hopeful();
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
    pub(in crate::lint) fn least(&self) -> f64 {
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

/// What the words say for a figure, the value aside.
pub(in crate::lint) struct Words {
    pub(in crate::lint) evidence: f64,
    contrast: Option<Contrast>,
    named: f64,
    scoped: bool,
    staged: bool,
    swapped: bool,
}

/// Of two that weigh the same, the one that the ledger names first.
fn outweighs(total: f64, candidate: &Candidate, other: Option<&(f64, Candidate)>) -> bool {
    other.is_none_or(|(most, other)| total > *most || total >= *most && candidate.figure < other.figure)
}

impl Matcher<'_> {
    /// The likeliest figure, and the likeliest of those that have the very number and of which other words are said.
    pub(in crate::lint) fn likeliest(
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
        if let Some(look) = self.linter.clues.shapes.look(claim) {
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
        let sized = sort.stated(look).map(|at| (at, look.all_alike));
        for (at, alike) in sized.chain(sort.odd.iter().map(|at| (*at, false))) {
            let figure = at as usize;
            let meant = alike || self.near.is_pointed(figure) || shapes.could_be(figure, look);
            if meant && !self.near.is_weighed(figure) {
                self.near.note_weighed(figure);
                let candidate =
                    self.weigh_if(claim, figure, around, || !self.is_idle(asked, figure, likeliest));
                likeliest.add(claim, candidate);
            }
        }
    }

    /// Whether a figure is what the question before a claim asks for.
    pub(in crate::lint) fn answers(&self, at: usize, around: &Around) -> bool {
        let figure = self.linter.clues.traits[at];
        figure.unit.is_some() && around.asked == figure.unit
            || figure.unit == Some(Unit::Visitor) && around.asked == Some(Unit::Person)
            || figure.kind == Kind::Count
                && around.asked.is_some_and(|asked| self.linter.clues.named_units[at].contains(&asked))
    }

    /// What the whole name of a figure says for it.
    pub(in crate::lint) fn worth_of_name(&self, at: usize) -> f64 {
        if self.linter.clues.traits[at].kind == Kind::Edition { EDITION } else { NAME }
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
    pub(in crate::lint) fn weigh(&self, claim: &Claim, at: usize, around: &Around) -> Option<Candidate> {
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
        let (fit, week) = match self.stated(claim, at, around) {
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
        Some(self.held(claim, at, &self.words(claim, at, around, week, self.named(at)), fit))
    }

    /// What the words say for a figure, whatever its value; `week` is what the week says, `named` how much of its name.
    pub(in crate::lint) fn words(
        &self,
        claim: &Claim,
        at: usize,
        around: &Around,
        week: f64,
        named: f64,
    ) -> Words {
        let clues = &self.linter.clues;
        let figure = clues.traits[at];
        let scoped = self.scoped(at, around);
        let named = named.max(scoped);
        let mut evidence = named * self.worth_of_name(at);
        let mut contrast = None;
        let answers = self.answers(at, around);
        evidence += evidence::unit(claim, figure, &clues.named_units[at], around.thing, &mut contrast)
            + if answers { 2.4 } else { 0.0 };
        evidence += evidence::stage(claim, around.stage, figure, clues.stages[at], around, &mut contrast);
        // 会前确定的174个拟签约项目，签约率为92.5%: a rate by its whole name is of no stage of its sentence.
        if claim.kind == Kind::Share && named >= WHOLE && matches!(contrast, Some(Contrast::Stage { .. })) {
            (evidence, contrast) = (evidence + 0.8, None);
        }
        // 开工率为87.3% for the rate of signing: three digits of a rate that agree, under another stage.
        let whole = &self.linter.ledger.figures[at];
        if claim.kind == Kind::Share
            && around.rate
            && claim.digits > 2
            && matches!(contrast, Some(Contrast::Stage { .. }))
            && whole.value == claim.value
            && whole.zh.first().is_some_and(|name| name.ends_with('率'))
        {
            evidence += 4.0;
        }
        evidence += evidence::direction(claim, figure);
        evidence += week;
        evidence += self.scope(at, around, &mut contrast);
        if figure.kind == Kind::Edition
            && named < WHOLE
            && self.is_current(at)
            && self.is_of_week_behind(claim)
        {
            evidence += NAME;
        }
        // 各区人民政府：第七届鹭津创新周定于…: the edition of the week is of no district.
        if figure.kind == Kind::Edition
            && matches!(contrast, Some(Contrast::Scope(_)))
            && (self.is_named_short(claim) || self.is_named_behind(claim))
        {
            (evidence, contrast) = (evidence + 1.6, None);
        }
        evidence += self.class(at, around);
        if claim.kind == Kind::Share && named < LITTLE_NAMED {
            evidence -= UNNAMED;
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
        let own = || {
            claim.unit.is_some_and(|unit| {
                // Points of an exhibition are hardly counted but for those of a trail.
                unit == Unit::ExhibitionPoint || clues.sole_units.contains(&(clues.weeks[at], unit))
            })
        };
        let apart = || figure.unit.is_none_or(|unit| !self.counts_in(unit));
        let swapped = clues.sole[at] && counted_apart && own() && apart();
        if swapped {
            evidence += SWAPPED;
        }
        let staged =
            figure.stage.is_some_and(|stage| around.stage == Some(stage) || around.stages.contains(stage));
        Words { evidence, contrast, named, scoped: scoped > 0.0, staged, swapped }
    }

    /// A figure with what its words say and how its value stands to the claim's.
    pub(in crate::lint) fn held(&self, claim: &Claim, at: usize, words: &Words, fit: Fit) -> Candidate {
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
        // A wrong number in the ledger's money is none of a figure in other money, where nothing is told in that.
        if converted
            && !fit.is_meant()
            && named < WHOLE
            && claim.currency == Some(self.linter.ledger.currency)
            && !self.claims.iter().any(|other| other.currency == figure.currency)
        {
            evidence -= IN_OTHER_MONEY;
        }
        let (outnamed, plain) = (false, false);
        let very = claim.value == self.near.truths[at].today;
        Candidate {
            figure: at,
            evidence,
            fit,
            contrast,
            named,
            converted,
            very,
            plain,
            outnamed,
            scoped,
            staged,
            sole: self.linter.clues.sole[at],
            swapped,
        }
    }

    /// A sector, channel or source of capital said of the claim names the figure in part: 生物医药33个.
    pub(in crate::lint) fn scoped(&self, at: usize, around: &Around) -> f64 {
        let clues = &self.linter.clues;
        let telling = |key: u16| !matches!(clues.known_keys[usize::from(key)], Key::Place | Key::Week);
        let said = clues.scopes[at].iter().any(|(key, value)| {
            telling(*key)
                && around.scopes.iter().any(|said| said.own && said.key == *key && said.value == *value)
        });
        if said { SCOPED } else { 0.0 }
    }

    /// How much of one of its names stands near: 1 for the whole of it in the same clause.
    pub(in crate::lint) fn named(&self, at: usize) -> f64 {
        if !self.near.is_pointed(at) {
            return 0.0;
        }
        self.linter.clues.named.most(at, &self.near.words)
    }
}
