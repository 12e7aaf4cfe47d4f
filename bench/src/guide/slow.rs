//! Two thousand who take their answer a little at a time, or begin a question and never end it, while 64 read as before.

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

pub(super) fn run(served: &Served, session: &str, results: &mut Results) -> anyhow::Result<()> {
    let fast = |seconds| load(&served.address, session, &[served.child.id()], seconds);
    let before = fast(5)?;
    let held_before = start::resident_mb(&served.child)?;

    let mut slow = Vec::new();
    for _ in 0..SLOW_READERS {
        let mut connection = TcpStream::connect(&served.address)?;
        write!(connection, "GET /schedule.xml?lang=en HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")?;
        connection.set_read_timeout(Some(Duration::from_millis(1)))?;
        slow.push(connection);
    }
    let mut half = Vec::new();
    for _ in 0..HALF_OPEN {
        let mut connection = TcpStream::connect(&served.address)?;
        connection.write_all(b"GET /en HTTP/1.1\r\nHo")?;
        half.push(connection);
    }
    let stop = Arc::new(AtomicBool::new(false));
    let stopping = Arc::clone(&stop);
    let sipping = thread::spawn(move || {
        let mut sip = [0_u8; 64];
        while !stopping.load(Ordering::Relaxed) {
            for connection in &mut slow {
                // Nothing there yet is what a slow line is like.
                let _sipped = connection.read(&mut sip);
            }
            thread::park_timeout(Duration::from_millis(200));
        }
    });
    let during = fast(10)?;
    let held = start::resident_mb(&served.child)?;
    stop.store(true, Ordering::Relaxed);
    sipping.join().ok().context("the slow readers' thread")?;
    drop(half);

    results.add(
        &format!("{SLOW_READERS} slow readers and {HALF_OPEN} half-open connections beside 64 fast ones"),
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
