//! A ledger of two weeks with foreign money, as an office writes its first one: the number of one edition is none of the other.

use crate::held::{last, of};
use festoon_claims::{Date, Ledger};

const FIGURES: &str = r#"
version = 1
currency = "CNY"
[rates]
USD = { value = "7.1", as_of = 2026-10-12 }
[[week]]
id = "now"
zh = ["第六届临澜创新周", "2026临澜创新周"]
en = ["6th Linlan Innovation Week", "2026 Linlan Innovation Week"]
[[week]]
id = "then"
zh = ["第五届临澜创新周", "2025临澜创新周"]
en = ["5th Linlan Innovation Week", "2025 Linlan Innovation Week"]
[scope.place]
linlan = { zh = ["临澜市", "临澜", "全市"], en = ["Linlan", "the city"] }
[[figure]]
id = "edition"
zh = ["届次"]
en = ["edition"]
kind = "edition"
value = 6
scope = { week = "now" }
[[figure]]
id = "visits"
zh = ["观展"]
en = ["visits to the exhibition", "visits"]
kind = "count"
value = 83600
unit = "visit"
scope = { week = "now", place = "linlan" }
as_of = 2026-10-14
earlier = [{ as_of = 2026-10-13, value = 51200 }]
[[figure]]
id = "visits-then"
zh = ["观展"]
en = ["visits"]
kind = "count"
value = 96000
unit = "visit"
scope = { week = "then", place = "linlan" }
[[figure]]
id = "exhibitors"
zh = ["参展企业"]
en = ["exhibiting companies", "exhibitors"]
kind = "count"
value = 312
unit = "company"
scope = { week = "now", place = "linlan" }
[[figure]]
id = "growth"
zh = ["参展企业增长"]
en = ["growth in exhibiting companies"]
kind = "share"
value = "0.248"
direction = "up"
scope = { week = "now", place = "linlan" }
[[figure]]
id = "activities"
zh = ["活动"]
en = ["activities"]
kind = "count"
value = 21
unit = "activity"
scope = { week = "now", place = "linlan" }
[[figure]]
id = "to-sign"
zh = ["拟签约项目总投资", "总投资"]
en = ["total investment of the projects to be signed", "total investment"]
kind = "money"
value = 49600000000
currency = "CNY"
stage = "to-be-signed"
scope = { week = "now", place = "linlan" }
[[figure]]
id = "foreign"
zh = ["外资项目投资"]
en = ["foreign investment"]
kind = "money"
value = 620000000
currency = "USD"
stage = "signed"
scope = { week = "now", place = "linlan" }
"#;

/// What is told of the last claim with some words, its figure, and what could stand instead.
fn told(text: &str, claim: &str) -> (String, String, Option<String>) {
    let ledger = Ledger::parse(FIGURES).expect("a ledger");
    let finding = last(&ledger, ("2026-10-14", "now"), text, claim);
    let figure = finding.figure.clone().unwrap_or_default();
    (
        finding.verdict.word().to_owned(),
        figure,
        finding.suggestion(text, &ledger, Date::parse("2026-10-14").expect("a day")),
    )
}

fn verdict(text: &str, claim: &str) -> (String, String) {
    let (verdict, figure, _) = told(text, claim);
    (verdict, figure)
}

#[test]
fn the_number_of_the_edition_before_is_wrong_of_this_one() {
    for (text, claim, said) in [
        ("第六届临澜创新周观展9.6万人次。", "9.6万", of("wrong-value", "visits")),
        ("2026临澜创新周观展9.6万人次。", "9.6万", of("wrong-value", "visits")),
        ("2026年临澜创新周观展9.6万人次。", "9.6万", of("wrong-value", "visits")),
        ("2025临澜创新周观展9.6万人次。", "9.6万", of("right", "visits-then")),
        ("第五届临澜创新周观展9.6万人次。", "9.6万", of("right", "visits-then")),
        ("The 6th Linlan Innovation Week has received 96,000 visits.", "96,000", of("wrong-value", "visits")),
        ("The 5th Linlan Innovation Week received 96,000 visits.", "96,000", of("right", "visits-then")),
    ] {
        assert_eq!(verdict(text, claim), said, "{text}");
    }
}

#[test]
fn the_name_of_the_week_points_to_its_edition_whatever_that_is_called() {
    assert_eq!(verdict("第七届临澜创新周10月12日开幕。", "第七届"), of("wrong-value", "edition"));
    let text = "The 7th Linlan Innovation Week opens on 12 October.";
    assert_eq!(verdict(text, "7th"), of("wrong-value", "edition"));
    assert_eq!(verdict("第五届临澜创新周去年举行。", "第五届").0, "not-among");
    assert_eq!(verdict("The 5th Linlan Innovation Week was held in 2025.", "5th").0, "not-among");
}

#[test]
fn a_wrong_amount_is_none_of_a_figure_in_other_money_that_nothing_names() {
    let text = "The projects signed stand for a total investment of nearly 5 billion yuan.";
    assert_eq!(verdict(text, "5 billion"), of("off-by-power", "to-sign"));
    let text = "Foreign investment reached 2.3 billion yuan.";
    let (verdict, figure, suggestion) = told(text, "2.3 billion");
    assert_eq!((&*verdict, &*figure), ("wrong-value", "foreign"));
    assert_eq!(suggestion.as_deref(), Some("620 million US dollars"));
    assert_eq!(told("外资项目投资23亿元。", "23亿").2.as_deref(), Some("6.2亿美元"));
}

#[test]
fn what_was_last_year_is_wrong_of_nothing_this_year() {
    for (text, claim) in [
        ("去年，参展企业250家。", "250家"),
        ("2025年参展企业250家，今年增至312家。", "250家"),
        ("The number of exhibitors grew from 250 last year to 312.", "250"),
        ("10月13日举办活动28场。", "28场"),
        ("江州市创新周举办210场活动。", "210场"),
        ("The neighbouring city of Jiangzhou has 250 exhibitors at its festival.", "250"),
    ] {
        assert_eq!(verdict(text, claim).0, "not-among", "{text}");
    }
    let text = "Last year the week drew 76,000 visits; this year it has drawn 83,600.";
    assert_eq!(verdict(text, "76,000"), of("wrong-value", "visits-then"));
    assert_eq!(verdict("今年，参展企业250家。", "250家"), of("wrong-value", "exhibitors"));
    assert_eq!(verdict("本届创新周举办28场活动。", "28场"), of("wrong-value", "activities"));
}

#[test]
fn what_had_come_by_yesterday_is_right_of_yesterday() {
    for (text, claim, said) in [
        ("截至昨日，观展5.12万人次。", "5.12万", "right"),
        ("截至昨日17时，观展5.12万人次。", "5.12万", "right"),
        ("观展5.12万人次。", "5.12万", "stale"),
    ] {
        assert_eq!(verdict(text, claim), of(said, "visits"), "{text}");
    }
}

#[test]
fn points_for_a_share_whose_unit_goes_without_saying_are_told() {
    for text in ["参展企业增长24.8个百分点。", "Exhibiting companies grew by 24.8 percentage points."]
    {
        assert_eq!(verdict(text, "24.8"), of("wrong-unit", "growth"), "{text}");
    }
    assert_eq!(verdict("参展企业增长24.8%。", "24.8"), of("right", "growth"));
}

#[test]
fn what_has_been_done_of_what_was_to_be_is_done() {
    let text = "156 projects are expected to be signed, and 38 have been.";
    assert_ne!(verdict(text, "38").0, "wrong-stage");
}

#[test]
fn a_round_amount_that_lost_a_digit_and_its_hedge_is_off_by_a_power() {
    for (text, claim) in [
        ("拟签约项目总投资50亿元。", "50亿"),
        ("Projects with a total investment of 5 billion yuan are to be signed.", "5 billion"),
    ] {
        assert_eq!(verdict(text, claim), of("off-by-power", "to-sign"), "{text}");
    }
    assert_ne!(verdict("拟签约项目总投资45亿元。", "45亿").0, "off-by-power");
}
