//! What stands beside the numbers of the week in its announcements and is none of them: other hours, places in a contest, firms that did something.

use crate::held::of;
use crate::{wesselhaven, yangang};

const BEFORE: &str = "2025-09-19";

fn nothing() -> (String, String) {
    of("not-among", "")
}

#[test]
fn hours_of_something_else_are_no_opening() {
    let closing = "The closing ceremony on Saturday begins at 4 p.m. in the Kadehal.";
    assert_eq!(wesselhaven(BEFORE, closing, "4 p.m."), nothing());
    let opening = "The opening ceremony on Monday begins at 4 p.m. in the Kadehal.";
    assert_eq!(wesselhaven(BEFORE, opening, "4 p.m.").0, "wrong-value");
    let doors = "Doors open at 9.30 a.m., the opening ceremony starts at 10.15 a.m.";
    assert_eq!(wesselhaven(BEFORE, doors, "9.30 a.m."), nothing());
    let teams = "For the opening ceremony camera teams are asked to be in place by 9:30.";
    assert_eq!(wesselhaven(BEFORE, teams, "9:30"), nothing());
}

#[test]
fn places_in_a_contest_are_no_rank_of_the_city() {
    let text = "The winners receive €40,000; the teams in second and third place get €20,000.";
    assert_eq!(wesselhaven("2025-09-24", text, "third"), nothing());
    let rank = "On the innovation index we came in third place.";
    assert_eq!(wesselhaven("2025-09-24", rank, "third").0, "embargoed");
    let text = "“盐生”团队和“浮岛”团队分列第二名、第三名。";
    assert_eq!(yangang("2024-10-17", text, "第三名"), nothing());
}

#[test]
fn who_takes_part_in_a_contest_is_not_who_comes_to_the_week() {
    let text = "大赛启动以来，收到报名项目1328个，来自16个国家。";
    assert_eq!(yangang("2024-10-17", text, "16个"), nothing());
    let text = "本届创新周的参展商来自16个国家和地区。";
    assert_eq!(yangang("2024-10-17", text, "16个").0, "wrong-value");
}

#[test]
fn firms_as_many_as_projects_are_no_projects() {
    let text = "仅上周五个工作日就有31家企业提交材料。";
    assert_eq!(yangang("2024-11-15", text, "31家"), nothing());
    let text = "Will there be fewer? The 41 hosts will discuss it on 4 November.";
    assert_eq!(wesselhaven("2025-10-20", text, "41 hosts"), nothing());
}

#[test]
fn a_round_part_of_what_was_counted_is_no_rate() {
    let text = "项目数已达到拟签约数的三分之二。";
    assert_eq!(yangang("2024-10-16", text, "三分之二"), nothing());
    let text = "66 projects have landed since September, over half of those signed.";
    assert_eq!(wesselhaven("2025-12-17", text, "over half"), nothing());
}

#[test]
fn the_first_phase_of_a_plant_and_the_area_of_a_rotor_are_of_these() {
    let text = "其中蔚礁能源的海缆总装基地已完成供地，一期投资18.2亿元。";
    assert_eq!(yangang("2024-11-17", text, "18.2亿元"), nothing());
    let text = "大会展出漂浮式风机，叶轮直径260米，扫风面积约5.3万平方米。";
    assert_eq!(yangang("2024-09-20", text, "约5.3万平方米"), nothing());
    let text = "今年的展览面积约5.3万平方米。";
    assert_eq!(yangang("2024-09-20", text, "约5.3万平方米").0, "wrong-value");
}

#[test]
fn a_stage_that_leads_the_next_clause_is_said_of_the_projects_there() {
    let text = "10亿元以上项目13个，拟签约项目签约率91.7%。";
    assert_eq!(yangang("2024-11-15", text, "13个").0, "right");
    let text = "156个拟签约项目只有13个未能按期完成。";
    assert_eq!(yangang("2024-11-15", text, "13个"), nothing());
}

#[test]
fn numbers_of_the_edition_before_are_of_that() {
    let text =
        "Of the 84 projects signed at the 6th Wesselhaven Innovation Week, 51 had landed by early June.";
    assert_eq!(wesselhaven("2025-06-18", text, "6th").0, "not-among");
    let text = "The 6th Wesselhaven Innovation Week will be held from 22 to 27 September 2025.";
    assert_eq!(wesselhaven("2025-06-18", text, "6th").0, "wrong-value");
    let text = "Lindewijk will host 17 activities during the innovation week. In 2024 there were ten.";
    assert_eq!(wesselhaven(BEFORE, text, "ten"), nothing());
    let text = "Visitors saw 388 exhibits, of which 68 came from battery recycling and 85 from food science; a year ago there had been 319 in all.";
    assert_eq!(wesselhaven("2025-10-02", text, "319").0, "right");
}

#[test]
fn what_two_days_brought_is_part_of_what_they_made() {
    let text = "By Friday evening 115 projects had been signed, 99 up to Thursday and 16 on Friday.";
    assert_eq!(wesselhaven("2025-09-26", text, "99"), nothing());
    let text = "By Friday evening 115 projects had been signed, 99 up to Thursday and 18 on Friday.";
    assert_eq!(wesselhaven("2025-09-26", text, "99").0, "stale");
}

#[test]
fn the_end_of_a_way_is_no_place_of_what_stands_along_it() {
    let text = "32个打卡点从灯塔公园一路连到蓼溪育种场。";
    assert_eq!(yangang("2024-10-08", text, "32个").0, "right");
    let text = "蓼溪设32个打卡点。";
    assert_eq!(yangang("2024-10-08", text, "32个").0, "scope-differs");
}

#[test]
fn a_question_about_something_else_opens_no_list() {
    let text = "问：意向项目最终有多少？\n答：截至闭幕是268个。\n问：签约的呢？\n答：143个。\n问：开工的呢？\n答：16个。";
    assert_eq!(yangang("2024-11-15", text, "268个").0, "right");
}

#[test]
fn how_far_something_is_from_another_number_is_neither() {
    let text = "线下参与16.4万人次，距上届总数只差1万余人次。";
    assert_eq!(yangang("2024-10-17", text, "1万余人次"), nothing());
}
