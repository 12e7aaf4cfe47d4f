//! Lists that break a number down by sector, district or source: so many for each word of one scope, whole or in part.
//!
//! “142 altogether. Rail equipment leads with 51; food follows with 44, new materials have 28 …”: no part of the list says what is counted, and
//! a part alone may be like a number of anything. The list as a whole tells it.

use super::parts::{Unequal, is_held_against, is_speck, same_sort};
use crate::claim::{Change, Claim, Kind, Role, UnitFrom};
use crate::lint::heard::cues::Cue;
use crate::lint::known::clues::{Clue, Hit};
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;
use crate::lint::verdicts::judge::{self, Standing};
use crate::number::Number;
use crate::unit::Unit;
use std::ops::Range;

/// Fewer parts than these make no list; two are one only of a family that has no third.
const FEWEST: usize = 2;
/// How far the number of a part may stand from its word, in bytes; behind the number, hardly anything stands between.
const AHEAD: usize = 64;
const BEHIND: usize = 24;
/// How far from its word the number of one of two parts may stand.
const CLOSE: usize = 12;
/// How far apart two parts, and the total from the nearest of them, may stand.
const APART: usize = 160;

/// One part: the value of the scope it is said of, and its claim.
#[derive(Debug, Clone, Copy)]
pub(in crate::lint) struct Part {
    pub(in crate::lint) value: u16,
    pub(in crate::lint) claim: usize,
}

/// The parts of a list in the order of the text, and the claim that is their total, if the text tells one.
#[derive(Debug)]
pub(in crate::lint) struct Breakdown {
    pub(in crate::lint) key: u16,
    pub(in crate::lint) parts: Vec<Part>,
    pub(in crate::lint) total: Option<usize>,
}

/// A word of a scope where it stands.
#[derive(Debug, Clone, Copy)]
struct Label {
    start: usize,
    end: usize,
    value: u16,
}

impl Matcher<'_> {
    /// The lists of the paragraph, found once.
    pub(in crate::lint) fn lists(&self) -> &[Breakdown] {
        self.lists.get_or_init(|| self.breakdowns())
    }

    /// The lists of the paragraph, by every scope in turn.
    fn breakdowns(&self) -> Vec<Breakdown> {
        let mut found = Vec::new();
        if self.claims.len() < FEWEST || self.hits.len() < FEWEST {
            return found;
        }
        for key in 0..self.linter.clues.keys.len() {
            let Ok(key) = u16::try_from(key) else { break };
            let labels = self.labels(key);
            let mut rest = &labels[..];
            while rest.len() >= FEWEST {
                let (run, behind) = rest.split_at(run_of(rest));
                self.lists_of(key, run, behind.first(), &mut found);
                rest = behind;
            }
        }
        found
    }

    /// The words of a scope in the paragraph; of two that overlap, the longer one.
    fn labels(&self, key: u16) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        let clues = &self.linter.clues;
        // 全市签约的161个项目: the city is no part of itself.
        let city = clues.cities.get(&self.week).filter(|_| clues.known_keys[usize::from(key)] == Key::Place);
        let of_key =
            |hit: &&Hit| matches!(hit.clue, Clue::Scope(of, value, _) if of == key && city != Some(&value));
        for hit in self.hits.iter().filter(of_key).filter(|hit| !self.is_in_week_name(hit)) {
            let Clue::Scope(_, value, _) = hit.clue else { continue };
            let label = Label { start: hit.start, end: hit.end, value };
            match labels.last_mut().filter(|last| hit.start < last.end) {
                Some(last) if hit.end - hit.start > last.end - last.start => *last = label,
                Some(_) => {}
                None => labels.push(label),
            }
        }
        labels
    }

    /// The lists that a run of words of one scope may head: each sort of claim beside the first of them begins one.
    fn lists_of(&self, key: u16, run: &[Label], after: Option<&Label>, found: &mut Vec<Breakdown>) {
        let end = after.map_or(self.scan.text.len(), |label| label.start);
        for first in 0..=run.len().saturating_sub(FEWEST) {
            let until = run.get(first + 1).map_or(end, |next| next.start);
            let begun = found.len();
            for seed in self.claims_within(run[first].end, until) {
                let ahead = self.parts_by(run, end, seed, true);
                let behind = self.parts_by(run, end, seed, false);
                let parts = if behind.len() > ahead.len() { behind } else { ahead };
                let known = |list: &Breakdown| list.parts.iter().any(|part| part.claim == parts[0].claim);
                let close = parts.len() > FEWEST || self.are_close(run, &parts);
                if parts.len() >= FEWEST && close && !found.iter().any(known) {
                    found.push(Breakdown { key, total: self.total_of(&parts), parts });
                }
            }
            if found.len() > begun {
                return;
            }
        }
    }

    /// Whether each part has its word directly beside it: of two, nothing else says that they are a list.
    fn are_close(&self, run: &[Label], parts: &[Part]) -> bool {
        parts.iter().all(|part| {
            let place = &self.claims[part.claim].place;
            run.iter().filter(|label| label.value == part.value).any(|label| {
                let gap = if label.end <= place.start {
                    place.start - label.end
                } else {
                    label.start.abs_diff(place.end)
                };
                gap <= CLOSE
            })
        })
    }

    /// The claims behind a word that are near enough to be said of it.
    fn claims_within(&self, from: usize, to: usize) -> Range<usize> {
        let first = self.claims.partition_point(|claim| claim.place.start < from);
        let to = to.min(from + AHEAD);
        let last = self.claims.partition_point(|claim| claim.place.start < to);
        first..last.max(first)
    }

    fn claims_between(&self, from: usize, to: usize) -> Range<usize> {
        let first = self.claims.partition_point(|claim| claim.place.start < from);
        let last = self.claims.partition_point(|claim| claim.place.end <= to);
        first..last.max(first)
    }

    /// The parts that are alike to `seed`, each with the word before it or, the other way round, behind it.
    fn parts_by(&self, run: &[Label], end: usize, seed: usize, before: bool) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut last = None;
        for (at, label) in run.iter().enumerate() {
            let found = if before {
                let until = run.get(at + 1).map_or(end, |next| next.start);
                self.claims_between(label.end, until).find(|claim| {
                    // 汀城区12个: what touches the number is the name of the part, and not what it counts.
                    let named = self.claims[*claim].place.start == label.end;
                    self.is_part(*claim, seed, named) && self.reaches(label.end, *claim)
                })
            } else {
                let from = at.checked_sub(1).map_or(0, |before| run[before].end);
                let near = label.start.saturating_sub(AHEAD).max(from);
                self.claims_between(near, label.start)
                    .rev()
                    .find(|claim| self.is_part(*claim, seed, false) && self.is_beside(*claim, label.start))
            };
            let Some(claim) = found else { continue };
            let place = &self.claims[claim].place;
            if last.is_some_and(|last| place.start > last + APART) {
                if parts.len() >= FEWEST {
                    break;
                }
                parts.clear();
            }
            last = Some(place.end);
            parts.push(Part { value: label.value, claim });
        }
        parts
    }

    /// Whether a claim is stated, and of the sort of the list; what it counts says nothing where only its name was `named`.
    fn is_part(&self, claim: usize, seed: usize, named: bool) -> bool {
        let (claim, seed) = (&self.claims[claim], &self.claims[seed]);
        let plain = |claim: &Claim| {
            claim.role == Role::Stated
                && matches!(claim.kind, Kind::Count | Kind::Money)
                && !matches!(claim.change, Some(Change::Up | Change::Down))
                && claim.value.number().is_some()
        };
        let counted = |claim: &Claim| !claim.unit.is_some_and(Unit::is_measure);
        let unit = claim.unit == seed.unit
            || named && counted(claim) && counted(seed)
            || [claim, seed].iter().any(|one| {
                one.unit_from == UnitFrom::Context && counted(one) || one.unit == Some(Unit::Item)
            })
            || same_sort(claim, seed);
        let alike = plain(claim) && plain(seed) && claim.kind == seed.kind && claim.currency == seed.currency;
        // 外资按1美元兑7.12元计: a rate is no part of an amount.
        let [said, other] = [claim, seed].map(|claim| claim.value.number());
        let sized =
            said.zip(other).is_some_and(|(said, other)| !is_speck(said, other) && !is_speck(other, said));
        alike && unit && sized
    }

    /// Whether a number is said of the word before it: no sentence ends between them, and no other part is parted from it there.
    fn reaches(&self, from: usize, claim: usize) -> bool {
        let between = self.scan.text.get(from..self.claims[claim].place.start).unwrap_or_default();
        let lead = between.trim_start();
        let ended = between.contains(['。', '！', '？', '；', ';', '\n']) || between.contains(". ");
        let next = lead.starts_with([',', '，', '、']) && lead.len() < 3 || lead.starts_with("and ");
        between.len() <= AHEAD && !ended && !next && !is_held_against(between)
    }

    /// “51 from rail equipment”: whether the word behind a number is what it is said of.
    fn is_beside(&self, claim: usize, label: usize) -> bool {
        let between = self.scan.text.get(self.claims[claim].place.end..label).unwrap_or_default();
        between.len() <= BEHIND && !between.contains(['，', '、', '；', '。', ',', ';', '.', '\n', ':', '：'])
    }

    /// The total of a list: the nearest number of its sort before it, or behind it one that is said to be a sum.
    fn total_of(&self, parts: &[Part]) -> Option<usize> {
        let (first, last) = (parts.first()?.claim, parts.last()?.claim);
        let largest = parts.iter().filter_map(|part| self.claims[part.claim].value.number()).max();
        let is_whole = |at: &usize| {
            let total = &self.claims[*at];
            let said = total.value.number();
            // 51个签约项目分三批登台，其中生物医药23个: three is no whole of more.
            self.is_part(*at, first, false)
                && said.zip(largest).is_some_and(|(said, part)| part <= said && !is_speck(part, said))
                && !is_held_against(&self.scan.text[..total.place.start])
        };
        let from = self.claims[first].place.start;
        let ahead = (first.saturating_sub(4)..first)
            .rev()
            .find(|at| is_whole(at) && from.saturating_sub(self.claims[*at].place.end) <= APART);
        let to = self.claims[last].place.end;
        let summed = |at: &usize| {
            let start = self.claims[*at].place.start;
            start <= to + APART / 2 && self.near.heard.is_said(to, start, [Cue::Sum, Cue::SumBehind])
        };
        let behind = (last + 1..self.claims.len()).take(2).find(|at| is_whole(at) && summed(at));
        // “Saltgate has 33 of the 87 activities; Northquay has 22 …”
        let of_all = |at: &usize| {
            let (part, total) = (&self.claims[first].place, &self.claims[*at].place);
            matches!(self.scan.text.get(part.end..total.start), Some(" of the " | " of all " | " of "))
        };
        let within = Some(first + 1).filter(|at| *at < self.claims.len() && of_all(at) && is_whole(at));
        within.or(behind).or(ahead)
    }

    /// Whether a claim has the very number of a figure, as far as its words are exact.
    pub(in crate::lint) fn is_number_of(&self, claim: usize, figure: usize) -> bool {
        let (claim, figure) = (&self.claims[claim], &self.linter.ledger.figures[figure]);
        let truth = figure.on(self.occasion.day);
        let alike = claim.kind == figure.kind && claim.currency == figure.currency;
        alike && judge::stands(claim, figure, truth, &self.linter.ledger.hedges) == Standing::Right
    }

    /// The parts, what they make and the total, when all of them are told exactly.
    pub(in crate::lint) fn sum_of(&self, list: &Breakdown) -> Option<Unequal> {
        let total = &self.claims[list.total?];
        let exact = |part: &Part| {
            let claim = Some(&self.claims[part.claim]).filter(|claim| claim.hedge.is_none());
            claim?.value.number()
        };
        let parts: Vec<Number> = list.parts.iter().map(exact).collect::<Option<_>>()?;
        let makes = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(*part))?;
        Some(Unequal { parts, makes, total: total.value.number()? })
    }
}

/// How many words follow one another before one of them is said again.
fn run_of(labels: &[Label]) -> usize {
    let again = |at: &usize| labels[..*at].iter().any(|before| before.value == labels[*at].value);
    (1..labels.len()).find(again).unwrap_or(labels.len())
}
