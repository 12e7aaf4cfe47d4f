//! Every file of a bundle, and their sums.

use festoon_exchange::indexes::{BundleHead, step_word, write_framework};

use super::super::{Evaluated, Posed, json};
use super::head;
use super::{Bundle, BundleFile, tables};
use crate::uploads::Hash;

pub(super) const FRAMEWORK: &str = "framework.toml";
pub(super) const SUMS: &str = "SHA256SUMS";

const README: &str = "\
审计包
framework.toml 和 data/ 是原样的框架和数据，其余文件都由它们算出。choices.toml 是写明了每一个选项的框架。
measurements.csv 列出读到的每个数值及其来源、日期、所在位置和修订；stages/ 是每一步之后的数表；treated.csv 列出每一步改动的每一格；
missing.csv 列出没有数值的每一处及原因；scores.csv 和 weights.csv 是结果；evaluation.json 是全部结果。
核对：festoon index verify 本文件夹。结果逐字节相同，或指出不同的文件、行和格。

Audit bundle
framework.toml and data/ are the framework and the data as they were handed in; everything else is made of them. choices.toml is the framework
with every choice spelt out. measurements.csv has every number that was read with its source, date, place and revisions; stages/ the sheet after
each step; treated.csv every cell that a step changed; missing.csv whatever has no number, and why; scores.csv and weights.csv the results;
evaluation.json all of them.
To check it: festoon index verify THIS-FOLDER. It comes out the same to the byte, or the file, row and cell that differ are told.
";

/// The whole bundle, by path.
pub(super) fn all(posed: &Posed, evaluated: &Evaluated, head: &BundleHead) -> Bundle {
    let evaluation = &evaluated.evaluation;
    let mut files = Vec::new();
    let mut put = |path: String, bytes: Vec<u8>| files.push(BundleFile { path, bytes });
    put("README.txt".into(), README.into());
    put(head::PATH.into(), head::written(head));
    put(FRAMEWORK.into(), posed.framework_bytes.bytes.clone());
    for (name, file) in head.data.iter().zip(&posed.data_bytes) {
        put(format!("data/{name}"), file.bytes.clone());
    }
    put("choices.toml".into(), write_framework(&posed.framework).into_bytes());
    put("measurements.csv".into(), tables::measurements(posed));
    for (number, stage) in evaluated.run.stages.iter().enumerate() {
        let word = stage.step.as_ref().map_or("raw", step_word);
        put(format!("stages/{number:02}-{word}.csv"), tables::stage(&evaluated.run, stage));
    }
    put("outliers.csv".into(), tables::outliers(&evaluated.run));
    put("treated.csv".into(), tables::treated(evaluation));
    put("missing.csv".into(), tables::missing(evaluation));
    put("scores.csv".into(), tables::scores(evaluation));
    put("weights.csv".into(), tables::weights(evaluation));
    if head.study.is_some() {
        put("ranks.csv".into(), tables::ranks(evaluation));
        put("swaps.csv".into(), tables::swaps(evaluation));
        put("shares.csv".into(), tables::shares(evaluation));
    }
    let whole = serde_json::to_string_pretty(&json(evaluation)).expect("values of our own are JSON");
    put("evaluation.json".into(), format!("{whole}\n").into_bytes());

    files.sort_by(|one, other| one.path.cmp(&other.path));
    let lines: Vec<String> =
        files.iter().map(|file| format!("{}  {}", Hash::of(&file.bytes), file.path)).collect();
    let sums = lines.join(
        "
",
    ) + "
";
    files.push(BundleFile { path: SUMS.into(), bytes: sums.into_bytes() });
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Bundle(files)
}
