//! What is wrong with a week, why something is not elsewhere and why a week cannot be, in both languages.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::schema::checked;
use super::week::WEEK;
use super::{CHINESE, ENGLISH, fresh, run, said};

/// Two sessions of an hour in one room that is open for an hour and a half, on the one day there is; the third has nothing to do with it.
const TIGHT: &str = "日期,开始,结束,标题,英文标题,场馆,会场,主办单位
2027-06-21,10:00,11:00,第一场,First,会展中心,1号厅,示例学会
2027-06-21,10:30,11:30,第二场,Second,会展中心,1号厅,示例学会
2027-06-21,10:00,11:00,别处的一场,Elsewhere,图书馆,报告厅,示例学会
";
const TIGHT_PLANNER: &str = "hours = \"10:00-11:30\"
[[away]]
room = \"ROOM\"
from = 2027-06-21T00:00:00
till = 2027-06-22T00:00:00
";

fn tight(folder: &Path) -> [String; 4] {
    fs::write(folder.join("week.csv"), TIGHT).expect("a file");
    let output = run(folder, ENGLISH, &["convert", "week.csv", "--to", "csv", "-o", "again.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let unknown = run(folder, ENGLISH, &["import", "week.csv", "--week", "tight", "--data", "memory"]);
    assert_eq!(unknown.status.code(), Some(0), "{}", said(&unknown.stderr));
    let export = run(folder, ENGLISH, &["export", "tight", "--to", "tight", "--data", "memory"]);
    assert_eq!(export.status.code(), Some(0), "{}", said(&export.stderr));
    let rooms = fs::read_to_string(folder.join("tight/rooms.csv")).expect("a table");
    let other = rooms.lines().find(|row| row.contains("报告厅")).expect("the other hall");
    let key = other.split(',').next().expect("a key");
    fs::write(folder.join("planner.toml"), TIGHT_PLANNER.replace("ROOM", key)).expect("a file");
    ["tight", "--planner", "planner.toml", "--threads"].map(str::to_owned)
}

fn explained(folder: &Path, locale: &str, words: &[&str]) -> (Option<i32>, String, String) {
    let output = run(folder, locale, &[&["timetable", "explain"], words].concat());
    (output.status.code(), said(&output.stdout), said(&output.stderr))
}

#[test]
fn every_rule_that_is_broken_is_a_sentence_and_has_a_price_in_both_languages() {
    let folder = fresh("explain-overview");
    let steps = ["--steps", "200000", "--threads", "1"];
    let ask = |locale| explained(&folder, locale, &[&[WEEK], &steps[..]].concat());
    let ((code, zh, _), (_, en, _)) = (ask(CHINESE), ask(ENGLISH));
    assert_eq!(code, Some(0), "{zh}");
    for part in [
        "阿达·霍尔姆在 6月23日 周三 10:50–11:10 要同时出现在两处",
        "有代价（2）：",
        "座位不够（seats）：1 处，罚分 4000",
        "「八链成果展·江宁金鹰」（10:00–21:00，江宁金鹰·中庭广场）与别的场次共用会场，保持不动。（5 场）",
        "排得下：有一份时间表守住了全部硬性规则",
    ] {
        assert!(zh.contains(part), "{part}: {zh}");
    }
    for part in [
        "Ada Holm is in two places on Wed 23 June, 10:50–11:10",
        "At a cost (2):",
        "people beyond the seats (seats): 1, cost 4000",
        " shares its room and stays. (5 of these)",
        "It can be: a timetable keeps every hard rule",
    ] {
        assert!(en.contains(part), "{part}: {en}");
    }

    let words = [&["timetable", "explain", WEEK, "--format", "json"], &steps[..]].concat();
    let told = checked("explained", &run(&folder, ENGLISH, &words).stdout);
    let sum = |list: &Value, field: &str| -> i64 {
        list.as_array().expect("a list").iter().map(|one| one[field].as_i64().expect("a number")).sum()
    };
    assert_eq!(sum(&told["rules"], "cost"), told["objective"].as_i64().expect("a number"));
    assert_eq!(sum(&told["rules"], "hard"), sum(&told["broken"], "hard"));
    assert_eq!(
        sum(&told["rules"], "times"),
        i64::try_from(told["broken"].as_array().expect("a list").len()).expect("few")
    );
}

#[test]
fn a_week_that_cannot_be_is_a_small_set_of_sessions_in_both_languages() {
    let folder = fresh("explain-impossible");
    let words = tight(&folder);
    let words: Vec<&str> = words.iter().map(String::as_str).chain(["1", "--steps", "5000"]).collect();
    let ((zh_code, zh, _), (en_code, en, _)) =
        (explained(&folder, CHINESE, &words), explained(&folder, ENGLISH, &words));
    assert_eq!((zh_code, en_code), (Some(1), Some(1)), "{zh}{en}");
    let after = |text: &str, heading: &str| text.split(heading).nth(1).unwrap_or_default().to_owned();
    assert!(after(&zh, "排不下：\n").contains("「第一场」、「第二场」"), "{zh}");
    assert!(
        !after(&zh, "排不下：\n").contains("别处") || after(&zh, "排不下：\n").lines().count() > 1,
        "{zh}"
    );
    assert!(after(&en, "It cannot be:\n").contains("“First”, “Second”"), "{en}");
    let json =
        run(&folder, ENGLISH, &[&["timetable", "explain"], &words[..], &["--format", "json"]].concat());
    let told = checked("explained", &json.stdout);
    assert_eq!(told["can_be"], false);
}

#[test]
fn an_entry_and_a_slot_are_asked_about_in_its_own_room_where_none_is_said() {
    let folder = fresh("explain-entry");
    let slot = ["--entry", "fnc-welcome", "--at", "2021-06-17 09:45"];
    let ask = |locale| explained(&folder, locale, &[&[WEEK], &slot[..]].concat());
    let ((code, zh, _), (_, en, _)) = (ask(CHINESE), ask(ENGLISH));
    assert_eq!(code, Some(1));
    assert!(zh.contains("不能排在那里：") && zh.contains("「紫金山实验室重大成果发布」"), "{zh}");
    assert!(
        en.contains("In the way:")
            && en.contains("“Release of major achievements of Purple Mountain Laboratory”"),
        "{en}"
    );
    let words = [&["timetable", "explain", WEEK, "--format", "json"], &slot[..]].concat();
    assert_eq!(checked("elsewhere", &run(&folder, ENGLISH, &words).stdout)["can_be"], false);
}

#[test]
fn what_the_planner_does_not_move_is_asked_about_and_answered_with_why() {
    let folder = fresh("explain-held");
    let ask = |locale, at: &str| {
        let words = [WEEK, "--why-not", "设计者带你看", "--at", at];
        explained(&folder, locale, &words)
    };
    let (code, zh, err) = ask(CHINESE, "2021-06-22 11:00");
    assert_eq!((code, err.as_str()), (Some(1), ""), "{zh}");
    assert!(zh.contains("与别的场次共用会场，保持不动。"), "{zh}");
}

#[test]
fn each_rule_has_a_price_in_both_languages() {
    let folder = fresh("explain-prices");
    let words = [WEEK, "--rule", "all", "--steps", "20000", "--threads", "1"];
    let ((code, zh, _), (_, en, _)) =
        (explained(&folder, CHINESE, &words), explained(&folder, ENGLISH, &words));
    assert_eq!(code, Some(0));
    assert!(
        zh.contains("「座位不够」（seats）") && en.contains("seats (people beyond the seats)"),
        "{zh}{en}"
    );
    let json =
        run(&folder, ENGLISH, &[&["timetable", "explain"], &words[..], &["--format", "json"]].concat());
    let told = checked("priced", &json.stdout);
    let priced = told["prices"].as_array().expect("a list");
    // Those that are usually ignored have no price.
    assert_eq!(priced.len(), 21 - 5, "{told}");
}

#[test]
fn defects_and_unknown_roads_are_told_on_standard_error_in_both_languages_and_in_the_object() {
    let folder = fresh("explain-defects");
    let rows = "日期,开始,结束,标题,场馆,会场,主办单位
2027-06-21,10:00,11:00,第一场,会展中心,1号厅,示例学会
2027-06-21,下午,11:30,第二场,图书馆,报告厅,示例学会
";
    fs::write(folder.join("week.csv"), rows).expect("a file");
    let score = |locale, more: &[&str]| {
        run(&folder, locale, &[&["timetable", "score", "week.csv", "--zone", "Asia/Shanghai"], more].concat())
    };
    let (zh, en) = (said(&score(CHINESE, &[]).stderr), said(&score(ENGLISH, &[]).stderr));
    assert!(
        zh.contains("week.csv › 第3行") && zh.contains("会展中心与图书馆之间的路程未知，按紧挨着计算。"),
        "{zh}"
    );
    assert!(
        en.contains("week.csv › row 3")
            && en.contains("The road between 会展中心 and 图书馆 is unknown; they count as next door."),
        "{en}"
    );

    let json = score(ENGLISH, &["--format", "json"]);
    assert_eq!(said(&json.stderr), "");
    let told = checked("scored", &json.stdout);
    let check = run(&folder, ENGLISH, &["check", "week.csv", "--zone", "Asia/Shanghai", "--format", "json"]);
    let report: Value = serde_json::from_slice(&check.stdout).expect("a report");
    assert_eq!(told["defects"], report["defects"]);
    assert_eq!(told["unknown_roads"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_has_begun_by_a_time_stays() {
    let folder = fresh("explain-begun");
    let score = |words: &[&str]| {
        let output =
            run(&folder, ENGLISH, &[&["timetable", "score", WEEK, "--format", "json"], words].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
        checked("scored", &output.stdout)
    };
    let begun = |told: &Value| {
        let notes = told["left_alone"].as_array().expect("a list").iter();
        notes.filter(|note| note["en"].as_str().is_some_and(|said| said.contains("has begun"))).count()
    };
    assert_eq!(begun(&score(&[])), 0);
    assert_eq!(begun(&score(&["--begun-by", "2021-06-17 09:00"])), 1);
    assert!(begun(&score(&["--begun-by", "now"])) > 100);
    let wrong = run(&folder, ENGLISH, &["timetable", "score", WEEK, "--begun-by", "noon"]);
    assert_eq!(wrong.status.code(), Some(2));
}
