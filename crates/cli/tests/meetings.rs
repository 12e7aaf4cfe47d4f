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
