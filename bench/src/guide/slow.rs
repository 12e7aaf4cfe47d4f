//! Near three thousand who are slow while 64 read as before: who take their answer a little at a time, begin a question and never end it,
//! send a form a byte at a time, or ask for much and take none of it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::Context;

use super::{Served, load};
use crate::results::Results;
use crate::start;

const SLOW_READERS: usize = 1_000;
const HALF_OPEN: usize = 1_000;
const DRIPPING: usize = 500;
/// Fewer, because the system keeps some megabytes of an answer for each who does not take it.
const NEVER_READ: usize = 250;

/// A form that announces more than ever comes.
const FORM: &str = "POST /en/plan HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
    Content-Length: 4096\r\n\r\n";

pub(super) fn run(served: &Served, session: &str, results: &mut Results) -> anyhow::Result<()> {
    let fast = |seconds| load(&served.address, session, &[served.child.id()], seconds);
    let before = fast(5)?;
    let held_before = start::resident_mb(&served.child)?;

    let slow = Slow::connected(&served.address)?;
    let stop = Arc::new(AtomicBool::new(false));
    let stopping = Arc::clone(&stop);
    let being_slow = thread::spawn(move || slow.go_on(&stopping));
    let during = fast(10)?;
    let held = start::resident_mb(&served.child)?;
    stop.store(true, Ordering::Relaxed);
    being_slow.join().ok().context("the slow peers' thread")?;

    results.add(
        &format!(
            "{SLOW_READERS} slow readers, {HALF_OPEN} half-open connections, {DRIPPING} dripping forms and {NEVER_READ} who never read beside 64 fast ones"
        ),
        &format!(
            "{:.0} requests/s, 99 of 100 within {:.1} ms, {:.1} µs; at most {held:.0} MB",
            during.rate, during.slowest, during.micros
        ),
        &format!(
            "without them {:.0}/s, {:.1} ms, {:.1} µs, {held_before:.0} MB; ratio {:.2} of the rate, {:.2} of the time",
            before.rate,
            before.slowest,
            before.micros,
            before.rate / during.rate,
            during.slowest / before.slowest
        ),
        "within 1.5 ×",
    );
    Ok(())
}

/// Everybody who is slow.
struct Slow {
    sipping: Vec<TcpStream>,
    dripping: Vec<TcpStream>,
    /// They only have to be there.
    _idle: Vec<TcpStream>,
}

impl Slow {
    fn connected(address: &str) -> anyhow::Result<Self> {
        let all = |count: usize, question: &str| -> anyhow::Result<Vec<TcpStream>> {
            let one = |_| {
                let mut connection = TcpStream::connect(address)?;
                connection.write_all(question.as_bytes())?;
                connection.set_read_timeout(Some(Duration::from_millis(1)))?;
                Ok(connection)
            };
            (0..count).map(one).collect()
        };
        let whole = "GET /schedule.xml?lang=en HTTP/1.1\r\nHost: x\r\n";
        let sipping = all(SLOW_READERS, &format!("{whole}Connection: close\r\n\r\n"))?;
        let mut idle = all(HALF_OPEN, "GET /en HTTP/1.1\r\nHo")?;
        idle.extend(all(NEVER_READ, &format!("{whole}\r\n").repeat(20))?);
        Ok(Self { sipping, dripping: all(DRIPPING, FORM)?, _idle: idle })
    }

    /// Goes on being slow until told: everybody five times a second, a few at a time, since crowds of strangers keep no step.
    fn go_on(mut self, stopping: &AtomicBool) {
        const TURNS: usize = 20;
        let mut sip = [0_u8; 64];
        for turn in (0..TURNS).cycle() {
            if stopping.load(Ordering::Relaxed) {
                break;
            }
            for connection in self.sipping.iter_mut().skip(turn).step_by(TURNS) {
                // Nothing there yet is what a slow line is like.
                let _sipped = connection.read(&mut sip);
            }
            for connection in self.dripping.iter_mut().skip(turn).step_by(TURNS) {
                // The server is free to wait no longer.
                let _dripped = connection.write(b"a");
            }
            thread::park_timeout(Duration::from_millis(200) / 20);
        }
    }
}
