//! CP-SAT, with the models of `bench/peers/cpsat`, on two workers.
//!
//! Its packages are those of `requirements.txt`, installed from the registry of Python packages once into a folder beside the binaries, unless
//! `FESTOON_PEERS_PYTHON` names an interpreter that has them. Time is counted from where its search begins: reading and building the
//! model are not counted against it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use serde_json::Value;

pub(super) struct Peer {
    python: PathBuf,
}

impl Peer {
    /// The interpreter, after its packages are installed.
    pub(super) fn installed(folder: &Path) -> anyhow::Result<Self> {
        if let Some(named) = std::env::var_os("FESTOON_PEERS_PYTHON") {
            return Ok(Self { python: named.into() });
        }
        let home = folder.join("cpsat");
        let python = home.join("bin/python");
        let asked = models().join("requirements.txt");
        let done = home.join("installed.txt");
        if std::fs::read(&done).ok() != Some(std::fs::read(&asked)?) {
            command("python3".as_ref(), &["-m".as_ref(), "venv".as_ref(), home.as_os_str()])?;
            let pip = ["-m", "pip", "install", "--quiet", "--requirement"].map(AsRef::as_ref);
            command(&python, &[&pip[..], &[asked.as_os_str()]].concat())?;
            std::fs::copy(&asked, &done)?;
        }
        Ok(Self { python })
    }

    /// What it tells of a model that is given a file to read, and one to write.
    pub(super) fn solve(
        &self,
        model: &str,
        file: &Path,
        seconds: f64,
        seed: u64,
        out: &Path,
    ) -> anyhow::Result<Told> {
        let _earlier = std::fs::remove_file(out);
        let done = Command::new(&self.python)
            .arg(models().join(model))
            .arg(file)
            .args([seconds.to_string(), seed.to_string()])
            .arg(out)
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("{} does not start", self.python.display()))?;
        ensure!(done.status.success(), "{model} did not end well on {}", file.display());
        let told: Value = serde_json::from_slice(&done.stdout).context("the peer's answer")?;
        Ok(Told { bound: told["bound"].as_i64(), has_plan: told["objective"].is_number() })
    }
}

/// What it says of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Nothing costs less, it says of its own model.
    pub(super) bound: Option<i64>,
    pub(super) has_plan: bool,
}

fn models() -> PathBuf {
    crate::root().join("bench/peers/cpsat")
}

fn command(program: &Path, arguments: &[&std::ffi::OsStr]) -> anyhow::Result<()> {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status()?;
    ensure!(status.success(), "{} {arguments:?} ended with {status}", program.display());
    Ok(())
}
