//! `bundle.toml`: which format, who made it, of what, and how it was studied.

use std::fmt::Write;

use festoon_domain::programme::Spot;
use festoon_exchange::{Reason, Refusal, Right};
use serde::Deserialize;

use super::BundleFile;

pub(super) const PATH: &str = "bundle.toml";

/// The format of bundles that is written and read.
const FORMAT: u32 = 1;

/// What the head says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    pub(super) made_by: String,
    /// The names of the files in `data/`, in the order they were read.
    pub(super) data: Vec<String>,
    pub(super) study: Option<Made>,
}

/// How ranks were studied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Made {
    pub(super) runs: usize,
    pub(super) seed: u64,
    pub(super) year: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: u32,
    made_by: String,
    data: Vec<String>,
    study: Option<Made>,
}

impl Head {
    pub(super) fn parse(file: &BundleFile) -> Result<Self, Refusal> {
        let refuse =
            |right| Refusal { file: PATH.into(), spot: Spot::Whole, reason: Reason::Malformed(right) };
        let text = String::from_utf8_lossy(&file.bytes);
        let document: Document = toml::from_str(&text).map_err(|error| {
            let words = error.message();
            refuse(Right::new(
                format!("不是审计包的说明文件：{words}。"),
                format!("it is not the head of an audit bundle: {words}."),
            ))
        })?;
        if document.format != FORMAT {
            return Err(refuse(Right::new(
                format!(
                    "格式是 {}，这个版本只认得 {FORMAT}。请用制作它的版本 {} 核对。",
                    document.format, document.made_by
                ),
                format!(
                    "its format is {}, and this version knows {FORMAT}. Verify it with version {}, which made it.",
                    document.format, document.made_by
                ),
            )));
        }
        Ok(Self { made_by: document.made_by, data: document.data, study: document.study })
    }

    pub(super) fn written(&self) -> Vec<u8> {
        let quoted = |words: &str| toml::Value::String(words.to_owned()).to_string();
        let data: Vec<String> = self.data.iter().map(|name| quoted(name)).collect();
        let mut out =
            format!("format = {FORMAT}\nmade_by = {}\ndata = [{}]\n", quoted(&self.made_by), data.join(", "));
        if let Some(made) = self.study {
            let _written = write!(out, "\n[study]\nruns = {}\nseed = {}\n", made.runs, made.seed);
            if let Some(year) = made.year {
                let _written = writeln!(out, "year = {year}");
            }
        }
        out.into_bytes()
    }
}
