//! Each rule by which a claim finds its figure has a line that would be told wrongly without it.

mod held;

use festoon_claims::{Date, Ledger, Linter, Occasion};
use held::{of, told};

fn english(text: &str, claim: &str) -> (String, String) {
    told("en-1", ("2023-09-25", "mingwan-2023"), text, claim)
}

fn chinese(text: &str, claim: &str) -> (String, String) {
    told("zh-1", ("2023-09-25", "qichuan-2023"), text, claim)
}

#[test]
fn a_number_that_is_its_kins_very_own_is_told_as_counting_something_else() {
    assert_eq!(
        english("How big was it? Well above 300,000 visitors; 86 activities.", "300,000"),
        of("counted-differs", "mw-visits")
    );
    assert_eq!(
        chinese("截至9月23日，72个机构已落地，总投资196.3亿元。", "72个"),
        of("counted-differs", "qc-landed")
    );
}

#[test]
fn a_word_of_a_name_is_known_in_its_other_shapes() {
    assert_eq!(
        english("At the exits, 80.7 per cent of respondents said they were satisfied.", "80.7"),
        of("wrong-value", "mw-satisfied")
    );
}

#[test]
fn the_per_of_per_cent_is_no_part_of_a_whole() {
    assert_eq!(
        chinese("The week drew more than 280,000 visits on site, a rise of 32 per cent.", "32"),
        of("wrong-value", "qc-visits-growth")
    );
}

#[test]
fn a_conversion_is_of_the_amount_before_it() {
    let text = "143 projects were signed; of these 29 are foreign: US$2.4bn, i.e. RMB17.52bn.";
    assert_eq!(english(text, "17.52"), of("right", "mw-inv-foreign"));
}

#[test]
fn a_conversion_is_of_its_amount_though_the_rate_stands_between() {
    let text = "协议外资9.6亿美元（按1美元兑7.2元人民币折算，约合42.85亿元），项目18个。";
    assert_eq!(chinese(text, "42.85"), of("wrong-value", "qc-foreign-inv"));
}

#[test]
fn a_share_behind_a_number_of_things_is_of_these_things() {
    let text = "2,140 guests came from 26 countries, among them over 300 from abroad, or 20.3 per cent.";
    assert_eq!(chinese(text, "20.3"), of("wrong-value", "qc-foreign-share"));
}

#[test]
fn an_answer_is_of_what_was_asked() {
    let text = "Q: How many events are there?\nA: 130, at 34 venues.";
    assert_eq!(english(text, "130"), of("wrong-value", "mw-activities"));
}

#[test]
fn days_alone_are_those_of_the_week() {
    assert_eq!(
        english("What a week! 7 days. 86 events. 41 countries.", "7 days"),
        of("wrong-value", "mw-days")
    );
    assert_eq!(chinese("四天来，64场活动精彩纷呈。", "四天"), of("wrong-value", "qc-days"));
}

#[test]
fn what_names_itself_is_not_right_of_a_neighbour() {
    let text = "Paper cranes; roughly 1,400 guests; approximately 1,300 volunteers; 86 activities.";
    assert_eq!(english(text, "1,400"), of("wrong-value", "mw-guests"));
}

#[test]
fn plans_hopes_and_unknown_things_are_no_results() {
    let plan = "Against a plan of 214 projects, 143 were signed.";
    assert_eq!(english(plan, "214"), of("right", "mw-to-sign"));
    let hope = "The blue economy fund is to grow to EUR 200 million.";
    assert_eq!(english(hope, "200"), of("not-among", ""));
    let sailings = "Shipments to ASEAN countries went from 34 to 48 sailings a week.";
    assert_eq!(english(sailings, "48"), of("not-among", ""));
}

#[test]
fn a_modified_noun_or_a_part_of_a_sum_is_not_all() {
    assert_eq!(chinese("园区有“专精特新”企业318家。", "318家"), of("not-among", ""));
    let sum = "嘉宾来源：境外307名，省外846名，省内987名，合计2140名。";
    assert_eq!(chinese(sum, "987名"), of("not-among", ""));
    assert_eq!(chinese(sum, "2140名"), of("right", "qc-guests"));
}

#[test]
fn a_day_compared_with_is_no_day_of_reference() {
    let text = "目前已对接拟签约项目80个，比4月28日的摸底数多。";
    let told = told("zh-2", ("2024-05-14", "yunzhu-2024"), text, "80个");
    assert_eq!(told, of("stale", "yz-to-sign"));
}

#[test]
fn an_amount_named_wholly_and_off_by_ten_is_told_though_its_stage_is_wrong_too() {
    let ledger = Ledger::parse(
        r#"
version = 1
[[week]]
id = "w"
zh = ["示例周"]
en = ["the sample week"]
[[figure]]
id = "to-sign"
zh = ["拟签约项目总投资", "总投资"]
en = ["total investment of the projects to be signed", "total investment"]
kind = "money"
value = 49600000000
currency = "CNY"
stage = "to-be-signed"
scope = { week = "w" }
"#,
    )
    .expect("a ledger");
    let occasion = Occasion {
        day: Date::parse("2021-06-22").expect("a day"),
        at: "2021-06-22T12:00:00+08:00".parse().expect("an instant"),
        week: Some("w".to_owned()),
    };
    for text in [
        "More than 150 projects were signed, with a total investment of nearly 5 billion yuan.",
        "150余个项目集中签约，总投资近50亿元。",
    ] {
        let findings = Linter::new(&ledger).lint(text, &occasion);
        let words: Vec<_> = findings.iter().map(|finding| finding.verdict.word()).collect();
        assert_eq!(words.last(), Some(&"off-by-power"), "{text}: {words:?}");
    }
}

fn xipu(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-3", (day, "xipu-2025"), text, claim)
}

#[test]
fn the_largest_of_many_and_what_is_still_to_come_are_no_totals() {
    let text = "签约项目136个，单体最大的是示例光伏的32亿元基地。";
    assert_eq!(xipu("2025-10-22", text, "32亿元"), of("not-among", ""));
    let text = "已投产项目12个，年底前还将再添十来个项目。";
    assert_eq!(xipu("2025-10-22", text, "十来个"), of("not-among", ""));
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
fn a_currency_in_words_is_held_against_the_one_behind_the_number() {
    let text = "协议外资7.4亿美元，折合人民币约52.7亿欧元。";
    assert_eq!(xipu("2025-10-22", text, "52.7"), of("wrong-currency", "xp-foreign-inv"));
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
fn all_of_which_a_district_has_some_are_not_the_districts() {
    let text = "示例区承接了全部15场主体活动中的6场。";
    assert_eq!(xipu("2025-10-21", text, "15场"), of("right", "xp-key"));
    let text = "区内企业签约29个项目、88.4亿元。";
    assert_eq!(xipu("2025-10-21", text, "88.4"), of("not-among", ""));
}

#[test]
fn an_amount_restated_in_other_money_is_wrong_of_it_however_far_its_digits_lie() {
    let text = "29 of the 143 are foreign: US$2.4bn, i.e. RMB11.21bn at 7.3 yuan.";
    assert_eq!(english(text, "RMB11.21bn"), of("wrong-value", "mw-inv-foreign"));
}

fn haolin(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-6", (day, "haolin-2024"), text, claim)
}

#[test]
fn a_number_of_another_event_is_none_of_this_one() {
    let text = "The trade fair in Emden drew 61,000 visitors.";
    assert_eq!(haolin("2024-10-16", text, "61,000"), of("not-among", ""));
    let text = "The fair in Haolin drew 61,000 visitors.";
    assert_eq!(haolin("2024-10-16", text, "61,000"), of("wrong-value", "hl-visitors"));
    let text = "Last year’s fair, held in spring, had some 5,200 openings.";
    assert_eq!(haolin("2024-10-16", text, "5,200"), of("not-among", ""));
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
fn what_was_told_before_goes_on_without_being_named() {
    let text = "There were 212,480 visits; the number of people was 89,870.";
    assert_eq!(haolin("2024-10-19", text, "89,870"), of("wrong-value", "hl-visitors"));
    let text = "Tuesday was signing day: 38 projects as of 15 October. Wednesday did better. Makes 102.";
    assert_eq!(haolin("2024-10-16", text, "102").0, "wrong-value");
    let text = "127 projects have been signed. Of the total, 73 are in digital technology.";
    assert_eq!(haolin("2024-10-19", text, "73"), of("wrong-value", "hl-signed-digital"));
}

#[test]
fn a_day_behind_its_number_holds_for_no_other_clause() {
    let text = "The count of 57 activities was right as of 10 September; it is now 61.";
    assert_eq!(haolin("2024-09-29", text, "61"), of("right", "hl-activities"));
    let text =
        "Visits on site: 212,480\n– Convention Centre: 128,430\n– Kiln Yard: 52,615\n– Ropewalk Park: 41,435";
    assert_eq!(haolin("2024-10-19", text, "212,480").0, "sum-fails");
}

fn linting(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-6", (day, "linting-2024"), text, claim)
}

#[test]
fn the_district_a_paragraph_is_about_is_meant_by_what_is_said_of_here() {
    let text = "苇渡区分会场到场41260人次。区内16场活动中，老船厂夜场最叫座。";
    assert_eq!(linting("2024-05-29", text, "16场"), of("wrong-value", "lt-weidu-activities"));
    let text = "@青槐发布：13场活动清单已上线，点开就能约。";
    assert_eq!(linting("2024-05-20", text, "13场"), of("wrong-value", "lt-qinghuai-activities"));
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
fn the_very_number_of_another_rung_is_told_as_of_the_wrong_stage() {
    let text = "落地项目总投资158.3亿元。开工项目27个，已经落地的6个。";
    assert_eq!(linting("2024-06-20", text, "6个"), of("wrong-stage", "lt-producing"));
    let text = "拟签约的128个项目中，最终落地的占88.3%。";
    assert_eq!(linting("2024-05-27", text, "88.3%"), of("wrong-stage", "lt-signing-rate"));
}

#[test]
fn an_amount_that_only_a_mark_parts_from_the_projects_is_theirs() {
    let text = "113个项目、412.5亿元，成绩单漂亮。";
    assert_eq!(linting("2024-05-28", text, "412.5亿元"), of("wrong-value", "lt-inv-signed"));
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
fn an_answer_counts_what_the_question_names() {
    let text = "问：展品多吗？\n答：1020件，件件有看头。";
    assert_eq!(linting("2024-05-21", text, "1020件"), of("wrong-value", "lt-exhibits"));
    let text = "问：一共几天？\n答：8天，每天都开。";
    assert_eq!(linting("2024-05-21", text, "8天"), of("wrong-value", "lt-days"));
}

fn lanting(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-7", (day, "lanting-2025"), text, claim)
}

fn yanpu(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-8", (day, "yanpu-2024"), text, claim)
}

#[test]
fn another_citys_week_is_none_of_ours_until_the_text_comes_back() {
    let text = "邻近的沱岭市上周也办了科创节，三天里38场活动、9.1万人次。沱岭签约58个项目。";
    for number in ["三天", "38场", "9.1万人次", "58个"] {
        assert_eq!(yanpu("2024-09-20", text, number), of("not-among", ""));
    }
    let back = "虞泽市的文博会到场31万人次，岚汀创新周到场25万人次。";
    assert_eq!(lanting("2025-10-20", back, "25万人次"), of("wrong-value", "lt-visits"));
}

#[test]
fn what_no_word_names_is_of_no_district_and_of_no_other_index() {
    let text = "签约项目中人工智能17个，生物医药11个。最大的一笔在临舟区。";
    assert_eq!(yanpu("2024-09-14", text, "11个"), of("not-among", ""));
    let text = "2023年砚浦创新指数为125.6，其中人才指数118.3。";
    assert_eq!(yanpu("2024-09-26", text, "125.6"), of("wrong-value", "yp-index-score"));
    assert_eq!(yanpu("2024-09-26", text, "118.3"), of("not-among", ""));
    let base = "以2018年为100，2023年砚浦创新指数为121.6。";
    assert_eq!(yanpu("2024-09-26", base, "100"), of("not-among", ""));
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
fn a_day_is_of_the_number_from_which_something_rose_and_of_no_newer_one() {
    let text = "拟签约项目由截至8月20日的112个增加到126个。";
    assert_eq!(yanpu("2024-09-02", text, "112个"), of("right", "yp-to-sign"));
    assert_eq!(yanpu("2024-09-02", text, "126个"), of("right", "yp-to-sign"));
    let text = "活动场次又添了。截至9月10日还是78场，今天公布的最新盘子是83场。";
    assert_eq!(lanting("2025-09-28", text, "83场"), of("right", "lt-activities"));
}

#[test]
fn what_is_left_completes_the_whole_that_opens_the_list() {
    let text = "全部228619人次中，会展中心131580人次，旧船厂58420人次，其余38000人次。";
    assert_eq!(lanting("2025-10-18", text, "228619"), of("sum-fails", "lt-visits"));
}

#[test]
fn a_clause_that_opens_with_its_verb_is_of_the_clause_before_it() {
    let text = "论场次，桐井新区最少，只有不到9场。";
    assert_eq!(yanpu("2024-09-18", text, "9场"), of("hedge-contradicts", "yp-act-tongjing"));
}

#[test]
fn the_days_that_stand_before_their_number_and_the_next_dates_are_held_to_the_truth() {
    let text = "10月13日至17日，连办四天。";
    assert_eq!(lanting("2025-09-10", text, "四天"), of("wrong-value", "lt-days"));
    let text = "第七届岚汀创新周定于2026年10月19日至25日举行。";
    assert_eq!(lanting("2025-11-20", text, "2026年"), of("wrong-value", "lt-next-dates"));
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

fn taoyan(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-8", (day, "taoyan-2025"), text, claim)
}

fn lanze(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-7", (day, "lanze-2024"), text, claim)
}

#[test]
fn numbers_of_other_times_spans_indices_and_wholes_are_no_wrong_numbers() {
    let none = of("not-among", "");
    let text = "Nine minutes was the average waiting time, less than the 15 minutes of the last edition.";
    assert_eq!(taoyan("2025-10-10", text, "15"), none);
    assert_eq!(taoyan("2025-10-14", "A night opening until 9 p.m. is to be tried.", "9 p.m."), none);
    assert_eq!(taoyan("2025-10-16", "The price index stood at 100.8.", "100.8"), none);
    assert_eq!(
        taoyan("2025-10-16", "From 15 to 21 September hotels took 186 million yuan.", "15 to 21"),
        none
    );
    assert_eq!(
        taoyan("2025-09-18", "Four chemists won; the other 23 awards of the Harbour Cup were shared.", "23"),
        none
    );
    let text = "The week counted 186,330 visits; 48,690 came on Thursday alone.";
    assert_eq!(taoyan("2025-09-19", text, "48,690"), none);
    assert_eq!(taoyan("2025-09-18", "You have come to Taoyan for the fourth time.", "fourth time"), none);
    assert_eq!(lanze("2024-09-18", "Last autumn 131 outlets were with us.", "131"), none);
    let text = "58 projects have landed, out of 121 in all.";
    assert_eq!(lanze("2024-11-22", text, "121"), of("right", "lz-signed"));
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
fn what_leads_a_list_is_a_part_of_its_sum() {
    let text = "Health leads with 31 projects signed, followed by equipment with 27, clean energy with 22 and digital services with 16; together that makes 96.";
    assert_eq!(taoyan("2025-09-18", text, "96"), of("right", "ty-proj-signed"));
}

#[test]
fn what_a_text_gives_only_to_take_it_back_is_no_wrong_number() {
    let nothing = of("not-among", "");
    for (text, claim) in [
        (
            "On Monday we wrote that 431 companies had exhibited. That was wrong: there were 473 exhibitors.",
            "431",
        ),
        (
            "In the same issue we called the growth in visits 21.4 percentage points; it was 21.4%.",
            "21.4 percentage",
        ),
        ("Our ticker reported that 134 projects had been signed. That was a misprint.", "134"),
        ("A post claims that 600 exhibitors are coming. None of this is true.", "600"),
    ] {
        assert_eq!(english(text, claim), nothing, "{text}");
        let told = text.split_once(". ").map_or(text, |(told, _)| told).replace("; it was 21.4%", "");
        assert_ne!(english(&told, claim), nothing, "{told}");
    }
    assert_eq!(chinese("网传参展企业达500家，这一说法不实。", "500家"), nothing);
}

#[test]
fn what_is_told_of_another_citys_fair_is_none_of_this_one() {
    let nothing = of("not-among", "");
    for (text, claim) in [
        ("The farm fair across the bay ended on Saturday with 288,000 visits.", "288,000"),
        (
            "While Mingwan polishes its ships, the growers of Elmstead are getting ready for their own fair. It will \
             have 69 exhibits and 440 exhibitors.",
            "440",
        ),
    ] {
        assert_eq!(english(text, claim), nothing, "{text}");
    }
    let back = "The growers of Elmstead have their own fair. It is small, while the Mingwan Innovation Week has 440 exhibitors.";
    assert_eq!(english(back, "440"), of("wrong-value", "mw-exhibitors"));
}

#[test]
fn who_was_asked_lives_here_or_lived_long_ago_is_none_who_came() {
    let nothing = of("not-among", "");
    for (text, claim) in [
        ("Pollsters questioned 4,800 visitors at the exits.", "4,800"),
        ("By the 1980s the firm sold its lamps to 33 countries.", "33"),
        ("The district counts 9,200 jobs in the trade.", "9,200"),
        ("A post that has been shared some 3,000 times is about the week.", "3,000"),
        ("Today's programme has 61 events.", "61 events"),
        ("At the same point a year ago we had 178 projects to be signed.", "178"),
        ("Prize money is 5.2 million yuan, up from 4.1 million.", "4.1"),
        ("The organisers are planning for 350,000 visits and 520 exhibitors.", "520"),
        (
            "From 17 to 23 September, between 8 a.m. and 7 p.m., the square is closed to motor vehicles.",
            "17 to 23",
        ),
        ("Of the 122 that were signed at the last edition we looked at 112 and backed two.", "112"),
    ] {
        assert_eq!(english(text, claim), nothing, "{text}");
    }
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
fn what_is_told_with_a_verb_is_of_the_part_and_not_of_the_whole() {
    let text = "57 of the 143 projects signed in Mingwan have landed.";
    assert_eq!(english(text, "57"), of("right", "mw-landed"));
    assert_eq!(english(text, "143"), of("right", "mw-signed"));
    let text = "143 of the 214 projects on the list had been signed.";
    assert_eq!(english(text, "143"), of("right", "mw-signed"));
    assert_eq!(english(text, "214"), of("right", "mw-to-sign"));
}

/// What is told of a text of the tenth Chinese set.
fn jingpu(day: &str, text: &str, claim: &str) -> String {
    told("zh-10", (day, "jp-2026"), text, claim).0
}

#[test]
fn what_a_speaker_has_done_or_will_do_is_no_number_of_the_week() {
    for (text, claim) in [
        ("我报道过19个国家的船展，没有一个这么热闹。", "19个"),
        ("创新周期间我们见了61个团队，深聊14个。", "61个"),
        ("市级重点活动12场，本台会直播七场。", "七场"),
        ("展位用的是租来的桁架，省下1.9万平方米地毯。", "1.9万平方米"),
        ("主展区11月9日起封闭布展，布展期7天。", "7天"),
    ] {
        assert_eq!(jingpu("2026-11-25", text, claim), "not-among", "{text}");
    }
    assert_eq!(jingpu("2026-11-25", "会期7天，活动68场。", "7天"), "wrong-value");
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
fn a_house_in_the_city_and_the_land_around_it_are_no_other_citys_event() {
    let text = "The exhibition in Harbour Hall will hold 505 booths.";
    assert_eq!(english(text, "505"), of("wrong-value", "mw-booths"));
    let text = "Innovation week in China's Mingwan to feature 274 projects ready for signature.";
    assert_eq!(english(text, "274"), of("wrong-value", "mw-to-sign"));
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
fn a_day_alone_in_brackets_is_of_the_number_before_them() {
    let text = "There were 141,200 visits (as of September 19).";
    assert_eq!(english(text, "141,200"), of("stale", "mw-visits"));
}

#[test]
fn what_is_held_against_another_place_is_of_this_week() {
    let text = "Shuangqiao has 24 activities, against 51 in Beigang.";
    assert_eq!(english(text, "51"), of("wrong-value", "mw-beigang"));
}

#[test]
fn a_share_of_them_is_of_what_was_counted_last() {
    let text = "There are 1,150 jobs in the trade, 51 percent of them held by under-35s.";
    assert_eq!(english(text, "51 percent"), of("not-among", ""));
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
fn degrees_are_no_hours_and_no_part_of_a_thing_is_counted() {
    let after = |text, claim| told("zh-11", ("2025-07-28", "cangcuo-2025"), text, claim);
    assert_eq!(after("机房吐出的热水45摄氏度，进了温室。", "45摄氏度"), of("not-among", ""));
    assert_eq!(after("麦曲分会场展出重4.6公斤的萝卜。", "4.6公斤"), of("not-among", ""));
}

#[test]
fn the_score_of_a_part_is_none_of_the_whole_index() {
    let told = |text, claim| told("zh-11", ("2025-07-18", "cangcuo-2025"), text, claim);
    let parts = "苍措高原创新指数得分121.6。分项看，算力基础设施得分138.2，人才集聚得分102.5。";
    assert_eq!(told(parts, "138.2"), of("not-among", ""));
    assert_eq!(told(parts, "102.5"), of("not-among", ""));
    assert_eq!(told("苍措高原创新指数得分138.2。", "138.2").0, "wrong-value");
}
