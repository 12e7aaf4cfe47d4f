//! What names the figure that a claim states, and what only seems to.

use crate::held::{of, told};
use crate::{chinese, english, linting, yanpu};
use festoon_claims::{Date, Ledger, Linter, Occasion, Verdict};

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
fn an_answer_is_of_what_was_asked() {
    let text = "Q: How many events are there?\nA: 130, at 34 venues.";
    assert_eq!(english(text, "130"), of("wrong-value", "mw-activities"));
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
fn the_district_a_paragraph_is_about_is_meant_by_what_is_said_of_here() {
    let text = "苇渡区分会场到场41260人次。区内16场活动中，老船厂夜场最叫座。";
    assert_eq!(linting("2024-05-29", text, "16场"), of("wrong-value", "lt-weidu-activities"));
    let text = "@青槐发布：13场活动清单已上线，点开就能约。";
    assert_eq!(linting("2024-05-20", text, "13场"), of("wrong-value", "lt-qinghuai-activities"));
}

#[test]
fn the_very_number_of_another_rung_is_told_as_of_the_wrong_stage() {
    let text = "落地项目总投资158.3亿元。开工项目27个，已经落地的6个。";
    assert_eq!(linting("2024-06-20", text, "6个"), of("wrong-stage", "lt-producing"));
    let text = "拟签约的128个项目中，最终落地的占88.3%。";
    assert_eq!(linting("2024-05-27", text, "88.3%"), of("wrong-stage", "lt-signing-rate"));
}

#[test]
fn an_answer_counts_what_the_question_names() {
    let text = "问：展品多吗？\n答：1020件，件件有看头。";
    assert_eq!(linting("2024-05-21", text, "1020件"), of("wrong-value", "lt-exhibits"));
    let text = "问：一共几天？\n答：8天，每天都开。";
    assert_eq!(linting("2024-05-21", text, "8天"), of("wrong-value", "lt-days"));
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
fn degrees_are_no_hours_and_no_part_of_a_thing_is_counted() {
    let after = |text, claim| told("zh-11", ("2025-07-28", "cangcuo-2025"), text, claim);
    assert_eq!(after("机房吐出的热水45摄氏度，进了温室。", "45摄氏度"), of("not-among", ""));
    assert_eq!(after("麦曲分会场展出重4.6公斤的萝卜。", "4.6公斤"), of("not-among", ""));
}

#[test]
fn a_text_in_traditional_characters_is_held_against_figures_in_simplified_ones() {
    assert_eq!(chinese("創新週期間，共有151個項目簽約。", "151個"), of("wrong-value", "qc-signed"));
    assert_eq!(chinese("創新週期間，共有127個項目開工。", "127個"), of("wrong-stage", "qc-signed"));
}

#[test]
fn figures_in_traditional_characters_are_held_against_texts_in_either() {
    let ledger = "version = 1\n[[figure]]\nid = \"signed\"\nzh = [\"簽約項目\"]\nen = []\nkind = \"count\"\nvalue = 127\nunit = \"project\"\nstage = \"signed\"\n";
    let ledger = Ledger::parse(ledger).expect("a ledger");
    let occasion = Occasion {
        day: Date::parse("2023-09-25").expect("a day"),
        at: "2023-09-25T12:00:00+08:00".parse().expect("an instant"),
        week: None,
    };
    for text in ["簽約項目142個。", "签约项目142个。"] {
        let findings = Linter::new(&ledger).lint(text, &occasion);
        assert!(matches!(findings[0].verdict, Verdict::WrongValue { .. }), "{text}");
    }
}

#[test]
fn an_edition_is_the_weeks_own_where_the_ledger_knows_no_other() {
    use festoon_claims::{Date, Ledger, Linter, Occasion};
    let ledger = Ledger::parse(
        r#"
version = 1
currency = "CNY"
time_zone = "Asia/Shanghai"
[[week]]
id = "w"
zh = ["云州科创周"]
en = ["Yunzhou Innovation Week"]
[[figure]]
id = "to-sign"
zh = ["拟签约项目"]
en = ["projects to be signed"]
kind = "count"
value = 156
unit = "project"
stage = "to-be-signed"
scope = { week = "w" }
"#,
    )
    .expect("a ledger");
    let occasion = Occasion {
        day: Date::parse("2026-11-26").expect("a day"),
        at: "2026-11-26T12:00:00+08:00".parse().expect("an instant"),
        week: Some("w".to_owned()),
    };
    for text in [
        "第五届云州科创周开幕，150余个项目现场签约。",
        "At the 5th Yunzhou Innovation Week 156 projects were signed.",
    ] {
        let findings = Linter::new(&ledger).lint(text, &occasion);
        let told: Vec<_> = findings.iter().map(|finding| finding.verdict.word()).collect();
        assert!(told.contains(&"wrong-stage"), "{text}: {told:?}");
    }
}
