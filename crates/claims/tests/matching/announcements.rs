//! What Chinese announcements leave unsaid: the day that opens a sentence, the stage of a rate, the length of the week, what is not hoped for.

use crate::held::told;

/// What is told of the claim with some words in a text of a day, held against a set's figures.
fn verdict(set: &str, day: &str, text: &str, claim: &str) -> String {
    let week = match set {
        "zh-1" => "qichuan-2023",
        "zh-8" => "yanpu-2024",
        "zh-9" => "fj-2024",
        "zh-10" => "jp-2026",
        "zh-11" => "cangcuo-2025",
        "zh-12" => "lujin-2025",
        "zh-13" => "xingchuan-2024",
        "zh-15" => "tinglan-2024",
        _ => "yunchuan-2026",
    };
    told(set, (day, week), text, claim).0
}

#[test]
fn a_day_that_opens_a_sentence_holds_over_its_semicolons_and_not_for_what_something_rose_from() {
    let text = "截至9月17日20时，全市签约项目109个，总投资287.3亿元；线下参与112870人次。";
    assert_eq!(verdict("zh-12", "2025-09-18", text, "112870"), "right");
    let text = "截至9月8日，本届科创周拟签约项目171个；活动总数由57场调增为61场。";
    assert_ne!(verdict("zh-1", "2023-09-08", text, "57场"), "stale");
}

#[test]
fn what_a_day_told_is_of_that_day() {
    let text = |day: &str| format!("{day}公布的拟签约项目盘子是108个、315亿元。");
    assert_eq!(verdict("zh-9", "2024-03-29", &text("3月18日"), "108个"), "right");
    assert_eq!(verdict("zh-9", "2024-03-29", &text("3月15日"), "108个"), "stale");
}

#[test]
fn a_rate_by_its_name_is_of_no_stage_of_its_sentence_and_under_another_name_of_a_wrong_one() {
    let text = "会前确定的174个拟签约项目，签约率为92.5%。";
    assert_eq!(verdict("zh-12", "2025-09-22", text, "92.5%"), "right");
    let text = "外资签约项目数比上届翻了一番。从兑现程度看，开工率为87.3%。";
    assert_eq!(verdict("zh-10", "2026-11-24", text, "87.3%"), "wrong-stage");
}

#[test]
fn the_edition_of_the_week_is_of_no_district_that_is_spoken_to() {
    let text =
        "各区（县）人民政府、翔浦新区管委会：经市政府研究同意，第七届鹭津创新周定于9月15日至20日举办。";
    assert_eq!(verdict("zh-12", "2025-07-28", text, "第七届"), "right");
}

#[test]
fn a_share_that_restates_a_number_is_no_rate() {
    let text = "上届签约项目118个，一年来已落地77个，接近三分之二。";
    assert_eq!(verdict("zh-12", "2025-09-22", text, "三分之二"), "not-among");
    let text = "创新周累计签约项目69个，相当于138个拟签约项目的一半。";
    assert_eq!(verdict("zh-11", "2025-07-08", text, "一半"), "not-among");
}

#[test]
fn the_stage_at_the_things_is_theirs_whatever_else_the_clause_tells() {
    let text = "你印象最深的是哪一项？看签约：开工项目166个。";
    assert_eq!(verdict("zh-14", "2026-10-30", text, "166个"), "wrong-stage");
    let text = "上述已投产项目计划总投资528.6亿元。";
    assert_eq!(verdict("zh-14", "2026-10-12", text, "528.6亿元"), "wrong-stage");
}

#[test]
fn the_days_of_the_week_are_told_to_those_who_were_there() {
    let text = "各位来宾、同志们、朋友们：9天的时间很短，收获却沉甸甸。";
    assert_eq!(verdict("zh-12", "2025-09-20", text, "9天"), "wrong-value");
    let text = "地铁和接驳车加密。创新周全程9天，末班车延长。";
    assert_eq!(verdict("zh-10", "2026-11-10", text, "9天"), "wrong-value");
}

#[test]
fn the_district_of_the_paragraph_is_meant_by_those_in_it() {
    let text = "今天走访东礁区。陪同人员介绍，区里承办的21场活动已全部排定。";
    assert_eq!(verdict("zh-10", "2026-11-20", text, "21场"), "wrong-value");
    let text = "石篱区药谷专场开幕。区里顺势推出20条新政。";
    assert_eq!(verdict("zh-8", "2024-09-11", text, "20条"), "not-among");
}

#[test]
fn what_is_hoped_for_is_no_wrong_number_and_what_the_last_edition_had_is_not_hoped_for() {
    assert_eq!(verdict("zh-11", "2025-12-01", "展览面积拟扩至3万平方米。", "3万"), "not-among");
    let text = "今年的第五届吸引参展企业258家，组委会希望明年达到320家左右。";
    assert_eq!(verdict("zh-11", "2025-12-01", text, "320家"), "not-among");
    let text = "线上目标定得更高，要在上届7000万次的基础上翻一番。";
    assert_eq!(verdict("zh-10", "2026-11-15", text, "7000万次"), "wrong-value");
}

#[test]
fn ones_own_stamps_and_minutes_of_something_else_are_no_figures() {
    let text = "我们还集了印章，28个打卡点我只盖到12个，同桌盖了15个。";
    assert_eq!(verdict("zh-11", "2025-07-08", text, "15个"), "not-among");
    assert_eq!(verdict("zh-11", "2025-07-09", "论坛上，台下提问用掉45分钟。", "45分钟"), "not-among");
}

#[test]
fn days_of_print_and_of_what_is_forbidden_are_none_of_the_week() {
    let text = "本网10月11日刊发的一文中，预约报名截止日期应为10月14日。";
    assert_eq!(verdict("zh-14", "2026-10-13", text, "10月11日"), "not-among");
    let text = "市公安局交警支队提示：10月18日至24日，会展大道路段每日7:00—19:00禁止货车通行。";
    assert_eq!(verdict("zh-14", "2026-10-15", text, "10月18日至24日"), "not-among");
}

#[test]
fn what_a_number_became_is_of_another_day_than_what_it_was() {
    let text = "本届创新周活动已由3月20日公布的68场调整为79场，比上届的64场多15场。";
    for claim in ["68场", "79场", "64场"] {
        assert_eq!(verdict("zh-13", "2024-04-18", text, claim), "right");
    }
}

#[test]
fn the_last_edition_named_behind_a_number_is_of_the_number_behind_it() {
    let text = "累计线下参与不足20万人次，达201370人次，超过上届全程的18.96万人次。";
    assert_eq!(verdict("zh-13", "2024-05-22", text, "不足20万人次"), "hedge-contradicts");
    assert_eq!(verdict("zh-13", "2024-05-22", text, "18.96万人次"), "right");
}

#[test]
fn the_length_of_the_week_is_told_by_what_lasts_so_long() {
    let of = |text: &str, claim| verdict("zh-13", "2024-05-23", text, claim);
    assert_eq!(of("同志们：九天的盛会即将落下帷幕。", "九天"), "wrong-value");
    assert_eq!(of("去年的创新周办了3天、64场活动，今年是8天、87场。", "8天"), "wrong-value");
    let text = "上届是3天，这次延长到6天，而且头两天正好是周末。";
    assert_eq!(["3天", "6天", "两天"].map(|days| of(text, days)), ["wrong-value", "right", "not-among"]);
}

#[test]
fn a_stage_directly_before_an_amount_goes_before_what_the_amount_is_called() {
    let text = |stage: &str| format!("其他地区4个。{stage}协议金额9.4亿美元。");
    assert_eq!(verdict("zh-14", "2026-10-25", &text("签约"), "9.4亿美元"), "right");
    assert_eq!(verdict("zh-14", "2026-10-25", &text("拟签约"), "9.4亿美元"), "wrong-stage");
}

#[test]
fn what_all_districts_make_is_the_figure_of_the_city() {
    let text =
        |all: &str| format!("砚湖区承办31场，芷林区承办22场，赤垄区承办19场，云岫县承办15场，合计{all}。");
    assert_eq!(verdict("zh-13", "2024-05-09", &text("87场"), "87场"), "right");
    assert_eq!(verdict("zh-13", "2024-05-09", &text("8700场"), "8700场"), "off-by-power");
}

#[test]
fn a_list_of_days_goes_on_about_what_was_told_before_it() {
    let text = |day: &str| {
        format!("163个拟签约项目是怎样筛选出来的？我们坚持三条标准。{day}时清单上是134个，8月29日是151个。")
    };
    assert_eq!(verdict("zh-15", "2024-09-12", &text("8月8日"), "134个"), "right");
    assert_eq!(verdict("zh-15", "2024-09-12", &text("8月8日"), "151个"), "right");
    assert_eq!(verdict("zh-15", "2024-09-12", &text("8月30日"), "134个"), "stale");
}

#[test]
fn the_amount_of_what_was_counted_then_is_of_then() {
    let text =
        "截至12月20日，落地项目86个，总投资262.4亿元，比9月28日的61个、184.6亿元分别增加25个、77.8亿元。";
    assert_eq!(verdict("zh-15", "2024-12-20", text, "184.6亿元"), "right");
    let text = "答：闭幕时落地项目是45个，如今达到82个，增加37个，好于预期。";
    assert_eq!(verdict("zh-13", "2024-08-30", text, "45个"), "right");
}

#[test]
fn what_is_to_come_is_no_stage_of_an_amount_before_it() {
    let text = "总投资超150亿元，占地62公顷，计划2026年投产，达产后可提供岗位1900个。";
    assert_eq!(verdict("zh-15", "2024-09-23", text, "超150亿元"), "right");
}

#[test]
fn a_share_is_of_those_who_are_asked_and_no_growth() {
    let text = "本届创新周共签约142个项目，近97%的观众表示满意。";
    assert_ne!(verdict("zh-15", "2024-09-28", text, "近97%"), "hedge-contradicts");
    let text = "落地项目总投资184.6亿元，占签约总额的超四成。";
    assert_eq!(verdict("zh-15", "2024-09-28", text, "超四成"), "not-among");
}

#[test]
fn who_looks_for_people_exhibits_nothing_and_a_slip_of_the_pen_is_put_right() {
    assert_eq!(verdict("zh-15", "2024-09-26", "今天，260家用人单位设摊。", "260家"), "not-among");
    let text = "本报消息中，“参会境外嘉宾241名”系笔误。经核对，境外嘉宾为214名。";
    assert_eq!(
        ["241名", "214名"].map(|claim| verdict("zh-15", "2024-10-08", text, claim)),
        ["not-among", "right"]
    );
}

#[test]
fn a_day_of_the_data_alone_in_a_sentence_holds_for_what_stands_before_it() {
    let text =
        |day: &str| format!("开幕首日，线下参与31260人次，线上观看量2140万次。数据统计截至{day}18时。");
    assert_eq!(verdict("zh-11", "2025-07-07", &text("7月7日"), "31260人次"), "right");
    assert_eq!(verdict("zh-11", "2025-07-07", &text("7月2日"), "31260人次"), "stale");
}

#[test]
fn two_parts_of_days_make_a_whole_and_so_do_what_is_done_and_what_is_not() {
    let text = |first: &str| {
        format!("累计签约项目85个，总投资214.3亿元，其中10月19日{first}、10月20日新增28个、投资82.7亿元。")
    };
    assert_eq!(verdict("zh-14", "2026-10-20", &text("57个"), "85个"), "right");
    assert_eq!(verdict("zh-14", "2026-10-20", &text("48个"), "85个"), "sum-fails");
    let text = |parts: &str| {
        format!(
            "上届创新周签约项目118个。经核查，已有79个落地；未落地的项目中，21个正在办理手续，{parts}调整了内容，7个终止。"
        )
    };
    assert_eq!(verdict("zh-14", "2026-09-18", &text("11个"), "118个"), "right");
    assert_eq!(verdict("zh-14", "2026-09-18", &text("14个"), "118个"), "sum-fails");
}

#[test]
fn the_day_before_stands_before_its_number() {
    let text = "到昨晚，线下参与已达16.5万人次，前一天13.1万人次。";
    assert_eq!(
        ["16.5万", "13.1万"].map(|claim| verdict("zh-13", "2024-05-21", text, claim)),
        ["right", "right"]
    );
}

#[test]
fn what_something_rose_from_is_of_the_day_that_the_sentence_opens_with() {
    let text = |day: &str| format!("与{day}发布会口径相比，活动由61场增至64场，其中论坛21场。");
    assert_eq!(verdict("zh-9", "2024-04-12", &text("4月8日"), "61场"), "right");
    assert_eq!(verdict("zh-9", "2024-04-12", &text("4月5日"), "61场"), "stale");
}

#[test]
fn a_number_alone_before_its_sentence_is_of_what_that_says() {
    let text = "本报讯　280万元！这是今年创新周各项大赛的奖金总额。";
    assert_eq!(verdict("zh-9", "2024-03-19", &text.replace("280", "420"), "420万元"), "right");
    assert_eq!(verdict("zh-9", "2024-03-19", &text.replace("280", "42"), "42万元"), "off-by-power");
}

#[test]
fn a_share_of_an_age_is_the_figure_of_that_age_and_hours_of_days_are_those_open() {
    let text = "到场观众近12万人，其中35岁以下的占34%。";
    assert_eq!(verdict("zh-10", "2026-11-24", text, "34%"), "wrong-value");
    let text = "答：每天9时至18时，6天累计34小时。";
    assert_eq!(verdict("zh-10", "2026-11-06", text, "34小时"), "wrong-value");
}

#[test]
fn the_offices_of_the_city_are_of_no_other_city() {
    let text = "记者从市创新周组委会办公室获悉，第十届昀川创新周将于2026年10月19日至24日举行。";
    assert_eq!(verdict("zh-14", "2026-08-18", text, "第十届"), "wrong-value");
}
