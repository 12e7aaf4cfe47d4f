//! What a run remembers of its steps. A variant that is only asked for its scores remembers nothing and pays one comparison a note.

use crate::run::{Change, Missing, Treated, Undefined, Warning, Why, WhyChanged};

/// Notes, or none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal {
    kept: Option<Kept>,
    /// The stage that is being made: 0 for the raw sheet.
    pub(crate) step: usize,
}

/// What was noted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    pub(crate) changes: Vec<Change>,
    pub(crate) treated: Vec<Treated>,
    pub(crate) undefined: Vec<Undefined>,
    pub(crate) warnings: Vec<Warning>,
}

impl Journal {
    /// One that keeps everything.
    pub(crate) fn keeping() -> Self {
        Self { kept: Some(Kept::default()), step: 0 }
    }

    /// One that keeps nothing.
    pub(crate) fn silent() -> Self {
        Self::default()
    }

    /// Whether it is worth finding out what would be noted.
    pub(crate) fn keeps(&self) -> bool {
        self.kept.is_some()
    }

    /// The notes.
    pub(crate) fn kept(self) -> Kept {
        self.kept.unwrap_or_default()
    }

    /// A cell became another; equal cells are no change.
    pub(crate) fn change(&mut self, case: usize, indicator: usize, from: f64, to: f64, why: WhyChanged) {
        let Some(kept) = &mut self.kept else { return };
        let there = |cell: f64| Some(cell).filter(|cell| !cell.is_nan());
        let (from, to) = (there(from), there(to));
        if from != to {
            kept.changes.push(Change { step: self.step, case, indicator, from, to, why });
        }
    }

    /// A cell has no number.
    pub(crate) fn no_cell(&mut self, case: usize, indicator: usize, why: Why) {
        self.nothing(Missing::Cell { case, indicator }, why);
    }

    /// Something has no number.
    pub(crate) fn nothing(&mut self, what: Missing, why: Why) {
        let Some(kept) = &mut self.kept else { return };
        kept.undefined.push(Undefined { step: self.step, what, why });
    }

    /// What a treatment found.
    pub(crate) fn treated(&mut self, treated: Treated) {
        if let Some(kept) = &mut self.kept {
            kept.treated.push(treated);
        }
    }

    /// Something to look at, told once.
    pub(crate) fn warn(&mut self, warning: Warning) {
        let Some(kept) = &mut self.kept else { return };
        if !kept.warnings.contains(&warning) {
            kept.warnings.push(warning);
        }
    }
}
