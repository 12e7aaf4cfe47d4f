//! The published index of sustainable connectivity (ASEM) by way of `framework.toml` and its own table: all ranks, a bundle that comes out the
//! same on any number of threads, and what is told when somebody changes it.
//!
//! Numbers are looked for under `FESTOON_REAL_DATA`, by default `../shared/data` beside the repository; skipped and said so where they are not.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use festoon_app::indexes::{Asked, Posed, json, pack, packed, unpacked, verify};
use festoon_domain::text::Lang;
use festoon_exchange::NamedFile;

fn real(name: &str) -> Option<PathBuf> {
    let stated = std::env::var("FESTOON_REAL_DATA").unwrap_or_else(|_| "../shared/data".into());
    let path =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(stated).join("index/asem").join(name);
    if !path.exists() {
        println!("skipped: {name} is not under FESTOON_REAL_DATA");
        return None;
    }
    Some(path)
}

fn rows(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let mut reader = csv::Reader::from_path(real(name)?).expect("a table");
    Some(reader.deserialize().map(|row| row.expect("a row")).collect())
}

const STEPS: &str = r#"
[[step]]
do = "denominate"
[[step]]
do = "impute"
by = "mean"
group = "EurAsia_group"
[[step]]
do = "screen"
cases = 0.9
[[step]]
do = "treat"
winsorise = 5
otherwise = "shifted-logarithm"
[[step]]
do = "normalise"
by = "min-max"
[[step]]
do = "aggregate"
by = "arithmetic"
[[step]]
do = "rank"
"#;

/// The published description as `framework.toml`.
fn framework() -> Option<String> {
    let mut out = "title = \"ASEM\"\ngroupings = [\"EurAsia_group\"]\n\n[headings]\nunit = \"uCode\"\nyear = \"Time\"\n".to_owned();
    let mut nodes = String::new();
    for row in rows("asem_imeta.csv")? {
        let (code, direction) = (&row["iCode"], if row["Direction"] == "-1" { "less" } else { "more" });
        match row["Type"].as_str() {
            "Indicator" => {
                write!(out, "[[indicator]]\ncode = \"{code}\"\ndirection = \"{direction}\"\n")
                    .expect("memory");
                if !row["Denominator"].is_empty() {
                    writeln!(out, "per = {{ column = \"{}\" }}", row["Denominator"]).expect("memory");
                }
            }
            "Denominator" => write!(out, "[[column]]\ncode = \"{code}\"\n").expect("memory"),
            _ => {}
        }
        if !row["Parent"].is_empty() {
            let (weight, under) = (&row["Weight"], &row["Parent"]);
            write!(nodes, "[[index.node]]\ncode = \"{code}\"\nunder = \"{under}\"\nweight = {weight}\n")
                .expect("memory");
        }
    }
    write!(out, "[[index]]\ncode = \"Index\"\n{nodes}{STEPS}").expect("memory");
    Some(out)
}

fn asem() -> Option<Posed> {
    let framework = NamedFile { name: "framework.toml".into(), bytes: framework()?.into_bytes() };
    let bytes = std::fs::read(real("asem_idata.csv")?).expect("it is there");
    Some(Posed::read(framework, vec![NamedFile { name: "asem_idata.csv".into(), bytes }]).expect("sound"))
}

fn asked(threads: usize) -> Asked<'static> {
    let threads = NonZeroUsize::new(threads).expect("some");
    Asked { runs: 200, seed: 7, threads, year: None, watch: &|_| ControlFlow::Continue(()) }
}

#[test]
fn asem_by_way_of_its_files_has_the_published_ranks_of_every_node() {
    let Some(posed) = asem() else { return };
    let Some(published) = rows("asem_results_ranks.csv") else { return };
    let evaluation = posed.evaluate("test").evaluation;
    assert_eq!(published.len(), 51);
    for row in &published {
        let unit = evaluation.units.iter().position(|unit| unit.code == row["uCode"]).expect("it is there");
        let case = evaluation.case(unit, 2018).expect("one year");
        for node in evaluation.indexes[0].nodes.iter().filter(|node| node.indicator.is_none()) {
            let right: f64 = row[&node.code].parse().expect("a rank");
            assert_eq!(node.ranks[case], Some(right), "{} {}", row["uCode"], node.code);
        }
    }
    let scores = &evaluation.indexes[0].root().scores;
    let best = evaluation.order(0, 2018)[0];
    assert!((scores[best].expect("a score") - 68.38).abs() < 0.005);
    assert_eq!(evaluation.honours[0].sentence.en, "In 2018 CHE is first on “Index”.");
    let gives = &evaluation.indexes[0].root().gives;
    assert!((gives[best].expect("it adds up") - scores[best].expect("a score")).abs() < 1e-9);
}

#[test]
fn a_bundle_has_the_same_bytes_on_any_number_of_threads_and_is_verified() {
    let Some(posed) = asem() else { return };
    let bundles = [1, 3].map(|threads| {
        let asked = asked(threads);
        packed(&pack(&posed, &posed.study("1.2.3", &asked).expect("it is studied"), Some(&asked)))
    });
    assert!(bundles[0] == bundles[1], "other bytes on other threads");
    let checked = verify(&unpacked(&bundles[0]).expect("a bundle"), &asked(2)).expect("it is made again");
    assert_eq!((checked.differences.as_slice(), checked.made_by.as_str()), (&[][..], "1.2.3"));
}

#[test]
fn whatever_is_changed_in_a_bundle_is_told_with_its_file_row_and_cell() {
    let Some(posed) = asem() else { return };
    let bundle = pack(&posed, &posed.evaluate("1.2.3"), None);
    let changed = |path: &str, from: &str, to: &str| {
        let mut bundle = bundle.clone();
        let file = bundle.0.iter_mut().find(|file| file.path == path).expect("it is there");
        let text = String::from_utf8(file.bytes.clone()).expect("text");
        assert!(text.contains(from), "{path} has no {from}");
        file.bytes = text.replacen(from, to, 1).into_bytes();
        let checked = verify(&bundle, &asked(1)).expect("it is made again");
        checked.differences.iter().map(|one| one.sentence(Lang::En)).collect::<Vec<_>>()
    };
    let text = String::from_utf8(
        bundle.0.iter().find(|file| file.path == "scores.csv").expect("it is there").bytes.clone(),
    );
    let first = text.expect("text").lines().nth(1).expect("a row").to_owned();
    assert_eq!(
        changed("scores.csv", &first, &first.replacen("Index", "Endex", 1)),
        ["scores.csv › row 2, column 1 (index): the bundle has “Endex”, made again it is “Index”."]
    );
    assert_eq!(
        changed("framework.toml", "winsorise = 5", "winsorise = 5 "),
        ["framework.toml: it is not the file that was packed; its sum is another."]
    );
    let treated = changed("framework.toml", "winsorise = 5", "winsorise = 0");
    assert!(treated.iter().any(|one| one.starts_with("treated.csv › row ")), "{treated:#?}");

    let mut lacking = bundle.clone();
    lacking.0.retain(|file| file.path != "treated.csv");
    let told = verify(&lacking, &asked(1)).expect("it is made again").differences;
    assert_eq!(
        told.iter().map(|one| one.sentence(Lang::En)).collect::<Vec<_>>(),
        ["treated.csv: it is not in the bundle, and should be."]
    );
}

#[test]
fn the_json_has_everybody_s_interval_and_the_shares_of_what_was_varied() {
    let Some(posed) = asem() else { return };
    let whole = json(&posed.study("1.2.3", &asked(2)).expect("it is studied").evaluation);
    let firmness = &whole["indexes"][0]["firmness"];
    assert_eq!(firmness["ranks"].as_array().map(Vec::len), Some(51));
    assert_eq!(firmness["ranks"][0]["unit"], "CHE");
    assert_eq!(firmness["shares"].as_array().map(Vec::len), Some(2));
    assert!(!whole.to_string().contains("NaN"));
}
