//! Each rule by which a claim finds its figure has a line that would be told wrongly without it.

use festoon_claims::{Date, Ledger, Linter, Occasion};

/// What is told of the claim whose words are `claim`, and of which figure.
fn told(corpus: &str, (day, week): (&str, &str), text: &str, claim: &str) -> (String, String) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    let path = format!("{folder}/{corpus}/figures.toml");
    let ledger = Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger");
    let occasion = Occasion {
        day: Date::parse(day).expect("a day"),
        at: format!("{day}T12:00:00+08:00").parse().expect("an instant"),
        week: Some(week.to_owned()),
    };
    let findings = Linter::new(&ledger).lint(text, &occasion);
    let finding = findings
        .iter()
        .find(|finding| text[finding.claim.place.clone()].contains(claim))
        .unwrap_or_else(|| panic!("“{claim}” is found in “{text}”"));
    (finding.verdict.word().to_owned(), finding.figure.clone().unwrap_or_default())
}

fn english(text: &str, claim: &str) -> (String, String) {
    told("heldout-en", ("2023-09-25", "mingwan-2023"), text, claim)
}

fn chinese(text: &str, claim: &str) -> (String, String) {
    told("heldout-zh", ("2023-09-25", "qichuan-2023"), text, claim)
}

fn of(verdict: &str, figure: &str) -> (String, String) {
    (verdict.to_owned(), figure.to_owned())
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
    let told = told("heldout-zh-2", ("2024-05-14", "yunzhu-2024"), text, "80个");
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
    told("heldout-zh-3", (day, "xipu-2025"), text, claim)
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
    told("heldout-en-6", (day, "haolin-2024"), text, claim)
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
    told("heldout-zh-6", (day, "linting-2024"), text, claim)
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
