//! Which figure a claim states: everything near it is weighed, and the likeliest is decided on.
//!
//! Only figures that a word near the claim or its value points to are weighed, so that a claim costs the same in a ledger of a thousand.

use super::adding::breakdown::Breakdown;
use super::heard::around::Around;
use super::known::clues::{Clue, Hit};
use super::near::Near;
use super::weighing::candidate::Candidate;
use super::weighing::fit::Fit;
use super::weighing::needed::CERTAIN;
use super::{Language, Linter, Occasion, Verdict};
use crate::claim::{Claim, Kind, Role, UnitFrom, Value};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{What, is_cjk};
use crate::number::Number;
use crate::unit::Unit;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::collections::VecDeque;
use std::ops::Range;

/// More than any words say.
pub(super) const SURE: f64 = 20.0;

/// How near a word stands that touches a claim; no word stands nearer.
pub(super) const TOUCHING: f64 = 1.15;

/// Weighs the claims of one paragraph.
pub(super) struct Matcher<'a> {
    pub(super) linter: &'a Linter<'a>,
    pub(super) scan: &'a Scan<'a>,
    pub(super) claims: &'a [Claim],
    pub(super) hits: &'a [Hit],
    pub(super) occasion: &'a Occasion,
    /// The week of the occasion, by its number.
    pub(super) week: Option<u16>,
    /// Whether the paragraph says its name.
    names_week: bool,
    /// What the claims of the paragraph count, and how many of what; in order, and only when it is asked for.
    units: OnceCell<Vec<Unit>>,
    counts: OnceCell<Vec<(Unit, Number)>>,
    /// Where the names of cities stand in it that the ledger does not know; as well.
    pub(super) foreign_cities: OnceCell<Vec<Range<usize>>>,
    /// Its lists; as well.
    pub(super) lists: OnceCell<Vec<Breakdown>>,
    pub(super) near: &'a mut Near,
    /// Which claim is at hand.
    at_hand: usize,
    /// Whether the paragraph is English.
    pub(super) english: bool,
    /// The claims that were right lately, and of which figures; the last one last.
    pub(super) right: VecDeque<(usize, usize)>,
    /// The figure whose amount the claim states in other money, if it does.
    pub(super) bound: Option<usize>,
}

/// What there is to say of a claim, and how sure it is.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own")]
pub(super) struct Told {
    pub(super) figure: Option<usize>,
    pub(super) verdict: Verdict,
    /// What the words said for the figure.
    pub(super) evidence: f64,
    /// Whether it is a part of what the figures count.
    pub(super) partial: bool,
    /// Whether three digits or more are stated without a hedge, or two where the week is named.
    pub(super) exact: bool,
    /// Whether it is tens of thousands and more.
    pub(super) large: bool,
    /// Whether it is a count, an amount or a share that is stated.
    pub(super) stated: bool,
}

impl Told {
    /// Whether it is a likeness that may have to give way.
    pub(super) fn is_wrong(&self) -> bool {
        matches!(self.verdict, Verdict::WrongValue { .. } | Verdict::CountedDiffers { .. })
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
        let Near { sentences, clauses, blanks, stages, heard, .. } = &mut *near;
        sentences.clear();
        clauses.clear();
        blanks.clear();
        stages.clear();
        heard.hear(scan.text);
        let bytes = scan.text.as_bytes();
        for (at, token) in scan.tokens.iter().enumerate() {
            let blank = bytes.get(token.end) == Some(&b' ') && !bytes[token.end - 1].is_ascii();
            if blank && scan.parts_headline(token.end) {
                blanks.push(token.end);
            }
            match token.what {
                What::Line | What::Sign(_) if scan.ends_sentence(at) => {
                    sentences.push(token.end);
                    clauses.push(token.end);
                }
                What::Sign(_) if scan.parts_clauses(at) => clauses.push(token.end),
                // 计划总投资 is what the amount is called at any stage.
                What::Known(Sense::Stage(stage))
                    if !scan.text[token.start..token.end].ends_with(['资', '额']) =>
                {
                    stages.push((token.start, token.end, stage));
                }
                _ => {}
            }
        }
        let week = near.week;
        Self {
            linter,
            scan,
            claims,
            hits,
            occasion,
            names_week: week.is_some_and(|own| {
                hits.iter()
                    .any(|hit| matches!(hit.clue, Clue::Week(said) | Clue::Series(said) if said == own))
            }),
            week,
            units: OnceCell::new(),
            counts: OnceCell::new(),
            foreign_cities: OnceCell::new(),
            lists: OnceCell::new(),
            near,
            at_hand: 0,
            english: Language::of(scan.text) == Language::En,
            right: VecDeque::new(),
            bound: None,
        }
    }

    /// Which of the claims of the paragraph one is. Nearly always it is the claim at hand that is asked for.
    pub(super) fn index_of(&self, claim: &Claim) -> usize {
        let (start, at) = (claim.place.start, self.at_hand);
        let begins = |at: usize| self.claims.get(at).map(|other| other.place.start);
        if begins(at) == Some(start) && at.checked_sub(1).and_then(begins) != Some(start) {
            return at;
        }
        self.claims.partition_point(|other| other.place.start < start)
    }

    /// Whether some claim of the paragraph counts in a unit.
    pub(super) fn counts_in(&self, unit: Unit) -> bool {
        let units = self.units.get_or_init(|| {
            let mut units: Vec<Unit> = self.claims.iter().filter_map(|claim| claim.unit).collect();
            units.sort_unstable();
            units.dedup();
            units
        });
        units.binary_search(&unit).is_ok()
    }

    /// Whether some claim of the paragraph is of so many of a unit.
    pub(super) fn says(&self, unit: Unit, number: Number) -> bool {
        let counts = self.counts.get_or_init(|| {
            let counted = |claim: &Claim| claim.unit.zip(claim.value.number());
            let mut counts: Vec<(Unit, Number)> = self.claims.iter().filter_map(counted).collect();
            counts.sort_unstable();
            counts
        });
        counts.binary_search(&(unit, number)).is_ok()
    }

    /// What stands beside a claim that could state a figure.
    ///
    /// It is asked of all claims of a paragraph before any is weighed: either is so much to do that it drives the other out of what a processor
    /// has at hand.
    pub(super) fn heard(&mut self, index: usize) -> Option<Around> {
        let claim = &self.claims[index];
        // Of some sorts a ledger has no figure at all.
        let sort = self.linter.clues.shapes.sort_of(claim).filter(|sort| !sort.all.is_empty());
        let states = claim.role == Role::Stated && claim.value != Value::Beyond && sort.is_some();
        self.at_hand = index;
        states.then(|| self.beside(claim))
    }

    /// The figure a claim states or seems to by what was heard of it, and what there is to say.
    pub(super) fn verdict(&mut self, index: usize, heard: Option<&mut Around>) -> Told {
        let claim = &self.claims[index];
        let stated =
            claim.role == Role::Stated && matches!(claim.kind, Kind::Count | Kind::Money | Kind::Share);
        let telling = if self.names_week { 2 } else { 3 };
        let exact = claim.digits >= telling && claim.hedge.is_none();
        let large = claim.kind == Kind::Count
            && claim.value.number().is_some_and(|said| said >= Number::whole(10_000));
        let nothing = Told {
            figure: None,
            verdict: Verdict::NotAmong,
            evidence: 0.0,
            partial: false,
            exact,
            large,
            stated,
        };
        if claim.role != Role::Stated || claim.value == Value::Beyond {
            return nothing;
        }
        self.at_hand = index;
        let Some(around) = heard else {
            self.bound = None;
            return nothing;
        };
        self.over_time(claim, around);
        around.stage = around.stage.or_else(|| self.inherited_stage(index, around));
        around.stage = around.stage.or_else(|| self.stage_put_right(claim, around));
        self.keywords(claim, around);
        self.previous(claim, around);
        self.follow(index, around);
        self.span(claim, around);
        self.bound = self.bound.filter(|bound| {
            self.weigh(claim, *bound, around).is_some_and(|candidate| candidate.fit != Fit::Far)
        });
        let (best, sibling) = self.likeliest(claim, around);
        for id in self.near.touched.drain(..) {
            self.near.words[id as usize] = 0.0;
        }
        let wrong = |matcher: &Self, total: usize| {
            let truth = matcher.linter.ledger.figures[total].on(matcher.occasion.day);
            Told {
                figure: Some(total),
                verdict: Verdict::WrongValue { truth },
                evidence: SURE,
                ..nothing.clone()
            }
        };
        let Some(candidate) = best else {
            return self.plain_total(claim, around).map_or(nothing.clone(), |total| wrong(self, total));
        };
        let evidence = candidate.evidence;
        // 其中合同外资3.1亿美元: wholly named by its own scope, it is no part of another figure.
        let partial = around.extent.is_part()
            && !(candidate.scoped && candidate.named >= super::weighing::weigh::WHOLE);
        let told = self.decide(claim, &candidate, around);
        let told = self.rather(claim, told, &candidate, sibling.as_ref(), around);
        let (figure, verdict) = self.of_another_place(index, told, around);
        // What is said of no figure may still go on about the one told last, or be a total that only one can be.
        let open = figure.is_none() || self.is_last_in_brackets(claim);
        if let Some((figure, verdict)) = if open { self.meant(index, around) } else { None } {
            if verdict == Verdict::Right {
                self.remember(index, figure);
            }
            return Told { figure: Some(figure), verdict, evidence: SURE, partial, exact, large, stated };
        }
        let total = if figure.is_none() { self.plain_total(claim, around) } else { None };
        if let Some(total) = total {
            return wrong(self, total);
        }
        if let Some(figure) = figure.filter(|_| verdict == Verdict::Right) {
            self.remember(index, figure);
        }
        Told { figure, verdict, evidence, partial, exact, large, stated }
    }

    /// The claims that a right number is the sum of, each with its figure: they are parts, and none of them is all.
    pub(super) fn summed(&self) -> FxHashSet<(usize, usize)> {
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
        let truth = self.near.truths[figure].today;
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
        self.near.turn_to(claim.kind);
        // What alone of its week is counted in a unit needs no word more than the unit.
        let linter = self.linter;
        let sole = linter.clues.soles.get(&(claim.unit, claim.currency));
        // 36 “have broken ground”: the stage alone points to the figures of that stage.
        let stage = claim.stage.filter(|_| claim.kind == Kind::Count && self.goes_on_with_stages(claim));
        let stage =
            stage.or(around.stage.filter(|_| claim.kind == Kind::Money && self.is_of_contracts(claim)));
        let staged = stage.and_then(|stage| linter.clues.staged.get(&stage));
        for figure in sole.into_iter().chain(staged).flatten() {
            self.near.point(*figure);
        }
        // 第七届临澜创新周: the name of the week alone points to its edition, whatever that is called.
        if claim.kind == Kind::Edition && self.is_of_week_behind(claim) {
            for figure in linter.clues.editions.iter().filter_map(|at| u32::try_from(*at).ok()) {
                self.near.point(figure);
            }
        }
        let first = self.hits.partition_point(|hit| hit.start < around.sentence.0);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < around.sentence.1) {
            let Clue::Keyword(id) = hit.clue else { continue };
            let inside = hit.start >= around.clause.0 && hit.end <= around.clause.1;
            let touches = hit.start >= claim.place.start && hit.end <= claim.place.end
                || hit.end == claim.place.start
                || hit.start == claim.place.end;
            let near = match (touches, inside) {
                (true, _) => TOUCHING,
                // 三位院士、十二位企业负责人: the noun of another number is not of this one, which has its own.
                (false, true) if self.is_noun_of_another(claim, hit) => 0.2,
                (false, true) if self.is_nearest(claim, hit.start, hit.end, around.clause) => 1.0,
                (false, true) => 0.7,
                (false, false) => 0.5,
            };
            self.note(id, near);
        }
        self.elided(claim, around);
        self.aged(claim, around);
        let asked = around.asked.filter(|_| claim.unit_from == UnitFrom::Context);
        let nouns = asked.or(claim.unit).filter(|_| claim.kind == Kind::Count);
        // Things counted in tens of thousands are what the sentence spoke of before, others may be anything.
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(10_000));
        let near = match claim.unit_from {
            // 招工380人: people of any sort, and no guests.
            UnitFrom::Words if claim.unit == Some(Unit::Person) && !self.is_bare(claim) => 0.4,
            UnitFrom::Words => 0.9,
            UnitFrom::Context if asked.is_some() => 0.9,
            UnitFrom::Context if large => 0.45,
            UnitFrom::Context => 0.0,
        };
        let nouns = nouns.filter(|_| near > 0.0);
        for id in nouns.and_then(|unit| linter.clues.nouns.get(&unit)).into_iter().flatten() {
            self.note(*id, near);
        }
    }

    /// Whether a word stands directly behind another Chinese number of people or things than the claim, and one of its own behind the claim.
    fn is_noun_of_another(&self, claim: &Claim, hit: &Hit) -> bool {
        let at = self.claims.partition_point(|other| other.place.end < hit.start);
        let other = self.claims.get(at).filter(|other| other.place.end == hit.start);
        let counts = |one: &Claim| one.kind == Kind::Count && one.unit_from == UnitFrom::Words;
        let own = || self.scan.text[claim.place.end..].chars().next().is_some_and(is_cjk);
        other.is_some_and(|other| other.place != claim.place && counts(other) && other.unit == claim.unit)
            && counts(claim)
            && own()
    }

    /// Notes the words of what a Chinese clause leaves unsaid: its subject in the sentence before, the district that it is about.
    fn elided(&mut self, claim: &Claim, around: &Around) {
        let hits = self.hits;
        if let Some((start, end)) = self.subject_told(claim, around.sentence) {
            let first = hits.partition_point(|hit| hit.start < start);
            for hit in hits[first..].iter().take_while(|hit| hit.start < end) {
                if let Clue::Keyword(id) = hit.clue {
                    self.note(id, 0.7);
                }
            }
        }
        if let Some((_, item)) = self.in_turn(claim, around.sentence) {
            let (to, before) = (self.claims[item.claim].place.start, item.claim.checked_sub(1));
            let from = before.map_or(0, |before| self.claims[before].place.end);
            let first = hits.partition_point(|hit| hit.start < from);
            for hit in hits[first..].iter().take_while(|hit| hit.end <= to) {
                if let Clue::Keyword(id) = hit.clue {
                    self.note(id, 0.9);
                }
            }
        }
        let Some(place) = self.place_meant(claim, around.clause) else { return };
        let is_place = |clue: Clue| matches!(clue, Clue::Scope(key, value, _) if (key, value) == place);
        let near = self.hits_before(claim);
        let ids: Vec<u32> = near
            .iter()
            .filter(|hit| near.iter().any(|other| other.start == hit.start && is_place(other.clue)))
            .filter_map(|hit| if let Clue::Keyword(id) = hit.clue { Some(id) } else { None })
            .collect();
        for id in ids {
            self.note(id, 0.9);
        }
    }

    /// Whether a keyword stands near the claim at hand.
    pub(super) fn is_said(&self, id: u32) -> bool {
        self.near.words[id as usize] > 0.0
    }

    pub(super) fn note(&mut self, id: u32, near: f64) {
        let linter = self.linter;
        for other in &linter.clues.also[id as usize] {
            self.note_one(*other, near);
        }
        self.note_one(id, near);
    }

    fn note_one(&mut self, id: u32, near: f64) {
        if self.near.words[id as usize] == 0.0 {
            self.near.touched.push(id);
            for figure in &self.linter.clues.figures_of[self.near.kind as usize][id as usize] {
                self.near.point(*figure);
            }
        }
        let slot = &mut self.near.words[id as usize];
        *slot = slot.max(near);
    }
}

/// How many figures a paragraph must have, none of them right, to be taken for one about something else.
const ABOUT_ELSE: usize = 4;
/// What the words must say for a wrong figure in such a paragraph.
const PLAIN: f64 = 4.4;

/// Takes back what one claim alone suggested: a part whose whole the paragraph states rightly, and likenesses where nothing is right.
pub(super) fn give_way(told: &mut [Told], summed: &FxHashSet<(usize, usize)>) {
    let right: FxHashSet<usize> =
        told.iter().filter(|one| one.verdict == Verdict::Right).filter_map(|one| one.figure).collect();
    let about_else = right.is_empty() && told.iter().filter(|one| one.stated).count() >= ABOUT_ELSE;
    for (at, one) in told.iter_mut().enumerate() {
        let wrong = one.is_wrong();
        let part = one.partial && one.figure.is_some_and(|figure| right.contains(&figure))
            || one.figure.is_some_and(|figure| summed.contains(&(at, figure)));
        // Three digits that agree are no likeness.
        let exact = one.exact && matches!(one.verdict, Verdict::CountedDiffers { .. });
        // “That brings us to 145,280”: five digits that agree in what they are of are no likeness either.
        let large = one.exact && one.large && one.evidence > CERTAIN;
        // “Doors open at 9.30, the opening ceremony begins at 10.15”: when something else is.
        let time = matches!(one.verdict, Verdict::WrongValue { truth: Value::Time(_) })
            && one.figure.is_some_and(|figure| right.contains(&figure));
        if wrong && (part || time || about_else && one.evidence < PLAIN && !exact && !large) {
            (one.figure, one.verdict) = (None, Verdict::NotAmong);
        }
    }
}
