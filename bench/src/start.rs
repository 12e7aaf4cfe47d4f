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
    // The first of the runs makes the sample's database, the others find it.
    let data = festoon.parent().context("a binary lies in a folder")?.join("bench/demo");
    let _gone = fs::remove_dir_all(&data);
    let mut milliseconds = Vec::new();
    let mut resident = Vec::new();
    for _ in 0..8 {
        let address = free_address()?;
        let began = Instant::now();
        let mut child = Command::new(festoon)
            .args(["demo", "--listen", &address, "--data"])
            .arg(&data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let measured = first_page(&address, began).and_then(|took| Ok((took, resident_mb(&child)?)));
        child.kill()?;
        child.wait()?;
        let (took, held) = measured?;
        milliseconds.push(took.as_secs_f64() * 1e3);
        resident.push(held);
    }
    let (made, held_making) = (milliseconds.remove(0), resident.remove(0));
    let held = resident.into_iter().fold(0.0_f64, f64::max);
    milliseconds.sort_by(f64::total_cmp);
    results.add(
        "festoon demo: start to the whole first page",
        &format!(
            "{:.0} ms (median of 7), {held:.0} MB; {made:.0} ms and {held_making:.0} MB when its database is made first",
            milliseconds[3]
        ),
        "",
        "300 ms, 60 MB",
    );
    Ok(())
}

/// An address that nobody listens on.
pub(crate) fn free_address() -> anyhow::Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}

/// Asks until it answers; the connection is refused until the port is open, so asking again at once is cheap.
pub(crate) fn first_page(address: &str, began: Instant) -> anyhow::Result<Duration> {
    while began.elapsed() < Duration::from_mins(1) {
        if TcpStream::connect(address).is_err() {
            std::thread::park_timeout(Duration::from_millis(1));
            continue;
        }
        let answer = page(address)?;
        if !answer.starts_with("HTTP/1.1 200") {
            bail!("the first page answered {}", answer.lines().next().unwrap_or_default());
        }
        return Ok(began.elapsed());
    }
    bail!("no answer within 60 s")
}

/// The week's page in English with its headers.
pub(crate) fn page(address: &str) -> anyhow::Result<String> {
    let mut connection = TcpStream::connect(address)?;
    write!(connection, "GET /en HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

/// The most a process held, in megabytes.
pub(crate) fn resident_mb(child: &Child) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("the kernel tells the peak")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).context("a figure")?.parse()?;
    Ok(kilobytes / 1024.0)
}
