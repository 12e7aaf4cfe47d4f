//! Parts and wholes: what is some of what a figure counts, and what is all of it.

use crate::held::{of, told};
use crate::{chinese, english, haolin, jingpu, lanting, linting, taoyan, tarlung, xipu, yanpu};

#[test]
fn a_modified_noun_or_a_part_of_a_sum_is_not_all() {
    assert_eq!(chinese("园区有“专精特新”企业318家。", "318家"), of("not-among", ""));
    let sum = "嘉宾来源：境外307名，省外846名，省内987名，合计2140名。";
    assert_eq!(chinese(sum, "987名"), of("not-among", ""));
    assert_eq!(chinese(sum, "2140名"), of("right", "qc-guests"));
}

#[test]
fn the_largest_of_many_and_what_is_still_to_come_are_no_totals() {
    let text = "签约项目136个，单体最大的是示例光伏的32亿元基地。";
    assert_eq!(xipu("2025-10-22", text, "32亿元"), of("not-among", ""));
    let text = "已投产项目12个，年底前还将再添十来个项目。";
    assert_eq!(xipu("2025-10-22", text, "十来个"), of("not-among", ""));
}

#[test]
fn all_of_which_a_district_has_some_are_not_the_districts() {
    let text = "示例区承接了全部15场主体活动中的6场。";
    assert_eq!(xipu("2025-10-21", text, "15场"), of("right", "xp-key"));
    let text = "区内企业签约29个项目、88.4亿元。";
    assert_eq!(xipu("2025-10-21", text, "88.4"), of("not-among", ""));
}

#[test]
fn a_part_of_a_whole_is_not_the_whole_and_has_not_its_stage() {
    let text = "Hekou took home 22 of the 127 signed projects.";
    assert_eq!(haolin("2024-10-19", text, "22"), of("not-among", ""));
    assert_eq!(haolin("2024-10-19", text, "127"), of("right", "hl-signed"));
    let text = "Of the 127 projects signed, 58 exist as companies.";
    assert_eq!(haolin("2024-10-19", text, "58").0, "right");
    let text = "A dozen of the open days are suitable for families.";
    assert_eq!(haolin("2024-10-12", text, "A dozen"), of("not-among", ""));
}

#[test]
fn parts_other_cities_and_the_edition_to_come_are_no_wrong_numbers() {
    let text = "318家参展企业中有203家采用可循环桁架。";
    assert_eq!(linting("2024-05-30", text, "203家"), of("not-among", ""));
    let text = "隔壁澹州上月的博览会来了38万人次，签约610亿元。";
    assert_eq!(linting("2024-05-29", text, "38万人次"), of("not-among", ""));
    let text = "第七届霖汀创新周将于2025年5月20日至25日举行。昨天，组委会在第六届创新周总结大会上公布。";
    assert_eq!(linting("2024-07-02", text, "第七届"), of("not-among", ""));
    let text = "“签约63个项目”应为“签约41个项目”。";
    assert_eq!(linting("2024-05-21", text, "63个"), of("not-among", ""));
}

#[test]
fn what_has_been_held_so_far_or_has_not_come_so_far_is_no_wrong_total() {
    let text = "3天来，论坛完成11场。";
    assert_eq!(linting("2024-05-23", text, "11场"), of("not-among", ""));
    let text = "开工27个。问题不少：15个项目用地未定，5个已经终止。";
    assert_eq!(linting("2024-06-24", text, "15个"), of("not-among", ""));
    assert_eq!(linting("2024-06-24", text, "5个"), of("not-among", ""));
    let text = "活动定了74场，比上次碰头会时的71场多了3场。";
    assert_eq!(linting("2024-05-20", text, "71场"), of("right", "lt-activities"));
}

#[test]
fn a_class_of_another_age_and_a_share_that_is_taken_are_no_rate_of_ours() {
    let text = "176位境外嘉宾里，40岁以下的占四成。";
    assert_eq!(yanpu("2024-09-14", text, "四成"), of("not-among", ""));
    let text = "127个签约项目里，制造业占八成三。";
    assert_eq!(lanting("2025-11-03", text, "八成三"), of("not-among", ""));
}

#[test]
fn a_day_alone_and_what_is_left_are_no_totals() {
    let text = "今日入场48357人次，三天加起来136302人次。";
    assert_eq!(lanting("2025-10-15", text, "48357人次"), of("not-among", ""));
    let text = "落地的46个里，剩下的三分之一，11个还在等地，7个没人接。";
    assert_eq!(yanpu("2024-09-16", text, "7个"), of("not-among", ""));
}

#[test]
fn what_is_left_completes_the_whole_that_opens_the_list() {
    let text = "全部228619人次中，会展中心131580人次，旧船厂58420人次，其余38000人次。";
    assert_eq!(lanting("2025-10-18", text, "228619"), of("sum-fails", "lt-visits"));
}

#[test]
fn what_leads_a_list_is_a_part_of_its_sum() {
    let text = "Health leads with 31 projects signed, followed by equipment with 27, clean energy with 22 and digital services with 16; together that makes 96.";
    assert_eq!(taoyan("2025-09-18", text, "96"), of("right", "ty-proj-signed"));
}

#[test]
fn what_is_told_with_a_verb_is_of_the_part_and_not_of_the_whole() {
    let text = "57 of the 143 projects signed in Mingwan have landed.";
    assert_eq!(english(text, "57"), of("right", "mw-landed"));
    assert_eq!(english(text, "143"), of("right", "mw-signed"));
    let text = "143 of the 214 projects on the list had been signed.";
    assert_eq!(english(text, "143"), of("right", "mw-signed"));
    assert_eq!(english(text, "214"), of("right", "mw-to-sign"));
}

#[test]
fn what_came_on_top_and_what_is_to_be_reached_are_no_totals() {
    let text = "今天又有47个项目签约，总投资131.9亿元。创新周累计签约89个。";
    assert_eq!(jingpu("2026-11-19", text, "47个"), "not-among");
    assert_eq!(jingpu("2026-11-19", text, "131.9亿元"), "not-among");
    let text = "签约总额331.2亿元，完成了年初定下的300亿元目标。";
    assert_eq!(jingpu("2026-11-25", text, "300亿元"), "not-among");
}

#[test]
fn a_stage_that_the_sentence_tells_is_that_of_the_part() {
    assert_eq!(
        english("57 of the projects from the week have broken ground.", "57"),
        of("wrong-stage", "mw-landed")
    );
}

#[test]
fn what_a_day_lifts_the_total_to_is_no_number_of_the_day() {
    let text = "Friday was the busiest day, with 61,200 visits, which lifts the total to 203,750.";
    assert_eq!(english(text, "203,750"), of("stale", "mw-visits"));
}

#[test]
fn a_share_of_them_is_of_what_was_counted_last() {
    let text = "There are 1,150 jobs in the trade, 51 percent of them held by under-35s.";
    assert_eq!(english(text, "51 percent"), of("not-among", ""));
}

#[test]
fn the_score_of_a_part_is_none_of_the_whole_index() {
    let told = |text, claim| told("zh-11", ("2025-07-18", "cangcuo-2025"), text, claim);
    let parts = "苍措高原创新指数得分121.6。分项看，算力基础设施得分138.2，人才集聚得分102.5。";
    assert_eq!(told(parts, "138.2"), of("not-among", ""));
    assert_eq!(told(parts, "102.5"), of("not-among", ""));
    assert_eq!(told("苍措高原创新指数得分138.2。", "138.2").0, "wrong-value");
}

#[test]
fn a_total_that_only_one_figure_can_be_is_wrong_however_far_off() {
    for (text, claim) in [
        ("A total of 5 projects were signed.", "5 projects"),
        ("At the Mingwan Innovation Week a total of 5 projects were signed.", "5 projects"),
    ] {
        assert_eq!(english(text, claim), of("wrong-value", "mw-signed"), "{text}");
    }
    for text in [
        "On Monday a total of 5 projects were signed.",
        "The chamber signed a total of 5 projects.",
        "A total of 5 foreign projects were signed.",
        "A total of 5 projects are expected to be signed next year.",
        "A total of 5 buses were used.",
    ] {
        assert_ne!(english(text, "5").0, "wrong-value", "{text}");
    }
}

#[test]
fn a_part_of_a_list_is_that_of_its_scope_whatever_else_has_its_number() {
    let text = "142 projects are on the list to be signed. Solar: 51 projects. Data centres: 39. Highland agriculture: 34. \
                Cold chain: 29.";
    assert_eq!(tarlung("2025-07-10", text, "29"), of("wrong-value", "tl-to-sign-cold"));
}

#[test]
fn districts_make_their_city_though_no_figure_says_so() {
    let text = "Dongchu has 24 of the 64 activities; Meiduo has 17, Ganglha has 19 and Suoya has 10.";
    assert_eq!(tarlung("2025-07-10", text, "64 activities"), of("sum-fails", "tl-activities"));
}

#[test]
fn parts_that_may_be_the_same_make_no_sum() {
    let text = "The hall saw 1,200 visitors, including 800 students, 500 from abroad and 300 women.";
    assert_eq!(english(text, "1,200").0, "not-among");
    let text =
        "The hall saw 1,200 visitors, including 800 from Europe, 500 from Asia and 300 from elsewhere.";
    assert_eq!(english(text, "1,200").0, "sum-fails");
}

#[test]
fn a_sentence_may_sum_up_the_one_before_it() {
    let text = "The yard builds a tug for £21.6 million, the port a boat for £9.3 million and the school a bench for £6.3 million. \
                Together that is £42.8 million.";
    assert_eq!(english(text, "42.8").0, "sum-fails");
    let text = "The council gives £20 million, the port £17.5 million and others £26.5 million, together £64 million.";
    assert_eq!(english(text, "26.5").0, "not-among");
}

#[test]
fn what_remains_is_left_of_what_the_sentence_before_gave_as_well() {
    let text = "First prize of £40,000 went to Hull. £20,000 went to Brine, and three firms received the remaining £25,000, \
                which adds up to £118,000.";
    assert_eq!(english(text, "118,000").0, "sum-fails");
    assert_eq!(english(&text.replace("118", "85"), "85,000").0, "not-among");
}

#[test]
fn so_many_of_so_many_are_a_part_and_two_that_are_nearly_told_no_sum() {
    let text = "Exhibits in the building: 402 of 418.";
    assert_eq!(tarlung("2025-07-12", text, "402").0, "not-among");
    let text = "Of the 38.4 billion yuan in contracts to be signed, more than 17 billion is earmarked for solar power and nearly 14 \
                billion for data centres.";
    assert_eq!(tarlung("2025-07-11", text, "38.4"), of("right", "tl-inv-to-sign"));
}
