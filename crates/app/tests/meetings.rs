//! Meetings of ours: who interprets is settled so that nobody loses a meeting that another distribution would keep.

use festoon_app::timetable::meetings::{Outcome, Why, pose_market, settle, unmet_sentence};
use festoon_domain::text::Lang;
use festoon_exchange::NamedFile;
use festoon_exchange::meetings_file::{self, MeetingsFile};
use festoon_solver::Limits;
use festoon_solver::meetings::arrange;

fn read(text: &str) -> MeetingsFile {
    let file = NamedFile { name: "meetings.toml".into(), bytes: text.as_bytes().to_vec() };
    meetings_file::read(&file).unwrap_or_else(|refusals| panic!("{refusals:?}"))
}

fn arranged(file: &MeetingsFile) -> Outcome {
    let posed = pose_market(file).expect("nothing contradicts itself");
    let found = arrange(&posed.day, &Limits::steps(50_000)).expect("what was posed is a day");
    settle(file, &posed, &found.plan)
}

/// A day from nine o'clock, with one venue, parties of one language each, and pairs who wish to meet.
fn day(till: &str, parties: &[(&str, &str, &[&str])], interpreters: &[(&str, &[&str], &str)]) -> String {
    let head = format!(
        "minutes = 30\n[[day]]\ndate = 2021-06-22\nhours = [\"09:00-{till}\"]\n[[venue]]\nname = \"A\"\ntables = 9\n"
    );
    let party = |(name, language, wishes): &(&str, &str, &[&str])| {
        format!("[[party]]\nname = \"{name}\"\nlanguages = [\"{language}\"]\nwishes = {wishes:?}\n")
    };
    let interpreter = |(name, languages, away): &(&str, &[&str], &str)| {
        let away = if away.is_empty() { String::new() } else { format!("away = [\"2021-06-22 {away}\"]\n") };
        format!("[[interpreter]]\nname = \"{name}\"\nlanguages = {languages:?}\n{away}")
    };
    let all = parties.iter().map(party).chain(interpreters.iter().map(interpreter));
    std::iter::once(head).chain(all).collect()
}

#[test]
fn one_interpreter_of_three_languages_is_at_meetings_of_every_pair_of_them() {
    let parties = [("one", "fr", &["two"][..]), ("two", "zh", &[]), ("three", "de", &["two"])];
    let text = day("10:00", &parties, &[("Sample Interpreter", &["zh", "fr", "de"], "")]);
    let outcome = arranged(&read(&text));
    assert_eq!((outcome.meetings.len(), outcome.unmet.len(), outcome.without_place), (2, 0, 0));
    assert!(outcome.meetings.iter().all(|meeting| meeting.interpreter == Some(0)));
}

#[test]
fn whoever_speaks_more_is_kept_for_what_nobody_else_can() {
    // In the only slot one meeting can have either interpreter, the other but one of them.
    let parties = [("a", "fr", &["b"][..]), ("b", "zh", &[]), ("c", "de", &["d"]), ("d", "zh", &[])];
    let both = [("Both", &["zh", "fr", "de"][..], ""), ("French", &["zh", "fr"], "")];
    let outcome = arranged(&read(&day("09:30", &parties, &both)));
    let mut who: Vec<Option<usize>> = outcome.meetings.iter().map(|meeting| meeting.interpreter).collect();
    who.sort_unstable();
    assert_eq!(who, [Some(0), Some(1)]);
}

#[test]
fn an_interpreter_is_named_as_what_lacks_only_where_one_is_needed() {
    let told = |text: &str| {
        let file = read(text);
        let outcome = arranged(&file);
        assert_eq!(outcome.unmet.len(), 1, "{:?}", outcome.unmet);
        (outcome.unmet[0].2.clone(), unmet_sentence(&file, &outcome.unmet[0], Lang::En))
    };
    let same = day("09:30", &[("a", "zh", &["b"][..]), ("b", "zh", &[])], &[]);
    let away = same.replace("name = \"b\"\n", "name = \"b\"\naway = [\"2021-06-22\"]\n");
    assert_eq!(
        told(&away),
        (Why::NoTime, "“a” and “b” do not meet: they and a venue are never free at once.".to_owned())
    );
    let other = day(
        "09:30",
        &[("a", "zh", &["b"][..]), ("b", "fr", &[])],
        &[("Sample Interpreter", &["zh", "fr"], "09:00-10:00")],
    );
    assert_eq!(
        told(&other),
        (
            Why::NoTimeInterpreted,
            "“a” and “b” do not meet: nobody who interprets between them is there when both are free."
                .to_owned()
        )
    );
}
