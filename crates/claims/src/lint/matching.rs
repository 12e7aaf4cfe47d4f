//! Which figure a claim states: everything near it is weighed, and the likeliest is decided on.
//!
//! Only figures that a word near the claim or its value points to are weighed, so that a claim costs the same in a ledger of a thousand.

use super::around::Around;
use super::candidate::Candidate;
use super::clues::{Clue, Hit};
use super::evidence::{self, Contrast};
use super::fit::{self, Fit};
use super::names::Name;
use super::shapes::Shapes;
use super::{Linter, Occasion, Verdict};
use crate::claim::{Claim, Kind, Role, Stage, UnitFrom, Value};
use crate::find::scan::Scan;
use crate::find::token::{Token, What};
use crate::number::Number;
use crate::unit::Unit;
use std::cell::OnceCell;
use std::collections::{HashSet, VecDeque};

/// How much of a name is all of it.
pub(super) const WHOLE: f64 = 0.85;

/// More than any words say.
const SURE: f64 = 20.0;

/// What it says for a figure that the claim states its amount in other money.
const BOUND: f64 = 4.0;

/// Weighs the claims of one paragraph.
pub(super) struct Matcher<'a> {
    pub(super) linter: &'a Linter<'a>,
    pub(super) scan: &'a Scan<'a>,
    pub(super) claims: &'a [Claim],
    pub(super) hits: &'a [Hit],
    pub(super) occasion: &'a Occasion,
    /// Byte ends of the sentences.
    pub(super) sentences: Vec<usize>,
    /// Byte ends of the clauses.
    pub(super) clauses: Vec<usize>,
    /// The week of the occasion, by its number.
    pub(super) week: Option<u16>,
    /// Whether the paragraph says its name.
    names_week: bool,
    /// What the claims of the paragraph count, and how many of what; in order, and only when it is asked for.
    units: OnceCell<Vec<Unit>>,
    counts: OnceCell<Vec<(Unit, Number)>>,
    near: &'a mut Near,
    /// The claims that were right lately, and of which figures; the last one last.
    pub(super) right: VecDeque<(usize, usize)>,
    /// The figure whose amount the claim states in other money, if it does.
    pub(super) bound: Option<usize>,
}

/// For each keyword, how near it stands to the claim at hand, and the figures that such words point to; written anew for every claim.
pub(super) struct Near {
    words: Vec<f64>,
    touched: Vec<u32>,
    /// For each figure, the number of the claim that pointed to it last.
    pointed: Vec<u32>,
    claim: u32,
}

/// How much of a name is little.
const LITTLE: f64 = 0.42;

/// What there is to say of a claim, and how sure it is.
pub(super) struct Told {
    pub(super) figure: Option<usize>,
    pub(super) verdict: Verdict,
    /// What the words said for the figure.
    pub(super) evidence: f64,
    /// Whether it is a part of what the figures count.
    pub(super) partial: bool,
    /// Whether three digits or more are stated without a hedge, or two where the week is named.
    pub(super) exact: bool,
    /// Whether it is a count, an amount or a share that is stated.
    pub(super) stated: bool,
}

impl Near {
    pub(super) fn new(linter: &Linter) -> Self {
        Self {
            words: vec![0.0; linter.clues.weights.len()],
            touched: Vec::new(),
            pointed: vec![0; linter.ledger.figures.len()],
            claim: 0,
        }
    }
}

impl<'a> Matcher<'a> {
    pub(super) fn new(
        linter: &'a Linter<'a>,
        scan: &'a Scan<'a>,
        claims: &'a [Claim],
        hits: &'a [Hit],
        occasion: &'a Occasion,
        near: &'a mut Near,
    ) -> Self {
        let (mut sentences, mut clauses) = (Vec::new(), Vec::new());
        let signs = |token: &&Token| matches!(token.what, What::Line | What::Sign(_));
        for (at, token) in scan.tokens.iter().enumerate().filter(|(_, token)| signs(token)) {
            if scan.ends_sentence(at) {
                sentences.push(token.end);
                clauses.push(token.end);
            } else if scan.ends_clause(at) {
                clauses.push(token.end);
            }
        }
        let named = occasion.week.as_ref();
        let week = named.and_then(|named| linter.ledger.weeks.iter().position(|week| week.id == *named));
        let week = week.and_then(|week| u16::try_from(week).ok());
        Self {
            linter,
            scan,
            claims,
            hits,
            occasion,
            sentences,
            clauses,
            names_week: week.is_some_and(|own| {
                hits.iter()
                    .any(|hit| matches!(hit.clue, Clue::Week(said) | Clue::Series(said) if said == own))
            }),
            week,
            units: OnceCell::new(),
            counts: OnceCell::new(),
            near,
            right: VecDeque::new(),
            bound: None,
        }
    }

    /// Whether some claim of the paragraph counts in a unit.
    fn counts_in(&self, unit: Unit) -> bool {
        let units = self.units.get_or_init(|| {
            let mut units: Vec<Unit> = self.claims.iter().filter_map(|claim| claim.unit).collect();
            units.sort_unstable();
            units.dedup();
            units
        });
        units.binary_search(&unit).is_ok()
    }

    /// Whether some claim of the paragraph is of so many of a unit.
    fn says(&self, unit: Unit, number: Number) -> bool {
        let counts = self.counts.get_or_init(|| {
            let counted = |claim: &Claim| claim.unit.zip(claim.value.number());
            let mut counts: Vec<(Unit, Number)> = self.claims.iter().filter_map(counted).collect();
            counts.sort_unstable();
            counts
        });
        counts.binary_search(&(unit, number)).is_ok()
    }

    /// The figure a claim states or seems to, and what there is to say.
    pub(super) fn verdict(&mut self, index: usize) -> Told {
        let claim = &self.claims[index];
        let stated =
            claim.role == Role::Stated && matches!(claim.kind, Kind::Count | Kind::Money | Kind::Share);
        let telling = if self.names_week { 2 } else { 3 };
        let exact = claim.digits >= telling && claim.hedge.is_none();
        let nothing =
            Told { figure: None, verdict: Verdict::NotAmong, evidence: 0.0, partial: false, exact, stated };
        if claim.role != Role::Stated || claim.value == Value::Beyond {
            return nothing;
        }
        let around = self.around(claim);
        self.keywords(claim, &around);
        self.follow(index, &around);
        self.span(claim, &around);
        self.bound = self.bound.filter(|bound| {
            self.weigh(claim, *bound, &around).is_some_and(|candidate| candidate.fit != Fit::Far)
        });
        let (best, sibling) = self.likeliest(claim, &around);
        for id in self.near.touched.drain(..) {
            self.near.words[id as usize] = 0.0;
        }
        let Some(candidate) = best else { return nothing };
        let evidence = candidate.evidence;
        let told = self.decide(claim, &candidate, &around);
        let told = self.rather(claim, told, sibling.as_ref(), &around);
        let (figure, verdict) = self.of_another_place(index, told, &around);
        if let Some(figure) = figure.filter(|_| verdict == Verdict::Right) {
            self.remember(index, figure);
        }
        Told { figure, verdict, evidence, partial: around.extent.is_part(), exact, stated }
    }

    /// The likeliest figure, and the likeliest of those that have the very number and of which other words are said.
    fn likeliest(&self, claim: &Claim, around: &Around) -> (Option<Candidate>, Option<Candidate>) {
        let mut best: Option<(f64, Candidate)> = None;
        let mut sibling: Option<(f64, Candidate)> = None;
        let mut named: Option<Candidate> = None;
        // How wholly a figure is named whose number is far from the claim's.
        let mut far = 0.0_f64;
        let shapes = &self.linter.clues.shapes;
        let look = Shapes::look(claim);
        let next_stage = claim.kind == Kind::Count && self.goes_on_with_stages(claim);
        for figure in
            shapes.of_kind(claim.kind).filter(|figure| self.bound.is_none_or(|bound| bound == *figure))
        {
            // What alone of its week is counted in a unit needs no word more than the unit.
            let sole = self.linter.clues.sole[figure] && {
                let known = &self.linter.ledger.figures[figure];
                (known.unit, known.currency) == (claim.unit, claim.currency)
            };
            // 36 “have broken ground”: the stage alone points to the figures of that stage.
            let staged = next_stage && self.linter.ledger.figures[figure].stage == claim.stage;
            let pointed = sole || staged || self.near.pointed[figure] == self.near.claim;
            if !pointed && look.as_ref().is_some_and(|look| !shapes.could_be(figure, look)) {
                continue;
            }
            let Some(mut candidate) = self.weigh(claim, figure, around) else { continue };
            if self.bound == Some(figure) {
                (candidate.evidence, candidate.named) = (candidate.evidence + BOUND, 1.0);
            }
            if candidate.fit == Fit::Far && self.linter.ledger.figures[figure].unit == claim.unit {
                far = far.max(candidate.named);
            }
            let total = candidate.evidence + candidate.weight(claim);
            if candidate.is_told_by_name(claim.kind)
                && named.as_ref().is_none_or(|named| candidate.named > named.named)
            {
                named = Some(candidate.clone());
            }
            let slot = if best.as_ref().is_none_or(|(most, _)| total > *most) {
                let before = best.replace((total, candidate));
                let Some(before) = before else { continue };
                before
            } else {
                (total, candidate)
            };
            if slot.1.is_sibling() && sibling.as_ref().is_none_or(|(most, _)| slot.0 > *most) {
                sibling = Some(slot);
            }
        }
        let best = best.map(|(_, candidate)| {
            let lesser = candidate.named < LITTLE && !candidate.staged && !candidate.scoped;
            Candidate { outnamed: far >= WHOLE && lesser, ..candidate }
        });
        let by_name =
            best.as_ref().zip(named.as_ref()).is_some_and(|(best, named)| best.yields_to(named, claim));
        (if by_name { named } else { best }, sibling.map(|(_, candidate)| candidate))
    }

    /// The claims that a right number is the sum of, each with its figure: they are parts, and none of them is all.
    pub(super) fn summed(&self) -> HashSet<(usize, usize)> {
        let parts = |(at, figure): &(usize, usize)| {
            let figure = *figure;
            self.parts_of(&self.claims[*at]).into_iter().map(move |part| (part, figure))
        };
        self.right.iter().flat_map(parts).collect()
    }

    /// What there is to say of a claim when it is known which figure it states.
    pub(super) fn of(&self, index: usize, figure: usize) -> Verdict {
        let claim = &self.claims[index];
        let around = self.around(claim);
        let truth = self.linter.ledger.figures[figure].on(self.occasion.day);
        let Some(candidate) = self.weigh(claim, figure, &around) else {
            return Verdict::WrongValue { truth };
        };
        let candidate = Candidate { evidence: SURE, named: 1.0, ..candidate };
        match self.decide(claim, &candidate, &around) {
            (Some(_), verdict) => verdict,
            (None, _) => Verdict::WrongValue { truth },
        }
    }

    /// Notes how near each keyword stands: one in the claim's clause counts wholly, one elsewhere in its sentence less.
    fn keywords(&mut self, claim: &Claim, around: &Around) {
        self.near.claim += 1;
        let first = self.hits.partition_point(|hit| hit.start < around.sentence.0);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < around.sentence.1) {
            let Clue::Keyword(id) = hit.clue else { continue };
            let inside = hit.start >= around.clause.0 && hit.end <= around.clause.1;
            let touches = hit.start >= claim.place.start && hit.end <= claim.place.end
                || hit.end == claim.place.start
                || hit.start == claim.place.end;
            let near = match (touches, inside) {
                (true, _) => 1.15,
                (false, true) if self.is_nearest(claim, hit.start, hit.end, around.clause) => 1.0,
                (false, true) => 0.7,
                (false, false) => 0.5,
            };
            self.note(id, near);
        }
        let asked = around.asked.filter(|_| claim.unit_from == UnitFrom::Context);
        let nouns = asked.or(claim.unit).filter(|_| claim.kind == Kind::Count);
        // Things counted in tens of thousands are what the sentence spoke of before, others may be anything.
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(10_000));
        let near = match claim.unit_from {
            UnitFrom::Words => 0.9,
            UnitFrom::Context if asked.is_some() => 0.9,
            UnitFrom::Context if large => 0.45,
            UnitFrom::Context => 0.0,
        };
        let nouns = nouns.filter(|_| near > 0.0);
        let linter = self.linter;
        for id in nouns.and_then(|unit| linter.clues.nouns.get(&unit)).into_iter().flatten() {
            self.note(*id, near);
        }
    }

    /// Whether a keyword stands near the claim at hand.
    pub(super) fn is_said(&self, id: u32) -> bool {
        self.near.words[id as usize] > 0.0
    }

    pub(super) fn note(&mut self, id: u32, near: f64) {
        let slot = &mut self.near.words[id as usize];
        if *slot == 0.0 {
            self.near.touched.push(id);
            for figure in &self.linter.clues.figures_of[id as usize] {
                self.near.pointed[*figure as usize] = self.near.claim;
            }
        }
        *slot = slot.max(near);
    }

    fn weigh(&self, claim: &Claim, at: usize, around: &Around) -> Option<Candidate> {
        let figure = &self.linter.ledger.figures[at];
        if claim.kind != figure.kind && !fit::is_mixed(claim, figure) {
            return None;
        }
        let fit = self.fit(claim, figure, around);
        let scoped = self.scoped(at, around);
        let named = self.named(at).max(scoped);
        // An edition is of whatever event's name stands with it.
        let mut evidence = named * if figure.kind == Kind::Edition { 7.2 } else { 3.6 };
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

/// How many figures a paragraph must have, none of them right, to be taken for one about something else.
const ABOUT_ELSE: usize = 4;
/// What the words must say for a wrong figure in such a paragraph.
const PLAIN: f64 = 5.0;

/// Takes back what one claim alone suggested: a part whose whole the paragraph states rightly, and likenesses where nothing is right.
pub(super) fn give_way(told: &mut [Told], summed: &HashSet<(usize, usize)>) {
    let right: HashSet<usize> =
        told.iter().filter(|one| one.verdict == Verdict::Right).filter_map(|one| one.figure).collect();
    let about_else = right.is_empty() && told.iter().filter(|one| one.stated).count() >= ABOUT_ELSE;
    for (at, one) in told.iter_mut().enumerate() {
        let wrong = matches!(one.verdict, Verdict::WrongValue { .. } | Verdict::CountedDiffers { .. });
        let part = one.partial && one.figure.is_some_and(|figure| right.contains(&figure))
            || one.figure.is_some_and(|figure| summed.contains(&(at, figure)));
        // Three digits that agree are no likeness.
        let exact = one.exact && matches!(one.verdict, Verdict::CountedDiffers { .. });
        if wrong && (part || about_else && one.evidence < PLAIN && !exact) {
            (one.figure, one.verdict) = (None, Verdict::NotAmong);
        }
    }
}
