//! Amounts: in other money, off by ten, and those of the projects beside them.

use crate::held::of;
use crate::{chinese, english, linting, xipu};
use festoon_claims::{Date, Ledger, Linter, Occasion};

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

#[test]
fn a_currency_in_words_is_held_against_the_one_behind_the_number() {
    let text = "协议外资7.4亿美元，折合人民币约52.7亿欧元。";
    assert_eq!(xipu("2025-10-22", text, "52.7"), of("wrong-currency", "xp-foreign-inv"));
}

#[test]
fn an_amount_restated_in_other_money_is_wrong_of_it_however_far_its_digits_lie() {
    let text = "29 of the 143 are foreign: US$2.4bn, i.e. RMB11.21bn at 7.3 yuan.";
    assert_eq!(english(text, "RMB11.21bn"), of("wrong-value", "mw-inv-foreign"));
}

#[test]
fn an_amount_that_only_a_mark_parts_from_the_projects_is_theirs() {
    let text = "113个项目、412.5亿元，成绩单漂亮。";
    assert_eq!(linting("2024-05-28", text, "412.5亿元"), of("wrong-value", "lt-inv-signed"));
}
