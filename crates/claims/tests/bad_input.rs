//! Whatever stands in a text, it is read to its end, and what is strange about a number is told.

use festoon_claims::{Date, Figure, Kind, Ledger, Linter, Number, Occasion, Oddity, Unit, Value, find};
use proptest::prelude::*;

fn occasion() -> Occasion {
    Occasion {
        day: Date::parse("2022-06-27").expect("a day"),
        at: "2022-06-27T12:00:00+08:00".parse().expect("an instant"),
        week: None,
    }
}

fn ledger() -> Ledger {
    let mut figure = Figure::new("activities", Kind::Count, Value::Number(Number::whole(52)));
    figure.zh = vec!["活动".to_owned()];
    figure.en = vec!["activities".to_owned()];
    figure.unit = Some(Unit::Activity);
    Ledger::new(vec![figure])
}

/// Finds and judges, and sees that every claim stands on characters, in order.
fn read(text: &str) -> usize {
    let ledger = ledger();
    let findings = Linter::new(&ledger).lint(text, &occasion());
    assert!(findings.iter().all(|finding| text.get(finding.claim.place.clone()).is_some()), "{text:?}");
    let claims = find(text);
    assert!(claims.is_sorted_by_key(|claim| claim.place.start), "{text:?}");
    claims.len()
}

#[test]
fn a_strange_number_is_read_and_told_to_be_strange() {
    let oddity = |text: &str| find(text).first().and_then(|claim| claim.oddity);
    assert_eq!(oddity("1e309 visitors came."), Some(Oddity::TooLarge));
    assert_eq!(oddity(&format!("{}个项目", "9".repeat(400))), Some(Oddity::TooLarge));
    assert_eq!(oddity("共有00012个项目。"), Some(Oddity::LeadingZeros));
    assert_eq!(oddity("共签约50至30家企业。"), Some(Oddity::UpsideDown));
    assert_eq!(oddity("2021年2月30日开幕"), Some(Oddity::NoSuchDate));
    for odd in [
        "About nearly 50 projects were signed.",
        "Nearly about 50 projects were signed.",
        "About some 50 projects were signed.",
        "Roughly over 50 projects were signed.",
        "Almost 50-odd projects were signed.",
        "签约项目约近50个。",
        "签约项目将近约50个。",
        "签约项目近50余个。",
    ] {
        assert_eq!(oddity(odd), Some(Oddity::HedgedTwice), "{odd}");
    }
    for good in [
        "About 50 projects or so were signed.",
        "Perhaps around 50 projects were signed.",
        "The value is estimated at about 50 projects.",
        "Around about 50 projects were signed.",
        "At least about 50 projects were signed.",
        "No more than some 50 projects were signed.",
        "签约项目大约50个左右。",
        "签约项目至少50个以上。",
        "签约项目约50余个。",
        "签约项目已超过50个。",
    ] {
        assert_eq!(oddity(good), None, "{good}");
    }
    assert_eq!(oddity("共有12个项目。"), None);
}

#[test]
fn marks_of_direction_and_open_brackets_change_nothing() {
    assert_eq!(read("\u{202B}共举办\u{200F}52场\u{202C}活动。"), 1);
    assert_eq!(read("（（（(([[《共举办52场活动"), 1);
    assert_eq!(read("共举办52场活动》]])）））"), 1);
    assert_eq!(read("\u{FEFF}52 activities"), 1);
}

#[test]
fn a_quarter_of_a_megabyte_of_one_letter_is_read_to_its_end() {
    for letters in [
        "9", "一", "亿", "(", "近", "第", "9,", "1-", "one ", "9.", "%", "\u{202E}", "百余", "about ",
        "9 to ", "¥", "(1)",
    ] {
        read(&letters.repeat((1 << 18) / letters.len()));
    }
}

#[test]
fn a_text_said_over_and_over_has_each_claim_as_often() {
    let once = "本届创新周共举办52场活动，签约项目103个，总投资312.6亿元，同比增长28.4%。\n\n";
    let claims = find(once).len();
    assert_eq!(find(&once.repeat(3000)).len(), 3000 * claims);
    // Without blank lines a paragraph is cut at its sentences.
    let line = once.trim_end();
    assert_eq!(find(&line.repeat(3000)).len(), 3000 * claims);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_stops_the_reader(pieces in proptest::collection::vec(
        prop_oneof![
            any::<String>(),
            proptest::sample::select(vec![
                "近", "超", "余", "万", "亿", "元", "美元", "个", "场", "至", "到", "—", "-", "第", "届", "年", "月", "日", "%",
                "个百分点", "半", "一", "十", "百", "成", "倍", "由", "（", "）", "：", "。", "，", " ", "\n", "about ", "more than ",
                "half ", "a ", "and ", "to ", "from ", "million", "yuan", "US$", "€", "5", "12", "0.5", "1,000", "5th", "June", "p.m.",
                "+", "×", "/", "上届", "其中", "签约", "activities", "投资", "截至",
            ]).prop_map(str::to_owned),
        ],
        0..40,
    )) {
        read(&pieces.concat());
    }
}
