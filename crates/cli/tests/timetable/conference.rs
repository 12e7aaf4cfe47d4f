//! Workbooks of the public benchmark explained: what each rule costs, why something is not elsewhere, and what is refused.

use super::schema::checked;
use super::{CHINESE, ENGLISH, fresh, real, run, said};

#[test]
fn the_authors_timetable_is_explained_rule_by_rule_in_both_languages() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let Some(solution) = real("published_solutions/exact/N2ORSolution.xlsx") else { return };
    let folder = fresh("conference-explained");
    let ask = |locale, more: &[&str]| {
        let words = [&["timetable", "explain", &instance, &solution], more].concat();
        let output = run(&folder, locale, &words);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
        output.stdout
    };
    let (zh, en) = (said(&ask(CHINESE, &[])), said(&ask(ENGLISH, &[])));
    assert!(zh.contains("    分会「Big Data and AI」中间断开，排在Wed1、Thu2。\n"), "{zh}");
    assert!(en.contains("    “Big Data and AI” stops and goes on later: it is in Wed1, Thu2.\n"), "{en}");
    assert!(zh.ends_with("排得下：这份时间表里每场报告都有位置。\n"), "{zh}");

    let told = checked("conference_explained", &ask(ENGLISH, &["--format", "json"]));
    let costs = told["broken"].as_array().expect("a list").iter().map(|told| told["cost"].as_i64());
    assert_eq!(costs.sum::<Option<i64>>(), told["objective"].as_i64());

    let priced = ask(ENGLISH, &["--rule", "consecutive tracks", "--steps", "2000", "--format", "json"]);
    let priced = checked("conference_priced", &priced);
    assert_eq!(priced["prices"][0]["rule"], "Consecutive Tracks");
}

#[test]
fn a_submission_a_session_and_a_room_are_asked_about_by_their_names_in_the_workbook() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let Some(solution) = real("published_solutions/exact/N2ORSolution.xlsx") else { return };
    let folder = fresh("conference-elsewhere");
    let ask = |files: &[&str], words: &[&str]| {
        let output = run(&folder, ENGLISH, &[&["timetable", "explain"], files, words].concat());
        (output.status.code(), said(&output.stderr), output.stdout)
    };
    let both = [&*instance, &*solution];
    let place = ["--why-not", "NEW19A3729", "--at", "Wed1", "--format", "json"];
    let (_, wrong, told) = ask(&both, &place);
    assert_eq!(wrong, "");
    checked("conference_elsewhere", &told);

    let (code, wrong, _) = ask(&both, &["--why-not", "nobody", "--at", "Mon9"]);
    assert_eq!(code, Some(2));
    assert!(wrong.starts_with("--why-not: no submission is called “nobody”. "), "{wrong}");
    assert!(wrong.contains("--at: no session is called “Mon9”. There are Wed1, "), "{wrong}");
    let (code, wrong, _) = ask(&both, &["--rule", "seats"]);
    assert_eq!(code, Some(2));
    assert!(
        wrong.starts_with("--rule: no rule is called “seats”. The rules are all, Tracks_Sessions|Penalty, "),
        "{wrong}"
    );
    let (code, wrong, _) = ask(&both[..1], &place[..4]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("after a CoSPLib workbook comes a timetable"), "{wrong}");
}

#[test]
fn without_a_timetable_it_is_told_whether_everything_can_have_a_place() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let folder = fresh("conference-can-be");
    let words = ["timetable", "explain", &instance, "--steps", "20000", "--threads", "1", "--format", "json"];
    let output = run(&folder, ENGLISH, &words);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    assert_eq!(checked("conference_explained", &output.stdout)["can_be"], true);
}

#[test]
fn a_search_that_was_too_short_does_not_say_that_it_cannot_be() {
    let Some(instance) = real("instances/N2OR.xlsx") else { return };
    let folder = fresh("conference-not-proved");
    let ask = |locale, more: &[&str]| {
        let words = [&["timetable", "explain", &instance, "--steps", "5", "--threads", "1"], more].concat();
        run(&folder, locale, &words).stdout
    };
    let (zh, en) = (said(&ask(CHINESE, &[])), said(&ask(ENGLISH, &[])));
    assert!(zh.starts_with("搜索没能排下，但没有证明一定排不下"), "{zh}");
    assert!(en.starts_with("The search found no way, which does not prove that there is none"), "{en}");
    let told = checked("conference_explained", &ask(ENGLISH, &["--format", "json"]));
    assert!(told["can_be"].is_null(), "{told}");
}
