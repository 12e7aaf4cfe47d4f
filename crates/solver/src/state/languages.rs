//! Whether something is on in every language: entries by language in each slot.

use super::{Ground, Shift};
use crate::{Rule, Score};

#[derive(Clone)]
pub(crate) struct Languages {
    /// By language, then by slot of the line; empty where nobody counts.
    on: Vec<u16>,
    count: usize,
}

impl Languages {
    pub(crate) fn new(ground: &Ground<'_>) -> Self {
        let languages = if ground.on(Rule::Variety) { ground.problem.languages as usize } else { 0 };
        Self { on: vec![0; languages * ground.line], count: languages }
    }

    pub(crate) fn shift(&mut self, ground: &Ground<'_>, shift: Shift) -> Score {
        let asks = &ground.problem.entries[shift.entry as usize];
        let Some(language) = asks.language.filter(|_| self.count > 0) else {
            return Score::default();
        };
        let from = ground.base[ground.period[shift.block as usize] as usize] + usize::from(shift.slot);
        let mut rise = 0;
        for slot in from..from + usize::from(asks.slots) {
            rise -= self.missing(ground.line, slot);
            let on = &mut self.on[language as usize * ground.line + slot];
            *on = if shift.sign > 0 { *on + 1 } else { *on - 1 };
            rise += self.missing(ground.line, slot);
        }
        ground.unit[Rule::Variety as usize] * rise
    }

    /// The languages in which nothing is on, where something is.
    fn missing(&self, line: usize, slot: usize) -> i64 {
        let without = (0..self.count).filter(|language| self.on[language * line + slot] == 0).count();
        if without == self.count { 0 } else { i64::try_from(without).expect("languages are few") }
    }
}
