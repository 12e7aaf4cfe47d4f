//! The same text in two languages: what both say alike, and every way in which the same number can say something else.

#[path = "mutator/marks.rs"]
#[expect(dead_code, reason = "the mutations read more of the corpus than a pairing does")]
mod marks;

use festoon_claims::{Language, Pair, align};
use marks::Corpus;

/// What is told of two texts: nothing where they agree.
fn told(zh: &str, en: &str) -> Vec<String> {
    let of = |pair: &Pair| match pair {
        Pair::Agree { .. } => None,
        Pair::Disagree { how, .. } => Some(format!("{how:?}")),
        Pair::Omitted { said_in, .. } => Some(format!("only in {said_in:?}")),
    };
    align(zh, en).iter().filter_map(of).collect()
}

/// What the two languages' readers are told of the first difference.
fn sentences(zh: &str, en: &str) -> [String; 2] {
    let pairs = align(zh, en);
    let differing = pairs.iter().find(|pair| matches!(pair, Pair::Disagree { .. })).expect("they differ");
    [Language::Zh, Language::En]
        .map(|reader| differing.sentence([zh, en], reader).expect("a difference is told"))
}

#[test]
fn a_rise_in_one_language_is_no_fall_in_the_other() {
    for (zh, en) in [
        ("签约金额同比增长20%。", "Signed investment was down 20 percent on the year."),
        ("签约金额下降55.8%。", "Signed investment rose by 55.8%."),
        ("用地减少12公顷。", "The land in use grew by 12 hectares."),
    ] {
        assert_eq!(told(zh, en), ["Direction"], "{zh} {en}");
    }
    assert_eq!(told("签约金额增长20%。", "Signed investment was up 20%."), Vec::<String>::new());
    assert_eq!(
        sentences("签约金额增长20%。", "Signed investment was down 20%."),
        [
            "中英文升降相反：中文说升，英文说降。",
            "The two languages move opposite ways: up in Chinese, down in English."
        ]
    );
}

#[test]
fn what_is_to_be_signed_in_one_language_is_not_signed_in_the_other() {
    for (zh, en) in [
        ("拟签约项目156个。", "156 projects were signed."),
        ("签约项目156个。", "156 projects are to be signed."),
        ("落地项目23个。", "23 projects were signed."),
    ] {
        assert_eq!(told(zh, en), ["Stage"], "{zh} {en}");
    }
    assert_eq!(told("拟签约项目156个。", "156 projects are to be signed."), Vec::<String>::new());
    assert_eq!(
        sentences("拟签约项目156个。", "156 projects were signed."),
        [
            "中英文阶段不一致：中文为「拟签约」，英文为「签约」。",
            "The two languages name different stages: “to be signed” in Chinese, “signed” in English."
        ]
    );
}

#[test]
fn a_number_of_one_measure_is_none_of_another() {
    for (zh, en) in [
        ("展览面积3万平方米。", "The exhibition covers 30,000 square feet."),
        ("全长100公里。", "It is 100 miles long."),
        ("气温30摄氏度。", "The temperature was 30 degrees Fahrenheit."),
        ("园区占地200亩。", "The park covers 200 acres."),
        ("管道长300英尺。", "The pipe is 300 metres long."),
        ("提高5个百分点。", "It rose by 5 percent."),
        ("增长5%。", "It rose by 5 percentage points."),
    ] {
        assert_eq!(told(zh, en), ["Measure"], "{zh} {en}");
    }
    for (zh, en) in [
        ("园区占地200亩。", "The park covers 200 mu."),
        ("管道长300英尺。", "The pipe is 300 feet long."),
        ("重500公斤。", "It weighs 500 kg."),
        ("全长100公里。", "It is 100 km long."),
        ("气温30摄氏度。", "The temperature was 30 degrees Celsius."),
        ("气温90华氏度。", "The temperature was 90 degrees Fahrenheit."),
        ("提高5个百分点。", "It rose by 5 percentage points."),
    ] {
        assert_eq!(told(zh, en), Vec::<String>::new(), "{zh} {en}");
    }
}

#[test]
fn a_hedge_that_one_language_loses_is_told() {
    assert_eq!(told("200余家企业参展。", "200 companies exhibited."), ["HedgeLost"]);
    assert_eq!(told("200家企业参展。", "More than 200 companies exhibited."), ["HedgeLost"]);
    assert_eq!(
        sentences("200家企业参展。", "Almost 200 companies exhibited."),
        [
            "英文说「Almost」（近），中文没有限定词，读来像是确数。",
            "The English says “Almost”, the Chinese gives the bare number."
        ]
    );
    assert_eq!(told("200余家企业参展。", "More than 200 companies exhibited."), Vec::<String>::new());
    assert_eq!(
        sentences("200余家企业参展。", "200 companies exhibited."),
        [
            "中文说「余」，英文没有限定词，读来像是确数。",
            "The Chinese says “余” (more than), the English gives the bare number."
        ]
    );
}

#[test]
fn the_same_number_said_otherwise_goes_before_another_that_stands_nearer() {
    let (zh, en) =
        ("拟签约项目156个，签约项目20个。", "20 projects were signed, and 156 projects were signed as well.");
    assert_eq!(told(zh, en), ["Stage"]);
}

#[test]
fn true_texts_told_twice_differ_in_nothing() {
    let mut wrong = Vec::new();
    for set in ["corpus", "zh-1", "zh-2", "zh-3", "zh-4", "zh-5", "en-1", "en-2", "en-3", "en-4", "en-5"] {
        for [zh, en] in Corpus::read_in(set).pairs {
            for pair in align(&zh.text, &en.text) {
                let Pair::Disagree { zh: said, en: other, how } = pair else { continue };
                let (said, other) = (&zh.text[said.place], &en.text[other.place]);
                wrong.push(format!("{} {said} / {other}: {how:?}", zh.source));
            }
        }
    }
    let lost = wrong.iter().filter(|told| told.ends_with("HedgeLost")).count();
    println!("{}", wrong.join("\n"));
    assert_eq!((wrong.len() - lost, lost), (0, 0));
}
