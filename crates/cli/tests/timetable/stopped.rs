//! Ctrl-C while a search runs: the best so far is written and said.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::schema::checked;
use super::week::WEEK;
use super::{CHINESE, ENGLISH, fresh, said, start};

/// Lets the command run until it listens for Ctrl-C, and presses it.
fn interrupted(folder: &Path, locale: &str, arguments: &[&str]) -> Output {
    let mut command: Command = start(folder, locale, arguments);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    let began = Instant::now();
    let (_never, pause) = mpsc::channel::<()>();
    while !listens(child.id()) {
        assert!(began.elapsed() < Duration::from_mins(1), "it never listens");
        let _over = pause.recv_timeout(Duration::from_millis(5));
    }
    let pressed = Command::new("sh").args(["-c", &format!("kill -INT {}", child.id())]).status();
    assert!(pressed.expect("a shell").success());
    child.wait_with_output().expect("it ends")
}

/// Whether the process catches SIGINT, as the system says.
fn listens(process: u32) -> bool {
    const INTERRUPT: u64 = 1 << (2 - 1);
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    let caught = caught.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    caught.is_some_and(|mask| mask & INTERRUPT != 0)
}

#[test]
#[cfg(target_os = "linux")]
fn a_search_by_steps_or_by_time_ends_with_the_best_so_far() {
    let folder = fresh("stopped");
    for (limit, out) in [(["--steps", "1000000000000"], "steps"), (["--seconds", "86400"], "seconds")] {
        let words =
            ["timetable", "solve", WEEK, limit[0], limit[1], "--threads", "2", "--format", "json", "-o", out];
        let output = interrupted(&folder, ENGLISH, &words);
        let told = checked("solved", &output.stdout);
        assert_eq!(told["stopped"], true);
        assert_eq!(output.status.code(), Some(i32::from(told["hard"] != 0)), "{}", said(&output.stderr));
        assert!(folder.join(out).join("sessions.csv").exists());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn that_it_was_ended_early_is_said_in_both_languages() {
    let folder = fresh("stopped-words");
    let stop = |locale, out| {
        let words = ["timetable", "solve", WEEK, "--steps", "1000000000000", "-o", out];
        said(&interrupted(&folder, locale, &words).stdout)
    };
    let (zh, en) = (stop(CHINESE, "zh"), stop(ENGLISH, "en"));
    assert!(zh.starts_with("按 Ctrl-C 提前结束，以下是目前最好的结果；再跑一次，结果会不同。\n"), "{zh}");
    assert!(
        en.starts_with(
            "Ended early by Ctrl-C: this is the best so far, and another run will give another.\n"
        ),
        "{en}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn one_press_ends_every_search_of_an_explanation() {
    let folder = fresh("stopped-prices");
    let words = ["timetable", "explain", WEEK, "--rule", "all", "--seconds", "86400", "--format", "json"];
    let output = interrupted(&folder, ENGLISH, &words);
    assert_eq!(checked("priced", &output.stdout)["stopped"], true);
}
