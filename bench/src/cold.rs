//! How long `cargo build --release` takes from nothing: a target folder of its own, dependencies already fetched.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::ensure;

pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    let target = std::env::temp_dir().join(format!("festoon-cold-{}", std::process::id()));
    ensure!(
        Command::new("cargo").args(["fetch", "--locked"]).current_dir(root).status()?.success(),
        "fetching failed"
    );
    let began = Instant::now();
    let built = Command::new("cargo")
        .args(["build", "--release", "--locked"])
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(root)
        .status()?;
    let took = began.elapsed();
    fs::remove_dir_all(&target)?;
    ensure!(built.success(), "the build failed");
    println!("cold cargo build --release: {} min {:02} s", took.as_secs() / 60, took.as_secs() % 60);
    Ok(())
}
