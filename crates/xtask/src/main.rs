//! `cargo run -p xtask`: what keeps the house in order, run by hand. The same runs as a test of this crate.

mod tidy;

use std::path::Path;
use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tree = tidy::Tree::read(&root)?;
    for remark in tidy::remarks(&tree) {
        println!("note: {remark}");
    }
    let complaints = tidy::complaints(&tree);
    for complaint in &complaints {
        println!("{complaint}");
    }
    println!("tidy: {} files read, {} complaints", tree.files.len(), complaints.len());
    Ok(if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
