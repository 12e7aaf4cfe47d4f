//! Annealing and learners beside each other, until somebody has the proof or the time is over.
//!
//! Chance decides how long a learner looks for the best plan, by a factor of ten and more. So where there are two threads, the one that anneals
//! soon becomes a second learner of another seed for most of its time; where there are more, two learn from the beginning.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::thread;

use super::super::learner::{Learner, Lesson};
use super::super::state::Ground;
use super::annealing::{Annealing, ROUND};
use super::knowledge::{Aim, Knowledge};
use super::{Progress, first, run};
use crate::Limits;

/// Conflicts of the first questions: some seconds. Later ones have more and more.
const SHORT: u64 = 4_000;

/// Rounds of annealing before its thread learns as well.
const ALONE: u64 = 40;

/// What all threads know, and whether they may stop.
struct Shared<'a> {
    ground: &'a Ground<'a>,
    known: Mutex<Knowledge>,
    ended: AtomicBool,
}

impl Shared<'_> {
    fn known(&self) -> MutexGuard<'_, Knowledge> {
        self.known.lock().expect("nobody panics while they hold it")
    }

    /// Asks the learner once; whether it can be asked again.
    fn ask(&self, learner: &mut Learner<'_>, aim: Aim, conflicts: u64) -> Further {
        let question = {
            let known = self.known();
            if !known.asks() {
                return Further::Done;
            }
            known.question(aim)
        };
        let lesson = learner.ask(question, conflicts);
        let is_too_large = lesson == Lesson::TooLarge;
        // Whom to blame is found out before anybody has to wait for it.
        let blamed = if lesson == Lesson::Never { learner.blame() } else { None };
        let mut known = self.known();
        known.take(self.ground, question, lesson, || blamed);
        if known.is_proved() {
            self.ended.store(true, Ordering::Relaxed);
        }
        if is_too_large || !known.asks() { Further::Done } else { Further::Asks }
    }
}

/// Whether there is anything left to learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Further {
    Asks,
    Done,
}

pub(super) fn search<'a>(
    ground: &'a Ground<'a>,
    limits: &Limits<'_>,
    spent: &(dyn Fn() -> f64 + Sync),
    known: Knowledge,
    watch: &mut dyn FnMut(Progress),
) -> (Knowledge, u64) {
    let shared = Shared { ground, known: Mutex::new(known), ended: AtomicBool::new(false) };
    let called_off = || shared.ended.load(Ordering::Relaxed) || spent() >= 1.0;
    let learners = if limits.threads > 2 { 2 } else { 1 };
    let annealing = |number| Annealing::new(first::placed(ground), limits.seed, number);
    let tried = thread::scope(|scope| {
        let mut running = Vec::new();
        for number in 0..learners {
            let (shared, called_off) = (&shared, &called_off);
            let learner = Learner::new(ground, limits.seed.wrapping_add(number as u64), called_off);
            let worker = annealing(limits.threads + usize::from(number > 0));
            running.push(scope.spawn(move || learn(shared, learner, number, worker, called_off)));
        }
        let mut workers: Vec<Annealing<'_>> = (0..limits.threads).skip(learners).map(annealing).collect();
        let mut own = (learners == 1)
            .then(|| Learner::new(ground, limits.seed.wrapping_add(learners as u64), &called_off));
        let mut round = 0;
        loop {
            let tried = workers.iter().map(Annealing::tried).sum();
            let now = spent();
            let (best, is_over, fewest) = {
                let mut known = shared.known();
                known.take_best(&workers);
                (known.best.0, known.is_proved() || now >= 1.0, known.fewest)
            };
            watch(Progress { spent: now, best, tried });
            if is_over {
                shared.ended.store(true, Ordering::Relaxed);
                let others =
                    running.into_iter().map(|thread| thread.join().expect("a learner does not panic"));
                return tried + others.sum::<u64>();
            }
            run(&mut workers, ROUND, fewest);
            round += 1;
            if round > ALONE
                && let Some(learner) = &mut own
            {
                let (aim, conflicts) = in_turn(round - ALONE);
                if shared.ask(learner, aim, conflicts) == Further::Done {
                    own = None;
                }
            }
        }
    });
    (shared.known.into_inner().expect("nobody panics while they hold it"), tried)
}

/// Learns until there is nothing left to learn, and anneals from then on; the moves it tried.
fn learn(
    shared: &Shared<'_>,
    mut learner: Learner<'_>,
    number: usize,
    worker: Annealing<'_>,
    called_off: &(dyn Fn() -> bool + Sync),
) -> u64 {
    let mut turn = 1;
    while !called_off() {
        // The first looks for the fewest and for nothing else, as soon as there is any plan; the second for both.
        let is_any = shared.known().best.0.hard == 0;
        let (aim, conflicts) = if number == 0 && is_any { (Aim::Fewest, u64::MAX) } else { in_turn(turn) };
        if shared.ask(&mut learner, aim, conflicts) == Further::Done {
            break;
        }
        turn += 1;
    }
    drop(learner);
    let mut workers = [worker];
    while !called_off() {
        let fewest = shared.known().fewest;
        run(&mut workers, ROUND, fewest);
        shared.known().take_best(&workers);
    }
    workers[0].tried()
}

/// Mostly the fewest, now and then anything better, and longer each time.
const fn in_turn(turn: u64) -> (Aim, u64) {
    let aim = if turn.is_multiple_of(3) { Aim::Better } else { Aim::Fewest };
    let doublings = if turn / 3 < 40 { turn / 3 } else { 40 };
    (aim, SHORT << doublings)
}
