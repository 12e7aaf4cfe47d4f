//! Sets of stages: those of a clause, of a sentence, of a name.

use crate::claim::Stage;

/// Some of the stages.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Stages(u8);

impl Stages {
    pub(in crate::lint) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::lint) fn are_several(self) -> bool {
        self.0.count_ones() > 1
    }

    pub(in crate::lint) fn contains(self, stage: Stage) -> bool {
        self.0 >> stage as u8 & 1 == 1
    }
}

impl From<Stage> for Stages {
    fn from(stage: Stage) -> Self {
        Self(1 << stage as u8)
    }
}

impl FromIterator<Stage> for Stages {
    fn from_iter<I: IntoIterator<Item = Stage>>(stages: I) -> Self {
        Self(stages.into_iter().fold(0, |all, stage| all | Self::from(stage).0))
    }
}
