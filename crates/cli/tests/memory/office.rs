//! A week office at its terminal: the binary, a data folder of its own, and what it answers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// A data folder and, unless it is a file in there, a database.
pub(crate) struct Office {
    pub(crate) folder: TempDir,
    database: Option<String>,
}

/// What a command answered.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Office {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), database: None }
    }

    pub(crate) fn on(database: &str) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), database: Some(database.into()) }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_festoon"));
        command.args(words).arg("--data").arg(self.path("data")).env("LC_ALL", "en").env("USER", "lin");
        if let Some(database) = &self.database {
            command.arg("--database").arg(database);
        }
        command
    }

    pub(crate) fn says(&self, words: &[&str]) -> Told {
        told(&mut self.command(words))
    }

    /// A command that must be done, as JSON.
    pub(crate) fn does(&self, words: &[&str]) -> Value {
        let told = self.says(&[words, &["--format", "json"]].concat());
        assert_eq!(told.code, 0, "{words:?}: {told:?}");
        serde_json::from_str(&told.out).expect("one object")
    }

    /// A host's spreadsheet in the office's folder.
    pub(crate) fn sheet(&self, name: &str, rows: &[&str]) -> String {
        let head = "日期,开始,结束,标题,英文标题,场馆,会场,主办单位,嘉宾";
        let text = std::iter::once(head).chain(rows.iter().copied()).collect::<Vec<_>>().join("\n");
        std::fs::write(self.path(name), text).expect("a file");
        self.path(name).display().to_string()
    }

    pub(crate) fn serves(&self) -> Server {
        self.serves_with(&[])
    }

    /// The sample week, made there first.
    pub(crate) fn opens_the_demo(&self) -> Server {
        Server::start(self.command(&["demo", "--listen", "127.0.0.1:0"]))
    }

    /// With more said to it.
    pub(crate) fn serves_with(&self, more: &[&str]) -> Server {
        Server::start(self.command(&[&["serve", "--listen", "127.0.0.1:0"], more].concat()))
    }
}

pub(crate) fn told(command: &mut Command) -> Told {
    let output = command.output().expect("the binary runs");
    Told {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A running server; stopped when dropped.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(mut command: Command) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("standard output is piped");
        BufReader::new(out).read_line(&mut line).expect("it says where it is");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(['（', ' ', '/']).next());
        let address = address.and_then(|address| address.trim().parse().ok());
        Self { address: address.unwrap_or_else(|| panic!("no address in {line:?}")), child }
    }

    /// How much memory it holds of a kind, in kB; nothing where the system does not tell.
    pub(crate) fn held(&self, kind: &str) -> Option<u64> {
        let told = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id())).ok()?;
        let line = told.lines().find_map(|line| line.strip_prefix(kind))?;
        line.split_whitespace().next()?.parse().ok()
    }

    /// What is answered, head and all, to a method and an address, asked with more headers or a form.
    pub(crate) fn exchange(&self, asked: &str, more: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
        let head = format!("{asked} HTTP/1.1\r\nHost: week\r\nConnection: close\r\n{more}\r\n");
        stream.write_all(head.as_bytes()).expect("asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        answer
    }

    /// Status and body of an address.
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let answer = self.exchange(&format!("GET {path}"), "");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        (status, answer)
    }

    /// Asks an address until it says something. How soon that is, a benchmark measures.
    pub(crate) fn until(&self, path: &str, words: &str) {
        let began = Instant::now();
        while !self.get(path).1.contains(words) {
            assert!(began.elapsed() < Duration::from_mins(1), "{path} never says {words}");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().expect("it can be stopped");
        self.child.wait().expect("it has stopped");
    }
}

/// The repository's own sample week.
pub(crate) fn sample() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/week").display().to_string()
}
