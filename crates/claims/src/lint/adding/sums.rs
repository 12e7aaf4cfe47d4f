//! Parts and totals within a paragraph: whether what the text adds up does add up.
//!
//! A total is told by its words (合计, 共, in total, together) behind its parts, or by a colon, a bracket or 其中 between it and them.
//! Nothing is called a sum unless the numbers are near enough to be meant as one.

use super::parts::{PARTS, Paragraph, Unequal, agrees, same_sort};
use crate::claim::{Claim, Kind, Role};
use crate::find::tokens::scan::Scan;
use crate::ledger::Ledger;
use crate::lint::Verdict;
use crate::lint::heard::cues::{Cue, Heard};
use crate::number::Number;

/// The totals of a ledger with their parts, all by number, and the words of sums ready to be looked for.
#[derive(Debug)]
pub(in crate::lint) struct Sums {
    /// The figures that have parts: which it is, and its parts. A part that is no figure is nothing.
    totals: Vec<(usize, Vec<Option<usize>>)>,
    /// For each figure, the first that has its id: of two with one id, that is meant.
    known_as: Vec<usize>,
}

impl Sums {
    pub(in crate::lint) fn new(ledger: &Ledger) -> Self {
        let at = |id: &String| ledger.figures.iter().position(|figure| figure.id == *id);
        let mut totals = Vec::new();
        let mut known_as = Vec::with_capacity(ledger.figures.len());
        for (number, figure) in ledger.figures.iter().enumerate() {
            known_as.push(at(&figure.id).unwrap_or(number));
            if !figure.sum_of.is_empty() {
                totals.push((number, figure.sum_of.iter().map(at).collect()));
            }
        }
        Self { totals, known_as }
    }

    /// The number under which sums know a figure.
    pub(in crate::lint) fn known_as(&self, figure: usize) -> usize {
        self.known_as[figure]
    }

    /// The totals that fail, by the index of their claim; `stated` are the figures of the claims.
    pub(in crate::lint) fn failing(
        &self,
        ledger: &Ledger,
        scan: &Scan,
        claims: &[Claim],
        stated: &[Option<usize>],
        cues: &Heard,
    ) -> Vec<(usize, Verdict)> {
        let paragraph = Paragraph { ledger, scan, claims, stated, cues };
        let mut failing = Vec::new();
        for (at, claim) in claims.iter().enumerate() {
            if !matches!(claim.kind, Kind::Count | Kind::Money)
                || claim.role != Role::Stated
                || claim.hedge.is_some_and(|_| claim.digits < 2) && claim.kind == Kind::Count
            {
                continue;
            }
            // “68 from recycling and 85 from food science; a year ago there had been 319 in all”: the total of another time.
            let of_before = at > 0 && {
                let from = claims[at - 1].place.end.min(claim.place.start);
                cues.is_said(from, claim.place.start, Cue::LastYears)
            };
            let by_ledger = self.known_parts(&paragraph, at);
            let told = by_ledger
                .or_else(|| if of_before { None } else { paragraph.before(at) })
                .or_else(|| paragraph.behind(at))
                .or_else(|| paragraph.completed(at))
                .or_else(|| paragraph.undone(at));
            if let Some(Unequal { parts, makes, total }) = told {
                failing.push((at, Verdict::SumFails { parts, makes, total }));
            }
        }
        failing
    }

    /// The ledger knows the parts, and the paragraph gives them all.
    fn known_parts(&self, paragraph: &Paragraph, at: usize) -> Option<Unequal> {
        let Paragraph { ledger, claims, stated, .. } = paragraph;
        let number = stated[at]?;
        // “up from the 78 announced”: what a total was before has other parts.
        if paragraph.is_what_was(at) {
            return None;
        }
        let (_, parts) = self.totals.iter().find(|(total, _)| *total == number)?;
        let (figure, total) = (&ledger.figures[number], &claims[at]);
        let low = at.saturating_sub(PARTS);
        let near = low..(at + PARTS + 1).min(claims.len());
        let find = |part: &Option<usize>| near.clone().find(|at| part.is_some() && stated[*at] == *part);
        let mut places: Vec<usize> = parts.iter().map(find).collect::<Option<_>>()?;
        places.sort_unstable();
        let parts: Vec<Number> =
            places.into_iter().map(|at| paragraph.amount(at, total)).collect::<Option<_>>()?;
        let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(*part))?;
        // “152 to be signed: 54, 39 … As of 2 July there had been 109”: what the parts make stands elsewhere.
        let told_elsewhere = (0..claims.len()).any(|other| {
            other != at
                && stated[other] == Some(number)
                && claims[other].hedge.is_none()
                && paragraph.amount(other, total).is_some_and(|said| agrees(&claims[other], said, sum))
        });
        if told_elsewhere {
            return None;
        }
        let said = paragraph.amount(at, total)?;
        // A hedged total is held against what it stands for.
        let truth = figure.value.number().filter(|_| {
            total.hedge.is_some() && figure.currency.is_none_or(|currency| currency == ledger.currency)
        });
        let fails = match truth {
            Some(truth) => sum != truth,
            None => !agrees(total, said, sum),
        };
        // What its own words exclude is told by them; of the truth only where nothing else is wrong with the sum.
        let stands_for = truth.filter(|_| paragraph.holds(total, said, sum));
        fails.then_some(Unequal { parts, makes: sum, total: stands_for.unwrap_or(said) })
    }

    /// Figures found by elimination: of a total and all its parts in a paragraph, the one claim that no figure has is the one that is wrong.
    pub(in crate::lint) fn eliminated(
        &self,
        ledger: &Ledger,
        claims: &[Claim],
        stated: &[Option<usize>],
    ) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        if stated.iter().flatten().next().is_none() {
            return found;
        }
        let mut there: Vec<usize> = Vec::new();
        for (total, parts) in self.totals.iter().filter(|(_, parts)| parts.len() > 1) {
            there.clear();
            let (mut missing, mut lacking) = (None, 0);
            for id in parts.iter().copied().chain([Some(self.known_as[*total])]) {
                if let Some(at) = stated.iter().position(|figure| id.is_some() && *figure == id) {
                    there.push(at);
                } else {
                    (missing, lacking) = (id, lacking + 1);
                }
                if lacking > 1 {
                    break;
                }
            }
            let (1, Some(id), Some(first), Some(last)) =
                (lacking, missing, there.iter().min(), there.iter().max())
            else {
                continue;
            };
            let sort = &claims[there[0]];
            let near = first.saturating_sub(2)..(last + 3).min(claims.len());
            let truth = ledger.figures[id].value.number().map(Number::roughly);
            let like = |claim: &Claim| {
                let said = claim.value.number().map(Number::roughly);
                said.zip(truth).is_some_and(|(said, truth)| said >= truth * 0.45 && said <= truth * 2.2)
            };
            let mut free = near
                .filter(|at| stated[*at].is_none() && same_sort(&claims[*at], sort) && like(&claims[*at]));
            if let (Some(at), None) = (free.next(), free.next()) {
                found.push((at, id));
            }
        }
        found
    }

    /// The figure whose parts are all stated near a claim that states none itself.
    pub(in crate::lint) fn made_of(
        &self,
        claims: &[Claim],
        stated: &[Option<usize>],
        at: usize,
    ) -> Option<usize> {
        if stated[at].is_some() {
            return None;
        }
        let near = at.saturating_sub(PARTS)..(at + PARTS + 1).min(claims.len());
        let told = |part: &Option<usize>| {
            part.is_some()
                && near.clone().any(|near| stated[near] == *part && same_sort(&claims[near], &claims[at]))
        };
        let made = self.totals.iter().find(|(_, parts)| parts.len() > 1 && parts.iter().all(told));
        made.map(|(total, _)| *total)
    }
}
