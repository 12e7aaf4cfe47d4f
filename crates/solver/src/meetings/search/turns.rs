//! Annealing and learner in turns of fixed lengths: the same at every run where steps are limited.

use super::super::learner::{Learner, Lesson};
use super::super::state::Ground;
use super::annealing::{Annealing, ROUND};
use super::knowledge::{Aim, Knowledge};
use super::{Progress, first, run};
use crate::Limits;
use crate::search::Budget;

/// Rounds before the learner is asked: most days are done by then.
const ALONE: u64 = 2;

/// Conflicts in an answer: a few tenths of a second where they are hard to come by.
const CONFLICTS: u64 = 1_000;

/// Questions in a turn, as long as each is answered: a small day is done in one.
const QUESTIONS: u64 = 8;

pub(super) fn search(
    ground: &Ground<'_>,
    limits: &Limits<'_>,
    mut known: Knowledge,
    watch: &mut dyn FnMut(Progress),
) -> (Knowledge, u64) {
    let called_off = || limits.budget.is_over();
    let mut workers: Vec<Annealing<'_>> = (0..limits.threads.max(1))
        .map(|number| Annealing::new(first::placed(ground), limits.seed, number))
        .collect();
    let mut learner = known.asks().then(|| Learner::new(ground, limits.seed, &called_off));
    let mut round = 0;
    loop {
        let tried = workers.iter().map(Annealing::tried).sum();
        let spent = limits.budget.spent(round * ROUND);
        watch(Progress { spent, best: known.best.0, tried });
        if known.is_proved() || spent >= 1.0 {
            return (known, tried);
        }
        run(&mut workers, steps(limits.budget, round), known.fewest);
        known.take_best(&workers);
        round += 1;
        if round < ALONE || !known.asks() {
            continue;
        }
        if let Some(asked) = learner.take() {
            learner = turn(ground, &mut known, asked, round);
        }
    }
}

/// Asks the learner until it does not know; the learner again, unless there was too much to tell it.
fn turn<'a>(
    ground: &Ground<'_>,
    known: &mut Knowledge,
    mut asked: Learner<'a>,
    round: u64,
) -> Option<Learner<'a>> {
    for number in 0..QUESTIONS {
        // As long as no plan keeps all rules, any that does is worth more than a bound.
        let better = known.best.0.hard > 0 && number == 0 || (round + number).is_multiple_of(4);
        let question = known.question(if better { Aim::Better } else { Aim::Fewest });
        let lesson = asked.ask(question, CONFLICTS);
        let is_answered = matches!(lesson, Lesson::Plan(_) | Lesson::More);
        if lesson == Lesson::TooLarge {
            return None;
        }
        known.take(ground, question, lesson, || asked.blame());
        if !is_answered || !known.asks() {
            break;
        }
    }
    Some(asked)
}

/// How many steps the next round has.
fn steps(budget: Budget<'_>, round: u64) -> u64 {
    match budget {
        Budget::Steps(steps) | Budget::StepsUnless(steps, _) => ROUND.min(steps - round * ROUND),
        Budget::Spent(_) => ROUND,
    }
}
