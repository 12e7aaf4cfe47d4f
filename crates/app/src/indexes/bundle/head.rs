//! `bundle.toml` as it is written; it is read in `exchange`.

use std::fmt::Write;

use festoon_exchange::indexes::{BUNDLE_FORMAT, BundleHead};

pub(super) const PATH: &str = "bundle.toml";

pub(super) fn written(head: &BundleHead) -> Vec<u8> {
    let quoted = |words: &str| toml::Value::String(words.to_owned()).to_string();
    let data: Vec<String> = head.data.iter().map(|name| quoted(name)).collect();
    let (by, data) = (quoted(&head.made_by), data.join(", "));
    let mut out = format!("format = {BUNDLE_FORMAT}\nmade_by = {by}\ndata = [{data}]\n");
    if let Some(made) = head.study {
        let _written = write!(out, "\n[study]\nruns = {}\nseed = {}\n", made.runs, made.seed);
        if let Some(year) = made.year {
            let _written = writeln!(out, "year = {year}");
        }
    }
    out.into_bytes()
}
