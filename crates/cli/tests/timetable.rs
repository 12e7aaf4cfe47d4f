//! The built command on weeks and on workbooks of the public benchmark: what it prints, what it writes, and the code it ends with.

#[path = "timetable/conference.rs"]
mod conference;
#[path = "timetable/draft.rs"]
mod draft;
#[path = "timetable/explained.rs"]
mod explained;
#[path = "timetable/schema.rs"]
mod schema;
#[path = "timetable/stopped.rs"]
mod stopped;
#[path = "timetable/week.rs"]
mod week;

mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

use schema::checked;
use terminal::{ENGLISH, folder, run, said, start};

const CHINESE: &str = "zh_CN.UTF-8";

/// A folder of the test's own, with nothing in it.
fn fresh(test: &str) -> PathBuf {
    let _gone = fs::remove_dir_all(Path::new(env!("CARGO_TARGET_TMPDIR")).join(test));
    folder(test)
}

fn timetable(folder: &Path, arguments: &[&str]) -> Output {
    run(folder, ENGLISH, &[&["timetable"], arguments].concat())
}

/// Where a file of the benchmark is; nothing, and said so, where the real files are not at hand.
fn real(name: &str) -> Option<String> {
    let stated = std::env::var("FESTOON_REAL_DATA").unwrap_or_else(|_| "../shared/data".into());
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(stated);
    let path = path.join("timetable/cosplib").join(name);
    if !path.exists() {
        println!("skipped: {name} is not under FESTOON_REAL_DATA");
        return None;
    }
    Some(path.canonicalize().expect("it is there").display().to_string())
}

#[test]
fn equal_seeds_and_steps_give_equal_files_that_score_as_they_were_said_to() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let folder = folder("solve");
    let solve = |out: &str| {
        let steps = ["--steps", "20000", "--threads", "2", "--seed", "3", "--format", "json"];
        let output = timetable(&folder, &[&["solve", &instance, "-o", out], &steps[..]].concat());
        checked("conference", &output.stdout)
    };
    let found = solve("one.xlsx");
    solve("other.xlsx");

    let bytes = |name| fs::read(folder.join(name)).expect("a file");
    assert_eq!(bytes("one.xlsx"), bytes("other.xlsx"));
    assert_eq!((&found["hard"], &found["seed"]), (&Value::from(0), &Value::from(3)));

    let output = timetable(&folder, &["score", &instance, "one.xlsx", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let scored = checked("conference", &output.stdout);
    assert_eq!(scored["objective"], found["objective"]);
}

#[test]
fn a_solution_of_another_conference_is_refused_with_its_place() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let Some(solution) = real("published_solutions/exact/OR60FSolution.xlsx") else { return };
    let output = timetable(&folder("score"), &["score", &instance, &solution]);

    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        said(&output.stderr),
        "OR60FSolution.xlsx › sol › row 1, column B: “FaradayLT” is no room. Write it as the sheet “rooms” does.\n"
    );
}

#[test]
fn the_file_to_read_is_not_written_over() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let folder = folder("over");
    fs::copy(instance, folder.join("mine.xlsx")).expect("a copy");
    let output = timetable(&folder, &["solve", "mine.xlsx", "--steps", "1", "-o", "mine.xlsx"]);

    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output.stderr).contains("would overwrite it"), "{}", said(&output.stderr));
}
