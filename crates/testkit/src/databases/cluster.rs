//! A PostgreSQL server of one's own, on a free port of the loopback.
//!
//! It sorts as Chinese is sorted by default, unlike SQLite, so that a statement which relies on the server's language is found.
//! A guard, a shell that waits for this process to go, stops the server however the process ends.

use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use tempfile::TempDir;

use super::programs::{self, User, an_unprivileged_user, run};

/// Whether the server waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It does: what it acknowledges is lasting.
    Lasting,
    /// It does not, which makes tests quicker.
    Forgetful,
}

/// A server, stopped when it is dropped.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    user: Option<User>,
    folder: TempDir,
    port: u16,
    durability: Durability,
    guard: Mutex<Option<Child>>,
}

impl Cluster {
    /// Makes and starts a server; nothing, and a line that says so, where PostgreSQL is not installed.
    #[must_use]
    pub fn start(durability: Durability) -> Option<Self> {
        let Some(programs) = programs::folder() else {
            println!("skipped: PostgreSQL is not installed");
            return None;
        };
        let user = an_unprivileged_user();
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        if let Some(user) = user {
            chown(folder.path(), Some(user.user), Some(user.group)).expect("root may give a folder away");
        }
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = port.expect("a free port").port();

        let cluster = Self { programs, user, folder, port, durability, guard: Mutex::new(None) };
        cluster.make();
        cluster.start_again();
        *cluster.guard.lock().expect("nobody else has it yet") = Some(cluster.guarded());
        Some(cluster)
    }

    /// The address of a database on it.
    #[must_use]
    pub fn address(&self, database: &str) -> String {
        format!("postgres://festoon@127.0.0.1:{}/{database}", self.port)
    }

    /// Starts a server that was stopped or killed, and waits until it answers.
    pub fn start_again(&self) {
        let fsync = match self.durability {
            Durability::Lasting => "on",
            Durability::Forgetful => "off",
        };
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync={fsync} \
             -c max_connections=200 -c shared_buffers=64MB -c autovacuum_naptime=10s",
            self.port
        );
        let log = self.folder.path().join("log");
        let mut command = self.command("pg_ctl");
        command
            .arg("-D")
            .arg(self.data())
            .arg("-l")
            .arg(&log)
            .args(["-w", "-t", "60", "-o", &options, "start"]);
        // The server keeps what it inherits: a pipe would be waited for as long as it runs.
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let started = status.is_ok_and(|status| status.success());
        assert!(started, "PostgreSQL does not start: {}", std::fs::read_to_string(log).unwrap_or_default());
    }

    /// Stops it in good order, and waits until it has.
    pub fn stop(&self) {
        run(self.command("pg_ctl").arg("-D").arg(self.data()).args(["-w", "-m", "fast", "stop"]));
    }

    /// Kills the server and all its processes where they stand, and waits until they are gone.
    pub fn kill(&self) {
        let pids = self.processes();
        run(Command::new("kill").arg("-9").args(pids.iter().map(u32::to_string)));
        while pids.iter().any(|pid| is_alive(*pid)) {
            std::thread::yield_now();
        }
    }

    /// The server's process and its children, one for every connection among them.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        let file = std::fs::read_to_string(self.data().join("postmaster.pid")).unwrap_or_default();
        let Some(first) = file.lines().next().and_then(|line| line.trim().parse::<u32>().ok()) else {
            return Vec::new();
        };
        let children = std::fs::read_to_string(format!("/proc/{first}/task/{first}/children"));
        let children = children.unwrap_or_default();
        let children = children.split_whitespace().filter_map(|pid| pid.parse().ok());
        std::iter::once(first).chain(children).collect()
    }

    fn make(&self) {
        let sorted_as_chinese = ["--locale-provider=icu", "--icu-locale=zh"];
        for more in [&sorted_as_chinese[..], &[]] {
            let mut command = self.command("initdb");
            command.arg("-D").arg(self.data()).args(["-U", "festoon", "-A", "trust", "-E", "UTF8", "-N"]);
            let output = run(command.arg("--locale=C.UTF-8").args(more));
            if output.status.success() {
                return;
            }
            // A server built without ICU says so before it has made anything.
            let words = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!more.is_empty(), "initdb: {words}");
        }
    }

    fn guarded(&self) -> Child {
        let script = "cat >/dev/null; \"$@\" stop";
        let mut command = Command::new("sh");
        command.args(["-c", script, "guard"]);
        let stop = self.command("pg_ctl");
        command.arg(stop.get_program()).args(stop.get_args());
        command.arg("-D").arg(self.data()).args(["-m", "immediate"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("a shell")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("cluster")
    }

    fn command(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = self.user.map_or_else(|| Command::new(&program), |user| user.command(&program));
        command.current_dir(self.folder.path()).env("LC_ALL", "C.UTF-8");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let guard = self.guard.get_mut().ok().and_then(Option::take);
        let Some(mut guard) = guard else { return };
        drop(guard.stdin.take());
        let _ = guard.wait();
    }
}

/// A zombie is dead, though its parent has not looked yet.
fn is_alive(pid: u32) -> bool {
    let status = std::fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("stat"));
    status.is_ok_and(|status| !status.contains(") Z "))
}
