//! What is told of a claim, word for word in both languages: what a press officer reads, and what could stand instead.

use festoon_claims::{Date, Finding, Language, Ledger, Linter, Occasion, find, restated};

const LEDGER: &str = r#"
version = 1

[[week]]
id = "nanjing-2021"
zh = ["2021南京创新周"]
en = ["Nanjing Tech Week 2021"]

[[figure]]
id = "dates"
zh = ["创新周日期"]
en = ["dates of the week"]
kind = "period"
value = "2021-06-21/2021-06-25"
scope = { week = "nanjing-2021" }

[[figure]]
id = "press-day"
zh = ["新闻发布会日期"]
en = ["date of the press conference"]
kind = "date"
value = "2021-06-10"
scope = { week = "nanjing-2021" }

[scope.place]
jiangning = { zh = ["江宁区", "江宁"], en = ["Jiangning District", "Jiangning"] }

[rates]
USD = { value = "6.4" }

[[figure]]
id = "investment"
zh = ["总投资"]
en = ["total investment"]
kind = "money"
value = 49600000000
currency = "CNY"
stage = "to-be-signed"
scope = { week = "nanjing-2021", place = "jiangning" }
sum_of = ["domestic", "foreign"]

[[figure]]
id = "domestic"
zh = ["内资项目投资"]
en = ["domestic investment"]
kind = "money"
value = 40000000000
currency = "CNY"
stage = "to-be-signed"
scope = { week = "nanjing-2021" }

[[figure]]
id = "foreign"
zh = ["外资项目投资"]
en = ["foreign investment"]
kind = "money"
value = 9600000000
currency = "CNY"
stage = "to-be-signed"
scope = { week = "nanjing-2021" }

[[figure]]
id = "activities"
zh = ["活动"]
en = ["activities"]
kind = "count"
value = 48
unit = "activity"
scope = { week = "nanjing-2021" }

[[figure]]
id = "visits"
zh = ["线下参观人次", "参观"]
en = ["on-site visits", "visits"]
kind = "count"
value = 41200
unit = "visit"
as_of = 2021-06-24
earlier = [{ as_of = 2021-06-22, value = 18000 }, { as_of = 2021-06-23, value = 30800 }]
scope = { week = "nanjing-2021" }

[[figure]]
id = "edition"
zh = ["南京创新周的届次"]
en = ["edition of Nanjing Tech Week"]
kind = "edition"
value = 5
unit = "edition"
scope = { week = "nanjing-2021" }

[[figure]]
id = "projects"
zh = ["拟签约项目"]
en = ["projects to be signed"]
kind = "count"
value = 156
unit = "project"
stage = "to-be-signed"
scope = { week = "nanjing-2021" }

[[figure]]
id = "budget"
zh = ["筹备经费"]
en = ["preparation budget"]
kind = "money"
value = 3210000
currency = "CNY"
scope = { week = "nanjing-2021" }
secrecy = "internal"

[[figure]]
id = "space"
zh = ["展览面积"]
en = ["exhibition space"]
kind = "count"
value = 30000
unit = "square-metre"
scope = { week = "nanjing-2021" }

[[figure]]
id = "visits-growth"
zh = ["线下参观人次增幅"]
en = ["growth of on-site visits"]
kind = "share"
value = "0.558"
unit = "percent"
direction = "up"
scope = { week = "nanjing-2021" }

[[figure]]
id = "satisfied-up"
zh = ["满意度提高"]
en = ["rise in satisfaction"]
kind = "points"
value = "3.2"
unit = "point"
direction = "up"
scope = { week = "nanjing-2021" }

[[figure]]
id = "energy-fall"
zh = ["场馆能耗降幅"]
en = ["fall in the energy use of the venues"]
kind = "share"
value = "0.183"
unit = "percent"
direction = "down"
scope = { week = "nanjing-2021" }
"#;

/// What is told of the claim whose words are `claim`.
fn finding(text: &str, claim: &str, day: &str) -> (Ledger, Finding) {
    let ledger = Ledger::parse(LEDGER).expect("a ledger");
    assert_eq!(ledger.faults(), Vec::new());
    let occasion = Occasion {
        day: Date::parse(day).expect("a day"),
        at: format!("{day}T12:00:00+08:00").parse().expect("an instant"),
        week: Some("nanjing-2021".to_owned()),
    };
    let findings = Linter::new(&ledger).lint(text, &occasion);
    let finding = findings
        .into_iter()
        .find(|finding| text[finding.claim.place.clone()].contains(claim))
        .unwrap_or_else(|| panic!("“{claim}” is found in “{text}”"));
    (ledger, finding)
}

fn word(text: &str, claim: &str) -> &'static str {
    finding(text, claim, "2021-06-25").1.verdict.word()
}

#[test]
fn square_feet_are_no_square_metres() {
    assert_eq!(word("展览面积3万平方米。", "3万"), "right");
    assert_eq!(word("The exhibition space is 30,000 square metres.", "30,000"), "right");
    assert_eq!(word("展览面积3万平方英尺。", "3万"), "wrong-unit");
    assert_eq!(word("The exhibition space is 30,000 square feet.", "30,000"), "wrong-unit");
}

/// The verdict's word and what is told in Chinese, or in English where the text is English.
fn told(text: &str, claim: &str, day: &str) -> (&'static str, String) {
    let (ledger, finding) = finding(text, claim, day);
    (finding.verdict.word(), finding.sentence(text, &ledger, finding.language))
}

fn suggested(text: &str, claim: &str) -> String {
    let (ledger, finding) = finding(text, claim, "2021-06-25");
    let day = Date::parse("2021-06-25").expect("a day");
    finding
        .suggestion(text, &ledger, day)
        .unwrap_or_else(|| format!("nothing for {}", finding.verdict.word()))
}

#[test]
fn amounts_of_sums_are_told_with_their_money() {
    let zh = "内资项目投资400亿元，外资项目投资100亿元，总投资496亿元。";
    assert_eq!(
        told(zh, "496亿", "2021-06-25"),
        ("sum-fails", "分项之和与总数对不上：400亿、100亿相加为500亿元，不是496亿元。".to_owned())
    );
    let en = "Domestic investment is 40 billion yuan, foreign investment 10 billion yuan, total investment 49.6 billion yuan.";
    assert_eq!(
        told(en, "49.6", "2021-06-25"),
        (
            "sum-fails",
            "Does not add up: 40 billion + 10 billion make 50 billion yuan, not 49.6 billion yuan."
                .to_owned()
        )
    );
}

#[test]
fn a_sum_is_told_with_its_parts_and_a_hedged_total_in_its_own_words() {
    for (text, claim, wanted) in [
        (
            "活动48项，分别为论坛12项、展览31项、比赛9项。",
            "48",
            "分项之和与总数对不上：12、31、9相加为52，不是48。",
        ),
        (
            "There are 48 activities: 12 forums, 31 exhibitions and 9 contests.",
            "48",
            "Does not add up: 12 + 31 + 9 make 52, not 48.",
        ),
        (
            "12 forums, 31 exhibitions and 9 contests, in total 48 activities.",
            "48",
            "Does not add up: 12 + 31 + 9 make 52, not 48.",
        ),
        (
            "内资项目投资400亿元，外资项目投资98亿元，总投资近500亿元。",
            "500亿",
            "分项之和与总数对不上：400亿、98亿相加为498亿元，而「近500亿元」指的是496亿元。",
        ),
        (
            "内资项目投资400亿元，外资项目投资120亿元，总投资近500亿元。",
            "500亿",
            "分项之和与总数对不上：400亿、120亿相加为520亿元，不是「近500亿元」。",
        ),
    ] {
        assert_eq!(told(text, claim, "2021-06-25"), ("sum-fails", wanted.to_owned()), "{text}");
    }
}

#[test]
fn another_currency_is_told_with_what_its_money_would_have_to_cost() {
    assert_eq!(
        told("总投资496亿美元。", "496亿", "2021-06-25"),
        ("wrong-currency", "币种不符：「总投资」以元计。".to_owned())
    );
    assert_eq!(
        told("The total investment is $49.6 billion.", "49.6", "2021-06-25"),
        ("wrong-currency", "Wrong currency: “total investment” is in yuan.".to_owned())
    );
}

#[test]
fn a_scope_is_told_in_words() {
    let (word, said) = told("鼓楼区总投资496亿元，江宁区活动48项。", "496亿", "2021-06-25");
    assert!(word == "right" || said == "范围不符：「总投资」的地域是「江宁区」。", "{word} {said}");
}

#[test]
fn a_number_of_a_later_day_is_not_out_of_date() {
    let (word, said) = told("线下参观3.08万人次。", "3.08万", "2021-06-22");
    assert_eq!(
        (word, said.as_str()),
        ("stale", "数字还没到时候：文中是2021年6月23日的数字，到发布日「线下参观人次」为1.8万人次。")
    );
    let (_, said) = told("There were 30,800 on-site visits.", "30,800", "2021-06-22");
    assert_eq!(
        said,
        "Not yet: this is the number of 23 June 2021; on the day of the text “on-site visits” is 18,000 visits."
    );
    let (_, said) = told("There were 30,800 on-site visits.", "30,800", "2021-06-25");
    assert_eq!(
        said,
        "Out of date: this was the number of 23 June 2021; “on-site visits” is now 41,200 visits."
    );
}

#[test]
fn of_a_number_with_another_day_it_is_told_what_it_was_on_that_day() {
    for (text, claim, said, wanted) in [
        (
            "截至6月22日，线下参观3.08万人次。",
            "3.08万",
            "数字还没到时候：文中是2021年6月23日的数字，截至2021年6月22日「线下参观人次」为1.8万人次。",
            Some("1.8万人次"),
        ),
        (
            "截至6月23日，线下参观1.8万人次。",
            "1.8万",
            "数字已过时：文中是2021年6月22日的数字，截至2021年6月23日「线下参观人次」为3.08万人次。",
            Some("3.08万人次"),
        ),
        (
            "截至6月21日，线下参观1.8万人次。",
            "1.8万",
            "数字与日期不符：「线下参观人次」没有2021年6月21日的数字，最早的是2021年6月22日的1.8万人次。",
            None,
        ),
        (
            "As of 22 June there were 30,800 on-site visits.",
            "30,800",
            "Not yet: this is the number of 23 June 2021; that of “on-site visits” on 22 June 2021 is 18,000 visits.",
            Some("18,000"),
        ),
        (
            "As of 23 June there were 18,000 on-site visits.",
            "18,000",
            "Out of date: this was the number of 22 June 2021; that of “on-site visits” on 23 June 2021 is 30,800 visits.",
            Some("30,800"),
        ),
        (
            "As of 21 June there were 18,000 on-site visits.",
            "18,000",
            "Number and day do not agree: “on-site visits” has no number of 21 June 2021; the first is that of 22 June 2021, 18,000 visits.",
            None,
        ),
    ] {
        assert_eq!(told(text, claim, "2021-06-25"), ("stale", said.to_owned()), "{text}");
        let (ledger, finding) = finding(text, claim, "2021-06-25");
        let day = Date::parse("2021-06-25").expect("a day");
        assert_eq!(finding.suggestion(text, &ledger, day).as_deref(), wanted, "{text}");
    }
}

#[test]
fn what_is_told_as_of_yesterday_is_held_against_the_number_of_yesterday() {
    for (text, claim, wanted) in [
        ("As of yesterday there had been 30,800 on-site visits.", "30,800", "right"),
        ("By yesterday evening, on-site visits had reached 30,800.", "30,800", "right"),
        ("There had been 18,000 on-site visits as of yesterday.", "18,000", "stale"),
        ("There have been 41,200 on-site visits; the day before there had been 30,800.", "30,800", "right"),
        ("There have been 41,200 on-site visits, against 18,000 the day before.", "18,000", "stale"),
        ("There have been 30,800 on-site visits.", "30,800", "stale"),
    ] {
        assert_eq!(told(text, claim, "2021-06-24").0, wanted, "{text}");
    }
    assert_eq!(
        told("As of yesterday there had been 18,000 on-site visits.", "18,000", "2021-06-24").1,
        "Out of date: this was the number of 22 June 2021; that of “on-site visits” on 23 June 2021 is 30,800 visits."
    );
}

#[test]
fn an_edition_is_written_as_its_author_wrote_it() {
    for (text, claim, wanted) in [
        ("第六届南京创新周开幕。", "第六届", "第五届"),
        ("第6届南京创新周开幕。", "第6届", "第5届"),
        ("The 6th Nanjing Tech Week opens today.", "6th", "5th"),
    ] {
        assert_eq!(suggested(text, claim), wanted, "{text}");
    }
}

#[test]
fn a_day_on_which_the_week_opens_or_ends_is_held_against_its_days() {
    let english = "Wrong value: “dates of the week” is 21 to 25 June 2021.";
    for (text, claim, said, wanted) in [
        ("Nanjing Tech Week 2021 opens on 22 June.", "22 June", english, "21 June"),
        (
            "Nanjing Tech Week 2021 opened in Nanjing on Tuesday, June 22, 2021.",
            "June 22",
            english,
            "June 21, 2021",
        ),
        ("The week closes on June 24th.", "June 24", english, "June 25th"),
        ("On 22 June, Nanjing Tech Week 2021 opens its doors.", "22 June", english, "21 June"),
        (
            "2021南京创新周将于6月22日开幕。",
            "6月22日",
            "数值不符：「创新周日期」为2021年6月21日至25日。",
            "6月21日",
        ),
        (
            "6月26日，2021南京创新周在南京落下帷幕。",
            "6月26日",
            "数值不符：「创新周日期」为2021年6月21日至25日。",
            "6月25日",
        ),
        (
            "新闻发布会将于6月11日举行。",
            "6月11日",
            "数值不符：「新闻发布会日期」为2021年6月10日。",
            "6月10日",
        ),
    ] {
        assert_eq!(told(text, claim, "2021-06-10"), ("wrong-value", said.to_owned()), "{text}");
        assert_eq!(suggested(text, claim), wanted, "{text}");
    }
}

#[test]
fn other_days_of_a_week_are_no_figures() {
    for (text, claim) in [
        ("A robot show of Nanjing Tech Week 2021 opens on 22 June.", "22 June"),
        ("Nanjing Tech Week 2021's main forum opens on 22 June.", "22 June"),
        ("Last year's Nanjing Tech Week opened on 23 June 2020.", "23 June"),
        ("2021南京创新周主题论坛将于6月22日开幕。", "6月22日"),
        ("2021南京创新周开幕式前的6月18日，志愿者上岗。", "6月18日"),
        ("上届南京创新周6月23日开幕。", "6月23日"),
        ("2021南京创新周6月22日的开幕音乐会座无虚席。", "6月22日"),
    ] {
        assert_eq!(word(text, claim), "not-among", "{text}");
    }
    assert_eq!(word("2021南京创新周于6月21日开幕。", "6月21日"), "right");
    assert_eq!(word("Nanjing Tech Week 2021 opened on 21 June.", "21 June"), "right");
}

#[test]
fn what_is_internal_is_told_as_such() {
    assert_eq!(
        told("筹备经费321万元。", "321万", "2021-06-25"),
        ("embargoed", "「筹备经费」是内部数字，不能公开。".to_owned())
    );
    assert_eq!(
        told("The preparation budget is 3.21 million yuan.", "3.21", "2021-06-25").1,
        "“preparation budget” is internal and may not be published."
    );
}

#[test]
fn two_parts_that_need_not_be_all_fail_no_sum_and_are_no_wrong_number() {
    for text in [
        "活动48项，其中线上活动20项，首次举办的活动15项。",
        "活动48项，包括论坛类活动30项、展览类活动22项。",
        "The 48 activities include 20 for children and 15 newcomers.",
        "48 activities, 30 of them for children and 25 in the open.",
    ] {
        assert_eq!(word(text, "48"), "right", "{text}");
    }
    assert_eq!(word("活动48项，其中线下活动30项、线上活动18项。", "18项"), "not-among");
    for text in [
        "活动48项，其中线下活动30项、线上活动12项。",
        "活动48项，其中展览30项、其余12项为论坛。",
        "活动48项，分别为展览30项、论坛12项。",
        "There are 48 activities: 30 exhibitions and 12 forums.",
        "48 activities, 30 of them domestic and 12 foreign.",
    ] {
        assert_eq!(word(text, "48"), "sum-fails", "{text}");
    }
}

#[test]
fn a_suggestion_keeps_the_words_of_the_author() {
    for (text, claim, wanted) in [
        ("本届共举办活动49场。", "49场", "48场"),
        ("线下参观41200名。", "41200名", "41200人次"),
        ("线下参观超过3万人次。", "3万人次", "超过4.1万人次"),
        ("线下参观30800人次。", "30800", "41200人次"),
        ("线下参观30800人。", "30800", "41200人次"),
        ("总投资近50亿元。", "近50亿元", "近500亿元"),
        ("总投资超500亿元。", "500亿元", "近500亿元"),
        ("Activities: 49 events.", "49 events", "48 events"),
        ("The total investment is nearly 5 billion yuan.", "5 billion", "nearly 50 billion yuan"),
        ("There were 30,800 on-site visits.", "30,800", "41,200"),
    ] {
        assert!(suggested(text, claim).starts_with(wanted), "{text}: {}", suggested(text, claim));
    }
}

#[test]
fn a_wrong_stage_is_told_with_the_word_that_is_to_give_way() {
    let text = "江宁区签约项目总投资496亿元。";
    let (_, finding) = finding(text, "496亿", "2021-06-25");
    assert_eq!((finding.verdict.word(), finding.in_place_of(text).as_deref()), ("wrong-stage", Some("签约")));
}

#[test]
fn a_stage_gives_way_with_the_words_that_would_not_stand_before_the_true_one() {
    for (text, said, wanted) in [
        ("签约项目156个。", "签约", "拟签约"),
        ("已签约项目150余个。", "已签约", "拟签约"),
        ("项目已经签约156个。", "已经签约", "拟签约"),
        ("已落地项目156个。", "已落地", "拟签约"),
        ("There are 156 signed projects.", "signed", "to be signed"),
        ("More than 150 projects have been signed.", "have been signed", "are to be signed"),
        ("The 156 projects were signed at the opening.", "were signed", "are to be signed"),
        ("They signed 156 projects.", "signed", "are to be signed"),
    ] {
        let (ledger, finding) = finding(text, "15", "2021-06-25");
        let day = Date::parse("2021-06-25").expect("a day");
        let advice = (finding.in_place_of(text), finding.suggestion(text, &ledger, day));
        assert_eq!(finding.verdict.word(), "wrong-stage", "{text}");
        assert_eq!(advice, (Some(said.to_owned()), Some(wanted.to_owned())), "{text}");
    }
}

#[test]
fn a_text_in_traditional_characters_is_advised_in_its_own() {
    for (text, claim, said, wanted) in [
        ("本屆共舉辦活動49場。", "49場", None, "48場"),
        ("擬簽約項目總投資496萬元。", "496萬", None, "496億元"),
        ("線下參觀41200名。", "41200名", None, "41200人次"),
        ("江寧區簽約項目總投資496億元。", "496億", Some("簽約"), "擬簽約"),
        ("已簽約項目156個。", "156", Some("已簽約"), "擬簽約"),
        ("線下參觀人次同比減少55.8%。", "55.8%", Some("減少"), "增加"),
        ("滿意度提高3.2%。", "3.2%", None, "3.2個百分點"),
        ("擬簽約項目總投資超500億元。", "500億", None, "近500億元"),
        ("第六屆南京創新周開幕。", "第六屆", None, "第五屆"),
        ("展覽面積3萬平方英尺。", "3萬", None, "3萬平方米"),
    ] {
        let (ledger, finding) = finding(text, claim, "2021-06-25");
        let day = Date::parse("2021-06-25").expect("a day");
        let advice = (finding.in_place_of(text), finding.suggestion(text, &ledger, day));
        assert_eq!(advice, (said.map(str::to_owned), Some(wanted.to_owned())), "{text}");
    }
    // One name in the other characters makes no traditional text of it.
    assert_eq!(suggested("臺北的朋友来了，签约项目156个。", "156"), "拟签约");
}

#[test]
fn a_hedge_is_quoted_in_the_word_of_the_text() {
    for (text, claim, wanted) in [
        ("总投资将近490亿元。", "490", "「将近」的说法不成立：「总投资」为496亿元。"),
        ("線下參觀不到4萬人次。", "4萬", "「不到」的说法不成立：「线下参观人次」为4.12万人次。"),
        ("拟签约项目160余个。", "160", "「余」的说法不成立：「拟签约项目」为156个。"),
        (
            "The total investment is almost 49 billion yuan.",
            "49",
            "“almost” does not hold: “total investment” is 49.6 billion yuan.",
        ),
        (
            "The total investment is well over 50 billion yuan.",
            "50",
            "“well over” does not hold: “total investment” is 49.6 billion yuan.",
        ),
        (
            "There were fewer than 40,000 on-site visits.",
            "40,000",
            "“fewer than” does not hold: “on-site visits” is 41,200 visits.",
        ),
    ] {
        assert_eq!(told(text, claim, "2021-06-25"), ("hedge-contradicts", wanted.to_owned()), "{text}");
    }
}

#[test]
fn a_rise_told_as_a_fall_is_told_with_the_verb_that_is_to_turn_round() {
    assert_eq!(
        told("线下参观人次同比下降55.8%。", "55.8%", "2021-06-25"),
        ("wrong-direction", "升降相反：文中是下降，「线下参观人次增幅」是增长。".to_owned())
    );
    assert_eq!(
        told("Energy use of the venues rose by 18.3 per cent.", "18.3", "2021-06-25").1,
        "Wrong direction: the text says “up”, “fall in the energy use of the venues” went down."
    );
    for (text, claim, said, wanted) in [
        ("线下参观人次同比下降55.8%。", "55.8%", "下降", "增长"),
        ("线下参观人次较去年减少了55.8%，出乎意料。", "55.8%", "减少", "增加"),
        ("能耗总量增加，场馆能耗增18.3%。", "18.3%", "增", "减"),
        ("On-site visits fell by 55.8 per cent.", "55.8", "fell", "rose"),
        ("On-site visits, down 55.8 per cent, fell short.", "55.8", "down", "up"),
        ("There was a 55.8 per cent drop in on-site visits.", "55.8", "drop", "rise"),
        ("Energy use of the venues was 18.3 per cent higher than in 2020.", "18.3", "higher", "lower"),
    ] {
        let (ledger, finding) = finding(text, claim, "2021-06-25");
        assert_eq!(finding.verdict.word(), "wrong-direction", "{text}");
        let day = Date::parse("2021-06-25").expect("a day");
        let advice = (finding.in_place_of(text), finding.suggestion(text, &ledger, day));
        assert_eq!(advice, (Some(said.to_owned()), Some(wanted.to_owned())), "{text}");
    }
}

#[test]
fn per_cent_and_percentage_points_are_told_apart_with_the_one_that_is_right() {
    for (text, claim, wanted) in [
        ("满意度提高3.2%。", "3.2%", "3.2个百分点"),
        ("满意度提高了百分之三点二。", "百分之三点二", "3.2个百分点"),
        ("线下参观人次增长55.8个百分点。", "55.8个百分点", "55.8%"),
        ("Satisfaction rose by 3.2 per cent.", "3.2", "3.2 percentage points"),
        ("On-site visits grew by 55.8 percentage points.", "55.8", "55.8%"),
    ] {
        assert_eq!((word(text, claim), suggested(text, claim).as_str()), ("wrong-unit", wanted), "{text}");
    }
}

#[test]
fn what_fell_by_as_much_as_a_figure_rose_is_something_else_where_it_is_named() {
    for (text, claim) in [
        ("酒店价格下降了55.8%。", "55.8%"),
        ("投诉量同比减少18.3%。", "18.3%"),
        ("Hotel prices fell by 55.8 per cent.", "55.8"),
        ("Taxi fares were up 18.3 per cent.", "18.3"),
    ] {
        assert!(matches!(word(text, claim), "not-among" | "right"), "{text}: {}", word(text, claim));
    }
    assert_eq!(word("So yes, we are down 55.8 per cent.", "55.8"), "wrong-direction");
    assert_eq!(word("同比下降55.8%，好不好？", "55.8%"), "wrong-direction");
}

#[test]
fn a_number_beyond_all_is_told_in_words() {
    let text = "共1e309项活动。";
    let claims = find(text);
    let said = [Language::Zh, Language::En].map(|language| restated(&claims[0], language));
    assert_eq!(said, ["过大的数", "a number too large"]);
}

#[test]
fn a_label_in_the_cell_beside_it_names_a_figure() {
    assert_eq!(word("指标\t数值\n\n活动\t49项\n\n展览面积\t5万平方米", "49项"), "wrong-value");
    assert_eq!(word("Indicator\tNumber\n\nActivities\t49", "49"), "wrong-value");
    assert_eq!(word("拟签约项目总投资\t496亿元", "496亿"), "right");
}
