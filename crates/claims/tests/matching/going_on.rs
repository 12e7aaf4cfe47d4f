//! What a sentence does not name again, because the one before it did.

use crate::held::of;
use crate::{chinese, haolin, lanting, tarlung, yanpu};

#[test]
fn a_share_behind_a_number_of_things_is_of_these_things() {
    let text = "2,140 guests came from 26 countries, among them over 300 from abroad, or 20.3 per cent.";
    assert_eq!(chinese(text, "20.3"), of("wrong-value", "qc-foreign-share"));
}

#[test]
fn what_was_told_before_goes_on_without_being_named() {
    let text = "There were 212,480 visits; the number of people was 89,870.";
    assert_eq!(haolin("2024-10-19", text, "89,870"), of("wrong-value", "hl-visitors"));
    let text = "Tuesday was signing day: 38 projects as of 15 October. Wednesday did better. Makes 102.";
    assert_eq!(haolin("2024-10-16", text, "102").0, "wrong-value");
    let text = "127 projects have been signed. Of the total, 73 are in digital technology.";
    assert_eq!(haolin("2024-10-19", text, "73"), of("wrong-value", "hl-signed-digital"));
}

#[test]
fn a_clause_that_opens_with_its_verb_is_of_the_clause_before_it() {
    let text = "论场次，桐井新区最少，只有不到9场。";
    assert_eq!(yanpu("2024-09-18", text, "9场"), of("hedge-contradicts", "yp-act-tongjing"));
}

#[test]
fn what_points_back_is_of_what_was_told() {
    let text = "首届时，参展企业只有76家；今天，这个数字是252家。";
    assert_eq!(lanting("2025-10-13", text, "252家"), of("wrong-value", "lt-exhibitors"));
    let text = "桐井新区签约13个项目。主任不急，这16个签约项目全是制造业。";
    assert_eq!(yanpu("2024-09-18", text, "16个"), of("wrong-value", "yp-signed-tongjing"));
    let text = "打卡点将从39个扩到50个。";
    assert_eq!(lanting("2025-11-20", text, "39个"), of("wrong-value", "lt-checkpoints"));
    assert_eq!(lanting("2025-11-20", text, "50个"), of("not-among", ""));
    let text = "创新周又要来啦，掐指一算已经是第九届。";
    assert_eq!(yanpu("2024-08-25", text, "第九届"), of("wrong-value", "yp-edition"));
    let text = "四天有多长？一百个小时。";
    assert_eq!(lanting("2025-10-17", text, "四天"), of("wrong-value", "lt-days"));
}

#[test]
fn a_sentence_that_leaves_its_subject_out_goes_on_about_the_figure_told_last() {
    let text =
        "By Tuesday's close 50,875 visits on site had been counted, up from 29,410 at the close of 14 July.";
    assert_eq!(tarlung("2025-07-15", text, "29,410"), of("wrong-value", "tl-visits"));
    let text = "An innovation week with 52 planned activities will open here. Last year's edition had 39.";
    assert_eq!(tarlung("2025-05-21", text, "39"), of("wrong-value", "tl24-activities"));
    let text = "The week drew 128,460 visits on site (last year: 154,150).";
    assert_eq!(tarlung("2025-07-19", text, "154,150"), of("wrong-value", "tl24-visits"));
    let text = "The week drew 128,460 visits on site. The hotel had 154,150.";
    assert_eq!(tarlung("2025-07-19", text, "154,150").0, "not-among");
}

#[test]
fn a_share_of_what_its_sentence_says_of_another_stage_is_of_that() {
    let text = "Of the projects planned before the week, 82.4 percent were landed.";
    assert_eq!(tarlung("2025-07-19", text, "82.4"), of("wrong-stage", "tl-signed-share"));
}

#[test]
fn a_score_or_rank_of_ours_is_the_one_that_the_week_has() {
    let text = "So we are 8th. With a score of 89.2, says the table.";
    assert_eq!(tarlung("2025-07-25", text, "8th"), of("wrong-value", "tl-index-rank"));
    assert_eq!(tarlung("2025-07-25", text, "89.2"), of("wrong-value", "tl-index-score"));
}

#[test]
fn an_answer_behind_a_pause_is_of_the_question() {
    let text = "And how much prize money? Caller on line 2 … 2.5 million yuan, correct!";
    assert_eq!(tarlung("2025-12-28", text, "2.5 million"), of("wrong-value", "tl-prize"));
}
