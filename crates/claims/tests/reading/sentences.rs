//! Readings that were once wrong, each by a sentence of its kind.

use festoon_claims::{Change, Claim, Currency, Hedge, Kind, Role, Unit, find};

/// What is compared: the words, the value, the hedge, the change, the unit or currency.
fn told(text: &str) -> Vec<String> {
    let of = |claim: &Claim| {
        let unit = claim.unit.map(Unit::word).unwrap_or_default();
        let money = claim.currency.map(|currency| format!("{currency:?}")).unwrap_or_default();
        let hedge = claim.hedge.map(Hedge::word).unwrap_or_default();
        let change = claim.change.map(|change| format!("{change:?}")).unwrap_or_default();
        format!("{} {} {unit}{money} {hedge} {change}", claim.kind.word(), claim.value)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    find(text).iter().map(of).collect()
}

#[test]
fn the_size_of_a_rise_and_what_it_came_to_are_two_figures() {
    assert_eq!(
        told("Visits rose by 21.4 % to 312,408."),
        ["share 0.214 percent Up", "count 312408 visit To"]
    );
    assert_eq!(told("The share picked up to 6.1%."), ["share 0.061 percent To"]);
    assert_eq!(told("They cut waste by 27%."), ["share 0.27 percent Down"]);
}

#[test]
fn an_amount_and_a_count_are_no_range() {
    let found = find("Grants of €12.5m to 31 firms were made.");
    assert_eq!(found.iter().map(|claim| claim.kind).collect::<Vec<_>>(), [Kind::Money, Kind::Count]);
    assert_eq!(found[0].currency, Some(Currency::EUR));
}

#[test]
fn a_preposition_is_no_hedge() {
    assert_eq!(told("The sum is spread over 114 projects."), ["count 114 project"]);
    assert_eq!(told("It is held over five days."), ["count 5 day"]);
    assert_eq!(told("It drew over 114 projects."), ["count 114 project over"]);
}

#[test]
fn telephones_houses_and_lists_are_no_figures() {
    for text in [
        "Call +86 574 5550 0142.",
        "Call (0574) 5550-0199.",
        "We meet at 318 Haibin Road.",
        "See Sessions 12, 14 and 31.",
        "See Table 1 and Figure 3.",
        "“9+3”产业体系",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_adjective_of_height_is_no_rise() {
    assert_eq!(find("身高1.68米的机器人")[0].change, None);
    assert_eq!(find("分别增加11个和47.6亿元")[1].change, Some(Change::Up));
}

#[test]
fn what_goes_on_as_before_counts_the_same() {
    let units = |text: &str| find(text).iter().filter_map(|claim| claim.unit).collect::<Vec<_>>();
    assert_eq!(
        units("Three districts take part, with 33 activities in Beigang, 29 in Nanpu and 24 in Shuangqiao."),
        [Unit::District, Unit::Activity, Unit::Activity, Unit::Activity]
    );
    assert_eq!(units("Reads came to 4.86 million views, close to 5 million."), [Unit::View, Unit::View]);
    assert_eq!(units("两年前签约104个，今年更多。").last(), Some(&Unit::Project));
}

#[test]
fn months_from_the_first_to_the_last_are_a_period() {
    assert_eq!(told("1—8月，全市新增企业。"), ["period --01-01/--08-31"]);
    assert_eq!(told("六成半观众"), ["share 0.65 percent"]);
}

#[test]
fn a_stage_of_the_next_item_is_none_of_the_figure_before_it() {
    let staged = |text: &str| find(text).iter().map(|claim| claim.stage.is_some()).collect::<Vec<_>>();
    assert_eq!(staged("参展企业420家、机构16家；签约项目38个。"), [false, false, true]);
    assert_eq!(staged("210家展商到场，签约合作60项。"), [false, true]);
    assert_eq!(staged("38个项目集中签约，总投资90亿元。"), [true, true]);
}

#[test]
fn what_was_sold_is_stated_and_no_limit_of_a_class() {
    let role = |text: &str| find(text).last().map(|claim| claim.role);
    assert_eq!(
        role("The fair drew 9,000 visitors, with sales exceeding 4 million yuan."),
        Some(Role::Stated)
    );
    assert_eq!(role("There were 12 orders exceeding 4 million yuan."), Some(Role::Threshold));
    assert_eq!(find("61% agreed that fees should fall, and 22 deals were agreed.")[0].stage, None);
}
