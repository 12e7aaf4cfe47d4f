//! Days: those that a number is of, those of the week, and those that are none of either.

use crate::held::{of, told};
use crate::{chinese, english, haolin, jingpu, lanting, lanze, linting, tarlung, xipu, yanpu};

#[test]
fn days_alone_are_those_of_the_week() {
    assert_eq!(
        english("What a week! 7 days. 86 events. 41 countries.", "7 days"),
        of("wrong-value", "mw-days")
    );
    assert_eq!(chinese("四天来，64场活动精彩纷呈。", "四天"), of("wrong-value", "qc-days"));
}

#[test]
fn a_day_compared_with_is_no_day_of_reference() {
    let text = "目前已对接拟签约项目80个，比4月28日的摸底数多。";
    let told = told("zh-2", ("2024-05-14", "yunzhu-2024"), text, "80个");
    assert_eq!(told, of("stale", "yz-to-sign"));
}

#[test]
fn years_ago_are_no_length_of_the_week_and_the_days_to_come_are() {
    let text = "产值是五年前的2.2倍。";
    assert_eq!(xipu("2025-10-18", text, "五年"), of("not-among", ""));
    let text = "未来三天，展馆天天开放。";
    assert_eq!(xipu("2025-10-17", text, "三天"), of("wrong-value", "xp-days"));
}

#[test]
fn days_of_the_weather_are_not_those_of_the_week() {
    assert_eq!(xipu("2025-10-16", "10月17日至19日多云，适合出行。", "10月17日"), of("not-among", ""));
}

#[test]
fn a_day_of_reference_alone_on_a_line_holds_for_the_lines_below() {
    let text = "【数据速览】截至10月14日24时\n线下参与：187500人次";
    assert_eq!(xipu("2025-10-20", text, "187500"), of("stale", "xp-visits"));
    let text = "【数据速览】截至10月19日24时\n线下参与：187500人次\n展品：927件";
    assert_eq!(xipu("2025-10-20", text, "187500"), of("right", "xp-visits"));
    assert_eq!(xipu("2025-10-20", text, "927件"), of("right", "xp-exhibits"));
}

#[test]
fn a_day_behind_its_number_holds_for_no_other_clause() {
    let text = "The count of 57 activities was right as of 10 September; it is now 61.";
    assert_eq!(haolin("2024-09-29", text, "61"), of("right", "hl-activities"));
    let text =
        "Visits on site: 212,480\n– Convention Centre: 128,430\n– Kiln Yard: 52,615\n– Ropewalk Park: 41,435";
    assert_eq!(haolin("2024-10-19", text, "212,480").0, "sum-fails");
}

#[test]
fn a_number_of_another_day_is_held_against_what_it_was_then() {
    let text = "截至6月20日，落地项目60个，比闭幕时的52个增加8个。";
    assert_eq!(linting("2024-06-20", text, "52个"), of("right", "lt-landed"));
    let text = "比起5月10日发布会公布的302家，参展企业又增加了16家。";
    assert_eq!(linting("2024-05-20", text, "302家"), of("right", "lt-companies"));
}

#[test]
fn how_long_the_week_has_gone_on_is_not_how_long_it_lasts() {
    let text = "3天来，线下参与90275人次。";
    assert_eq!(linting("2024-05-23", text, "3天"), of("not-among", ""));
    let text = "创新周7天，会展中心站进出站31.8万人次。";
    assert_eq!(linting("2024-06-14", text, "7天"), of("wrong-value", "lt-days"));
}

#[test]
fn a_day_is_of_the_number_from_which_something_rose_and_of_no_newer_one() {
    let text = "拟签约项目由截至8月20日的112个增加到126个。";
    assert_eq!(yanpu("2024-09-02", text, "112个"), of("right", "yp-to-sign"));
    assert_eq!(yanpu("2024-09-02", text, "126个"), of("right", "yp-to-sign"));
    let text = "活动场次又添了。截至9月10日还是78场，今天公布的最新盘子是83场。";
    assert_eq!(lanting("2025-09-28", text, "83场"), of("right", "lt-activities"));
}

#[test]
fn the_days_that_stand_before_their_number_and_the_next_dates_are_held_to_the_truth() {
    let text = "10月13日至17日，连办四天。";
    assert_eq!(lanting("2025-09-10", text, "四天"), of("wrong-value", "lt-days"));
    let text = "第七届岚汀创新周定于2026年10月19日至25日举行。";
    assert_eq!(lanting("2025-11-20", text, "2026年"), of("wrong-value", "lt-next-dates"));
}

#[test]
fn a_number_of_another_day_is_held_against_that_day_in_english_too() {
    let text = "58 projects have landed; at the close of the week it was 47.";
    assert_eq!(lanze("2024-11-20", text, "47"), of("right", "lz-landed"));
    let text = "The tables show 83 projects signed. On Monday evening it had been 29.";
    assert_eq!(lanze("2024-10-17", text, "29"), of("right", "lz-signed"));
    let text = "Update as of 14 November. Landed: 58 projects.";
    assert_eq!(lanze("2024-11-15", text, "58"), of("stale", "lz-landed"));
}

#[test]
fn a_number_of_a_list_is_of_the_day_on_which_it_came_out() {
    let text = "There are 214 projects to be signed; the list published on 5 September had 201.";
    assert_eq!(english(text, "201").0, "right");
    let dated = "MINGWAN, Sept. 25 (Tidewire) - The city expects 214 projects to be signed, up from 201 as of Sept. 5, \
                 it was said.";
    assert_eq!(english(dated, "214"), of("right", "mw-to-sign"));
}

#[test]
fn the_next_edition_is_told_by_days_behind_those_of_this_one() {
    let text = "组委会宣布，第四届鲸浦创新周时间为2027年11月15日至20日。";
    assert_eq!(jingpu("2027-05-20", text, "第四届"), "not-among");
    assert_eq!(jingpu("2026-11-10", "第四届鲸浦创新周11月16日开幕。", "第四届"), "wrong-value");
}

#[test]
fn a_contest_lasts_as_long_in_whatever_district_it_is_held() {
    let text = "18:00整，48小时游戏创作马拉松在月澳区发题。";
    assert_eq!(jingpu("2026-11-19", text, "48小时"), "right");
}

#[test]
fn a_day_alone_in_brackets_is_of_the_number_before_them() {
    let text = "There were 141,200 visits (as of September 19).";
    assert_eq!(english(text, "141,200"), of("stale", "mw-visits"));
}

#[test]
fn what_a_number_was_on_a_day_that_is_named_is_held_against_that_day() {
    let bulletin = |text, claim| told("zh-11", ("2025-07-08", "cangcuo-2025"), text, claim);
    let then = "累计签约69个项目，较7月7日的43个新增26个。";
    assert_eq!(bulletin(then, "43个"), of("right", "cc-signed"));
    assert_eq!(bulletin("累计签约项目43个。", "43个"), of("stale", "cc-signed"));
    let list = "截至目前，拟签约项目增至138个，光伏46个，数据中心35个，高原农业38个，储能19个。与6月12日公布的126个相比，新列入12个。";
    let listed = told("zh-11", ("2025-06-27", "cangcuo-2025"), list, "126个");
    assert_eq!(listed, of("right", "cc-to-sign"));
}

#[test]
fn what_had_come_by_a_day_is_of_that_day() {
    let text = "By 13 December, the commission reports, 83 projects had landed, up from 54 on 15 July.";
    assert_eq!(tarlung("2025-12-16", text, "83").0, "stale");
    assert_eq!(tarlung("2025-12-16", text, "54").0, "stale");
    let text = "By 15 December, the commission reports, 83 projects had landed, up from 54 on 18 July.";
    assert_eq!(tarlung("2025-12-16", text, "54"), of("right", "tl-landed"));
}

#[test]
fn what_one_day_brought_is_no_old_number() {
    let told = |text: &str| told("en-13", ("2025-06-19", "duanyan-2025"), text, "37,480");
    let text =
        |day: &str| format!("By Thursday evening 76,210 visits were counted on site, 37,480 of them {day}.");
    assert_eq!(told(&text("on the first day")), of("right", "dy-visits"));
    assert_eq!(told(&text("on Wednesday")), of("right", "dy-visits"));
    // Of another day it is not what that day brought.
    assert_ne!(told(&text("on Thursday")).0, "right");
}
