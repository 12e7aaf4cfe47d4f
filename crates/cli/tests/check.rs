//! The built command, from outside: what it prints, and the code it ends with.

mod terminal;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use terminal::{ENGLISH, folder, run, said};

fn check(folder: &Path, arguments: &[&str]) -> Output {
    run(folder, ENGLISH, &[&["check"], arguments].concat())
}

#[test]
fn everything_that_cannot_be_used_is_said_at_once_and_ends_with_two() {
    let folder = folder("refused");
    let output = check(&folder, &["missing.csv", ".", "--zone", "Asia/Shangai"]);

    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        said(&output.stderr),
        "missing.csv: there is no such file. Check the path and the name.\n\
         .: this folder has no files in it.\n\
         --zone Asia/Shangai: there is no such zone. Did you mean Asia/Shanghai?\n"
    );
    assert_eq!(said(&output.stdout), "");
}

#[test]
fn programs_are_told_what_cannot_be_used_as_json() {
    let output = check(&folder("refused-json"), &["missing.csv", "--format", "json"]);

    assert_eq!(output.status.code(), Some(2));
    let errors: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(errors["errors"][0]["file"], "missing.csv");
    assert_eq!(errors["errors"][0]["zh"], "没有这个文件。请检查路径和文件名。");
}

#[test]
fn the_language_follows_the_terminal() {
    let folder = folder("locale");
    let output = Command::new(env!("CARGO_BIN_EXE_festoon"))
        .args(["check", "缺.csv"])
        .current_dir(&folder)
        .env("LC_ALL", "zh_CN.UTF-8")
        .output()
        .expect("the binary runs");

    assert_eq!(said(&output.stderr), "缺.csv：没有这个文件。请检查路径和文件名。\n");
}

#[test]
fn a_file_beyond_the_limit_is_measured_and_not_read() {
    let folder = folder("large");
    let file = fs::File::create(folder.join("large.csv")).expect("a file");
    file.set_len(200 * 1024 * 1024).expect("a sparse file");

    let output = check(&folder, &["large.csv"]);

    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        said(&output.stderr),
        "large.csv: the file has 200 MiB, at most 128 MiB are taken. Split it.\n"
    );
}

#[test]
fn a_rule_or_number_that_is_none_is_refused_before_anything_is_read() {
    let folder = folder("arguments");
    for wrong in [["--ignore", "chairs"], ["--grade", "seats=loud"], ["--speed", "0"], ["--slack", "-1"]] {
        let mut arguments = vec!["any.csv"];
        arguments.extend(wrong);
        assert_eq!(check(&folder, &arguments).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn help_has_an_example_and_says_the_exit_codes_in_both_languages() {
    let help = said(&check(&folder("help"), &["--help"]).stdout);
    for words in ["Example:", "示例：", "Exit codes:", "退出码："] {
        assert!(help.contains(words), "{words} in {help}");
    }
}

const CLASHING: &str = "\
活动名称,主办单位,日期,开始,结束,场馆,会场,嘉宾
主旨演讲,区科技局,2021-06-21,10:00,11:00,会展中心,主会场,林岚
圆桌对话,区科技局,2021-06-21,11:20,12:00,软件谷,路演厅,林岚
";
const TRAVEL: &str = "from,to,mode,minutes\n会展中心,软件谷,car,35\n";

#[test]
fn a_road_too_long_for_the_gap_ends_with_one_in_every_format() {
    let folder = folder("clashing");
    fs::write(folder.join("week.csv"), CLASHING).expect("a file");
    fs::write(folder.join("travel.csv"), TRAVEL).expect("a file");
    let arguments = ["week.csv", "--travel", "travel.csv", "--lang", "zh", "--html", "report.html"];

    let output = check(&folder, &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output.stderr));
    let text = said(&output.stdout);
    assert!(text.contains("林岚") && text.contains("week.csv › 第2行") && text.contains("35 分钟"), "{text}");
    let page = fs::read_to_string(folder.join("report.html")).expect("the page was written");
    assert!(page.starts_with("<!doctype html>") && page.contains("week.csv › row 3"), "{page}");

    let output = check(&folder, &["week.csv", "--travel", "travel.csv", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["findings"][0]["rule"], "road");
    assert_eq!(report["findings"][0]["details"]["road_minutes"], 35);
    assert_eq!(report["sessions"][0]["start"], "2021-06-21T10:00:00+08:00");
}

#[test]
fn notes_alone_end_with_zero() {
    let folder = folder("notes");
    fs::write(folder.join("week.csv"), CLASHING).expect("a file");
    fs::write(folder.join("travel.csv"), TRAVEL).expect("a file");

    let output = check(&folder, &["week.csv", "--travel", "travel.csv", "--grade", "road=note"]);

    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stdout));
    assert!(said(&output.stdout).starts_with("No clashes found\n"));
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let folder = folder("pipe");
    fs::write(folder.join("week.csv"), CLASHING).expect("a file");
    fs::write(folder.join("travel.csv"), TRAVEL).expect("a file");

    let mut child = Command::new(env!("CARGO_BIN_EXE_festoon"))
        .args(["check", "week.csv", "--travel", "travel.csv", "--format", "json"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");

    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output.stderr), "");
}

#[test]
fn a_report_never_takes_the_place_of_its_file() {
    let folder = folder("overwrite");
    fs::write(folder.join("week.csv"), CLASHING).expect("a file");

    let output = check(&folder, &["week.csv", "--html", "week.csv"]);

    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join("week.csv")).expect("it is there"), CLASHING);
}

#[test]
fn the_sample_week_as_a_folder_shows_its_deliberate_clashes() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let output = check(&demo, &["week", "--format", "json"]);
    let report = said(&output.stdout);

    assert_eq!(output.status.code(), Some(1));
    for rule in ["two-places", "road", "slack", "room-twice", "venue-full", "closed", "seats", "interpreters"]
    {
        assert_eq!(report.matches(&format!("\"rule\":\"{rule}\"")).count(), 1, "{rule}");
    }
}

#[test]
fn a_folder_stands_for_its_files_and_the_travel_file_among_them_is_known() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let output = check(&demo, &["hosts"]);

    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stdout).contains("but the road takes 32 minutes"));
}

#[test]
fn files_without_a_session_are_not_called_free_of_clashes() {
    let folder = folder("no-session");
    fs::write(folder.join("travel.csv"), "from,to,mode,minutes\nA,B,car,30\n").expect("written");
    fs::write(folder.join("headings.csv"), "活动名称,日期,开始,结束\n").expect("written");
    for file in ["travel.csv", "headings.csv"] {
        let output = check(&folder, &[file]);
        assert_eq!(output.status.code(), Some(2), "{file}");
        assert!(said(&output.stderr).contains("no session was read"), "{file}");
    }
}
