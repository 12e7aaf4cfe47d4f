//! The built command as it is run at a terminal: in a folder of the test's own, in the language of a locale.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) const ENGLISH: &str = "en_GB.UTF-8";

pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// The command, not begun.
pub(crate) fn start(folder: &Path, locale: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_festoon"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", locale)
        .env("USER", "lin");
    command
}

pub(crate) fn run(folder: &Path, locale: &str, arguments: &[&str]) -> Output {
    start(folder, locale, arguments).output().expect("the binary runs")
}

pub(crate) fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is printed is UTF-8")
}
