//! What is written of a figure, in either language and however it is rounded, is read back as right.

use festoon_claims::{
    Broken, Change, Currency, Date, Figure, HedgeRules, Kind, Language, Ledger, Linter, Number, Occasion,
    Rounding, Secrecy, Template, Unit, Untold, Value, Verdict, moving, wording,
};
use proptest::prelude::*;
use std::path::Path;

const WAYS: [Rounding; 4] = [Rounding::Exact, Rounding::Rounded, Rounding::Hedged, Rounding::AsAnnounced];

fn occasion(figure: &Figure) -> Occasion {
    Occasion {
        day: Date::parse("2022-12-31").expect("a day"),
        at: "2030-01-01T12:00:00+08:00".parse().expect("an instant"),
        week: figure.scope.get("week").cloned(),
    }
}

/// A sentence that states the figure, the name first.
fn sentence(figure: &Figure, words: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{}：{words}。", figure.zh[0]),
        Language::En => format!("{}: {words}.", figure.en[0]),
    }
}

/// What the linter says of the sentence instead of right.
fn misread(linter: &Linter, figure: &Figure, words: &str, language: Language) -> Option<String> {
    let text = sentence(figure, words, language);
    let findings = linter.lint(&text, &occasion(figure));
    let right = findings.iter().any(|finding| {
        finding.verdict == Verdict::Right && finding.figure.as_deref() == Some(figure.id.as_str())
    });
    let alarmed = findings.iter().any(|finding| finding.verdict.is_alarm());
    (!right || alarmed).then(|| {
        let told: Vec<_> = findings
            .iter()
            .map(|finding| {
                format!("{:?} {} {:?}", finding.claim.value, finding.verdict.word(), finding.figure)
            })
            .collect();
        format!("{} {language:?} “{text}”: {told:?}", figure.id)
    })
}

#[test]
fn every_figure_of_the_corpus_is_written_and_read_back_as_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets/corpus/figures.toml");
    let ledger = Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger");
    let mut wrong = Vec::new();
    let mut written = 0;
    for figure in &ledger.figures {
        // One figure alone, so that what is asked is whether it is read back, not which of a hundred is meant.
        let public = Figure { secrecy: Secrecy::Public, embargoed_until: None, ..figure.clone() };
        let alone = Ledger { figures: vec![public], ..ledger.clone() };
        let linter = Linter::new(&alone);
        for language in [Language::Zh, Language::En] {
            for way in WAYS {
                let Some(words) = wording(figure, figure.value, language, way, &ledger.hedges) else {
                    continue;
                };
                written += 1;
                wrong.extend(misread(&linter, figure, &words.text, language));
            }
        }
    }
    assert!(written > 4 * ledger.figures.len(), "{written} wordings");
    assert!(wrong.is_empty(), "{} of {written}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A figure of an invented week that counts, costs or shares.
fn figure(kind: Kind, value: Value, unit: Option<Unit>, currency: Option<Currency>) -> Figure {
    let mut figure = Figure::new("sample", kind, value);
    figure.zh = vec!["示例指标".to_owned()];
    figure.en = vec!["sample figure".to_owned()];
    figure.unit = unit;
    figure.currency = currency;
    figure
}

fn figures() -> impl Strategy<Value = Figure> {
    let units = proptest::sample::select(vec![
        Unit::Activity,
        Unit::Project,
        Unit::Company,
        Unit::Person,
        Unit::Visit,
        Unit::Visitor,
        Unit::View,
        Unit::Exhibit,
        Unit::Country,
        Unit::SquareMetre,
        Unit::Hour,
    ]);
    let currencies = proptest::sample::select(vec![Currency::CNY, Currency::USD, Currency::EUR]);
    // As many small numbers as large ones: digits, and how many zeros behind them.
    let digits = (1_i128..10_000, 0_i32..9);
    let whole = |(digits, zeros)| Number::scaled(digits, zeros).expect("within bounds");
    let interval = move |(low, apart): ((i128, i32), i128)| {
        let first = whole(low);
        let last = first.plus(Number::scaled(apart, low.1).expect("within bounds")).expect("within bounds");
        Value::Range(first, last)
    };
    prop_oneof![
        (digits.clone(), units.clone()).prop_map(move |(number, unit)| figure(
            Kind::Count,
            Value::Number(whole(number)),
            Some(unit),
            None
        )),
        (digits.clone(), currencies).prop_map(move |(number, currency)| figure(
            Kind::Money,
            Value::Number(whole((number.0, number.1 + 2))),
            None,
            Some(currency)
        )),
        (1_i128..1000).prop_map(|thousandths| figure(
            Kind::Share,
            Value::Number(Number::scaled(thousandths, -3).expect("within bounds")),
            Some(Unit::Percent),
            None
        )),
        ((digits, 1_i128..9), units).prop_map(move |(ends, unit)| figure(
            Kind::Count,
            interval(ends),
            Some(unit),
            None
        )),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_figure_is_written_and_read_back_as_right(figure in figures()) {
        let ledger = Ledger::new(vec![figure.clone()]);
        let linter = Linter::new(&ledger);
        for language in [Language::Zh, Language::En] {
            for way in WAYS {
                let Some(words) = wording(&figure, figure.value, language, way, &HedgeRules::default()) else { continue };
                prop_assert_eq!(misread(&linter, &figure, &words.text, language), None);
            }
        }
    }
}

#[test]
fn a_slot_that_opens_a_sentence_is_written_with_a_capital() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets/corpus/figures.toml");
    let ledger = Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger");
    let figure =
        ledger.figures.iter().find(|figure| figure.id == "ch-inv-to-sign").expect("the figure is there");
    let written = |text: &str| {
        let template = Template::parse(text).expect("a template");
        template.render(&ledger, Language::En, &occasion(figure)).expect("all slots are filled").text
    };
    let plain = written("It is {ch-inv-to-sign:hedged}.");
    let words = plain.trim_start_matches("It is ").trim_end_matches('.');
    let (first, rest) = words.split_at(1);
    let capital = format!("{}{rest}", first.to_uppercase());
    assert_ne!(capital, words, "the words begin with a small letter: {words}");
    for (template, wanted) in [
        ("{}.", format!("{capital}.")),
        ("So much. {}.", format!("So much. {capital}.")),
        ("So much, approx. {}.", format!("So much, approx. {words}.")),
        ("Total: {}.", format!("Total: {words}.")),
    ] {
        assert_eq!(written(&template.replace("{}", "{ch-inv-to-sign:hedged}")), wanted);
    }
}

#[test]
fn everything_that_is_wrong_with_a_template_is_told_where_it_stands() {
    let text = "甲{activites}\n乙{x:foo}\n丙{open\n丁{a}";
    let (template, broken) = Template::read(text);
    let at = |words: &str| text.find(words).expect("there");
    assert_eq!(
        broken,
        [Broken::Rounding { at: at("{x"), word: "foo".to_owned() }, Broken::Open { at: at("{open") }]
    );
    let occasion = Occasion {
        day: Date::parse("2022-12-31").expect("a day"),
        at: "2030-01-01T12:00:00+08:00".parse().expect("an instant"),
        week: None,
    };
    let untold = template.render(&Ledger::new(Vec::new()), Language::Zh, &occasion).expect_err("no figures");
    let unknown = |slot: &str, id: &str| Untold::NoSuchFigure { at: at(slot), id: id.to_owned() };
    assert_eq!(untold, [unknown("{activites", "activites"), unknown("{x", "x"), unknown("{a}", "a")]);
}

#[test]
fn large_numbers_are_written_as_the_press_writes_them() {
    let amount = |value: i128| {
        let number = Number::scaled(value, 0).expect("within bounds");
        Figure { currency: Some(Currency::CNY), ..Figure::new("a", Kind::Money, Value::Number(number)) }
    };
    for (value, way, zh, en) in [
        (123_456_789, Rounding::Hedged, "1.2亿余元", "more than 120 million yuan"),
        (123_456_789, Rounding::Exact, "1.23456789亿元", "123,456,789 yuan"),
        (49_999_999_999, Rounding::Hedged, "近500亿元", "nearly 50 billion yuan"),
        (49_999_999_999, Rounding::Exact, "499.99999999亿元", "49,999,999,999 yuan"),
        (1_234_500_000_000, Rounding::Exact, "1.2345万亿元", "1.2345 trillion yuan"),
        (1_234_500_000_000, Rounding::Hedged, "1.2万亿余元", "more than 1.2 trillion yuan"),
        (49_600_000_000, Rounding::Exact, "496亿元", "49.6 billion yuan"),
    ] {
        let figure = amount(value);
        let rules = HedgeRules::default();
        let said = [Language::Zh, Language::En]
            .map(|language| wording(&figure, figure.value, language, way, &rules).expect("words").text);
        assert_eq!(said, [zh, en], "{value}");
    }
    let visits = Figure {
        unit: Some(Unit::Visit),
        ..Figure::new("v", Kind::Count, Value::Number(Number::whole(41_200)))
    };
    let words = wording(&visits, visits.value, Language::Zh, Rounding::Hedged, &HedgeRules::default());
    assert_eq!(words.expect("words").text, "4.1万余人次");
}

#[test]
fn words_are_those_that_people_use() {
    let rules = HedgeRules::default();
    let told = |figure: &Figure, language| {
        let words = wording(figure, figure.value, language, Rounding::Exact, &rules).expect("words").text;
        moving(figure, &words, language)
    };
    let number = |value: u32| Value::Number(Number::whole(value));
    let mut countries = figure(Kind::Count, number(32), Some(Unit::Country), None);
    assert_eq!(told(&countries, Language::En), "32 countries");
    countries.en = vec!["countries and regions".to_owned()];
    assert_eq!(told(&countries, Language::En), "32 countries and regions");
    let share = Value::Number(Number::fraction(156, 1000).expect("a share"));
    let mut growth = figure(Kind::Share, share, Some(Unit::Percent), None);
    assert_eq!([told(&growth, Language::Zh), told(&growth, Language::En)], ["15.6%", "15.6%"]);
    growth.direction = Some(Change::Up);
    assert_eq!([told(&growth, Language::Zh), told(&growth, Language::En)], ["增长15.6%", "up 15.6%"]);
    growth.direction = Some(Change::Down);
    assert_eq!([told(&growth, Language::Zh), told(&growth, Language::En)], ["下降15.6%", "down 15.6%"]);
    let mut points = figure(Kind::Points, number(3), Some(Unit::Point), None);
    points.direction = Some(Change::Up);
    assert_eq!(
        [told(&points, Language::Zh), told(&points, Language::En)],
        ["提高3个百分点", "up 3 percentage points"]
    );
    assert_eq!(moving(&points, "提高3个百分点", Language::Zh), "提高3个百分点");
}

#[test]
fn an_edition_is_written_as_it_is_said_of_a_week() {
    let edition = figure(Kind::Edition, Value::Number(Number::whole(5)), Some(Unit::Edition), None);
    let ledger = Ledger::new(vec![edition]);
    for (template, language, wanted) in [
        (
            "The {sample} Yunzhou Innovation Week opens.",
            Language::En,
            "The 5th Yunzhou Innovation Week opens.",
        ),
        ("This is the {sample} of the week.", Language::En, "This is the 5th edition of the week."),
        ("This is the {sample} edition.", Language::En, "This is the 5th edition."),
        ("{sample}云洲创新周开幕。", Language::Zh, "第五届云洲创新周开幕。"),
    ] {
        let template = Template::parse(template).expect("a template");
        let occasion = occasion(&ledger.figures[0]);
        assert_eq!(template.render(&ledger, language, &occasion).expect("filled").text, wanted);
    }
}
