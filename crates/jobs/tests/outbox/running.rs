//! A worker on its thread: it wakes when something is put in, and ends when it is asked to.

use std::sync::Mutex;
use std::sync::mpsc;
use std::time::Duration;

use crate::stage::{Clock, does, on_both, put, put_due, standing, worker};

/// Far more than anything here takes; reached only when something is wrong.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn a_running_worker_does_what_is_put_in_while_it_waits() {
    on_both(|place| {
        let clock = Clock::new();
        let (done, seen) = mpsc::channel();
        let running = worker(
            place,
            "one",
            &clock,
            vec![does("mail", {
                let done = Mutex::new(done);
                move |body| {
                    done.lock().expect("whole").send(body.to_owned()).expect("somebody listens");
                    Ok(())
                }
            })],
        )
        .run()
        .expect("a thread");
        for number in 1..=3 {
            put(place, &clock, "mail", number);
            assert_eq!(seen.recv_timeout(LONG), Ok(number.to_string()));
        }
        running.stop();
        assert_eq!(standing(place), []);
    });
}

#[test]
fn a_worker_asked_to_end_finishes_the_task_in_hand_and_begins_no_other() {
    on_both(|place| {
        let clock = Clock::new();
        put(place, &clock, "mail", 1);
        put_due(place, &clock, "mail", 2, clock.in_seconds(-1));
        let (begun, seen) = mpsc::channel();
        let (go, went) = mpsc::channel::<()>();
        let work = does("mail", {
            let (begun, went) = (Mutex::new(begun), Mutex::new(went));
            move |body| {
                begun.lock().expect("whole").send(body.to_owned()).expect("somebody listens");
                went.lock().expect("whole").recv().expect("it is told to go on");
                Ok(())
            }
        });
        let running = worker(place, "one", &clock, vec![work]).run().expect("a thread");
        assert_eq!(seen.recv_timeout(LONG), Ok("2".to_owned()));

        let ending = std::thread::spawn(move || running.stop());
        assert!(!ending.is_finished());
        go.send(()).expect("it waits");
        // Were another task begun, it would wait for this one for ever.
        drop(go);
        ending.join().expect("it ends");

        assert_eq!(seen.try_recv(), Err(mpsc::TryRecvError::Disconnected));
        let left: Vec<String> = standing(place).into_iter().map(|standing| standing.task.body).collect();
        assert_eq!(left, ["1"]);
    });
}
