//! From the start of the server to its first page, and what it holds in memory then.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::results::Results;

pub(crate) fn run(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let mut milliseconds = Vec::new();
    let mut resident = 0.0_f64;
    for _ in 0..7 {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let began = Instant::now();
        let mut child = Command::new(festoon)
            .args(["demo", "--listen", &address])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let measured = first_page(&address, began).and_then(|took| Ok((took, resident_mb(&child)?)));
        child.kill()?;
        child.wait()?;
        let (took, held) = measured?;
        milliseconds.push(took.as_secs_f64() * 1e3);
        resident = resident.max(held);
    }
    milliseconds.sort_by(f64::total_cmp);
    results.add(
        "festoon demo: start to the whole first page",
        &format!("{:.0} ms (median of 7), {resident:.0} MB resident", milliseconds[3]),
        "",
        "300 ms, 60 MB",
    );
    Ok(())
}

/// Asks until it answers; the connection is refused until the port is open, so asking again at once is cheap.
fn first_page(address: &str, began: Instant) -> anyhow::Result<Duration> {
    while began.elapsed() < Duration::from_secs(20) {
        let Ok(mut connection) = TcpStream::connect(address) else {
            std::thread::park_timeout(Duration::from_millis(1));
            continue;
        };
        write!(connection, "GET /zh HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        if !answer.starts_with("HTTP/1.1 200") {
            bail!("the first page answered {}", answer.lines().next().unwrap_or_default());
        }
        return Ok(began.elapsed());
    }
    bail!("no answer within 20 s")
}

fn resident_mb(child: &Child) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("the kernel tells the peak")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).context("a figure")?.parse()?;
    Ok(kilobytes / 1024.0)
}
