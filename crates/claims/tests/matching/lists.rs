//! Lists that break a number down: each part is of what the list as a whole is of.

use crate::held::{of, told};
use crate::jingpu;

/// What is told of the total, when the text goes out after the twelfth Chinese week.
fn lujin(text: &str, claim: &str) -> (String, String) {
    told("zh-12", ("2025-09-22", "lujin-2025"), text, claim)
}

fn carrenmouth(text: &str, claim: &str) -> (String, String) {
    told("en-12", ("2024-10-21", "carrenmouth-2024"), text, claim)
}

#[test]
fn a_part_of_a_list_is_of_what_its_neighbours_are_of() {
    let list = |changed: &str| {
        format!("全市签约的161个项目中，曜谷区59个，翔浦新区46个，棹湾区{changed}，汀城区12个，蓼溪县7个。")
    };
    assert_eq!(lujin(&list("37个"), "37个"), of("right", "lj-signed-zhaowan"));
    assert_eq!(lujin(&list("25个"), "25个"), of("wrong-value", "lj-signed-zhaowan"));
    // The sum fails as well, which is told at the total.
    assert_eq!(lujin(&list("25个"), "161个").0, "sum-fails");
    // A district's name before its number counts no districts.
    assert_eq!(lujin(&list("37个"), "12个"), of("right", "lj-signed-tingcheng"));
}

#[test]
fn parts_that_no_figure_has_are_held_against_their_total_alone() {
    let list = |changed: &str| {
        format!("发布科技成果137项，按领域分，光电子{changed}、船舶海工36项、临空经济29项、新材料14项。")
    };
    assert_eq!(lujin(&list("58项"), "137项"), of("right", "lj-achievements"));
    // 36 and 29 are near what is to be signed of these sectors, and are none of it.
    assert_eq!(lujin(&list("58项"), "36项").0, "not-among");
    assert_eq!(lujin(&list("67项"), "137项").0, "sum-fails");
}

#[test]
fn a_word_that_is_wrong_is_no_wrong_number() {
    let text = "全市签约的161个项目中，曜谷区59个，翔浦新区46个，曜谷区37个，汀城区12个，蓼溪县7个。";
    assert_eq!(lujin(text, "37个").0, "scope-differs");
}

#[test]
fn the_total_may_stand_behind_the_first_part() {
    let text = "Saltgate has 33 of the 87 activities; Northquay has 28, Pellhaven 18 and Ravensey 14.";
    assert_eq!(carrenmouth(text, "28"), of("wrong-value", "cm-act-northquay"));
    assert_eq!(carrenmouth(text, "87 activities").0, "sum-fails");
}

#[test]
fn a_sentence_that_begins_with_the_word_of_sums_goes_on_with_the_one_before() {
    let text = |total: &str| {
        format!(
            "The yard buys pumps for £14.9 million, the port a tug for £21.6 million and the university a bench for £6.3 million. \
             Together that is £{total} million."
        )
    };
    assert_eq!(carrenmouth(&text("42.8"), "£42.8 million").0, "not-among");
    assert_eq!(carrenmouth(&text("38.9"), "£38.9 million").0, "sum-fails");
}

#[test]
fn a_list_with_nothing_but_its_signs_is_added_up_whole() {
    let text = |media: &str| {
        format!("共有媒体76家参与，其中中央媒体11家、省级媒体{media}、市级媒体33家、境外媒体9家。")
    };
    assert_eq!(lujin(&text("23家"), "76家").0, "right");
    // 11 and 32 and 33 make 76 as well, and leave the fourth over.
    assert_eq!(lujin(&text("32家"), "76家").0, "sum-fails");
}

#[test]
fn what_the_parts_make_may_stand_elsewhere() {
    let text = "外资签约项目较多。全市签约的161个项目中，曜谷区59个，翔浦新区46个，棹湾区37个，汀城区12个，蓼溪县7个，而此前报道为98个。";
    assert_eq!(lujin(text, "161个"), of("right", "lj-signed"));
}

#[test]
fn a_word_of_sums_before_the_next_number_is_said_of_that() {
    let text = "The council contributes £20 million, the port £17.5 million and investors £26.5 million, together £64 million.";
    assert_eq!(carrenmouth(text, "£26.5 million").0, "not-among");
    assert_eq!(carrenmouth(text, "£64 million"), of("right", "cm-fund"));
}

#[test]
fn the_last_edition_stands_aside_between_a_total_and_its_parts() {
    let text =
        |america: &str| format!("境外参展商24家，上届是12家。其中欧洲11家、亚洲9家、其他地区{america}。");
    assert_ne!(lujin(&text("4家"), "24家").0, "sum-fails");
    assert_eq!(lujin(&text("2家"), "24家").0, "sum-fails");
}

#[test]
fn two_parts_are_all_of_an_opened_whole_when_one_is_the_rest_or_they_exclude_each_other() {
    let text = "鲸浦这一回，68场活动里，市级的只留了12场，其余46场都交给了区里。";
    assert_eq!(jingpu("2026-11-14", text, "68场"), "sum-fails");
    let text = "线下参与的236480人次中，国际博览中心141280人次，各分会场85200人次。";
    assert_eq!(lujin(text, "236480"), of("sum-fails", "lj-visits"));
}

#[test]
fn numbers_in_turn_are_of_the_parts_of_the_list_before() {
    let list = "拟签约项目共134个：船舶海工46个、海洋生物31个、数字游戏38个、海上新能源19个。";
    let text = format!("{list}投资额依次为172亿元、846亿元、53亿元和75亿元。");
    assert_eq!(jingpu("2026-11-12", &text, "846亿元"), "off-by-power");
}

#[test]
fn the_first_three_of_a_list_are_not_all_of_it() {
    let text = "签约的161个项目中，曜谷区59个，翔浦新区46个，棹湾区37个，排在前三位。";
    assert_eq!(lujin(text, "161个"), of("right", "lj-signed"));
}

#[test]
fn numbers_that_make_the_one_before_them_are_no_likenesses() {
    let told = |text: &str, claim: &str| told("en-14", ("2026-03-05", "serindai-2026"), text, claim).0;
    let text = |loans: u32| {
        format!(
            "NusaBond has raised US$420 million for its packaging fund: US${loans} million in bank loans, \
             US$115 million in new shares and US$45 million from its owners."
        )
    };
    for claim in ["US$420", "US$260", "US$115"] {
        assert_eq!(told(&text(260), claim), "not-among", "{claim}");
    }
}

#[test]
fn two_parts_are_a_list_of_a_family_that_has_no_third() {
    let text = |foreign: u32| {
        format!("{foreign} exhibitors from overseas and 241 domestic ones came; 318 exhibitors in all.")
    };
    assert_eq!(carrenmouth(&text(77), "77 exhibitors"), of("right", "cm-comp-foreign"));
    // A likeness of 43 is any number of firms; its neighbour tells which it is.
    assert_eq!(carrenmouth(&text(93), "93 exhibitors"), of("wrong-value", "cm-comp-foreign"));
}

#[test]
fn districts_that_were_swapped_are_both_told() {
    for text in [
        "The week has 87 activities: 22 in Saltgate and 33 in Northquay.",
        "There are 22 activities in Saltgate and 33 in Northquay.",
    ] {
        for claim in ["22", "33"] {
            assert_ne!(carrenmouth(text, claim).0, "right", "{text} {claim}");
            assert_ne!(carrenmouth(text, claim).0, "not-among", "{text} {claim}");
        }
    }
    let true_one = "The week has 87 activities: 33 in Saltgate and 22 in Northquay.";
    assert_eq!(carrenmouth(true_one, "33").0, "right");
    assert_eq!(carrenmouth(true_one, "22").0, "right");
}
