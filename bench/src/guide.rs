//! The public guide as its readers load it: processor time and requests a second, beside nginx serving the same bytes in the same run.
//!
//! Both serve from memory, compressed beforehand, without a log, with the same headers, on two workers, to 64 connections of `wrk`.
//! Rounds alternate and the median is told, because machines are shared. Processor time is what the kernel counts for the server's
//! processes, so the load generator's own is not in it.

mod nginx;
mod slow;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};

use crate::results::Results;
use crate::{measure, schedule, start};

const ROUNDS: usize = 5;
const SECONDS: u32 = 3;
pub(crate) const CONNECTIONS: u32 = 64;

pub(crate) fn run(festoon: &Path, results: &mut Results) -> anyhow::Result<()> {
    let folder = festoon.parent().context("a binary lies in a folder")?.join("bench");
    let mut costs = Vec::new();
    for sessions in [1_000, 10_000, 48_000] {
        let served = Served::new(festoon, &folder, sessions)?;
        let session = served.session()?;
        if sessions == 1_000 {
            beside_nginx(&served, &session, &folder, results)?;
            slow::run(&served, &session, results)?;
        }
        if sessions == 48_000 {
            everything_asked_for(&served, results)?;
        }
        costs.push((sessions, warm(&served, &session)?, start::resident_mb(&served.child)?));
    }
    let told: Vec<String> = (costs.iter())
        .map(|(sessions, cost, held)| format!("{sessions}: {:.1} µs, {held:.0} MB", cost.micros))
        .collect();
    let ratio = costs.last().map_or(0.0, |last| last.1.micros) / costs[0].1.micros;
    results.add(
        "processor time of a session page, warm, by sessions of the week",
        &told.join("; "),
        &format!("the largest is {ratio:.2} of the smallest"),
        "flat",
    );
    Ok(())
}

fn beside_nginx(served: &Served, session: &str, folder: &Path, results: &mut Results) -> anyhow::Result<()> {
    let targets = [
        ("day page", served.day()?),
        ("session page", session.to_owned()),
        ("schedule.xml", "/schedule.xml?lang=en".to_owned()),
        ("calendar.ics", "/calendar.ics?lang=en".to_owned()),
    ];
    for (what, address) in targets {
        let answer = ask(&served.address, &address)?;
        let Some(peer) = nginx::Peer::serving(&answer, &folder.join("nginx"))? else {
            println!("nginx is not installed: no peer");
            return Ok(());
        };
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(load(&served.address, &address, &[served.child.id()], SECONDS)?);
            theirs.push(load(peer.address(), peer.path(), &peer.processes()?, SECONDS)?);
        }
        let (ours, theirs) = (median(ours), median(theirs));
        results.add(
            &format!("{what} of a week of 1000 sessions, {} bytes sent", answer.body.len()),
            &format!("{:.1} µs of processor a request, {:.0} requests/s", ours.micros, ours.rate),
            &format!(
                "nginx {:.1} µs, {:.0}/s; ratio {:.2} and {:.2}",
                theirs.micros,
                theirs.rate,
                ours.micros / theirs.micros,
                ours.rate / theirs.rate
            ),
            "≤ 1.2 and ≥ 0.8",
        );
    }
    Ok(())
}

/// Every session's page in one language, as a crawler asks for them: what is kept stays within its bound.
fn everything_asked_for(served: &Served, results: &mut Results) -> anyhow::Result<()> {
    let before = start::resident_mb(&served.child)?;
    let mut asked = 0_u32;
    for file in 1..=8 {
        let Ok(answer) = ask(&served.address, &format!("/sitemaps/{file}.xml")) else { break };
        let map = text_of(answer)?;
        for address in map.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()) {
            let path = address.trim_start_matches("https://week.example.org");
            if path.contains("/en/sessions/") {
                ask(&served.address, path)?;
                asked += 1;
            }
        }
    }
    let metrics = text_of(ask(&served.address, "/metrics")?)?;
    let figure = |name: &str| {
        let line = metrics.lines().find(|line| line.starts_with(name) && !line.starts_with('#'));
        line.and_then(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).context("a figure")
    };
    results.add(
        "what is kept after every session's page of a week of 48000 was asked for",
        &format!(
            "{asked} pages asked for, {:.0} MB kept; the process held {before:.0} MB before and at most {:.0} MB after",
            figure("festoon_kept_bytes{")? / 1e6,
            start::resident_mb(&served.child)?
        ),
        &format!("its bound is {:.0} MB", figure("festoon_kept_bytes_limit")? / 1e6),
        "bounded",
    );
    Ok(())
}

/// A text answer, unpacked where it came compressed.
fn text_of(answer: Answer) -> anyhow::Result<String> {
    if !answer.head.to_ascii_lowercase().contains("content-encoding: gzip") {
        return Ok(String::from_utf8(answer.body)?);
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(answer.body.as_slice()).read_to_string(&mut text)?;
    Ok(text)
}

fn warm(served: &Served, address: &str) -> anyhow::Result<Load> {
    let _first = ask(&served.address, address)?;
    let rounds: anyhow::Result<Vec<Load>> =
        (0..3).map(|_| load(&served.address, address, &[served.child.id()], 2)).collect();
    Ok(median(rounds?))
}

/// What a load came to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    /// Processor time of the server a request, in microseconds.
    pub(crate) micros: f64,
    /// Requests a second.
    pub(crate) rate: f64,
    /// How long 99 of 100 requests took at most, in milliseconds.
    pub(crate) slowest: f64,
}

fn median(mut loads: Vec<Load>) -> Load {
    let at = loads.len() / 2;
    loads.sort_by(|a, b| a.rate.total_cmp(&b.rate));
    let rate = loads[at].rate;
    loads.sort_by(|a, b| a.slowest.total_cmp(&b.slowest));
    let slowest = loads[at].slowest;
    loads.sort_by(|a, b| a.micros.total_cmp(&b.micros));
    Load { micros: loads[at].micros, rate, slowest }
}

/// Loads an address for some seconds.
pub(crate) fn load(address: &str, path: &str, processes: &[u32], seconds: u32) -> anyhow::Result<Load> {
    let before = processor_micros(processes)?;
    let said = Command::new("wrk")
        .args(["-t1", &format!("-c{CONNECTIONS}"), &format!("-d{seconds}s"), "--latency"])
        .args(["-H", "Accept-Encoding: gzip", &format!("http://{address}{path}")])
        .output()
        .context("wrk makes the load: install it")?;
    let spent = processor_micros(processes)? - before;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    ensure!(!said.contains("Non-2xx"), "{path} was not always answered well:\n{said}");
    let line = said.lines().find(|line| line.contains("requests in")).context("wrk tells the count")?;
    let requests: f64 = line.split_whitespace().next().context("a count")?.parse()?;
    let rate = said.lines().find_map(|line| line.strip_prefix("Requests/sec:")).context("a rate")?;
    let slowest = said.lines().find_map(|line| line.trim().strip_prefix("99%")).context("a latency")?;
    Ok(Load { micros: spent / requests, rate: rate.trim().parse()?, slowest: milliseconds(slowest.trim())? })
}

fn milliseconds(said: &str) -> anyhow::Result<f64> {
    let (figure, scale) = if let Some(figure) = said.strip_suffix("us") {
        (figure, 1e-3)
    } else if let Some(figure) = said.strip_suffix("ms") {
        (figure, 1.0)
    } else {
        (said.trim_end_matches('s'), 1e3)
    };
    Ok(figure.parse::<f64>()? * scale)
}

/// What the kernel has counted for these processes so far, user and system together; it counts in hundredths of a second.
fn processor_micros(processes: &[u32]) -> anyhow::Result<f64> {
    let mut ticks = 0.0;
    for process in processes {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        let after = stat.rsplit(')').next().context("a name in brackets")?;
        let fields: Vec<&str> = after.split_whitespace().collect();
        ticks += fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    }
    Ok(ticks * 10_000.0)
}

/// An answer with its headers, compressed where the server does that.
pub(crate) struct Answer {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) fn ask(address: &str, path: &str) -> anyhow::Result<Answer> {
    let mut connection = TcpStream::connect(address)?;
    write!(
        connection,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )?;
    let mut whole = Vec::new();
    connection.read_to_end(&mut whole)?;
    let at = whole.windows(4).position(|four| four == b"\r\n\r\n").context("a head and a body")?;
    let head = String::from_utf8_lossy(&whole[..at]).into_owned();
    ensure!(head.starts_with("HTTP/1.1 200"), "{path}: {}", head.lines().next().unwrap_or_default());
    let body = &whole[at + 4..];
    let is_chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    Ok(Answer { body: if is_chunked { joined(body)? } else { body.to_vec() }, head })
}

/// What was sent in pieces, each after its length.
fn joined(mut chunks: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = chunks.windows(2).position(|two| two == b"\r\n").context("a piece says how long it is")?;
        let length = usize::from_str_radix(std::str::from_utf8(&chunks[..end])?, 16)?;
        let piece = chunks.get(end + 2..end + 2 + length).context("a piece as long as it says")?;
        if length == 0 {
            return Ok(body);
        }
        body.extend_from_slice(piece);
        chunks = chunks.get(end + 4 + length..).context("a piece after a piece")?;
    }
}

/// A running server with a released week of so many sessions.
pub(crate) struct Served {
    pub(crate) child: Child,
    pub(crate) address: String,
    data: PathBuf,
}

impl Served {
    fn new(festoon: &Path, folder: &Path, sessions: u32) -> anyhow::Result<Self> {
        let data = folder.join(format!("guide-{sessions}"));
        let _gone = fs::remove_dir_all(&data);
        fs::create_dir_all(&data)?;
        let file = data.join("week.xml");
        fs::write(&file, schedule::xml(sessions))?;
        let words = |path: &Path| path.to_str().map(str::to_owned).context("a path in UTF-8");
        let (binary, place, file) = (words(festoon)?, words(&data)?, words(&file)?);
        for command in [
            vec!["import", &file, "--week", "bench"],
            vec!["release", "bench", "--reason", "a bench", "--format", "json"],
        ] {
            let cost = measure::once(
                &[&[binary.as_str()][..], &command, &["--data", &place]].concat(),
                &data.join("said"),
            )?;
            ensure!(cost.code == 0, "{command:?} ended with {}", cost.code);
        }
        let address = start::free_address()?;
        let child = Command::new(festoon)
            .args(["serve", "--listen", &address, "--origin", "https://week.example.org", "--data", &place])
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()?;
        let served = Self { child, address, data };
        start::first_page(&served.address, std::time::Instant::now())?;
        Ok(served)
    }

    /// A day of the programme.
    fn day(&self) -> anyhow::Result<String> {
        self.first_link("/en/programme", "/en/programme/")
    }

    /// A session of a day.
    fn session(&self) -> anyhow::Result<String> {
        self.first_link(&self.day()?, "/en/sessions/")
    }

    fn first_link(&self, page: &str, below: &str) -> anyhow::Result<String> {
        let html = text_of(ask(&self.address, page)?)?;
        let opening = format!("href=\"{below}");
        let rest = html.split(&opening).nth(1).with_context(|| format!("{page} links to {below}"))?;
        let end = rest.split('"').next().context("a link ends")?;
        Ok(format!("{below}{end}"))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; what it wrote is of no use any more.
        let _ended = self.child.kill().and_then(|()| self.child.wait());
        let _gone = fs::remove_dir_all(&self.data);
    }
}
