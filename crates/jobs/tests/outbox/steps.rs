//! One worker, one step at a time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use festoon_app::tasks::Mishap;
use festoon_domain::text::Lang;
use festoon_jobs::{Failed, MOST_ATTEMPTS, Outcome, Step, Worked, pause_after};
use festoon_store::outbox;

use crate::stage::{Clock, does, on_both, outcome, put, put_due, standing, worker};

#[test]
fn a_task_is_done_once_and_struck_off() {
    on_both(|place| {
        let clock = Clock::new();
        let done = Arc::new(Mutex::new(Vec::new()));
        let work = does("greet", {
            let done = Arc::clone(&done);
            move |body| {
                done.lock().expect("whole").push(body.to_owned());
                Ok(())
            }
        });
        let id = put(place, &clock, "greet", 7);
        let worker = worker(place, "one", &clock, vec![work]);

        let greeted = Worked { id, kind: "greet".into(), attempts: 1, outcome: Outcome::Done };
        assert_eq!(worker.step(), Ok(Step::Worked(greeted)));
        assert_eq!(worker.step(), Ok(Step::Idle));
        assert_eq!(*done.lock().expect("whole"), ["7"]);
        assert_eq!(standing(place), []);
    });
}

#[test]
fn nothing_is_done_before_its_hour() {
    on_both(|place| {
        let clock = Clock::new();
        put_due(place, &clock, "greet", 1, clock.in_seconds(3600));
        let worker = worker(place, "one", &clock, vec![does("greet", |_| Ok(()))]);
        clock.moves(3599);
        assert_eq!(worker.step(), Ok(Step::Idle));
        clock.moves(1);
        assert_eq!(outcome(worker.step()), (1, Outcome::Done));
    });
}

#[test]
fn a_failing_task_is_tried_again_later_and_later_and_then_given_up() {
    on_both(|place| {
        let clock = Clock::new();
        let mishap = Mishap::Failed("the mail server is away".into());
        let id = put(place, &clock, "mail", 1);
        let worker = worker(
            place,
            "one",
            &clock,
            vec![does("mail", |_| Err(Failed::for_now("the mail server is away")))],
        );

        for attempt in 1..MOST_ATTEMPTS {
            let pause = pause_after(attempt).expect("not the last").as_secs();
            let again = clock.in_seconds(pause);
            assert_eq!(outcome(worker.step()), (attempt, Outcome::Again(again, mishap.clone())));
            clock.moves(pause - 1);
            assert_eq!(worker.step(), Ok(Step::Idle), "{attempt}");
            clock.moves(1);
        }
        assert_eq!(outcome(worker.step()), (MOST_ATTEMPTS, Outcome::Dead(mishap.clone())));
        clock.moves(100_000);
        assert_eq!(worker.step(), Ok(Step::Idle));

        let [dead] = standing(place).try_into().expect("one task");
        assert_eq!((dead.task.id, dead.last_error), (id, Some(mishap.to_string())));
        assert!(dead.dead_at.is_some());

        let now = clock.now();
        assert_eq!(place.store.write(move |tx| outbox::revive(tx, id, now)), Ok(true));
        assert_eq!(outcome(worker.step()), (1, Outcome::Again(clock.in_seconds(5), mishap)));
    });
}

#[test]
fn what_can_never_succeed_is_given_up_at_once() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "mail", 1);
        let worker =
            worker(place, "one", &clock, vec![does("mail", |_| Err(Failed::for_good("no such address")))]);
        assert_eq!(outcome(worker.step()), (1, Outcome::Dead(Mishap::Failed("no such address".into()))));
    });
}

#[test]
fn a_kind_that_nobody_knows_is_given_up_with_what_would_be_right() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "hologram", 1);
        let worker = worker(place, "one", &clock, vec![does("mail", |_| Ok(()))]);
        assert_eq!(outcome(worker.step()), (1, Outcome::Dead(Mishap::UnknownKind("hologram".into()))));

        let error = standing(place).remove(0).last_error.expect("an error");
        let told = Mishap::parse(&error);
        assert_eq!(
            told.sentence(Lang::En),
            "Nobody here knows tasks of the kind “hologram”; a newer Festoon may have left it. Upgrade, then try again."
        );
        assert_eq!(
            told.sentence(Lang::Zh),
            "不认识「hologram」这种任务，可能是更新版本的 Festoon 留下的。请升级后重试。"
        );
    });
}

#[test]
fn a_handler_that_panics_has_failed_and_the_worker_goes_on() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "mail", 1);
        let fixed = Arc::new(AtomicBool::new(false));
        let work = does("mail", {
            let fixed = Arc::clone(&fixed);
            move |body| {
                assert!(fixed.load(Ordering::SeqCst), "task {body} met a bug");
                Ok(())
            }
        });
        let worker = worker(place, "one", &clock, vec![work]);
        let mishap = Mishap::Panicked("task 1 met a bug".into());
        assert_eq!(outcome(worker.step()), (1, Outcome::Again(clock.in_seconds(5), mishap)));

        fixed.store(true, Ordering::SeqCst);
        clock.moves(5);
        assert_eq!(outcome(worker.step()), (2, Outcome::Done));
    });
}

#[test]
fn a_task_that_always_fails_is_in_no_others_way() {
    on_both(|place| {
        let clock = Clock::new();
        for number in 1..=3 {
            put(place, &clock, "poison", number);
        }
        clock.moves(1);
        put(place, &clock, "mail", 4);
        let handlers = vec![does("poison", |_| panic!("poison")), does("mail", |_| Ok(()))];
        let worker = worker(place, "one", &clock, handlers);

        let outcomes: Vec<Outcome> = (0..4).map(|_| outcome(worker.step()).1).collect();
        assert!(matches!(outcomes[..3], [Outcome::Again(..), Outcome::Again(..), Outcome::Again(..)]));
        assert_eq!(outcomes[3], Outcome::Done);
        assert_eq!(worker.step(), Ok(Step::Idle));
    });
}

#[test]
fn a_clock_set_back_loses_nothing_and_counts_no_attempt() {
    on_both(|place| {
        let clock = Clock::new();
        let work = does("mail", |body| if body == "2" { Err(Failed::for_now("away")) } else { Ok(()) });
        let worker = worker(place, "one", &clock, vec![work]);
        put(place, &clock, "mail", 1);
        clock.moves(-86_400);
        assert_eq!(outcome(worker.step()), (1, Outcome::Done), "due when it was put in is due");

        put(place, &clock, "mail", 2);
        assert_eq!(outcome(worker.step()).0, 1);
        clock.moves(-3600);
        assert_eq!(worker.step(), Ok(Step::Idle));
        assert_eq!(worker.step(), Ok(Step::Idle));
        assert_eq!(standing(place)[0].task.attempts, 1);
        clock.moves(3605);
        assert_eq!(outcome(worker.step()).0, 2);
    });
}

#[test]
fn a_clock_set_far_ahead_does_everything_once() {
    on_both(|place| {
        let clock = Clock::new();
        let worker = worker(place, "one", &clock, vec![does("mail", |_| Ok(()))]);
        put_due(place, &clock, "mail", 1, clock.in_seconds(86_400));
        put(place, &clock, "mail", 2);
        clock.moves(10 * 365 * 86_400);
        assert_eq!(outcome(worker.step()), (1, Outcome::Done));
        assert_eq!(outcome(worker.step()), (1, Outcome::Done));
        clock.moves(-10 * 365 * 86_400);
        assert_eq!(worker.step(), Ok(Step::Idle));
        assert_eq!(standing(place), []);
    });
}
