//! A week planned straight from its draft in a database, kept to a release or to files, and brought back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use serde_json::Value;

use super::schema::checked;
use super::week::WEEK;
use super::{CHINESE, ENGLISH, fresh, run, said};

const SLUG: &str = "jiangning-2021";
const STEPS: [&str; 4] = ["--steps", "200000", "--threads", "1"];
const MEMORY: [&str; 2] = ["--data", "memory"];

fn does(folder: &Path, words: &[&str]) -> Value {
    let output = run(folder, ENGLISH, &[words, &MEMORY[..], &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one object")
}

fn solved(folder: &Path, words: &[&str]) -> Value {
    let words = [&["timetable", "solve"], words, &STEPS[..], &MEMORY[..], &["--format", "json"]].concat();
    let output = run(folder, ENGLISH, &words);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output.stderr));
    checked("solved", &output.stdout)
}

/// The tables of a week folder: what a draft holds, without its history.
fn tables(folder: &Path) -> BTreeMap<String, String> {
    let mut tables = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_file() && name != "journal.csv" && name != "releases.csv" {
            tables.insert(name, fs::read_to_string(&path).expect("a table"));
        }
    }
    tables
}

/// When and where each occurrence is, by its guid: what `check` reads in any kind of file.
fn whereabouts(folder: &Path, file: &str) -> BTreeSet<(String, String, String, String)> {
    let output = run(folder, ENGLISH, &["check", file, "--zone", "Asia/Shanghai", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let sessions = report["sessions"].as_array().expect("sessions").iter();
    let told = sessions.map(|own| {
        let room = word(&own["room"]["en"]) + &word(&own["room"]["name"]["en"]);
        (word(&own["guid"]), word(&own["start"]), word(&own["end"]), room)
    });
    told.collect()
}

#[test]
fn a_draft_is_planned_where_it_lies_and_what_comes_back_is_the_plan_and_nothing_else() {
    let folder = fresh("draft-there-and-back");
    does(&folder, &["import", WEEK]);
    does(&folder, &["edit", "session/fnc-welcome", "title_en", "Welcome, all", "--reason", "a test"]);
    does(&folder, &["export", SLUG, "--to", "before"]);

    let plan = solved(&folder, &[SLUG, "-o", "planned"]);
    let moved: BTreeSet<&str> = plan["moved"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|moved| moved["guid"].as_str().expect("a guid"))
        .collect();
    assert_eq!((&plan["hard"], moved.len()), (&Value::from(0), 7));

    let brought = does(&folder, &["import", "planned", "--take-file"]);
    let changes = brought["changes"].as_array().expect("a list");
    let records: BTreeSet<&str> =
        changes.iter().map(|change| change["key"].as_str().expect("a key")).collect();
    assert_eq!(records, moved);
    for field in changes.iter().flat_map(|change| change["fields"].as_array().expect("a list")) {
        assert!(["start", "end", "room"].iter().any(|may| field["field"] == **may), "{field}");
    }

    does(&folder, &["export", SLUG, "--to", "after"]);
    let (before, after) = (tables(&folder.join("before")), tables(&folder.join("after")));
    assert_eq!(after, tables(&folder.join("planned")));
    let differ: Vec<&String> = after.keys().filter(|name| before.get(*name) != after.get(*name)).collect();
    assert_eq!(differ, ["sessions.csv"]);
    assert_eq!(does(&folder, &["import", "planned", "--dry-run"])["changes"], Value::Array(Vec::new()));
}

#[test]
fn a_draft_of_many_hosts_files_comes_back_too() {
    let folder = fresh("draft-of-hosts");
    let hosts = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/hosts");
    does(&folder, &["import", hosts, "--week", "hosts-2027"]);
    let plan = solved(&folder, &["hosts-2027", "-o", "planned"]);
    let brought = does(&folder, &["import", "planned", "--take-file"]);
    let count = |list: &Value| list.as_array().expect("a list").len();
    assert!(count(&plan["moved"]) > 0);
    assert_eq!(count(&brought["changes"]), count(&plan["moved"]));
    does(&folder, &["export", "hosts-2027", "--to", "after"]);
    assert_eq!(tables(&folder.join("after")), tables(&folder.join("planned")));
}

#[test]
fn every_form_that_is_written_reads_as_the_plan() {
    let folder = fresh("draft-forms");
    does(&folder, &["import", WEEK]);
    let plans = ["planned", "planned.csv", "planned.xlsx"].map(|out| {
        let mut plan = solved(&folder, &[SLUG, "-o", out]);
        plan.as_object_mut().expect("an object").remove("seconds");
        (plan, whereabouts(&folder, out))
    });
    assert_eq!((&plans[0], &plans[0]), (&plans[1], &plans[2]));
    let plan = &plans[0];
    for moved in plan.0["moved"].as_array().expect("a list") {
        let guid = moved["guid"].as_str().expect("a guid");
        let there = plan.1.iter().find(|own| own.0 == guid).expect("the session is there");
        assert_eq!(instant(&Value::from(there.1.clone())), instant(&moved["to"]["start"]), "{moved}");
    }
}

/// An instant, which one output spells in UTC and the other with the zone's offset.
fn instant(value: &Value) -> Timestamp {
    value.as_str().expect("an instant").parse().expect("an instant")
}

#[test]
fn a_release_is_kept_to_from_the_draft_and_from_files_and_what_moves_against_it_is_said() {
    let folder = fresh("draft-keep");
    does(&folder, &["import", WEEK]);
    let first = solved(&folder, &[SLUG, "-o", "first"]);
    does(&folder, &["import", "first", "--take-file"]);
    does(&folder, &["release", SLUG, "--reason", "the first"]);
    // Since then somebody moved one session, another is new, and one was called off.
    does(&folder, &["export", SLUG, "--to", "late"]);
    let rows = fs::read_to_string(folder.join("late/sessions.csv")).expect("a table");
    let at = |row: &str, key: &str| row.starts_with(&format!("{key},"));
    let changed = rows.lines().filter(|row| !at(row, "fnc-laboratory-results")).map(|row| {
        if at(row, "fnc-welcome") {
            row.replace("pmc-qinhuai-hall", "pmc-purple-hall")
        } else {
            row.to_owned()
        }
    });
    let rows: String = changed.map(|row| row + "\n").collect();
    fs::write(folder.join("late/sessions.csv"), rows).expect("a table");

    let keep = ["--keep", "1", "--week", SLUG];
    let from_files = solved(&folder, &[&["late", "-o", "from-files"], &keep[..]].concat());
    let against = &from_files["against"];
    let count = |name: &str| against[name].as_array().expect("a list").len();
    assert_eq!(
        (&against["release"], count("moved"), count("new"), count("gone")),
        (&Value::from(1), 0, 0, 1)
    );
    let total = first["left_alone"].as_array().expect("a list").len();
    assert!(count("kept") > total, "{against}");
    // It has gone back to where the release has it, although the files say another room.
    assert_eq!(from_files["moved"][0]["session"], "fnc-welcome");
    assert_eq!(from_files["moved"][0]["to"]["room"], "pmc-qinhuai-hall");

    let from_draft = solved(&folder, &[SLUG, "--keep", "1", "-o", "from-draft"]);
    assert_eq!(from_draft["against"]["moved"], Value::Array(Vec::new()));
    let by_folder = solved(&folder, &["late", "--keep", "first", "-o", "by-folder"]);
    assert_eq!(by_folder["against"]["release"], Value::Null);
    assert_eq!(by_folder["against"]["kept"], against["kept"]);

    // A house is lost: what stood in it moves, and each is said in both languages.
    let lost =
        "[[away]]\nroom = \"pmc-qinhuai-hall\"\nfrom = 2021-06-17T00:00:00\ntill = 2021-06-18T00:00:00\n";
    fs::write(folder.join("planner.toml"), lost).expect("a file");
    let late = |locale, out: &str| {
        let words = ["timetable", "solve", SLUG, "--keep", "1", "--planner", "planner.toml", "-o", out];
        run(&folder, locale, &[&words[..], &STEPS[..], &MEMORY[..]].concat())
    };
    let (zh, en) = (late(CHINESE, "lost-zh"), late(ENGLISH, "lost-en"));
    let (zh, en) = (said(&zh.stdout), said(&en.stdout));
    assert!(zh.contains("与第1版相比：") && zh.contains("从 6月17日 周四 09:00–09:30 "), "{zh}");
    assert!(
        en.contains("Against release 1: ") && en.contains(" moves from Thu 17 June, 09:00–09:30, "),
        "{en}"
    );
    assert!(en.contains("festoon import lost-en --take-file --data memory"), "{en}");
    assert!(zh.contains("场原处会场被占或没有开放"), "{zh}");
    // The draft stands as the release does, so the list stands there once.
    let welcome =
        |told: &str, line: &str| told.lines().filter(|told| told.trim_start().starts_with(line)).count();
    assert_eq!(
        (welcome(&zh, "「大会致辞」从 "), welcome(&en, "“Words of welcome” moves from ")),
        (1, 1),
        "{zh}{en}"
    );
}

#[test]
fn a_word_that_is_neither_file_nor_week_is_refused_and_so_are_options_for_files() {
    let folder = fresh("draft-neither");
    let ask = |words: &[&str]| {
        let output = run(&folder, ENGLISH, &[&["timetable", "score"], words, &MEMORY[..]].concat());
        assert_eq!(output.status.code(), Some(2));
        said(&output.stderr)
    };
    let absent = ask(&[SLUG]);
    assert!(absent.starts_with("jiangning-2021: there is no such file, and the database"), "{absent}");
    does(&folder, &["import", WEEK]);
    let other = ask(&["jiangning-2022"]);
    assert_eq!(other, "jiangning-2022: there is no week “jiangning-2022”. There are: jiangning-2021.\n");
    let zone = ask(&[SLUG, "--zone", "Asia/Tokyo"]);
    assert!(zone.starts_with("--zone: --zone is for files that are read."), "{zone}");
    let release = ask(&[SLUG, "--keep", "7"]);
    assert!(release.starts_with("--keep: “jiangning-2021” has no release 7."), "{release}");
}

#[test]
fn a_table_of_the_plan_goes_back_into_the_draft_as_the_folder_does_whether_or_not_it_is_said_to_replace() {
    let folder = fresh("draft-tables-back");
    does(&folder, &["import", WEEK]);
    let plan = solved(&folder, &[SLUG, "-o", "planned.csv"]);
    solved(&folder, &[SLUG, "-o", "planned.xlsx"]);
    let moved: BTreeSet<&str> = plan["moved"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|moved| moved["guid"].as_str().expect("a guid"))
        .collect();
    for words in [
        &["import", "planned.xlsx", "--week", SLUG, "--dry-run"][..],
        &["import", "planned.csv", "--week", SLUG, "--replaces", "sessions.csv", "--dry-run"],
        &["import", "planned.csv", "--week", SLUG],
    ] {
        let brought = does(&folder, words);
        let changes = brought["changes"].as_array().expect("a list");
        let records: BTreeSet<&str> =
            changes.iter().map(|change| change["key"].as_str().expect("a key")).collect();
        assert_eq!(records, moved, "{words:?}");
        for field in changes.iter().flat_map(|change| change["fields"].as_array().expect("a list")) {
            assert!(["start", "end", "room"].iter().any(|may| field["field"] == **may), "{words:?}: {field}");
        }
        assert_eq!(brought["missing"], Value::Array(Vec::new()), "{words:?}");
        assert_eq!(brought["conflicts"], Value::Array(Vec::new()), "{words:?}");
    }
    // Again it changes nothing, and the folder still speaks for what the table is silent about.
    let again = does(&folder, &["import", "planned.csv", "--week", SLUG]);
    assert_eq!(again["changes"], Value::Array(Vec::new()));
    let words = [
        "timetable",
        "solve",
        SLUG,
        "-o",
        "next.csv",
        "--steps",
        "1000",
        "--threads",
        "1",
        "--data",
        "memory",
    ];
    let told = said(&run(&folder, ENGLISH, &words).stdout);
    assert!(
        told.contains("festoon import next.csv --week jiangning-2021 --take-file --data memory"),
        "{told}"
    );
}
