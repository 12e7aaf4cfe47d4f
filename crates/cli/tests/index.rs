//! The built command on the example city: what it prints, the bundle it writes, what verifying says, and the code it ends with.

mod terminal;

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use terminal::{ENGLISH, folder, run, said};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/indexes");

fn index(folder: &Path, locale: &str, arguments: &[&str]) -> Output {
    run(folder, locale, &[&["index"], arguments].concat())
}

fn example(name: &str) -> String {
    format!("{EXAMPLE}/{name}")
}

/// A command on the example city.
fn on_example(folder: &Path, locale: &str, command: &str, rest: &[&str]) -> Output {
    let [framework, data, revised] = ["framework.toml", "districts.csv", "revised.csv"].map(example);
    let given = [command, "--framework", &framework, "--data", &data, &revised];
    index(folder, locale, &[&given[..], rest].concat())
}

/// A folder of the test's own, empty whatever ran before.
fn fresh(test: &str) -> std::path::PathBuf {
    let folder = folder(test);
    fs::remove_dir_all(&folder).expect("it was just made");
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[test]
fn who_is_first_on_every_index_is_said_in_both_languages() {
    let folder = fresh("index-run");
    let english = on_example(&folder, ENGLISH, "run", &[]);
    let chinese = on_example(&folder, "zh_CN.UTF-8", "run", &[]);
    assert_eq!((english.status.code(), chinese.status.code()), (Some(0), Some(0)));
    let (english, chinese) = (said(&english.stdout), said(&chinese.stdout));
    assert!(
        english.contains("In 2021 Canal (sample) is first on 3 of 3 indexes, for the second time.\n"),
        "{english}"
    );
    assert!(chinese.contains("2021 年，示例运河区在全部 3 个指数中均排名第一，为第 2 次。\n"), "{chinese}");
    assert!(english.contains("[sample, invented numbers]") && chinese.contains("〔示例，数据为虚构〕"));
}

#[test]
fn a_bundle_comes_out_the_same_and_a_changed_cell_is_told() {
    let folder = fresh("index-verify");
    let written =
        on_example(&folder, ENGLISH, "sensitivity", &["--runs", "300", "--seed", "5", "--out", "audit"]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written.stderr));
    let zipped = on_example(
        &folder,
        ENGLISH,
        "sensitivity",
        &["--runs", "300", "--seed", "5", "--threads", "1", "--out", "audit.zip"],
    );
    assert_eq!(zipped.status.code(), Some(0), "{}", said(&zipped.stderr));
    for bundle in ["audit", "audit.zip"] {
        let verified = index(&folder, ENGLISH, &["verify", bundle]);
        assert_eq!(said(&verified.stdout), "All 26 files come out the same to the byte.\n");
        assert_eq!(verified.status.code(), Some(0));
    }

    let path = folder.join("audit/ranks.csv");
    let ranks = fs::read_to_string(&path).expect("it was written");
    let row = ranks.lines().nth(1).expect("a row");
    fs::write(&path, ranks.replacen(row, &row.replacen(",1,1,", ",2,1,", 1), 1)).expect("it is written");
    let verified = index(&folder, ENGLISH, &["verify", "audit", "--format", "json"]);
    assert_eq!(verified.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    assert_eq!(told["differences"].as_array().map(Vec::len), Some(1));
    let one = &told["differences"][0];
    assert_eq!(
        (&one["file"], &one["row"], &one["heading"], &one["stands"], &one["right"]),
        (&"ranks.csv".into(), &2.into(), &"rank".into(), &"2".into(), &"1".into())
    );
}

#[test]
fn an_earlier_bundle_is_replaced_and_nothing_else_is() {
    let folder = fresh("index-replace");
    let first = on_example(&folder, ENGLISH, "sensitivity", &["--runs", "100", "--out", "audit"]);
    let again = on_example(&folder, ENGLISH, "run", &["--out", "audit"]);
    assert_eq!((first.status.code(), again.status.code()), (Some(0), Some(0)));
    assert_eq!(index(&folder, ENGLISH, &["verify", "audit"]).status.code(), Some(0));

    fs::create_dir_all(folder.join("mine")).expect("a folder");
    fs::write(folder.join("mine/letter.txt"), "dear Lin").expect("a file");
    let refused = on_example(&folder, ENGLISH, "run", &["--out", "mine"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused.stderr).contains("is not written over"), "{}", said(&refused.stderr));
}

#[test]
fn bad_input_is_told_with_file_row_and_column_in_both_languages() {
    let folder = fresh("index-bad");
    let data = fs::read_to_string(example("districts.csv")).expect("it is there");
    let bad = data.replacen("1291.0", "约1291", 1);
    fs::write(folder.join("bad.csv"), bad).expect("a file");
    let framework = example("framework.toml");
    let arguments = ["run", "--framework", &framework, "--data", "bad.csv"];
    let english = index(&folder, ENGLISH, &arguments);
    let chinese = index(&folder, "zh_CN.UTF-8", &arguments);
    assert_eq!((english.status.code(), chinese.status.code()), (Some(2), Some(2)));
    assert_eq!(
        said(&english.stderr),
        "bad.csv › row 2, column D: “约1291” is no number. Write digits alone, such as 1234.5, or leave the cell empty where nothing was measured.\n"
    );
    assert!(said(&chinese.stderr).contains("「约1291」不是数值。"), "{}", said(&chinese.stderr));
}

#[test]
fn the_report_is_one_page_in_both_languages() {
    let folder = fresh("index-report");
    let output = on_example(&folder, ENGLISH, "report", &["--runs", "100", "-o", "report.html"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let page = fs::read_to_string(folder.join("report.html")).expect("it was written");
    for words in ["first on 3 of 3 indexes", "在全部 3 个指数中均排名第一", "lang=\"zh-CN\"", "lang=\"en\""]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn equal_seeds_give_equal_answers_on_any_number_of_threads() {
    let folder = fresh("index-threads");
    let answers = ["1", "2"].map(|threads| {
        on_example(
            &folder,
            ENGLISH,
            "sensitivity",
            &["--runs", "200", "--threads", threads, "--format", "json"],
        )
        .stdout
    });
    assert_eq!(answers[0], answers[1]);
    let whole: Value = serde_json::from_slice(&answers[0]).expect("JSON");
    assert_eq!(whole["invented"], true);
    assert_eq!(whole["indexes"].as_array().map(Vec::len), Some(3));
}
