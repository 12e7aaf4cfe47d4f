//! The built command on days of one-to-one meetings: what it prints, what it writes, and the code it ends with.

mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};
use terminal::{ENGLISH, folder, run, said};

/// Three people, two meetings of the first, which are wanted in the afternoon.
const DAY: &str = "\
nBusiness = 3;
nMeetings = 2;
nTables = 1;
nTotalSlots = 3;
nMorningSlots = 1;
requested = [| 1, 2, 2 | 1, 3, 3 |];
forbidden = [{}, {}, {1}];
fixed = [0, 0];
";

fn written(test: &str, day: &str) -> PathBuf {
    let folder = folder(test);
    fs::write(folder.join("day.dzn"), day).expect("a file is written");
    folder
}

fn solve(folder: &Path, locale: &str, arguments: &[&str]) -> Output {
    let asked = ["meetings", "solve", "day.dzn", "--steps", "5000", "--threads", "1"];
    run(folder, locale, &[&asked, arguments].concat())
}

#[test]
fn a_day_that_can_be_is_told_with_its_proof_and_written_as_a_list() {
    let folder = written("meetings-can-be", DAY);
    let output = solve(&folder, ENGLISH, &["--format", "json", "-o", "list.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let expected = json!([0, true, "best", 0]);
    assert_eq!(json!([told["breaks"], told["valid"], told["standing"], told["fewest"]]), expected);

    // Who is away in the first slot and who wants the afternoon leave two slots for two meetings.
    let list = fs::read_to_string(folder.join("list.csv")).expect("a list");
    let mut lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.remove(0), "slot,table,one,other,meeting");
    let slots: Vec<&str> = lines.iter().map(|line| &line[..1]).collect();
    assert_eq!(slots, ["2", "3"]);
}

#[test]
fn a_day_that_cannot_be_says_why_in_the_readers_language() {
    let day =
        DAY.replace("nTotalSlots = 3", "nTotalSlots = 1").replace("1, 2, 2", "1, 2, 3").replace("{1}", "{}");
    let folder = written("meetings-cannot-be", &day);
    let output = solve(&folder, "zh_CN.UTF-8", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output.stdout).contains("1 号要谈 2 场，可用的时段只有 1 个。"),
        "{}",
        said(&output.stdout)
    );
    let output = solve(&folder, ENGLISH, &[]);
    let text = said(&output.stdout);
    assert!(text.contains("participant 1 has 2 meetings and 1 slots for them."), "{text}");
}

#[test]
fn a_file_that_contradicts_itself_is_refused_with_the_meeting() {
    let folder = written("meetings-contradict", &DAY.replace("fixed = [0, 0]", "fixed = [0, 1]"));
    let output = solve(&folder, ENGLISH, &[]);
    assert_eq!(output.status.code(), Some(2));
    let text = said(&output.stderr);
    assert!(text.contains("meeting 2 is fixed to slot 1, when participant 3 is away."), "{text}");
}

/// Four parties, one of which nobody else can speak with, and an interpreter.
const OURS: &str = r#"
minutes = 30
[[day]]
date = 2021-06-22
hours = ["09:00-11:00"]
[[venue]]
name = "示例厅 A"
tables = 2
[[venue]]
name = "示例厅 B"
tables = 1
closed = ["2021-06-22 09:00-10:00"]
[[road]]
from = "示例厅 A"
to = "示例厅 B"
minutes = 15
[[party]]
name = "示例甲"
people = ["示例一"]
languages = ["zh"]
wishes = ["Sample C", "示例乙", "Sample D"]
[[party]]
name = "示例乙"
languages = ["zh"]
offers = ["robots"]
[[party]]
name = "Sample C"
languages = ["fr"]
seeks = ["robots"]
away = ["2021-06-22 09:00-09:30"]
[[party]]
name = "Sample D"
languages = ["sw"]
[[interpreter]]
name = "示例译员"
languages = ["zh", "fr"]
[[pin]]
one = "示例甲"
other = "示例乙"
start = 2021-06-22T09:00:00
"#;

fn ours(test: &str, file: &str, locale: &str, arguments: &[&str]) -> (PathBuf, Output) {
    let folder = folder(test);
    fs::write(folder.join("meetings.toml"), file).expect("a file is written");
    let asked = ["meetings", "solve", "meetings.toml", "--steps", "100000", "--threads", "1"];
    let output = run(&folder, locale, &[&asked, arguments].concat());
    (folder, output)
}

#[test]
fn meetings_of_ours_are_matched_arranged_and_told_to_everybody_in_both_languages() {
    let arguments = ["--format", "json", "-o", "list.csv", "--plans", "plans"];
    let (folder, output) = ours("meetings-ours", OURS, ENGLISH, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    // The interpreter is at one table at a time, so one of the two waits after their own meeting.
    assert_eq!(json!([told["valid"], told["standing"], told["breaks"]]), json!([true, "best", 1]));
    let pairs: Vec<String> = told["meetings"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|meeting| format!("{}+{}", meeting["one"], meeting["other"]))
        .collect();
    assert_eq!(pairs.len(), 3, "{pairs:?}");
    assert_eq!(told["meetings"][0]["start"], "2021-06-22T09:00:00");
    assert_eq!(told["meetings"][1]["interpreter"], "示例译员");
    assert_eq!(told["unmet"][0]["other"], "Sample D");
    let why = told["unmet"][0]["en"].as_str().expect("a sentence");
    assert!(why.contains("no language in common"), "{why}");

    let list = fs::read_to_string(folder.join("list.csv")).expect("a list");
    assert_eq!(list.lines().count(), 4, "{list}");
    let zh = fs::read_to_string(folder.join("plans/plans.zh.txt")).expect("plans");
    assert!(zh.contains("与「示例乙」洽谈"), "{zh}");
    let en = fs::read_to_string(folder.join("plans/plans.en.txt")).expect("plans");
    assert!(en.contains("interpreter: 示例译员"), "{en}");

    let (_, output) = ours("meetings-ours-zh", OURS, "zh_CN.UTF-8", &[]);
    let text = said(&output.stdout);
    assert!(text.contains("安排了 3 场洽谈") && text.contains("没有共同语言"), "{text}");
}

#[test]
fn meetings_of_ours_come_as_a_workbook() {
    let (folder, output) = ours("meetings-ours-xlsx", OURS, ENGLISH, &["-o", "list.xlsx"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    assert!(fs::read(folder.join("list.xlsx")).expect("a workbook").starts_with(b"PK"));
}

#[test]
fn a_file_of_ours_that_cannot_be_is_refused_with_its_line_in_both_languages() {
    for (change, to, en, zh) in [
        (
            "people = [\"示例一\"]",
            "people = [\"示例一\", \"示例一\"]",
            "nobody can sit for two",
            "一个人只能代表一方",
        ),
        ("other = \"示例乙\"", "other = \"Sample D\"", "no language in common", "没有共同语言"),
        (
            "start = 2021-06-22T09:00:00",
            "start = 2021-06-22T09:00:00\nvenue = \"示例厅 B\"",
            "when the venue is closed",
            "那时场地不开放",
        ),
        ("other = \"示例乙\"", "other = \"Sample C\"", "when “Sample C” is away", "「Sample C」那时不在"),
        ("tables = 2", "tables = -2", "1 … 10000", "1 … 10000"),
        ("[[pin]]", "[[apart]]\none = \"示例乙\"\nother = \"示例甲\"\n[[pin]]", "Keep one.", "请只留一处"),
    ] {
        let text = OURS.replacen(change, to, 1);
        let (_, output) = ours("meetings-ours-refused", &text, ENGLISH, &[]);
        assert_eq!(output.status.code(), Some(2), "{to}");
        let told = said(&output.stderr);
        assert!(told.contains(en) && told.contains("line"), "{told}");
        let (_, output) = ours("meetings-ours-refused", &text, "zh_CN.UTF-8", &[]);
        let told = said(&output.stderr);
        assert!(told.contains(zh), "{told}");
    }
}

#[test]
fn what_is_too_much_beside_a_break_is_told_and_the_rest_is_arranged() {
    let text = format!("{OURS}[[break]]\nname = \"示例 Sample\"\nbetween = \"09:30-11:00\"\nfree = 3\n");
    let (_, output) = ours("meetings-ours-full", &text, ENGLISH, &["--format", "json"]);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(
        json!([told["standing"], told["valid"], told["without_place"]]),
        json!(["impossible", true, 2])
    );
    let reason = "“示例甲” has 2 meetings and, with pauses, room for 1.";
    assert_eq!(told["reasons"][0]["en"], reason);
    assert_eq!(told["meetings"][0]["other"], "示例乙");
}
