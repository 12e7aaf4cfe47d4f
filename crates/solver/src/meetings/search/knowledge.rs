//! What is known of a day while it is searched: the best plan, and how few breaks there are at least.

use super::super::learner::Lesson;
use super::super::reasons::Reason;
use super::super::state::Ground;
use super::super::{Plan, Score, score};
use super::annealing::Annealing;
use super::{Found, Standing};

pub(super) struct Knowledge {
    pub(super) best: (Score, Plan),
    /// No plan has fewer breaks.
    pub(super) fewest: u32,
    /// Why there is no plan that keeps all rules.
    reasons: Vec<Reason>,
    impossible: Possibility,
}

/// Whether there may be a plan that keeps all rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Possibility {
    Open,
    Never,
}

/// What a learner looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// A plan with as few breaks as are still thinkable; that there is none raises the bound.
    Fewest,
    /// Any plan that is better than the best.
    Better,
}

impl Knowledge {
    pub(super) fn new(best: (Score, Plan), fewest: u32, reasons: Vec<Reason>) -> Self {
        let impossible = if reasons.is_empty() { Possibility::Open } else { Possibility::Never };
        Self { best, fewest, reasons, impossible }
    }

    /// Whether nothing is better than the best.
    pub(super) fn is_proved(&self) -> bool {
        let (score, plan) = &self.best;
        plan.0.is_empty() || score.hard == 0 && score.breaks <= self.fewest
    }

    /// Whether a learner can say more than is known.
    pub(super) fn asks(&self) -> bool {
        self.impossible == Possibility::Open && !self.is_proved()
    }

    /// What a learner is to be asked: whether there is a plan with no more breaks than this, or any plan at all.
    pub(super) fn question(&self, aim: Aim) -> Option<u32> {
        let (Score { hard, breaks }, _) = self.best;
        match (aim, hard) {
            (Aim::Fewest, _) => Some(self.fewest),
            (Aim::Better, 0) => Some(breaks.saturating_sub(1).max(self.fewest)),
            (Aim::Better, _) => None,
        }
    }

    /// Takes what a learner answered; why it can never be is asked of it where that is so.
    pub(super) fn take(
        &mut self,
        ground: &Ground<'_>,
        question: Option<u32>,
        lesson: Lesson,
        blame: impl FnOnce() -> Option<Vec<u32>>,
    ) {
        match lesson {
            Lesson::Plan(plan) => {
                let score = score(ground.day, &plan).expect("the day was checked, and the plan is one of it");
                debug_assert_eq!(score.hard, 0, "the learner is told all rules");
                if score < self.best.0 {
                    self.best = (score, plan);
                }
            }
            Lesson::More => {
                self.fewest = self.fewest.max(question.map_or(0, |most| most.saturating_add(1)));
            }
            Lesson::Never => {
                self.impossible = Possibility::Never;
                self.reasons.extend(blame().map(|meetings| Reason::Together { meetings }));
            }
            Lesson::Unknown | Lesson::TooLarge => {}
        }
    }

    /// Takes the best of those who anneal.
    pub(super) fn take_best(&mut self, workers: &[Annealing<'_>]) {
        for worker in workers {
            if worker.best.0 < self.best.0 {
                self.best.clone_from(&worker.best);
            }
        }
    }

    pub(super) fn found(self, tried: u64) -> Found {
        let is_proved = self.is_proved();
        let standing = match (is_proved, self.impossible) {
            (true, _) => Standing::Best,
            (false, Possibility::Open) => Standing::Open { fewest: self.fewest },
            (false, Possibility::Never) => Standing::Impossible(self.reasons),
        };
        let (score, plan) = self.best;
        Found { plan, score, standing, tried }
    }
}
