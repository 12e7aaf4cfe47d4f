//! Finding PostgreSQL's programs, and running them as somebody who is not root, which they insist on.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Somebody without privileges.
#[derive(Debug, Clone, Copy)]
pub struct User {
    /// The user's number.
    pub user: u32,
    /// The number of the user's group.
    pub group: u32,
}

impl User {
    /// The command, as this user.
    #[must_use]
    pub fn command(self, program: &Path) -> Command {
        let mut command = Command::new("setpriv");
        command.args([format!("--reuid={}", self.user), format!("--regid={}", self.group)]);
        command.arg("--clear-groups").arg(program);
        command
    }
}

/// The user to become where this process is root; nothing where it is not.
#[must_use]
pub fn an_unprivileged_user() -> Option<User> {
    let number = |arguments: &[&str]| -> Option<u32> {
        let output = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(output.stdout).ok()?.trim().parse().ok()
    };
    if number(&["-u"]) != Some(0) {
        return None;
    }
    let of = |name: &str| Some(User { user: number(&["-u", name])?, group: number(&["-g", name])? });
    of("postgres").or_else(|| of("nobody"))
}

/// The folder of `initdb` and `pg_ctl`, of the newest version there is.
pub(super) fn folder() -> Option<PathBuf> {
    let has_both = |folder: &PathBuf| ["initdb", "pg_ctl"].iter().all(|name| folder.join(name).exists());
    let in_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    if let Some(folder) = in_path.unwrap_or_default().into_iter().find(has_both) {
        return Some(folder);
    }
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let numbered = versions.filter_map(|version| {
        let version = version.ok()?;
        let number: u32 = version.file_name().to_str()?.parse().ok()?;
        Some((number, version.path().join("bin")))
    });
    numbered.filter(|(_, folder)| has_both(folder)).max().map(|(_, folder)| folder)
}

/// Runs to the end.
pub(super) fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"))
}
