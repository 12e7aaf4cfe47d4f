//! The report on an evaluation: rendered in both languages, with everything, with nothing, and with whatever may be missing.
//!
//! What an example of a whole city gives is held in `app`, which can compute one; here evaluations are written down by hand.

mod given;
mod read;

use festoon_domain::text::{Lang, Text};
use festoon_guide::evaluation::{
    Both, CellGone, CellTreated, Coherence, Combined, Evaluation, GapAt, Judged, Origin, write_page,
};

use given::{Cut, both, evaluation, firmness};
use read::{body, items, table, text};

fn page(evaluation: &Evaluation) -> String {
    let mut page = Vec::new();
    write_page(evaluation, Lang::Zh, &mut page).expect("memory takes all");
    String::from_utf8(page).expect("it is text")
}

#[test]
fn a_table_of_ranks_has_scores_and_intervals_in_both_languages() {
    let mut given = evaluation();
    given.indexes[0].firmness = Some(firmness());
    let page = page(&given);
    let rows = |lang| table(body(&page, lang), 0);
    assert_eq!(
        rows(Lang::Zh),
        [
            ["名次", "单位", "得分", "90% 的方案中", "图示", "最好到最差", "比上期"],
            ["1", "北岭", "80.00", "1–2", "", "1–2", "▲ 1"],
            ["2", "East & <Shore>", "60.00", "1–2", "", "1–3", "▼ 1"],
            ["没有名次", "西湖", "—", "—", "", "—", "—"],
        ]
    );
    assert_eq!(
        rows(Lang::En)[0],
        ["Rank", "Unit", "Score", "In 90 % of variants", "Drawn", "Best to worst", "Since last time"]
    );
    assert_eq!(rows(Lang::En)[1], ["1", "Northridge", "80.00", "1–2", "", "1–2", "▲ 1"]);
}

#[test]
fn names_are_text_and_never_markup() {
    let page = page(&evaluation());
    assert!(!page.contains("<Shore>"));
    // A name in the other language says so, so that it is read aloud rightly.
    assert!(body(&page, Lang::Zh).contains("lang=\"en\">East &#38; &#60;Shore&#62;"));
}

#[test]
fn without_a_study_the_page_says_that_firmness_is_not_known() {
    let page = page(&evaluation());
    let rows = table(body(&page, Lang::En), 0);
    assert_eq!(rows[0], ["Rank", "Unit", "Score", "Since last time"]);
    assert_eq!(rows[1], ["1", "Northridge", "80.00", "▲ 1"]);
    let words = "No sensitivity study was made, so how firm these ranks are is not known.";
    assert_eq!(text(body(&page, Lang::En)).matches(words).count(), 2);
    assert!(text(body(&page, Lang::Zh)).contains("没有做敏感性分析，名次有多牢靠还不知道。"));
}

#[test]
fn firmness_is_told_with_runs_seed_shares_swaps_and_every_rank() {
    let mut given = evaluation();
    given.indexes[0].firmness = Some(firmness());
    let page = page(&given);
    let english = body(&page, Lang::En);
    assert!(
        text(english).contains("400 variants were drawn (seed 7). On average a unit moves by 0.25 places.")
    );
    let named = |caption: &str| read::named(english, caption);
    assert_eq!(
        named("What was varied, and how much of the movement it makes"),
        [
            ["Factor", "Alone", "With all it does together with others"],
            ["weights", "60 % (95 % interval 55 % to 65 %)", "70 % (95 % interval 66 % to 74 %)"],
            ["method", "30 %", "40 %"],
        ]
    );
    assert_eq!(
        named("How often neighbours swap"),
        [
            ["Published above", "Published below", "Swapped", "Level"],
            ["1 Northridge", "2 East & <Shore>", "38 %", "0 %"]
        ]
    );
    assert_eq!(
        named("How often each rank occurs")[1],
        ["Northridge", "1", "1", "1.38", "100 %", "1 (62 %), 2 (38 %)"]
    );
}

#[test]
fn what_is_exact_and_what_cannot_be_shared_out_is_said() {
    let mut given = evaluation();
    let mut found = firmness();
    found.judged = Judged::Exactly;
    found.shares = Err(both("没有影响可分。", "Nothing to share out."));
    given.indexes[0].firmness = Some(found);
    let page = page(&given);
    let (zh, en) = (text(body(&page, Lang::Zh)), text(body(&page, Lang::En)));
    assert!(en.contains("All 400 combinations were run. On average a unit moves by 0.25 places."));
    assert!(en.contains("Nothing to share out."));
    assert!(
        zh.contains("400 种组合全部算过，平均每个单位的名次变动 0.25 位。") && zh.contains("没有影响可分。")
    );
    let factors =
        read::named(body(&page, Lang::En), "What was varied, and how much of the movement it makes");
    assert_eq!(factors, [["Factor"], ["weights"], ["method"]]);
}

#[test]
fn every_warning_honour_and_step_stands_in_both_languages() {
    let mut given = evaluation();
    given.warnings = vec![both("甲。", "One."), both("乙。", "Two.")];
    let page = page(&given);
    for (lang, warnings, honours, steps) in [
        (
            Lang::Zh,
            ["! 甲。", "! 乙。"],
            ["● 北岭第一。"],
            ["先标准化。 [normalise]", "再合成。 [aggregate]"],
        ),
        (
            Lang::En,
            ["! One.", "! Two."],
            ["● Northridge is first."],
            ["Normalise. [normalise]", "Aggregate. [aggregate]"],
        ),
    ] {
        let body = body(&page, lang);
        assert_eq!(items(body, "class=\"warnings\""), warnings);
        assert_eq!(items(body, "class=\"honours\""), honours);
        assert_eq!(items(body, "class=\"method\""), steps);
    }
    assert_eq!(items(body(&page, Lang::En), "class=\"earlier\""), ["Last year it was another."]);
}

#[test]
fn a_page_without_warnings_says_so() {
    let page = page(&evaluation());
    assert!(text(body(&page, Lang::En)).contains("Nothing in the computation calls for a warning."));
    assert!(text(body(&page, Lang::Zh)).contains("计算中没有发现需要提醒的问题。"));
}

#[test]
fn invented_numbers_wear_their_tag() {
    let mut given = evaluation();
    let words = "Sample: the numbers are invented";
    assert!(!page(&given).contains(words));
    given.origin = Origin::Invented;
    let page = page(&given);
    assert!(page.contains(words) && page.contains("示例，数据为虚构"));
}

#[test]
fn contributions_and_profiles_are_drawn_and_stand_beside_as_numbers() {
    let page = page(&evaluation());
    let english = body(&page, Lang::En);
    assert_eq!(
        read::named(english, "Contributions in numbers"),
        [
            ["Unit", "Score", "Input", "Output", "Order"],
            ["Northridge", "80.00", "50.00", "5.00", "25.00"],
            ["East & <Shore>", "60.00", "12.00", "30.00", "18.00"],
            ["西湖", "—", "—", "—", "—"],
        ]
    );
    // Two full bars of three segments and one without any; a radar for each unit, that of the unit without numbers without dots.
    assert_eq!(english.matches("<rect class=\"part-").count(), 3 + 6);
    assert_eq!(english.matches("class=\"radar\"").count(), 3);
    assert_eq!(english.matches("class=\"dot\"").count(), 6);
    assert_eq!(
        read::named(english, "Scores of the parts")[2],
        ["East & <Shore>", "24.00", "120.00", "72.00"]
    );
}

#[test]
fn years_are_compared_and_one_year_alone_is_not() {
    let mut given = evaluation();
    assert_eq!(
        read::named(body(&page(&given), Lang::En), "Year on year"),
        [
            [
                "Unit",
                "Rank 2020",
                "Score 2020",
                "Rank 2021",
                "Score 2021",
                "Since last time",
                "Change of score",
                "Growth"
            ],
            ["Northridge", "2", "50.00", "1", "80.00", "▲ 1", "+30.00", "60 %"],
            ["East & <Shore>", "1", "62.00", "2", "60.00", "▼ 1", "−2.00", "−3.2 %"],
            ["西湖", "—", "—", "—", "—", "—", "—", "—"],
        ]
    );
    given.only(2021);
    let page = page(&given);
    let english = body(&page, Lang::En);
    assert!(!english.contains("Year on year") && !english.contains("class=\"years\""));
    assert_eq!(table(english, 0)[0], ["Rank", "Unit", "Score"]);
}

#[test]
fn variants_of_weights_are_computed_for_who_runs_no_script() {
    let page = page(&evaluation());
    assert_eq!(
        read::named(body(&page, Lang::En), "Some variants, computed"),
        [
            ["Variant", "The first three", "Units that move", "Most places moved"],
            ["Published weights", "1 Northridge · 2 East & <Shore>", "0", "0"],
            ["Equal weights on every level", "1 Northridge · 2 East & <Shore>", "0", "0"],
            ["“Input” counts double", "1 Northridge · 2 East & <Shore>", "0", "0"],
            ["“Output” counts double", "1 East & <Shore> · 2 Northridge", "2", "1"],
            ["“Order” counts double", "1 Northridge · 2 East & <Shore>", "0", "0"],
        ]
    );
    let (_, rest) = page.split_once("id=\"evaluation-scores\">").expect("the script's numbers");
    let scores: serde_json::Value =
        serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON");
    assert_eq!(
        scores,
        serde_json::json!([{
            "nodes": [
                { "parent": null, "weight": 1.0, "power": 1.0 },
                { "parent": 0, "weight": 0.5, "scores": [100.0, 24.0, null] },
                { "parent": 0, "weight": 0.25, "scores": [20.0, 120.0, null] },
                { "parent": 0, "weight": 0.25, "scores": [100.0, 72.0, null] },
            ],
            "ranks": [1, 2, null],
        }])
    );
}

#[test]
fn weights_cannot_be_tried_where_the_page_could_not_compute_the_published_scores() {
    let words = "This method cannot be computed anew from normalised scores alone";
    let mut compared = evaluation();
    compared.indexes[0].nodes[0].combined = Some(Combined::Compared);
    let mut otherwise = evaluation();
    otherwise.indexes[0].nodes[0].scores[2] = Some(81.0);
    for given in [compared, otherwise] {
        let page = page(&given);
        assert!(text(body(&page, Lang::En)).contains(words));
        assert!(!page.contains("type=\"range\"") && page.contains(">[null]</script>"));
    }
}

#[test]
fn where_nothing_adds_up_the_bars_are_whole_scores() {
    let mut given = evaluation();
    for node in &mut given.indexes[0].nodes {
        node.gives.clear();
        node.decides = None;
    }
    let page = page(&given);
    let english = body(&page, Lang::En);
    assert!(text(english).contains("This method does not add parts up, so each bar is the whole score."));
    assert!(!english.contains("Contributions in numbers"));
    assert_eq!(english.matches("<rect class=\"part-1\"").count(), 2);
    let weights = read::named(english, "Weights, and what decides");
    assert_eq!(weights[1], ["Input", "50 %", "50 %", "—", "0.50"]);
}

#[test]
fn whether_parts_measure_one_thing_is_told_with_marks_that_need_no_colour() {
    let mut given = evaluation();
    given.indexes[0].pillars = Some(Coherence {
        nodes: vec![1, 2],
        cases: 5,
        correlations: vec![vec![1.0, -0.5], vec![-0.5, 1.0]],
        alpha: Some(0.4),
        explained: vec![0.75, 0.25],
        loadings: vec![0.87, -0.87],
        remarks: vec![both("此消彼长。", "They work against each other.")],
    });
    let page = page(&given);
    let english = body(&page, Lang::En);
    assert!(text(english).contains("Over 5 complete rows: Cronbach’s alpha 0.40; the first principal component explains 75 % of the variance."));
    assert_eq!(items(english, "class=\"remarks\""), ["They work against each other."]);
    assert_eq!(
        read::named(english, "Correlations · Parts of the first level"),
        [["Part", "1", "2"], ["1 Input", "1", "▼ −0.50"], ["2 Output", "▼ −0.50", "1"]]
    );
    assert_eq!(
        read::named(english, "Correlation with the first component · Parts of the first level"),
        [["Part", "Correlation with the first component"], ["Input", "0.87"], ["Output", "−0.87"]]
    );
}

#[test]
fn whatever_was_changed_or_is_missing_is_listed_with_its_reason() {
    let mut given = evaluation();
    given.treated = vec![CellTreated {
        step: 2,
        case: 2,
        indicator: 0,
        from: None,
        to: Some(4.5),
        why: both("中位数填补", "filled by the median"),
    }];
    let why = both("没有数据", "not in the data");
    let gone = |step, at| CellGone { step, at, why: why.clone(), citation: None };
    given.gaps = vec![
        gone(0, GapAt::Cell { case: 4, indicator: 1 }),
        gone(3, GapAt::Score { case: 4, index: 0, node: 0 }),
        gone(1, GapAt::Case { case: 4 }),
        gone(1, GapAt::Indicator { indicator: 2 }),
    ];
    let page = page(&given);
    let english = body(&page, Lang::En);
    assert_eq!(
        read::named(english, "Numbers that were changed"),
        [
            ["Unit", "Year", "Indicator", "From", "To", "Step", "Why"],
            ["Northridge", "2021", "Input", "—", "4.5", "2", "filled by the median"],
        ]
    );
    assert_eq!(
        read::named(english, "What has no number"),
        [
            ["Unit", "Year", "Where", "Step", "Why"],
            ["西湖", "2021", "Output", "the data", "not in the data"],
            ["西湖", "2021", "Strength", "3", "not in the data"],
            ["西湖", "2021", "—", "1", "not in the data"],
            ["—", "—", "Order", "1", "not in the data"],
        ]
    );
    assert_eq!(
        read::named(body(&page, Lang::Zh), "没有数的地方")[1],
        ["西湖", "2021", "产出", "原始数据", "没有数据"]
    );
}

#[test]
fn a_list_too_long_says_how_much_it_leaves_out() {
    let mut given = evaluation();
    let gone = CellGone { step: 0, at: GapAt::Case { case: 0 }, why: Both::default(), citation: None };
    given.gaps = vec![gone; 1300];
    let page = page(&given);
    assert!(text(body(&page, Lang::En)).contains("1000 more are not listed; the audit bundle has them all."));
    assert_eq!(read::named(body(&page, Lang::En), "What has no number").len(), 301);
}

#[test]
fn an_evaluation_of_nobody_is_a_page_too() {
    let mut given = evaluation();
    given.indexes[0].firmness = None;
    given.empty();
    let page = page(&given);
    assert!(text(body(&page, Lang::En)).contains("There is nobody to compare."));
    assert!(text(body(&page, Lang::Zh)).contains("没有可以比较的单位。"));
    assert!(!page.contains("NaN") && !page.contains("inf"));
}

#[test]
fn two_units_and_sixty_fit_the_pictures() {
    for units in [2, 60] {
        let given = given::of_units(units);
        let page = page(&given);
        let english = body(&page, Lang::En);
        assert_eq!(english.matches("class=\"radar\"").count(), units);
        assert_eq!(table(english, 0).len(), units + 1);
        assert_eq!(text(english).contains("48 more units"), units == 60);
        assert!(!page.contains("NaN"));
    }
}

#[test]
fn names_in_the_pages_ids_are_never_the_same() {
    let mut given = evaluation();
    given.indexes.push(given.indexes[0].clone());
    given.indexes.push(given.indexes[0].clone());
    given.indexes[2].name = Text::new("第三", "Third");
    let page = page(&given);
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(text(body(&page, Lang::Zh)).contains("第三"));
}
