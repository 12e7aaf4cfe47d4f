//! Numbers whose sentence leaves out what they are of: each rule by which that is known has a line that would be told wrongly without it.

mod held;

use held::{of, told};

fn mingwan(text: &str, claim: &str) -> (String, String) {
    told("en-1", ("2023-09-25", "mingwan-2023"), text, claim)
}

fn taoyan(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-8", (day, "taoyan-2025"), text, claim)
}

fn yanpu(text: &str, claim: &str) -> (String, String) {
    told("zh-8", ("2024-09-18", "yanpu-2024"), text, claim)
}

#[test]
fn what_a_number_was_before_is_of_the_number_beside_it() {
    let rose = |was: &str| mingwan(&format!("The week has 86 events, up from {was} in the first list."), was);
    assert_eq!(rose("71"), of("not-among", ""), "the first list is not known by its day");
    let rose = |was: &str| mingwan(&format!("The number of events grew from {was} to 86."), was);
    assert_eq!(rose("71"), of("right", "mw-activities"));
    assert_eq!(rose("125"), of("wrong-value", "mw-activities"));
    assert_eq!(rose("710"), of("off-by-power", "mw-activities"));
    let bracket = |was: &str| mingwan(&format!("Events: 86 ({was} at the last edition)."), was);
    assert_eq!(bracket("69"), of("right", "mw22-activities"));
}

#[test]
fn what_there_are_now_is_of_what_was_told_before() {
    let text = |now: &str| format!("On 20 August I spoke of 71 events. There are now {now}.");
    assert_eq!(mingwan(&text("86"), "86"), of("right", "mw-activities"));
    assert_eq!(mingwan(&text("47"), "47"), of("wrong-value", "mw-activities"));
}

#[test]
fn an_edition_that_the_name_of_the_week_stands_behind_is_its_own() {
    let text = "The 8th Taoyan Innovation Week closed this evening.";
    assert_eq!(taoyan("2025-09-19", text, "8th"), of("wrong-value", "ty-edition"));
    assert_eq!(
        yanpu("与刚结束的第九届相比，主展馆增加8000平方米。", "第九届"),
        of("wrong-value", "yp-edition")
    );
}

#[test]
fn numbers_below_a_hundred_are_no_sums_by_chance() {
    let text =
        "There are 22 forums, nine fairs, seven contests and 26 roadshows; 64 media outlets are accredited.";
    assert_eq!(taoyan("2025-09-10", text, "64"), of("wrong-value", "ty-media"));
}

#[test]
fn a_conversion_into_the_wrong_money_is_told_as_such() {
    let text = "Deals signed were worth 38.7 billion yuan (roughly 5.5 billion euros).";
    assert_eq!(taoyan("2025-09-19", text, "5.5"), of("wrong-currency", "ty-inv-signed"));
}

#[test]
fn a_channel_before_a_word_of_coming_is_the_channel_that_is_said() {
    assert_eq!(yanpu("创新周线上累计到场128460人次。", "128460"), of("scope-differs", "yp-visits"));
    assert_eq!(yanpu("创新周线下累计到场128460人次。", "128460"), of("right", "yp-visits"));
}

#[test]
fn a_day_of_reference_may_be_led_by_its_weekday() {
    let text = "As of Wednesday 17 September, there had been 186,330 visits.";
    assert_eq!(taoyan("2025-09-19", text, "186,330"), of("stale", "ty-visits"));
}

#[test]
fn what_stands_behind_the_things_is_said_of_them() {
    let text = "That is the planned volume of the 121 projects in production next week.";
    let finding = told("en-5", ("2023-10-14", "tanglu-2023"), text, "121");
    assert_eq!(finding, of("wrong-stage", "tl-to-sign"));
}

#[test]
fn a_premiere_is_known_by_what_is_said_of_it() {
    let text = "2,310 exhibits have moved in. 109 of them have never been shown before.";
    let finding = told("en-6", ("2024-10-12", "haolin-2024"), text, "109");
    assert_eq!(finding, of("wrong-value", "hl-premieres"));
}

#[test]
fn other_things_beside_the_forums_of_a_list_are_no_forums() {
    let text = "The programme has 22 forums, nine fairs and 22 roadshows.";
    assert_eq!(taoyan("2025-09-10", text, "22 roadshows"), of("not-among", ""));
}

#[test]
fn a_sum_is_of_all_of_its_list() {
    let text = "签约项目中人工智能17个，生物医药11个，低空经济8个，其余5个，合计24个。";
    let told = |text: &str, claim: &str| told("zh-8", ("2024-09-10", "yanpu-2024"), text, claim);
    assert_eq!(told(text, "24个"), of("wrong-value", "yp-signed"));
}

#[test]
fn a_relative_clause_says_the_stage_of_what_it_stands_behind() {
    let text = "I also signed for two of the 15 projects with foreign capital that were landed.";
    assert_eq!(taoyan("2025-09-18", text, "15"), of("wrong-stage", "ty-proj-foreign"));
}

#[test]
fn five_digits_that_once_held_are_out_of_date_wherever_they_stand() {
    assert_eq!(
        taoyan("2025-09-22", "I account for four of the 186,330.", "186,330"),
        of("stale", "ty-visits")
    );
}
