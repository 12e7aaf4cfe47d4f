//! Figures that are the parts of one whole by one scope: the projects signed of each sector, the activities of each district.

use super::breakdown::{Breakdown, Part};
use super::parts::{Unequal, agrees};
use crate::claim::UnitFrom;
use crate::ledger::Ledger;
use crate::lint::known::clues::Clues;
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;
use crate::lint::{Finding, Language, Linter, Verdict};
use crate::number::Number;
use crate::unit::Unit;
use rustc_hash::FxHashSet;

/// Fewer parts than these are a list only of a family that has no more.
const FEW: usize = 3;

/// The figures of a whole by the values of a scope, and the figure of the whole where the ledger says which.
#[derive(Debug)]
pub(in crate::lint) struct Family {
    total: Option<usize>,
    key: u16,
    parts: Vec<(u16, usize)>,
}

impl Family {
    /// The figure for a value of the scope.
    pub(in crate::lint) fn part(&self, value: u16) -> Option<usize> {
        self.parts.iter().find(|(of, _)| *of == value).map(|(_, figure)| *figure)
    }

    /// Whether a list has all of its parts, and no more.
    pub(in crate::lint) fn is_all(&self, list: &Breakdown) -> bool {
        list.parts.len() == self.parts.len() && list.parts.iter().all(|part| self.part(part.value).is_some())
    }
}

/// The families of a ledger, and by which values each of its scopes divides a week.
#[derive(Debug)]
pub(in crate::lint) struct Families {
    families: Vec<Family>,
    /// Week, key and value of all figures that are of no whole city.
    divided: FxHashSet<(Option<u16>, u16, u16)>,
}

impl Families {
    pub(in crate::lint) fn new(ledger: &Ledger, clues: &Clues) -> Self {
        let at = |id: &String| ledger.figures.iter().position(|figure| figure.id == *id);
        let mut families = Vec::new();
        for (total, figure) in
            ledger.figures.iter().enumerate().filter(|(_, figure)| !figure.sum_of.is_empty())
        {
            let Some(parts) = figure.sum_of.iter().map(at).collect::<Option<Vec<usize>>>() else { continue };
            let keys = (0..clues.keys.len()).filter_map(|key| u16::try_from(key).ok());
            families.extend(keys.filter_map(|key| family(clues, Some(total), key, &parts)));
        }
        for key in (0..clues.keys.len()).filter_map(|key| u16::try_from(key).ok()) {
            for parts in kin(ledger, clues, key) {
                let known = families.iter().any(|family: &Family| {
                    family.key == key
                        && parts.iter().all(|part| family.parts.iter().any(|(_, own)| own == part))
                });
                let total = made_of(ledger, clues, key, &parts);
                families.extend(family(clues, total, key, &parts).filter(|_| !known));
            }
        }
        let is_city = |(week, key, value): &(Option<u16>, u16, u16)| {
            clues.known_keys[usize::from(*key)] == Key::Place && clues.cities.get(week) == Some(value)
        };
        let own = clues.weeks.iter().zip(&clues.scopes);
        let divided = own
            .flat_map(|(week, scopes)| scopes.iter().map(|(key, value)| (*week, *key, *value)))
            .filter(|own| !is_city(own))
            .collect();
        Self { families, divided }
    }

    /// The families that a list may be of.
    pub(in crate::lint) fn by(&self, key: u16) -> impl Iterator<Item = &Family> {
        self.families.iter().filter(move |family| family.key == key)
    }

    /// Whether a list has every value by which a scope divides the week.
    pub(in crate::lint) fn is_whole(&self, list: &Breakdown, week: Option<u16>) -> bool {
        let mut values = self.divided.iter().filter(|(of, key, _)| *of == week && *key == list.key);
        values.all(|(_, _, value)| list.parts.iter().any(|part| part.value == *value))
    }
}

/// The parts of a total by one scope, when each has a value of its own.
fn family(clues: &Clues, total: Option<usize>, key: u16, parts: &[usize]) -> Option<Family> {
    let mut by_value = Vec::with_capacity(parts.len());
    for part in parts {
        let (_, value) = *clues.scopes[*part].iter().find(|(of, _)| *of == key)?;
        if by_value.iter().any(|(of, _)| *of == value) {
            return None;
        }
        by_value.push((value, *part));
    }
    (by_value.len() > 2 || total.is_some() && by_value.len() == 2).then_some(Family {
        total,
        key,
        parts: by_value,
    })
}

/// Figures that nothing but the value of one scope tells apart.
fn kin(ledger: &Ledger, clues: &Clues, key: u16) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let rest = |at: usize| clues.scopes[at].iter().filter(move |(of, _)| *of != key);
    let alike = |one: usize, other: usize| {
        let [a, b] = [one, other].map(|at| clues.traits[at]);
        (a.kind, a.unit, a.currency, a.stage) == (b.kind, b.unit, b.currency, b.stage)
            && clues.weeks[one] == clues.weeks[other]
            && clues.classes[one] == clues.classes[other]
            && ledger.figures[one].as_of == ledger.figures[other].as_of
            && rest(one).eq(rest(other))
    };
    // 全市 is the whole of the districts, and none of them.
    let is_part = |at: &usize| {
        let city =
            clues.cities.get(&clues.weeks[*at]).filter(|_| clues.known_keys[usize::from(key)] == Key::Place);
        clues.scopes[*at].iter().any(|(of, value)| *of == key && city != Some(value))
    };
    for at in (0..ledger.figures.len()).filter(is_part) {
        match groups.iter_mut().find(|group| alike(group[0], at)) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

/// The figure that is told of no part, where all the parts together make its number: the activities of all districts.
fn made_of(ledger: &Ledger, clues: &Clues, key: u16, parts: &[usize]) -> Option<usize> {
    let number = |at: usize| ledger.figures[at].value.number();
    let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.plus(number(*part)?))?;
    let city = clues.cities.get(&clues.weeks[*parts.first()?]);
    let own = |at: usize| clues.scopes[at].iter().filter(|(of, _)| *of != key);
    let is_whole = |at: &usize| {
        let (whole, part) = (clues.traits[*at], clues.traits[parts[0]]);
        (whole.kind, whole.unit, whole.currency, whole.stage)
            == (part.kind, part.unit, part.currency, part.stage)
            && clues.weeks[*at] == clues.weeks[parts[0]]
            && clues.classes[*at] == clues.classes[parts[0]]
            && clues.scopes[*at].iter().all(|(of, value)| *of != key || Some(value) == city)
            && own(*at).eq(own(parts[0]))
            && number(*at) == Some(sum)
    };
    let mut wholes = (0..ledger.figures.len()).filter(is_whole);
    wholes.next().filter(|_| wholes.next().is_none())
}

impl Linter<'_> {
    /// Judges the parts of lists by what the lists are of; gives the totals of whole lists, and what they fail by where they do not add up.
    /// `findings` and `stated` are of the claims of the paragraph.
    pub(in crate::lint) fn by_lists(
        &self,
        matcher: &Matcher,
        findings: &mut [Finding],
        stated: &mut [Option<usize>],
    ) -> Vec<(usize, Option<Verdict>)> {
        let mut totals = Vec::new();
        for list in matcher.lists() {
            let family = self.family_of(matcher, list, findings, stated);
            if let Some(family) = family {
                self.told_by_family(matcher, list, family, findings, stated);
            }
            let few = list.parts.len() < FEW;
            let whole = !few && self.families.is_whole(list, matcher.week)
                || family.is_some_and(|family| family.total.is_some() && family.is_all(list));
            let Some((at, sum)) = list.total.zip(matcher.sum_of(list)) else { continue };
            let Unequal { parts, makes, total } = sum;
            let adds_up = agrees(&matcher.claims[at], total, makes);
            let share = makes.roughly() / total.roughly();
            let fails = whole && !adds_up && (0.3..3.0).contains(&share);
            if fails || adds_up {
                totals.push((at, fails.then_some(Verdict::SumFails { parts, makes, total })));
            }
            let of_figures = list.parts.iter().any(|part| findings[part.claim].verdict == Verdict::Right);
            if family.is_none() && !few && !of_figures && (adds_up || fails) {
                // Parts of a total are no likenesses of other figures.
                for part in &list.parts {
                    let finding = &mut findings[part.claim];
                    if finding.verdict.is_alarm() {
                        (finding.figure, finding.verdict) = (None, Verdict::NotAmong);
                        stated[part.claim] = None;
                    }
                }
            }
        }
        totals
    }

    /// The family that a list is of: all its numbers but one are theirs, or their total stands with it and most of them are.
    fn family_of(
        &self,
        matcher: &Matcher,
        list: &Breakdown,
        findings: &[Finding],
        stated: &[Option<usize>],
    ) -> Option<&Family> {
        let mut best: Option<(usize, &Family)> = None;
        for family in self.families.by(list.key) {
            let right = list.parts.iter().filter(|part| is_right(matcher, family, **part)).count();
            let headed = list.total.is_some_and(|at| {
                family.total.is_some_and(|total| stated[at] == Some(self.sums.known_as(total)))
                    && findings[at].verdict == Verdict::Right
            });
            let meant = if list.parts.len() < FEW {
                right > 0 && family.is_all(list)
            } else {
                right > 1 && (right + 1 >= list.parts.len() || headed && right * 2 > list.parts.len())
            };
            if meant && best.is_none_or(|(most, _)| right > most) {
                best = Some((right, family));
            }
        }
        best.map(|(_, family)| family)
    }

    /// The parts of a list, and its total, as figures of the family that it is of.
    fn told_by_family(
        &self,
        matcher: &Matcher,
        list: &Breakdown,
        family: &Family,
        findings: &mut [Finding],
        stated: &mut [Option<usize>],
    ) {
        for part in &list.parts {
            let Some(figure) = family.part(part.value) else { continue };
            // The number of another part: the word is wrong, and not the number.
            let swapped = family
                .parts
                .iter()
                .any(|(value, other)| *value != part.value && matcher.is_number_of(part.claim, *other));
            if !swapped || is_right(matcher, family, *part) {
                self.tell(matcher, part.claim, figure, findings, stated);
            }
        }
        let all = family.is_all(list) && list.parts.iter().all(|part| is_right(matcher, family, *part));
        // 拟签约项目146个，东湖区90个，西山区56个: the whole of a list is no part of it.
        let of_part = |at: &usize| {
            matches!(findings[*at].verdict, Verdict::WrongValue { .. })
                && stated[*at]
                    .is_some_and(|of| family.parts.iter().any(|(_, part)| self.sums.known_as(*part) == of))
        };
        let total = list.total.zip(family.total).filter(|(at, _)| all || of_part(at));
        if let Some((at, total)) = total {
            self.tell(matcher, at, total, findings, stated);
        }
    }

    /// Says of a claim what there is to say when it is of a figure that its list has told.
    fn tell(
        &self,
        matcher: &Matcher,
        at: usize,
        figure: usize,
        findings: &mut [Finding],
        stated: &mut [Option<usize>],
    ) {
        let claim = &matcher.claims[at];
        let other = claim.unit_from == UnitFrom::Words && claim.unit != self.ledger.figures[figure].unit;
        let number = matcher.is_number_of(at, figure);
        if claim.currency.is_none() && other && !number && findings[at].verdict == Verdict::Right {
            return;
        }
        let verdict = match matcher.of(at, figure) {
            // Of what scope a part is, its list says better than the words around it.
            Verdict::ScopeDiffers { .. } => Verdict::Right,
            // 汀城区12个: the name of the part is no noun of what is counted.
            Verdict::CountedDiffers { .. } if number && claim.unit == Some(Unit::District) => Verdict::Right,
            verdict => verdict,
        };
        stated[at] = Some(self.sums.known_as(figure));
        findings[at] = self.finding(claim, Some(figure), verdict, Language::of(matcher.scan.text));
    }
}

/// Whether a part of a list has the number of its figure of a family.
fn is_right(matcher: &Matcher, family: &Family, part: Part) -> bool {
    family.part(part.value).is_some_and(|figure| matcher.is_number_of(part.claim, figure))
}
