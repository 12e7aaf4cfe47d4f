//! What the week and the scopes said around a claim, and the limit of its class, say for a figure or against it.

use super::evidence::Contrast;
use super::fit::Fit;
use crate::claim::{Claim, Kind};
use crate::lint::heard::around::{Around, Said};
use crate::lint::known::clues::Word;
use crate::lint::known::traits::Key;
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// What it says against a figure that a scope of it is not said, be it no place and no channel, of which numbers are told without a word.
const UNSAID: f64 = -1.2;

/// What all its scopes say against a figure when none is said.
pub(in crate::lint) fn unsaid(keys: impl Iterator<Item = Key>) -> f64 {
    keys.filter(|key| !matches!(key, Key::Place | Key::Channel)).fold(0.0, |weight, _| weight + UNSAID)
}

impl Matcher<'_> {
    /// A figure of another week counts only where the text speaks of that week or of its place, or states it exactly.
    #[inline]
    pub(in crate::lint) fn week(&self, claim: &Claim, at: usize, around: &Around, fit: &Fit) -> Option<f64> {
        if !self.is_current(at) {
            return self.other_week(claim, at, around, fit);
        }
        // What something rose from is no figure of this week.
        (!around.elsewhere || fit.is_meant() || self.is_of_next(at)).then_some(0.4)
    }

    /// The same of a figure of another week.
    #[inline(never)]
    fn other_week(&self, claim: &Claim, at: usize, around: &Around, fit: &Fit) -> Option<f64> {
        // What only rounds to it is the same by chance.
        let by_number = *fit == Fit::Right && (claim.hedge.is_none() || claim.digits > 2);
        if !around.tells_when_or_where() {
            return by_number.then_some(-5.0);
        }
        let own = self.linter.clues.weeks[at];
        // “In 2020 …” speaks of the week that was in 2020.
        let year = || self.linter.ledger.figures[at].as_of.and_then(|day| day.year);
        let dated = || !around.years.is_empty() && year().is_some_and(|year| around.years.contains(&year));
        let named = own.is_some_and(|own| around.weeks.contains(&own)) || dated();
        if named || around.last_week {
            return Some(if fit.is_meant() || around.elsewhere { 0.6 } else { -1.0 });
        }
        // 第六届临澜创新周观展9.6万人次: the number of the fifth is none of the sixth.
        if !around.weeks.is_empty() && around.years.is_empty() {
            return None;
        }
        if self.is_of_place(at, around) {
            return Some(0.2);
        }
        by_number.then_some(-5.0)
    }

    pub(in crate::lint) fn is_current(&self, at: usize) -> bool {
        self.near.current[at]
    }

    /// Whether the claim is said of the very place that the figure is of, which no figure of the current week is: “Jianye 23 and Jiangning 48”.
    fn is_of_place(&self, at: usize, around: &Around) -> bool {
        let clues = &self.linter.clues;
        let place =
            clues.scopes[at].iter().find(|(key, _)| clues.known_keys[usize::from(*key)] == Key::Place);
        place.is_some_and(|(key, value)| {
            let said = |said: &Said| said.key == *key && said.value == *value && said.own;
            around.scopes.iter().any(said) && !self.is_of_week(*key, *value)
        })
    }

    /// Whether the current week has figures of this scope: 全市 means another city in another week.
    fn is_of_week(&self, key: u16, value: u16) -> bool {
        self.linter.clues.week_scopes.contains(&(None, key, value)) && self.week.is_none()
            || self.linter.clues.week_scopes.contains(&(self.week, key, value))
    }

    pub(in crate::lint) fn scope(&self, at: usize, around: &Around, contrast: &mut Option<Contrast>) -> f64 {
        let clues = &self.linter.clues;
        if around.scopes.is_empty() {
            return clues.unsaid[at];
        }
        let mut weight = 0.0;
        let figure = clues.traits[at];
        let growth = figure.kind == Kind::Factor || figure.direction.is_some();
        for (key, value) in &clues.scopes[at] {
            let name = clues.known_keys[usize::from(*key)];
            // 旧船厂…五天里: the week lasts as long in each of its places, and what it holds.
            let lasts = matches!(figure.unit, Some(Unit::Day | Unit::Hour));
            if name == Key::Place && figure.kind == Kind::Count && lasts {
                continue;
            }
            let of_key = || around.scopes.iter().filter(|said| said.key == *key);
            let same = of_key().any(|said| said.value == *value);
            let own_same = of_key().any(|said| said.own && said.value == *value);
            let contrary = |said: &&Said| {
                said.value != *value && (said.word == Word::Proper || self.is_of_week(said.key, said.value))
            };
            let carried = growth && !of_key().any(|said| said.own) && !same;
            let other = !own_same
                && of_key()
                    .filter(|said| said.own || said.governs || carried && said.before)
                    .any(|said| contrary(&said));
            weight += match (same && !other, other, name) {
                (true, ..) => 1.0,
                (false, true, _) => {
                    if !matches!(contrast, Some(Contrast::Stage { .. })) {
                        *contrast = Some(Contrast::Scope(*key));
                    }
                    -1.6
                }
                (false, false, Key::Place | Key::Channel) => 0.0,
                (false, false, _) => UNSAID,
            };
        }
        for said in &around.scopes {
            let name = clues.known_keys[usize::from(said.key)];
            let narrower =
                said.own && name != Key::Place && !clues.scopes[at].iter().any(|(own, _)| *own == said.key);
            weight -= if narrower { 1.0 } else { 0.0 };
        }
        weight
    }

    /// “19 of them worth 1 billion yuan or more”: the class that a figure's name tells, told beside the claim.
    pub(in crate::lint) fn class(&self, at: usize, around: &Around) -> f64 {
        match (&self.linter.clues.classes[at], around.class) {
            (Some(class), Some(said)) if *class == said => 2.4,
            (Some(_), _) => -2.0,
            (None, Some(_)) => -1.2,
            (None, None) => 0.0,
        }
    }
}
