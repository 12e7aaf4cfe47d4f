//! What is taken from a `figures.toml`, and how each mistake in one is told.

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;

use super::*;
use festoon_claims::Unit;

fn file(text: &str) -> NamedFile {
    NamedFile { name: "figures.toml".into(), bytes: text.as_bytes().to_vec() }
}

fn line_of(spot: &Spot) -> u32 {
    match spot {
        Spot::Character(line, _) => *line,
        other => panic!("{other:?} is no place in a text"),
    }
}

fn told(text: &str) -> Vec<(Spot, String)> {
    let refusals = read(&file(text)).expect_err(text);
    refusals.into_iter().map(|refusal| (refusal.spot, refusal.reason.sentence(Lang::En))).collect()
}

#[test]
fn the_corpus_is_taken_as_the_engine_takes_it() {
    let text = include_str!("../../../claims/tests/sets/corpus/figures.toml");
    let ledger = read(&file(text)).expect("sound");
    assert_eq!(Ledger::parse(text), Ok(ledger));
}

#[test]
fn both_pages_of_the_documentation_say_the_same() {
    let pages = [
        include_str!("../../../../docs/figures-toml.md"),
        include_str!("../../../../docs/figures-toml-zh.md"),
    ];
    let ledgers = pages.map(|page| {
        let example =
            page.split("```").nth(1).and_then(|block| block.strip_prefix("toml")).expect("an example");
        read(&file(example)).expect("sound")
    });
    assert_eq!(ledgers[0], ledgers[1]);
    // The one of two editions is the rest of a file.
    let later = pages.map(|page| {
        let example =
            page.split("```").nth(3).and_then(|block| block.strip_prefix("toml")).expect("an example");
        read(&file(&format!("version = 1\n{example}"))).expect("sound")
    });
    assert_eq!(later[0].figures.len(), 6);
    assert_eq!(later[0], later[1]);
    // What stands in the first column of its tables, in order.
    let keys = pages.map(|page| {
        let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
        rows.flat_map(|row| row.split('`').map(str::trim))
            .filter(|key| key.chars().any(|letter| letter.is_ascii_alphabetic()) && key.is_ascii())
            .filter(|key| !matches!(*key, "and" | ", or"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    assert_eq!(keys[0], keys[1]);
    for unit in Unit::ALL {
        assert!(pages.iter().all(|page| page.contains(unit.word())), "{}", unit.word());
    }
}

#[test]
fn the_example_of_the_documentation_is_taken_and_its_schema_knows_every_word() {
    let page = include_str!("../../../../docs/figures-toml.md");
    let example = page.split("```").nth(1).and_then(|block| block.strip_prefix("toml")).expect("an example");
    let ledger = read(&file(example)).expect("sound");
    assert_eq!(ledger.figures.len(), 5);
    let schema = include_str!("../../../../docs/schemas/figures.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
    let figure = &schema["$defs"]["figure"]["properties"];
    let words = |key: &str| -> Vec<&str> {
        figure[key]["enum"].as_array().expect("closed").iter().filter_map(serde_json::Value::as_str).collect()
    };
    assert_eq!(words("kind"), festoon_claims::Kind::ALL.map(festoon_claims::Kind::word));
    assert_eq!(words("stage"), festoon_claims::Stage::ALL.map(festoon_claims::Stage::word));
    let units: Vec<&str> = Unit::ALL.iter().map(|unit| unit.word()).collect();
    assert_eq!(words("unit"), units);
    let codes = schema["$defs"]["currency"]["enum"].as_array().expect("closed");
    let known = |code: &serde_json::Value| code.as_str().and_then(festoon_claims::Currency::parse).is_some();
    assert!(codes.len() > 150 && codes.iter().all(known));
}

/// A sound file with a figure whose lines are these.
fn with(lines: &str) -> String {
    format!("version = 1\n[[figure]]\nid = \"a\"\nzh = [\"活动\"]\nen = [\"activities\"]\n{lines}\n")
}

#[test]
fn what_does_not_fit_is_told_with_its_line_and_what_would_be_right() {
    for (text, line, said) in [
        ("[[figure]", 1, "does not read as TOML"),
        ("version = 1", 1, "figures.toml lacks [[figure]]"),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"").replace("version = 1\n", ""),
            1,
            "figures.toml lacks version = 1",
        ),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"\nsum_of = [\"a\"]"),
            2,
            "“a” cannot be a part of itself",
        ),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"").replace("活动", " "),
            2,
            "has no name in Chinese",
        ),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"").replace("= 1\n", "= 2\n"),
            1,
            "the only version there is",
        ),
        (&with("kind = \"count\"\nvalue = 48\nunit = \"activty\""), 8, "one of activity, forum, session"),
        (
            &with("kind = \"count\"\nvalue = 4.8\nunit = \"activity\""),
            7,
            "a decimal or fraction in quotation marks",
        ),
        (&with("kind = \"count\"\nvalue = \"1,560\"\nunit = \"activity\""), 7, "without grouping"),
        (&with("kind = \"count\"\nvalue = \"1e309\"\nunit = \"activity\""), 7, "without grouping"),
        (&with("kind = \"amount\"\nvalue = 1"), 6, "\"count\", \"money\""),
        (&with("kind = \"date\"\nvalue = \"2021-02-30\""), 7, "a day that exists"),
        (&with("kind = \"date\"\nvalue = \"06-10\""), 7, "a day that exists"),
        (&with("kind = \"count\"\nvalue = 1\nunit = \"item\"\nas_of = 2021-06-31"), 9, ""),
        (
            &with("kind = \"count\"\nvalue = 1\nunit = \"item\"\nembargoed_until = 2022-06-30T10:00:00"),
            9,
            "with its offset",
        ),
        (&with("kind = \"count\"\nlow = 5\nunit = \"item\""), 2, "both low and high"),
        (&with("kind = \"count\"\nlow = 9\nhigh = 5\nunit = \"item\""), 2, "upside down"),
        (&with("kind = \"count\"\nvalue = 5\nunit = \"item\"\ntolerance = \"-0.1\""), 2, "from 0 to below 1"),
        (&with("kind = \"count\"\nvalue = 5"), 2, "a count without a unit"),
        (&with("kind = \"money\"\nvalue = 5\ncurrency = \"RMB\""), 8, "the yuan is not RMB"),
        (&with("kind = \"money\"\nvalue = 5\ncurrency = \"ABC\""), 8, "an ISO 4217 code"),
        (&with("kind = \"share\"\nvalue = 55"), 2, "55 % is \"0.55\""),
        (&with("kind = \"share\"\nvalue = \"55.8\"\ndirection = \"up\""), 2, "Shares are fractions of 1"),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"\nscope = { week = \"w\" }"),
            2,
            "week = \"w\", which [[week]] does not have (there: none)",
        ),
        (
            &with(
                "kind = \"count\"\nvalue = 5\nunit = \"item\"\nscope = { place = \"x\" }\n[scope.place]\ny = { zh = [\"甲\"], en = [\"Y\"] }",
            ),
            2,
            "which [scope.place] does not have (there: y)",
        ),
        (
            &with(
                "kind = \"money\"\nvalue = 49600000000\ncurrency = \"CNY\"\nannounced = { zh = \"超500亿元\" }",
            ),
            9,
            "the announced wording “超500亿元” of “a” is not true",
        ),
        (&with("kind = \"money\"\nvalue = 5"), 2, "money without a currency"),
        (&with("kind = \"money\"\nvalue = 5\ncurrency = \"yuan\""), 8, "an ISO 4217 code"),
        (&with("kind = \"money\"\nvalue = 5\ncurrency = \"USD\"\nrate = 0"), 2, "A rate is above 0"),
        (&with("kind = \"count\"\nvalue = 5\nunit = \"item\"\nsum_of = [\"b\"]"), 2, "is not in this file"),
        (&with("kind = \"count\"\nvalue = 5\nunit = \"item\"\nstages = 1"), 9, "has no “stages” here"),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"\nhedges = [\"circa\"]"),
            9,
            "a list of nearly, over, more",
        ),
        (&with("kind = \"count\"\nvalue = 5\nunit = \"item\"\nstage = \"sold\""), 9, "\"to-be-signed\""),
        (
            &with("kind = \"count\"\nvalue = 5\nunit = \"item\"\n[rates]\nUSD = { value = -7 }"),
            1,
            "A rate is above 0",
        ),
        (
            &with(
                "kind = \"count\"\nvalue = 5\nunit = \"item\"\n[hedges]\nnearly = { side = \"below\", within = \"5\" }",
            ),
            10,
            "within of “nearly” is 5",
        ),
    ] {
        let all = told(text);
        let (spot, sentence) = &all[0];
        assert_eq!((line_of(spot), all.len()), (line, 1), "{text}: {all:?}");
        assert!(sentence.contains(said), "{text}: {sentence}");
    }
}

#[test]
fn an_outdated_announcement_is_told_in_its_line_with_where_the_old_value_belongs() {
    let moved = |earlier: &str| {
        with(&format!(
            "kind = \"count\"\nvalue = 174\nunit = \"activity\"\nas_of = 2021-06-25\n{earlier}\nannounced = {{ zh = \"150余场\" }}"
        ))
    };
    let refusals = read(&file(&moved(""))).expect_err("an old wording");
    assert_eq!(line_of(&refusals[0].spot), 11);
    let said = Lang::BOTH.map(|lang| refusals[0].reason.sentence(lang));
    assert!(
        said[0].contains("现在的数值 174 对不上") && said[0].contains("请把公布时的数值写进 earlier"),
        "{said:?}"
    );
    assert!(
        said[1].contains("not true of its value 174") && said[1].contains("put the old one under earlier"),
        "{said:?}"
    );
    read(&file(&moved("earlier = [{ as_of = 2021-06-10, value = 156 }]")))
        .expect("what the sentence asks for");
}

#[test]
fn a_unit_that_nobody_knows_is_told_with_all_there_are() {
    let refusals = read(&file(&with("kind = \"count\"\nvalue = 5\nunit = \"events\""))).expect_err("no unit");
    let said = Lang::BOTH.map(|lang| refusals[0].reason.sentence(lang));
    assert!(
        said[0].contains("应为：activity、forum、session") && said[0].ends_with("item 中的一个。"),
        "{said:?}"
    );
    assert!(said[1].contains("one of activity, forum, session"), "{said:?}");
}

#[test]
fn two_truths_under_one_id_are_told_in_both_languages_where_the_second_stands() {
    let twice = with("kind = \"count\"\nvalue = 48\nunit = \"activity\"")
        + "[[figure]]\nid = \"a\"\nzh = [\"活动\"]\nen = [\"activities\"]\nkind = \"count\"\nvalue = 84\nunit = \"activity\"\n";
    let refusals = read(&file(&twice)).expect_err("two truths");
    let said: Vec<String> = Lang::BOTH.iter().map(|lang| refusals[0].reason.sentence(*lang)).collect();
    assert_eq!(
        (line_of(&refusals[0].spot), said),
        (
            9,
            vec![
                "「a」有两个数值：48 和 84。一项数据同一天只能有一个数值；旧的数值请写进 earlier。".to_owned(),
                "“a” has two truths, 48 and 84. A figure has one value a day; what it was before belongs under earlier."
                    .to_owned(),
            ]
        )
    );
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once_in_the_order_of_the_file() {
    let spots: Vec<u32> = told("version = 1\nzone = 1\n[[figure]]\nid = 1\nkind = \"x\"\n")
        .into_iter()
        .map(|(spot, _)| line_of(&spot))
        .collect();
    assert_eq!(spots, [2, 3, 4, 5]);
}

#[test]
fn mistakes_of_writing_and_contradictions_are_told_at_once_and_none_that_only_comes_of_another() {
    let text = "version = 1
currency = \"RMB\"
[[figure]]
id = \"a\"
zh = [\"活动\"]
en = [\"activities\"]
kind = \"count\"
value = 48
[[figure]]
id = \"b\"
zh = [\"展位\"]
en = [\"booths\"]
kind = \"count\"
low = 159
high = 151
unit = \"boths\"
[[figure]]
id = \"c\"
zh = [\"总投资\"]
en = [\"total investment\"]
kind = \"money\"
value = 49
Stage = \"signed\"
sum_of = [\"b\", \"q\"]
";
    let said: Vec<(u32, String)> =
        told(text).into_iter().map(|(spot, said)| (line_of(&spot), said)).collect();
    let has = |line, words: &str| said.iter().any(|(at, said)| *at == line && said.contains(words));
    assert!(has(2, "ISO 4217"), "{said:?}");
    assert!(has(3, "a count without a unit"), "{said:?}");
    assert!(has(9, "upside down"), "{said:?}");
    assert!(has(16, "one of activity"), "{said:?}");
    assert!(has(17, "money without a currency"), "{said:?}");
    assert!(has(17, "the part “q”"), "{said:?}");
    assert!(has(23, "has no “Stage”"), "{said:?}");
    assert_eq!(said.len(), 7, "{said:?}");
}
