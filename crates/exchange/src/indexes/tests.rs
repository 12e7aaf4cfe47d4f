//! Frameworks and measurements as people write them, and what they are told when something is not as it should be.

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;

use super::*;

const SMALL: &str = r#"title = { zh = "示例", en = "Sample" }
invented = true

[[unit]]
code = "north"
name = { zh = "北区", en = "North" }
groups = { kind = "core" }
[[unit]]
code = "south"
name = { zh = "南区", en = "South" }

[[indicator]]
code = "rd"
name = { zh = "研发投入", en = "Research spending" }
measure = "亿元"
direction = "more"
per = { column = "people", factor = 10000 }
[[indicator]]
code = "wait"
name = { zh = "办事时间", en = "Waiting time" }
direction = "less"
goalposts = { worst = 30, best = 1 }
[[column]]
code = "people"
name = { zh = "人口", en = "Population" }

[[index]]
code = "whole"
name = { zh = "总指数", en = "The index" }
[[index.node]]
code = "rd"
weight = 2
[[index.node]]
code = "wait"

[[step]]
do = "denominate"
[[step]]
do = "normalise"
by = "min-max"
[[step]]
do = "aggregate"
by = "arithmetic"
[[step]]
do = "rank"
"#;

fn named(name: &str, text: &str) -> NamedFile {
    NamedFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

fn small() -> FrameworkFile {
    FrameworkFile::parse(&named("framework.toml", SMALL)).expect("sound")
}

/// Where and what, as it is told in English.
fn told(refusals: &[Refusal]) -> Vec<String> {
    refusals
        .iter()
        .map(|refusal| {
            let at = match &refusal.spot {
                Spot::Line(line) => format!("line {line}"),
                Spot::Row(_, row) => format!("row {row}"),
                Spot::Cell(_, row, column) => format!("row {row} column {column}"),
                _ => "file".into(),
            };
            format!("{at}: {}", refusal.reason.sentence(Lang::En))
        })
        .collect()
}

fn measured(csv: &str) -> Result<Measured, Vec<String>> {
    read_measured(&small(), &[named("data.csv", csv)]).map_err(|refusals| {
        assert!(refusals.iter().all(|refusal| refusal.reason.sentence(Lang::Zh).contains('。')));
        told(&refusals)
    })
}

#[test]
fn a_framework_written_out_again_reads_as_the_same() {
    let mut read = small();
    let written = write_framework(&read);
    let mut again = FrameworkFile::parse(&named("framework.toml", &written)).expect("sound");
    read.lines = Lines::default();
    again.lines = Lines::default();
    assert_eq!(again, read, "{written}");
    assert!(written.contains("missing = \"renormalise\""), "choices are spelt out: {written}");
}

#[test]
fn every_choice_of_every_step_is_written_as_it_is_read() {
    let whole = include_str!("tests/every-choice.toml");
    let mut read =
        FrameworkFile::parse(&named("framework.toml", whole)).map_err(|all| told(&all)).expect("sound");
    let written = write_framework(&read);
    let mut again =
        FrameworkFile::parse(&named("framework.toml", &written)).map_err(|all| told(&all)).expect("sound");
    read.lines = Lines::default();
    again.lines = Lines::default();
    assert_eq!(again, read, "{written}");
}

#[test]
fn what_a_framework_cannot_mean_is_told_with_its_line() {
    // What is changed, to what, beside which line it is told, and what.
    for (from, to, beside, said) in [
        (
            "do = \"rank\"",
            "do = \"ranks\"",
            "do = \"ranks\"",
            "do cannot be “ranks”. There are: denominate, screen",
        ),
        (
            "by = \"min-max\"",
            "high = 0\nby = \"min-max\"",
            "[[step]]\ndo = \"norm",
            "step 2: the high end of the scale is 0; make it greater",
        ),
        (
            "weight = 2",
            "weight = -2",
            "[[index.node]]\ncode = \"rd",
            "index whole: node rd has the weight -2",
        ),
        (
            "weight = 2",
            "weigth = 2",
            "weigth",
            "[[index.node]] has no “weigth” here. There are: code, name, under, weight.",
        ),
        (
            "worst = 30",
            "worst = \"x\"",
            "goalposts",
            "worst of goalposts does not fit; right would be: a number.",
        ),
        (
            "direction = \"less\"\n",
            "",
            "[[indicator]]\ncode = \"wait",
            "[[indicator]] lacks direction. Add it.",
        ),
        ("code = \"south\"", "code = \"北区\"", "[[unit]]", "“北区” names both north and 北区"),
        (
            "code = \"wait\"\n\n[[step]]",
            "code = \"wait\"\nunder = \"wait\"\n\n[[step]]",
            "[[index.node]]\ncode = \"wait",
            "wait stand below each other in a ring",
        ),
        ("title = ", "title = = ", "title", "it does not read as TOML"),
    ] {
        let text = SMALL.replacen(from, to, 1);
        let refused = FrameworkFile::parse(&named("framework.toml", &text)).expect_err(to);
        let line = text[..text.find(beside).expect("it is there")].lines().count() + 1;
        let line = if beside == "title" { 1 } else { line };
        let all = told(&refused);
        let right = |one: &String| one.starts_with(&format!("line {line}: ")) && one.contains(said);
        assert!(all.iter().any(right), "{to}, line {line}: {all:#?}");
    }
}

#[test]
fn long_and_wide_tables_under_chinese_and_english_headings_give_the_same_numbers() {
    let wide = measured(
        "单位,年份,研发投入（亿元）,办事时间,人口\n北区,2021年,\"1,200\",3,50\nsouth,2021,900,—,40\n",
    );
    let long = measured(
        "Unit,Year,Indicator,Value,Source,Date\nNorth,2021,rd,1200,yearbook,2021-06-01\nNorth,2021,办事时间,3,,\n\
         South,2021,rd,900,,\nSouth,2021,people,40,,\nNorth,2021,Population,50,,\n",
    );
    let (wide, long) = (wide.expect("sound"), long.expect("sound"));
    assert_eq!(wide.data.units(), long.data.units());
    assert_eq!(wide.data.cases(), long.data.cases());
    for code in ["rd", "wait", "people"] {
        let bits = |data: &festoon_composite::Data| {
            data.cells(code).map(|cells| cells.iter().map(|cell| cell.to_bits()).collect::<Vec<_>>())
        };
        assert_eq!(bits(&wide.data), bits(&long.data), "{code}");
    }
    let sourced = long.measurements.iter().find(|one| !one.source.is_empty()).expect("one has a source");
    assert_eq!((sourced.source.as_str(), sourced.date.as_str()), ("yearbook", "2021-06-01"));
}

#[test]
fn a_later_date_revises_a_number_and_the_earlier_one_is_kept() {
    let read = measured(
        "unit,year,indicator,value,date\nnorth,2021,rd,1300,2021-09-01\nnorth,2021,rd,1200,2021-06-01\n\
         south,2021,rd,1,2021-06-01\n",
    )
    .expect("sound");
    let of_north: Vec<_> = read.measurements.iter().filter(|one| one.unit == 0).collect();
    assert_eq!(
        of_north.iter().map(|one| (one.value, one.standing)).collect::<Vec<_>>(),
        [(Some(1200.0), Standing::Revised), (Some(1300.0), Standing::Counts)]
    );
    assert_eq!(read.data.cells("rd"), Some(&[1300.0, 1.0][..]));
}

#[test]
fn what_cannot_be_a_measurement_is_told_with_row_and_column() {
    for (csv, said) in [
        (
            "单位,年份,rd\n北区,2021,约12\n",
            vec![
                "row 2 column 3: “约12” is no number. Write digits alone, such as 1234.5, or leave the cell empty where nothing was measured.",
            ],
        ),
        (
            "单位,年份,rd\n北区,2021,12\n南区,2021,3\n北区,2021,12\n",
            vec![
                "row 4 column 3: north is there twice for 2021, first in row 2. Keep one of them; if it is a revision, give both a date of their own.",
            ],
        ),
        (
            "单位,年份,rd\n西区,2021,12\n",
            vec!["row 2 column 1: the framework has no unit “西区”. It has north, south and so on."],
        ),
        (
            "单位,年份,rd\n北区,去年,12\n,2021,3\n",
            vec![
                "row 2 column 2: “去年” is no year; write four digits, such as 2021.",
                "row 3 column 1: the unit is missing. Write its name or code.",
            ],
        ),
        (
            "unit,year,indicator,value\nnorth,2021,rdd,3\n",
            vec![
                "row 2 column 3: the framework has no indicator “rdd”. Write its code or name, or add it to the framework as an [[indicator]] or a [[column]].",
            ],
        ),
        (
            "单位,年份,rd,日期\n北区,2021,12,昨天\n",
            vec!["row 2 column 4: “昨天” is no date; write it as 2021-06-10."],
        ),
        (
            "a,b\n1,2\n",
            vec![
                "file: no headings are recognised (found: a, b). A long table has unit, year, indicator, value; a wide one has unit, year and a column headed by the code or name of each indicator.",
            ],
        ),
        (
            "单位,rd\n北区,12\n",
            vec![
                "row 1: there is no column of years. Add one, or name the only year in the framework: years = [2021].",
            ],
        ),
        (
            "单位,年份,rd\n",
            vec![
                "file: nothing was measured. Give at least one row with a unit, a year and the value of an indicator.",
            ],
        ),
    ] {
        assert_eq!(measured(csv).expect_err(csv), said, "{csv}");
    }
}

#[test]
fn what_is_left_alone_is_noted() {
    let read = measured("单位,年份,rd,备注\n北区,2021,12,好\n南区,2021,3,\n注：示例,,,\n").expect("sound");
    let words: Vec<&str> = read.notes.iter().map(|note| note.words.en.as_str()).collect();
    assert_eq!(
        words,
        [
            "the column “备注” is not used: it is no code or name of an indicator.",
            "only one cell of this row is filled; it is taken for a remark."
        ]
    );
}

#[test]
fn the_documentation_and_the_schema_have_every_word_of_every_choice() {
    let page = include_str!("../../../../docs/framework-toml.md");
    let schema = include_str!("../../../../docs/schemas/framework.schema.json");
    let example = page.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    FrameworkFile::parse(&named("framework.toml", example))
        .map_err(|all| told(&all))
        .expect("the example is sound");
    let whole = include_str!("tests/every-choice.toml");
    for word in whole.lines().filter_map(|line| line.split_once(" = \"")) {
        let (key, said) = word;
        let free = ["code", "title", "about", "unit", "year", "source", "group", "under", "index", "node"];
        if free.contains(&key) || key.contains(' ') {
            continue;
        }
        let said = said.trim_end_matches('"');
        assert!(
            page.contains(&format!("`{said}`")) || example.contains(said),
            "{key} = {said} is not documented"
        );
        assert!(schema.contains(&format!("\"{said}\"")), "{key} = {said} is not in the schema");
        assert!(schema.contains(&format!("\"{key}\"")), "{key} is not in the schema");
    }
    let mut all: Vec<&str> = words::STEPS.to_vec();
    macro_rules! of {
        ($($list:ident),*) => { $(all.extend(words::$list.iter().map(|(word, _)| *word));)* };
    }
    of!(
        DIRECTION,
        ESTIMATOR,
        DIVISOR,
        WINSOR_TIES,
        TURN,
        TIES,
        BEYOND,
        PRESENCE,
        SCREENING,
        POSTS,
        SCOPE,
        DERIVATION
    );
    of!(
        DOUBTFUL,
        CRITERION_SCALE,
        CORRELATION,
        CONFLICT,
        ROTATION,
        COMPONENT_WEIGHTS,
        COPELAND,
        WEIGHTING,
        LINK
    );
    for word in all {
        assert!(page.contains(&format!("`{word}`")) || example.contains(word), "{word} is not documented");
        assert!(schema.contains(&format!("\"{word}\"")), "{word} is not in the schema");
    }
}

#[test]
fn a_workbook_is_read_like_the_same_table_as_text_and_its_cells_are_named_as_it_shows_them() {
    let book = |second: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet().set_name("数据").expect("a name");
        sheet.write_row(0, 0, ["单位", "年份", "研发投入（亿元）", "人口"]).expect("headings");
        for (row, (unit, number)) in (1..).zip([("北区", "1200"), ("南区", second)]) {
            sheet.write(row, 0, unit).expect("a cell");
            sheet.write(row, 1, 2021).expect("a cell");
            match number.parse::<f64>() {
                Ok(number) => sheet.write(row, 2, number).expect("a cell"),
                Err(_) => sheet.write(row, 2, number).expect("a cell"),
            };
            sheet.write(row, 3, 50).expect("a cell");
        }
        let bytes = book.save_to_buffer().expect("a workbook");
        read_measured(&small(), &[NamedFile { name: "data.xlsx".into(), bytes }])
    };
    let text = measured("单位,年份,rd,people\n北区,2021,1200,50\n南区,2021,900.5,50\n").expect("sound");
    assert_eq!(book("900.5").expect("sound").data, text.data);
    assert_eq!(
        told(&book("九百").expect_err("words")),
        [
            "row 3 column 3: “九百” is no number. Write digits alone, such as 1234.5, or leave the cell empty where nothing was measured."
        ]
    );
}
