//! The sample week, planned, scored and explained by the built command.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{folder, said, timetable};

pub(crate) const WEEK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/week");

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

/// How often the clash report finds what must be solved, by rule.
fn blocks(folder: &Path, week: &str) -> BTreeMap<String, usize> {
    let mut check = Command::new(env!("CARGO_BIN_EXE_festoon"));
    let output = check.args(["check", week, "--format", "json"]).current_dir(folder).output();
    let report = json(&output.expect("the binary runs").stdout);
    let mut blocks = BTreeMap::new();
    for finding in report["findings"].as_array().expect("findings") {
        if finding["severity"] == "block" {
            *blocks.entry(finding["rule"].as_str().expect("a rule").to_owned()).or_default() += 1;
        }
    }
    blocks
}

#[test]
fn a_planned_week_has_none_of_the_clashes_a_timetable_can_solve() {
    let folder = folder("week-solve");
    let _before = fs::remove_dir_all(folder.join("planned"));
    let steps = ["--steps", "200000", "--threads", "1", "--format", "json", "-o", "planned"];
    let output = timetable(&folder, &[&["solve", WEEK], &steps[..]].concat());
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), String::new()));

    let told = json(&output.stdout);
    assert_eq!((&told["hard"], &told["seed"]), (&Value::from(0), &Value::from(1)));
    assert!(told["before"]["hard"].as_i64() > Some(0) && told["seconds"].is_number());
    assert_eq!(told["moved"].as_array().map(Vec::len), Some(7));

    let (was, is) = (blocks(&folder, WEEK), blocks(&folder, "planned"));
    for rule in ["two-places", "road", "room-twice"] {
        assert_eq!((was.contains_key(rule), is.get(rule)), (true, None), "{rule}: {was:?} {is:?}");
    }

    let again = timetable(&folder, &[&["solve", WEEK], &steps[..]].concat());
    assert_eq!(again.status.code(), Some(2), "a folder with a week in it is not mixed with another");
}

#[test]
fn a_week_is_scored_as_it_stands_in_the_language_asked_for() {
    let folder = folder("week-score");
    let output = timetable(&folder, &["score", WEEK, "--lang", "zh"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output.stdout).contains("必须解决（"), "{}", said(&output.stdout));

    let told = json(&timetable(&folder, &["score", WEEK, "--format", "json"]).stdout);
    assert_eq!((&told["moved"], &told["before"]["hard"]), (&Value::Array(Vec::new()), &told["hard"]));
    let broken = told["broken"].as_array().expect("a list").iter();
    assert_eq!(broken.map(|told| told["hard"].as_i64().expect("a number")).sum::<i64>(), told["hard"]);
}

#[test]
fn it_is_told_why_a_session_is_not_elsewhere() {
    let folder = folder("week-why-not");
    let place = ["--at", "2021-06-17 09:30", "--room", "秦淮厅"];
    let output =
        timetable(&folder, &[&["explain", WEEK, "--why-not", "fnc-ceni-launch"], &place[..]].concat());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output.stderr));
    let text = said(&output.stdout);
    assert!(text.contains("Release of major achievements of Purple Mountain Laboratory"), "{text}");

    let output = timetable(&folder, &[&["explain", WEEK, "--why-not", "nobody-knows"], &place[..]].concat());
    assert_eq!(
        (output.status.code(), said(&output.stderr)),
        (
            Some(2),
            "--why-not: no session is called “nobody-knows”. Give its slug, guid, key or title.\n".to_owned()
        )
    );
}

#[test]
fn what_is_asked_about_a_place_is_refused_in_words_of_the_readers_language() {
    let folder = folder("week-why-not-refused");
    let ask = |words: &[&str]| {
        let output = timetable(&folder, &[&["explain", WEEK, "--why-not", "fnc-welcome"], words].concat());
        (output.status.code(), said(&output.stderr))
    };
    let (code, told) = ask(&["--at", "tomorrow"]);
    assert_eq!(code, Some(2), "{told}");
    assert_eq!(told, "--at: “tomorrow” is no time. Give one as \"2021-06-22 10:00\".\n");
    let words = ["explain", WEEK, "--why-not", "fnc-welcome", "--at", "tomorrow", "--lang", "zh"];
    let told = said(&timetable(&folder, &words).stderr);
    assert_eq!(told, "--at：「tomorrow」不是时间。请写如 \"2021-06-22 10:00\" 的时间。\n");
    let room = ["--at", "2021-06-22 10:00", "--room", "nowhere"];
    assert_eq!(
        ask(&room),
        (
            Some(2),
            "--room: no room is called “nowhere”. Give its key (rooms.csv) or its whole name.\n".to_owned()
        )
    );
    assert_eq!(
        ask(&[&room[..], &["--lang", "zh"]].concat()),
        (Some(2), "--room：没有叫「nowhere」的会场。请写会场的 key（rooms.csv）或全名。\n".to_owned())
    );
}

#[test]
fn a_plan_is_written_as_what_its_name_says_or_not_at_all() {
    let folder = folder("week-kind");
    for out in ["plan.pdf", "plan.txt", "plan.doc"] {
        let output = timetable(&folder, &["solve", WEEK, "--steps", "10", "-o", out]);
        let told = said(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains("a file that ends in .csv or .xlsx"), "{told}");
        assert!(!folder.join(out).exists());
    }
}

#[test]
fn it_is_told_what_a_rule_costs() {
    let arguments =
        ["explain", WEEK, "--rule", "slack", "--steps", "5000", "--threads", "1", "--format", "json"];
    let output = timetable(&folder("week-rule"), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let told = json(&output.stdout);
    assert_eq!(told["prices"][0]["rule"], "slack");
    assert!(told["prices"][0]["price"]["objective"].is_i64(), "{told}");
}

#[test]
fn a_wrong_planner_file_is_refused_with_its_place_before_anything_is_searched() {
    let folder = folder("week-planner");
    fs::write(folder.join("planner.toml"), "step = 15\n[rules]\nseats = \"loud\"\n").expect("a file");
    let output = timetable(&folder, &["solve", WEEK, "--planner", "planner.toml", "-o", "planned"]);
    assert_eq!(output.status.code(), Some(2));
    let words = said(&output.stderr);
    assert!(
        words.starts_with("planner.toml") && words.contains("“loud” for “seats” does not fit"),
        "{words}"
    );
    fs::write(folder.join("planner.toml"), "step = 15\nsteps = 15\n").expect("a file");
    let output = timetable(&folder, &["solve", WEEK, "--planner", "planner.toml", "-o", "planned"]);
    let words = said(&output.stderr);
    assert!(
        words.starts_with("planner.toml › line 2, column 1: planner.toml has no “steps” here. There are:"),
        "{words}"
    );
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(!folder.join("planned").exists());
}

#[test]
fn a_release_to_keep_to_needs_its_week() {
    let output = timetable(&folder("week-keep"), &["solve", WEEK, "--keep", "1", "-o", "planned"]);
    assert_eq!(
        (output.status.code(), said(&output.stderr)),
        (Some(2), "--keep: say of which week the release is, with --week.\n".to_owned())
    );
}
